"""How alike states vote: a graph whose edges say on how many shared ballots two states did the same."""

from dataclasses import dataclass

import networkx as nx
import numpy as np
import polars as pl
from numpy.typing import NDArray

from kg.store import Store
from kg.views.tables import Window, actors, table
from kg.vocab import KG

__all__ = ["LEAST", "Alignment", "alignment", "covoting", "strongest", "votes"]

LEAST = 2
"""Shared ballots from which two states are compared; one ballot is an accident."""

Matrix = NDArray[np.float64]
_OPTIONS = {KG.votedYes.value: 0, KG.votedNo.value: 1, KG.abstainedFrom.value: 2}


@dataclass(frozen=True, slots=True)
class Alignment:
    """For each pair of states: on how many ballots both cast a vote, on how many the same, and Cohen's kappa.

    Square symmetric matrices in the order of ``states``. Kappa is agreement beyond what the two states' habits give
    by chance: 1 always alike, 0 as by chance; NaN where there is nothing beyond chance to have.
    """

    states: tuple[str, ...]
    shared: Matrix
    same: Matrix
    kappa: Matrix


def votes(store: Store, window: Window) -> pl.DataFrame:
    """The votes cast in a window: state, event (IRIs), option (0 yes, 1 no, 2 abstain), label.

    A state that is in two camps of one ballot has no vote there that could be counted.
    """
    events = table(store, "events").filter(window.holds(pl.col("date"))).unique("event", keep="first")
    cast = table(store, "votes").unique()
    clear = cast.filter(pl.struct("state", "event").is_unique())
    return (
        clear.join(events, on="event")
        .with_columns(option=pl.col("how").replace_strict(_OPTIONS, return_dtype=pl.Int8))
        .select("state", "event", "option", "label")
        .sort("state", "event")
    )


def alignment(cast: pl.DataFrame) -> Alignment:
    """Agreement of all pairs over a table of votes (see ``votes``), by a few matrix products."""
    states = cast["state"].unique().sort()
    events = cast["event"].unique().sort()
    row = cast["state"].replace_strict(states, range(len(states)), return_dtype=pl.Int64).to_numpy()
    column = cast["event"].replace_strict(events, range(len(events)), return_dtype=pl.Int64).to_numpy()
    option = cast["option"].to_numpy()
    camps = np.zeros((3, len(states), len(events)))
    camps[option, row, column] = 1.0
    took_part = camps.sum(axis=0)
    shared = took_part @ took_part.T
    same = sum((camp @ camp.T for camp in camps), np.zeros_like(shared))
    # How often each state chose each option on the ballots that it shares with each other state.
    habits = [camp @ took_part.T for camp in camps]
    with np.errstate(divide="ignore", invalid="ignore"):
        chance = sum((h * h.T for h in habits), np.zeros_like(shared)) / shared**2
        kappa = (same / shared - chance) / (1 - chance)
    kappa[~np.isfinite(kappa)] = np.nan
    return Alignment(tuple(states), shared, same, kappa)


def covoting(store: Store, window: Window, least: int = LEAST) -> nx.Graph:
    """States that share at least ``least`` ballots.

    Nodes are IRIs with label, kind, group and ballots; edges have shared, same, agreement (the share of shared ballots
    on which both did the same, 0 to 1), kappa where it is defined, and weight, which is the agreement.
    """
    cast = votes(store, window)
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
    for i, j in zip(*np.nonzero(above >= max(least, 1)), strict=True):
        shared, same, kappa = int(found.shared[i, j]), int(found.same[i, j]), float(found.kappa[i, j])
        share = same / shared
        edge = {"shared": shared, "same": same, "agreement": share, "weight": share}
        if not np.isnan(kappa):
            edge["kappa"] = kappa
        graph.add_edge(found.states[i], found.states[j], **edge)
    graph.remove_nodes_from(list(nx.isolates(graph)))
    return graph


def strongest(graph: nx.Graph, each: int) -> nx.Graph:
    """The graph with each node's ``each`` strongest edges only: the frame that a picture can show.

    Pairs with few shared ballots agree easily, so those with under a tenth of the most shared are left out. Kappa goes
    before agreement, as it discounts what all states vote for.
    """
    most = max((d["shared"] for _, _, d in graph.edges(data=True)), default=0)
    kept = nx.Graph()
    kept.add_nodes_from(graph.nodes(data=True))
    for node in graph:
        ranked = sorted(
            ((d.get("kappa", 0.0), d["agreement"], d["shared"], other, d) for other, d in graph[node].items()),
            key=lambda e: (-e[0], -e[1], -e[2], e[3]),
        )
        fair = [e for e in ranked if e[2] * 10 >= most]
        kept.add_edges_from((node, other, d) for *_, other, d in fair[:each])
    kept.remove_nodes_from(list(nx.isolates(kept)))
    return kept
