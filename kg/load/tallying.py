"""What follows from the votes of a roll call: its totals, its outcome, and which "no" was a veto.

The functions take a table of roll calls with a column ``call`` and one of votes (``call``, ``state``, ``option``);
``call`` may be of any type that both share.
"""

from collections.abc import Iterable

import polars as pl

from kg import codes
from kg.load.record import COUNTS, OUTCOME, RECORD_ID, Problem
from kg.model import Option, Outcome

__all__ = ["mismatches", "tallied"]

# A symbol of an adopted text; anything else is a draft, whose votes must tell.
_ADOPTED = r"^[AS]/(?:RES|DEC)/"


def tallied(calls: pl.DataFrame, votes: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The roll calls with their counts and ``outcome``, the votes with ``veto``; both in the order given."""
    counts = votes.group_by("call").agg(
        [(pl.col("option") == name).sum().cast(pl.Int32).alias(name) for name in COUNTS]
    )
    calls = calls.join(counts, on="call", how="left", maintain_order="left").with_columns(
        pl.col(COUNTS).fill_null(0).cast(pl.Int32)
    )
    votes = votes.with_columns(veto=_vetoes(calls, votes))
    return calls.with_columns(outcome=_outcome(votes)), votes


def _needed() -> pl.Expr:
    """Votes that a draft needs in the Council: nine of fifteen, and seven of eleven before 1966."""
    return pl.when(pl.col("date") < codes.COUNCIL_ENLARGED).then(7).otherwise(9)


def _vetoes(calls: pl.DataFrame, votes: pl.DataFrame) -> pl.Series | pl.Expr:
    """A permanent member's "no" is a veto only where the draft failed and had the votes to pass."""
    failed = calls.filter(
        (pl.col("body") == "UNSC") & ~pl.col("symbol").str.contains(_ADOPTED) & (pl.col("yes") >= _needed())
    )
    if failed.is_empty():
        return pl.lit(value=False)
    pairs = [
        (call, state) for call, day in failed["call", "date"].iter_rows() for state in codes.permanent_members(day)
    ]
    could = pl.DataFrame(pairs, orient="row", schema={"call": votes["call"].dtype, "state": pl.String})
    cast = votes.select("call", pl.col("state").cast(pl.String), no=pl.col("option") == Option.NO.value)
    joined = cast.join(could.with_columns(could=True), on=["call", "state"], how="left", maintain_order="left")
    return joined.select(pl.col("no") & pl.col("could").fill_null(value=False)).to_series()


def _outcome(votes: pl.DataFrame) -> pl.Expr:
    vetoed = votes.filter("veto")["call"].unique().implode()
    lacking = (pl.col("body") == "UNSC") & (pl.col("yes") < _needed())
    return (
        pl.when(pl.col("symbol").str.contains(_ADOPTED))
        .then(pl.lit(Outcome.ADOPTED.value))
        .when(pl.col("call").is_in(vetoed))
        .then(pl.lit(Outcome.VETOED.value))
        .when(lacking)
        .then(pl.lit(Outcome.REJECTED.value))
        .cast(OUTCOME)
    )


def mismatches(calls: pl.DataFrame, *, names: Iterable[str]) -> tuple[Problem, ...]:
    """Printed totals that differ from the count of the votes; ``names`` are the totals that are compared.

    ``states`` is the number of members, that of all votes listed.
    """
    counted = calls.with_columns(states=pl.sum_horizontal(COUNTS))
    compared = tuple(names)
    wrong = counted.filter(
        pl.any_horizontal([(pl.col(f"printed_{name}") != pl.col(name)).fill_null(value=False) for name in compared])
    )
    return tuple(
        Problem(
            f"{RECORD_ID}{row['undl_id']}",
            row["symbol"],
            f"prints {_figures([row[f'printed_{name}'] for name in COUNTS])}{_members(row['printed_states'])} "
            f"but lists {_figures([row[name] for name in COUNTS])} of {row['states']} (yes-no-abstain-absent)",
        )
        for row in wrong.iter_rows(named=True)
    )


def _figures(counts: list[int | None]) -> str:
    return "-".join("?" if n is None else str(n) for n in counts)


def _members(number: int | None) -> str:
    return "" if number is None else f" of {number} members"
