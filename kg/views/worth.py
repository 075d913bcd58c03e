"""Which scores are written back: all pairs of the actors that take part in what articles tell, of others the extremes.

The record of one year compares 193 states in 18,528 pairs; a graph of them all would outweigh everything else many
times over. What is not written is asked of the votes themselves: ``kg query agreement``.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable

from kg.views.scores import Score

__all__ = ["EXTREMES", "worth_writing"]

EXTREMES = 3
"""Partners at either end that are written of a state that no article speaks of."""


def worth_writing(scores: Iterable[Score], spoken_of: Collection[str]) -> tuple[Score, ...]:
    """The scores to write: of single actors all; of pairs those between two actors that articles speak of, and each
    actor's ``EXTREMES`` closest and farthest partners by agreement, most shared ballots first."""
    told = tuple(scores)
    single, pairs = [s for s in told if not s.other], [s for s in told if s.other]
    kept = {(s.subject, s.other) for s in pairs if s.subject in spoken_of and s.other in spoken_of}
    partners: dict[str, list[Score]] = defaultdict(list)
    for score in pairs:
        if score.measure == "agreement":
            partners[score.subject].append(score)
            partners[score.other].append(score)
    for own in partners.values():
        closest = sorted(own, key=lambda s: (-s.value, -s.shared, s.subject, s.other))[:EXTREMES]
        farthest = sorted(own, key=lambda s: (s.value, -s.shared, s.subject, s.other))[:EXTREMES]
        kept.update((s.subject, s.other) for s in (*closest, *farthest))
    return tuple(sorted((*single, *(s for s in pairs if (s.subject, s.other) in kept))))
