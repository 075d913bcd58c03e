"""Cues of speech in a sentence: a verb of saying, who its subject is, whom it addresses, where its words begin."""

from dataclasses import dataclass

from kg.extract.lexicon import wordset
from kg.extract.statements.cast import Cast
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
from kg.extract.statements.verbs import Form, Forms, Verb, forms, lemma
from kg.extract.statements.words import (
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    FINITE,
    HEDGES,
    MODALS,
    NEGATIONS,
    PEOPLE_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    QUESTIONS,
)
from kg.model import Span

__all__ = ["Cue", "Side", "cues"]


@dataclass(frozen=True, slots=True)
class Cue:
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


_TIMES = DAYS | wordset("on in of turn course earlier later all both himself herself themselves itself")
_AFTER_ADDRESSEE = QUESTIONS | {"that", "to", '"', ",", ":", "not", "against", "on", "of"}
# Tokens of an addressee.
_FAR = 12
_DO = wordset("do does did don't doesn't didn't will won't would wouldn't")
# Verbs that another verb follows: what counts is the second.
_GOVERNING = wordset(
    "continue continues continued try tries tried trying attempt attempts attempted begin begins began start starts "
    "started appear appears appeared seem seems seemed tend tends tended fail fails failed used went goes move moved "
    "moves rush rushed managed keep keeps kept stop stops stopped have has had is are was were want wants wanted like "
    "hesitated sought seeks seek"
)
# Behind these forms a noun could not stand: they are verbs.
_OPENING = DETERMINERS | PRONOUNS | wordset("that how whether why what")
_PLURALS = PEOPLE_NOUNS | wordset("data women men children police media")
# Words inside a phrase, and one more.
_WIDEST = 4
_DEGREES = wordset("very so too quite rather still also more most less at all deeply pretty now long far as always")
# Phrases of time and place between a subject and its verb begin so.
_SETTING = wordset("after before during following in at on")
# Tokens of a participle between commas, and how it goes on.
_REMARK = 7
_REMARKING = wordset("here last earlier by this")
# Behind these a name is no subject, but part of one.
_INSIDE = wordset("of in from for at across")
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
    for at, token in enumerate(line.tokens):
        if at <= skip or token.quotation >= 0 or at in taken:
            continue
        if token.low == "according" and line.low(at + 1) == "to":
            found = _according(line, at, cast)
        elif token.low in known:
            found = _verb(line, at, known[token.low], cast, bool(out))
        else:
            continue
        if found:
            out.append(found)
            skip = found.last
    return tuple(out)


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
    phrase = _phrase(line, at, candidates.phrases) if candidates.phrases else None
    if phrase is not None:
        return _cue(spot(line, phrase[0], at, phrase[1], passed), cast)
    for form in candidates.alone:
        found = _cue(spot(line, form, at, at, passed), cast)
        if found:
            return found
    return None


def _cue(here: Spot, cast: Cast) -> Cue | None:
    if not here.form.verb.speech:
        here = _chained(here) or here
    return _passive(here, cast) if here.passive else _active(here, cast)


def _phrase(line: Line, at: int, phrases: dict[str, tuple[Form, ...]]) -> tuple[Form, int] | None:
    """The phrase that begins with a token and its last token; a few words may stand behind the first."""
    if line.low(at + 1) in {"quoted", "cited"}:
        # 'was quoted by the agency on Friday as saying'
        told = next((i for i in range(at + 2, at + _FAR) if line.low(i) == "as"), 0)
        forms_here = phrases.get(line.low(at + 1), ()) if told else ()
        return next(((form, told + 1) for form in forms_here if line.low(told + 1) == form.verb.rest[-1]), None)
    for gap in range(_WIDEST):
        for form in phrases.get(line.low(at + gap + 1), ()):
            rest = form.verb.rest
            last = at + gap + len(rest)
            if all(line.low(at + gap + 1 + i) == word for i, word in enumerate(rest)) and _inserted(line, at + 1, gap):
                return form, last
    return None


def _inserted(line: Line, at: int, number: int) -> bool:
    """Whether some words may stand inside a phrase: 'called on Monday for', 'are not at all sure'."""
    if number == 0:
        # 'called on Monday' is no 'called on'
        return line.low(at + 1) not in DAYS
    word = line.low(at)
    if number == 1 and (word in DAYS or word in {"again", "repeatedly", "also"}):
        return True
    if word == "on" and number == 2:
        return line.low(at + 1) in DAYS
    between = (line.low(i) for i in range(at, at + number))
    return all(word in _DEGREES or word in NEGATIONS or word.endswith("ly") for word in between)


