"""Vote arithmetic: what rules find on ballots that articles tell, and on the official record."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import codes
from kg.check import Severity, Violation, check
from kg.check.arithmetic import arithmetic
from kg.check.arithmetic.tables import EVENT, STATE
from kg.ids import entity, graph
from kg.load.record import ROLLCALLS, VOTES, Problem, Record, empty_record
from kg.rdf import DIRECT
from kg.terms import Quad, literal
from kg.vocab import KG, RDF, RDFS

CODES = {"adopted": KG.Adopted, "rejected": KG.Rejected, "vetoed": KG.Vetoed}


def told(name="e", body="UNGA", day=None, kind="resolution", outcome=None, label="", **numbers):
    """A ballot as the graph of an article tells it."""
    node, home = entity("event", name), graph("document", "d")
    facts = [(RDF.type, KG.VotingEvent), (KG.body, entity("body", body)), (KG.ballotKind, entity("code", kind))]
    facts += [(KG[option], literal(number)) for option, number in numbers.items()]
    facts += [(KG.date, literal(date.fromisoformat(day)))] if day else []
    facts += [(KG.outcome, CODES[outcome])] if outcome else []
    facts += [(RDFS.label, literal(label))] if label else []
    return [Quad(node, p, o, home) for p, o in facts]


def votes(option, *states, name="e"):
    return [Quad(entity("state", s), DIRECT[option], entity("event", name), graph("document", "d")) for s in states]


def tally(name="t", source="d", **numbers):
    """An article's claim of these numbers for the event ``e``."""
    node, claim = entity("tally", name), entity("claim", f"{name}-{source}")
    facts = [(node, RDF.type, KG.Tally), (node, KG.votingEvent, entity("event", "e"))]
    facts += [(node, KG[option], literal(number)) for option, number in numbers.items()]
    facts += [(claim, KG.states, node), (claim, KG.source, entity("document", source))]
    return [Quad(s, p, o, graph("document", source)) for s, p, o in facts]


def result(outcome, source="d", *, framing=False):
    """An article's claim of what became of the event ``e``."""
    node, claim = entity("result", outcome), entity("claim", f"{outcome}-{source}")
    facts = [(node, RDF.type, KG.Result), (node, KG.votingEvent, entity("event", "e"))]
    facts += [(node, KG.outcome, CODES[outcome]), *([(node, KG.framing, literal(True))] if framing else [])]
    facts += [(claim, KG.states, node), (claim, KG.source, entity("document", source))]
    return [Quad(s, p, o, graph("document", source)) for s, p, o in facts]


def found(quads, record=None) -> tuple[Violation, ...]:
    return arithmetic(quads, record or empty_record()).violations


def rules(quads, record=None) -> list[str]:
    return [v.rule.id for v in found(quads, record)]


# --------------------------------------------------------------------------- told by articles


def test_more_votes_than_members():
    (broken,) = found(told(yes=120, no=60, abstain=20))
    assert "a ballot: the body has 193 members, but 120 yes + 60 no + 20 abstain = 200." in broken.message
    assert (broken.severity, broken.rule.id) == (Severity.VIOLATION, "seats")
    assert not check(told(yes=120, no=60, abstain=20), reason=False).ok


def test_members_are_those_of_the_day():
    (broken,) = found(told(day="1950-12-14", yes=50, no=11, abstain=3))
    assert "60 members on 1950-12-14" in broken.message
    assert broken.rule.id == "charter-9-1"
    assert rules(told(day="1950-12-14", yes=46, no=11, abstain=3)) == []
    assert rules(told(body="UNSC", day="1960-02-01", yes=10, no=0, abstain=5)) == ["charter-23-1"]


@settings(deadline=None, max_examples=25)  # the first one loads the registers
@given(st.lists(st.integers(0, 60), min_size=3, max_size=3))
def test_numbers_within_the_body_pass(numbers):
    yes, no, abstain = numbers
    assert found(told(yes=yes, no=no, abstain=abstain)) == ()


