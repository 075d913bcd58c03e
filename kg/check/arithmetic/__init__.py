"""Vote arithmetic: what cannot be, however it was read.

The official record and what articles tell are brought into one form, two tables (``Ballots``), and go through the same
rules. A rule is a function from these tables to violations; each names what it enforces (``kg.check.rules``).
"""

from collections.abc import Callable, Iterator, Sequence

from kg.check.arithmetic.calendar import council_order, session_dates
from kg.check.arithmetic.counting import one_vote, recount
from kg.check.arithmetic.majorities import council, majority, two_thirds
from kg.check.arithmetic.membership import seats, voters, whole_list
from kg.check.arithmetic.tables import EVENT, Ballots, of_record
from kg.check.arithmetic.telling import accepted, claimed
from kg.check.report import Section, Violation
from kg.check.rules import RULES
from kg.load.record import Record
from kg.terms import Quad

__all__ = ["arithmetic"]

Check = Callable[[Ballots], Iterator[Violation]]

_OUTCOMES: tuple[Check, ...] = (majority, two_thirds, council)
_VOTES: tuple[Check, ...] = (*_OUTCOMES, one_vote, recount, voters)
_OFFICIAL: tuple[Check, ...] = (*_VOTES, whole_list, session_dates, council_order)
_TOLD: tuple[Check, ...] = (*_VOTES, seats)
_CLAIMED: tuple[Check, ...] = (*_OUTCOMES, seats)


def arithmetic(quads: Sequence[Quad], record: Record) -> Section:
    """Check the roll calls of the record, the ballots that only articles tell, and the numbers that single ones give.

    What single sources get wrong is told as a warning. ``quads`` need not hold the record.
    """
    official, told = of_record(record), accepted(quads, record)
    found = {violation for check in _OFFICIAL for violation in check(official)}
    found |= {violation for check in _TOLD for violation in check(told)}
    misprinted = frozenset(v.focus for v in found if v.rule == RULES["recount"])
    found |= set(_problems(record, misprinted))
    single = claimed(quads, record)
    found |= {violation for check in _CLAIMED for violation in check(single)}
    scope = ", ".join(
        [
            f"{official.ballots.height:,} roll calls with {official.votes.height:,} votes",
            f"{told.ballots.height:,} ballots told by articles with {told.votes.height:,} votes",
        ]
    )
    return Section("Vote arithmetic", scope, tuple(sorted(found)))


def _problems(record: Record, known: frozenset[str]) -> Iterator[Violation]:
    """What the roll-call files got wrong, as it was found when they were loaded, except for totals that are known."""
    for problem in record.problems:
        focus = EVENT + problem.rollcall if problem.rollcall else ""
        if not (focus in known and problem.message.startswith("prints ")):
            yield Violation(focus, "", f"{problem.symbol}: {problem.message}.")
