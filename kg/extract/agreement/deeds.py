"""Officials, encounters, stances, demands and habits of two readers."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TypeVar

from kg import codes
from kg.extract.agreement.surety import confirmed
from kg.model import Demand, Evidence, Negotiation, Stance, Tenure, VotingHabit

__all__ = ["heard_demands", "heard_habits", "heard_negotiations", "heard_stances", "heard_tenures"]

Fact = TypeVar("Fact", Tenure, Negotiation, Stance, Demand, VotingHabit)


def heard_tenures(core: Sequence[Tenure], second: Sequence[Tenure]) -> tuple[Tenure, ...]:
    """The core's tenures, confirmed; a post for whom the core has only a name; behind them new officials.

    A second post beside one that the core has read is passed over.
    """
    merged = list(core)
    places: dict[str, list[int]] = defaultdict(list)
    for place, tenure in enumerate(core):
        places[codes.name_key(tenure.official)].append(place)
    new: dict[tuple[str, str], Tenure] = {}
    for told in second:
        name = codes.name_key(told.official)
        held = places.get(name)
        if held is None:
            new.setdefault((name, codes.name_key(told.role or "")), told)
            continue
        for place in held:
            merged[place] = _tenure(merged[place], told)
    return (*merged, *new.values())


def _tenure(known: Tenure, told: Tenure) -> Tenure:
    if known.role is None and known.represents in (None, told.represents) and told.role is not None:
        return replace(known, role=told.role, represents=told.represents, former=told.former, evidence=told.evidence)
    post, other = codes.name_key(known.role or ""), codes.name_key(told.role or "")
    apart = bool(known.represents and told.represents and known.represents != told.represents)
    if apart or known.former is not told.former or not post or not (post in other or other in post):
        return known
    return replace(
        known, represents=known.represents or told.represents, evidence=confirmed(known.evidence, told.evidence)
    )


def heard_negotiations(core: Sequence[Negotiation], second: Sequence[Negotiation]) -> tuple[Negotiation, ...]:
    """The core's encounters, confirmed and completed; those that only the second reader saw."""

    def merged(known: Negotiation, told: Negotiation) -> Negotiation:
        return replace(
            known,
            evidence=confirmed(known.evidence, told.evidence),
            place=known.place or told.place,
            when=known.when or told.when,
            round=known.round or told.round,
        )

    return _heard(core, second, lambda n: (n.kind, frozenset(n.participants), n.status), merged, _one_day)


def _one_day(known: Negotiation, told: Negotiation) -> bool:
    """Whether two tellings may be of one encounter: nothing is said that keeps them apart."""
    days = known.when is None or told.when is None or known.when.overlaps(told.when)
    return days and (known.place is None or told.place is None or known.place == told.place)


def heard_stances(core: Sequence[Stance], second: Sequence[Stance]) -> tuple[Stance, ...]:
    """The core's stances, confirmed; those that only the second reader saw."""
    return _heard(core, second, lambda s: (s.holder, s.stance), _sure_stance)


def heard_demands(core: Sequence[Demand], second: Sequence[Demand]) -> tuple[Demand, ...]:
    """The core's demands, confirmed; those that only the second reader saw."""
    return _heard(core, second, lambda d: (d.holder, d.addressee), _sure_demand)


def heard_habits(core: Sequence[VotingHabit], second: Sequence[VotingHabit]) -> tuple[VotingHabit, ...]:
    """The core's voting habits, confirmed; those that only the second reader saw."""
    return _heard(core, second, lambda h: (h.voter, h.option), _sure_habit)


def _sure_stance(known: Stance, told: Stance) -> Stance:
    return replace(known, evidence=confirmed(known.evidence, told.evidence))


def _sure_demand(known: Demand, told: Demand) -> Demand:
    return replace(known, evidence=confirmed(known.evidence, told.evidence))


def _sure_habit(known: VotingHabit, told: VotingHabit) -> VotingHabit:
    return replace(known, evidence=confirmed(known.evidence, told.evidence))


def _never(_known: Fact, _told: Fact) -> bool:
    return False


def _heard(
    core: Sequence[Fact],
    second: Sequence[Fact],
    what: Callable[[Fact], Hashable],
    merged: Callable[[Fact, Fact], Fact],
    elsewhere: Callable[[Fact, Fact], bool] = _never,
) -> tuple[Fact, ...]:
    """The core's facts and the new ones.

    Facts are one where they say the same and rest on the same words, or ``elsewhere`` allows it of the only one that
    says the same. Words that the core reads otherwise give nothing new.
    """
    out = list(core)
    alike: dict[Hashable, list[int]] = defaultdict(list)
    for place, known in enumerate(core):
        alike[what(known)].append(place)
    read = _Stretches([known.evidence for known in core])
    new: dict[tuple[Hashable, int], Fact] = {}
    for told in second:
        same = alike.get(what(told), [])
        here = [n for n in same if core[n].evidence.span.meets(told.evidence.span)]
        if not here and len(same) == 1 and elsewhere(core[same[0]], told):
            here = same
        if here:
            out[here[0]] = merged(out[here[0]], told)
        elif not read.meet(told.evidence):
            new.setdefault((what(told), told.evidence.span.start), told)
    out.extend(new.values())
    return tuple(out)


class _Stretches:
    """Whether words meet those of any of some evidence."""

    def __init__(self, evidence: Sequence[Evidence]) -> None:
        ordered = sorted(e.span for e in evidence)
        self._starts = [s.start for s in ordered]
        self._reach = list(accumulate((s.end for s in ordered), max))

    def meet(self, evidence: Evidence) -> bool:
        before = bisect_left(self._starts, evidence.span.end)
        return before > 0 and self._reach[before - 1] > evidence.span.start
