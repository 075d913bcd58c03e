"""What a workspace holds, in numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.load.files import Refusal

__all__ = ["Summary"]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a workspace holds after a build."""

    workspace: Path
    documents: int
    facts: Mapping[str, int]
    rollcalls: int
    votes: int
    quads: int
    findings: Mapping[str, int] = field(default_factory=dict)
    dropped: int = 0
    refused: tuple[Refusal, ...] = ()
    problems: tuple[str, ...] = ()
    seconds: float = field(default=0.0, compare=False)
