"""Cues of speech in a sentence: a verb of saying, who its subject is, whom it addresses, where its words begin."""

from typing import NamedTuple

from kg.extract.lexicon import wordset
from kg.extract.statements.bounds import is_noun
from kg.extract.statements.cast import Cast
from kg.extract.statements.groups import chained, group, negates, phrase
from kg.extract.statements.line import Line
from kg.extract.statements.phrases import Phrase, Sort, phrase_starting
from kg.extract.statements.spots import NOUN_TOO, Side, Spot, is_verb, spot, subject_of
from kg.extract.statements.subjects import (
    Subject,
    agent,
    anybody,
    source_after,
    source_before,
    subject_after,
    subject_before,
)
from kg.extract.statements.verbs import Forms, Verb, forms, lemma
from kg.extract.statements.words import (
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    FINITE,
    HEDGES,
    MODALS,
    PEOPLE_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    QUESTIONS,
)
from kg.model import Span

__all__ = ["Cue", "Side", "cues"]


class Cue(NamedTuple):
    """A verb of saying at the tokens ``first`` to ``last``.

    ``subject`` is None where the verb shares the subject of another. ``begin`` is the first token of subject and verb,
    ``end`` the last one; ``span`` is the verb with its auxiliaries and what stands between. ``content`` is the first
    token after verb and addressee. ``source`` is the subject as printed, appositions included, or the relative pronoun
    that stands for it. ``passive`` cues name their speaker after *by*.
    """

    verb: Verb
    shape: str
    first: int
    last: int
    words: str
    side: Side
    subject: Phrase | None
    begin: int
    end: int
    content: int
    span: Span
    source: Span | None = None
    addressee: Phrase | None = None
    passive: bool = False
    negated: bool = False
    hedged: bool = False


_AFTER_ADDRESSEE = QUESTIONS | {"that", "to", '"', ",", ":", "not", "against", "on", "of"}
# Tokens of an addressee.
_FAR = 12
# Behind these forms a noun could not stand: they are verbs.
_OPENING = DETERMINERS | PRONOUNS | wordset("that how whether why what")
_PLURALS = PEOPLE_NOUNS | wordset("data women men children police media")
# Behind these a verb has no ending.
_BARE = MODALS | wordset("to do does did")
# These end a phrase of time or place.
_JOINING = CONJUNCTIONS - PREPOSITIONS
# Phrases of time and place between a subject and its verb begin so.
_SETTING = wordset("after before during following in at on")
_TIMING = wordset("just only this last earlier early late month week year morning evening night afternoon")
# Tokens of a participle between commas, and how it goes on.
_REMARK = 7
_REMARKING = wordset("here last earlier by this")
# Behind these a name is no subject, but part of one.
_INSIDE = wordset("of in from for at across")
# 'is … to': what people at large think.
_SUPPOSED = wordset("expect believe say think report understand estimate allege assume know fear consider rumour")
# What only somebody who speaks or writes does: any noun may be the subject.
_ONLY_SPEAKERS = wordset("say tell ask argue insist reply write explain complain claim joke testify recall remark")


def cues(
    line: Line,
    cast: Cast,
    verbs: dict[str, Forms] | None = None,
    taken: frozenset[int] = frozenset(),
) -> tuple[Cue, ...]:
    """The cues of a sentence, in order: verbs of saying, or those of ``verbs``; tokens ``taken`` are passed over."""
    known = forms() if verbs is None else verbs
    out: list[Cue] = []
    skip = -1
    for at in [i for i, word in enumerate(line.lows) if word in known or word == "according"]:
        if at <= skip or at in taken:
            continue
        forms_here = known.get(line.lows[at])
        if forms_here is not None:
            found = _verb(line, at, forms_here, cast, bool(out))
        else:
            found = _according(line, at, cast) if line.low(at + 1) == "to" else None
        if found:
            if out and found.subject and found.subject.sort is Sort.PEOPLE and found.begin <= out[-1].first:
                found = _unswallowed(found, out[-1])
            out.append(found)
            skip = found.last
    return tuple(out)


def _unswallowed(cue: Cue, earlier: Cue) -> Cue:
    """'They warned of war, called for talks': a subject that swallows the verb before is that verb's own."""
    swallows = cue.subject is not None and cue.subject.span.start <= earlier.span.start < cue.subject.span.end
    if not swallows or cue.side is not Side.BEFORE:
        return cue
    return cue._replace(side=Side.SHARED, subject=None, source=None, begin=cue.first)


