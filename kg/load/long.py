"""The Library's own files: a row per state and roll call, a million of them.

What is written on every row of a roll call is read once per distinct value; rows are handled as numbers.
"""

from collections.abc import Mapping
from pathlib import Path

import polars as pl

from kg.errors import RecordError
from kg.load.cells import Cells, cells
from kg.load.layouts import Layout
from kg.load.listing import CALL, Listing, completed, options, state_type, votes_once
from kg.load.record import RECORD_ID, Problem
from kg.model import Option

__all__ = ["read_long"]


def read_long(path: Path, layout: Layout, header: list[str], separator: str) -> Listing:
    """What a file lists. RecordError where a single row cannot be read: then nothing of it is to be trusted."""
    found = layout.found(header)
    rows = pl.read_csv(
        path,
        separator=separator,
        columns=list(found.values()),
        schema_overrides=dict.fromkeys(found.values(), pl.Categorical),
        infer_schema=False,
    )
    rows = rows.rename({theirs: ours for ours, theirs in found.items()})
    if not rows.height:
        raise RecordError("empty: a header and no rows")
    key = {name: cells(rows[name]) for name in ("undl_id", "state", "vote", "date", "symbol")}
    _refuse_cut(key, rows)
    numbers, call = _numbered(key["undl_id"])
    votes = pl.DataFrame({"call": call, "state": _states(key["state"]), "option": _options(key["vote"])})
    days = _days(key["date"])
    # Of what a roll call says of itself, its first row counts.
    first = call.to_frame("call").with_row_index("row").group_by("call").agg(pl.col("row").first()).sort("call")["row"]
    texts = [name for name in rows.columns if name not in ("undl_id", "state", "vote", "date")]
    calls = (
        rows[first]
        .select(pl.col(texts).cast(pl.String))
        .with_columns(pl.col("symbol").str.strip_chars(), call=call[first], undl_id=numbers, date=days[first])
    )
    calls = completed(calls, pl.lit(layout.body))
    votes, problems = votes_once(votes, calls)
    told = pl.DataFrame({"call": call, "dates": days, "symbols": rows["symbol"]})
    return Listing(calls, votes, problems + _torn(told, first, calls))


def _refuse_cut(key: Mapping[str, Cells], rows: pl.DataFrame) -> None:
    """RecordError where a row lacks what every row has, or the last one ends too early."""
    lines = [line for name, column in key.items() if name != "vote" and (line := column.first_blank())]
    if not lines and "link" in rows.columns and rows["link"].null_count() < rows.height:
        # The last column ends with the record's number: a shorter one is a line cut off.
        link, number = (str(rows[name][-1] or "").strip() for name in ("link", "undl_id"))
        if not link.partition("?")[0].endswith("/" + number):
            lines = [rows.height + 1]
    if lines:
        raise RecordError(f"cut off or damaged at line {min(lines):,}: the row is not complete")


def _numbered(column: Cells) -> tuple[pl.Series, pl.Series]:
    """The record numbers in order, and for each row the place of its own among them."""
    numbers = column.text.unique().sort()
    place = numbers.to_frame("text").with_row_index("call").with_columns(pl.col("call").cast(CALL))
    read = column.text.to_frame("text").join(place, on="text", how="left", maintain_order="left")["call"]
    return numbers, column.as_read(read, "no record number: {!r}")


def _states(column: Cells) -> pl.Series:
    return column.as_read(column.text.str.to_uppercase().cast(state_type(), strict=False), "unknown state code {!r}")


def _options(column: Cells) -> pl.Series:
    known = "an unknown vote code {!r}; known are Y, N, A, X, NV and blank"
    return column.as_read(options(column.text), known).fill_null(Option.ABSENT.value)


def _days(column: Cells) -> pl.Series:
    read = column.text.str.slice(0, 10).str.to_date("%Y-%m-%d", strict=False)
    return column.as_read(read, "no date: {!r}; write it as 2025-02-24")


def _torn(told: pl.DataFrame, first: pl.Series, calls: pl.DataFrame) -> tuple[Problem, ...]:
    """Roll calls whose rows disagree about themselves; ``first`` are the rows that count."""
    kept = told[first]
    differs = pl.Series([False]).new_from_index(0, told.height)
    for name in ("dates", "symbols"):
        cells = told[name].to_physical()
        differs |= cells != kept[name].to_physical().gather(told["call"])
    if not differs.any():
        return ()
    rows = told.join(told.filter(differs).select("call").unique(), on="call", how="semi")
    counts = rows.group_by("call").agg(pl.col("dates", "symbols").n_unique()).sort("call")
    named = counts.join(calls.select("call", "undl_id", "symbol"), on="call", how="left", maintain_order="left")
    return tuple(
        Problem(RECORD_ID + row["undl_id"], row["symbol"], f"its rows give {row[what]} {what}; the first is kept")
        for row in named.iter_rows(named=True)
        for what in ("dates", "symbols")
        if row[what] > 1
    )
