"""Demands: who wants whom to do what, in the text's own words."""

import re
from collections.abc import Iterator, Sequence

from kg.extract.gazetteer import Mention
from kg.extract.holders import claimed_by, clause, holder_of
from kg.extract.statements.cast import Cast
from kg.extract.story import Story
from kg.model import Actor, ActorKind, Demand, Document, Span, SpeechAct, Statement

# Between the one who is asked and what is asked of them.
_TO = re.compile(r"\s+(?:to|into)\s+(?=[a-z])")
_BARE = re.compile(r"\s+(?:(?:should|must|shall|immediately|fully|urgently|also|now)\s+)*(?=[a-z]{3,})")
_NOT_BARE = re.compile(r"(?:is|are|was|were|has|have|had|will|would|can|could|and|or|for|in|on|of|with|by|from|as)\b")
_THE = re.compile(r"(?:that\s+)?(?:the\s+)?", re.I)
_GROUP_TO = re.compile(
    r"((?:[a-z]+\s){0,3}(?:states|nations|countries|parties|sides|members|governments|leaders|allies|powers|forces|people|"
    r"community|council|assembly|groups|militias|authorities|donors|companies))\s+to\s+(?=[a-z])",
    re.I,
)
# What begins so says nothing without the sentence before.
_BLIND = re.compile(r"(?:it|them|this|that|so|him|her)\b", re.I)
# What one party holds that another has to do, inside the first one's words.
_OWED = re.compile(r"\b(?P<verb>requires|required|must|should|needs to|need to|has to|have to)\s+", re.I)
_WANTS = re.compile(
    r"\b(?:wants|wanted|pressed|presses|pressured|pressure|pressures|pushed|pushes|ordered|orders|asked|asks)\s+(?:the\s+)?"
)
_WE = re.compile(r"\b(?:we|I)\s+(?:also\s+|again\s+|once again\s+)?(?:call (?:on|upon)|urge|ask|demand that)\s+", re.I)
_LONGEST = 200
_END = re.compile(
    r"[;.!?]|\s[—–-]\s|,\s+(?:but|while|which|who|as|and that|with|he|she|it|they)\b|"
    r",\s+(?:[A-Z][\w.’'-]+\s+){1,5}(?:said|says|added|told)\b"
)


def demands(story: Story, statements: tuple[Statement, ...]) -> tuple[Demand, ...]:
    """Who wants whom to do what; each once, in text order."""
    cast = Cast(story)
    found = [
        *_said(story.document, cast, statements),
        *_held(story, cast, statements),
        *_wanted(story, cast, statements),
    ]
    kept: list[Demand] = []
    for demand in sorted(found, key=lambda d: (d.evidence.span.start, -d.evidence.span.end)):
        if _BLIND.match(demand.demand) is None and not any(
            k.holder == demand.holder and k.evidence.span.meets(demand.evidence.span) for k in kept
        ):
            kept.append(demand)
    return tuple(kept)


def _said(document: Document, cast: Cast, statements: Sequence[Statement]) -> Iterator[Demand]:
    """Statements that demand: 'called for a truce', 'urged Mali to hold talks', 'we call on all to stand firm'."""
    for statement in statements:
        holder = holder_of(statement)
        if holder is None:
            continue
        for part in statement.parts:
            if statement.act is SpeechAct.DEMAND:
                yield _demand(document, cast, holder, clause(document.text, part.span), statement.addressee)
            elif statement.direct and (m := _WE.search(part.quote)) is not None:
                start = part.span.start + m.end()
                yield _demand(document, cast, holder, _until(document.text, start, part.span.end), None)