def _according(line: Line, at: int, cast: Cast) -> Cue | None:
    """'according to the ministry'."""
    subject = subject_after(line, at + 2, cast)
    if not subject or subject.phrase.sort is Sort.PRONOUN:
        return None
    return Cue(
        verb=Verb("according to", lemma("say").act, "qtb"),
        shape="past",
        first=at,
        last=at + 1,
        words=line.of(at, at + 1),
        side=Side.AFTER,
        subject=subject.phrase,
        begin=at,
        end=subject.last,
        content=subject.last + 1,
        span=line.span(at, at + 1),
        source=source_after(line, subject),
    )


def _verb(line: Line, at: int, candidates: Forms, cast: Cast, passed: bool) -> Cue | None:
    whole = phrase(line, at, candidates.phrases) if candidates.phrases else None
    if whole is not None:
        return _cue(spot(line, whole[0], at, whole[1], passed), cast)
    for form in candidates.alone:
        found = _cue(spot(line, form, at, at, passed), cast)
        if found:
            return found
    return None


def _cue(here: Spot, cast: Cast) -> Cue | None:
    if not here.form.verb.speech:
        here = chained(here) or here
    return _passive(here, cast) if here.passive else _active(here, cast)


def _active(here: Spot, cast: Cast) -> Cue | None:
    line = here.line
    if _is_remark(here):
        return None
    several = None
    if not is_verb(here, cast):
        several = _several(here, cast)
        if several is None:
            return None
    side, subject = (Side.BEFORE, several) if several else subject_of(here, cast)
    if subject is None and side is Side.BEFORE and not here.participle and _personal(here.form.verb):
        subject = anybody(line, here.before)
    if subject is None and side is Side.BEFORE and not here.participle:
        subject = _before_phrase(line, here.before, cast) or _host(line, here)
    if subject is not None and side is Side.BEFORE and line.low(subject.first - 1) in _INSIDE and not here.participle:
        subject = _around(line, here.before, cast) or subject
    if subject is not None and side is Side.BEFORE and subject.phrase.sort is Sort.NAME:
        subject = _with_kind(line, subject)
    unreal = subject is not None and side is Side.BEFORE and line.low(subject.first - 1) in {"if", "unless"}
    asked = here.before < 0 and here.form.shape == "past" and subject is None  # 'Asked about it, the envoy said'
    if unreal or asked or (side is not Side.SHARED and subject is None):
        return None
    end = subject.last if subject and side is Side.AFTER else here.last
    begin = subject.first if subject and side is Side.BEFORE else here.at
    addressee, content = _addressee(line, end + 1, here.form.verb, cast)
    around = range(max(0, begin - 1), min(len(line.tokens), here.last + 2))
    return Cue(
        verb=here.form.verb,
        shape=here.form.shape,
        first=here.at,
        last=here.last,
        words=line.of(here.at, here.last),
        side=side,
        subject=subject.phrase if subject else None,
        begin=begin,
        end=end,
        content=content,
        span=line.span(group(here), here.last),
        source=_source(here, side, subject),
        addressee=addressee,
        negated=here.negated or any(negates(line, i) for i in range(here.at, here.last)),
        hedged=any(line.low(i) in HEDGES for i in around),
    )


def _host(line: Line, here: Spot) -> Subject | None:
    """Whoever a relative clause is about: 'a lawyer who said'."""
    if here.previous != "who" or not _personal(here.form.verb):
        return None
    last = here.before - 1
    return anybody(line, last - (line.low(last) == ","))


def _around(line: Line, before: int, cast: Cast) -> Subject | None:
    """The subject that a name behind a preposition belongs to: 'rivals of the minister', 'soldiers in Burkina Faso'.

    A person or state before a phrase of place is the subject by itself: 'the minister in a letter to Chad'.
    """
    found = _before_phrase(line, before, cast)
    return found if found and found.phrase.sort not in {Sort.PEOPLE, Sort.INSTITUTION} else anybody(line, before)


def _with_kind(line: Line, subject: Subject) -> Subject:
    """A name with what it is a name of: 'the Norwegian newspaper Aftenposten'."""
    whole = anybody(line, subject.last) if is_noun(line.low(subject.first - 1)) else None
    return subject._replace(first=whole.first) if whole else subject


def _is_remark(here: Spot) -> bool:
    """Whether this is a participle between commas: 'the decision, announced here Friday, to leave'."""
    line, following = here.line, here.following
    if here.previous != "," or here.form.shape != "past" or here.auxiliary:
        return False
    closed = next((i for i in range(here.last + 1, here.last + _REMARK) if line.low(i) == ","), None)
    return closed is not None and (following in DAYS or following in _REMARKING)


