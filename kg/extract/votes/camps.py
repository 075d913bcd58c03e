"""Camps: who voted which way and how many, as one sentence puts it, before it is known on which ballot."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.votes.chunks import Chunk, Clause
from kg.extract.votes.cues import is_hedge
from kg.extract.votes.subjects import Subject, subject_of
from kg.model import Option, Span

_OPTIONS = {"y": Option.YES, "n": Option.NO, "a": Option.ABSTAIN, "x": Option.ABSENT, "v": Option.NO}
_NOUNS = {"F": Option.YES, "Q": Option.YES, "Y": Option.YES, "G": Option.NO, "q": Option.NO, "O": Option.NO}
_NOUNS["A"] = _NOUNS["a"] = Option.ABSTAIN

# '12 against', '93 votes in favour', '51 abstentions'; 'for' counts only where the clause ends with it.
_COUNTED = re.compile(
    r"(?P<n>[NM])[kCu%KBd]{0,4}?T?C?(?:bz?)?(?:(?P<c>[FGAOY])|(?P<for>Q)(?=[,;.)&\-NM]|dD|$)|(?P<one>e)(?=[,;.)&]|$))"
)
# 'needs nine votes in favour', 'failed to win nine votes', the second figure of '14-1 in favour'.
_REQUIRED = re.compile(r"[m?R!][hbdutw]{0,4}$")
_SCORE = re.compile(r"N[_-]$")
_LABELLED = re.compile(r"(?<![NMTdw])(?:T?(?P<c>[FGAOYqa]))T?[:\-](?P<n>N)(?![FGAOYynax])")
# What may follow a camp: 'including S', 'along with S', '(S)', ': S', 'from S', 'the same way as S'.
_OBJECT = r"[DdjkuwlBKCp%fTQFG'P]"
_TRAILS = tuple(
    (partial, re.compile(pattern))
    for partial, pattern in (
        (True, r"[^ynaxvAOYRENM;:]{0,12}?[-(]?i[dwukC]{0,3}(?P<s>S)"),
        (False, rf"{_OBJECT}{{0,8}},?(?:b?L|W)[du]{{0,2}}(?P<s>S)(?P<rest>,?&?[kw]?Ci(?P<t>S))?"),
        (False, r"[Ddjkuwlp]{0,5}\([dw]{0,2}(?P<s>S)\)"),
        (False, r"[DdjkuwlpBC]{0,5}[:\-][dw]{0,2}(?P<s>S)"),
        (False, rf"{_OBJECT}{{0,8}},J[dw]{{0,2}}(?P<s>S)"),
    )
)
_SAME_WAY = re.compile(r",?V?W[du]{0,2}(?P<s>S)")
_FROM = re.compile(r"u?b?f[dw]{0,2}(?P<s>S)")
_PREDICATED = re.compile(
    rf"{_OBJECT}{{0,10}}?(?:,?L[du]*(?P<also>S),?)?(?P<verb>[bI])(?P<some>i|g)?:?[du]{{0,2}}(?P<s>S)"
)
_AMONG_OPPONENTS = re.compile(r"(?P<s>S),?u?b[gudN]{0,4}[kwu]?(?P<c>[OY])")
_ONLY_VOTE = re.compile(r"(?P<s>S)'?b[du]{1,3}T?(?P<c>[GOF])")
_WITH_OTHERS = re.compile(r"(?P<s>S)'?(?P<c>O),?L[du]{0,2}(?P<n>N)k?[wC]{1,2}")
_BACKING = re.compile(r"[sy][f%][du]{0,2}(?P<n>[NM])k?C")
# 'Against (2): China and Eritrea'
_LISTED = re.compile(r"(?P<c>[FGA])T?\((?P<n>N)\)[:\-]?(?P<s>S)")
_CAME_FROM = re.compile(r"(?<![NM])(?:T(?P<c>[GF])|(?P<o>[OY]))b?f[du]{0,2}(?P<s>S)")
_WITH = re.compile(r"P[du]{0,2}(?P<s>S)(?P<c>[GF])")
_JOINED = re.compile(r"(?P<a>S)[hu]?J[du]{0,2}(?P<b>S)(?P<gap>[^;~ynaxvGRs]{0,6})(?P<c>[ynaxGRs])")
_JOINED_BY = re.compile(r"(?P<a>S)[hu]?b(?:J(?P<gap>p)(?P<c>[ynaxGRs])[dwDjulB]{0,5}f[du]{0,2}(?P<b>[SN]))")
_TAKING_SIDES = {
    **dict.fromkeys(("opposing", "rejecting", "voting down", "blocking"), Option.NO),
    **dict.fromkeys(("supporting", "backing"), Option.YES),
}
_PASSIVE = re.compile(r"(?P<c>[ynv])f[du]{0,2}(?P<u>[NMS])")


@dataclass(frozen=True, slots=True)
class Camp:
    """One side of a vote in one sentence: an option, how many, which states; ``at`` is the chunk of its cue.

    ``number`` is None where none is printed or it is blurred. ``partial`` says that ``states`` are a selection of it.
    """

    option: Option
    at: int
    span: Span
    rule: str
    confidence: float
    number: int | None = None
    of: int | None = None
    states: tuple[str, ...] = ()
    others: int = 0
    partial: bool = False
    veto: bool = False
    weak: bool = False
    derived: bool = False


def camps(clause: Clause) -> tuple[Camp, ...]:
    """The camps of a sentence, in text order; what is denied or wished for gives none."""
    found: list[Camp] = []
    taken: set[int] = set()
    for camp, cue in (*_joined(clause), *_nominal(clause)):
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
            if not chunk.dead:
                found.extend(_predicate_camp(clause, at, subject))
    if any(_is_of_a_kind(clause, c) for c in found):
        # '14 African countries abstained while two voted against': the two are African too.
        found = [replace(c, number=None, partial=True) if _is_bare_number(clause, c) else c for c in found]
    trailed = [_with_trail(clause, c) for c in found]
    return tuple(sorted((c for c in trailed if c.number is not None or c.states), key=lambda c: c.at))


def _is_of_a_kind(clause: Clause, camp: Camp) -> bool:
    return camp.rule == "votes/of-a-kind"


def _is_bare_number(clause: Clause, camp: Camp) -> bool:
    return camp.number is not None and camp.rule != "votes/of-a-kind" and clause.codes[camp.at - 1] in "NM"


def _by(clause: Clause, at: int, passive: re.Match[str] | None) -> Iterator[Camp]:
    """'backed by 14 of the 15', 'opposed by Russia', 'vetoed by the US'. 'Backed by Kyiv' is no vote."""
    chunk = clause.chunks[at]
    if passive is None or chunk.dead:
        return
    unit = clause.chunks[passive.start("u")]
    if chunk.code == "y" and unit.code == "S":
        return
    span = clause.span(at, passive.start("u"))
    veto = chunk.code == "v"
    camp = Camp(_OPTIONS[chunk.code], at, span, "votes/passive", 0.95 if veto else 0.75, veto=veto, weak=not veto)
    yield _of_unit(camp, unit)


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
        weak=chunk.weak,
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
    if subject.unit and is_hedge(clause.chunks[subject.unit - 1].word):
        return
    first, last = min(subject.unit, at), max(subject.unit, at)
    camp = _of_unit(replace(base, span=clause.span(first, last)), unit, counted=not subject.qualified)
    if subject.members is not None:
        named = clause.chunks[subject.members]
        camp = replace(
            camp, states=(*camp.states, *named.states), partial=subject.selected, span=clause.span(subject.members, at)
        )
    kind = {"rule": "votes/of-a-kind"} if subject.qualified or unit.weak else {}
    yield replace(camp, confidence=min(camp.confidence, subject.confidence), **kind)  # type: ignore[arg-type]


def _of_unit(camp: Camp, unit: Chunk, *, counted: bool = True) -> Camp:
    """Fill a camp from a number or a list of states."""
    number = unit.number.value if unit.number and unit.number.exact and counted and not unit.weak else None
    return replace(
        camp,
        number=number,
        of=unit.of,
        states=unit.states,
        others=unit.others,
        partial=unit.partial or bool(unit.number and unit.weak),
    )


def _nominal(clause: Clause) -> Iterator[tuple[Camp, int]]:
    """'12 against', 'Against: 12', 'Russia was among the opponents', 'with Russia against'."""
    for match in _COUNTED.finditer(clause.codes):
        if _REQUIRED.search(clause.codes, max(0, match.start() - 8), match.start()) or _SCORE.search(
            clause.codes, max(0, match.start() - 3), match.start()
        ):
            continue
        unit = clause.chunks[match.start("n")]
        last = match.end() - 1
        camp = Camp(_NOUNS[match["c"] or "Q"], last, clause.span(match.start(), last), "votes/tally", 0.97)
        yield _of_unit(camp, unit), last
    for match in _LABELLED.finditer(clause.codes):
        camp = Camp(
            _NOUNS[match["c"]], match.start("c"), clause.span(match.start(), match.end() - 1), "votes/label", 0.9
        )
        yield _of_unit(camp, clause.chunks[match.start("n")]), match.start("c")
    for match in _BACKING.finditer(clause.codes):
        n = match.start("n")
        camp = Camp(Option.YES, n, clause.span(match.start(), n), "votes/backing", 0.85)
        yield _of_unit(camp, clause.chunks[n]), n
    for match in _CAME_FROM.finditer(clause.codes):
        s = match.start("s")
        option = _NOUNS[match["c"] or match["o"]]
        camp = Camp(option, s, clause.span(match.start(), s), "votes/came-from", 0.93)
        yield _of_unit(camp, clause.chunks[s]), s
    for match in _WITH_OTHERS.finditer(clause.codes):
        unit, number = clause.chunks[match.start("s")], clause.chunks[match.start("n")].number
        camp = Camp(Option.NO, match.end() - 1, clause.span(match.start(), match.end() - 1), "votes/and-others", 0.9)
        yield replace(camp, states=unit.states, others=number.value if number else 0), match.end() - 1
    for match in _LISTED.finditer(clause.codes):
        named = clause.chunks[match.start("s")]
        camp = Camp(
            _NOUNS[match["c"]], match.start("s"), clause.span(match.start(), match.end() - 1), "votes/listed", 0.95
        )
        yield replace(_of_unit(camp, clause.chunks[match.start("n")]), states=named.states, partial=True), camp.at
    for rule, confidence, pattern in (
        ("votes/among-opponents", 0.93, _AMONG_OPPONENTS),
        ("votes/only-vote", 0.95, _ONLY_VOTE),
        ("votes/with", 0.9, _WITH),
    ):
        for match in pattern.finditer(clause.codes):
            s, c = match.start("s"), match.start("c")
            camp = Camp(_NOUNS[match["c"]], c, clause.span(s, c), rule, confidence)
            yield replace(_of_unit(camp, clause.chunks[s]), partial="g" in match[0]), c


def _joined(clause: Clause) -> Iterator[tuple[Camp, int]]:
    """'The US joined Russia and Belarus in voting against'."""
    for match in (*_JOINED.finditer(clause.codes), *_JOINED_BY.finditer(clause.codes)):
        cue = clause.chunks[match.start("c")]
        option = _OPTIONS.get(cue.code) or _TAKING_SIDES.get(cue.word)
        if option is None or cue.dead or "!" in match["gap"] or "m" in match["gap"]:
            continue
        a, b = clause.chunks[match.start("a")], clause.chunks[match.start("b")]
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
    same = re.search(r"W[du]{0,2}(?P<s>S)", clause.codes[after : after + 40])
    if same and camp.states and not re.search(r"[ynaxv]", clause.codes[after : after + same.start()]):
        camp = _extended(clause, camp, after + same.start("s"), partial=True)
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
