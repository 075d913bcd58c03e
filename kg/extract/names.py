"""Words of a sentence sorted for finding names, and the runs of them that may be the name of a person."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import accumulate, chain
from typing import NamedTuple

from kg.extract import genders
from kg.extract.gazetteer import Form, Mention
from kg.extract.lexicon import NOT_NAMES, PARTICLES, SURNAMES_TOO, THING_WORDS, TITLES
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
class Row:
    """The words of a sentence in order, the letters of their sorts (one a word), and where they stand.

    ``offices`` has one letter a word too: h for a noun that names a post, m for what stands with it, else a dot;
    a capital where the word is a possessive.

    ``_starts`` are the places in the document of the pieces between white space, ``_firsts`` their first words; both
    end with the end of the sentence.
    """

    words: list[Token]
    letters: str
    offices: str
    _starts: list[int]
    _firsts: list[int]

    def start(self, i: int) -> int:
        """Where in the document a word begins."""
        return self._starts[bisect_right(self._firsts, i) - 1] + self.words[i].offset

    def span(self, first: int, last: int) -> Span:
        """The stretch of the words ``first`` to ``last`` (exclusive)."""
        return Span(self.start(first), self.start(last - 1) + self.words[last - 1].width)

    def at(self, place: int) -> int:
        """The first word that begins at a place of the document or behind it."""
        piece = min(max(bisect_right(self._starts, place), 1), len(self._starts) - 1) - 1
        i, end = self._firsts[piece], self._firsts[piece + 1]
        while i < end and self._starts[piece] + self.words[i].offset < place:
            i += 1
        return i


class Run(NamedTuple):
    """Tokens ``first`` to ``last`` (exclusive) of a sentence that may name a person."""

    first: int
    last: int


_WORD = re.compile(
    r"(?:[^\W\d_]\.){1,6}(?![^\W\d_]{2})|[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*|\d(?:[\d,.]*\d)?(?:st|nd|rd|th)?|[^\s\w]|_"
)
_PIECE = re.compile(r"\S+\s*")
_LONGEST = 7
_PREFIXES = ("ex-", "then-")
# Surnames that come first and are words of English too.
_ODD_SURNAMES = frozenset({"he", "so", "an", "you", "do"})
_PLACES = ("New", "Fort", "Cape", "Mount", "Lake", "Port", "North", "South", "East", "West")
_BEGINNERS = (Sort.NAME, Sort.INITIAL, Sort.PARTICLE)
_NAMELIKE = (Sort.NAME, Sort.INITIAL)
# Without one of these nobody is named.
_NAMING = re.compile("[ncs]")
# Where a name may begin, in the letters of sorts; a state's name may be a given name.
_BEGINNING = re.compile("[nip]|[mko](?=n)")
_CLASSES = ((TITLES, Sort.TITLE), (POST_WORDS, Sort.CAPITAL), (THING_WORDS, Sort.THING), (NOT_NAMES, Sort.CAPITAL))
_ARTICLE = re.compile(r"(?:al|el|as|ad|an|ar|ash|az|at|ul)-[^\W\d_]")


EMPTY = Row([], "", "", [], [])


def row(sentence: Sentence, mentions: Sequence[Mention], starts: Sequence[int]) -> Row:
    """The words of a sentence. ``starts`` are the starts of ``mentions``.

    Empty where no word may begin a name or be an office.
    """
    texts = _PIECE.findall(sentence.text)
    pieces = list(map(_piece, texts))
    found, letters, offices = zip(*pieces, strict=True) if pieces else ((), (), ())
    sorts, of_office = "".join(letters), "".join(offices)
    if "h" not in of_office and not _NAMING.search(sorts):
        return EMPTY
    words = list(chain.from_iterable(found))
    made = Row(
        words,
        sorts,
        of_office,
        list(accumulate(map(len, texts), initial=sentence.span.start)),
        list(accumulate(map(len, letters), initial=0)),
    )
    first = max(bisect_right(starts, sentence.span.start) - 1, 0)
    named = mentions[first : bisect_left(starts, sentence.span.end)]
    if not named:
        return made
    for mention in named:
        first, last = made.at(mention.span.start), made.at(mention.span.end)
        if first and words[first - 1].low.startswith(_PREFIXES) and made.start(first - 1) + 5 >= mention.span.start:
            first -= 1  # "ex-Serbian"
        for i in range(first, last):
            core, low, _, possessive, offset, width, _ = words[i]
            words[i] = Token(core, low, Sort.MENTION, possessive, offset, width, mention)
        sorts = sorts[:first] + "m" * (last - first) + sorts[last:]
    return Row(words, sorts, of_office, made._starts, made._firsts)


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


def runs(sentence: Row) -> list[Run]:
    """The longest runs that may be names of people, in order."""
    words, letters = sentence.words, sentence.letters
    out: list[Run] = []
    last = 0
    for found in _BEGINNING.finditer(letters):
        i = found.start()
        if i < last:
            continue
        if i and letters[i] == Sort.NAME and words[i - 1].core in _PLACES:
            continue  # New York, Fort Worth
        last = name_end(words, i) if letters[i] not in "mko" else i
        if last == i and (_given_name_of_a_state(words, i) or _name_like_a_word(words, i)):
            last = name_end(words, i + 1)
        if last > i:
            out.append(Run(i, last))
    return out


def _given_name_of_a_state(words: Sequence[Token], i: int) -> bool:
    """'Defence Minister Israel Katz': a state's name between a post and a name word is a given name."""
    word = words[i]
    if word.mention is None or not word.core[0].isupper() or word.possessive or not 0 < i < len(words) - 1:
        return False
    single = word.mention.span.end - word.mention.span.start == len(word.core)
    before, after = words[i - 1], words[i + 1]
    return single and before.low in HEADS and not before.possessive and after.sort is Sort.NAME


