"""Whom people act for where neither a name nor a post tells: the words around do.

An owner, a house, the company somebody is in, a post spoken of without a name, the state that a text is on.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kg import codes
from kg.extract.gazetteer import Mention
from kg.extract.lines import Line
from kg.extract.namesakes import Cluster
from kg.extract.offices import PRIVATE_CALLINGS
from kg.extract.person import Person, Sighting
from kg.extract.posts import Phrase, employer
from kg.extract.tokens import Token
from kg.model import Actor, ActorKind, Document

__all__ = ["settled"]

# How many words away from a name or post its state is looked for.
_NEAR = 60
_COMPANY = 24
# A text is on one state if it names no other, or names states often and this one mostly.
_OFTEN, _MOSTLY = 6, 0.6
_ABROAD = re.compile(r"\b(?:[Tt]o|[Ii]n|[Ii]nto|[Vv]isit(?:ed|ing|s)?|[Ff]rom) (?:the )?$")
_DOMESTIC = re.compile(
    r"(?:President|Premier|Minister|Chancellor|[a-z] [Mm]inister|"
    r"(?i:(?:foreign|foreign affairs|defen[cs]e|home|interior|cabinet) secretary|"
    r"parliament speaker|opposition leader|army chief|"
    r"(?:ministry|government|army|military) spokes(?:man|woman|person)))$"
)


def settled(
    found: Sequence[Person],
    clusters: Sequence[Cluster],
    lines: Sequence[Line],
    document: Document,
    mentions: Sequence[Mention],
) -> list[Person]:
    """The people, with the actor that the words around tell for those without one. ``clusters`` are their places."""
    year = document.published.year if document.published else None
    out = [_by_peerage(p, c, mentions) for p, c in zip(found, clusters, strict=True)]
    unsettled = [k for k, p in enumerate(out) if p.represents is None and p.posts]
    if not unsettled:
        return out
    homes = {s.span.start: k for k, c in enumerate(clusters) for s in c.sightings}
    for step in (_by_house, _by_owner, _by_company):
        for k in unsettled:
            if out[k].represents is None:
                out[k] = step(out[k], clusters[k], lines, homes, out)
    for k in unsettled:
        if out[k].represents is None:
            out[k] = _by_register(out[k], year)
    described = _described(out, lines)
    country = _country(document.text, mentions)
    american = _american(out, country)
    for k in unsettled:
        out[k] = _by_description(out[k], out, described)
        if american:
            out[k] = _by_congress(out[k])
        out[k] = _by_country(out[k], clusters[k], lines, country)
    return out


def _by_owner(
    person: Person, c: Cluster, lines: Sequence[Line], homes: dict[int, int], found: Sequence[Person]
) -> Person:
    """'Putin's aide Yuri Ushakov' acts for whom Putin acts for."""
    for sighting in c.sightings:
        for post in sighting.posts:
            owner = _owner(lines[sighting.sentence], post, homes)
            if owner is not None and found[owner].represents is not None and post.head not in PRIVATE_CALLINGS:
                return _serving(person, post, found[owner].represents, inferred=False)
    return person


_LONGEST_NAME = 5


def _owner(one: Line, post: Phrase, homes: dict[int, int]) -> int | None:
    """The number of the person whose aide or adviser the post is."""
    if post.owner is None:
        return None
    starts = (one.row.start(k) for k in range(post.owner, max(-1, post.owner - _LONGEST_NAME), -1))
    return next((homes[start] for start in starts if start in homes), None)


def _by_house(
    person: Person, c: Cluster, lines: Sequence[Line], homes: dict[int, int], found: Sequence[Person]
) -> Person:
    """'Its spokesman Oren Sharet', 'her envoy Tom Wekesa': of the one that was named before, here or a sentence ago."""
    for sighting in c.sightings:
        for post in sighting.posts:
            if post.house in _HOUSES and (house := _house(post, lines, sighting.sentence)) is not None:
                return _serving(person, post, house)
            if post.house != "it" and not (post.relative and post.head in _SERVANTS):
                continue
            here, last = lines[sighting.sentence], lines[max(0, sighting.sentence - 1)]
            if post.house == "it":
                actors = _named(here.words[max(0, post.first - _NEAR) : post.first]) or _named(last.words[:_NEAR])
            else:
                actors = _meant(here, post.first, homes, found) or _meant(last, len(last.words), homes, found)
            if len(actors) == 1:
                return _serving(person, post, *actors)
    return person


