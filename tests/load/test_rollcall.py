"""Roll-call files of several layouts become two tables, or one line that says why not."""

import gzip
from datetime import date
from pathlib import Path

import polars as pl
import pytest
import zstandard
from rollcall_files import FIVE, GA, ga, joined, load, sc, table, votes_of

from kg.errors import RecordError
from kg.load.rollcall import SourceFile, digest_of, read_record
from kg.model import Option


def test_the_assembly_s_layout(tmp_path: Path) -> None:
    record = load(tmp_path, ga(FIVE))
    (row,) = record.rollcalls.iter_rows(named=True)
    assert (row["id"], row["body"], row["session"], row["date"]) == ("undl-900001", "UNGA", "11emsp", date(2031, 3, 4))
    assert (row["symbol"], row["outcome"], row["title"][:10]) == ("A/RES/ES-11/99", "adopted", 'On "peace"')
    assert (row["agenda"], row["meeting"], row["draft"]) == ("An item", "A/PV.1", "")
    assert [row[o.value] for o in Option] == [2, 1, 1, 1]
    assert [row[f"printed_{o.value}"] for o in Option] == [2, 1, 1, 1]
    assert row["printed_states"] == 5
    assert votes_of(record) == {"NOR": "yes", "MLI": "yes", "TCD": "no", "PER": "abstain", "FJI": "absent"}
    assert not record.votes["veto"].any()
    assert not record.problems


def test_a_file_is_known_by_its_bytes(tmp_path: Path) -> None:
    record = load(tmp_path, ga(FIVE), "votes.csv")
    day = date(2031, 3, 4)
    sha256 = digest_of(tmp_path / "votes.csv")
    assert record.sources == (
        SourceFile("votes.csv", sha256, "General Assembly, 2025 and later", ("UNGA",), 1, 5, day, day),
    )
    assert record.rollcalls["source"].to_list() == [sha256]


def test_packed_files_give_the_same_tables(tmp_path: Path) -> None:
    plain = load(tmp_path, ga(FIVE))
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(ga(FIVE).encode()))
    (tmp_path / "a.csv.zst").write_bytes(zstandard.compress(ga(FIVE).encode()))
    for name in ("a.csv.gz", "a.csv.zst"):
        packed = read_record(tmp_path / name)
        assert packed.rollcalls.drop("source").equals(plain.rollcalls.drop("source"))
        assert packed.votes.equals(plain.votes)


def test_the_layout_of_2024_with_its_own_column_names(tmp_path: Path) -> None:
    totals = {"yes": "1", "no": "0", "abstentions": "0", "non-voting": "1", "total-voting": "2"}
    told = {
        "undl_id": "9",
        "resolutions": "A/RES/63/12",
        "title": "T",
        "draft": "A/63/L.9",
        "agenda_titles": "An item",
        "date": "2008-11-01",
        "undl_link": "https://digitallibrary.un.org/record/9",
    }
    header = [*told, *totals, "ms_codes", "ms_names", "ms_votes", "modality", "committee_report", "meeting", "subjects"]
    votes = {"NOR": "Y", "MLI": "NV"}
    rows = [{**told, **totals, "ms_codes": state, "ms_votes": vote} for state, vote in votes.items()]
    record = load(tmp_path, table(header, rows))
    (row,) = record.rollcalls.iter_rows(named=True)
    assert (row["session"], row["yes"], row["absent"], row["printed_states"]) == ("63", 1, 1, 2)
    assert (row["agenda"], row["draft"], row["outcome"]) == ("An item", "A/63/L.9", "adopted")
    assert record.sources[0].layout == "General Assembly, 2024"
    assert not record.problems


def test_the_layout_of_march_2025_has_no_notes_and_leaves_blank_who_did_not_vote(tmp_path: Path) -> None:
    header = [name for name in GA.split(",") if name != "vote_note"]
    told = {"undl_id": "3", "date": "2024-12-19", "session": "79", "resolution": "A/RES/79/210", "title": "T"}
    totals = {"total_yes": "1.0", "total_no": "0.0", "total_abstentions": "0.0", "total_non_voting": "1.0"}
    rows = [{**told, **totals, "ms_code": state, "ms_vote": vote} for state, vote in (("NOR", "Y"), ("VEN", ""))]
    record = load(tmp_path, table(header, [{**row, "undl_link": "https://x.example/record/3"} for row in rows]))
    assert votes_of(record) == {"NOR": "yes", "VEN": "absent"}
    assert not record.problems


def test_a_council_s_file_without_notes_and_modality(tmp_path: Path) -> None:
    whole = pl.read_csv(sc({"NOR": "Y"}, "S/RES/3001(2031)").encode(), infer_schema=False)
    record = load(tmp_path, whole.drop("vote_note", "modality").write_csv())
    assert record.rollcalls.select("body", "session", "title").row(0) == ("UNSC", "2031", "On peace")


def test_the_order_of_columns_and_rows_does_not_matter(tmp_path: Path) -> None:
    first, second = ga(FIVE), ga({"NOR": "N"}, "0,1,0,0,1", undl_id="17", resolution="A/RES/80/5", session="80")
    straight = load(tmp_path, joined(first, second))
    header, *rows = straight_rows = [line.split("\t") for line in _tabbed(joined(first, second))]
    assert len(straight_rows) == 7
    turned = "\n".join("\t".join(reversed(row)) for row in [header, *rows[::-1]])
    other = load(tmp_path, turned, "tabs.tsv")
    assert other.rollcalls.drop("source").equals(straight.rollcalls.drop("source"))
    assert other.votes.equals(straight.votes)


def _tabbed(text: str) -> list[str]:
    return pl.read_csv(text.encode(), infer_schema=False).write_csv(separator="\t").strip().split("\n")


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


def test_the_seat_that_may_veto_is_that_of_the_day(tmp_path: Path) -> None:
    others = ["BRA", "EGY", "MEX", "NLD", "POL", "GBR", "USA"]  # seven of eleven, as the Council was
    votes = dict.fromkeys(others, "Y") | {"SUN": "N", "RUS": "N"}
    record = load(tmp_path, sc(votes, "S/1946/9", date="1946-06-26"))
    assert record.votes.filter("veto")["state"].to_list() == ["SUN"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty"),
        (GA + "\n", "empty"),
        ("a,b\n1,2\n", "not a roll-call file"),
        (GA.replace("ms_vote", "vote") + "\n1\n", "no column ms_vote"),
        (
            ga(FIVE).replace("vote_note", "vote_weight"),
            "unknown column 'vote_weight': General Assembly",
        ),
        (ga(FIVE)[:-120], "cut off"),
        (ga(FIVE)[:-3], "cut off"),
        (ga(FIVE).replace("TCD", ""), "line 4: the row is not complete"),
        (ga({"NOR": "Q"}), "line 2: an unknown vote code 'Q'"),
        (ga({"NOR": "Y", "QQQ": "Y"}), "line 3: unknown state code 'QQQ'"),
        (ga(FIVE).replace("2031-03-04", "4.3.2031"), "no date"),
        (ga(FIVE, date="2031-02-30"), "no date: '2031-02-30'"),
        (ga(FIVE) + "1,2,3" + ",4" * 30 + "\n", "cut off or damaged"),
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


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"nowhere\.csv"):
        read_record(tmp_path / "nowhere.csv")
