"""A sentence as a pattern: every actor and date stands as one sign, so that a rule reads like the grammar it means.

"French President Emmanuel Macron met the German chancellor in Paris on Monday" becomes
``P met the D chancellor in S on T``: P a person with their post, S a state, D a demonym, B a body, bloc or other
organisation, T a date. The signs are characters of the private-use area.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg import codes
from kg.extract.dates import Dated
from kg.extract.gazetteer import Form, Mention
from kg.extract.negotiations import offices
from kg.extract.negotiations.offices import Holders
from kg.extract.people import Person
from kg.extract.sentences import Sentence
from kg.extract.story import Story
from kg.model import Actor, ActorKind, Span

P, S, D, B, T = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004"
# A post this near to a name is part of it: "Emmanuel Macron, the French president".
_SUFFIX = re.compile(r"(?:Jr|Sr)\.|\w\w ?,? (?:[23]d|Jr\.|Sr\.)")
_NEAR = re.compile(r",?\s?(?:the\s)?")


@dataclass(frozen=True, slots=True)
class Unit:
    """What a sign stands for."""

    sign: str
    span: Span
    person: Person | None = None
    mention: Mention | None = None
    dated: Dated | None = None

    def actors(self) -> tuple[Actor, ...]:
        """The actor named and, for a person, the state, bloc, organisation or group acted for."""
        if self.person is None:
            return (self.mention.actor,) if self.mention is not None else ()
        official = Actor(ActorKind.OFFICIAL, self.person.name)
        represented = self.person.represents
        if represented is not None and represented.kind is not ActorKind.BODY:
            return (official, represented)
        return (official,)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sentence with signs for its actors and dates; ``units`` by their place in ``text``."""

    sentence: Sentence
    text: str
    units: dict[int, Unit]

    def named(self, start: int, end: int, signs: frozenset[str]) -> tuple[Unit, ...]:
        """The units of these signs between two places of the pattern, in order."""
        return tuple(u for i, u in self.units.items() if start <= i < end and u.sign in signs)


def patterns(story: Story, sentences: Sequence[Sentence]) -> Iterator[Pattern]:
    """The patterns of these sentences."""
    units = _units(story, [s.span for s in sentences])
    starts = [u.span.start for u in units]
    for sentence in sentences:
        first, last = (bisect_left(starts, at) for at in (sentence.span.start, sentence.span.end))
        yield _pattern(story.document.text, sentence, [u for u in units[first:last] if sentence.span.holds(u.span)])


def _pattern(text: str, sentence: Sentence, named: Sequence[Unit]) -> Pattern:
    pieces: list[str] = []
    units: dict[int, Unit] = {}
    at, length = sentence.span.start, 0
    for unit in named:
        piece = text[at : unit.span.start]
        pieces += (piece, unit.sign)
        length += len(piece)
        units[length] = unit
        length += 1
        at = unit.span.end
    pieces.append(text[at : sentence.span.end])
    return Pattern(sentence, "".join(pieces).replace("\n", " ").replace("’", "'").replace("\u00a0", " "), units)


def _units(story: Story, where: Sequence[Span]) -> list[Unit]:
    """The units of these stretches in text order, without overlap: the longer first, a person before all else."""
    text = story.document.text
    starts = [span.start for span in where]

    def inside(span: Span) -> bool:
        at = bisect_right(starts, span.start) - 1
        return at >= 0 and span.start < where[at].end

    movements = _movements(text)
    people = [p for p in story.people if not movements or p.name not in movements]
    found = [Unit(P, _with_post(text, p, name), person=p) for p in people for name in p.mentions if inside(name)]
    found += [Unit(T, d.span, dated=d) for d in story.dates if inside(d.span)]
    found += [Unit(_sign(m), _with_code(text, m), mention=m) for m in story.mentions if inside(m.span)]
    if any(word in text for word in _CAUSES):
        found += [_armed(match) for match in _ARMED.finditer(text)]
    for name in movements:
        found += [_rebels(Span(*m.span()), name) for m in re.finditer(rf"\b{re.escape(name)}\b", text)]
    found += [_rebels(Span(*m.span()), m[0]) for m in _REGIONAL.finditer(text)]
    kept: list[Unit] = []
    for unit in sorted(found, key=lambda u: (u.span.start, -u.span.end)):
        if not kept or unit.span.start >= kept[-1].span.end:
            if not (kept and _is_city_of(text, kept[-1], unit)):
                kept.append(unit)
        elif unit.person is not None and kept[-1].person is None:
            kept[-1] = unit
    return _in_office(story, kept, where)


def _is_city_of(text: str, city: Unit, state: Unit) -> bool:
    """'Minsk, Belarus': one place, of which the city tells more."""
    if city.sign != S or state.sign != S or text[city.span.end : state.span.start] != ", ":
        return False
    return city.actors() == state.actors()


def _in_office(story: Story, units: Sequence[Unit], where: Sequence[Span]) -> list[Unit]:
    """The units with 'the Turkish foreign minister' and 'the president' as people, by name where one is known."""
    text, holders = story.document.text, Holders(story.people)
    out: list[Unit] = []
    for n, unit in enumerate(units):
        following = units[n + 1].span.start if n + 1 < len(units) else len(text)
        out.append(_office(text, unit, following, out, holders))
        if unit.mention is not None and (rebels := _AND_REBELS.match(text, unit.span.end, following)):
            out.append(_rebels(Span(*rebels.span("rebels")), f"{_adjective(text, unit.mention)} {rebels['rebels']}"))
    taken = [u.span for u in out]
    united = next((m for m in story.mentions if m.actor.key == "UN"), None)
    for sentence in where:
        for found in offices.ALONE.finditer(text, sentence.start, sentence.end):
            span = Span(*found.span("post"))
            at = bisect_right(taken, span)
            if any(span.meets(other) for other in taken[max(0, at - 1) : at + 1]):
                continue
            person = holders.holder(found["post"], None, ())
            if person is not None:
                out.append(Unit(P, span, person=person))
            elif united is not None and offices.of_the_united_nations(found["post"]):
                out.append(Unit(P, span, mention=united))
    return sorted(out, key=lambda u: u.span.start) if len(out) > len(units) else out


