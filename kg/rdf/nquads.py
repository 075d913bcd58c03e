"""Quads as N-Quads text: sorted lines, each triple once, the same bytes for the same quads."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.terms import Quad


def lines(quads: Iterable[Quad]) -> Iterator[str]:
    """The sorted lines of the quads.

    A triple that several graphs hold is kept in the one whose name comes first, so that the union of all graphs, the
    default graph of every query, holds no triple twice and a count counts once.
    """
    last = ""
    for line in sorted({f"{quad} ." for quad in quads}):
        triple = line[: line.rindex(" <")]
        if triple != last:
            last = triple
            yield line + "\n"


def write(quads: Iterable[Quad], path: Path) -> int:
    """Write the quads as sorted N-Quads; the number of lines written."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for line in lines(quads):
            file.write(line)
            count += 1
    return count
