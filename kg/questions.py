"""Named queries: the files of ``kg/queries``, each with a title, a description and typed parameters in its first lines.

    # title: Do two states vote alike?
    # description: The ballots that both took part in ...
    # needs: symbol state          at least one of these
    # view: alignment              what it reads is there once this view has been computed
    # param: state state! One state: USA          name, type, ``!`` where it must be given, what it is

A parameter is bound as an RDF term, never as text in the query. Types: ``state``, ``body``, ``actor`` (any of the
registers), ``event``, ``date`` (a day: 1985-06-01), ``text``.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from kg import codes
from kg.config import QUERIES
from kg.errors import QueryError
from kg.ids import ID, entity, slug
from kg.nodes import coded, registered
from kg.terms import Literal, NamedNode, literal

_HEADER = re.compile(r"# (title|description|needs|param|view): (.*)")
_PARAMETER = re.compile(r"(\w+) (state|body|actor|event|date|text)(!?) (.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a query that may be given on the command line."""

    name: str
    type: str
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class Question:
    """A named query."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    needs: frozenset[str]
    sparql: str
    view: str = ""

    def filters(self) -> frozenset[str]:
        """The variables that only repeat a given text or day: no column worth showing."""
        return frozenset(p.name for p in self.parameters if p.type in ("date", "text"))


@cache
def questions() -> Mapping[str, Question]:
    """All named queries by name. The folders below hold queries that the program itself asks."""
    return {path.stem: _read(path) for path in sorted(QUERIES.glob("*.rq"))}


def internal(name: str) -> str:
    """A query that the program itself asks."""
    return (QUERIES / "internal" / f"{name}.rq").read_text(encoding="utf-8")


def question(name: str) -> Question:
    """The query of a name; QueryError names the nearest ones where there is none."""
    found = questions().get(name)
    if found is None:
        near = [n for n in questions() if name[:4] in n or n in name]
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        raise QueryError(f"no query named {name!r}{hint} (kg query --list shows them all)")
    return found


def bind(asked: Question, given: Iterable[str]) -> dict[str, NamedNode | Literal]:
    """``state=HUN`` and the like as terms. QueryError where one is unknown, missing or stands for nothing."""
    known = {p.name: p for p in asked.parameters}
    bound: dict[str, NamedNode | Literal] = {}
    for pair in given:
        name, sign, value = pair.partition("=")
        if not sign or not value:
            raise QueryError(f"a parameter is NAME=VALUE, as in state=HUN: not {pair!r}")
        if name not in known:
            names = ", ".join(known) or "none"
            raise QueryError(f"the query {asked.name} has no parameter {name!r}; it has {names}")
        bound[name] = _term(known[name], value)
    missing = [p for p in asked.parameters if p.required and p.name not in bound]
    if missing:
        raise QueryError(f"the query {asked.name} needs {_examples(missing)}")
    if asked.needs and not asked.needs & bound.keys():
        either = [p for p in asked.parameters if p.name in asked.needs]
        raise QueryError(f"the query {asked.name} needs one of {_examples(either)}")
    return bound


def _examples(parameters: Iterable[Parameter]) -> str:
    return ", ".join(f"-p {p.name}=... ({p.description})" for p in parameters)


def _term(parameter: Parameter, value: str) -> NamedNode | Literal:
    if parameter.type == "text":
        return Literal(value)
    if parameter.type == "date":
        return _day(value)
    if value.startswith(ID):
        try:
            return NamedNode(value)
        except ValueError:
            raise QueryError(f"{value!r} is no IRI") from None
    if parameter.type == "event":
        return entity("event", value if re.fullmatch(r"[\w-]+", value) else slug(value))
    node = _actor(value, states_only=parameter.type == "state")
    if node is None:
        what = {"state": "state", "body": "body", "actor": "state, body, bloc or organisation"}[parameter.type]
        raise QueryError(f"no {what} goes by {value!r}: give a code (HUN, UNGA, EU) or a name (Hungary)")
    return node


def _day(value: str) -> Literal:
    try:
        return literal(date.fromisoformat(value))
    except ValueError:
        raise QueryError(f"a day is written as in 1985-06-01: not {value!r}") from None


def _actor(value: str, *, states_only: bool) -> NamedNode | None:
    key = codes.name_key(value)
    for code, state in codes.states().items():
        former = (each.name for each in codes.dated_names() if each.state == code)
        names = (code, state.iso2, state.name, state.official_name, *state.aliases, *former)
        if key in {codes.name_key(n) for n in names if n}:
            return entity("state", code)
    if states_only:
        return None
    others: dict[str, codes.Body | codes.Organization] = {**codes.bodies(), **codes.organizations()}
    for code, known in others.items():
        if key in {codes.name_key(n) for n in (code, known.name, *known.aliases)} and (kind := registered(code)):
            return coded(kind, code)
    return None


def _read(path: Path) -> Question:
    text = path.read_text(encoding="utf-8")
    head: dict[str, list[str]] = {"title": [], "description": [], "needs": [], "param": [], "view": []}
    for line in text.splitlines():
        match = _HEADER.fullmatch(line)
        if not match:
            if line.startswith("#"):
                continue
            break
        head[match[1]].append(match[2].strip())
    parameters = tuple(
        Parameter(m[1], m[2], bool(m[3]), m[4]) for line in head["param"] if (m := _PARAMETER.fullmatch(line))
    )
    return Question(
        path.stem,
        " ".join(head["title"]) or path.stem,
        " ".join(head["description"]),
        parameters,
        frozenset(" ".join(head["needs"]).split()),
        text,
        " ".join(head["view"]),
    )
