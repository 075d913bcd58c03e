"""States, bodies, blocs and organisations in running text: a typed alias table and one pass over the characters.

Names are case-sensitive; a heading in capitals counts too. The longest name wins, so that 'South Sudan' is not Sudan
and 'South China Sea' is nobody. What a name alone cannot tell, ``surroundings`` reads from the words around it.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg import codes
from kg.extract.aliases import Entry, Form, automaton, capitals, fold, table
from kg.extract.surroundings import Page
from kg.model import Actor, ActorKind, Span

__all__ = ["Form", "Mention", "body_references", "fold", "mentions"]


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor named at a place in the text."""

    span: Span
    actor: Actor
    form: Form


def mentions(text: str) -> tuple[Mention, ...]:
    """The longest non-overlapping mentions, in text order. Apostrophes and accents are folded, one to one.

    A possessive ending is left out of the span. A capital is a mention of the form SEAT, be it the place or the
    government; 'European countries' is a GROUP under the words as printed; 'European' alone is nobody.
    """
    plain = fold(text)
    found = [*_names(plain), *_counted_bodies(plain), *_halves(plain)]
    found.sort(key=lambda f: (f[0], -f[1]))
    page = Page(text, plain)
    kept: list[Mention] = []
    end = 0
    for start, stop, entry in found:
        if start < end or page.is_a_word(start, stop):
            continue
        end = stop
        actor = _actor(page, start, stop, entry)
        if actor:
            kept.append(Mention(Span(start, stop), actor, entry.form))
    return tuple(kept)


_GENERIC = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts|agency['’]s|organi[sz]ation['’]s|watchdog['’]s) "
    r"(?:[Gg]overning |[Ee]xecutive )?"
    r"([Aa]ssembly|[Cc]ouncil|[Cc]ommittee|[Bb]oard|[Cc]ommission)\b(?! of (?!governors\b|Governors\b))"
)


def body_references(text: str, named: Sequence[Mention]) -> tuple[Mention, ...]:
    """'The assembly', 'the Council', 'its board' as the last body named before that goes by that word.

    An organisation that has one organ of the word counts as naming it: 'the IAEA ... the board'. ``named`` are the
    mentions of the text in text order. A word that nothing named goes by gives nothing.
    """
    taken = [m.span for m in named]
    last: dict[str, Actor] = {}
    found, at = [], 0
    for match in _GENERIC.finditer(text):
        while at < len(named) and named[at].span.start < match.start():
            organs = _organs().get(named[at].actor.key, {})
            if named[at].actor.kind is ActorKind.BODY:
                last.update(organs)
            else:
                # 'the council' of a story on the Security Council is not the OPCW's, though that is named too.
                last.update({word: organ for word, organ in organs.items() if word not in last})
            at += 1
        actor = last.get(match[1].lower())
        span = Span(*match.span(1))
        if actor and not _meets_any(span, taken):
            found.append(Mention(span, actor, Form.NAME))
    return tuple(found)


@cache
def _organs() -> dict[str, dict[str, Actor]]:
    """For a body or organisation, the words that go on to name a body, and which."""
    bodies = codes.bodies().values()
    organs = {b.code: {b.generic: Actor(ActorKind.BODY, b.code)} for b in bodies if b.generic}
    for code in codes.organizations():
        own = [b for b in bodies if b.parent == code and b.generic]
        words = Counter(b.generic for b in own)
        organs[code] = {b.generic: Actor(ActorKind.BODY, b.code) for b in own if words[b.generic] == 1}
    return organs


def _meets_any(span: Span, ordered: Sequence[Span]) -> bool:
    at = bisect_right(ordered, span)
    return any(other.meets(span) for other in ordered[max(0, at - 1) : at + 1])


def _names(plain: str) -> Iterator[tuple[int, int, Entry]]:
    """Every alias that stands as a word, overlaps included."""
    length = len(plain)
    for last, entry in automaton().iter(plain):
        stop = last + 1
        start = stop - len(entry.alias)
        if start and plain[start - 1].isalnum():
            continue
        if stop < length and plain[stop].isalnum():
            continue
        yield start, stop, entry


# 'the 193-member world body': the number of seats and the word for the body.
_COUNTED = re.compile(
    r"([0-9]{2,3})[- ](?:member|nation|state|country|seat|strong)"
    r"(?: (?:UN|U\.N\.|United Nations|world))? (body|[Cc]ouncil|[Aa]ssembly|[Bb]oard|[Cc]ommission)\b"
)
# Seats and word -> the one body of that size, former sizes included.
_BY_SIZE = {
    (11, "council"): "UNSC",
    (15, "council"): "UNSC",
    (15, "body"): "UNSC",
    (35, "board"): "IAEA-BoG",
    (36, "council"): "ICAO-Council",
    (41, "council"): "OPCW-EC",
    (47, "body"): "UNHRC",
    (47, "council"): "UNHRC",
    (53, "body"): "UNCHR",
    (53, "commission"): "UNCHR",
    (54, "council"): "ECOSOC",
    (58, "board"): "UNESCO-EB",
}
# Below this many members other assemblies are as large as the General Assembly was.
_SURELY_THE_ASSEMBLY = range(110, 194)


def _counted_bodies(plain: str) -> Iterator[tuple[int, int, Entry]]:
    for match in _COUNTED.finditer(plain):
        number, word = int(match[1]), match[2].lower()
        code = _BY_SIZE.get((number, word))
        if word in ("body", "assembly") and number in _SURELY_THE_ASSEMBLY:
            code = "UNGA"
        if code and not plain[match.start() - 1 : match.start()].isalnum():
            yield match.start(), match.end(), Entry(match[0], Actor(ActorKind.BODY, code), Form.NAME)


# 'North and South Korea': the first word is a state too. The pattern begins with plain letters for speed.
_HALVES = re.compile(r" and (?:North|South|East|West) (Korea|Germany|Yemen)\b")


def _halves(plain: str) -> Iterator[tuple[int, int, Entry]]:
    for match in _HALVES.finditer(plain):
        half = plain[max(0, match.start() - 5) : match.start()].strip()
        entry = table().get(f"{half} {match[1]}")
        if entry:
            yield match.start() - len(half), match.start(), entry


def _actor(page: Page, start: int, stop: int, entry: Entry) -> Actor | None:
    """Who is named, unless the words around say that it is something else."""
    actor = entry.actor
    if actor is None:
        return None
    if actor.kind is ActorKind.STATE:
        if page.is_part_of_a_name(start, stop, city=entry.form is Form.SEAT and entry.alias in capitals()):
            return None
        key = page.which_state(actor.key, start, stop)
        return Actor(ActorKind.STATE, key) if key else None
    if actor.kind is ActorKind.BODY and page.is_another_body(start, stop):
        return None
    if actor.kind is ActorKind.GROUP and actor.key == entry.alias:
        return Actor(ActorKind.GROUP, page.text[start:stop])
    return actor
