"""What the Library's files hold that a reader might stumble over; each has one test."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest
from rollcall_files import FIVE, ga, joined, load, sc, votes_of

from kg.load.rollcall import Record
from kg.load.sessions import session_of


def one(record: Record, column: str) -> object:
    (value,) = record.rollcalls[column].to_list()
    return value


def test_totals_are_written_as_floats_or_padded_with_zeros(tmp_path: Path) -> None:
    for totals in ("2.0,1.0,1.0,1.0,5.0", "002,001,001,001,005"):
        record = load(tmp_path, ga(FIVE, totals))
        assert record.rollcalls.select("printed_yes", "printed_states").row(0) == (2, 5)
        assert not record.problems


@pytest.mark.parametrize("session", ["1", "80", "10emsp", "4sp"])
def test_sessions_are_text(tmp_path: Path, session: str) -> None:
    assert one(load(tmp_path, ga(FIVE, session=session)), "session") == session


def test_votes_in_lower_case(tmp_path: Path) -> None:
    record = load(tmp_path, ga({"NOR": "y", "TCD": "n", "PER": "a", "FJI": "x"}, "1,1,1,1,4"))
    assert votes_of(record) == {"FJI": "absent", "NOR": "yes", "PER": "abstain", "TCD": "no"}


def test_an_abstention_typed_as_an(tmp_path: Path) -> None:
    assert votes_of(load(tmp_path, ga({"PAK": "AN"}, "0,0,1,0,1"))) == {"PAK": "abstain"}


@pytest.mark.parametrize("mark", ["X", "NV", "", "  "])
def test_three_ways_not_to_vote(tmp_path: Path, mark: str) -> None:
    assert votes_of(load(tmp_path, ga({"NOR": "Y", "VEN": mark}, "1,0,0,1,2"))) == {"NOR": "yes", "VEN": "absent"}


@pytest.mark.parametrize("mark", [" Y", "Y ", "\tY"])
def test_blanks_around_a_vote(tmp_path: Path, mark: str) -> None:
    assert votes_of(load(tmp_path, ga({" nor ": mark}, "1,0,0,0,1"))) == {"NOR": "yes"}


@pytest.mark.parametrize("name", ["TÜRKÝYE", "TÜRKİYE", "TURKIYE", "LAO PEOPLE's DEMOCRATIC REPUBLIC", "C�TE D'IVOIRE"])
def test_names_may_be_garbled_for_the_code_counts(tmp_path: Path, name: str) -> None:
    assert votes_of(load(tmp_path, ga({"TUR": "Y"}, "1,0,0,0,1", ms_name=name))) == {"TUR": "yes"}


def test_states_that_are_no_more(tmp_path: Path) -> None:
    former = ["SUN", "CSK", "YUG", "DDR", "GER", "YMD", "SCG", "EAT", "EAZ"]
    record = load(tmp_path, ga(dict.fromkeys(former, "Y"), "9,0,0,0,9"))
    assert sorted(votes_of(record)) == sorted(former)


@pytest.mark.parametrize(
    ("symbol", "session"),
    [
        ("A/RES/217(III)[A]", "3"),
        ("A/RES/63(I)[PARA.1]", "1"),
        ("A/RES/17(I)[RULE-73]", "1"),
        ("A/RES/33/116[A-I]", "33"),
        ("A/RES/39/28A", "39"),
        ("A/RES/998(ES-I)", "1emsp"),
        ("A/RES/104(S-1)", "1sp"),
        ("A/RES/996(ES-IandII)", "1emsp"),
        ("A/RES/ES-11/7", "11emsp"),
        ("A/RES/S-14/1", "14sp"),
        ("A/RES/36//235IX", "36"),
        ("A/RES/78/183 B", "78"),
        ("A/RES/3539(XXX)[A-C]", "30"),
        ("A/RES/2995(XXVII)", "27"),
        ("A/RES/79/XX", "79"),
        ("A/DEC/80/506", "80"),
    ],
)
def test_symbols_of_every_shape_are_kept_and_tell_the_session(tmp_path: Path, symbol: str, session: str) -> None:
    record = load(tmp_path, ga(FIVE, resolution=symbol, session=""))
    assert one(record, "symbol") == symbol
    assert one(record, "session") == session
    assert one(record, "outcome") == "adopted"


@pytest.mark.parametrize("symbol", ["", "A/RES/12", "S/RES/15(1946)", "A/C.1/L.3", "something else"])
def test_a_symbol_without_a_session(symbol: str) -> None:
    assert session_of(symbol) is None


def test_a_draft_tells_its_session_too() -> None:
    assert [session_of(s) for s in ("A/76/L.14", "A/ES-11/L.10", "A/S-14/L.1")] == ["76", "11emsp", "14sp"]


def test_symbols_of_the_council_without_a_blank(tmp_path: Path) -> None:
    record = load(tmp_path, sc({"NLD": "Y"}, "S/RES/15(1946)", date="1946-12-19"))
    assert record.rollcalls.select("symbol", "session", "outcome").row(0) == ("S/RES/15(1946)", "1946", "adopted")


def test_a_day_out_of_sequence_is_kept_as_it_is(tmp_path: Path) -> None:
    record = load(tmp_path, ga(FIVE, resolution="A/RES/37/84", session="37", date="1982-02-21"))
    assert record.rollcalls.select("date", "session").row(0) == (date(1982, 2, 21), "37")


def test_subjects_hold_commas_and_levels(tmp_path: Path) -> None:
    subjects = "POLITICAL CONDITIONS, INSTITUTIONS, MOVEMENTS|LAW--SEA"
    assert one(load(tmp_path, ga(FIVE, subjects=subjects)), "subjects") == subjects


def test_titles_hold_quotes_and_blanks(tmp_path: Path) -> None:
    title = '  On the  "new order", its\nlaw  and \u00e9lan '
    assert one(load(tmp_path, ga(FIVE, title=title)), "title") == 'On the "new order", its law and \u00e9lan'


def test_the_record_number_is_the_only_key(tmp_path: Path) -> None:
    """Two roll calls may share a title, a day, even a symbol."""
    record = load(tmp_path, joined(ga(FIVE), ga(FIVE, undl_id="900003"), ga(FIVE, undl_id="17")))
    assert record.rollcalls["id"].to_list() == ["undl-17", "undl-900001", "undl-900003"]
    assert record.votes.height == 15


def test_rows_of_one_roll_call_need_not_stand_together(tmp_path: Path) -> None:
    header, *rows = joined(ga(FIVE), ga(FIVE, undl_id="17")).splitlines()
    record = load(tmp_path, "\n".join([header, *rows[::2], *rows[1::2]]) + "\n")
    assert record.rollcalls["yes"].to_list() == [2, 2]


def test_marks_of_byte_order_and_lines_of_windows(tmp_path: Path) -> None:
    plain = load(tmp_path, ga(FIVE))
    windows = load(tmp_path, "\ufeff" + ga(FIVE).replace("\n", "\r\n"), "windows.csv")
    assert windows.rollcalls.drop("source").equals(plain.rollcalls.drop("source"))


def test_links_with_a_language(tmp_path: Path) -> None:
    assert load(tmp_path, ga(FIVE, undl_link="https://digitallibrary.un.org/record/900001?ln=en")).votes.height == 5


@pytest.mark.parametrize(
    ("totals", "told"),
    [
        ("3.0,1.0,1.0,1.0,5.0", "prints 3-1-1-1 of 5 members but lists 2-1-1-1 of 5 (yes-no-abstain-absent)"),
        ("2,1,1,1,185", "prints 2-1-1-1 of 185 members but lists 2-1-1-1 of 5 (yes-no-abstain-absent)"),
        ("2,1,,2,", "prints 2-1-?-2 but lists 2-1-1-1 of 5 (yes-no-abstain-absent)"),
    ],
)
def test_printed_totals_that_differ_are_reported_and_kept(tmp_path: Path, totals: str, told: str) -> None:
    record = load(tmp_path, ga(FIVE, totals))
    assert [str(p) for p in record.problems] == [f"A/RES/ES-11/99 (undl-900001): {told}"]
    assert record.rollcalls.select("yes", "printed_yes").row(0) == (2, int(totals[0]))


def test_totals_that_are_not_printed_are_no_problem(tmp_path: Path) -> None:
    record = load(tmp_path, ga(FIVE, ",,,,"))
    assert not record.problems
    assert record.rollcalls.select("yes", "printed_yes").row(0) == (2, None)


def test_a_state_listed_twice_with_two_votes_has_none(tmp_path: Path) -> None:
    record = load(tmp_path, joined(ga(FIVE), ga({"NOR": "N"})))
    assert record.votes.filter(pl.col("state") == "NOR").is_empty()
    assert "NOR is listed more than once with different votes: left out" in str(record.problems[0])


def test_a_state_listed_twice_with_one_vote_has_it(tmp_path: Path) -> None:
    record = load(tmp_path, joined(ga(FIVE), ga({"NOR": "Y", "TCD": "N"})))
    assert record.votes.height == 5
    assert [p.message for p in record.problems] == [
        "NOR is listed more than once with the same vote",
        "TCD is listed more than once with the same vote",
    ]


def test_rows_that_disagree_about_their_roll_call(tmp_path: Path) -> None:
    record = load(
        tmp_path, joined(ga({"NOR": "Y"}, ",,,,"), ga({"TCD": "N"}, ",,,,", date="2031-03-09", resolution="A/RES/1"))
    )
    assert record.rollcalls.select("date", "symbol").row(0) == (date(2031, 3, 4), "A/RES/ES-11/99")
    assert [p.message for p in record.problems] == [
        "its rows give 2 dates; the first is kept",
        "its rows give 2 symbols; the first is kept",
    ]
