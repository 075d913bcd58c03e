"""Whose words they are and how far they reach, where insertions, relative clauses and relays stand between."""

from collections.abc import Callable

import pytest

from kg.model import Statement

Said = Callable[..., tuple[Statement, ...]]

# name, text, (speaker, represents, words) of every statement
CASES: list[tuple[str, str, list[tuple[str | None, str | None, str]]]] = [
    (
        "an insertion without commas",
        "Chad's envoy Ali Musa calling the text anti-Chadian warned that his country would not forget it.",
        [("Ali Musa", "TCD", "his country would not forget it")],
    ),
    (
        "a draft put aside by a state speaks, not the state",
        "The resolution vetoed by China on Friday had called for an end to the blockade.",
        [("resolution", None, "an end to the blockade")],
    ),
    (
        "the name of a state is no verb",
        "There was a debate on amendments moved by the United States that denounced Chad's record on the island.",
        [("United States", "USA", "Chad's record on the island")],
    ),
    (
        "somebody's remarks are his",
        "Kenya's foreign minister Ada Otieno, before the vote, denounced envoy Ali Musa's remarks that accused Mali of "
        '"arming the rebels in the north".',
        [("Ali Musa", None, "arming the rebels in the north")],
    ),
    (
        "a remark on a name",
        "Hamas, whose leaders live in Doha, said the offer was empty.",
        [("Hamas", "Hamas", "the offer was empty")],
    ),
    (
        "whom somebody met is not the subject",
        "The Kenyans, whom premier Luc Morel was to meet after seeing Omar Diallo, have welcomed the plan for a port.",
        [("Kenyans", "KEN", "the plan for a port")],
    ),
    (
        "advisers of two states act for neither",
        "Advisers from Chad and Mali agreed that the border would stay open.",
        [("Advisers from Chad and Mali", None, "the border would stay open")],
    ),
    (
        "members of a council are not the council",
        "Security Council members warned that the truce was in danger.",
        [("Security Council members", None, "the truce was in danger")],
    ),
    (
        "he and another",
        "French Foreign Minister Luc Morel landed at noon. He and Kenyan President Omar Diallo said that the talks "
        "would go on.",
        [("Luc Morel and Omar Diallo", None, "the talks would go on")],
    ),
    (
        "the top diplomat",
        "French Foreign Minister Luc Morel landed at noon. According to the top diplomat, the talks were useful.",
        [("Luc Morel", "FRA", "the talks were useful")],
    ),
    (
        "the Assembly",
        "The draft came before the UN General Assembly. The Assembly called for the release of the crew.",
        [("Assembly", "UNGA", "the release of the crew")],
    ),
    (
        "a body that would be made to say so has not said so",
        "The text would have the General Assembly reaffirm the rights of the islanders.",
        [],
    ),
    (
        "the one whom a meeting was with is not 'he'",
        "Kenyan President Omar Diallo spoke first. At a meeting with French premier Luc Morel he proposed that the "
        "port be shared.",
        [("Omar Diallo", "KEN", "the port be shared")],
    ),
    (
        "the subject before the verb, not the name behind it",
        "The new blueprint urges Mali to open the road and calls on the rebels to lay down their arms.",
        [
            ("new blueprint", None, "Mali to open the road"),
            ("new blueprint", None, "the rebels to lay down their arms"),
        ],
    ),
    (
        "told reporters behind a comma",
        "Advisers agreed that the truce should hold, Chad's chief negotiator, Ali Musa, told reporters.",
        [
            ("Ali Musa", "TCD", "Advisers agreed that the truce should hold"),
            ("Advisers", None, "the truce should hold"),
        ],
    ),
    (
        "a text in dashes",
        "The resolution — which also demanded an end to the blockade — had nine votes.",
        [("resolution", None, "an end to the blockade")],
    ),
    (
        "what the narrator adds to a demand",
        "A draft resolution of Chad demanded an immediate halt to the raids, drawing protests from its neighbours.",
        [("draft resolution", None, "an immediate halt to the raids")],
    ),
    (
        "a clause that opens with a phrase",
        "Kenyan President Omar Diallo said that as part of the plan, Chad offered to free 40 sailors.",
        [("Omar Diallo", "KEN", "as part of the plan, Chad offered to free 40 sailors")],
    ),
    ("admitted as a member is no confession", "The agency admitted Palau as its newest member after it had paid.", []),
    ("a silence observed", "Kenyan President Omar Diallo observed a minute's silence that was kept by all.", []),
    (
        "told his counterpart that",
        "Kenyan President Omar Diallo has told his French counterpart Luc Morel, that he is ready for talks.",
        [("Omar Diallo", "KEN", "he is ready for talks")],
    ),
    ("informed about something", "Kenyan President Omar Diallo informed France about the plan for a port.", []),
    (
        "a remark in dashes",
        "Poland – also speaking on behalf of Czechia and Latvia – said that it would abstain in the vote.",
        [("Poland", "POL", "it would abstain in the vote")],
    ),
    (
        "a long post and an unknown name behind 'said'",
        "The text was put off, said Chad's permanent representative to the organizations in Vienna, Ali Musa.",
        [("Ali Musa", "TCD", "The text was put off")],
    ),
    ("thanks", "Kenyan President Omar Diallo thanked the crew of the ship and congratulated its captain.", []),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_whose_words_they_are(text: str, expected: list[tuple[str | None, str | None, str]], said: Said) -> None:
    found = [(s.speaker and s.speaker.key, s.represents and s.represents.key, s.words) for s in said(text)]
    assert found == expected


def test_a_ministry_that_tells_what_its_minister_said_is_a_relay(said: Said) -> None:
    (one,) = said(
        'French Foreign Minister Luc Morel said he set "great store" by the talks and hoped for "a road that leads '
        "further,\" France's Foreign Ministry said in a statement."
    )
    assert one.speaker is not None
    assert (one.speaker.key, one.words) == ("Luc Morel", "great store a road that leads further,")
    assert one.via is not None
    assert "Ministry" in one.via


def test_a_verb_among_the_quoted_words(said: Said) -> None:
    (one,) = said('The approved resolution names Chad and "demands a halt to the raids on all sides."')
    assert one.speaker is not None
    assert one.speaker.key == "approved resolution"
    (one,) = said('The resolution "deplores in strong words the raid on the port".')
    assert one.speaker is not None
    assert one.speaker.key == "resolution"


def test_a_name_in_quotation_marks_is_no_speech(said: Said) -> None:
    (one,) = said('Kenyan President Omar Diallo said that he trusted the "Quartet" of mediators.')
    assert not one.direct


@pytest.mark.parametrize("label", ["UYARI", "NOTE", "UPDATE", "Opposed"])
def test_one_label_with_a_colon_makes_no_transcript(label: str, said: Said) -> None:
    text = f"The Council met at noon on Monday in New York.\n\n{label}: This page is checked before it is published."
    assert said(text) == ()


def test_a_press_conference_has_agencies_and_one_who_answers(said: Said) -> None:
    text = (
        "AFP: Will you take part in the talks on the lake?\n\nLi Min: We have noted the reports about them.\n\n"
        "Let me stress that our door is open.\n\nTASS: Do you have a comment on the raid?\n\nLi Min: We have none."
    )
    assert [s.speaker and s.speaker.key for s in said(text)] == ["AFP", "Li Min", "Li Min", "TASS", "Li Min"]


def test_turns_make_a_transcript(said: Said) -> None:
    text = "Q: Will you go?\n\nMR. DIALLO: We shall see.\n\nQ: When will that be?\n\nMR. DIALLO: When it is time."
    assert len(said(text)) == 4
