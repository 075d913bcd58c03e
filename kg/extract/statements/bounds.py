"""How far a noun phrase may reach in a sentence, backwards from its last word and forwards from its first."""

from kg.extract.lexicon import SPEECH_VERBS
from kg.extract.statements.cast import Cast, is_post
from kg.extract.statements.line import Line
from kg.extract.statements.words import (
    ADVERBS,
    COMPLEMENTS,
    CONJUNCTIONS,
    DETERMINERS,
    DOCUMENTS,
    FINITE,
    INSTITUTIONS,
    PEOPLE_NOUNS,
    PREPOSITIONS,
    VEHICLES,
)

_NOUNS = PEOPLE_NOUNS | INSTITUTIONS | DOCUMENTS | VEHICLES
# Where a phrase read forwards has ended: an adverb, a verb of saying in the past.
_BREAKING = (
    (ADVERBS - PREPOSITIONS)
    | {v for v in SPEECH_VERBS if v.endswith("ed")}
    | {"said", "told", "wrote", "there", "here"}
)


def is_noun(word: str) -> bool:
    """Whether a word in lower case is a noun that can head a speaker's phrase."""
    return word in _NOUNS or is_post(word)


def walk_back(line: Line, last: int, cast: Cast) -> int:
    """Where the phrase that ends at a token may begin at the earliest."""
    at = last
    while at > 0 and last - at < 40:
        token = line.tokens[at - 1]
        if token.quotation >= 0:
            break
        if token.low == "and" and _joins_names(line, at - 1, cast):
            at -= 1
            continue
        if token.low == "," and _joins_actors(line, at - 1, cast):
            at -= 1
            continue
        if token.low in CONJUNCTIONS or token.low in FINITE or _acts(line, at - 1):
            break
        if not token.is_word and token.low not in {"&", "/", "."}:
            break
        at -= 1
    return at


def _acts(line: Line, at: int) -> bool:
    """Whether a word is a past tense with an object behind it ('vetoed a draft')."""
    word = line.low(at)
    return word.endswith("ed") and len(word) > 4 and line.low(at + 1) in DETERMINERS


def _joins_names(line: Line, at: int, cast: Cast) -> bool:
    """Whether an 'and' joins two names or two nouns of speaking, not two clauses."""
    if at == 0 or at + 1 >= len(line.tokens):
        return False
    before, after = line.tokens[at - 1], line.tokens[at + 1]
    left = cast.actor_ending(before.end) or cast.person_ending(before.end) or is_noun(before.low)
    right = after.capital or is_noun(after.low) or line.low(at + 1) in {"former", "the", "acting"}
    return bool(left and right)


def _joins_actors(line: Line, at: int, cast: Cast) -> bool:
    """Whether a comma stands in a list of actors that an 'and' ends."""
    if at == 0 or at + 1 >= len(line.tokens) or not cast.actor_ending(line.tokens[at - 1].end):
        return False
    mention = cast.actor_starting(line.tokens[at + 1].start)
    if not mention:
        return False
    following = line.at(mention.span.end)
    return line.low(following) in {"and", ","}


def _complements(line: Line, noun: int) -> bool:
    """Whether the preposition behind a noun belongs to it: 'envoy to Chad', never 'a mission to examine'."""
    word = line.low(noun + 1)
    if not is_noun(line.low(noun)) or word not in COMPLEMENTS or word in {"on", "with"}:
        return False
    following = line.tokens[noun + 2] if noun + 2 < len(line.tokens) else None
    return word != "to" or (following is not None and (following.capital or following.low in DETERMINERS))


def walk_on(line: Line, first: int, cast: Cast) -> int:
    """Where the phrase that begins at a token may end at the latest: before a comma, a verb, a clause."""
    at = first
    while at + 1 < len(line.tokens) and at - first < 30:
        token = line.tokens[at + 1]
        if token.quotation >= 0:
            break
        if token.low == "and":
            if not _joins_names(line, at + 1, cast):
                break
        elif (
            token.low in CONJUNCTIONS
            or token.low in FINITE
            or (not token.is_word and token.low not in {"&", "/"})
            or (token.low in PREPOSITIONS and not _complements(line, at))
            or (token.low in DETERMINERS and line.low(at) not in PREPOSITIONS and line.low(at) != "and")
            or (token.low in _BREAKING and not token.capital)
            or (token.low.endswith("ed") and not token.capital and is_noun(line.low(at)))
        ):
            break
        at += 1
    return at
