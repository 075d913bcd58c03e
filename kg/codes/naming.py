"""What states were called, and when: Zaire in 1980, Upper Volta in 1970, the Soviet Union to 1991."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from kg.codes.names import name_key
from kg.codes.period import Period
from kg.codes.states import states
from kg.codes.succession import Passage, seat_on, successions
from kg.codes.tables import rows


@dataclass(frozen=True, slots=True, order=True)
class DatedName:
    """A name that a state, by its code, bore for a time."""

    state: str
    name: str
    period: Period


@cache
def dated_names() -> tuple[DatedName, ...]:
    """All names of which the time is recorded, by state."""
    return tuple(sorted(DatedName(r["state"], r["name"], Period(r["start"], r["end"])) for r in rows("names.csv")))


def state_named(name: str, day: date) -> str | None:
    """The code of the state that a name meant on a day; None where it meant none, or more than one.

    A name whose time is recorded goes before one that is not: 'Federal Republic of Germany' is GER in 1980 and DEU in
    1995. A name that came later means the state in whose place its bearer stands ('Russia' in 1962 gives SUN), a name
    of a state that is no more means nobody ('USSR' in 1995).
    """
    bearers = _bearers().get(name_key(name), ())
    there = [(code, period) for code, period in bearers if _being(code).covers(day)]
    then = {code for code, period in there if period and period.covers(day)}
    always = {code for code, period in there if period is None}
    once = {code for code, period in there if period and not period.covers(day)}
    before = {seat_on(code, day) for code, _ in bearers if day < _being(code).first()} - {None}
    found = then or always or once or before
    return found.pop() if len(found) == 1 else None


@cache
def _bearers() -> Mapping[str, tuple[tuple[str, Period | None], ...]]:
    """Who bears a name, and when where that is recorded, by the name's key."""
    found: dict[str, dict[tuple[str, Period | None], None]] = defaultdict(dict)
    dated = {(each.state, name_key(each.name)) for each in dated_names()}
    for code, state in states().items():
        for key in {name_key(n) for n in (state.name, state.official_name, *state.aliases)}:
            if (code, key) not in dated:
                found[key][code, None] = None
    for each in dated_names():
        found[name_key(each.name)][each.state, each.period] = None
    return MappingProxyType({key: tuple(bearers) for key, bearers in found.items()})


@cache
def _being(code: str) -> Period:
    """When a code stands for a state: a successor's from the succession on, unless others joined what there was."""
    known = states()[code]
    new = [s.day for s in successions() if s.successor == code and s.how is not Passage.JOINED]
    start = known.start or min(new, default=None)
    return Period(start.isoformat() if start else "", known.end.isoformat() if known.end else "")
