"""People's answers put to what the program reads: facts accepted, taken away, put right.

A reading is made anew by every version of the program, so an answer is not tied to one: it holds for the fact that
says the same at the same place; where there is none, for one that says the same, or the same but for what matters
less, in words that overlap or are the same; and a correction also for one that says what it corrected to, or something
else of the same thing in the very words. An answer that meets nothing, or several alike, has no effect and is told.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.errors import InputError
from kg.model import Answer, Ballot, Document, Evidence, Fact, FactKind, Reading, Review, Reviewed
from kg.model.facts import facts, with_facts
from kg.review.editing import BALLOT, assured, editable, edited, place_of
from kg.review.telling import in_words

__all__ = ["Answered", "answer", "holding", "review"]

Read = tuple[Document, Reading]

_UNMET = "what was reviewed is not read there any more"
_GONE = "its article is not in the workspace"
# Characters: of words that tell a place by themselves; of a stretch of text in which facts are neighbours.
_TELLING, _CELL = 25, 1_000
# What a fact is about; and what must be the same for it to be the same fact, whatever else a later reading adds. Words
# are left out where their place tells as much.
_ABOUT: Mapping[FactKind, frozenset[str]] = {
    FactKind.VOTE: frozenset({"voter"}),
    FactKind.TALLY: frozenset({"derived"}),
    FactKind.OUTCOME: frozenset({"framing"}),
    FactKind.SPONSORSHIP: frozenset({"sponsor"}),
    FactKind.COSPONSORS: frozenset(),
    FactKind.STATEMENT: frozenset({"words"}),
    FactKind.TENURE: frozenset({"official"}),
    FactKind.NEGOTIATION: frozenset({"kind"}),
    FactKind.STANCE: frozenset({"holder", "target"}),
    FactKind.DEMAND: frozenset({"holder"}),
    FactKind.HABIT: frozenset({"voter"}),
}
_ESSENCE: Mapping[FactKind, frozenset[str]] = {
    FactKind.VOTE: frozenset({"voter", "option"}),
    FactKind.TALLY: frozenset({"yes", "no", "abstain", "absent", "derived"}),
    FactKind.OUTCOME: frozenset({"outcome", "framing"}),
    FactKind.SPONSORSHIP: frozenset({"sponsor"}),
    FactKind.COSPONSORS: frozenset({"number"}),
    FactKind.STATEMENT: frozenset({"speaker"}),
    FactKind.TENURE: frozenset({"official", "post"}),
    FactKind.NEGOTIATION: frozenset({"kind", "participants", "date"}),
    FactKind.STANCE: frozenset({"holder", "stance"}),
    FactKind.DEMAND: frozenset({"holder"}),
    FactKind.HABIT: frozenset({"voter", "option"}),
}


@dataclass(frozen=True, slots=True)
class Answered:
    """Documents with what they state after all answers, and every review that holds with what it meets."""

    told: tuple[Read, ...]
    reviews: tuple[Reviewed, ...] = ()

    @property
    def unheard(self) -> tuple[Reviewed, ...]:
        """The reviews that have no effect."""
        return tuple(each for each in self.reviews if each.problem)


def review(fact: Fact, read: Read, answer: Answer, author: str, edits: Mapping[str, str] | None = None) -> Review:
    """A person's answer on a fact of a document, as it was read. InputError where the edits make no sense.

    The edits are kept in their plain form: ``France`` as the voter becomes ``FRA``.
    """
    document, reading = read
    evidence, kept = fact.evidence, dict[str, str]()
    if answer is Answer.EDITED:
        now = edited(fact, edits or {}, reading.ballots)
        said = {**now.content, BALLOT: place_of(now.ballot)}
        kept = {name: said.get(name, "") for name in edits or {}}
    return Review(
        document=document.id,
        name=document.name,
        kind=fact.kind,
        start=evidence.span.start,
        end=evidence.span.end,
        quote=evidence.quote,
        content=fact.content,
        answer=answer,
        author=author,
        rule=evidence.rule,
        confidence=evidence.confidence,
        ballot=fact.ballot.number if fact.ballot else None,
        url=document.url,
        edits=kept,
    )


def holding(reviews: Iterable[Review]) -> tuple[Review, ...]:
    """The last review of each fact, but for those withdrawn, in the order in which the facts were first reviewed."""
    last = {each.key: each for each in reviews}
    return tuple(each for each in last.values() if each.answer is not Answer.WITHDRAWN)


def answer(told: Sequence[Read], reviews: Iterable[Review]) -> Answered:
    """What documents state once people's answers are heard. A document is met by its id, else by address or name."""
    held = holding(reviews)
    if not held:
        return Answered(tuple(told))
    of_document: dict[str, list[Review]] = defaultdict(list)
    lost = []
    home = _homes(told)
    for each in held:
        found = home(each)
        if found is None:
            lost.append(Reviewed(each, each.document, _words(each), problem=_GONE))
        else:
            of_document[found].append(each)
    heard: list[Read] = []
    met: list[Reviewed] = []
    for document, reading in told:
        after, found_here = _answered(reading, of_document.get(document.id, ()))
        heard.append((document, after))
        met += found_here
    return Answered(tuple(heard), (*met, *lost))


