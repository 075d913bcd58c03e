"""Who may vote, once each; and that numbers are what a count gives."""

from collections.abc import Iterator

import polars as pl

from kg.check.arithmetic.tables import COUNTS, EVENT, STATE, Ballots
from kg.check.report import Severity, Violation
from kg.check.rules import NO_RULE, RULES, Rule
from kg.load.record import Record
from kg.rdf import DIRECT

__all__ = ["indexed", "one_vote", "problems", "recount"]

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
    """No camp is larger than its number; in the record it is as large."""
    counted = told.votes.group_by("at").agg((pl.col("option") == name).sum().alias(f"listed_{name}") for name in COUNTS)
    both = told.ballots.join(counted, on="at", how="left")
    for name in COUNTS:
        number, listed = pl.col(name), pl.col(f"listed_{name}").fill_null(0)
        wrong = both.filter((listed != number) if told.official else (listed > number))
        for ballot, given, found in wrong.select("ballot", number, listed).iter_rows():
            message = f"{found} states are in this camp, but its number is {given}."
            yield Violation(ballot, _DIRECT[name], message, rule=RULES["recount"])


def indexed(held: pl.DataFrame, record: Record) -> Iterator[Violation]:
    """What a store holds of a roll call is what the record holds; roll calls of which it gives no vote are passed over.

    ``held`` has the columns ``rollcall``, ``state`` and ``option``.
    """
    columns = ("rollcall", "state", "option")
    listed = record.votes.filter(pl.col("rollcall").is_in(held["rollcall"].unique().implode())).select(columns)
    differ = pl.concat([listed.join(held, on=columns, how="anti"), held.join(listed, on=columns, how="anti")])
    symbols = record.rollcalls.select("id", "symbol")
    counted = (
        differ.group_by("rollcall").agg(pl.col("state").n_unique()).join(symbols, left_on="rollcall", right_on="id")
    )
    for rollcall, states, symbol in counted.iter_rows():
        number = f"votes of {states} states" if states > 1 else "vote of one state"
        message = f"{symbol}: the store differs from the record in the {number}. Run kg rebuild."
        yield Violation(EVENT + rollcall, "", message)


def problems(record: Record) -> Iterator[Violation]:
    """What the roll-call files got wrong, as it was found when they were loaded.

    A file that says nothing of some states is no broken rule, but a reader should know.
    """
    for problem in record.problems:
        message, known = f"{problem.symbol}: {problem.message}.", bool(problem.rollcall)
        severity = Severity.VIOLATION if known else Severity.WARNING
        rule = _rule_of(problem.symbol, problem.message)
        yield Violation(EVENT + problem.rollcall if known else "", "", message, severity, rule=rule)


def _rule_of(symbol: str, message: str) -> Rule:
    if message.startswith("prints "):
        return RULES["recount"]
    if " is listed more than once" in message:
        return _one_vote_in("UNSC" if symbol.startswith("S/") else "UNGA")
    return NO_RULE
