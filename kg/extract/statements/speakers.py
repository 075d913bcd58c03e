"""Subjects of verbs of saying that the grammar of one phrase does not show: sources quoted by others, names with the
house they belong to ('Ann Lee of the Red Cross'), a person and a counterpart."""

from kg.extract.statements.bounds import is_noun
from kg.extract.statements.cast import Cast
from kg.extract.statements.cues import Cue, Side
from kg.extract.statements.line import Line
from kg.extract.statements.phrases import Phrase, Sort, phrase_ending
from kg.extract.statements.subjects import subject_after
from kg.extract.statements.words import DETERMINERS, PREPOSITIONS
from kg.model import Span

QUOTING = frozenset({"quote", "cite", "report"})
_AS = frozenset({"saying", "telling", "stating", "writing", "warning", "declaring", "adding"})
# Tokens of the one quoted, posts and appositions included.
_REACH = 14
# Tokens from a participle to the name that it governs.
_NEAR = 4
_BELONGING = frozenset({"of", "from", "at", "with"})
_HOUSES = frozenset({Sort.JOINT, Sort.NAME, Sort.ACTOR, Sort.INSTITUTION, Sort.PEOPLE})
_LISTED = frozenset({Sort.ACTOR, Sort.JOINT})
_COMPANIONS = frozenset({Sort.PERSON, Sort.ACTOR, Sort.NAME})
_SECOND = frozenset({Sort.POST, Sort.NAME, Sort.PERSON})


def quoted_by(line: Line, cue: Cue, cast: Cast) -> Phrase | None:
    """Whom an agency quotes: '…, Tass quoted the envoy as saying', 'Tass reported the envoy as saying'."""
    if cue.verb.lemma not in QUOTING or cue.passive:
        return None
    found = subject_after(line, cue.content, cast)
    if found is None:
        return None
    closes = line.low(found.last + 1) in {".", ""} and cue.verb.lemma != "report"
    if closes and cue.shape == "ing" and cue.side is Side.SHARED:
        return found.phrase  # '"…," an aide said, quoting the envoy.'
    return found.phrase if as_saying(line, found.last + 1) is not None else None


def as_saying(line: Line, first: int) -> int | None:
    """The 'as' of 'as saying', soon behind a token."""
    until = min(first + _REACH, len(line.tokens) - 1)
    return next((i for i in range(first, until) if line.low(i) == "as" and line.low(i + 1) in _AS), None)


def whole(line: Line, cue: Cue, cast: Cast) -> Cue:
    """The cue with all of its subject: an article, the person before 'of the Red Cross', the one before 'and'."""
    subject, first = cue.subject, cue.begin
    if subject is None:
        return cue
    if subject.sort in _LISTED:
        listed = _listed(line, subject, cue.side is Side.AFTER, cast)
        if listed is not None:
            begin, end = line.at(listed.span.start), line.at(listed.span.end) - 1
            after = cue.side is Side.AFTER
            return cue._replace(
                subject=listed,
                source=listed.span,
                begin=cue.begin if after else begin,
                end=end if after else cue.end,
                content=max(cue.content, end + 1) if after else cue.content,
            )
    if cue.side is not Side.BEFORE or first == 0:
        return cue
    if line.low(first - 1) in DETERMINERS and line.tokens[first - 1].is_word and subject.sort in _HOUSES:
        first -= 1
    before = line.low(first - 1)
    found = None
    if before in _BELONGING and subject.sort in _HOUSES:
        found = _belonging(line, first - 2, subject, cast)
    elif before == "and" and subject.sort in _SECOND:
        found = _joined(line, first - 2, subject, cast)
    if found is None and before in PREPOSITIONS and subject.sort in _COMPANIONS:
        found = _travelling(line, first - 2, subject, cast)
    if found is not None:
        return cue._replace(subject=found, begin=line.at(found.span.start), source=found.span)
    return cue if first == cue.begin else cue._replace(begin=first)


def _listed(line: Line, subject: Phrase, forwards: bool, cast: Cast) -> Phrase | None:
    """'The United States, Britain, and Germany': all actors of a list that an 'and' ends, where a verb names one."""
    first, last = line.at(subject.span.start), line.at(subject.span.end) - 1
    begin, end = (first, _list_on(line, last, cast)) if forwards else (_list_back(line, first, cast), last)
    if (begin, end) == (first, last):
        return None
    span = line.span(begin, end)
    words = line.of(begin, end)
    return Phrase(Sort.JOINT, span, words, "", core=words)


def _list_back(line: Line, first: int, cast: Cast) -> int:
    """The first token of a list of actors whose last one begins at a token, or that token."""
    at, joined = first, False
    while at > 1:
        before = at - 2 if line.low(at - 1) == "the" else at - 1
        joined = joined or line.low(before) == "and"
        sign = before
        before -= line.low(before) == "and"
        before -= line.low(before) == ","
        actor = cast.actor_ending(line.tokens[before].end) if before >= 0 and (joined and before < sign) else None
        if actor is None:
            break
        at = line.at(actor.span.start)
    return at - (at != first and line.low(at - 1) == "the")


def _list_on(line: Line, last: int, cast: Cast) -> int:
    """The last token of a list of actors whose first one ends with a token, or that token."""
    at = last
    while at + 2 < len(line.tokens):
        after = at + 1 + (line.low(at + 1) == ",")
        joined = line.low(after) == "and"
        after += joined
        after += line.low(after) == "the"
        actor = cast.actor_starting(line.tokens[after].start) if at + 1 < after < len(line.tokens) else None
        if actor is None:
            return last
        at = line.at(actor.span.end) - 1
        if joined:
            return at
    return last


def _belonging(line: Line, last: int, house: Phrase, cast: Cast) -> Phrase | None:
    """The person whose name ends at a token, before the house they belong to."""
    if last < 0 or not line.tokens[last].capital or is_noun(line.low(last)):
        return None
    named = phrase_ending(line, last, cast)
    if named is not None and named.person is not None:
        span = Span(named.span.start, house.span.end)
        return Phrase(Sort.PERSON, span, line.text(span.start, span.end), "", person=named.person)
    first = last
    while first > 0 and line.tokens[first - 1].capital and not line.low(first - 1).endswith("'s"):
        first -= 1
    if first == last or cast.actor_ending(line.tokens[last].end):
        return None
    span = Span(line.tokens[first].start, house.span.end)
    words = line.text(span.start, span.end)
    return Phrase(Sort.NAME, span, words, line.low(last), actor=house.actor, core=line.of(first, last))


def _travelling(line: Line, last: int, companion: Phrase, cast: Cast) -> Phrase | None:
    """'A senior official travelling with Baker': the official."""
    for at in range(last, max(0, last - _NEAR), -1):
        if line.low(at).endswith("ing") and is_noun(line.low(at - 1)):
            found = phrase_ending(line, at - 1, cast)
            if found is None or found.sort not in {Sort.POST, Sort.PEOPLE, Sort.INSTITUTION}:
                return None
            return found._replace(span=Span(found.span.start, companion.span.end), core=found.words)
    return None


def _joined(line: Line, last: int, second: Phrase, cast: Cast) -> Phrase | None:
    """'Lavrov and his Syrian counterpart': both, where the first is a person."""
    first = phrase_ending(line, last, cast)
    if first is None or first.person is None:
        return None
    name = second.person.name if second.person else second.core or second.words
    span = Span(first.span.start, second.span.end)
    both = f"{first.person.name} and {name}"
    return Phrase(Sort.JOINT, span, line.text(span.start, span.end), "", core=both)
