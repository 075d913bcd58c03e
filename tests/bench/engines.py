"""The engines that are asked. Each is filled once, from the N-Quads or the tables of one workspace."""

import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Protocol

from asking import Question, Row, sparql

PATIENCE = 30.0  # seconds, then a question counts as not answered


class Tired(Exception):
    """A question took longer than anyone would wait."""


class Engine(Protocol):
    """Something that answers questions."""

    name: str

    def ask(self, question: Question, case: Mapping[str, str]) -> list[Row] | None:
        """The rows, fetched and as text; None where the engine has nothing to ask."""

    def close(self) -> None:
        """Give back what is held."""


@contextmanager
def patience() -> Iterator[None]:
    """Tired is raised in what takes too long, where it is Python that takes it."""

    def tired(_signal: int, _frame: FrameType | None) -> None:
        raise Tired

    before = signal.signal(signal.SIGALRM, tired)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


class OnRecord:
    """The store that ``kg build`` made, on disk, asked as ``kg query`` asks it."""

    name = "OnRecord"

    def __init__(self, workspace: Path) -> None:
        from kg.store import open_store

        self._store = open_store(workspace / "store")

    def ask(self, question: Question, case: Mapping[str, str]) -> list[Row] | None:
        from kg.store import Solutions

        found = self._store.query(sparql(question, case))
        assert isinstance(found, Solutions)
        return [tuple([term.value for term in row]) for row in found.rows]  # type: ignore[union-attr]

    def close(self) -> None:
        self._store.close()


class Rdflib:
    """rdflib with all triples in one graph in memory."""

    name = "rdflib"

    def __init__(self, triples: Path) -> None:
        import rdflib

        self._graph = rdflib.Graph()
        self._graph.parse(str(triples), format="nt")

    def ask(self, question: Question, case: Mapping[str, str]) -> list[Row] | None:
        with patience():
            return [tuple([str(term) for term in row]) for row in self._graph.query(sparql(question, case))]  # type: ignore[union-attr]

    def close(self) -> None:
        self._graph.close()


class Duckdb:
    """duckdb on the tables of the workspace, in a file of its own."""

    name = "duckdb"

    def __init__(self, workspace: Path, members: list[Row], file: Path) -> None:
        import duckdb

        self._base = duckdb.connect(str(file))
        for table in ("rollcalls", "votes"):
            source = str(workspace / "records" / f"{table}.parquet")
            self._base.execute(f"CREATE TABLE {table} AS FROM read_parquet($file)", {"file": source})
        self._base.execute("CREATE TABLE members (bloc VARCHAR, state VARCHAR)")
        self._base.executemany("INSERT INTO members VALUES (?, ?)", members)

    def ask(self, question: Question, case: Mapping[str, str]) -> list[Row] | None:
        if question.sql is None:
            return None
        values = {name: int(value) if name == "year" else value for name, value in case.items()}
        return [tuple([str(v) for v in row]) for row in self._base.execute(question.sql, values).fetchall()]

    def close(self) -> None:
        self._base.close()


def said(text: str) -> None:
    """A line for whoever waits."""
    print(text, file=sys.stderr, flush=True)
