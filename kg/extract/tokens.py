"""The words of a text sorted once, for all who look for names in its sentences."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate, chain
from typing import NamedTuple

from kg.extract.gazetteer import Mention
from kg.extract.lexicon import NOT_NAMES, PARTICLES, THING_WORDS, TITLES
from kg.extract.offices import HEADS, POST_WORDS, PREFIXED
from kg.extract.sentences import Sentence
from kg.model import Span


class Sort(StrEnum):
    """What a word may be, before its neighbours are looked at. One letter each: a sentence is a string of them."""

    PUNCTUATION = "."
    LOWER = "l"
    NUMBER = "d"
    TITLE = "t"
    PARTICLE = "p"
    INITIAL = "i"
    NAME = "n"
    COMPOUND = "c"
    SHOUTED = "s"
    THING = "o"
    CAPITAL = "k"
    MENTION = "m"


class Token(NamedTuple):
    """A word or mark: its text without a possessive ending, the same in small letters, what it may be.

    It stands ``offset`` characters behind the white space before it and is ``width`` long, its ending included.
    Tokens are shared by all places of a word; only those of a ``mention`` are made for their place.
    """

    core: str
    low: str
    sort: Sort
    possessive: bool
    offset: int
    width: int
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class _Text:
    """The words of a text, where its pieces between white space begin and which are their first words.

    ``starts`` and ``firsts`` end with the end of the text.
    """

    words: list[Token]
    letters: bytearray
    offices: str
    starts: list[int]
    firsts: list[int]

    def start(self, i: int) -> int:
        return self.starts[bisect_right(self.firsts, i) - 1] + self.words[i].offset

    def at(self, place: int) -> int:
        piece = min(max(bisect_right(self.starts, place), 1), len(self.starts) - 1) - 1
        i, end = self.firsts[piece], self.firsts[piece + 1]
        while i < end and self.starts[piece] + self.words[i].offset < place:
            i += 1
        return i


@dataclass(frozen=True, slots=True)
class Row:
    """The words of a sentence in order, the letters of their sorts (one a word), and where they stand.

    ``offices`` has one letter a word too: h for a noun that names a post, m for what stands with it, else a dot;
    a capital where the word is a possessive.
    """

    words: list[Token]
    letters: str
    offices: str
    _text: _Text
    _base: int

    def start(self, i: int) -> int:
        """Where in the document a word begins."""
        return self._text.start(self._base + i)

    def span(self, first: int, last: int) -> Span:
        """The stretch of the words ``first`` to ``last`` (exclusive)."""
        return Span(self.start(first), self.start(last - 1) + self.words[last - 1].width)

    def at(self, place: int) -> int:
        """The first word of the sentence that begins at a place of the document or behind it."""
        return max(0, self._text.at(place) - self._base)


_WORD = re.compile(
    r"(?:[^\W\d_]\.){1,6}(?![^\W\d_]{2})|[JS]r\.|[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*|\d(?:[\d,.]*\d)?(?:st|nd|rd|th)?|[^\s\w]|_"
)
_PIECE = re.compile(r"\S+\s*")
_PREFIXES = ("ex-", "then-")
# Without one of these nobody and no state is named.
_NAMING = re.compile("[ncsm]")
_CLASSES = ((TITLES, Sort.TITLE), (POST_WORDS, Sort.CAPITAL), (THING_WORDS, Sort.THING), (NOT_NAMES, Sort.CAPITAL))
_ARTICLE = re.compile(r"(?:al|el|as|ad|an|ar|ash|az|at|ul)-[^\W\d_]")


def rows(text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[Row]:
    """The words of each sentence of a document's text.

    A row is empty where no word of the sentence may begin a name or be an office.
    """
    read = _read(text, mentions)
    letters = read.letters.decode("ascii")
    nothing = Row([], "", "", read, 0)
    out: list[Row] = []
    for sentence in sentences:
        first, last = read.at(sentence.span.start), read.at(sentence.span.end)
        telling = letters[first:last], read.offices[first:last]
        if "h" in telling[1] or _NAMING.search(telling[0]):
            out.append(Row(read.words[first:last], *telling, read, first))
        else:
            out.append(nothing)
    return out


def _read(text: str, mentions: Sequence[Mention]) -> _Text:
    texts = _PIECE.findall(text)
    words, sorts, offices = zip(*map(_piece, texts), strict=True) if texts else ((), (), ())
    letters = bytearray("".join(sorts), "ascii")
    read = _Text(
        list(chain.from_iterable(words)),
        letters,
        "".join(offices),
        list(accumulate(map(len, texts), initial=len(text) - len(text.lstrip()))),
        list(accumulate(map(len, sorts), initial=0)),
    )
    for mention in mentions:
        _name(read, mention)
    return read


def _name(read: _Text, mention: Mention) -> None:
    """Mark the words of a mention as such."""
    words, span = read.words, mention.span
    first = last = read.at(span.start)
    if last < len(words):
        last = first + 1 if span.end - span.start <= len(words[first].core) else read.at(span.end)
    if first and words[first - 1].low.startswith(_PREFIXES) and read.start(first - 1) + 5 >= span.start:
        first -= 1  # "ex-Serbian"
    for i in range(first, last):
        core, low, _, possessive, offset, width, _ = words[i]
        words[i] = Token(core, low, Sort.MENTION, possessive, offset, width, mention)
        read.letters[i] = _MENTION


_MENTION = ord(Sort.MENTION)


@lru_cache(maxsize=1 << 15)
def _piece(text: str) -> tuple[tuple[Token, ...], str, str]:
    """The words between two white spaces, the letters of their sorts, and those of ``Row.offices``."""
    words = tuple(Token(*_word(m[0]), *(m.start(), len(m[0]))) for m in _WORD.finditer(text))
    return words, "".join(w.sort for w in words), "".join(_office(w) for w in words)


def _office(word: Token) -> str:
    letter = "h" if word.low in HEADS or word.low in PREFIXED else "m" if word.low in POST_WORDS else "."
    return letter.upper() if word.possessive else letter


def _word(word: str) -> tuple[str, str, Sort, bool]:
    """A word without its possessive ending, the same in lower case, what it may be, whether it was possessive."""
    if not word[0].isalpha():
        return word, word, Sort.NUMBER if word[0].isdigit() else Sort.PUNCTUATION, False
    possessive = word[-2:] in ("'s", "’s", "ʼs")
    core = word[:-2] if possessive else word
    low = core.casefold()
    return core, low, _sort_capital(core, low) if core[0].isupper() else _sort_lower(core, low), possessive


def _sort_capital(core: str, low: str) -> Sort:
    known = next((sort for words, sort in _CLASSES if low in words), None)
    if known is not None:
        return known
    if len(core) == 1 or core[1] == ".":
        return Sort.INITIAL
    if low in PARTICLES:
        return Sort.PARTICLE
    return Sort.SHOUTED if core.isupper() else Sort.COMPOUND if _compound(core) else Sort.NAME


def _sort_lower(core: str, low: str) -> Sort:
    if low in PARTICLES:
        return Sort.PARTICLE
    return Sort.NAME if _ARTICLE.match(low) and core[core.index("-") + 1].isupper() else Sort.LOWER


def _compound(core: str) -> bool:
    """'Trump-backed', 'Trump-Putin': a word made with a name, not a name. 'Thomas-Greenfield', 'Ki-moon' are names."""
    tail = core.rsplit("-", 1)[-1]
    return "-" in core and tail.islower() and len(tail) > 4
