"""How far two reports can be of one ballot: what agrees, what contradicts, how sure that makes us."""

from dataclasses import dataclass, replace
from datetime import timedelta

from kg.codes import label
from kg.model import Option, Outcome
from kg.resolve.reports import NEWS_DAYS, Report

__all__ = ["JOIN", "MARGIN", "Match", "compare"]

# Joined from this score on, where nothing else comes within the margin.
JOIN, MARGIN = 0.78, 0.05
_BY_COUNTS = {0: 0.1, 1: 0.35, 2: 0.65, 3: 0.75}
_COUNTED = (Option.YES, Option.NO, Option.ABSTAIN)
# Two sources may print a count that differs by this much and still mean one ballot, if all else agrees.
_SLIP = 3
_HIGHEST = 0.97
_NO_OTHER = 0.45
_ONE_DAY = 0.2


@dataclass(frozen=True, slots=True)
class Match:
    """That two reports may be of one ballot: how sure, and in plain words why.

    ``dated``: both tell the day, and it is one. ``counts`` and ``votes`` are the numbers of counts and of states'
    votes that agree, ``sponsors`` those of both; ``elsewhere``: the subjects have not a word in common.
    """

    score: float
    reason: str
    dated: bool = False
    counts: int = 0
    votes: int = 0
    sponsors: frozenset[str] = frozenset()
    elsewhere: bool = False

    def strengthened(self, reason: str) -> "Match":
        """The same, where there is no other ballot that it could be."""
        score = round(min(self.score + _NO_OTHER, _HIGHEST), 4)
        return replace(self, score=score, reason=f"{self.reason}; {reason}")


def compare(left: Report, right: Report) -> Match | None:
    """How sure it is that two reports are of one ballot; None where they cannot be."""
    if (left.body, left.sort, left.several) != (right.body, right.sort, right.several):
        return None
    if left.symbol and left.symbol == right.symbol:
        return Match(0.99, f"both give the symbol {left.symbol}")
    dated = _dates(left, right)
    counted = _counts(left, right)
    placed = _positions(left, right)
    if dated is None or counted is None or placed is None or (left.symbol and right.symbol):
        return None
    subject = _subject(left, right)
    if counted.conflicts and not (subject >= 0.5 or placed.agree >= 3):
        return None
    unlike = left.outcome and right.outcome and left.outcome != right.outcome
    # 'Rejected' in one text and 'passed' in another may be one ballot; a veto is never an adoption.
    if unlike and (not counted.agree or Outcome.VETOED in (left.outcome, right.outcome)):
        return None
    shared = left.sponsors & right.sponsors
    score = _BY_COUNTS[counted.agree] + dated[0] + min(0.28, 0.07 * placed.agree) + 0.15 * subject
    score += 0.1 if shared else 0
    score -= 0.15 * counted.conflicts + min(0.3, 0.1 * placed.conflicts)
    score -= 0.1 if unlike else 0
    why = [dated[1], counted.reason, placed.reason]
    why += [f"{', '.join(label(s) for s in sorted(shared))} sponsored both"] if shared else []
    why += ["the subjects agree"] if subject >= 0.5 else []
    one_day, elsewhere = dated[0] >= _ONE_DAY, bool(left.words and right.words) and not left.words & right.words
    reason = "; ".join(w for w in why if w)
    return Match(round(min(score, _HIGHEST), 4), reason, one_day, counted.agree, placed.agree, shared, elsewhere)


@dataclass(frozen=True, slots=True)
class _Agreement:
    agree: int
    conflicts: int
    reason: str


def _dates(left: Report, right: Report) -> tuple[float, str] | None:
    """What the days say, and how much it weighs; None where they exclude one another."""
    a, b = left.when, right.when
    if a and b:
        if a.start == a.end == b.start == b.end:
            return _ONE_DAY, f"same body and day ({a.iso()})"
        if not a.overlaps(b, slack=1):
            return None
        longest = max((w.end - w.start).days for w in (a, b))
        return (0.15 if longest <= 7 else 0.08 if longest <= 31 else 0.03), "same body, days that agree"
    told = a or b
    other = left.published if b else right.published
    if told is None:
        return _published(left, right)
    if other is None or (left.past if b else right.past):
        return 0.0, "same body"
    near = told.start - timedelta(1) <= other <= told.end + timedelta(NEWS_DAYS)
    return (0.06, "same body, published soon after the vote") if near else None


def _published(left: Report, right: Report) -> tuple[float, str] | None:
    a, b = left.published, right.published
    if a is None or b is None:
        return 0.0, "same body"
    return (0.06, "same body, published about one time") if abs((a - b).days) <= NEWS_DAYS else None


def _counts(left: Report, right: Report) -> _Agreement | None:
    """The counts that both give; None where they contradict each other beyond a slip of the pen."""
    a, b = dict(left.tally), dict(right.tally)
    shared = [o for o in _COUNTED if o in a and o in b]
    same = [o for o in shared if a[o] == b[o]]
    apart = [abs(a[o] - b[o]) for o in shared if a[o] != b[o]]
    # A unanimous vote is like every other: zeros say nothing.
    telling = [o for o in same if a[o]] if len(same) > 1 else same
    # Amendments of one day often have tallies a vote or two apart; a text is told with one wrong number now and then.
    slip = left.sort == "text" and len(apart) == 1 and ((same and apart[0] <= _SLIP) or len(telling) > 1)
    if apart and not slip:
        return None
    numbers = "-".join(str(a[o]) for o in same)
    reason = f"the counts {numbers} agree" if len(same) > 1 else f"the count {numbers} agrees" if same else ""
    return _Agreement(len(telling), len(apart), reason)


def _positions(left: Report, right: Report) -> _Agreement | None:
    """The states whose votes both give; None where more than a few are contradicted."""
    a, b = left.positions, right.positions
    shared = a.keys() & b.keys()
    agree = sum(a[s] == b[s] for s in shared)
    conflicts = len(shared) - agree
    if conflicts > max(1, agree // 4) or (conflicts and not agree):
        return None
    reason = f"{agree} {'state' if agree == 1 else 'states'} voted alike in both" if agree else ""
    return _Agreement(agree, conflicts, reason)


def _subject(left: Report, right: Report) -> float:
    """The share of the shorter subject's words that the other has; a single word proves nothing."""
    shorter = min(len(left.words), len(right.words))
    return len(left.words & right.words) / shorter if shorter > 1 else 0.0
