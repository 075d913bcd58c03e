"""Words and deeds: what a state says of a text, beside how it votes on it."""

from dataclasses import dataclass
from enum import StrEnum

from kg.model.text import Evidence
from kg.model.voting import Option


class Attitude(StrEnum):
    """What a sentence does with the text that is voted on.

    RESERVED finds fault with it without being against it (what it leaves out, what is regretted); MIXED speaks for and
    against it; NEUTRAL speaks of it and takes no side; ANNOUNCED says how the speaker votes.
    """

    FAVOURABLE = "favourable"
    CRITICAL = "critical"
    RESERVED = "reserved"
    MIXED = "mixed"
    NEUTRAL = "neutral"
    ANNOUNCED = "announced"


class Consistency(StrEnum):
    """Whether words and vote go together. UNCLEAR: the words take no side, take both, or may mean another ballot."""

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Comparison:
    """One thing said, beside the vote. ``claim`` is the IRI of the claim that the words belong to, in ``document``.

    ``evidence`` is the sentence that takes the side, which may be one of many of a long statement.
    """

    claim: str
    document: str
    evidence: Evidence
    attitude: Attitude
    finding: Consistency
    reason: str


@dataclass(frozen=True, slots=True)
class Conduct:
    """All that a state is reported to say of a text, beside its vote on it, and what that comes to.

    ``event`` is the IRI of the voting event, ``record`` that of the roll call where there is one, ``claims`` are those
    of articles that report this vote of the state. Comparisons without a side do not count for ``finding``.
    """

    state: str
    event: str
    option: Option
    finding: Consistency
    reason: str
    comparisons: tuple[Comparison, ...]
    claims: tuple[str, ...] = ()
    record: str | None = None
