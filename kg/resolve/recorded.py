"""Which roll call of the record a reported ballot is: by symbol, day, numbers, positions and subject.

The record is complete for what it holds, so it also matters how many roll calls of the time fit what a text tells.
One that fits far better than all others is the one; where several fit alike, none is taken and all are named.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg import codes
from kg.model import Option, Outcome, When
from kg.resolve.likeness import JOIN, MARGIN
from kg.resolve.reports import NEWS_DAYS, Report, days_of

__all__ = ["CallIndex", "Fit", "Found", "find", "find_all"]

_COUNTED = (Option.YES, Option.NO, Option.ABSTAIN)
_BY_COUNTS = (0.1, 0.35, 0.65, 0.75)
# One printed number may differ by this much and the roll call still be meant, if all else agrees.
_SLIP = 3
# A report that spans more days than this is looked up by its figures only.
FEW_DAYS = 35
_BY_SYMBOL, _ALONE, _ON_THE_SUBJECT, _OF_CONTEXT = 1.5, 0.45, 0.4, 0.06
# A count of no more than this is shared by many roll calls; the Council's all are.
_FEW_VOTES = 15
_SURE, _HIGHEST = 0.99, 0.97

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a roll call fits a report. ``weight`` grows with all that agrees; ``near``: the day is told and agrees.

    ``counts`` is the number of counts that agree and ``telling`` that of those that few roll calls have. ``divided``:
    of states that voted differently it is right. ``share`` is that of the subject's words which the record has too,
    ``topical`` that they are enough to tell the subject; ``elsewhere``: words were told, and none is shared.
    ``amended``: it is an amended draft, of the day of the article's other ballots.
    """

    call: Report
    weight: float
    reason: str
    near: bool = False
    counts: int = 0
    telling: int = 0
    votes: int = 0
    divided: bool = False
    share: float = 0.0
    topical: bool = False
    elsewhere: bool = False
    amended: bool = False

    @property
    def score(self) -> float:
        """How sure it is that this is the ballot, from 0 to 1."""
        return round(min(self.weight, _SURE if self.weight >= _BY_SYMBOL else _HIGHEST), 4)

    def strengthened(self, by: float, reason: str) -> "Fit":
        """The same, where nothing else comes into question."""
        return replace(self, weight=self.weight + by, reason=f"{self.reason}; {reason}")


@dataclass(frozen=True, slots=True)
class Found:
    """What the record has for a report: the roll call that it is, or those that fit alike, the best first.

    ``excluded`` are those of the time, by IRI, that it cannot be.
    """

    best: Fit | None = None
    alike: tuple[Fit, ...] = ()
    excluded: frozenset[str] = frozenset()


class CallIndex:
    """Roll calls by body with day, symbol and figures."""

    def __init__(self, calls: Iterable[Report]) -> None:
        self._by_key: dict[Key, list[Report]] = defaultdict(list)
        for call in calls:
            for key in _of_call(call):
                self._by_key[key].append(call)

    def candidates(self, report: Report) -> list[Report]:
        """The roll calls that share a body and a day, a symbol or figures with a report, sorted."""
        met = {call.iri: call for key in _of_report(report) for call in self._by_key.get(key, ())}
        return [met[iri] for iri in sorted(met)]


def _of_call(call: Report) -> Iterator[Key]:
    if call.when:
        yield call.body, "day", call.when.start
    for symbol in (call.symbol, *call.drafts):
        yield call.body, "symbol", symbol
    for option, number in call.tally:
        if option in _COUNTED:
            yield call.body, option, number


def _of_report(report: Report) -> Iterator[Key]:
    for symbol in (report.symbol, *report.drafts):
        if symbol:
            yield report.body, "symbol", symbol
    days = days_of(report)
    if days and (days[1] - days[0]).days <= FEW_DAYS:
        for n in range((days[1] - days[0]).days + 1):
            yield report.body, "day", days[0] + timedelta(n)
        return
    # Of all counts the rarest leads to the fewest roll calls: the votes in favour where they are told.
    figures = [(o, n) for o, n in report.tally if o in _COUNTED]
    if figures and (days or len(figures) > 1):
        yield report.body, *max(figures, key=lambda f: f[1])


def find(report: Report, candidates: Iterable[Report]) -> Found:
    """The roll call that a report is of, among all that come into question for it."""
    if not report.identifies or report.sort != "text" or report.several:
        return Found()
    compared = [(call.iri, _fit(report, call)) for call in candidates]
    excluded = frozenset(iri for iri, fit in compared if fit is None)
    fits = [fit for _, fit in compared if fit]
    if not fits:
        return Found(excluded=excluded)
    ranked = sorted(_weighed(fits), key=lambda f: (-f.weight, f.call.iri))
    best = ranked[0]
    alike = tuple(f for f in ranked if f.weight > best.weight - MARGIN)
    if best.weight >= JOIN and len(alike) == 1:
        return Found(best, excluded=excluded)
    return Found(alike=alike, excluded=excluded)


