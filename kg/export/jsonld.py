"""JSON-LD by the context of ``ontology/context.jsonld``: property names instead of IRIs, one object per subject.

Written here, because the libraries at hand either do not compact or take minutes and an order of their own.
"""

import json
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any, TypeAlias

from kg.terms import XSD, BlankNode, Literal, NamedNode, Quad
from kg.vocab import RDF

__all__ = ["compact"]

Json: TypeAlias = dict[str, Any]


def compact(quads: Iterable[Quad], context: Mapping[str, Any]) -> str:
    """The quads, sorted by graph and subject, as one JSON-LD document; the context stands in it."""
    terms = _Terms(context)
    graphs: list[str] = []
    for graph, members in groupby(quads, key=lambda quad: quad.graph_name):
        nodes = [
            _line(_node(subject, facts, terms))
            for subject, facts in groupby(members, key=lambda quad: _reference(quad.subject))
        ]
        named = isinstance(graph, NamedNode)
        graphs += [f'{{"id": {_line(graph.value)}, "graph": [\n{_lines(nodes)}]}}'] if named else nodes
    return f'{{"@context": {_line(context)},\n"graph": [\n{_lines(graphs)}]}}\n'


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _lines(items: Iterable[str]) -> str:
    """One item a line: quick to write, and a difference between two dumps shows as the nodes that differ."""
    return ",\n".join(items) + "\n"


class _Terms:
    """The context, read backwards: from IRI to term, and what the term says of its values."""

    def __init__(self, context: Mapping[str, Any]) -> None:
        self.prefixes = {k: v for k, v in context.items() if isinstance(v, str) and v.endswith(("#", "/"))}
        self.names: dict[str, str] = {}
        self.kinds: dict[str, str] = {}
        for term, definition in context.items():
            if term.startswith("@"):
                continue
            target, kind = (
                (definition["@id"], definition["@type"]) if isinstance(definition, dict) else (definition, "")
            )
            if target.startswith("@") or term in self.prefixes:
                continue
            iri = self._expand(target)
            self.names[iri], self.kinds[iri] = term, kind

    def _expand(self, name: str) -> str:
        prefix, _, local = name.partition(":")
        return self.prefixes[prefix] + local if prefix in self.prefixes else name

    def name(self, iri: str) -> str:
        """The term of an IRI, or the IRI."""
        return self.names.get(iri, iri)

    def value(self, predicate: str, term: object) -> Any:
        """A value as the predicate's term wants it."""
        if isinstance(term, Literal):
            return _literal(term)
        kind, iri = self.kinds.get(predicate, ""), _reference(term)
        if kind == "@vocab":
            return self.name(iri)
        return iri if kind == "@id" else {"id": iri}


def _node(subject: str, facts: Iterable[Quad], terms: _Terms) -> Json:
    node: Json = {"id": subject}
    for predicate, group in groupby(facts, key=lambda quad: quad.predicate):
        if predicate == RDF.type:
            key, values = "type", [terms.name(_reference(quad.object)) for quad in group]
        else:
            key, values = terms.name(predicate.value), [terms.value(predicate.value, quad.object) for quad in group]
        node[key] = values[0] if len(values) == 1 else values
    return node


def _reference(term: object) -> str:
    """An IRI, or a blank node's ``_:name``."""
    if isinstance(term, NamedNode):
        return term.value
    if isinstance(term, BlankNode):
        return f"_:{term.value}"
    raise TypeError(f"not a node of RDF 1.1: {term!r}")


def _literal(literal: Literal) -> Any:
    """Texts, truth values and whole numbers as JSON has them; everything else with its datatype."""
    if literal.language:
        return {"@value": literal.value, "@language": literal.language}
    kind, text = literal.datatype.value.removeprefix(XSD), literal.value
    if kind == "string":
        return text
    if kind == "boolean" and text in ("true", "false"):
        return text == "true"
    if kind == "integer" and text.lstrip("-").isdigit() and str(int(text)) == text:
        return int(text)
    return {"@value": text, "@type": literal.datatype.value}
