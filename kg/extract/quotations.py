"""Quotation marks: where quoted words begin and end."""

from dataclasses import dataclass

from kg.model import Document, Role, Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words without their marks (``span``) and with them (``outer``).

    ``closed`` is False where the end mark is missing.
    """

    span: Span
    outer: Span
    block: int
    closed: bool = True


def quotations(document: Document, roles: frozenset[Role]) -> tuple[Quotation, ...]:
    """The outermost quotations in the blocks of these roles, in text order; none crosses a block."""
    return ()
