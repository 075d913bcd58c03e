"""Ballots as the model has them: counts added up, contradictions dropped, outcomes weighed, evidence attached."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from kg import codes
from kg.extract.votes.camp import Camp
from kg.extract.votes.camps import JOINED_BY_NUMBER
from kg.extract.votes.checks import weighed
from kg.extract.votes.linking import Gathered
from kg.extract.votes.outcomes import LAST_OLD_YEAR, by_arithmetic
from kg.extract.votes.reports import Report
from kg.extract.votes.scores import is_unanimous
from kg.extract.votes.subject_matter import subject_phrase
from kg.model import (
    Ballot,
    BallotKind,
    CosponsorCount,
    Count,
    Document,
    Dropped,
    Evidence,
    Option,
    Outcome,
    OutcomeReport,
    Position,
    Span,
    Sponsorship,
    Status,
    When,
)

_FIXED = frozenset({"UNSC", "UNHRC", "IAEA-BoG", "Arab League"})
_LARGEST = 193
_SURE = 0.9
# No veto counts in a vote on procedure.
_PROCEDURE = re.compile(r"\bprocedur(?:e|al)\b", re.IGNORECASE)
_ON_PROCEDURE = re.compile(
    r"\b(?:emergency (?:special )?session|agenda|to (?:invite|debate|discuss)|"
    r"to (?:hold|convene|suspend|adjourn|postpone) (?:\w+ ){0,4}(?:meeting|session))\b"
)
_MAJORITY = 9
_WHOLE = 3
_COUNCIL_SIZES = (15, 11)


class Assembly:
    """Turns gathered ballots of one document into ballots, keeping a list of what was dropped."""

    def __init__(self, document: Document, day: When | None, dropped: Sequence[Dropped]) -> None:
        self.document = document
        self.day = day
        self.dropped = list(dropped)

    def ballots(self, gathered: Sequence[Gathered]) -> tuple[Ballot, ...]:
        """Those with a body and something to say, numbered in text order."""
        for ballot in gathered:
            if ballot.part is not None and ballot.parent is not None:
                ballot.body, ballot.when = ballot.parent.body, ballot.when or ballot.parent.when
        kept = [b for b in gathered if self._is_kept(b)]
        numbers = {id(b): n for n, b in enumerate(kept, start=1)}
        return tuple(self._ballot(b, numbers) for b in kept)

    def _is_kept(self, ballot: Gathered) -> bool:
        if ballot.part is not None:
            return ballot.body is not None and ballot.parent is not None and self._is_kept(ballot.parent)
        if ballot.past and not _is_told_of(ballot):
            return False
        if ballot.body is None:
            self._drop("vote", "no voting body is named", ballot.reports[0])
            return False
        return bool(ballot.camps or ballot.results)

    def _drop(self, kind: str, reason: str, report: Report) -> None:
        span = report.span()
        self.dropped.append(Dropped(kind, reason, span, span.of(self.document.text)))

    def _evidence(self, span: Span, rule: str, confidence: float) -> Evidence:
        return self.document.evidence(span, rule, round(confidence, 2))

    def _ballot(self, ballot: Gathered, numbers: Mapping[int, int]) -> Ballot:
        body = ballot.body or ""
        counts = self._counts(ballot)
        positions = self._positions(ballot, counts)
        if not self._is_procedural(ballot):
            positions = _with_vetoes(ballot, positions, counts)
        counts, positions = weighed(ballot, counts, positions, _sizes(body, self._year(ballot)))
        cosponsors = ballot.cosponsors[0] if ballot.cosponsors else None
        return Ballot(
            number=numbers[id(ballot)],
            body=body,
            kind=ballot.kind or BallotKind.RESOLUTION,
            evidence=tuple(self._told(ballot)),
            when=self._when(ballot),
            subject=ballot.part.subject if ballot.part else subject_phrase(ballot.reports, self.document.text),
            symbol=ballot.symbol,
            status=Status.HELD,
            amended=ballot.amended,
            amends=numbers.get(id(ballot.parent)) if ballot.parent else None,
            count=ballot.part.count if ballot.part else _how_many(ballot),
            requested_by=ballot.part.requested_by if ballot.part else None,
            past=ballot.past,
            counts=counts,
            positions=positions,
            outcomes=self._outcomes(ballot, counts, positions),
            sponsorships=tuple(
                Sponsorship(s.actor, s.role, self._evidence(s.span, "votes/sponsor", 0.85)) for s in ballot.sponsors
            ),
            cosponsor_count=CosponsorCount(cosponsors[0], self._evidence(cosponsors[1], "votes/cosponsors", 0.9))
            if cosponsors
            else None,
        )

    def _told(self, ballot: Gathered) -> Iterator[Evidence]:
        seen = set()
        for report in ballot.reports:
            span = ballot.part.span if ballot.part else report.span()
            if span not in seen:
                seen.add(span)
                yield self._evidence(span, "votes/event", 0.9 if report.has_substance() else 0.7)

    def _when(self, ballot: Gathered) -> When | None:
        told = [r for r in ballot.reports if r.has_substance()]
        elsewhen = ballot.past or ballot.day_words or ballot.period or (told and all(r.is_pluperfect() for r in told))
        return ballot.when if ballot.when is not None or elsewhen else self.day

    # ----------------------------------------------------------------- counts

    def _counts(self, ballot: Gathered) -> tuple[Count, ...]:
        found: dict[Option, Count] = {}
        named: dict[Option, set[str]] = {}
        for camp, _ in ballot.camps:
            if camp.confidence > _SURE:
                named.setdefault(camp.option, set()).update(camp.states)
        for camp, report in sorted(ballot.camps, key=lambda c: -c[0].confidence):
            number = camp.number
            if number is None or ((known := found.get(camp.option)) and known.number == number):
                continue
            if number < len(named.get(camp.option, ())):
                self._drop("tally", f"{number} votes, but {len(named[camp.option])} states are named", report)
                continue
            if camp.option in found:
                self._drop("tally", f"{camp.option.value}: {number} beside {found[camp.option].number}", report)
                continue
            evidence = self._evidence(camp.span, camp.rule, camp.confidence)
            found[camp.option] = Count(
                camp.option, number, evidence, derived=camp.reckoned or camp.rule == JOINED_BY_NUMBER
            )
        for count in self._derived(ballot, found):
            found.setdefault(count.option, count)
        size = _size(ballot.body or "") or _LARGEST
        if ballot.body == "UNGA" and _is_told_at_once(ballot):
            size = 2 * _LARGEST
        if sum(c.number for c in found.values()) > max(size, _LARGEST if size < _COUNCIL_SIZES[1] else size):
            self._drop("tally", f"more votes than the body has members ({size})", ballot.reports[0])
            return ()
        order = list(Option)
        return tuple(sorted(found.values(), key=lambda c: order.index(c.option)))

    def _derived(self, ballot: Gathered, found: Mapping[Option, Count]) -> Iterator[Count]:
        """Counts that follow: 'S and 11 other states', a list that completes the body, unanimity of the Council."""
        for camp, _ in ballot.camps:
            if camp.others and camp.option not in found:
                number = len(set(camp.states)) + camp.others
                yield Count(camp.option, number, self._evidence(camp.span, "votes/and-others", 0.85), derived=True)
            elif camp.only and camp.option not in found:
                evidence = self._evidence(camp.span, "votes/only", 0.88)
                yield Count(camp.option, len(set(camp.states)), evidence, derived=True)
        yield from self._completing(ballot, found)
        unanimous = [r for r in ballot.reports if is_unanimous(r.sentence.text) and r.results]
        if unanimous and not found and ballot.body == "UNSC":
            evidence = self._evidence(unanimous[0].span(), "votes/unanimous", 0.8)
            for option, number in ((Option.YES, 15), (Option.NO, 0), (Option.ABSTAIN, 0)):
                yield Count(option, number, evidence, derived=True)

    def _completing(self, ballot: Gathered, found: Mapping[Option, Count]) -> Iterator[Count]:
        if Option.YES not in found:
            return
        lists: dict[Option, list[Camp]] = {}
        for camp, _ in ballot.camps:
            if camp.option not in found and camp.states:
                lists.setdefault(camp.option, []).append(camp)
        named = {option: {s for c in camps for s in c.states} for option, camps in lists.items()}
        if not lists or not all(_is_whole(lists[option], states) for option, states in named.items()):
            return
        seats = sum(c.number for c in found.values()) + sum(len(s) for s in named.values())
        present = seats - sum(c.number for c in found.values() if c.option is Option.ABSENT)
        totals = {c.of for c, _ in ballot.camps if c.of} | _sizes(ballot.body or "", self._year(ballot))
        if seats in totals or present in totals:
            for option, states in named.items():
                camp = lists[option][0]
                yield Count(option, len(states), self._evidence(camp.span, "votes/complete", 0.8), derived=True)

    # ----------------------------------------------------------------- positions

    def _positions(self, ballot: Gathered, counts: Sequence[Count]) -> tuple[Position, ...]:
        """Each named state once; a state in two camps is dropped, unless one of the two is a guess."""
        found: dict[str, Position] = {}
        bad: set[str] = set()
        numbers = {c.option: c.number for c in counts}
        for camp, report in sorted(ballot.camps, key=lambda c: -c[0].confidence):
            if camp.number is not None and len(camp.states) > camp.number:
                self._drop("position", f"{len(camp.states)} states named of {camp.number}", report)
                continue
            for state in camp.states:
                known = found.get(state)
                evidence = self._evidence(camp.span, camp.rule, camp.confidence)
                veto = camp.veto and ballot.body in ("UNSC", None)
                if known is None or (veto and known.option is Option.NO):
                    found[state] = Position(state, camp.option, evidence, veto)
                elif known.option is not camp.option and camp.confidence >= known.evidence.confidence - 0.1:
                    bad.add(state)
                    self._drop("position", f"{state} both {known.option.value} and {camp.option.value}", report)
        for option, number in numbers.items():
            if number == 0:
                bad |= {s for s, p in found.items() if p.option is option}
        return tuple(p for s, p in found.items() if s not in bad)

    # ----------------------------------------------------------------- outcomes

    def _is_blocked(self, ballot: Gathered, tally: Mapping[Option, int], positions: Sequence[Position]) -> bool:
        """Nine of fifteen, and a permanent member against: no resolution passes so, save a procedural one."""
        against = any(p.option is Option.NO and _is_permanent(p.voter) for p in positions)
        enough = tally.get(Option.YES, 0) >= _MAJORITY
        return ballot.body == "UNSC" and enough and against and _on_a_draft(ballot) and not self._is_procedural(ballot)

    def _year(self, ballot: Gathered) -> int | None:
        """The year of the vote, or that of the story."""
        when = self._when(ballot)
        published = self.document.published
        return when.end.year if when else published.year if published else None

    def _is_procedural(self, ballot: Gathered) -> bool:
        """Whether the vote was on how to proceed, so that no veto counted."""
        on_it = any(_ON_PROCEDURE.search(r.sentence.text) for r in ballot.reports)
        return on_it or bool(_PROCEDURE.search(self.document.text))

    def _by_arithmetic(
        self, ballot: Gathered, tally: Mapping[Option, int], positions: Sequence[Position]
    ) -> Outcome | None:
        body = ballot.body or ""
        certain = by_arithmetic(body, tally, self._year(ballot))
        procedural = any(_PROCEDURE.search(r.sentence.text) for r in ballot.reports)
        if certain is None and body == "UNSC" and tally.get(Option.YES, 0) >= _MAJORITY and procedural:
            return Outcome.ADOPTED
        return certain or _unvetoed(body, tally, positions)

    def _outcomes(
        self, ballot: Gathered, counts: Sequence[Count], positions: Sequence[Position]
    ) -> tuple[OutcomeReport, ...]:
        """What is said to have become of it; words that the figures refute are framing."""
        if ballot.part is not None:
            outcome = ballot.part.outcome
            evidence = self._evidence(ballot.part.span, "votes/part", 0.75)
            return (OutcomeReport(outcome, evidence),) if outcome else ()
        said = [(r.outcome, self._evidence(r.span, "votes/outcome", 0.9)) for r, _ in ballot.results]
        vetoed = next((p for p in positions if p.veto), None)
        tally = {c.option: c.number for c in counts}
        certain = self._by_arithmetic(ballot, tally, positions)
        if not said and certain is None and self._is_blocked(ballot, tally, positions):
            certain = Outcome.VETOED
        if vetoed is not None and not any(o is Outcome.VETOED for o, _ in said):
            said.append((Outcome.VETOED, vetoed.evidence))
        if any(o is Outcome.VETOED for o, _ in said):
            final = Outcome.VETOED
        elif certain is not None and any(o is certain for o, _ in said):
            final = certain
        elif said:
            final = said[0][0] if certain is None else certain
        else:
            final = certain  # type: ignore[assignment]
        reports = [OutcomeReport(o, e, framing=o is not final) for o, e in said]
        if final is not None and all(r.framing for r in reports):
            deciding = next(c.evidence for c in counts if c.option is Option.YES)
            reports.append(OutcomeReport(final, self._evidence(deciding.span, "votes/arithmetic", 0.85)))
        return tuple(dict.fromkeys(reports))


def _with_vetoes(ballot: Gathered, positions: tuple[Position, ...], counts: Sequence[Count]) -> tuple[Position, ...]:
    """A draft of the Council with nine votes that is said not to have passed fell to its permanent members' votes."""
    failed = (not ballot.results and _on_a_draft(ballot)) or any(
        r.outcome is Outcome.REJECTED for r, _ in ballot.results
    )
    yes = next((c.number for c in counts if c.option is Option.YES), 0)
    if ballot.body != "UNSC" or not failed or yes < _MAJORITY or any(p.veto for p in positions):
        return positions
    return tuple(replace(p, veto=p.option is Option.NO and _is_permanent(p.voter)) for p in positions)


