"""What a roll-call file lists, before it is counted: roll calls and votes, in one shape whatever the layout.

``calls`` has a column ``call`` (0, 1, ... in the order of the record's numbers as text), then those of ROLLCALLS that a
file itself gives. ``votes`` has ``call``, ``state`` and ``option``, sorted, each state once in a roll call.
"""

from dataclasses import dataclass
from functools import cache

import polars as pl

from kg import codes
from kg.load.layouts import OPTIONS
from kg.load.record import COUNTS, OPTION, RECORD_ID, Problem
from kg.load.sessions import session_of

__all__ = ["CALL", "TEXTS", "TOTALS", "Listing", "completed", "options", "state_type", "votes_once"]

CALL = pl.UInt32
TEXTS = ("session", "title", "agenda", "subjects", "draft", "meeting")
TOTALS = tuple(f"printed_{name}" for name in (*COUNTS, "states"))


@dataclass(frozen=True, slots=True)
class Listing:
    """What a file lists. ``compared`` names the printed totals that its votes can be held against."""

    calls: pl.DataFrame
    votes: pl.DataFrame
    problems: tuple[Problem, ...]
    compared: tuple[str, ...] = (*COUNTS, "states")


@cache
def state_type() -> pl.Enum:
    """The codes of all states as a column type; its order is that of the alphabet."""
    return pl.Enum(sorted(codes.states()))


def options(printed: pl.Series) -> pl.Series:
    """Vote marks as options, null where a mark is unknown."""
    known = {mark: option.value for mark, option in OPTIONS.items()}
    marks = printed.str.strip_chars().str.to_uppercase()
    return marks.replace_strict(known, default=None, return_dtype=OPTION)


def votes_once(votes: pl.DataFrame, calls: pl.DataFrame) -> tuple[pl.DataFrame, tuple[Problem, ...]]:
    """The votes sorted, each state once. A state listed twice with two votes has none that we could state."""
    # One number is sorted several times as fast as two columns.
    places = pl.col("call").cast(pl.UInt64) * len(codes.states()) + pl.col("state").to_physical()
    votes = votes.with_columns(place=places).sort("place")
    again = (votes["place"] == votes["place"].shift()).fill_null(value=False)
    votes = votes.drop("place")
    if not again.any():
        return votes, ()
    doubled = votes.join(votes.filter(again).select("call", "state").unique(), on=["call", "state"], how="semi")
    grouped = doubled.group_by("call", "state").agg(n=pl.col("option").n_unique()).sort("call", "state")
    problems = []
    named = grouped.join(calls.select("call", "undl_id", "symbol"), on="call", how="left", maintain_order="left")
    for undl_id, symbol, state, n in named.select("undl_id", "symbol", "state", "n").iter_rows():
        told = "the same vote" if n == 1 else "different votes: left out"
        problems.append(Problem(RECORD_ID + undl_id, symbol, f"{state} is listed more than once with {told}"))
    unclear = grouped.filter(pl.col("n") > 1)
    once = votes.filter(~again)
    return once.join(unclear, on=["call", "state"], how="anti", maintain_order="left"), tuple(problems)


def completed(calls: pl.DataFrame, body: pl.Expr) -> pl.DataFrame:
    """Roll calls with all columns that a file may give; what it does not give is empty or null.

    Single spaces in symbols and titles; totals as whole numbers (files print ``93.0`` and ``012``). Where the session
    is not given, the Council's is the year, the Assembly's stands in the symbol.
    """
    absent = [pl.lit(None, pl.String).alias(name) for name in (*TEXTS, *TOTALS) if name not in calls.columns]
    calls = calls.with_columns(absent).with_columns(
        pl.col(*TEXTS).fill_null("").str.strip_chars(),
        pl.col(*TOTALS).cast(pl.Float64, strict=False).round().cast(pl.Int32, strict=False),
        body=body,
    )
    year = pl.col("date").dt.year().cast(pl.String)
    told = pl.col("symbol").map_elements(session_of, pl.String)
    session = pl.when(pl.col("body") == "UNSC").then(year).otherwise(pl.coalesce(told, year))
    return calls.with_columns(
        pl.col("symbol", "title").str.replace_all(r"\s+", " "),
        id=RECORD_ID + pl.col("undl_id"),
        session=pl.when(pl.col("session") == "").then(session).otherwise("session"),
    )
