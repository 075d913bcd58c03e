"""What of a graph the checks look at: all of the articles, and of long records and views a sample.

A million votes need not go through SHACL one by one: they were written by one rule, so a part of the ballots shows
what is wrong with all. The votes themselves are counted to the last one (``Camps``). The sample is drawn by a checksum
of the ballot's IRI: the same ballots on every run.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from zlib import crc32

from kg.ids import GRAPH
from kg.terms import NamedNode, Quad
from kg.vocab import KG

__all__ = ["VOTES", "Camps", "Selection", "select"]

VOTES = (KG.votedYes, KG.votedNo, KG.abstainedFrom, KG.absentFrom)
_CAMP = {predicate.value: camp for camp, predicate in enumerate(VOTES)}
_BULK = (GRAPH + "record/", GRAPH + "view/")
_BULK_LIMIT = 5_000
# All scores of a view are written by one line of code, so that few of them show what all are.
_FEWER_SCORES = 5


@dataclass(slots=True)
class Camps:
    """Who is in which camp of which voting event. A state is a bit, a camp a number: a million votes stay small."""

    states: dict[str, int] = field(default_factory=dict)
    events: dict[str, list[int]] = field(default_factory=dict)

    def add(self, state: str, event: str, camp: int) -> None:
        """Count one vote; ``camp`` is the place of its property in ``VOTES``."""
        bit = 1 << self.states.setdefault(state, len(self.states))
        self.events.setdefault(event, [0, 0, 0, 0])[camp] |= bit

    def names(self, camp: int) -> list[str]:
        """The states of a camp, sorted."""
        return sorted(state for state, place in self.states.items() if camp >> place & 1)

    def votes(self) -> int:
        """The number of votes."""
        return sum(camp.bit_count() for camps in self.events.values() for camp in camps)


@dataclass(frozen=True, slots=True)
class Selection:
    """The quads to look at, all votes counted, and a sentence that says what was left out."""

    quads: tuple[Quad, ...]
    camps: Camps
    scope: str


class _Sample:
    """Quads of some subjects, never more than the limit: the fuller it gets, the fewer subjects are kept."""

    def __init__(self, limit: int) -> None:
        self.limit, self.rate, self.seen = limit, 1, 0
        self.quads: list[Quad] = []

    def holds(self, subject: str) -> bool:
        return crc32(subject.encode()) % self.rate == 0

    def add(self, quad: Quad, subject: str) -> None:
        self.seen += 1
        if self.holds(subject):
            self.quads.append(quad)
            if len(self.quads) > self.limit:
                self.rate *= 2
                self.quads = [q for q in self.quads if self.holds(_sampled_by(q))]


def select(quads: Iterable[Quad], limit: int = _BULK_LIMIT) -> Selection:
    """One pass over a graph. ``limit`` bounds the votes that go through SHACL; of scores there are fewer."""
    camps, own = Camps(), list[Quad]()
    votes, scores, record = _Sample(limit), _Sample(limit // _FEWER_SCORES), list[Quad]()
    for quad in quads:
        camp = _CAMP.get(quad.predicate.value)
        if camp is not None and isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            camps.add(quad.subject.value, quad.object.value, camp)
        graph = quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""
        if not graph.startswith(_BULK):
            own.append(quad)
        elif camp is not None:
            votes.add(quad, _sampled_by(quad))
        elif graph.startswith(_BULK[1]):
            scores.add(quad, _sampled_by(quad))
        else:
            record.append(quad)
    kept = _record_of(record, votes, own)
    scope = f"{len(own) + len(record) + votes.seen + scores.seen:,} triples"
    if votes.rate > 1 or scores.rate > 1:
        scope += f", of the {votes.seen:,} votes on record {len(votes.quads):,}"
        scope += f" and of the {scores.seen:,} triples of views {len(scores.quads):,}"
    return Selection((*own, *kept, *votes.quads, *scores.quads), camps, scope)


def _sampled_by(quad: Quad) -> str:
    """A vote goes with its ballot, everything else with its subject."""
    node = quad.object if quad.predicate.value in _CAMP else quad.subject
    return node.value if isinstance(node, NamedNode) else str(node)


def _record_of(record: list[Quad], votes: _Sample, own: list[Quad]) -> list[Quad]:
    """The record's entries on the sampled ballots and on those that articles speak of, with what they point to."""
    if votes.rate == 1:
        return record
    named = {q.object.value for q in own if isinstance(q.object, NamedNode)}
    by_subject = defaultdict[str, list[Quad]](list)
    for quad in record:
        by_subject[str(quad.subject.value)].append(quad)  # type: ignore[union-attr]  # no triple terms in our data
    chosen = {s for s in by_subject if s in named or ("/event/" in s and votes.holds(s))}
    chosen |= {q.object.value for s in chosen for q in by_subject[s] if isinstance(q.object, NamedNode)}
    return [quad for subject in sorted(chosen & by_subject.keys()) for quad in by_subject[subject]]
