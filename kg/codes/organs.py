"""Bodies that vote, and organisations, blocs and groups that act."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from kg.codes.tables import many, number, rows


@dataclass(frozen=True, slots=True)
class Body:
    """An organ that votes or rules. ``size`` is its number of seats today; ``parent`` the code of what it belongs to.

    ``generic`` is the word by which a text goes on to call it: 'the assembly', 'the council'.
    """

    code: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    size: int | None
    parent: str
    generic: str


@dataclass(frozen=True, slots=True)
class Organization:
    """An organisation, a bloc of states, or an armed or political group: ``kind`` says which."""

    code: str
    name: str
    aliases: tuple[str, ...]
    seats: tuple[str, ...]
    kind: str
    size: int | None
    wikidata: str


@cache
def bodies() -> Mapping[str, Body]:
    """All bodies by code."""
    return MappingProxyType(
        {
            r["code"]: Body(
                r["code"], r["name"], many(r["aliases"]), r["kind"], number(r["size"]), r["parent"], r["generic"]
            )
            for r in rows("bodies.csv")
        }
    )


@cache
def organizations() -> Mapping[str, Organization]:
    """All organisations, blocs and groups by code."""
    return MappingProxyType(
        {
            r["code"]: Organization(
                r["code"],
                r["name"],
                many(r["aliases"]),
                many(r["seats"]),
                r["kind"],
                number(r["size"]),
                r["wikidata"],
            )
            for r in rows("organizations.csv")
        }
    )


def body(code: str) -> Body | Organization | None:
    """What votes under a code: a body, or an organisation whose members vote (Arab League, OPCW)."""
    return bodies().get(code) or organizations().get(code)
