"""Which ballot of the story a report belongs to, or whether it tells of a new one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg import codes
from kg.extract.votes.amendments import Part
from kg.extract.votes.camp import Camp
from kg.extract.votes.drafts import Sponsor
from kg.extract.votes.outcomes import Result
from kg.extract.votes.reports import Report
from kg.model import Actor, ActorKind, BallotKind, Option, Outcome, Span, When


@dataclass(slots=True)
class Gathered:
    """A ballot while its reports are gathered."""

    body: str | None
    kind: BallotKind | None
    past: bool = False
    planned: bool = False
    reports: list[Report] = field(default_factory=list)
    camps: list[tuple[Camp, Report]] = field(default_factory=list)
    results: list[tuple[Result, Report]] = field(default_factory=list)
    sponsors: list[Sponsor] = field(default_factory=list)
    cosponsors: list[tuple[int, Span]] = field(default_factory=list)
    when: When | None = None
    period: When | None = None
    day_words: str = ""
    symbol: str | None = None
    amended: bool = False
    original: bool = False
    part: Part | None = None
    parent: "Gathered | None" = None
    last: int = 0
    numbers: dict[Option, int] = field(default_factory=dict)
    options: dict[str, Option] = field(default_factory=dict)

    def add(self, report: Report) -> None:
        """Take over the camps and outcomes of a report; of each option's number and state's option the first stays."""
        self.reports.append(report)
        for camp in report.camps:
            self.camps.append((camp, report))
            if camp.number is not None:
                self.numbers.setdefault(camp.option, camp.number)
            for state in camp.states:
                self.options.setdefault(state, camp.option)
        self.results.extend((r, report) for r in report.results)

    def owners(self) -> set[str]:
        """The sponsors' keys."""
        return {s.actor.key for s in self.sponsors}


def best(
    open_ballots: Sequence[Gathered], report: Report, body: str | None, sponsors: Sequence[Sponsor]
) -> Gathered | None:
    """The ballot that a report fits best, or None where it fits none and so begins one."""
    scored = []
    draft = report.draft
    latest = max((b.last for b in open_ballots if b.part is None), default=0)
    elsewhere = draft is not None and "other" in draft.flags
    first = max(0, len(open_ballots) - _REMEMBERED)
    for place, ballot in enumerate(open_ballots[first:], start=first):
        if ballot.part is None and _fits(ballot, report, body, sponsors):
            if (
                elsewhere
                and (ballot.last == latest or not report.camps)
                and not _score(ballot, report, body, sponsors) >= _SURE
            ):
                continue
            scored.append((_score(ballot, report, body, sponsors), ballot.last, place))
    if not scored:
        return None
    score, _, place = max(scored)
    if draft is not None and score < _SURE and _is_new(open_ballots[place], report):
        return None
    return open_ballots[place]


_SURE = 3.0
_COUNCIL = 15
# Ballots further back than this are no longer spoken of.
_REMEMBERED = 30


_ALSO = re.compile(r"\b(?:also|another|related|further|separately|similarly|in addition)\b", re.IGNORECASE)


def _is_new(ballot: Gathered, report: Report) -> bool:
    """'A resolution ...' with a tally of its own, after one whose tally is told already."""
    draft = report.draft
    if draft is None or draft.definite:
        return False
    if _ended_otherwise(ballot, report):
        return True
    if draft.sponsors and report.results and not report.camps:
        # 'A Syrian proposal was rejected', after a ballot that is told in full.
        return len(ballot.numbers) > 1 and bool(ballot.options) and bool(ballot.results) and not ballot.sponsors
    if not report.camps:
        # 'The Committee also approved a draft on youth', after one that is told in full.
        return bool(report.results and ballot.numbers and ballot.results and _ALSO.search(report.sentence.text))
    mine = {c.option for c in report.camps if c.number is not None}
    return bool(mine and ballot.numbers and not mine & set(ballot.numbers))


def _ended_otherwise(ballot: Gathered, report: Report) -> bool:
    """'It rejected a motion by Chad', after a ballot on a text that was adopted."""
    mine = {r.outcome is Outcome.ADOPTED for r, _ in ballot.results} or _by_two_to_one(ballot)
    theirs = {r.outcome is Outcome.ADOPTED for r in report.results}
    return bool(mine and theirs and not mine & theirs)


def _told_again_otherwise(ballot: Gathered, report: Report) -> bool:
    """A whole tally with an outcome, like another but for what came of it: the Council votes on two texts alike."""
    counted = {c.option for c in report.camps if c.number is not None}
    return len(counted) > 1 and len(ballot.numbers) > 1 and bool(ballot.results) and _ended_otherwise(ballot, report)


def _by_two_to_one(ballot: Gathered) -> set[bool]:
    """Whether the figures alone say that a text was adopted (True) or rejected (False); empty where they do not."""
    yes, no = ballot.numbers.get(Option.YES), ballot.numbers.get(Option.NO)
    if yes is None or no is None or ballot.body == "UNSC":
        return set()
    return {True} if yes > 2 * no else {False} if no > yes else set()


