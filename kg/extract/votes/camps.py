"""Camps: who voted which way and how many, as one sentence puts it, before it is known on which ballot."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.lexicon import wordset
from kg.extract.votes.camp import Camp, of_unit
from kg.extract.votes.chunks import Clause
from kg.extract.votes.cues import is_hedge
from kg.extract.votes.nominal import nominal
from kg.extract.votes.subjects import Subject, subject_of
from kg.extract.votes.vetoes import vetoes
from kg.model import Option, Span

_OPTIONS = {"y": Option.YES, "n": Option.NO, "a": Option.ABSTAIN, "x": Option.ABSENT, "v": Option.NO}

# What may follow a camp: 'including S', 'along with S', '(S)', ': S', 'from S', 'the same way as S'.
_OBJECT = r"[DdjkuwlBKCp%fTQFG'P]"
_TRAILS = tuple(
    (partial, re.compile(pattern))
    for partial, pattern in (
        (True, r"[^ynaxvAOYRENM;:~]{0,12}?[-(]?i(?:dK&)?[dwukC]{0,3}(?P<s>S)"),
        (True, rf"{_OBJECT}{{0,8}},(?P<s>S)i(?=[,.;)]|$)"),
        (True, r"(?:pd?[BK])?I[du]{0,2}(?P<s>S)"),
        (False, rf"{_OBJECT}{{0,14}},?&?(?:b?L|W)[dukwKlC]{{0,5}}(?P<s>S)(?P<rest>,?&?[kw]?Ci(?P<t>S))?"),
        (False, r"[DdjkuwlpB]{0,6}\([dw]{0,2}(?P<s>S)\)"),
        (False, r"(?:[DdjkuwlpBC]|&(?=u)){0,7}[:\-][dw]{0,2}(?P<s>S)"),
        (False, rf"{_OBJECT}{{0,8}},J[dw]{{0,2}}(?P<s>S)"),
    )
)
# 'the nine countries that voted no were ...'
_THOSE_WERE = re.compile(rf"{_OBJECT}{{0,8}}(?P<verb>[bI]):?[du]{{0,2}}(?P<s>S)")
_WHO_VOTED = re.compile(r"[NC](?:r[hu]{0,2}|t)$")
_SAME_WAY = re.compile(r"[^ynaxv]*?W[du]{0,2}(?P<s>S)")
_REACH = 40
# How sure it is whom a pronoun means.
_REFERRED = 0.85
_FROM = re.compile(r"u?b?f[dw]{0,2}(?P<s>S)")
_PREDICATED = re.compile(
    rf"{_OBJECT}{{0,10}}?(?:,?L[du]*(?P<also>S),?)?(?P<verb>[bI])(?P<some>i|g)?:?[du]{{0,2}}(?P<s>S|N(?=[.;,]|$))"
)
_JOINED = re.compile(r"(?P<a>S)[hu]?J[du]{0,2}(?P<b>S)(?P<gap>[^;~ynaxvGRs]{0,6})(?P<c>[ynaxFGRs])")
_NUMBER_JOINED = re.compile(r"(?P<a>N)k?w?C[hu]?J[du]{0,2}(?P<b>S)(?P<gap>[^;~ynaxvGRs]{0,6})(?P<c>[ynaxGRs])")
_JOINED_BY = re.compile(r"(?P<a>S)[hu]?b(?:J(?P<gap>p)(?P<c>[ynaxGRs])[dwDjulB]{0,5}f[du]{0,2}(?P<b>[SN]))")
# 'Cuba joined the Arab states in opposition'
_JOINED_A_GROUP = re.compile(r"(?P<a>S)(?P<b>)[hu]?Jd?K(?P<gap>[^;~ynaxvGRs]{0,4})(?P<c>[ynaxGRs])")
# 'Chad and Peru joined 34 other countries and voted against'
_JOINED_NUMBER = re.compile(r"(?P<a>[SN])[hu]?J[du]{0,2}(?P<n>N)[kw]{0,2}C(?:[&p]|(?=x))[hu]{0,2}(?P<c>[ynax])")
# 'The only country that joined Chad in voting against was Mali'
_JOINER_WAS = re.compile(
    r"Cr[hu]?J[du]{0,2}(?P<b>S)(?P<gap>[^;~ynaxvGRs]{0,6})(?P<c>[ynaxGRs])[^;:~SynaxV]{0,8}b[du]?(?P<a>S)"
)
_TAKING_SIDES = {
    **dict.fromkeys(
        ("opposing", "rejecting", "voting down", "blocking", "oppose", "reject", "vote down", "in opposition"),
        Option.NO,
    ),
    **dict.fromkeys(("supporting", "backing"), Option.YES),
}
_PASSIVE = re.compile(r"(?P<c>[ynv])u?f[du]{0,2}(?P<u>[NMS])")


def camps(clause: Clause) -> tuple[Camp, ...]:
    """The camps of a sentence, in text order; what is denied or wished for gives none."""
    found: list[Camp] = []
    taken: set[int] = set()
    for camp, cue in (
        *_joined(clause),
        *_number_joined(clause),
        *_joined_a_number(clause),
        *nominal(clause),
        *vetoes(clause),
    ):
        found.append(camp)
        taken.add(cue)
    subjects: dict[int, Subject] = {}
    for at, chunk in enumerate(clause.chunks):
        if chunk.code in _OPTIONS and at not in taken:
            passive = _PASSIVE.match(clause.codes, at)
            if passive or chunk.passive:
                found.extend(_by(clause, at, passive))
                continue
            subject = subject_of(clause, at, subjects)
            if subject is not None:
                subjects[at] = subject
            if not chunk.dead and not _of_another_time(clause, at) and not _ON_A_BALLOT.match(clause.codes, at + 1):
                found.extend(_predicate_camp(clause, at, subject))
    if any(_is_of_a_kind(clause, c) for c in found):
        # '14 African countries abstained while two voted against': the two are African too.
        found = [replace(c, number=None, partial=True) if _is_bare_number(clause, c) else c for c in found]
    found = _with_lead(clause, found)
    trailed = [_marked_only(clause, c) for c in (*(_with_trail(clause, c) for c in found), *_did_so(clause, found))]
    return tuple(sorted((c for c in trailed if c.number is not None or c.states), key=lambda c: c.at))


# 'In addition to Chad, "no" votes came from Mali'
_LEAD = re.compile(r"Ld?(?P<s>S),")


def _with_lead(clause: Clause, found: Sequence[Camp]) -> list[Camp]:
    """Add the states that a sentence begins with ('Along with Chad, ...') to the first camp that names states."""
    lead = _LEAD.match(clause.codes)
    first = min((c for c in found if c.states and not c.weak), key=lambda c: c.at, default=None) if lead else None
    if lead is None or first is None or clause.chunks[0].word not in _BESIDE:
        return list(found)
    return [_extended(clause, c, lead.start("s"), partial=False) if c is first else c for c in found]


_BESIDE = frozenset({"in addition to", "apart from", "aside from", "besides", "along with", "together with"})
_ONLY = wordset("only sole lone alone single solely")
# 'Chad was the only country to', 'the only vote against came from Chad', 'Chad alone'
_ONLY_ONES = re.compile(r"u(?:f?[dN]{0,2}S|C|T|(?=[ynaxvGOAF]))|Su")


def _marked_only(clause: Clause, camp: Camp) -> Camp:
    """Mark the camp of a sentence that says that nobody else stood there: 'Only Chad and Peru voted against'."""
    if camp.number is not None or camp.others or camp.partial or not camp.states:
        return camp
    begins = max(0, camp.at - _ONLY_BEFORE)
    for match in _ONLY_ONES.finditer(clause.codes, begins, min(len(clause.codes), camp.at + _ONLY_AFTER)):
        words = clause.words(match.start(), match.end()).split()
        if words[0] in _ONLY or (match[0] == "Su" and words[-1] == "alone"):
            return replace(camp, only=True)
    cast = _ONLY & set(clause.words(camp.at, camp.at + 1).split())
    return replace(camp, only=True) if cast else camp


_ONLY_BEFORE, _ONLY_AFTER = 8, 3
# 'Neither Chad nor Peru voted against it'
_NEITHER = re.compile(r"!d?$")
# 'voted for a secret ballot' says how to vote.
_ON_A_BALLOT = re.compile(r"d[wlu]{0,2}T")
# 'Chad abstained, which in March had voted against'
_HAD_BEFORE = re.compile(r"[ynaxv][^;]*,r[pud]{0,4}h[u!]{0,2}$")


def _of_another_time(clause: Clause, at: int) -> bool:
    return "r" in clause.codes[:at] and bool(_HAD_BEFORE.search(clause.codes, max(0, at - _REACH), at))


def _is_of_a_kind(clause: Clause, camp: Camp) -> bool:
    return camp.rule == "votes/of-a-kind"


def _is_bare_number(clause: Clause, camp: Camp) -> bool:
    return camp.number is not None and camp.rule != "votes/of-a-kind" and clause.codes[camp.at - 1] in "NM"


_SPONSORS = wordset("sponsor sponsors cosponsors authors")


def _by(clause: Clause, at: int, passive: re.Match[str] | None) -> Iterator[Camp]:
    """'backed by 14 of the 15', 'opposed by Russia', 'vetoed by the US'. 'Backed by Kyiv' is no vote."""
    chunk = clause.chunks[at]
    if passive is None or chunk.dead:
        return
    unit = clause.chunks[passive.start("u")]
    sponsors = _SPONSORS & set(clause.words(passive.start("u") + 1, passive.start("u") + 4).split())
    if chunk.code == "y" and (unit.code == "S" or sponsors):
        return
    span = clause.span(at, passive.start("u"))
    veto = chunk.code == "v"
    camp = Camp(
        _OPTIONS[chunk.code],
        passive.start("u"),
        span,
        "votes/passive",
        0.95 if veto else 0.75,
        veto=veto,
        weak=not veto,
    )
    yield of_unit(camp, unit)


def _predicate_camp(clause: Clause, at: int, subject: Subject | None) -> Iterator[Camp]:
    """The camp of a verb: its subject's number and states, or those it is predicated of."""
    chunk = clause.chunks[at]
    option = _OPTIONS[chunk.code]
    base = Camp(
        option,
        at,
        clause.span(at, at),
        "votes/verb",
        0.75 if chunk.weak else 0.95,
        veto=chunk.code == "v",
        weak=chunk.weak and not chunk.word.startswith("vot"),
    )
    if subject is None or subject.unit is None:
        predicated = _PREDICATED.match(clause.codes, at + 1)
        if predicated and (subject is None or subject.generic):
            s = predicated.start("s")
            some = predicated["verb"] == "I" or bool(predicated["some"]) or clause.chunks[s].partial
            also = clause.chunks[predicated.start("also")].states if predicated["also"] else ()
            yield replace(
                base,
                states=(*also, *clause.chunks[s].states),
                others=clause.chunks[s].others,
                partial=some,
                span=clause.span(at, s),
                rule="votes/those-who",
            )
        elif chunk.code != "v" and not chunk.weak and (subject is None or subject.generic):
            yield replace(base, rule="votes/subjectless")
        return
    unit = clause.chunks[subject.unit]
    if _NEITHER.search(clause.codes, max(0, subject.unit - 3), subject.unit):
        return
    if subject.unit and is_hedge(clause.chunks[subject.unit - 1].word):
        return
    first, last = min(subject.unit, at), max(subject.unit, at)
    camp = of_unit(replace(base, span=clause.span(first, last)), unit, counted=not subject.qualified)
    camp = replace(camp, rest=clause.codes[subject.unit - 1 : subject.unit] == "k")
    if subject.members is not None:
        named = clause.chunks[subject.members]
        camp = replace(
            camp, states=(*camp.states, *named.states), partial=subject.selected, span=clause.span(subject.members, at)
        )
    kind = {"rule": "votes/of-a-kind"} if subject.qualified or unit.weak else {}
    sure = _REFERRED if unit.referred else subject.confidence
    yield replace(camp, confidence=min(camp.confidence, sure), **kind)  # type: ignore[arg-type]


