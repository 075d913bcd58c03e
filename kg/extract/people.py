"""People in a document: every named person, the forms they are named by, their posts, whom they act for.

A run of capitals is a person if something says so: a post or title beside it, a state after it, a verb of speech, a
government called after it, or the register of officials. Then all shorter forms of the name are looked for, in the
whole document, and two people of one surname stay two.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg import codes
from kg.extract import genders
from kg.extract.gazetteer import Mention
from kg.extract.lines import Line, line
from kg.extract.namesakes import Cluster, cluster, fold
from kg.extract.posts import Phrase, employer
from kg.extract.sentences import Sentence
from kg.extract.sightings import Sighting, sightings
from kg.extract.sport import is_of_sport
from kg.extract.tokens import Token, rows
from kg.model import Actor, ActorKind, Document, Span

# Words that say whom somebody resembles or what he was born to, less than what he does.
_RELATIVE = frozenset(
    {"counterpart", "colleague", "prince", "princess", "leader", "official", "aide", "diplomat", "amb.", "pope"}
)

# How many words away from a name or post its state is looked for.
_NEAR = 60
# A text is on one state if it names no other, or names states often and this one mostly.
_OFTEN, _MOSTLY = 6, 0.6
_ABROAD = re.compile(r"\b(?:[Tt]o|[Ii]n|[Ii]nto|[Vv]isit(?:ed|ing|s)?|[Ff]rom) (?:the )?$")
_DOMESTIC = re.compile(
    r"(?:President|Premier|Minister|Chancellor|[a-z] [Mm]inister|(?i:(?:foreign|defen[cs]e|home|interior|cabinet) "
    r"secretary|parliament speaker|opposition leader|army chief|"
    r"(?:ministry|government|army|military) spokes(?:man|woman|person)))$"
)


@dataclass(frozen=True, slots=True)
class Post:
    """A post as printed ('deputy permanent representative to the UN'), whom it is held for, where that stands.

    ``public`` is False for callings and for posts in companies, clubs, universities. ``inferred`` says that
    the words of the post do not tell for whom it is held: the text around does.
    """

    role: str
    represents: Actor | None
    span: Span
    former: bool = False
    public: bool = True
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the document: the fullest name printed, all places where the name or a part of it stands.

    ``gender`` is "f", "m" or None where the text gives no sign; pronouns are resolved with it. ``known`` is the name
    in the register of officials; ``governs`` says that the text speaks of this person's government.
    """

    name: str
    mentions: tuple[Span, ...]
    posts: tuple[Post, ...] = ()
    represents: Actor | None = None
    gender: str | None = None
    known: str | None = None
    governs: bool = False


def people(document: Document, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]) -> tuple[Person, ...]:
    """The people of a document, in order of first mention."""
    of_each = rows(document.text, sentences, mentions)
    lines = [line(row, document.text, s.index) for row, s in zip(of_each, sentences, strict=True)]
    year = document.published.year if document.published else None
    clusters = cluster(sightings(lines, year, sport=is_of_sport(document.text)))
    homes = {s.span.start: k for k, c in enumerate(clusters) for s in c.sightings}
    found = [_person(c, year) for c in clusters]
    found = [_by_house(p, c, lines, homes, found) for p, c in zip(found, clusters, strict=True)]
    found = [_by_owner(p, c, lines, homes, found) for p, c in zip(found, clusters, strict=True)]
    described = _described(found, lines)
    country = _country(document.text, mentions)
    found = [_by_description(p, found, described) for p in found]
    if _american(found, country):
        found = [_by_congress(p) for p in found]
    return tuple(_by_country(p, c, lines, country) for p, c in zip(found, clusters, strict=True))


def _person(c: Cluster, year: int | None) -> Person:
    best = max(c.sightings, key=lambda s: (len(fold(s.parts)), len(s.parts), -s.span.start))
    known = next((o for s in c.sightings if (o := s.known) is not None and o.name == c.known), None)
    posts = _posts(c.sightings)
    return Person(
        name=_printed(best.parts),
        mentions=tuple(s.span for s in c.sightings),
        posts=posts,
        represents=_represents(c.sightings, posts, known, year),
        gender=_gender(c.sightings, best, known),
        known=known.name if known else None,
        governs=any(s.governs for s in c.sightings),
    )


def _printed(parts: Sequence[str]) -> str:
    """The name as printed; names in capitals get small letters."""
    return " ".join(p.title() if p.isupper() and len(p) > 2 and not set(p) <= set("IVX") else p for p in parts)


def _posts(found: Sequence[Sighting]) -> tuple[Post, ...]:
    """The posts of one person in text order, each once."""
    out: dict[tuple[str, bool], Post] = {}
    for sighting in found:
        for phrase in sorted(sighting.posts, key=lambda p: p.first):
            represents = phrase.represents or (sighting.state if phrase.public else None)
            post = Post(
                phrase.role, represents, phrase.span, phrase.former, phrase.public or sighting.state is not None
            )
            key = (phrase.role.casefold(), phrase.former)
            if key not in out or (out[key].represents is None and represents is not None):
                out[key] = post
    telling = [p for p in out.values() if p.role.casefold().split()[-1] not in _RELATIVE]
    return tuple(telling or out.values())


