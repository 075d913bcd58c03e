"""Where sentences end, and where they do not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.sentences import sentences
from kg.model import STORY, Block, Document, Role, Span


def document(*blocks: str, role: Role = Role.BODY) -> Document:
    text, made = "", []
    for block in blocks:
        made.append(Block(Span(len(text), len(text) + len(block)), role))
        text += block + "\n\n"
    return Document("d", "d", text, tuple(made))


def cut(*blocks: str) -> list[str]:
    return [s.text for s in sentences(document(*blocks), STORY)]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. envoy met Gen. A. B. Lorne on Jan. 5 at 10 a.m. in Geneva.",
        "Mr. Ortega and J. D. Halloran co-wrote draft A/RES/ES-11/7.",
        "It cost 3.5 million, said Amb. Ruiz of No. 4 Lake St. Mary Road.",
        '"We ask. We hope. We wait," she said.',
        '"Stop this now!" he said.',
        '"Will they stop?" Ortega asked.',
        '"Will they stop?" The Chilean envoy, Ana Ortega, asked the council.',
        '"Stop this now!" Foreign Minister Peter Novak of Slovakia told reporters.',
        '"None will stay." ― Ana Ortega',
        "“That is … the right side of history,” he said.",
        "He said it was a plain text... that looks forward.",
        "Sen. Hale of the D.P.R.K. desk spoke.",
        "‘We ask. We hope,’ the envoy said.",
        "'We ask. We hope,' the envoy said.",
        "The 'annexed' land is, he said, \"ours. Or nobody's.\"",
        'The text calls for "a halt. A full one" by spring.',
    ],
)
def test_one_sentence_stays_whole(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The draft passed.", "Nobody spoke."),
        ("It was drafted by the U.S.", "The vote came later."),
        ("They met at 10 a.m.", "It was short."),
        ('"We regret it now."', "She said no more after that."),
        ('"We regret it," she said.', '"We shall not do it again."'),
        ("Was it over?", "No."),
        ('"Was it over?"', "The envoy said the talks had failed."),
        ('"Was it over?"', "The envoy had asked for more."),
        ("He said no.", "The others agreed."),
        ("It is adopted!", "“We are glad,” said the chair."),
        ("Members adopted A/RES/ES-11/7.", "In all, 141 were in favour."),
        ("The vote was 107.", "12 opposed it."),
        ("They waited…", "Then the board lit up."),
        ("“It is open. It never shut.", "The mark is missing."),
        ('"It is open. It never shut.', '"We know," she said.'),
    ],
)
def test_two_sentences_part(first: str, second: str) -> None:
    whole = f"{first} {second}"
    assert "".join(cut(whole)).replace(" ", "") == whole.replace(" ", "")
    assert cut(whole)[-1] == second


def test_a_missing_space_between_sentences_is_mended() -> None:
    assert cut("The text was adopted.Then the members left.") == ["The text was adopted.", "Then the members left."]
    assert cut("Read more on unric.org about it.") == ["Read more on unric.org about it."]


def test_no_sentence_crosses_a_block_and_other_roles_stay_out() -> None:
    doc = document("A headline without a stop", "The story begins. It ends.")
    found = sentences(doc, STORY)
    assert [(s.index, s.block, s.text) for s in found] == [
        (0, 0, "A headline without a stop"),
        (1, 1, "The story begins."),
        (2, 1, "It ends."),
    ]
    assert sentences(document("Related articles. More.", role=Role.BOILERPLATE), STORY) == ()


@given(st.text(alphabet="aB1. ,!?…\"“”‘’'()\n—", max_size=80))
def test_sentences_are_in_order_and_leave_nothing_out(text: str) -> None:
    doc = document(text)
    found = sentences(doc, STORY)
    assert all(s.span.of(doc.text) == s.text == s.text.strip() != "" for s in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert "".join("".join(s.text for s in found).split()) == "".join(text.split())


def test_a_long_text_takes_linear_time() -> None:
    cut('He said "yes. ' * 10_000, "..." * 20_000, "A. B. C. " * 10_000, "“Yes. " * 10_000)


def test_white_space_behind_a_question_is_read_in_linear_time() -> None:
    assert len(cut('"Was it over?" The envoy' + " " * 20000 + "left.")) == 2
