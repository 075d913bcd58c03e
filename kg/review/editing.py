"""Corrections by hand: the values that a person puts in the place of what was read. The span of text stays."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from kg import codes
from kg.errors import InputError
from kg.extract.gazetteer import mentions
from kg.model import (
    Actor,
    ActorKind,
    Ballot,
    Count,
    Evidence,
    Fact,
    FactKind,
    MeetingKind,
    Option,
    Outcome,
    Span,
    SpeechAct,
    SponsorRole,
    Statement,
    Status,
    Tallied,
    Told,
    When,
)
from kg.nodes import registered

__all__ = ["BALLOT", "BY_HAND", "assured", "editable", "edited", "place_of"]

BALLOT = "ballot"
"""The name of an edit that moves a fact to another ballot of its article."""

BY_HAND = "review/edit"
"""The rule of a fact that a person has put right."""

_MOVABLE = frozenset({FactKind.VOTE, FactKind.OUTCOME, FactKind.SPONSORSHIP})
_STANCES = frozenset({"supports", "opposes", "demands", "proposes", "rejects", "welcomes", "condemns"})
_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d))?")

E = TypeVar("E", bound=StrEnum)
Edit = Callable[[Any, str], Any]


def editable(kind: FactKind) -> tuple[str, ...]:
    """The names of the values that can be edited in a fact of this kind."""
    return (*_EDITS[kind], *((BALLOT,) if kind in _MOVABLE else ()))


def edited(fact: Fact, edits: Mapping[str, str], ballots: Sequence[Ballot] = ()) -> Fact:
    """A fact with these values in the place of its own; an empty value takes one away.

    ``BALLOT`` moves it to another of the ``ballots`` of its reading. Its confidence is 1 and its rule ``BY_HAND``.
    InputError where a name or a value makes no sense, or none is given.
    """
    told: Any = fact.told
    ballot = fact.ballot
    if not edits:
        raise InputError(f"say what to edit: {_choices(editable(fact.kind))}")
    for name, value in edits.items():
        if name not in editable(fact.kind):
            raise InputError(f"a {fact.kind} has no {name!r} to edit: choose {_choices(editable(fact.kind))}")
        if name == BALLOT:
            ballot = _ballot(value, ballots)
        else:
            told = _EDITS[fact.kind][name](told, " ".join(value.split()))
    return Fact(fact.document, assured(told, BY_HAND), ballot)


def place_of(ballot: Ballot | None) -> str:
    """A ballot as an edit keeps it: its number, and a place in the text that tells of it whatever its number: 2@844."""
    if ballot is None:
        return ""
    return f"{ballot.number}@{ballot.evidence[0].span.start}" if ballot.evidence else str(ballot.number)


def _ballot(value: str, ballots: Sequence[Ballot]) -> Ballot:
    """The ballot of this number, or the one that the place tells of; of several there, that of the number."""
    number, _, place = value.strip().partition("@")
    found = list(ballots)
    if place.isdigit():
        found = [b for b in ballots if any(e.span.start <= int(place) < e.span.end for e in b.evidence)]
    numbered = [b for b in found if str(b.number) == number]
    if not numbered and not (place and len(found) == 1):
        known = _choices(tuple(str(b.number) for b in ballots))
        raise InputError(f"the article has no ballot {value!r}: choose {known or 'another value'}")
    return (numbered or found)[0]


def assured(told: Told, rule: str | None = None) -> Told:
    """The same, with all its evidence as sure as a person's word; ``rule`` in the place of the rule that read it."""
    changed: dict[str, Any] = {f.name: _sure(getattr(told, f.name), rule) for f in fields(told)}
    return replace(told, **changed)


def _sure(value: Any, rule: str | None) -> Any:
    if isinstance(value, Evidence):
        return Evidence(value.span, value.quote, rule or value.rule, 1.0)
    if isinstance(value, Count):
        return replace(value, evidence=_sure(value.evidence, rule))
    if isinstance(value, tuple):
        return tuple(_sure(each, rule) for each in value)
    return value


# --------------------------------------------------------------------------- values


def _choices(names: tuple[str, ...] | frozenset[str]) -> str:
    return ", ".join(names if isinstance(names, tuple) else sorted(names))


def _one_of(kind: type[E], value: str) -> E:
    try:
        return kind(value.casefold())
    except ValueError:
        raise InputError(f"{value!r} is none of {_choices(tuple(kind))}") from None


def _truth(value: str) -> bool:
    if value.casefold() not in ("yes", "no", ""):
        raise InputError(f"{value!r} is neither yes nor no")
    return value.casefold() == "yes"


def _number(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) < 10):
        raise InputError(f"{value!r} is not a number")
    return int(value)


def _given(value: str) -> str:
    if not value:
        raise InputError("a value is needed here: give one, or reject the claim")
    return value


def _state(value: str) -> str:
    """The code of a state given by its code or by a name."""
    found = _actor(value, ActorKind.GROUP)
    if found.kind is not ActorKind.STATE or found.key not in codes.states():
        raise InputError(f"{value!r} is not a state")
    return found.key


