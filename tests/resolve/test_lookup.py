from datetime import date
from pathlib import Path

import pytest

from kg.load.rollcall import empty_record, read_record
from kg.model import Ballot, BallotKind, Count, Document, Evidence, Option, Reading, Span, When
from kg.resolve import resolve_ballots, rollcalls_for

EVIDENCE = Evidence(Span(0, 1), "x", "test", 1.0)
HEADER = "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title"
HEADER += ",subjects,vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link"


@pytest.fixture
def record(tmp_path: Path):
    rows = [
        f"{identifier},{code},{code},{vote},{day},79,{symbol},,,,A TITLE,,,,{yes}.0,{no}.0,0.0,0.0,{yes + no}.0,"
        for identifier, day, symbol, votes in (
            ("1", "2025-02-24", "A/RES/ES-11/7", "YYN"),
            ("2", "2025-02-24", "A/RES/ES-11/8", "YNN"),
            ("3", "2020-01-01", "A/RES/74/1", "YYN"),
        )
        for yes, no in [(votes.count("Y"), votes.count("N"))]
        for code, vote in zip(("FRA", "DEU", "RUS"), votes, strict=True)
    ]
    path = tmp_path / "votes.csv"
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return read_record(path)


def told(when=None, symbol=None, **tally):
    counts = tuple(Count(Option(o), n, EVIDENCE) for o, n in tally.items())
    return [
        Reading(
            "d", "t", ballots=(Ballot(1, "UNGA", BallotKind.RESOLUTION, (EVIDENCE,), when, "", symbol, counts=counts),)
        )
    ]


def found(record, readings, published=None):
    documents = [Document("d", "d", "x", (), published=published)]
    return [call.id for call in rollcalls_for(record, documents, readings)]


def test_roll_calls_of_the_day_are_found(record):
    day = When(date(2025, 2, 24), date(2025, 2, 24))
    assert found(record, told(day, yes=90)) == ["undl-1", "undl-2"]


def test_roll_calls_of_the_days_before_publication_are_found(record):
    assert found(record, told(yes=90), date(2025, 3, 1)) == ["undl-1", "undl-2"]


def test_figures_and_symbols_find_without_a_day(record):
    assert found(record, told(yes=2, no=1)) == ["undl-3", "undl-1"]
    assert found(record, told(symbol="ES-11/8")) == ["undl-2"]


def test_nothing_told_finds_nothing(record):
    assert found(record, told()) == []
    assert found(empty_record(), told(yes=2, no=1)) == []


def test_what_is_found_is_enough_to_resolve(record):
    day = When(date(2025, 2, 24), date(2025, 2, 24))
    readings = told(day, yes=2, no=1)
    calls = rollcalls_for(record, [], readings)
    assert resolve_ballots([], readings, calls).events["d", 1] == "undl-1"
