"""Whether a text is on sport, where states meet on a field and their envoys are players."""

import re

_WORDS = re.compile(
    r"\b(?:midfielder|striker|goalkeeper|semi-?finals?|quarter-?finals?|kick-?off|league|goals?|match|matches|players|"
    r"coach(?:es)?|stadium|derby|beat|unbeaten|"
    r"tournament|championships?|World Cup|qualifiers?|half-time|innings|wickets?|season|fixtures?|penalty|referee|"
    r"Olympics|medals?|athletes?)\b"
)
# Most of them by a part, which is quick to look for.
_HINTS: tuple[str, ...] = ("field", "trike", "goal", "final", "kick", "eague", "match", "player", "coach", "stadi")
_HINTS += ("derby", "beat", "ournament", "ampion", "World Cup", "qualifi", "half-time", "inning", "wicket", "season")
_HINTS += ("fixture", "penalt", "refere", "lympic", "medal", "thlete")
# So many different words of sport make an article one on sport.
_ENOUGH = 4


def is_of_sport(text: str) -> bool:
    """Whether a text uses several different words of sport."""
    return sum(hint in text for hint in _HINTS) >= _ENOUGH - 1 and len(set(_WORDS.findall(text))) >= _ENOUGH