def _actor(value: str, otherwise: ActorKind = ActorKind.OFFICIAL) -> Actor:
    """An actor given as ``kind:key``, by a code, by a name of a state, body or organisation, or else a new name."""
    kind, colon, key = value.partition(":")
    if colon and kind.strip() in tuple(ActorKind) and key.strip():
        return _sound(Actor(ActorKind(kind.strip()), key.strip()))
    _given(value)
    if value in codes.states():
        return Actor(ActorKind.STATE, value)
    if sort := registered(value):
        return Actor(ActorKind(sort), value)
    bare = re.sub(r"^[Tt]he ", "", value)
    whole = Span(0, len(bare))
    return next((m.actor for m in mentions(bare) if m.span == whole), Actor(otherwise, bare))


def _sound(actor: Actor) -> Actor:
    """The actor, unless it is a state that no register knows."""
    if actor.kind is ActorKind.STATE and not set(actor.key.split("+")) <= codes.states().keys():
        raise InputError(f"{actor.key!r} is not the code of a state")
    return actor


def _actor_or_none(value: str) -> Actor | None:
    return _actor(value) if value else None


def _actors(value: str) -> tuple[Actor, ...]:
    parts = (part.strip() for part in value.split(";" if ";" in value else ","))
    return tuple(_actor(part) for part in parts if part)


def _days(value: str) -> When | None:
    if not value:
        return None
    found = _DAYS.fullmatch(value)
    try:
        start, end = (date.fromisoformat(day) for day in (found[1], found[2] or found[1])) if found else (None, None)
    except ValueError:
        start = end = None
    if start is None or end is None or end < start:
        raise InputError(f"{value!r} is no day: give 2025-02-18, or 2025-02-17..2025-02-18")
    return When(start, end)


# --------------------------------------------------------------------------- what can be edited


def _put(field: str, parse: Callable[[str], object]) -> Edit:
    """An edit that replaces one field by the value parsed."""
    return lambda told, value: replace(told, **{field: parse(value)})


def _text(value: str) -> str | None:
    return value or None


def _vote(told: Any, value: str) -> Any:
    veto = value.casefold() == "veto"
    return replace(told, option=Option.NO if veto else _one_of(Option, value), veto=veto)


def _count(option: Option) -> Edit:
    """An edit of one number of a tally; none at all is taken away, a new one stands on the words of the first."""

    def edit(told: Any, value: str) -> Any:
        number = _number(value) if value else None
        others = tuple(c for c in told.counts if c.option is not option)
        own = tuple(c for c in told.counts if c.option is option) or (
            Count(option, 0, told.counts[0].evidence, told.derived),
        )
        kept = () if number is None else tuple(replace(c, number=number) for c in own)
        if not (*others, *kept):
            raise InputError("a tally needs a number: reject the claim instead")
        return Tallied((*others, *kept), told.derived)

    return edit


def _stance(value: str) -> str:
    if value not in _STANCES:
        raise InputError(f"{value!r} is none of {_choices(_STANCES)}")
    return value


def _speaker(told: Statement, value: str) -> Statement:
    return replace(told, speaker=_actor_or_none(value), attributed_as=None)


_EDITS: Mapping[FactKind, Mapping[str, Edit]] = {
    FactKind.VOTE: {"voter": _put("voter", _state), "option": _vote},
    FactKind.TALLY: {option.value: _count(option) for option in Option},
    FactKind.OUTCOME: {
        "outcome": _put("outcome", lambda value: _one_of(Outcome, value)),
        "framing": _put("framing", _truth),
    },
    FactKind.SPONSORSHIP: {
        "sponsor": _put("sponsor", lambda value: _actor(value, ActorKind.GROUP)),
        "role": _put("role", lambda value: _one_of(SponsorRole, value)),
    },
    FactKind.COSPONSORS: {"number": _put("number", _number)},
    FactKind.STATEMENT: {
        "speaker": _speaker,
        "post": _put("role", _text),
        "represents": _put("represents", _actor_or_none),
        "addressee": _put("addressee", _actor_or_none),
        "act": _put("act", lambda value: _one_of(SpeechAct, value)),
    },
    FactKind.TENURE: {
        "official": _put("official", _given),
        "post": _put("role", _text),
        "represents": _put("represents", _actor_or_none),
        "former": _put("former", _truth),
    },
    FactKind.NEGOTIATION: {
        "kind": _put("kind", lambda value: _one_of(MeetingKind, value)),
        "participants": _put("participants", _actors),
        "place": _put("place", _text),
        "date": _put("when", _days),
        "round": _put("round", _text),
        "status": _put("status", lambda value: _one_of(Status, value)),
    },
    FactKind.STANCE: {
        "holder": _put("holder", _actor),
        "stance": _put("stance", _stance),
        "target": _put("target", _given),
    },
    FactKind.DEMAND: {
        "holder": _put("holder", _actor),
        "demand": _put("demand", _given),
        "addressee": _put("addressee", _actor_or_none),
    },
    FactKind.HABIT: {
        "voter": _put("voter", _state),
        "option": _put("option", lambda value: _one_of(Option, value)),
        "quantifier": _put("quantifier", _given),
    },
}
