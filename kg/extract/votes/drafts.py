"""What is voted on: the noun phrase of a draft, who put it forward, what sets it apart from other drafts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.extract.votes.chunks import Chunk, Clause
from kg.model import Actor, ActorKind, BallotKind, Span, SponsorRole

_KINDS = {
    "amendment": BallotKind.AMENDMENT,
    "amendments": BallotKind.AMENDMENT,
    **dict.fromkeys(
        ("oral amendment", "oral amendments", "draft amendment", "draft amendments", "subamendment", "sub - amendment"),
        BallotKind.AMENDMENT,
    ),
    "paragraph": BallotKind.PARAGRAPH,
    "paragraphs": BallotKind.PARAGRAPH,
    "clause": BallotKind.PARAGRAPH,
    "motion": BallotKind.MOTION,
    "motions": BallotKind.MOTION,
    "request": BallotKind.MOTION,
    "treaty": BallotKind.OTHER,
    "decision": BallotKind.DECISION,
    "draft decision": BallotKind.DECISION,
    "draft decisions": BallotKind.DECISION,
}
_RESOLUTION = re.compile(r"\b(?:resolution|draft|text|measure|(?:counter)?proposal|document|declaration)")
_PLURALS = frozenset({"resolutions", "drafts", "motions", "proposals", "draft resolutions", "measures", "texts"})
_FLAGS = {
    **dict.fromkeys(("amended", "revised", "modified", "changed"), "amended"),
    **dict.fromkeys(("original", "unamended", "initial", "unaltered", "unchanged"), "original"),
    **dict.fromkeys(
        ("separate", "rival", "competing", "alternative", "second", "another", "different", "counter", "third"), "other"
    ),
    **dict.fromkeys(("similar", "previous", "earlier", "past", "prior", "last"), "previous"),
}
_REGIONS = "european western arab african nordic islamic asian caribbean latin baltic gulf muslim palestinian"
_GROUPS = {region: f"{region.capitalize()} countries" for region in _REGIONS.split()}
_HYPHENATED = re.compile(r"(?P<a>[SKlw])(?:[_-]?[&_](?P<b>[SKlw]))?_(?P<how>[swXoy])")
_HOW = {
    "backed": SponsorRole.BACKER,
    "supported": SponsorRole.BACKER,
    "drafted": SponsorRole.DRAFTER,
    "written": SponsorRole.DRAFTER,
    "penned": SponsorRole.DRAFTER,
    "authored": SponsorRole.DRAFTER,
    **dict.fromkeys(
        ("sponsored", "led", "proposed", "tabled", "initiated", "submitted", "brokered", "introduced"),
        SponsorRole.SPONSOR,
    ),
}
_BEFORE = re.compile(r"[NMuwl'_KBCk]{0,8}$")
_DETERMINER = re.compile(r"(?P<d>[dq])[NMuwl'_KBCk]{0,8}$")
_REACH, _FARTHEST = 10, 60
# What governments do or declare as well as put to the vote: its owner is no sponsor.
DEEDS = frozenset({"declaration", "decision", "move", "ban", "plan", "agreement", "bid", "request"})
# 'a resolution on', 'a text condemning': what follows is its subject.
_IS_ABOUT = re.compile(r"D[,r]{0,2}[uwm]{0,3}[wpG%]$")
# 'The Council rejected the Soviet plan'
_DECIDED_ON = re.compile(r"B[hu]{0,2}[ER]d?$")
_OWN = frozenset({"its", "their", "his", "her", "our"})


@dataclass(frozen=True, slots=True)
class Sponsor:
    """Who put a draft forward, how it is said, and where."""

    actor: Actor
    role: SponsorRole
    span: Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A mention of a draft. ``at`` is its chunk; ``flags`` are of amended, original, other, previous, own."""

    at: int
    kind: BallotKind | None
    plural: bool = False
    definite: bool = True
    flags: frozenset[str] = frozenset()
    sponsors: tuple[Sponsor, ...] = field(default=())
    number: int | None = None

    def owners(self) -> frozenset[str]:
        """The keys of those who put it forward."""
        return frozenset(s.actor.key for s in self.sponsors)


_PREFIXES = {"franco": "FRA", "anglo": "GBR", "russo": "RUS", "sino": "CHN", "belgo": "BEL", "turco": "TUR"}
_TWO_STATES = re.compile(r"(?P<a>w)_(?P<b>[Sl])")


def with_adjectives(clause: Clause) -> Clause:
    """Merge 'US-backed', 'US/Albania-sponsored', 'Franco-British' into one attribute each."""
    if "_" in clause.codes:
        clause = clause.merge(_TWO_STATES, _two_states)
    return clause.merge(_HYPHENATED, _adjective) if "_" in clause.codes else clause


