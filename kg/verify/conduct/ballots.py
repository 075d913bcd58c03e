"""Which ballot words are about: by its number, its sponsor, its body, its subject, and by what stands near.

Where several ballots of an article fit equally well, all of them are given, and it is for the caller to say so.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from kg.codes import name_key
from kg.extract.gazetteer import mentions
from kg.extract.lexicon import wordset
from kg.model import ActorKind, Ballot, BallotKind, Document, Option, Outcome, Reading, RollCall, Span, Status
from kg.rdf import Accepted, Identity, is_recorded
from kg.terms import NamedNode
from kg.verify.conduct.references import Reference

__all__ = ["Event", "Page", "events", "page"]

_SORT = {
    BallotKind.AMENDMENT: "amendment",
    BallotKind.PARAGRAPH: "paragraph",
    BallotKind.ELECTION: "election",
}
_HELD = (Status.HELD, Status.FAILED)
# Words that do not tell one text from another.
_PLAIN = frozenset(
    word[:6]
    for word in wordset(
        "resolution resolutions draft text document united nations general assembly security council vote votes "
        "voted calls calling call demands demand demanding urges urging adopted adoption this that these those "
        "with from which their after about against states state member members country countries body proposal "
        "measure question report immediate immediately full comprehensive unconditional lasting just urgent "
        "international world people would also been have will does were said says support supporting condemns "
        "condemning condemn last first year years into over under upon between when where there other than more "
        "most such only amid while must should"
    )
)
# Days between words and vote, where the words stand in an article that tells of no ballot.
_BEFORE, _AFTER = timedelta(14), timedelta(10)
_SYMBOL = re.compile(r"(?:[AS]/)?(?:RES/)?(.+?)(?: ?\((?:19|20)\d\d\))?")
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Event:
    """What all reports and the record tell of one ballot; ``votes`` holds the accepted ones by state."""

    iri: NamedNode
    body: str
    sort: str
    day: date | None = None
    symbols: frozenset[str] = frozenset()
    sponsors: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    outcome: Outcome | None = None
    amended: bool = False
    votes: Mapping[str, Option] = field(default_factory=dict)


def events(
    told: Iterable[tuple[Document, Reading]],
    identity: Identity,
    accepted: Mapping[NamedNode, Accepted],
    rollcalls: Iterable[RollCall],
) -> dict[NamedNode, Event]:
    """The ballots that the documents report, by event; the record's votes hold over what articles say."""
    calls = {call.id: call for call in rollcalls}
    reported: dict[NamedNode, list[Ballot]] = defaultdict(list)
    for document, reading in told:
        for ballot in reading.ballots:
            if ballot.status in _HELD:
                reported[identity.event(document.id, ballot.number)].append(ballot)
    return {iri: _event(iri, ballots, accepted, calls) for iri, ballots in reported.items()}


def _event(
    iri: NamedNode,
    ballots: Sequence[Ballot],
    accepted: Mapping[NamedNode, Accepted],
    calls: Mapping[str, RollCall],
) -> Event:
    known = accepted.get(iri, Accepted())
    call = calls.get(iri.value.rsplit("/", 1)[1]) if is_recorded(iri) else None
    votes = dict(call.votes) if call else dict(known.votes)
    when = known.when
    subject = " ".join([*(b.subject for b in ballots), *((call.title, call.subjects) if call else ())])
    symbols = [b.symbol for b in ballots if b.symbol] + ([call.symbol, *call.draft.split("|")] if call else [])
    return Event(
        iri=iri,
        body=known.body or ballots[0].body,
        sort=_SORT.get(ballots[0].kind, "text"),
        day=call.date if call else (when.start if when and when.start == when.end else None),
        symbols=frozenset(s for s in map(plain_symbol, symbols) if s),
        sponsors=frozenset(s.sponsor.key for b in ballots for s in b.sponsorships),
        words=stems(subject),
        outcome=Outcome.ADOPTED if call and "/RES/" in call.symbol else known.outcome,
        amended=any(b.amended for b in ballots),
        votes=votes,
    )


def stems(text: str) -> frozenset[str]:
    """The words that tell one subject from another, cut to their first letters."""
    return frozenset(w[:6] for w in name_key(text).split() if len(w) > 3) - _PLAIN


def plain_symbol(printed: str) -> str:
    """``A/RES/ES-11/7`` -> ``es-11/7``; ``S/RES/2774 (2025)``, ``Resolution 2774`` -> ``2774``."""
    match = _SYMBOL.fullmatch(printed.strip().upper().removeprefix("RESOLUTION "))
    return match[1].strip().lower() if match else ""


