"""Sentences: the unit of evidence."""

from dataclasses import dataclass

from kg.model import Document, Role, Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its place in the document (0, 1, ...), the block it stands in (index into ``document.blocks``)."""

    span: Span
    text: str
    index: int
    block: int
    role: Role


def sentences(document: Document, roles: frozenset[Role]) -> tuple[Sentence, ...]:
    """The sentences of the blocks of these roles; none crosses a block, and a stop inside a quotation ends none."""
    out: list[Sentence] = []
    for number, block in enumerate(document.blocks):
        if block.role in roles:
            out.append(Sentence(block.span, block.span.of(document.text), len(out), number, block.role))
    return tuple(out)
