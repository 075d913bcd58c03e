"""Every remark of a state on a ballot beside its vote, and what they come to together.

Missing beats wrong: words whose ballot nothing tells are left out, words that may mean one of several are unclear, and
what is said of something else (a truce elsewhere, thanks) is no remark at all.
"""

import re
from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.load.rollcall import Record, roll_calls
from kg.model import (
    ActorKind,
    Attitude,
    Comparison,
    Conduct,
    Document,
    Evidence,
    Option,
    Outcome,
    Position,
    Reading,
    Span,
    Stance,
    Statement,
)
from kg.rdf import Accepted, Claim, Identity, is_recorded, record_of
from kg.rdf.surrounding import surrounding
from kg.terms import NamedNode
from kg.verify.conduct.attitude import Remark, remarks
from kg.verify.conduct.ballots import Page, page
from kg.verify.conduct.events import Event, by_day, elsewhere, events
from kg.verify.conduct.references import references, tokens
from kg.verify.conduct.utterances import Utterance, utterances
from kg.verify.conduct.weighing import together, weigh

__all__ = ["conduct"]

_STANCES = {
    "supports": Attitude.FAVOURABLE,
    "welcomes": Attitude.FAVOURABLE,
    "opposes": Attitude.CRITICAL,
    "rejects": Attitude.CRITICAL,
    "condemns": Attitude.CRITICAL,
}
_LASTING = re.compile(r"\b(?:supports|endorses|opposes|favours|favors)\b")
# More ballots than this that words may mean: nothing is said.
_TOO_MANY = 3
_RULE = "conduct/words"

