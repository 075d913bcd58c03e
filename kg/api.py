"""The graph of a workspace from Python: ``kg.open(".kg")``."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg import questions
from kg.errors import QueryError
from kg.store import Answer, Boolean, EmbeddedStore, Solutions, open_store
from kg.terms import Literal, NamedNode, Quad, to_rdflib
from kg.views import network
from kg.workspace import Workspace

if TYPE_CHECKING:
    import networkx as nx
    import polars as pl
    import rdflib

__all__ = ["OpenGraph"]


class OpenGraph:
    """A workspace opened to be read. What later builds write is seen by opening it again."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._space = Workspace.open(Path(path))
        self._store: EmbeddedStore = open_store(self._space.store)

    def query(
        self, text: str, bindings: Mapping[str, NamedNode | Literal] | None = None
    ) -> list[dict[str, Any]] | bool:
        """The answer to SPARQL: rows as dictionaries of text and numbers, or True or False for an ASK.

        QueryError where the query cannot be parsed or run, or gives triples (see ``answer``).
        """
        return _plain(self.answer(text, bindings))

    def ask(self, name: str, **parameters: str) -> list[dict[str, Any]] | bool:
        """The answer to a named query: ``ask("agreement", state="USA", other="RUS")``."""
        asked = questions.question(name)
        bound = questions.bind(asked, [f"{key}={value}" for key, value in parameters.items()])
        return _plain(self.answer(asked.sparql, bound))

    def answer(self, text: str, bindings: Mapping[str, NamedNode | Literal] | None = None) -> Answer:
        """The answer as RDF terms: Solutions, Boolean or Graph of ``kg.store``."""
        return self._store.query(text, bindings)

    def quads(self, graph: str | None = None) -> Iterator[Quad]:
        """All quads, or those of one named graph."""
        return self._store.quads(NamedNode(graph) if graph else None)

    def networkx(self, name: str, window: str = "all") -> "nx.Graph[Any]":
        """A view as a networkx graph: alignment, cosponsorship, mentions, negotiations."""
        return network(self._store, name, window, self._space.record())

    def rdflib(self) -> "rdflib.Dataset":
        """Everything as an rdflib dataset whose default graph is the union: for graphs of moderate size."""
        return to_rdflib(self._store.quads())

    def rollcalls(self) -> "pl.DataFrame":
        """The roll calls of the record, one a row."""
        return self._space.record().rollcalls

    def votes(self) -> "pl.DataFrame":
        """The votes of the record, one a row: roll call, state, option."""
        return self._space.record().votes

    def close(self) -> None:
        """Give back the files."""
        self._store.close()

    def __enter__(self) -> "OpenGraph":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _plain(answer: Answer) -> list[dict[str, Any]] | bool:
    if isinstance(answer, Boolean):
        return answer.value
    if isinstance(answer, Solutions):
        return [dict(zip(answer.variables, map(_value, row), strict=True)) for row in answer.rows]
    raise QueryError("this query gives triples: use answer() and read .triples")


def _value(term: object) -> Any:
    """Numbers and truth values as Python's own, everything else as text."""
    if isinstance(term, Literal):
        kind = term.datatype.value.rsplit("#", 1)[-1]
        if kind in ("integer", "nonNegativeInteger", "int", "long"):
            return int(term.value)
        if kind in ("decimal", "double", "float"):
            return float(term.value)
        return term.value == "true" if kind == "boolean" else term.value
    return term.value if isinstance(term, NamedNode) else None if term is None else str(term)
