"""Whom 'the two leaders', 'both sides', 'he' stand for: those named shortly before, where that is clear."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from kg.extract.negotiations.pattern import P, Pattern, Unit
from kg.extract.people import Person
from kg.extract.sentences import Sentence
from kg.extract.story import Story
from kg.model import Actor, ActorKind, Negotiation

_GENDERS = {"he": "m", "she": "f"}
_OF_TWO = re.compile(r"\b(?:two|both|pair|duo)\b", re.IGNORECASE)
_OF_PEOPLE = re.compile(
    r"leaders|presidents|ministers|men|women|officials|diplomats|heads|premiers|envoys|secretaries|statesmen|pair|duo|"
    r"(?:two|both)$",
    re.IGNORECASE,
)
# How many characters back the parties may stand.
_LAST_TALKS, _NAMED = 600, 500


def last_parties(sentence: Sentence, earlier: Sequence[Negotiation]) -> tuple[Actor, ...]:
    """The participants of the encounter spoken of last, if that was not long ago."""
    if not earlier or sentence.span.start - earlier[-1].evidence.span.end > _LAST_TALKS:
        return ()
    return earlier[-1].participants


class Named:
    """Who is named where in a story; found once, when first asked for."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._people: list[tuple[int, Person]] = []
        self._states: list[tuple[int, Actor]] = []
        self._ready = False

    def meant(self, p: Pattern, noun: int, word: str, earlier: Sequence[Negotiation]) -> tuple[Actor, ...]:
        """The parties that a word stands for at a place of a pattern; none where it is not clear."""
        gender = _GENDERS.get(word.lower())
        if gender is not None:
            return self._single(p, noun, word, gender)
        last = last_parties(p.sentence, earlier)
        if word == "they":
            return self._before(p, noun)
        if not _OF_TWO.search(word) or _two_sides(last):
            return last
        return self._pair(p, noun, people=_OF_PEOPLE.search(word) is not None)

    @staticmethod
    def _before(p: Pattern, noun: int) -> tuple[Actor, ...]:
        """'A truce they had signed': the two sides that stand before it in the sentence."""
        found = dict.fromkeys(a for i, u in p.units.items() if i < noun for a in u.actors())
        return tuple(found) if _two_sides(tuple(found)) else ()

    def _pair(self, p: Pattern, noun: int, *, people: bool) -> tuple[Actor, ...]:
        """The only two officials of two states, or the only two states, named here and shortly before."""
        self._prepare()
        end = p.sentence.span.start
        here = [u for i, u in p.units.items() if i < noun]
        if people:
            first, last = (bisect_left(self._people, at, key=lambda x: x[0]) for at in (end - _NAMED, end))
            named = dict.fromkeys(who.name for _, who in self._people[first:last])
            named |= dict.fromkeys(u.person.name for u in here if u.person is not None)
            units = {who.name: Unit(P, p.sentence.span, person=who) for _, who in self._people[first:last]}
            units |= {u.person.name: u for u in here if u.person is not None}
            homes = {units[name].actors()[-1] for name in named}
            if len(named) == len(homes) == 2:
                return tuple(actor for name in named for actor in units[name].actors())
            if named:
                return ()
        first, last = (bisect_left(self._states, at, key=lambda x: x[0]) for at in (end - _NAMED, end))
        states = dict.fromkeys(actor for _, actor in self._states[first:last])
        states |= dict.fromkeys(a for u in here if u.sign == P for a in u.actors() if a.kind is ActorKind.STATE)
        return tuple(states) if len(states) == 2 else ()

    def _single(self, p: Pattern, noun: int, word: str, gender: str) -> tuple[Actor, ...]:
        """'He': the subject of the sentence, or whom the sentence before begins with."""
        before = [u for i, u in p.units.items() if i < noun and u.sign == P]
        if before:
            person = before[0].person
            return before[0].actors() if person is not None and person.gender in {gender, None} else ()
        self._prepare()
        for sentence in reversed(self._story.sentences[max(0, p.sentence.index - 3) : p.sentence.index]):
            if sentence.text.lower().startswith(f"{word.lower()} "):
                continue  # the same person still
            first = bisect_left(self._people, sentence.span.start, key=lambda x: x[0])
            if first < len(self._people) and self._people[first][0] < sentence.span.end:
                person = self._people[first][1]
                found = Unit(P, sentence.span, person=person)
                return found.actors() if person.gender in {gender, None} else ()
        return ()

    def _prepare(self) -> None:
        if self._ready:
            return
        self._ready = True
        people = [(m.start, who) for who in self._story.people if who.represents is not None for m in who.mentions]
        self._people = sorted(people, key=lambda x: x[0])
        text, mentions = self._story.document.text, self._story.mentions
        states = [
            (m.span.start, m.actor)
            for m in mentions
            if m.actor.kind is ActorKind.STATE and not _is_place(text, m.span.start, m.span.end)
        ]
        states += [
            (at, who.represents) for at, who in people if who.represents and who.represents.kind is ActorKind.STATE
        ]
        self._states = sorted(states, key=lambda x: x[0])


_IN = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Tt]o|[Ff]rom)(?: the)? $")
_CITY = re.compile(r"['’]?s? (?:capital|city|town|resort|port|border|soil|territory|coast)\b")


def _is_place(text: str, start: int, end: int) -> bool:
    """Whether a state is named as where something is: 'in Kenya', 'the Kenyan capital'."""
    return _IN.search(text, max(0, start - 12), start) is not None or _CITY.match(text, end) is not None


def _two_sides(parties: Sequence[Actor]) -> bool:
    """Whether two states or organisations meet, or two officials."""
    officials = sum(a.kind is ActorKind.OFFICIAL for a in parties)
    return 2 in (officials, len(parties) - officials)
