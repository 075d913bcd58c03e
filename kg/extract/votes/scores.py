"""Tallies as bare figures: '141-7-32', 'by 141 votes to 7', 'passed by 10 votes', 'all 15 members'."""

import re
from collections.abc import Iterator

from kg.extract.votes.camps import Camp
from kg.extract.votes.chunks import Clause
from kg.model import Option

_SCORE = re.compile(r"(?<![_w/])(?P<a>N)T?(?P<mark>[_-]|,?t|,?G)d?(?P<b>N)T?(?:[_-](?P<c>N))?(?![_%])")
_BEFORE = re.compile(r"(?:[VTEDRyvf%:(-]|[bdu]T|w)[dupbPw%f(:]{0,4}$")
_AFTER = re.compile(r"T|F|,?P")
_BY_VOTES = re.compile(r"(?P<how>f|P|w)[du]{0,2}(?P<n>N)T(?![FGQqOAte_]|,?[tf]?[du]?N)")
_WON = frozenset("won received secured got garnered gained obtained drew attracted gathered mustered polled".split())
_CARRIED = re.compile(r"[Eys][^;~]{0,30}$")
_UNANIMOUS = re.compile(r"\bunanimous(?:ly)?\b|\bby acclamation\b")


def scores(clause: Clause, *, rejected: bool) -> Iterator[Camp]:
    """The camps of bare figures. Yes comes first, unless the draft was ``rejected`` by the larger figure."""
    for match in _SCORE.finditer(clause.codes):
        before = clause.codes[max(0, match.start() - 6) : match.start()]
        dashed = match["mark"] in "_-"
        if not (_BEFORE.search(before) if dashed else re.search(r"[VTERyvf%s][^NSM]{0,6}$", before)):
            if not (dashed and _AFTER.match(clause.codes, match.end())):
                continue
        yield from _figures(clause, match, rejected=rejected)
    for match in _BY_VOTES.finditer(clause.codes):
        won = clause.chunks[match.start()].word in _WON
        if won or (match["how"] != "w" and _CARRIED.search(clause.codes, max(0, match.start() - 35), match.start())):
            n = match.start("n")
            number = clause.chunks[n].number
            if number is not None:
                yield Camp(Option.YES, n, clause.span(n, match.end() - 1), "votes/by-votes", 0.9, number=number.value)


def _figures(clause: Clause, match: re.Match[str], *, rejected: bool) -> Iterator[Camp]:
    values = [(k, clause.chunks[match.start(k)].number) for k in ("a", "b", "c") if match[k]]
    numbers = {k: n.value for k, n in values if n is not None}
    options = {"a": Option.YES, "b": Option.NO, "c": Option.ABSTAIN}
    if rejected and numbers.get("a", 0) > numbers.get("b", 0):
        options = {"a": Option.NO, "b": Option.YES, "c": Option.ABSTAIN}
    for key, value in numbers.items():
        span = clause.span(match.start(), match.end() - 1)
        yield Camp(options[key], match.start(key), span, "votes/score", 0.9, number=value)


def is_unanimous(words: str) -> bool:
    """Whether the sentence says that nobody dissented."""
    return bool(_UNANIMOUS.search(words))
