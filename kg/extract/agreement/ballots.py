"""The ballots of two readers: which are one, what the second knows of them that the core does not."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from kg import codes
from kg.extract.agreement.surety import confirmed
from kg.model import (
    Ballot,
    BallotKind,
    Count,
    Dropped,
    Evidence,
    Option,
    OutcomeReport,
    Position,
    Sponsorship,
)

__all__ = ["heard_ballots"]

_PARTS = frozenset({BallotKind.AMENDMENT, BallotKind.PARAGRAPH})
# No organ has more members.
_LARGEST = 193


class _Heard(NamedTuple):
    ballots: tuple[Ballot, ...]
    dropped: tuple[Dropped, ...]


def heard_ballots(core: Sequence[Ballot], second: Sequence[Ballot]) -> _Heard:
    """The core's ballots, completed and confirmed; behind them those that only the second reader saw.

    Whatever is passed over because the core says otherwise is dropped, with the reason.
    """
    merged = list(core)
    dropped: list[Dropped] = []
    numbers: dict[int, int] = {}
    new: list[Ballot] = []
    for told in (b for b in second if b.evidence):
        places = _same(core, told)
        if len(places) == 1:
            merged[places[0]] = _merged(merged[places[0]], told, dropped)
            numbers[told.number] = merged[places[0]].number
        elif places:
            dropped.append(_drop("ballot", "may be one of several ballots that are read already", told.evidence[0]))
        elif any(_meet(known, told) for known in core):
            dropped.append(_drop("ballot", "the words are those of a ballot that is read otherwise", told.evidence[0]))
        else:
            numbers[told.number] = len(core) + len(new) + 1
            new.append(told)
    added = [
        replace(b, number=place, amends=None if b.amends is None else numbers.get(b.amends))
        for place, b in enumerate(new, len(core) + 1)
    ]
    return _Heard((*merged, *added), tuple(dropped))


def _drop(kind: str, reason: str, evidence: Evidence) -> Dropped:
    return Dropped(kind, f"{evidence.rule}: {reason}", evidence.span, evidence.quote)


# --------------------------------------------------------------------------- which are one


def _same(core: Sequence[Ballot], told: Ballot) -> list[int]:
    """The places of the core's ballots that this one may be, the likeliest only.

    A ballot told without a number of its own has to be one that is known, where one of its body is.
    """
    may_be = [place for place, known in enumerate(core) if not _clash(known, told)]
    scores = {place: score for place in may_be if (score := _likeness(core[place], told))}
    best = max(scores.values(), default=0)
    if not best and not (told.counts or told.symbol):
        return [place for place in may_be if core[place].past is told.past]
    return [place for place, score in scores.items() if score == best]


def _clash(known: Ballot, told: Ballot) -> bool:
    """Whether something says that two ballots are not one."""
    if known.body != told.body or (known.kind in _PARTS) is not (told.kind in _PARTS):
        return True
    if known.when and told.when and not known.when.overlaps(told.when, slack=1):
        return True
    if known.symbol and told.symbol and known.symbol != told.symbol:
        return True
    numbers = known.tally()
    return any(numbers.get(option, number) != number for option, number in told.tally().items())


def _likeness(known: Ballot, told: Ballot) -> int:
    """How much two ballots have in common; 0 where nothing says that they are one, or more says that they are not."""
    numbers, options = known.tally(), {p.voter: p.option for p in known.positions}
    same = sum(numbers.get(option) == number != 0 for option, number in told.tally().items())
    agreed = sum(options.get(p.voter) is p.option for p in told.positions)
    against = sum(p.voter in options and options[p.voter] is not p.option for p in told.positions)
    if against > agreed + same:
        return 0
    symbol = bool(known.symbol) and known.symbol == told.symbol
    return 4 * symbol + 3 * same + 2 * _meet(known, told) + agreed


def _meet(known: Ballot, told: Ballot) -> bool:
    """Whether two ballots of one body rest on the same words."""
    return known.body == told.body and any(a.span.meets(b.span) for a in known.evidence for b in told.evidence)


# --------------------------------------------------------------------------- what is known of one


def _merged(known: Ballot, told: Ballot, dropped: list[Dropped]) -> Ballot:
    counts = _counts(known, told, dropped)
    return replace(
        known,
        counts=counts,
        positions=_positions(known, told, counts, dropped),
        outcomes=_outcomes(known, told, dropped),
        sponsorships=_sponsorships(known, told),
        cosponsor_count=known.cosponsor_count or told.cosponsor_count,
        when=known.when or told.when,
        subject=known.subject or told.subject,
        symbol=known.symbol or told.symbol,
        requested_by=known.requested_by or told.requested_by,
        evidence=known.evidence
        + tuple(e for e in told.evidence if not any(k.span.meets(e.span) for k in known.evidence)),
    )


def _counts(known: Ballot, told: Ballot, dropped: list[Dropped]) -> tuple[Count, ...]:
    """The core's numbers; one that it lacks where it fits the states named and the size of the body."""
    found = {c.option: c for c in known.counts}
    named = Counter(p.option for p in known.positions)
    body = codes.body(known.body)
    size = max(_LARGEST if body is None or body.size is None else body.size, sum(c.number for c in known.counts))
    for count in told.counts:
        mine = found.get(count.option)
        room = size - sum(c.number for c in found.values())
        if mine is None and named[count.option] <= count.number <= room:
            found[count.option] = count
        elif mine is not None and mine.number == count.number:
            found[count.option] = replace(mine, evidence=confirmed(mine.evidence, count.evidence))
        else:
            dropped.append(_drop("tally", f"{count.number} {count.option.value} does not fit", count.evidence))
    order = list(Option)
    return tuple(sorted(found.values(), key=lambda c: order.index(c.option)))