def _on_a_draft(ballot: Gathered) -> bool:
    return any(r.draft is not None for r in ballot.reports)


def _is_permanent(voter: str) -> bool:
    state = codes.state(voter)
    return state is not None and state.p5


def _unvetoed(body: str | None, tally: Mapping[Option, int], positions: Sequence[Position]) -> Outcome | None:
    """Nine of fifteen, and every vote against is a named one of a member without a veto."""
    against = [p.voter for p in positions if p.option is Option.NO]
    if body != "UNSC" or tally.get(Option.YES, 0) < _MAJORITY or len(against) != tally.get(Option.NO):
        return None
    return None if any(_is_permanent(v) for v in against) else Outcome.ADOPTED


def _is_whole(camps: Sequence[Camp], states: set[str]) -> bool:
    """Whether the lists that are no selections hold all that the others name."""
    return {s for c in camps if not c.partial and not c.others for s in c.states} == states


def _is_told_of(ballot: Gathered) -> bool:
    """Whether enough is said of a vote of the past: two figures, a veto, or a day and how somebody voted."""
    dated = ballot.when and (ballot.numbers or ballot.results or ballot.options)
    return bool(len(ballot.numbers) > 1 or dated or any(c.veto for c, _ in ballot.camps))


def _is_told_at_once(ballot: Gathered) -> bool:
    """Whether one sentence gives yes, no and abstentions: a wrong sum is then the text's own mistake, to be checked."""
    return any(len({c.option for c in r.camps if c.number is not None}) >= _WHOLE for r in ballot.reports)


