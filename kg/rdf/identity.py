"""Which thing in the graph a name or a report in a document stands for: what resolution decided, as plain maps."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.ids import ID, content, entity, slug
from kg.terms import NamedNode

RECORDED = ID + "event/undl-"
ENTRY = "https://digitallibrary.un.org/record/"
"""Where the Dag Hammarskjöld Library shows an entry of its catalogue."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What resolution decided. Keys are (document id, what the document calls it).

    ``events`` maps a ballot's number to the voting event it reports; ``officials`` a person's fullest name in the
    document to the official; ``encounters`` the place of a negotiation in the reading (0, 1, ...) to the event.
    ``names`` is the name an official is shown by. What is not in a map stands for itself: a ballot is an event of
    its document, a name an official of that name.
    """

    events: Mapping[tuple[str, int], NamedNode] = field(default_factory=dict)
    officials: Mapping[tuple[str, str], NamedNode] = field(default_factory=dict)
    encounters: Mapping[tuple[str, int], NamedNode] = field(default_factory=dict)
    names: Mapping[NamedNode, str] = field(default_factory=dict)

    def event(self, document: str, ballot: int) -> NamedNode:
        """The voting event that a document's ballot reports."""
        return self.events.get((document, ballot)) or content("event", document, "ballot", ballot)

    def rollcalls(self) -> frozenset[str]:
        """The ids of the roll calls that documents report."""
        return frozenset(id_ for event in self.events.values() if (id_ := rollcall_of(event)))

    def official(self, document: str, name: str) -> NamedNode:
        """The official whom a document calls by this name."""
        return self.officials.get((document, name)) or entity("official", slug(name))

    def encounter(self, document: str, place: int) -> NamedNode:
        """The event of a document's negotiation."""
        return self.encounters.get((document, place)) or content("event", document, "encounter", place)


def is_recorded(event: NamedNode) -> bool:
    """Whether the event is a roll call of the official record."""
    return event.value.startswith(RECORDED)


def rollcall_of(event: NamedNode) -> str | None:
    """The id of the roll call that an event is (``undl-4090909``); None where it is none of the record."""
    return event.value.rsplit("/", 1)[1] if is_recorded(event) else None


def recorded_event(rollcall: str) -> NamedNode:
    """The event of a roll call, by its id (``undl-4090909``)."""
    return entity("event", rollcall)


def record_of(event: NamedNode) -> NamedNode:
    """The record that a verdict on a recorded event cites."""
    return NamedNode(event.value.replace("/event/", "/record/", 1))


def library_entry(record: str) -> str:
    """The address of a record's entry in the UN Digital Library, by the record's IRI."""
    return ENTRY + record.rpartition("/undl-")[2]