@dataclass(frozen=True, slots=True)
class Page:
    """A document as it is asked about: its ballots in hand with the places that speak of them, its paragraphs."""

    document: Document
    ballots: tuple["_Reported", ...]
    demands: frozenset[str]

    def meant(self, reference: Reference | None, sentence: str, place: Span, state: str) -> tuple[Event, ...]:
        """The ballots that words of a state at a place may be about: one where it is clear, none where nothing fits."""
        sort = reference.sort if reference and reference.sort in ("amendment", "paragraph") else "text"
        fitting = [b for b in self.ballots if b.event.sort == sort]
        if reference:
            named = _Named.of(reference, sentence, state)
            if reference.sort == "call" and not self._called_for(named, fitting):
                return ()
            fitting = _best([(named.fits(b.event), b) for b in fitting], needs=not reference.definite)
        if len(fitting) > 1:
            fitting = self._nearest(fitting, place) or fitting
        return tuple(b.event for b in fitting)

    def _called_for(self, named: "_Named", ballots: Sequence["_Reported"]) -> bool:
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
    """A ballot in a document: the places that tell votes, numbers or the outcome, and those that merely mention it."""

    event: Event
    votes: tuple[Span, ...]
    mentions: tuple[Span, ...]

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
        if event is not None and not ballot.past and ballot.status in _HELD:
            found.append(_Reported(event, _places(ballot), tuple(e.span for e in ballot.evidence)))
    demanded = (
        s.words for s in reading.statements if s.speaker and s.speaker.kind in (ActorKind.DOCUMENT, ActorKind.BODY)
    )
    return Page(document, tuple(found), stems(" ".join(demanded)))


def _places(ballot: Ballot) -> tuple[Span, ...]:
    parts = (*(p.evidence for p in ballot.positions), *(c.evidence for c in ballot.counts))
    return tuple(sorted({e.span for e in parts} | {o.evidence.span for o in ballot.outcomes}))


@dataclass(frozen=True, slots=True)
class _Named:
    """What the words say of a text: its number, the body, whose it is, what it is about."""

    symbol: str | None
    bodies: frozenset[str]
    sponsors: frozenset[str]
    words: frozenset[str]

    @classmethod
    def of(cls, reference: Reference, sentence: str, state: str) -> "_Named":
        phrase = sentence[reference.span.start : reference.span.end]
        actors = [m.actor for m in mentions(phrase)]
        states = {a.key for a in actors if a.kind is not ActorKind.BODY and a.key not in ("UN",)}
        if "own" in reference.modifiers or phrase.lower().startswith("our "):
            states.add(state)
        if "european" in {m.split("-")[0] for m in reference.modifiers}:
            states.add("European countries")
        return cls(
            symbol=plain_symbol(reference.symbol) if reference.symbol else None,
            bodies=frozenset(a.key for a in actors if a.kind is ActorKind.BODY),
            sponsors=frozenset(states),
            words=stems(" ".join((*reference.modifiers, reference.complement))),
        )

    def fits(self, event: Event) -> int | None:
        """How much of what is named the event has; None where it contradicts."""
        if self.symbol is not None:
            return 9 if self.symbol in event.symbols else None
        if self.bodies and event.body not in self.bodies:
            return None
        points = len(self.bodies)
        if self.sponsors and event.sponsors:
            shared = {s for s in self.sponsors if any(_same_side(s, other) for other in event.sponsors)}
            if not shared:
                return None
            points += 3
        return points + bool(self.words & event.words)


def _same_side(named: str, sponsor: str) -> bool:
    return named == sponsor or ("European" in named and "European" in sponsor)


def _best(scored: Sequence[tuple[int | None, _Reported]], *, needs: bool) -> list[_Reported]:
    """Those that fit best; where ``needs``, only those that have something of what is named."""
    fitting = [(points, b) for points, b in scored if points is not None and (points or not needs)]
    top = max((points for points, _ in fitting), default=0)
    return [b for points, b in fitting if points == top]


def elsewhere(document: Document, named_in: str, known: Iterable[Event]) -> tuple[Event, ...]:
    """The one ballot of other documents that words in a document without ballots are about, if any.

    It must have been voted on in the days around the document, and its subject must be named there in two words.
    """
    if document.published is None:
        return ()
    words = stems(named_in)
    days = (document.published - _BEFORE, document.published + _AFTER)
    near = [
        event
        for event in known
        if event.sort == "text" and event.day and days[0] <= event.day <= days[1] and len(event.words & words) >= 2
    ]
    return tuple(near) if len(near) == 1 else ()
