"""Claims against the official record: each claim on a vote, a tally or an outcome, and what the roll call says."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from kg import codes
from kg.model import (
    Ballot,
    BallotKind,
    Finding,
    Matching,
    Option,
    Outcome,
    OutcomeReport,
    Position,
    RollCall,
    Status,
    Tallied,
    Verdict,
)
from kg.rdf import Claim, Identity, record_of, rollcall_of
from kg.verify.wording import IN_WORDS, VOTED, capital, listed, named

__all__ = ["FEW", "Coverage", "verdicts"]

FEW = 4
"""So many roll calls that a ballot may be are named one by one; of more, their number is told."""

Checked = Position | Tallied | OutcomeReport
Names = Mapping[str, str]

_ADOPTED = re.compile(r"[AS]/(?:RES|DEC)/")
_PARTS = {
    BallotKind.AMENDMENT: "amendments",
    BallotKind.PARAGRAPH: "single paragraphs",
    BallotKind.MOTION: "motions",
    BallotKind.ELECTION: "elections",
}


@dataclass(frozen=True, slots=True)
class Coverage:
    """The days over which the record holds each body's roll calls: first and last, by the body's code.

    ``drafts`` are the bodies of which it also holds votes on drafts that were not adopted.
    """

    days: Mapping[str, tuple[date, date]] = field(default_factory=dict)
    drafts: frozenset[str] = frozenset()

    @classmethod
    def of(cls, rollcalls: Iterable[tuple[str, date, str]]) -> "Coverage":
        """The coverage of roll calls, each given by its body, day and symbol."""
        days: dict[str, tuple[date, date]] = {}
        drafts = set()
        for body, day, symbol in rollcalls:
            first, last = days.get(body, (day, day))
            days[body] = (min(first, day), max(last, day))
            if not _ADOPTED.match(symbol):
                drafts.add(body)
        return cls(days, frozenset(drafts))


@dataclass(frozen=True, slots=True)
class _Comparison:
    """What the record makes of a claim, why, and what it has in the claim's place."""

    finding: Finding
    reason: str
    recorded: str = ""


def verdicts(
    claims: Iterable[Claim],
    identity: Identity,
    rollcalls: Mapping[str, RollCall],
    coverage: Coverage,
    names: Names | None = None,
    matchings: Mapping[tuple[str, int], Matching] | None = None,
) -> Iterator[Verdict]:
    """A verdict on every claim about a vote that took place.

    ``rollcalls`` holds, by id, those that events of ``identity`` stand for and the few that an open ballot may be;
    ``names`` how codes are shown; ``matchings`` how each ballot came to its roll call, by document and number. Where no
    roll calls are loaded at all there is nothing to say.
    """
    if not coverage.days:
        return
    names = names or {}
    for claim in claims:
        told, ballot = claim.told, claim.ballot
        if ballot is None or not isinstance(told, Position | Tallied | OutcomeReport):
            continue
        if ballot.status is not Status.HELD:
            continue
        matching = (matchings or {}).get((claim.document, ballot.number), Matching())
        event = identity.event(claim.document, ballot.number)
        rollcall = rollcalls.get(rollcall_of(event) or "")
        if rollcall is not None:
            found, record = _against(told, rollcall, names), record_of(event).value
        else:
            found, record = _unmatched(told, ballot, coverage, names, _Open.of(matching, rollcalls)), None
        said = _said(told, names)
        yield Verdict(claim.iri.value, found.finding, found.reason, record, said, found.recorded, matching.judgements)


def _said(told: Checked, names: Names) -> str:
    """What a claim says, in plain words."""
    match told:
        case Position():
            voted = "vetoed it" if told.veto else VOTED[told.option]
            return f"{capital(named(names.get(told.voter, told.voter)))} {voted}"
        case Tallied():
            return ", ".join(f"{c.number} {IN_WORDS[c.option]}" for c in told.counts)
        case OutcomeReport():
            return f"The draft was {told.outcome.value}"


# --------------------------------------------------------------------------- where the roll call is known


def _against(told: Checked, call: RollCall, names: Names) -> _Comparison:
    match told:
        case Position():
            return _position(told, call, names)
        case Tallied():
            return _tally(told, call)
        case OutcomeReport():
            return _outcome(told, call)


def _position(told: Position, call: RollCall, names: Names) -> _Comparison:
    votes = dict(call.votes)
    seat = told.voter if told.voter in votes else codes.seat_on(told.voter, call.date) or told.voter
    name, voted = named(names.get(seat, seat)), votes.get(seat)
    if voted is None:
        return _Comparison(Finding.NOT_IN_RECORD, f"the roll call of {call.symbol} does not list {name}")
    recorded = f"{capital(name)} {VOTED[voted]}"
    if voted is told.option:
        return _Comparison(Finding.SUPPORTED, f"the record says that {name} {VOTED[voted]}", recorded)
    reason = f"the record says that {name} {VOTED[voted]}, the article that it {VOTED[told.option]}"
    return _Comparison(Finding.CONTRADICTED, reason, recorded)


