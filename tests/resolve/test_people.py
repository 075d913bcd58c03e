from datetime import date
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from kg.ids import ID
from kg.model import Actor, ActorKind, Decision, Evidence, Judgement, Reading, Span, Tenure
from kg.resolve.names import compare_names
from kg.resolve.people import resolve_people


def reading(document, *named):
    """A reading in which these officials are named: (name, code or None)."""
    evidence = Evidence(Span(0, 1), "x", "test", 1.0)
    tenures = tuple(
        Tenure(name, evidence, represents=Actor(ActorKind.STATE, code) if code else None) for name, code in named
    )
    return Reading(document, "test", tenures=tenures)


def one(people, *uses):
    """Whether these (document, name) are one official."""
    return len({people.iris[use] for use in uses}) == 1


def decided(people, decision):
    return [j for j in people.judgements if j.decision is decision]


def judgement(left, right, decision):
    return Judgement(left, right, decision, 1.0, "I know them", "A. Reader", date(2026, 1, 1))


def test_transliterations_of_one_name_are_one_official():
    people = resolve_people(
        [
            reading("a", ("Volodymyr Zelensky", "UKR"), ("Vassily Nebenzya", "RUS")),
            reading("b", ("Volodymyr Zelenskyy", "UKR"), ("Vasily Nebenzia", "RUS")),
            reading("c", ("Zelenskiy", None)),
        ]
    )
    assert one(people, ("a", "Volodymyr Zelensky"), ("b", "Volodymyr Zelenskyy"), ("c", "Zelenskiy"))
    assert one(people, ("a", "Vassily Nebenzya"), ("b", "Vasily Nebenzia"))
    assert people.canonical["a", "Volodymyr Zelensky"] == "Volodymyr Zelenskyy"
    assert people.slug("c", "Zelenskiy") == "volodymyr-zelenskyy"
    assert all(0 < j.score <= 1 and j.reason and j.author.startswith("onrecord@") for j in people.judgements)


def test_names_that_no_register_lists_are_compared():
    people = resolve_people(
        [
            reading("a", ("Serhii Kovalchenko", "UKR")),
            reading("b", ("Serhiy Kovalchenko", "UKR"), ("Petro Koval", "UKR")),
        ]
    )
    assert one(people, ("a", "Serhii Kovalchenko"), ("b", "Serhiy Kovalchenko"))
    assert not one(people, ("a", "Serhii Kovalchenko"), ("b", "Petro Koval"))


def test_a_middle_name_may_be_missing():
    people = resolve_people([reading("a", ("Dorothy Shea", "USA")), reading("b", ("Dorothy Camille Shea", "USA"))])
    assert one(people, ("a", "Dorothy Shea"), ("b", "Dorothy Camille Shea"))


def test_the_register_keeps_apart_what_looks_alike():
    people = resolve_people([reading("a", ("George H. W. Bush", "USA")), reading("b", ("George W. Bush", "USA"))])
    assert not one(people, ("a", "George H. W. Bush"), ("b", "George W. Bush"))


def test_a_name_that_two_bore_is_left_open_until_the_year_tells():
    readings = [reading("a", ("George Bush", "USA")), reading("b", ("George W. Bush", "USA"))]
    open_question = resolve_people(readings)
    assert not one(open_question, ("a", "George Bush"), ("b", "George W. Bush"))
    assert decided(open_question, Decision.UNSURE)
    assert one(resolve_people(readings, years={"a": 2003}), ("a", "George Bush"), ("b", "George W. Bush"))
    assert not one(resolve_people(readings, years={"a": 1990}), ("a", "George Bush"), ("b", "George W. Bush"))


def test_two_people_of_one_name_have_two_iris():
    people = resolve_people([reading("a", ("John Smith", "AUS")), reading("b", ("John Smith", "CAN"))])
    assert not one(people, ("a", "John Smith"), ("b", "John Smith"))
    assert people.slug("a", "John Smith") == "john-smith-aus"


def test_alike_names_of_two_states_stay_apart():
    people = resolve_people([reading("a", ("Ivan Petrov", "RUS")), reading("b", ("Ivan Petroff", "BGR"))])
    assert not one(people, ("a", "Ivan Petrov"), ("b", "Ivan Petroff"))


def test_an_envoy_of_the_soviet_union_may_be_one_of_russia():
    people = resolve_people([reading("a", ("Oleg Ivanenko", "SUN")), reading("b", ("Oleg Ivanenko", "RUS"))])
    assert one(people, ("a", "Oleg Ivanenko"), ("b", "Oleg Ivanenko"))


