"""Encounters between states and officials: who, where, when, in which round, whether it took place."""

import pytest

from kg.extract.negotiations import negotiations
from kg.extract.story import prepare
from kg.load.article import from_text
from kg.model import Negotiation

HEADER = "date 2025-02-27\n"


def read(text: str) -> tuple[Negotiation, ...]:
    return negotiations(prepare(from_text(HEADER + text, "brief")))[0]


def seen(text: str) -> list[tuple[str, set[str], str | None, str | None, str]]:
    """Kind, participants, place, date in its longest ISO form, status."""
    return [
        (n.kind.value, {a.key for a in n.participants}, n.place, n.when.iso() if n.when else None, n.status.value)
        for n in read(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya and Somalia held talks in Nairobi last week.", ("talks", {"KEN", "SOM"}, "Nairobi", "2025-02", "held")),
        (
            "Qatar hosted negotiations between Israel and Hamas in Doha on Tuesday.",
            ("talks", {"ISR", "Hamas"}, "Doha", "2025-02-25", "held"),
        ),
        ("The talks between India and Pakistan were called off.", ("talks", {"IND", "PAK"}, None, None, "not held")),
        (
            "Kenyan and Ugandan foreign ministers discussed trade and fishing during a telephone call on Tuesday.",
            ("call", {"KEN", "UGA"}, None, "2025-02-25", "held"),
        ),
        (
            "The foreign ministers of Kenya, Uganda and Chad took part in the talks on the lake.",
            ("talks", {"KEN", "UGA", "TCD"}, None, None, "held"),
        ),
        (
            "Advisers from Kenya and Chad agreed that the truce should hold after long talks in Paris on Tuesday.",
            ("talks", {"KEN", "TCD"}, "Paris", "2025-02-25", "held"),
        ),
        (
            "German Chancellor Olaf Scholz said on Sunday after a meeting with his counterparts from Kenya, Chad and "
            "Mali that they would decide on Friday.",
            ("meeting", {"Olaf Scholz", "DEU", "KEN", "TCD", "MLI"}, None, None, "held"),
        ),
        (
            "The road will be opened in May, French President Emmanuel Macron said after talks with German counterpart "
            "Olaf Scholz.",
            ("talks", {"Emmanuel Macron", "FRA", "Olaf Scholz", "DEU"}, None, None, "held"),
        ),
        (
            "Both sides want talks between Kenya and the Ugandans, the Chadian presidency said.",
            ("talks", {"KEN", "UGA"}, None, None, "proposed"),
        ),
        (
            "The neighbours proposed a draft peace agreement between Kenya and Chad.",
            ("agreement", {"KEN", "TCD"}, None, None, "proposed"),
        ),
        (
            "A spokesman did not exclude the possibility of a meeting between Kenya and Chad.",
            ("meeting", {"KEN", "TCD"}, None, None, "proposed"),
        ),
        (
            "Kenya and Chad resumed talks after a raid in Mali.",
            ("talks", {"KEN", "TCD"}, None, None, "held"),
        ),
        ("Iran ruled out direct talks with the United States.", ("talks", {"IRN", "USA"}, None, None, "not held")),
        (
            "China called for negotiations between Kyiv and Moscow.",
            ("talks", {"UKR", "RUS"}, None, None, "proposed"),
        ),
        (
            "The US-Iranian nuclear talks in Vienna collapsed on Friday.",
            ("talks", {"USA", "IRN"}, "Vienna", "2025-02-21", "failed"),
        ),
        (
            "Germany, France and Poland met in Weimar on Monday.",
            ("meeting", {"DEU", "FRA", "POL"}, "Weimar", "2025-02-24", "held"),
        ),
        (
            "French President Emmanuel Macron met Chancellor Olaf Scholz in Berlin on 22 January.",
            ("meeting", {"Emmanuel Macron", "FRA", "Olaf Scholz", "DEU"}, "Berlin", "2025-01-22", "held"),
        ),
        (
            "Italian Prime Minister Giorgia Meloni visited Tunisia on Wednesday.",
            ("visit", {"Giorgia Meloni", "ITA", "TUN"}, "Tunisia", "2025-02-26", "held"),
        ),
        (
            "On Friday, Italian Prime Minister Giorgia Meloni will visit Tunisia.",
            ("visit", {"Giorgia Meloni", "ITA", "TUN"}, "Tunisia", "2025-02-28", "planned"),
        ),
        (
            "A visit to Cairo by Turkish President Recep Tayyip Erdogan was postponed.",
            ("visit", {"Recep Tayyip Erdogan", "TUR", "EGY"}, "Cairo", None, "postponed"),
        ),
        (
            "US President Joe Biden spoke by phone with Chinese President Xi Jinping on Tuesday.",
            ("call", {"Joe Biden", "USA", "Xi Jinping", "CHN"}, None, "2025-02-25", "held"),
        ),
        (
            "Mexico and Canada signed a trade agreement with Japan yesterday.",
            ("agreement", {"MEX", "CAN", "JPN"}, None, "2025-02-26", "held"),
        ),
        (
            "Brussels tried to persuade Serbia to join the sanctions.",
            ("consultations", {"EU", "SRB"}, None, None, "failed"),
        ),
        (
            "The discussions over a truce between Sudan's Rapid Support Forces (RSF) and Chad began in the port city "
            "of Jeddah.",
            ("talks", {"RSF", "TCD"}, "Jeddah", None, "held"),
        ),
        (
            "The talks with officials from Kenya, Uganda and Chad ended on Tuesday.",
            ("talks", {"KEN", "UGA", "TCD"}, None, "2025-02-25", "held"),
        ),
        (
            "Kenya's President Amina Odera received a phone call from Ugandan President Paul Mukasa.",
            ("call", {"Amina Odera", "KEN", "Paul Mukasa", "UGA"}, None, None, "held"),
        ),
        (
            "Kenyan President Amina Odera spoke with Ugandan President Paul Mukasa on Sunday.",
            ("call", {"Amina Odera", "KEN", "Paul Mukasa", "UGA"}, None, "2025-02-23", "held"),
        ),
        (
            "Kenyan Foreign Minister Amina Odera flew to Kampala on Monday, to meet Ugandan President Paul Mukasa.",
            ("visit", {"Amina Odera", "KEN", "UGA"}, "Kampala", "2025-02-24", "held"),
        ),
        (
            "Kenyan Foreign Minister Amina Odera arrived in Doha on Monday for talks with Ugandan envoy Paul Mukasa.",
            ("talks", {"Amina Odera", "KEN", "Paul Mukasa", "UGA"}, "Doha", "2025-02-24", "held"),
        ),
        (
            "Kenyan envoy Amina Odera is to visit Kampala in May to hold talks with Ugandan envoy Paul Mukasa.",
            ("visit", {"Amina Odera", "KEN", "Paul Mukasa", "UGA"}, "Kampala", "2025-05", "planned"),
        ),
        (
            "During a visit to Kampala, Kenyan envoy Amina Odera met Ugandan envoy Paul Mukasa.",
            ("visit", {"Amina Odera", "KEN", "Paul Mukasa", "UGA"}, "Kampala", None, "held"),
        ),
        (
            "On Monday Kenya and Chad met in Paris to discuss ways of reviving the stalled process.",
            ("meeting", {"KEN", "TCD"}, "Paris", "2025-02-24", "held"),
        ),
        (
            "Kenyan President Amina Odera on Monday wrapped up her two-day State visit to Chad.",
            ("visit", {"Amina Odera", "KEN", "TCD"}, "Chad", "2025-02-24", "held"),
        ),
        (
            "The foreign secretaries of Kenya and Chad Tuesday met in Paris.",
            ("meeting", {"KEN", "TCD"}, "Paris", "2025-02-25", "held"),
        ),
        (
            "Talks between Kenyan envoy Amina Odera and Chadian counterpart Ali Sow were frank.",
            ("talks", {"Amina Odera", "KEN", "Ali Sow", "TCD"}, None, None, "held"),
        ),
        (
            "Kenyan President Amina Odera arrived in Paris.",
            ("visit", {"Amina Odera", "KEN", "FRA"}, "Paris", None, "held"),
        ),
        (
            "In a phone call on Sunday, Kenyan President Amina Odera assured Ugandan President Paul Mukasa of help.",
            ("call", {"Amina Odera", "KEN", "Paul Mukasa", "UGA"}, None, "2025-02-23", "held"),
        ),
        (
            "Kenyan Foreign Minister Amina Odera called on Ugandan President Paul Mukasa in Kampala.",
            ("meeting", {"Amina Odera", "KEN", "Paul Mukasa", "UGA"}, "Kampala", None, "held"),
        ),
        (
            "Kenyan President Amina Odera was received by Ugandan President Paul Mukasa in Kampala on Monday.",
            ("visit", {"Amina Odera", "KEN", "Paul Mukasa", "UGA"}, "Kampala", "2025-02-24", "held"),
        ),
        (
            "Kenya and the M23 rebel movement on Saturday signed a “declaration of principles” in Doha.",
            ("agreement", {"KEN", "M23"}, "Doha", "2025-02-22", "held"),
        ),
        (
            "Leaders of Kenya, Chad and Mali ended a two-day summit in the Kenyan capital on Friday.",
            ("summit", {"KEN", "TCD", "MLI"}, "Nairobi", "2025-02-21", "held"),
        ),
        (
            "Paris hosted a meeting of the foreign ministers of Kenya, Chad and Mali.",
            ("meeting", {"KEN", "TCD", "MLI"}, None, None, "held"),
        ),
        (
            "The foreign ministers of Kenya and Chad sat down together in Paris on Monday.",
            ("meeting", {"KEN", "TCD"}, "Paris", "2025-02-24", "held"),
        ),
        (
            "NAIROBI, Kenya: Ugandan Foreign Minister Paul Mukasa arrived here on Monday on an official visit at the "
            "invitation of his Kenyan counterpart, Amina Odera.",
            ("visit", {"Paul Mukasa", "UGA", "Amina Odera", "KEN"}, "Nairobi", "2025-02-24", "held"),
        ),
        (
            "Ugandan President Paul Mukasa was in Nairobi from 3 to 5 February.",
            ("visit", {"Paul Mukasa", "UGA", "KEN"}, "Nairobi", "2025-02", "held"),
        ),
        (
            "Peace talks between the Ugandan government and the Lake Liberation Army collapsed in Nairobi on Tuesday.",
            ("talks", {"UGA", "Lake Liberation Army"}, "Nairobi", "2025-02-25", "failed"),
        ),
        (
            "Kenyan envoy Amina Odera told Ugandan envoy Paul Mukasa in a phone call that it was late.",
            ("call", {"Amina Odera", "KEN", "Paul Mukasa", "UGA"}, None, None, "held"),
        ),
        (
            "Kenyan envoy Tom Wekesa 3d and Foreign Minister Paul Mukasa of Uganda meet in Paris this week.",
            ("meeting", {"Tom Wekesa", "KEN", "Paul Mukasa", "UGA"}, "Paris", "2025", "held"),
        ),
        (
            "Ahead of Friday's summit, Kenyan envoy Amina Odera held talks with Ugandan envoy Paul Mukasa in Paris.",
            ("talks", {"Amina Odera", "KEN", "Paul Mukasa", "UGA"}, "Paris", None, "held"),
        ),
        (
            "The ambassadors of Kenya, Chad and Mali met Ugandan officials in Paris on Monday.",
            ("meeting", {"KEN", "TCD", "MLI", "UGA"}, "Paris", "2025-02-24", "held"),
        ),
        (
            "The ministers of Kenya and Chad - Amina Odera and Ali Sow - met in Paris on Monday.",
            ("meeting", {"KEN", "TCD"}, "Paris", "2025-02-24", "held"),
        ),
        (
            "Delegations from Nairobi and Kampala returned to Paris for a third round of talks on Monday.",
            ("talks", {"KEN", "UGA"}, "Paris", "2025-02-24", "held"),
        ),
        (
            "Kenyan President Amina Odera received in Nairobi the visiting Ugandan envoy Paul Mukasa.",
            ("meeting", {"Amina Odera", "KEN", "Paul Mukasa", "UGA"}, "Nairobi", None, "held"),
        ),
        (
            "Kenyan President Amina Odera and Kenyan opposition leader Tom Wekesa signed a peace deal in Paris.",
            ("agreement", {"Amina Odera", "KEN", "Tom Wekesa"}, "Paris", None, "held"),
        ),
        (
            "A summit between Kenya and Chad in Paris failed to lift the mood.",
            ("summit", {"KEN", "TCD"}, "Paris", None, "held"),
        ),
        (
            "A summit between Kenya and Chad in Paris failed to produce a text.",
            ("summit", {"KEN", "TCD"}, "Paris", None, "failed"),
        ),
        ("Kenya and Chad agreed to a ceasefire.", ("agreement", {"KEN", "TCD"}, None, None, "held")),
        ("Kenya and Chad signed a deal on June 27.", ("agreement", {"KEN", "TCD"}, None, "2024-06-27", "held")),
        ("Kenya and Chad signed the Lake Treaty in Paris.", ("agreement", {"KEN", "TCD"}, "Paris", None, "held")),
        ("The Arab League held a summit in Cairo.", ("summit", {"Arab League"}, "Cairo", None, "held")),
        ("Leaders of the G7 met in Hiroshima.", ("meeting", {"G7"}, "Hiroshima", None, "held")),
        (
            "The EU imposed new sanctions on Belarus on Monday.",
            ("sanctions", {"EU", "BLR"}, None, "2025-02-24", "held"),
        ),
        ("The G7 summit in Hiroshima ended on 21 May 2023.", ("summit", {"G7"}, "Hiroshima", "2023-05-21", "held")),
    ],
)
def test_one_encounter(text: str, expected: tuple[str, set[str], str | None, str | None, str]) -> None:
    assert seen(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "India met the target.",
        "Russia and Ukraine exchanged prisoners.",
        "Kenyan troops arrived in Somalia. Kenyan President Amina Odera flew to Nairobi.",
        "Kenya and Chad have not met since.",
        "Kenya's president did not meet his Chadian colleague in Paris.",
        "Were Kenyan President Amina Odera to meet Ugandan President Paul Mukasa, it would be the first time.",
        "Kenya and Brazil meet in Paris on Saturday for third place.",
        "Kenyan President Amina Odera called on Ugandan President Paul Mukasa to step down.",
        "Kenyan President Amina Odera met Kenya's envoy Tom Wekesa in Paris.",
        "Kenyan President Amina Odera was tired. She held lengthy talks and entered the negotiations.",
        "The singer Olivia Brent said no. Olivia Brent met Kenyan President Amina Odera in Paris.",
        "The document creates obstacles to negotiations.",
        "The Security Council met on Monday and held an emergency meeting on Tuesday.",
        "The EU imposed sanctions on Belarus long ago.",
        "Kenya met Brazil in Paris. The coach praised his players: two goals in the semi-final, another tournament.",
        "Any agreement must respect the Charter.",
        "It demands a ceasefire in the war between Israel and Hamas.",
        "Norway received 180 votes for its seat.",
        "The Assembly adopted the text; Sudan and Mali abstained.",
        "",
    ],
)
def test_nothing_happened(text: str) -> None:
    assert seen(text) == []


