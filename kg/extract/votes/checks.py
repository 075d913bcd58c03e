"""How sure the figures and votes of a ballot are: near certain only where a free check bears them out.

A list as long as its number, counts that add up to the body's seats, what two sentences tell alike, the veto of a
permanent member: what none of these confirms stays below ``CHECKED``.
"""

from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace

from kg import codes
from kg.extract.votes.linking import Gathered
from kg.model import Count, Evidence, Option, Position

# A fact that a check bears out, and the most that one is sure of without.
CHECKED = 0.97
_UNCHECKED = 0.94
# A list of one proves little.
_SHORTEST_LIST = 2


def weighed(
    ballot: Gathered, counts: Sequence[Count], positions: Sequence[Position], seats: Set[int]
) -> tuple[tuple[Count, ...], tuple[Position, ...]]:
    """Counts and positions with the confidence that the checks leave; ``seats`` are the sizes of the body."""
    complete = _complete(counts, positions)
    adds_up = sum(c.number for c in counts) in seats and not any(c.derived for c in counts) and len(counts) > 1
    said = _sentences(ballot)

    def veto(position: Position) -> bool:
        return bool(counts) and _is_veto(position)

    sure_counts = tuple(
        replace(
            c, evidence=_at(c.evidence, sure=not c.derived and (adds_up or c.option in complete or _twice(said, c)))
        )
        for c in counts
    )
    sure_positions = tuple(
        replace(p, evidence=_at(p.evidence, sure=p.option in complete or said[p.voter, p.option] > 1 or veto(p)))
        for p in positions
    )
    return sure_counts, sure_positions


def _complete(counts: Sequence[Count], positions: Sequence[Position]) -> set[Option]:
    """The options whose voters are all named: the list is as long as the printed number."""
    named = Counter(p.option for p in positions)
    return {c.option for c in counts if not c.derived and c.number == named[c.option] >= _SHORTEST_LIST}


def _sentences(ballot: Gathered) -> Counter[tuple[str | int, Option]]:
    """How many sentences tell a state's vote, or a number of votes."""
    told: set[tuple[str | int, Option, int]] = set()
    for camp, report in ballot.camps:
        place = report.sentence.index
        told.update((state, camp.option, place) for state in camp.states)
        if camp.number is not None:
            told.add((camp.number, camp.option, place))
    return Counter((what, option) for what, option, _ in told)


def _twice(said: Counter[tuple[str | int, Option]], count: Count) -> bool:
    return said[count.number, count.option] > 1


def _is_veto(position: Position) -> bool:
    state = codes.state(position.voter)
    return position.veto and state is not None and state.p5


def _at(evidence: Evidence, *, sure: bool) -> Evidence:
    return replace(evidence, confidence=CHECKED if sure else min(evidence.confidence, _UNCHECKED))
