"""Roll-call files of the UN Digital Library as two tables: one row per roll call, one row per vote.

The files are long (a row per state and resolution), so they stay columns from the first byte to the store; there is
no Python object per vote. Totals are recounted from the rows. What a file prints is kept beside that, and a
disagreement is reported, never mended.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from kg import codes
from kg.errors import RecordError
from kg.load.layouts import OPTIONS, Layout, recognise
from kg.model import Option, Outcome, RollCall

__all__ = ["RECORD_ID", "Problem", "Record", "empty_record", "merged", "read_record", "roll_calls"]

RECORD_ID = "undl-"
PERMANENT = ("CHN", "FRA", "GBR", "RUS", "SUN", "USA")
OPTION = pl.Enum([o.value for o in Option])
OUTCOME = pl.Enum([o.value for o in Outcome])

_COUNTS = {"yes": pl.Int32, "no": pl.Int32, "abstain": pl.Int32, "absent": pl.Int32}
ROLLCALLS: dict[str, pl.DataType | type[pl.DataType]] = {
    "id": pl.String,  # undl-<record id>
    "undl_id": pl.String,
    "body": pl.String,  # UNGA, UNSC
    "symbol": pl.String,
    "date": pl.Date,
    "session": pl.String,  # of the Assembly: 80, 10emsp; of the Council: the year
    "title": pl.String,
    "agenda": pl.String,
    "subjects": pl.String,  # joined by |
    "draft": pl.String,
    "meeting": pl.String,
    "outcome": OUTCOME,
    **_COUNTS,  # counted from the rows
    **{f"printed_{name}": kind for name, kind in _COUNTS.items()},  # as the file prints them, or null
}
VOTES: dict[str, pl.DataType | type[pl.DataType]] = {
    "rollcall": pl.String,
    "state": pl.String,
    "option": OPTION,
    "veto": pl.Boolean,
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that cannot be right: the roll call it concerns and what is wrong, in one line."""

    rollcall: str
    symbol: str
    message: str

    def __str__(self) -> str:
        return f"{self.symbol} ({self.rollcall}): {self.message}"


@dataclass(frozen=True, slots=True)
class Record:
    """Roll calls and votes with the columns of ROLLCALLS and VOTES, both sorted; the problems found in them."""

    rollcalls: pl.DataFrame
    votes: pl.DataFrame
    problems: tuple[Problem, ...] = ()


def empty_record() -> Record:
    """A record of nothing."""
    return Record(pl.DataFrame(schema=ROLLCALLS), pl.DataFrame(schema=VOTES))


def read_record(path: Path) -> Record:
    """The roll calls of a CSV file, plain or packed (.gz, .zst). RecordError says in one line why not."""
    rows, layout = _rows(path)
    votes, problems = _votes(rows)
    rollcalls = _rollcalls(rows, votes, layout)
    veto = _vetoes(rollcalls, votes)
    votes = votes.with_columns(veto=veto).select(*VOTES)
    rollcalls = _with_outcome(rollcalls, votes)
    return Record(rollcalls, votes, problems + _mismatches(rollcalls, rows))


def merged(records: Iterable[Record]) -> Record:
    """Several records as one; of a roll call that comes twice the later one counts."""
    whole = empty_record()
    for record in records:
        ids = record.rollcalls["id"].implode()
        whole = Record(
            pl.concat([whole.rollcalls.filter(~pl.col("id").is_in(ids)), record.rollcalls]),
            pl.concat([whole.votes.filter(~pl.col("rollcall").is_in(ids)), record.votes]),
            whole.problems + record.problems,
        )
    return Record(whole.rollcalls.sort("body", "date", "id"), whole.votes.sort("rollcall", "state"), whole.problems)


def roll_calls(record: Record, ids: Iterable[str]) -> tuple[RollCall, ...]:
    """The roll calls of these ids as objects with all their votes, in order of date."""
    wanted = pl.Series(sorted(set(ids)), dtype=pl.String).implode()
    votes: dict[str, list[tuple[str, Option]]] = {}
    for rollcall, state, option in (
        record.votes.filter(pl.col("rollcall").is_in(wanted)).select("rollcall", "state", "option").iter_rows()
    ):
        votes.setdefault(rollcall, []).append((state, Option(option)))
    texts = ("symbol", "session", "title", "agenda", "subjects", "draft")
    columns = ("id", "body", "date", *texts, "yes", "no", "abstain", "absent")
    chosen = record.rollcalls.filter(pl.col("id").is_in(wanted)).sort("date", "id").select(columns)
    return tuple(RollCall(**row, votes=tuple(votes.get(row["id"], ()))) for row in chosen.iter_rows(named=True))


# --------------------------------------------------------------------------- reading


