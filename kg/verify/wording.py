"""Names as they stand in a sentence: the United States, the General Assembly, France."""

import re

from kg import codes

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
