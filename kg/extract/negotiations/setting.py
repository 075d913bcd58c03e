"""Where, when, in which round and with what result an encounter took place, from the words around it."""

import re
from datetime import date

from kg import codes
from kg.extract.gazetteer import Form
from kg.extract.negotiations.pattern import B, D, P, Pattern, S, T, Unit
from kg.model import Status, When

_WORDS = r"[A-Z][\w'-]+(?: (?:de|da|do|del|al|el|of) [A-Z][\w'-]+| [A-Z][\w'-]+){0,2}"
_PLACE = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|here in) (?:the )?"
    rf"(?:(?:{D} )?(?:[a-z]+ )?(?:capital|city|town|resort|port|village|island)(?: city)?(?: of)?,? )?"
    rf"(?:(?P<sign>[{S}{B}])(?!'s|-| [{S}{B}])|(?P<words>{_WORDS}))"
)
_NO_PLACE = re.compile(r"(?:Parliament|Congress|Assembly|Council|Group|Twitter|Telegram|Facebook|Monday|English|I|X)\b")
# Where the clause that speaks of the encounter ends.
_CLAUSE_END = re.compile(
    r"[;:](?=\s)|\. |, (?:following|after|before|while|but|as|which|who|where|when|and (?:said|will|is|was|has)|"
    r"ahead)\b"
    r"|\b(?:but|while|whereas|because|although|rather than)\b|, not\b|[\"“”] (?!(?:in|at|on)\b)"
)
_ROUND = re.compile(
    r"\b((?:(?:[Ff]ir|1)st|(?:[Ss]eco|2)nd|(?:[Tt]hi|3)rd|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth|"
    r"[Tt]enth|"
    r"\d{1,2}th|[Ll]atest|[Nn]ext|[Nn]ew|[Ff]inal|[Ee]arlier|[Pp]revious|[Ff]urther|[Aa]nother|[Ll]ast|[Ff]resh) "
    r"rounds?)\b"
)

# What comes before the word of encounter: "refused to hold talks", "will meet".
_BEFORE: tuple[tuple[Status, str], ...] = (
    (Status.POSTPONED, r"\bpostpon|\bdelayed\b|\bput off\b"),
    (
        Status.NOT_HELD,
        r"\bcancell?ed\b|\bcalled off\b|\b(?:did|has|have|had|will|would|was|were|is|are) not\b|n't\b|\bnever\b"
        r"|\brefus(?:es?|ed|ing|al)\b|\bdeclin(?:es?|ed|ing)\b|\brul(?:es?|ed|ing) out\b|\brejected (?:the idea of )?"
        r"(?:direct |new )?$|\bno (?:direct |new |further )?(?:plans\b|$)",
    ),
    (Status.FAILED, r"\bcollapse of\b|\bfailure of\b|\bfailed to (?!attend)|\bfailed $"),
    (
        Status.PROPOSED,
        r"\bpropos|\boffer(?:ed|s|ing)?\b|\bcall(?:ed|s|ing)? (?:for|on)\b|\burg(?:e|es|ed|ing)\b|\bwilling|\bready\b|"
        r"\bpossib|\bpotential|\bprospects?\b|\b(?:could|might|may|should)\b|\bsuggest|\binvit(?:ed|es|ing)\b(?! by)|"
        r"\bwant(?:s|ed)?\b|"
        r"\bdraft (?:\w+ ){0,2}$|\bhop(?:e|es|ed|ing)\b|\bseek(?:s|ing)?\b|\bwould like\b|\bdemand",
    ),
    (
        Status.PLANNED,
        r"\bwill\b|'ll\b|\bwould\b|\b(?:is|are|be|was|were) (?:\w+ )?(?:expected|scheduled|due|set|slated|planned|"
        r"likely)\b|"
        r"\bplan(?:s|ned|ning)?\b|\bupcoming\b|\bpreparing for\b|\bto (?:$|meet|hold|visit|host|resume|begin|start|"
        r"travel|sign)|"
        r"\blook(?:s|ed|ing)? forward to\b|\bagreed to (?:meet|hold)|"
        r"\bagreed to (?:an? )?(?:[\w-]+ ){0,3}$|\bahead of\b|\bscheduled\b",
    ),
    (
        Status.ONGOING,
        r"\bongoing\b|\bcontinu(?:e|es|ing)\b|\b(?:is|are) (?:currently )?(?:holding|meeting|visiting)\b|"
        r"\bcurrently\b|\bcurrent (?:\w+ ){0,2}$",
    ),
)
# What comes after it: "talks were called off", "a visit is planned".
_AFTER: tuple[tuple[Status, str], ...] = (
    (Status.POSTPONED, r"\b(?:was|were|been|is) (?:again )?(?:postponed|delayed|put off)\b"),
    (
        Status.NOT_HELD,
        r"\b(?:was|were|been|is) (?:abruptly )?(?:cancell?ed|called off)\b|\b(?:did|will|would) not (?:take|be)\b",
    ),
    (
        Status.FAILED,
        r"\bcollapsed?\b|\bbr(?:oke|oken|eak) down\b|\bended without\b|"
        r"\bfailed\b(?! to (?!reach|agree|produce|yield|make|bridge|achieve|secure|end))|\bfaltered\b|\binconclusive|"
        r"\b(?:has|have|had|are|were|was|remain(?:ed)?) (?:[a-z]+ )?stalled\b|"
        r"\bstalled(?: (?:on|over|after|in|amid|as|when)\b|[.,;]|$)",
    ),
    (
        Status.PLANNED,
        r"\b(?:will|would) (?:be held|take place|begin|start|resume|focus)\b|\bto (?:be held|take place)\b|"
        r"\b(?:is|are|be|was|were) (?:\w+ )?(?:expected|scheduled|due|set|slated|planned)\b|\bplanned for\b|"
        r"\bscheduled for\b",
    ),
    (Status.PROPOSED, r"\b(?:should|could|might|may|must) (?:be held|take place|resume|begin|start|continue)\b"),
    (Status.ONGOING, r"\b(?:is|are|were) (?:still )?(?:ongoing|under ?way|continuing)\b|\bcontinu(?:e|es)\b"),
)
_BEFORE_PATTERNS = tuple((status, re.compile(words, re.IGNORECASE)) for status, words in _BEFORE)
_AFTER_PATTERNS = tuple((status, re.compile(words, re.IGNORECASE)) for status, words in _AFTER)
# "The war in Ukraine", "talks on trade in Asia", "to end the fighting in Gaza": not where they met.
_ABOUT = re.compile(
    r"\bto [a-z]+|\b(?:"
    r"on|about|over|regarding|concerning|as|amid|for|after|before|following|since|despite) "
    r"(?!(?:the )?(?:sidelines|margins|same|eve|side)\b)[a-z]"
    r"|\b(?:war|conflict|crisis|situation|invasion|fighting|cease-?fire|truce|peace|people|hostages|troops|forces)\b"
)
_OPENING = re.compile(r"(?:^|, |\. |[\"“])$")
_SAID = re.compile(
    r"\b(?:said|says|told|announced|reported|confirmed|stated|wrote|posted|added|reporters)(?: (?:late|early))?(?: "
    r"on)? $"
)


