"""One article as a named graph: what it is, what it claims, what is accepted of that, what was left out."""

from collections.abc import Iterator, Mapping

from kg.ids import content, entity, graph, slug
from kg.model import Actor, ActorKind, Document, NamedGraph, Reading
from kg.rdf import actors
from kg.rdf.actors import Fact
from kg.rdf.claims import article_node, claim_facts, claims, selector
from kg.rdf.events import Accepted, event_facts
from kg.rdf.identity import Identity
from kg.rdf.provenance import provenance, quads
from kg.rdf.surrounding import surrounding
from kg.terms import NamedNode, Object, Quad, literal
from kg.vocab import DCTERMS, KG, PROV, RDF, RDFS


def article(
    document: Document, reading: Reading, identity: Identity, accepted: Mapping[NamedNode, Accepted] | None = None
) -> Iterator[Quad]:
    """The graph ``…/graph/document/<id>``, deterministic, without blank nodes and without the article's text.

    ``accepted`` is what is accepted of each event over all documents. Raises EvidenceError where a quotation is not
    what the text says at its span.
    """
    name = graph("document", document.id)
    yield from quads(_facts(document, reading, identity, accepted or {}), name)
    node = article_node(document.id).value
    yield from provenance(NamedGraph(name.value, reading.extractor, (node,), (("method", "reading of the text"),)))


def _facts(
    document: Document, reading: Reading, identity: Identity, accepted: Mapping[NamedNode, Accepted]
) -> Iterator[Fact]:
    yield from _article(document)
    for actor in _actors(reading):
        yield from actors.describe(actor, document.id, identity)
    whole = surrounding(document)
    for claim in claims(document, reading, identity):
        yield from claim_facts(claim, reading.extractor, whole(claim.evidence.span).of(document.text))
    yield from event_facts(document, reading, identity, accepted)
    yield from _drops(document, reading)


def _article(document: Document) -> Iterator[Fact]:
    node = article_node(document.id)
    yield node, RDF.type, KG.Article
    yield node, RDFS.label, literal(document.title or document.name)
    if document.title:
        yield node, DCTERMS.title, literal(document.title)
    if document.published:
        yield node, DCTERMS.issued, literal(document.published)
    if document.publisher:
        outlet = entity("outlet", slug(document.publisher))
        yield node, DCTERMS.publisher, outlet
        yield outlet, RDF.type, KG.Outlet
        yield outlet, RDFS.label, literal(document.publisher)
    yield node, DCTERMS.language, literal(document.language)
    yield node, DCTERMS.identifier, literal(document.name)
    if document.url:
        yield node, DCTERMS.source, _address(document.url)


def _address(url: str) -> Object:
    """An address as an IRI; as text where it is none."""
    try:
        return NamedNode(url)
    except ValueError:
        return literal(url)


def _actors(reading: Reading) -> Iterator[Actor | None]:
    """Everybody whom the reading names, so that each is described."""
    for ballot in reading.ballots:
        yield ballot.requested_by
        yield from (s.sponsor for s in ballot.sponsorships)
    for said in reading.statements:
        yield from (actors.speaker(said), said.represents, said.addressee, *said.about)
    for held in reading.tenures:
        yield from (Actor(ActorKind.OFFICIAL, held.official), held.represents)
    for met in reading.negotiations:
        yield from met.participants
    for stance in reading.stances:
        yield from (stance.holder, stance.claimed_by, *stance.about)
    for wanted in reading.demands:
        yield from (wanted.holder, wanted.addressee, wanted.claimed_by)
    for habit in reading.habits:
        yield from (habit.claimed_by, *habit.about)


def _drops(document: Document, reading: Reading) -> Iterator[Fact]:
    source = article_node(document.id)
    for drop in reading.dropped:
        node = content("drop", document.id, drop.kind, drop.reason, drop.span.start, drop.span.end)
        yield node, RDF.type, KG.Drop
        yield node, PROV.wasDerivedFrom, source
        yield node, KG.dropKind, literal(drop.kind)
        yield node, KG.reason, literal(drop.reason)
        quote = drop.span.of(document.text)
        yield node, KG.quote, literal(quote or drop.quote or drop.kind)
        if quote:
            yield from selector(node, source, drop.span, quote)
