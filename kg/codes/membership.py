"""Who belonged to what, and when: the United Nations, its Security Council, regional groups, blocs and alliances."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import groupby
from operator import attrgetter
from types import MappingProxyType

from kg.codes.organs import bodies, organizations
from kg.codes.period import Period
from kg.codes.tables import rows

AS_OF = date(2026, 6, 30)
"""The day of the registers: what they say of the present is said of this day, whenever the program runs."""

COUNCIL_ENLARGED = date(1966, 1, 1)
"""From this day the Security Council has fifteen members, ten of them elected; it had eleven before."""

REGIONAL_GROUPS = ("African Group", "Asia-Pacific Group", "Eastern European Group", "GRULAC", "WEOG")
"""The five in which the members of the United Nations consult and stand for election."""

_FULL = {"UNSC": (11, 15), "UNHRC": (46, 47)}  # with fewer, some are not known; a seat of 47 was vacant twice
_SEATS_OF_STATES = frozenset({"assembly", "committee", "council"})  # not those of judges, deputies or commissioners


@dataclass(frozen=True, slots=True, order=True)
class Membership:
    """A state's belonging to an organisation, body or bloc, by their codes, for a time."""

    organization: str
    state: str
    period: Period


@cache
def memberships() -> tuple[Membership, ...]:
    """All that are recorded, by organisation, state and time. A state that left and came back has one for each time."""
    listed = [Membership(r["organization"], r["state"], Period(r["start"], r["end"])) for r in rows("memberships.csv")]
    return tuple(sorted([*listed, *_elected_ten(listed)]))


def _elected_ten(listed: list[Membership]) -> list[Membership]:
    """The members of the Council that are no permanent ones, since there are ten of them."""
    permanent = {m.state for m in listed if m.organization == "P5"}
    return [
        Membership("E10", m.state, m.period)
        for m in listed
        if m.organization == "UNSC" and m.state not in permanent and m.period.start >= COUNCIL_ENLARGED.isoformat()
    ]


@cache
def _by(code: str) -> Mapping[str, tuple[Membership, ...]]:
    """All memberships by the code of the ``organization`` or of the ``state``."""
    key = attrgetter(code)
    return MappingProxyType({each: tuple(found) for each, found in groupby(sorted(memberships(), key=key), key)})


@cache
def _admissions() -> Mapping[str, date]:
    """The day on which each state first became a member of the United Nations."""
    found: dict[str, date] = {}
    for each in _by("organization")["UN"]:
        found.setdefault(each.state, each.period.first())
    return MappingProxyType(found)


def _since(membership: Membership) -> date:
    """The first day; where none is recorded, that of the state's admission to the United Nations."""
    if membership.period.start:
        return membership.period.first()
    return _admissions().get(membership.state, date.min)


@cache
def _changes(organization: str) -> tuple[tuple[date, ...], tuple[frozenset[str], ...]]:
    """The days on which the membership changed, in order, and who belonged from each of them on."""
    known = [(_since(m), m.period.last(), m.state) for m in _by("organization").get(organization, ())]
    after = {last + timedelta(days=1) for _, last, _ in known if last < date.max}
    days = sorted({first for first, _, _ in known} | after)
    return tuple(days), tuple(frozenset(s for first, last, s in known if first <= day <= last) for day in days)


def members_on(organization: str, day: date) -> frozenset[str]:
    """The states that belonged to an organisation, bloc or body on a day, under the codes they then had.

    Empty where it did not exist yet, exists no more, or its members are not recorded.
    """
    days, members = _changes(organization)
    at = bisect_right(days, day)
    return members[at - 1] if at else frozenset()


def organizations_of(state: str, day: date) -> tuple[str, ...]:
    """The codes of all that a state belonged to on a day, sorted."""
    belongs = _by("state").get(state, ())
    return tuple(sorted({m.organization for m in belongs if _since(m) <= day <= m.period.last()}))


def members(organization: str) -> frozenset[str]:
    """The same for the day of the registers (``AS_OF``)."""
    return members_on(organization, AS_OF)


def permanent_members(day: date) -> frozenset[str]:
    """The five permanent members of the Security Council: SUN among them to 1991-12-23, RUS from the next day."""
    return members_on("P5", day)


def council(day: date) -> frozenset[str]:
    """The members of the Security Council: eleven to 1965, fifteen since; terms are known to the end of 2026.

    Empty before January 1946, and the permanent members alone after the last known term.
    """
    return members_on("UNSC", day)


def eligible(body: str, day: date) -> frozenset[str] | None:
    """Those who may be listed in a roll call of a body on a day; None where the membership of the body is not known.

    Known are the Security Council, the Human Rights Council, organisations whose members are recorded, and the bodies
    in which every member of these has a seat: the General Assembly and its main committees, the North Atlantic Council.
    A member whose right to vote is suspended (arrears under Article 19, South Africa in 1974-94, Yugoslavia in
    1992-2000) is a member and counts.
    """
    found = members_on(body, day)
    if body in _FULL:
        return found if len(found) in _FULL[body] else None
    return found or _plenary(body, day)


def _plenary(body: str, day: date) -> frozenset[str] | None:
    """The members of the organisation that a body belongs to, where it has a seat for each of them."""
    organ = bodies().get(body)
    if organ is None or organ.kind not in _SEATS_OF_STATES or organ.size is None:
        return None
    whole = bodies().get(organ.parent) or organizations().get(organ.parent)
    return eligible(whole.code, day) if whole and whole.size == organ.size else None
