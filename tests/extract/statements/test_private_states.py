"""What a text tells of minds: hopes, refusals, doubts; by verbs, chains of verbs, adjectives and nouns."""

import pytest

from kg.extract import read
from kg.load.article import from_text
from kg.model import PrivateState


def minds(text: str) -> tuple[PrivateState, ...]:
    found = read(from_text(text, "minds")).private_states
    for state in found:
        state.evidence.verify(text)
    return found


# name, text, (holder, cue, words, negated) of every private state
CASES: list[tuple[str, str, list[tuple[str | None, str, str, bool]]]] = [
    (
        "a hope",
        "Mali hopes to reopen its embassy in May.",
        [("MLI", "hopes", "to reopen its embassy in May", False)],
    ),
    (
        "a refusal",
        "French President Luc Morel refused to meet the rebels.",
        [("Luc Morel", "refused", "to meet the rebels", False)],
    ),
    (
        "not said",
        "Chad did not say whether it would vote.",
        [("TCD", "did not say", "whether it would vote", True)],
    ),
    (
        "a chain of verbs",
        "Mali has continued to oppose the plan.",
        [("MLI", "has continued to oppose", "the plan", False)],
    ),
    (
        "an adjective",
        "Voters are not at all sure that the truce will hold.",
        [("Voters", "are not at all sure", "the truce will hold", True)],
    ),
    (
        "a passive with its agent",
        "The embargo is supported by Chad.",
        [("TCD", "is supported", "The embargo", False)],
    ),
    (
        "a noun and whose it is",
        "Chad's plan to leave the bloc is dead.",
        [("TCD", "plan", "to leave the bloc", False)],
    ),
    (
        "what a survey shows",
        "Another slide shows that the harbour is empty.",
        [("Another slide", "shows", "the harbour is empty", False)],
    ),
    ("inside what is said", "French President Luc Morel said that Mali hopes to join.", []),
    ("a name is no verb", "The Commission on Public Debates met at noon in Accra.", []),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_minds_are_told_with_their_holder_and_words(
    text: str, expected: list[tuple[str | None, str, str, bool]]
) -> None:
    found = [(s.holder.key if s.holder else None, s.cue, s.words, s.negated) for s in minds(text)]
    assert found == expected


def test_a_private_state_is_no_statement() -> None:
    reading = read(from_text("Mali hopes that the talks will go on.", "minds"))
    assert not reading.statements
    (state,) = reading.private_states
    assert state.words == "the talks will go on"


def test_holder_and_cue_are_found_in_the_text() -> None:
    text = "Rivals of the minister did not want to talk to him."
    (state,) = minds(text)
    assert state.source_span is not None
    assert state.cue_span is not None
    assert state.source_span.of(text) == "Rivals of the minister"
    assert state.cue_span.of(text) == "did not want"
