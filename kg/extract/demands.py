"""Demands: who wants whom to do what, in the text's own words."""

import re
from collections.abc import Iterator, Sequence

from kg.extract.gazetteer import Mention
from kg.extract.holders import Spoken, clause, holder_of
from kg.extract.statements.cast import Cast
from kg.extract.story import Story
from kg.model import Actor, ActorKind, Demand, Document, Span, SpeechAct, Statement

# Between the one who is asked and what is asked of them.
_TO = re.compile(r"\s+(?:to|into)\s+(?=[a-z])")
_BARE = re.compile(r"\s+(?:(?:should|must|shall)\s+)?(?=[a-z]{3,})")
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
# Between a name and 'wanted': "has repeatedly", "tried to".
_BETWEEN = re.compile(r"(?:\s+(?:tried|sought|wants|also|has|have|had|to|repeatedly|now))*\s+\Z")
_LONGEST = 200
_END = re.compile(
    r"[;.!?]|\s[—–-]\s|,\s+(?:but|while|which|who|as|and that|with|he|she|it|they)\b|"
    r",\s+(?:[A-Z][\w.’'-]+\s+){1,5}(?:said|says|added|told)\b"
)


def demands(story: Story, statements: tuple[Statement, ...]) -> tuple[Demand, ...]:
    """Who wants whom to do what; each once, in text order."""
    cast, spoken = Cast(story), Spoken(statements)
    found = [
        *_said(story.document, cast, statements),
        *_held(story, cast, spoken),
        *_wanted(story, cast, spoken),
    ]
    kept: dict[Actor, Demand] = {}
    out: list[Demand] = []
    for demand in sorted(found, key=lambda d: (d.evidence.span.start, -d.evidence.span.end)):
        last = kept.get(demand.holder)
        if _BLIND.match(demand.demand) is None and not (last and last.evidence.span.meets(demand.evidence.span)):
            kept[demand.holder] = demand
            out.append(demand)
    return tuple(out)


def _said(document: Document, cast: Cast, statements: Sequence[Statement]) -> Iterator[Demand]:
    """Statements that demand: 'called for a truce', 'urged Mali to hold talks', 'we call on all to stand firm'."""
    for statement in statements:
        holder = holder_of(statement)
        if holder is None:
            continue
        for part in statement.parts:
            if statement.act is SpeechAct.DEMAND and (not statement.direct or " " in part.quote):
                yield _demand(document, cast, holder, clause(document.text, part.span), statement.addressee)
            elif statement.direct and (m := _WE.search(part.quote)) is not None:
                start = part.span.start + m.end()
                yield _demand(document, cast, holder, _until(document.text, start, part.span.end), None)


def _held(story: Story, cast: Cast, spoken: Spoken) -> Iterator[Demand]:
    """What a speaker says that another has to do: 'peace requires Chad to withdraw', 'Chad must withdraw'."""
    text = story.document.text
    for sentence in story.sentences:
        for m in _OWED.finditer(text, sentence.span.start, sentence.span.end):
            statement = _speaking(spoken, sentence.span, m.start())
            holder = holder_of(statement) if statement is not None else None
            if holder is None:
                continue
            span = _until(text, m.end(), sentence.span.end)
            if m["verb"].casefold().startswith("requir"):
                asked = _addressed(text, cast, span)
            else:
                named = cast.actor_ending(m.start() - 1)
                asked = (named, span) if named is not None and named.actor.kind is ActorKind.STATE else None
            if asked is not None and asked[0].actor != holder and asked[1].end > asked[1].start:
                whole = Span(min(asked[0].span.start, span.start), span.end)
                evidence = story.document.evidence(whole, "demands/owed", 0.75)
                yield Demand(holder, asked[1].of(text), evidence, asked[0].actor)


def _speaking(spoken: Spoken, sentence: Span, at: int) -> Statement | None:
    """The one who speaks at a place, if the sentence has one voice only and it has begun."""
    own = [s for s in spoken.within(sentence) if s.speaker is not None and s.speaker.kind is not ActorKind.DOCUMENT]
    if len({s.speaker for s in own}) != 1 or at < own[0].parts[0].span.start:
        return None
    return own[0]


def _wanted(story: Story, cast: Cast, spoken: Spoken) -> Iterator[Demand]:
    """'Chad wanted Mali to withdraw its draft', told by the article or by a speaker."""
    document = story.document
    for sentence in story.sentences:
        for m in _WANTS.finditer(document.text, sentence.span.start, sentence.span.end):
            before = _BETWEEN.search(document.text, max(sentence.span.start, m.start() - 60), m.start())
            holder = cast.actor_ending(before.start()) if before is not None else None
            asked = _addressed(document.text, cast, _until(document.text, m.end(), sentence.span.end))
            if (
                holder is None
                or holder.actor.kind is ActorKind.GROUP
                or asked is None
                or asked[0].actor == holder.actor
            ):
                continue
            whole = Span(holder.span.start, asked[1].end)
            evidence = document.evidence(whole, "demands/wanted", 0.8)
            words = asked[1].of(document.text)
            yield Demand(holder.actor, words, evidence, asked[0].actor, spoken.speaker(whole))


def _demand(document: Document, cast: Cast, holder: Actor, span: Span, addressee: Actor | None) -> Demand:
    """A demand from a clause: its addressee where it begins with one, the rest as printed."""
    asked = _addressed(document.text, cast, span)
    if asked is not None:
        words, addressee = asked[1], asked[0].actor
    elif (m := _GROUP_TO.match(span.of(document.text))) is not None:
        words, addressee = Span(span.start + m.end(), span.end), Actor(ActorKind.GROUP, m[1].strip())
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