def _positions(known: Ballot, told: Ballot, counts: Sequence[Count], dropped: list[Dropped]) -> tuple[Position, ...]:
    """The core's positions; that of a state of which it tells none, where there is room under the number of votes."""
    found = {p.voter: p for p in known.positions}
    limits = {c.option: c.number for c in counts}
    named = Counter(p.option for p in known.positions)
    for position in told.positions:
        mine = found.get(position.voter)
        if mine is None and named[position.option] < limits.get(position.option, _LARGEST):
            found[position.voter] = position
            named[position.option] += 1
        elif mine is not None and mine.option is position.option:
            found[position.voter] = replace(mine, evidence=confirmed(mine.evidence, position.evidence))
        else:
            why = f"is {mine.option.value} by {mine.evidence.rule}" if mine else "is one more than the number of votes"
            reason = f"{position.voter} {position.option.value}: {why}"
            dropped.append(_drop("position", reason, position.evidence))
    return tuple(found.values())


def _outcomes(known: Ballot, told: Ballot, dropped: list[Dropped]) -> tuple[OutcomeReport, ...]:
    mine, theirs = known.outcome(), told.outcome()
    if theirs is None:
        return known.outcomes
    said = next(o for o in told.outcomes if o.outcome is theirs and not o.framing)
    if mine is None:
        return (*known.outcomes, said)
    if mine is not theirs:
        dropped.append(_drop("outcome", f"{theirs.value}, but it was {mine.value}", said.evidence))
        return known.outcomes
    return tuple(
        o if o.framing or o.outcome is not mine else replace(o, evidence=confirmed(o.evidence, said.evidence))
        for o in known.outcomes
    )


def _sponsorships(known: Ballot, told: Ballot) -> tuple[Sponsorship, ...]:
    theirs = {s.sponsor: s for s in told.sponsorships}
    mine = tuple(
        replace(s, evidence=confirmed(s.evidence, theirs[s.sponsor].evidence)) if s.sponsor in theirs else s
        for s in known.sponsorships
    )
    named = {s.sponsor for s in known.sponsorships}
    return (*mine, *(s for s in told.sponsorships if s.sponsor not in named))
