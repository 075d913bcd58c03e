"""RDF terms. pyoxigraph's are the only ones the program uses; rdflib is met here and nowhere else."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

import rdflib
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

__all__ = [
    "XSD",
    "BlankNode",
    "DefaultGraph",
    "Literal",
    "NamedNode",
    "Object",
    "Quad",
    "Triple",
    "from_rdflib",
    "literal",
    "partial_date",
    "to_rdflib",
]

XSD = "http://www.w3.org/2001/XMLSchema#"
Object: TypeAlias = NamedNode | Literal

_INTEGER, _DECIMAL, _DATE = NamedNode(XSD + "integer"), NamedNode(XSD + "decimal"), NamedNode(XSD + "date")
_PARTIAL_DATE = {4: NamedNode(XSD + "gYear"), 7: NamedNode(XSD + "gYearMonth"), 10: _DATE}


def literal(value: str | bool | int | float | date, *, lang: str | None = None) -> Literal:
    """A Python value as a literal: int -> xsd:integer, float -> xsd:decimal (at most six places), date -> xsd:date."""
    if isinstance(value, bool):
        return Literal(value)
    if isinstance(value, int):
        return Literal(str(value), datatype=_INTEGER)
    if isinstance(value, float):
        text = f"{value:.6f}".rstrip("0")
        return Literal(text + "0" if text.endswith(".") else text, datatype=_DECIMAL)
    if isinstance(value, date):
        return Literal(value.isoformat(), datatype=_DATE)
    return Literal(value, language=lang) if lang else Literal(value)


def partial_date(iso: str) -> Literal:
    """``2025-02-24``, ``2025-02`` or ``2025`` as xsd:date, xsd:gYearMonth or xsd:gYear."""
    return Literal(iso, datatype=_PARTIAL_DATE[len(iso)])


def to_rdflib(quads: Iterable[Quad | Triple]) -> rdflib.Dataset:
    """The quads as an rdflib dataset whose default graph is the union of all graphs."""
    dataset = rdflib.Dataset(default_union=True)
    default = dataset.graph(DATASET_DEFAULT_GRAPH_ID)
    for quad in quads:
        triple = (_rdflib_node(quad.subject), _rdflib_node(quad.predicate), _rdflib_node(quad.object))
        graph = getattr(quad, "graph_name", None)
        if isinstance(graph, NamedNode):
            dataset.graph(rdflib.URIRef(graph.value)).add(triple)
        else:
            default.add(triple)
    return dataset


def from_rdflib(graph: rdflib.Graph, name: NamedNode | None = None) -> Iterator[Quad]:
    """The triples of an rdflib graph as quads of the graph ``name`` (the default graph where there is none)."""
    target = name or DefaultGraph()
    for s, p, o in graph:
        yield Quad(_ours(s), _ours(p), _ours(o), target)


def _rdflib_node(term: object) -> rdflib.term.Node:
    if isinstance(term, NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=term.language)
        return rdflib.Literal(term.value, datatype=rdflib.URIRef(term.datatype.value))
    raise TypeError(f"not an RDF 1.1 term: {term!r}")


def _ours(term: object):  # type: ignore[no-untyped-def]  # subject, predicate and object differ in what they admit
    if isinstance(term, rdflib.URIRef):
        return NamedNode(str(term))
    if isinstance(term, rdflib.BNode):
        return BlankNode(str(term))
    if isinstance(term, rdflib.Literal):
        if term.language:
            return Literal(str(term), language=term.language)
        return Literal(str(term), datatype=NamedNode(str(term.datatype)) if term.datatype else None)
    raise TypeError(f"not an RDF 1.1 term: {term!r}")
