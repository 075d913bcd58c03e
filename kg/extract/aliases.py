"""The alias table: every name, demonym, seat and code of the registers, folded, with whom it names."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

import ahocorasick

from kg import codes
from kg.model import Actor, ActorKind

__all__ = ["Entry", "Form", "automaton", "capitals", "fold", "table"]


class Form(StrEnum):
    """How an actor is named: by name, demonym ('the Americans'), seat ('Kyiv', 'the Kremlin'), code ('US')."""

    NAME = "name"
    DEMONYM = "demonym"
    SEAT = "seat"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Entry:
    """An alias: whom it names and how. ``actor`` is None for a phrase that names nobody ('Indian Ocean')."""

    alias: str
    actor: Actor | None
    form: Form


_PLAIN = {" ": "\n\t\r\u00a0\u2009\u202f\u2007", "'": "\u2019\u2018\u02bc\u00b4`", "-": "\u2010\u2011\u2012\u2013"}
_ALONE = dict(zip("øØłŁđĐı", "oOlLdDi", strict=True))


@cache
def _folding() -> dict[str, str]:
    table = {odd: plain for plain, all_odd in _PLAIN.items() for odd in all_odd}
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFKD", chr(code))[0]
        if base.isascii() and base.isalpha():
            table[chr(code)] = base
    return table | _ALONE


def fold(text: str) -> str:
    """One character to one character: accents to base letters; curly apostrophes, dashes and odd spaces to plain."""
    # A few replacements are ten times as fast as a translation of every character.
    table = _folding()
    for odd in sorted(set(text) & table.keys()):
        text = text.replace(odd, table[odd])
    return text


@cache
def automaton() -> Any:
    """The table as an Aho-Corasick automaton over folded characters."""
    built = ahocorasick.Automaton()
    for alias, entry in table().items():
        built.add_word(alias, entry)
    built.make_automaton()
    return built


@cache
def table() -> dict[str, Entry]:
    """Folded alias -> entry. Later sources override earlier ones: a phrase that names nobody wins over all."""
    entries = [
        *_groups(),
        *_bodies(),
        *_states(),
        *_organizations(),  # after the states: Brussels is the European Union's seat before it is Belgium's
        *(Entry(p, None, Form.NAME) for p in codes.not_actors()),
    ]
    exact = {e.alias: e for e in (_plain(e) for e in entries)}
    varied = {v: Entry(v, e.actor, e.form) for e in exact.values() for v in _variants(e) if v not in exact}
    return exact | varied


@cache
def capitals() -> frozenset[str]:
    """The folded names of capitals: cities, unlike the Kremlin or the White House."""
    return frozenset(fold(c) for s in codes.states().values() for c in s.capital) | {"Brussels"}


# UK, U.S., DPRK, G7, P5+1: no name but a code.
_CODE = re.compile(r"(?:[A-Z]\.? ?){2,7}|[A-Z]\d\d?|[A-Z]-\d\d?|P5 ?\+ ?1")
_SHORTEST_IN_CAPITALS = 4


def _plain(entry: Entry) -> Entry:
    alias = fold(entry.alias)
    code = entry.form is Form.NAME and _CODE.fullmatch(alias)
    return Entry(alias, entry.actor, Form.CODE if code else entry.form)


def _variants(entry: Entry) -> tuple[str, ...]:
    """The alias in capitals (a headline) and, where it starts small, with a capital (a sentence)."""
    alias = entry.alias
    capitals = (alias.upper(),) if len(alias) >= _SHORTEST_IN_CAPITALS and entry.form is not Form.CODE else ()
    return (*capitals, alias[0].upper() + alias[1:])


def _states() -> list[Entry]:
    found = []
    # Former states first: where a name was handed on ('Federal Republic of Germany'), the state of today has it.
    for state in sorted(codes.states().values(), key=lambda s: (s.status != "former", s.iso3)):
        actor = Actor(ActorKind.STATE, state.iso3)
        names = (state.name, *state.aliases)
        found += [Entry(seat, actor, Form.SEAT) for seat in (*state.capital, *state.seats) if seat not in names]
        found += [Entry(demonym, actor, Form.DEMONYM) for demonym in state.demonyms]
        found += [Entry(name, actor, Form.NAME) for name in names]
    return found


_KINDS = {"organization": ActorKind.ORGANIZATION, "bloc": ActorKind.BLOC, "group": ActorKind.GROUP}


def _organizations() -> list[Entry]:
    found = []
    for each in codes.organizations().values():
        actor = Actor(_KINDS[each.kind], each.code)
        found += [Entry(alias, actor, Form.NAME) for alias in (each.name, *each.aliases)]
        found += [Entry(seat, actor, Form.SEAT) for seat in each.seats]
    return found


def _bodies() -> list[Entry]:
    return [
        Entry(alias, Actor(ActorKind.BODY, each.code), Form.NAME)
        for each in codes.bodies().values()
        for alias in (each.name, *each.aliases)
    ]


_REGIONS = (
    "European|Western|Arab|African|Asian|Latin American|Caribbean|Nordic|Scandinavian|Baltic|Balkan|Gulf|Gulf Arab|"
    "Muslim|Islamic|Eastern European|East European|Western European|Central European|Central Asian|Central American|"
    "South American|South Asian|Southeast Asian|West African|East African|Southern African|North African|"
    "Middle Eastern|Pacific|Pacific island|Pacific Island|Western and European|Eastern bloc|non-aligned|Non-Aligned|"
    "developing|Soviet bloc|Third World|Communist|communist|socialist|non-aligned and developing|nonaligned"
)
_MEMBERS = (
    "countries|nations|states|allies|leaders|governments|powers|diplomats|officials|capitals|partners|members|"
    "ministers|foreign ministers|ambassadors|envoys|delegations|delegates"
)


def _groups() -> list[Entry]:
    """'European countries': actors without a code, under the words as printed."""
    phrases = [f"{region} {members}" for region in _REGIONS.split("|") for members in _MEMBERS.split("|")]
    return [Entry(phrase, Actor(ActorKind.GROUP, phrase), Form.NAME) for phrase in phrases]
