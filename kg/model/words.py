"""What is said, wanted and negotiated, and by whom."""

from dataclasses import dataclass
from enum import StrEnum

from kg.model.text import Actor, Certainty, Evidence, Span, When
from kg.model.voting import Status


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

    ``source_span`` and ``cue_span`` are where the text names the speaker and the saying itself, with its auxiliaries
    (*has repeatedly said*); ``clause_span`` is the whole reported clause where only pieces of it are quoted.
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
    source_span: Span | None = None
    cue_span: Span | None = None
    clause_span: Span | None = None


@dataclass(frozen=True, slots=True)
class PrivateState:
    """What somebody is told to think, want, fear, refuse or raise: no words of theirs, hence no statement.

    ``cue`` is the verb and ``words`` what it is about, as printed; ``holder`` is None where the sentence leaves open
    whose it is. ``negated``: the text says that they do not.
    """

    holder: Actor | None
    cue: str
    words: str
    evidence: Evidence
    negated: bool = False
    source_span: Span | None = None
    cue_span: Span | None = None


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
