"""What a model is asked to answer, as types: the JSON schema that goes with the question and the check of what comes.

Every fact carries ``evidence``: words of the article, verbatim. Items of another form are left out one by one, so that
one slip does not cost the rest.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, TypeVar

import msgspec

from kg.errors import ReaderError
from kg.model import BallotKind, MeetingKind, Option, Outcome, Status

__all__ = [
    "Answer",
    "BadAnswerError",
    "Held",
    "Met",
    "Number",
    "Result",
    "Said",
    "Sponsor",
    "Vote",
    "Voted",
    "parsed",
    "schema",
]


class Number(msgspec.Struct, frozen=True):
    """A number of votes."""

    option: Option
    number: int
    evidence: str


class Voted(msgspec.Struct, frozen=True):
    """A state's vote."""

    state: str
    option: Option
    evidence: str
    veto: bool = False


class Result(msgspec.Struct, frozen=True):
    """What became of a draft."""

    outcome: Outcome
    evidence: str


class Sponsor(msgspec.Struct, frozen=True):
    """Who put a draft forward."""

    name: str
    evidence: str


class Vote(msgspec.Struct, frozen=True):
    """A vote of states in an international body."""

    evidence: list[str]
    body: str
    kind: BallotKind = BallotKind.RESOLUTION
    subject: str | None = None
    symbol: str | None = None
    earlier: bool = False
    counts: list[Number] = []
    positions: list[Voted] = []
    sponsors: list[Sponsor] = []
    result: Result | None = None


class Said(msgspec.Struct, frozen=True):
    """What somebody says, word by word (``direct``) or in the article's words."""

    evidence: list[str]
    words: list[str]
    direct: bool
    speaker: str
    verb: str | None = None
    role: str | None = None
    represents: str | None = None


class Held(msgspec.Struct, frozen=True):
    """A named official's post."""

    evidence: list[str]
    name: str
    role: str
    represents: str | None = None
    former: bool = False


class Met(msgspec.Struct, frozen=True):
    """An encounter of states, organisations or officials."""

    evidence: list[str]
    kind: MeetingKind
    participants: list[str]
    place: str | None = None
    status: Status = Status.HELD


class Answer(msgspec.Struct, frozen=True):
    """All that a piece of an article states."""

    votes: list[Vote] = []
    statements: list[Said] = []
    officials: list[Held] = []
    negotiations: list[Met] = []


class Parsed(NamedTuple):
    """An answer and the number of items that were left out for their form."""

    answer: Answer
    misshapen: int


_KINDS: dict[str, type[msgspec.Struct]] = {"votes": Vote, "statements": Said, "officials": Held, "negotiations": Met}


class BadAnswerError(ReaderError):
    """An answer that holds no JSON object of the kind asked for: asked again it may come right."""


@cache
def schema() -> dict[str, Any]:
    """The JSON schema of an answer, in the subset that all servers know: everything required, nothing else allowed."""
    (_,), parts = msgspec.json.schema_components([Answer], ref_template="#/$defs/{name}")
    named = {name: _strict(part) for name, part in sorted(parts.items())}
    return {**named.pop("Answer"), "$defs": named}


def _strict(part: dict[str, Any]) -> dict[str, Any]:
    if "properties" not in part:
        return {"type": "string", "enum": part["enum"]}
    fields = {name: _bare(field) for name, field in part["properties"].items()}
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


def _bare(field: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in field.items() if key != "default"}


T = TypeVar("T", bound=msgspec.Struct)

_FENCED = re.compile(r"```(?:json)?[ \t]*\n(.*?)```", re.DOTALL)
_THOUGHT = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
# Braces at which an object is looked for in prose; more than these are no answer but a program.
_TRIES = 50
_DECODER = json.JSONDecoder()


def parsed(text: str) -> Parsed:
    """The facts of an answer: plain JSON, JSON in a fence, JSON amid prose. BadAnswerError where it has none."""
    for found in _objects(_THOUGHT.sub("", text, count=1)):
        lists = {kind: found[kind] for kind in _KINDS if isinstance(found.get(kind), list)}
        if lists:
            return _checked(lists)
    raise BadAnswerError("the answer holds no JSON of the form asked for")


def _objects(text: str) -> Iterator[dict[str, Any]]:
    for candidate in (text, *(match[1] for match in _FENCED.finditer(text))):
        if (found := _decoded(candidate.strip(), 0)) is not None:
            yield found
    at = text.find("{")
    for _ in range(_TRIES):
        if at < 0:
            return
        if (found := _decoded(text, at)) is not None:
            yield found
        at = text.find("{", at + 1)


def _decoded(text: str, at: int) -> dict[str, Any] | None:
    try:
        found, _ = _DECODER.raw_decode(text, at)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _checked(lists: dict[str, list[Any]]) -> Parsed:
    kept: dict[str, list[msgspec.Struct]] = {}
    misshapen = 0
    for kind, items in lists.items():
        kept[kind] = []
        for item in items:
            try:
                kept[kind].append(msgspec.convert(item, _KINDS[kind]))
            except msgspec.ValidationError:
                misshapen += 1
    return Parsed(Answer(**kept), misshapen)  # type: ignore[arg-type]