def test_earlier_rounds_have_the_same_parties() -> None:
    text = "Chad, Niger and Mali held talks in Geneva last week, following earlier rounds in Abu Dhabi in January."
    found = read(text)
    assert [(n.place, n.round, n.when.iso() if n.when else None) for n in found] == [
        ("Geneva", None, "2025-02"),
        ("Abu Dhabi", "earlier rounds", "2025-01"),
    ]
    assert found[0].participants == found[1].participants


def test_leaders_named_in_the_sentence_before() -> None:
    text = (
        "Foreign Minister Subrahmanyam Jaishankar of India and his Russian counterpart, Sergey Lavrov, held a "
        "meeting in Moscow on Monday. The two ministers had met in Johannesburg in January."
    )
    first, second = read(text)
    assert {"IND", "RUS"} <= {a.key for a in first.participants}
    assert (second.participants, second.place) == (first.participants, "Johannesburg")


def test_visits_of_several_guests_are_several_visits() -> None:
    text = (
        "French President Emmanuel Macron and British Prime Minister Keir Starmer are due to raise it during visits to "
        "Washington this week."
    )
    assert [(n.kind.value, n.participants[0].key, n.status.value) for n in read(text)] == [
        ("visit", "Emmanuel Macron", "planned"),
        ("visit", "Keir Starmer", "planned"),
    ]


