"""A sentence as tokens: words, punctuation, and each quotation as one token, so that nobody reads inside it."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from kg.extract.quotations import Quotation
from kg.extract.sentences import Sentence, attributes
from kg.model import Span

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|[A-Z][a-z]{0,4}\.(?=\s+[A-Z])|[^\W_]+(?:[.'’][^\W_]+)*(?:-[^\W_]+(?:['’][^\W_]+)*)*['’]?|--|[^\w\s]",
)
_PIECE = re.compile(r"\S+\s*")
# Characters of a piece that is not worth keeping: no word, but a table or a text without white space.
_LONG = 80


# Where a word begins and ends in its piece, in lower case, as in ``Token``, as printed.
_Word = tuple[int, int, str, bool, bool, str]


class Token(NamedTuple):
    """A word, a sign, or a whole quotation (``quotation`` is its place in ``Line.quotations``, else -1).

    ``is_word``: a word or number outside quotations; ``capital``: one that begins with a capital letter.
    """

    start: int
    end: int
    text: str
    low: str
    is_word: bool
    capital: bool
    quotation: int = -1


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence ready for reading.

    Token offsets are offsets into the document; ``lows`` are the tokens in lower case.
    """

    sentence: Sentence
    tokens: tuple[Token, ...]
    quotations: tuple[Quotation, ...]
    lows: tuple[str, ...]

    def text(self, start: int, end: int) -> str:
        """The words between two offsets of the document."""
        base = self.sentence.span.start
        return self.sentence.text[start - base : end - base]

    def of(self, first: int, last: int) -> str:
        """The words from token ``first`` to token ``last``, both included."""
        return self.text(self.tokens[first].start, self.tokens[last].end)

    def span(self, first: int, last: int) -> Span:
        """The stretch from token ``first`` to token ``last``, both included."""
        return Span(self.tokens[first].start, self.tokens[last].end)

    def low(self, at: int) -> str:
        """A token in lower case; the empty string outside the sentence."""
        if at < 0:
            return ""
        try:
            return self.lows[at]
        except IndexError:
            return ""

    def at(self, offset: int) -> int:
        """The first token that ends after an offset; the number of tokens where there is none."""
        low, high = 0, len(self.tokens)
        while low < high:
            middle = (low + high) // 2
            if self.tokens[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        return low


@lru_cache(maxsize=1)  # the readers of a story ask for the same lines one after the other
def lines(text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]) -> tuple[Line, ...]:
    """The sentences as lines. A quotation belongs to the sentence in which it begins."""
    return tuple(_lines(text, sentences, quotations))


def line_of(text: str, sentence: Sentence, quotations: tuple[Quotation, ...]) -> Line:
    """One sentence as a line."""
    (only,) = _lines(text, (sentence,), quotations)
    return only


def _lines(text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]) -> list[Line]:
    out: list[Line] = []
    place = 0
    for sentence in _whole(text, sentences, quotations):
        own = []
        while place < len(quotations) and quotations[place].outer.start < sentence.span.end:
            if quotations[place].outer.start >= sentence.span.start:
                own.append(quotations[place])
            place += 1
        tokens = tuple(_tokens(text, sentence.span, own))
        out.append(Line(sentence, tokens, tuple(own), tuple([token.low for token in tokens])))
    return out


def _whole(text: str, sentences: tuple[Sentence, ...], quotations: tuple[Quotation, ...]) -> list[Sentence]:
    """The sentences, those that a quotation reaches over made one."""
    out: list[Sentence] = []
    place = reach = 0
    for sentence in sentences:
        same = bool(out) and out[-1].block == sentence.block
        if same and (sentence.span.start < reach or _attributes(text, out[-1], sentence, reach)):
            span = Span(out[-1].span.start, sentence.span.end)
            out[-1] = replace(out[-1], span=span)
        else:
            out.append(sentence)
        while place < len(quotations) and quotations[place].outer.start < sentence.span.end:
            reach = max(reach, quotations[place].outer.end)
            place += 1
    return [s if s.span.end - s.span.start == len(s.text) else replace(s, text=s.span.of(text)) for s in out]


def _attributes(text: str, quoted: Sentence, sentence: Sentence, reach: int) -> bool:
    """Whether a sentence attributes the question before it ('"What now?" Ambassador Silva asked them.')."""
    ended = quoted.span.end == reach and text[reach - 2 : reach - 1] in {"?", "!", "…"}
    return ended and attributes(text, sentence.span.start)


def _tokens(text: str, span: Span, quotations: list[Quotation]) -> list[Token]:
    out: list[Token] = []
    at = span.start
    for number, quotation in enumerate(quotations):
        _words(text, at, quotation.outer.start, out)
        end = min(quotation.outer.end, span.end)
        out.append(Token(quotation.outer.start, end, '"', '"', False, False, number))
        at = end
    _words(text, at, span.end, out)
    return out


def _words(text: str, start: int, end: int, out: list[Token]) -> None:
    pieces = _PIECE.findall(text, start, end)
    new = tuple.__new__  # a third of the time of Token(...)
    # white space before the first piece
    at = end - sum(map(len, pieces))
    for number, piece in enumerate(pieces):
        read = _read if len(piece) < _LONG else _read.__wrapped__
        words, stopped = read(piece)
        if stopped and number + 1 < len(pieces) and "A" <= pieces[number + 1][0] <= "Z":
            words, _ = read(piece, before_capital=True)
        for first, last, low, is_word, capital, word in words:
            out.append(new(Token, (at + first, at + last, word, low, is_word, capital, -1)))
        at += len(piece)


@lru_cache(maxsize=1 << 15)
def _read(piece: str, *, before_capital: bool = False) -> tuple[tuple[_Word, ...], bool]:
    """The words and signs between two white spaces, with their places, and whether the last is a full stop."""
    found = _TOKEN.finditer(piece + "A" if before_capital else piece)
    words = tuple(_word(m.start(), m.end(), m[0]) for m in found if m.start() < len(piece))
    return words, bool(words) and words[-1][-1] == "."


def _word(start: int, end: int, text: str) -> _Word:
    low = text.lower().replace("’", "'")
    if len(low) != len(text):  # a letter whose small form is two
        low = "".join(c.lower()[:1] for c in text).replace("’", "'")
    return start, end, low, text[0].isalnum(), text[0].isupper(), text
