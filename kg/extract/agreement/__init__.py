"""How a second reader's facts meet those of the core: it is heard where the core is silent, and as a second opinion.

The core is never overruled. A fact that both state becomes surer; a fact that only the second states is added at the
confidence that the second gives it, unless it meets a fact of the core that says otherwise: the same ballot, the same
quoted words, the same official, the same encounter. What is passed over for that is listed among the dropped.
"""

from dataclasses import replace
from typing import Protocol

from kg.config import PROGRAM
from kg.extract.agreement.ballots import heard_ballots
from kg.extract.agreement.deeds import heard_demands, heard_habits, heard_negotiations, heard_stances, heard_tenures
from kg.extract.agreement.statements import heard_statements
from kg.extract.agreement.surety import ALONE, BOTH
from kg.model import Document, Reading

__all__ = ["ALONE", "BOTH", "SecondReader", "heard", "signature"]


class SecondReader(Protocol):
    """Reads a document after the core.

    ``name`` says who and in which version, safe in an IRI (``llm/qwen3@1``): a change of it means to read again. It is
    the ``extractor`` of what it reads, and every ``Evidence.rule`` there begins with it up to the ``@``.
    """

    @property
    def name(self) -> str:
        """Who reads, and in which version."""

    def read(self, document: Document, core: Reading, /) -> Reading:
        """What the reader makes of the document that the core reads so. ReaderError where it cannot say."""


def signature(*readers: str) -> str:
    """The ``Reading.extractor`` of the core with second readers of these names, in the order of hearing."""
    return "+".join((PROGRAM, *readers))


def heard(core: Reading, second: Reading) -> Reading:
    """The core's reading of a document with what a second reader adds to it and confirms in it."""
    ballots, not_ballots = heard_ballots(core.ballots, second.ballots)
    statements, not_statements = heard_statements(core.statements, second.statements)
    return replace(
        core,
        extractor=f"{core.extractor}+{second.extractor}",
        ballots=ballots,
        statements=statements,
        tenures=heard_tenures(core.tenures, second.tenures),
        negotiations=heard_negotiations(core.negotiations, second.negotiations),
        stances=heard_stances(core.stances, second.stances),
        demands=heard_demands(core.demands, second.demands),
        habits=heard_habits(core.habits, second.habits),
        dropped=core.dropped + second.dropped + not_ballots + not_statements,
    )
