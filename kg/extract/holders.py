"""Whose stance it is: the subject of a verb, the speaker of a statement; and where what it is about ends."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.lexicon import SPEECH_VERBS, wordset
from kg.extract.people import Person
from kg.extract.statements import documents
from kg.extract.statements.cast import Cast
from kg.extract.statements.line import Line
from kg.extract.statements.phrases import Phrase, Sort
from kg.extract.statements.subjects import subject_before
from kg.extract.statements.words import ADVERBS, AUXILIARIES, NEGATIONS
from kg.model import Actor, ActorKind, Span, Statement

# Those who speak on their government's instruction: what they are for or against, the state is.
_INSTRUCTED = wordset(
    "ambassador envoy representative spokesman spokeswoman spokesperson diplomat delegate minister delegation mission "
    "ministry government administration embassy"
)
_CLAUSE_ENDS = wordset(
    "but while whereas although though because since when after before which who whom whose where despite amid arguing "
    "saying claiming citing noting insisting adding warning calling stressing following until unless as if so even"
)
_SIGNS = (",", ";", ":", ".", "!", "?", "—", "–", "-", "--", "(", ")", "…")
_TRAILING = wordset("outright on in at to of for by with the a an and or that monday tuesday wednesday thursday friday "
                    "saturday sunday yesterday today again also too however instead")  # fmt: skip
_EMPTY = wordset(
    "it them him her us me you this that these those itself themselves himself herself each such so not to "
    "out of off away down up in on at from with as back into over by for"
)
_NO_ADVERBS = wordset("assembly italy july ally family reply supply anomaly sicily monopoly assemblies early")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Side:
    """One or more actors as the subject of a verb, and where their name begins."""

    holders: tuple[Actor, ...]
    start: int


def holder_of(statement: Statement) -> Actor | None:
    """Whose stance a statement tells: the state for its envoys and ministries, else the speaker."""
    speaker = statement.speaker
    if speaker is None or speaker.kind in (ActorKind.OUTLET,):
        return None
    if statement.represents is None or speaker.kind is ActorKind.DOCUMENT:
        return speaker
    if speaker.kind is not ActorKind.OFFICIAL or _instructed(statement.role or "", statement.represents):
        return statement.represents
    return speaker


def _instructed(role: str, represents: Actor) -> bool:
    """Whether somebody of this post speaks for a state rather than for himself."""
    words = frozenset(role.casefold().replace("-", " ").split())
    return bool(words & _INSTRUCTED) and "prime" not in words and represents.kind is ActorKind.STATE


def _person(person: Person) -> Actor:
    role = next((p.role for p in person.posts if not p.former), "")
    if person.represents is not None and _instructed(role, person.represents):
        return person.represents
    return Actor(ActorKind.OFFICIAL, person.name)


class Spoken:
    """The statements of a story by place."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        parts = sorted(((p.span, n) for n, s in enumerate(statements) for p in s.parts), key=lambda x: x[0])
        self._statements = statements
        self._parts = parts
        self._starts = [span.start for span, _ in parts]

    def around(self, span: Span) -> Statement | None:
        """The statement in whose words a stretch stands."""
        last = bisect_right(self._starts, span.start)
        for part, number in reversed(self._parts[max(0, last - 3) : last]):
            if part.holds(span) and self._statements[number].speaker is not None:
                return self._statements[number]
        return None

    def speaker(self, span: Span) -> Actor | None:
        """The speaker in whose words a stretch stands."""
        found = self.around(span)
        return found.speaker if found is not None else None

    def within(self, span: Span) -> tuple[Statement, ...]:
        """The statements whose words begin inside a stretch, or around it."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        around = self.around(span)
        inside = dict.fromkeys(number for _, number in self._parts[first:last])
        return tuple(self._statements[number] for number in inside) or ((around,) if around is not None else ())


def side_before(line: Line, verb: int, cast: Cast) -> Side | None:
    """The actors that are the subject of the verb at a token; None where it is negated or names no actor."""
    before = verb - 1
    while before >= 0 and (line.low(before) in ADVERBS or line.low(before) in AUXILIARIES or _adverb(line.low(before))):
        before -= 1
    if before < 0 or line.low(before) in NEGATIONS or line.low(before).endswith("n't"):
        return None
    found = subject_before(line, before, cast)
    if found is None or _embedded(line, found.phrase):
        return None
    return side(line, found.phrase, cast)


def side(line: Line, phrase: Phrase, cast: Cast) -> Side | None:
    """The actors that a noun phrase names."""
    start = phrase.span.start
    if phrase.sort is Sort.PERSON and phrase.person is not None:
        return Side((_person(phrase.person),), start)
    # "US" is a state and no pronoun
    named_here = cast.actor_ending(phrase.span.end) if phrase.sort is Sort.PRONOUN else None
    actor = named_here.actor if named_here is not None else phrase.actor if phrase.sort is Sort.ACTOR else None
    if actor is not None:
        return Side((actor,), start)
    if phrase.sort is Sort.JOINT:
        named = tuple(dict.fromkeys(m.actor for m in cast.actors(phrase.span)))
        return Side(named, start) if named else None
    if phrase.sort is Sort.DOCUMENT:
        return Side((Actor(ActorKind.DOCUMENT, documents.name(phrase, start, cast)[0]),), start)
    ours = phrase.actor is not None and phrase.actor.kind is ActorKind.STATE and phrase.head in _INSTRUCTED
    return Side((phrase.actor,), start) if ours and phrase.actor is not None else None


def _adverb(word: str) -> bool:
    return word.endswith("ly") and word not in _NO_ADVERBS


def _embedded(line: Line, phrase: Phrase) -> bool:
    """Whether the phrase hangs on a preposition ('members of the assembly refused')."""
    return line.low(line.at(phrase.span.start) - 1) in ("of", "by", "for", "with", "against", "in", "between", "from")


def object_after(line: Line, first: int) -> Span | None:
    """The object that begins at token ``first``, up to the end of its clause; None where it says nothing."""
    if line.low(first) == ",":
        # "welcomes, of course, the call"
        first = next((at + 1 for at in range(first + 2, first + 5) if line.low(at) == ","), first)
    last = first
    while last < len(line.tokens) and last - first < _LONGEST:
        word = line.low(last)
        ends = word in _SIGNS or (last > first and (word in _CLAUSE_ENDS or _next_verb(line, last)))
        if ends and line.tokens[last].quotation < 0:
            break
        last += 1
    while last > first and line.low(last - 1) in _TRAILING and line.tokens[last - 1].quotation < 0:
        last -= 1
    while last > first and _adverb(line.low(last - 1)):
        last -= 1
    if last == first or line.low(first) in _EMPTY or line.low(first) in _SIGNS:
        return None
    return line.span(first, last - 1)


def _next_verb(line: Line, at: int) -> bool:
    """Whether 'and' begins what the subject did next ('condemned the raid and called for calm')."""
    return line.low(at) == "and" and (line.low(at + 1) in SPEECH_VERBS or line.low(at + 1) in AUXILIARIES)


def clause(text: str, span: Span) -> Span:
    """A reported clause cut at its first afterthought: a dash, 'but', a comma with a verb behind it."""
    words = span.of(text)
    ends = [
        i for sign in (" - ", " — ", " – ", "; ", ": ", " but ", ", which ", ", who ") if (i := words.find(sign)) > 0
    ]
    end = span.start + (min(ends) if ends else len(words))
    while end > span.start + 1 and text[end - 1] in ",; ":
        end -= 1
    return Span(span.start, end)