def test_separate_calls_are_several_calls() -> None:
    text = "US President Donald Trump held separate phone calls with Vladimir Putin and Volodymyr Zelensky on Monday."
    assert [n.participants[-2].key for n in read(text)] == ["Vladimir Putin", "Volodymyr Zelensky"]


def test_two_sentences_on_one_encounter_are_one() -> None:
    text = (
        "Egypt and Ethiopia held talks on the dam. The talks between Egypt and Ethiopia took place in Cairo on Monday."
    )
    assert seen(text) == [("talks", {"EGY", "ETH"}, "Cairo", "2025-02-24", "held")]


def test_attending_the_meeting_is_no_further_meeting() -> None:
    text = "Kenya and Chad held a meeting in Paris. Kenyan envoy Amina Odera and Chad's Ali Sow attended the meeting."
    assert len(seen(text)) == 1


def test_he_is_the_subject_of_the_sentence_or_of_the_one_before() -> None:
    text = "Mr. Ali Sow, Chad's envoy, said that he had “a good meeting” with Kenyan envoy Amina Odera in Paris."
    assert seen(text) == [("meeting", {"Ali Sow", "TCD", "Amina Odera", "KEN"}, "Paris", None, "held")]
    text = "Mr. Ali Sow, Chad's envoy, flew home. He met Kenyan envoy Amina Odera. He held talks with Rwanda on Monday."
    assert [a.key for n in read(text) for a in n.participants][::3] == ["Ali Sow", "KEN", "RWA"]


