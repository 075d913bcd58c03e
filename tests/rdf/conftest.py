"""Two short reports of one vote, in our own words, read by hand."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from kg.ids import document_key
from kg.model import (
    Actor,
    ActorKind,
    Ballot,
    BallotKind,
    Block,
    Count,
    Document,
    Evidence,
    Option,
    Outcome,
    OutcomeReport,
    Position,
    Reading,
    Role,
    Span,
    SponsorRole,
    Sponsorship,
    Statement,
    When,
)

DAY = When(date(2025, 2, 24), date(2025, 2, 24), "Monday")


@dataclass(frozen=True)
class Report:
    """A document and its reading."""

    document: Document
    reading: Reading


def document(text: str, name: str = "brief", published: date | None = None) -> Document:
    return Document(
        document_key(text, None),
        name,
        text,
        (Block(Span(0, len(text)), Role.BODY),),
        "A vote",
        published,
        "The Gazette",
    )


def evidence(given: Document, words: str) -> Evidence:
    start = given.text.index(words)
    return given.evidence(Span(start, start + len(words)), "test", 0.9)


@pytest.fixture
def report() -> Callable[..., Report]:
    """A report of a vote in the Assembly: how Hungary voted, the count of noes, what became of the draft."""

    def make(
        *,
        hungary: Option = Option.NO,
        against: int = 18,
        outcome: Outcome = Outcome.ADOPTED,
        words: str = "peace has a price",
        name: str = "brief",
    ) -> Report:
        text = (
            f"{name}: The Assembly said {outcome} to the draft, with {against} against.\n"
            f"Hungary chose {hungary}. Kyiv had tabled it.\n"
            f'"{words}," Anna Kovacs said.\n'
        )
        doc = document(text, name)
        ballot = Ballot(
            1,
            "UNGA",
            BallotKind.RESOLUTION,
            (evidence(doc, "The Assembly"),),
            DAY,
            "peace in Ukraine",
            counts=(Count(Option.NO, against, evidence(doc, f"{against} against")),),
            positions=(Position("HUN", hungary, evidence(doc, f"Hungary chose {hungary}")),),
            outcomes=(OutcomeReport(outcome, evidence(doc, f"said {outcome}")),),
            sponsorships=(
                Sponsorship(Actor(ActorKind.STATE, "UKR"), SponsorRole.SPONSOR, evidence(doc, "Kyiv had tabled it")),
            ),
        )
        said = Statement(
            words,
            True,
            (evidence(doc, words),),
            evidence(doc, f'"{words}," Anna Kovacs said.'),
            Actor(ActorKind.OFFICIAL, "Anna Kovacs"),
            verb="said",
        )
        return Report(doc, Reading(doc.id, "onrecord@test", (ballot,), (said,)))

    return make
