"""The facts of a reading one by one: what a person may say yes or no to, and how each is known again."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from kg.ids import digest
from kg.model.reading import Reading
from kg.model.text import Actor, Evidence, Span, When
from kg.model.voting import (
    Ballot,
    CosponsorCount,
    Count,
    Option,
    OutcomeReport,
    Position,
    Sponsorship,
    VotingHabit,
)
from kg.model.words import Demand, Negotiation, Stance, Statement, Tenure


class FactKind(StrEnum):
    """The sorts of fact that a reading holds."""

    VOTE = "vote"
    TALLY = "tally"
    OUTCOME = "outcome"
    SPONSORSHIP = "sponsorship"
    COSPONSORS = "cosponsors"
    STATEMENT = "statement"
    TENURE = "tenure"
    NEGOTIATION = "negotiation"
    STANCE = "stance"
    DEMAND = "demand"
    HABIT = "habit"


@dataclass(frozen=True, slots=True)
class Tallied:
    """The numbers of a ballot that are printed, or those that follow from what is printed. At least one."""

    counts: tuple[Count, ...]
    derived: bool


Told = (
    Position
    | Tallied
    | OutcomeReport
    | Sponsorship
    | CosponsorCount
    | Statement
    | Tenure
    | Negotiation
    | Stance
    | Demand
    | VotingHabit
)
T = TypeVar("T", bound=Told)

_KIND: Mapping[type, FactKind] = {
    Position: FactKind.VOTE,
    Tallied: FactKind.TALLY,
    OutcomeReport: FactKind.OUTCOME,
    Sponsorship: FactKind.SPONSORSHIP,
    CosponsorCount: FactKind.COSPONSORS,
    Statement: FactKind.STATEMENT,
    Tenure: FactKind.TENURE,
    Negotiation: FactKind.NEGOTIATION,
    Stance: FactKind.STANCE,
    Demand: FactKind.DEMAND,
    VotingHabit: FactKind.HABIT,
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a document states. ``ballot`` is the vote that it belongs to, where it tells of one."""

    document: str
    told: Told
    ballot: Ballot | None = None

    @property
    def kind(self) -> FactKind:
        """The sort of fact."""
        return _KIND[type(self.told)]

    @property
    def evidence(self) -> Evidence:
        """The words that say so; of several stretches the first."""
        return evidences(self.told)[0]

    @property
    def content(self) -> dict[str, str]:
        """What is stated, as names and values."""
        return content(self.told)

    @property
    def key(self) -> str:
        """The key by which the fact is known, and people's answers find it."""
        return fact_key(self.document, self.told, self.ballot)


def fact_key(document: str, told: Told, ballot: Ballot | None = None) -> str:
    """The key of what a document states: where it stands and what it says, not how it was read."""
    number = ballot.number if ballot else None
    return key_of(document, _KIND[type(told)], number, evidences(told)[0].span, content(told))


def key_of(document: str, kind: FactKind, ballot: int | None, span: Span, said: Mapping[str, str]) -> str:
    """Twelve hex digits for a fact of this kind and content at this place of a document."""
    values = (f"{name}={value}" for name, value in sorted(said.items()))
    return digest("fact", document, kind, ballot, span.start, span.end, *values, length=12)


def evidences(told: Told) -> tuple[Evidence, ...]:
    """The stretches of text that a fact rests on; never empty. A statement's words go before its sentence."""
    match told:
        case Tallied():
            return tuple(c.evidence for c in told.counts)
        case Statement():
            return (*told.parts, told.sentence)
    return (told.evidence,)


def facts(reading: Reading) -> Iterator[Fact]:
    """Every fact of a reading, votes first, in the order in which the reading holds them."""
    for ballot in reading.ballots:
        yield from (Fact(reading.document, told, ballot) for part in _parts(ballot) for told in part)
    said: tuple[Told, ...] = (*reading.statements, *reading.tenures, *reading.negotiations)
    wanted: tuple[Told, ...] = (*reading.stances, *reading.demands, *reading.habits)
    yield from (Fact(reading.document, told) for told in (*said, *wanted))


