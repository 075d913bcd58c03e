"""States and territories, present and former."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from kg.codes.membership import AS_OF, REGIONAL_GROUPS, members, organizations_of
from kg.codes.succession import heirs
from kg.codes.tables import many, rows


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory. ``status`` is member, observer, state, territory or former.

    ``blocs`` are the codes of what it belongs to on the day of the registers, ``regional_group`` the one of the five in
    the United Nations (two joined by ``|`` for Türkiye); ``codes.members_on`` knows other days. A former state has its
    first and last day, and its successors.
    """

    iso3: str
    iso2: str
    m49: str
    name: str
    official_name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: tuple[str, ...]
    seats: tuple[str, ...]
    wikidata: str
    regional_group: str
    p5: bool
    blocs: tuple[str, ...]
    status: str
    successors: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None


@cache
def states() -> Mapping[str, State]:
    """All states by alpha-3 code, former ones and territories included."""
    return MappingProxyType({r["iso3"]: _state(r) for r in rows("states.csv")})


def state(code: str) -> State | None:
    """The state of an alpha-3 code."""
    return states().get(code)


def _state(row: dict[str, str]) -> State:
    code = row["iso3"]
    blocs = organizations_of(code, AS_OF)
    return State(
        iso3=code,
        iso2=row["iso2"],
        m49=row["m49"],
        name=row["name"],
        official_name=row["official_name"],
        aliases=many(row["aliases"]),
        demonyms=many(row["demonyms"]),
        capital=many(row["capital"]),
        seats=many(row["seats"]),
        wikidata=row["wikidata"],
        regional_group="|".join(code for code in blocs if code in REGIONAL_GROUPS),
        p5=code in members("P5"),
        blocs=blocs,
        status=row["status"],
        successors=heirs().get(code, ()),
        start=date.fromisoformat(row["start"]) if row["start"] else None,
        end=date.fromisoformat(row["end"]) if row["end"] else None,
    )
