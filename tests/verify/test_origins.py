"""Independent origins: what counts as a copy of what."""

import random
import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Block, Document, Role, Span
from kg.verify import origins

STORY = [
    "The General Assembly adopted a resolution on Ukraine on Monday by 93 votes to 18, with 65 abstentions.",
    "The text, put forward by Kyiv and its European partners, asks for a lasting peace in line with the Charter.",
    "Washington had wanted a shorter draft that named no aggressor, and sided with Moscow when it was turned down.",
    "Diplomats spoke of a bitter morning. Never before had the two allies been so far apart in the hall.",
    "Delegates from a dozen capitals explained their votes afterwards, most of them with a word on sovereignty.",
    "The Council was to take up a text of its own in the afternoon, with the outcome far from certain.",
    "Ukraine’s deputy foreign minister thanked those who had stood by her country for three long years of war.",
    "Observers noted that the majority was smaller than in the two years before, when 141 states were in favour.",
]
OTHER = [
    "Ninety-three countries backed a Ukrainian text at the United Nations, while eighteen voted against.",
    "It is the first time that the United States opposed its partners on the war, our correspondent reports.",
    "Hungary was the only member of the European Union to vote no; sixty-five states abstained in all.",
    "The vote has no binding force, but it shows how many governments still stand behind Kyiv.",
    "A rival draft from Washington passed only after amendments that its authors had tried to prevent.",
    "In the end even the United States could not vote for what had become of its own resolution.",
]


def document(name: str, paragraphs: list[str], day: int | None = 1, around: str = "") -> Document:
    blocks, text = [], ""
    for paragraph, role in [*((p, Role.BODY) for p in paragraphs), *([(around, Role.BOILERPLATE)] if around else [])]:
        blocks.append(Block(Span(len(text), len(text) + len(paragraph)), role))
        text += paragraph + "\n\n"
    published = date(2025, 2, 1) + timedelta(days=day) if day is not None else None
    return Document(name, name, text, tuple(blocks), published=published)


WHOLE = document("whole", STORY)


@pytest.mark.parametrize(
    "copied",
    [
        pytest.param(STORY, id="word for word"),
        pytest.param(STORY[:2], id="cut to its beginning"),
        pytest.param(STORY[5:], id="cut to its end"),
        pytest.param(["KYIV, Feb. 24 (Wire) - A vote of the United Nations.", *STORY[1:]], id="rewritten lead"),
        pytest.param([" ".join(STORY)], id="set as one paragraph"),
        pytest.param([s for p in STORY for s in p.split(". ")], id="a paragraph a sentence"),
        pytest.param([p.replace("on Monday", "Monday").replace("Kyiv", "Ukraine") for p in STORY], id="copy-edited"),
        pytest.param([p.upper() for p in STORY], id="in capitals"),
    ],
)
def test_copies_count_with_their_story(copied: list[str]) -> None:
    assert origins([document("copy", copied, 2), WHOLE])["copy"] == "whole"


@pytest.mark.parametrize(
    "own",
    [
        pytest.param(OTHER, id="of the same vote"),
        pytest.param([*OTHER, STORY[6]], id="with one quotation in common"),
        pytest.param([*OTHER[:2], STORY[3]], id="with a line in common"),
        pytest.param([], id="with nothing to compare"),
        pytest.param(["Adopted."], id="of one word"),
    ],
)
def test_reports_of_their_own_stay_apart(own: list[str]) -> None:
    assert origins([document("own", own, 2), WHOLE]) == {"own": "own", "whole": "whole"}


def test_first_published_stands_for_the_family() -> None:
    cut = document("cut", STORY[:3], day=0)
    assert origins([WHOLE, cut]) == {"whole": "cut", "cut": "cut"}
    undated = document("a", STORY, day=None)
    assert origins([undated, WHOLE]) == {"a": "whole", "whole": "whole"}


def test_two_cuts_that_have_nothing_in_common_are_of_one_story() -> None:
    found = origins([document("head", STORY[:4], 2), document("tail", STORY[4:], 3), WHOLE])
    assert set(found.values()) == {"whole"}


def test_what_stands_around_a_story_is_not_compared() -> None:
    around = " ".join(OTHER)
    first, second = document("a", STORY[:4], around=around), document("b", STORY[4:], around=around)
    assert origins([first, second]) == {"a": "a", "b": "b"}


def test_empty_stories_are_no_copies_of_each_other() -> None:
    assert origins([document("a", []), document("b", [])]) == {"a": "a", "b": "b"}
    assert origins([]) == {}


@settings(max_examples=30, deadline=None)
@given(st.randoms(use_true_random=False), st.data())
def test_order_is_of_no_account(shuffled: random.Random, data: st.DataObject) -> None:
    pieces = st.lists(st.integers(0, 13), min_size=1, max_size=14, unique=True)
    choices = data.draw(st.lists(st.tuples(pieces, st.integers(0, 3)), min_size=1, max_size=12))
    made = [document(f"d{n}", [(STORY + OTHER)[i] for i in ps], day) for n, (ps, day) in enumerate(choices)]
    mixed = shuffled.sample(made, len(made))
    found = origins(made)
    assert origins(mixed) == found
    assert set(found) == {d.id for d in made}
    assert all(found[first] == first for first in found.values())


def made_up(seed: int, sentences: int = 12) -> list[str]:
    """A story of invented words, so that no two have a sentence in common."""
    at = random.Random(seed)  # noqa: S311  # the same texts every time
    return [" ".join(f"w{at.randrange(3000)}" for _ in range(20)).capitalize() + "." for _ in range(sentences)]


def test_thousand_copies_are_one_family_and_a_thousand_stories_a_thousand() -> None:
    started = time.monotonic()
    copies = [document(f"c{n:04}", STORY[: 2 + n % 7], 1 + n % 20) for n in range(1000)]
    background = STORY[7]  # the paragraph that every report of the day ends with
    stories = [document(f"s{n:04}", [*made_up(n), background]) for n in range(1000)]
    found = origins([*copies, *stories])
    assert len({found[d.id] for d in copies}) == 1
    assert all(found[d.id] == d.id for d in stories)
    assert time.monotonic() - started < 15  # a second or two; all pairs would be two million comparisons


def test_nothing_is_missed_that_comparing_all_pairs_finds() -> None:
    stories = [made_up(seed) for seed in range(40)]
    at = random.Random(7)  # noqa: S311  # the same texts every time
    made = []
    for n, story in enumerate(stories):
        made.append(document(f"{n:02}", story))
        for k in range(3):
            start = at.randrange(6)
            own = made_up(1000 + 3 * n + k, at.randrange(3))
            made.append(document(f"{n:02}-{k}", [*own, *story[start : start + at.randrange(4, 7)]], 2))
    found = origins(made)
    assert all(found[d.id] == d.id[:2] for d in made)