def _before_phrase(line: Line, before: int, cast: Cast) -> Subject | None:
    """The subject in front of a phrase of time or place: 'the department after the talks warned'."""
    timed = before
    while line.low(timed) in _TIMING:
        timed -= 1
    if timed < before:
        # 'the ministry just this month announced'
        return subject_before(line, timed, cast) if timed >= 0 else None
    for at in range(before - 1, max(0, before - _FAR), -1):
        token = line.tokens[at]
        if not token.is_word or token.low in FINITE or token.low in _JOINING:
            return None
        if token.low in _SETTING and line.tokens[at - 1].is_word:
            found = subject_before(line, at - 1, cast)
            return found if found and line.low(found.first - 1) not in PREPOSITIONS else None
    return None


def _personal(verb: Verb) -> bool:
    """Whether only persons do it: any noun may be the subject."""
    return not verb.speech or verb.lemma in _ONLY_SPEAKERS


def _several(here: Spot, cast: Cast) -> Subject | None:
    """'Those around the emir say', 'observers around the world argue': a plural whose last word does not show it."""
    line = here.line
    free = here.form.shape in {"base", "s"} and not here.auxiliary & MODALS and not here.negated
    if not free or not _personal(here.form.verb) or here.previous in _BARE:
        return None
    told = here.before < here.at - 1  # a noun has no adverb in front of it
    if line.low(here.at) in NOUN_TOO and (here.form.verb.speech or not (told or here.following in _OPENING)):
        return None
    if here.previous == ",":
        # 'Chad and Mali, which share a border, say'
        remarked = subject_before(line, here.before, cast)
        return remarked if remarked and remarked.phrase.sort in {Sort.JOINT, Sort.PEOPLE} else None
    found = anybody(line, here.before)
    if found is None:
        return None
    if here.form.shape == "s":
        return None if here.form.verb.speech or found.phrase.head.endswith("s") else found
    plural = found.phrase.head in _PLURALS or found.phrase.head.endswith("s")
    return found if plural or here.line.low(found.first) in {"those", "all", "most", "many", "some"} else None


def _source(here: Spot, side: Side, subject: Subject | None) -> Span | None:
    """The subject as printed; None where it is shared."""
    if subject is None:
        return None
    if side is Side.AFTER:
        return source_after(here.line, subject)
    return source_before(here.line, subject, here.before)


def _passive(here: Spot, cast: Cast) -> Cue | None:
    """'was described as "a farce" by the envoy', 'expressed by the ambassador:'."""
    found = agent(here.line, here.last + 1, cast)
    if not found and here.following == "to" and not here.form.verb.speech and here.form.verb.lemma in _SUPPOSED:
        return _nobody(here)
    if not found or ("q" not in here.form.verb.frame and here.form.verb.speech):
        return None
    return Cue(
        verb=here.form.verb,
        shape=here.form.shape,
        first=here.at,
        last=here.last,
        words=here.line.of(here.at, here.last),
        side=Side.AFTER,
        subject=found.phrase,
        begin=here.at,
        end=found.last,
        content=here.last + 1,
        span=here.line.span(group(here), here.last),
        source=source_after(here.line, found),
        passive=True,
    )


def _nobody(here: Spot) -> Cue:
    """'is expected to', 'was said to': nobody in particular thinks so."""
    return Cue(
        verb=Verb(here.form.verb.lemma, here.form.verb.act, "i", speech=False),
        shape=here.form.shape,
        first=here.at,
        last=here.last,
        words=here.line.of(here.at, here.last),
        side=Side.SHARED,
        subject=None,
        begin=here.at,
        end=here.last,
        content=here.last + 1,
        span=here.line.span(group(here), here.last),
        negated=here.negated,
    )


def _addressee(line: Line, at: int, verb: Verb, cast: Cast) -> tuple[Phrase | None, int]:
    """Whom the verb addresses, and the first token after."""
    if "x" not in verb.frame or at >= len(line.tokens):
        return None, at
    if line.low(at) in {"to", "at", "with"}:
        at += 1
    if line.low(at) == "that" and "t" in verb.frame:
        return None, at
    found = phrase_starting(line, at, cast)
    following = line.at(found.span.end) if found else at
    if verb.lemma == "advise" and line.low(following) == "on":
        return None, at
    if not found or (verb.lemma != "tell" and line.low(following) not in _AFTER_ADDRESSEE):
        return _anybody_addressed(line, at)
    return found, following


def _anybody_addressed(line: Line, at: int) -> tuple[Phrase | None, int]:
    """Whatever noun phrase stands before 'that' or 'to': 'told a rally of nurses that', 'warned election boards to'."""
    for end in range(at, min(at + _FAR, len(line.tokens))):
        word = line.low(end)
        if word in {"that", "to"} and end > at and line.low(end - 1) not in PREPOSITIONS:
            words = line.of(at, end - 1)
            return Phrase(Sort.PEOPLE, line.span(at, end - 1), words, line.low(end - 1), core=words), end
        if not line.tokens[end].is_word or word in FINITE or word in CONJUNCTIONS:
            break
    return None, at