# Words for somebody named before: an army or ministry is of a state, a court or agency is an organisation.
_HOUSES = {
    **dict.fromkeys(("army", "military", "ministry", "government", "embassy"), frozenset({ActorKind.STATE})),
    **dict.fromkeys(
        ("court", "tribunal", "agency", "watchdog", "bloc", "alliance", "organisation", "organization"),
        frozenset({ActorKind.ORGANIZATION, ActorKind.BODY, ActorKind.BLOC}),
    ),
}
_SENTENCES_BACK = 4


def _house(post: Phrase, lines: Sequence[Line], sentence: int) -> Actor | None:
    """The one state or organisation of the kind that 'the court's president' means, in the last sentence with any."""
    words: Sequence[Token] = lines[sentence].words[max(0, post.first - _NEAR) : post.first]
    for back in range(_SENTENCES_BACK + 1):
        named = {a for a in _named(words) if a.kind in _HOUSES[post.house]}
        if named:
            return named.pop() if len(named) == 1 else None
        words = lines[max(0, sentence - back - 1)].words[:_NEAR]
    return None


_SERVANTS = frozenset(
    {
        "envoy",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "adviser",
        "advisor",
        "aide",
        "deputy",
        "representative",
        "predecessor",
        "successor",
    }
)


def _by_company(
    person: Person, c: Cluster, lines: Sequence[Line], homes: dict[int, int], found: Sequence[Person]
) -> Person:
    """'The Greek minister was accompanied by Deputy Minister X': of the same state."""
    for sighting in c.sightings:
        one = lines[sighting.sentence]
        at = _accompanied(one, one.row.at(sighting.span.start))
        post = next((p for p in sighting.posts if not p.former and p.head not in PRIVATE_CALLINGS), None)
        if at is None or post is None:
            continue
        actors = _named_for(one, at) or _meant(one, at, homes, found)
        if len(actors) == 1:
            return _serving(person, post, *actors)
    return person


def _named_for(one: Line, at: int) -> set[Actor]:
    """Whom the last post that ends before a token is held for; of the posts of the words before, not of all."""
    ends = (one.ending(k) for k in range(at, max(0, at - _NEAR), -1))
    actor = next((p.represents for p in ends if p is not None and p.represents is not None), None)
    return {actor} if actor is not None else set()


def _accompanied(one: Line, at: int) -> int | None:
    """Where 'accompanied ... by' stands not far before a name."""
    reach = [one.low(i) for i in range(max(0, at - _COMPANY), at)]
    if "accompanied" not in reach or "by" not in reach[reach.index("accompanied") :]:
        return None
    return max(0, at - _COMPANY) + reach.index("accompanied")


def _named(words: Sequence[Token]) -> set[Actor]:
    """The states, organisations and groups that the words name."""
    return {employer(w.mention.actor) for w in words if w.mention is not None}


def _meant(one: Line, before: int, homes: dict[int, int], found: Sequence[Person]) -> set[Actor]:
    """Those for whom the people named before a token act."""
    places = range(max(0, before - _NEAR), before)
    people = {homes[start] for i in places if (start := one.row.start(i)) in homes}
    return {actor for k in people if (actor := found[k].represents) is not None}


def _serving(person: Person, phrase: Phrase, actor: Actor | None, *, inferred: bool = True) -> Person:
    """The person, with a post held for an actor that the words of the post do not name."""
    posts = tuple(
        replace(p, represents=actor, public=True, inferred=inferred) if p.span == phrase.span else p
        for p in person.posts
    )
    return replace(person, posts=posts, represents=actor)


def _by_register(person: Person, year: int | None) -> Person:
    """'President Bush' is of America: all of that name and post in the register are of one state."""
    current = [p for p in person.posts if p.public and not p.former]
    if not current or " " in person.name:
        return person
    for post in current:
        words = set(post.role.casefold().split())
        bearers = [o for o in codes.officials_of_surname(person.name) if words <= set(o.post.casefold().split())]
        held = {o.represents for o in bearers if year is None or o.holds(year)}
        if len(held) == 1 and (state := held.pop()) in codes.states():
            actor = Actor(ActorKind.STATE, state)
            posts = tuple(replace(p, represents=actor, inferred=True) if p == post else p for p in person.posts)
            return replace(person, posts=posts, represents=actor)
    return person


