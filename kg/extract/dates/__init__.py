"""Dates and intervals in running text, resolved against the day of publication.

A date expression that depends on the day of writing ("on Monday", "last week", "in January") is resolved against the
day of the dateline, else the publication date or, where an article carries none, against the day its lead gives away
(``anchor``). Without any it is reported with ``when`` None. A bare weekday looks back, unless its clause speaks of the
future.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kg.extract.dates.anniversaries import anniversary_day, known_attack
from kg.extract.dates.grammar import DATELINE, DAY_LINE, Tense, expression, is_date, places, preceding_word, tense
from kg.extract.dates.resolution import TENSED, Context, NoSuchDayError, counted, nth_of, resolve
from kg.model import Span, When

__all__ = ["Dated", "anchor", "dates"]

# An anniversary tells the day of an article only where the lead speaks of it.
_LEAD = 1200
# "Two days later" is counted from a day that was spoken of in the sentences before.
_NEAR = 400
# "The same day" goes back further: to the day that the story is on.
_SAME_STORY = 1500
# How long a dispatch may take into print.
_TO_PRINT = timedelta(4)
_EVE = re.compile(r"\beve of (?:the |its )?$")
_REACH = 20
_MARKED = re.compile(r"(?i:nniversary|years?\s)")


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression and the interval it means; ``when`` is None where the text does not allow one to tell."""

    span: Span
    when: When | None


def dates(text: str, published: date | None) -> tuple[Dated, ...]:
    """The date expressions of a text, in order, without overlap; ``published`` is the day it was written."""
    return _scan(text, _written(text, published) if published else anchor(text))


def _written(text: str, published: date) -> date:
    """The day of the dateline, where it lies a few days before the publication; else the publication.

    "LAKE SUCCESS, Nov. 29 -- The Assembly voted today" is in the paper of the next morning.
    """
    found = DAY_LINE.search(text[:_LEAD])
    if found is None:
        return published
    day = next((d.when.start for d in _scan(found[1], published) if d.when), None)
    return day if day is not None and timedelta(0) <= published - day <= _TO_PRINT else published


def _scan(text: str, today: date | None) -> tuple[Dated, ...]:
    found: list[Dated] = []
    after_last = 0
    for match in _expressions(text):
        if match.start() < after_last:
            continue
        nth_of_that_month = match.lastgroup == "nth" and " " not in match[0] and _month_before(match, found) is not None
        if match.lastgroup in ("same_day", "reckoned") or nth_of_that_month:
            found.append(_from_another(match, found))
            after_last = match.end()
            continue
        try:
            dated = _read(text, match, after_last, today)
        except NoSuchDayError:
            after_last = match.end()
            continue
        if dated is not None:
            found.append(dated)
            after_last = dated.span.end
    return tuple(found)


def _month_before(match: re.Match[str], earlier: list[Dated]) -> date | None:
    """The first day of the interval spoken of last, if that is near and within a month."""
    last = earlier[-1] if earlier and match.start() - earlier[-1].span.end < _NEAR else None
    if last is None or last.when is None or last.when.start.month != last.when.end.month:
        return None
    return last.when.start if last.when.start.year == last.when.end.year else None


def _from_another(match: re.Match[str], earlier: list[Dated]) -> Dated:
    """'The same day', 'two days later', 'on the 20th': counted from the day or month spoken of last."""
    span = Span(match.start(), match.end())
    if match.lastgroup == "nth":
        interval = nth_of(match[0], _month_before(match, earlier))
        return Dated(span, When(*interval, match[0]) if interval else None)
    reach = _SAME_STORY if match.lastgroup == "same_day" else _NEAR
    last = earlier[-1] if earlier and match.start() - earlier[-1].span.end < reach else None
    if last is None or last.when is None or last.when.start != last.when.end:
        return Dated(span, None)
    interval = counted(match[0], last.when.start)
    return Dated(span, When(*interval, match[0]) if interval else None)


def _expressions(text: str) -> Iterator[re.Match[str]]:
    for start in places(text):
        match = expression(text, start)
        if match and match.lastgroup and is_date(match.lastgroup, match[0], text, match.start()):
            yield match


def _read(text: str, match: re.Match[str], previous: int, today: date | None) -> Dated | None:
    start, end, rule = match.start(), match.end(), match.lastgroup or ""
    if rule == "anniversary":
        day, end = anniversary_day(text, match, today)
        if day and _EVE.search(text, max(0, start - _REACH), start):
            day -= timedelta(1)
        return Dated(Span(start, end), When(day, day, text[start:end])) if day else None
    told = tense(text, previous, start, end) if today is not None and rule in TENSED else Tense.OPEN
    context = Context(today, told is Tense.AHEAD, told is Tense.PAST, preceding_word(text, start))
    interval = known_attack(text, match) or resolve(rule, match[0], context)
    if interval and interval[0] == interval[1] and _EVE.search(text, max(0, start - _REACH), start):
        interval = (interval[0] - timedelta(1),) * 2
    return Dated(Span(start, end), When(*interval, text[start:end]) if interval else None)


def anchor(text: str) -> date | None:
    """The day an article was written, as far as its own lead tells: a dateline with a year, or an anniversary it marks.

    None where the lead tells nothing, or where the lead names a later year than the anniversary's.
    """
    lead = text[:_LEAD]
    if written := DATELINE.search(lead):
        return next((d.when.end for d in _scan(written[1], None) if d.when), None)
    if not _MARKED.search(lead):
        return None
    marked = [m for m in _expressions(lead) if m.lastgroup == "anniversary"]
    day = next((d for m in marked if (d := anniversary_day(lead, m, None)[0])), None)
    if day is None:
        return None
    later = any(d.when and d.when.end.year > day.year for d in _scan(lead, None))
    return None if later else day
