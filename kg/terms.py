"""RDF terms. pyoxigraph's are the only ones the program uses; rdflib is met here, and imported when it is."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

if TYPE_CHECKING:
    import rdflib

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


def to_rdflib(quads: Iterable[Quad | Triple]) -> "rdflib.Dataset":
    """The quads as an rdflib dataset whose default graph is the union of all graphs."""
    import rdflib  # noqa: PLC0415  # a fifth of a second, for the few who need it
    from rdflib.graph import DATASET_DEFAULT_GRAPH_ID  # noqa: PLC0415

    dataset = rdflib.Dataset(default_union=True)
    default = dataset.graph(DATASET_DEFAULT_GRAPH_ID)
    node = cache(_rdflib_node)  # a graph names the same things again and again
    for quad in quads:
        triple = (node(quad.subject), node(quad.predicate), node(quad.object))
        graph = getattr(quad, "graph_name", None)
        if isinstance(graph, NamedNode):
            dataset.graph(rdflib.URIRef(graph.value)).add(triple)
        else:
            default.add(triple)
    return dataset


def from_rdflib(graph: "rdflib.Graph", name: NamedNode | None = None) -> Iterator[Quad]:
    """The triples of an rdflib graph as quads of the graph ``name`` (the default graph where there is none)."""
    target = name or DefaultGraph()
    for s, p, o in graph:
        yield Quad(_ours(s), _ours(p), _ours(o), target)


def _rdflib_node(term: object) -> "rdflib.term.Node":
    import rdflib  # noqa: PLC0415

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
    import rdflib  # noqa: PLC0415

    if isinstance(term, rdflib.URIRef):
        return NamedNode(str(term))
    if isinstance(term, rdflib.BNode):
        return BlankNode(str(term))
    if isinstance(term, rdflib.Literal):
        if term.language:
            return Literal(str(term), language=term.language)
        return Literal(str(term), datatype=NamedNode(str(term.datatype)) if term.datatype else None)
    raise TypeError(f"not an RDF 1.1 term: {term!r}")
