"""What people said of claims, beside the data: the graph ``…/graph/reviews``."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator

from kg.ids import content, graph
from kg.model import Answer, NamedGraph, Reviewed, Span
from kg.rdf.actors import Fact
from kg.rdf.claims import Claim, article_node, selector
from kg.rdf.provenance import provenance, quads
from kg.terms import NamedNode, Quad, literal
from kg.vocab import DCTERMS, KG, PROV, RDF

__all__ = ["review_graph"]

Place = tuple[str, Span]

_ANSWER = {
    Answer.ACCEPTED: KG.ClaimAccepted,
    Answer.REJECTED: KG.ClaimRejected,
    Answer.EDITED: KG.ClaimEdited,
}


def review_graph(reviews: Iterable[Reviewed], claims: Iterable[Claim], made_by: str) -> Iterator[Quad]:
    """Every review that has an effect, with the claims that stand by it; nothing at all where there is none.

    A rejected claim is no more: its review keeps the words, their place and what had been read, as text.
    """
    name = graph("reviews")
    stands: dict[str, list[NamedNode]] = defaultdict(list)
    held = [each for each in reviews if not each.problem]
    wanted = {each.stands for each in held}
    places: set[Place] = set()
    for claim in claims if held else ():
        places.add((claim.document, claim.evidence.span))
        if (fact := claim.fact) in wanted and fact is not None:
            stands[fact].append(claim.iri)
    written = list(quads((fact for each in held for fact in _review(each, stands[each.stands or ""], places)), name))
    yield from written
    if written:
        method = "claims accepted, rejected and edited by people"
        yield from provenance(NamedGraph(name.value, made_by, parameters=(("method", method),)))


def _review(each: Reviewed, stands: Iterable[NamedNode], described: Container[Place]) -> Iterator[Fact]:
    """A review; ``described`` are the places that a document's graph describes already."""
    made, evidence, source = each.review, each.evidence, article_node(each.document)
    node = content("review", each.document, each.read, made.answer, made.author, made.note, made.at)
    yield node, RDF.type, KG.Review
    yield node, KG.answer, _ANSWER[made.answer]
    yield from ((node, KG.reviewedClaim, claim) for claim in sorted(stands, key=str))
    yield node, PROV.wasDerivedFrom, source
    yield node, KG.readAs, literal(each.said)
    yield node, KG.author, literal(made.author)
    if made.note:
        yield node, KG.reason, literal(made.note)
    if made.at:
        yield node, DCTERMS.created, literal(made.at)
    if each.read:
        yield node, DCTERMS.identifier, literal(each.read)
    if evidence:
        yield node, KG.rule, literal(evidence.rule)
        yield node, KG.confidence, literal(float(evidence.confidence))
        yield node, KG.quote, literal(evidence.quote)
        place = selector(node, source, evidence.span, evidence.quote)
        yield next(place)
        if (each.document, evidence.span) not in described:
            yield from place