@pytest.mark.parametrize(
    ("ballot", "broken"),
    [
        # the General Assembly and its committees
        ({"outcome": "adopted", "yes": 60, "no": 62}, ["charter-18-3"]),
        ({"outcome": "adopted", "yes": 60, "no": 60, "abstain": 70}, ["charter-18-3"]),
        ({"outcome": "adopted", "yes": 14, "no": 11, "abstain": 105}, []),
        ({"outcome": "rejected", "yes": 62, "no": 58, "abstain": 42}, []),  # two thirds may have been asked for
        ({"outcome": "rejected", "yes": 120, "no": 20}, ["charter-18-2"]),
        ({"body": "UNGA-3C", "outcome": "adopted", "yes": 60, "no": 80}, ["committee-125"]),
        ({"body": "UNGA-3C", "outcome": "rejected", "yes": 80, "no": 60}, ["committee-125"]),
        ({"body": "UNHRC", "outcome": "adopted", "yes": 17, "no": 19, "abstain": 11}, ["committee-125"]),
        ({"body": "ECOSOC", "outcome": "adopted", "yes": 10, "no": 20}, ["charter-67-2"]),
        # the Security Council
        ({"body": "UNSC", "outcome": "adopted", "yes": 8, "no": 0, "abstain": 7}, ["charter-27-2"]),
        ({"body": "UNSC", "outcome": "adopted", "yes": 9, "no": 0, "abstain": 6}, []),
        ({"body": "UNSC", "day": "1965-11-23", "outcome": "adopted", "yes": 7, "no": 0, "abstain": 4}, []),
        (
            {"body": "UNSC", "day": "1950-06-25", "outcome": "adopted", "yes": 6, "no": 0, "abstain": 4},
            ["charter-27-2"],
        ),
        ({"body": "UNSC", "outcome": "vetoed", "yes": 8, "no": 2, "abstain": 5}, ["charter-27-2"]),
        ({"body": "UNSC", "outcome": "vetoed", "yes": 14, "no": 0, "abstain": 1}, ["charter-27-3"]),
        ({"body": "UNSC", "outcome": "vetoed", "yes": 14, "no": 1}, []),
        ({"body": "UNSC", "outcome": "rejected", "yes": 12, "no": 0, "abstain": 3}, ["charter-27-2"]),
        ({"body": "UNSC", "outcome": "rejected", "yes": 8, "no": 3, "abstain": 4}, []),
        # others
        ({"body": "us-house-of-representatives", "outcome": "adopted", "yes": 200, "no": 230}, ["majority"]),
        ({"body": "us-house-of-representatives", "outcome": "rejected", "yes": 230, "no": 200}, []),
        ({"kind": "election", "outcome": "adopted", "yes": 60, "no": 80}, []),
        ({"outcome": "adopted", "yes": 60}, []),
    ],
)
def test_outcome_goes_with_its_numbers(ballot, broken):
    violations = found(told(**ballot))
    assert [v.rule.id for v in violations] == broken
    assert all(v.severity is Severity.WARNING for v in violations)


@pytest.mark.parametrize(
    ("subject", "broken"),
    [
        ("admission of new Members to the United Nations", ["charter-18-2"]),
        ("Suspension of the rights of membership of Libya in the Human Rights Council", ["hrc-two-thirds"]),
        ("programme budget for the biennium 2012-2013", ["charter-18-2"]),
        ("suspension of nuclear and thermonuclear tests", []),
        ("reduction of military budgets", []),
        ("situation of human rights in Myanmar", []),
    ],
)
def test_two_thirds_are_asked_only_for_what_is_surely_important(subject, broken):
    assert rules(told(outcome="adopted", yes=80, no=50, label=f"UNGA 2011-03-01: {subject}")) == broken


def test_permanent_member_against_an_adopted_text():
    ballot = told(body="UNSC", day="2022-02-25", outcome="adopted", yes=11, no=1, abstain=3)
    (odd,) = found([*ballot, *votes("no", "RUS")])
    assert "only procedural questions can be" in odd.message
    assert (odd.rule.id, odd.severity) == ("charter-27-3", Severity.WARNING)
    assert rules([*ballot, *votes("no", "IND")]) == []
    motion = told(body="UNSC", day="2022-02-27", kind="motion", outcome="adopted", yes=11, no=1, abstain=3)
    assert rules([*motion, *votes("no", "RUS")]) == []


def test_only_permanent_members_veto():
    cast = entity("vote", "v")
    said = [(RDF.type, KG.Vote), (KG.votingEvent, entity("event", "e")), (KG.voter, entity("state", "IND"))]
    veto = [Quad(cast, p, o) for p, o in [*said, (KG.option, KG.No), (KG.veto, literal(True))]]
    (odd,) = found([*told(body="UNSC", yes=13, no=1), *votes("no", "IND"), *veto])
    assert (odd.focus, odd.message) == (STATE + "IND", "Only a permanent member has a veto.")


def test_wrong_sum_in_an_article_is_the_article_s_fault():
    (odd,) = found([*told(), *tally(yes=190, no=18)])
    assert (odd.focus, odd.severity) == (entity("tally", "t").value, Severity.WARNING)


def test_article_s_numbers_are_held_against_the_outcome_that_it_tells():
    disputed = [*told(), *tally(yes=60, no=62), *result("adopted"), *tally("u", "other", yes=62, no=60)]
    (odd,) = found([*disputed, *result("rejected", "other")])
    assert (odd.focus, odd.rule.id) == (entity("tally", "t").value, "charter-18-3")
    assert odd.message == "d: adopted with 60 in favour and 62 against."