def _represents(
    found: Sequence[Sighting], posts: Sequence[Post], known: codes.Official | None, year: int | None
) -> Actor | None:
    """The state after the name, else the state or organisation of a post held now, else what the register says.

    A president of the Assembly acts for the United Nations, wherever he is from; one of the Council for his state.
    """
    state = next((s.state for s in found if s.state is not None), None)
    organs = (p for p in posts if p.public and not p.former and "security council" not in p.role.casefold())
    if state is not None and not any(p.represents and p.represents.kind is not ActorKind.STATE for p in organs):
        return state
    for former in (False, True):
        actor = next(
            (p.represents for p in posts if p.public and p.represents is not None and p.former is former), None
        )
        in_office = known is not None and (year is None or known.holds(year))
        if actor is not None and not (former and in_office):
            return actor
    return _registered(known)


def _registered(known: codes.Official | None) -> Actor | None:
    if known is None or not known.represents:
        return None
    if known.represents in codes.states():
        return Actor(ActorKind.STATE, known.represents)
    if known.represents in codes.bodies():
        return employer(Actor(ActorKind.BODY, known.represents))
    organization = codes.organizations().get(known.represents)
    kinds = {"bloc": ActorKind.BLOC, "group": ActorKind.GROUP}
    kind = kinds.get(organization.kind, ActorKind.ORGANIZATION) if organization else ActorKind.ORGANIZATION
    return Actor(kind, known.represents)


def _gender(found: Sequence[Sighting], best: Sighting, known: codes.Official | None) -> str | None:
    signs = Counter(g for s in found if (g := genders.of_title(s.title)) is not None)
    if signs:
        return signs.most_common(1)[0][0]
    if known is not None and known.gender:
        return known.gender
    told = next((g for s in found for p in s.posts if (g := genders.of_post(p.role)) is not None), None)
    return told or (genders.of_given_name(best.parts[0]) if len(best.parts) > 1 else None)


def _by_owner(
    person: Person, c: Cluster, lines: Sequence[Line], homes: dict[int, int], found: Sequence[Person]
) -> Person:
    """'Putin's aide Yuri Ushakov' acts for whom Putin acts for."""
    if person.represents is not None:
        return person
    for sighting in c.sightings:
        for post in sighting.posts:
            if post.owner is None:
                continue
            start = lines[sighting.sentence].row.start(post.owner)
            owner = homes.get(start)
            if owner is not None and found[owner].represents is not None:
                actor = found[owner].represents
                posts = tuple(
                    replace(p, represents=actor, public=True) if p.span == post.span else p for p in person.posts
                )
                return replace(person, posts=posts, represents=actor)
    return person


def _by_house(
    person: Person, c: Cluster, lines: Sequence[Line], homes: dict[int, int], found: Sequence[Person]
) -> Person:
    """'Its spokesman Oren Sharet', 'her envoy Tom Wekesa': of the one that was named before, here or a sentence ago."""
    if person.represents is not None:
        return person
    for sighting in c.sightings:
        for post in sighting.posts:
            if not post.of_house and not (post.relative and post.head in _SERVANTS):
                continue
            here, last = lines[sighting.sentence], lines[max(0, sighting.sentence - 1)]
            if post.of_house:
                actors = _named(here.words[max(0, post.first - _NEAR) : post.first]) or _named(last.words[:_NEAR])
            else:
                actors = _meant(here, post.first, homes, found) or _meant(last, len(last.words), homes, found)
            if len(actors) == 1:
                return _serving(person, post, *actors)
    return person


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


def _named(words: Sequence[Token]) -> set[Actor]:
    """The states, organisations and groups that the words name."""
    return {employer(w.mention.actor) for w in words if w.mention is not None}


def _meant(one: Line, before: int, homes: dict[int, int], found: Sequence[Person]) -> set[Actor]:
    """Those for whom the people named before a token act."""
    places = range(max(0, before - _NEAR), before)
    people = {homes[start] for i in places if (start := one.row.start(i)) in homes}
    return {actor for k in people if (actor := found[k].represents) is not None}


def _serving(person: Person, phrase: Phrase, actor: Actor) -> Person:
    """The person, with a post held for an actor that the words of the post do not name."""
    posts = tuple(
        replace(p, represents=actor, public=True, inferred=True) if p.span == phrase.span else p for p in person.posts
    )
    return replace(person, posts=posts, represents=actor)


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
_CONGRESS = re.compile(r"(?:Sen\.|Rep\.|Gov\.|[Ss]enator|Congress(?:man|woman)|[Ss]enate (?:\w+ )?leader)$")


def _american(found: Sequence[Person], country: Actor | None) -> bool:
    """Whether a text's senators sit in Washington: it is on no other state and names an American of the register."""
    return country == _USA or (country is None and any(p.known and p.represents == _USA for p in found))


def _by_congress(person: Person) -> Person:
    """In such a text 'Sen. Beck' is a senator of the United States."""
    current = [p for p in person.posts if p.public and not p.former and _CONGRESS.search(p.role)]
    if person.represents is not None or not current:
        return person
    posts = tuple(replace(p, represents=_USA, inferred=True) if p in current else p for p in person.posts)
    return replace(person, posts=posts, represents=_USA)


_TOWARDS = frozenset({"in", "to", "into", "with", "visit", "visited", "visiting", "visits", "at", "from"})


def _goes_to(one: Line, sighting: Sighting, country: Actor) -> bool:
    """Whether the state is named behind the person as where the person is, or whom the person meets."""
    behind = one.row.at(sighting.span.end)
    for i, word in enumerate(one.words[behind : behind + _NEAR], behind):
        if word.mention is not None and word.mention.actor == country:
            return any(one.low(k) in _TOWARDS for k in range(i - 3, i))
    return False


__all__ = ["Person", "Phrase", "Post", "people"]
