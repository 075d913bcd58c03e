"""The interval that a date expression means, given the day of writing."""

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from kg.extract.dates.grammar import DAY, MONTH, MONTHS, NUMBER, NUMBERS, WEEKDAY, WEEKDAYS, YEAR

Interval: TypeAlias = tuple[date, date]


class NoSuchDayError(ValueError):
    """The expression looks like a date and is none: 30 February, 12-3 May."""


@dataclass(frozen=True, slots=True)
class Context:
    """The day of writing where it is known, whether the clause looks ahead or tells what happened, the word before."""

    today: date | None
    ahead: bool = False
    past: bool = False
    before: str = ""


_DAY, _MONTH, _YEAR = re.compile(rf"(?<!\d){DAY}"), re.compile(MONTH), re.compile(rf"\b{YEAR}")
_RELATIVE_YEAR = re.compile(r"\b(last|this|next)\s+year\b")
_NUMBER = re.compile(rf"\b{NUMBER}\b", re.IGNORECASE)
_WEEKDAY = re.compile(rf"(?:(\w+)\s+)?({WEEKDAY})")
# Day and month without a year mean the nearest; beyond this many days a clause in the future means the next.
_HALF_YEAR = 183


def resolve(rule: str, words: str, context: Context) -> Interval | None:
    """What an expression of this rule means, None where it cannot be told; NoSuchDayError for what is no date."""
    try:
        return _RULES[rule](words, context)
    except (ValueError, OverflowError) as error:
        raise NoSuchDayError(words) from error


def _month_of(words: str) -> int:
    found = _MONTH.search(words)
    if found is None:
        raise ValueError(words)
    return _month(found[0])


def _month(name: str) -> int:
    return next(i for i, m in enumerate(MONTHS, 1) if m[:3].lower() == name[:3].lower())


def _whole_month(year: int, month: int) -> Interval:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _whole_year(year: int) -> Interval:
    return date(year, 1, 1), date(year, 12, 31)


def _week(day: date) -> Interval:
    monday = day - timedelta(day.weekday())
    return monday, monday + timedelta(6)


