"""A reading as the JSON that ``kg extract`` writes: keys and values are those of the gold's conventions."""

from collections.abc import Iterable
from typing import Any

from kg.model import (
    Actor,
    ActorKind,
    Ballot,
    Demand,
    Document,
    Negotiation,
    Option,
    PrivateState,
    Reading,
    Stance,
    Statement,
    Tenure,
    VotingHabit,
)


def as_json(document: Document, reading: Reading, boilerplate: Reading | None = None) -> dict[str, Any]:
    """One JSON object per article. ``boilerplate`` holds, apart, what related links and teasers state."""
    out: dict[str, Any] = {
        "id": document.name,
        "url": document.url,
        "title": document.title,
        "publisher": document.publisher,
        "language": document.language,
        "chars": len(document.text),
        "published": document.published.isoformat() if document.published else None,
        **_facts(reading),
    }
    if boilerplate is not None:
        out["boilerplate"] = _facts(boilerplate)
    return out


def _facts(reading: Reading) -> dict[str, Any]:
    return {
        "votes": [_vote(b) for b in reading.ballots],
        "statements": [_statement(s) for s in reading.statements],
        "officials": _officials(reading.tenures),
        "negotiations": [_negotiation(n) for n in reading.negotiations],
        "positions_on_proposals": [_stance(s) for s in reading.stances],
        "demands": [_demand(d) for d in reading.demands],
        "voting_habits": [_habit(h) for h in reading.habits],
        "private_states": [_private_state(s) for s in reading.private_states],
    }


def _key(actor: Actor | None) -> str | None:
    return actor.key if actor else None


def _vote(b: Ballot) -> dict[str, Any]:
    tally, outcome = b.tally(), b.outcome()
    states = [s.sponsor.key for s in b.sponsorships if s.sponsor.kind is ActorKind.STATE]
    groups = [s.sponsor.key for s in b.sponsorships if s.sponsor.kind is not ActorKind.STATE]
    return {
        "body": b.body,
        "date": b.when.iso() if b.when else None,
        "kind": b.kind.value,
        "subject": b.subject,
        "outcome": outcome.value if outcome else None,
        "yes": tally.get(Option.YES),
        "no": tally.get(Option.NO),
        "abstain": tally.get(Option.ABSTAIN),
        "absent": tally.get(Option.ABSENT),
        "positions": {p.voter: "veto" if p.veto else p.option.value for p in b.positions},
        "sponsors": list(dict.fromkeys(states)),
        "sponsor_groups": list(dict.fromkeys(groups)),
        "cosponsor_count": b.cosponsor_count.number if b.cosponsor_count else None,
        "symbol": b.symbol,
        "status": b.status.value,
        "past": b.past,
        "amended": b.amended,
        "count": b.count,
        "requested_by": _key(b.requested_by),
        "framing": [o.outcome.value for o in b.outcomes if o.framing],
        "derived": [c.option.value for c in b.counts if c.derived],
        "confidence": _least(b),
        "confidence_of": _surety(b),
        "evidence": [{"start": e.span.start, "end": e.span.end} for e in b.evidence],
    }


def _surety(b: Ballot) -> dict[str, Any]:
    """How sure each part of a ballot is, 0 to 1: a number, a state's position, the outcome."""
    outcome = next((o for o in b.outcomes if not o.framing), None)
    return {
        **{c.option.value: c.evidence.confidence for c in b.counts},
        "positions": {p.voter: p.evidence.confidence for p in b.positions},
        "outcome": outcome.evidence.confidence if outcome else None,
    }


def _least(b: Ballot) -> float:
    """How sure the least sure part of a ballot is."""
    told = [c.evidence for c in b.counts]
    told += [p.evidence for p in b.positions]
    told += [o.evidence for o in b.outcomes]
    return min(e.confidence for e in told or b.evidence)


