"""What is decided about the data, beside the data: judgements of identity, verdicts, counts of claims."""

from collections.abc import Iterable, Iterator

from kg.ids import content, graph
from kg.model import Decision, Finding, Judgement, NamedGraph, Verdict
from kg.rdf.actors import Fact
from kg.rdf.identity import Identity
from kg.rdf.provenance import provenance, quads
from kg.terms import NamedNode, Quad, literal
from kg.vocab import DCTERMS, KG, RDF

_DECISION = {Decision.SAME: KG.Same, Decision.DIFFERENT: KG.Different, Decision.UNSURE: KG.Unsure}
FINDING = {
    Finding.SUPPORTED: KG.Supported,
    Finding.CONTRADICTED: KG.Contradicted,
    Finding.NOT_IN_RECORD: KG.NotInRecord,
    Finding.UNCLEAR: KG.Unclear,
}


def judgement_node(j: Judgement) -> NamedNode:
    """The node of a judgement."""
    return content("judgement", j.left, j.right, j.decision, f"{j.score:.6f}", j.reason, j.author, j.at)


def identity_graph(judgements: Iterable[Judgement], identity: Identity, made_by: str) -> Iterator[Quad]:
    """The graph ``…/graph/identity``: every judgement, and the name each official is shown by."""
    name = graph("identity")
    yield from quads(_judgements(judgements, identity), name)
    yield from provenance(NamedGraph(name.value, made_by, parameters=(("method", "names and posts compared"),)))


def verdict_graph(
    verdicts: Iterable[Verdict], counts: Iterable[tuple[NamedNode, int, int]], made_by: str
) -> Iterator[Quad]:
    """The graph ``…/graph/verdicts``: what the record makes of claims; claims and origins of each proposition."""
    name = graph("verdicts")
    yield from quads(_verdicts(verdicts, counts), name)
    method = "claims on votes compared with the official roll calls; copies of one text counted once"
    yield from provenance(NamedGraph(name.value, made_by, parameters=(("method", method),)))


def _judgements(judgements: Iterable[Judgement], identity: Identity) -> Iterator[Fact]:
    for j in judgements:
        node = judgement_node(j)
        yield node, RDF.type, KG.Judgement
        yield node, KG.left, NamedNode(j.left)
        yield node, KG.right, NamedNode(j.right)
        yield node, KG.decision, _DECISION[j.decision]
        yield node, KG.score, literal(float(j.score))
        yield node, KG.reason, literal(j.reason)
        yield node, KG.author, literal(j.author)
        if j.at:
            yield node, DCTERMS.created, literal(j.at)
    for official, shown in sorted(identity.names.items(), key=str):
        yield official, KG.canonicalName, literal(shown)


def _verdicts(verdicts: Iterable[Verdict], counts: Iterable[tuple[NamedNode, int, int]]) -> Iterator[Fact]:
    for v in verdicts:
        node = content("verdict", v.claim, v.finding, v.reason, v.record)
        yield node, RDF.type, KG.Verdict
        yield node, KG.claim, NamedNode(v.claim)
        yield node, KG.verdict, FINDING[v.finding]
        yield node, KG.reason, literal(v.reason)
        if v.record:
            yield node, KG.record, NamedNode(v.record)
        if v.said:
            yield node, KG.said, literal(v.said)
        if v.recorded:
            yield node, KG.onRecord, literal(v.recorded)
        yield from ((node, KG.matchedBy, judgement_node(j)) for j in v.matched_by)
    for proposition, claims, origins in counts:
        yield proposition, KG.claimCount, literal(claims)
        yield proposition, KG.originCount, literal(origins)
