"""What OnRecord knows about, as frozen data.

Three things carry everything. A *proposition* is what could be the case (a vote, a tally, a statement, a meeting).
*Evidence* is the place in a text that says so. A *verdict* is what we make of it. A reading holds the propositions
that one document states, each with its evidence; nothing here knows RDF.

Offsets are counted in Unicode characters of ``Document.text`` exactly as given, half-open: ``text[start:end]``.
States are ISO 3166-1 alpha-3 codes; bodies, blocs and organisations are the codes of ``kg.codes``.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from kg.errors import EvidenceError

# --------------------------------------------------------------------------- documents


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of characters, half-open."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of the stretch."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether the other stretch lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two stretches share a character."""
        return self.start < other.end and other.start < self.end


class Role(StrEnum):
    """What a block of an article is for. Boilerplate is marked, never deleted: offsets stay valid."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BODY = "body"
    QUOTATION = "quotation"
    CAPTION = "caption"
    CREDIT = "credit"
    BOILERPLATE = "boilerplate"


# The blocks whose facts are the article's own.
STORY = frozenset({Role.HEADLINE, Role.BODY, Role.QUOTATION})


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or heading. Blocks follow one another and cover all of the text that is not white space."""

    span: Span
    role: Role


@dataclass(frozen=True, slots=True)
class Document:
    """An article as it was given. ``id`` is a digest of content and address; ``name`` is the file's stem."""

    id: str
    name: str
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "en"

    def evidence(self, span: Span, rule: str, confidence: float) -> "Evidence":
        """The text at a span as evidence."""
        return Evidence(span, span.of(self.text), rule, confidence)


# --------------------------------------------------------------------------- evidence


class Certainty(StrEnum):
    """How the text puts it: as a fact, as somebody's word, or hedged (likely, reportedly)."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    HEDGED = "hedged"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words that say so, where they stand, which rule read them, how sure it is (0 to 1)."""

    span: Span
    quote: str
    rule: str
    confidence: float

    def verify(self, text: str) -> None:
        """Raise EvidenceError unless the quote is what the text says at the span."""
        if self.span.of(text) != self.quote:
            raise EvidenceError(
                f"rule {self.rule}: {self.quote!r} is not the text at {self.span.start}-{self.span.end}"
            )


class ActorKind(StrEnum):
    """The sorts of actor. GROUP is what has no code of its own: 'European countries', an armed group."""

    STATE = "state"
    OFFICIAL = "official"
    ORGANIZATION = "organization"
    BODY = "body"
    BLOC = "bloc"
    OUTLET = "outlet"
    DOCUMENT = "document"
    GROUP = "group"


@dataclass(frozen=True, slots=True, order=True)
class Actor:
    """Someone who acts: a code (UKR, UNGA, EU) or, for officials, documents and groups, the fullest name."""

    kind: ActorKind
    key: str


@dataclass(frozen=True, slots=True)
class When:
    """A day or an interval of days, both ends included, and the words it was read from."""

    start: date
    end: date
    words: str = ""

    def iso(self) -> str:
        """The longest ISO 8601 form that covers the interval: a day, a month (``2026-02``) or a year.

        An interval over two years has none; it is given by its first year.
        """
        if self.start == self.end:
            return self.start.isoformat()
        if (self.start.year, self.start.month) == (self.end.year, self.end.month):
            return self.start.isoformat()[:7]
        return self.start.isoformat()[:4]

    def overlaps(self, other: "When", slack: int = 0) -> bool:
        """Whether the two intervals share a day, or come within ``slack`` days of it."""
        return self.start - timedelta(slack) <= other.end and other.start <= self.end + timedelta(slack)


# --------------------------------------------------------------------------- votes


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

    Materialised for the few candidates that a ballot is compared with; the record itself stays a table.
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


# --------------------------------------------------------------------------- words


