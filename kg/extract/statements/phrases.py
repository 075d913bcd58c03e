"""Noun phrases that can name a speaker: what sort they are, and where they begin and end."""

from enum import StrEnum
from typing import NamedTuple

from kg.extract.lexicon import NOT_NAMES, THING_WORDS, TITLES
from kg.extract.people import Person
from kg.extract.statements.bounds import is_noun, walk_back, walk_on
from kg.extract.statements.cast import Cast, is_post
from kg.extract.statements.line import Line
from kg.extract.statements.owners import before_vehicle, owner_of
from kg.extract.statements.words import (
    ACTING_FOR,
    CONJUNCTIONS,
    DETERMINERS,
    DOCUMENTS,
    FINITE,
    OUTLETS,
    PEOPLE_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SENTENCE_ADVERBS,
    SUBJECTS,
    VEHICLES,
)
from kg.model import Actor, Span


class Sort(StrEnum):
    """What a noun phrase names."""

    PERSON = "person"
    ACTOR = "actor"
    POST = "post"
    PEOPLE = "people"
    INSTITUTION = "institution"
    DOCUMENT = "document"
    VEHICLE = "vehicle"
    NAME = "name"
    JOINT = "joint"
    PRONOUN = "pronoun"


class Phrase(NamedTuple):
    """A noun phrase as printed. ``head`` is its head noun in lower case; ``actor`` what it belongs to or is."""

    sort: Sort
    span: Span
    words: str
    head: str
    person: Person | None = None
    actor: Actor | None = None
    modifiers: frozenset[str] = frozenset()
    definite: bool = True
    core: str = ""
    role: str | None = None
    alias: str | None = None


# What a body does with a document: 'the Council passed resolutions'.
_PASSING = frozenset({"passed", "adopted", "approved", "issued", "endorsed", "vetoed", "rejected", "signed"})
_INDEFINITE = frozenset({"a", "an", "another", "one", "some", "several", "many", "two", "three", "both", "other"})
# Before a name these begin another phrase, never belong to a post.
# 'None of them said': nobody did.
_NOBODY = frozenset({"none", "neither", "few", "any"})
_PARTING = frozenset({"by", "with", "after", "from", "against", "between", "on", "before", "since", "as"})
# Tokens between an 'and' and the name behind it, and small words that a post there may have.
_POST_LONG = 9
_BETWEEN = frozenset({"the", "his", "her", "foreign", "prime", "of", "counterpart", "us"})
_OPENERS = PREPOSITIONS | SENTENCE_ADVERBS
_TITLED = TITLES | {"the", "former"}
_NO_NAMES = NOT_NAMES - OUTLETS - {"the"}
_LEADING = (SENTENCE_ADVERBS | PREPOSITIONS) - {"second", "first", "third"}
_CAPITAL_LINKS = frozenset({"of", "the", "for", "and", "&", "de", "al", "bin", "van", "von", "da", "del", "el"})


def phrase_ending(line: Line, last: int, cast: Cast) -> Phrase | None:
    """The noun phrase that ends with token ``last``; None where it names no possible speaker."""
    if last < 0 or not line.tokens[last].is_word:
        return None
    token = line.tokens[last]
    if (bare := token.low.partition("'")[0]) != token.low and bare in SUBJECTS:
        # "he's", "they've"
        return Phrase(Sort.PRONOUN, Span(token.start, token.start + len(bare)), token.text[: len(bare)], bare)
    if token.low in PRONOUNS and token.text != "US":
        if line.low(last - 1) == "of" and line.low(last - 2) in _NOBODY:
            return None
        return Phrase(Sort.PRONOUN, line.span(last, last), token.text, token.low)
    return phrase_between(line, walk_back(line, last, cast), last, cast)


def phrase_starting(line: Line, first: int, cast: Cast) -> Phrase | None:
    """The noun phrase that begins with token ``first``, as after 'said' or 'according to'."""
    if first >= len(line.tokens) or not line.tokens[first].is_word:
        return None
    token = line.tokens[first]
    if token.low in PRONOUNS and token.text != "US" and not _possesses(line, first):
        return Phrase(Sort.PRONOUN, line.span(first, first), token.text, token.low)
    last = walk_on(line, first, cast)
    while last >= first:
        found = phrase_between(line, first, last, cast)
        if found:
            return found
        last -= 1
    return None


def _possesses(line: Line, at: int) -> bool:
    """Whether a pronoun belongs to the noun behind it ('told his counterpart')."""
    if line.low(at) not in {"his", "her", "its", "their", "our", "my"}:
        return False
    return any(is_noun(line.low(i)) for i in range(at + 1, at + 4) if line.low(i) not in CONJUNCTIONS)


