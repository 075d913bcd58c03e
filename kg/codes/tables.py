"""The files of ``kg/data`` as rows of text, and the forms that their cells take."""

import csv

from kg.config import DATA


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a register's file, by column name."""
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def many(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, parted by ``|``."""
    return tuple(part for part in cell.split("|") if part)


def number(cell: str) -> int | None:
    """The number in a cell, None where it is empty."""
    return int(cell) if cell else None
