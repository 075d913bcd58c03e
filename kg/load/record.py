"""The official record as tables: a row per roll call, per vote, per correction; and the files that it comes from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

import polars as pl

from kg.model import Option, Outcome, RollCall

__all__ = [
    "CORRECTIONS",
    "COUNTS",
    "OPTION",
    "OUTCOME",
    "RECORD_ID",
    "ROLLCALLS",
    "VOTES",
    "Problem",
    "Record",
    "Schema",
    "SourceFile",
    "empty_record",
    "roll_calls",
]

Schema = dict[str, pl.DataType | type[pl.DataType]]

RECORD_ID = "undl-"
OPTION = pl.Enum([o.value for o in Option])
OUTCOME = pl.Enum([o.value for o in Outcome])
COUNTS = tuple(o.value for o in Option)

ROLLCALLS: Schema = {
    "id": pl.String,  # undl-<record id>
    "undl_id": pl.String,
    "body": pl.String,  # UNGA, UNSC
    "symbol": pl.String,
    "date": pl.Date,
    "session": pl.String,  # of the Assembly: 80, 10emsp; of the Council: the year
    "title": pl.String,
    "agenda": pl.String,
    "subjects": pl.String,  # joined by |
    "draft": pl.String,
    "meeting": pl.String,
    "outcome": OUTCOME,
    **dict.fromkeys(COUNTS, pl.Int32),  # counted from the rows
    **{f"printed_{name}": pl.Int32 for name in (*COUNTS, "states")},  # as the file prints them, or null
    "source": pl.String,  # SHA-256 of the file whose votes these are
}
VOTES: Schema = {
    "rollcall": pl.String,
    "state": pl.String,
    "option": OPTION,
    "veto": pl.Boolean,
}
CORRECTIONS: Schema = {
    "rollcall": pl.String,
    "state": pl.String,
    "before": OPTION,
    "after": OPTION,  # null: the later file lists no vote of the state
    "was": pl.String,  # SHA-256 of the earlier file
    "source": pl.String,  # SHA-256 of the later file
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that cannot be right: the roll call it concerns and what is wrong, in one line.

    Of a file as a whole there is no roll call, and its name stands in place of the symbol.
    """

    rollcall: str
    symbol: str
    message: str

    def __str__(self) -> str:
        where = f"{self.symbol} ({self.rollcall})" if self.rollcall else self.symbol
        return f"{where}: {self.message}"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was loaded: its name without folders, the SHA-256 of its bytes as given, and what it holds.

    ``layout`` is a name of ``kg.load.layouts``; ``first`` and ``last`` are the days of its first and last roll call.
    """

    name: str
    sha256: str
    layout: str
    bodies: tuple[str, ...]
    rollcalls: int
    votes: int
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Record:
    """Roll calls, votes and corrections with the columns of ROLLCALLS, VOTES and CORRECTIONS, all sorted.

    ``problems`` are those found in the files; ``sources`` are the files, in the order in which they were loaded.
    """

    rollcalls: pl.DataFrame
    votes: pl.DataFrame
    problems: tuple[Problem, ...] = ()
    corrections: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=CORRECTIONS))
    sources: tuple[SourceFile, ...] = ()


def empty_record() -> Record:
    """A record of nothing."""
    return Record(pl.DataFrame(schema=ROLLCALLS), pl.DataFrame(schema=VOTES))


def roll_calls(record: Record, ids: Iterable[str]) -> tuple[RollCall, ...]:
    """The roll calls of these ids as objects with all their votes, in order of date."""
    wanted = pl.Series(sorted(set(ids)), dtype=pl.String).implode()
    votes: dict[str, list[tuple[str, Option]]] = {}
    for rollcall, state, option in (
        record.votes.filter(pl.col("rollcall").is_in(wanted)).select("rollcall", "state", "option").iter_rows()
    ):
        votes.setdefault(rollcall, []).append((state, Option(option)))
    columns = ("id", "body", "date", "symbol", "session", "title", *COUNTS, "agenda", "subjects")
    chosen = record.rollcalls.filter(pl.col("id").is_in(wanted)).sort("date", "id").select(columns)
    return tuple(RollCall(**row, votes=tuple(votes.get(row["id"], ()))) for row in chosen.iter_rows(named=True))
