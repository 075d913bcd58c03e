"""Anniversaries of well-known events: they tell the day of an article that gives no other."""

import re
from datetime import date

from kg.extract.dates.grammar import NUMBERS, ORDINALS

# What the event is called after "anniversary of" or "years since", and the day it happened.
_EVENTS: tuple[tuple[str, date], ...] = (
    (
        r"(?:invasion|invaded|invading|war|aggression|attack|assault|military (?:entry|operation|action))\b.{0,30}?"
        r"\bUkraine(?!['’]s)|Russia['’]s (?:full[- ]scale |brutal )?(?:invasion|war|aggression)",
        date(2022, 2, 24),
    ),
    (r"(?:annexation|seizure|annexed|seized) (?:of )?(?:the )?Crimea", date(2014, 3, 18)),
    (r"Hamas(?:['’]s?)?(?:-led)? .{0,20}?(?:attacks?|assault|massacre|raid)", date(2023, 10, 7)),
    (r"(?:9/11|(?:the )?(?:11 September|September 11)(?:th)?(?:, 2001)?) .{0,12}?attacks?", date(2001, 9, 11)),
    (r"(?:signing of the )?(?:UN|United Nations) Charter", date(1945, 6, 26)),
    (r"(?:founding|foundation|creation|establishment) of the (?:UN|United Nations)\b", date(1945, 10, 24)),
    (r"Universal Declaration of Human Rights", date(1948, 12, 10)),
    (r"(?:atomic )?(?:bombing|bomb|attack) (?:of|on) Hiroshima", date(1945, 8, 6)),
    (r"liberation of (?:the )?Auschwitz", date(1945, 1, 27)),
    (r"(?:Srebrenica (?:genocide|massacre)|(?:genocide|massacre) (?:in|at) Srebrenica)", date(1995, 7, 11)),
    (r"fall of the Berlin Wall", date(1989, 11, 9)),
    (r"(?:coup|military takeover) in (?:Myanmar|Burma)|Myanmar(?:['’]s)? .{0,10}?coup", date(2021, 2, 1)),
    (r"(?:Chernobyl|Chornobyl) .{0,10}?(?:disaster|accident|catastrophe)", date(1986, 4, 26)),
    (r"(?:invasion of Iraq|Iraq (?:war|invasion))", date(2003, 3, 20)),
)
_NAMED = tuple((re.compile(pattern), day) for pattern, day in _EVENTS)
# The name must follow at once: an article and a few adjectives may stand between.
_REACH, _LEAD_IN = 110, 45
_WORD = re.compile(r"[a-z]+|\d+", re.IGNORECASE)


def anniversary_day(text: str, match: re.Match[str], today: date | None) -> tuple[date | None, int]:
    """The day of the anniversary that begins at ``match``, and where its words end; (None, end) for an unknown event.

    Without a number ("the anniversary of") the one nearest to ``today`` is meant.
    """
    tail = text[match.end() : match.end() + _REACH].split("\n", maxsplit=1)[0]
    named = [(m.start(), m.end(), day) for pattern, day in _NAMED if (m := pattern.search(tail))]
    named = [n for n in named if n[0] <= _LEAD_IN and not re.search(r"[.;:!?]", tail[: n[0]])]
    if not named:
        return None, match.end()
    _, end, event = min(named)
    years = _years(match[0])
    if years is None:
        if today is None:
            return None, match.end()
        years = round((today - event).days / 365.25)
    if years < 1:
        return None, match.end()
    return _years_after(event, years), match.end() + end


_ATTACK = re.compile(r"[\s-]{1,2}(?:[\w’'-]+ ){0,2}?(?:attacks?|massacre|assault|onslaught|hijackings|atrocities)\b")
_ATTACKS = {
    re.compile(r"Oct(?:\.|ober)? 7(?:th)?|7(?:th)? (?:of )?Oct(?:\.|ober)?"): date(2023, 10, 7),
    re.compile(r"Sept?(?:\.|ember)? 11(?:th)?|11(?:th)? (?:of )?Sept?(?:\.|ember)?"): date(2001, 9, 11),
}


def known_attack(text: str, match: re.Match[str]) -> tuple[date, date] | None:
    """The day of an attack that is called by day and month alone: 'the October 7 attack'."""
    day = next((day for words, day in _ATTACKS.items() if words.fullmatch(match[0])), None)
    return (day, day) if day is not None and _ATTACK.match(text, match.end()) else None


def _years(words: str) -> int | None:
    for word in _WORD.findall(words.lower()):
        if word.isdigit():
            return int(word)
        if word in ORDINALS:
            return ORDINALS.index(word) + 1
        if word in NUMBERS:
            return NUMBERS.index(word) + 1
    return None


def _years_after(event: date, years: int) -> date:
    return event.replace(year=event.year + years)  # no event of the table is a 29 February
