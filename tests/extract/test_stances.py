"""Stances, demands and voting habits: whose, what, to whom, claimed by whom."""

from datetime import date

import pytest

from kg.extract.stances import demands, habits, stances
from kg.extract.statements import statements
from kg.extract.story import Story, prepare
from kg.load.article import from_text
from kg.model import Demand, Option, Stance, Statement, VotingHabit


def story(text: str) -> tuple[Story, tuple[Statement, ...]]:
    prepared = prepare(from_text(text, "brief", published=date(2025, 3, 1)))
    return prepared, statements(prepared)[0]


def taken(text: str) -> tuple[Stance, ...]:
    prepared, said = story(text)
    found = stances(prepared, (), said)
    for stance in found:
        stance.evidence.verify(prepared.document.text)
        assert " ".join(stance.evidence.quote.split()).find(stance.target) >= 0
    return found


def wanted(text: str) -> tuple[Demand, ...]:
    prepared, said = story(text)
    found = demands(prepared, said)
    for demand in found:
        demand.evidence.verify(prepared.document.text)
    return found


def voted(text: str) -> tuple[VotingHabit, ...]:
    prepared, said = story(text)
    found = habits(prepared, said)
    for habit in found:
        habit.evidence.verify(prepared.document.text)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The US opposed a draft that names Mali.", {("USA", "opposes", "a draft that names Mali")}),
        ("Kenya has strongly backed the text.", {("KEN", "supports", "the text")}),
        ("France and Peru tabled two amendments on Monday.",
         {("FRA", "proposes", "two amendments"), ("PER", "proposes", "two amendments")}),
        ("Members debated a draft resolution backed by Chad.", {("TCD", "supports", "a draft resolution")}),
        ("The General Assembly refused to adopt the Malian draft.", {("UNGA", "rejects", "the Malian draft")}),
        ("Chile welcomed the truce.", {("CHL", "welcomes", "the truce")}),
        ("Norway condemned the strike in Aden outright.", {("NOR", "condemns", "the strike in Aden")}),
        (
            "The EU urged the leaders of Mali and Chad, who will meet on Sunday, to strike a deal.",
            {("EU", "demands", "the leaders of Mali and Chad, who will meet on Sunday, to strike a deal")},
        ),
        (
            "This kept the council from adopting the resolution proposed by Chad.",
            {("TCD", "proposes", "the resolution")},
        ),
        ("Norway thanked all those who had taken part.", set()),
    ],
)  # fmt: skip
def test_who_is_for_or_against_what(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert {(s.holder.key, s.stance, s.target) for s in taken(text)} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Peru did not support the text.",
        "Members of the assembly backed the draft.",
        "Kenya introduced a new currency.",
        "It opposed the text.",
        "Slovakia backed out of the deal.",
        "The draft opposed by nobody supports peace.",
        "Some 46 delegations supported it.",
    ],
)
def test_nothing_is_made_of_negation_unknown_subjects_and_other_deeds(text: str) -> None:
    assert taken(text) == ()


def test_an_envoy_speaks_for_the_state_and_a_president_for_himself() -> None:
    found = taken("Kenya's envoy, Amina Odera, rejected the document. Kenyan President Tom Wekesa backed the text.")
    assert [(s.holder.key, s.stance) for s in found] == [("KEN", "rejects"), ("Tom Wekesa", "supports")]


@pytest.mark.parametrize(
    ("text", "holder", "addressee", "demand"),
    [
        ("Kenya demanded that Uganda withdraw its forces.", "KEN", "UGA", "withdraw its forces"),
        (
            "The EU condemned the raid and demanded that Mali immediately cease fire.",
            "EU",
            "MLI",
            "immediately cease fire",
        ),
        ("Cuba called for an end to sanctions.", "CUB", None, "an end to sanctions"),
        ("Norway urged Mali to hold talks.", "NOR", "MLI", "hold talks"),
        ("Norway called on all states to stand firm.", "NOR", "all states", "stand firm"),
        ("Chad wanted Mali to drop its draft.", "TCD", "MLI", "drop its draft"),
        ("Peace requires Mali to leave the north, Chad said.", "TCD", "MLI", "leave the north"),
        ('"We call on all nations to stand firm," said Kenyan envoy Amina Odera.', "KEN", "all nations", "stand firm"),
    ],
)
def test_who_wants_whom_to_do_what(text: str, holder: str, addressee: str | None, demand: str) -> None:
    (found,) = wanted(text)
    assert (found.holder.key, found.addressee.key if found.addressee else None, found.demand) == (
        holder,
        addressee,
        demand,
    )


@pytest.mark.parametrize(
    ("text", "voter", "option", "quantifier"),
    [
        ("Chile has always voted for this resolution.", "CHL", Option.YES, "always"),
        ("Peru has never supported such a resolution.", "PER", Option.YES, "never"),
        ("Cuba consistently abstained on these texts.", "CUB", Option.ABSTAIN, "consistently"),
        ("Malta voted against all previous drafts on Cyprus.", "MLT", Option.NO, "all"),
    ],
)
def test_voting_habits(text: str, voter: str, option: Option, quantifier: str) -> None:
    (found,) = voted(text)
    assert (found.voter, found.option, found.quantifier) == (voter, option, quantifier)


def test_a_habit_in_somebodys_words_is_their_claim() -> None:
    (found,) = voted('"The Peruvians have always voted for this text before," said Kenyan envoy Amina Odera.')
    assert (found.voter, found.claimed_by.key if found.claimed_by else None) == ("PER", "Amina Odera")


@pytest.mark.parametrize(
    "text", ["Peru always supported its farmers.", "Peru voted for the draft.", "They always voted no."]
)
def test_a_single_vote_or_another_habit_is_no_voting_habit(text: str) -> None:
    assert voted(text) == ()