def _homes(told: Sequence[Read]) -> Callable[[Review], str | None]:
    """A function to the id of the document that a review is of: its own, or the only one of its address or name."""
    ids = {document.id for document, _ in told}
    named: dict[str, set[str]] = defaultdict(set)
    for document, _ in told:
        named[document.url or f"name {document.name}"].add(document.id)

    def home(each: Review) -> str | None:
        if each.document in ids:
            return each.document
        found = named.get(each.url or f"name {each.name}", set())
        return min(found) if len(found) == 1 else None

    return home


def _answered(reading: Reading, reviews: Sequence[Review]) -> tuple[Reading, list[Reviewed]]:
    """A reading after the reviews of its document, and what each of them meets."""
    if not reviews:
        return reading, []
    meets = _meetings(reviews, facts(reading))
    changes: dict[str, Fact | None] = {}
    met = []
    for number, each in enumerate(reviews):
        met.append(_effect(each, meets.get(number), reading, changes))
    return with_facts(reading, changes), met


def _effect(each: Review, fact: Fact | None, reading: Reading, changes: dict[str, Fact | None]) -> Reviewed:
    """What a review makes of the fact that it meets; the change is noted."""
    if fact is None:
        return Reviewed(each, reading.document, _words(each), problem=_UNMET)
    met = Reviewed(each, reading.document, in_words(fact), fact.evidence, fact.key, fact.key)
    try:
        after = _after(each, fact, reading.ballots)
    except InputError as error:
        return replace(met, problem=str(error))
    changes[fact.key] = after
    return replace(met, stands=after.key if after else None)


def _after(each: Review, fact: Fact, ballots: Sequence[Ballot]) -> Fact | None:
    """What a fact tells after a review; None where that rejects it.

    Who accepts a fact, or corrects a part of it, stands by the rest as it was read then: a later reading that has other
    values is put right, what it adds is kept.
    """
    if each.answer is Answer.REJECTED:
        return None
    now = fact.content
    changed = {name: each.content[name] for name in editable(fact.kind) if name in each.content}
    edits = {name: value for name, value in (changed | dict(each.edits)).items() if now.get(name, "") != value}
    if edits or each.answer is Answer.EDITED:
        return edited(fact, edits or each.edits, ballots)
    return replace(fact, told=assured(fact.told))


def _words(each: Review) -> str:
    """What was read, where there is no fact any more to put it into words."""
    return ", ".join(f"{name} {value}" for name, value in each.content.items())


