"""Which reports are of one ballot: articles with one another and with the official record.

Two articles on one ballot meet in one event; two ballots of one day do not, and no event holds two ballots of one
document. Where two partners are equally likely nothing is joined, and an UNSURE judgement says so. What the record
has for a ballot is found by ``kg.resolve.recorded`` and joined first.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from types import MappingProxyType

from kg.config import PROGRAM
from kg.ids import ID, digest
from kg.model import Decision, Document, Judgement, Matching, Option, Reading, RollCall
from kg.resolve.decisions import Groups, human_decisions
from kg.resolve.likeness import JOIN, MARGIN, Match, compare
from kg.resolve.matching import matchings
from kg.resolve.recorded import Found, find_all
from kg.resolve.reports import Report, days_of, merged_tally, of_rollcall, reports

__all__ = ["Ballots", "resolve_ballots"]

Pair = tuple[str, str]
_RECORDED = f"{ID}event/"
# Reports that span more days than this are compared by their figures only.
_FEW_DAYS = 35
# So many roll calls that fit alike are judged one by one, where as much as this speaks for them.
_FEW, _WORTH_A_QUESTION = 4, 0.5


@dataclass(frozen=True, slots=True)
class Ballots:
    """Which event each ballot is. ``events`` maps (document id, number) to the last part of the event's IRI.

    That part is ``undl-<record id>`` for a roll call of the record. ``judgements`` are the program's own; their sides
    are IRIs of reports (``id/ballot/<document>-<number>``) or of recorded events. ``matchings`` say how each ballot
    came to its roll call, or which ones it may be.
    """

    events: Mapping[tuple[str, int], str]
    judgements: tuple[Judgement, ...]
    matchings: Mapping[tuple[str, int], Matching] = field(default_factory=dict)


def resolve_ballots(
    documents: Sequence[Document],
    readings: Sequence[Reading],
    rollcalls: Sequence[RollCall] = (),
    judgements: Sequence[Judgement] = (),
) -> Ballots:
    """Join the reports of one ballot. The order of documents, readings and roll calls does not matter.

    A human SAME or DIFFERENT on two reports or events holds over the program's own; an UNSURE lifts it. An event that
    a judgement names is the one that the program alone would make.
    """
    told = reports(documents, readings)
    calls = tuple(sorted((of_rollcall(c) for c in rollcalls), key=lambda r: r.iri))
    by_iri = {r.iri: r for r in (*told, *calls)}
    found = find_all(told, calls)
    likely, impossible = _weigh(told, frozenset(iri for iri, one in found.items() if len(one.alike) > 1))
    own = (*_on_record(found, by_iri), *_judge(likely, by_iri))
    impossible += [(iri, call) for iri, one in found.items() for call in sorted(one.excluded)]
    humans = human_decisions(judgements)
    groups, held = _join(by_iri, own, impossible, {})
    decided: dict[Pair, Judgement] = {}
    if humans:
        decided = _on_reports(humans, _members(_events(groups, by_iri)), by_iri)
        groups, held = _join(by_iri, own, impossible, decided)
    events = _events(groups, by_iri)
    edges = [(j.left, j.right, j) for j in held] + [(left, right, j) for (left, right), j in decided.items()]
    paths = matchings(told, events, edges, found)
    return Ballots(MappingProxyType(events), tuple(sorted(held, key=lambda j: (j.left, j.right))), paths)


def _join(
    by_iri: Mapping[str, Report], own: Sequence[Judgement], impossible: Sequence[Pair], humans: Mapping[Pair, Judgement]
) -> tuple[Groups, list[Judgement]]:
    """The groups of reports, and the program's judgements that hold: what people decided comes first."""
    groups = Groups(by_iri, {r.iri: r.owner for r in by_iri.values()})
    for pair in sorted(p for p, said in humans.items() if said.decision is Decision.DIFFERENT):
        groups.keep_apart(*pair)
    for pair in sorted(p for p, said in humans.items() if said.decision is Decision.SAME):
        groups.join(*pair)
    open_pairs = [j for j in own if (j.left, j.right) not in humans]
    held = [j for j in open_pairs if j.decision is not Decision.SAME]
    same = (j for j in open_pairs if j.decision is Decision.SAME)
    joins = sorted(same, key=lambda j: (not _is_call(j.right), -j.score, j.left, j.right))
    _keep_apart(impossible, joins, groups)
    return groups, held + [j for j in joins if groups.join(j.left, j.right)]