def _two_states(clause: Clause, match: re.Match[str]) -> Chunk | None:
    """'Anglo-American' is of both."""
    first, second = clause.chunks[match.start("a")], clause.chunks[match.start("b")]
    prefixed = _PREFIXES.get(first.word)
    return second._replace(start=first.start, states=(prefixed, *second.states)) if prefixed else None


def _adjective(clause: Clause, match: re.Match[str]) -> Chunk | None:
    how = clause.chunks[match.start("how")].word
    if how not in _HOW:
        return None
    parts = [clause.chunks[match.start(k)] for k in ("a", "b") if match[k]]
    states = tuple(s for p in parts for s in p.states)
    actor = None if states else group_of(parts[0])
    if not states and actor is None:
        return None
    return parts[0]._replace(code="l", end=clause.chunks[match.end() - 1].end, states=states, actor=actor, word=how)


def group_of(chunk: Chunk) -> Actor | None:
    """'European countries' for a regional adjective; a bloc or organisation as it is."""
    first = chunk.word.split(" ")[0]
    if first in _GROUPS:
        return Actor(ActorKind.GROUP, _GROUPS[first])
    if chunk.code in "Kl" and chunk.actor is not None and chunk.actor.key != "UN":
        return chunk.actor
    return None


def drafts(clause: Clause, owner: tuple[str, ...]) -> tuple[Draft, ...]:
    """The drafts of a sentence. ``owner`` are the states that 'its' means where the sentence has none before it."""
    return tuple(_draft(clause, at, owner) for at, c in enumerate(clause.chunks) if c.code == "D")


def _draft(clause: Clause, at: int, owner: tuple[str, ...]) -> Draft:
    chunk = clause.chunks[at]
    lead = _BEFORE.search(clause.codes, max(0, at - _REACH), at)
    start = lead.start() if lead else at
    modifiers = clause.chunks[start:at]
    determiner = _DETERMINER.search(clause.codes, max(0, at - _REACH), at)
    article = clause.chunks[determiner.start("d")].word if determiner else ""
    words = {w for c in modifiers for w in c.word.split()}
    flags = {_FLAGS[w] for w in words if w in _FLAGS}
    sponsors = [s for c in modifiers for s in _from_modifier(c)]
    if article in _OWN:
        flags.add("own")
        if not sponsors and chunk.word not in DEEDS:
            sponsors.extend(_from_owner(clause, at, owner))
    kind = _KINDS.get(chunk.word) or (BallotKind.RESOLUTION if _RESOLUTION.search(chunk.word) else None)
    if chunk.word == "plan" and sponsors and _DECIDED_ON.search(clause.codes, max(0, start - _REACH), start):
        kind = BallotKind.RESOLUTION
    elif _is_content(clause, start, chunk.word, sponsors):
        kind, sponsors = None, []
    return Draft(
        at,
        kind,
        plural=chunk.word in _PLURALS,
        definite=article not in ("a", "an", "another", "any", "no"),
        flags=frozenset(flags),
        sponsors=tuple(sponsors),
        number=next((c.number.value for c in modifiers if c.number is not None and c.number.exact), None),
    )


def _is_content(clause: Clause, start: int, word: str, sponsors: Sequence[Sponsor]) -> bool:
    """'A resolution condemning Russia's declaration': what a draft is about is not another one of that owner."""
    if not sponsors:
        return False
    return word in DEEDS or bool(_IS_ABOUT.search(clause.codes, max(0, start - _REACH), start))


def _from_modifier(chunk: Chunk) -> Iterator[Sponsor]:
    span = Span(chunk.start, chunk.end)
    role = _HOW.get(chunk.word, SponsorRole.SPONSOR)
    if chunk.code == "l" and chunk.states:
        for state in chunk.states:
            yield Sponsor(Actor(ActorKind.STATE, state), role, span)
    elif chunk.code in "lKw":
        group = group_of(chunk)
        if group is not None and not (chunk.code == "K" and group.kind is ActorKind.ORGANIZATION):
            yield Sponsor(group, role, span)


def _from_owner(clause: Clause, at: int, owner: tuple[str, ...]) -> Iterator[Sponsor]:
    """'its own text': the actor named last before it, a state."""
    previous = next(
        (
            c
            for c in reversed(clause.chunks[max(0, at - _FARTHEST) : at])
            if c.code in "SBKl" and (c.states or c.code != "l")
        ),
        None,
    )
    if previous is not None and previous.code in "BK":
        return
    states = previous.states if previous is not None else owner
    span = Span(clause.chunks[at].start, clause.chunks[at].end)
    if len(states) <= _MOST_OWNERS:
        for state in states:
            yield Sponsor(Actor(ActorKind.STATE, state), SponsorRole.SPONSOR, span)


_MOST_OWNERS = 3
