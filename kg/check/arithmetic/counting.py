"""Who may vote, once each; and that numbers are what a count gives."""

from collections.abc import Iterator

import polars as pl

from kg.check.arithmetic.tables import COUNTS, STATE, Ballots
from kg.check.report import Violation
from kg.check.rules import RULES, Rule
from kg.rdf import DIRECT
from kg.vocab import KG

__all__ = ["one_vote", "recount"]

_CAMP = {option.value: "kg:" + predicate.value.rpartition("#")[2] for option, predicate in DIRECT.items()}
_DIRECT = {option.value: predicate.value for option, predicate in DIRECT.items()}


def one_vote(told: Ballots) -> Iterator[Violation]:
    """No state is in two camps of one ballot."""
    twice = told.votes.filter(pl.struct("at", "state").is_duplicated())
    torn = twice.group_by("at", "state").agg(pl.col("option").unique().sort()).filter(pl.col("option").list.len() > 1)
    bodies = told.ballots.select("at", "ballot", "body")
    for state, options, ballot, body in torn.join(bodies, on="at").drop("at").iter_rows():
        camps = " and ".join(_CAMP[option] for option in options)
        message = "The state is in two camps of this voting event. Look at the claims on its vote."
        yield Violation(STATE + state, camps, message, value=ballot, rule=_one_vote_in(body))


def _one_vote_in(body: str) -> Rule:
    if body.startswith("UNGA"):
        return RULES["charter-18-1"]
    return RULES["charter-27-1" if body == "UNSC" else "one-vote"]


def recount(told: Ballots) -> Iterator[Violation]:
    """No camp is larger than its number; in the record it is as large, and the file prints the same."""
    counted = told.votes.group_by("at").agg((pl.col("option") == name).sum().alias(f"listed_{name}") for name in COUNTS)
    both = told.ballots.join(counted, on="at", how="left")
    for name in COUNTS:
        number, listed = pl.col(name), pl.col(f"listed_{name}").fill_null(0)
        wrong = both.filter((listed != number) if told.official else (listed > number))
        for ballot, given, found in wrong.select("ballot", number, listed).iter_rows():
            message = f"{found} states are in this camp, but its number is {given}."
            yield Violation(ballot, _DIRECT[name], message, rule=RULES["recount"])
    yield from _misprints(told.ballots)


def _misprints(ballots: pl.DataFrame) -> Iterator[Violation]:
    """Totals that a file prints and that its rows do not give."""
    differ = [(pl.col(f"printed_{name}") != pl.col(name)).fill_null(value=False) for name in COUNTS]
    for row in ballots.filter(pl.any_horizontal(differ)).iter_rows(named=True):
        printed, listed = (
            "-".join("?" if row[prefix + name] is None else str(row[prefix + name]) for name in COUNTS)
            for prefix in ("printed_", "")
        )
        message = f"The file prints {printed} for {row['name']}, but lists {listed} (yes-no-abstain-absent)."
        yield Violation(row["ballot"], KG.yes.value, message, rule=RULES["recount"])