def _joined(clause: Clause) -> Iterator[tuple[Camp, int]]:
    """'The US joined Russia and Belarus in voting against'."""
    for match in (m for p in (_JOINED, _JOINED_BY, _JOINER_WAS, _JOINED_A_GROUP) for m in p.finditer(clause.codes)):
        cue = clause.chunks[match.start("c")]
        option = _OPTIONS.get(cue.code) or _TAKING_SIDES.get(cue.word) or _voted_with(clause, match)
        if option is None or cue.dead or "!" in match["gap"] or "m" in match["gap"]:
            continue
        a = clause.chunks[match.start("a")]
        b = clause.chunks[match.start("b")] if match["b"] else a
        yield (
            Camp(
                option,
                match.start("c"),
                clause.span(match.start(), match.start("c")),
                "votes/joined",
                0.95,
                states=tuple(dict.fromkeys((*a.states, *b.states))),
                others=b.others,
                partial=True,
            ),
            match.start("c"),
        )


def _voted_with(clause: Clause, match: re.Match[str]) -> Option | None:
    """'The US voted with Russia against the text'."""
    verb = clause.chunks[clause.codes.index("J", match.start())].word
    return _SIDES.get(match["c"]) if verb.startswith(("vot", "cast")) else None


_SIDES = {"F": Option.YES, "G": Option.NO}
_DID_SO = re.compile(r"(?P<s>S)(?:u?(?:h~|o)u?|h?u)(?=[;,.&~]|$)")


