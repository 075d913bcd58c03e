"""Where a story is filed from: ``GENEVA (Reuters) -``, ``MOSCOW, May 17. /TASS/.``, ``(UPI) --``, ``NEW YORK:``.

Such words stand before the first sentence of a report and are no part of it.
"""

import re
from functools import cache

from kg import codes

__all__ = ["MONTH", "dateline"]

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
"""A month, spelt out or not; to be used with ``re.IGNORECASE``."""

_UPPER = r"[A-Z]{2}[A-Z.'’]*(?:[ /-](?:[A-Z]{2}[A-Z.'’]*|[A-Z]\.|[a-z]{2}(?= [A-Z]{2}))){0,3}(?![\w-])"
_MIXED = r"[A-Z][\w.'’-]{1,20}(?:[ /][A-Z][\w.'’-]{1,20}){0,2}"
_REGION = r"(?:,? ?\[[\w .]{2,30}\]|, [A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20}){0,2})?"
_WHEN = (
    r"(?:[,|]? ?(?i:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?)?,? ?"
    rf"(?i:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?,? {MONTH})(?:,? \d{{4}})?)"
)
# ``(Reuters)``, ``(UrduPoint News / Sputnik - 15th February, 2022)``, ``/TASS/``
_AGENCY = r"(?: ?\([A-Z][\w .,/&’'–-]{1,60}\)| /[A-Z][\w .-]{1,20}/)"
_WIRE = (
    r"(?: ?\((?:[A-Z][\w .,/&’'–-]{0,40}[ /-])??(?:AA|AFP|ANI|ANSA|AP|Agencies|Anadolu|BBC|Bloomberg|CNN|EFE|IANS|"
    r"Interfax|KUNA|Kyodo|PTI|QNA|RIA|Reuters|SPA|Sputnik|TASS|Tass|UPI|WAM|Xinhua|Yonhap|dpa)"
    r"(?:[ /,-][\w .,/’'–-]{0,40})?\)| /[A-Z][\w .-]{1,20}/)"
)
_DASH = r"(?:--|[-–—―_])"
_NEXT = r"\s*(?=[\"“„«'‘]?[A-Z0-9])"

# With an agency or a day: plain wherever a paragraph begins.
_FILED = re.compile(
    rf"(?:{_UPPER}{_REGION}{_WHEN}?\.?(?:{_AGENCY}\.? ?(?:{_DASH}|:)|{_WIRE}\.?)"
    rf"|{_UPPER}{_REGION}{_WHEN}\.? ?(?:{_DASH}|:)"
    rf"|{_MIXED}{_REGION}{_WHEN}\.?{_AGENCY}\.?(?: ?(?:{_DASH}|:))?"
    rf"|{_MIXED}{_REGION}{_WIRE}\.? ?(?:{_DASH}|:)"
    rf"|\([A-Z][\w .,/&-]{{1,30}}\) ?{_DASH}){_NEXT}"
)
# A bare place or a bare agency: only before the first paragraph of a story.
_BARE = re.compile(
    rf"(?:(?P<dashed>{_UPPER}){_REGION} ?{_DASH}|(?P<colon>{_UPPER})(?:, (?P<land>[A-Z][\w. ]{{2,30}}))? ?:"
    rf"|\([A-Z][A-Z-]{{2,15}}\)){_NEXT}"
)
_ALSO = frozenset({"united nations", "new york", "geneva", "the hague", "istanbul", "dubai", "hong kong", "mumbai"})
# A shorter word before a dash may be an organisation: "NATO — the alliance ..."
_LONG = 6


def dateline(text: str, *, first: bool) -> int:
    """How many characters of a paragraph are its dateline, white space behind it included; 0 where it has none.

    ``first``: no paragraph of the story stands before it.
    """
    head = text[:200]
    if found := _FILED.match(head):
        return found.end()
    found = _BARE.match(head) if first else None
    if found is None:
        return 0
    if found["colon"]:
        known = found["colon"].casefold() in _places() or (found["land"] or "").casefold() in _lands()
        return found.end() if known else 0
    if found["dashed"] and len(found["dashed"]) < _LONG and found["dashed"].casefold() not in _places():
        return 0
    return found.end()


@cache
def _places() -> frozenset[str]:
    """Capitals, seats of government and the cities of world organisations, casefolded."""
    return _ALSO | {name.casefold() for state in codes.states().values() for name in (*state.capital, *state.seats)}


@cache
def _lands() -> frozenset[str]:
    return frozenset(state.name.casefold() for state in codes.states().values())
