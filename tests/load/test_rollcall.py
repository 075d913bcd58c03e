"""Roll-call files of several layouts become two tables, or one line that says why not."""

import gzip
from datetime import date
from pathlib import Path

import polars as pl
import pytest
import zstandard

from kg.errors import RecordError
from kg.load.rollcall import Record, merged, read_record, roll_calls
from kg.model import Option

GA = (
    "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,subjects,"
    "vote_note,total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link"
)
SC = (
    "undl_id,ms_code,ms_name,permanent_member,ms_vote,date,resolution,draft,meeting,description,agenda,subjects,vote_note,"
    "total_yes,total_no,total_abstentions,total_non_voting,total_ms,modality,undl_link"
)


def ga(votes: dict[str, str], totals: str = "2.0,1.0,1.0,1.0,5.0", number: str = "900001") -> str:
    rows = [
        f'{number},{code},NAME,{vote},2031-03-04,11emsp,A/RES/ES-11/99,,,A/PV.1,"On ""peace"" : resolution / adopted",'
        f"An item,PEACE|LAW--SEA,,{totals},https://digitallibrary.un.org/record/{number}"
        for code, vote in votes.items()
    ]
    return "\n".join([GA, *rows]) + "\n"


def sc(votes: dict[str, str], symbol: str, number: str = "900002") -> str:
    rows = [
        f"{number},{code},NAME,False,{vote},2031-03-05,{symbol},,S/PV.1,On peace,,,,,,,,,,"
        f"https://digitallibrary.un.org/record/{number}"
        for code, vote in votes.items()
    ]
    return "\n".join([SC, *rows]) + "\n"


FIVE = {"NOR": "Y", "mli": "y", "TCD": "N", "PER": "A", "FJI": "X"}


def load(tmp_path: Path, text: str, name: str = "any name.csv") -> Record:
    (tmp_path / name).write_text(text, "utf-8")
    return read_record(tmp_path / name)


def test_the_assembly_s_layout(tmp_path: Path) -> None:
    record = load(tmp_path, ga(FIVE))
    (row,) = record.rollcalls.iter_rows(named=True)
    assert (row["id"], row["body"], row["session"], row["date"]) == ("undl-900001", "UNGA", "11emsp", date(2031, 3, 4))
    assert (row["symbol"], row["outcome"], row["title"][:10]) == ("A/RES/ES-11/99", "adopted", 'On "peace"')
    assert [row[o.value] for o in Option] == [2, 1, 1, 1]
    assert [row[f"printed_{o.value}"] for o in Option] == [2, 1, 1, 1]
    votes = dict(record.votes.select("state", "option").iter_rows())
    assert votes == {"NOR": "yes", "MLI": "yes", "TCD": "no", "PER": "abstain", "FJI": "absent"}
    assert not record.votes["veto"].any()
    assert not record.problems


def test_packed_files_give_the_same_tables(tmp_path: Path) -> None:
    plain = load(tmp_path, ga(FIVE))
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(ga(FIVE).encode()))
    (tmp_path / "a.csv.zst").write_bytes(zstandard.compress(ga(FIVE).encode()))
    for name in ("a.csv.gz", "a.csv.zst"):
        packed = read_record(tmp_path / name)
        assert packed.rollcalls.drop("source").equals(plain.rollcalls.drop("source"))
        assert packed.votes.equals(plain.votes)


def test_the_layout_of_2024_with_its_own_column_names(tmp_path: Path) -> None:
    text = (
        "undl_id,ms_codes,ms_names,ms_votes,resolutions,title,date,yes,no,abstentions,non-voting,total-voting\n"
        "1,NOR,NORWAY,Y,A/RES/63/12,T,2008-11-01,1,0,0,1,2\n1,MLI,MALI,NV,A/RES/63/12,T,2008-11-01,1,0,0,1,2\n"
    )
    (row,) = load(tmp_path, text).rollcalls.iter_rows(named=True)
    assert (row["session"], row["yes"], row["absent"]) == ("63", 1, 1)


