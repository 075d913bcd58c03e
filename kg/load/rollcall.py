"""Roll-call files of the UN Digital Library as tables: one row per roll call, one row per vote.

The files stay columns from the first byte to the store; there is no Python object per vote. Totals are recounted from
the votes. What a file prints is kept beside that, and a disagreement is reported, never mended.
"""

import hashlib
from pathlib import Path

import polars as pl

from kg.errors import RecordError
from kg.load.layouts import Layout, WideLayout, recognise
from kg.load.listing import Listing
from kg.load.long import read_long
from kg.load.merging import merged
from kg.load.record import (
    CORRECTIONS,
    RECORD_ID,
    ROLLCALLS,
    VOTES,
    Problem,
    Record,
    SourceFile,
    empty_record,
    roll_calls,
)
from kg.load.tallying import mismatches, tallied
from kg.load.wide import read_wide

__all__ = [
    "CORRECTIONS",
    "RECORD_ID",
    "ROLLCALLS",
    "VOTES",
    "Problem",
    "Record",
    "SourceFile",
    "digest_of",
    "empty_record",
    "merged",
    "read_record",
    "roll_calls",
]


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's bytes as they are: what a ``SourceFile`` is known by."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_record(path: Path) -> Record:
    """The roll calls of a CSV file, plain or packed (.gz, .zst). RecordError says in one line why not."""
    try:
        layout, listing = _listing(path)
        sha256 = digest_of(path)
    except pl.exceptions.NoDataError:
        raise RecordError(f"{path}: empty: no header and no rows") from None
    except RecordError as e:
        raise RecordError(f"{path}: {e}") from None
    except (pl.exceptions.PolarsError, OSError, UnicodeDecodeError) as e:
        raise RecordError(f"{path}: cut off or damaged: {_first_line(e)}") from None
    return _counted(listing, path.name, sha256, layout.name)


def _listing(path: Path) -> tuple[Layout | WideLayout, Listing]:
    separator = ","
    header = pl.read_csv(path, infer_schema=False, n_rows=1, truncate_ragged_lines=True).columns
    if len(header) == 1 and "\t" in header[0]:
        separator, header = "\t", header[0].split("\t")
    layout = recognise(header)
    if isinstance(layout, WideLayout):
        return layout, read_wide(path, layout, separator)
    return layout, read_long(path, layout, header, separator)


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__


def _counted(listing: Listing, name: str, sha256: str, layout: str) -> Record:
    """The listing as a record, with everything that follows from the votes."""
    calls, votes = tallied(listing.calls, listing.votes)
    problems = listing.problems + mismatches(calls, names=listing.compared)
    days = calls["date"].sort()
    source = SourceFile(
        name, sha256, layout, tuple(calls["body"].unique().sort()), calls.height, votes.height, days[0], days[-1]
    )
    ids = calls.sort("call")["id"]
    kinds = [pl.col(name).cast(kind) for name, kind in ROLLCALLS.items()]
    return Record(
        calls.with_columns(source=pl.lit(sha256)).select(kinds).sort("body", "date", "id"),
        votes.select("option", "veto", pl.col("state").cast(pl.String), rollcall=ids.gather(votes["call"])).select(
            *VOTES
        ),
        problems,
        sources=(source,),
    )
