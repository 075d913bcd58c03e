"""The registers and the ontology as one graph: who the actors are, what the terms mean."""

from collections.abc import Iterator
from functools import cache

import pyoxigraph

from kg import codes
from kg.config import ONTOLOGY
from kg.ids import graph
from kg.model import NamedGraph
from kg.nodes import coded, registered, state
from kg.rdf.actors import CLASS, Fact
from kg.rdf.provenance import provenance, quads, software
from kg.terms import BlankNode, NamedNode, Quad, literal
from kg.vocab import DCTERMS, KG, RDF, RDFS, SKOS

_FILES = ("core.ttl", "codes.ttl", "alignments.ttl")
_WIKIDATA = "http://www.wikidata.org/entity/"


def registers(made_by: str) -> Iterator[Quad]:
    """The graph ``…/graph/ontology``: states, bodies, blocs and organisations, and the triples of ``ontology/``."""
    name = graph("ontology")
    yield from _ontology(name)
    yield from quads(_actors(), name)
    yield from quads([(software(made_by), RDFS.label, literal(made_by.replace("@", " ")))], name)
    method = "the registers and the ontology that come with the program"
    yield from provenance(NamedGraph(name.value, made_by, parameters=(("method", method),)))


def _ontology(name: NamedNode) -> Iterator[Quad]:
    """The terms of the ontology's files. Anonymous class expressions stay in the files, where reasoners read them."""
    for file in _FILES:
        path = ONTOLOGY / file
        if path.is_file():
            for triple in pyoxigraph.parse(path=str(path)):
                if not isinstance(triple.subject, BlankNode) and not isinstance(triple.object, BlankNode):
                    yield Quad(triple.subject, triple.predicate, triple.object, name)


def _actors() -> Iterator[Fact]:
    for code, known in codes.states().items():
        yield from _state(state(code), known)
    for code, organ in codes.bodies().items():
        node = coded("body", code)
        yield from _named(node, KG.Body, organ.name, (code, *organ.aliases))
        if organ.parent and (kind := registered(organ.parent)):
            yield node, DCTERMS.isPartOf, coded(kind, organ.parent)
    for code, organization in codes.organizations().items():
        node = coded(organization.kind, code)
        yield from _named(node, CLASS[organization.kind], organization.name, (code, *organization.aliases))
        if organization.wikidata:
            yield node, KG.wikidata, NamedNode(_WIKIDATA + organization.wikidata)


def _state(node: NamedNode, known: codes.State) -> Iterator[Fact]:
    yield from _named(node, KG.State, known.name, (known.official_name, *known.aliases))
    yield node, KG.iso3, literal(known.iso3)
    if known.iso2:
        yield node, KG.iso2, literal(known.iso2)
    if known.m49:
        yield node, KG.m49, literal(known.m49)
    yield from ((node, KG.demonym, literal(word)) for word in known.demonyms)
    yield from ((node, KG.capital, literal(city)) for city in known.capital)
    for bloc in known.blocs:
        if kind := registered(bloc):
            yield node, KG.memberOf, coded(kind, bloc)
    if known.wikidata:
        yield node, KG.wikidata, NamedNode(_WIKIDATA + known.wikidata)


def _named(node: NamedNode, type_: NamedNode, name: str, others: tuple[str, ...]) -> Iterator[Fact]:
    yield node, RDF.type, type_
    yield node, RDFS.label, literal(name)
    for other in dict.fromkeys(others):
        if other and other != name:
            yield node, SKOS.altLabel, literal(other)


@cache
def labels() -> dict[NamedNode, str]:
    """The names of all registered actors, by node."""
    return {s: o.value for s, p, o in _actors() if p == RDFS.label}