def _add_months(day: date, months: int) -> date:
    """The first of the month so many months away."""
    total = day.year * 12 + day.month - 1 + months
    return date(total // 12, total % 12 + 1, 1)


def _year(words: str, context: Context) -> int | None:
    if found := _YEAR.search(words):
        return int(found[0])
    if (found := _RELATIVE_YEAR.search(words)) and context.today:
        return context.today.year + _SHIFTS[found[1]]
    return None


def _on(day: int, month: int, year: int | None, context: Context) -> date | None:
    """That day in its year; without one, the nearest to the day of writing, or the next or last as the clause tells."""
    if year is not None:
        return date(year, month, day)
    if (today := context.today) is None:
        date(2000, month, day)  # raises where there is no such day in any year
        return None
    near = [date(y, month, day) for y in (today.year - 1, today.year, today.year + 1) if _exists(y, month, day)]
    nearest = min(near, key=lambda d: abs((d - today).days))
    if context.past and nearest > today:
        return next((d for d in reversed(near) if d <= today), nearest)
    if context.ahead and nearest < today:
        return next((d for d in near if today <= d <= today + timedelta(2 * _HALF_YEAR)), nearest)
    return nearest


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= day <= calendar.monthrange(year, month)[1]


def _days(words: str) -> list[int]:
    """The days of the month in an expression: its one- or two-digit numbers."""
    return [int(re.sub(r"\D", "", d)) for d in _DAY.findall(words)]


# --------------------------------------------------------------------------- written dates


def _iso(words: str, _: Context) -> Interval:
    day = date.fromisoformat(words)
    return day, day


def _numeric(words: str, _: Context) -> Interval | None:
    a, b, year = (int(n) for n in re.split(r"[/.]", words))
    if a > 12 or a == b:
        day = date(year, b, a)
    elif b > 12:
        day = date(year, a, b)
    else:
        return None  # 03/04/2025 is two days
    return day, day


def _single(words: str, context: Context) -> Interval | None:
    day = _on(_days(words)[0], _month_of(words), _year(words, context), context)
    return (day, day) if day else None


def _range(words: str, context: Context) -> Interval | None:
    first, last = _days(words)[:2]
    if first > last:
        raise ValueError(words)
    month, year = _month_of(words), _year(words, context)
    start, end = _on(first, month, year, context), _on(last, month, year, context)
    return (start, end) if start and end and start <= end else None


def _span(words: str, context: Context) -> Interval | None:
    months, days, years = [_month(m) for m in _MONTH.findall(words)], _days(words), _YEAR.findall(words)
    end_year = int(years[-1]) if years else _year(words, context)
    end = _on(days[1], months[1], end_year, context)
    if end is None:
        return None
    start_year = int(years[0]) if len(years) > 1 else end.year - (months[0] > months[1])
    start = date(start_year, months[0], days[0])
    if start > end:
        raise ValueError(words)
    return start, end


def _months(words: str, context: Context) -> Interval | None:
    year = _year(words, context)
    first, last = (_month(m) for m in _MONTH.findall(words))
    return (date(year - (first > last), first, 1), _whole_month(year, last)[1]) if year else None


def _nth(words: str, context: Context) -> Interval | None:
    """'The 24th': of the month named, else the last one gone by."""
    if (today := context.today) is None:
        return None
    number = _days(words)[0]
    shift = next((n for word, n in _SHIFTS.items() if word in words), -1 if number > today.day else 0)
    first = _add_months(today, shift)
    day = first.replace(day=number)
    return day, day


def _month_year(words: str, context: Context) -> Interval | None:
    year = _year(words, context)
    return _whole_month(year, _month_of(words)) if year else None


def _month_alone(words: str, context: Context) -> Interval | None:
    if (today := context.today) is None:
        return None
    month, lead = _month_of(words), words.split(maxsplit=1)[0].lower()
    if lead == "this":
        return _whole_month(today.year, month)
    if lead == "next" or (context.ahead and lead != "last"):
        later = month > today.month or (month == today.month and lead != "next")
        return _whole_month(today.year + (not later), month)
    earlier = month < today.month or (month == today.month and lead != "last")
    return _whole_month(today.year - (not earlier), month)


def _one_year(words: str, context: Context) -> Interval | None:
    year = _year(words, context)
    return _whole_year(year) if year else None


def _years(words: str, _: Context) -> Interval:
    first, last = (int(n) for n in re.findall(r"\d+", words))
    last += first // 100 * 100 if last < 100 else 0
    if not first < last:
        raise ValueError(words)
    return date(first, 1, 1), date(last, 12, 31)


def _decade(words: str, _: Context) -> Interval:
    return date(int(words[:4]), 1, 1), date(int(words[:4]) + 9, 12, 31)


# --------------------------------------------------------------------------- relative to the day of writing


def _weekday(words: str, context: Context) -> Interval | None:
    found = _WEEKDAY.match(words)
    if found is None or (today := context.today) is None:
        return None
    lead, wanted = (found[1] or "").lower(), WEEKDAYS.index(found[2])
    back = (today.weekday() - wanted) % 7
    if lead in {"previous", "following"}:
        return None  # counted from another day than today
    if lead == "next":
        day = _week(today)[0] + timedelta(7 + wanted)
    elif lead == "this":
        day = _week(today)[0] + timedelta(wanted)
    elif lead in {"last", "past"}:
        day = today - timedelta(back or 7)
    elif lead == "coming" or context.ahead or context.before == "by":
        day = today + timedelta((wanted - today.weekday()) % 7)
    else:
        day = today - timedelta(back)
    return day, day


def _day(words: str, context: Context) -> Interval | None:
    if context.today is None:
        return None
    words = words.lower()
    shift = {"yesterday": -1, "tomorrow": 1}.get(words, 0)
    if "before yesterday" in " ".join(words.split()):
        shift = -2
    elif "after tomorrow" in " ".join(words.split()):
        shift = 2
    elif words.startswith("last"):
        shift = -1
    day = context.today + timedelta(shift)
    return day, day


def _weekend(words: str, context: Context) -> Interval | None:
    if (today := context.today) is None:
        return None
    lead = words.split(maxsplit=1)[0].lower()
    saturday = _week(today)[0] + timedelta(5)
    if lead == "next":
        saturday += timedelta(7)
    elif lead in {"last", "past"} or (lead != "this" and not context.ahead and today < saturday):
        saturday -= timedelta(7)
    return saturday, saturday + timedelta(1)


_SHIFTS = {"last": -1, "this": 0, "next": 1}


def _unit(words: str, context: Context) -> Interval | None:
    *leads, which, unit = words.lower().split()
    if (today := context.today) is None or context.before in {"previous", "same"}:
        return None
    shift = _SHIFTS[which]
    if unit == "week":
        start, end = _week(today + timedelta(7 * shift))
    elif unit == "month":
        first = _add_months(today, shift)
        start, end = _whole_month(first.year, first.month)
    else:
        start, end = _whole_year(today.year + shift)
    if which == "this" and leads == ["earlier"]:
        end = today
    elif which == "this" and leads == ["later"]:
        start = today
    return start, end


def _number(words: str) -> int:
    found = _NUMBER.search(words)
    word = found[0].lower() if found else "one"
    if word.isdigit():
        return int(word)
    return NUMBERS.index(word) + 1 if word in NUMBERS else 1


# "More than two years ago", "at least a week ago"
_VAGUE = frozenset({"than", "least", "over"})


def _ago(words: str, context: Context) -> Interval | None:
    if (today := context.today) is None or context.before in _VAGUE:
        return None
    number, unit = _number(words), words.lower().split()[-2].rstrip("s")
    if unit == "fortnight":
        number, unit = 2 * number, "week"
    if unit == "day":
        day = today - timedelta(number)
        return day, day
    if unit == "week":
        return _week(today - timedelta(7 * number))
    if unit == "month":
        first = _add_months(today, -number)
        return _whole_month(first.year, first.month)
    return _whole_year(today.year - number)


def _rolling(words: str, context: Context) -> Interval | None:
    if (today := context.today) is None:
        return None
    pieces = words.lower().split()
    if len(pieces) == 2 and context.before != "the" and pieces[0] in {"last", "next"}:
        return _unit(words, context)
    number = _number(" ".join(pieces[1:]))
    days = number * {"day": 1, "week": 7, "month": 30, "year": 365}[pieces[-1].rstrip("s")]
    if "next" in pieces or "coming" in pieces:
        return today, today + timedelta(days)
    return today - timedelta(days), today


def counted(words: str, day: date) -> Interval | None:
    """A day counted from another: 'the same day', 'the next day', 'two weeks earlier'; months and years whole."""
    pieces = words.lower().split()
    if pieces[-1] == "day":
        shift = {"next": 1, "following": 1, "previous": -1}.get(pieces[0], 0)
        return (day + timedelta(shift),) * 2
    number = _number(words) * (1 if pieces[-1] == "later" else -1)
    unit = pieces[-2].rstrip("s")
    try:
        if unit in {"day", "week"}:
            return (day + timedelta(number * (7 if unit == "week" else 1)),) * 2
        if unit == "month":
            first = _add_months(day, number)
            return _whole_month(first.year, first.month)
        return _whole_year(day.year + number)
    except (ValueError, OverflowError):
        return None


def nth_of(words: str, month: date | None) -> Interval | None:
    """'The 20th' of the month of a day; None where that month has no such day."""
    number = _days(words)[0]
    if month is None or not _exists(month.year, month.month, number):
        return None
    return (month.replace(day=number),) * 2


# The rules whose meaning depends on whether the clause looks ahead.
TENSED = frozenset({"weekday", "weekend", "month", "day_month", "month_day", "day_month_range", "month_day_range"})

_RULES: dict[str, Callable[[str, Context], Interval | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "day_month_range": _range,
    "between": _span,
    "day_month_span": _span,
    "day_month": _single,
    "month_day_span": _span,
    "month_day_range": _range,
    "month_day": _single,
    "months": _months,
    "nth": _nth,
    "month_year": _month_year,
    "month": _month_alone,
    "weekday": _weekday,
    "ago": _ago,
    "rolling": _rolling,
    "weekend": _weekend,
    "unit": _unit,
    "day": _day,
    "decade": _decade,
    "years": _years,
    "year": _one_year,
}