def _held(story: Story, cast: Cast, statements: Sequence[Statement]) -> Iterator[Demand]:
    """What a speaker says that another has to do: 'peace requires Chad to withdraw', 'Chad must withdraw'."""
    document = story.document
    for sentence in story.sentences:
        own = [s for s in statements if sentence.span.holds(s.parts[0].span) or s.parts[0].span.holds(sentence.span)]
        voices = {s.speaker: s for s in own if s.speaker is not None and s.speaker.kind is not ActorKind.DOCUMENT}
        if len(voices) != 1:
            continue
        ((_, statement),) = voices.items()
        holder = holder_of(statement)
        for m in _OWED.finditer(sentence.text):
            verb = Span(sentence.span.start + m.start(), sentence.span.start + m.end())
            if verb.start < own[0].parts[0].span.start or holder is None:
                continue
            if m["verb"].casefold().startswith("requir"):
                span = _until(document.text, verb.end, sentence.span.end)
                asked = _addressed(document.text, cast, span)
                if asked is not None and asked[0].actor != holder:
                    yield Demand(
                        holder, asked[1].of(document.text), document.evidence(span, "demands/owed", 0.8), asked[0].actor
                    )
                continue
            named = cast.actor_ending(len(document.text[: verb.start].rstrip()))
            if named is not None and named.actor.kind is ActorKind.STATE and named.actor != holder:
                span = _until(document.text, verb.end, sentence.span.end)
                whole = Span(named.span.start, span.end)
                yield Demand(
                    holder, span.of(document.text), document.evidence(whole, "demands/owed", 0.75), named.actor
                )


def _wanted(story: Story, cast: Cast, statements: Sequence[Statement]) -> Iterator[Demand]:
    """'Chad wanted Mali to withdraw its draft', told by the article or by a speaker."""
    document = story.document
    for sentence in story.sentences:
        for m in _WANTS.finditer(sentence.text):
            verb = sentence.span.start + m.start()
            before = document.text[:verb].rstrip()
            before = re.sub(r"\s+(?:tried|sought|wants|also|has|have|had|to|repeatedly|now)$", "", before[-60:])
            holder = _ending_with(story, before, verb)
            span = _until(document.text, sentence.span.start + m.end(), sentence.span.end)
            asked = _addressed(document.text, cast, span)
            if holder is None or asked is None or asked[0].actor == holder:
                continue
            whole = Span(verb, span.end)
            yield Demand(
                holder,
                asked[1].of(document.text),
                document.evidence(whole, "demands/wanted", 0.8),
                asked[0].actor,
                claimed_by(statements, whole),
            )


def _ending_with(story: Story, before: str, verb: int) -> Actor | None:
    """The state or official whose name the words before a verb end with."""
    for m in reversed(story.mentions):
        if m.span.end <= verb and verb - m.span.end < 40:
            name = m.span.of(story.document.text)
            return m.actor if before.endswith(name) and m.actor.kind is not ActorKind.GROUP else None
    return None


def _demand(document: Document, cast: Cast, holder: Actor, span: Span, addressee: Actor | None) -> Demand:
    """A demand from a clause: its addressee where it begins with one, the rest as printed."""
    asked = _addressed(document.text, cast, span)
    if asked is not None:
        words, addressee = asked[1], asked[0].actor
    elif (m := _GROUP_TO.match(span.of(document.text))) is not None:
        words, addressee = Span(span.start + m.end(), span.end), addressee or Actor(ActorKind.GROUP, m[1].strip())
    else:
        words = span
    return Demand(
        holder=holder,
        demand=" ".join(words.of(document.text).split()),
        evidence=document.evidence(span, "demands/said", 0.85),
        addressee=addressee,
    )


def _addressed(text: str, cast: Cast, span: Span) -> tuple[Mention, Span] | None:
    """The actor a clause begins with, and what it is to do: 'Mali to hold talks', 'Mali withdraw its forces'."""
    lead = _THE.match(text, span.start, span.end)
    first = cast.actor_starting(lead.end() if lead else span.start)
    if first is None or first.span.end >= span.end:
        return None
    m = _TO.match(text, first.span.end, span.end)
    if m is None:
        m = _BARE.match(text, first.span.end, span.end)
        if m is None or _NOT_BARE.match(text, m.end(), span.end) or text[first.span.end] != " ":
            return None
    return first, Span(m.end(), span.end)


def _until(text: str, start: int, end: int) -> Span:
    """From a place to the end of the clause."""
    m = _END.search(text, start, min(end, start + _LONGEST))
    stop = m.start() if m else min(end, start + _LONGEST)
    while stop > start and text[stop - 1] in " ,\"”'’":
        stop -= 1
    return Span(start, stop)