# "Ahead of Thursday's summit, ...": what follows is what happened.
_INTRO = re.compile(
    r"(?:Ahead of|Before|After|Following|Despite|Amid|Days after|Hours (?:before|after))\b[^,;]{3,100}, "
)


def clause(p: Pattern, start: int, end: int) -> tuple[int, int]:
    """Where the clause around a match ends on either side, at most 120 characters away."""
    before = 0
    for stop in _CLAUSE_END.finditer(p.text, max(0, start - 120), start):
        before = stop.end()
    intro = _INTRO.match(p.text)
    if intro and before < intro.end() <= start:
        before = intro.end()
    after = _CLAUSE_END.search(p.text, end, end + 120)
    return max(before, start - 120), after.start() if after else min(len(p.text), end + 120)


def place(p: Pattern, noun: int, end: int, around: tuple[int, int], text: str) -> str | None:
    """The place named after the encounter, or at the opening of its clause ('In Geneva, ...'); None where none is."""
    for found in _PLACE.finditer(p.text, noun, around[1]):
        if _ABOUT.search(p.text, max(noun, min(end, found.start())), found.start()):
            break
        if name := _place_name(p, found, text):
            return name
    for found in _PLACE.finditer(p.text, around[0], noun):
        if _OPENING.search(p.text, max(0, found.start() - 3), found.start()):
            return _place_name(p, found, text)
    if capital := _CAPITAL.search(p.text, noun, around[1]):
        return _capital_of(p.units[capital.start("sign")])
    return _dateline(text) if _HERE.search(p.text, around[0], around[1]) else None


_HERE = re.compile(r"(?<!said )(?<!reporters )\bhere\b")
_DATELINE = re.compile(r"^(?:[^\n]{0,200}\n+){0,4}?([A-Z][A-Z .'-]{2,30}?)(?:,| \(| ?[-–—:])")


def _dateline(text: str) -> str | None:
    """Where a story was written: 'here' is there."""
    found = _DATELINE.match(text)
    return found[1].title() if found else None


_CAPITAL = re.compile(rf"\b(?:in|at) the (?P<sign>[{S}{D}])(?:'s)? capital\b")


