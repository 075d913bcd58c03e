"""Articles, the places in them, and the evidence that a place gives."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from kg.errors import EvidenceError


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
