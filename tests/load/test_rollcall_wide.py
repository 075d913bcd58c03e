"""Wide files, a row per roll call and a column per state: what they tell is read, what they do not tell is left out."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from rollcall_files import ASSEMBLY, PAGE, load, table, votes_of

from kg.errors import RecordError
from kg.load.rollcall import Record


def by_name(*rows: Mapping[str, str]) -> str:
    """A file with a column per name, as it came in 2022: with a byte order mark, and ABSENT for the abstentions."""
    columns = [name for row in rows for name in row if name not in PAGE]
    header = [*PAGE, "ABSENT COUNT", *(c for c in dict.fromkeys(columns) if c != "ABSENT COUNT")]
    return "\ufeff" + table(header, [{**ASSEMBLY, **row} for row in rows], "\r\n")


def by_code(*rows: Mapping[str, str], body: str = "General Assembly", day: str = "2025-05-05") -> str:
    """A file with a column per code, as it came in 2025; of those who did not vote the cells are empty."""
    columns = [name for row in rows for name in row if name not in PAGE]
    header = [*PAGE, "ABSTAIN COUNT", "tags", *(c for c in dict.fromkeys(columns) if c != "ABSTAIN COUNT")]
    told = {**ASSEMBLY, "Council": body, "Date": day, "Resolution": "A/RES/79/300", "tags": "LAW, SEA"}
    return table(header, [{**told, **row} for row in rows])


def messages(record: Record) -> list[str]:
    return [problem.message for problem in record.problems]


def test_names_are_read_as_the_library_writes_them(tmp_path: Path) -> None:
    votes = {"USSR": "Y", "GERMANY, FEDERAL REPUBLIC OF": "A", "COTE D’IVOIRE": "N", " CHILE": "y", "TÜRKÝYE": "X"}
    totals = {"TOTAL VOTES": "5", "NO-VOTE COUNT": "1", "NO COUNT": "1", "YES COUNT": "2", "ABSENT COUNT": "1"}
    record = load(tmp_path, by_name({**votes, **totals}))
    assert votes_of(record) == {"CHL": "yes", "CIV": "no", "GER": "abstain", "SUN": "yes", "TUR": "absent"}
    (row,) = record.rollcalls.iter_rows(named=True)
    assert (row["id"], row["body"], row["symbol"], row["session"]) == ("undl-500", "UNGA", "A/RES/43/18", "43")
    assert (row["date"], row["printed_abstain"], row["printed_absent"]) == (date(1988, 12, 6), 1, 1)
    assert record.sources[0].layout == "wide, a column per name"
    assert not [m for m in messages(record) if "prints" in m]


def test_an_empty_cell_says_nothing_where_the_file_marks_those_who_did_not_vote(tmp_path: Path) -> None:
    assert votes_of(load(tmp_path, by_name({"NORWAY": "Y", "PERU": ""}))) == {"NOR": "yes"}


@pytest.mark.parametrize("column", ["DONOTKNOW", "AY DENMARK", "Aa UNITED STATES"])
def test_a_column_that_names_no_state_for_certain_is_reported(tmp_path: Path, column: str) -> None:
    record = load(tmp_path, by_name({"NORWAY": "Y", column: "X"}))
    assert votes_of(record) == {"NOR": "yes"}
    assert f"the column '{column}' names no state: its vote X is left out" in messages(record)


def test_a_column_of_other_things_is_passed_over(tmp_path: Path) -> None:
    record = load(tmp_path, by_name({"NORWAY": "Y", "remark": "as amended"}))
    assert not [m for m in messages(record) if "remark" in m]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"Date": "2011"}, "no date: '2011': left out"),
        ({"Date": ""}, "no date: '': left out"),
        ({"Resolution": "MISSING_DATA"}, "no symbol: 'MISSING_DATA': left out"),
        ({"Council": "Parliament"}, "a body that is not known: left out"),
        ({"token": ""}, "no record number: left out"),
        ({"NORWAY": "Q"}, "an unknown vote mark 'Q' of NORWAY: left out"),
        ({"token": "500"}, "a second row of this roll call: left out"),
    ],
)
def test_a_bad_row_costs_its_own_roll_call_only(tmp_path: Path, row: dict[str, str], why: str) -> None:
    record = load(tmp_path, by_name({"NORWAY": "Y"}, {"token": "501", "NORWAY": "N", **row}))
    assert record.rollcalls["id"].to_list() == ["undl-500"]
    assert votes_of(record) == {"NOR": "yes"}
    assert why in messages(record)


def test_of_two_rows_of_one_roll_call_the_one_that_can_be_read_counts(tmp_path: Path) -> None:
    record = load(tmp_path, by_name({"Date": "2011", "NORWAY": "Y"}, {"NORWAY": "N"}))
    assert votes_of(record) == {"NOR": "no"}
    assert [m for m in messages(record) if "left out" in m] == ["no date: '2011': left out"]


def test_a_file_without_one_good_row_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"no roll call in it can be read: A/RES/43/18 \(undl-500\): no date: '2011'"):
        load(tmp_path, by_name({"Date": "2011", "NORWAY": "Y"}))


def test_one_state_in_two_columns(tmp_path: Path) -> None:
    record = load(tmp_path, by_name({"BURMA": "Y", "MYANMAR": "N"}))
    assert record.votes.is_empty()
    assert "MMR is listed more than once with different votes: left out" in messages(record)


def test_two_drafts_with_one_symbol_are_two_roll_calls_of_unknown_outcome(tmp_path: Path) -> None:
    draft = {"Resolution": "A/76/L.14", "Date": "2021-12-01", "NORWAY": "Y"}
    record = load(tmp_path, by_name({**draft, "token": "1"}, {**draft, "token": "2"}))
    assert record.rollcalls.select("id", "session", "outcome").rows() == [
        ("undl-1", "76", None),
        ("undl-2", "76", None),
    ]


COUNTED = {"YES COUNT": "001", "NO COUNT": "000", "ABSTAIN COUNT": "000"}


def test_an_empty_cell_of_a_member_of_the_assembly_is_an_absence(tmp_path: Path) -> None:
    record = load(tmp_path, by_code({"NOR": "YES", "PER": "", **COUNTED}))
    assert votes_of(record) == {"NOR": "yes", "PER": "absent"}
    assert record.rollcalls["printed_yes"].to_list() == [1]


def test_an_empty_cell_of_who_was_no_member_says_nothing(tmp_path: Path) -> None:
    """Switzerland joined in 2002; the Council of 2025 had neither Peru nor Norway among its members."""
    before = load(tmp_path, by_code({"NOR": "YES", "CHE": "", **COUNTED}, day="1999-05-05"))
    assert votes_of(before) == {"NOR": "yes"}
    told = {"Resolution": "S/RES/2768(2025)", "DNK": "YES", "PER": "", "NOR": "", "SOM": "", **COUNTED}
    assert votes_of(load(tmp_path, by_code(told, body="Security Council"))) == {"DNK": "yes", "SOM": "absent"}


def test_where_votes_are_lost_an_empty_cell_may_be_one_of_them(tmp_path: Path) -> None:
    record = load(tmp_path, by_code({"NOR": "YES", "PER": "", **COUNTED, "YES COUNT": "002"}))
    assert votes_of(record) == {"NOR": "yes"}
    assert any(m.startswith("prints 2-0-0-") for m in messages(record))


def test_members_without_a_column_are_named_once(tmp_path: Path) -> None:
    rows = [{"token": str(n), "DNK": "YES", "SOM": "ABSTAIN", **COUNTED, "ABSTAIN COUNT": "1"} for n in (1, 2)]
    told = {"Resolution": "S/RES/2768(2025)"}
    record = load(tmp_path, by_code(*({**row, **told} for row in rows), body="Security Council"), "w.csv")
    (problem,) = record.problems
    assert str(problem) == (
        "w.csv: has no column for Algeria, China, France, Greece, Guyana, Pakistan, Panama, Russia, Sierra Leone, "
        "Slovenia and 3 more: how they voted is not in it"
    )


def test_a_file_cut_in_a_row_takes_no_silence_for_an_absence(tmp_path: Path) -> None:
    row = {"NOR": "YES", "PER": "YES", "FJI": "", **COUNTED, "YES COUNT": "2"}
    text = by_code(row, {**row, "token": "501"})
    record = load(tmp_path, text[: text.rindex("YES")].rstrip(","))
    assert record.votes.filter(rollcall="undl-501").select("state", "option").rows() == [("NOR", "yes")]
    assert any("undl-501" in str(p) and "prints 2-" in str(p) for p in record.problems)
