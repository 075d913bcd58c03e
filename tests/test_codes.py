import csv

import pytest

from kg import codes
from kg.config import DATA


def test_every_member_state_is_there():
    members = [s for s in codes.states().values() if s.status == "member"]
    assert len(members) == 193
    assert sum(s.p5 for s in members) == 5
    assert all(len(s.iso3) == 3 and s.wikidata.startswith("Q") and s.m49 for s in members)


def test_those_that_act_without_being_members_have_a_code():
    assert {"PSE", "VAT", "XKX", "TWN", "COK", "NIU", "ESH"} <= codes.states().keys()


@pytest.mark.parametrize(
    ("code", "heir"), [("SUN", "RUS"), ("DDR", "DEU"), ("CSK", "SVK"), ("YMD", "YEM"), ("SCG", "MNE")]
)
def test_a_former_state_names_its_heirs_and_its_years(code, heir):
    state = codes.states()[code]
    assert heir in state.successors
    assert state.start
    assert state.end
    assert state.start < state.end


@pytest.mark.parametrize(
    ("bloc", "size"),
    [
        ("EU", 27),
        ("NATO", 32),
        ("AU", 55),
        ("G7", 7),
        ("P5", 5),
        ("P5+1", 6),
        ("Arab League", 22),
        ("ASEAN", 11),
        ("UN", 193),
    ],
)
def test_blocs_have_their_members(bloc, size):
    assert len(codes.members(bloc)) == size


def test_an_unknown_bloc_has_no_members():
    assert codes.members("Atlantis") == frozenset()


@pytest.mark.parametrize(
    ("code", "size"), [("UNGA", 193), ("UNSC", 15), ("UNHRC", 47), ("IAEA-BoG", 35), ("OPCW", 193)]
)
def test_bodies_and_voting_organisations_have_a_size(code, size):
    found = codes.body(code)
    assert found is not None
    assert found.size == size


def test_labels_are_common_names_and_an_unknown_code_is_its_own():
    assert codes.label("TUR") == "Türkiye"
    assert codes.label("UNSC") == "United Nations Security Council"
    assert codes.label("Q") == "Q"


def test_no_code_stands_for_two_things():
    registers = (codes.states(), codes.bodies(), codes.organizations())
    assert len({c for r in registers for c in r}) == sum(len(r) for r in registers)


def test_a_parent_is_a_known_code():
    known = {*codes.bodies(), *codes.organizations()}
    assert {b.parent for b in codes.bodies().values() if b.parent} <= known


def test_officials_represent_somebody_known():
    known = {*codes.states(), *codes.bodies(), *codes.organizations()}
    assert {o.represents for o in codes.officials()} <= known
    assert {o.gender for o in codes.officials()} == {"f", "m"}
    assert {o.surname_enough for o in codes.officials()} == {"yes", "year", "no"}
    assert len({o.name for o in codes.officials()}) > 250


@pytest.mark.parametrize(
    ("name", "year", "full"),
    [
        ("Zelensky", None, "Volodymyr Zelenskyy"),
        ("Volodymyr Zelenskiy", 2023, "Volodymyr Zelenskyy"),
        ("Vassily Nebenzia", None, "Vassily Nebenzya"),
        ("Antonio Guterres", None, "António Guterres"),
        ("Dorothy Camille Shea", None, "Dorothy Shea"),
        ("Bush", 2003, "George W. Bush"),
        ("Bush", 1990, "George H. W. Bush"),
        ("George Bush", 2003, "George W. Bush"),
        ("Rice", 2006, "Condoleezza Rice"),
        ("Rice", 2011, "Susan Rice"),
        ("Gromyko", 1950, "Andrei Gromyko"),
    ],
)
def test_a_name_in_any_spelling_finds_the_official(name, year, full):
    found = codes.known_official(name, year)
    assert found is not None
    assert found.name == full


@pytest.mark.parametrize(
    ("name", "year"),
    [("Bush", None), ("George Bush", None), ("Johnson", None), ("Kim", 2020), ("May", 2017), ("Nobody", 2000)],
)
def test_a_surname_that_many_bear_finds_nobody(name, year):
    assert codes.known_official(name, year) is None


def test_nobody_is_known_before_the_first_post():
    assert codes.known_official("Macron", 1990) is None


def test_the_post_is_that_of_the_year():
    lavrov = codes.known_official("Lavrov", 1999)
    assert lavrov is not None
    assert lavrov.post == "Permanent Representative to the United Nations"
    assert codes.known_official("Lavrov", 2020).post == "Foreign Minister"


@pytest.mark.parametrize("name", [path.name for path in sorted(DATA.glob("*.csv"))])
def test_registers_are_rectangular(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert {len(row) for row in rows} == {len(rows[0])}


def test_names_are_compared_without_accents_points_and_hyphens():
    assert codes.name_key("S. Jaishankar") == codes.name_key("S Jaishankar")
    assert codes.name_key("Ban Ki-moon") == "ban ki moon"
    assert codes.name_key("Støre") == "store"
