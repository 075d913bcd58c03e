"""Who takes part in an encounter: by name, office, pronoun, as a pair, as a movement; and what is only wished for."""

import pytest

from kg.extract.negotiations import negotiations
from kg.extract.story import prepare
from kg.load.article import from_text

HEADER = "date 2025-02-27\n"


def seen(text: str) -> list[tuple[str, set[str], str | None, str | None, str]]:
    """Kind, participants, place, date in its longest ISO form, status."""
    met = negotiations(prepare(from_text(HEADER + text, "brief")))[0]
    return [
        (n.kind.value, {a.key for a in n.participants}, n.place, n.when.iso() if n.when else None, n.status.value)
        for n in met
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenyan President Amina Odera is tired. The Kenyan president met the Chadian leader in Paris on Monday.",
            ("meeting", {"Amina Odera", "KEN", "TCD"}, "Paris", "2025-02-24", "held"),
        ),
        (
            "Kenyan Foreign Minister Amina Odera met her Ugandan counterpart in Paris. Uganda's foreign minister, Paul "
            "Mukasa, smiled.",
            ("meeting", {"Amina Odera", "KEN", "Paul Mukasa", "UGA"}, "Paris", None, "held"),
        ),
        (
            "Kenya's president received the Ugandan foreign minister in Nairobi on Monday.",
            ("meeting", {"KEN", "UGA"}, "Nairobi", "2025-02-24", "held"),
        ),
        (
            "The Kenyan president's visit to Uganda on Monday was short.",
            ("visit", {"KEN", "UGA"}, "Uganda", "2025-02-24", "held"),
        ),
        (
            "The United Nations is worried. The Secretary-General met Chadian Foreign Minister Ali Sow on Monday.",
            ("meeting", {"UN", "Ali Sow", "TCD"}, None, "2025-02-24", "held"),
        ),
        (
            "Deputy Secretary Laura Penn met with Ugandan envoy Paul Mukasa in Geneva on Monday.",
            ("meeting", {"Laura Penn", "Paul Mukasa", "UGA"}, "Geneva", "2025-02-24", "held"),
        ),
    ],
)
def test_by_office(text: str, expected: tuple[str, set[str], str | None, str | None, str]) -> None:
    assert seen(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenyan President Amina Odera smiled. Ugandan President Paul Mukasa wept. The two leaders met on Monday.",
            ("meeting", {"Amina Odera", "KEN", "Paul Mukasa", "UGA"}, None, "2025-02-24", "held"),
        ),
        (
            "Chad accuses Niger of smuggling. The two countries signed a border agreement in Paris in 2019.",
            ("agreement", {"TCD", "NER"}, "Paris", "2019", "held"),
        ),
        (
            "Chad accused Niger on Monday of breaking a truce they had signed in Doha in January.",
            ("agreement", {"TCD", "NER"}, "Doha", "2025-01", "held"),
        ),
        (
            "Kenya's President Amina Odera said she and Ugandan President Paul Mukasa held a telephone conversation on "
            "Monday.",
            ("call", {"Amina Odera", "KEN", "Paul Mukasa", "UGA"}, None, "2025-02-24", "held"),
        ),
        (
            "Chad told reporters on Monday Foreign Minister Amina Odera of Kenya had raised it in a telephone call "
            "with Ugandan envoy Paul Mukasa.",
            ("call", {"Amina Odera", "KEN", "Paul Mukasa", "UGA"}, None, None, "held"),
        ),
    ],
)
def test_by_pronoun_and_as_a_pair(text: str, expected: tuple[str, set[str], str | None, str | None, str]) -> None:
    assert seen(text) == [expected]


def test_another_meeting_of_the_same_pair() -> None:
    text = (
        "Talks between Chad and Niger were held in Geneva on Friday. Another meeting between the two countries took "
        "place in Doha in January."
    )
    assert seen(text) == [
        ("talks", {"TCD", "NER"}, "Geneva", "2025-02-21", "held"),
        ("meeting", {"TCD", "NER"}, "Doha", "2025-01", "held"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A border accord was signed by Chad and Niger in Paris on Monday.",
            ("agreement", {"TCD", "NER"}, "Paris", "2025-02-24", "held"),
        ),
        (
            "Chad and Niger agreed on Monday to restore diplomatic relations.",
            ("agreement", {"TCD", "NER"}, None, "2025-02-24", "held"),
        ),
        (
            "The Chadian government and the rebels signed a ceasefire in Doha on Monday.",
            ("agreement", {"TCD", "Chadian rebels"}, "Doha", "2025-02-24", "held"),
        ),
        (
            "Chad's government and the former rebel movement Sambara have signed a peace deal, Sambara said.",
            ("agreement", {"TCD", "Sambara"}, None, None, "held"),
        ),
        (
            "Chadian envoy Ali Sow and Ugandan envoy Paul Mukasa failed to reach a deal after talks in Paris "
            "on Monday.",
            ("talks", {"Ali Sow", "TCD", "Paul Mukasa", "UGA"}, "Paris", "2025-02-24", "held"),
        ),
        (
            "After talks in Minsk, Belarus, the leaders of Chad and Niger signed a declaration.",
            ("agreement", {"TCD", "NER"}, None, None, "held"),
        ),
    ],
)
def test_agreements(text: str, expected: tuple[str, set[str], str | None, str | None, str]) -> None:
    assert seen(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenyan President Amina Odera welcomed Ugandan President Paul Mukasa to Nairobi on Monday.",
            ("visit", {"Amina Odera", "KEN", "Paul Mukasa", "UGA"}, "Nairobi", "2025-02-24", "held"),
        ),
        (
            "Ugandan President Paul Mukasa was received in Nairobi on Monday by Kenyan President Amina Odera.",
            ("visit", {"Amina Odera", "KEN", "Paul Mukasa", "UGA"}, "Nairobi", "2025-02-24", "held"),
        ),
        (
            "Kenyan Foreign Minister Amina Odera spoke by telephone on Monday with Ugandan envoy Paul Mukasa.",
            ("call", {"Amina Odera", "KEN", "Paul Mukasa", "UGA"}, None, "2025-02-24", "held"),
        ),
        (
            "Kenyan envoy Amina Odera, who arrived on Monday, held talks with Chad in Paris.",
            ("talks", {"Amina Odera", "KEN", "TCD"}, "Paris", "2025-02-24", "held"),
        ),
        (
            "At a meeting of all the other signatories - Kenya, Chad and Uganda - he was silent.",
            ("meeting", {"KEN", "TCD", "UGA"}, None, None, "held"),
        ),
        (
            "The meeting Kenyan envoy Amina Odera had with Ugandan envoy Paul Mukasa lasted an hour.",
            ("meeting", {"Amina Odera", "KEN", "Paul Mukasa", "UGA"}, None, None, "held"),
        ),
    ],
)
def test_meetings_in_other_words(text: str, expected: tuple[str, set[str], str | None, str | None, str]) -> None:
    assert seen(text) == [expected]


