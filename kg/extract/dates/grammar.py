"""What a date expression looks like in English, and whether its clause looks ahead.

One alternation finds them all; the name of the alternative is the rule by which ``resolution`` reads it. Every
repetition is bounded, so the scan is linear in the length of the text.
"""

import re
from collections.abc import Iterable
from enum import Enum, auto
from functools import cache
from typing import Any

import ahocorasick

MONTHS: tuple[str, ...] = ("January", "February", "March", "April", "May", "June")
MONTHS += ("July", "August", "September", "October", "November", "December")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")

_FULL = "|".join(MONTHS)
_SHORT = r"Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?"
MONTH = rf"(?:(?:{_FULL}|{_FULL.upper()})\b|(?:{_SHORT}|{_SHORT.upper()})(?!\w))"
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b"
YEAR = r"(?:1[89]|20)\d\d\b(?![,.]\d|-\d\d-)"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
SPACE = r"(?:[^\S\n]{1,3}|\n)"
_DASH = rf"{SPACE}?[-–—‑]{SPACE}?"
_TO = rf"(?:{_DASH}|{SPACE}(?:to|and|until|till|through|or){SPACE})"
_TILL = rf"(?:{_DASH}|{SPACE}(?:to|until|till|through){SPACE})"
_THEN = rf"(?:,?{SPACE}(?:of{SPACE})?)"
_YEAR_AFTER = rf"(?:{_THEN}{YEAR}|{SPACE}(?:last|this|next){SPACE}year)"
_OF = rf"(?:{SPACE}of)?{SPACE}"
_WEEKDAY_BEFORE = rf"(?:{WEEKDAY},?{SPACE}\(?(?:the{SPACE})?)?"
NUMBER = rf"(?:\d{{1,2}}|an?|{'|'.join(NUMBERS)})"
_UNIT = r"(?:day|week|month|year)"

_THE_NUMBER = rf"(?:{'|'.join(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th)|{NUMBER}[- ]year)"
_A_DAY = rf"(?:{DAY}{_OF}{MONTH}|{MONTH}{SPACE}{DAY})(?:{_YEAR_AFTER})?"

