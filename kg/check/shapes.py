"""SHACL: the shapes of ``ontology/shapes.ttl`` on a graph, by pyshacl."""

from collections.abc import Iterable
from functools import cache

import rdflib
from pyoxigraph import RdfFormat, parse
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.namespace import RDF, RDFS, SH, SKOS

from kg.check.report import Section, Severity, Violation
from kg.config import ONTOLOGY
from kg.terms import NamedNode, Quad, Triple, to_rdflib

__all__ = ["shacl"]

_TURTLE = RdfFormat.TURTLE
_RESULT = (SH.focusNode, SH.resultPath, SH.resultMessage, SH.resultSeverity, SH.value)
_TARGETS = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)


@cache
def _shapes() -> rdflib.Graph:
    # A store without named graphs answers faster; pyshacl takes one for the shapes, though not for the data.
    shapes = rdflib.Graph(store="SimpleMemory")
    shapes += to_rdflib(parse(path=ONTOLOGY / "shapes.ttl", format=_TURTLE)).graph(DATASET_DEFAULT_GRAPH_ID)
    # A property shape inside a shape is validated for one node after the other. With the shape's targets of its own it
    # asks the same of the same nodes, but of all at once: half the time.
    for shape, inner in tuple(shapes.subject_objects(SH.property)):
        targets = [(kind, target) for kind in _TARGETS for target in shapes.objects(shape, kind)]
        if targets and (None, None, shape) not in shapes:
            shapes.remove((shape, SH.property, inner))
            for kind, target in targets:
                shapes.add((inner, kind, target))
    return shapes


@cache
def _terms() -> tuple[Triple, ...]:
    """What the shapes need of the ontology: the tree of classes, and which code belongs to which scheme."""
    said = [q.triple for name in ("core.ttl", "codes.ttl") for q in parse(path=ONTOLOGY / name, format=_TURTLE)]
    tree = [t for t in said if t.predicate.value == str(RDFS.subClassOf) and isinstance(t.object, NamedNode)]
    return (*tree, *(t for t in said if t.predicate.value == str(SKOS.inScheme)))


@cache
def _looked_at() -> frozenset[str]:
    """The properties that a shape speaks of; the rest of a graph, its many other names say, need not be converted."""
    nodes = {node for triple in _shapes() for node in triple if isinstance(node, rdflib.URIRef)}
    return frozenset(str(node) for node in nodes) | {str(RDF.type)}


def shacl(quads: Iterable[Quad | Triple], scope: str = "") -> Section:
    """Check the union of the graphs; every violation of a shape, in the order of focus and path."""
    # Imported here: it doubles the start of every command, and only this function needs it.
    import pyshacl  # noqa: PLC0415

    triples = {Triple(q.subject, q.predicate, q.object) for q in quads}
    wanted = (t for t in triples if t.predicate.value in _looked_at())
    graph = to_rdflib((*wanted, *_terms())).graph(DATASET_DEFAULT_GRAPH_ID)
    _, results, _ = pyshacl.validate(graph, shacl_graph=_shapes(), inference=None, inplace=True)
    if not isinstance(results, rdflib.Graph):
        raise TypeError(f"pyshacl gave no report: {results}")
    found = {_violation(results, result) for result in results.objects(None, SH.result)}
    return Section("Shapes", scope or f"{len(triples):,} triples", tuple(sorted(found)))


def _violation(results: rdflib.Graph, result: rdflib.term.Node) -> Violation:
    focus, path, message, severity, value = (results.value(result, p) for p in _RESULT)
    return Violation(
        focus=str(focus),
        path=_path(results, path),
        message=str(message),
        severity=Severity.WARNING if severity in (SH.Warning, SH.Info) else Severity.VIOLATION,
        value="" if value is None or value == focus else str(value),
    )


def _path(results: rdflib.Graph, path: rdflib.term.Node | None) -> str:
    """A path as its properties: a sequence with ``/``, alternatives with ``|``."""
    if path is None or isinstance(path, rdflib.URIRef):
        return str(path or "")
    alternatives = results.value(path, SH.alternativePath)
    if alternatives is not None:
        return "|".join(_path(results, p) for p in results.items(alternatives))
    if (path, RDF.first, None) in results:
        return "/".join(_path(results, p) for p in results.items(path))
    return str(path)
