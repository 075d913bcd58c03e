"""The lines of a text with their places; lines that are only wrapped are put together again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from kg.model import Span

__all__ = ["Line", "lines"]

INDENT = 4
"""Columns from which a paragraph counts as set in; a tab is as good."""

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
    first = True
    for filled, run in groupby(_raw(text), key=lambda span: span is not None):
        if not filled:
            continue
        group = [span for span in run if span is not None]
        for span in _unwrapped(text, group):
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


def _unwrapped(text: str, group: list[Span]) -> list[Span]:
    """One span for a paragraph set in lines of 45 to 100 characters that break in mid-sentence; else each line."""
    if len(group) < 3:
        return group
    widths = [s.end - s.start for s in group[:-1]]
    if not (min(widths) >= 45 and max(widths) <= 100 and max(widths) - min(widths) <= 25):
        return group
    mid_sentence = sum(text[s.start].islower() for s in group[1:])
    return [Span(group[0].start, group[-1].end)] if 2 * mid_sentence >= len(group) - 1 else group