# Name of the rule -> how the expression reads. A preposition is no part of it: ``preceded_by`` looks at that.
RULES = {
    "anniversary": rf"(?i:(?:{_THE_NUMBER}{SPACE})?anniversary{SPACE}(?:of|since)\b"
    rf"|(?:mark(?:s|ed|ing)?{SPACE}(?:exactly{SPACE})?)?(?:{NUMBER}|\d\d){SPACE}years?"
    rf"(?:{SPACE}(?:since|of)\b|{SPACE}to{SPACE}the{SPACE}day{SPACE}(?:since|after)\b))",
    "iso": r"(?:1[89]|20)\d\d-\d\d-\d\d(?!\d)",
    "numeric": r"(?:\d{1,2}/\d{1,2}/|\d{1,2}\.\d{1,2}\.)(?:19|20)\d\d(?![\d/])",
    "day_month_range": rf"{_WEEKDAY_BEFORE}{DAY}{_TO}{DAY}{_OF}{MONTH}(?:{_YEAR_AFTER})?",
    "between": rf"[Bb]etween{SPACE}{_A_DAY}{SPACE}and{SPACE}{_A_DAY}",
    "day_month_span": rf"{DAY}{_OF}{MONTH}(?:{_YEAR_AFTER})?{_TILL}{DAY}{_OF}{MONTH}(?:{_YEAR_AFTER})?",
    "day_month": rf"{_WEEKDAY_BEFORE}{DAY}{_OF}{MONTH}(?:{_YEAR_AFTER})?",
    "month_day_span": rf"{MONTH}{SPACE}{DAY}(?:{_YEAR_AFTER})?{_TILL}{MONTH}{SPACE}{DAY}(?:{_YEAR_AFTER})?",
    "month_day_range": rf"{_WEEKDAY_BEFORE}{MONTH}{SPACE}{DAY}{_TO}{DAY}(?![,.]?\d|:\d)(?:{_YEAR_AFTER})?",
    "month_day": rf"{_WEEKDAY_BEFORE}{MONTH}{SPACE}{DAY}(?![.:]\d|,\d)(?:{_YEAR_AFTER})?",
    "months": rf"{MONTH}{_TO}{MONTH}(?:{_YEAR_AFTER})",
    "month_year": rf"{MONTH}(?:{_YEAR_AFTER})",
    "nth": rf"{DAY}(?<=[a-z]){SPACE}of{SPACE}(?:this|last|next){SPACE}month\b|(?<=[Oo]n the )"
    rf"{DAY}(?<=[a-z])(?=[,.;]|$|{SPACE}(?:and|to|at|in|by|when|after|before)\b)",
    "month": rf"(?:(?:[Ll]ast|[Nn]ext|[Tt]his){SPACE})?(?:{_FULL})\b(?!{SPACE}[A-Z\d])",
    "weekday": rf"(?:(?i:last|next|this|coming|past|previous|(?<=the )following){SPACE})?{WEEKDAY}\b"
    rf"(?!{SPACE}(?:Times|Telegraph|Mail|Express|Guardian|Independent|Mirror|World|Agreement))",
    "ago": rf"(?i:{NUMBER}{SPACE}(?:{_UNIT}s?|fortnight){SPACE}ago)\b",
    "reckoned": rf"(?i:(?:(?:next|following|previous){SPACE}day|{NUMBER}{SPACE}{_UNIT}s?{SPACE}(?:later|earlier))\b)",
    "rolling": rf"(?i:(?:last|past|next|coming){SPACE}(?:{NUMBER}{SPACE}{_UNIT}s?|{_UNIT}))\b(?!-)",
    "weekend": rf"(?i:(?:(?:last|this|next|past){SPACE})?weekend)\b",
    "unit": rf"(?i:(?:(?:earlier|later|late|early){SPACE})?(?:last|this|next){SPACE}(?:week|month|year))\b(?!-)",
    "day": rf"(?i:day{SPACE}before{SPACE}yesterday|day{SPACE}after{SPACE}tomorrow"
    rf"|yesterday|today|tonight|tomorrow|last{SPACE}night|this{SPACE}(?:morning|afternoon|evening))\b",
    "same_day": rf"same{SPACE}day\b",
    "decade": r"(?:19|20)\d0s\b",
    "years": rf"{YEAR}(?:[-–—/](?:(?:19|20)\d\d|\d\d)|{SPACE}(?:to|through){SPACE}(?:19|20)\d\d)\b(?![-\d])",
    "year": rf"{YEAR}(?!{SPACE}?(?:%|per{SPACE}cent|percent|people|civilians|soldiers|troops|votes|members|tons|tonnes|"
    r"km|kilomet|miles|men|women|children|deaths|cases|delegates|refugees|dollars|euros|million|billion|others|more|"
    r"dead|fighters|prisoners|hostages|homes|words))",
}

# "NEW YORK, Feb. 24, 2025 (Agency) -" at the beginning of a line
DATELINE = re.compile(
    rf"^[A-Z][^\n.]{{0,60}}?((?:{DAY}{_OF}{MONTH}|{MONTH}{SPACE}{DAY}),?{SPACE}{YEAR}|(?:19|20)\d\d-\d\d-\d\d)"
    rf"{SPACE}?(?:\([^)\n]{{1,30}}\)|/[^/\n]{{1,30}}/)?{SPACE}?(?:--|[-–—:])",
    re.MULTILINE,
)
# "NEW YORK, Feb. 24 --": the day on which a story was written, without its year
DAY_LINE = re.compile(
    rf"^[A-Z][A-Z .,'’-]{{2,50}}?,? ({MONTH}{SPACE}{DAY})(?!,?{SPACE}?\d)"
    rf"{SPACE}?(?:\([^)\n]{{1,30}}\)|/[^/\n]{{1,30}}/)?{SPACE}?(?:--|[-–—:.])",
    re.MULTILINE,
)

