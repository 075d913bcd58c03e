"""Whether a text is on sport, where states meet on a field and their envoys are players."""

import re

_WORDS = re.compile(
    r"\b(?:midfielder|striker|goalkeeper|semi-?finals?|quarter-?finals?|kick-?off|league|goals?|matches|players|coach|"
    r"tournament|championships?|World Cup|qualifiers?|half-time|innings|wickets?|season|fixtures?|penalty|referee|"
    r"Olympics|medals?|athletes?)\b"
)
# So many different words of sport make an article one on sport.
_ENOUGH = 4


def is_of_sport(text: str) -> bool:
    """Whether a text uses several different words of sport."""
    return len(set(_WORDS.findall(text))) >= _ENOUGH
