"""What a fact of a model is held against: the words found, and who is named in them by the core's own registers."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from kg import codes
from kg.extract.gazetteer import body_references, mentions
from kg.extract.people import Person
from kg.extract.story import Story
from kg.extract.votes.numbers import may_begin, number_at
from kg.llm.quoting import Quoted
from kg.model import Actor, ActorKind, Dropped, Evidence, Span, When

__all__ = ["Scene", "Unfounded"]

_TOKEN = re.compile(r"\d[\d,]*|[^\W\d_]+|[-‑]")
_SHOWN = 120
_REASON = 240
# One word says nothing of anybody.
_FEWEST_WORDS = 2
_NOWHERE = Span(0, 0)


class Unfounded(Exception):
    """A claim of a model that the text does not bear out: why, and where the text comes nearest."""

    def __init__(self, reason: str, span: Span = _NOWHERE) -> None:
        super().__init__(reason)
        self.span = span


class Scene:
    """A story in which the words of one answer are looked for. ``rule`` is the reader's, ``sure`` its confidence."""

    def __init__(self, story: Story, within: Span, rule: str, sure: float) -> None:
        self.story = story
        self.rule = rule
        self._sure = sure
        self._quoted = Quoted(story.document.text, within)
        self.dropped: list[Dropped] = []

    # ----------------------------------------------------------------------- words

    def evidence(self, span: Span) -> Evidence:
        """The words at a place as evidence of this reader."""
        return self.story.document.evidence(span, self.rule, self._sure)

    def drop(self, kind: str, why: Unfounded) -> None:
        """Note a claim that is not kept."""
        quote = why.span.of(self.story.document.text)
        self.dropped.append(Dropped(kind, f"{self.rule}: {shown(str(why), _REASON)}", why.span, quote))

    def find(self, words: str, near: int = 0) -> Span:
        """Where words stand in the story. Unfounded where they do not, or are too few to say anything."""
        span = self._quoted.find(words, near)
        if span is None or not self._is_story(span):
            raise Unfounded(f"“{shown(words)}” does not stand in the text")
        if len(span.of(self.story.document.text).split()) < _FEWEST_WORDS:
            raise Unfounded(f"“{shown(words)}” is too short to say anything", span)
        return span

    def found(self, kind: str, passages: Iterable[str]) -> list[Span]:
        """The places of those passages that stand in the story, in text order; the others are dropped.

        Unfounded where none does.
        """
        spans: list[Span] = []
        for words in passages:
            try:
                spans.append(self.find(words, spans[-1].end if spans else 0))
            except Unfounded as why:
                self.drop(kind, why)
        if not spans:
            raise Unfounded("none of its evidence stands in the text")
        return sorted(set(spans))

    def printed(self, words: str | None, spans: Sequence[Span]) -> str | None:
        """Words as they are printed within the places; None where they are not."""
        place = self.place(words, spans)
        return None if place is None else place.of(self.story.document.text)

    def place(self, words: str | None, spans: Sequence[Span]) -> Span | None:
        """Where words stand within the places."""
        for span in spans if words else ():
            if (at := Quoted(self.story.document.text, span).find(words or "", span.start)) is not None:
                return at
        return None

    def _is_story(self, span: Span) -> bool:
        """Whether a stretch begins and ends within sentences of the story, with no other text between."""
        first, last = self._sentence_at(span.start), self._sentence_at(span.end - 1)
        if first is None or last is None:
            return False
        blocks = range(self.story.sentences[first].block, self.story.sentences[last].block + 1)
        told = {s.block for s in self.story.sentences[first : last + 1]}
        return all(block in told for block in blocks)

    def _sentence_at(self, offset: int) -> int | None:
        at = bisect_right(self._sentence_starts, offset) - 1
        return at if at >= 0 and offset < self.story.sentences[at].span.end else None

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.span.start for s in self.story.sentences]

    # ----------------------------------------------------------------------- who and when

    @cached_property
    def _named(self) -> tuple[list[int], list[tuple[Span, Actor]]]:
        """The states, bodies and organisations of the story by place, 'the council' among them."""
        text = self.story.document.text
        all_named = (*self.story.mentions, *body_references(text, self.story.mentions))
        ordered = sorted(((m.span, m.actor) for m in all_named), key=lambda m: m[0])
        return [span.start for span, _ in ordered], ordered

    def actors(self, spans: Iterable[Span]) -> tuple[Actor, ...]:
        """The states, bodies, blocs and organisations named within the places, each once, in text order."""
        starts, named = self._named
        within = (
            actor
            for span in spans
            for place, actor in named[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
            if span.holds(place)
        )
        return tuple(dict.fromkeys(within))

    def actor(self, name: str | None, spans: Sequence[Span]) -> Actor | None:
        """Whom a name means, if that is one who is named within the places, by whatever name; else None."""
        meant = self._meant(name)
        return meant if meant in self.actors(spans) else None

    def party(self, name: str, spans: Sequence[Span]) -> Actor | None:
        """Whom a name means, if they are named within the places themselves or by somebody who acts for them."""
        known = self.person(name, spans)
        if known is not None:
            return Actor(ActorKind.OFFICIAL, known[0].name)
        meant = self._meant(name)
        acting = {p.represents for p in self.story.people for s in p.mentions if any(span.holds(s) for span in spans)}
        return meant if meant in acting or meant in self.actors(spans) else None

    def setting(self, name: str, spans: Sequence[Span]) -> tuple[Actor, Span | None] | None:
        """The body that a name means: named within the places, or the last of its kind that is named before them.

        The latter with the sentence in which it is.
        """
        meant = self._meant(name)
        if meant is None or meant in self.actors(spans):
            return None if meant is None else (meant, None)
        starts, named = self._named
        before = named[: bisect_left(starts, spans[0].start)]
        last = next(((place, actor) for place, actor in reversed(before) if actor.kind is meant.kind), None)
        if last is None or last[1] != meant:
            return None
        sentence = self._sentence_at(last[0].start)
        return None if sentence is None else (meant, self.story.sentences[sentence].span)

    @staticmethod
    def _meant(name: str | None) -> Actor | None:
        """Whom a name means by the registers: all of it must be one name, but for an article."""
        bare = (name or "").strip().removeprefix("the ").removeprefix("The ")
        if bare in codes.states():
            return Actor(ActorKind.STATE, bare)
        found = mentions(bare)
        return found[0].actor if len(found) == 1 and found[0].span == Span(0, len(bare)) else None

    def person(self, name: str, spans: Sequence[Span]) -> tuple[Person, Span] | None:
        """The person of the story whom a name means, and where within the places they are named."""
        key = codes.name_key(name).split()
        for person in self.story.people:
            known = codes.name_key(person.name).split()
            shorter, longer = sorted((key, known), key=len)
            if not shorter or longer[-len(shorter) :] != shorter:
                continue
            for place in person.mentions:
                if any(span.holds(place) for span in spans):
                    return person, place
        return None

    def day(self, spans: Sequence[Span]) -> When | None:
        """The day or interval that the places speak of: the only one, or the first of the first place."""
        dated = [d for span in spans for d in self.story.dates if span.holds(d.span)]
        return next((d.when for d in dated if d.when is not None), None)

    def numbers(self, span: Span) -> set[int]:
        """The numbers printed within a place, in digits or words; those that are a bound or a guess are none."""
        words = _TOKEN.findall(span.of(self.story.document.text).lower())
        found: set[int] = set()
        for at, word in enumerate(words):
            number = number_at(words, at) if may_begin(word) else None
            if number is not None and number.exact:
                found.add(number.value)
        return found


def shown(words: str, longest: int = _SHOWN) -> str:
    """A model's words on one line, as text that can be written anywhere."""
    plain = "".join(c if c.isprintable() else " " for c in words.encode("utf-8", "replace").decode())
    plain = " ".join(plain.split())
    return plain if len(plain) <= longest else plain[:longest] + " …"
