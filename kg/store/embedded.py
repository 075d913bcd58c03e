"""Oxigraph in this process, on disk or in memory."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pyoxigraph

from kg.errors import QueryError
from kg.store.guard import calls_out
from kg.store.protocol import Answer, Boolean, Graph, Node, Row, Solutions
from kg.terms import NamedNode, Quad, Triple
from kg.vocab import PREFIXES

__all__ = ["FORMATS", "EmbeddedStore", "memory_store"]

FORMATS = {
    "json": pyoxigraph.QueryResultsFormat.JSON,
    "xml": pyoxigraph.QueryResultsFormat.XML,
    "csv": pyoxigraph.QueryResultsFormat.CSV,
    "tsv": pyoxigraph.QueryResultsFormat.TSV,
}
_PLACE = re.compile(r"error at (\d+):(\d+): (?:expected )?(.*)", re.DOTALL)
_REASON = re.compile(r"(?:The|An?) [^,]*(?:unbound|not found|not defined|already)[^,]*|Prefix not found")
_PROLOGUE = re.compile(r"\A(?:\s+|#[^\n]*|prefix\s+\S*:\s*<[^>]*>|base\s*<[^>]*>)*", re.IGNORECASE)
_UPDATE = re.compile(r"(insert|delete|load|clear|create|drop|copy|move|add|with)\b", re.IGNORECASE)


class EmbeddedStore:
    """A store that answers from this process. On disk it is a snapshot: later builds do not show in it."""

    def __init__(self, store: pyoxigraph.Store) -> None:
        self._store = store

    @classmethod
    def on_disk(cls, directory: Path) -> "EmbeddedStore":
        """A read-only view of the store in a directory. OSError where there is none."""
        return cls(pyoxigraph.Store.read_only(str(directory)))

    def query(self, text: str, bindings: Mapping[str, Node] | None = None) -> Answer:
        """See ``kg.store.Store.query``."""
        if calls_out(text):
            raise QueryError("SERVICE is not allowed: a query reads this graph only")
        values = {pyoxigraph.Variable(name): value for name, value in (bindings or {}).items()}
        try:
            found = self._store.query(
                text, prefixes=PREFIXES, use_default_graph_as_union=True, substitutions=values or None
            )
        except SyntaxError as e:
            raise QueryError(_explained(str(e), text)) from None
        except (OSError, ValueError, RuntimeError) as e:
            raise QueryError(f"the query cannot be run: {_one_line(str(e))}") from None
        return _answer(found)

    def quads(
        self, graph: NamedNode | None = None, *, subject: NamedNode | None = None, obj: NamedNode | None = None
    ) -> Iterator[Quad]:
        """See ``kg.store.Store.quads``."""
        return iter(self._store.quads_for_pattern(subject, None, obj, graph))

    def graphs(self) -> tuple[NamedNode, ...]:
        """See ``kg.store.Store.graphs``."""
        names = (name for name in self._store.named_graphs() if isinstance(name, NamedNode))
        return tuple(sorted(names, key=lambda name: name.value))

    def __len__(self) -> int:
        return len(self._store)

    def close(self) -> None:
        """Give back the files."""
        self._store = pyoxigraph.Store()


def memory_store(quads: Iterable[Quad] = ()) -> EmbeddedStore:
    """A store in memory that holds these quads."""
    store = pyoxigraph.Store()
    store.bulk_extend(quads)
    return EmbeddedStore(store)


def _answer(found: object) -> Answer:
    if isinstance(found, pyoxigraph.QueryBoolean):
        return Boolean(bool(found), lambda form: _serialized(found, form))
    if isinstance(found, pyoxigraph.QuerySolutions):
        variables = tuple(v.value for v in found.variables)
        return Solutions(variables, _rows(found), lambda form: _serialized(found, form))
    assert isinstance(found, pyoxigraph.QueryTriples)  # noqa: S101  # there is no fourth kind
    return Graph(_triples(found))


def _rows(found: pyoxigraph.QuerySolutions) -> Iterator[Row]:
    try:
        for solution in found:
            yield tuple(solution)
    except OSError as e:
        raise QueryError(f"the query broke off: {_one_line(str(e))}") from None


def _triples(found: pyoxigraph.QueryTriples) -> Iterator[Triple]:
    try:
        yield from found
    except OSError as e:
        raise QueryError(f"the query broke off: {_one_line(str(e))}") from None


def _serialized(found: pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean, form: str) -> bytes:
    if form not in FORMATS:
        raise QueryError(f"no format {form!r} for this answer: choose {', '.join(FORMATS)}")
    try:
        return found.serialize(format=FORMATS[form]) or b""
    except OSError as e:
        raise QueryError(f"the query broke off: {_one_line(str(e))}") from None


def _explained(message: str, text: str) -> str:
    """Where the query stops making sense, without the parser's list of everything else that could stand there."""
    m = _PLACE.match(message)
    if m is None:
        return f"the query cannot be parsed: {_one_line(message)}"
    if update := _UPDATE.match(_PROLOGUE.sub("", text)):
        word = update[1].upper()
        return f"{word} is an update, and the store is only read: ask with SELECT, ASK, CONSTRUCT or DESCRIBE"
    line, column = int(m[1]), int(m[2])
    lines = text.split("\n")
    before, after = (lines[line - 1][: column - 1], lines[line - 1][column - 1 :]) if line <= len(lines) else ("", "")
    where = f"at line {line}, column {column}"
    last = before.split()[-1] if before.split() else ""
    if reason := _REASON.search(m[3]):
        return f"the query cannot be parsed {where}, after {last[-40:]!r}: {_one_line(reason[0])}"
    # The parser goes on to the last letter that could still fit: the word it stands in begins before.
    if not "\n".join([after, *lines[line:]]).strip():
        return f"the query cannot be parsed {where}: it ends too early"
    near = (last if before and not before[-1].isspace() else "") + after
    return f"the query cannot be parsed {where}, near {near.strip()[:40]!r}"


def _one_line(message: str) -> str:
    return " ".join(message.split())[:200]
