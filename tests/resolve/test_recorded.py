"""Reported ballots against the record: what is matched, what stays open, what is not there. Hard cases, few words."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from kg.ids import ID
from kg.load.rollcall import Record, merged, read_record, roll_calls
from kg.model import (
    Actor,
    ActorKind,
    Ballot,
    BallotKind,
    Count,
    Decision,
    Document,
    Evidence,
    Judgement,
    Option,
    Position,
    Reading,
    RollCall,
    Span,
    SponsorRole,
    Sponsorship,
    When,
)
from kg.resolve import Ballots, resolve_ballots, rollcalls_for

EVIDENCE = Evidence(Span(0, 1), "x", "test", 1.0)
YES, NO, ABSTAIN = Option.YES, Option.NO, Option.ABSTAIN
DAY = date(2024, 12, 3)
TALLY = (157, 8, 7)


def ballot(number: int = 1, *tally: int, when: When | date | None = DAY, **more: object) -> Ballot:
    day = When(when, when) if isinstance(when, date) else when
    votes = more.pop("votes", {})
    return Ballot(
        number,
        more.pop("body", "UNGA"),
        more.pop("kind", BallotKind.RESOLUTION),
        (EVIDENCE,),
        when=day,
        counts=tuple(Count(o, n, EVIDENCE) for o, n in zip((YES, NO, ABSTAIN), tally, strict=False)),
        positions=tuple(Position(s, o, EVIDENCE) for s, o in votes.items()),
        **more,
    )


def call(number: int, tally: tuple[int, int, int], title: str = "", day: date = DAY, **more: object) -> RollCall:
    votes = tuple(more.pop("votes", {}).items())
    body = more.pop("body", "UNGA")
    symbol = more.pop("symbol", f"A/RES/79/{number}" if body == "UNGA" else f"S/RES/{2700 + number}(2024)")
    return RollCall(f"undl-{number}", body, day, symbol, "79", title, *tally, 0, votes, **more)


def resolved(*told: Ballot, calls: list[RollCall], title: str | None = None, published: date | None = None) -> Ballots:
    document = Document("d", "d", "x", (), title=title, published=published)
    return resolve_ballots([document], [Reading("d", "t", told)], calls)


def matched(*told: Ballot, number: int = 1, **given: object) -> str:
    """The roll call that a ballot is found to be, or nothing."""
    event = resolved(*told, **given).events["d", number]
    return event if event.startswith("undl-") else ""


def test_two_of_one_day_with_the_same_numbers_stay_open_and_are_both_named() -> None:
    twins = [call(1, TALLY, "Jerusalem"), call(2, TALLY, "The Syrian Golan")]
    found = resolved(ballot(1, *TALLY), calls=twins)
    assert not found.events["d", 1].startswith("undl-")
    assert set(found.matchings["d", 1].candidates) == {"undl-1", "undl-2"}
    assert [j.decision for j in found.matchings["d", 1].judgements] == [Decision.UNSURE] * 2
    assert "79/2 fits as well" in found.matchings["d", 1].judgements[0].reason


def test_the_subject_tells_two_of_one_day_apart() -> None:
    twins = [call(1, TALLY, "Jerusalem"), call(2, TALLY, "The Syrian Golan")]
    assert matched(ballot(1, *TALLY, subject="Israel's hold on the Golan Heights of Syria"), calls=twins) == "undl-2"
    golan = Actor(ActorKind.STATE, "SYR")
    assert matched(ballot(1, *TALLY, about=(golan,)), calls=twins) == "undl-2"


def test_the_subject_headings_of_the_library_count_as_much_as_the_title() -> None:
    twins = [call(1, TALLY, "The path to peace", subjects="UKRAINE--POLITICAL CONDITIONS"), call(2, TALLY, "Fisheries")]
    assert matched(ballot(1, *TALLY, subject="the war in Ukraine"), calls=twins) == "undl-1"


def test_a_match_says_how_sure_it_is_and_why() -> None:
    found = resolved(ballot(1, *TALLY, votes={"USA": NO}), calls=[call(1, TALLY, votes={"USA": NO})])
    (judgement,) = found.matchings["d", 1].judgements
    assert judgement.decision is Decision.SAME
    assert 0.9 < judgement.score < 1
    assert judgement.reason.startswith("same body and day (2024-12-03); the counts 7-8-157 agree; 1 state voted so")


@pytest.mark.parametrize("days", [-1, 1])
def test_midnight_in_new_york_is_another_day_elsewhere(days: int) -> None:
    assert matched(ballot(1, *TALLY), calls=[call(1, (157, 28, 47), day=DAY + timedelta(days))]) == ""
    found = matched(ballot(1, 157, 28, 47), calls=[call(1, (157, 28, 47), day=DAY + timedelta(days))])
    assert found == "undl-1"


def test_a_report_may_come_to_the_record_by_another_report() -> None:
    votes = {"USA": NO, "ISR": NO, "CAN": ABSTAIN, "FRA": YES}
    known = call(1, TALLY, "Jerusalem", votes=votes)
    twin = call(2, TALLY, "The Golan", votes=votes)
    told = [ballot(1, *TALLY, subject="Jerusalem", votes=votes)], [ballot(1, *TALLY, votes=votes)]
    readings = [Reading(name, "t", tuple(one)) for name, one in zip("ab", told, strict=True)]
    found = resolve_ballots([], readings, [known, twin])
    assert found.events["a", 1] == found.events["b", 1] == "undl-1"
    by_another = found.matchings["b", 1].judgements
    assert [{j.left, j.right} for j in by_another] == [
        {f"{ID}ballot/a-1", f"{ID}ballot/b-1"},
        {f"{ID}ballot/a-1", f"{ID}event/undl-1"},
    ]


def test_two_articles_on_a_day_with_many_alike_need_more_than_the_same_numbers() -> None:
    calls = [call(n, (173, 0, 4), title) for n, title in ((1, "Guam"), (2, "Bermuda"), (3, "Anguilla"))]
    bare, other = ballot(1, 173, 0, 4), ballot(1, 173, 0, 4, subject="information on territories")
    same = replace(other, subject="territories that send information")
    readings = [Reading(name, "t", (one,)) for name, one in (("a", bare), ("b", other), ("c", same))]
    events = resolve_ballots([], readings, calls).events
    assert events["b", 1] == events["c", 1]
    assert events["a", 1] != events["b", 1]


def test_a_person_s_decision_is_what_matches() -> None:
    decided = Judgement(f"{ID}ballot/d-1", f"{ID}event/undl-2", Decision.SAME, 1.0, "seen", "A. Reader")
    twins = [call(1, TALLY), call(2, TALLY)]
    found = resolve_ballots([], [Reading("d", "t", (ballot(1, *TALLY),))], twins, [decided])
    assert found.events["d", 1] == "undl-2"
    assert found.matchings["d", 1].judgements == (decided,)


def test_a_vote_of_a_committee_is_not_that_of_the_plenary_a_month_later() -> None:
    plenary = call(1, (80, 29, 65), "Situation of human rights in the Islamic Republic of Iran", DAY)
    told = ballot(1, 80, 29, 65, when=DAY - timedelta(30), subject="human rights in Iran")
    assert matched(told, calls=[plenary]) == ""
    assert matched(replace(told, body="UNGA-3C", when=When(DAY, DAY)), calls=[plenary]) == ""


def test_other_numbers_are_another_vote() -> None:
    assert matched(ballot(1, 148, 11, 12, subject="Palestine"), calls=[call(1, TALLY, "Question of Palestine")]) == ""


def test_a_unanimous_council_the_day_before_is_no_match() -> None:
    day_before = call(1, (15, 0, 0), "on Mali", DAY - timedelta(1), body="UNSC")
    assert matched(ballot(1, 15, 0, 0, body="UNSC"), calls=[day_before]) == ""


def test_how_the_great_powers_voted_is_not_enough() -> None:
    voted = {"USA": NO, "GBR": NO, "FRA": NO}
    assert matched(ballot(1, votes=voted), calls=[call(1, TALLY, votes=voted)]) == ""
    assert (
        matched(ballot(1, votes=voted, subject="Golan"), calls=[call(1, TALLY, "The Golan", votes=voted)]) == "undl-1"
    )


def test_a_veto_is_not_the_text_adopted_that_day() -> None:
    voted = Position("RUS", NO, EVIDENCE, veto=True)
    adopted = call(1, (10, 0, 5), body="UNSC", votes={"RUS": YES})
    assert matched(replace(ballot(1, 10, 0, 5, body="UNSC"), positions=(voted,)), calls=[adopted]) == ""


def test_a_past_vote_is_found_by_year_number_and_subject() -> None:
    year = When(date(2014, 1, 1), date(2014, 12, 31))
    calls = [
        call(1, (100, 11, 58), "Territorial integrity of Ukraine", date(2014, 3, 27)),
        call(2, (100, 2, 30), "Right to food", date(2014, 12, 18)),
        call(3, (100, 4, 58), "Territorial integrity of Ukraine", date(2015, 3, 27)),
    ]
    told = ballot(1, 100, when=year, past=True, subject="the territorial integrity of Ukraine")
    assert matched(told, calls=calls, published=date(2022, 10, 13)) == "undl-1"
    assert matched(replace(told, subject=""), calls=calls, published=date(2022, 10, 13)) == ""


def test_a_state_votes_under_the_seat_of_the_day() -> None:
    seat = call(1, TALLY, "Afghanistan", date(1980, 1, 14), votes={"SUN": NO, "IND": ABSTAIN})
    told = ballot(1, 157, when=date(1980, 1, 14), votes={"RUS": NO, "IND": ABSTAIN})
    judgements = resolved(told, calls=[seat]).matchings["d", 1].judgements
    assert "2 states voted so" in judgements[0].reason


def test_an_amended_draft_without_a_day_is_of_the_day_of_the_other_votes() -> None:
    calls = [call(1, (93, 18, 65), votes={"USA": NO}), call(2, (93, 8, 73), votes={"USA": ABSTAIN})]
    american = Sponsorship(Actor(ActorKind.STATE, "USA"), SponsorRole.SPONSOR, EVIDENCE)
    amended = ballot(2, when=None, votes={"USA": ABSTAIN}, amended=True, sponsorships=(american,))
    first = ballot(1, 93, 18, 65, when=None, votes={"USA": NO}, subject="the war")
    assert matched(first, amended, number=2, calls=calls) == "undl-2"
    assert matched(first, replace(amended, amended=False), number=2, calls=calls) == ""


def test_a_wrong_vote_does_not_hide_the_roll_call() -> None:
    told = ballot(1, *TALLY, votes={"HUN": ABSTAIN})
    assert matched(told, calls=[call(1, TALLY, votes={"HUN": NO})]) == "undl-1"


def test_a_draft_s_symbol_is_that_of_the_resolution() -> None:
    known = call(1, TALLY, draft="A/79/L.23|A/79/L.23/Rev.1")
    assert matched(ballot(1, when=None, symbol="A/79/L.23", votes={"USA": NO}), calls=[known]) == "undl-1"
    assert matched(ballot(1, *TALLY, symbol="A/79/L.24"), calls=[known]) == ""
    assert matched(ballot(1, *TALLY, symbol="A/79/L.24"), calls=[call(1, TALLY)]) == "undl-1"


def test_one_wrong_number_is_a_slip_only_where_all_else_agrees() -> None:
    votes = {"USA": NO, "ISR": NO, "CAN": NO}
    known = call(1, (119, 8, 44), "Raising the flags of observer States", votes=votes)
    told = ballot(1, 119, 8, 45, when=None, subject="raising the flags of observers", votes=votes)
    assert matched(told, calls=[known], published=DAY) == "undl-1"
    assert matched(replace(told, subject="Palestine"), calls=[known], published=DAY) == ""
    assert matched(replace(told, positions=()), calls=[known], published=DAY) == ""


# --------------------------------------------------------------------------- the whole record


@pytest.fixture(scope="module")
def record(shared: Path) -> Record:
    files = sorted((shared / "data" / "undl").glob("*_voting_reconstructed_*.csv.zst"))
    if not files:
        pytest.skip("no roll-call files")
    return merged([read_record(file) for file in files])


@pytest.fixture(scope="module")
def sample(record: Record) -> tuple[RollCall, ...]:
    return roll_calls(record, record.rollcalls.sort("undl_id")["id"].gather_every(120))


def found_on(record: Record, told: dict[str, Ballot]) -> dict[str, str]:
    """The roll calls that ballots, each of an article of its own, are found to be; open ones are left out."""
    documents = [Document(name, name, "x", ()) for name in told]
    readings = [Reading(name, "t", (one,)) for name, one in told.items()]
    events = resolve_ballots(documents, readings, rollcalls_for(record, documents, readings)).events
    return {name: event for (name, _), event in events.items() if event.startswith("undl-")}


def reported(one: RollCall, **more: object) -> Ballot:
    return ballot(1, one.yes, one.no, one.abstain, when=one.date, body=one.body, **more)


@pytest.mark.parametrize(
    ("tell", "least"),
    [
        (reported, 0.75),
        (lambda c: reported(c, subject=c.title.partition(" :")[0]), 0.95),
        (lambda c: replace(reported(c, subject=c.title.partition(" :")[0]), counts=reported(c).counts[:1]), 0.85),
    ],
    ids=["numbers and day", "and the subject", "the yes votes, day and subject"],
)
def test_no_roll_call_of_the_record_is_taken_for_another(
    record: Record, sample: tuple[RollCall, ...], tell: Callable[[RollCall], Ballot], least: float
) -> None:
    found = found_on(record, {one.id: tell(one) for one in sample})
    assert {name: event for name, event in found.items() if name != event} == {}
    assert len(found) >= least * len(sample)


def test_numbers_that_no_roll_call_of_the_day_has_find_nothing(record: Record, sample: tuple[RollCall, ...]) -> None:
    off = {o.id: ballot(1, max(o.yes - 9, 0), o.no + 4, o.abstain + 5, when=o.date, body=o.body) for o in sample}
    assert found_on(record, off) == {}


def test_fourteen_roll_calls_of_one_day_with_one_result_stay_open(record: Record) -> None:
    assert found_on(record, {"a": ballot(1, 173, 0, 4, when=date(2006, 12, 14))}) == {}
