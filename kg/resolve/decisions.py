"""What people have decided, and groups of things that respect it."""

from collections.abc import Iterable, Mapping, Sequence

from kg.model import Decision, Judgement

__all__ = ["Groups", "human_decisions"]


def human_decisions(judgements: Sequence[Judgement]) -> Mapping[frozenset[str], Judgement]:
    """The judgement that holds on each pair: the last. UNSURE lifts what was decided before, and is not listed."""
    last = {frozenset((j.left, j.right)): j for j in judgements}
    return {pair: j for pair, j in last.items() if j.decision is not Decision.UNSURE}


class Groups:
    """Things joined pair by pair, where some pairs must stay apart and no group may hold two things of one owner."""

    def __init__(self, members: Iterable[str], owners: Mapping[str, str] | None = None) -> None:
        self._group = {m: {m} for m in members}
        self._apart: dict[str, set[str]] = {}
        self._owners = owners or {}

    def keep_apart(self, left: str, right: str) -> None:
        """These two never share a group, whatever joins come later."""
        self._apart.setdefault(left, set()).add(right)
        self._apart.setdefault(right, set()).add(left)

    def join(self, left: str, right: str) -> bool:
        """Make one group of two; False, and nothing done, where that would break a rule."""
        a, b = self._group[left], self._group[right]
        if a is b:
            return True
        if any(self._apart.get(m, set()) & b for m in a):
            return False
        owned = [self._owners[m] for m in (*a, *b) if m in self._owners]
        if len(owned) != len(set(owned)):
            return False
        a |= b
        for member in b:
            self._group[member] = a
        return True

    def of(self, member: str) -> frozenset[str]:
        """The group of a thing."""
        return frozenset(self._group[member])

    def all(self) -> list[list[str]]:
        """Every group once, sorted, so that the order of joins leaves no trace."""
        return sorted({id(g): sorted(g) for g in self._group.values()}.values())