Told = tuple[Document, Reading]
Key = tuple[str, NamedNode]
Calendar = Mapping[date, Sequence[Event]]
Words = dict[Statement | Stance, Claim]
Votes = Mapping[tuple[str, NamedNode, Option], Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Found:
    """A remark on a ballot: who made it where, and whether other ballots come into question."""

    event: Event
    utterance: Utterance
    remark: Remark
    alone: bool


def conduct(
    told: Sequence[Told],
    claims: Iterable[Claim],
    identity: Identity,
    accepted: Mapping[NamedNode, Accepted],
    record: Record,
) -> tuple[Conduct, ...]:
    """What each state is reported to say of each ballot beside its vote, by state and event.

    ``claims`` are those of the documents; the votes are the record's where it has the ballot, else the accepted ones.
    """
    known = events(told, identity, accepted, roll_calls(record, identity.rollcalls()))
    calendar = by_day(known.values())
    of_words, of_votes = _by_what_they_say(claims, identity)
    posts = _posts(told, identity)
    compared: dict[Key, dict[Comparison, None]] = defaultdict(dict)
    for document, reading in told:
        acting_for = _acting_for(document, reading, identity, posts)
        said = utterances(document, reading, of_words.get(document.id, {}), acting_for)
        for found in _remarks(reading, page(document, reading, identity, known), said, calendar):
            compared[found.utterance.voice.state, found.event.iri][_comparison(document, found)] = None
    return tuple(
        _conduct(state, known[event], tuple(pairs), of_votes)
        for (state, event), pairs in sorted(compared.items(), key=lambda item: (item[0][0], item[0][1].value))
    )


def _by_what_they_say(claims: Iterable[Claim], identity: Identity) -> tuple[dict[str, Words], Votes]:
    """The claims of words by document, and those of votes by state, event and option."""
    words: dict[str, Words] = defaultdict(dict)
    votes: dict[tuple[str, NamedNode, Option], list[str]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.told, Statement | Stance):
            words[claim.document].setdefault(claim.told, claim)
        elif isinstance(claim.told, Position) and claim.ballot:
            event = identity.event(claim.document, claim.ballot.number)
            votes[claim.told.voter, event, claim.told.option].append(claim.iri.value)
    return words, votes


def _conduct(
    state: str,
    event: Event,
    pairs: tuple[Comparison, ...],
    of_votes: Votes,
) -> Conduct:
    option = event.votes[state]
    finding, reason = together(pairs, option)
    return Conduct(
        state=state,
        event=event.iri.value,
        option=option,
        finding=finding,
        reason=reason,
        comparisons=pairs,
        claims=tuple(sorted(of_votes.get((state, event.iri, option), ()))),
        record=record_of(event.iri).value if is_recorded(event.iri) else None,
    )


def _comparison(document: Document, found: _Found) -> Comparison:
    utterance, remark = found.utterance, found.remark
    option = found.event.votes[utterance.voice.state]
    finding, reason = weigh(remark, option, alone=found.alone, amended=found.event.amended)
    evidence = Evidence(utterance.shown, utterance.shown.of(document.text), _RULE, utterance.claim.evidence.confidence)
    return Comparison(utterance.claim.iri.value, document.id, evidence, remark.attitude, finding, reason)


def _posts(told: Iterable[Told], identity: Identity) -> dict[NamedNode, set[str]]:
    """The states for which each official holds a post, by whatever document."""
    posts: dict[NamedNode, set[str]] = defaultdict(set)
    for document, reading in told:
        for held in reading.tenures:
            if held.represents and held.represents.kind is ActorKind.STATE and not held.former:
                posts[identity.official(document.id, held.official)].add(held.represents.key)
    return posts


def _acting_for(
    document: Document, reading: Reading, identity: Identity, posts: Mapping[NamedNode, set[str]]
) -> dict[str, str]:
    """The state of each speaker of a document who acts for exactly one, by the name used there."""
    names = {s.speaker.key for s in reading.statements if s.speaker and s.speaker.kind is ActorKind.OFFICIAL}
    found = {name: posts.get(identity.official(document.id, name), set()) for name in names}
    return {name: next(iter(states)) for name, states in found.items() if len(states) == 1}


def _remarks(reading: Reading, asked: Page, said: Iterable[Utterance], calendar: Calendar) -> Iterator[_Found]:
    """The remarks of a document on ballots in which the speaker's state has a known vote, each place once."""
    votes = _sentences_of_votes(asked.document, reading) if reading.stances else []
    sided: dict[str, list[Span]] = defaultdict(list)
    for utterance in said:
        state = utterance.voice.state
        if _meets_any(utterance.span, sided[state]):
            continue
        for remark in _read(utterance, votes):
            meant = _meant(asked, calendar, utterance, remark)
            if len(meant) > _TOO_MANY or (len(meant) > 1 and remark.attitude is Attitude.NEUTRAL):
                continue
            for event in meant:
                if state in event.votes and _fits_the_outcome(remark, event):
                    insort(sided[state], utterance.span)
                    yield _Found(event, utterance, remark, alone=len(meant) == 1)


def _meets_any(span: Span, ordered: Sequence[Span]) -> bool:
    """Whether a stretch shares a character with one of several that are in order and apart."""
    at = bisect_right(ordered, span)
    return any(other.meets(span) for other in ordered[max(0, at - 1) : at + 1])


def _read(utterance: Utterance, votes: Sequence[Span]) -> tuple[Remark, ...]:
    told = utterance.claim.told
    if utterance.explains:
        return (Remark(Attitude.NEUTRAL),)
    if not isinstance(told, Stance):
        return remarks(utterance.sentence, utterance.voice)
    side = _STANCES.get(told.stance)
    named = references(told.target, tokens(told.target))
    if side is None or not named or named[0].first > 0 or _meets_any(utterance.span, votes):
        return ()
    if told.stance in ("supports", "opposes") and not _LASTING.search(told.evidence.quote):
        return ()  # 'the measure was backed by Chad' tells the vote
    return (Remark(side, named[0]),)


def _meant(asked: Page, calendar: Calendar, utterance: Utterance, remark: Remark) -> tuple[Event, ...]:
    if asked.ballots:
        return asked.meant(remark.reference, utterance.span, utterance.voice.state)
    if remark.reference is None or not remark.reference.definite or remark.reference.sort != "text":
        return ()
    around = " ".join((asked.document.title or "", utterance.claim.evidence.quote))
    return elsewhere(asked.document, around, calendar)


def _fits_the_outcome(remark: Remark, event: Event) -> bool:
    """Whether a side taken on the vote is one on the text: who welcomes that a draft failed is against the draft."""
    on_the_vote = remark.reference is not None and remark.reference.sort == "vote"
    return not on_the_vote or event.outcome not in (Outcome.REJECTED, Outcome.VETOED)


def _sentences_of_votes(document: Document, reading: Reading) -> list[Span]:
    """The sentences that tell how somebody voted, in order and apart."""
    whole = surrounding(document)
    told = [
        *(p.evidence.span for b in reading.ballots for p in b.positions),
        *(c.evidence.span for b in reading.ballots for c in b.counts),
        *(o.evidence.span for b in reading.ballots for o in b.outcomes),
    ]
    apart: list[Span] = []
    for span in sorted(map(whole, told)):
        if apart and span.start < apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, span.end))
        else:
            apart.append(span)
    return apart