def test_a_bare_surname_joins_only_where_it_is_clear():
    clear = resolve_people([reading("a", ("Jane Okafor", "NGA")), reading("b", ("Okafor", "NGA"))])
    assert one(clear, ("a", "Jane Okafor"), ("b", "Okafor"))
    unclear = resolve_people(
        [reading("a", ("Jane Okafor", "NGA"), ("Peter Okafor", "NGA")), reading("b", ("Okafor", "NGA"))]
    )
    assert not one(unclear, ("a", "Jane Okafor"), ("b", "Okafor"))
    assert decided(unclear, Decision.UNSURE)
    elsewhere = resolve_people([reading("a", ("Jane Okafor", "NGA")), reading("b", ("Okafor", "GHA"))])
    assert not one(elsewhere, ("a", "Jane Okafor"), ("b", "Okafor"))


def test_a_person_overrides_and_undoes():
    readings = [reading("a", ("Serhii Kovalchenko", "UKR")), reading("b", ("Serhiy Kovalchenko", "UKR"))]
    uses = ("a", "Serhii Kovalchenko"), ("b", "Serhiy Kovalchenko")
    left, right = (f"{ID}official/serh{end}-kovalchenko" for end in ("ii", "iy"))
    no = judgement(left, right, Decision.DIFFERENT)
    assert not one(resolve_people(readings, [no]), *uses)
    undo = judgement(right, left, Decision.UNSURE)
    assert one(resolve_people(readings, [no, undo]), *uses)
    assert not one(resolve_people(readings, [no, undo, no]), *uses)


def test_a_person_may_join_what_no_rule_would():
    readings = [reading("a", ("Jan Novak", "CZE")), reading("b", ("Johannes Neumann", "DEU"))]
    yes = judgement("Jan Novak", "Johannes Neumann", Decision.SAME)
    assert one(resolve_people(readings, [yes]), ("a", "Jan Novak"), ("b", "Johannes Neumann"))


def test_what_a_person_keeps_apart_is_not_joined_by_a_third():
    spellings = ("Dmytro Lysenkov", "Dmitro Lysenkov", "Dmytro Lisenkov")
    readings = [reading(str(i), (name, "UKR")) for i, name in enumerate(spellings)]
    no = judgement("Dmitro Lysenkov", "Dmytro Lisenkov", Decision.DIFFERENT)
    people = resolve_people(readings, [no])
    assert not one(people, ("1", "Dmitro Lysenkov"), ("2", "Dmytro Lisenkov"))


def test_nothing_changes_with_the_order():
    readings = [
        reading("a", ("Volodymyr Zelensky", "UKR"), ("John Smith", "AUS")),
        reading("b", ("Zelenskyy", None), ("John Smith", "CAN"), ("Okafor", "NGA")),
        reading("c", ("Serhii Kovalchenko", "UKR"), ("Jane Okafor", "NGA")),
        reading("d", ("Serhiy Kovalchenko", "UKR"), ("John Smith", None)),
    ]
    first = resolve_people(readings)
    for order in permutations(readings):
        assert resolve_people(order) == first


_GIVEN, _SURNAMES = ("", "Ivan ", "Iván ", "Ivan A. ", "George "), ("Petrov", "Petroff", "Bush", "Wang")
_names = st.sampled_from([given + surname for given in _GIVEN for surname in _SURNAMES])
_states = st.sampled_from([None, "RUS", "UKR", "CHN", "USA"])


@given(st.lists(st.lists(st.tuples(_names, _states), max_size=3), max_size=4))
def test_every_name_has_an_official_and_no_iri_two_names(named):
    readings = [reading(str(i), *uses) for i, uses in enumerate(named)]
    people = resolve_people(readings)
    assert people.iris.keys() == people.canonical.keys()
    assert {(str(i), name) for i, uses in enumerate(named) for name, _ in uses} == set(people.iris)
    shown = {}
    for use, iri in people.iris.items():
        assert shown.setdefault(iri, people.canonical[use]) == people.canonical[use]
    assert resolve_people(readings[::-1]) == people


def test_names_are_compared_token_by_token():
    assert compare_names("Kim Jong Un", "Kim Jong Il") is None
    assert compare_names("Ferdinand Marcos", "Ferdinand Marcos Jr.") is None
    assert compare_names("John Kerry", "John Berry") is None
    likeness = compare_names("Andriy Yermak", "Andrii Ermak")
    assert likeness is not None
    assert likeness.score > 0.95
    assert compare_names("Mike Carver", "Michael Carver") is not None
    assert compare_names("Mike Carver", "Mark Carver") is None
