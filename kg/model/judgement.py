"""What we make of it: identities, findings against the record, and where a graph comes from."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Matching:
    """How a reported ballot stands to the record.

    ``judgements`` lead to its roll call, directly or by another report of the same ballot. Where it stays open,
    ``candidates`` are the ids of the roll calls that fit alike, and the judgements the questions that this leaves.
    ``timed``: the article tells, or its own day lets one know, about when the vote was.
    """

    judgements: tuple[Judgement, ...] = ()
    candidates: tuple[str, ...] = ()
    timed: bool = False


class Finding(StrEnum):
    """What the official record makes of a claim."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    NOT_IN_RECORD = "not in record"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A claim's finding, why, and the record (IRI) that decides. ``claim`` is an IRI.

    ``said`` is what the claim says and ``recorded`` what the record has instead or as well, both in plain words;
    ``matched_by`` are the judgements by which the claim's ballot is that of the record.
    """

    claim: str
    finding: Finding
    reason: str
    record: str | None = None
    said: str = ""
    recorded: str = ""
    matched_by: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class NamedGraph:
    """Provenance of a graph: what it was made from, by what, how. It stands inside the graph it speaks of."""

    iri: str
    made_by: str
    derived_from: tuple[str, ...] = ()
    parameters: tuple[tuple[str, str], ...] = ()
    data_digest: str = ""
    seed: int | None = None
