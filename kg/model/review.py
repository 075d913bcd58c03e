"""What people answer on facts that the program read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kg.model.facts import FactKind, key_of
from kg.model.text import Evidence, Span


class Answer(StrEnum):
    """What a person says of a fact as it was read. WITHDRAWN takes an earlier answer back."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EDITED = "edited"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Review:
    """A person's answer on one fact: what was read and where, and what is said of it. Appended, never rewritten.

    ``document`` is the id of the document, ``name`` and ``url`` are what it was given as. ``ballot`` is the number of
    the ballot, ``start`` and ``end`` the place in the text, ``quote`` the words there, ``content`` what they were read
    as (``kg.model.facts.content``), by ``rule`` and with ``confidence``; ``edits`` are the values that a person puts in
    the place of those. The last answer on a fact holds. ``at`` is the day that the person gave.
    """

    document: str
    name: str
    kind: FactKind
    start: int
    end: int
    quote: str
    content: Mapping[str, str]
    answer: Answer
    author: str
    rule: str
    confidence: float
    ballot: int | None = None
    url: str | None = None
    edits: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    at: date | None = None

    @property
    def span(self) -> Span:
        """The place in the text."""
        return Span(self.start, self.end)

    @property
    def key(self) -> str:
        """The key of the fact as it was read (``kg.model.facts``)."""
        return key_of(self.document, self.kind, self.ballot, self.span, self.content)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A review that holds, and what it meets. ``read`` is the key of the fact as it is read now, ``stands`` that of
    the fact as it stands after the answer: None where it was rejected, or where the review meets nothing any more.

    ``document`` is the document in which it is met. ``said`` is what was read, in words, and ``evidence`` where.
    ``problem`` says why a review has no effect; it is empty where it has one.
    """

    review: Review
    document: str
    said: str
    evidence: Evidence | None = None
    read: str | None = None
    stands: str | None = None
    problem: str = ""
