from collections.abc import Callable

import pytest

from kg.extract.statements import statements
from kg.extract.story import prepare
from kg.model import Block, Document, Dropped, Role, Span, Statement

Read = Callable[[str], tuple[Statement, ...]]


def document(text: str, roles: dict[int, Role] | None = None) -> Document:
    """Paragraphs are parted by empty lines; all are body unless ``roles`` says otherwise."""
    blocks, start = [], 0
    for number, paragraph in enumerate(text.split("\n\n")):
        blocks.append(Block(Span(start, start + len(paragraph)), (roles or {}).get(number, Role.BODY)))
        start += len(paragraph) + 2
    return Document("id", "name", text, tuple(blocks))


@pytest.fixture
def said() -> Read:
    def read(text: str, roles: dict[int, Role] | None = None) -> tuple[Statement, ...]:
        found, _ = statements(prepare(document(text, roles)))
        for statement in found:
            for evidence in (*statement.parts, statement.sentence):
                evidence.verify(text)
        return found

    return read


@pytest.fixture
def left_out() -> Callable[[str], tuple[Dropped, ...]]:
    def read(text: str, roles: dict[int, Role] | None = None) -> tuple[Dropped, ...]:
        return statements(prepare(document(text, roles)))[1]

    return read