def _office(text: str, unit: Unit, following: int, before: Sequence[Unit], holders: Holders) -> Unit:
    """A state with an office behind it or before it is who holds the office; any other unit is as it was."""
    if unit.mention is None:
        return unit
    if unit.mention.actor.key == "UN" and (chief := offices.CHIEF.match(text, unit.span.end, following)):
        person = holders.holder("secretary-general", None, ())
        return Unit(P, Span(unit.span.start, chief.end()), person=person, mention=unit.mention)
    if not offices.is_state(unit.mention.actor):
        return unit
    if rebels := _REBELS.match(text, unit.span.end, following):
        span = Span(unit.span.start, rebels.end())
        return _rebels(span, span.of(text))
    behind = offices.BEHIND.match(text, unit.span.end, following)
    if behind is not None:
        post, span = behind["post"], Span(unit.span.start, behind.end())
    else:
        first = max(unit.span.start - 60, before[-1].span.end if before else 0)
        ahead = offices.BEFORE.search(text, first, unit.span.start)
        if ahead is None:
            return unit
        post, span = ahead["post"], Span(ahead.start(), unit.span.end)
    people = [u.person for u in before[-3:] if u.person is not None]
    return Unit(P, span, person=holders.holder(post, unit.mention.actor, people), mention=unit.mention)


def _rebels(span: Span, name: str) -> Unit:
    return Unit(B, span, mention=Mention(span, Actor(ActorKind.GROUP, _BLANKS.sub(" ", name)), Form.NAME))


def _adjective(text: str, mention: Mention) -> str:
    """'Syrian' for Syria; the name as printed where no adjective is known."""
    state = codes.states().get(mention.actor.key)
    known = state is not None and mention.form is not Form.DEMONYM and bool(state.demonyms)
    return state.demonyms[0] if state is not None and known else mention.span.of(text)


def _with_post(text: str, person: Person, name: Span) -> Span:
    start, end = name.start, name.end
    for post in person.posts:
        if post.span.end <= start and _NEAR.fullmatch(text, post.span.end, start):
            start = post.span.start
        elif post.span.start >= end and _NEAR.fullmatch(text, end, post.span.start):
            end = post.span.end
        elif post.span.meets(name):
            start, end = min(start, post.span.start), max(end, post.span.end)
    suffix = _SUFFIX.match(text, max(start, end - 2))
    return Span(start, max(end, suffix.end()) if suffix else end)


# Movements that no register knows: they negotiate with governments all the same.
_CAUSES = ("Liberation", "Resistance", "Revolutionary", "Patriotic", "Democratic", "Popular", "Salvation")
_ARMED = re.compile(
    rf"\b(?:[A-Z][\w'-]+ ){{1,3}}(?:(?:{'|'.join(_CAUSES)}) )"
    r"(?:Army|Forces?|Front|Movement)\b"
)


def _armed(match: re.Match[str]) -> Unit:
    """An armed movement by the words of its name."""
    span = Span(*match.span())
    return Unit(B, span, mention=Mention(span, Actor(ActorKind.GROUP, match[0]), Form.NAME))


# "The rebel movement Renamo": a party by that name wherever it stands.
_INTRODUCED = re.compile(
    r"\b(?:rebel|guerrilla|insurgent|separatist|armed|militant) (?:movement|group|force|army|alliance|coalition|"
    r"front),? (?:the )?([A-Z][\w-]{2,20})\b(?!['’]| [A-Z])"
)
_REGIONAL = re.compile(
    r"\b(?:regional|rebel|separatist|insurgent) (?:forces|authorities|leaders) (?:from|in|of) (?:the )?[A-Z][\w-]+"
)


def _movements(text: str) -> list[str]:
    """The names that the text introduces as those of armed movements, at most five."""
    return list(dict.fromkeys(found[1] for found in _INTRODUCED.finditer(text)))[:5]


# "Syrian opposition", "South Sudanese rebels": a party of their own.
_OPPONENTS = (
    r"(?:rebels|opposition|insurgents|separatists|guerrillas|rebel (?:forces|groups?|movements?))"
    r"(?![\w-]|['’]s? [a-z]|,? (?:[A-Z]|leader|figure|politician|part(?:y|ies)|lawmaker|MP|to\b))"
)
_REBELS = re.compile(rf"\s(?:(?:armed|main|political|exiled) )?{_OPPONENTS}")
# "The Syrian government and the opposition"
_AND_REBELS = re.compile(
    r"(?:['’]s?)?\s(?:government|army|military|authorities|regime|junta|rulers)(?:,? and| with)"
    rf"(?: the| its| armed| main)*\s(?P<rebels>{_OPPONENTS})"
)
_BLANKS = re.compile(r"\s+")
_CODE = re.compile(r" ?\([A-Z][\w.-]{1,11}\)")


def _with_code(text: str, mention: Mention) -> Span:
    """The name with its initials behind it: 'Rapid Support Forces (RSF)'."""
    if text[mention.span.end : mention.span.end + 2] != " (":
        return mention.span
    code = _CODE.match(text, mention.span.end)
    return Span(mention.span.start, code.end()) if code else mention.span


def _sign(mention: Mention) -> str:
    if mention.actor.kind is not ActorKind.STATE:
        return B
    return D if mention.form is Form.DEMONYM else S
