import pytest

from kg.extract.quotations import quotations
from kg.model import Block, Document, Role, Span


def document(text: str) -> Document:
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(Span(start, start + len(paragraph)), Role.BODY))
        start += len(paragraph) + 2
    return Document("id", "name", text, tuple(blocks))


def found(text: str) -> list[str]:
    return [q.span.of(text) for q in quotations(document(text), frozenset({Role.BODY}))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('He said "yes" and then "no".', ["yes", "no"]),
        ("“Never,” he said. “Not once.”", ["Never,", "Not once."]),
        ("“Typists mix" + '" the marks, “always”.', ["Typists mix", "always"]),
        ("The »deal« and « l'accord », he said.", ["deal", "l'accord"]),
        ("„Nein“, sagte sie.", ["Nein"]),
        ("'We can't go,' he said of the ministers' vote.", ["We can't go,"]),
        ("‘The allies’ aims are ours,’ she said.", ["The allies’ aims are ours,"]),
        ("the 'annexed' regions", ["annexed"]),
        ("Rock 'n' roll of the '90s, ministers' talks, Kyiv’s plan", []),
        ("He stood 5'10\" tall beside them", []),
        ('They "wanted" ("badly") to go—"now".', ["wanted", "badly", "now"]),
        ('An empty "" pair and a " " one', []),
        ('"A, he said. "B," he added.', ["B,"]),
        ("He said: “We shall see", ["We shall see"]),
        ("It was 'a pity.", []),
        ('"We will go, she said. Nobody went.', ["We will go,"]),
        ("``Yes,'' he said, ''but no.''", ["Yes,", "but no."]),
        ("He wrote `yes' and `no'.", ["yes", "no"]),
        ("“This is it,“ he said. “Truly.“", ["This is it,", "Truly."]),
    ],
)
def test_marks_are_told_from_apostrophes_and_paired(text: str, words: list[str]) -> None:
    assert found(text) == words


def test_the_outer_span_includes_the_marks() -> None:
    text = "He said “no”."
    (quotation,) = quotations(document(text), frozenset({Role.BODY}))
    assert quotation.outer.of(text) == "“no”"
    assert quotation.closed


def test_quotations_inside_a_quotation_are_its_inner_ones() -> None:
    text = "“She told me ‘never’ and ‘not now’,” he said."
    (quotation,) = quotations(document(text), frozenset({Role.BODY}))
    assert [s.of(text) for s in quotation.inner] == ["never", "not now"]


def test_straight_marks_nest() -> None:
    text = '"He said "no" to us," she said.'
    assert found(text) == ['He said "no" to us,']


def test_a_speech_over_paragraphs_is_reopened_and_closed_at_its_end() -> None:
    text = "“We began alone.\n\n“We ended together.\n\n“That is all,” she said.\n\n“Good.”"
    read = quotations(document(text), frozenset({Role.BODY}))
    assert [(q.closed, q.continues) for q in read] == [(False, False), (False, True), (True, True), (True, False)]


def test_a_mark_that_a_later_block_closes_takes_in_the_blocks_between() -> None:
    text = "“We began alone.\n\nNobody came.\n\nThat is all,” she said. “Good.”"
    read = quotations(document(text), frozenset({Role.BODY}))
    assert [(q.span.of(text), q.closed, q.continues) for q in read] == [
        ("We began alone.", False, False),
        ("Nobody came.", False, True),
        ("That is all,", True, True),
        ("Good.", True, False),
    ]


def test_a_forgotten_mark_takes_in_nothing_where_the_next_block_opens_another() -> None:
    text = "“We began alone.\n\nNobody came.\n\nShe said “no” and left."
    read = quotations(document(text), frozenset({Role.BODY}))
    assert [q.span.of(text) for q in read] == ["We began alone.", "no"]


def test_a_block_left_out_gives_no_quotation() -> None:
    text = '"One"\n\n"Two"'
    body, other = document(text).blocks
    blocks = (body, Block(other.span, Role.BOILERPLATE))
    read = quotations(Document("id", "name", text, blocks), frozenset({Role.BODY}))
    assert [q.span.of(text) for q in read] == ["One"]


@pytest.mark.parametrize(
    "text", ['"a ' * 1000 + 'b"' * 1000, "“‘" * 1000 + "x" + "’”" * 1000, "'a " * 20000, "“" * 20000]
)
def test_thousands_of_marks_are_read_in_linear_time(text: str) -> None:
    found(text)
