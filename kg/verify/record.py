"""Claims against the official record: each claim on a vote, a tally or an outcome, and what the roll call says."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from kg.model import Ballot, BallotKind, Finding, Option, Outcome, OutcomeReport, Position, RollCall, Status, Verdict
from kg.rdf import Claim, Identity, Tallied, is_recorded, record_of
from kg.verify.wording import named

_IN_WORDS = {
    Option.YES: "in favour",
    Option.NO: "against",
    Option.ABSTAIN: "abstaining",
    Option.ABSENT: "not voting",
}
_VOTED = {
    Option.YES: "voted in favour",
    Option.NO: "voted against",
    Option.ABSTAIN: "abstained",
    Option.ABSENT: "did not vote",
}
_PARTS = {
    BallotKind.AMENDMENT: "amendments",
    BallotKind.PARAGRAPH: "single paragraphs",
    BallotKind.MOTION: "motions",
    BallotKind.ELECTION: "elections",
}


@dataclass(frozen=True, slots=True)
class Coverage:
    """The days over which the record holds each body's roll calls: first and last, by the body's code."""

    days: Mapping[str, tuple[date, date]] = field(default_factory=dict)

    @classmethod
    def of(cls, rollcalls: Iterable[tuple[str, date]]) -> "Coverage":
        """The coverage of roll calls, each given by its body and day."""
        days: dict[str, tuple[date, date]] = {}
        for body, day in rollcalls:
            first, last = days.get(body, (day, day))
            days[body] = (min(first, day), max(last, day))
        return cls(days)


def verdicts(
    claims: Iterable[Claim],
    identity: Identity,
    rollcalls: Mapping[str, RollCall],
    coverage: Coverage,
    names: Mapping[str, str] | None = None,
) -> Iterator[Verdict]:
    """A verdict on every claim about a vote that took place.

    ``rollcalls`` holds, by id, those that events of ``identity`` stand for; ``names`` how codes are shown. Where no
    roll calls are loaded at all there is nothing to say.
    """
    if not coverage.days:
        return
    for claim in claims:
        if claim.ballot is None or not isinstance(claim.told, Position | Tallied | OutcomeReport):
            continue
        if claim.ballot.status is not Status.HELD:
            continue
        event = identity.event(claim.document, claim.ballot.number)
        rollcall = rollcalls.get(event.value.rsplit("/", 1)[1]) if is_recorded(event) else None
        if rollcall is None:
            finding, reason = _unmatched(claim.ballot, coverage, names or {})
            yield Verdict(claim.iri.value, finding, reason)
        else:
            finding, reason = _against(claim.told, rollcall, names or {})
            yield Verdict(claim.iri.value, finding, reason, record_of(event).value)


def _against(told: Position | Tallied | OutcomeReport, call: RollCall, names: Mapping[str, str]) -> tuple[Finding, str]:
    match told:
        case Position():
            return _position(told, call, names)
        case Tallied():
            return _tally(told, call)
        case OutcomeReport():
            return _outcome(told, call)


def _position(told: Position, call: RollCall, names: Mapping[str, str]) -> tuple[Finding, str]:
    name, voted = named(names.get(told.voter, told.voter)), dict(call.votes).get(told.voter)
    if voted is None:
        return Finding.NOT_IN_RECORD, f"the roll call of {call.symbol} does not list {name}"
    if voted is told.option:
        return Finding.SUPPORTED, f"the record says that {name} {_VOTED[voted]}"
    return (
        Finding.CONTRADICTED,
        f"the record says that {name} {_VOTED[voted]}, the article that it {_VOTED[told.option]}",
    )


def _tally(told: Tallied, call: RollCall) -> tuple[Finding, str]:
    numbers = {Option.YES: call.yes, Option.NO: call.no, Option.ABSTAIN: call.abstain, Option.ABSENT: call.absent}
    wrong = [c for c in told.counts if numbers[c.option] != c.number]
    if wrong:
        reasons = [
            f"the record has {numbers[c.option]} {_IN_WORDS[c.option]}, the article says {c.number}" for c in wrong
        ]
        return Finding.CONTRADICTED, "; ".join(reasons)
    return Finding.SUPPORTED, "the record has " + ", ".join(f"{c.number} {_IN_WORDS[c.option]}" for c in told.counts)


def _outcome(told: OutcomeReport, call: RollCall) -> tuple[Finding, str]:
    if "/RES/" not in call.symbol and "/DEC/" not in call.symbol:
        return Finding.UNCLEAR, "the roll call does not say what became of the draft"
    if told.outcome is Outcome.ADOPTED:
        return Finding.SUPPORTED, f"it was adopted as {call.symbol}"
    return Finding.CONTRADICTED, f"it was adopted as {call.symbol}, the article says {told.outcome.value}"


def _unmatched(ballot: Ballot, coverage: Coverage, names: Mapping[str, str]) -> tuple[Finding, str]:
    body, days = named(names.get(ballot.body, ballot.body)), coverage.days.get(ballot.body)
    if days is None:
        return Finding.NOT_IN_RECORD, f"no roll calls of {body} are loaded"
    if ballot.kind in _PARTS:
        return Finding.NOT_IN_RECORD, f"the record holds votes on whole drafts, not on {_PARTS[ballot.kind]}"
    if ballot.when is None:
        return Finding.UNCLEAR, "the article gives no day to look the vote up by"
    if ballot.when.start > days[1]:
        reason = f"the loaded record of {body} ends on {days[1]}, before this vote"
    elif ballot.when.end < days[0]:
        reason = f"the loaded record of {body} begins on {days[0]}, after this vote"
    elif (outcome := ballot.outcome()) in (Outcome.REJECTED, Outcome.VETOED):
        reason = f"the record holds adopted texts only, and this draft was {outcome}"
    else:
        reason = f"no roll call of {body} of that time matches"
    return Finding.NOT_IN_RECORD, reason
