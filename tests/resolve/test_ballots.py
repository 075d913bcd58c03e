from datetime import date
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from kg.ids import ID
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
    Outcome,
    OutcomeReport,
    Position,
    Reading,
    RollCall,
    Span,
    SponsorRole,
    Sponsorship,
    Status,
    When,
)
from kg.resolve import resolve_ballots
from kg.resolve.reports import days_of, reports

EVIDENCE = Evidence(Span(0, 1), "x", "test", 1.0)
DAY = When(date(2025, 2, 24), date(2025, 2, 24))
YES, NO, ABSTAIN = Option.YES, Option.NO, Option.ABSTAIN


def ballot(number=1, *tally, body="UNGA", when=DAY, positions=None, sponsor=None, **more):
    return Ballot(
        number,
        body,
        more.pop("kind", BallotKind.RESOLUTION),
        (EVIDENCE,),
        when=when,
        counts=tuple(Count(o, n, EVIDENCE) for o, n in zip((YES, NO, ABSTAIN), tally, strict=False) if n is not None),
        positions=tuple(Position(s, o, EVIDENCE) for s, o in (positions or {}).items()),
        sponsorships=(Sponsorship(Actor(ActorKind.STATE, sponsor), SponsorRole.SPONSOR, EVIDENCE),) if sponsor else (),
        **more,
    )


def resolved(*told, published=None, rollcalls=(), judgements=()):
    """Resolve documents '0', '1', ... with these lists of ballots."""
    days = published or {}
    documents = [Document(str(i), str(i), "x", (), published=days.get(i)) for i in range(len(told))]
    readings = [Reading(str(i), "test", ballots=tuple(ballots)) for i, ballots in enumerate(told)]
    return resolve_ballots(documents, readings, rollcalls, judgements)


def call(identifier, *tally, body="UNGA", day=DAY.start, title="", symbol="A/RES/ES-11/7", votes=()):
    yes, no, abstain = tally
    return RollCall(f"undl-{identifier}", body, day, symbol, "11emsp", title, yes, no, abstain, 0, tuple(votes))


EUROPEAN = ballot(1, 93, 18, 65, positions={"USA": NO, "RUS": NO}, subject="peace in Ukraine, territorial integrity")
AMENDED = ballot(2, 93, 8, 73, positions={"USA": ABSTAIN}, sponsor="USA")


def test_two_articles_on_one_ballot_meet_and_two_ballots_of_a_day_do_not():
    found = resolved([EUROPEAN, AMENDED], [ballot(1, 93, 8, 73), ballot(2, 93, 18, 65)])
    assert found.events["0", 1] == found.events["1", 2]
    assert found.events["0", 2] == found.events["1", 1]
    assert found.events["0", 1] != found.events["0", 2]
    assert {j.decision for j in found.judgements} == {Decision.SAME}
    assert all(j.reason and 0.5 < j.score <= 1 and j.author.startswith("onrecord@") for j in found.judgements)


def test_an_amendment_is_not_the_resolution_and_the_council_not_the_assembly():
    found = resolved(
        [ballot(1, 93, 18, 65)],
        [ballot(1, 93, 18, 65, kind=BallotKind.AMENDMENT), ballot(2, 93, 18, 65, body="UNSC")],
    )
    assert len(set(found.events.values())) == 3


def test_one_common_count_is_not_enough():
    found = resolved([ballot(1, 93)], [ballot(1, 93, 8, 73)])
    assert found.events["0", 1] != found.events["1", 1]


def test_one_common_count_joins_with_the_votes_of_states():
    votes = {"USA": NO, "RUS": NO, "BLR": NO, "PRK": NO}
    found = resolved([ballot(1, 93, positions=votes)], [ballot(1, 93, 18, 65, positions=votes), ballot(2, 93, 8, 73)])
    assert found.events["0", 1] == found.events["1", 1]


def test_a_ballot_without_a_date_joins_by_tally_and_positions_if_published_then():
    undated = [ballot(1, 10, 0, 5, body="UNSC", when=None, positions={"FRA": ABSTAIN, "GBR": ABSTAIN})]
    dated = [ballot(1, 10, 0, 5, body="UNSC", positions={"FRA": ABSTAIN, "GBR": ABSTAIN, "USA": YES})]
    soon = resolved(undated, dated, published={0: date(2025, 2, 26)})
    assert soon.events["0", 1] == soon.events["1", 1]
    years_later = resolved(undated, dated, published={0: date(2029, 6, 1)})
    assert years_later.events["0", 1] != years_later.events["1", 1]