def phrase_between(line: Line, first: int, last: int, cast: Cast) -> Phrase | None:
    """The noun phrase that the tokens from ``first`` to ``last`` are, leading adverbs left out."""
    while first < last and (line.low(first) in _LEADING or not line.tokens[first].is_word):
        first += 1
    if first > last:
        return None
    head = _head(line, first, last, cast)
    named = _named(line, first, last, head, cast)
    if named:
        return named
    if head is not None and head < last and not _acts_for_another(line, head):
        unknown = _post_and_name(line, first, last, cast)
        if unknown:
            return unknown
    if head is not None:
        return _common(line, _modifiers_from(line, first, head), last, head, cast)
    return _proper_name(line, first, last)


def _named(line: Line, first: int, last: int, head: int | None, cast: Cast) -> Phrase | None:
    """A phrase whose last words are a person's or an actor's name, unless a noun before governs it."""
    end = line.tokens[last].end
    person = cast.person_ending(end)
    if person and person[0].start >= line.tokens[first].start:
        return _person(line, first, last, head, cast)
    return _person_of(line, first, last, head, cast) or _actor(line, first, last, head, cast)


def _person_of(line: Line, first: int, last: int, head: int | None, cast: Cast) -> Phrase | None:
    """'Ambassador Ana Silva of Brazil': a name, and the state or body that its bearer is of."""
    actor = cast.actor_ending(line.tokens[last].end)
    if actor is None:
        return None
    of = line.at(actor.span.start) - 1
    of -= line.low(of) == "the"
    if of <= first or line.low(of) not in {"of", "from"}:
        return None
    person = cast.person_ending(line.tokens[of - 1].end)
    if person is None or person[0].start < line.tokens[first].start:
        return None
    found = _person(line, first, of - 1, head, cast)
    if found is None or found.person is None:
        return None
    span = Span(found.span.start, line.tokens[last].end)
    return found._replace(span=span, words=line.text(span.start, span.end))


def _person(line: Line, first: int, last: int, head: int | None, cast: Cast) -> Phrase | None:
    person = cast.person_ending(line.tokens[last].end)
    if person is None:
        return None
    start = line.at(person[0].start)
    if _governed(line, start, first, head):
        return None
    begin = _strip(line, first, start)
    other = _person_before(line, begin, start, cast)
    if other:
        span = Span(other[0].start, line.tokens[last].end)
        both = f"{other[1].name} and {person[1].name}"
        return Phrase(Sort.JOINT, span, line.text(span.start, span.end), "", core=both)
    joined = start - 1
    while joined > 1 and start - joined < _POST_LONG and (line.tokens[joined].capital or is_noun(line.low(joined))):
        joined -= 1
    if line.low(joined) == "and" and line.low(joined - 1) in {"he", "she"}:
        return Phrase(Sort.JOINT, line.span(joined - 1, last), line.of(joined - 1, last), "", person=person[1])
    return Phrase(Sort.PERSON, line.span(begin, last), line.of(begin, last), "", person=person[1])


def _actor(line: Line, first: int, last: int, head: int | None, cast: Cast) -> Phrase | None:
    actor = cast.actor_ending(line.tokens[last].end)
    if not actor or actor.span.start < line.tokens[first].start:
        return None
    start = line.at(actor.span.start)
    if head is not None and head < start:
        return None
    joint = _joint(line, first, start, last, cast)
    if joint:
        return joint
    begin = start - 1 if start > first and line.low(start - 1) == "the" else start
    return Phrase(Sort.ACTOR, line.span(begin, last), line.of(begin, last), line.low(last), actor=actor.actor)


def _governed(line: Line, start: int, first: int, head: int | None) -> bool:
    """Whether a name stands right after a preposition that a noun of speaking governs ('a spokesman for Trump')."""
    if head is None:
        return False
    if head + 1 < start and _acts_for_another(line, head):
        return True
    before = start - 1
    while before > first and line.low(before) in _TITLED:
        before -= 1
    return head < before and line.low(before) in PREPOSITIONS


def _acts_for_another(line: Line, head: int) -> bool:
    """'A spokesman for the bloc's policy chief Anna Petrova' is not Petrova."""
    return line.low(head) in ACTING_FOR and line.low(head + 1) in {"for", "to", "of"}


def _strip(line: Line, first: int, start: int) -> int:
    """Where the words that belong to a name begin: after the last verb or conjunction before it."""
    for at in range(start - 1, first - 1, -1):
        word = line.low(at)
        if word in FINITE or word in _PARTING or (word in CONJUNCTIONS and word != "and"):
            return at + 1
    return first


def _person_before(line: Line, first: int, start: int, cast: Cast) -> tuple[Span, Person] | None:
    """The person whom an 'and' joins to the one whose name begins at token ``start``, posts between allowed."""
    for at in range(start - 1, max(first, start - _POST_LONG), -1):
        word = line.low(at)
        if word == "and":
            return cast.person_ending(line.tokens[at - 1].end)
        if not (line.tokens[at].capital or is_noun(word) or word in _BETWEEN):
            return None
    return None


