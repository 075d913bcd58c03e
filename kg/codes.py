"""States, bodies, organisations and officials: the registers of ``kg/data``, read once and kept.

Codes are what the rest of the program carries: ISO 3166-1 alpha-3 for states (``UKR``), our own for bodies
(``UNGA-3C``), organisations, blocs and groups (``EU``, ``P5+1``, ``Hamas``).
"""

import csv
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from kg.config import DATA

__all__ = [
    "Body",
    "Official",
    "Organization",
    "State",
    "bodies",
    "body",
    "known_official",
    "label",
    "members",
    "name_key",
    "not_actors",
    "officials",
    "officials_named",
    "organizations",
    "state",
    "states",
]


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory. ``status`` is member, observer, state, territory or former; ``blocs`` are codes.

    A former state has the interval of its being and its successors.
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


@dataclass(frozen=True, slots=True)
class Official:
    """One post of a well-known official. Somebody with two posts has two entries under one ``name``.

    ``represents`` is the code of a state, body or organisation; ``end`` None means that no end is known.
    ``surname_enough``: 'yes' the bare surname names this person, 'year' it does in the years of office, 'no' never.
    ``gender`` is f or m.
    """

    name: str
    surname: str
    variants: tuple[str, ...]
    represents: str
    post: str
    start: int
    end: int | None
    gender: str
    surname_enough: str

    def holds(self, year: int) -> bool:
        """Whether the post was held in that year, the first and the last included."""
        return self.start <= year <= (self.end or year)


# Letters that stand alone in Unicode and have no base to decompose to.
_ALONE = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d"})


def name_key(name: str) -> str:
    """A name for comparison: lower case, no accents, points or apostrophes, hyphens as spaces, single spaces."""
    folded = unicodedata.normalize("NFKD", name.lower().translate(_ALONE))
    kept = (c for c in folded if not unicodedata.combining(c) and c not in ".'’‘`ʼ")
    return " ".join("".join(c if c.isalnum() else " " for c in kept).split())


@cache
def states() -> Mapping[str, State]:
    """All states by alpha-3 code, former ones and territories included."""
    return MappingProxyType({r["iso3"]: _state(r) for r in _rows("states.csv")})


@cache
def bodies() -> Mapping[str, Body]:
    """All bodies by code."""
    return MappingProxyType(
        {
            r["code"]: Body(
                r["code"], r["name"], _many(r["aliases"]), r["kind"], _number(r["size"]), r["parent"], r["generic"]
            )
            for r in _rows("bodies.csv")
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
                _many(r["aliases"]),
                _many(r["seats"]),
                r["kind"],
                _number(r["size"]),
                r["wikidata"],
            )
            for r in _rows("organizations.csv")
        }
    )


@cache
def officials() -> tuple[Official, ...]:
    """All known tenures, in the order of the register."""
    return tuple(
        Official(
            r["name"],
            r["surname"],
            _many(r["variants"]),
            r["represents"],
            r["post"],
            int(r["start"]),
            _number(r["end"]),
            r["gender"],
            r["surname_enough"],
        )
        for r in _rows("officials.csv")
    )


@cache
def not_actors() -> tuple[str, ...]:
    """Phrases that contain the name of a state and do not mean it: 'South China Sea'."""
    lines = (DATA / "not_actors.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line)


def state(code: str) -> State | None:
    """The state of an alpha-3 code."""
    return states().get(code)


def body(code: str) -> Body | Organization | None:
    """What votes under a code: a body, or an organisation whose members vote (Arab League, OPCW)."""
    return bodies().get(code) or organizations().get(code)


def label(code: str) -> str:
    """The common name that goes with a code; the code itself where it is unknown."""
    known = states().get(code) or bodies().get(code) or organizations().get(code)
    return known.name if known else code


@cache
def members(bloc: str) -> frozenset[str]:
    """The states of a bloc or organisation by its code, as of 2026; empty where membership is not recorded."""
    return frozenset(s.iso3 for s in states().values() if bloc in s.blocs)


def officials_named(name: str) -> tuple[Official, ...]:
    """Every tenure held by people of this full name, in any spelling that the register lists."""
    return _by_name().get(name_key(name), ())


def known_official(name: str, year: int | None = None) -> Official | None:
    """The official of a full name, or of a bare surname where that is safe; None where it is not, or unknown.

    ``year`` is the year of the text. Among several posts the one held then comes first, else the last one before it.
    """
    found = officials_named(name) or _by_surname(name_key(name), year)
    if year is not None and len({o.name for o in found}) > 1:
        found = tuple(o for o in found if o.holds(year))
    if len({o.name for o in found}) != 1:
        return None
    if year is None:
        return max(found, key=lambda o: (o.end or 9999, o.start))
    return max(found, key=lambda o: (o.holds(year), o.start <= year, o.end or 9999, o.start))


@cache
def _by_name() -> Mapping[str, tuple[Official, ...]]:
    return _index((key, o) for o in officials() for key in {name_key(n) for n in (o.name, *o.variants)})


@cache
def _surnames() -> Mapping[str, tuple[Official, ...]]:
    return _index((key, o) for o in officials() for key in _spellings_of_surname(o))


def _spellings_of_surname(official: Official) -> set[str]:
    """The surname, and what stands in its place in the spellings of a name that ends with it."""
    surname = name_key(official.surname)
    keys = {surname}
    if name_key(official.name).endswith(" " + surname):
        length = len(surname.split())
        keys |= {" ".join(name_key(v).split()[-length:]) for v in official.variants}
    return keys


def _by_surname(key: str, year: int | None) -> tuple[Official, ...]:
    """The tenures that a bare surname may name: safe ones, or those of the year where the register asks for it."""
    found = _surnames().get(key, ())
    if year is None:
        return found if all(o.surname_enough == "yes" for o in found) else ()
    serving = tuple(o for o in found if o.surname_enough != "no" and o.holds(year))
    if serving:
        return serving
    began = any(o.start <= year for o in found)
    return found if began and all(o.surname_enough == "yes" for o in found) else ()


def _index(pairs: Iterable[tuple[str, Official]]) -> Mapping[str, tuple[Official, ...]]:
    collected: dict[str, list[Official]] = {}
    for key, official in pairs:
        collected.setdefault(key, []).append(official)
    return MappingProxyType({key: tuple(found) for key, found in collected.items()})


def _state(row: dict[str, str]) -> State:
    return State(
        iso3=row["iso3"],
        iso2=row["iso2"],
        m49=row["m49"],
        name=row["name"],
        official_name=row["official_name"],
        aliases=_many(row["aliases"]),
        demonyms=_many(row["demonyms"]),
        capital=_many(row["capital"]),
        seats=_many(row["seats"]),
        wikidata=row["wikidata"],
        regional_group=row["regional_group"],
        p5=row["p5"] == "1",
        blocs=_many(row["blocs"]),
        status=row["status"],
        successors=_many(row["successors"]),
        start=date.fromisoformat(row["start"]) if row["start"] else None,
        end=date.fromisoformat(row["end"]) if row["end"] else None,
    )


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _many(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _number(cell: str) -> int | None:
    return int(cell) if cell else None