def _on_reports(
    humans: Mapping[frozenset[str], Judgement], members: Mapping[str, Sequence[str]], by_iri: Mapping[str, Report]
) -> dict[Pair, Judgement]:
    """What people decided on events, said of their reports; what names nothing known is left out."""
    decided: dict[Pair, Judgement] = {}
    for pair in sorted((p for p in humans if len(p) == 2), key=sorted):
        left, right = ([side] if side in by_iri else members.get(side, ()) for side in sorted(pair))
        said = humans[pair]
        pairs = [_pair(a, b) for a in left for b in right if a != b]
        decided.update(dict.fromkeys(pairs if said.decision is Decision.DIFFERENT else pairs[:1], said))
    return decided


def _members(events: Mapping[tuple[str, int], str]) -> dict[str, list[str]]:
    """The reports of each event, by the event's IRI."""
    found: dict[str, list[str]] = defaultdict(list)
    for (document, number), event in sorted(events.items()):
        found[f"{ID}event/{event}"].append(f"{ID}ballot/{document}-{number}")
    return found


def _on_record(found: Mapping[str, Found], by_iri: Mapping[str, Report]) -> Iterator[Judgement]:
    """SAME with the roll call that a report is of; UNSURE with each of a few that fit alike."""
    for iri, one in sorted(found.items()):
        if one.best:
            yield Judgement(iri, one.best.call.iri, Decision.SAME, one.best.score, one.best.reason, PROGRAM)
        elif one.alike and len(one.alike) <= _FEW and one.alike[0].score >= _WORTH_A_QUESTION:
            for fit in one.alike:
                others = " and ".join(_shown(f.call.iri, by_iri) for f in one.alike if f is not fit)
                fits = "fits" if len(one.alike) == 2 else "fit"
                reason = f"{fit.reason}; but {others} {fits} as well" if others else fit.reason
                yield Judgement(iri, fit.call.iri, Decision.UNSURE, fit.score, reason, PROGRAM)


def _weigh(told: Sequence[Report], crowded: frozenset[str]) -> tuple[dict[Pair, Match], list[Pair]]:
    """The pairs of reports that may be one ballot, and those compared that cannot be.

    ``crowded`` are those that several roll calls fit alike: two of them need a subject in common as well.
    """
    possible: dict[Pair, Match] = {}
    impossible = []
    for left, right in _candidates(told):
        match = compare(left, right)
        if match is None:
            impossible.append(_pair(left.iri, right.iri))
        elif left.words & right.words or not {left.iri, right.iri} <= crowded:
            possible[_pair(left.iri, right.iri)] = match
    lone = _lone_drafts(told)
    likely = {}
    for pair, match in possible.items():
        alone = match.dated and not match.elsewhere and match.sponsors and lone >= set(pair)
        weighed = match.strengthened("it is the only draft of that sponsor in both") if alone else match
        if weighed.score >= JOIN - MARGIN:
            likely[pair] = weighed
    return likely, impossible


def _is_call(iri: str) -> bool:
    return iri.startswith(_RECORDED)


def _lone_drafts(told: Sequence[Report]) -> frozenset[str]:
    """The reports that share a sponsor with no other of their document, body and sort."""
    drafts: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    for report in told:
        for sponsor in report.sponsors:
            drafts[report.owner, report.body, report.sort, sponsor].append(report.iri)
    crowded = {iri for iris in drafts.values() if len(iris) > 1 for iri in iris}
    return frozenset(iri for iris in drafts.values() for iri in iris if iri not in crowded)


def _keep_apart(impossible: Iterable[Pair], joins: Sequence[Judgement], groups: Groups) -> None:
    """Let no third report bring together what cannot be one: unless the record itself says that both are it."""
    recorded: dict[str, str] = {}
    for judgement in joins:
        if _is_call(judgement.right):
            recorded.setdefault(judgement.left, judgement.right)
    for left, right in impossible:
        if left not in recorded or recorded[left] != recorded.get(right):
            groups.keep_apart(left, right)