def _rows(path: Path) -> tuple[pl.DataFrame, Layout]:
    """The rows as text, under our names."""
    try:
        header = pl.read_csv(path, infer_schema=False, n_rows=1, truncate_ragged_lines=True).columns
        layout = recognise(header)
        found = layout.found(header)
        rows = pl.read_csv(path, infer_schema=False, columns=list(found.values()))
    except pl.exceptions.NoDataError:
        raise RecordError(f"{path}: empty: no header and no rows") from None
    except RecordError as e:
        raise RecordError(f"{path}: {e}") from None
    except (pl.exceptions.PolarsError, OSError, UnicodeDecodeError) as e:
        raise RecordError(f"{path}: cut off or damaged: {_first_line(e)}") from None
    rows = rows.rename({theirs: ours for ours, theirs in found.items()})
    if not rows.height:
        raise RecordError(f"{path}: empty: a header and no rows")
    rows = rows.with_columns(pl.col(pl.String).str.strip_chars())
    try:
        return _checked(rows), layout
    except RecordError as e:
        raise RecordError(f"{path}: {e}") from None


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__


def _checked(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows, with state codes in upper case, options and dates read. RecordError where a row cannot be read."""
    rows = rows.with_row_index("line", offset=2).with_columns(
        pl.col("state").str.to_uppercase(),
        option=pl.col("vote").fill_null("").str.to_uppercase().replace_strict(_OPTION_VALUES, default=None),
        day=pl.col("date").str.slice(0, 10).str.to_date("%Y-%m-%d", strict=False),
    )
    cut = rows.filter(pl.any_horizontal(pl.col("undl_id", "state", "date", "symbol").is_null()))
    if "link" in rows.columns and rows["link"].null_count() < rows.height:
        # The last column ends with the record's number: a shorter one is a line cut off.
        whole = pl.col("link").str.contains(pl.col("undl_id") + r"(?:\?.*)?$").fill_null(value=False)
        cut = pl.concat([cut, rows.tail(1).filter(~whole)])
    if cut.height:
        raise RecordError(f"cut off or damaged at line {cut['line'][0]:,}: the row is not complete")
    _refuse(rows, "option", "vote", "an unknown vote code {!r}; known are Y, N, A, X, NV and blank")
    _refuse(rows, "day", "date", "no date: {!r}; write it as 2025-02-24")
    known = pl.Series(list(codes.states()), dtype=pl.String).implode()
    strangers = rows.filter(~pl.col("state").is_in(known))
    if strangers.height:
        raise RecordError(f"line {strangers['line'][0]:,}: unknown state code {strangers['state'][0]!r}")
    return rows


_OPTION_VALUES = {printed: option.value for printed, option in OPTIONS.items()}


def _refuse(rows: pl.DataFrame, read: str, printed: str, message: str) -> None:
    bad = rows.filter(pl.col(read).is_null())
    if bad.height:
        raise RecordError(f"line {bad['line'][0]:,}: " + message.format(bad[printed][0]))


def _votes(rows: pl.DataFrame) -> tuple[pl.DataFrame, tuple[Problem, ...]]:
    """One row per roll call and state. A state listed twice with two votes has none that we could state."""
    votes = rows.select(
        rollcall=RECORD_ID + pl.col("undl_id"), state="state", option=pl.col("option").cast(OPTION), symbol="symbol"
    )
    doubled = votes.filter(pl.struct("rollcall", "state").is_duplicated()).sort("rollcall", "state")
    problems: list[Problem] = []
    if doubled.height:
        grouped = doubled.group_by("rollcall", "symbol", "state", maintain_order=True).agg(pl.col("option").unique())
        for rollcall, symbol, state, options in grouped.iter_rows():
            told = "the same vote" if len(options) == 1 else "different votes: left out"
            problems.append(Problem(rollcall, symbol, f"{state} is listed more than once with {told}"))
    unclear = doubled.group_by("rollcall", "state").agg(n=pl.col("option").n_unique()).filter(pl.col("n") > 1)
    votes = votes.unique(["rollcall", "state"], keep="first", maintain_order=True)
    votes = votes.join(unclear, on=["rollcall", "state"], how="anti")
    return votes.select("rollcall", "state", "option").sort("rollcall", "state"), tuple(problems)


def _rollcalls(rows: pl.DataFrame, votes: pl.DataFrame, layout: Layout) -> pl.DataFrame:
    texts = ("symbol", "session", "title", "agenda", "subjects", "draft", "meeting")
    printed = tuple(f"printed_{name}" for name in _COUNTS)
    first = rows.group_by("undl_id", maintain_order=True).first()
    missing = [pl.lit(None, pl.String).alias(c) for c in (*texts, *printed) if c not in first.columns]
    counts = votes.group_by(id="rollcall").agg(
        [(pl.col("option") == name).sum().cast(pl.Int32).alias(name) for name in _COUNTS]
    )
    year = pl.col("day").dt.year().cast(pl.String)
    return (
        first.with_columns(missing)
        .with_columns(
            pl.col(*texts).fill_null(""),
            pl.col(*printed).cast(pl.Float64, strict=False).round().cast(pl.Int32, strict=False),
            id=RECORD_ID + pl.col("undl_id"),
            body=pl.lit(layout.body),
            date="day",
            outcome=pl.lit(None, OUTCOME),
        )
        .with_columns(
            symbol=pl.col("symbol").str.replace_all(r"\s+", " "),
            title=pl.col("title").str.replace_all(r"\s+", " "),
            session=pl.when(pl.col("session") == "").then(_session(layout.body, year)).otherwise("session"),
        )
        .join(counts, on="id", how="left")
        .with_columns(pl.col(list(_COUNTS)).fill_null(0))
        .select([pl.col(name).cast(kind) for name, kind in ROLLCALLS.items()])
        .sort("body", "date", "id")
    )


def _session(body: str, year: pl.Expr) -> pl.Expr:
    """The Council has no sessions, so the year; the Assembly's is in the symbol: ``A/RES/63/12``, ``A/RES/ES-11/7``."""
    if body == "UNSC":
        return year
    symbol = pl.col("symbol")
    emergency = symbol.str.extract(r"^A/(?:RES|DEC)/ES-(\d+)/") + "emsp"
    special = symbol.str.extract(r"^A/(?:RES|DEC)/S-(\d+)/") + "sp"
    return pl.coalesce(symbol.str.extract(r"^A/(?:RES|DEC)/(\d+)/"), emergency, special, year)


# --------------------------------------------------------------------------- what became of it

# A symbol of an adopted text; anything else is a draft, whose votes must tell.
_ADOPTED = r"^[AS]/(?:RES|DEC)/"


def _needed() -> pl.Expr:
    """Votes that a draft needs in the Council: nine of fifteen, and seven of eleven before 1966."""
    return pl.when(pl.col("date") < date(1966, 1, 1)).then(7).otherwise(9)


def _vetoes(rollcalls: pl.DataFrame, votes: pl.DataFrame) -> pl.Series:
    """A permanent member's "no" is a veto only where the draft failed and had the votes to pass."""
    failed = rollcalls.filter(
        (pl.col("body") == "UNSC") & ~pl.col("symbol").str.contains(_ADOPTED) & (pl.col("yes") >= _needed())
    )
    return votes.select(
        (pl.col("option") == Option.NO.value)
        & pl.col("state").is_in(PERMANENT)
        & pl.col("rollcall").is_in(failed["id"].implode())
    ).to_series()


def _with_outcome(rollcalls: pl.DataFrame, votes: pl.DataFrame) -> pl.DataFrame:
    vetoed = votes.filter("veto")["rollcall"].unique().implode()
    adopted = pl.col("symbol").str.contains(_ADOPTED)
    lacking = (pl.col("body") == "UNSC") & (pl.col("yes") < _needed())
    outcome = (
        pl.when(adopted)
        .then(pl.lit(Outcome.ADOPTED.value))
        .when(pl.col("id").is_in(vetoed))
        .then(pl.lit(Outcome.VETOED.value))
        .when(lacking)
        .then(pl.lit(Outcome.REJECTED.value))
    )
    return rollcalls.with_columns(outcome=outcome.cast(OUTCOME))


def _mismatches(rollcalls: pl.DataFrame, rows: pl.DataFrame) -> tuple[Problem, ...]:
    """Printed totals that differ from the count of the rows; roll calls whose rows disagree about themselves."""
    wrong = rollcalls.filter(
        pl.any_horizontal([(pl.col(f"printed_{name}") != pl.col(name)).fill_null(value=False) for name in _COUNTS])
    )
    problems = [
        Problem(
            row["id"],
            row["symbol"],
            "prints "
            + "-".join("?" if row[f"printed_{name}"] is None else str(row[f"printed_{name}"]) for name in _COUNTS)
            + " but lists "
            + "-".join(str(row[name]) for name in _COUNTS)
            + " (yes-no-abstain-absent)",
        )
        for row in wrong.iter_rows(named=True)
    ]
    torn = rows.group_by("undl_id", maintain_order=True).agg(
        pl.col("symbol").first(), days=pl.col("day").n_unique(), symbols=pl.col("symbol").n_unique()
    )
    for undl_id, symbol, days, symbols in torn.filter((pl.col("days") > 1) | (pl.col("symbols") > 1)).iter_rows():
        what = f"{days} dates" if days > 1 else f"{symbols} symbols"
        problems.append(Problem(RECORD_ID + undl_id, symbol, f"its rows give {what}; the first is kept"))
    return tuple(problems)
