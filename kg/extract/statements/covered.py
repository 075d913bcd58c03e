"""Which stretches of a sentence are somebody's words already."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from kg.model import Span


class Covered:
    """Some spans, asked in logarithmic time whether they meet another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        # the furthest end of all spans up to each
        self._ends = list(accumulate((span.end for span in ordered), max))

    def meets(self, span: Span) -> bool:
        """Whether one of the spans and this one have a character in common."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._ends[before - 1] > span.start