class SpeechAct(StrEnum):
    """What is done by saying it."""

    ASSERT = "assert"
    WELCOME = "welcome"
    CONDEMN = "condemn"
    DEMAND = "demand"
    REJECT = "reject"
    PROPOSE = "propose"
    PROMISE = "promise"
    WARN = "warn"
    ACCUSE = "accuse"
    DENY = "deny"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that somebody said, or that a document contains.

    ``words`` is the whole quotation without its marks (parts of a split one joined by one space), or the reported
    clause as printed. ``parts`` are the quoted spans, marks excluded. ``sentence`` is the sentence (or sentences) that
    hold the words and the attribution. ``speaker`` is None where the text names nobody.
    """

    words: str
    direct: bool
    parts: tuple[Evidence, ...]
    sentence: Evidence
    speaker: Actor | None = None
    role: str | None = None
    represents: Actor | None = None
    attributed_as: str | None = None
    verb: str | None = None
    act: SpeechAct = SpeechAct.ASSERT
    quote_marks: bool = True
    nested: bool = False
    via: str | None = None
    addressee: Actor | None = None
    about: tuple[Actor, ...] = ()
    certainty: Certainty = Certainty.REPORTED


@dataclass(frozen=True, slots=True)
class Tenure:
    """An official's fullest name in the text, the post as printed, and whom it is held for."""

    official: str
    evidence: Evidence
    role: str | None = None
    represents: Actor | None = None
    former: bool = False
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Stance:
    """What a holder is for or against.

    ``stance`` is one of supports, opposes, demands, proposes, rejects, welcomes, condemns.
    """

    holder: Actor
    stance: str
    target: str
    evidence: Evidence
    claimed_by: Actor | None = None
    about: tuple[Actor, ...] = ()


@dataclass(frozen=True, slots=True)
class Demand:
    """What a holder wants somebody to do, in the text's own words."""

    holder: Actor
    demand: str
    evidence: Evidence
    addressee: Actor | None = None
    claimed_by: Actor | None = None


class MeetingKind(StrEnum):
    """The sorts of encounter."""

    TALKS = "talks"
    MEETING = "meeting"
    SUMMIT = "summit"
    VISIT = "visit"
    CALL = "call"
    AGREEMENT = "agreement"
    CONSULTATIONS = "consultations"
    SANCTIONS = "sanctions"


@dataclass(frozen=True, slots=True)
class Negotiation:
    """Talks, a meeting, a visit, a call, an agreement: who, where, when, which round."""

    kind: MeetingKind
    participants: tuple[Actor, ...]
    evidence: Evidence
    place: str | None = None
    when: When | None = None
    round: str | None = None
    status: Status = Status.HELD


# --------------------------------------------------------------------------- a document, read


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something that looked like a fact and was not kept, with the reason: counted and listed by ``kg check``."""

    kind: str
    reason: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document states."""

    document: str
    extractor: str
    ballots: tuple[Ballot, ...] = ()
    statements: tuple[Statement, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    negotiations: tuple[Negotiation, ...] = ()
    stances: tuple[Stance, ...] = ()
    demands: tuple[Demand, ...] = ()
    habits: tuple[VotingHabit, ...] = ()
    dropped: tuple[Dropped, ...] = ()


# --------------------------------------------------------------------------- judgements and verdicts


class Decision(StrEnum):
    """Whether two names are one actor (or two reports one event)."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Judgement:
    """That two things are one, or are not: a score (0 to 1), a reason, an author. Appended, never rewritten.

    The last judgement on a pair holds; an undo is one more line with the decision UNSURE. ``author`` is
    ``onrecord@version`` or a person's name; ``at`` is the day a person gave, and None for the program's own.
    """

    left: str
    right: str
    decision: Decision
    score: float
    reason: str
    author: str
    at: date | None = None


class Finding(StrEnum):
    """What the official record makes of a claim."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    NOT_IN_RECORD = "not in record"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A claim's finding, why, and the record (IRI) that decides. ``claim`` is an IRI."""

    claim: str
    finding: Finding
    reason: str
    record: str | None = None


@dataclass(frozen=True, slots=True)
class NamedGraph:
    """Provenance of a graph: what it was made from, by what, how. It stands inside the graph it speaks of."""

    iri: str
    made_by: str
    derived_from: tuple[str, ...] = ()
    parameters: tuple[tuple[str, str], ...] = field(default=())
    data_digest: str = ""
    seed: int | None = None
