"""A fact in plain words: what the program understood, as one would say it."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from kg.model import (
    Actor,
    ActorKind,
    Ballot,
    CosponsorCount,
    Demand,
    Fact,
    Negotiation,
    Option,
    OutcomeReport,
    Position,
    Sponsorship,
    Stance,
    Statement,
    Tallied,
    Tenure,
    Told,
    VotingHabit,
)
from kg.verify.wording import IN_WORDS, VOTED, capital, listed, named, names

__all__ = ["ballot_in_words", "in_words", "votes_in_words"]

_LONGEST = 160


def in_words(fact: Fact) -> str:
    """What a fact says, in one line without a full stop: ``France abstained``."""
    return capital(" ".join(_told(fact.told).split()))


def votes_in_words(told: Iterable[Fact]) -> tuple[str, ...]:
    """What several facts on votes say, a line for each camp: ``France and Spain abstained``."""
    camps: dict[str, list[str]] = defaultdict(list)
    for fact in told:
        if isinstance(fact.told, Position):
            camps["cast a veto" if fact.told.veto else VOTED[fact.told.option]].append(_state(fact.told.voter))
    return tuple(capital(f"{listed(list(dict.fromkeys(states)))} {camp}") for camp, states in camps.items())


def ballot_in_words(ballot: Ballot) -> str:
    """Which vote a fact belongs to: ``UN General Assembly, 2025-02-24: resolution on Ukraine``."""
    where = ", ".join(filter(None, (_name(ballot.body), ballot.when.iso() if ballot.when else "")))
    what = ballot.symbol or ballot.subject
    kind = "" if ballot.symbol else f"{ballot.kind.value} "
    return f"{where}: {kind}{what}".strip() if what else f"{where}: {ballot.kind.value}"


def _told(told: Told) -> str:
    match told:
        case Position() | Tallied() | OutcomeReport() | Sponsorship() | CosponsorCount():
            return _voting(told)
        case Statement():
            return _statement(told)
        case Tenure():
            return _tenure(told)
        case Negotiation():
            return _negotiation(told)
        case VotingHabit(voter, option, quantifier):
            return f"{_state(voter)} {quantifier} {VOTED[option]}"
        case Stance() | Demand():
            return _wanted(told)


def _voting(told: Position | Tallied | OutcomeReport | Sponsorship | CosponsorCount) -> str:
    match told:
        case Position(voter, option, veto=veto):
            return f"{_state(voter)} {'cast a veto' if veto else VOTED[option]}"
        case Tallied(counts, derived):
            numbers = {c.option: c.number for c in counts}
            said = ", ".join(f"{numbers[option]} {IN_WORDS[option]}" for option in Option if option in numbers)
            return f"{said} (worked out)" if derived else said
        case OutcomeReport(outcome, framing=framing):
            return f"{outcome.value}{' (as the headline or lead has it)' if framing else ''}"
        case Sponsorship(sponsor, role):
            return f"{role.value}: {_who(sponsor)}"
        case CosponsorCount(number):
            return f"{number} cosponsors"


def _statement(said: Statement) -> str:
    speaker = _who(said.speaker) if said.speaker else "nobody named"
    post = f" ({said.role})" if said.role else ""
    mark, end = ("“", "”") if said.direct else ("", "")
    return f"{speaker}{post} {said.verb or 'said'}: {mark}{_short(said.words.rstrip(','))}{end}"


def _tenure(held: Tenure) -> str:
    post = held.role or "speaks"
    whom = _who(held.represents) if held.represents else ""
    whose = f" for {whom}" if whom and whom.removeprefix("the ") not in post else ""
    formerly = "formerly " if held.former and not post.startswith(("former", "ex-")) else ""
    return f"{held.official}: {formerly}{post}{whose}"


def _negotiation(met: Negotiation) -> str:
    who = listed([_who(actor) for actor in met.participants])
    when = met.when
    days = "" if when is None else f", {when.start}" if when.start == when.end else f", {when.start} to {when.end}"
    place = f" in {met.place}" if met.place else ""
    number = f", {met.round}" if met.round else ""
    status = "" if met.status.value == "held" else f" ({met.status.value})"
    return f"{met.kind.value}{f' of {who}' if who else ''}{place}{days}{number}{status}"


def _wanted(told: Stance | Demand) -> str:
    if isinstance(told, Stance):
        return f"{_who(told.holder)} {told.stance} {_short(told.target)}"
    of_whom = f" of {_who(told.addressee)}" if told.addressee else ""
    return f"{_who(told.holder)} demands{of_whom}: {_short(told.demand)}"


def _who(actor: Actor) -> str:
    if actor.kind in (ActorKind.OFFICIAL, ActorKind.DOCUMENT, ActorKind.GROUP):
        return actor.key
    return listed([_state(key) for key in actor.key.split("+")]) if actor.kind is ActorKind.STATE else _name(actor.key)


def _state(code: str) -> str:
    return named(_names().get(code, code))


def _name(code: str) -> str:
    return _names().get(code, code)


@cache
def _names() -> dict[str, str]:
    return names()


def _short(text: str) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _LONGEST else one_line[: _LONGEST - 1].rsplit(" ", 1)[0] + " …"
