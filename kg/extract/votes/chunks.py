"""A sentence as a string of codes: words, numbers, states and votes, each with its place in the document."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from kg.extract.dates import Dated
from kg.extract.gazetteer import Form, Mention
from kg.extract.lexicon import wordset
from kg.extract.sentences import Sentence
from kg.extract.votes.cues import beginning
from kg.extract.votes.numbers import Number, number_at
from kg.model import Actor, ActorKind, Span, When

_TOKEN = re.compile(r"['’]s?\b(?<=s)|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*|\d+(?:[.,]\d+)*|--|\S")
_QUOTES = frozenset('"“”„‟«»‘`*#•')
_MARKS = frozenset("\"“”„«»‘’'")
# What a demonym or code is before: 'US diplomats', 'Russian troops'. Then no state acts, unless these speak for it.
_SPEAKS_FOR = frozenset(
    {
        "delegation",
        "government",
        "administration",
        "mission",
        "representative",
        "representatives",
        "delegate",
        "delegates",
    }
)


class Chunk(NamedTuple):
    """One or more tokens under one code.

    ``states`` of a list; ``others`` counts what it does not name ('and 11 other states'); ``partial`` says that a list
    is a selection. ``dead`` marks a vote that did not take place: denied, wished for, required. ``referred`` marks
    states that a pronoun or description stands for, ``reckoned`` a number that follows from others.
    """

    code: str
    start: int
    end: int
    word: str = ""
    states: tuple[str, ...] = ()
    number: Number | None = None
    others: int = 0
    of: int | None = None
    partial: bool = False
    actor: Actor | None = None
    form: Form | None = None
    dead: bool = False
    weak: bool = False
    participle: bool = False
    passive: bool = False
    referred: bool = False
    reckoned: bool = False
    when: When | None = None


class Clause:
    """The chunks of a sentence and their codes as one string."""

    __slots__ = ("chunks", "codes")

    def __init__(self, chunks: Sequence[Chunk]) -> None:
        self.chunks = tuple(chunks)
        self.codes = "".join(c.code for c in self.chunks)

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from one chunk to another, the last included."""
        return Span(self.chunks[first].start, self.chunks[last].end)

    def chunk_span(self, at: int) -> Span:
        """The stretch of text of one chunk."""
        return Span(self.chunks[at].start, self.chunks[at].end)

    def words(self, first: int, last: int) -> str:
        """The lower-case words of chunks ``first`` to ``last``, exclusive."""
        return " ".join(c.word for c in self.chunks[first:last])

    def merge(self, pattern: re.Pattern[str], make: Callable[["Clause", re.Match[str]], Chunk | None]) -> "Clause":
        """Put one chunk in the place of every match for which ``make`` gives one."""
        out: list[Chunk] = []
        at = 0
        for match in pattern.finditer(self.codes):
            made = make(self, match)
            if made is not None:
                out.extend(self.chunks[at : match.start()])
                out.append(made)
                at = match.end()
        if not at:
            return self
        return Clause([*out, *self.chunks[at:]])


def clause(
    sentence: Sentence, mentions: Sequence[Mention], dated: Sequence[Dated], people: Sequence[Span], text: str
) -> Clause:
    """The chunks of a sentence: actors, dates and people as given, then words, numbers and phrases."""
    named = [Chunk("Z", p.start, p.end) for p in people]
    fixed = [*_actors(mentions, text), *(_date(d, text) for d in dated), *named]
    fixed.sort(key=lambda c: (c.start, -c.end))
    out: list[Chunk] = []
    at = sentence.span.start
    for chunk in fixed:
        if chunk.start < at:
            continue
        if chunk.start > at:
            out.extend(_plain(text, at, chunk.start, sentence.span.start))
        out.append(chunk)
        at = chunk.end
    out.extend(_plain(text, at, sentence.span.end, sentence.span.start))
    return Clause(out)


def _date(dated: Dated, text: str) -> Chunk:
    # A bare year or number may be a count; only dates with a letter are taken out.
    words = dated.span.of(text).lower()
    code = "u" if any(c.isalpha() for c in words) else "w"
    return Chunk(code, dated.span.start, dated.span.end, words, when=dated.when)


def _actors(mentions: Sequence[Mention], text: str) -> Iterator[Chunk]:
    """One chunk for each place; a name that may be two states (Congo, Korea) keeps the first reading."""
    for _, same in groupby(mentions, key=lambda m: m.span):
        m = next(same)
        states = (m.actor.key,) if m.actor.kind is ActorKind.STATE else ()
        code = {ActorKind.STATE: "S", ActorKind.BODY: "B"}.get(m.actor.kind, "K")
        yield Chunk(code, m.span.start, m.span.end, m.span.of(text).lower(), states, actor=m.actor, form=m.form)


