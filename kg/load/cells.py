"""A long column of few distinct values: each value is read once, and a million cells follow by number."""

from dataclasses import dataclass

import polars as pl

from kg.errors import RecordError

__all__ = ["Cells", "cells"]


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one column of a file: categorical, with its distinct ``values`` and their stripped ``text``."""

    column: pl.Series
    values: pl.Series
    text: pl.Series

    def as_read(self, read: pl.Series, complaint: str) -> pl.Series:
        """Each cell replaced by what its value was read as, in the order of ``values``; null stays null.

        RecordError with the first cell whose value could not be read (was read as null).
        """
        if read.null_count():
            line = _line(self.column.is_in(self.values.filter(read.is_null()).implode()))
            if line:
                raise RecordError(f"line {line:,}: " + complaint.format(str(self.column[line - 2]).strip()))
        table = pl.DataFrame({"code": self.values.to_physical(), "read": read})
        largest = table["code"].max()
        size = largest + 1 if isinstance(largest, int) else 0
        codes = pl.int_range(0, size, dtype=pl.UInt32, eager=True).alias("code").to_frame()
        places = codes.join(table, on="code", how="left", maintain_order="left")["read"]
        return places.gather(self.column.to_physical())

    def first_blank(self) -> int | None:
        """The number of the first line whose cell is empty, the header being line 1."""
        blank = self.values.filter(self.text == "").implode()
        return _line(self.column.is_null() | self.column.is_in(blank))


def cells(column: pl.Series) -> Cells:
    """The cells of a categorical column."""
    values = column.unique().drop_nulls()
    return Cells(column, values, values.cast(pl.String).str.strip_chars())


def _line(bad: pl.Series) -> int | None:
    bad = bad.fill_null(value=False)
    at = bad.arg_max() if bad.any() else None
    return None if at is None else at + 2
