"""What the graph as a whole is: one dataset, its parts, its licence, what made it."""

from collections.abc import Iterable, Iterator

from kg.config import BASE
from kg.ids import graph
from kg.model import NamedGraph
from kg.rdf.actors import Fact
from kg.rdf.provenance import provenance, quads
from kg.terms import NamedNode, Quad, literal
from kg.vocab import DCTERMS, RDF, VOID

DATASET = NamedNode(BASE + "dataset")
_LICENSE = NamedNode("https://creativecommons.org/publicdomain/zero/1.0/")


def meta(parts: Iterable[NamedNode], made_by: str) -> Iterator[Quad]:
    """The graph ``…/graph/meta``: the dataset, and each named graph as a part of it."""
    name = graph("meta")
    yield from quads(_dataset(parts), name)
    yield from provenance(NamedGraph(name.value, made_by, parameters=(("method", "list of the named graphs"),)))


def _dataset(parts: Iterable[NamedNode]) -> Iterator[Fact]:
    yield DATASET, RDF.type, VOID.Dataset
    yield DATASET, DCTERMS.title, literal("OnRecord: who said what, who voted how, and whether the record agrees")
    yield DATASET, DCTERMS.license, _LICENSE
    for part in sorted(parts, key=str):
        yield DATASET, VOID.subset, part
