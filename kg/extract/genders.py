"""Whether a text or a given name tells that somebody is a woman or a man. Names borne by both are left out."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from kg.codes import name_key
from kg.config import DATA
from kg.extract.lexicon import FEMALE_TITLES, MALE_TITLES

_WOMANLY = re.compile(
    r"(?:spokes|chair|congress|states)woman\b|\b(?:queen|princess|first lady|madam|empress|baroness)\b", re.I
)
_MANLY = re.compile(r"(?:spokes|congress|states)man\b|\b(?:king|prince|emir|sultan|pope|ayatollah|sheikh)\b", re.I)


def of_title(title: str) -> str | None:
    """The gender that a title tells: Ms, Sir."""
    return "f" if title in FEMALE_TITLES else "m" if title in MALE_TITLES else None


def of_post(role: str) -> str | None:
    """The gender that a post tells: spokeswoman, king. 'Chairman' is no sign: women are called so as well."""
    if _WOMANLY.search(role):
        return "f"
    return "m" if _MANLY.search(role) else None


@lru_cache(maxsize=1 << 12)
def of_given_name(name: str) -> str | None:
    """The gender of a given name that only one of the two bears."""
    return _given_names().get(name_key(name))


@cache
def _given_names() -> Mapping[str, str]:
    lines = (DATA / "given_names.txt").read_text("utf-8").splitlines()
    return MappingProxyType({name_key(name): one[0] for one in lines if one[0] != "#" for name in one.split()[1:]})