def _tally(told: Tallied, call: RollCall) -> _Comparison:
    numbers = {Option.YES: call.yes, Option.NO: call.no, Option.ABSTAIN: call.abstain, Option.ABSENT: call.absent}
    recorded = ", ".join(f"{numbers[c.option]} {IN_WORDS[c.option]}" for c in told.counts)
    wrong = [c for c in told.counts if numbers[c.option] != c.number]
    if wrong:
        reasons = [
            f"the record has {numbers[c.option]} {IN_WORDS[c.option]}, the article says {c.number}" for c in wrong
        ]
        return _Comparison(Finding.CONTRADICTED, "; ".join(reasons), recorded)
    return _Comparison(Finding.SUPPORTED, f"the record has {recorded}", recorded)


def _outcome(told: OutcomeReport, call: RollCall) -> _Comparison:
    if not _ADOPTED.match(call.symbol):
        return _Comparison(Finding.UNCLEAR, "the roll call does not say what became of the draft")
    recorded = f"The draft was adopted as {call.symbol}"
    if told.outcome is Outcome.ADOPTED:
        return _Comparison(Finding.SUPPORTED, f"it was adopted as {call.symbol}", recorded)
    reason = f"it was adopted as {call.symbol}, the article says {told.outcome.value}"
    return _Comparison(Finding.CONTRADICTED, reason, recorded)


# --------------------------------------------------------------------------- where it is not


@dataclass(frozen=True, slots=True)
class _Open:
    """How many roll calls an open ballot may be, those few enough to be named, and whether its time is told."""

    number: int
    calls: tuple[RollCall, ...]
    timed: bool

    @classmethod
    def of(cls, matching: Matching, rollcalls: Mapping[str, RollCall]) -> "_Open":
        """What a matching leaves open."""
        held = tuple(rollcalls[c] for c in matching.candidates if c in rollcalls)
        return cls(len(matching.candidates), held, matching.timed)


def _unmatched(told: Checked, ballot: Ballot, coverage: Coverage, names: Names, found: _Open) -> _Comparison:
    """Why there is no roll call to compare a claim with: none is held, or several may be meant."""
    body = named(names.get(ballot.body, ballot.body))
    missing = _missing(ballot, coverage, body)
    if missing:
        return _Comparison(Finding.NOT_IN_RECORD, missing)
    if found.number:
        return _Comparison(Finding.UNCLEAR, _open(told, found, names))
    if ballot.symbol:
        return _Comparison(Finding.NOT_IN_RECORD, f"the loaded record of {body} has no vote on {ballot.symbol}")
    if ballot.when is None and not found.timed:
        return _Comparison(Finding.UNCLEAR, "the article gives no day to look the vote up by")
    return _Comparison(Finding.NOT_IN_RECORD, f"no roll call of {body} of that time matches")


def _missing(ballot: Ballot, coverage: Coverage, body: str) -> str:
    """Why the record cannot hold a ballot, where that is so; else nothing."""
    days = coverage.days.get(ballot.body)
    if days is None:
        return f"no roll calls of {body} are loaded"
    if ballot.kind in _PARTS:
        return f"the record holds votes on whole drafts, not on {_PARTS[ballot.kind]}"
    if ballot.when and ballot.when.start > days[1]:
        return f"the loaded record of {body} ends on {days[1]}, before this vote"
    if ballot.when and ballot.when.end < days[0]:
        return f"the loaded record of {body} begins on {days[0]}, after this vote"
    outcome = Outcome.VETOED if any(p.veto for p in ballot.positions) else ballot.outcome()
    if outcome in (Outcome.REJECTED, Outcome.VETOED) and ballot.body not in coverage.drafts:
        return f"the record holds adopted texts only, and this draft was {outcome}"
    return ""


def _open(told: Checked, found: _Open, names: Names) -> str:
    """Which roll calls may be meant, and what each of them would make of the claim where they agree."""
    if found.number > len(found.calls):
        return f"{found.number} roll calls of that time fit what the article tells"
    shown = [f"{call.symbol} of {call.date} ({call.yes}-{call.no}-{call.abstain})" for call in found.calls]
    if found.number == 1:
        return f"{shown[0]} may be meant, but the article tells too little of the vote to be sure"
    findings = {_against(told, call, names).finding for call in found.calls}
    either = {
        frozenset({Finding.SUPPORTED}): "; each would bear the claim out",
        frozenset({Finding.CONTRADICTED}): "; each would contradict the claim",
    }.get(frozenset(findings), "")
    return f"{listed(shown)} fit equally well{either}"
