"""Which ballot words are about: by its number, its sponsor, its body, its subject, and by what stands near.

Where several ballots of an article fit equally well, all of them are given, and it is for the caller to say so.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.model import ActorKind, Ballot, Document, Reading, Span
from kg.rdf import Identity
from kg.terms import NamedNode
from kg.verify.conduct.events import HELD, Event, stems
from kg.verify.conduct.naming import Named
from kg.verify.conduct.references import Reference

__all__ = ["Page", "page"]

# Paragraphs in which a ballot counts as near: the one of the words and the one before.
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Page:
    """A document as it is asked about: its ballots in hand with the places that speak of them, its paragraphs."""

    document: Document
    ballots: tuple["_Reported", ...]
    demands: frozenset[str]

    def meant(self, reference: Reference | None, place: Span, state: str) -> tuple[Event, ...]:
        """The ballots that words of a state at a place may be about: one where it is clear, none where nothing fits."""
        sort = reference.sort if reference and reference.sort in ("amendment", "paragraph") else "text"
        fitting = [b for b in self.ballots if b.event.sort == sort]
        if reference:
            named = Named.of(reference, state)
            if reference.sort == "call" and not self._called_for(named, fitting):
                return ()
            fitting = _best(
                [(named.fits(b.event), b) for b in fitting if named.title <= b.words], needs=not reference.definite
            )
        if len(fitting) > 1:
            fitting = self._nearest(fitting, place) or fitting
        return tuple(b.event for b in fitting)

    def _called_for(self, named: Named, ballots: Sequence["_Reported"]) -> bool:
        """Whether the texts call for what is named, as far as the article or the record tells."""
        return bool(named.words & (self.demands.union(*(b.event.words for b in ballots))))

    def _nearest(self, ballots: Sequence["_Reported"], place: Span) -> list["_Reported"]:
        """Those spoken of in the same paragraph, or in the one before; none where neither speaks of any."""
        here = bisect_right(self.document.blocks, place.start, key=lambda block: block.span.start) - 1
        for block in reversed(self.document.blocks[max(0, here + 1 - _NEAR) : here + 1]):
            near = [b for b in ballots if b.told_in(block.span, place)]
            if near:
                return near
        return []


@dataclass(frozen=True, slots=True)
class _Reported:
    """A ballot in a document: the places that tell votes, numbers or the outcome, and those that merely mention it.

    ``words`` are those of the report and of the ballot's subject.
    """

    event: Event
    votes: tuple[Span, ...]
    mentions: tuple[Span, ...]
    words: frozenset[str]

    def told_in(self, paragraph: Span, place: Span) -> bool:
        """Whether the paragraph speaks of the ballot up to a place. The words at the place are no witness of that."""
        return any(
            paragraph.holds(span) and span.start <= place.start
            for span in (*self.votes, *(m for m in self.mentions if not m.meets(place)))
        )


def page(document: Document, reading: Reading, identity: Identity, known: Mapping[NamedNode, Event]) -> Page:
    """What a document gives to tell its ballots apart. Past ballots are not in hand."""
    found = []
    for ballot in reading.ballots:
        event = known.get(identity.event(document.id, ballot.number))
        if event is not None and not ballot.past and ballot.status in HELD:
            report = stems(" ".join(e.quote for e in ballot.evidence))
            mentioned = tuple(e.span for e in ballot.evidence)
            found.append(_Reported(event, _places(ballot), mentioned, report | event.words))
    demanded = (
        s.words for s in reading.statements if s.speaker and s.speaker.kind in (ActorKind.DOCUMENT, ActorKind.BODY)
    )
    return Page(document, tuple(found), stems(" ".join(demanded)))


def _places(ballot: Ballot) -> tuple[Span, ...]:
    parts = (*(p.evidence for p in ballot.positions), *(c.evidence for c in ballot.counts))
    return tuple(sorted({e.span for e in parts} | {o.evidence.span for o in ballot.outcomes}))


def _best(scored: Sequence[tuple[int | None, _Reported]], *, needs: bool) -> list[_Reported]:
    """Those that fit best; where ``needs``, only those that have something of what is named."""
    fitting = [(points, b) for points, b in scored if points is not None and (points or not needs)]
    top = max((points for points, _ in fitting), default=0)
    return [b for points, b in fitting if points == top]