def _capital_of(unit: Unit) -> str | None:
    """The city that 'the Ethiopian capital' is."""
    state = codes.states().get(unit.mention.actor.key) if unit.mention is not None else None
    return state.capital[0] if state is not None and state.capital else None


def site(p: Pattern, match: re.Match[str], text: str) -> str | None:
    """The place that a rule found by itself, in its group ``site``."""
    unit = p.units.get(match.start("site"))
    if unit is None:
        return p.text[slice(*match.span("site"))]
    return unit.span.of(text) if unit.sign == S or _is_seat(unit) else None


def _is_seat(unit: Unit) -> bool:
    return unit.mention is not None and unit.mention.form is Form.SEAT


def _place_name(p: Pattern, found: re.Match[str], text: str) -> str | None:
    if found["sign"]:
        unit = p.units[found.start("sign")]
        return unit.span.of(text) if unit.sign == S or _is_seat(unit) else None
    return None if _NO_PLACE.match(found["words"]) else found["words"]


def when(p: Pattern, noun: int, around: tuple[int, int]) -> When | None:
    """The date that belongs to the encounter: the next after its word, or else the nearest before it."""
    dated = [(i, u) for i, u in p.units.items() if u.sign == T and around[0] <= i < around[1]]
    dated = [(i, u) for i, u in dated if not _is_background(p, i, u) and (i > noun or not _TOLD.match(p.text, i + 1))]
    after = [u for i, u in dated if i > noun and not _TOLD_THEN.search(p.text, noun, i)]
    before = [u for i, u in dated if i <= noun]
    chosen: Unit | None = after[0] if after else before[-1] if before else None
    return chosen.dated.when if chosen and chosen.dated else None


_SPAN_OF_TIME = re.compile(
    r"\b(?:since|by|until|till|(?<!planned )(?<!scheduled )(?<!set )(?<!due )for)(?: (?:the|early|late|mid))? $"
)


# "On Thursday, the minister said that ..."
_TOLD = re.compile(r",?[^,.;]{0,45}\b(?:said|says|told|announced)\b")


# What was said after the talks has its own days: "said after a meeting that they would decide on Monday".
_TOLD_THEN = re.compile(
    rf"\bthat (?:[{P}{S}{D}{B}]|(?:they|he|she|it|we|the|its|their|his|her|both|all|a|an|no|there)\b)"
)


# "Have met twice since the quarrel began in May"
_SINCE = re.compile(rf"\bsince [^,.;{T}]{{0,60}}$")
# "The June 1967 war", "the October 7 attack"
_OF_ANOTHER_EVENT = re.compile(
    r"(?:['’]s)? (?:[A-Z][\w-]+ |[a-z]+ )?(?:war|wars|conflict|invasion|attacks?|coup|revolution|uprising|"
    r"massacre|elections?|referendum|resolution|earthquake)\b"
)


def _is_background(p: Pattern, at: int, unit: Unit) -> bool:
    """A date that says how long or until when, when it was told, or an anniversary: not when it took place."""
    before = p.text[max(0, at - 24) : at]
    if _SINCE.search(p.text, max(0, at - 70), at):
        return True
    if _SPAN_OF_TIME.search(before) or _SAID.search(before) or _OF_ANOTHER_EVENT.match(p.text, at + 1):
        return True
    return unit.dated is not None and unit.dated.when is not None and "nniversary" in unit.dated.when.words


def round_of(words: str) -> str | None:
    """'third round', 'earlier rounds'."""
    found = _ROUND.search(words)
    return found[1] if found else None


# "said after talks with his counterpart": they are over, whatever else the clause tells.
_OVER = re.compile(
    r"\b(?:said|saying|told reporters|added|announced|agreed|stated)\b[^,.;]{0,30} (?:after|following|at|during) "
    r"(?:[^\s,.;]+ ){0,4}$"
)
_OPEN_QUESTION = re.compile(r"\b(?:whether|if)\b|(?:\bnot|n't) (?:exclude|rule out|ruled out)\b", re.IGNORECASE)
_CAME_TO_NOTHING = frozenset((Status.POSTPONED, Status.NOT_HELD, Status.FAILED))


def status(before: str, after: str, held: When | None, published: date | None) -> Status:
    """Whether it took place, from the words of the clause before and after it, and from the date."""
    if _OPEN_QUESTION.search(before):
        return Status.PROPOSED
    if _OVER.search(before):
        return Status.HELD
    told = [s for s, words in _AFTER_PATTERNS if words.search(after)]
    told += [s for s, words in _BEFORE_PATTERNS if words.search(before)]
    said = next((s for s in told if s in _CAME_TO_NOTHING), told[0] if told else Status.HELD)
    if said is Status.HELD and held is not None and published is not None and held.start > published:
        return Status.PLANNED
    return said
