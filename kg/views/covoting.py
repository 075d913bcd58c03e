"""How alike states vote: a graph whose edges say on how many shared ballots two states did the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import isnan

import networkx as nx
import numpy as np
import polars as pl
from numpy.typing import NDArray

from kg.ids import GRAPH, ID
from kg.load.rollcall import Record
from kg.model import Option
from kg.rdf import DIRECT
from kg.store import Store
from kg.views.tables import Window, actors, table
from kg.vocab import KG

__all__ = ["LEAST", "Alignment", "alignment", "covoting", "strongest", "votes"]

LEAST = 2
"""Shared ballots from which two states are compared; one ballot is an accident."""

EXAMPLES = 3
"""Ballots that a tie names on which two states were together, and apart."""

Matrix = NDArray[np.float64]
_OPTIONS = {KG.votedYes.value: 0, KG.votedNo.value: 1, KG.abstainedFrom.value: 2}


@dataclass(frozen=True, slots=True)
class Alignment:
    """For each pair of states: on how many ballots both cast a vote, on how many the same, and Cohen's kappa.

    Square symmetric matrices in the order of ``states``; ``cast`` is what each did on each of ``events`` (0 yes, 1 no,
    2 abstain, -1 nothing). Kappa is agreement beyond what the two states' habits give
    by chance: 1 always alike, 0 as by chance; NaN where there is nothing beyond chance to have.
    """

    states: tuple[str, ...]
    events: tuple[str, ...]
    cast: NDArray[np.int8]
    shared: Matrix
    same: Matrix
    kappa: Matrix


def votes(store: Store, window: Window, record: Record | None = None) -> pl.DataFrame:
    """The votes cast in a window: state, event (IRIs), option (0 yes, 1 no, 2 abstain); each pair once.

    A state that is in two camps of one ballot has no vote there that could be counted. ``record``: the roll calls that
    the store holds too, as tables; reading a million votes from tables takes a moment, from the store half a minute.
    """
    if record is None or record.votes.is_empty():
        cast = _dated(table(store, "votes"), store, window)
    else:
        cast = pl.concat([_recorded(record, window), _dated(_from_articles(store), store, window)])
    # Numbers stand for the names from here on: a million long names are slow to compare.
    cast = cast.select(
        pl.col("state", "event").cast(pl.Categorical),
        pl.col("how").replace_strict(_OPTIONS, return_dtype=pl.Int8).alias("option"),
    )
    return cast.unique().filter(~pl.struct(pl.col("state", "event").to_physical()).is_duplicated())


def _dated(cast: pl.DataFrame, store: Store, window: Window) -> pl.DataFrame:
    if window.name == "all":
        return cast
    events = table(store, "events").filter(window.holds(pl.col("date"))).select("event").unique()
    return cast.join(events, on="event", how="semi")


def _recorded(record: Record, window: Window) -> pl.DataFrame:
    within = record.rollcalls.filter(window.holds(pl.col("date").cast(pl.String))).select("id")
    how = {option.value: predicate.value for option, predicate in DIRECT.items()}
    cast = record.votes.filter(pl.col("option") != Option.ABSENT.value).join(
        within, left_on="rollcall", right_on="id", how="semi"
    )
    return cast.select(
        state=f"{ID}state/" + pl.col("state"),
        how=pl.col("option").cast(pl.String).replace_strict(how, return_dtype=pl.String),
        event=f"{ID}event/" + pl.col("rollcall"),
    )


def _from_articles(store: Store) -> pl.DataFrame:
    """The accepted votes that stand in the graphs of documents."""
    found = [
        (str(quad.subject)[1:-1], quad.predicate.value, str(quad.object)[1:-1])
        for name in store.graphs()
        if name.value.startswith(f"{GRAPH}document/")
        for quad in store.quads(name)
        if quad.predicate.value in _OPTIONS
    ]
    return pl.DataFrame(found, schema=dict.fromkeys(("state", "how", "event"), pl.String), orient="row")


def alignment(cast: pl.DataFrame) -> Alignment:
    """Agreement of all pairs over a table of votes (see ``votes``), by a few matrix products."""
    states, row = _numbered(cast["state"])
    events, column = _numbered(cast["event"])
    option = cast["option"].to_numpy()
    did = np.full((len(states), len(events)), -1, dtype=np.int8)
    did[row, column] = option
    camps = np.stack([did == choice for choice in range(3)]).astype(np.float64)
    took_part = camps.sum(axis=0)
    shared = took_part @ took_part.T
    same = sum((camp @ camp.T for camp in camps), np.zeros_like(shared))
    # How often each state chose each option on the ballots that it shares with each other state.
    habits = [camp @ took_part.T for camp in camps]
    with np.errstate(divide="ignore", invalid="ignore"):
        chance = sum((h * h.T for h in habits), np.zeros_like(shared)) / shared**2
        kappa = (same / shared - chance) / (1 - chance)
    kappa[~np.isfinite(kappa)] = np.nan
    return Alignment(states, events, did, shared, same, kappa)


def _numbered(names: pl.Series) -> tuple[tuple[str, ...], NDArray[np.int64]]:
    """The distinct names in order, and for each row the place of its name among them."""
    coded = names.cast(pl.Categorical)
    codes, at = np.unique(coded.to_physical().to_numpy(), return_inverse=True)
    first = np.full(len(codes), len(at), dtype=np.int64)
    np.minimum.at(first, at, np.arange(len(at)))
    known = coded.gather(first).cast(pl.String).to_list()
    order = sorted(range(len(known)), key=lambda i: known[i])
    place = np.empty(len(known), dtype=np.int64)
    place[order] = np.arange(len(known))
    return tuple(known[i] for i in order), place[at]


def covoting(store: Store, window: Window, record: Record | None = None, least: int = LEAST) -> nx.Graph:
    """States that share at least ``least`` ballots.

    Nodes are IRIs with label, kind, group and ballots; edges have shared, same, agreement (the share of shared ballots
    on which both did the same, 0 to 1), kappa where it is defined, weight, which is the agreement, and the latest
    ballots on which they were together and apart, as text.
    """
    cast = votes(store, window, record)
    graph = nx.Graph()
    if cast.is_empty():
        return graph
    found = alignment(cast)
    known = actors(store)
    for i, state in enumerate(found.states):
        actor = known.get(state)
        label = actor.label if actor else state.rsplit("/", 1)[-1]
        group = actor.group if actor else ""
        graph.add_node(state, label=label, kind="state", group=group, ballots=int(found.shared[i, i]))
    above = np.triu(found.shared, 1)
    latest = _Latest(found, store)
    for i, state in enumerate(found.states):
        others = np.flatnonzero(above[i] >= max(least, 1))
        figures = (matrix[i, others].tolist() for matrix in (found.shared, found.same, found.kappa))
        for j, shared, same, kappa, lists in zip(others.tolist(), *figures, latest.of(i, others), strict=True):
            share = same / shared
            edge = {"shared": int(shared), "same": int(same), "agreement": share, "weight": share, **lists}
            if not isnan(kappa):
                edge["kappa"] = kappa
            graph.add_edge(state, found.states[j], **edge)
    graph.remove_nodes_from(list(nx.isolates(graph)))
    return graph


class _Latest:
    """The latest ballots on which one state was together with others, and apart from them."""

    def __init__(self, found: Alignment, store: Store) -> None:
        told = {event: (date, label) for event, label, date in table(store, "events").iter_rows()}
        dated = [told.get(event, ("", event.rsplit("/", 1)[-1])) for event in found.events]
        order = sorted(range(len(dated)), key=lambda i: dated[i], reverse=True)
        self._lines = [_line(*dated[i]) for i in order]
        self._cast = found.cast[:, order]
        self._text = cache(lambda ballots: "\n".join(self._lines[i] for i in ballots))

    def of(self, one: int, others: NDArray[np.int64]) -> list[dict[str, str]]:
        """For each of the others the two lists, one ballot a line; a list without any is left out."""
        first, second = self._cast[one], self._cast[others]
        both = (first >= 0) & (second >= 0)
        alike = first == second
        return [
            {name: self._text(ballots) for name, ballots in (("together", together), ("apart", apart)) if ballots}
            for together, apart in zip(_first_few(both & alike), _first_few(both & ~alike), strict=True)
        ]


def _first_few(marked: NDArray[np.bool_]) -> Iterator[tuple[int, ...]]:
    """Of each row the first ``EXAMPLES`` places that are marked."""
    rows, places = np.nonzero(marked & (np.cumsum(marked, axis=1, dtype=np.int32) <= EXAMPLES))
    ends = np.searchsorted(rows, np.arange(len(marked) + 1)).tolist()
    found = places.tolist()
    return (tuple(found[start:end]) for start, end in pairwise(ends))


def _line(date: str, label: str) -> str:
    short = label if len(label) <= 110 else label[:107].rsplit(" ", 1)[0] + " …"
    return f"{date} {short}" if date else short


def strongest(graph: nx.Graph, each: int) -> nx.Graph:
    """The graph with each node's ``each`` strongest edges only: the frame that a picture can show.

    Pairs with few shared ballots agree easily, so those with under a tenth of the most shared are left out. Kappa goes
    before agreement, as it discounts what all states vote for.
    """
    most = max((d["shared"] for _, _, d in graph.edges(data=True)), default=0)
    place = {node: i for i, node in enumerate(sorted(graph))}
    kept = nx.Graph()
    kept.add_nodes_from(graph.nodes(data=True))
    for node in graph:
        fair = [(other, d) for other, d in graph[node].items() if d["shared"] * 10 >= most]
        # Many states vote exactly alike over a few ballots. Among equals the next in a ring comes first: any other
        # fixed order would make hubs of those that it names first.
        ranked = sorted(
            fair,
            key=lambda e: (
                -e[1].get("kappa", 0.0),
                -e[1]["agreement"],
                -e[1]["shared"],
                (place[e[0]] - place[node]) % len(place),  # used before the loop goes on
            ),
        )
        kept.add_edges_from((node, other, d) for other, d in ranked[:each])
    kept.remove_nodes_from(list(nx.isolates(kept)))
    return kept
