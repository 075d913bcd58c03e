"""The roll calls of the record that reported ballots may be: by day, by figures, by symbol."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.load.rollcall import Record, roll_calls
from kg.model import Document, Option, Reading, RollCall, When
from kg.resolve.recorded import CallIndex
from kg.resolve.reports import Report, days_of, plain_symbol, reports

__all__ = ["rollcalls_for"]

_COLUMNS = ("id", "body", "date", "symbol", "draft", Option.YES.value, Option.NO.value, Option.ABSTAIN.value)


def rollcalls_for(record: Record, documents: Sequence[Document], readings: Sequence[Reading]) -> tuple[RollCall, ...]:
    """The roll calls that :func:`kg.resolve.resolve_ballots` needs to compare the ballots of these readings with."""
    told = [r for r in reports(documents, readings) if r.identifies and r.sort == "text"]
    index = CallIndex(_bare(record) if told else ())
    ids = {call.rollcall for report in (*told, *_on_days_of_others(told, index)) for call in index.candidates(report)}
    return roll_calls(record, ids)


def _bare(record: Record) -> Iterator[Report]:
    """Every roll call of the record with what it is looked up by, and no votes."""
    for id_, body, day, symbol, draft, *counts in record.rollcalls.select(_COLUMNS).iter_rows():
        symbols = frozenset(plain_symbol(s) for s in (symbol, *(draft or "").split("|")) if s)
        tally = tuple(zip((Option.YES, Option.NO, Option.ABSTAIN), counts, strict=True))
        yield Report(id_, "record", body, "text", When(day, day), drafts=symbols, tally=tally, rollcall=id_)


def _on_days_of_others(told: Sequence[Report], index: CallIndex) -> Iterator[Report]:
    """Reports without any time, on the days on which the other ballots of their documents may have been."""
    by_owner: dict[str, list[Report]] = defaultdict(list)
    for report in told:
        by_owner[report.owner].append(report)
    for report in told:
        if report.past or days_of(report):
            continue
        others = [r for r in by_owner[report.owner] if r is not report and not r.past]
        days = {call.when.start for r in others for call in index.candidates(r) if call.when}
        yield from (replace(report, likely=day) for day in sorted(days))
