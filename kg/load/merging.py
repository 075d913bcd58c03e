"""Several files of the record as one: what a later one says of a roll call supersedes what an earlier one said.

The votes that are superseded are kept as corrections. A long file supersedes the votes of a roll call as a whole. A
wide one has no more than its columns: votes that it does not list stay, and what it tells of a roll call beside the
votes only fills gaps.
"""

from collections.abc import Iterable
from datetime import date
from functools import reduce

import polars as pl

from kg.load.layouts import is_wide
from kg.load.listing import TEXTS, TOTALS
from kg.load.record import CORRECTIONS, COUNTS, ROLLCALLS, Record, empty_record
from kg.load.tallying import tallied

__all__ = ["merged", "superseded"]

# A title that a page of the Library shows cut.
_CUT = r"\[\.\.\.\]$"
_THEN = "_then"


def merged(records: Iterable[Record]) -> Record:
    """Several records as one. Of a roll call that comes twice, that of the record with the latest roll call counts.

    Of records that end on the same day the later one in the order given.
    """
    return reduce(superseded, sorted(records, key=_last_day), empty_record())


def _last_day(record: Record) -> date:
    latest = record.rollcalls["date"].max()
    return latest if isinstance(latest, date) else date.min


def superseded(before: Record, after: Record) -> Record:
    """Two records as one; of a roll call that is in both, ``after`` counts."""
    if _is_empty(before) or _is_empty(after):
        return after if _is_empty(before) else before
    files = {file.sha256: file for file in (*before.sources, *after.sources)}
    wide = [sha256 for sha256, file in files.items() if is_wide(file.layout)]
    poor = frozenset(after.rollcalls.filter(pl.col("source").is_in(wide))["id"])
    again = before.rollcalls.select("id").join(after.rollcalls, on="id", how="semi")["id"]
    replaced = frozenset(after.rollcalls["id"]) - poor
    kept = (problem for problem in before.problems if problem.rollcall not in replaced)
    rest = [_without(record, again) for record in (before, after)]
    rollcalls = [record.rollcalls for record in rest]
    votes = rest[0].votes.merge_sorted(rest[1].votes, "rollcall")
    corrections = [before.corrections, after.corrections]
    if not again.is_empty():
        compared = _compared(before, after, again, poor)
        calls, cast = _tallied(_described(before, after, compared, wide), compared)
        rollcalls.append(calls)
        votes = votes.merge_sorted(cast, "rollcall")
        corrections.append(_corrections(compared))
    return Record(
        pl.concat(rollcalls).sort("body", "date", "id"),
        votes,
        tuple(dict.fromkeys((*kept, *after.problems))),
        pl.concat(corrections).unique().sort(*CORRECTIONS),
        tuple(files.values()),
    )


def _is_empty(record: Record) -> bool:
    return not (record.rollcalls.height or record.problems or record.sources)


def _without(record: Record, ids: pl.Series) -> Record:
    if ids.is_empty():
        return record
    return Record(
        record.rollcalls.filter(~pl.col("id").is_in(ids.implode())),
        record.votes.filter(~pl.col("rollcall").is_in(ids.implode())),
    )


# --------------------------------------------------------------------------- votes


def _compared(before: Record, after: Record, again: pl.Series, poor: frozenset[str]) -> pl.DataFrame:
    """Vote by vote of the roll calls in both: ``then``, ``now`` (null where not listed), ``was`` and ``source``.

    ``poor``: the later file may lack members, and what it does not list stands as it was.
    """
    sides = [
        record.votes.filter(pl.col("rollcall").is_in(again.implode())).select(
            "state", pl.col("option").alias(name), call="rollcall"
        )
        for record, name in ((before, "then"), (after, "now"))
    ]
    files = before.rollcalls.select(call="id", was="source").join(
        after.rollcalls.select("source", call="id"), on="call"
    )
    both = sides[0].join(sides[1], on=["call", "state"], how="full", coalesce=True)
    return both.join(files.with_columns(poor=pl.col("call").is_in(list(poor))), on="call")


def _tallied(calls: pl.DataFrame, compared: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The roll calls counted anew, and their votes, with the columns and in the order of a record."""
    stands = pl.col("now").is_not_null() | pl.col("poor")
    votes = compared.filter(stands).select("call", "state", option=pl.coalesce("now", "then")).sort("call", "state")
    calls, votes = tallied(calls, votes)
    return calls.rename({"call": "id"}).select(*ROLLCALLS), votes.rename({"call": "rollcall"})


def _corrections(compared: pl.DataFrame) -> pl.DataFrame:
    changed = (pl.col("now") != pl.col("then")).fill_null(value=False)
    withdrawn = pl.col("now").is_null() & ~pl.col("poor")
    return (
        compared.filter(changed | withdrawn)
        .select("state", "was", "source", rollcall="call", before="then", after="now")
        .select(*CORRECTIONS)
    )


# --------------------------------------------------------------------------- all else


def _described(before: Record, after: Record, compared: pl.DataFrame, wide: list[str]) -> pl.DataFrame:
    """What is said of the roll calls in both besides their votes.

    The later file's word counts, but a wide one that follows a long one only fills gaps. Where it changes no vote
    either, the roll call stays that of the long one, with the totals printed there.
    """
    same = pl.col("now").is_null() | pl.col("now").eq_missing(pl.col("then"))
    news = compared.group_by("call").agg(pl.col("poor").first(), same=same.all())
    sides = [record.rollcalls.rename({"id": "call"}).drop(*COUNTS, "outcome") for record in (after, before)]
    both = sides[0].join(sides[1], on="call", suffix=_THEN).join(news, on="call")
    fills = pl.col("poor") & ~pl.col("source" + _THEN).is_in(wide).fill_null(value=False)
    both = both.with_columns(fills=fills, unchanged=fills & pl.col("same"))
    return both.select(
        "call",
        *(_either("fills", name) for name in ("undl_id", "body", "symbol", "date")),
        *(_fuller(name) for name in TEXTS),
        *(_either("unchanged", name) for name in (*TOTALS, "source")),
    )


def _either(condition: str, name: str) -> pl.Expr:
    """What the earlier file says under a condition, else what the later one says."""
    return pl.when(pl.col(condition)).then(pl.col(name + _THEN)).otherwise(pl.col(name)).alias(name)


def _fuller(name: str) -> pl.Expr:
    """A text of the file that counts; of the other where that has none or only its beginning."""
    first = _either("fills", name).fill_null("")
    second = pl.when("fills").then(pl.col(name)).otherwise(pl.col(name + _THEN)).fill_null("")
    better = (first == "") | (first.str.contains(_CUT) & ~second.str.contains(_CUT) & (second != ""))
    return pl.when(better).then(second).otherwise(first).alias(name)
