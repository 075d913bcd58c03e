"""The lines of a text with their places; lines that are only wrapped are put together again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from kg.model import Span

__all__ = ["Line", "lines"]

INDENT = 4
"""Columns from which a paragraph counts as set in; a tab is as good."""

# Characters of the widest line that is only wrapped, of the narrowest column; lines that are enough to tell by.
_WIDEST = 100
_NARROWEST = 40
_FEWEST = 3
# How much shorter than the column a line may be that ends with a stop and is not the last of its paragraph.
_RAGGED = 12
_STOP = re.compile(r"[.!?:…]['\"”’)\]]*$")
_LINE = re.compile(r"[^\r\n]+|\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Line:
    """A line (or a paragraph of wrapped lines) without the white space around it. ``first``: nothing stands before.

    ``dateline``: it is the place and agency cut off a paragraph.
    """

    span: Span
    text: str
    indented: bool
    first: bool
    dateline: bool = False


def lines(text: str) -> Iterator[Line]:
    """All lines with something on them, in order."""
    groups = [[span for span in run if span] for filled, run in groupby(_raw(text), key=bool) if filled]
    column = _column(text, groups)
    first = True
    for group in groups:
        for span in _paragraphs(text, group, column) if column else group:
            yield Line(span, span.of(text), _indented(text, span.start), first)
            first = False


def _raw(text: str) -> Iterator[Span | None]:
    """The trimmed span of each line; None for an empty one."""
    after_break = True
    for m in _LINE.finditer(text):
        if m[0][0] in "\r\n":
            if after_break:
                yield None
            after_break = True
            continue
        after_break = False
        stripped = m[0].strip()
        if stripped:
            start = m.start() + m[0].index(stripped[0])
            yield Span(start, start + len(stripped))
        else:
            yield None


def _indented(text: str, start: int) -> bool:
    head = text[max(0, text.rfind("\n", 0, start) + 1) : start]
    return "\t" in head or head.count(" ") >= INDENT


def _column(text: str, groups: list[list[Span]]) -> int:
    """The width in which a text is set; 0 where its lines are paragraphs.

    Lines of at most 100 characters that are followed by another without a gap, of which two in five or more break in
    mid-sentence: the next begins with a small letter.
    """
    broken = [(here, below) for group in groups for here, below in pairwise(group)]
    narrow = sorted(here.end - here.start for here, _ in broken if here.end - here.start <= _WIDEST)
    if len(narrow) < _FEWEST or len(narrow) < 0.9 * len(broken):
        return 0
    small = sum(text[below.start].islower() for _, below in broken)
    column = narrow[int(0.9 * (len(narrow) - 1))]
    return column if small >= max(2, 0.4 * len(broken)) and column >= _NARROWEST else 0


def _paragraphs(text: str, group: list[Span], column: int) -> list[Span]:
    """The lines of a group put together where one goes on in the next."""
    out = group[:1]
    for here, below in pairwise(group):
        width = here.end - here.start
        ends = _STOP.search(text, max(here.start, here.end - 4), here.end) is not None
        goes_on = width >= column - _RAGGED if ends else width >= 0.6 * column
        if width <= _WIDEST and (text[below.start].islower() or goes_on):
            out[-1] = Span(out[-1].start, below.end)
        else:
            out.append(below)
    return out
