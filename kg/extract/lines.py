"""A sentence made ready for finding people: its words and its posts by their places."""

from dataclasses import dataclass
from functools import cached_property

from kg.extract.posts import Phrase, phrases
from kg.extract.tokens import Row, Token


@dataclass(frozen=True)
class Line:
    """A sentence made ready: its tokens, its posts, and the places of those posts by first and last token."""

    row: Row
    words: list[Token]
    posts: list[Phrase]
    index: int

    @cached_property
    def _ends(self) -> dict[int, Phrase]:
        return {p.last: p for p in self.posts}

    @cached_property
    def _starts(self) -> dict[int, Phrase]:
        return {p.first: p for p in self.posts}

    def ending(self, at: int) -> Phrase | None:
        """The post that ends just before token ``at``."""
        return self._ends.get(at)

    def beginning(self, at: int) -> Phrase | None:
        """The post that begins at token ``at``."""
        return self._starts.get(at)

    def low(self, at: int) -> str:
        """The word at a place in lower case; nothing outside the sentence."""
        return self.words[at].low if 0 <= at < len(self.words) else ""


def line(row: Row, text: str, index: int) -> Line:
    """A sentence made ready for reading."""
    return Line(row, row.words, phrases(row, text), index)
