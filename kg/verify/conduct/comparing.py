"""Every remark of a state on a ballot beside its vote, and what they come to together.

Missing beats wrong: words whose ballot nothing tells are left out, words that may mean one of several are unclear, and
what is said of something else (a truce elsewhere, thanks) is no remark at all.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.load.rollcall import Record, roll_calls
from kg.model import (
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
from kg.terms import NamedNode
from kg.verify.conduct.attitude import Remark, remarks
from kg.verify.conduct.ballots import Event, Page, elsewhere, events, page
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
# More ballots than this that words may mean: nothing is said.
_TOO_MANY = 3
_RULE = "conduct/words"

Told = tuple[Document, Reading]
Key = tuple[str, NamedNode]


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
    recorded = {event.value.rsplit("/", 1)[1] for event in identity.events.values() if is_recorded(event)}
    known = events(told, identity, accepted, roll_calls(record, recorded))
    of_words: dict[str, dict[Statement | Stance, Claim]] = defaultdict(dict)
    of_votes: dict[tuple[str, NamedNode, Option], list[str]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.told, Statement | Stance):
            of_words[claim.document].setdefault(claim.told, claim)
        elif isinstance(claim.told, Position) and claim.ballot:
            event = identity.event(claim.document, claim.ballot.number)
            of_votes[claim.told.voter, event, claim.told.option].append(claim.iri.value)
    compared: dict[Key, dict[Comparison, None]] = defaultdict(dict)
    for document, reading in told:
        for found in _remarks(
            document, reading, page(document, reading, identity, known), known, of_words[document.id]
        ):
            state = found.utterance.voice.state
            compared[state, found.event.iri][_comparison(document, found)] = None
    return tuple(
        _conduct(state, known[event], tuple(pairs), of_votes)
        for (state, event), pairs in sorted(compared.items(), key=lambda item: (item[0][0], item[0][1].value))
    )


def _conduct(
    state: str,
    event: Event,
    pairs: tuple[Comparison, ...],
    of_votes: Mapping[tuple[str, NamedNode, Option], Sequence[str]],
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
    evidence = Evidence(utterance.span, utterance.span.of(document.text), _RULE, utterance.claim.evidence.confidence)
    return Comparison(utterance.claim.iri.value, document.id, evidence, remark.attitude, finding, reason)


def _remarks(
    document: Document,
    reading: Reading,
    asked: Page,
    known: Mapping[NamedNode, Event],
    claims: Mapping[Statement | Stance, Claim],
) -> Iterator[_Found]:
    """The remarks of a document on ballots in which the speaker's state has a known vote, each place once."""
    votes = _places_of_votes(reading)
    sided: dict[str, list[Span]] = defaultdict(list)
    for utterance in utterances(document, reading, claims):
        state = utterance.voice.state
        if any(span.meets(utterance.span) for span in sided[state]):
            continue
        for remark in _read(utterance, votes):
            meant = _meant(document, asked, known, utterance, remark)
            if len(meant) > _TOO_MANY or (len(meant) > 1 and remark.attitude is Attitude.NEUTRAL):
                continue
            for event in meant:
                if state in event.votes and _fits_the_outcome(remark, event):
                    sided[state].append(utterance.span)
                    yield _Found(event, utterance, remark, alone=len(meant) == 1)


def _read(utterance: Utterance, votes: Sequence[Span]) -> tuple[Remark, ...]:
    told = utterance.claim.told
    if utterance.explains:
        return (Remark(Attitude.NEUTRAL),)
    if not isinstance(told, Stance):
        return remarks(utterance.sentence, utterance.voice)
    side = _STANCES.get(told.stance)
    named = references(told.target, tokens(told.target))
    if side is None or not named or named[0].first > 0 or any(v.meets(utterance.span) for v in votes):
        return ()  # a deed that is told of the ballot itself is the vote, not a word on it
    return (Remark(side, named[0]),)


def _meant(
    document: Document, asked: Page, known: Mapping[NamedNode, Event], utterance: Utterance, remark: Remark
) -> tuple[Event, ...]:
    told = utterance.claim.told
    sentence = told.target if isinstance(told, Stance) else utterance.sentence
    if asked.ballots:
        return asked.meant(remark.reference, sentence, utterance.span, utterance.voice.state)
    if remark.reference is None or not remark.reference.definite or remark.reference.sort != "text":
        return ()
    around = " ".join((document.title or "", utterance.claim.evidence.quote))
    return elsewhere(document, around, known.values())


def _fits_the_outcome(remark: Remark, event: Event) -> bool:
    """Whether a side taken on the vote is one on the text: who welcomes that a draft failed is against the draft."""
    on_the_vote = remark.reference is not None and remark.reference.sort == "vote"
    return not on_the_vote or event.outcome not in (Outcome.REJECTED, Outcome.VETOED)


def _places_of_votes(reading: Reading) -> tuple[Span, ...]:
    return tuple(e.span for b in reading.ballots for e in (*b.evidence, *(p.evidence for p in b.positions)))