def test_a_journey_that_goes_on_is_a_further_visit() -> None:
    text = "Kenyan envoy Amina Odera visited Kampala on Monday and flew on to Cairo on Tuesday."
    assert [(n.place, n.when.iso() if n.when else None) for n in read(text)] == [
        ("Kampala", "2025-02-24"),
        ("Cairo", "2025-02-25"),
    ]


def test_trips_to_two_states_are_two_visits() -> None:
    text = "During trips to Rwanda and Angola on Monday, Kenyan envoy Amina Odera asked for help."
    assert [(n.kind.value, n.place) for n in read(text)] == [("visit", "Rwanda"), ("visit", "Angola")]


def test_a_party_and_who_leads_its_delegation() -> None:
    text = "A Hamas delegation led by Sami Nasr held talks with Egypt and Qatar in Cairo."
    assert seen(text) == [("talks", {"Hamas", "Sami Nasr", "EGY", "QAT"}, "Cairo", None, "held")]


def test_unnamed_parties_are_dropped_and_counted() -> None:
    found, dropped = negotiations(prepare(from_text("Norway held lengthy talks.", "brief")))
    assert found == ()
    assert [(d.kind, d.quote) for d in dropped] == [("negotiation", "Norway held lengthy talks.")]


def test_evidence_is_the_sentence() -> None:
    document = from_text("It rained. Kenya and Somalia held talks in Nairobi.", "brief")
    (found,) = negotiations(prepare(document))[0]
    found.evidence.verify(document.text)
    assert found.evidence.quote == "Kenya and Somalia held talks in Nairobi."


def test_a_very_long_sentence_is_read() -> None:
    text = "Kenya, Somalia, " * 3000 + "and Chad met in Nairobi" + " with great interest in talks" * 500
    found, dropped = negotiations(prepare(from_text(text, "brief")))
    assert (found, [d.reason for d in dropped]) == ((), ["a list too long for an encounter"])
