"""That the members of the day vote, all of them, and nobody else.

A member admitted, or leaving, on the very day may be listed or not: roll calls are taken before and after. What several
roll calls get wrong in the same way is told once.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

import polars as pl

from kg import codes
from kg.check.arithmetic.tables import COUNTS, STATE, Ballots
from kg.check.report import Severity, Violation
from kg.check.rules import RULES, Rule
from kg.model import Option
from kg.vocab import KG

__all__ = ["seats", "voters", "whole_list"]

_DAY = timedelta(days=1)
_NAMED = 8  # states that a message names one by one


def seats(told: Ballots) -> Iterator[Violation]:
    """yes + no + abstain + absent within the members of the day, or the seats of the body."""
    given = told.ballots.filter(pl.sum_horizontal(COUNTS) > 0)
    for row in given.iter_rows(named=True):
        known = {name: row[name] for name in COUNTS if row[name] is not None}
        limit, rule = _seats(row["body"], row["date"])
        if limit is not None and sum(known.values()) > limit:
            then = f" on {row['date']}" if rule.id != "seats" else ""
            votes = " + ".join(f"{number} {name}" for name, number in known.items())
            message = f"{row['name']}: the body has {limit} members{then}, but {votes} = {sum(known.values())}."
            yield Violation(row["ballot"], KG.yes.value, message, told.severity, rule=rule)


def _seats(body: str, day: date | None) -> tuple[int | None, Rule]:
    """How many may vote, and by which rule."""
    if day is not None and (members := codes.eligible(body, day)) is not None:
        return max(len(members), len(codes.eligible(body, day + _DAY) or ())), _members_of(body)
    known = codes.body(body)
    return (known.size if known else None), RULES["seats"]


def _members_of(body: str) -> Rule:
    return RULES["charter-23-1" if body == "UNSC" else "charter-9-1"]


def voters(told: Ballots) -> Iterator[Violation]:
    """Nobody votes who is no member that day, nor is listed as absent."""
    days, members = _members(told, frozenset.union)
    strangers = (
        told.votes.join(days, on="at")
        .join(members, on=["group", "state"], how="anti")
        .with_columns(cast=pl.col("option") != Option.ABSENT.value)
        .sort("date", "at")
        .group_by("body", "state", "cast", maintain_order=True)
        .agg("ballot", "name", "date")
    )
    for body, state, cast, ballots, names, dates in strangers.iter_rows():
        votes = f"{codes.label(state)} {'votes' if cast else 'is listed as absent'}"
        message = f"{votes} in {_where(names, dates)}, but was no member of the {codes.label(body)} then."
        yield Violation(STATE + state, "", message, Severity.WARNING, ballots[0], _members_of(body))


def whole_list(told: Ballots) -> Iterator[Violation]:
    """A roll call lists every member of the day."""
    days, members = _members(told, frozenset.intersection)
    listed = told.votes.select("at", "state")
    missing = (
        days.join(members, on="group")
        .join(listed, on=["at", "state"], how="anti")
        .sort("date", "at", "state")
        .group_by("at", "body", "ballot", "name", "date", maintain_order=True)
        .agg("state")
        .group_by("body", "state", maintain_order=True)
        .agg("ballot", "name", "date")
    )
    for body, states, ballots, names, dates in missing.iter_rows():
        message = (
            f"{_listing(states)} not listed in {_where(names, dates)}, though a member of the {codes.label(body)} then."
        )
        yield Violation(ballots[0], "", message, Severity.WARNING, rule=RULES["whole-list"])


def _members(told: Ballots, combined: Callable[..., frozenset[str]]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The ballots whose day and members are known, each with the number of its group, and the states of each group.

    ``combined`` puts together the members of the day before, the day and the day after. Membership changes a few times
    a year, so that few groups serve all days.
    """
    groups: dict[tuple[frozenset[str], ...], int] = {}
    rows = []
    dated = told.ballots.filter(pl.col("date").is_not_null()).select("at", "ballot", "name", "body", "date")
    for body, day in dated.select("body", "date").unique(maintain_order=True).iter_rows():
        around = [codes.eligible(body, day + step * _DAY) for step in (-1, 0, 1)]
        known = tuple(members for members in around if members is not None)
        if around[1] is not None:
            rows.append((body, day, groups.setdefault(known, len(groups))))
    days = pl.DataFrame(rows, schema={"body": pl.String, "date": pl.Date, "group": pl.UInt32}, orient="row")
    states = [(group, state) for known, group in groups.items() for state in sorted(combined(*known))]
    members = pl.DataFrame(states, schema={"group": pl.UInt32, "state": pl.String}, orient="row")
    return dated.join(days, on=["body", "date"]), members


def _where(names: Sequence[str], dates: Sequence[date]) -> str:
    """``A/RES/33/17 of 1978-11-10``, or how many ballots from the first to the last of them."""
    first = f"{names[0]} of {dates[0]}"
    return first if len(names) == 1 else f"{len(names)} ballots, from {first} to {names[-1]} of {dates[-1]}"


def _listing(states: Sequence[str]) -> str:
    named = ", ".join(codes.label(state) for state in states[:_NAMED])
    more = f" and {len(states) - _NAMED} more" if len(states) > _NAMED else ""
    return f"{named}{more} {'is' if len(states) == 1 else 'are'}"
