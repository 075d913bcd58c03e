"""Twenty questions on the whole record, put to the store that ``kg build`` made and to other engines.

The answers are held against each other: a figure counts only where the rows are the same. See README.md.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import virtuoso
from asking import ID, Question, Row, digest, plain, questions
from engines import PATIENCE, Duckdb, Engine, OnRecord, Rdflib, Tired, said
from running import ASSEMBLY, COUNCIL, ROOT, run, save, table

WARM, RUNS = 3, 15
SLOW = 2.0  # seconds: what takes longer is asked once
# Articles that we ship, all of whose ballots are in the record: the tables hold the same votes as the graph.
ARTICLES = [ROOT / "kg" / "samples" / f"{name}.txt" for name in ("2022-03-02-aggression", "2025-02-24-two-texts")]


@dataclass(frozen=True, slots=True)
class Answer:
    """What an engine gave: milliseconds of each warm run over all cases, the rows by case, or why there are none."""

    times: tuple[float, ...] = ()
    rows: tuple[tuple[int, str], ...] = ()
    failure: str = ""

    @property
    def milliseconds(self) -> float:
        """The median."""
        return median(self.times)


def main() -> None:
    """Fill, ask, compare, say."""
    if not ASSEMBLY.is_file() or not COUNCIL.is_file():
        sys.exit("skipped: no voting files in the folder shared/data/undl beside the checkout")
    asked = questions()
    answers: dict[str, dict[str, Answer]] = {}
    filled: dict[str, float] = {}
    with tempfile.TemporaryDirectory(prefix="kg-bench-") as name:
        folder = Path(name)
        for engine, seconds in engines(folder):
            filled[engine.name] = seconds
            said(f"{engine.name} filled in {seconds:.0f} s")
            answers[engine.name] = {q.name: _answer(engine, q) for q in asked}
            engine.close()
    differing = report(asked, answers, filled)
    save(
        "queries",
        {
            "seconds to fill": filled,
            "milliseconds": {
                e: {q: a.failure or {"median": a.milliseconds, "runs": a.times} for q, a in many.items()}
                for e, many in answers.items()
            },
            "answers differ": differing,
        },
    )
    if differing:
        sys.exit(f"engines differ in their answers to {', '.join(differing)}")


# --------------------------------------------------------------------------- filling


def engines(folder: Path) -> Iterator[tuple[Engine, float]]:
    """Each engine, filled, with the seconds that took; one at a time, so that none takes the other's memory."""
    workspace, quads = folder / "workspace", folder / "data" / "graph.nq"
    kg = Path(sys.executable).with_name("kg")
    took = run(kg, "build", ASSEMBLY, COUNCIL, *ARTICLES, "-w", workspace).seconds
    members = _dumped(workspace, quads)
    yield OnRecord(workspace), took
    yield _timed(lambda: Duckdb(workspace, members, folder / "votes.duckdb"))
    if reason := virtuoso.missing():
        said(f"Virtuoso is skipped: {reason}")
    else:
        yield _timed(lambda: virtuoso.Virtuoso(quads, folder / "virtuoso"))
    yield _timed(lambda: Rdflib(_triples(quads)))


def _timed(make: Callable[[], Engine]) -> tuple[Engine, float]:
    started = time.perf_counter()
    return make(), time.perf_counter() - started


def _dumped(workspace: Path, quads: Path) -> list[Row]:
    """Write the graph as N-Quads; the members of blocs, for the tables. The graph and the tables hold equal votes."""
    import polars as pl
    import pyoxigraph

    store = pyoxigraph.Store.read_only(str(workspace / "store" / (workspace / "store" / "current").read_text().strip()))
    quads.parent.mkdir()
    store.dump(str(quads), format=pyoxigraph.RdfFormat.N_QUADS)
    ns = ID.replace("id/", "ns#")
    cast = [pyoxigraph.NamedNode(ns + p) for p in ("votedYes", "votedNo", "abstainedFrom", "absentFrom")]
    told = sum(1 for p in cast for _ in store.quads_for_pattern(None, p, None, None))
    held = pl.scan_parquet(workspace / "records" / "votes.parquet").select(pl.len()).collect().item()
    assert told == held, f"the graph holds {told} votes, the tables {held}"
    found = store.quads_for_pattern(None, pyoxigraph.NamedNode(ns + "memberOf"), None, None)
    return sorted((plain(q.object.value), plain(q.subject.value)) for q in found)


def _triples(quads: Path) -> Path:
    """The graph without the names of its graphs."""
    path = quads.with_suffix(".nt")
    with quads.open(encoding="utf-8") as lines, path.open("w", encoding="utf-8") as out:
        out.writelines(line[: line.rindex(" <")] + " .\n" for line in lines)
    return path


# --------------------------------------------------------------------------- asking


def _answer(engine: Engine, question: Question) -> Answer:
    """The medians are over runs in which each case is asked once; a run's figure is the mean of its cases."""
    try:
        once, rows = _round(engine, question)
        if rows is None:
            return Answer(failure="–")
        if once > SLOW * 1000:
            return Answer((once,), rows)
        for _ in range(WARM - 1):
            _round(engine, question)
        return Answer(tuple(_round(engine, question)[0] for _ in range(RUNS)), rows)
    except Tired:
        return Answer(failure=f"> {PATIENCE:.0f} s")
    except RuntimeError as e:
        said(f"{engine.name}, {question.name}: {e}")
        return Answer(failure="fails")


def _round(engine: Engine, question: Question) -> tuple[float, tuple[tuple[int, str], ...] | None]:
    spent, told = 0.0, []
    for case in question.cases:
        milliseconds, rows = _asked(engine, question, case)
        if rows is None:
            return 0.0, None
        spent += milliseconds
        told.append((len(rows), digest(tuple(plain(v) for v in row) for row in rows)))
    return spent / len(question.cases), tuple(told)


def _asked(engine: Engine, question: Question, case: Mapping[str, str]) -> tuple[float, list[Row] | None]:
    started = time.perf_counter()
    rows = engine.ask(question, case)
    return (time.perf_counter() - started) * 1000, rows


# --------------------------------------------------------------------------- saying


def report(
    asked: tuple[Question, ...], answers: Mapping[str, Mapping[str, Answer]], filled: Mapping[str, float]
) -> list[str]:
    """Print the tables; the names of the questions whose answers differ."""
    differing, rows, goals = [], [], []
    for question in asked:
        of = [answers[name][question.name] for name in answers]
        ours = of[0]
        if len({a.rows for a in of if a.rows}) > 1:
            differing.append(question.name)
        count = ", ".join(f"{n:,}" for n, _ in ours.rows)
        shown = [a.failure or f"{a.milliseconds:,.1f}" + ("" if a.rows == ours.rows else " ≠") for a in of]
        rows.append([question.title, count, *shown])
        if question.goal:
            met = "met" if ours.milliseconds <= question.goal else "missed"
            goals.append([question.title, f"{question.goal:g}", f"{ours.milliseconds:.1f}", met])
    print(table(["milliseconds, median of warm runs", "rows", *answers], rows))
    print()
    print(table(["goal", "at most, ms", "measured, ms", ""], goals))
    print()
    print(table(["filled in", "seconds"], [[name, f"{seconds:.0f}"] for name, seconds in filled.items()]))
    return differing


if __name__ == "__main__":
    main()
