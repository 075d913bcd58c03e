"""The facts of an answer, each held against the words that it gives as evidence.

What a model claims is kept where its words stand in the text, its numbers and names stand in its words, and its names
are known to the core's registers. Values that are not known are left out, facts that then say nothing are dropped.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from kg import codes
from kg.extract.statements.words import DOCUMENTS, PRONOUNS
from kg.llm.answer import Answer, Held, Met, Said, Vote
from kg.llm.scene import Scene, Unfounded
from kg.model import (
    Actor,
    ActorKind,
    Ballot,
    Count,
    Evidence,
    Negotiation,
    Option,
    Outcome,
    OutcomeReport,
    Position,
    Reading,
    Span,
    SponsorRole,
    Sponsorship,
    Statement,
    Tenure,
)

__all__ = ["grounded"]

_VOTING = frozenset({ActorKind.BODY, ActorKind.ORGANIZATION, ActorKind.BLOC})
# Passages of one statement that stand farther apart than this are not shown as one.
_NEAR = 1_000
_LARGEST = 193

Item = TypeVar("Item")
Fact = TypeVar("Fact")


def grounded(answer: Answer, scene: Scene, extractor: str) -> Reading:
    """The reading that an answer comes to; what is not borne out is among its dropped."""
    ballots = _kept("ballot", answer.votes, lambda item: _ballot(item, scene), scene)
    return Reading(
        scene.story.document.id,
        extractor,
        ballots=tuple(_numbered(ballots)),
        statements=tuple(_kept("statement", answer.statements, lambda item: _statement(item, scene), scene)),
        tenures=tuple(_kept("official", answer.officials, lambda item: _tenure(item, scene), scene)),
        negotiations=tuple(_kept("negotiation", answer.negotiations, lambda item: _negotiation(item, scene), scene)),
        dropped=tuple(scene.dropped),
    )


def _kept(kind: str, items: Iterable[Item], fact: Callable[[Item], Fact], scene: Scene) -> list[Fact]:
    kept = []
    for item in items:
        try:
            kept.append(fact(item))
        except Unfounded as why:
            scene.drop(kind, why)
    return kept


def _numbered(ballots: Iterable[Callable[[int], Ballot]]) -> Iterator[Ballot]:
    for number, ballot in enumerate(ballots, 1):
        yield ballot(number)


# --------------------------------------------------------------------------- votes


def _ballot(item: Vote, scene: Scene) -> Callable[[int], Ballot]:
    spans = scene.found("ballot", item.evidence)
    found = scene.setting(item.body, spans)
    if found is None or found[0].kind not in _VOTING or codes.body(found[0].key) is None:
        raise Unfounded("the voting body is not named in its evidence, or is none that we know", spans[0])
    body, elsewhere = found
    counts = tuple(_counts(item, scene, spans[0], body.key))
    positions = tuple(_positions(item, scene, spans[0], body.key, counts))
    outcomes = tuple(_outcomes(item, scene, spans[0]))
    sponsorships = tuple(_sponsorships(item, scene, spans[0]))
    seen = (
        *(c.evidence.span for c in counts),
        *(p.evidence.span for p in positions),
        *(o.evidence.span for o in outcomes),
        *(s.evidence.span for s in sponsorships),
    )
    if not seen:
        raise Unfounded("no number, position or result of it is borne out", spans[0])
    places = sorted({*spans, *seen})

    def numbered(number: int) -> Ballot:
        return Ballot(
            number,
            body.key,
            item.kind,
            tuple(scene.evidence(span) for span in ([elsewhere, *places] if elsewhere else places)),
            when=scene.day(places),
            subject=scene.printed(item.subject, places) or "",
            symbol=scene.printed(item.symbol, places),
            past=item.earlier,
            counts=counts,
            positions=positions,
            outcomes=outcomes,
            sponsorships=sponsorships,
        )

    return numbered


def _counts(item: Vote, scene: Scene, near: Span, body: str) -> Iterator[Count]:
    known = codes.body(body)
    room = _LARGEST if known is None or known.size is None else known.size
    seen: set[Option] = set()
    for told in item.counts:
        try:
            span = scene.find(told.evidence, near.start)
            if told.number not in scene.numbers(span):
                raise Unfounded(f"{told.number} does not stand in its evidence", span)
            if told.option in seen or told.number > room:
                raise Unfounded(f"{told.number} {told.option.value} is more than there can be", span)
        except Unfounded as why:
            scene.drop("tally", why)
            continue
        seen.add(told.option)
        room -= told.number
        yield Count(told.option, told.number, scene.evidence(span))


def _positions(item: Vote, scene: Scene, near: Span, body: str, counts: Iterable[Count]) -> Iterator[Position]:
    limits = {c.option: c.number for c in counts}
    twice = {state for state, n in Counter(told.state for told in item.positions).items() if n > 1}
    named: Counter[Option] = Counter()
    seen: set[str] = set()
    for told in item.positions:
        try:
            span = scene.find(told.evidence, near.start)
            state = scene.actor(told.state, [span])
            if state is None or state.kind is not ActorKind.STATE:
                raise Unfounded(f"{told.state} is not named in its evidence, or is no state", span)
            if told.state in twice or state.key in seen:
                raise Unfounded(f"{told.state} is said to have voted twice", span)
            if named[told.option] >= limits.get(told.option, _LARGEST):
                raise Unfounded(f"{told.state} is one more than voted {told.option.value}", span)
        except Unfounded as why:
            scene.drop("position", why)
            continue
        seen.add(state.key)
        named[told.option] += 1
        yield Position(state.key, told.option, scene.evidence(span), _is_veto(told.veto, told.option, state.key, body))


def _is_veto(told: bool, option: Option, state: str, body: str) -> bool:
    known = codes.state(state)
    return told and option is Option.NO and body == "UNSC" and known is not None and known.p5


def _outcomes(item: Vote, scene: Scene, near: Span) -> Iterator[OutcomeReport]:
    if item.result is None:
        return
    try:
        yield OutcomeReport(Outcome(item.result.outcome), scene.evidence(scene.find(item.result.evidence, near.start)))
    except Unfounded as why:
        scene.drop("outcome", why)


def _sponsorships(item: Vote, scene: Scene, near: Span) -> Iterator[Sponsorship]:
    for told in item.sponsors:
        try:
            span = scene.find(told.evidence, near.start)
            sponsor = scene.actor(told.name, [span])
            if sponsor is None:
                raise Unfounded(f"{told.name} is not named in its evidence, or is nobody that we know", span)
        except Unfounded as why:
            scene.drop("sponsor", why)
            continue
        yield Sponsorship(sponsor, SponsorRole.SPONSOR, scene.evidence(span))


# --------------------------------------------------------------------------- words


def _statement(item: Said, scene: Scene) -> Statement:
    spans = scene.found("statement", item.evidence)
    parts = _parts(item, scene, spans)
    if item.direct and not all(_is_quoted(part, scene) for part in parts):
        raise Unfounded("the words do not stand between quotation marks", parts[0])
    verb = scene.place(item.verb, spans)
    if not item.direct and verb is None:
        raise Unfounded("no verb of saying stands in its evidence", parts[0])
    speaker, represents, named = _speaker(item, scene, spans)
    text = scene.story.document.text
    return Statement(
        words=" ".join(part.of(text) for part in parts),
        direct=item.direct,
        parts=tuple(scene.evidence(part) for part in parts),
        sentence=scene.evidence(_whole(parts, spans)),
        speaker=speaker,
        role=scene.printed(item.role, spans),
        represents=represents,
        attributed_as=named.of(text),
        verb=verb.of(text) if verb else None,
        about=tuple(actor for actor in scene.actors(parts) if actor.kind is not ActorKind.GROUP),
        source_span=named,
        cue_span=verb,
    )


def _parts(item: Said, scene: Scene, spans: list[Span]) -> list[Span]:
    """Where the words stand: all parts, in order, none in another."""
    parts: list[Span] = []
    for words in item.words:
        span = scene.place(words, spans) or scene.find(words, spans[0].start)
        if parts and span.start < parts[-1].end:
            raise Unfounded("the parts of the words stand in another order", span)
        parts.append(span)
    if not parts:
        raise Unfounded("it has no words", spans[0])
    return parts


def _is_quoted(part: Span, scene: Scene) -> bool:
    return any(q.span.holds(part) for q in scene.story.quotations)


def _speaker(item: Said, scene: Scene, spans: list[Span]) -> tuple[Actor, Actor | None, Span]:
    """Who speaks, for whom, and where that is named: a person of the story, or a role or institution as printed."""
    represents = scene.actor(item.represents, spans)
    known = scene.person(item.speaker, spans)
    if known is not None:
        person, place = known
        return Actor(ActorKind.OFFICIAL, person.name), represents or person.represents, place
    named = scene.place(item.speaker, spans)
    if named is None:
        raise Unfounded("the speaker is not named in its evidence", spans[0])
    words = named.of(scene.story.document.text)
    if words.lower() in PRONOUNS:
        raise Unfounded(f"the speaker is only called “{words}”", named)
    kind = ActorKind.DOCUMENT if words.lower().split()[-1] in DOCUMENTS else ActorKind.GROUP
    return Actor(kind, words), scene.actor(words, spans) or represents, named


def _whole(parts: list[Span], spans: list[Span]) -> Span:
    """The words with what attributes them, where that stands near."""
    begin, end = parts[0].start, parts[-1].end
    near = [s for s in spans if begin - _NEAR < s.start and s.end < end + _NEAR]
    return Span(min([begin, *(s.start for s in near)]), max([end, *(s.end for s in near)]))


# --------------------------------------------------------------------------- officials, encounters


def _tenure(item: Held, scene: Scene) -> Tenure:
    spans = scene.found("official", item.evidence)
    known = scene.person(item.name, spans)
    named = known[1] if known else scene.place(item.name, spans)
    if named is None or (known is None and len(item.name.split()) < 2):
        raise Unfounded("the name does not stand in its evidence", spans[0])
    role = scene.printed(item.role, spans)
    if role is None:
        raise Unfounded("the post does not stand in its evidence", named)
    text = scene.story.document.text
    return Tenure(
        official=known[0].name if known else named.of(text),
        evidence=_holding(named, spans, scene),
        role=role,
        represents=scene.actor(item.represents, spans) or (known[0].represents if known and not item.former else None),
        former=item.former,
        mentions=known[0].mentions if known else (named,),
    )


def _holding(place: Span, spans: Iterable[Span], scene: Scene) -> Evidence:
    return scene.evidence(next(span for span in spans if span.holds(place)))


def _negotiation(item: Met, scene: Scene) -> Negotiation:
    spans = scene.found("negotiation", item.evidence)
    participants = dict.fromkeys(_participant(name, scene, spans) for name in item.participants)
    if len(participants) < 2:
        raise Unfounded("fewer than two participants are named in its evidence", spans[0])
    return Negotiation(
        item.kind,
        tuple(participants),
        scene.evidence(spans[0]),
        place=scene.printed(item.place, spans),
        when=scene.day(spans),
        status=item.status,
    )


def _participant(name: str, scene: Scene, spans: list[Span]) -> Actor:
    actor = scene.party(name, spans)
    if actor is None:
        raise Unfounded(f"{name} is not named in its evidence, or is nobody that we know", spans[0])
    return actor