def test_a_no_of_a_permanent_member_is_a_veto_only_where_the_draft_failed_for_it(tmp_path: Path) -> None:
    others = ["DZA", "GUY", "KOR", "SLE", "SVN", "PAN", "SOM", "DNK", "GRC"]
    nine = dict.fromkeys(others, "Y") | {"RUS": "N", "CHN": "A"}
    vetoed = load(tmp_path, sc(nine, "S/2031/77"))
    assert vetoed.votes.filter("veto")["state"].to_list() == ["RUS"]
    assert vetoed.rollcalls["outcome"].to_list() == ["vetoed"]
    assert vetoed.rollcalls["session"].to_list() == ["2031"]
    adopted = load(tmp_path, sc(nine, "S/RES/3001(2031)"))  # a question of procedure
    assert adopted.rollcalls["outcome"].to_list() == ["adopted"]
    assert not adopted.votes["veto"].any()
    lacking = load(tmp_path, sc(nine | {"DZA": "A"}, "S/2031/78"))
    assert lacking.rollcalls["outcome"].to_list() == ["rejected"]
    assert not lacking.votes["veto"].any()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        (GA + "\n", "empty"),
        ("a,b\n1,2\n", "not a roll-call file"),
        (GA.replace("ms_vote", "vote") + "\n1\n", "no column ms_vote"),
        (ga(FIVE)[:-120], "cut off"),
        (ga(FIVE)[:-3], "cut off"),
        (ga({"NOR": "Q"}), "line 2: an unknown vote code 'Q'"),
        (ga({"NOR": "Y", "QQQ": "Y"}), "line 3: unknown state code 'QQQ'"),
        (ga(FIVE).replace("2031-03-04", "4.3.2031"), "no date"),
    ],
)
def test_what_cannot_be_read_is_one_line(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(RecordError, match=words) as caught:
        load(tmp_path, text)
    assert "\n" not in str(caught.value)
    assert "any name.csv" in str(caught.value)


def test_a_packed_file_that_is_cut_off(tmp_path: Path) -> None:
    (tmp_path / "a.csv.zst").write_bytes(zstandard.compress(ga(FIVE).encode() * 50)[:-20])
    with pytest.raises(RecordError, match="cut off or damaged"):
        read_record(tmp_path / "a.csv.zst")


def test_printed_totals_that_differ_are_reported_and_kept(tmp_path: Path) -> None:
    record = load(tmp_path, ga(FIVE, totals="3.0,1.0,1.0,1.0,6.0"))
    assert [str(p) for p in record.problems] == [
        "A/RES/ES-11/99 (undl-900001): prints 3-1-1-1 of 6 members but lists 2-1-1-1 of 5 (yes-no-abstain-absent)"
    ]
    assert record.rollcalls.select("yes", "printed_yes").row(0) == (2, 3)


def test_a_state_listed_twice(tmp_path: Path) -> None:
    line = ga({"NOR": "N"}).splitlines()[1]
    record = load(tmp_path, ga(FIVE) + line + "\n")
    assert record.votes.filter(pl.col("state") == "NOR").is_empty()
    assert "NOR is listed more than once with different votes" in str(record.problems[0])


def test_merging_keeps_the_later_of_two(tmp_path: Path) -> None:
    first, second = load(tmp_path, ga(FIVE)), load(tmp_path, ga(FIVE | {"NOR": "N"}, totals="1,2,1,1,5"))
    whole = merged([first, load(tmp_path, sc({"NOR": "Y"}, "S/RES/3001(2031)")), second])
    assert whole.rollcalls["id"].to_list() == ["undl-900001", "undl-900002"]
    assert whole.rollcalls["no"].to_list() == [2, 0]
    (rollcall,) = roll_calls(whole, ["undl-900001", "undl-nowhere"])
    assert dict(rollcall.votes)["NOR"] is Option.NO
    assert (rollcall.body, rollcall.yes) == ("UNGA", 1)


def test_the_whole_record_agrees_with_the_counts_of_the_official_file(shared: Path) -> None:
    record = read_record(shared / "data/undl/sc_voting_reconstructed_1946_2025.csv.zst")
    assert (record.rollcalls.height, record.votes.height) == (2811, 41289)
    assert not record.problems


@pytest.mark.slow
def test_the_assembly_s_record_against_the_yardstick(shared: Path) -> None:
    undl = shared / "data/undl"
    record = read_record(undl / "ga_voting_reconstructed_1946_2025.csv.zst")
    assert (record.rollcalls.height, record.votes.height) == (5694, 947434)
    counted = (
        record.votes.join(record.rollcalls.select("id", "session"), left_on="rollcall", right_on="id")
        .group_by("state", "session")
        .agg([(pl.col("option") == o.value).sum().alias(o.value) for o in Option])
    )
    official = pl.read_csv(undl / "ga_official_2026_02_06_counts_by_state_session.csv", infer_schema_length=None)
    both = official.with_columns(pl.col("session").cast(pl.String)).join(
        counted, left_on=["ms_code", "session"], right_on=["state", "session"], suffix="_ours"
    )
    assert both.height == official.height == 14179
    different = both.filter((pl.col("yes") != pl.col("yes_ours")) | (pl.col("no") != pl.col("no_ours")))
    assert different.height <= 2  # known differences of the reconstruction