def _chained(here: Spot) -> Spot | None:
    """The spot of the verb that governs a bare or -ing form: 'did not say', 'continued to call for', 'kept asking'."""
    line, at = here.line, here.before
    if line.low(at) == "to" and here.form.shape == "base":
        at -= 1
        at -= line.low(at) in {"not", "yet"}
    governs = line.low(at) in (_DO if here.form.shape == "base" and at == here.before else _GOVERNING)
    if not governs or here.form.shape not in {"base", "ing"}:
        return None
    form = Form(here.form.verb, "past" if line.low(at) != "do" and not line.low(at).startswith("don") else "base")
    return spot(line, form, at, here.last, here.passed)


def _active(here: Spot, cast: Cast) -> Cue | None:
    line = here.line
    if _is_remark(here):
        return None
    several = None
    if not is_verb(here, cast):
        several = _several(here)
        if several is None:
            return None
    side, subject = (Side.BEFORE, several) if several else subject_of(here, cast)
    if subject is None and side is Side.BEFORE and not here.participle and _personal(here.form.verb):
        subject = anybody(line, here.before)
    if subject is None and side is Side.BEFORE and not here.participle:
        subject = _before_phrase(line, here.before, cast)
    if subject is not None and side is Side.BEFORE and line.low(subject.first - 1) in _INSIDE:
        subject = _around(line, here.before, cast) or subject
    if side is not Side.SHARED and subject is None:
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
        span=line.span(_group(here), here.last),
        source=_source(here, side, subject),
        addressee=addressee,
        negated=here.negated or any(_negates(line, i) for i in range(here.at, here.last)),
        hedged=any(line.low(i) in HEDGES for i in around),
    )


def _around(line: Line, before: int, cast: Cast) -> Subject | None:
    """The subject that a name behind a preposition belongs to: 'rivals of the minister', 'soldiers in Burkina Faso'.

    A person or state before a phrase of place is the subject by itself: 'the minister in a letter to Chad'.
    """
    found = _before_phrase(line, before, cast)
    return found if found and found.phrase.sort not in {Sort.PEOPLE, Sort.INSTITUTION} else anybody(line, before)


def _is_remark(here: Spot) -> bool:
    """Whether this is a participle between commas: 'the decision, announced here Friday, to leave'."""
    line, following = here.line, here.following
    if here.previous != "," or here.form.shape != "past" or here.auxiliary:
        return False
    closed = next((i for i in range(here.last + 1, here.last + _REMARK) if line.low(i) == ","), None)
    return closed is not None and (following in DAYS or following in _REMARKING)


def _before_phrase(line: Line, before: int, cast: Cast) -> Subject | None:
    """The subject in front of a phrase of time or place: 'the department after the talks warned'."""
    for at in range(before - 1, max(0, before - _FAR), -1):
        token = line.tokens[at]
        if not token.is_word or token.low in FINITE or token.low in CONJUNCTIONS - PREPOSITIONS:
            return None
        if token.low in _SETTING and line.tokens[at - 1].is_word:
            found = subject_before(line, at - 1, cast)
            return found if found and line.low(found.first - 1) not in PREPOSITIONS else None
    return None


def _negates(line: Line, at: int) -> bool:
    """Whether a token inside a verb group negates it: 'did not say', 'aren't sure', 'has yet to explain'."""
    return line.low(at) in NEGATIONS or line.low(at) == "yet" or line.low(at).endswith("n't")


def _personal(verb: Verb) -> bool:
    """Whether only persons do it: any noun may be the subject."""
    return not verb.speech or verb.lemma in _ONLY_SPEAKERS


def _several(here: Spot) -> Subject | None:
    """'Those close to him say', 'observers around the world argue': a plural whose last word does not show it."""
    line = here.line
    free = here.form.shape in {"base", "s"} and not here.auxiliary & MODALS and not here.negated
    if not free or not _personal(here.form.verb) or here.previous in MODALS | {"to", "do", "does", "did"}:
        return None
    if line.low(here.at) in NOUN_TOO and (here.form.verb.speech or here.following not in _OPENING):
        return None
    found = anybody(line, here.before)
    if found is None:
        return None
    if here.form.shape == "s":
        return None if here.form.verb.speech or found.phrase.head.endswith("s") else found
    plural = found.phrase.head in _PLURALS or found.phrase.head.endswith("s")
    return found if plural or here.line.low(found.first) in {"those", "all", "most", "many", "some"} else None


def _group(here: Spot) -> int:
    """The first token of the verb group: 'has repeatedly said', 'also said'; days and times in front are left out."""
    first = here.before + 1
    while first < here.at and (not here.line.tokens[first].is_word or here.line.low(first) in _TIMES):
        first += 1
    return first


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
        span=here.line.span(_group(here), here.last),
        source=source_after(here.line, found),
        passive=True,
    )


def _addressee(line: Line, at: int, verb: Verb, cast: Cast) -> tuple[Phrase | None, int]:
    """Whom the verb addresses, and the first token after."""
    if "x" not in verb.frame or at >= len(line.tokens):
        return None, at
    if line.low(at) in {"to", "at", "with"}:
        at += 1
    if line.low(at) == "that":
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
