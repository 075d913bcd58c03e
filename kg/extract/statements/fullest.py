"""The fullest form in which a text gives a name that no register knows, a person's or an institution's."""

import re
from collections import Counter

from kg.extract.lexicon import NOT_NAMES, THING_WORDS, TITLES
from kg.extract.statements.cast import is_post
from kg.extract.statements.words import DETERMINERS, INSTITUTIONS
from kg.model import Span

_WORD = r"[A-ZÀ-ÖØ-Þ][\w’'-]{0,24}"
_RUN = re.compile(rf"{_WORD}(?: (?:[A-Z]\. ?)?{_WORD}){{1,5}}")
_NO_NAME = NOT_NAMES | THING_WORDS | TITLES | INSTITUTIONS | DETERMINERS
_OFFICE = re.compile(
    rf"(?:{_WORD}\s){{1,4}}(?P<head>Ministry|Embassy|Department|Mission|Delegation|Office|Commission|Agency|Government)\b"
    rf"|(?P<of>Ministry|Department|Office) of (?:{_WORD}(?: (?:and |of |the )?)?){{1,6}}"
)


def people_by_surname(text: str) -> dict[str, str]:
    """The last word of a name -> the name as it is given most often, with what stands before it in capitals."""
    counted: dict[str, Counter[str]] = {}
    for match in _RUN.finditer(text):
        words = match[0].removesuffix("'s").removesuffix("’s").split()
        first = max((i + 1 for i, w in enumerate(words) if _is_office(w)), default=0)
        name = words[first:]
        if 2 <= len(name) <= 4:
            counted.setdefault(name[-1], Counter())[" ".join(name)] += 1
    return {surname: names.most_common(1)[0][0] for surname, names in counted.items()}


def _is_office(word: str) -> bool:
    low = word.lower().removesuffix("'s").removesuffix("’s")
    return low in _NO_NAME or is_post(low) or word.endswith(("'s", "’s"))


def institutions(text: str) -> dict[str, list[Span]]:
    """'ministry' -> the places where a text gives a ministry its name ('Russian Foreign Ministry'), in text order."""
    found: dict[str, list[Span]] = {}
    for match in _OFFICE.finditer(text):
        head = (match["head"] or match["of"]).lower()
        words = match[0].rstrip()
        skipped = re.match(r"(?:(?:The|A|An|In|At|On|But|And|This|That|Its|His|Her|Their|Meanwhile|However)\s)*", words)
        start = match.start() + (skipped.end() if skipped else 0)
        if words[start - match.start() :].lower() != head:
            found.setdefault(head, []).append(Span(start, match.start() + len(words)))
    return found