def _post_and_name(line: Line, first: int, last: int, cast: Cast) -> Phrase | None:
    """'Minister of State for External Affairs A. Rao': a name that no register knows behind a post."""
    at = last + 1
    while at > first + 1:
        token = line.tokens[at - 1]
        if not token.capital or is_noun(token.low) or token.low in THING_WORDS or token.low in NOT_NAMES:
            break
        if cast.actor_ending(token.end) or token.low.endswith(("'s", "s'")):
            break
        at -= 1
    if at > last or line.low(at - 1) in PREPOSITIONS or not any(is_post(line.low(i)) for i in range(first, at)):
        return None
    if last - at >= 4:
        return None
    role = line.of(first, at - 1)
    return Phrase(
        Sort.NAME, line.span(first, last), line.of(first, last), line.low(last), core=line.of(at, last), role=role
    )


def _joint(line: Line, first: int, start: int, last: int, cast: Cast) -> Phrase | None:
    """'France and Britain': several actors that speak together."""
    at = start
    while at > first:
        before = at - 1
        if line.low(before) == "the":
            before -= 1
        if line.low(before) not in {"and", ","} or before <= first:
            break
        if line.low(before) == "and" and line.low(before - 1) == ",":
            before -= 1
        other = cast.actor_ending(line.tokens[before - 1].end)
        if not other:
            break
        at = line.at(other.span.start)
    if at == start:
        return None
    return Phrase(Sort.JOINT, line.span(at, last), line.of(at, last), line.low(last))


def _head(line: Line, first: int, last: int, cast: Cast) -> int | None:
    """The head noun: the one before the first preposition, or the last word."""
    for at in range(first + 1, last + 1):
        if (
            line.low(at) in PREPOSITIONS
            and is_noun(line.low(at - 1))
            and not cast.actor_ending(line.tokens[at - 1].end)
        ):
            return at - 1
    return last if is_noun(line.low(last)) else None


def _is_proper(line: Line, at: int) -> bool:
    return line.tokens[at].capital and line.low(at) not in DETERMINERS


def _modifiers_from(line: Line, first: int, head: int) -> int:
    """Where a common noun's phrase begins: its determiner, its adjectives, what possesses it."""
    at = head
    while at > first:
        word = line.low(at - 1)
        if word in PREPOSITIONS or word in CONJUNCTIONS or word in FINITE or not line.tokens[at - 1].is_word:
            break
        if word in _PASSING and at - 2 >= first and _is_proper(line, at - 2):
            break
        at -= 1
        if word in DETERMINERS and word not in {"two", "three", "other"}:
            break
    return at


def _common(line: Line, first: int, last: int, head: int, cast: Cast) -> Phrase:
    word = line.low(head)
    # "the envoy's remarks" are the envoy's
    whose = cast.person_ending(line.tokens[head - 1].end - 2) if word in VEHICLES and head > first else None
    if whose and line.low(head - 1).endswith("'s"):
        return Phrase(Sort.PERSON, line.span(head - 1, last), line.of(head - 1, last), "", person=whose[1])
    actors = cast.actors(line.span(first, last))
    owner = owner_of(line, head, [m.actor for m in actors], cast)
    modifiers = frozenset(line.low(at) for at in range(first, head))
    definite = not modifiers & _INDEFINITE
    begin = first
    while begin < head and line.low(begin) in DETERMINERS:
        begin += 1
    sort = _sort(word)
    core = line.of(first, head if sort in {Sort.DOCUMENT, Sort.VEHICLE} else before_vehicle(line, head, last))
    return Phrase(
        sort, line.span(first, last), line.of(first, last), word, None, owner, modifiers, definite, core
    )  # fmt: skip


def _sort(word: str) -> Sort:
    if is_post(word):
        return Sort.POST
    if word in DOCUMENTS:
        return Sort.DOCUMENT
    if word in VEHICLES:
        return Sort.VEHICLE
    return Sort.PEOPLE if word in PEOPLE_NOUNS else Sort.INSTITUTION


def _proper_name(line: Line, first: int, last: int) -> Phrase | None:
    """A run of capitals at the end of the phrase that no register knows."""
    at = last
    if not line.tokens[last].capital or line.low(last).endswith(("'s", "s'")):
        return None
    while at > first and _in_name(line, at - 1, first):
        at -= 1
    while at <= last and line.low(at) in _CAPITAL_LINKS and line.low(at) != "the":
        at += 1
    if at > last or all(line.low(i) in NOT_NAMES and line.low(i) not in OUTLETS for i in range(at, last + 1)):
        return None
    if line.low(at) in _OPENERS:
        at += 1
    if at > last or line.low(at) in _NO_NAMES:
        return None
    return Phrase(Sort.NAME, line.span(at, last), line.of(at, last), line.low(last), core=line.of(at, last))


def _in_name(line: Line, at: int, first: int) -> bool:
    """Whether a token before a capital belongs to the same name."""
    token = line.tokens[at]
    if token.capital:
        return not token.low.endswith(("'s", "s'"))
    return token.low in _CAPITAL_LINKS and at > first and line.tokens[at - 1].capital
