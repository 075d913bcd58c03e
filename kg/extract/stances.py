"""Stances: who supports, opposes, demands, proposes, rejects, welcomes or condemns what.

Some are told as deeds (*Norway tabled a draft*, *a text backed by Chad*), others are what a statement does (*Chile
welcomed the truce*). Nothing is concluded from votes here: those are ballots.
"""

from collections.abc import Iterator, Sequence

from kg.extract.demands import demands
from kg.extract.habits import habits
from kg.extract.holders import Side, Spoken, clause, holder_of, object_after, side, side_before
from kg.extract.lexicon import wordset
from kg.extract.statements.cast import Cast
from kg.extract.statements.line import Line, lines
from kg.extract.statements.phrases import phrase_ending
from kg.extract.statements.subjects import agent
from kg.extract.statements.words import ADVERBS, AUXILIARIES, PREPOSITIONS
from kg.extract.story import Story
from kg.model import Actor, ActorKind, Ballot, Document, Role, Span, SpeechAct, Stance, Statement

__all__ = ["demands", "habits", "stances"]

_VERBS = {
    **dict.fromkeys(("supports", "supported", "backs", "backed", "endorses", "endorsed"), "supports"),
    **dict.fromkeys(("favours", "favoured", "favors", "favored", "champions", "championed"), "supports"),
    **dict.fromkeys(("opposes", "opposed", "resists", "resisted"), "opposes"),
    **dict.fromkeys(
        ("tables", "tabled", "proposes", "proposed", "drafts", "drafted", "submits", "submitted"), "proposes"
    ),
    **dict.fromkeys(("introduces", "introduced", "presents", "presented", "initiated", "circulated"), "proposes"),
    **dict.fromkeys(("sponsors", "sponsored", "authored", "co-authored", "spearheaded"), "proposes"),
    **dict.fromkeys(("rejects", "rejected", "spurned"), "rejects"),
    **dict.fromkeys(("welcomes", "welcomed"), "welcomes"),
    **dict.fromkeys(("condemns", "condemned", "denounces", "denounced"), "condemns"),
}
# A draft is tabled, a law introduced: only of these is it a proposal in our sense.
_PROPOSALS = wordset(
    "resolution resolutions draft drafts text texts amendment amendments motion motions proposal proposals plan plans "
    "measure measures document initiative treaty statement language wording declaration"
)
_ACTS = {
    SpeechAct.WELCOME: "welcomes",
    SpeechAct.CONDEMN: "condemns",
    SpeechAct.DEMAND: "demands",
    SpeechAct.REJECT: "rejects",
    SpeechAct.PROPOSE: "proposes",
}
# Verbs of those acts that are no stance by themselves.
_MILD = wordset("questioned questions questioning mocked mocks mocking advised advises invited invites offered offers")
# A document may reject or condemn; it supports and tables nothing.
_OF_PEOPLE = ("supports", "opposes", "proposes")
_BLIND = wordset("it them this that so him her")
_REFUSED = wordset("refused refuses")
_ACCEPTING = wordset("support back approve adopt endorse accept recognise recognize sign join")


def stances(story: Story, ballots: tuple[Ballot, ...], statements: tuple[Statement, ...]) -> tuple[Stance, ...]:
    """Who supports, opposes, demands, proposes, rejects, welcomes or condemns what; each once, in text order."""
    cast, spoken = Cast(story), Spoken(statements)
    found = list(_said(story, cast, statements))
    for line in lines(story.document.text, story.sentences, story.quotations):
        if line.sentence.role is not Role.HEADLINE:
            found += _done(story.document, line, cast, spoken)
    last: dict[tuple[Actor, str], Span] = {}
    out: list[Stance] = []
    for one in sorted(found, key=lambda s: s.evidence.span):
        before = last.get((one.holder, one.stance))
        if before is None or not before.meets(one.evidence.span):
            last[one.holder, one.stance] = one.evidence.span
            out.append(one)
    return tuple(out)


def _said(story: Story, cast: Cast, statements: Sequence[Statement]) -> Iterator[Stance]:
    """What statements do: welcome, condemn, demand, reject, propose."""
    text = story.document.text
    for statement in statements:
        stance, holder = _ACTS.get(statement.act), holder_of(statement)
        if stance is None or holder is None or _several(holder) or (statement.verb or "").casefold() in _MILD:
            continue
        if statement.direct and (statement.act is not SpeechAct.DEMAND or len(statement.parts) > 1):
            continue
        verb = (statement.verb or "").casefold()
        stance = "opposes" if verb.startswith("oppos") else stance
        span = clause(text, statement.parts[0].span)
        if statement.act is SpeechAct.DEMAND and " to " in statement.words and " to " not in span.of(text):
            span = statement.parts[0].span  # "urged both leaders, who will meet on Sunday, to sign"
        target = " ".join(span.of(text).split())
        if target.casefold().split()[0] in _BLIND or (statement.direct and len(target.split()) < 2):
            continue
        yield Stance(
            holder=holder,
            stance=stance,
            target=target,
            evidence=story.document.evidence(span, "stances/said", round(0.9 * statement.parts[0].confidence, 3)),
            about=cast.about((span,)),
        )


def _several(holder: Actor) -> bool:
    """'Palau and Samoa' as one speaker: as a deed it is told of each."""
    return holder.kind is ActorKind.GROUP and (" and " in holder.key or "," in holder.key)


def _done(document: Document, line: Line, cast: Cast, spoken: Spoken) -> Iterator[Stance]:
    """What the narration tells of deeds, outside quotations."""
    for at, token in enumerate(line.tokens):
        stance = _VERBS.get(token.low)
        if stance is not None and line.low(at + 1) == "by":
            found, target = _passive(line, at, cast)
        elif stance is not None:
            found, target = side_before(line, at, cast), object_after(line, at + 1)
        elif token.low in _REFUSED and line.low(at + 1) == "to" and line.low(at + 2) in _ACCEPTING:
            found, target, stance = side_before(line, at, cast), object_after(line, at + 3), "rejects"
        else:
            continue
        if found is None or target is None or (stance == "proposes" and not _proposal(line, target)):
            continue
        span = Span(min(found.start, target.start), max(target.end, token.end))
        speaker = spoken.speaker(span)
        for holder in found.holders:
            written = holder.kind is ActorKind.DOCUMENT and stance in _OF_PEOPLE
            if holder != speaker and not written:
                yield Stance(
                    holder=holder,
                    stance=stance,
                    target=" ".join(target.of(document.text).split()),
                    evidence=document.evidence(span, "stances/deed", 0.85),
                    claimed_by=speaker,
                    about=cast.about((target,)),
                )


def _passive(line: Line, verb: int, cast: Cast) -> tuple[Side | None, Span | None]:
    """'a draft backed by Chad': the one after 'by' and what stands before the verb."""
    by = agent(line, verb + 1, cast)
    before = verb - 1
    while before >= 0 and (line.low(before) in ADVERBS or line.low(before) in AUXILIARIES):
        before -= 1
    target = phrase_ending(line, before, cast)
    if by is None or target is None:
        return None, None
    first, last = line.at(target.span.start), before
    # "kept the council from adopting the text proposed by Chad": the text
    done = [i for i in range(first, last) if line.low(i).endswith("ing") and line.low(i - 1) in PREPOSITIONS]
    return side(line, by.phrase, cast), line.span(done[-1] + 1 if done else first, last)


def _proposal(line: Line, target: Span) -> bool:
    return any(line.low(at) in _PROPOSALS for at in range(line.at(target.start), line.at(target.end - 1) + 1))
