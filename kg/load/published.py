"""The day an article came out, as its page prints it; never a day that only boilerplate names."""

import re
from collections.abc import Sequence
from datetime import date

from kg.model import Block, Role

__all__ = ["day", "published", "url_day"]

TOP = 10
"""Blocks from the top of the page among which its date stands."""

_ABBREVIATED = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_ABBREVIATED, 1)}
_NAME = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_DAY = re.compile(
    r"\b(?:(?P<iso>\d{4}-\d\d-\d\d)(?!\d)"
    rf"|(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?\s+(?P<m1>{_NAME})\.?,?\s+(?P<y1>\d{{4}})\b"
    rf"|(?P<m2>{_NAME})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})\b"
    r"|(?P<d3>\d{1,2})[./](?P<m3>\d{1,2})[./](?P<y3>\d{4})\b)",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\b(?:(?:first )?published|posted|issued|released|date)\b", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:updated|modified)\b", re.IGNORECASE)
# ``BEIJING, Feb. 24, 2025 (Xinhua) --`` before the first sentence.
_AGENCY = re.compile(r"[A-Z][\w .,'’/-]{2,70}(?:\([\w .,'’/-]{2,40}\)\s*(?:[-–—]|$)?|\s[-–—]{1,2}\s)")
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)")


def published(text: str, blocks: Sequence[Block]) -> date | None:
    """The date of a date line, of a line such as ``Published: 24 Feb 2025``, or before the first sentence."""
    near = [b for b in blocks if b.role is not Role.BOILERPLATE][:TOP]
    # A labelled date before a bare one; "updated" only where nothing better stands.
    ranked: list[tuple[int, date]] = []
    seen_body = False
    for block in near:
        words = block.span.of(text)
        if block.role in (Role.DATELINE, Role.CREDIT):
            ranked.extend(_ranked(words))
        elif block.role is Role.BODY and not seen_body:
            seen_body = True
            opening = _AGENCY.match(words[:120])
            if opening and (found := day(opening[0])):
                ranked.append((2, found))
    return min(ranked, key=lambda r: r[0])[1] if ranked else None


def _ranked(words: str) -> list[tuple[int, date]]:
    found = day(words)
    if found is None:
        return []
    if _LABEL.search(words):
        return [(0, found)]
    return [(3 if _CHANGED.search(words) else 1, found)]


def day(words: str) -> date | None:
    """The first full date in the words; None where there is none or where day and month cannot be told apart."""
    for m in _DAY.finditer(words):
        if m["iso"]:
            parts = tuple(int(p) for p in m["iso"].split("-"))
        elif m["m1"]:
            parts = int(m["y1"]), _MONTHS[m["m1"][:3].lower()], int(m["d1"])
        elif m["m2"]:
            parts = int(m["y2"]), _MONTHS[m["m2"][:3].lower()], int(m["d2"])
        else:
            parts = _numeric(int(m["d3"]), int(m["m3"]), int(m["y3"]), dotted="." in m[0])
        if found := _valid(*parts):
            return found
    return None


def url_day(url: str) -> date | None:
    """The day in an address such as ``/2025/02/24/title``."""
    m = _URL_DAY.search(url)
    return _valid(int(m[1]), int(m[2]), int(m[3])) if m else None


def _numeric(first: int, second: int, year: int, *, dotted: bool) -> tuple[int, int, int]:
    """24.02.2025 is the European order; 02/24/2025 the American; 02/03/2025 could be either and is none."""
    if dotted or first > 12 or first == second:
        return year, second, first
    return (year, first, second) if second > 12 else (0, 0, 0)


def _valid(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number) if 1900 <= year <= 2100 else None
    except ValueError:
        return None
