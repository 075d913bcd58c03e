"""Names and votes as they stand in a sentence: the United States, the General Assembly, France; voted in favour."""

import re
from collections.abc import Sequence

from kg import codes
from kg.model import Option

IN_WORDS = {
    Option.YES: "in favour",
    Option.NO: "against",
    Option.ABSTAIN: "abstaining",
    Option.ABSENT: "not voting",
}
"""A camp behind its number: 93 in favour."""

VOTED = {
    Option.YES: "voted in favour",
    Option.NO: "voted against",
    Option.ABSTAIN: "abstained",
    Option.ABSENT: "did not vote",
}
"""A vote behind the name of who cast it: France abstained."""

_WITH_ARTICLE = re.compile(
    r"(?:Democratic|Central|Dominican|Marshall|Solomon|United|European|Security|General|International) .*"
    r"|(?:Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Congo)"
    r"|.* (?:Council|Assembly|Committee|Union|Commission|Court|Parliament|Republic|Islands)(?: of .*)?"
)


def names() -> dict[str, str]:
    """The common names of all states, bodies and organisations, by code."""
    return {code: codes.label(code) for code in (*codes.states(), *codes.bodies(), *codes.organizations())}


def named(name: str) -> str:
    """The name with the article that a sentence asks for."""
    return f"the {name}" if _WITH_ARTICLE.fullmatch(name) else name


def capital(text: str) -> str:
    """The text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def listed(things: Sequence[str]) -> str:
    """Several things as a sentence lists them: a, b and c."""
    return " and ".join(filter(None, (", ".join(things[:-1]), *things[-1:])))
