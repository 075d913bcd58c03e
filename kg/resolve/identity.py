"""All that resolution decides, at once, in the form in which the graph is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.ids import entity
from kg.model import Document, Judgement, Matching, Reading, RollCall
from kg.rdf.identity import Identity
from kg.resolve.ballots import resolve_ballots
from kg.resolve.encounters import resolve_encounters
from kg.resolve.people import resolve_people
from kg.terms import NamedNode

__all__ = ["Resolved", "resolve"]


@dataclass(frozen=True, slots=True)
class Resolved:
    """Who is who and which event is which, and every judgement that holds: the program's own, then people's.

    ``matchings`` say, by document and number, how each ballot stands to the record.
    """

    identity: Identity
    judgements: tuple[Judgement, ...]
    matchings: Mapping[tuple[str, int], Matching] = field(default_factory=dict)


def resolve(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    rollcalls: Sequence[RollCall] = (),
    judgements: Sequence[Judgement] = (),
) -> Resolved:
    """Resolve officials, ballots and encounters of all readings. ``judgements`` are people's, in the order given."""
    years = {d.id: d.published.year for d in documents if d.published}
    people = resolve_people(readings, judgements, years)
    ballots = resolve_ballots(documents, readings, rollcalls, judgements)
    encounters = resolve_encounters(readings, people)
    identity = Identity(
        events={key: entity("event", event) for key, event in ballots.events.items()},
        officials={use: NamedNode(iri) for use, iri in people.iris.items()},
        encounters={key: entity("event", event) for key, event in encounters.items()},
        names={NamedNode(people.iris[use]): name for use, name in people.canonical.items()},
    )
    return Resolved(identity, (*people.judgements, *ballots.judgements, *judgements), ballots.matchings)