def test_of_four_leaders_talks_a_sentence_may_name_three() -> None:
    text = (
        "The leaders of Kenya, Chad, Uganda and Mali held talks in Paris. Kenyan President Amina Odera spoke after the "
        "talks with Chadian President Ali Sow and Ugandan President Paul Mukasa."
    )
    assert len(seen(text)) == 1


def test_a_visit_to_a_state_and_to_its_capital_is_one() -> None:
    text = (
        "Kenyan envoy Amina Odera paid a visit to Uganda. Amina Odera of Kenya arrived in Kampala on Monday for her "
        "visit to Uganda."
    )
    assert len(seen(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Prospects for Kenya-Chad dialogue are poor.",
        "The border must be settled in direct negotiations between Kenya and Chad.",
        "There can be no peace without an agreement between Kenya and Chad.",
        "A deal between Kenya and Chad is unlikely.",
        "There were no direct talks between Kenya and Chad.",
        "Kenya is glad. The dialogue between the two countries matters to Chad.",
        "Both sides agreed to hold talks.",
    ],
)
def test_wishes_are_no_encounters(text: str) -> None:
    assert seen(text) == []


def test_whoever_begins_the_next_clause_took_no_part() -> None:
    text = "Kenya held talks with Chad in Paris, and Uganda has urged both to agree."
    assert seen(text) == [("talks", {"KEN", "TCD"}, "Paris", None, "held")]
    text = "Kenya held talks with Chad, and Uganda has urged both to agree."
    assert seen(text) == [("talks", {"KEN", "TCD"}, None, None, "held")]


def test_somebody_else_is_another_meeting() -> None:
    text = (
        "Kenyan President Amina Odera held talks with Ugandan President Paul Mukasa in Paris. Amina Odera met Ugandan "
        "Prime Minister Peter Okello."
    )
    assert [sorted(parties) for _, parties, *_ in seen(text)] == [
        ["Amina Odera", "KEN", "Paul Mukasa", "UGA"],
        ["Amina Odera", "KEN", "Peter Okello", "UGA"],
    ]


def test_they_are_said_to_have_met() -> None:
    text = "Kenyan envoy Amina Odera and Chadian envoy Ali Sow are said to have met in Paris on Monday."
    assert seen(text) == [("meeting", {"Amina Odera", "KEN", "Ali Sow", "TCD"}, "Paris", "2025-02-24", "held")]


def test_at_their_meeting_the_two() -> None:
    text = (
        "Kenyan envoy Amina Odera and Chadian envoy Ali Sow dined. At their short meeting earlier on Monday, the two "
        "envoys were silent."
    )
    assert seen(text) == [("meeting", {"Amina Odera", "KEN", "Ali Sow", "TCD"}, None, "2025-02-24", "held")]


def test_a_truce_that_took_effect() -> None:
    text = "A truce brokered by Mali between Kenya and Chad took effect on 20 January 2025."
    assert seen(text) == [("agreement", {"KEN", "TCD"}, None, "2025-01-20", "held")]


def test_a_guest_who_is_invited_pays_a_visit() -> None:
    text = "Kenyan envoy Amina Odera, invited by the government, is paying a two-day visit to Chad."
    assert seen(text) == [("visit", {"Amina Odera", "KEN", "TCD"}, "Chad", None, "held")]


def test_what_was_decided_after_a_meeting() -> None:
    text = "Kenya and Chad have approved the plan following a virtual meeting on Monday."
    assert seen(text) == [("meeting", {"KEN", "TCD"}, None, "2025-02-24", "held")]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya met Chad in Paris in the Lake Cup.",
        "Kenyan President Amina Odera and Ugandan President Paul Mukasa have met twice since the quarrel began in May.",
        "Kenya and Chad vowed to go on after years of talks.",
    ],
)
def test_no_one_meeting(text: str) -> None:
    assert seen(text) == []
