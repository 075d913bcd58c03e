"""Numbers as newspapers print them: digits with thousands marks, words up to 999, none, and words that blur one."""

from collections.abc import Sequence
from typing import NamedTuple

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_ROUND = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = {word: value for value, word in enumerate(_SMALL.split())}
_TENS = {word: 10 * value for value, word in enumerate(_ROUND.split(), start=2)}
_TENS["fourty"] = 40
_NONE = {"nil": 0, "none": 0, "nothing": 0}
# Words before a number that make it a bound or a guess; such a number is no tally.
_BLUR = (
    ("more", "than"),
    ("fewer", "than"),
    ("less", "than"),
    ("at", "least"),
    ("at", "most"),
    ("up", "to"),
    ("as", "many", "as"),
    ("close", "to"),
    ("minimum", "of"),
    ("maximum", "of"),
    ("over",),
    ("under",),
    ("nearly",),
    ("almost",),
    ("about",),
    ("around",),
    ("roughly",),
    ("approximately",),
    ("some",),
    ("barely",),
)
# A figure that is no multiple of it has been counted.
_ROUNDED = 5
_BLUR_LENGTHS = (3, 2, 1)
LARGEST = 999


class Number(NamedTuple):
    """A number, its tokens ``first`` to ``last`` (exclusive); ``exact`` is False after 'more than' and the like."""

    value: int
    first: int
    last: int
    exact: bool


def may_begin(word: str) -> bool:
    """Whether a number may begin with a word: a quick look that spares the slow one."""
    return word[0].isdigit() or word in _UNITS or word in _TENS or word in _NONE or word == "a"


def number_at(words: Sequence[str], first: int) -> Number | None:
    """The number that begins at a token of a lower-case sentence, the longest reading, or None.

    >>> number_at("one hundred and forty-one nations".replace("-", " - ").split(), 0)
    Number(value=141, first=0, last=6, exact=True)
    """
    word = words[first]
    if word[0].isdigit():
        value = _digits(word)
        return None if value is None else Number(value, first, first + 1, _is_exact(words, first))
    read = _spelled(words, first)
    if read is None:
        return None
    return Number(read[0], first, read[1], _is_exact(words, first))


def _digits(word: str) -> int | None:
    plain = word.replace(",", "") if "," in word and len(word.rsplit(",", 1)[1]) == 3 else word
    return int(plain) if plain.isdecimal() and int(plain) <= LARGEST else None


def _spelled(words: Sequence[str], first: int) -> tuple[int, int] | None:
    """A spelled number and where it ends: [hundreds] [and] [tens] [-] [unit]."""
    word = words[first]
    if word == "nothing" and (first == 0 or words[first - 1] != "to"):
        return None
    if word in _NONE:
        return _NONE[word], first + 1
    below = _below_hundred(words, first)
    if below is None and word == "a" and _word(words, first + 1) == "hundred":
        below = (1, first + 1)
    if below is None:
        return None
    value, at = below
    if _word(words, at) != "hundred" or value > 9:
        return value, at
    value, at = value * 100, at + 1
    rest = _below_hundred(words, at + 1 if _word(words, at) == "and" else at)
    return (value + rest[0], rest[1]) if rest else (value, at)


def _below_hundred(words: Sequence[str], at: int) -> tuple[int, int] | None:
    word = _word(words, at)
    if word in _UNITS:
        return _UNITS[word], at + 1
    if word not in _TENS:
        return None
    after = at + 2 if _word(words, at + 1) in ("-", "‑") else at + 1
    unit = _UNITS.get(_word(words, after), 0)
    return (_TENS[word] + unit, after + 1) if 0 < unit < 10 else (_TENS[word], at + 1)


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def _is_exact(words: Sequence[str], first: int) -> bool:
    if words[first - 1 : first] == ["some"] and words[first].isdecimal() and int(words[first]) % _ROUNDED:
        # 'Some 111 nations' are 111, 'some 40 countries' are about as many.
        return True
    return not any(n <= first and tuple(words[first - n : first]) in _BLUR for n in _BLUR_LENGTHS)
