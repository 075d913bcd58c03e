"""Posts that exist in one state or organisation only, and tell by themselves for whom they are held."""

import re

from kg.model import Actor, ActorKind

__all__ = ["UN", "held_for"]

UN = Actor(ActorKind.ORGANIZATION, "UN")
_USA, _GBR, _IND, _ISR = (Actor(ActorKind.STATE, code) for code in ("USA", "GBR", "IND", "ISR"))
_TELLING = {
    "secretary of state": _USA,
    "attorney general": _USA,
    "state department": _USA,
    "white house": _USA,
    "pentagon": _USA,
    "cia": _USA,
    "fbi": _USA,
    "joint chiefs": _USA,
    "joint staff": _USA,
    "house speaker": _USA,
    "house foreign affairs": _USA,
    "house armed services": _USA,
    "house intelligence": _USA,
    "senate foreign relations": _USA,
    "senate armed services": _USA,
    "senate intelligence": _USA,
    "senate majority leader": _USA,
    "senate minority leader": _USA,
    "republican sen": _USA,
    "democratic sen": _USA,
    "republican rep": _USA,
    "democratic rep": _USA,
    "republican senator": _USA,
    "democratic senator": _USA,
    "republican congressman": _USA,
    "democratic congressman": _USA,
    "external affairs": _IND,
    "mea spokesman": _IND,
    "mea spokesperson": _IND,
    "eam": _IND,
    "lok sabha": _IND,
    "chancellor of the exchequer": _GBR,
    "downing street": _GBR,
    "foreign office": _GBR,
    "house of commons": _GBR,
    "mi6": _GBR,
    "idf": _ISR,
    "mossad": _ISR,
    "shin bet": _ISR,
    "knesset": _ISR,
    "isi": Actor(ActorKind.STATE, "PAK"),
    "irgc": Actor(ActorKind.STATE, "IRN"),
    "state duma": Actor(ActorKind.STATE, "RUS"),
    "verkhovna rada": Actor(ActorKind.STATE, "UKR"),
    "bundestag": Actor(ActorKind.STATE, "DEU"),
    "taoiseach": Actor(ActorKind.STATE, "IRL"),
    "tánaiste": Actor(ActorKind.STATE, "IRL"),
    "pope": Actor(ActorKind.STATE, "VAT"),
    "resident coordinator": UN,
    "humanitarian coordinator": UN,
    "assistant secretary of": _USA,
    "assistant secretary for": _USA,
    "under-secretary-general": UN,
    "assistant secretary-general": UN,
    "special rapporteur": UN,
    "mep": Actor(ActorKind.BODY, "EP"),
}
_TELLING_WORDS = re.compile(r"(?<!\w)(?:" + "|".join(sorted(_TELLING, key=len, reverse=True)) + r")(?![\w-])")


def held_for(role: str) -> Actor | None:
    """Whom a post is held for, as far as its own words tell."""
    telling = _TELLING_WORDS.search(role.casefold())
    return _TELLING[telling[0]] if telling else None