def _how_many(ballot: Gathered) -> int | None:
    """'Eight amendments were rejected'."""
    if ballot.kind not in (BallotKind.AMENDMENT, BallotKind.PARAGRAPH):
        return None
    for report in ballot.reports:
        draft = report.draft
        if draft is not None and draft.number is not None and draft.number > 1:
            return draft.number
    return None


def _size(body: str) -> int | None:
    known = codes.body(body)
    return known.size if known else None


def _sizes(body: str, year: int | None) -> set[int]:
    if body == "UNSC":
        return {_COUNCIL_SIZES[year is not None and year <= LAST_OLD_YEAR]}
    size = _size(body)
    return {size} if size and body in _FIXED else set()


def settle_bodies(
    ballots: Sequence[Gathered],
    bodies: Sequence[str],
    organizations: Set[str],
    *,
    united_nations: bool,
    assembly: bool,
) -> None:
    """Give ballots without a body the one that the story leaves: the only one, or that of their size or veto.

    ``organizations`` are those named whose members vote in organs of their own: where one is, a large ballot is not
    the General Assembly's unless that is named too. ``assembly``: the story speaks of 'the Assembly'.
    """
    known = {b.body for b in ballots if b.body}
    committees = {b for b in bodies if b.startswith("UNGA-")}
    for ballot in ballots:
        if ballot.body is not None:
            continue
        total = sum(ballot.numbers.values())
        vetoed = any(c.veto for c, _ in ballot.camps) and (united_nations or "UNSC" in bodies)
        whole = united_nations and total == _COUNCIL_SIZES[0] and _names_the_council(ballot)
        if vetoed or whole:
            ballot.body = "UNSC"
        elif len(committees) == 1 and total > _COUNCIL_SIZES[0]:
            ballot.body = next(iter(committees))
        elif total > _LARGE and organizations and "UNGA" not in bodies:
            ballot.body = next(iter(organizations)) if len(organizations) == 1 else None
        elif total > _LARGE and (united_nations or (assembly and ballot.options)):
            ballot.body = "UNGA"
        elif len(known) == 1:
            ballot.body = next(iter(known))
        elif len(set(bodies)) == 1 and (ballot.options or ballot.results or len(ballot.numbers) > 1):
            ballot.body = bodies[0]
        elif len(organizations) == 1 and not bodies and len(set(ballot.options.values()) | set(ballot.numbers)) > 1:
            ballot.body = next(iter(organizations))


_LARGE = 60
_THE_COUNCIL = re.compile(r"\b[Tt]he [Cc]ouncil\b")


def _names_the_council(ballot: Gathered) -> bool:
    return any(_THE_COUNCIL.search(r.sentence.text) for r in ballot.reports)