# An expression that begins with a digit, a small letter, a capital is one of these; fewer are quicker to try.
_WITH_DIGIT: tuple[str, ...] = ("anniversary", "iso", "numeric", "day_month_range", "day_month_span", "day_month")
_WITH_DIGIT += ("nth", "ago", "reckoned", "decade", "years", "year")
_WITH_SMALL = (
    "anniversary",
    "between",
    "month",
    "weekday",
    "ago",
    "reckoned",
    "rolling",
    "weekend",
    "unit",
    "day",
    "same_day",
)


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{name}>{RULES[name]})" for name in names))


_BY_DIGIT, _BY_SMALL, _BY_CAPITAL = _any_of(_WITH_DIGIT), _any_of(_WITH_SMALL), _any_of(RULES)


def expression(text: str, at: int) -> re.Match[str] | None:
    """The date expression at a place of a text; ``lastgroup`` is its rule."""
    first = text[at]
    pattern = _BY_DIGIT if first.isdigit() else _BY_SMALL if first.islower() else _BY_CAPITAL
    return pattern.match(text, at)


# Where an expression may begin: a cheap first look. A number that goes on (1,403, twenty-two), a code (S-2024) or a
# word (B2022) begins none.
_FIRST_WORDS: tuple[str, ...] = (
    "last",
    "next",
    "this",
    "coming",
    "past",
    "previous",
    "following",
    "earlier",
    "later",
    "late",
    "early",
)
_FIRST_WORDS += (
    "yesterday",
    "today",
    "tonight",
    "tomorrow",
    "day",
    "between",
    "weekend",
    "anniversary",
    "mark",
    "same",
)
_FIRST_WORDS += (*NUMBERS, *ORDINALS)
_UNITS = ("day", "week", "month", "year", "fortnight")
_NO_START = "_$€£#"


def places(text: str) -> list[int]:
    """Where in a text a date expression may begin, in order."""
    found: set[int] = set()
    for last, word in _beginnings().iter(text):
        start = last + 1 - len(word)
        if word in _UNITS and (article := _ARTICLE.search(text, max(0, start - 3), start)):
            found.add(article.start())
        before = text[start - 1] if start else " "
        if not (before.isalnum() or before in _NO_START):
            found.add(start)
    return sorted(found)


_ARTICLE = re.compile(r"(?<![\w$€£#])[Aa]n?\s$")


@cache
def _beginnings() -> Any:
    """An automaton over what expressions begin with: digits, the first letters of months and days, words; units."""
    built = ahocorasick.Automaton()
    names = {w[:3] for w in (*MONTHS, *WEEKDAYS)} | {w[:3].upper() for w in MONTHS}
    for word in {*"0123456789", *names, *_FIRST_WORDS, *(w.capitalize() for w in _FIRST_WORDS), *_UNITS}:
        built.add_word(word, word)
    built.make_automaton()
    return built


_GOES_ON = re.compile(r"\d[,.:/-]$|[A-Za-z]/$|[A-Z]-$|ty-$")

# What must stand before the expressions that are otherwise no dates; "by May" and "of May" may speak of a person.
_BEFORE_MONTH = frozenset({"in", "since", "during", "until", "till", "early", "mid", "late"})
_BEFORE_OTHER_MONTH = _BEFORE_MONTH | {"from", "before", "after", "of", "by", "through", "to"}
_BEFORE_YEAR = _BEFORE_OTHER_MONTH | {"between", "and", "the", "(", "spring", "summer", "autumn", "winter", "mid"}
_LAST_WORD = re.compile(r"([A-Za-z]+|(?<!\S)\()[\s-]*$")


def preceding_word(text: str, start: int) -> str:
    """The word before a place (or an opening bracket), in small letters; empty where punctuation stands between."""
    found = _LAST_WORD.search(text, max(0, start - 24), start)
    return found[1].lower() if found else ""


