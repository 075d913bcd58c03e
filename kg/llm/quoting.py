"""Words that a model gives back, found in the document: exactly, or with other white space and quotation marks.

Each kind of white space counts as a blank and each quotation mark as a straight one, character for character, so that
a place in the folded text is a place in the text. Nothing fuzzier: words that are not there are not evidence.
"""

from kg.model import Span

__all__ = ["Quoted"]

_FOLDED = {ord(c): " " for c in "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"}
_FOLDED |= dict.fromkeys(range(0x2000, 0x200B), " ")
_FOLDED |= dict.fromkeys(map(ord, "“”„‟«»"), '"')
_FOLDED |= dict.fromkeys(map(ord, "‘’‚‛‹›ʼ`´"), "'")
# What a model puts around words, or cuts them off with, though it is not in the text.
_AROUND = " \"'"


class Quoted:
    """A document's text in which quotations are looked for, ``within`` a stretch of it."""

    def __init__(self, text: str, within: Span) -> None:
        self._within = within
        self._text = within.of(text)
        self._folded = self._text.translate(_FOLDED)

    def find(self, words: str, near: int = 0) -> Span | None:
        """Where the words stand, the place that begins nearest to an offset; None where they do not stand.

        Quotation marks and blanks around the words are no part of them.
        """
        folded = words.translate(_FOLDED)
        bare = folded.strip(_AROUND)
        if not bare:
            return None
        first = len(folded) - len(folded.lstrip(_AROUND))
        exact = words[first : first + len(bare)]
        at = self._nearest(self._text, exact, near)
        if at is None:
            at = self._nearest(self._folded, bare, near)
        return None if at is None else Span(at, at + len(bare))

    def _nearest(self, text: str, words: str, near: int) -> int | None:
        """The offset in the document at which words begin, of several places the one nearest to another offset."""
        found, at = [], text.find(words)
        while at >= 0:
            if _is_whole(text, at, at + len(words)):
                found.append(self._within.start + at)
            at = text.find(words, at + 1)
        return min(found, key=lambda at: abs(at - near), default=None)


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch cuts no word in two."""
    begins = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    return begins and (end == len(text) or not (text[end].isalnum() and text[end - 1].isalnum()))
