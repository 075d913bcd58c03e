"""All that an article says of votes, against all that the record holds."""

from collections.abc import Mapping, Sequence

from kg.load.rollcall import Record, roll_calls
from kg.model import Document, Matching, Reading, Verdict
from kg.rdf import Claim, Identity
from kg.verify.habits import habit_verdicts
from kg.verify.record import FEW, Coverage, verdicts
from kg.verify.wording import names

__all__ = ["record_verdicts"]


def record_verdicts(
    claims: Sequence[Claim],
    read: Mapping[str, tuple[Document, Reading]],
    identity: Identity,
    matchings: Mapping[tuple[str, int], Matching],
    record: Record,
) -> tuple[Verdict, ...]:
    """The verdicts on all claims about votes, and on what is said of votes at large. ``read`` is by document."""
    wanted = identity.rollcalls() | {
        id_ for m in matchings.values() if len(m.candidates) <= FEW for id_ in m.candidates
    }
    calls = {call.id: call for call in roll_calls(record, wanted)}
    coverage = Coverage.of(record.rollcalls.select("body", "date", "symbol").iter_rows())
    shown = names()
    return (
        *verdicts(claims, identity, calls, coverage, shown, matchings),
        *habit_verdicts(claims, read, record, shown),
    )
