"""How sure a fact is by who states it.

Measured on 28 articles that neither reader was written with, the core without a model against a small parser: of what
both state .99 is right, of what the parser states alone .67.
"""

from kg.config import SECOND_READERS
from kg.model import Evidence

__all__ = ["ALONE", "BOTH", "confirmed"]

BOTH = 0.99
"""What the core and a second reader both state."""

ALONE = 0.67
"""What a second reader states alone: that of the parser; for a language model it is taken over, not measured."""


def confirmed(core: Evidence, second: Evidence) -> Evidence:
    """The core's evidence for what the second reader states as well, never less sure than before.

    What an earlier second reader added stays below what the core itself was agreed with on.
    """
    if second.rule in core.rule.split("+"):
        return core  # a reader that repeats itself is no second opinion
    sure = 1 - (1 - core.confidence) * (1 - second.confidence) if core.rule.startswith(SECOND_READERS) else BOTH
    return Evidence(
        core.span, core.quote, f"{core.rule}+{second.rule}", max(core.confidence, round(min(sure, BOTH), 3))
    )