def _weighed(fits: Sequence[Fit]) -> list[Fit]:
    """The fits, the one strengthened that has no rival: alone of its time, or alone with its subject."""
    if len(fits) == 1:
        return [_alone(fits[0])]
    top = max(fits, key=lambda f: (f.counts, f.share, f.topical, f.weight))
    rivals = [f for f in fits if f is not top and f.counts >= top.counts]
    leads = (top.share and all(f.share <= top.share / 2 for f in rivals)) or not any(f.topical for f in rivals)
    if not (leads and top.topical and _settled(top) and (top.counts or top.votes)):
        return list(fits)
    return [f.strengthened(_ON_THE_SUBJECT, "it alone is on this subject") if f is top else f for f in fits]


def _alone(fit: Fit) -> Fit:
    """A fit without a rival, strengthened where it has something of its own: the record does not hold every vote."""
    if fit.elsewhere:
        return fit
    spoken_of = (fit.topical and (_settled(fit) or fit.share > 0.5)) or fit.amended
    of_its_own = fit.telling > 1 or (spoken_of and (fit.counts or fit.votes))
    if of_its_own or (fit.near and (fit.counts or (fit.votes > 3 and fit.divided))):
        return fit.strengthened(_ALONE, "the record has no other vote of that time that it could be")
    return fit


def _settled(fit: Fit) -> bool:
    """Whether day or figures leave no more than a few roll calls."""
    return fit.near or fit.counts > 1 or fit.telling > 0


# --------------------------------------------------------------------------- one report, one roll call


def _fit(report: Report, call: Report) -> Fit | None:
    """How a roll call fits; None where it cannot be the ballot."""
    if (report.vetoed or report.outcome is Outcome.VETOED) and call.outcome is Outcome.ADOPTED:
        return None
    if report.symbol and report.symbol == call.symbol:
        return Fit(call, _BY_SYMBOL, f"the article gives the symbol {call.symbol}", near=True)
    if report.drafts & call.drafts:
        return Fit(call, _BY_SYMBOL, f"the article gives the draft's symbol {min(report.drafts)}", near=True)
    if report.symbol or (report.drafts and call.drafts):
        return None
    time = _time(report, call.when.start if call.when else date.min)
    counted = _counts(report, call)
    return _compared(report, call, time, counted) if time and counted else None


@dataclass(frozen=True, slots=True)
class _Time:
    """What the days say: how much it weighs, in which words, and whether the day is told and agrees."""

    weight: float
    words: str
    near: bool = False


@dataclass(frozen=True, slots=True)
class _Counts:
    """How many counts agree (zeros of a unanimous vote tell nothing), and by how much one may be off."""

    agree: int
    gap: int = 0