def _plain(text: str, start: int, end: int, floor: int) -> list[Chunk]:
    """The words, numbers and phrases of a stretch; ``floor`` is where its sentence begins."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text, start, end):
        token = match[0]
        if token not in _QUOTES:
            words.append(token.lower().replace("’", "'"))
            starts.append(match.start())
            ends.append(match.end())
    out: list[Chunk] = []
    at, count = 0, len(words)
    while at < count:
        word = words[at]
        begins = beginning(word)
        number = _number(text, floor, words, starts, at) if begins.counts else None
        if number is not None:
            code = "N" if number.exact else "M"
            out.append(Chunk(code, starts[at], ends[number.last - 1], word, number=number))
            at = number.last
            continue
        code, length = begins.code, 1
        for phrase, long_code in begins.longer:
            if words[at : at + len(phrase)] == phrase:
                code, length = long_code, len(phrase)
                word = " ".join(phrase)
                break
        if word == "no" and _is_quoted(text, starts[at], ends[at]):
            # A '"no" vote' is one against, 'no vote' none at all.
            code, length = "G", 1
        if word == "-":
            code = _hyphen(text, starts[at], ends[at])
        out.append(Chunk._make((code, starts[at], ends[at + length - 1], word, *_PLAIN)))
        at += length
    return out


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Whether a word stands in quotation marks of its own."""
    return text[start - 1 : start] in _MARKS and text[end : end + 1] in _MARKS


# The fields of a chunk that is a mere word, after its place.
_PLAIN = Chunk("", 0, 0)[4:]
_BEFORE = 24


def _number(text: str, floor: int, words: list[str], starts: list[int], at: int) -> Number | None:
    """The number that begins at a word, or None where it is a name or a measure; its places are those of ``words``."""
    if words[at : at + 2] == ["one", "of"]:
        return None
    lead = words[max(0, at - 3) : at]
    if at < 3:
        lead = [*text[max(floor, starts[0] - _BEFORE) : starts[0]].lower().split()[-3:], *lead]
    context = [*lead, *words[at : at + _LONGEST_NUMBER]]
    if lead[-1:] == ["/"]:
        return None
    number = number_at(context, len(lead))
    if number is None or _names(context, len(lead)):
        return None
    last = number.last - len(lead) + at
    return None if _measures(words, last) else number._replace(first=at, last=last)


# A number in words with what follows it.
_LONGEST_NUMBER = 12


_NUMBERED = wordset("resolution resolutions article articles chapter section paragraph page no rule item")


def _names(words: Sequence[str], first: int) -> bool:
    """Whether the number is a name: 'Resolution 661', 'Article 4'."""
    score = words[first + 1 : first + 2] in (["-"], ["–"], ["votes"]) or (
        words[first - 1] == "resolution" and words[first + 1 : first + 2] == ["to"]
    )
    return first > 0 and words[first - 1] in _NUMBERED and words[first][0].isdigit() and not score


def _measures(words: Sequence[str], after: int) -> bool:
    """Whether what follows makes the number a measure: '15-member', '60%', '10 years', 'the 1st'."""
    if after >= len(words):
        return False
    word = words[after]
    if word in (
        "%",
        "percent",
        "°",
        "st",
        "nd",
        "rd",
        "th",
        "thirds",
        "third",
        "quarters",
        "fifths",
        "million",
        "billion",
        "years",
        "year",
        "days",
        "people",
    ):
        return True
    if word in "/⁄" and words[after + 1 : after + 2] and words[after + 1].isdigit():
        return True
    return word in ("-", "‑") and after + 1 < len(words) and words[after + 1].isalpha()


def _hyphen(text: str, start: int, end: int) -> str:
    """A dash stands between spaces, a hyphen does not."""
    return "_" if text[start - 1 : start].strip() and text[end : end + 1].strip() else "-"


_IRREGULAR_PAST = wordset("said says put sought brought took wrote told led held made saw won came went")


def is_past_tense(word: str) -> bool:
    """Whether a word after a state is its verb rather than a noun: 'the US drafted'."""
    return (word.endswith("ed") and len(word) > 4) or word in _IRREGULAR_PAST


def speaks_for(word: str) -> bool:
    """Whether 'the US <word>' acts for the state: delegation, government, administration."""
    return word in _SPEAKS_FOR
