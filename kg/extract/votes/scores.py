"""Tallies as bare figures: '141-7-32', 'by 141 votes to 7', 'passed by 10 votes', 'all 15 members'."""

import re
from collections.abc import Iterator

from kg.extract.lexicon import wordset
from kg.extract.votes.camp import Camp
from kg.extract.votes.chunks import Clause
from kg.model import Option

_SCORE = re.compile(r"(?<![_/])(?P<a>N)T?(?P<mark>[_-]|,?t|,?G)d?(?P<b>N)T?(?:[_-](?P<c>N))?(?![_%])")
_BEFORE = re.compile(r"(?:[VTEDRyvf%:(-]|[bdu]T|w)[dupbPw%f(:]{0,4}$")
_BEFORE_WORDS = re.compile(r"[VTERyvf%s][^NSM]{0,6}$")
_WITH_ABSTENTIONS = re.compile(r",?P[du]?N(?:A|w?C?a)")
_AFTER = re.compile(r"T|F|,?P")
# 'voted 19-17 against the proposal', but 'by 10 votes to 1 against (Chad)'
_AGAINST_IT = re.compile(r"G[dlwu']{0,5}[Djw]")
_LAST_VERB = re.compile(r"(?P<verb>[ERV])[^ERV]*$")
# 'By 19 votes to 17, the Council voted down ...'
_NEXT_VERB = re.compile(r"[^;:ERyn]{0,12}[BK][hu]{0,2}(?P<verb>[ER])")
_BY_VOTES = re.compile(r"(?P<how>f|P|w|(?<=[jD])h)[du]{0,2}(?P<n>N)T(?![FGQqOAte_]|,?[tf]?[du]?N(?!w))")
# 'Peru, which got 108 votes': a candidate.
_OF_A_STATE = re.compile(r"(?<!f)(?<!fd)S(?:,?r)?[hu]{0,2}$")
_WON = wordset("won received secured got garnered gained obtained drew attracted gathered mustered polled")
# Votes that carry a resolution in a Council of fifteen.
_ENOUGH = 9
_CARRIED = re.compile(r"[Eys][^;~]{0,30}$")
_UNANIMOUS = re.compile(r"\bunanimous(?:ly)?\b|\bby acclamation\b")


def scores(clause: Clause) -> Iterator[Camp]:
    """The camps of bare figures. Yes comes first, unless the draft was rejected by the larger figure."""
    for match in _SCORE.finditer(clause.codes):
        if not _is_result(clause, match):
            continue
        verb = _LAST_VERB.search(clause.codes, max(0, match.start() - 60), match.start())
        against = bool(_AGAINST_IT.match(clause.codes, match.end()))
        if verb is None:
            verb = _NEXT_VERB.match(clause.codes, match.end())
        if not against and _is_short_of_votes(clause, match):
            verb = None
        yield from _figures(clause, match, rejected=against or (verb is not None and verb["verb"] == "R"))
    for match in _BY_VOTES.finditer(clause.codes):
        won = clause.chunks[match.start()].word in _WON or match["how"] == "h"
        if won and _OF_A_STATE.search(clause.codes, max(0, match.start() - 6), match.start()):
            continue
        if won or (match["how"] != "w" and _CARRIED.search(clause.codes, max(0, match.start() - 35), match.start())):
            n = match.start("n")
            number = clause.chunks[n].number
            if number is not None:
                yield Camp(Option.YES, n, clause.span(n, match.end() - 1), "votes/by-votes", 0.9, number=number.value)


def _is_short_of_votes(clause: Clause, match: re.Match[str]) -> bool:
    """'The Security Council rejected it by 5 to 1': the larger figure may be for the draft, which needs more."""
    first = clause.chunks[match.start("a")].number
    council = any(c.actor is not None and c.actor.key == "UNSC" for c in clause.chunks)
    return council and first is not None and first.value < _ENOUGH


def _is_result(clause: Clause, match: re.Match[str]) -> bool:
    """Whether two figures are votes rather than a date, a match or a range."""
    codes = clause.codes
    start = match.start()
    if (
        codes[start - 1 : start] == "w"
        and codes[match.end("b") : match.end("b") + 1] != "T"
        and clause.chunks[start - 1].word not in _WON
    ):
        return False
    if match["c"] and ("B" in codes or "D" in codes):
        return True
    if codes[start - 1 : start] == ":" and "B" in codes and codes[match.end() : match.end() + 1] in tuple(".;"):
        return True
    if match["mark"] not in "_-" and _WITH_ABSTENTIONS.match(codes, match.end()):
        return True
    if match["mark"] not in "_-":
        return bool(_BEFORE_WORDS.search(codes, max(0, start - 6), start))
    return bool(_BEFORE.search(codes, max(0, start - 6), start) or _AFTER.match(codes, match.end("b")))


def _figures(clause: Clause, match: re.Match[str], *, rejected: bool) -> Iterator[Camp]:
    units = {k: clause.chunks[match.start(k)] for k in ("a", "b", "c") if match[k]}
    numbers = {k: u.number.value for k, u in units.items() if u.number is not None}
    options = {"a": Option.YES, "b": Option.NO, "c": Option.ABSTAIN}
    if rejected and numbers.get("a", 0) > numbers.get("b", 0):
        options = {"a": Option.NO, "b": Option.YES, "c": Option.ABSTAIN}
    for key, value in numbers.items():
        span = clause.span(match.start(), match.end() - 1)
        states, partial = units[key].states, units[key].partial
        yield Camp(
            options[key], match.start(key), span, "votes/score", 0.9, number=value, states=states, partial=partial
        )


def is_unanimous(words: str) -> bool:
    """Whether the sentence says that nobody dissented."""
    return bool(_UNANIMOUS.search(words))
