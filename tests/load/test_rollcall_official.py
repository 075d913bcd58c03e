"""The Library's own data, where it is at hand: what the loader makes of it is held against counts that others took."""

from pathlib import Path

import polars as pl
import pytest

from kg.load.rollcall import Record, merged, read_record
from kg.load.sessions import session_of
from kg.model import Option

COUNTS = [option.value for option in Option]
# What the README of the data names: one vote each that differs from the official file.
KNOWN = [("MDG", "63"), ("MRT", "37")]


@pytest.fixture(scope="module")
def undl(shared: Path) -> Path:
    return shared / "data/undl"


@pytest.fixture(scope="module")
def assembly(undl: Path) -> Record:
    return read_record(undl / "ga_voting_reconstructed_1946_2025.csv.zst")


@pytest.fixture(scope="module")
def council(undl: Path) -> Record:
    return read_record(undl / "sc_voting_reconstructed_1946_2025.csv.zst")


@pytest.fixture(scope="module")
def wide(undl: Path) -> Record:
    return read_record(undl / "UN_DATA_wide_1946_2022-01.csv.zst")


def test_counts_by_state_and_session_are_those_of_the_official_file(undl: Path, assembly: Record) -> None:
    assert (assembly.rollcalls.height, assembly.votes.height) == (5694, 947434)
    assert not assembly.problems
    counted = (
        assembly.votes.join(assembly.rollcalls.select("id", "session"), left_on="rollcall", right_on="id")
        .group_by("state", "session")
        .agg([(pl.col("option") == name).sum().cast(pl.Int64).alias(f"our_{name}") for name in COUNTS])
    )
    official = pl.read_csv(
        undl / "ga_official_2026_02_06_counts_by_state_session.csv",
        schema_overrides={"session": pl.String},
    ).rename({"non_voting": "absent", "ms_code": "state"})
    both = official.join(counted, on=["state", "session"], how="full", coalesce=True)
    assert both.height == official.height == 14179
    different = both.filter(pl.any_horizontal([pl.col(name).ne_missing(pl.col(f"our_{name}")) for name in COUNTS]))
    assert different.select("state", "session").sort("state").rows() == KNOWN


def test_every_symbol_of_the_assembly_tells_its_session(assembly: Record) -> None:
    told = assembly.rollcalls.select("symbol", "session").rows()
    assert [(symbol, session) for symbol, session in told if session_of(symbol) != session] == []


def test_the_council_s_record_is_whole_and_without_a_veto(council: Record) -> None:
    assert (council.rollcalls.height, council.votes.height) == (2811, 41289)
    assert not council.problems
    assert council.rollcalls["outcome"].unique().to_list() == ["adopted"]
    against = council.votes.filter((pl.col("option") == "no") & pl.col("state").is_in(["USA", "RUS", "SUN", "CHN"]))
    assert against.height > 5  # of permanent members, on questions of procedure: none of them a veto
    assert not council.votes["veto"].any()


def test_what_is_wrong_with_the_wide_file_is_said(wide: Record) -> None:
    assert wide.rollcalls.height == 7855 - 3
    lost = {p.rollcall: p.message for p in wide.problems if p.message.endswith(": left out")}
    assert lost == {
        "undl-3836031": "no symbol: 'MISSING_DATA': left out",
        "undl-724807": "no date: '2011': left out",
        "undl-642010": "no date: '1977': left out",
    }
    unread = {p.rollcall for p in wide.problems if "names no state" in p.message}
    assert unread == {"undl-657498", "undl-626986", "undl-695490", "undl-667648", "undl-635786"}
    # The only totals that are not met are those of the roll calls with a vote that was left out.
    assert {p.rollcall for p in wide.problems if p.message.startswith("prints")} == unread


def test_names_and_codes_tell_the_same_states(assembly: Record, council: Record, wide: Record) -> None:
    """Every vote of the wide file is one of the same state in the long ones, but where the record dropped it."""
    long = pl.concat([assembly.votes, council.votes])
    shared = wide.votes.join(long.select("rollcall").unique(), on="rollcall", how="semi")
    strangers = shared.join(long, on=["rollcall", "state"], how="anti")
    assert sorted(strangers.select("rollcall", "state").rows()) == [
        ("undl-426078", "KIR"),
        ("undl-426078", "NRU"),
        ("undl-426078", "TON"),
    ]


def test_corrections_are_those_that_are_known(undl: Path, assembly: Record, council: Record, wide: Record) -> None:
    whole = merged([assembly, council, wide])
    assert [len(file.bodies) for file in whole.sources] == [2, 1, 1]  # the wide file ends first
    marks = {"Y": "yes", "N": "no", "A": "abstain", "AN": "abstain", "X": "absent", "": None}
    listed = pl.read_csv(undl / "undl_vote_changes_2022_vs_2024.csv", infer_schema=False).select(
        rollcall="undl-" + pl.col("undl_id"),
        state="ms_code",
        before=pl.col("vote_scraped_2022_01").fill_null("").str.to_uppercase().replace_strict(marks),
        after=pl.col("vote_scraped_2024_03").fill_null("").str.to_uppercase().replace_strict(marks),
    )
    changed = set(listed.filter(pl.col("before").ne_missing(pl.col("after"))).rows())
    found = set(whole.corrections.with_columns(pl.col("before", "after").cast(pl.String)).drop("was", "source").rows())
    assert found <= changed
    # The rest: votes that the earlier file lacks, and four that it has in columns which cannot be read.
    assert {(before, state) for _, state, before, _ in changed - found} == {
        (None, "COG"),
        (None, "LAO"),
        ("absent", "DNK"),
        ("absent", "SWE"),
        ("absent", "USA"),
        ("absent", "ZAF"),
    }
    assert len(found) == 97


def test_the_wide_file_of_2025_adds_nothing_to_the_long_ones(undl: Path, assembly: Record, council: Record) -> None:
    recent = read_record(undl / "un_votes_2025_processed.csv")
    assert [str(p) for p in recent.problems] == [
        "un_votes_2025_processed.csv: has no column for Afghanistan, Venezuela: how they voted is not in it"
    ]
    whole = merged([assembly, council])
    both = merged([assembly, council, recent])
    assert both.corrections.is_empty()
    assert both.votes.equals(whole.votes)
    assert both.rollcalls.equals(whole.rollcalls)
