"""Camps told without a verb of voting: '12 against', 'Against: 12', 'Russia was among the opponents'."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.votes.camp import Camp, of_unit
from kg.extract.votes.chunks import Clause
from kg.model import Option

_NOUNS = {
    **dict.fromkeys("FQYy", Option.YES),
    **dict.fromkeys("GqOn", Option.NO),
    **dict.fromkeys("Aa", Option.ABSTAIN),
    **dict.fromkeys("cx", Option.ABSENT),
}
# '12 against', '93 votes in favour', '51 abstentions'; 'for' counts only where the clause ends with it.
_COUNTED = re.compile(
    r"(?<!F:)(?<!G:)(?<!A:)(?P<n>[NM])[kCu%KBd]{0,4}?T?C?(?:bz?)?"
    r"(?:(?P<c>[FGAOYc]|q(?=[,;.)]))|(?P<for>Q)(?=[,;.)&\-NM]|d[wul_]{0,5}D|$)|(?P<one>e)(?=[,;.)&]|$))"
)
# 'needs nine votes in favour', 'failed to win nine votes', the second figure of '14-1 in favour'.
_REQUIRED = re.compile(r"[m?R!][hbdutw%]{0,5}$")
_SCORE = re.compile(r"N[t_-]$")
_LABELLED = re.compile(r"(?<![NMTdw])(?:T?(?P<c>[FGAOYqa]))T?[:\-](?P<n>N)(?![FGAOYynax])")
# 'in favour, 59; against, three'
_LABELLED_WITH_COMMA = re.compile(r"T?(?P<c>[FGAc])T?,(?P<n>N)(?=[;.])")
_AMONG_OPPONENTS = re.compile(r"(?P<s>S),?u?b[gudN]{0,4}[kwu]?(?P<c>[OYA])")
# 'In favour 93; against 24; abstentions 58'
_LABELLED_BARE = re.compile(r"(?:^|(?<=[:;]))(?P<c>[FGA])(?P<n>N)(?=[;.]|$)")
# 'Among the 32 abstentions were China and India'
_AMONG_ABSTENTIONS = re.compile(r"gd?N?(?P<c>[AOY])[bI](?:d?|[duN%KCpBwk]{1,10}:)(?P<s>S)")
# 'Chad and Peru were among the African countries that abstained'
_AMONG_THOSE = re.compile(r"(?P<s>S),?u?bg[du]{0,2}[wl]{0,2}KC?r[hu]{0,2}(?P<c>[yna])")
# 'For (143):' above a list, 'Against 7' in a table
_COUNTED_HEADING = re.compile(r"^d?V?(?P<c>[FGAaQyn])T?(?:\((?P<n>N)\):?|(?P<m>N))$")
_ONLY_VOTE = re.compile(r"(?P<s>S)'?b[du]{1,3}T?(?P<c>[GOFA])")
_BACKING = re.compile(r"[sy][f%][du]{0,2}(?P<n>[NM])k?C")
# 'which 185 nations endorsed'
_ENDORSED = re.compile(r"(?P<n>[NM])[kw]?C[hu]{0,2}E(?=%?d?[wl]{0,2}[Dj]|[,.;])")
# 'approved by 11 other members'
_APPROVED_BY = re.compile(r"Eu?f[du]{0,2}(?P<n>[NM])[kw]?C")
# 'Chad voted for it, Peru against, and the envoy of Mali in favour'
_GAPPED = re.compile(r"(?<=[,;&~])u?d?(?P<s>S)(?:w(?=[FG]))?(?P<c>[FG])(?=j?[,;.&)]|$|pd?[BD])")
# 'Chad and Peru rejected it', beside votes
_REJECTED = re.compile(r"(?P<s>S)u{0,2}(?P<r>R)(?=d?[wl]{0,2}[Dj])")
# 'Twenty-one states rejected the text'
_NUMBER_REJECTED = re.compile(r"(?P<n>N)[kw]?C?,?[hu]{0,2}R(?=d?[wl]{0,2}[Dj])")
# 'Kenya justified its vote against it'
_EXPLAINED = re.compile(r"(?P<s>S)[hu]?wd(?:T(?P<c>[GF])|(?P<d>A))")
# 'the sole member to reject it'
_SOLE = re.compile(r"(?P<s>S),?[bd]{0,2}u[wB]?Ct(?P<r>R)[dlwu]{0,3}[jD]")
# 'Against (2): China and Eritrea'
_LISTED = re.compile(r"(?P<c>[FGA])T?\((?P<n>N)\)[:\-]?(?P<s>S)")
# 'Against: China and Eritrea'
_LABELLED_NAMES = re.compile(
    r"(?:^|(?<=[;.(:-])|(?<=[-:]w))[du]?(?:[VTC]|wC)?(?P<c>[FGAOYacx])[TC]?[:\-][dw]{0,2}(?P<s>S)"
)
# 'For the French draft: Chad, Peru'
_ROLL_CALL = re.compile(r"^(?P<c>[QFGAy])[dDlwpuBK]{0,8}:d?(?P<s>S)")
_CAME_FROM = re.compile(r"(?<![NM])(?<![NM]T)T?(?P<c>[GFOYA]|(?<=d)q)T?(?:bz?)?f[du]{0,2}(?P<s>S)")
# 'Those against in the Assembly were Chad and Peru'
_THOSE = re.compile(
    r"(?:^|(?<=d)|(?<=dN)(?=A)|(?<=dC)|(?<=;)(?=O))(?P<c>[FGOA])(?:pd?[BK])?,?(?P<verb>[bI])[du]?(?P<s>S)"
)
# 'the negative vote of Chad', 'Chad's abstention', 'Chad's vote in favour'
_VOTE_OF = re.compile(r"(?:(?P<c>[GFO])T|(?P<d>A))%d?(?P<s>S)")
_POSSESSED = re.compile(r"(?P<s>[Sl])'[uw]?(?:T(?P<c>[GF])|(?P<d>[GF])T|(?P<e>A|F(?=[,.;&p])))")
# 'changed its vote from abstention to yes'
_SWITCHED = re.compile(r"(?P<s>S)[hu]?w[^SNM;~]{0,8}f[du]?(?:[AFGOqa]|dT?[FG])t(?:dT?)?(?P<c>[FGAqa])")
_WITH_OTHERS = re.compile(r"(?P<s>S)'?(?P<c>O),?L[du]{0,2}(?P<n>N)k?[wC]{1,2}")
_WITH = re.compile(r"P[du]{0,2}(?P<s>S)(?P<c>[GFc])")


@dataclass(frozen=True, slots=True)
class _Rule:
    """A pattern with a number ``n`` or states ``s`` (or both), and the option: a cue ``c``, or ``option``."""

    name: str
    confidence: float
    pattern: re.Pattern[str]
    option: Option | None = None


_RULES = (
    _Rule("votes/tally", 0.97, _COUNTED),
    _Rule("votes/label", 0.9, _LABELLED),
    _Rule("votes/label", 0.9, _LABELLED_WITH_COMMA),
    _Rule("votes/label", 0.9, _LABELLED_BARE),
    _Rule("votes/listed", 0.95, _LISTED),
    _Rule("votes/backing", 0.85, _BACKING, Option.YES),
    _Rule("votes/endorsed", 0.85, _ENDORSED, Option.YES),
    _Rule("votes/approved-by", 0.88, _APPROVED_BY, Option.YES),
    _Rule("votes/came-from", 0.93, _CAME_FROM),
    _Rule("votes/among-opponents", 0.93, _AMONG_OPPONENTS),
    _Rule("votes/among-abstentions", 0.93, _AMONG_ABSTENTIONS),
    _Rule("votes/among-those", 0.9, _AMONG_THOSE),
    _Rule("votes/heading", 0.93, _COUNTED_HEADING),
    _Rule("votes/only-vote", 0.95, _ONLY_VOTE),
    _Rule("votes/with", 0.9, _WITH),
    _Rule("votes/labelled-names", 0.94, _LABELLED_NAMES),
    _Rule("votes/roll-call", 0.94, _ROLL_CALL),
    _Rule("votes/those", 0.93, _THOSE),
    _Rule("votes/vote-of", 0.9, _VOTE_OF),
    _Rule("votes/possessed", 0.88, _POSSESSED),
    _Rule("votes/gapped", 0.9, _GAPPED),
    _Rule("votes/explained", 0.85, _EXPLAINED),
    _Rule("votes/rejected", 0.75, _REJECTED, Option.NO),
    _Rule("votes/rejected", 0.75, _NUMBER_REJECTED, Option.NO),
    _Rule("votes/sole", 0.9, _SOLE, Option.NO),
    _Rule("votes/switched", 0.85, _SWITCHED),
)


def nominal(clause: Clause) -> Iterator[tuple[Camp, int]]:
    """The camps of a sentence that nouns and numbers tell, each with the chunk of its cue."""
    for rule in _RULES:
        for match in rule.pattern.finditer(clause.codes):
            if not _is_unsaid(clause, rule, match):
                yield _camp(clause, rule, match)
    for match in _WITH_OTHERS.finditer(clause.codes):
        last = match.end() - 1
        number = clause.chunks[match.start("n")].number
        camp = Camp(Option.NO, last, clause.span(match.start(), last), "votes/and-others", 0.9)
        states = clause.chunks[match.start("s")].states
        yield replace(camp, states=states, others=number.value if number else 0), last


def _is_unsaid(clause: Clause, rule: _Rule, match: re.Match[str]) -> bool:
    """Whether the number is one that was needed, or the verb that is left out one that did not come true."""
    if rule.name == "votes/tally":
        # 'It obtained 129 votes, against 113 before': with a figure behind it, 'against' compares.
        compared = match["c"] == "G" and clause.codes[match.end() : match.end() + 1] == "N"
        return compared or _is_required(clause.codes, match.start())
    if rule.name != "votes/gapped":
        return False
    verbs = [c for c in clause.chunks[max(0, match.start() - _NEAR) : match.start()] if c.code in "ynaxv"]
    return bool(verbs) and verbs[-1].dead


_NEAR = 30


def _camp(clause: Clause, rule: _Rule, match: re.Match[str]) -> tuple[Camp, int]:
    groups, last = match.groupdict(), match.end() - 1
    cue = next((k for k in ("c", "d", "e") if groups.get(k)), None)
    option = rule.option or _NOUNS[groups[cue] if cue else "Q"]
    place = "n" if groups.get("n") else "m"
    number, states = groups.get(place), groups.get("s")
    camp = Camp(option, last, clause.span(match.start(), last), rule.name, rule.confidence)
    camp = of_unit(camp, clause.chunks[match.start(place if number else "s")])
    if rule.name == "votes/rejected":
        camp = replace(camp, weak=True)
    if number and states:
        camp = replace(camp, states=clause.chunks[match.start("s")].states, partial=True)
    elif states:
        camp = replace(camp, partial="g" in match[0] or groups.get("verb") == "I")
    return camp, match.start(cue) if cue else last


def _is_required(codes: str, start: int) -> bool:
    """Whether the number is one that was needed, or the second figure of a score."""
    return bool(_REQUIRED.search(codes, max(0, start - 8), start) or _SCORE.search(codes, max(0, start - 3), start))