def _fits(ballot: Gathered, report: Report, body: str | None, sponsors: Sequence[Sponsor]) -> bool:
    """Whether nothing that the report says contradicts what is known of the ballot."""
    if ballot.past != report.past or not _one_body(ballot.body, body):
        return False
    vetoed = any(c.veto for c in report.camps)
    if vetoed and (sum(ballot.numbers.values()) > _COUNCIL or ballot.body not in ("UNSC", None)):
        return False
    return not (
        _other_figures(ballot, report)
        or _contradicts(ballot, report)
        or _other_draft(ballot, report)
        or _other_day(ballot, report)
        or _told_again_otherwise(ballot, report)
        or _other_owner(ballot.sponsors, sponsors)
    )


def _one_body(a: str | None, b: str | None) -> bool:
    """Whether two names may be of one body: equal, unknown, or an organisation and its own organ."""
    if a is None or b is None or a == b:
        return True
    return any((known := codes.bodies().get(x)) and known.parent == y and y != "UN" for x, y in ((a, b), (b, a)))


def _other_figures(ballot: Gathered, report: Report) -> bool:
    return any(_differs(c, ballot.numbers.get(c.option)) for c in report.camps)


def _differs(camp: Camp, known: int | None) -> bool:
    """Another number; 'the other three' may be some of those that are counted."""
    if known is None or camp.number is None or camp.number == known:
        return False
    return not (camp.rest and camp.states and camp.number < known)


def _other_draft(ballot: Gathered, report: Report) -> bool:
    """An amendment beside a whole text, the original beside the amended text, another symbol."""
    if ballot.symbol and report.symbol and ballot.symbol != report.symbol:
        return True
    draft = report.draft
    if draft is None:
        return False
    if _is_part(ballot.kind) != _is_part(draft.kind):
        return True
    return ("original" in draft.flags and ballot.amended) or ("amended" in draft.flags and ballot.original)


def _is_part(kind: BallotKind | None) -> bool:
    return kind in (BallotKind.AMENDMENT, BallotKind.PARAGRAPH)


def _contradicts(ballot: Gathered, report: Report) -> bool:
    """Whether a state that is known to have voted one way is said to have voted another."""
    known = ballot.options
    if any(c.states and ballot.numbers.get(c.option) == 0 for c in report.camps):
        return True
    return any(known.get(state, c.option) != c.option for c in report.camps if not c.weak for state in c.states)


def _other_day(ballot: Gathered, report: Report) -> bool:
    mine, theirs = ballot.when or ballot.period, report.when or report.period
    if mine and theirs and report.has_substance():
        return not mine.overlaps(theirs, slack=1)
    return bool(ballot.day_words and report.day_words and ballot.day_words != report.day_words and not report.when)


def _other_owner(mine: Sequence[Sponsor], theirs: Sequence[Sponsor]) -> bool:
    """Two known sets of sponsors without a common member; a group may hold any state of its region."""
    if not mine or not theirs:
        return False
    return not any(_same(a.actor, b.actor) for a in mine for b in theirs)


def _same(a: Actor, b: Actor) -> bool:
    """Whether two sponsors may be one: equal, one region, or a region and a state in it."""
    if _key(a) == _key(b):
        return True
    if a.kind is ActorKind.GROUP and b.kind is ActorKind.STATE:
        return _lies_in(b.key, _key(a))
    return b.kind is ActorKind.GROUP and a.kind is ActorKind.STATE and _lies_in(a.key, _key(b))


_OVERSEAS = frozenset({"USA", "CAN", "AUS", "NZL", "ISR"})


def _lies_in(state: str, region: str) -> bool:
    known = codes.state(state)
    if known is None:
        return False
    group = known.regional_group
    if region == "European":
        return ("WEOG" in group or "Eastern European" in group) and state not in _OVERSEAS
    if region == "Western":
        return "WEOG" in group or bool({"EU", "NATO"} & set(known.blocs))
    if region == "Arab":
        return "Arab League" in known.blocs
    return group.startswith(region)


def _key(actor: Actor) -> str:
    return actor.key.split()[0] if actor.kind is ActorKind.GROUP else actor.key


def _score(ballot: Gathered, report: Report, body: str | None, sponsors: Sequence[Sponsor]) -> float:
    numbers = ballot.numbers
    score = 3.0 * sum(c.number is not None and numbers.get(c.option) == c.number for c in report.camps)
    score += 3.0 * bool({_key(s.actor) for s in ballot.sponsors} & {_key(s.actor) for s in sponsors})
    known = ballot.options
    states = [(s, c.option) for c in report.camps for s in c.states]
    if all(s in known for s, _ in states):
        score += min(2.0, sum(known.get(s) == o for s, o in states))
    if report.symbol:
        score += 5.0 * (report.symbol == ballot.symbol)
    draft = report.draft
    if draft is not None:
        score += 3.0 * ("amended" in draft.flags and ballot.amended) + 3.0 * (
            "original" in draft.flags and ballot.original
        )
    return score + 1.0 * bool(body and ballot.body == body)
