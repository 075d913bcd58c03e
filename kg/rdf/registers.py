"""The registers and the ontology as one graph: who the actors are, what they belonged to, what the terms mean."""

from collections.abc import Iterator
from functools import cache

import pyoxigraph

from kg import codes
from kg.config import ONTOLOGY
from kg.ids import entity, graph
from kg.model import NamedGraph
from kg.nodes import coded, registered, state
from kg.rdf.actors import CLASS, Fact
from kg.rdf.provenance import provenance, quads, software
from kg.terms import BlankNode, NamedNode, Quad, literal, partial_date
from kg.vocab import DCTERMS, KG, ORG, RDF, RDFS, SKOS, TIME

_FILES = ("core.ttl", "codes.ttl", "alignments.ttl")
_WIKIDATA = "http://www.wikidata.org/entity/"


def registers(made_by: str) -> Iterator[Quad]:
    """The graph ``…/graph/ontology``: states, bodies, blocs and organisations, and the triples of ``ontology/``."""
    name = graph("ontology")
    yield from _ontology(name)
    yield from quads(_actors(), name)
    yield from quads(dict.fromkeys((*_memberships(), *_successions())), name)
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
    former = (each.name for each in codes.dated_names() if each.state == known.iso3)
    yield from _named(node, KG.State, known.name, (known.official_name, *known.aliases, *former))
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


def _memberships() -> Iterator[Fact]:
    """What a state belonged to, with the time. Memberships of the same time share the interval, whose name says it."""
    for each in codes.memberships():
        kind = registered(each.organization)
        if kind is None:
            continue
        organization = coded(kind, each.organization)
        start, end = each.period.start, each.period.end
        key = "-".join(part for part in (organization.value.rpartition("/")[2], each.state, start) if part)
        node, time = entity("membership", key), entity("interval", f"{start}--{end}")
        yield node, RDF.type, ORG.Membership
        yield node, ORG.member, state(each.state)
        yield node, ORG.organization, organization
        yield node, ORG.memberDuring, time
        yield time, RDF.type, TIME.Interval
        if start:
            yield time, KG.start, partial_date(start)
        if end:
            yield time, KG.end, partial_date(end)


_PASSAGE = {
    codes.Passage.CONTINUED: "{after} continued {before}",
    codes.Passage.SUCCEEDED: "{after} succeeded {before}",
    codes.Passage.JOINED: "{before} joined {after}",
    codes.Passage.SEPARATED: "{after} separated from {before}",
}


def _successions() -> Iterator[Fact]:
    """What became of states: a dated change, and that the one is no more and the other in its place."""
    for each in codes.successions():
        before, after = state(each.predecessor), state(each.successor)
        change = entity("change", f"{each.predecessor}-{each.successor}")
        said = _PASSAGE[each.how].format(before=codes.label(each.predecessor), after=codes.label(each.successor))
        yield change, RDF.type, ORG.ChangeEvent
        yield change, RDFS.label, literal(said)
        yield change, KG.date, literal(each.day)
        yield change, ORG.originalOrganization, before
        yield change, ORG.resultingOrganization, after
        if each.how is not codes.Passage.SEPARATED:
            yield before, DCTERMS.isReplacedBy, after


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
