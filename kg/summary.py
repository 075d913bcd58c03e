"""What a workspace holds, in numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.load.files import Refusal

__all__ = ["Summary", "Unheard"]

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Unheard:
    """Documents that a second reader was not heard on, and why, in one line."""

    reader: str
    reason: str
    documents: tuple[str, ...]

    def __str__(self) -> str:
        number = len(self.documents)
        names = ", ".join(self.documents[:_SHOWN]) + (" …" if number > _SHOWN else "")
        return f"{self.reader} on {number} article{'' if number == 1 else 's'} ({names}): {self.reason}"


@dataclass(frozen=True, slots=True)
class Summary:
    """What a workspace holds after a build.

    ``unfounded`` are those of the ``dropped`` that a second reader claimed; ``unheard`` says where it gave no answer.
    """

    workspace: Path
    documents: int
    facts: Mapping[str, int]
    rollcalls: int
    votes: int
    quads: int
    findings: Mapping[str, int] = field(default_factory=dict)
    dropped: int = 0
    unfounded: int = 0
    refused: tuple[Refusal, ...] = ()
    unheard: tuple[Unheard, ...] = ()
    problems: tuple[str, ...] = ()
    seconds: float = field(default=0.0, compare=False)
