"""What a graph was made from, by what and how: said inside the graph, of the graph."""

from collections.abc import Iterable, Iterator

from kg.ids import entity
from kg.model import NamedGraph
from kg.rdf.actors import Fact
from kg.terms import NamedNode, Quad, literal
from kg.vocab import DCTERMS, KG, PROV


def software(extractor: str) -> NamedNode:
    """The node of a version of the program: ``onrecord@0.1.0``."""
    return entity("software", extractor)


def provenance(graph: NamedGraph) -> Iterator[Quad]:
    """The provenance of a graph; ``method`` among its parameters is said in words."""
    name = NamedNode(graph.iri)
    for source in graph.derived_from:
        yield Quad(name, PROV.wasDerivedFrom, NamedNode(source), name)
    yield Quad(name, PROV.wasAttributedTo, software(graph.made_by), name)
    for key, value in graph.parameters:
        yield Quad(name, KG.method, literal(value if key == "method" else f"{key}={value}"), name)
    if graph.data_digest:
        yield Quad(name, DCTERMS.identifier, literal(f"sha256:{graph.data_digest}"), name)
    if graph.seed is not None:
        yield Quad(name, KG.method, literal(f"seed={graph.seed}"), name)


def quads(facts: Iterable[Fact], graph: NamedNode) -> Iterator[Quad]:
    """The facts as quads of one graph, each once, in the order of their first appearance."""
    for subject, predicate, value in dict.fromkeys(facts):
        yield Quad(subject, predicate, value, graph)
