"""The sentence that evidence stands in: what a reader is shown, where the exact words alone would say too little."""

from bisect import bisect_right
from collections.abc import Callable

from kg.extract.sentences import sentences
from kg.model import Document, Role, Span


def surrounding(document: Document) -> Callable[[Span], Span]:
    """A function from a span to the sentence it stands in, or to the sentences it runs over, whole.

    A span that no sentence holds (a date line) is its own surrounding.
    """
    cut = [s.span for s in sentences(document, frozenset(Role))]
    starts = [s.start for s in cut]

    def whole(span: Span) -> Span:
        first = bisect_right(starts, span.start) - 1
        last = bisect_right(starts, max(span.start, span.end - 1)) - 1
        if first < 0 or not cut[first].meets(span):
            return span
        return Span(cut[first].start, max(span.end, cut[last].end))

    return whole
