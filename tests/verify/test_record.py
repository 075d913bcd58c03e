"""Claims against the record: worked examples."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from kg.ids import document_key, entity
from kg.model import (
    Ballot,
    BallotKind,
    Block,
    Count,
    Document,
    Evidence,
    Finding,
    Option,
    Outcome,
    OutcomeReport,
    Position,
    Reading,
    Role,
    RollCall,
    Span,
    Status,
    Verdict,
    When,
)
from kg.rdf import Identity, claims
from kg.verify import Coverage, verdicts

TEXT = "The Assembly adopted it by 93 to 18; Hungary was against."
DAY = date(2025, 2, 24)
CALL = RollCall(
    "undl-7",
    "UNGA",
    DAY,
    "A/RES/ES-11/7",
    "11emsp",
    "Advancing peace",
    93,
    18,
    65,
    17,
    (("HUN", Option.NO), ("FRA", Option.YES)),
)
COVERAGE = Coverage({"UNGA": (date(1946, 1, 1), date(2025, 12, 18))})
NAMES = {"HUN": "Hungary", "FRA": "France", "UNGA": "General Assembly", "EP": "European Parliament"}


@pytest.fixture
def judge() -> Callable[..., list[Verdict]]:
    """The verdicts on a ballot with the given facts; ``matched`` where it is the roll call of the record."""

    def run(*told: Position | Count | OutcomeReport, matched: bool = True, **changes: object) -> list[Verdict]:
        document = Document(document_key(TEXT, None), "t", TEXT, (Block(Span(0, len(TEXT)), Role.BODY),))
        ballot = Ballot(
            1,
            "UNGA",
            BallotKind.RESOLUTION,
            (),
            When(DAY, DAY),
            counts=tuple(t for t in told if isinstance(t, Count)),
            positions=tuple(t for t in told if isinstance(t, Position)),
            outcomes=tuple(t for t in told if isinstance(t, OutcomeReport)),
        )
        reading = Reading(document.id, "x", (replace(ballot, **changes),))
        event = entity("event", CALL.id if matched else "elsewhere")
        identity = Identity(events={(document.id, 1): event})
        return list(verdicts(claims(document, reading, identity), identity, {CALL.id: CALL}, COVERAGE, NAMES))

    return run


def words(quote: str) -> Evidence:
    start = TEXT.index(quote)
    return Evidence(Span(start, start + len(quote)), quote, "test", 1.0)


def position(state: str, option: Option) -> Position:
    return Position(state, option, words("Hungary was against"))


def test_a_vote_that_the_record_bears_out(judge: Callable) -> None:
    (verdict,) = judge(position("HUN", Option.NO))
    assert verdict.finding is Finding.SUPPORTED
    assert verdict.reason == "the record says that Hungary voted against"
    assert verdict.record == "https://w3id.org/onrecord/id/record/undl-7"


def test_a_vote_that_the_record_contradicts(judge: Callable) -> None:
    (verdict,) = judge(position("FRA", Option.NO))
    assert verdict.finding is Finding.CONTRADICTED
    assert verdict.reason == "the record says that France voted in favour, the article that it voted against"


def test_a_state_that_the_roll_call_does_not_list(judge: Callable) -> None:
    (verdict,) = judge(position("XKX", Option.NO))
    assert verdict.finding is Finding.NOT_IN_RECORD


def test_a_wrong_number_is_named_with_the_right_one(judge: Callable) -> None:
    (verdict,) = judge(Count(Option.YES, 93, words("93")), Count(Option.NO, 8, words("18")))
    assert verdict.finding is Finding.CONTRADICTED
    assert verdict.reason == "the record has 18 against, the article says 8"


def test_right_numbers_are_supported(judge: Callable) -> None:
    (verdict,) = judge(Count(Option.YES, 93, words("93")), Count(Option.NO, 18, words("18")))
    assert verdict.finding is Finding.SUPPORTED
    assert verdict.reason == "the record has 93 in favour, 18 against"


@pytest.mark.parametrize(
    ("outcome", "finding"), [(Outcome.ADOPTED, Finding.SUPPORTED), (Outcome.REJECTED, Finding.CONTRADICTED)]
)
def test_what_became_of_the_draft(judge: Callable, outcome: Outcome, finding: Finding) -> None:
    (verdict,) = judge(OutcomeReport(outcome, words("adopted")))
    assert verdict.finding is finding


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"when": When(date(2026, 2, 24), date(2026, 2, 24))}, "ends on 2025-12-18"),
        ({"body": "EP"}, "no roll calls of the European Parliament are loaded"),
        ({"kind": BallotKind.AMENDMENT}, "not on amendments"),
        ({}, "no roll call of the General Assembly of that time matches"),
    ],
)
def test_what_the_record_does_not_hold_is_said_with_the_reason(judge: Callable, changes: dict, reason: str) -> None:
    (verdict,) = judge(position("HUN", Option.NO), matched=False, **changes)
    assert verdict.finding is Finding.NOT_IN_RECORD
    assert reason in verdict.reason
    assert verdict.record is None


def test_a_vote_without_a_date_is_unclear(judge: Callable) -> None:
    (verdict,) = judge(position("HUN", Option.NO), matched=False, when=None)
    assert verdict.finding is Finding.UNCLEAR


def test_a_vote_that_is_planned_has_no_verdict(judge: Callable) -> None:
    assert judge(position("HUN", Option.NO), status=Status.PLANNED) == []
