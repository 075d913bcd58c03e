"""A later file supersedes an earlier one; what was superseded is kept, and what the later one does not tell stays."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rollcall_files import ASSEMBLY, FIVE, PAGE, ga, joined, load, sc, table, votes_of

from kg.load.rollcall import Record, empty_record, merged, roll_calls
from kg.model import Option
from kg.workspace import Workspace

NAMES = {"NORWAY": "Y", "MALI": "Y", "CHAD": "N", "PERU": "A", "FIJI": "X"}


BAD = (("900001", "2011"), ("900009", "2001-05-05"))


def wide(tmp_path: Path, name: str = "wide.csv", **told: str) -> Record:
    """The roll call of ``ga(FIVE)`` in a wide file: no meeting, no subjects, a title that is cut."""
    row = {**ASSEMBLY, "Date": "2031-03-04", "Resolution": "A/RES/ES-11/99", "token": "900001", **told}
    return load(tmp_path, table([*PAGE, "ABSENT COUNT", *(c for c in told if c not in PAGE)], [row]), name)


def changes(record: Record) -> list[tuple[str, str | None, str | None]]:
    return record.corrections.select("state", "before", "after").rows()


def test_of_a_roll_call_in_two_files_the_later_one_counts(tmp_path: Path) -> None:
    first, second = load(tmp_path, ga(FIVE)), load(tmp_path, ga(FIVE | {"NOR": "N"}, "1,2,1,1,5"), "later.csv")
    whole = merged([first, load(tmp_path, sc({"NOR": "Y"}, "S/RES/3001(2031)"), "sc.csv"), second])
    assert whole.rollcalls["id"].to_list() == ["undl-900001", "undl-900002"]
    assert whole.rollcalls["no"].to_list() == [2, 0]
    (rollcall,) = roll_calls(whole, ["undl-900001", "undl-nowhere"])
    assert dict(rollcall.votes)["NOR"] is Option.NO
    assert (rollcall.body, rollcall.yes) == ("UNGA", 1)
    was, source = first.sources[0].sha256, second.sources[0].sha256
    assert whole.corrections.rows() == [("undl-900001", "NOR", "yes", "no", was, source)]
    assert whole.rollcalls["source"].to_list()[0] == source
    assert [file.name for file in whole.sources] == ["any name.csv", "later.csv", "sc.csv"]


def test_later_is_the_file_that_goes_on_longer_whatever_the_order(tmp_path: Path) -> None:
    old = load(tmp_path, ga(FIVE), "old.csv")
    longer = joined(ga(FIVE | {"NOR": "A"}, "1,1,2,1,5"), ga({"NOR": "Y"}, "1,0,0,0,1", undl_id="7", date="2031-12-01"))
    new = load(tmp_path, longer, "new.csv")
    for order in ([old, new], [new, old]):
        whole = merged(order)
        assert changes(whole) == [("NOR", "yes", "abstain")]
        assert [file.name for file in whole.sources] == ["old.csv", "new.csv"]


def test_a_vote_that_the_later_file_no_longer_lists_is_taken_back(tmp_path: Path) -> None:
    fewer = {state: vote for state, vote in FIVE.items() if state != "FJI"}
    whole = merged([load(tmp_path, ga(FIVE)), load(tmp_path, ga(fewer, "2,1,1,0,4"), "later.csv")])
    assert "FJI" not in votes_of(whole)
    assert changes(whole) == [("FJI", "absent", None)]
    assert whole.rollcalls["absent"].to_list() == [0]


def test_a_vote_that_is_new_corrects_nothing(tmp_path: Path) -> None:
    more = FIVE | {"DNK": "Y"}
    whole = merged([load(tmp_path, ga(FIVE)), load(tmp_path, ga(more, "3,1,1,1,6"), "later.csv")])
    assert votes_of(whole)["DNK"] == "yes"
    assert not changes(whole)


def test_problems_of_a_roll_call_that_comes_anew_are_found_anew(tmp_path: Path) -> None:
    wrong, right = load(tmp_path, ga(FIVE, "9,1,1,1,5")), load(tmp_path, ga(FIVE), "right.csv")
    assert wrong.problems
    assert not merged([wrong, right]).problems


def test_a_roll_call_that_could_not_be_read_is_no_problem_once_another_file_has_it(tmp_path: Path) -> None:
    bad = table([*PAGE, "ABSENT COUNT", "NORWAY"], [{**ASSEMBLY, "token": n, "Date": d, "NORWAY": "Y"} for n, d in BAD])
    whole = merged([load(tmp_path, bad, "bad.csv"), load(tmp_path, ga(FIVE), "good.csv")])
    assert [p.rollcall for p in whole.problems if "left out" in p.message] == []


def test_a_wide_file_corrects_votes_and_erases_nothing(tmp_path: Path) -> None:
    long = load(tmp_path, ga(FIVE))
    votes = {name: vote for name, vote in NAMES.items() if name != "FIJI"} | {"NORWAY": "N"}
    whole = merged([long, wide(tmp_path, **votes)])
    assert votes_of(whole) == {"FJI": "absent", "MLI": "yes", "NOR": "no", "PER": "abstain", "TCD": "no"}
    assert changes(whole) == [("NOR", "yes", "no")]
    before, after = (record.rollcalls.row(0, named=True) for record in (long, whole))
    for name in ("title", "agenda", "subjects", "meeting", "symbol", "date", "session"):
        assert after[name] == before[name]
    assert (after["yes"], after["no"], after["absent"]) == (1, 2, 1)
    assert after["source"] == whole.sources[1].sha256


def test_a_wide_file_that_changes_nothing_leaves_the_roll_call_to_the_earlier_one(tmp_path: Path) -> None:
    long = load(tmp_path, ga(FIVE))
    whole = merged([long, wide(tmp_path, **NAMES)])
    assert whole.rollcalls.equals(long.rollcalls)
    assert whole.votes.equals(long.votes)
    assert len(whole.sources) == 2


def test_a_long_file_after_a_wide_one_fills_what_was_missing(tmp_path: Path) -> None:
    whole = merged([wide(tmp_path, **NAMES | {"FIJI": "Y"}), load(tmp_path, ga(FIVE))])
    assert changes(whole) == [("FJI", "yes", "absent")]
    assert whole.rollcalls.select("meeting", "title").row(0) == ("A/PV.1", 'On "peace" : resolution / adopted')


def test_what_the_later_file_leaves_empty_is_taken_from_the_earlier(tmp_path: Path) -> None:
    later = ga(FIVE, meeting="", subjects="", title="On peace, as amended")
    whole = merged([load(tmp_path, ga(FIVE)), load(tmp_path, later, "later.csv")])
    told = whole.rollcalls.select("meeting", "subjects", "title").row(0)
    assert told == ("A/PV.1", "PEACE|LAW--SEA", "On peace, as amended")


def test_a_title_that_is_cut_gives_way_to_a_whole_one(tmp_path: Path) -> None:
    cut, fuller = wide(tmp_path, **NAMES), wide(tmp_path, "fuller.csv", Title="On the law of the sea", **NAMES)
    for order in ([cut, fuller], [fuller, cut]):
        assert merged(order).rollcalls["title"].to_list() == ["On the law of the sea"]


def test_a_veto_may_come_to_light_when_files_are_joined(tmp_path: Path) -> None:
    nine = dict.fromkeys(["DZA", "GUY", "KOR", "SLE", "SVN", "PAN", "SOM", "DNK", "GRC"], "Y")
    lacking = load(tmp_path, sc(nine | {"RUS": "N", "DZA": "A"}, "S/2031/77"))
    whole = merged([lacking, load(tmp_path, sc(nine | {"RUS": "N"}, "S/2031/77"), "later.csv")])
    assert whole.rollcalls["outcome"].to_list() == ["vetoed"]
    assert whole.votes.filter("veto")["state"].to_list() == ["RUS"]


def test_nothing_added_changes_nothing(tmp_path: Path) -> None:
    record = load(tmp_path, ga(FIVE))
    assert merged([empty_record(), record]) is record
    assert merged([]).rollcalls.is_empty()


VOTES = st.dictionaries(
    st.sampled_from(["NOR", "MLI", "TCD", "PER", "FJI", "SUN"]), st.sampled_from("YNAX"), min_size=1
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(VOTES, min_size=1, max_size=6), st.randoms())
def test_a_record_in_pieces_is_the_record(tmp_path: Path, ballots: list[dict[str, str]], random: Random) -> None:
    pieces = [ga(votes, ",,,,", undl_id=str(n), date=f"2031-01-{n:02}") for n, votes in enumerate(ballots, 1)]
    whole = load(tmp_path, joined(*pieces))
    shuffled = random.sample(pieces, len(pieces))
    parts = merged(load(tmp_path, piece, f"{n}.csv") for n, piece in enumerate(shuffled))
    assert parts.rollcalls.drop("source").equals(whole.rollcalls.drop("source"))
    assert parts.votes.equals(whole.votes)
    assert merged([whole, whole]).votes.equals(whole.votes)
    assert parts.corrections.is_empty()


# --------------------------------------------------------------------------- in a workspace


def test_a_workspace_keeps_corrections_and_sources(tmp_path: Path) -> None:
    space = Workspace.create(tmp_path / "ws")
    space.add_record(load(tmp_path, ga(FIVE), "first.csv"))
    space.add_record(load(tmp_path, ga(FIVE | {"NOR": "N"}, "1,2,1,1,5"), "second.csv"))
    again = Workspace.open(tmp_path / "ws").record()
    assert changes(again) == [("NOR", "yes", "no")]
    assert [file.name for file in again.sources] == ["first.csv", "second.csv"]
    assert votes_of(again)["NOR"] == "no"


@pytest.mark.parametrize("once_more", [("first",), ("second",), ("first", "second"), ("second", "first")])
def test_a_file_that_is_loaded_twice_adds_nothing(tmp_path: Path, once_more: tuple[str, ...]) -> None:
    files = {
        "first": load(tmp_path, ga(FIVE), "first.csv"),
        "second": load(tmp_path, ga(FIVE | {"NOR": "N"}, "9,2,1,1,5"), "second.csv"),
    }
    space = Workspace.create(tmp_path / "ws")
    for record in files.values():
        space.add_record(record)
    before = {path.name: path.read_bytes() for path in (tmp_path / "ws/records").iterdir()}
    space.add_record(merged(files[name] for name in once_more))
    assert {path.name: path.read_bytes() for path in (tmp_path / "ws/records").iterdir()} == before


def test_across_loads_the_last_one_counts_whatever_its_days(tmp_path: Path) -> None:
    space = Workspace.create(tmp_path / "ws")
    longer = joined(ga(FIVE), ga({"NOR": "Y"}, "1,0,0,0,1", undl_id="7", date="2031-12-01"))
    space.add_record(load(tmp_path, longer, "longer.csv"))
    space.add_record(load(tmp_path, ga(FIVE | {"NOR": "A"}, "1,1,2,1,5"), "correction.csv"))
    assert changes(space.record()) == [("NOR", "yes", "abstain")]
    assert space.record().rollcalls.height == 2
