"""Dates and intervals in running text, resolved against the day of publication."""

from dataclasses import dataclass
from datetime import date

from kg.model import Span, When


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression and the interval it means; ``when`` is None where the text does not allow one to tell."""

    span: Span
    when: When | None


def dates(text: str, published: date | None) -> tuple[Dated, ...]:
    """The date expressions of a text, in order."""
    return ()
