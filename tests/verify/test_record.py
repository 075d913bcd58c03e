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
    Decision,
    Document,
    Evidence,
    Finding,
    Judgement,
    Matching,
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
NAMES = {
    "RUS": "Russia",
    "SUN": "Soviet Union",
    "HUN": "Hungary",
    "FRA": "France",
    "UNGA": "General Assembly",
    "EP": "European Parliament",
}


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
        calls = {c.id: c for c in (changes.pop("call", CALL), *changes.pop("others", ()))}
        matching = changes.pop("matching", Matching())
        reading = Reading(document.id, "x", (replace(ballot, **changes),))
        event = entity("event", next(iter(calls)) if matched else "elsewhere")
        identity = Identity(events={(document.id, 1): event})
        made = claims(document, reading, identity)
        return list(verdicts(made, identity, calls, COVERAGE, NAMES, {(document.id, 1): matching}))

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


def test_a_vote_without_a_date_in_an_article_with_one_is_not_in_the_record(judge: Callable) -> None:
    (verdict,) = judge(position("HUN", Option.NO), matched=False, when=None, matching=Matching(timed=True))
    assert verdict.finding is Finding.NOT_IN_RECORD


def test_a_vote_that_is_planned_has_no_verdict(judge: Callable) -> None:
    assert judge(position("HUN", Option.NO), status=Status.PLANNED) == []


def test_what_is_said_stands_beside_what_is_on_record(judge: Callable) -> None:
    (vote,) = judge(position("FRA", Option.NO))
    assert (vote.said, vote.recorded) == ("France voted against", "France voted in favour")
    (tally,) = judge(Count(Option.YES, 93, words("93")), Count(Option.NO, 8, words("18")))
    assert (tally.said, tally.recorded) == ("93 in favour, 8 against", "93 in favour, 18 against")


def test_a_verdict_carries_the_judgements_that_matched_its_ballot(judge: Callable) -> None:
    same = Judgement("ballot", "call", Decision.SAME, 0.97, "same body and day", "onrecord@0.1.0")
    (verdict,) = judge(position("HUN", Option.NO), matching=Matching((same,)))
    assert verdict.matched_by == (same,)


def test_where_two_roll_calls_fit_both_are_named_and_none_is_taken(judge: Callable) -> None:
    other = replace(CALL, id="undl-8", symbol="A/RES/ES-11/8")
    open_ = Matching(candidates=("undl-7", "undl-8"))
    (verdict,) = judge(position("HUN", Option.NO), matched=False, others=[other], matching=open_)
    assert verdict.finding is Finding.UNCLEAR
    assert verdict.record is None
    assert verdict.reason == (
        "A/RES/ES-11/7 of 2025-02-24 (93-18-65) and A/RES/ES-11/8 of 2025-02-24 (93-18-65) fit equally well;"
        " each would bear the claim out"
    )


def test_of_many_roll_calls_that_fit_the_number_is_told(judge: Callable) -> None:
    open_ = Matching(candidates=tuple(f"undl-{n}" for n in range(100, 140)))
    (verdict,) = judge(position("HUN", Option.NO), matched=False, matching=open_)
    assert verdict.finding is Finding.UNCLEAR
    assert verdict.reason == "40 roll calls of that time fit what the article tells"


def test_a_state_is_compared_under_the_seat_of_the_day(judge: Callable) -> None:
    day = date(1980, 1, 14)
    call = replace(CALL, id="undl-9", date=day, symbol="A/RES/ES-6/2", votes=(("SUN", Option.NO),))
    (verdict,) = judge(position("RUS", Option.NO), call=call, when=When(day, day))
    assert verdict.finding is Finding.SUPPORTED
    assert (verdict.said, verdict.recorded) == ("Russia voted against", "The Soviet Union voted against")


def test_a_veto_is_not_in_a_record_of_adopted_texts(judge: Callable) -> None:
    veto = Position("FRA", Option.NO, words("Hungary was against"), veto=True)
    (verdict,) = judge(veto, matched=False)
    assert verdict.finding is Finding.NOT_IN_RECORD
    assert verdict.said == "France vetoed it"
    assert verdict.reason == "the record holds adopted texts only, and this draft was vetoed"


def test_coverage_knows_whether_failed_drafts_are_held_too() -> None:
    rows = [("UNGA", DAY, "A/RES/ES-11/7"), ("UNSC", DAY, "S/2025/112"), ("UNSC", date(2025, 1, 1), "S/RES/2700(2025)")]
    coverage = Coverage.of(rows)
    assert coverage.days == {"UNGA": (DAY, DAY), "UNSC": (date(2025, 1, 1), DAY)}
    assert coverage.drafts == {"UNSC"}
