"""The statements of two readers: the same words are one statement, whoever reads them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from kg import codes
from kg.extract.agreement.surety import confirmed
from kg.model import Actor, ActorKind, Dropped, Span, Statement

__all__ = ["heard_statements"]


class _Heard(NamedTuple):
    statements: tuple[Statement, ...]
    dropped: tuple[Dropped, ...]


class _Places:
    """Which statement stands at a place."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        spans = ((span, n) for n, s in enumerate(statements) for span in _stretches(s))
        self._spans = sorted(spans, key=lambda s: s[0])
        self._starts = [span.start for span, _ in self._spans]
        self._reach = list(accumulate((span.end for span, _ in self._spans), max))

    def meeting(self, span: Span) -> int | None:
        """The first statement whose words share a character with the stretch."""
        at = bisect_left(self._starts, span.end) - 1
        found = None
        while at >= 0 and self._reach[at] > span.start:
            if self._spans[at][0].meets(span):
                found = self._spans[at][1]
            at -= 1
        return found


def heard_statements(core: Sequence[Statement], second: Sequence[Statement]) -> _Heard:
    """The core's statements, confirmed and given speakers where nobody was named; new ones in text order.

    A speaker who is another by the second reader is dropped, with the reason.
    """
    merged, added, dropped = list(core), list[Statement](), list[Dropped]()
    places, taken = _Places(core), set[Span]()
    for told in second:
        met = [n for part in told.parts if (n := places.meeting(part.span)) is not None]
        if met:
            merged[met[0]] = _merged(merged[met[0]], told, dropped)
        elif not any(part.span in taken for part in told.parts):
            added.append(told)
            taken.update(part.span for part in told.parts)
    if added:
        merged = sorted(merged + added, key=lambda s: s.parts[0].span)
    return _Heard(tuple(merged), tuple(dropped))


def _stretches(said: Statement) -> list[Span]:
    spans = [part.span for part in said.parts]
    return [*spans, said.clause_span] if said.clause_span else spans


def _merged(known: Statement, told: Statement, dropped: list[Dropped]) -> Statement:
    if told.speaker is None:
        return known
    if known.speaker is None and known.role is None:
        return _attributed(known, told)
    if _is_one(known, told):
        return replace(
            known,
            sentence=confirmed(known.sentence, told.sentence),
            parts=tuple(confirmed(part, told.sentence) for part in known.parts),
            represents=known.represents or told.represents,
        )
    ours = known.speaker.key if known.speaker else known.role
    reason = f"{told.sentence.rule}: said by {told.speaker.key}, but it is {ours} by {known.sentence.rule}"
    dropped.append(Dropped("statement", reason, told.sentence.span, told.sentence.quote))
    return known


def _attributed(known: Statement, told: Statement) -> Statement:
    """Words of nobody get the speaker that the second reader gives them, at its confidence."""
    by, sure = told.sentence.rule, told.sentence.confidence
    return replace(
        known,
        speaker=told.speaker,
        role=told.role,
        represents=told.represents,
        attributed_as=told.attributed_as,
        verb=known.verb or told.verb,
        source_span=told.source_span,
        cue_span=known.cue_span or told.cue_span,
        sentence=replace(known.sentence, rule=by, confidence=sure),
        parts=tuple(replace(part, rule=by, confidence=sure) for part in known.parts),
    )


def _is_one(known: Statement, told: Statement) -> bool:
    """Whether two readers name one speaker: by one name or a part of it, or as one state or organisation."""
    ours, theirs = known.speaker, told.speaker
    if ours is None or theirs is None:
        return False
    if same_name(ours, theirs) or (ours.kind is theirs.kind is ActorKind.DOCUMENT):
        return True
    people = ActorKind.OFFICIAL in (ours.kind, theirs.kind)
    return not people and known.represents is not None and known.represents == told.represents


def same_name(ours: Actor, theirs: Actor) -> bool:
    """Whether one name is the other or its last words."""
    mine, other = codes.name_key(ours.key).split(), codes.name_key(theirs.key).split()
    shorter, longer = sorted((mine, other), key=len)
    return bool(shorter) and longer[-len(shorter) :] == shorter
