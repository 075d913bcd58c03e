"""The session in which a text was voted on, as its symbol tells it."""

import re

__all__ = ["session_of"]

# A/RES/63/12, A/76/L.14, A/RES/ES-11/7, A/S-14/L.1
_YEARLY = re.compile(r"A/(?:(?:RES|DEC)/)?(?P<kind>ES-|S-|)(?P<number>\d+)/")
# A/RES/217(III)[A], A/RES/998(ES-I), A/RES/104(S-1), A/RES/996(ES-IandII): of two sessions the first
_NUMBERED = re.compile(r"A/(?:RES|DEC)/\d+\((?P<kind>ES-|S-|)(?P<number>\d+|[IVXL]+)(?:and[IVXL]+)?\)")
_SUFFIX = {"": "", "S-": "sp", "ES-": "emsp"}
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


def session_of(symbol: str) -> str | None:
    """The session of the Assembly as the Library writes it: ``80``, ``10emsp``, ``4sp``; None where it is not told."""
    match = _YEARLY.match(symbol) or _NUMBERED.match(symbol)
    if match is None:
        return None
    number = match["number"]
    return f"{int(number) if number.isdigit() else _arabic(number)}{_SUFFIX[match['kind']]}"


def _arabic(roman: str) -> int:
    values = [_ROMAN[letter] for letter in roman]
    return sum(-v if v < following else v for v, following in zip(values, [*values[1:], 0], strict=True))
