"""People in a document: every named person, the forms they are named by, their posts, whom they act for.

A run of capitals is a person if something says so: a post or title beside it, a state after it, a verb of speech, a
government called after it, or the register of officials. Then all shorter forms of the name are looked for, in the
whole document, and two people of one surname stay two.
"""

from collections import Counter
from collections.abc import Sequence

from kg import codes
from kg.extract import genders
from kg.extract.allegiance import settled
from kg.extract.gazetteer import Mention
from kg.extract.lines import line
from kg.extract.namesakes import Cluster, cluster, fold
from kg.extract.person import Person, Post, Sighting
from kg.extract.posts import Phrase, employer
from kg.extract.sentences import Sentence
from kg.extract.sightings import sightings
from kg.extract.sport import is_of_sport
from kg.extract.tokens import rows
from kg.model import Actor, ActorKind, Document

# Words that say whom somebody resembles or what he was born to, less than what he does.
_RELATIVE = frozenset(
    {"counterpart", "colleague", "prince", "princess", "leader", "official", "aide", "diplomat", "amb.", "pope"}
)


def people(document: Document, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]) -> tuple[Person, ...]:
    """The people of a document, in order of first mention."""
    of_each = rows(document.text, sentences, mentions)
    lines = [line(row, document.text, s.index) for row, s in zip(of_each, sentences, strict=True)]
    year = document.published.year if document.published else None
    clusters = cluster(sightings(lines, year, sport=is_of_sport(document.text)))
    found = [_person(c, year) for c in clusters]
    return tuple(settled(found, clusters, lines, document, mentions))


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


__all__ = ["Person", "Phrase", "Post", "people"]
