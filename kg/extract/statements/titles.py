"""Quotation marks around nobody's words: titles, programmes, nicknames, distancing marks, headings."""

from kg.extract.lexicon import wordset
from kg.extract.quotations import Quotation
from kg.extract.statements.line import Line
from kg.extract.statements.verbs import forms

_TITLE_BEFORE = wordset(
    "entitled titled headed headlined named nicknamed codenamed code-named subtitled hashtag tagged "
    "heading headline title banner"
)
_WORKS = wordset(
    "resolution film book novel series song documentary exhibition operation treaty programme program essay "
    "article op-ed magazine newspaper album play poem agenda item report show podcast draft project conference "
    "event rally initiative"
)
_BEFORE_SHOW = frozenset({"on", "in", "at", "of", "told", "the", "from", "with", "by", "to"})
_ARTICLES = frozenset({"the", "a", "an", "this", "its", "their", "his", "her"})
_END = frozenset(",.?!…—–-;:")
_BALLOTS = frozenset({"yes", "no", "yea", "nay", "aye", "abstain", "abstention", "for", "against"})
# Right before quoted words these show that somebody said them.
_OPENING = frozenset({"as", "that", ":", ","})
# Tokens of a heading, words of one in quotation marks.
_HEADING_LONG, _SHORT = 20, 8


def not_speech(line: Line, quotation: Quotation, at: int, single_is_scare: bool, text: str) -> str | None:
    """Why a quotation is nobody's words: a title, a nickname, distancing marks; None where it may be speech."""
    words = quotation.span.of(text)
    before = line.low(at - 1)
    called = before in _TITLE_BEFORE or (before == "as" and line.low(at - 2) in {"known", "nicknamed"})
    called = called or (before == "called" and line.low(at - 2) in {",", "is", "was"} and _all_capitals(words))
    work = before in _WORKS or (before == "," and line.low(at - 2) in _WORKS)
    named = before in {"the", "a", "an"} and words.isalpha() and words.istitle()
    if called or named or (work and _title_case(words)) or (_all_capitals(words) and _names(line, at)):
        return "a title or name"
    if len(line.tokens) == 1 and _heading(words):
        return "a heading"
    voted = any(line.low(i).startswith("vot") for i in (at - 2, at - 1, at + 1))
    if voted and words.lower().strip(".,") in _BALLOTS:
        return "a vote"
    single = text[quotation.outer.start] in "'‘‹‚" and before not in _OPENING and before not in forms()
    doubted = single and single_is_scare and len(words.split()) <= 3 and words[-1:] not in _END
    return "distancing marks" if doubted or "so-called" in {before, line.low(at - 2)} else None


def _names(line: Line, at: int) -> bool:
    """Whether the place of capitalised words is that of a name: 'on "…"', 'the BBC's "…"', 'the "…" resolution'."""
    before = line.low(at - 1)
    if before in _BEFORE_SHOW or before.endswith(("'s", "s'")) or line.low(at + 1) in _WORKS:
        return True
    return before in _ARTICLES or line.low(at - 2) in _ARTICLES


def _heading(words: str) -> bool:
    """Whether a quotation that stands alone is a heading: short, every word but the small ones with a capital."""
    parts = words.rstrip(".").split()
    large = [p for p in parts if len(p) > 3 or p[0].isupper()]
    return 2 <= len(parts) <= _SHORT and len(large) > 1 and all(p[0].isupper() for p in large)


def _title_case(words: str) -> bool:
    """Whether words look like a title: it begins with a capital and ends without a stop."""
    parts = words.split()
    return (
        parts[0][0].isupper() and words[-1] not in ".?!" and (len(parts) < 3 or sum(p[0].isupper() for p in parts) > 1)
    )


def _all_capitals(words: str) -> bool:
    """Whether every word but the small ones begins with a capital, as in the name of a programme."""
    parts = words.strip(",.").split()
    large = [p for p in parts if len(p) > 3 or p[0].isupper()]
    return 2 <= len(parts) <= 8 and len(large) >= 2 and all(p[0].isupper() for p in large) and not words.isupper()


def is_heading(line: Line) -> bool:
    """Whether a sentence is a heading set among the paragraphs: 'Army Accuses Rebels of Breaking Truce'."""
    if len(line.tokens) > _HEADING_LONG or line.quotations or not line.tokens or not line.tokens[-1].is_word:
        return False
    long = [token for token in line.tokens if token.is_word and len(token.text) > 3]
    return len(long) > 3 and all(token.capital or not token.text.isalpha() for token in long)
