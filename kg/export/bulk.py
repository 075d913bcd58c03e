"""A long record: whole columns from the tables to the files, no object per vote.

Its statements stand in the N-Quads, its roll calls and votes in Parquet, which every data frame reads.
"""

from dataclasses import dataclass
from pathlib import Path

import polars as pl

from kg.export.serialize import Written
from kg.rdf.record import record_lines
from kg.terms import Quad
from kg.vocab import RDF

__all__ = ["LongRecord"]

_PARQUET = "application/vnd.apache.parquet"


@dataclass(frozen=True, slots=True)
class LongRecord:
    """Roll calls and votes with the columns of ``kg.load.record``; ``made_by`` is ``onrecord@version``.

    ``met`` is what the record's graphs say of the roll calls that articles tell of: the articles' tables name them.
    """

    rollcalls: pl.DataFrame
    votes: pl.DataFrame
    made_by: str
    met: tuple[Quad, ...] = ()

    def lines(self) -> tuple[pl.Series, ...]:
        """The record as N-Quads."""
        return tuple(record_lines(self.rollcalls, self.votes, self.made_by))

    def write_tables(self, folder: Path) -> list[Written]:
        """Write ``rollcalls.parquet`` and ``rollcall-votes.parquet``."""
        written = []
        for name, table in (("rollcalls", self.rollcalls), ("rollcall-votes", self.votes)):
            table.write_parquet(folder / f"{name}.parquet", compression="zstd", statistics=False)
            written.append(Written(f"{folder.name}/{name}.parquet", _PARQUET))
        return written


def entities(lines: tuple[pl.Series, ...]) -> int:
    """How many things the lines give a class: in the record each has one."""
    typed = f" {RDF.type} "
    return sum(int(part.str.contains(typed, literal=True).sum()) for part in lines)
