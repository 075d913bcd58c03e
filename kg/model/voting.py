"""Ballots as articles tell them, and roll calls as the record has them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kg.model.text import Actor, Evidence, When


class Option(StrEnum):
    """What a voter did. A veto is a NO with ``veto`` set."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    ABSENT = "absent"


class Outcome(StrEnum):
    """What became of a draft."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    VETOED = "vetoed"


class BallotKind(StrEnum):
    """What was voted on."""

    RESOLUTION = "resolution"
    AMENDMENT = "amendment"
    PARAGRAPH = "paragraph"
    MOTION = "motion"
    ELECTION = "election"
    DECISION = "decision"
    OTHER = "other"


class Status(StrEnum):
    """Whether it took place."""

    HELD = "held"
    PLANNED = "planned"
    PROPOSED = "proposed"
    ONGOING = "ongoing"
    POSTPONED = "postponed"
    NOT_HELD = "not held"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Position:
    """A named state's vote."""

    voter: str
    option: Option
    evidence: Evidence
    veto: bool = False


@dataclass(frozen=True, slots=True)
class Count:
    """A number of votes. ``derived``: follows by arithmetic from what is printed (a complete list, 'and 11 others')."""

    option: Option
    number: int
    evidence: Evidence
    derived: bool = False


@dataclass(frozen=True, slots=True)
class OutcomeReport:
    """What a text says became of a draft. ``framing``: a headline's or lead's word that the body's figures correct."""

    outcome: Outcome
    evidence: Evidence
    framing: bool = False


class SponsorRole(StrEnum):
    """How a sponsor is named."""

    SPONSOR = "sponsor"
    DRAFTER = "drafter"
    COSPONSOR = "cosponsor"
    BACKER = "backer"


@dataclass(frozen=True, slots=True)
class Sponsorship:
    """A state (or a group such as 'European countries') that put a draft forward."""

    sponsor: Actor
    role: SponsorRole
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class CosponsorCount:
    """'Co-sponsored by 46 countries'."""

    number: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Ballot:
    """One voting event as one document tells it. ``number`` is its place in the reading (1, 2, ...).

    ``body`` is a code of ``kg.codes`` or, for a body without one, its printed name. ``amends`` is the number of the
    ballot whose draft an amendment or paragraph vote belongs to. ``evidence`` lists every sentence that speaks of it.
    """

    number: int
    body: str
    kind: BallotKind
    evidence: tuple[Evidence, ...]
    when: When | None = None
    subject: str = ""
    symbol: str | None = None
    status: Status = Status.HELD
    amended: bool = False
    amends: int | None = None
    count: int | None = None
    requested_by: Actor | None = None
    past: bool = False
    counts: tuple[Count, ...] = ()
    positions: tuple[Position, ...] = ()
    outcomes: tuple[OutcomeReport, ...] = ()
    sponsorships: tuple[Sponsorship, ...] = ()
    cosponsor_count: CosponsorCount | None = None
    about: tuple[Actor, ...] = ()

    def tally(self) -> dict[Option, int]:
        """The counts by option."""
        return {c.option: c.number for c in self.counts}

    def outcome(self) -> Outcome | None:
        """What became of it: the first report that is not mere framing."""
        return next((o.outcome for o in self.outcomes if not o.framing), None)


@dataclass(frozen=True, slots=True)
class VotingHabit:
    """What is said of a state's votes at large: 'The Americans have always voted for this resolution before'."""

    voter: str
    option: Option
    quantifier: str
    evidence: Evidence
    claimed_by: Actor | None = None
    about: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True)
class RollCall:
    """A voting event of the official record. ``id`` is ``undl-<record id>``; ``votes`` are (state code, option).

    Materialised for the few candidates that a ballot is compared with; the record itself stays a table. ``agenda`` is
    the item it was voted under; ``subjects`` are the Library's headings and ``draft`` the symbols of the drafts, joined
    by ``|``.
    """

    id: str
    body: str
    date: date
    symbol: str
    session: str
    title: str
    yes: int
    no: int
    abstain: int
    absent: int
    votes: tuple[tuple[str, Option], ...] = ()
    agenda: str = ""
    subjects: str = ""
    draft: str = ""
