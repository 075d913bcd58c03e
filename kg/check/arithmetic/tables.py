"""Ballots as two tables, whoever tells them: the official record, articles together, one article alone."""

from dataclasses import dataclass

import polars as pl

from kg.check.report import Severity
from kg.ids import ID
from kg.load.record import OPTION, Record
from kg.model import BallotKind, Option

__all__ = ["BALLOTS", "COUNTS", "EVENT", "STATE", "VOTES", "Ballots", "of_record"]

EVENT = f"{ID}event/"
STATE = f"{ID}state/"

COUNTS = tuple(option.value for option in Option)
BALLOTS: dict[str, pl.DataType | type[pl.DataType]] = {
    "at": pl.UInt32,  # its row: a million votes refer to it by this small number
    "ballot": pl.String,  # the IRI of the event, or of the tally that an article gives
    "name": pl.String,  # its symbol, or what it is called
    "body": pl.String,
    "date": pl.Date,  # null where the day is not known
    "session": pl.String,
    "symbol": pl.String,
    "title": pl.String,
    "kind": pl.String,  # of BallotKind
    "outcome": pl.String,  # of Outcome
    **dict.fromkeys(COUNTS, pl.Int32),  # null where it is not known
}
VOTES: dict[str, pl.DataType | type[pl.DataType]] = {
    "at": pl.UInt32,
    "state": pl.String,
    "option": OPTION,
    "veto": pl.Boolean,
}


@dataclass(frozen=True, slots=True)
class Ballots:
    """Tables with the columns of BALLOTS and VOTES.

    ``official``: the rows are those of the record, complete, one a member. ``severity`` is how bad numbers are that
    cannot be: a violation of what is accepted, a warning of what one article gives.
    """

    ballots: pl.DataFrame
    votes: pl.DataFrame
    official: bool = False
    severity: Severity = Severity.VIOLATION

    @property
    def conduct(self) -> Severity:
        """How bad an outcome is that does not go with its numbers: articles may mistake it, the record may not."""
        return Severity.VIOLATION if self.official else Severity.WARNING


def of_record(record: Record) -> Ballots:
    """The roll calls of the record."""
    decision = pl.col("symbol").str.starts_with("A/DEC/")
    numbered = record.rollcalls.with_row_index("at").with_columns(
        ballot=pl.lit(EVENT) + pl.col("id"),
        name="symbol",
        kind=pl.when(decision).then(pl.lit(BallotKind.DECISION.value)).otherwise(pl.lit(BallotKind.RESOLUTION.value)),
    )
    votes = record.votes.join(numbered.select("at", "id"), left_on="rollcall", right_on="id").select(*VOTES)
    return Ballots(numbered.select(pl.col(n).cast(t) for n, t in BALLOTS.items()), votes, official=True)