def _candidates(told: Sequence[Report]) -> Iterator[tuple[Report, Report]]:
    """Reports of different owners that share a body and a day, a symbol or figures."""
    able = [r for r in told if r.identifies]
    blocks: dict[tuple[object, ...], list[Report]] = defaultdict(list)
    for report in able:
        for key in _keys(report):
            blocks[key].append(report)
    seen = set()
    for block in blocks.values():
        for left, right in combinations(block, 2):
            pair = _pair(left.iri, right.iri)
            if left.owner != right.owner and pair not in seen:
                seen.add(pair)
                yield left, right


def _keys(report: Report) -> Iterator[tuple[object, ...]]:
    if report.symbol:
        yield report.body, "symbol", report.symbol
    for figures in combinations([(o, n) for o, n in report.tally if o is not Option.ABSENT], 2):
        yield report.body, "tally", *figures
    days = days_of(report)
    if days and (days[1] - days[0]).days <= _FEW_DAYS:
        for day in _each_day(*days):
            yield report.body, "day", day


def _each_day(start: date, end: date) -> Iterator[date]:
    return (start + timedelta(n) for n in range((end - start).days + 1))


def _judge(likely: Mapping[Pair, Match], by_iri: Mapping[str, Report]) -> Iterator[Judgement]:
    """SAME for the pairs that stand out on both sides, UNSURE for those that another pair rivals."""
    partners: dict[str, list[str]] = defaultdict(list)
    for left, right in likely:
        partners[left].append(right)
        partners[right].append(left)
    for (left, right), match in sorted(likely.items()):
        if match.score < JOIN:
            continue
        rival = _rival(left, right, likely, partners, by_iri) or _rival(right, left, likely, partners, by_iri)
        if rival:
            reason = f"{match.reason}; but {_shown(rival, by_iri)} fits as well"
            yield Judgement(left, right, Decision.UNSURE, match.score, reason, PROGRAM)
        else:
            yield Judgement(left, right, Decision.SAME, match.score, match.reason, PROGRAM)


def _rival(
    left: str,
    right: str,
    likely: Mapping[Pair, Match],
    partners: Mapping[str, list[str]],
    by_iri: Mapping[str, Report],
) -> str | None:
    """Another partner of ``left``, nearly as likely as ``right``, that cannot be the same ballot as ``right``."""
    score = likely[_pair(left, right)].score
    for other in sorted(partners[left]):
        if other == right or likely[_pair(left, other)].score < score - MARGIN:
            continue
        a, b = by_iri[right], by_iri[other]
        if a.owner == b.owner or compare(a, b) is None:
            return other
    return None


def _shown(iri: str, by_iri: Mapping[str, Report]) -> str:
    report = by_iri[iri]
    return report.symbol or report.rollcall or f"ballot {report.number} of {report.owner}"


def _events(groups: Groups, by_iri: Mapping[str, Report]) -> dict[tuple[str, int], str]:
    events: dict[tuple[str, int], str] = {}
    taken: set[str] = set()
    for group in groups.all():
        members = [by_iri[iri] for iri in group]
        told = [m for m in members if not m.rollcall]
        if not told:
            continue
        event = _event_key(members)
        if event in taken:
            event = digest("ballot", event, *(m.iri.removeprefix(ID) for m in told))
        taken.add(event)
        events.update({(m.owner, m.number): event for m in told})
    return events


def _event_key(members: Sequence[Report]) -> str:
    """The record's id, or a digest of what identifies the ballot; of its reports where that is too little."""
    recorded = [m.rollcall for m in members if m.rollcall]
    if recorded:
        return recorded[0]
    first = members[0]
    days = [m.when for m in members if m.when]
    when = min(days, key=lambda w: ((w.end - w.start).days, w.start)) if days else None
    tally = merged_tally(members)
    symbols = sorted({m.symbol for m in members if m.symbol})
    own: Iterable[str] = ()
    if not symbols and (when is None or len(tally) < 2):
        own = (m.iri.removeprefix(ID) for m in members)
    counts = [f"{option}:{number}" for option, number in tally.items()]
    return digest("ballot", first.body, first.sort, when.iso() if when else None, *symbols[:1], *counts, *own)


def _pair(left: str, right: str) -> Pair:
    return (left, right) if left < right else (right, left)