def _described(found: Sequence[Person], lines: Sequence[Line]) -> dict[str, set[Actor]]:
    """Posts that stand in the text without a name: 'ambassador' -> the states of 'the US ambassador'."""
    taken = {post.span.start for p in found for post in p.posts}
    out: dict[str, set[Actor]] = {}
    for one in lines:
        for phrase in one.posts:
            if phrase.represents is not None and phrase.definite and phrase.span.start not in taken:
                out.setdefault(phrase.head, set()).add(phrase.represents)
    return out


def _by_description(person: Person, found: Sequence[Person], described: dict[str, set[Actor]]) -> Person:
    """Ambassador X is the US ambassador if the text speaks of a US ambassador and of no other one by name."""
    current = [p for p in person.posts if p.public and not p.former]
    if person.represents is not None or not current:
        return person
    nouns = {p.role.casefold() for p in current if len(p.role.split()) == 1}
    actors = {actor for noun in nouns for actor in described.get(noun, ())}
    if len(actors) != 1 or any(
        q.role.casefold().split()[-1] in nouns for p in found if p is not person for q in p.posts
    ):
        return person
    (actor,) = actors
    posts = tuple(
        replace(p, represents=actor, inferred=True) if p.represents is None and p in current else p
        for p in person.posts
    )
    return replace(person, posts=posts, represents=actor)


def _country(text: str, mentions: Sequence[Mention]) -> Actor | None:
    """The state that a text is about; None where it is about several. Places that people go to do not count."""
    states = (m for m in mentions if m.actor.kind is ActorKind.STATE)
    named = Counter(m.actor for m in states if not _ABROAD.search(text, max(0, m.span.start - 12), m.span.start))
    if not named:
        return None
    actor, often = named.most_common(1)[0]
    mostly = often >= _MOSTLY * named.total() and named.total() >= _OFTEN
    return actor if mostly or len(named) == 1 else None


def _by_country(person: Person, c: Cluster, lines: Sequence[Line], country: Actor | None) -> Person:
    """In a text on Kenya the foreign minister without a state is Kenya's; an envoy may be anybody's.

    Not so a minister who goes there or meets somebody from there.
    """
    if country is None or person.represents is not None or person.known is not None:
        return person
    current = [p for p in person.posts if p.public and not p.former and _DOMESTIC.search(p.role)]
    if not current or any(_goes_to(lines[s.sentence], s, country) for s in c.sightings if s.posts):
        return person
    posts = tuple(replace(p, represents=country, inferred=True) if p in current else p for p in person.posts)
    return replace(person, posts=posts, represents=country)


_USA = Actor(ActorKind.STATE, "USA")
_CONGRESS = re.compile(
    r"(?:Sen\.?|Rep\.?|Gov\.?|[Ss]enator|Congress(?:man|woman)|[Ss]enate (?:\w+ )?leader|Justice)$|^Spokesperson$"
)


def _american(found: Sequence[Person], country: Actor | None) -> bool:
    """Whether a text's senators sit in Washington: it is on no other state and names an American of the register."""
    return country == _USA or (country is None and any(p.known and p.represents == _USA for p in found))


def _by_congress(person: Person) -> Person:
    """In such a text 'Sen. Beck' is a senator of the United States."""
    current = [
        p
        for p in person.posts
        if (p.public or p.role.endswith("Justice")) and not p.former and _CONGRESS.search(p.role)
    ]
    if person.represents is not None or not current:
        return person
    posts = tuple(replace(p, represents=_USA, public=True, inferred=True) if p in current else p for p in person.posts)
    return replace(person, posts=posts, represents=_USA)


_PEERS = frozenset({"lord", "viscount", "viscountess", "baroness"})
_GBR = Actor(ActorKind.STATE, "GBR")


def _by_peerage(person: Person, c: Cluster, mentions: Sequence[Mention]) -> Person:
    """'Viscount Norwich' sits in the House of Lords, where a text names his country."""
    if person.represents is not None or person.posts or not any(s.title in _PEERS for s in c.sightings):
        return person
    return replace(person, represents=_GBR) if any(m.actor == _GBR for m in mentions) else person


_TOWARDS = frozenset({"in", "to", "into", "with", "visit", "visited", "visiting", "visits", "at", "from"})


def _goes_to(one: Line, sighting: Sighting, country: Actor) -> bool:
    """Whether the state is named behind the person as where the person is, or whom the person meets."""
    behind = one.row.at(sighting.span.end)
    for i, word in enumerate(one.words[behind : behind + _NEAR], behind):
        if word.mention is not None and word.mention.actor == country:
            return any(one.low(k) in _TOWARDS for k in range(i - 3, i))
    return False