_SO = ("did so", "followed suit", "did likewise", "likewise", "too", "did too")


def _did_so(clause: Clause, found: Sequence[Camp]) -> Iterator[Camp]:
    """'...; Chad and Peru did so too': the camp that the sentence told of last before."""
    for match in _DID_SO.finditer(clause.codes):
        if not clause.words(match.start() + 1, match.end()).startswith(_SO):
            continue
        at = match.start("s")
        before = [c for c in found if c.at < at and not c.weak]
        if before:
            last = max(before, key=lambda c: c.at)
            span = clause.span(last.at, match.end() - 1)
            yield replace(
                last, at=at, span=span, rule="votes/did-so", number=None, others=0, states=clause.chunks[at].states
            )


def _number_joined(clause: Clause) -> Iterator[tuple[Camp, int]]:
    """'Only four countries joined Russia in voting against it': they are five."""
    for match in _NUMBER_JOINED.finditer(clause.codes):
        cue, number = clause.chunks[match.start("c")], clause.chunks[match.start("a")].number
        option = _OPTIONS.get(cue.code) or _TAKING_SIDES.get(cue.word)
        if option is None or cue.dead or number is None or set(match["gap"]) & set("!m"):
            continue
        joined = clause.chunks[match.start("b")]
        span, at = clause.span(match.start(), match.start("c")), match.start("c")
        total = number.value + len(joined.states) if number.exact and not joined.others else None
        yield Camp(option, at, span, JOINED_BY_NUMBER, 0.92, number=total, states=joined.states), at


