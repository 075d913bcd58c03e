"""The runs of words in a sentence that may be the name of a person."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.extract import genders
from kg.extract.gazetteer import Form
from kg.extract.lexicon import SURNAMES_TOO, TITLES
from kg.extract.offices import HEADS, SEATS
from kg.extract.tokens import Row, Sort, Token


class Run(NamedTuple):
    """Tokens ``first`` to ``last`` (exclusive) of a sentence that may name a person."""

    first: int
    last: int


_LONGEST = 7
# Surnames that come first and are words of English too.
_ODD_SURNAMES = frozenset({"he", "so", "an", "you", "do", "to"})
_AT = ("in", "at", "the", "new")
_PLACES = ("New", "Fort", "Cape", "Mount", "Lake", "Port", "North", "South", "East", "West")
_NAMELIKE = (Sort.NAME, Sort.INITIAL)
# Where a name may begin, in the letters of sorts; a state's name may be a given name.
_BEGINNING = re.compile("[ni]|p{1,3}(?=n)|[mko](?=n)")


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
        if i and words[i].core in SEATS and words[i - 1].low in _AT:
            continue
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
