"""A sentence that tells of two drafts, cut where the second begins: 'Russia vetoed one; a Chinese text failed'."""

import re
from dataclasses import replace
from itertools import pairwise

from kg.extract.sentences import Sentence
from kg.extract.votes.chunks import Clause

_BREAK = re.compile(r"(?:;|,?[&~])(?=u?(?P<d>d)[wlN_SK]{0,4}D)")
_INDEFINITE = frozenset({"a", "an", "another"})
_TELLS = re.compile(r"D.*(?:[ERynavx]|N[TYFGAO])|(?:[ERynavx]|N[TYFGAO]).*D")
_TWO, _MOST_PIECES = 2, 8


def pieces(sentence: Sentence, read: Clause) -> list[tuple[Sentence, Clause]]:
    """The parts of a sentence, each with a draft and what became of it; the sentence itself where it has but one."""
    if read.codes.count("D") < _TWO:
        return [(sentence, read)]
    cuts = [0]
    for match in _BREAK.finditer(read.codes):
        article = read.chunks[match.start("d")].word
        left, right = read.codes[cuts[-1] : match.start()], read.codes[match.end() :]
        if article in _INDEFINITE and _TELLS.search(left) and _TELLS.search(right):
            cuts.append(match.end())
            if len(cuts) == _MOST_PIECES:
                break
    if len(cuts) == 1:
        return [(sentence, read)]
    return [_piece(sentence, read, a, b) for a, b in pairwise([*cuts, len(read.chunks)])]


def _piece(sentence: Sentence, read: Clause, first: int, last: int) -> tuple[Sentence, Clause]:
    span = read.span(first, last - 1)
    start = sentence.span.start
    text = sentence.text[span.start - start : span.end - start]
    return replace(sentence, span=span, text=text), Clause(read.chunks[first:last])
