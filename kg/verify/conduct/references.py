"""Where a sentence speaks of a text that is voted on: 'this resolution', 'the US draft', 'the call for a ceasefire'."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.statements.words import AUXILIARIES, PREPOSITIONS, PRONOUNS, RELATIVES
from kg.model import Span
from kg.verify.conduct import words

__all__ = ["Reference", "Token", "references", "tokens"]

_TOKEN = re.compile(r"\w+(?=[’'](?:m|re|ve|ll|d)\b)|[’'](?:m|re|ve|ll|d)\b|\w+(?:[’'./-]\w+)*|[,.;:!?()\[\]–—…-]")
_POSSESSIVE = ("'s", "’s")
_DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "our", "its", "their", "my", "his", "her", "your", "today's"}
)
_INDEFINITE = frozenset({"a", "an"})
_STOPS = PREPOSITIONS | AUXILIARIES | PRONOUNS | RELATIVES | frozenset({"and", "or", "but", "if", "not"})
_SYMBOL = re.compile(r"\d{2,5}|[as]/\S*\d\S*|es-\d+/\d+|\d+/\d+")
_PLAIN_NOUN = re.compile(r"[^\W\d_][\w-]*")
# How far a noun phrase reaches back, and what may follow that tells which text is meant.
_MODIFIERS = 9
_COMPLEMENT = 10


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark, in small letters, at its place in the sentence. A possessive ending is cut off and noted."""

    low: str
    span: Span
    possessive: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A noun phrase that names what is voted on: tokens ``first`` to ``last``, the head being the last.

    ``sort`` is text, vote, call, amendment or paragraph. ``modifiers`` stand before the head, ``complement`` is what
    follows it up to the next mark; ``symbol`` the number that names the text; ``words`` are how it is called. A pronoun
    has all that from what it stands for.
    """

    sort: str
    first: int
    last: int
    span: Span
    words: str
    definite: bool
    modifiers: tuple[str, ...] = ()
    complement: str = ""
    symbol: str | None = None
    pronoun: bool = False


def tokens(sentence: str) -> tuple[Token, ...]:
    """The words and marks of a sentence; quotation marks are none."""
    found = []
    for match in _TOKEN.finditer(sentence):
        # 'US' is no pronoun
        low = "u.s" if match[0] == "US" else match[0].lower().replace("’", "'")
        possessive = low.endswith(_POSSESSIVE) and len(low) > 2
        found.append(Token(low[:-2] if possessive else low, Span(*match.span()), possessive))
    return tuple(found)


def references(sentence: str, told: Sequence[Token]) -> tuple[Reference, ...]:
    """What the sentence names of texts and votes, in order. Other texts than one that is voted on are left out."""
    return tuple(_references(sentence, told))


def _references(sentence: str, told: Sequence[Token]) -> Iterator[Reference]:
    for at, token in enumerate(told):
        sort = _sort(told, at)
        if sort is None:
            continue
        first, definite = _start(told, at)
        modifiers = tuple(t.low for t in told[first:at] if t.low not in _DEFINITE | _INDEFINITE)
        if _is_other(told, at, first, modifiers):
            continue
        if sort == "vote" and not definite:
            continue
        if sort == "call" and modifiers and (token.low.endswith("s") or not definite):
            continue  # 'this resolution calls for': a verb
        follows = told[at + 1 : at + 1 + _COMPLEMENT]
        symbol = next((t.low for t in follows[:1] if _SYMBOL.fullmatch(t.low)), None)
        complement, span = _up_to_a_mark(sentence, follows), Span(told[first].span.start, token.span.end)
        yield Reference(
            sort=sort,
            first=first,
            last=at,
            span=span,
            words=" ".join(f"{span.of(sentence)} {complement if sort == 'call' else ''}".split()),
            definite=definite or symbol is not None,
            modifiers=modifiers,
            complement=complement,
            symbol=symbol,
        )


def _sort(told: Sequence[Token], at: int) -> str | None:
    low = told[at].low
    after = told[at + 1].low if at + 1 < len(told) else ""
    if low in words.PARTS_VOTED_ON:
        return words.PARTS_VOTED_ON[low]
    if low in words.TEXTS or low in words.TITLED:
        compound = not told[at].possessive and (after in words.TEXTS or after in words.PARTS_VOTED_ON)
        return None if compound or after in ("resolutions", "texts") else "text"
    if low in words.VOTES:
        return "vote"
    return "call" if low in words.CALLS and after == "for" else None


def _start(told: Sequence[Token], head: int) -> tuple[int, bool]:
    """The first token of the noun phrase of a head, the head itself where no determiner opens it; if it is definite."""
    at = head - 1
    while at >= max(0, head - _MODIFIERS):
        token = told[at]
        if token.low in _DEFINITE:
            return at, True
        if token.low in _INDEFINITE:
            return at, False
        if token.possessive:
            return _possessor(told, at), True
        if token.low in _STOPS or not _PLAIN_NOUN.match(token.low):
            break
        at -= 1
    return head, False


def _possessor(told: Sequence[Token], last: int) -> int:
    """Where a possessor begins: at its article ('the General Assembly's vote'), else with its last word."""
    for at in range(last - 1, max(-1, last - 5), -1):
        if told[at].low == "the":
            return at
        if told[at].low in _STOPS or not _PLAIN_NOUN.match(told[at].low):
            break
    return last


def _is_other(told: Sequence[Token], head: int, first: int, modifiers: tuple[str, ...]) -> bool:
    """Whether the phrase means another text than the one in hand, or no text at all."""
    if words.OTHER_TEXTS & set(modifiers) or (first and told[first - 1].low in words.OTHER_TEXTS):
        return True
    after = [t.low for t in told[head + 1 : head + 6]]
    if told[head].low == "resolution" and after[:1] and after[0] in ("of", "to"):
        return not words.SETTLED.isdisjoint(after[1:])
    if told[head].low == "proposal" and not words.DEALS.isdisjoint(modifiers):
        return True
    if told[head].low == "text" and after[:1] == ["of"]:
        return not words.OTHER_WRITINGS.isdisjoint(after)
    # 'to vote', 'they vote': no noun
    return told[head].low == "vote" and first == head


def _up_to_a_mark(sentence: str, follows: Sequence[Token]) -> str:
    end = next((i for i, t in enumerate(follows) if not t.low[0].isalnum()), len(follows))
    return sentence[follows[0].span.start : follows[end - 1].span.end] if end else ""