def is_date(rule: str, words: str, text: str, start: int) -> bool:
    """Whether what stands before an expression of this form lets it be a date."""
    if _GOES_ON.search(text, max(0, start - 3), start):
        return False
    before = preceding_word(text, start)
    if rule == "month":
        lead = words.split(maxsplit=1)[0].lower()
        return lead in {"last", "next", "this"} or before in (_BEFORE_MONTH if words == "May" else _BEFORE_OTHER_MONTH)
    if rule == "year":
        return before in _BEFORE_YEAR
    if rule == "weekend":
        return len(words) > len("weekend") or before == "the"
    if rule == "weekday":
        return before not in {"a", "black", "good", "bloody", "easter", "ash", "palm", "super", "maundy"}
    return True


_FUTURE = (
    r"\b(?:will|would|shall)\b(?:\s[a-z]+){0,3}|['’]ll\b|\b(?:is|are|was|were|be|been|now)\s(?:\w+\s)?(?:expected|scheduled|due|set|"
    r"planned|slated|likely|poised|about)\b|\b(?:scheduled|planned|slated|due|set)\s(?:for|on|to)\b|\bupcoming\b|"
    r"\bplans?\sto\b|\bahead\sof\b|\buntil\b|\bagreed\sto\smeet\b|\bgoing\sto\b|"
    r"\bto\s(?:visit|meet|host|travel|attend|discuss|resume|take\splace|convene|be\sheld|begin|start|vote|arrive|sign)\b"
)
_PAST = (
    r"\b(?:was|were|had|did|said|told|held|met|took|began|came|went|flew|made|wrote|spoke|saw|won|lost|sent|led|gave|has|have|"
    r"[a-z]{2,15}ed)\b"
)
_TENSE = re.compile(rf"(?P<future>{_FUTURE})|{_PAST}")
_MAY_BE_FUTURE = re.compile(_FUTURE)
_STOP = re.compile(r"[.!?;]['\"”’)]*\s|\n")
_WINDOW = 160


# What only happens once it has happened, and journeys, whose aim is no plan: "flew to Oslo to meet him on Monday".
_HAPPENED = re.compile(
    r"(?:held|met|took|signed|adopted|voted|visited|began|opened|arrived|died|killed|launched|passed|approved|vetoed|"
    r"spoke|hosted|flew|travell?ed|attended|ended|concluded|fell|struck|invaded|attacked|convened|gathered|came|went)"
)
_AT_ONCE = re.compile(rf",?\s(?:[a-z]+ly\s)?{_HAPPENED.pattern}\b")
_JOURNEYS = frozenset({"flew", "traveled", "travelled", "arrived", "went", "came", "gathered", "met", "visited"})


class Tense(Enum):
    """When the clause of a date takes place, as far as its verbs tell."""

    AHEAD = auto()
    PAST = auto()
    OPEN = auto()


def tense(text: str, previous: int, start: int, end: int) -> Tense:
    """Whether the clause of the expression at ``start``-``end`` speaks of the future or of what has happened.

    The last tense before it decides, back to the sentence's beginning or the previous date (``previous``); where
    nothing but a preposition stands before it, the first tense after it does.
    """
    before = text[max(previous, start - _WINDOW) : start]
    before = _STOP.split(before)[-1]
    after = text[end : end + _WINDOW]
    tenses = list(_TENSE.finditer(before))
    if tenses:
        last = tenses[-1]
        if last["future"] is None:
            return Tense.PAST if _HAPPENED.fullmatch(last[0]) else Tense.OPEN
        aim = last[0].startswith("to ") and len(tenses) > 1 and tenses[-2][0] in _JOURNEYS
        return Tense.PAST if aim else Tense.AHEAD
    if _AT_ONCE.match(after):
        return Tense.PAST
    if len(before.split()) > 2 or not _MAY_BE_FUTURE.search(after):
        return Tense.OPEN
    if cut := _STOP.search(after):
        after = after[: cut.start()]
    first = _TENSE.search(after)
    return Tense.AHEAD if first is not None and first["future"] is not None else Tense.OPEN
