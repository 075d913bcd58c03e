"""How each ballot came to its roll call: the judgements that lead there, or the roll calls that it may be."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence

from kg.ids import ID
from kg.model import Decision, Judgement, Matching
from kg.resolve.recorded import Found
from kg.resolve.reports import Report, days_of

__all__ = ["matchings"]

Edge = tuple[str, str, Judgement]


def matchings(
    told: Sequence[Report], events: Mapping[tuple[str, int], str], edges: Iterable[Edge], found: Mapping[str, Found]
) -> dict[tuple[str, int], Matching]:
    """The matching of each report, by document and number.

    ``edges`` are the judgements that hold, each with the two reports or roll calls that it is on.
    """
    joined: dict[str, list[tuple[str, Judgement]]] = defaultdict(list)
    unsure: dict[str, list[Judgement]] = defaultdict(list)
    for left, right, judgement in edges:
        if judgement.decision is Decision.SAME:
            joined[left].append((right, judgement))
            joined[right].append((left, judgement))
        elif judgement.decision is Decision.UNSURE:
            unsure[left].append(judgement)
    paths: dict[str, dict[str, tuple[Judgement, ...]]] = {}
    out = {}
    for report in told:
        key = report.owner, report.number
        call, alike = f"{ID}event/{events[key]}", found[report.iri].alike
        if events[key].startswith("undl-"):
            paths.setdefault(call, _paths(call, joined))
            out[key] = Matching(paths[call].get(report.iri, ()), timed=True)
        else:
            names = {fit.call.iri for fit in alike}
            asked = tuple(j for j in unsure[report.iri] if j.right in names)
            out[key] = Matching(asked, tuple(fit.call.rollcall for fit in alike), days_of(report) is not None)
    return out


def _paths(call: str, joined: Mapping[str, Sequence[tuple[str, Judgement]]]) -> dict[str, tuple[Judgement, ...]]:
    """The shortest way to a roll call from everything that is joined to it, as judgements."""
    ways: dict[str, tuple[Judgement, ...]] = {call: ()}
    waiting = deque([call])
    while waiting:
        here = waiting.popleft()
        for there, judgement in sorted(joined.get(here, ()), key=lambda step: (-step[1].score, step[0])):
            if there not in ways:
                ways[there] = (judgement, *ways[here])
                waiting.append(there)
    return ways