@dataclass(frozen=True, slots=True)
class _Known:
    """A fact with what it is compared by, worked out once."""

    fact: Fact
    key: str
    content: Mapping[str, str]
    ballot: int | None

    @property
    def evidence(self) -> Evidence:
        return self.fact.evidence


def _known(fact: Fact) -> _Known:
    return _Known(fact, fact.key, fact.content, fact.ballot.number if fact.ballot else None)


def _meetings(reviews: Sequence[Review], read: Iterable[Fact]) -> dict[int, Fact]:
    """The fact that each review meets, by the review's number. First those that say the same at the same place."""
    known = {each.key: each for each in map(_known, read)}
    meets = {number: known[each.key].fact for number, each in enumerate(reviews) if each.key in known}
    taken = {fact.key for fact in meets.values()}
    beside = _neighbours(known.values())
    for near in (_moved, _alike, _corrected, _misread):
        for number, each in enumerate(reviews):
            if number not in meets:
                found = _nearest(each, [k for k in beside(each) if k.key not in taken and near(each, k)])
                if found:
                    meets[number] = found.fact
                    taken.add(found.key)
    return meets


def _neighbours(known: Iterable[_Known]) -> Callable[[Review], Iterable[_Known]]:
    """A function to the facts of a review's kind that may stand on its words: near its place, or with its quote."""
    places: dict[tuple[FactKind, int | str], dict[str, _Known]] = defaultdict(dict)
    for each in known:
        kind, span = each.fact.kind, each.evidence.span
        for cell in (*range(span.start // _CELL, span.end // _CELL + 1), each.evidence.quote):
            places[kind, cell][each.key] = each

    def beside(review: Review) -> Iterable[_Known]:
        cells = (*range(review.start // _CELL, review.end // _CELL + 1), review.quote)
        found: dict[str, _Known] = {}
        for cell in cells:
            found |= places.get((review.kind, cell), {})
        return found.values()

    return beside


def _nearest(each: Review, found: Sequence[_Known]) -> _Known | None:
    """The fact nearest to the review: of the same ballot, then at the place; None where two are equally near."""

    def distance(known: _Known) -> tuple[bool, int]:
        span = known.evidence.span
        return known.ballot != each.ballot, abs(span.start - each.start) + abs(span.end - each.end)

    ranked = sorted(found, key=distance)
    if len(ranked) > 1 and distance(ranked[0]) == distance(ranked[1]):
        return None
    return ranked[0] if ranked else None


def _moved(each: Review, known: _Known) -> bool:
    return _there(each, known) and _says(known, each.content)


def _alike(each: Review, known: _Known) -> bool:
    return _there(each, known) and _agree(known, each.content, _ESSENCE[each.kind])


def _corrected(each: Review, known: _Known) -> bool:
    right = {**each.content, **each.edits}
    return bool(each.edits) and _there(each, known) and _agree(known, right, _ESSENCE[each.kind])


def _misread(each: Review, known: _Known) -> bool:
    """Whether the very words that a person corrected are now read as something else of the same thing."""
    about = _ABOUT[each.kind]
    return (
        bool(each.edits)
        and not about & each.edits.keys()
        and known.evidence.quote == each.quote
        and _agree(known, each.content, about)
    )


def _agree(known: _Known, wanted: Mapping[str, str], names: frozenset[str]) -> bool:
    return all(known.content.get(name, "") == wanted.get(name, "") for name in names)


def _there(each: Review, known: _Known) -> bool:
    """Whether a fact stands on the words of a review: on some of them at their place, or on the same words elsewhere.

    A name alone ("Ukraine") stands in many places and is no sign.
    """
    same = known.evidence.quote == each.quote and (len(each.quote) >= _TELLING or known.fact.document != each.document)
    return same or (known.fact.document == each.document and known.evidence.span.meets(each.span))


def _says(known: _Known, wanted: Mapping[str, str]) -> bool:
    return known.content == {name: value for name, value in wanted.items() if value}