def test_adopted_is_said_of_the_figures_even_where_they_are_believed_instead():
    corrected = [*told(outcome="rejected", yes=60, no=62), *tally(yes=60, no=62)]
    assert rules([*corrected, *result("adopted", framing=True)]) == ["charter-18-3"]
    # "refused" may be said of a draft that was adopted when it was amended
    amended = [*told(outcome="adopted", yes=93, no=8), *tally(yes=93, no=8)]
    assert rules([*amended, *result("rejected", framing=True)]) == []


def test_what_is_accepted_is_told_once():
    quads = [*told(outcome="adopted", yes=60, no=62), *tally(yes=60, no=62), *result("adopted")]
    assert [v.focus for v in found(quads)] == [EVENT + "e"]


def test_state_in_two_camps_is_named_with_the_ballot():
    quads = [*told(), *votes("no", "HUN"), *votes("abstain", "HUN")]
    (torn,) = found(quads)
    assert (torn.focus, torn.path, torn.value) == (STATE + "HUN", "kg:votedNo and kg:abstainedFrom", EVENT + "e")
    assert torn.rule.id == "charter-18-1"


def test_camp_larger_than_its_number():
    (broken,) = found([*told(no=2), *votes("no", "RUS", "USA", "HUN")])
    assert "3 states are in this camp, but its number is 2" in broken.message
    assert rules([*told(no=4), *votes("no", "RUS", "USA", "HUN")]) == []


def test_voter_that_is_no_member():
    ballot = told(body="UNSC", day="2025-02-24", label="UNSC 2025-02-24: war in Ukraine")
    (odd,) = found([*ballot, *votes("abstain", "FRA", "IND")])
    assert odd.message.startswith("India votes in “war in Ukraine” of 2025-02-24, but was no member")
    assert (odd.focus, odd.rule.id, odd.severity) == (STATE + "IND", "charter-23-1", Severity.WARNING)


# --------------------------------------------------------------------------- the record


def record(*calls, problems=()):
    """A record of roll calls given as (symbol, day, {option: states}), with more columns where a test gives them."""
    rows, cast = [], []
    for number, (symbol, day, camps, *more) in enumerate(calls):
        body = "UNSC" if symbol.startswith("S/") else "UNGA"
        counts = {option: len(camps.get(option, ())) for option in ("yes", "no", "abstain", "absent")}
        facts = {"id": f"undl-{number}", "body": body, "symbol": symbol, "date": date.fromisoformat(day)}
        facts |= {"session": symbol.split("/")[2], "title": "", "outcome": "adopted", **counts}
        rows.append(dict.fromkeys(ROLLCALLS) | facts | (more[0] if more else {}))
        cast += [(f"undl-{number}", s, o, False) for o, states in camps.items() for s in states]
    return Record(pl.DataFrame(rows, schema=ROLLCALLS), pl.DataFrame(cast, schema=VOTES, orient="row"), tuple(problems))


def members(day, body="UNGA"):
    return sorted(codes.eligible(body, date.fromisoformat(day)))


def split(day, no=0, body="UNGA"):
    """All members of a day, some of them against."""
    everybody = members(day, body)
    return {"yes": everybody[no:], "no": everybody[:no]}


def test_sound_record_passes():
    assert found([], record(("A/RES/79/1", "2024-12-02", split("2024-12-02", no=50)))) == ()


def test_rules_name_what_they_break_in_the_record():
    lost = record(("A/RES/79/1", "2024-12-02", split("2024-12-02", no=100)))
    (broken,) = found([], lost)
    assert (broken.rule.id, broken.severity) == ("charter-18-3", Severity.VIOLATION)
    assert broken.message == "A/RES/79/1: adopted with 93 in favour and 100 against."
    admitted = record(("A/RES/79/1", "2024-12-02", split("2024-12-02", no=90), {"title": "Admission of new Members"}))
    assert rules([], admitted) == ["charter-18-2"]
    emergency = record(("A/RES/ES-11/99", "2024-12-02", split("2024-12-02", no=90), {"session": "11emsp"}))
    assert rules([], emergency) == ["charter-18-2"]


def test_no_of_a_permanent_member_under_an_adopted_resolution_is_no_veto():
    day = "2022-02-27"
    camps = {"no": ["RUS"], "yes": [s for s in members(day, "UNSC") if s != "RUS"]}
    assert found([], record(("S/RES/2623(2022)", day, camps))) == ()


def test_resolution_adopted_without_a_vote_is_not_judged():
    assert found([], record(("S/RES/2034(2012)", "2012-01-19", {"absent": members("2012-01-19", "UNSC")}))) == ()