def with_facts(reading: Reading, changes: Mapping[str, Fact | None]) -> Reading:
    """The reading with other facts in the place of those of these keys; None takes a fact away.

    A fact that belongs to another ballot now is moved there. A ballot of which nothing is left goes, and with it what
    was said to amend its draft.
    """
    moved: dict[int, list[Told]] = defaultdict(list)

    def kept(told: tuple[T, ...], ballot: Ballot | None = None) -> tuple[T, ...]:
        made: list[Any] = []
        for each in told:
            key = fact_key(reading.document, each, ballot)
            now = changes[key] if key in changes else Fact(reading.document, each, ballot)
            if now and now.ballot and ballot and now.ballot.number != ballot.number:
                moved[now.ballot.number].append(now.told)
            elif now:
                made.append(now.told)
        return tuple(made)

    left = [[kept(part, ballot) for part in _parts(ballot)] for ballot in reading.ballots]
    changed = (_with_parts(b, parts, moved[b.number]) for b, parts in zip(reading.ballots, left, strict=True))
    ballots = tuple(b for b in changed if b is not None)
    numbers = {b.number for b in ballots}
    return replace(
        reading,
        ballots=tuple(replace(b, amends=b.amends if b.amends in numbers else None) for b in ballots),
        statements=kept(reading.statements),
        tenures=kept(reading.tenures),
        negotiations=kept(reading.negotiations),
        stances=kept(reading.stances),
        demands=kept(reading.demands),
        habits=kept(reading.habits),
    )


def _parts(ballot: Ballot) -> tuple[tuple[Any, ...], ...]:
    """What a ballot holds, by kind: positions, tallies, outcomes, sponsorships, the number of cosponsors."""
    tallies = tuple(tally for derived in (False, True) if (tally := _tallied(ballot, derived=derived)))
    number = (ballot.cosponsor_count,) if ballot.cosponsor_count else ()
    return ballot.positions, tallies, ballot.outcomes, ballot.sponsorships, number


def _with_parts(ballot: Ballot, left: Sequence[tuple[Any, ...]], moved: Sequence[Told]) -> Ballot | None:
    """The ballot with what is left to it and what was moved to it; None where that is nothing."""
    if tuple(left) == _parts(ballot) and not moved:
        return ballot
    if not any(left) and not moved:
        return None
    positions, tallies, outcomes, sponsorships, number = left
    return replace(
        ballot,
        positions=(*positions, *(each for each in moved if isinstance(each, Position))),
        counts=tuple(count for tally in tallies for count in tally.counts),
        outcomes=(*outcomes, *(each for each in moved if isinstance(each, OutcomeReport))),
        sponsorships=(*sponsorships, *(each for each in moved if isinstance(each, Sponsorship))),
        cosponsor_count=number[0] if number else None,
    )


def _tallied(ballot: Ballot, *, derived: bool) -> Tallied | None:
    counts = tuple(c for c in ballot.counts if c.derived is derived)
    return Tallied(counts, derived) if counts else None


# --------------------------------------------------------------------------- content


def content(told: Told) -> dict[str, str]:
    """What is stated, as names and values that a person may read and write; what is not known is left out.

    An actor is its kind and its key (``official:Jane Doe``), days are ISO 8601, an interval ``2025-02-17..2025-02-18``.
    """
    match told:
        case Position(voter, option, veto=veto):
            found: dict[str, str | None] = {"voter": voter, "option": "veto" if veto else option.value}
        case Tallied(counts, derived):
            numbers = {c.option: str(c.number) for c in counts}
            found = {**{o.value: numbers.get(o) for o in Option}, "derived": _yes(derived)}
        case OutcomeReport():
            found = {"outcome": told.outcome.value, "framing": _yes(told.framing)}
        case Sponsorship():
            found = {"sponsor": actor_text(told.sponsor), "role": told.role.value}
        case CosponsorCount():
            found = {"number": str(told.number)}
        case Statement():
            found = _statement(told)
        case Tenure():
            found = {"official": told.official, "post": told.role, "represents": actor_text(told.represents)}
            found["former"] = _yes(told.former)
        case Negotiation():
            found = _negotiation(told)
        case Stance():
            found = {"holder": actor_text(told.holder), "stance": told.stance, "target": told.target}
        case Demand():
            found = {"holder": actor_text(told.holder), "demand": told.demand, "addressee": actor_text(told.addressee)}
        case VotingHabit():
            found = {"voter": told.voter, "option": told.option.value, "quantifier": told.quantifier}
    return {name: value for name, value in found.items() if value}


def _statement(said: Statement) -> dict[str, str | None]:
    return {
        "speaker": actor_text(said.speaker),
        "post": said.role,
        "represents": actor_text(said.represents),
        "addressee": actor_text(said.addressee),
        "act": said.act.value,
        "words": said.words,
    }


def _negotiation(met: Negotiation) -> dict[str, str | None]:
    return {
        "kind": met.kind.value,
        "participants": "; ".join(filter(None, map(actor_text, met.participants))),
        "place": met.place,
        "date": _days(met.when),
        "round": met.round,
        "status": met.status.value,
    }


def actor_text(actor: Actor | None) -> str | None:
    """``official:Jane Doe``, ``state:FRA``."""
    return f"{actor.kind.value}:{actor.key}" if actor else None


def _days(when: When | None) -> str | None:
    if when is None:
        return None
    start, end = when.start.isoformat(), when.end.isoformat()
    return start if start == end else f"{start}..{end}"


def _yes(value: bool) -> str | None:
    return "yes" if value else None
