"""One side of a vote, as one sentence puts it."""

from dataclasses import dataclass, replace

from kg.extract.votes.chunks import Chunk
from kg.model import Option, Span


@dataclass(frozen=True, slots=True)
class Camp:
    """One side of a vote in one sentence: an option, how many, which states; ``at`` is the chunk of its cue.

    ``number`` is None where none is printed or it is blurred. ``partial`` says that ``states`` are a selection of it;
    ``rest``, that the number counts 'the other three' and may be a part of the camp; ``only``, that nobody stood there
    but ``states``; ``reckoned``, that the number follows from others ('all but two of the 15').
    """

    option: Option
    at: int
    span: Span
    rule: str
    confidence: float
    number: int | None = None
    of: int | None = None
    states: tuple[str, ...] = ()
    others: int = 0
    partial: bool = False
    veto: bool = False
    weak: bool = False
    rest: bool = False
    only: bool = False
    reckoned: bool = False


def of_unit(camp: Camp, unit: Chunk, *, counted: bool = True) -> Camp:
    """Fill a camp from a number or a list of states."""
    number = unit.number.value if unit.number and unit.number.exact and counted and not unit.weak else None
    return replace(
        camp,
        number=number,
        of=unit.of,
        states=unit.states,
        others=unit.others,
        partial=unit.partial or bool(unit.number and unit.weak),
        reckoned=unit.reckoned,
    )
