"""The profile ``popolo``: a node for every vote, in the terms of Popolo, beside the direct triples.

https://www.popoloproject.com/specs/vote-event.html: the voter is ``schema:agent`` and what was voted ``schema:option``,
in the namespace of 2013, as the specification writes them.
"""

from collections.abc import Iterable, Iterator

from kg.terms import NamedNode, Quad, literal
from kg.vocab import KG, RDF, Vocabulary

__all__ = ["expand"]

OPENGOV = Vocabulary(
    "http://www.w3.org/ns/opengov#", "VoteEvent Vote Motion YesCount NoCount vote voteEvent motion count result"
)
SCHEMA = Vocabulary("http://schema.org/", "agent option")

_OPTION = {KG.votedYes: "yes", KG.votedNo: "no", KG.abstainedFrom: "abstain", KG.absentFrom: "absent"}
_COUNT = {KG.yes: OPENGOV.YesCount, KG.no: OPENGOV.NoCount}
_RESULT = {KG.Adopted: "pass", KG.Rejected: "fail", KG.Vetoed: "fail"}


def expand(quads: Iterable[Quad]) -> Iterator[Quad]:
    """The quads, and after each vote, number or outcome of a voting event the same in Popolo's terms."""
    for quad in quads:
        yield quad
        if not isinstance(quad.subject, NamedNode):
            continue
        if quad.predicate in _OPTION and isinstance(quad.object, NamedNode):
            yield from _vote(quad, quad.subject, quad.object)
        elif quad.predicate in _COUNT and "/event/" in quad.subject.value:
            yield from _count(quad, quad.subject)
        elif quad.predicate == KG.outcome and isinstance(quad.object, NamedNode) and "/event/" in quad.subject.value:
            yield Quad(quad.subject, OPENGOV.result, literal(_RESULT[quad.object]), quad.graph_name)
        elif quad.predicate == KG.resolution and isinstance(quad.object, NamedNode):
            yield Quad(quad.subject, OPENGOV.motion, quad.object, quad.graph_name)
            yield Quad(quad.object, RDF.type, OPENGOV.Motion, quad.graph_name)
        elif quad.predicate == RDF.type and quad.object == KG.VotingEvent:
            yield Quad(quad.subject, RDF.type, OPENGOV.VoteEvent, quad.graph_name)


def _vote(quad: Quad, voter: NamedNode, event: NamedNode) -> Iterator[Quad]:
    vote = NamedNode(f"{event.value}#vote-{voter.value.rpartition('/')[2]}")
    yield Quad(event, OPENGOV.vote, vote, quad.graph_name)
    yield Quad(vote, RDF.type, OPENGOV.Vote, quad.graph_name)
    yield Quad(vote, OPENGOV.voteEvent, event, quad.graph_name)
    yield Quad(vote, SCHEMA.agent, voter, quad.graph_name)
    yield Quad(vote, SCHEMA.option, literal(_OPTION[quad.predicate]), quad.graph_name)


def _count(quad: Quad, event: NamedNode) -> Iterator[Quad]:
    count = NamedNode(f"{event.value}#count-{quad.predicate.value.rpartition('#')[2]}")
    yield Quad(event, OPENGOV.count, count, quad.graph_name)
    yield Quad(count, RDF.type, _COUNT[quad.predicate], quad.graph_name)
    yield Quad(count, OPENGOV.voteEvent, event, quad.graph_name)
    yield Quad(count, RDF.value, quad.object, quad.graph_name)