def _joined_a_number(clause: Clause) -> Iterator[tuple[Camp, int]]:
    """'Chad and Peru joined 34 other countries and voted against': they are 36."""
    for match in _JOINED_NUMBER.finditer(clause.codes):
        cue, named = clause.chunks[match.start("c")], clause.chunks[match.start("a")]
        number = clause.chunks[match.start("n")].number
        if not cue.dead and named.states and number is not None and number.exact:
            at = match.start("c")
            camp = Camp(_OPTIONS[cue.code], at, clause.span(match.start(), at), "votes/joined", 0.92)
            yield replace(camp, states=named.states, others=number.value), at


JOINED_BY_NUMBER = "votes/joined-by-number"


def _with_trail(clause: Clause, camp: Camp) -> Camp:
    """Add the states that follow: 'including ...', 'along with ...', '(...)', 'from ...'."""
    after = camp.at + 1
    if camp.rule in ("votes/tally", "votes/subjectless"):
        match = _FROM.match(clause.codes, after)
        if match:
            return _extended(clause, camp, match.start("s"), partial=False)
    for partial, pattern in _TRAILS:
        match = pattern.match(clause.codes, after)
        if match and _belongs(clause, camp, match):
            camp = _extended(clause, camp, match.start("s"), partial=partial)
            if "t" in pattern.groupindex and match["t"]:
                camp = replace(_extended(clause, camp, match.start("t"), partial=True), partial=True)
            break
    those = (
        _THOSE_WERE.match(clause.codes, after)
        if _WHO_VOTED.search(clause.codes, max(0, camp.at - 4), camp.at)
        else None
    )
    if those and not camp.states:
        camp = _extended(clause, camp, those.start("s"), partial=those["verb"] == "I")
    same = _SAME_WAY.match(clause.codes, after, after + _REACH) if camp.states else None
    if same:
        camp = _extended(clause, camp, same.start("s"), partial=True)
    return camp


def _belongs(clause: Clause, camp: Camp, match: re.Match[str]) -> bool:
    """A list after a dash or comma that a verb follows is the next clause's subject."""
    end = match.end()
    return clause.codes[end : end + 1] not in tuple("ynaxv") and "!" not in match[0]


def _extended(clause: Clause, camp: Camp, at: int, *, partial: bool) -> Camp:
    named = clause.chunks[at]
    if set(named.states) <= set(camp.states):
        return camp
    return replace(
        camp,
        states=tuple(dict.fromkeys((*camp.states, *named.states))),
        others=camp.others + named.others,
        partial=partial or named.partial or camp.partial,
        span=Span(min(camp.span.start, named.start), max(camp.span.end, named.end)),
    )