def test_where_two_fit_nothing_is_joined_and_the_question_is_kept():
    votes = {"USA": NO, "RUS": NO, "CHN": NO}
    undated = [ballot(1, 120, 3, 50, when=None, positions=votes)]
    one = [ballot(1, 120, 3, 50, positions=votes)]
    other = [ballot(1, 120, 3, 50, when=When(date(2024, 12, 2), date(2024, 12, 2)), positions=votes)]
    found = resolved(undated, one, other)
    assert len(set(found.events.values())) == 3
    assert {j.decision for j in found.judgements} == {Decision.UNSURE}


def test_unanimous_votes_of_a_day_are_told_apart_by_more_than_figures():
    found = resolved([ballot(1, 15, 0, 0, body="UNSC")], [ballot(1, 15, 0, 0, body="UNSC")])
    assert found.events["0", 1] != found.events["1", 1]
    calls = [call(n, 15, 0, 0, body="UNSC", symbol=f"S/RES/{2700 + n}") for n in (1, 2)]
    assert not resolved([ballot(1, 15, 0, 0, body="UNSC")], rollcalls=calls).events["0", 1].startswith("undl")
    assert resolved([ballot(1, 15, body="UNSC")], rollcalls=calls[:1]).events["0", 1] == "undl-1"


def test_plans_and_mere_headlines_join_nothing():
    held = [ballot(1, 93, 18, 65, positions={"USA": NO, "RUS": NO})]
    planned = [ballot(1, 93, 18, 65, status=Status.PLANNED)]
    framed = [ballot(1, when=DAY, outcomes=(OutcomeReport(Outcome.REJECTED, EVIDENCE, framing=True),))]
    found = resolved(held, planned, framed)
    assert len(set(found.events.values())) == 3


def test_the_record_gives_its_id():
    calls = [call(1, 93, 18, 65), call(2, 93, 8, 73, symbol="A/RES/ES-11/8"), call(3, 93, 18, 65, body="UNSC")]
    found = resolved([EUROPEAN, AMENDED], [ballot(1, 93, 8, 73)], rollcalls=calls)
    assert found.events["0", 1] == "undl-1"
    assert found.events["0", 2] == found.events["1", 1] == "undl-2"


def test_a_miscounted_ballot_is_still_the_one_on_record():
    votes = [("USA", NO), ("RUS", NO), ("BLR", NO), ("FRA", YES)]
    calls = [call(1, 93, 18, 65, votes=votes), call(2, 93, 8, 73, votes=[("USA", ABSTAIN), ("RUS", ABSTAIN)])]
    found = resolved([ballot(1, 94, 18, 65, positions=dict(votes))], rollcalls=calls)
    assert found.events["0", 1] == "undl-1"


def test_one_wrong_number_among_right_ones_is_still_the_ballot_on_record():
    voted = {"USA": NO, "FRA": YES, "DEU": ABSTAIN, "GBR": ABSTAIN}
    record = call(7, 143, 9, 25, day=date(2024, 5, 10), votes=tuple(voted.items()))
    when = When(date(2024, 5, 10), date(2024, 5, 10))
    told = ballot(1, 143, 9, 52, when=when, positions=voted)
    assert resolved([told], rollcalls=[record]).events["0", 1] == "undl-7"
    bare = ballot(1, 143, 9, 52, when=when)
    assert resolved([bare], rollcalls=[record]).events["0", 1] != "undl-7"


def test_a_number_of_a_resolution_is_its_symbol():
    record = call(9, 10, 0, 5, body="UNSC", symbol="S/RES/2774(2025)")
    told = ballot(1, 10, 0, 5, body="UNSC", symbol="resolution 2774")
    assert resolved([told], rollcalls=[record]).events["0", 1] == "undl-9"


def test_the_record_of_another_year_is_not_taken():
    calls = [call(1, 93, 18, 65, day=date(2024, 2, 24))]
    assert resolved([EUROPEAN], rollcalls=calls).events["0", 1] != "undl-1"


def test_symbols_decide():
    calls = [
        call(1, 141, 5, 35, symbol="A/RES/ES-11/1", day=date(2022, 3, 2)),
        call(2, 141, 7, 32, symbol="A/RES/ES-11/6"),
    ]
    found = resolved([ballot(1, when=None, symbol="ES-11/1", positions={"RUS": NO})], rollcalls=calls)
    assert found.events["0", 1] == "undl-1"


def test_amendments_are_not_in_the_record():
    found = resolved([ballot(1, 93, 18, 65, kind=BallotKind.AMENDMENT)], rollcalls=[call(1, 93, 18, 65)])
    assert found.events["0", 1] != "undl-1"