def _statement(s: Statement) -> dict[str, Any]:
    return {
        "speaker": _key(s.speaker) or "unknown",
        "role": s.role,
        "represents": _key(s.represents),
        "direct": s.direct,
        "quote": s.words,
        "quote_chars": len(s.words) if s.direct else None,
        "quote_parts": len(s.parts) if s.direct else None,
        "quote_marks": s.quote_marks if s.direct else None,
        "verb": s.verb,
        "attributed_as": s.attributed_as,
        "nested": s.nested,
        "via": s.via,
        "start": s.parts[0].span.start,
        "end": s.parts[-1].span.end,
        "source_start": s.source_span.start if s.source_span else None,
        "source_end": s.source_span.end if s.source_span else None,
        "cue_start": s.cue_span.start if s.cue_span else None,
        "cue_end": s.cue_span.end if s.cue_span else None,
        "clause_start": s.clause_span.start if s.clause_span else None,
        "clause_end": s.clause_span.end if s.clause_span else None,
        "rule": s.parts[0].rule,
        "confidence": min(p.confidence for p in s.parts),
    }


def _officials(tenures: Iterable[Tenure]) -> list[dict[str, Any]]:
    """One entry for each official: the first tenure, which is that of the present post."""
    first: dict[str, Tenure] = {}
    for t in tenures:
        first.setdefault(t.official, t)
    return [_official(t) for t in first.values()]


def _official(t: Tenure) -> dict[str, Any]:
    return {
        "name": t.official,
        "role": t.role,
        "state_or_org": _key(t.represents),
        "former": t.former,
        "start": t.evidence.span.start,
        "end": t.evidence.span.end,
        "rule": t.evidence.rule,
        "confidence": t.evidence.confidence,
    }


def _negotiation(n: Negotiation) -> dict[str, Any]:
    single = n.when is None or n.when.start == n.when.end
    return {
        "kind": n.kind.value,
        "participants": [a.key for a in n.participants],
        "place": n.place,
        "date": n.when.iso() if n.when else None,
        "date_range": None if single or n.when is None else [n.when.start.isoformat(), n.when.end.isoformat()],
        "round": n.round,
        "status": n.status.value,
        "start": n.evidence.span.start,
        "end": n.evidence.span.end,
        "rule": n.evidence.rule,
        "confidence": n.evidence.confidence,
    }


def _stance(s: Stance) -> dict[str, Any]:
    return {
        "holder": s.holder.key,
        "stance": s.stance,
        "target": s.target,
        "claimed_by": _key(s.claimed_by),
        "start": s.evidence.span.start,
        "end": s.evidence.span.end,
        "rule": s.evidence.rule,
        "confidence": s.evidence.confidence,
    }


def _demand(d: Demand) -> dict[str, Any]:
    return {
        "holder": d.holder.key,
        "addressee": _key(d.addressee),
        "demand": d.demand,
        "claimed_by": _key(d.claimed_by),
        "start": d.evidence.span.start,
        "end": d.evidence.span.end,
        "rule": d.evidence.rule,
        "confidence": d.evidence.confidence,
    }


def _habit(h: VotingHabit) -> dict[str, Any]:
    return {
        "voter": h.voter,
        "option": h.option.value,
        "quantifier": h.quantifier,
        "claimed_by": _key(h.claimed_by),
        "start": h.evidence.span.start,
        "end": h.evidence.span.end,
        "rule": h.evidence.rule,
        "confidence": h.evidence.confidence,
    }


def _private_state(s: PrivateState) -> dict[str, Any]:
    return {
        "holder": _key(s.holder),
        "verb": s.cue,
        "words": s.words,
        "negated": s.negated,
        "start": s.evidence.span.start,
        "end": s.evidence.span.end,
        "source_start": s.source_span.start if s.source_span else None,
        "source_end": s.source_span.end if s.source_span else None,
        "cue_start": s.cue_span.start if s.cue_span else None,
        "cue_end": s.cue_span.end if s.cue_span else None,
        "rule": s.evidence.rule,
        "confidence": s.evidence.confidence,
    }
