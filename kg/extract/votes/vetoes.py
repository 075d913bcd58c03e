"""Vetoes told by the noun: 'a double veto by Russia and China', 'after a US veto', 'blocked it with its veto'."""

import re
from collections.abc import Iterator

from kg.extract.lexicon import wordset
from kg.extract.votes.camp import Camp
from kg.extract.votes.chunks import Clause
from kg.extract.votes.predicates import is_unreal
from kg.model import Option

_PATTERNS = (
    re.compile(r"(?P<at>U)f[du]{0,2}(?P<s>S)(?![hu]{0,2}m)"),
    re.compile(r"f[du]?w?(?P<s>[Sl])'?[wu]?(?P<at>U)"),
    re.compile(r"~[t%]?d?[wu]?(?P<s>[Sl])'?[wu]?(?P<at>U)"),
    re.compile(r"(?P<s>[Sl])'[wu]?(?P<at>U)(?=[%p][dwul']{0,4}D)"),
    re.compile(r"(?P<s>[Sl])'[wu]?(?P<at>U)(?=[Rw][dj])"),
    re.compile(r"z[dw]{0,2}(?P<s>[Sl])'?(?P<at>U)"),
    re.compile(r"(?P<s>S)[hu]{0,2}[Rw][^;~,.SNM]{0,8}P[du]{1,2}(?P<at>U)"),
)
_DEEDS = frozenset({"veto", "vetoes"})
# Words before the noun that make it a fear, a power or none at all.
_UNREAL = wordset(
    "without barring avoid avoiding possible potential threat threats threatened likely risk risks face faces facing "
    "expected expects certain prevent avert sidestep override overcome bypass no any despite future"
)
_AFTER = wordset("after following because since")
_BEFORE = 5


def vetoes(clause: Clause) -> Iterator[tuple[Camp, int]]:
    """The camps that the noun tells, each with the chunk of the noun; feared and possible vetoes give none."""
    if "U" not in clause.codes:
        return
    for pattern in _PATTERNS:
        for match in pattern.finditer(clause.codes):
            at = match.start("at")
            if clause.chunks[at].word in _DEEDS and _took_place(clause, match):
                first, last = min(match.start("s"), at), max(match.start("s"), at)
                states = clause.chunks[match.start("s")].states
                span = clause.span(first, last)
                yield Camp(Option.NO, at, span, "votes/veto-noun", 0.88, states=states, veto=True), at


def _took_place(clause: Clause, match: re.Match[str]) -> bool:
    first = match.start()
    if clause.codes[first] == "~" and clause.chunks[first].word not in _AFTER:
        return False
    before = clause.chunks[max(0, first - _BEFORE) : match.start("at")]
    words = {w for c in before for w in c.word.split()}
    if words & _UNREAL or {"m", "!", "?"} & {c.code for c in before}:
        return False
    verb = next((i for i in range(match.start("s") + 1, match.start("at")) if clause.codes[i] in "Rw"), None)
    return verb is None or not is_unreal(clause, verb)
