"""That the dates of the record go with the numbers of sessions and resolutions."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

import polars as pl

from kg.check.arithmetic.tables import Ballots
from kg.check.report import Severity, Violation
from kg.check.rules import RULES
from kg.vocab import KG

__all__ = ["council_order", "session_dates"]

_FIRST_SESSION = date(1946, 1, 10)  # the others opened in September of 1945 plus their number


def session_dates(told: Ballots) -> Iterator[Violation]:
    """A regular session lasts from September to the next one's opening; special ones are not judged."""
    number = pl.col("session").str.extract(r"^(\d+)$").cast(pl.Int32)
    opened = pl.when(number == 1).then(pl.lit(_FIRST_SESSION)).otherwise(pl.date(1945 + number, 9, 1))
    outside = (pl.col("date") < opened) | (pl.col("date") > pl.date(1946 + number, 9, 30))
    sat = told.ballots.filter((pl.col("body") == "UNGA") & number.is_not_null())
    for ballot, name, session, day in sat.filter(outside).select("ballot", "name", "session", "date").iter_rows():
        message = f"{name} is dated {day}, outside of session {session}."
        yield Violation(ballot, KG.date.value, message, Severity.WARNING, rule=RULES["session-dates"])


def council_order(told: Ballots) -> Iterator[Violation]:
    """The dates of the Council's resolutions rise with their numbers; as few as possible are out of order."""
    number = pl.col("symbol").str.extract(r"^S/RES/\s*(\d+)").cast(pl.Int32)
    numbered = told.ballots.filter((pl.col("body") == "UNSC") & number.is_not_null() & pl.col("date").is_not_null())
    rows = numbered.sort(number).select("ballot", "name", "date").rows()
    kept = _rising([day for _, _, day in rows])
    for place, (ballot, name, day) in enumerate(rows):
        if place not in kept:
            before = [rows[k][2] for k in kept if k < place]
            after = [rows[k][2] for k in kept if k > place]
            bounds = [
                *([f"after one of {max(before)}"] if before else []),
                *([f"before one of {min(after)}"] if after else []),
            ]
            message = f"{name} is dated {day}, but comes {' and '.join(bounds)}."
            turned = _turned(day)
            if max(before, default=turned) <= turned <= min(after, default=turned) != day:
                message += f" With day and month exchanged, {turned}, it would be in order."
            yield Violation(ballot, KG.date.value, message, Severity.WARNING, rule=RULES["council-order"])


def _turned(day: date) -> date:
    """The date with day and month exchanged, where that is one."""
    return date(day.year, day.day, day.month) if day.day <= 12 else day


def _rising(days: Sequence[date]) -> frozenset[int]:
    """The places of a longest series of dates that never falls."""
    ends: list[date] = []  # the earliest end of a series of each length
    places: list[int] = []
    before: list[int] = []
    for place, day in enumerate(days):
        length = bisect_right(ends, day)
        before.append(places[length - 1] if length else -1)
        ends[length : length + 1] = [day]
        places[length : length + 1] = [place]
    kept, place = set[int](), places[-1] if places else -1
    while place >= 0:
        kept.add(place)
        place = before[place]
    return frozenset(kept)
