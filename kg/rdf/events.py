"""What is accepted of an event, as direct triples: one per vote, and the event's own date, numbers and outcome.

A document's graph carries the accepted triples that the document itself reports; the record's graph carries those of
the roll calls. A voting event of the record gets nothing from articles but its sponsors: its votes stand in the record.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from kg.ids import entity, slug
from kg.model import Ballot, Document, MeetingKind, Negotiation, Option, Outcome, Reading, SponsorRole, Status, When
from kg.nodes import registered, state
from kg.rdf import actors, propositions
from kg.rdf.actors import Fact, body
from kg.rdf.identity import Identity, is_recorded
from kg.rdf.propositions import COUNT, OUTCOME, code, interval
from kg.terms import NamedNode, literal
from kg.vocab import KG, RDF, RDFS

DIRECT = {
    Option.YES: KG.votedYes,
    Option.NO: KG.votedNo,
    Option.ABSTAIN: KG.abstainedFrom,
    Option.ABSENT: KG.absentFrom,
}
_PUT_FORWARD = frozenset({SponsorRole.SPONSOR, SponsorRole.DRAFTER, SponsorRole.COSPONSOR})
_CLASS = {
    MeetingKind.TALKS: KG.Negotiation,
    MeetingKind.AGREEMENT: KG.Negotiation,
    MeetingKind.CONSULTATIONS: KG.Negotiation,
    MeetingKind.SANCTIONS: KG.Negotiation,
}


@dataclass(frozen=True, slots=True)
class Accepted:
    """What is accepted of one event; what is disputed or unknown is left out."""

    label: str = ""
    body: str | None = None
    kind: MeetingKind | None = None
    when: When | None = None
    symbol: str | None = None
    outcome: Outcome | None = None
    tally: Mapping[Option, int] = field(default_factory=dict)
    votes: frozenset[tuple[str, Option]] = frozenset()
    place: str | None = None
    status: Status = Status.HELD


def event_facts(
    document: Document, reading: Reading, identity: Identity, accepted: Mapping[NamedNode, Accepted]
) -> Iterator[Fact]:
    """The events that a document reports, each with what is accepted of it and reported here."""
    for ballot in reading.ballots:
        event = identity.event(document.id, ballot.number)
        yield from _sponsors(event, ballot, document.id, identity)
        if not is_recorded(event):
            yield from _ballot(event, ballot, accepted.get(event, Accepted()))
    for place, met in enumerate(reading.negotiations):
        event = identity.encounter(document.id, place)
        participants = actors.all_nodes(met.participants, document.id, identity)
        yield from _encounter(event, met, participants, accepted.get(event, Accepted()))


def _sponsors(event: NamedNode, ballot: Ballot, document: str, identity: Identity) -> Iterator[Fact]:
    nodes = partial(actors.parties, document=document, identity=identity)
    for report in ballot.sponsorships:
        if report.role in _PUT_FORWARD:
            yield from ((event, KG.sponsor, node) for node in nodes(report.sponsor))
    yield from ((event, KG.requestedBy, node) for node in nodes(ballot.requested_by))
    yield from ((event, KG.about, node) for node in actors.all_nodes(ballot.about, document, identity))


def _ballot(event: NamedNode, ballot: Ballot, accepted: Accepted) -> Iterator[Fact]:
    yield event, RDF.type, KG.VotingEvent
    yield from _body(event, accepted.body or ballot.body)
    yield event, KG.ballotKind, code(ballot.kind)
    if accepted.label:
        yield event, RDFS.label, literal(accepted.label)
    yield event, KG.status, code(accepted.status)
    yield from ((event, predicate, value) for predicate, value in interval(accepted.when))
    if ballot.symbol and ballot.symbol == accepted.symbol:
        resolution = entity("resolution", slug(ballot.symbol))
        yield event, KG.symbol, literal(ballot.symbol)
        yield event, KG.resolution, resolution
        yield resolution, RDF.type, KG.Resolution
        yield resolution, KG.symbol, literal(ballot.symbol)
        yield resolution, RDFS.label, literal(ballot.symbol)
    if ballot.amended:
        yield event, KG.amended, literal(True)
    if accepted.outcome and accepted.outcome == ballot.outcome():
        yield event, KG.outcome, OUTCOME[accepted.outcome]
    for option, number in ballot.tally().items():
        if accepted.tally.get(option) == number:
            yield event, COUNT[option], literal(number)
    for position in ballot.positions:
        if (position.voter, position.option) in accepted.votes:
            yield state(position.voter), DIRECT[position.option], event


def _body(event: NamedNode, name: str) -> Iterator[Fact]:
    yield event, KG.body, body(name)
    kind = registered(name)
    if kind != "body":
        yield body(name), RDF.type, KG.Body
    if kind is None:
        yield body(name), RDFS.label, literal(name)


def _encounter(
    event: NamedNode, met: Negotiation, participants: tuple[NamedNode, ...], accepted: Accepted
) -> Iterator[Fact]:
    yield event, RDF.type, _CLASS.get(accepted.kind or met.kind, KG.Meeting)
    yield event, KG.encounterKind, code(accepted.kind or met.kind)
    if accepted.label:
        yield event, RDFS.label, literal(accepted.label)
    if accepted.when:
        yield event, KG.start, literal(accepted.when.start)
        yield event, KG.end, literal(accepted.when.end)
    yield event, KG.status, code(accepted.status)
    for predicate, value in propositions.meeting(met, participants):
        if predicate in (KG.participant, KG.round) or (predicate == KG.place and met.place == accepted.place):
            yield event, predicate, value
