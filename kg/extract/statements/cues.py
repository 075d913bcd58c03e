"""Cues of speech in a sentence: a verb of saying, who its subject is, whom it addresses, where its words begin."""

from dataclasses import dataclass

from kg.extract.lexicon import wordset
from kg.extract.statements.cast import Cast
from kg.extract.statements.line import Line
from kg.extract.statements.phrases import Phrase, Sort, phrase_starting
from kg.extract.statements.spots import Side, Spot, is_verb, spot, subject_of
from kg.extract.statements.subjects import Subject, agent, source_after, source_before, subject_after
from kg.extract.statements.verbs import Form, Verb, forms, lemma
from kg.extract.statements.words import AUXILIARIES, HEDGES
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


_DAYS = wordset("monday tuesday wednesday thursday friday saturday sunday today yesterday")


def cues(line: Line, cast: Cast) -> tuple[Cue, ...]:
    """The cues of a sentence, in order."""
    known = forms()
    out: list[Cue] = []
    skip = -1
    for at, token in enumerate(line.tokens):
        if at <= skip or token.quotation >= 0:
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
    if not subject or subject.phrase.sort in {Sort.DOCUMENT, Sort.VEHICLE, Sort.PRONOUN}:
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


def _verb(line: Line, at: int, candidates: tuple[Form, ...], cast: Cast, passed: bool) -> Cue | None:
    for form in candidates:
        gap = _gap(line, at + 1, form.verb.rest)
        last = at + gap + len(form.verb.rest)
        if any(line.low(at + gap + 1 + i) != w for i, w in enumerate(form.verb.rest)):
            continue
        here = spot(line, form, at, last, passed)
        found = _passive(here, cast) if here.passive else _active(here, cast)
        if found or form.verb.rest:
            return found
    return None


def _gap(line: Line, at: int, rest: tuple[str, ...]) -> int:
    """How many words of time stand between a verb and its particle ('called on Monday for')."""
    if not rest or (line.low(at) == rest[0] and line.low(at + 1) not in _DAYS):
        return 0
    if line.low(at) in _DAYS or line.low(at) in {"again", "repeatedly", "also"}:
        return 1
    return 2 if line.low(at) == "on" and line.low(at + 1) in _DAYS else 0


def _active(here: Spot, cast: Cast) -> Cue | None:
    if not is_verb(here, cast):
        return None
    line = here.line
    side, subject = subject_of(here, cast)
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
        negated=here.negated,
        hedged=any(line.low(i) in HEDGES for i in around),
    )


def _group(here: Spot) -> int:
    """The first token of the verb group: 'has repeatedly said'; adverbs in front of it are left out."""
    first = here.before + 1
    while first < here.at and (here.line.low(first) not in AUXILIARIES or not here.line.tokens[first].is_word):
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
    if not found or "q" not in here.form.verb.frame:
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
    found = phrase_starting(line, at, cast)
    if not found or line.low(at) == "that":
        return None, at
    following = line.at(found.span.end)
    if verb.lemma == "advise" and line.low(following) == "on":
        return None, at
    if verb.lemma != "tell" and line.low(following) not in {"that", "to", '"', ",", ":", "not", "against", "on"}:
        return None, at
    return found, following
