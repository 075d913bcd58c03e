"""What it takes to carry a draft, and whether its numbers go with what became of it.

Abstentions and absences are no votes: "present and voting" are those for and against (rule of procedure 86). Which
question is important, and so needs two thirds, is judged only where its title leaves no doubt; where that is uncertain,
a simple majority is all that is asked. Elections, which have rules of their own, are not judged.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache

import polars as pl

from kg import codes
from kg.check.arithmetic.tables import STATE, Ballots
from kg.check.report import Violation
from kg.check.rules import RULES, Rule
from kg.model import BallotKind, Option, Outcome
from kg.vocab import KG

__all__ = ["council", "majority", "two_thirds"]

_COMMITTEES = r"^(?:UNGA-\dC|UNHRC)$"
_PLENARY = pl.col("body") == "UNGA"
_COUNCIL = pl.col("body") == "UNSC"
_ADOPTED = pl.col("outcome") == Outcome.ADOPTED.value
_REJECTED = pl.col("outcome") == Outcome.REJECTED.value
_VETOED = pl.col("outcome") == Outcome.VETOED.value

# Questions that Article 18(2) lists, by the titles that the Assembly gives them.
_IMPORTANT = (
    r"(?i)^admission of (?:new members|.+ to membership)"
    r"|^(?:suspension|expulsion) of .*(?:rights|privileges|member)"
    r"|^(?:approval of )?trusteeship agreement"
    r"|^scale of assessments for the apportionment of (?:the )?expenses"
    r"|^(?:proposed |revised |final )*(?:programme )?budget (?:for|appropriations?|estimates)"
    r"|^(?:financing of the |financial |supplementary )?appropriations? for"
)
_OF_HUMAN_RIGHTS_COUNCIL = r"(?i)^suspension of .*membership .*human rights council"
# An emergency special session recommends what is to keep the peace; its credentials are another matter.
_EMERGENCY = r"^A/(?:RES/)?(?:ES-|\d+\(ES-)"
_CREDENTIALS = r"(?i)\bcredentials\b"


def majority(told: Ballots) -> Iterator[Violation]:
    """More votes in favour than against, wherever something is adopted; the Council asks for more."""
    voted = _judged(told).filter(~_COUNCIL)
    for row in voted.filter(_ADOPTED & (pl.col("yes") <= pl.col("no"))).iter_rows(named=True):
        yield _broken(told, row, _simple(row["body"]))
    carried = pl.col("yes") > pl.col("no")
    for row in voted.filter(_REJECTED & carried & pl.col("body").str.contains(_COMMITTEES)).iter_rows(named=True):
        yield _broken(told, row, _simple(row["body"]))


def _simple(body: str) -> Rule:
    if body == "UNGA":
        return RULES["charter-18-3"]
    if body == "UNHRC" or body.startswith("UNGA-"):
        return RULES["committee-125"]
    return RULES["charter-67-2" if body == "ECOSOC" else "majority"]


def two_thirds(told: Ballots) -> Iterator[Violation]:
    """Two thirds for what is surely an important question; and nothing is rejected that two thirds want."""
    enough = pl.col("yes") >= 2 * pl.col("no")
    voted = _judged(told).filter(_PLENARY)
    title, emergency = pl.col("title").fill_null(""), pl.col("symbol").fill_null("").str.contains(_EMERGENCY)
    important = title.str.contains(_IMPORTANT) | (emergency & ~title.str.contains(_CREDENTIALS))
    short = voted.filter(_ADOPTED & important & ~enough & (pl.col("yes") > pl.col("no")))
    suspended = title.str.contains(_OF_HUMAN_RIGHTS_COUNCIL).alias("suspended")
    for row in short.with_columns(suspended).iter_rows(named=True):
        yield _broken(told, row, RULES["hrc-two-thirds" if row["suspended"] else "charter-18-2"])
    for row in voted.filter(_REJECTED & enough).iter_rows(named=True):
        yield _broken(told, row, RULES["charter-18-2"])


def council(told: Ballots) -> Iterator[Violation]:
    """Nine votes, or seven of the eleven until 1965, and no veto, which only a permanent member has."""
    of_council = _judged(told).filter(_COUNCIL)
    cast = pl.sum_horizontal("yes", "no", "abstain")
    before = pl.when(pl.col("date").is_null()).then(cast <= 11).otherwise(pl.col("date") < codes.COUNCIL_ENLARGED)
    of_council = of_council.with_columns(needed=pl.when(before).then(7).otherwise(9))
    enough = pl.col("yes") >= pl.col("needed")
    for row in of_council.filter((_ADOPTED & ~enough) | (_VETOED & ~enough)).iter_rows(named=True):
        yield _broken(told, row, RULES["charter-27-2"])
    unopposed = pl.col("no").fill_null(-1) == 0
    for row in of_council.filter((_REJECTED & enough & unopposed) | (_VETOED & unopposed)).iter_rows(named=True):
        yield _broken(told, row, RULES["charter-27-2" if row["outcome"] == Outcome.REJECTED else "charter-27-3"])
    yield from _vetoes(told)


def _vetoes(told: Ballots) -> Iterator[Violation]:
    """A veto stops what it meets, and is a permanent member's."""
    votes = told.votes.filter(pl.col("option") == Option.NO.value).join(
        told.ballots.filter(_COUNCIL).select("at", "ballot", "name", "outcome", "kind"), on="at"
    )
    permanent = pl.col("state").is_in(_permanent())
    rule = RULES["charter-27-3"]
    for ballot, state in votes.filter("veto", ~permanent).select("ballot", "state").iter_rows():
        yield Violation(STATE + state, KG.veto.value, "Only a permanent member has a veto.", told.conduct, ballot, rule)
    # A "no" under a text that the record has as adopted shows that the question was procedural: it is no veto.
    substantial = pl.col("kind") == BallotKind.RESOLUTION.value
    stopped = pl.col("veto") | (substantial & permanent if not told.official else pl.lit(value=False))
    for ballot, name, state in votes.filter(_ADOPTED & stopped).select("ballot", "name", "state").iter_rows():
        message = f"{name}: adopted against the vote of a permanent member, {state}; only procedural questions can be."
        yield Violation(ballot, KG.outcome.value, message, told.conduct, STATE + state, rule)


@cache
def _permanent() -> tuple[str, ...]:
    """The permanent members of all times, by the codes they had then."""
    return tuple(sorted(codes.permanent_members(date(1946, 1, 1)) | codes.permanent_members(date(1992, 1, 1))))


def _judged(told: Ballots) -> pl.DataFrame:
    """Ballots on which votes were cast; of an election, or without a vote, numbers say nothing."""
    election = pl.col("kind").fill_null("") == BallotKind.ELECTION.value
    return told.ballots.filter(~election & (pl.sum_horizontal("yes", "no", "abstain") > 0))


def _broken(told: Ballots, row: dict[str, object], rule: Rule) -> Violation:
    no = "?" if row["no"] is None else row["no"]
    message = f"{row['name']}: {row['outcome']} with {row['yes']} in favour and {no} against."
    return Violation(str(row["ballot"]), KG.outcome.value, message, told.conduct, rule=rule)
