"""Answers of the store as tables: a view reads columns, not single nodes."""

from dataclasses import dataclass
from functools import cache

import polars as pl

from kg import codes
from kg.config import QUERIES
from kg.errors import QueryError
from kg.ids import ID
from kg.store import Solutions, Store

__all__ = ["Actor", "Window", "actors", "articles", "table", "window"]


@dataclass(frozen=True, slots=True)
class Actor:
    """An actor as a picture shows it. ``group`` is a state's regional group, else empty; ``facts`` one line."""

    label: str
    kind: str
    group: str = ""
    facts: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """The years that count, both ends included; ``name`` is how the window is written: all, 2025, 2016-2025."""

    name: str
    first: int
    last: int

    def holds(self, dates: pl.Expr) -> pl.Expr:
        """Whether dates (text that begins with the year) lie in the window; a missing date is in 'all' only."""
        year = dates.str.slice(0, 4).cast(pl.Int32, strict=False)
        return (
            pl.lit(value=True) if self.name == "all" else year.is_between(self.first, self.last).fill_null(value=False)
        )


def window(name: str = "all") -> Window:
    """A window from how it is written. QueryError where it is none."""
    if name == "all":
        return Window(name, 0, 9999)
    first, _, last = name.partition("-")
    if not (first.isdecimal() and len(first) == 4 and (not last or (last.isdecimal() and len(last) == 4))):
        raise QueryError(f"{name!r} is no window: write 'all', a year (2025) or a range of years (2016-2025)")
    return Window(name, int(first), int(last or first))


def table(store: Store, name: str) -> pl.DataFrame:
    """The answer to the query ``kg/queries/views/<name>.rq``: columns of text, empty where unbound; sorted rows."""
    answer = store.query(_text(name))
    if not isinstance(answer, Solutions):
        raise TypeError(f"{name}.rq is no SELECT")
    data = answer.serialize("csv")
    found = pl.read_csv(data, infer_schema=False).with_columns(pl.col(pl.String).fill_null(""))
    return found.sort(found.columns)


@cache
def _text(name: str) -> str:
    return (QUERIES / "views" / f"{name}.rq").read_text("utf-8")


def actors(store: Store) -> dict[str, Actor]:
    """Every actor by IRI. An actor of several classes or names goes by the first in order."""
    posts = _posts(store)
    found: dict[str, Actor] = {}
    for iri, kind, label in table(store, "actors").iter_rows():
        if iri not in found:
            found[iri] = Actor(label, kind.rsplit("#", 1)[-1].lower(), _regional_group(iri), posts.get(iri, ""))
    return found


def _posts(store: Store) -> dict[str, str]:
    facts: dict[str, list[str]] = {}
    for official, post, represents in table(store, "posts").iter_rows():
        side = codes.label(represents.rsplit("/", 1)[-1]) if represents else ""
        words = ", ".join(part for part in (post, side) if part)
        if words and words not in facts.setdefault(official, []):
            facts[official].append(words)
    return {official: "; ".join(words) for official, words in facts.items()}


def _regional_group(iri: str) -> str:
    known = codes.state(iri.removeprefix(f"{ID}state/"))
    # Türkiye is in two groups and is counted with the second when votes for seats are cast.
    return known.regional_group.split("|")[-1] if known else ""


def articles(store: Store) -> dict[str, str]:
    """How each article is cited: its title, publisher and date."""
    cited: dict[str, str] = {}
    for iri, label, date, publisher in table(store, "articles").iter_rows():
        rest = ", ".join(part for part in (publisher, date) if part)
        cited.setdefault(iri, f"{label} ({rest})" if rest else label)
    return cited