def test_whole_list_of_members():
    day = "2024-12-02"
    short = {"yes": [s for s in members(day) if s not in ("AFG", "VEN")]}
    (odd,) = found([], record(("A/RES/79/1", day, short), ("A/RES/79/2", day, short)))
    assert odd.rule.id == "whole-list"
    assert odd.message.startswith("Afghanistan, Venezuela are not listed in 2 ballots, from A/RES/79/1 of 2024-12-02")
    more = {"yes": members(day), "absent": ["PSE"]}
    (odd,) = found([], record(("A/RES/79/1", day, more)))
    assert (odd.focus, odd.rule.id) == (STATE + "PSE", "charter-9-1")
    assert odd.message.startswith("Palestine is listed as absent in A/RES/79/1 of 2024-12-02, but was no member")


def test_member_admitted_on_the_day_may_be_listed_or_not():
    day = "2011-07-14"  # South Sudan
    before = [s for s in members(day) if s != "SSD"]
    assert found([], record(("A/RES/65/308", day, {"yes": before}), ("A/RES/65/309", day, split(day)))) == ()


def test_what_the_files_got_wrong_is_told_with_its_rule():
    said = [
        Problem("undl-0", "A/RES/79/1", "prints 190-0-0-0 but lists 193-0-0-0 (yes-no-abstain-absent)"),
        Problem("undl-0", "S/RES/2", "FRA is listed more than once with different votes: left out"),
        Problem("undl-0", "A/RES/79/1", "no date: '2011': left out"),
        Problem("", "votes.csv", "has no column for Venezuela"),
    ]
    violations = {v.rule.id: v for v in found([], record(problems=said[:2]))}
    assert set(violations) == {"recount", "charter-27-1"}
    assert violations["recount"].focus == EVENT + "undl-0"
    assert violations["recount"].message.startswith("A/RES/79/1: prints 190-0-0-0 but lists")
    others = found([], record(problems=said[2:]))
    assert {(v.severity, v.focus) for v in others} == {(Severity.VIOLATION, EVENT + "undl-0"), (Severity.WARNING, "")}


def test_record_s_own_numbers_are_what_a_count_of_its_votes_gives():
    day = "2024-12-02"
    (broken,) = found([], record(("A/RES/79/1", day, split(day), {"absent": 1})))
    assert (broken.rule.id, broken.message) == ("recount", "0 states are in this camp, but its number is 1.")


def test_dates_outside_of_the_session():
    (odd,) = found([], record(("A/RES/37/84", "1982-02-21", split("1982-02-21"))))
    assert odd.message == "A/RES/37/84 is dated 1982-02-21, outside of session 37."
    resumed = record(("A/RES/79/328", "2025-09-05", split("2025-09-05")))
    assert found([], resumed) == ()


def out_of_order(*days):
    """What is found on resolutions of the Council that follow one another on these days."""
    calls = [(f"S/RES/{700 + n}({day[:4]})", day, split(day, body="UNSC")) for n, day in enumerate(days)]
    return [v.message for v in found([], record(*calls)) if v.rule.id == "council-order"]


def test_as_few_dates_as_possible_are_out_of_order():
    assert out_of_order("2025-11-07", "2025-12-12", "2025-12-19", "2025-11-13", "2025-12-29") == [
        "S/RES/703(2025) is dated 2025-11-13, but comes after one of 2025-12-19 and before one of 2025-12-29."
    ]
    assert out_of_order("2025-11-07", "2025-12-12", "2025-12-12") == []


def test_date_with_day_and_month_exchanged_is_recognised():
    (told_so,) = out_of_order("2020-01-01", "2020-08-01", "2020-01-08", "2020-01-14")
    assert told_so.endswith("With day and month exchanged, 2020-01-08, it would be in order.")


def test_ballot_of_the_record_is_not_judged_again_where_articles_tell_of_it():
    day = "2024-12-02"
    official = record(("A/RES/79/1", day, split(day, no=50)))
    assert found(told("undl-0", outcome="adopted", yes=60, no=62, day=day), official) == ()


def test_store_that_differs_from_the_record():
    day = "2024-12-02"
    camps = split(day, no=2)
    official = record(("A/RES/79/1", day, camps), ("A/RES/79/2", day, camps))
    held = [*votes("yes", *camps["yes"], name="undl-0"), *votes("no", *camps["no"], name="undl-0")]
    assert found(held, official) == ()
    (stale,) = found(held[:-1], official)
    assert (stale.focus, stale.severity) == (EVENT + "undl-0", Severity.VIOLATION)
    assert stale.message == "A/RES/79/1: the store differs from the record in the vote of one state. Run kg rebuild."
    (turned,) = found([*held[:-1], *votes("abstain", camps["no"][-1], name="undl-0")], official)
    assert turned.message == stale.message