def test_disagreeing_reports_meet_through_the_record():
    votes = [("USA", NO), ("RUS", NO), ("BLR", NO), ("FRA", YES)]
    told = dict(votes)
    found = resolved(
        [ballot(1, 93, 18, 63, positions=told)],
        [ballot(1, 93, 20, 65, positions=told)],
        rollcalls=[call(1, 93, 18, 65, votes=votes)],
    )
    assert found.events["0", 1] == found.events["1", 1] == "undl-1"


def test_a_person_overrides_and_undoes():
    told = [EUROPEAN], [ballot(1, 93, 18, 65)]
    left, right = f"{ID}ballot/0-1", f"{ID}ballot/1-1"
    no = Judgement(left, right, Decision.DIFFERENT, 1.0, "seen", "A. Reader")
    undo = Judgement(right, left, Decision.UNSURE, 1.0, "a mistake", "A. Reader")
    apart = resolved(*told, judgements=[no])
    assert apart.events["0", 1] != apart.events["1", 1]
    again = resolved(*told, judgements=[no, undo])
    assert again.events["0", 1] == again.events["1", 1]


def test_a_person_may_join_a_ballot_to_the_record():
    yes = Judgement(f"{ID}ballot/0-1", f"{ID}event/undl-1", Decision.SAME, 1.0, "seen", "A. Reader")
    calls = [call(1, 50, 50, 50, day=date(2020, 1, 1))]
    assert resolved([EUROPEAN], rollcalls=calls, judgements=[yes]).events["0", 1] == "undl-1"


def test_a_person_may_judge_the_events_that_the_graph_shows():
    told = [ballot(1, 93, 18, 65), ballot(2, 93, 8, 73)], [ballot(1, 93, 18, None, when=None)]
    before = resolved(*told)
    left, right = (f"{ID}event/{before.events[key]}" for key in (("0", 1), ("1", 1)))
    assert left != right
    same = Judgement(left, right, Decision.SAME, 1.0, "seen", "A. Reader")
    after = resolved(*told, judgements=[same])
    assert after.events["0", 1] == after.events["1", 1]
    assert after.events["0", 2] == before.events["0", 2]
    lifted = resolved(*told, judgements=[same, Judgement(left, right, Decision.UNSURE, 1.0, "no", "A. Reader")])
    assert lifted.events == before.events


def test_a_report_names_the_days_to_look_up():
    documents = [Document("0", "0", "x", (), published=date(2025, 3, 1))]
    readings = [Reading("0", "test", ballots=(EUROPEAN, ballot(2, 10, 0, 5, body="UNSC", when=None)))]
    found = [(report.body, days_of(report)) for report in reports(documents, readings)]
    assert [(body, *days) for body, days in found] == [
        ("UNGA", date(2025, 2, 23), date(2025, 2, 25)),
        ("UNSC", date(2025, 2, 8), date(2025, 3, 2)),
    ]


_when = st.sampled_from(
    [None, DAY, When(date(2025, 2, 23), date(2025, 2, 23)), When(date(2025, 2, 1), date(2025, 2, 28))]
)
_votes = st.dictionaries(st.sampled_from(["USA", "RUS", "FRA", "CHN"]), st.sampled_from([YES, NO, ABSTAIN]))
_tally = st.sampled_from([(), (93,), (93, 18, 65), (93, 8, 73), (93, None, 65), (10, 0, 5)])
_told = st.lists(st.tuples(_tally, _when, _votes), max_size=3)


@given(st.lists(_told, max_size=4), st.booleans())
def test_order_leaves_no_trace_and_a_document_keeps_its_ballots_apart(told, recorded):
    readings = [
        Reading(
            str(i), "t", ballots=tuple(ballot(n, *t, when=w, positions=v) for n, (t, w, v) in enumerate(ballots, 1))
        )
        for i, ballots in enumerate(told)
    ]
    calls = [call(1, 93, 18, 65), call(2, 93, 8, 73, symbol="x")] if recorded else []
    found = resolve_ballots([], readings, calls)
    assert found == resolve_ballots([], readings[::-1], calls[::-1])
    assert set(found.events) == {(r.document, b.number) for r in readings for b in r.ballots}
    for reading in readings:
        own = [found.events[reading.document, b.number] for b in reading.ballots]
        assert len(own) == len(set(own))


def test_every_order_of_documents_gives_the_same_events():
    told = [EUROPEAN, AMENDED], [ballot(1, 93, 8, 73)], [ballot(1, 93, 18, 65, when=None, positions={"USA": NO})]
    readings = [Reading(str(i), "t", ballots=tuple(b)) for i, b in enumerate(told)]
    first = resolve_ballots([], readings)
    assert all(resolve_ballots([], order) == first for order in permutations(readings))
