"""Wide files: a row per roll call, a column per state. They tell less of a roll call, and more goes wrong in them.

A row that cannot be read is a problem of its own roll call: the others stand on lines of their own.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import polars as pl

from kg import codes
from kg.errors import RecordError
from kg.load.layouts import BODIES, WideLayout, voter
from kg.load.listing import CALL, Listing, completed, options, state_type, votes_once
from kg.load.record import COUNTS, RECORD_ID, Problem, Schema
from kg.model import Option

__all__ = ["read_wide"]

_CAST = ("yes", "no", "abstain")
_NAMED = 10


def read_wide(path: Path, layout: WideLayout, separator: str) -> Listing:
    """What a file lists. RecordError where no row of it can be read."""
    rows = pl.read_csv(path, separator=separator, infer_schema=False).with_columns(pl.all().str.strip_chars())
    if not rows.height:
        raise RecordError("empty: a header and no rows")
    states, strange = _columns(rows, layout)
    cells = _cells(rows, [*states, *strange])
    named = rows.select(**{ours: pl.col(theirs) for ours, theirs in layout.columns.items()})
    named = named.with_row_index("row").with_columns(
        body=pl.col("body").replace_strict(dict(BODIES), default=None),
        date=pl.col("date").str.to_date("%Y-%m-%d", strict=False),
    )
    good, problems = _readable(named, cells, rows[layout.columns["date"]])
    calls = completed(good, pl.col("body"))
    cast = cells.join(calls.select("row", "call", "undl_id", "symbol"), on="row")
    problems += tuple(_unnamed(cast.filter(pl.col("column").is_in(strange))))
    cast = cast.filter(pl.col("column").is_in(list(states)))
    state = pl.col("column").replace_strict(states, return_dtype=pl.String).cast(state_type())
    votes, doubled = votes_once(cast.select("call", "option", state=state).select("call", "state", "option"), calls)
    problems += doubled
    members = _members(calls)
    if layout.blank_is_absent:
        votes = _with_absent(votes, calls, members, set(states.values()))
    lacking = frozenset[str]().union(*members.values()) - set(states.values())
    if lacking:
        problems = (Problem("", path.name, _gap(lacking)), *problems)
    return Listing(calls, votes, problems, _CAST if lacking else (*COUNTS, "states"))


def _gap(lacking: frozenset[str]) -> str:
    names = sorted(map(codes.label, lacking))
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"has no column for {', '.join(names[:_NAMED])}{more}: how they voted is not in it"


def _columns(rows: pl.DataFrame, layout: WideLayout) -> tuple[Mapping[str, str], list[str]]:
    """The columns of states with their codes, and columns that hold votes and nothing else but name no state."""
    others = [column for column in rows.columns if column not in layout.columns.values()]
    states = {column: code for column in others if (code := voter(column))}
    strange = []
    for column in others:
        held = rows[column].drop_nulls().unique()
        held = held.filter(held != "")
        if column not in states and len(held) and not options(held).null_count():
            strange.append(column)
    return states, strange


def _cells(rows: pl.DataFrame, columns: list[str]) -> pl.DataFrame:
    """All votes that are there: ``row``, ``column``, ``mark`` as printed, ``option`` as read."""
    long = (
        rows.select(columns)
        .with_row_index("row")
        .unpivot(columns, index="row", variable_name="column", value_name="mark")
    )
    long = long.filter(pl.col("mark") != "")
    marks = long["mark"].unique()
    read = pl.DataFrame({"mark": marks, "option": options(marks)})
    return long.join(read, on="mark", how="left", maintain_order="left")


def _readable(
    named: pl.DataFrame, cells: pl.DataFrame, printed_day: pl.Series
) -> tuple[pl.DataFrame, tuple[Problem, ...]]:
    """The rows that tell which roll call they are of and have votes that can be read; why the others have not."""
    unknown = cells.filter(pl.col("option").is_null()).group_by("row").agg(pl.col("mark", "column").first())
    told = named.with_columns(day=printed_day.fill_null("")).join(unknown, on="row", how="left", maintain_order="left")
    reason = (
        pl.when(pl.col("undl_id").fill_null("") == "")
        .then(pl.lit("no record number"))
        .when(pl.col("body").is_null())
        .then(pl.lit("a body that is not known"))
        .when(pl.col("date").is_null())
        .then(pl.format("no date: '{}'", "day"))
        .when(~pl.col("symbol").fill_null("").str.contains(r"^[AS]/"))
        .then(pl.format("no symbol: '{}'", pl.col("symbol").fill_null("")))
        .when(pl.col("mark").is_not_null())
        .then(pl.format("an unknown vote mark '{}' of {}", "mark", "column"))
    )
    told = told.with_columns(reason=reason)
    again = ~pl.col("undl_id").is_first_distinct().over(pl.col("reason").is_null())
    second = pl.when(again).then(pl.lit("a second row of this roll call"))
    told = told.with_columns(reason=pl.coalesce("reason", second))
    problems = tuple(
        Problem(RECORD_ID + (number or "?"), symbol or "?", f"{why}: left out")
        for number, symbol, why in told.filter(pl.col("reason").is_not_null())
        .select("undl_id", "symbol", "reason")
        .iter_rows()
    )
    good = told.filter(pl.col("reason").is_null()).drop("day", "mark", "column", "reason").sort("undl_id")
    if good.is_empty():
        raise RecordError(f"no roll call in it can be read: {problems[0]}")
    return good.with_columns(call=pl.int_range(pl.len(), dtype=CALL)), problems


def _unnamed(cells: pl.DataFrame) -> Iterator[Problem]:
    for undl_id, symbol, column, mark in cells.select("undl_id", "symbol", "column", "mark").iter_rows():
        yield Problem(RECORD_ID + undl_id, symbol, f"the column {column!r} names no state: its vote {mark} is left out")


def _members(calls: pl.DataFrame) -> Mapping[tuple[str, date], frozenset[str]]:
    """Who may vote, by body and day, as far as that is known."""
    days = calls.select("body", "date").unique().iter_rows()
    return {(body, day): who for body, day in days if (who := codes.eligible(body, day)) is not None}


def _with_absent(
    votes: pl.DataFrame, calls: pl.DataFrame, members: Mapping[tuple[str, date], frozenset[str]], listed: set[str]
) -> pl.DataFrame:
    """The votes, and those who did not vote: members with an empty cell, where all votes that were counted are there.

    Where the cells do not add up to what is printed, an empty one may be a vote that was lost.
    """
    counts = votes.group_by("call").agg([(pl.col("option") == name).sum().alias(name) for name in _CAST])
    whole = calls.join(counts, on="call").filter([pl.col(f"printed_{name}") == pl.col(name) for name in _CAST])
    pairs = [
        (call, state)
        for call, body, day in whole.select("call", "body", "date").iter_rows()
        for state in members.get((body, day), frozenset()) & listed
    ]
    schema: Schema = {"call": CALL, "state": state_type()}
    silent = pl.DataFrame(pairs, schema=schema, orient="row").join(votes, on=["call", "state"], how="anti")
    absent = silent.with_columns(option=pl.lit(Option.ABSENT.value, votes["option"].dtype))
    return pl.concat([votes, absent.select(votes.columns)]).sort("call", "state")
