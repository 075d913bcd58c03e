"""What every store does, whatever is behind it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from kg.terms import BlankNode, Literal, NamedNode, Quad, Triple

__all__ = ["Answer", "Boolean", "Graph", "Node", "Row", "Solutions", "Store"]

Node: TypeAlias = NamedNode | BlankNode | Literal | Triple
Row: TypeAlias = tuple[Node | None, ...]


@dataclass(frozen=True, slots=True)
class Solutions:
    """The answer to a SELECT: the variables' names and, once, the rows in the same order; None where unbound.

    ``serialize`` gives the same answer as text instead (json, csv, tsv, xml); either is read once. Both raise
    QueryError where the query cannot be carried to its end.
    """

    variables: tuple[str, ...]
    rows: Iterator[Row]
    serialize: Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Boolean:
    """The answer to an ASK."""

    value: bool
    serialize: Callable[[str], bytes]


@dataclass(frozen=True, slots=True)
class Graph:
    """The answer to a CONSTRUCT or DESCRIBE: the triples, once."""

    triples: Iterator[Triple]


Answer: TypeAlias = Solutions | Boolean | Graph


class Store(Protocol):
    """A store that can be read. The default graph of every query is the union of all graphs."""

    def query(self, text: str, bindings: Mapping[str, Node] | None = None) -> Answer:
        """Answer a SPARQL 1.1 query. ``bindings`` gives selected variables a value beforehand: values are never
        pasted into the text.

        The prefixes of ``kg.vocab`` are known. QueryError for what cannot be parsed, for updates and for SERVICE.
        """

    def quads(
        self, graph: NamedNode | None = None, *, subject: NamedNode | None = None, obj: NamedNode | None = None
    ) -> Iterator[Quad]:
        """All quads, or those of one graph, of one subject, with one object, in no particular order."""

    def graphs(self) -> tuple[NamedNode, ...]:
        """The names of all graphs, sorted."""

    def __len__(self) -> int:
        """The number of quads."""

    def close(self) -> None:
        """Give back what is held."""
