"""The roll calls of the record that reported ballots may be: by day, by figures, by symbol."""

from collections.abc import Sequence
from functools import reduce

import polars as pl

from kg.load.rollcall import Record, roll_calls
from kg.model import Document, Option, Reading, RollCall
from kg.resolve.reports import Report, days_of, plain_symbol, reports

__all__ = ["rollcalls_for"]

_COLUMNS = {Option.YES: "yes", Option.NO: "no", Option.ABSTAIN: "abstain"}
# A report that spans more days than this is looked up by its figures only.
_FEW_DAYS = 35


def rollcalls_for(record: Record, documents: Sequence[Document], readings: Sequence[Reading]) -> tuple[RollCall, ...]:
    """The roll calls that :func:`kg.resolve.resolve_ballots` needs to compare the ballots of these readings with."""
    told = [r for r in reports(documents, readings) if r.identifies and r.sort == "text"]
    conditions = [c for r in told for c in _conditions(r)]
    symbols = {(r.body, r.symbol) for r in told if r.symbol}
    ids: set[str] = set()
    if conditions:
        wanted = reduce(lambda a, b: a | b, conditions)
        ids.update(record.rollcalls.filter(wanted)["id"])
    if symbols:
        rows = record.rollcalls.select("id", "body", "symbol").iter_rows()
        ids.update(i for i, body, symbol in rows if (body, plain_symbol(symbol)) in symbols)
    return roll_calls(record, ids)


def _conditions(report: Report) -> list[pl.Expr]:
    of_body = pl.col("body") == report.body
    days = days_of(report)
    found = []
    if days and (days[1] - days[0]).days <= _FEW_DAYS:
        found.append(of_body & pl.col("date").is_between(*days))
    figures = [pl.col(_COLUMNS[o]) == n for o, n in report.tally if o in _COLUMNS]
    if len(figures) > 1:
        in_time = [pl.col("date").is_between(*days)] if days else []
        found.append(reduce(lambda a, b: a & b, [of_body, *figures, *in_time]))
    return found
