"""Words and deeds as quads: each remark beside the vote, and what a state's remarks on a ballot come to."""

from collections.abc import Iterable, Iterator

from kg.ids import content, graph
from kg.model import Comparison, Conduct, Consistency, NamedGraph
from kg.nodes import state
from kg.rdf.actors import Fact
from kg.rdf.claims import article_node, selector
from kg.rdf.propositions import OPTION, code
from kg.rdf.provenance import provenance, quads
from kg.terms import NamedNode, Quad, literal
from kg.vocab import KG, RDF

__all__ = ["conduct_graph"]

_FINDING = {
    Consistency.CONSISTENT: KG.Consistent,
    Consistency.INCONSISTENT: KG.Inconsistent,
    Consistency.UNCLEAR: KG.Unclear,
}
_METHOD = "what officials say of a text compared with their state's vote on it"


def conduct_graph(conducts: Iterable[Conduct], made_by: str) -> Iterator[Quad]:
    """The graph ``…/graph/conduct``, deterministic: both ends of every comparison are cited."""
    name = graph("conduct")
    yield from quads(_facts(conducts), name)
    yield from provenance(NamedGraph(name.value, made_by, parameters=(("method", _METHOD),)))


def _facts(conducts: Iterable[Conduct]) -> Iterator[Fact]:
    for one in conducts:
        node = content("conduct", one.state, one.event)
        yield node, RDF.type, KG.Conduct
        yield node, KG.voter, state(one.state)
        yield node, KG.votingEvent, NamedNode(one.event)
        yield node, KG.option, OPTION[one.option]
        yield node, KG.verdict, _FINDING[one.finding]
        yield node, KG.reason, literal(one.reason)
        yield from ((node, KG.voteClaim, NamedNode(claim)) for claim in one.claims)
        if one.record:
            yield node, KG.record, NamedNode(one.record)
        for compared in one.comparisons:
            yield from _comparison(node, compared)


def _comparison(conduct: NamedNode, compared: Comparison) -> Iterator[Fact]:
    evidence = compared.evidence
    node = content("comparison", conduct, compared.claim, evidence.span.start, evidence.span.end, compared.attitude)
    yield conduct, KG.comparison, node
    yield node, RDF.type, KG.Comparison
    yield node, KG.wordsClaim, NamedNode(compared.claim)
    yield node, KG.attitude, code(compared.attitude)
    yield node, KG.verdict, _FINDING[compared.finding]
    yield node, KG.reason, literal(compared.reason)
    yield node, KG.quote, literal(evidence.quote)
    yield from selector(node, article_node(compared.document), evidence.span, evidence.quote)
