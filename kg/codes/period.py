"""Stretches of time with whole days at both ends, either of which may be open or known by year or month only."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From a first to a last day, both included, as ISO 8601 writes them: '1973-09-18', '1973-09', '1973'.

    An empty ``start`` means as far back as we know, an empty ``end`` that it lasts.
    """

    start: str = ""
    end: str = ""

    def covers(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.first() <= day <= self.last()

    def first(self) -> date:
        """The first day; where only a year or month is known, the first of it."""
        if not self.start:
            return date.min
        year, month, day = (*(int(part) for part in self.start.split("-")), 1, 1)[:3]
        return date(year, month, day)

    def last(self) -> date:
        """The last day; where only a year or month is known, the last of it."""
        if not self.end:
            return date.max
        year, *rest = (int(part) for part in self.end.split("-"))
        month = rest[0] if rest else 12
        return date(year, month, rest[1] if len(rest) > 1 else monthrange(year, month)[1])

    def overlaps(self, other: "Period") -> bool:
        """Whether the two share a day."""
        return self.first() <= other.last() and other.first() <= self.last()
