"""The questions, and answers in a form that engines can be held to: rows of plain text, sorted."""

import hashlib
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template

from running import HERE

ID = "https://w3id.org/onrecord/id/"
STATES = frozenset({"state", "other", "third"})
_HEADER = re.compile(r"# (title|goal|with): ?(.*)")

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question in SPARQL and, where tables can answer it, in SQL; ``cases`` are the values that it is asked with.

    ``goal``: milliseconds, where there is one.
    """

    name: str
    title: str
    goal: float | None
    cases: tuple[Mapping[str, str], ...]
    sparql: str
    sql: str | None


def questions() -> tuple[Question, ...]:
    """All questions, in order."""
    return tuple(_read(path) for path in sorted((HERE / "questions").glob("*.rq")))


def _read(path: Path) -> Question:
    text = path.read_text("utf-8")
    head: dict[str, list[str]] = {"title": [], "goal": [], "with": []}
    for name, value in _HEADER.findall(text):
        head[name].append(value)
    cases = [dict(pair.strip().split("=", 1) for pair in case.split(";") if pair) for case in head["with"]]
    sql = path.with_suffix(".sql")
    return Question(
        path.stem,
        head["title"][0],
        float(head["goal"][0]) if head["goal"] else None,
        tuple(cases) or ({},),
        text,
        sql.read_text("utf-8") if sql.exists() else None,
    )


def sparql(question: Question, case: Mapping[str, str]) -> str:
    """The question's SPARQL with its values put in: they are ours, from the question's own file."""
    return Template(question.sparql).substitute({name: _term(name, value) for name, value in case.items()})


def _term(name: str, value: str) -> str:
    if name in STATES:
        return f"<{ID}state/{value}>"
    if name in ("event", "bloc"):
        return f"<{ID}{name}/{value}>"
    return value if name == "year" else f'"{value}"'


def plain(value: object) -> str:
    """A value as any engine gives it: of an address the last part, of a number its value, of a day its ISO form."""
    text = str(value)
    if text.startswith("http"):
        return re.split(r"[/#]", text)[-1]
    try:
        number = float(text)
    except ValueError:
        return text
    return f"{number:.6g}" if math.isfinite(number) else text


def digest(rows: Iterable[Row]) -> str:
    """The same for the same rows, in whatever order they come."""
    told = "\n".join(sorted("\t".join(row) for row in rows))
    return hashlib.sha256(told.encode()).hexdigest()[:12]
