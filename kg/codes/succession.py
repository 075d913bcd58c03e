"""What became of states: which took the place of which, on what day, and which went on in the other's seat."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from kg.codes.membership import members_on
from kg.codes.tables import rows


class Passage(StrEnum):
    """How a state came after another."""

    CONTINUED = "continued"  # it went on as the same member of the United Nations
    SUCCEEDED = "succeeded"  # it is one of those that the other fell apart into
    JOINED = "joined"  # the other became part of it
    SEPARATED = "separated"  # it left the other, which went on


@dataclass(frozen=True, slots=True, order=True)
class Succession:
    """That one state came after another, by their codes. ``day`` is the first day of the new order.

    ``since`` is the day from which the predecessor was the later state in all but name: Yugoslavia is Serbia and
    Montenegro from April 1992 on, and never before.
    """

    predecessor: str
    successor: str
    day: date
    how: Passage
    since: date


@cache
def successions() -> tuple[Succession, ...]:
    """All that are recorded since 1945, by predecessor. The end of colonial rule is none."""
    return tuple(sorted(_succession(r) for r in rows("successions.csv")))


def _succession(row: dict[str, str]) -> Succession:
    since = date.fromisoformat(row["since"]) if row["since"] else date.min
    return Succession(row["predecessor"], row["successor"], date.fromisoformat(row["date"]), Passage(row["how"]), since)


@cache
def heirs() -> Mapping[str, tuple[str, ...]]:
    """The successors of each state that is no more, by its code."""
    found: dict[str, list[str]] = defaultdict(list)
    for each in successions():
        if each.how is not Passage.SEPARATED:
            found[each.predecessor].append(each.successor)
    return MappingProxyType({code: tuple(after) for code, after in found.items()})


def seat_on(code: str, day: date) -> str | None:
    """The code under which a state's seat in the United Nations voted on a day.

    RUS in 1962 gives SUN, SUN in 1993 RUS, SRB in 2004 SCG. None where it had no seat of its own (CZE in 1980), or
    where there were two (DEU in 1980).
    """
    sitting = members_on("UN", day)
    if code in sitting:
        return code
    known = successions()
    before = [s for s in known if s.successor == code and day < s.day and s.how is not Passage.SEPARATED]
    if before:
        sat = [s for s in before if seat_on(s.predecessor, day)]
        same = len(sat) == 1 and sat[0].how is Passage.CONTINUED and sat[0].since <= day
        return seat_on(sat[0].predecessor, day) if same else None
    after = [s for s in known if s.predecessor == code and s.day <= day and s.how is Passage.CONTINUED]
    return seat_on(after[0].successor, day) if after else None