def _name_like_a_word(words: Sequence[Token], i: int) -> bool:
    """'Vice Premier He Lifeng', 'CIA Director Bill Burns'."""
    word, before = words[i], words[i - 1] if i else None
    if word.sort is Sort.THING:
        capital = before is not None and before.core[0].isupper() and before.low not in HEADS and not before.possessive
        return not word.possessive and not capital and genders.of_given_name(word.core) is not None
    return word.low in _ODD_SURNAMES and before is not None and before.low in HEADS and not before.possessive


def name_end(words: Sequence[Token], i: int) -> int:
    """The end of the name that begins at token ``i``; ``i`` itself where none begins."""
    j = i
    while j < len(words) and j - i < _LONGEST:
        sort = words[j].sort
        if sort is Sort.PARTICLE:
            following = _after_particles(words, j)
            if following is None:
                break
            j = following
            continue
        if sort in _NAMELIKE or (j > i and _closes(words, i, j)):
            j += 1
            if words[j - 1].possessive:
                break
            continue
        break
    while j > i and words[j - 1].sort is Sort.INITIAL and not words[j - 1].possessive:
        j -= 1  # a name does not end with an initial
    return j if any(w.sort is Sort.NAME for w in words[i:j]) or _particles_first(words, i, j) else i


def _particles_first(words: Sequence[Token], i: int, j: int) -> bool:
    return j - i >= 2 and words[i].sort is Sort.PARTICLE and words[j - 1].core[0].isupper()


def _after_particles(words: Sequence[Token], j: int) -> int | None:
    """The place after particles if a name word stands there."""
    k = j
    while k < len(words) and words[k].sort is Sort.PARTICLE and k - j < 3:
        k += 1
    if k < len(words) and words[k].sort is Sort.NAME and words[k].core[0].isupper():
        return k
    return None


def _closes(words: Sequence[Token], first: int, j: int) -> bool:
    """Whether a word that is no name word by itself belongs to the name before it."""
    word = words[j]
    if word.sort is Sort.SHOUTED:
        numeral = set(word.core) <= set("IVX") and len(word.core) < 6
        return numeral or (j + 1 < len(words) and words[j + 1].core == "(")
    if word.sort is Sort.MENTION and word.mention is not None:
        # "Volker Türk": a demonym behind a given name is a surname
        given = j == first + 1 and genders.of_given_name(words[first].core) is not None
        single = word.mention.span.end - word.mention.span.start == len(word.core)
        return given and single and word.mention.form is Form.DEMONYM
    return _closing_surname(words, j)


def _closing_surname(words: Sequence[Token], j: int) -> bool:
    """A word such as King or Power that follows a given name and no further capital."""
    word = words[j]
    if word.low not in SURNAMES_TOO or not word.core[0].isupper() or words[j - 1].sort not in _NAMELIKE:
        return False
    following = words[j + 1] if j + 1 < len(words) else None
    if word.low in TITLES and following is not None and following.core == "." and j + 2 < len(words):
        return False  # "Texas Sen. Beck"
    return following is None or not (following.core[0].isupper() or following.core == "of")


def title_start(words: Sequence[Token], i: int) -> int:
    """Where the titles before token ``i`` begin ('Sir', 'H.E. Dr.')."""
    while i > 0:
        back = i - 2 if words[i - 1].core == "." and i > 1 else i - 1
        if words[back].sort is not Sort.TITLE or words[back].possessive:
            return i
        i = back
    return i


def shouted_end(words: Sequence[Token], i: int) -> int:
    """The end of a name in capitals ('VASSILY A. NEBENZIA') that begins at ``i``."""
    j = i
    while (
        j < len(words) and words[j].sort in (Sort.SHOUTED, Sort.INITIAL, Sort.PARTICLE) and words[j].core[0].isupper()
    ):
        j += 1
    return j if any(w.sort is Sort.SHOUTED for w in words[i:j]) else i


def title_case(words: Sequence[Token]) -> bool:
    """Whether nearly every longer word has a capital and no stop ends the line, as in headlines."""
    if not words or words[-1].core in '.!?"”’…':
        return False
    longer = [w for w in words if len(w.core) > 3 and w.core[0].isalpha()]
    return len(longer) > 3 and sum(w.core[0].isupper() for w in longer) >= 0.85 * len(longer)
