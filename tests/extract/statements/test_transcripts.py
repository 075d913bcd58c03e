"""Speech without quotation marks that its page labels: transcripts, minutes, interviews, posts with a signature."""

from collections.abc import Callable

import pytest

from kg.model import Statement

Said = Callable[..., tuple[Statement, ...]]


def speakers(found: tuple[Statement, ...]) -> list[str | None]:
    return [s.speaker.key if s.speaker else None for s in found if s.direct]


CASES: list[tuple[str, str, list[str | None]]] = [
    (
        "minutes of a meeting, numbered, with the delegates' states",
        "1. The PRESIDENT: I call on the representative of Kenya.\n\n"
        "2. Mr. DIALLO (Kenya) (translated from French): My delegation thanks the Council.\n\n"
        "3. Sir John PARKER (United Kingdom): I have nothing to add.",
        ["President", "Diallo", "John Parker"],
    ),
    (
        "minutes in plain letters",
        "Mr. Diallo (Kenya): My delegation thanks the Council.\n\n"
        "Sir John Parker (United Kingdom): I have nothing to add.\n\nThe President: The meeting is adjourned.",
        ["Diallo", "John Parker", "President"],
    ),
    (
        "an interview: the one named at the top answers",
        "Kenyan Foreign Minister Omar Diallo spoke to us after the talks.\n\n"
        "Q: Are you content?\n\nA: I am not.\n\nWe had hoped for more.\n\nQ: Why is that?\n\nA: The text is thin.",
        [None, "Omar Diallo", "Omar Diallo", None, "Omar Diallo"],
    ),
    (
        "tags inside quotation marks that open every paragraph",
        '"NOVAK: Let us begin with the ports. Will they open?\n\n"DIALLO: We hope so.\n\n'
        '"(CROSSTALK)\n\n"NOVAK: When?\n\n"DIALLO: In May.',
        ["Novak", "Diallo", "Novak", "Diallo"],
    ),
    (
        "an unnamed journalist and a minister with post and surname",
        "Kenyan Foreign Minister Omar Diallo met the press in Lyon.\n\n"
        "Unnamed journalist: Will you sign?\n\nForeign Minister Diallo: We are ready to.\n\n"
        "Unnamed journalist: And then?\n\nForeign Minister Diallo: Then we go home.",
        [None, "Omar Diallo", None, "Omar Diallo"],
    ),
    (
        "remarks under one tag go on in the first person",
        "Kenyan Foreign Minister Omar Diallo spoke in Lyon.\n\n"
        "MINISTER DIALLO: Good morning to all of you.\n\nWe came a long way, and we are tired.\n\n"
        "The hall was empty by noon.",
        ["Omar Diallo", "Omar Diallo"],
    ),
    (
        "a post signed with name and handle",
        "The Council voted on Monday in New York.\n\n"
        "Today's vote shows who stands with the raiders. pic.twitter.com/x1 — Omar Diallo (@odiallo) May 2, 2022",
        ["Omar Diallo"],
    ),
    (
        "a post whose signature has a line of its own",
        "The Council voted on Monday in New York.\n\nToday's vote shows that nobody stands with the raiders.\n\n"
        "— Omar Diallo (@odiallo) May 2, 2022",
        ["Omar Diallo"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_labels_name_the_speakers(said: Said, text: str, expected: list[str | None]) -> None:
    assert speakers(said(text)) == expected


def test_a_delegate_speaks_for_the_state_in_brackets(said: Said) -> None:
    first, _ = said("Mr. Diallo (Kenya): We thank the Council.\n\nMs. Novak (Poland): So do we.")
    assert first.represents is not None
    assert first.represents.key == "KEN"


def test_a_signed_post_names_its_platform_and_leaves_out_the_links(said: Said) -> None:
    (post,) = said(
        "The Council voted on Monday in New York.\n\n"
        "Nobody stands with the raiders. https://t.co/x pic.twitter.com/x1 — Omar Diallo (@odiallo) May 2, 2022"
    )
    assert (post.words, post.via) == ("Nobody stands with the raiders.", "X")


def test_reactions_under_names_are_no_transcript(said: Said) -> None:
    found = said(
        'Kenyan President Omar Diallo: "We stay."\n\nPolish President Jan Kowal: "We go."\n\n'
        'French President Luc Morel: "We wait."'
    )
    assert [(s.speaker.key, s.words) for s in found if s.speaker] == [
        ("Omar Diallo", "We stay."),
        ("Jan Kowal", "We go."),
        ("Luc Morel", "We wait."),
    ]
