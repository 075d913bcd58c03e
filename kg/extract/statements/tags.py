"""Whom the tag of a transcript names: a person of the story, an office, an agency that asks."""

import re

from kg.extract.lexicon import TITLES
from kg.extract.people import Person
from kg.extract.statements.cast import is_post
from kg.extract.statements.discourse import Discourse, Voice
from kg.extract.statements.phrases import Phrase, Sort
from kg.extract.statements.transcripts import kind
from kg.extract.statements.words import OUTLETS
from kg.extract.story import Story
from kg.model import Actor, ActorKind, Span

# A tag of fewer capitals is an agency: 'AFP:', 'CCTV:'.
_ACRONYM = 5
_HOSTING = re.compile(
    r"\b(?:interview|press conference|news conference|press briefing|briefing|q&a|remarks|press availability)\b", re.I
)
# Sentences at the top of a transcript in which its host is named.
_TOP = 4
_REMARK = re.compile(r"\(([^)]+)\)")


def labelled(label: Span, story: Story, discourse: Discourse) -> Voice | None:
    """Who speaks under a tag; None for a nameless asker."""
    words = label.of(story.document.text)
    asks = kind(words)
    if asks is not None:
        return None if asks else _host(story, discourse)
    bare = words.split(" (", maxsplit=1)[0].split("(", maxsplit=1)[0].strip()
    state = _state(story, label)
    name = _name(bare)
    person = _person(story, name) if name else None
    if person is not None and len(person.name.split()) >= len(name):
        return discourse.voice(Phrase(Sort.PERSON, label, words, "", person=person))
    if bare.lower() in OUTLETS or (bare.isupper() and len(bare) < _ACRONYM):
        return Voice(Actor(ActorKind.OUTLET, bare), words, sure=0.8, span=label)
    if not name:
        return _office(bare, words, label, discourse)
    known = discourse.fullest(name[-1].title() if name[-1].isupper() else name[-1])
    key = known or " ".join(w.title() if w.isupper() else w for w in name)
    named = known is not None or person is not None
    return Voice(Actor(ActorKind.OFFICIAL, key), words, represents=state, sure=0.9 if named else 0.8, span=label)


def _name(bare: str) -> list[str]:
    """The words of a tag behind titles and posts; none for a mere office."""
    words = bare.split()
    low = [w.lower() for w in words]
    last = max((i for i, w in enumerate(low) if is_post(w) or w in TITLES or w.strip(".") in TITLES), default=-1)
    return [] if low[0] == "the" else words[last + 1 :]


def _person(story: Story, name: list[str]) -> Person | None:
    surname = name[-1].strip(".").lower()
    fits = [p for p in story.people if p.name.split()[-1].lower() == surname]
    given = [p for p in fits if p.name.split()[0].lower() == name[0].lower()]
    return next(iter(given or fits), None)


def _state(story: Story, label: Span) -> Actor | None:
    """The state in the brackets of a tag ('Mr. Diallo (Kenya)')."""
    remark = _REMARK.search(story.document.text, label.start, label.end)
    within = Span(*remark.span(1)) if remark else None
    return next((m.actor for m in story.mentions_in(within)), None) if within else None


def _office(bare: str, words: str, label: Span, discourse: Discourse) -> Voice:
    """'THE PRESIDENT': whoever holds the office in this story, or the office."""
    low = bare.lower().split()
    holder = discourse.cast.holder(low[-1], frozenset(low[:-1]), None, label.end) if is_post(low[-1]) else None
    if holder is not None:
        found = discourse.voice(Phrase(Sort.PERSON, label, words, "", person=holder))
        if found is not None:
            return found
    key = " ".join(w.title() if w.isupper() else w for w in bare.split())
    return Voice(Actor(ActorKind.GROUP, key.removeprefix("The ")), words, role=key, sure=0.8, span=label)


def _host(story: Story, discourse: Discourse) -> Voice | None:
    """Who answers under the tag 'A:': the first one named at the top, if no other is or an interview is announced."""
    text = story.document.text
    top = Span(0, story.sentences[min(_TOP, len(story.sentences)) - 1].span.end)
    at_top = [(s, p) for p in story.people for s in p.mentions if top.holds(s)]
    named = min(at_top, default=None, key=lambda m: m[0])
    only = len({p.name for _, p in at_top}) == 1
    if named is None or not (only or _HOSTING.search(text, top.start, top.end)):
        return None
    span, person = named
    return discourse.voice(Phrase(Sort.PERSON, span, span.of(text), "", person=person))
