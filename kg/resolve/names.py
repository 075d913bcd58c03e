"""How alike two people's names are: transliterations folded, then token by token."""

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import JaroWinkler

from kg.codes import name_key

__all__ = ["Likeness", "compare_names", "is_bare", "sound", "surname_sound"]


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# What stands beside a name and is none of it.
_TITLES = _words(
    "sir dame lord lady dr prof mr mrs ms president premier chancellor ambassador minister king queen prince princess "
    "sheikh sheik shaikh ayatollah pope general gen colonel col rev archbishop"
)
_PARTICLES = _words("al el ul as ash de da di du von van der den la le bin ben")
_GENERATIONS = _words("jr junior sr senior ii iii iv xiv xvi")
# Spellings of one sound, in the order in which they are folded.
_SOUNDS = (
    (re.compile(r"^(?:y|j)(?=[aeou])"), "i"),
    (re.compile(r"^i?e(?=v|u)"), "e"),
    (re.compile(r"^ie"), "e"),
    (re.compile(r"(?:iy|yy|ii|yi|ij|yj|y|j)"), "i"),
    (re.compile(r"kh|gh"), "h"),
    (re.compile(r"tch|tsch|ch"), "c"),
    (re.compile(r"zh"), "z"),
    (re.compile(r"ts|tz"), "c"),
    (re.compile(r"w"), "v"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"q|ck"), "k"),
    (re.compile(r"ei|ai|ae"), "e"),
    (re.compile(r"m[ou]ham+[ae]d|mohamed|mahamed"), "mohamad"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=.)h\b"), ""),
)
# Short forms that have no sound in common with the full name, or too little.
_SHORT_FORMS = {
    "andy": "andrew",
    "bill": "william",
    "bob": "robert",
    "dick": "richard",
    "jack": "john",
    "jim": "james",
    "liz": "elizabeth",
    "mike": "michael",
    "steve": "stephen",
    "steven": "stephen",
    "ted": "edward",
    "tony": "anthony",
    "antony": "anthony",
}
_SURNAME_ALIKE, _GIVEN_ALIKE = 0.9, 0.84
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are (0 to 1), and in plain words why."""

    score: float
    reason: str


@cache
def sound(token: str) -> str:
    """A token of a name with the spellings of one sound made one: ``zelenskyy`` and ``zelensky`` -> ``zelenski``."""
    for spelling, one in _SOUNDS:
        token = spelling.sub(one, token)
    return token


@cache
def _parts(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tokens that identify a person, and the generation (jr, ii)."""
    tokens = [t for t in name_key(name).split() if t not in _TITLES]
    generation = tuple(t for t in tokens[1:] if t in _GENERATIONS)
    kept = [t for t in tokens if t not in _PARTICLES and t not in generation]
    return tuple(kept or tokens), generation


def surname_sound(name: str) -> str:
    """The sound of the last token: what a bare surname would be."""
    tokens, _ = _parts(name)
    return sound(tokens[-1]) if tokens else ""


def is_bare(name: str) -> bool:
    """Whether it is a single token: a surname, or a name that never had another part."""
    return len(_parts(name)[0]) == 1


def compare_names(left: str, right: str) -> Likeness | None:
    """How alike two full names are; None where they cannot be one person's: other surname, other given name.

    Middle names may be missing or initials; a generation (Jr.) may not. Bare surnames are not compared here.
    """
    (a, a_generation), (b, b_generation) = _parts(left), _parts(right)
    if len(a) < 2 or len(b) < 2 or a_generation != b_generation:
        return None
    if a == b:
        return Likeness(1.0, "the names are the same but for accents, titles and hyphens")
    surname, given, middle = _alike(a[-1], b[-1]), _given_alike(a[0], b[0]), _middle_alike(a[1:-1], b[1:-1])
    if surname < _SURNAME_ALIKE or given < _GIVEN_ALIKE or middle is None:
        return None
    score = round(0.55 * surname + 0.35 * given + 0.1 * middle, 4)
    if [sound(t) for t in a] == [sound(t) for t in b]:
        return Likeness(max(score, 0.97), "the names are transliterations of one name")
    if len(a) != len(b) and surname == given == 1:
        return Likeness(score, "the names differ by a middle name only")
    return Likeness(score, "the names are alike token by token")


def _alike(left: str, right: str) -> float:
    a, b = sound(left), sound(right)
    if a == b:
        return 1.0
    if min(len(a), len(b)) <= _SHORT:
        return 0.0
    return JaroWinkler.similarity(a, b)


def _given_alike(left: str, right: str) -> float:
    if 1 in (len(left), len(right)):
        return 0.9 if left[0] == right[0] else 0.0
    if left != right and _SHORT_FORMS.get(left, left) == _SHORT_FORMS.get(right, right):
        return 0.95
    return _alike(left, right)


def _middle_alike(left: tuple[str, ...], right: tuple[str, ...]) -> float | None:
    """1 where all agree, 0.5 where one name has none, None where they differ."""
    if not left or not right:
        return 1.0 if left == right else 0.5
    pairs = list(zip(left, right, strict=False))
    if any(_given_alike(a, b) < _GIVEN_ALIKE for a, b in pairs):
        return None
    return 1.0
