"""Well-known holders of office, and how a full name or a bare surname finds one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from kg.codes.names import name_key
from kg.codes.tables import many, number, rows


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


@cache
def officials() -> tuple[Official, ...]:
    """All known tenures, in the order of the register."""
    return tuple(
        Official(
            r["name"],
            r["surname"],
            many(r["variants"]),
            r["represents"],
            r["post"],
            int(r["start"]),
            number(r["end"]),
            r["gender"],
            r["surname_enough"],
        )
        for r in rows("officials.csv")
    )


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


def officials_of_surname(name: str) -> tuple[Official, ...]:
    """All posts of those who bear a surname, however common it is."""
    return _surnames().get(name_key(name), ())


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
