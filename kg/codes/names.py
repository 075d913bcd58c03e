"""Names as they are compared, and the phrases in which a name means nobody."""

import unicodedata
from functools import cache

from kg.config import DATA

# Letters that stand alone in Unicode and have no base to decompose to.
_ALONE = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "ð": "d"})


def name_key(name: str) -> str:
    """A name for comparison: lower case, no accents, points or apostrophes, hyphens as spaces, single spaces."""
    folded = unicodedata.normalize("NFKD", name.lower().translate(_ALONE))
    kept = (c for c in folded if not unicodedata.combining(c) and c not in ".'’‘`ʼ")
    return " ".join("".join(c if c.isalnum() else " " for c in kept).split())


@cache
def not_actors() -> tuple[str, ...]:
    """Phrases that contain the name of a state and do not mean it: 'South China Sea'."""
    lines = (DATA / "not_actors.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line)
