"""An article taken apart for showing: its paragraphs, cut where a claim begins or ends, and what was read there."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from kg.model import STORY, Document, Dropped, Fact, Reading, Role, Span
from kg.model.facts import evidences, facts
from kg.review import ballot_in_words, in_words
from kg.review.telling import votes_in_words

__all__ = ["DROPPED", "Explained", "Mark", "Paragraph", "Piece", "explain"]

DROPPED = "not kept"
"""The kind of a mark on what was read and left out."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A numbered place, or several, and what was understood there. ``kind`` is that of the facts, or DROPPED.

    Facts that rest on the very same words by one rule share a mark. ``said`` is what was understood, a line each; of
    what was left out it is the reason. ``confidence`` is that of the least sure fact, None for what was left out.
    ``ballot`` is the number of the vote that it belongs to, and ``keys`` are those of the facts (``kg.model.facts``).
    """

    number: int
    kind: str
    spans: tuple[Span, ...]
    said: tuple[str, ...]
    rule: str = ""
    confidence: float | None = None
    ballot: int | None = None
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph on which the same marks lie, the one that begins first before the others.

    ``ends`` are the marks of which a stretch ends with the piece; ``begins`` says whether one begins with it.
    """

    span: Span
    marks: tuple[Mark, ...]
    ends: tuple[Mark, ...]
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the article. ``marks`` are those that are explained under it: those that begin in it.

    ``read`` says whether its facts are the article's own; boilerplate, captions and credits are not read.
    """

    span: Span
    role: Role
    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...]

    @property
    def read(self) -> bool:
        """Whether what it says counts as the article's own word."""
        return self.role in STORY


@dataclass(frozen=True, slots=True)
class Explained:
    """An article with every claim marked in it. ``ballots`` are the votes it tells of, by number, in words.

    ``around`` is the number of facts in the page around the article, which are not the article's.
    """

    document: Document
    extractor: str
    paragraphs: tuple[Paragraph, ...]
    marks: tuple[Mark, ...]
    ballots: tuple[tuple[int, str], ...] = ()
    around: int = 0


def explain(document: Document, reading: Reading, around: Reading | None = None) -> Explained:
    """The article with every claim marked; ``around`` is what the page around it states."""
    marks = _marks(reading)
    beside = sum(1 for _ in facts(around)) if around else 0
    ballots = tuple((b.number, ballot_in_words(b)) for b in reading.ballots)
    paragraphs = tuple(_paragraphs(document, marks))
    return Explained(document, reading.extractor, paragraphs, marks, ballots, beside)


def _marks(reading: Reading) -> tuple[Mark, ...]:
    """All marks, numbered in the order of the text."""
    groups: dict[Hashable, list[Fact]] = defaultdict(list)
    for fact in facts(reading):
        number = fact.ballot.number if fact.ballot else None
        groups[fact.kind, number, _spans(fact), fact.evidence.rule].append(fact)
    found = [*map(_mark, groups.values()), *map(_drop, reading.dropped)]
    ordered = sorted(found, key=lambda m: (m.spans[0].start, -m.spans[0].end, m.kind, m.ballot or 0, m.said))
    return tuple(
        Mark(number, m.kind, m.spans, m.said, m.rule, m.confidence, m.ballot, m.keys)
        for number, m in enumerate(ordered, 1)
    )


def _spans(fact: Fact) -> tuple[Span, ...]:
    """The stretches to mark: of a statement the words, not the sentence around them."""
    found = evidences(fact.told)
    words = found[:-1] if fact.kind == "statement" and len(found) > 1 else found
    return tuple(sorted({evidence.span for evidence in words}))


def _mark(told: Sequence[Fact]) -> Mark:
    first = told[0]
    said = votes_in_words(told) if first.kind == "vote" else tuple(dict.fromkeys(map(in_words, told)))
    return Mark(
        0,
        first.kind.value,
        _spans(first),
        said,
        first.evidence.rule,
        min(e.confidence for fact in told for e in evidences(fact.told)),
        first.ballot.number if first.ballot else None,
        tuple(fact.key for fact in told),
    )


def _drop(drop: Dropped) -> Mark:
    return Mark(0, DROPPED, (drop.span,), (f"{drop.kind}: {drop.reason}",))


def _paragraphs(document: Document, marks: Sequence[Mark]) -> Iterator[Paragraph]:
    blocks = document.blocks
    starts = [block.span.start for block in blocks]
    lying: dict[int, list[_Lying]] = defaultdict(list)
    begun: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        begun[max(0, bisect_right(starts, mark.spans[0].start) - 1)].append(mark)
        for span in mark.spans:
            first, last = max(0, bisect_right(starts, span.start) - 1), bisect_right(starts, span.end - 1)
            met = [place for place in range(first, last) if blocks[place].span.meets(span)]
            for place in met:
                lying[place].append(_Lying(span, mark, ends=place == met[-1]))
    for place, block in enumerate(blocks):
        yield Paragraph(block.span, block.role, _pieces(block.span, lying[place]), tuple(begun[place]))


class _Lying(NamedTuple):
    """A stretch that a mark lies on, and whether this paragraph is the last of it."""

    span: Span
    mark: Mark
    ends: bool


def _pieces(whole: Span, lying: Iterable[_Lying]) -> tuple[Piece, ...]:
    """The paragraph cut at every beginning and end of a mark: pieces follow one another and cover it."""
    begin: dict[int, list[Mark]] = defaultdict(list)
    end: dict[int, list[Mark]] = defaultdict(list)
    close: dict[int, list[Mark]] = defaultdict(list)
    for span, mark, closes in lying:
        start, stop = max(span.start, whole.start), min(span.end, whole.end)
        begin[start].append(mark)
        end[stop].append(mark)
        if closes:
            close[stop].append(mark)
    cuts = sorted({whole.start, whole.end, *begin, *end})
    active: dict[int, Mark] = {}
    depth: dict[int, int] = defaultdict(int)
    pieces = []
    for start, stop in pairwise(cuts):
        for mark in end[start]:
            depth[mark.number] -= 1
            if not depth[mark.number]:
                del active[mark.number]
        for mark in begin[start]:
            depth[mark.number] += 1
            active[mark.number] = mark
        ends = tuple({m.number: m for m in close[stop]}.values())
        pieces.append(Piece(Span(start, stop), tuple(active.values()), ends, bool(begin[start])))
    return tuple(pieces)
