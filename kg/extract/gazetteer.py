"""States, bodies, blocs and organisations in running text: a typed alias table and one pass over the characters."""

from dataclasses import dataclass
from enum import StrEnum

from kg.model import Actor, Span


class Form(StrEnum):
    """How an actor is named: by name, demonym ('the Americans'), seat ('Kyiv', 'the Kremlin'), code ('US')."""

    NAME = "name"
    DEMONYM = "demonym"
    SEAT = "seat"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor named at a place in the text."""

    span: Span
    actor: Actor
    form: Form


def mentions(text: str) -> tuple[Mention, ...]:
    """The longest non-overlapping mentions, in text order. Apostrophes and accents are folded, one to one."""
    return ()
