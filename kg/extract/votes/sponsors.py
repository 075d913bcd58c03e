"""Who put a draft forward, in verbs: 'tabled by', 'the US drafted', 'co-sponsored by 46 countries'."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.votes.chunks import Chunk, Clause
from kg.extract.votes.drafts import Draft, Sponsor, group_of
from kg.extract.votes.subjects import stands_for
from kg.model import Actor, ActorKind, Span, SponsorRole

_BY = re.compile(r"X[uwp]{0,3}f(?P<first>[duwlC]{0,4}[SKNMB])(?:,?(?:&|L)[duw]{0,2}(?P<second>[SKNM]))?")
_BACKED_BY = re.compile(r"D,?(?:b)?[sy]f[du]{0,2}(?P<s>S)")
_ACTIVE = re.compile(
    r"(?P<who>[SK])(?:(?:&|L)(?P<also>[SK]))?(?:,[pg][^,;:SX]{1,10},)?[wuCh,r]{0,3}X(?:&[ynE])?[^;:~SX.,]{0,8}D"
)
# 'a competing text by South Africa', 'a draft that the US and Albania had put forward'
_DRAFT_BY = re.compile(r"Df[du]{0,2}(?P<s>[SK])(?![a-z']*X)")
_AT_THE_INITIATIVE = re.compile(r"pdD(?:f|%)d?u?(?P<s>[SN])")
# 'the motion of Chad and Peru', 'a joint plan of Chad and Peru'
_DRAFT_OF = re.compile(r"(?P<lead>[dw]{0,3})D%d?(?P<s>S)(?!['%])")
# 'Chad's joint plan with Peru'
_WITH_ANOTHER = re.compile(r"l'w{1,2}(?P<d>D)Pd?(?P<s>S)")
_OF_THEIR_OWN = frozenset({"draft", "draft resolution", "motion", "proposal", "amendment"})
# 'The representative of Chad, introducing that text, said'
_INTRODUCING = re.compile(r"(?P<s>S),w[dr][wl]{0,2}D")
_INTRODUCES = frozenset({"introducing", "presenting", "tabling"})
# 'New Zealand and Senegal put it to a vote', 'Chad forced a vote'
_PUT_TO_A_VOTE = re.compile(r"(?P<s>S)[hu]{0,2}w(?:(?:j|d?[wl]{0,2}D)td?T|dT(?=[pQ.,]))")
_PUTS = frozenset({"put", "puts", "forced", "forces", "called"})
# 'the core group of Chad and Peru', 'Led by Chad and Peru, a core group brought the text'
_CORE_GROUP = (
    re.compile(r"w(?P<core>w)(?:%|wwwb?|w%|,i|\(|:|-|w){1,2}[du]{0,2}(?P<s>S)"),
    re.compile(r"of[du]{0,2}(?P<s>S),dw(?P<core>w)"),
)
# 'The first, by Chad, failed'
_THE_FIRST_BY = re.compile(r"d[uw],f(?P<s>S),")
_WHO_TABLED = re.compile(r"D,?rd?(?P<s>S)[hu]{0,3}X(?!d?D)")
# 'Chad had presented it; 46 countries co-sponsored it'
_PUT_IT_FORWARD = re.compile(r"(?P<who>S|Nk?w?C)r?[hu]{0,3}X(?P<it>j)")
_ARE_SPONSORS = re.compile(r"[QDdw%j]{0,4}(?:[bI:,(-]|-w)d?(?P<s>S)")
# 'Chad, the main sponsor of the draft'
_IS_SPONSOR = re.compile(r"(?P<s>S)(?:,|b)(?:d|gd?)?[wuk-]{0,3}$")
_OF_DRAFT = re.compile(r"[%Q]d?[wl]{0,2}D")
_SPONSORS = frozenset({"sponsors", "cosponsors", "sponsor", "cosponsor", "author", "authors", "penholder"})
_ROLES = {
    "drafted": SponsorRole.DRAFTER,
    "authored": SponsorRole.DRAFTER,
    "penned": SponsorRole.DRAFTER,
    "co - sponsored": SponsorRole.COSPONSOR,
    "cosponsored": SponsorRole.COSPONSOR,
}
_CO = re.compile(r"\bco\b|^cosponsor")
_TOGETHER = frozenset({"co - sponsored", "cosponsored"})
_FEWEST_COSPONSORS = 2
_MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Sponsored:
    """That somebody put a draft forward: ``draft`` is the chunk of the draft where one is named, None for 'it'."""

    draft: int | None
    sponsors: tuple[Sponsor, ...]
    count: int | None
    span: Span


def sponsored(clause: Clause, known: tuple[Draft, ...]) -> tuple[Sponsored, ...]:
    """The verbs of sponsorship in a sentence."""
    return (
        *_by(clause, known),
        *_active(clause),
        *_relative(clause),
        *_of_it(clause),
        *_nouns(clause),
        *_initiatives(clause),
        *_ordinals(clause),
        *_elected(clause, known),
        *_owned(clause),
        *_core_groups(clause),
        *_governments(clause),
    )


def _by(clause: Clause, known: tuple[Draft, ...]) -> Iterator[Sponsored]:
    for match in _BY.finditer(clause.codes):
        verb = clause.chunks[match.start()]
        target = _before(known, match.start())
        role = _ROLES.get(verb.word, SponsorRole.SPONSOR)
        places = [match.end("first") - 1] + ([match.start("second")] if match["second"] else [])
        chunks = [clause.chunks[p] for p in places]
        sponsors = tuple(s for c in chunks for s in _sponsors(c, role))
        numbers = [
            c.number.value
            for p, c in zip(places, chunks, strict=True)
            if c.number is not None and c.number.exact and clause.codes[p + 1 : p + 2] != "o"
        ]
        # 'Drafted by the US and three European countries' counts a part of them.
        whole = not sponsors and numbers and numbers[0] >= _FEWEST_COSPONSORS
        count = numbers[0] if whole else None
        if sponsors or count:
            yield Sponsored(target, sponsors, count, clause.span(match.start(), match.end() - 1))
    for match in _BACKED_BY.finditer(clause.codes):
        chunk = clause.chunks[match.start("s")]
        if len(chunk.states) <= _FEWEST_COSPONSORS:
            sponsors = tuple(_sponsors(chunk, SponsorRole.BACKER))
            yield Sponsored(match.start(), sponsors, None, clause.span(match.start(), match.end() - 1))


def _before(known: tuple[Draft, ...], at: int) -> int | None:
    """The chunk of the last draft before a chunk; ``known`` are in text order."""
    place = bisect_left(known, at, key=lambda d: d.at)
    return known[place - 1].at if place else None


def _active(clause: Clause) -> Iterator[Sponsored]:
    """'The US drafted a resolution', 'European diplomats tabled a text'."""
    for match in _ACTIVE.finditer(clause.codes):
        if _is_object(clause, match.start()):
            continue
        verb = next(c for c in clause.chunks[match.start() :] if c.code == "X")
        role = _ROLES.get(verb.word, SponsorRole.SPONSOR)
        chunks = [clause.chunks[match.start(k)] for k in ("who", "also") if match[k]]
        sponsors = tuple(s for c in chunks for s in _sponsors(c, role))
        if sponsors:
            yield Sponsored(match.end() - 1, sponsors, None, clause.span(match.start(), match.end() - 1))


def _is_object(clause: Clause, at: int) -> bool:
    """'The envoy of Chad tabled'; but 'the representative of Chad tabled' is Chad."""
    return at > 0 and clause.codes[at - 1] in "f%" and not stands_for(clause, at - 1)


def _relative(clause: Clause) -> Iterator[Sponsored]:
    for match in (m for p in (_DRAFT_BY, _WHO_TABLED) for m in p.finditer(clause.codes)):
        if clause.chunks[match.start() + 1].word == "from":
            continue
        sponsors = tuple(_sponsors(clause.chunks[match.start("s")], SponsorRole.SPONSOR))
        if 0 < len(sponsors) <= _MOST_NAMED:
            yield Sponsored(match.start(), sponsors, None, clause.span(match.start(), match.end() - 1))


def _owned(clause: Clause) -> Iterator[Sponsored]:
    """'A joint plan of Chad and Peru', 'Chad and Peru put it to a vote'."""
    for match in _DRAFT_OF.finditer(clause.codes):
        draft = match.start("lead") + len(match["lead"])
        joint = "joint" in clause.words(match.start(), draft).split()
        if joint or clause.chunks[draft].word in _OF_THEIR_OWN:
            sponsors = tuple(_sponsors(clause.chunks[match.start("s")], SponsorRole.SPONSOR))
            yield Sponsored(draft, sponsors, None, clause.span(draft, match.start("s")))
    for match in _WITH_ANOTHER.finditer(clause.codes):
        if "joint" in clause.words(match.start(), match.end()).split():
            draft = match.start("d")
            both = (clause.chunks[match.start()]._replace(code="S"), clause.chunks[match.start("s")])
            sponsors = tuple(s for c in both for s in _sponsors(c, SponsorRole.SPONSOR))
            yield Sponsored(draft, sponsors, None, clause.span(draft, match.start("s")))
    for match in _INTRODUCING.finditer(clause.codes):
        at = match.start("s")
        if clause.chunks[at + 2].word in _INTRODUCES:
            sponsors = tuple(_sponsors(clause.chunks[at], SponsorRole.SPONSOR))
            yield Sponsored(match.end() - 1, sponsors, None, clause.span(at, match.end() - 1))
    for match in _PUT_TO_A_VOTE.finditer(clause.codes):
        at = match.start("s")
        verb = next(c.word for c in clause.chunks[at + 1 : match.end()] if c.code == "w")
        if verb in _PUTS and not _is_object(clause, at):
            sponsors = tuple(_sponsors(clause.chunks[at], SponsorRole.SPONSOR))
            yield Sponsored(None, sponsors, None, clause.span(at, match.end() - 1))


# 'Kyiv's new government, which drafted the resolution'
_GOVERNMENT = re.compile(r"(?P<s>[Sl])'w{0,2}C,?(?:r[hu]{0,2})?X[dwl]{0,3}D")


def _governments(clause: Clause) -> Iterator[Sponsored]:
    for match in _GOVERNMENT.finditer(clause.codes):
        at = match.start("s")
        sponsors = tuple(_sponsors(clause.chunks[at]._replace(code="S"), SponsorRole.SPONSOR))
        yield Sponsored(match.end() - 1, sponsors, None, clause.span(at, match.end() - 1))


def _core_groups(clause: Clause) -> Iterator[Sponsored]:
    """'On behalf of the core group consisting of Chad and Peru'."""
    for match in (m for p in _CORE_GROUP for m in p.finditer(clause.codes)):
        at, core = match.start("s"), match.start("core")
        if clause.words(core - 1, core + 1) == "core group":
            first, last = min(at, core), max(at, core)
            sponsors = tuple(_sponsors(clause.chunks[at], SponsorRole.SPONSOR))
            yield Sponsored(None, sponsors, None, clause.span(first, last))


def _ordinals(clause: Clause) -> Iterator[Sponsored]:
    for match in _THE_FIRST_BY.finditer(clause.codes):
        if clause.chunks[match.start() + 1].word in _ORDINALS:
            sponsors = tuple(_sponsors(clause.chunks[match.start("s")], SponsorRole.SPONSOR))
            yield Sponsored(None, sponsors, None, clause.span(match.start(), match.start("s")))


_ORDINALS = frozenset({"first", "second", "third", "other", "latter", "former"})


def _of_it(clause: Clause) -> Iterator[Sponsored]:
    for match in _PUT_IT_FORWARD.finditer(clause.codes):
        who, verb = clause.chunks[match.start("who")], clause.chunks[match.start("it") - 1]
        if clause.chunks[match.start("it")].word != "it" or _is_object(clause, match.start()):
            continue
        sponsors = tuple(_sponsors(who, _ROLES.get(verb.word, SponsorRole.SPONSOR)))
        count = who.number.value if who.number and who.number.exact and verb.word in _TOGETHER else None
        if sponsors or count:
            yield Sponsored(None, sponsors, count, clause.span(match.start(), match.end() - 1))


def _nouns(clause: Clause) -> Iterator[Sponsored]:
    """'Co-sponsors for the motion are ...'."""
    for at, chunk in enumerate(clause.chunks):
        if chunk.code != "w" or chunk.word not in _SPONSORS:
            continue
        role = SponsorRole.COSPONSOR if _CO.search(clause.words(max(0, at - 2), at + 1)) else SponsorRole.SPONSOR
        before = _IS_SPONSOR.search(clause.codes, max(0, at - 8), at)
        if before:
            sponsors = tuple(_sponsors(clause.chunks[before.start("s")], role))
            of_draft = _OF_DRAFT.match(clause.codes, at + 1)
            yield Sponsored(
                of_draft.end() - 1 if of_draft else None, sponsors, None, clause.span(before.start("s"), at)
            )
        elif chunk.word.endswith("s"):
            match = _ARE_SPONSORS.match(clause.codes, at + 1)
            if match:
                named = clause.chunks[match.start("s")]
                draft = next((at + 1 + i for i, c in enumerate(match[0]) if c == "D"), None)
                sponsors = tuple(_sponsors(named, role))
                yield Sponsored(draft, sponsors, None, clause.span(at, match.start("s")))


def _initiatives(clause: Clause) -> Iterator[Sponsored]:
    """'At the initiative of Chad'."""
    for match in _AT_THE_INITIATIVE.finditer(clause.codes):
        if clause.chunks[match.start() + 2].word in ("initiative", "proposal", "request"):
            sponsors = tuple(_sponsors(clause.chunks[match.start("s")], SponsorRole.SPONSOR))
            yield Sponsored(None, sponsors, None, clause.span(match.start(), match.start("s")))


_ELECTED = (
    re.compile(r"(?P<x>X)[uwp]{0,3}f(?:d?[Bw]')?[du]{0,2}(?P<g>N[ow_-]{1,4}C)"),
    re.compile(r"(?P<g>N[ow_-]{1,4}C)[hu]{0,2}(?P<x>X)"),
)


def _elected(clause: Clause, known: tuple[Draft, ...]) -> Iterator[Sponsored]:
    """'Put forward by the ten elected members': a group under the words as printed."""
    for pattern in _ELECTED:
        for match in pattern.finditer(clause.codes):
            first, last = match.start("g"), match.end("g") - 1
            words = clause.words(first, last + 1).replace(" - ", "-")
            if "elected" not in words and "permanent" not in words:
                continue
            span = clause.span(first, last)
            role = _ROLES.get(clause.chunks[match.start("x")].word, SponsorRole.SPONSOR)
            target = _before(known, match.start())
            yield Sponsored(target, (Sponsor(Actor(ActorKind.GROUP, words), role, span),), None, span)


def _sponsors(chunk: Chunk, role: SponsorRole) -> Iterator[Sponsor]:
    span = Span(chunk.start, chunk.end)
    for state in chunk.states if chunk.code in "SN" else ():
        yield Sponsor(Actor(ActorKind.STATE, state), role, span)
    group = group_of(chunk) if chunk.code == "K" else None
    if group is not None and group.kind is not ActorKind.ORGANIZATION:
        yield Sponsor(group, role, span)
