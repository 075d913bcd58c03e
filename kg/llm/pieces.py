"""A document in pieces that a model can read at once, cut between sentences."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kg.extract.story import Story
from kg.model import Span

__all__ = ["Piece", "halves", "pieces"]

# Some 2,500 words: what a model of any size reads with care.
LONGEST = 15_000


@dataclass(frozen=True, slots=True)
class Piece:
    """Whole sentences in a row, each with its block. ``text`` is what is sent: theirs, nothing that stands between."""

    sentences: tuple[tuple[Span, int], ...]
    text: str

    @property
    def span(self) -> Span:
        """From the first to the last sentence."""
        return Span(self.sentences[0][0].start, self.sentences[-1][0].end)


def pieces(story: Story, longest: int = LONGEST) -> Iterator[Piece]:
    """The pieces of a story in text order, but for those in which nobody is named and nothing is quoted."""
    told = sorted(
        [m.span.start for m in story.mentions]
        + [q.span.start for q in story.quotations]
        + [s.start for p in story.people for s in p.mentions]
    )
    row: list[tuple[Span, int]] = []
    for sentence in story.sentences:
        for span in _cut(story.document.text, sentence.span, longest):
            if row and span.end - row[0][0].start > longest:
                yield from _telling(story, row, told)
                row = []
            row.append((span, sentence.block))
    if row:
        yield from _telling(story, row, told)


def halves(story: Story, piece: Piece) -> tuple[Piece, ...]:
    """A piece in two; none where it is one sentence."""
    middle = len(piece.sentences) // 2
    return tuple(_piece(story, half) for half in (piece.sentences[:middle], piece.sentences[middle:])) if middle else ()


def _telling(story: Story, row: Sequence[tuple[Span, int]], told: Sequence[int]) -> Iterator[Piece]:
    piece = _piece(story, row)
    at = bisect_left(told, piece.span.start)
    if at < len(told) and told[at] < piece.span.end:
        yield piece


def _piece(story: Story, row: Sequence[tuple[Span, int]]) -> Piece:
    text = story.document.text
    paragraphs = [[span for span, _ in part] for _, part in groupby(row, key=lambda s: s[1])]
    sent = "\n\n".join(text[part[0].start : part[-1].end] for part in paragraphs)
    return Piece(tuple(row), sent)


def _cut(text: str, span: Span, longest: int) -> Iterator[Span]:
    """A sentence; one that is longer than a piece in stretches, cut at blanks."""
    start = span.start
    while span.end - start > longest:
        blank = text.rfind(" ", start + 1, start + longest)
        end = blank if blank > start else start + longest
        yield Span(start, end)
        start = end
    yield Span(start, span.end)
