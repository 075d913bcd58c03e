"""Who stands at the centre of a graph, by five measures; a measure that a graph does not define is left out."""

from collections.abc import Callable, Mapping
from math import sqrt

import networkx as nx
import numpy as np
from numpy.typing import NDArray

__all__ = ["MEASURES", "PIVOTS", "SEED", "centrality"]

PIVOTS = 200
"""Nodes from which betweenness is estimated in a graph of more than twice as many; smaller graphs are exact."""

SEED = 20250224
DAMPING = 0.85


def centrality(graph: nx.Graph) -> dict[str, dict[str, float]]:
    """Each measure's value of each node. Edges need a ``weight``; one of 0 is no way.

    degree: neighbours. strength: the sum of weights. betweenness: the share of shortest paths through a node, where a
    strong tie is a short way. pagerank: where a walk along the ties that starts anew now and then is found.
    eigenvector: being tied to the central; only where the graph is connected.
    """
    return {name: values for name, measure in MEASURES.items() if (values := measure(graph)) is not None}


def _degree(graph: nx.Graph) -> dict[str, float]:
    return {node: float(value) for node, value in graph.degree()}


def _strength(graph: nx.Graph) -> dict[str, float]:
    return {node: float(value) for node, value in graph.degree(weight="weight")}


def _betweenness(graph: nx.Graph) -> dict[str, float] | None:
    if len(graph) < 3:
        return None
    far = graph.copy()
    far.remove_edges_from([(u, v) for u, v, weight in graph.edges(data="weight") if weight <= 0])
    for _, _, tie in far.edges(data=True):
        tie["distance"] = 1.0 / tie["weight"]
    sampled = PIVOTS if len(far) > 2 * PIVOTS else None
    return dict(nx.betweenness_centrality(far, k=sampled, weight="distance", seed=SEED))


def _pagerank(graph: nx.Graph) -> dict[str, float] | None:
    if not graph:
        return None
    nodes = list(graph)
    ties = nx.to_numpy_array(graph, nodelist=nodes, weight="weight")
    out = ties.sum(axis=1, keepdims=True)
    # A node without a way out leads anywhere.
    walk = np.where(out > 0, ties / np.where(out > 0, out, 1), 1 / len(nodes))
    rank = np.full(len(nodes), 1 / len(nodes))
    for _ in range(500):
        following = DAMPING * (rank @ walk) + (1 - DAMPING) / len(nodes)
        done = np.abs(following - rank).sum() < 1e-12
        rank = following
        if done:
            break
    return dict(zip(nodes, rank.tolist(), strict=True))


def _eigenvector(graph: nx.Graph) -> dict[str, float] | None:
    if len(graph) < 3:
        return None
    connected = nx.is_strongly_connected(graph) if graph.is_directed() else nx.is_connected(graph)
    if not connected:
        return None
    nodes = list(graph)
    ties = nx.to_numpy_array(graph, nodelist=nodes, weight="weight")
    # A connected graph has one eigenvector without negative parts, that of the largest eigenvalue.
    central = _incoming(ties) if graph.is_directed() else np.linalg.eigh(ties)[1][:, -1]
    central = np.abs(central) / np.linalg.norm(central)
    return dict(zip(nodes, central.tolist(), strict=True))


def _incoming(ties: NDArray[np.float64]) -> NDArray[np.float64]:
    """The eigenvector by ties that come in, by repetition; each node's tie to itself keeps it from going in circles."""
    steps = ties.T + np.eye(len(ties)) * ties.max()
    central = np.ones(len(ties)) / sqrt(len(ties))
    for _ in range(5000):
        following = steps @ central
        following /= np.linalg.norm(following)
        done = np.abs(following - central).max() < 1e-12
        central = following
        if done:
            break
    return central


MEASURES: Mapping[str, Callable[[nx.Graph], dict[str, float] | None]] = {
    "degree": _degree,
    "strength": _strength,
    "betweenness": _betweenness,
    "pagerank": _pagerank,
    "eigenvector": _eigenvector,
}
