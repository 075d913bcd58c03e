"""Vote arithmetic: what cannot be, however it was read.

The official record and what articles tell are brought into one form, two tables (``Ballots``), and go through the same
rules. A rule is a function from these tables to violations; each names what it enforces (``kg.check.rules``).
"""

from collections.abc import Callable, Iterator, Sequence

from kg.check.arithmetic.calendar import council_order, session_dates
from kg.check.arithmetic.counting import indexed, one_vote, problems, recount
from kg.check.arithmetic.majorities import council, majority, two_thirds
from kg.check.arithmetic.membership import seats, voters, whole_list
from kg.check.arithmetic.tables import Ballots, of_record
from kg.check.arithmetic.telling import Graph, accepted, claimed, stored
from kg.check.report import Section, Severity, Violation
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

    What single sources get wrong is told as a warning. ``quads`` need not hold the record's votes; where they hold
    those of a roll call, they are compared with the record.
    """
    graph = Graph.of(quads, record)
    official, told = of_record(record), accepted(graph)
    found = {violation for check in _OFFICIAL for violation in check(official)}
    found |= {violation for check in _TOLD for violation in check(told)}
    found |= {*problems(record), *indexed(stored(graph), record)}
    single = claimed(graph, record)
    found |= {violation for check in _CLAIMED for violation in check(single)}
    scope = ", ".join(
        [
            f"{official.ballots.height:,} roll calls with {official.votes.height:,} votes",
            f"{told.ballots.height:,} ballots told by articles with {told.votes.height:,} votes",
        ]
    )
    return Section("Vote arithmetic", scope, tuple(sorted(found, key=lambda v: (v.severity is Severity.WARNING, v))))