def _compared(report: Report, call: Report, time: _Time, counts: _Counts) -> Fit | None:
    right, against = _positions(report, call)
    shared = report.words & call.words
    share = len(shared) / max(2, len(report.words))
    of_context = bool(report.context & call.words)
    on_subject = share >= 0.5 or len(shared) > 2 or (share >= 0.25 and any(w in codes.states() for w in shared))
    if against and counts.agree < 2 and (not right or against > max(1, len(right) // 4)):
        return None
    if counts.gap and not _slip(counts.gap, time.near, on_subject, len(right)):
        return None
    # 'Rejected' may be a writer's word for a text that was changed; without a number of its own it is another draft.
    rejected = report.outcome is Outcome.REJECTED and call.outcome is Outcome.ADOPTED
    if rejected and not counts.agree:
        return None
    weight = time.weight + _BY_COUNTS[counts.agree] + min(0.28, 0.07 * len(right)) + 0.2 * share
    weight += (_OF_CONTEXT if of_context else 0) - (0.15 if counts.gap else 0)
    weight -= min(0.3, 0.1 * against) + (0.1 if rejected else 0)
    topical = on_subject or of_context
    return Fit(
        call,
        round(weight, 4),
        "; ".join(_reasons(report, call, time.words, counts.agree, len(right), topical)),
        near=time.near,
        counts=counts.agree,
        telling=_telling(report, call),
        votes=len(right),
        divided=len(set(right)) > 1,
        share=share,
        topical=topical,
        elsewhere=bool(report.words) and not shared and not of_context,
        amended=report.amended and report.likely is not None,
    )


def _slip(gap: int, near: bool, on_subject: bool, votes: int) -> bool:
    """Whether one wrong number is a slip of the pen: all else says that this vote is meant."""
    return (on_subject or votes > 2) if near else (on_subject and votes > 2 and gap <= _SLIP)


def _telling(report: Report, call: Report) -> int:
    """How many of the counts that agree few other roll calls have: those of a large body that are not small."""
    held = dict(call.tally)
    return sum(number > _FEW_VOTES and held.get(option) == number for option, number in report.tally)


def _reasons(report: Report, call: Report, time: str, counts: int, votes: int, topical: bool) -> Iterator[str]:
    yield time
    if counts:
        numbers = dict(call.tally)
        same = [str(n) for o, n in report.tally if o in _COUNTED and numbers[o] == n]
        yield f"the counts {'-'.join(same)} agree" if len(same) > 1 else f"the count {same[0]} agrees"
    if votes:
        yield f"{votes} {'state' if votes == 1 else 'states'} voted so"
    if topical:
        yield "the subjects agree"


def _time(report: Report, day: date) -> _Time | None:
    """What the days say of a roll call of this day; None where they exclude it."""
    if report.when:
        return _told_time(report.when, day)
    if report.likely:
        words = f"same body, the day of the article's other votes ({day})"
        return _Time(0.2, words, near=True) if report.likely == day else None
    if report.published is None:
        return _Time(0.0, f"same body ({day})")
    if report.past:
        return None if day > report.published else _Time(0.0, f"same body ({day})")
    soon = timedelta(-1) <= report.published - day <= timedelta(NEWS_DAYS)
    return _Time(0.06, f"same body, soon before the article ({day})") if soon else None


def _told_time(when: When, day: date) -> _Time | None:
    if when.start == when.end == day:
        return _Time(0.2, f"same body and day ({day})", near=True)
    length = (when.end - when.start).days
    slack = timedelta(1) if length <= 7 else timedelta(0)
    if not when.start - slack <= day <= when.end + slack:
        return None
    if when.start == when.end:
        return _Time(0.12, f"same body, a day apart ({day})")
    weight = 0.15 if length <= 7 else 0.08 if length <= FEW_DAYS else 0.03
    return _Time(weight, f"same body, within the time told ({day})", near=length <= 7)


def _counts(report: Report, call: Report) -> _Counts | None:
    """How the counts agree; None where more than one is off, or the others are too few for it to be a slip."""
    told, held = dict(report.tally), dict(call.tally)
    shared = [o for o in _COUNTED if o in told]
    same = [o for o in shared if told[o] == held[o]]
    apart = [abs(told[o] - held[o]) for o in shared if told[o] != held[o]]
    telling = [o for o in same if told[o]] if len(same) > 1 else same
    if not apart:
        return _Counts(len(telling))
    slip = len(apart) == 1 and len(same) > 1 and (apart[0] <= _SLIP or len(telling) > 1)
    return _Counts(len(same), apart[0]) if slip else None


def _positions(report: Report, call: Report) -> tuple[tuple[Option, ...], int]:
    """The votes that are as the report says, and how many are not; a state under the seat that it had that day."""
    day = call.when.start if call.when else None
    right, conflicts = list[Option](), 0
    for voter, option in report.positions.items():
        voted = call.positions.get(voter)
        if voted is None and day:
            voted = call.positions.get(codes.seat_on(voter, day) or "")
        if voted is option:
            right.append(option)
        elif voted is not None:
            conflicts += 1
    return tuple(right), conflicts


# --------------------------------------------------------------------------- the reports of one document


def find_all(told: Sequence[Report], calls: Iterable[Report]) -> Mapping[str, Found]:
    """What the record has for each report, by its IRI. What one ballot of an article is, its other ballots are not.

    A ballot told without a day is looked for on the day of the article's other ballots, where that is one day.
    """
    index = CallIndex(calls)
    by_owner: dict[str, list[Report]] = defaultdict(list)
    for report in told:
        by_owner[report.owner].append(report)
    found: dict[str, Found] = {}
    for reports in by_owner.values():
        found.update(_of_document(reports, index))
    return found


def _of_document(reports: Sequence[Report], index: CallIndex) -> dict[str, Found]:
    first = _exclusive({r.iri: find(r, index.candidates(r)) for r in reports})
    taken = {found.best.call.iri for found in first.values() if found.best}
    if not taken:
        return first
    days = {f.best.call.when.start for r in reports if not r.past and (f := first[r.iri]).best and f.best.call.when}
    likely = min(days) if len(days) == 1 else None
    second = dict(first)
    for report in reports:
        if first[report.iri].best:
            continue
        dated = report if report.when or report.past else replace(report, likely=likely)
        open_calls = [c for c in index.candidates(dated) if c.iri not in taken]
        again = find(dated, open_calls)
        second[report.iri] = again if again.best or again.alike else first[report.iri]
    return _exclusive(second)


def _exclusive(found: dict[str, Found]) -> dict[str, Found]:
    """No two ballots of a document are one roll call: the one that fits clearly better keeps it, else neither."""
    claims: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for iri, one in found.items():
        if one.best:
            claims[one.best.call.iri].append((one.best.weight, iri))
    kept = dict(found)
    for claimants in claims.values():
        ranked = sorted(claimants, reverse=True)
        clear = len(ranked) == 1 or ranked[0][0] - ranked[1][0] > MARGIN
        for _, iri in ranked[1 if clear else 0 :]:
            best = found[iri].best
            alike = () if clear or best is None else (best,)
            kept[iri] = replace(found[iri], best=None, alike=alike)
    return kept
