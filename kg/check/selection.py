"""What of a graph the checks look at: all that articles say, and of the long record and long views a sample.

A million votes need not go through SHACL one by one: they were written by one rule, so a part of the ballots shows
what is wrong with all; their arithmetic is done on the record's tables, to the last vote. The sample is drawn by a
checksum of the ballot's IRI: the same ballots on every run.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol
from zlib import crc32

from kg.check.arithmetic.tables import COUNTS, EVENT
from kg.ids import GRAPH, ID
from kg.load.record import Record
from kg.rdf import DIRECT
from kg.terms import NamedNode, Quad

__all__ = ["Held", "Selection", "everything", "select"]

VOTES = frozenset(DIRECT.values())

_REGISTERS = GRAPH + "ontology"
# Two thirds of the registers: they come with the program, whose tests hold them to the shapes.
_DATED = (f"{ID}membership/", f"{ID}interval/")
_RECORD, _VIEW = GRAPH + "record/", GRAPH + "view/"
_VOTES = 5_000
# All scores of a view are written by one line of code, so that few of them show what all are.
_SCORES = 1_000


class Held(Protocol):
    """A store, as far as it is read here."""

    def quads(
        self, graph: NamedNode | None = None, *, subject: NamedNode | None = None, obj: NamedNode | None = None
    ) -> Iterator[Quad]:
        """The quads of a graph, of a subject, with an object."""

    def graphs(self) -> tuple[NamedNode, ...]:
        """The names of all graphs."""

    def __len__(self) -> int:
        """The number of quads."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The quads to look at and a sentence that says how many there are, and what was left out."""

    quads: tuple[Quad, ...]
    scope: str


def everything(quads: Iterable[Quad]) -> Selection:
    """All of a graph."""
    chosen = tuple(dict.fromkeys(quads))
    return Selection(chosen, f"{len(chosen):,} triples")


def select(held: Held, record: Record, votes: int = _VOTES) -> Selection:
    """What to look at of a store that holds this record; at most ``votes`` votes of it go through SHACL.

    The registers come first: what is said of states and bodies is needed to understand the rest. Their dated
    memberships are left out.
    """
    own, scores = list[Quad](), _Sample(_SCORES)
    for graph in sorted(held.graphs(), key=lambda name: (name.value != _REGISTERS, name.value)):
        if graph.value.startswith(_VIEW):
            scores.extend(held.quads(graph))
        elif graph.value == _REGISTERS:
            own += (quad for quad in held.quads(graph) if not str(quad.subject)[1:].startswith(_DATED))
        elif not graph.value.startswith(_RECORD):
            own += held.quads(graph)
    sampled = _sampled(record, votes)
    named = {q.object.value for q in own if isinstance(q.object, NamedNode) and q.object.value.startswith(EVENT)}
    rolls = [quad for event in sorted(named | sampled) for quad in _roll_call(held, NamedNode(event), event in sampled)]
    chosen = tuple(dict.fromkeys((*own, *rolls, *scores.quads)))
    scope = f"{len(held):,} triples"
    if len(sampled) < record.rollcalls.height:
        scope += f", of the {record.rollcalls.height:,} roll calls the votes of {len(sampled):,}"
    if scores.rate > 1:
        scope += f", of the {scores.seen:,} triples of views {len(scores.quads):,}"
    return Selection(chosen, scope)


def _sampled(record: Record, limit: int) -> frozenset[str]:
    """The IRIs of roll calls that have no more votes together than the limit."""
    listed = [(f"{EVENT}{call}", sum(counts)) for call, *counts in record.rollcalls.select("id", *COUNTS).iter_rows()]
    rate = 1
    while sum(votes for _, votes in listed) > limit:
        rate *= 2
        listed = [(event, votes) for event, votes in listed if _drawn(event, rate)]
    return frozenset(event for event, _ in listed)


def _roll_call(held: Held, event: NamedNode, votes: bool) -> Iterator[Quad]:
    """What the record says of a roll call, with what belongs to it alone: its resolution, its entry, its vetoes."""
    for quad in (*held.quads(subject=event), *held.quads(obj=event)):
        if quad.predicate in VOTES:
            if votes:
                yield quad
        elif isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.startswith(_RECORD):
            yield quad
            other = quad.object if quad.subject == event else quad.subject
            if isinstance(other, NamedNode) and other.value.startswith(ID):
                yield from (q for q in held.quads(quad.graph_name, subject=other))


def _drawn(name: str, rate: int) -> bool:
    return crc32(name.encode()) % rate == 0


class _Sample:
    """Quads of some subjects, never more than the limit: the fuller it gets, the fewer subjects are kept."""

    def __init__(self, limit: int) -> None:
        self.limit, self.rate, self.seen = limit, 1, 0
        self.quads: list[Quad] = []

    def extend(self, quads: Iterable[Quad]) -> None:
        """Take in more quads."""
        for quad in quads:
            self.seen += 1
            if _drawn(str(quad.subject), self.rate):
                self.quads.append(quad)
                if len(self.quads) > self.limit:
                    self.rate *= 2
                    self.quads = [q for q in self.quads if _drawn(str(q.subject), self.rate)]
