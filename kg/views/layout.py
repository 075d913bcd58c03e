"""Where each node of a picture stands, computed beforehand: the page has nothing to settle when it opens."""

from math import ceil, cos, pi, sin, sqrt

import networkx as nx
import numpy as np

__all__ = ["SPACING", "positions"]

SPACING = 150.0
"""Pixels that a node has to itself, on average, in each direction."""

SEED = 20250224

Places = dict[str, tuple[float, float]]


def positions(graph: nx.Graph) -> Places:
    """A place in pixels for every node: each component laid out by springs, the largest first, side by side in rows."""
    parts = sorted(nx.connected_components(graph.to_undirected(as_view=True)), key=lambda c: (-len(c), min(c)))
    laid = [_component(graph.subgraph(part).copy().to_undirected()) for part in parts]
    width = max(sqrt(sum(_size(places)[0] * _size(places)[1] for places in laid)) * 1.4, 1.0)
    found: Places = {}
    left = top = height = 0.0
    for places in laid:
        wide, high = _size(places)
        if left and left + wide > width:
            left, top, height = 0.0, top + height, 0.0
        x0 = min(x for x, _ in places.values())
        y0 = min(y for _, y in places.values())
        for node, (x, y) in places.items():
            found[node] = (round(left + x - x0, 1), round(top + y - y0, 1))
        left, height = left + wide, max(height, high)
    return found


def _size(places: Places) -> tuple[float, float]:
    xs, ys = zip(*places.values(), strict=True)
    return max(xs) - min(xs) + 2 * SPACING, max(ys) - min(ys) + SPACING


def _component(part: nx.Graph) -> Places:
    nodes = sorted(part)
    if len(nodes) <= 3:
        return {n: (i * 1.6 * SPACING, (i % 2) * 0.8 * SPACING) for i, n in enumerate(nodes)}
    # A graph in canonical order gives the same springs whatever the order of its making.
    ordered = nx.Graph()
    ordered.add_nodes_from(nodes)
    ordered.add_weighted_edges_from(sorted((min(u, v), max(u, v), w) for u, v, w in part.edges(data="weight")))
    start = {n: np.array([cos(2 * pi * i / len(nodes)), sin(2 * pi * i / len(nodes))]) for i, n in enumerate(nodes)}
    springs = nx.spring_layout(
        ordered, pos=start, k=2.2 / sqrt(len(nodes)), iterations=300, weight=None, seed=SEED, method="force"
    )
    scale = SPACING * ceil(sqrt(len(nodes))) / 1.6
    placed = _lying(np.array([springs[n] for n in nodes])) * scale * np.array([1.35, 1.0])
    placed = _apart(placed)
    return {n: (float(x), float(y)) for n, (x, y) in zip(nodes, placed, strict=True)}


def _lying(placed: np.ndarray) -> np.ndarray:
    """Turned so that its longer side lies flat: screens are wider than high."""
    centred = placed - placed.mean(axis=0)
    axes = np.linalg.svd(centred, full_matrices=False)[2]
    axes *= np.sign(axes[np.arange(2), np.abs(axes).argmax(axis=1)])[:, None]
    return np.asarray(centred @ axes.T)


def _apart(placed: np.ndarray, rounds: int = 500) -> np.ndarray:
    """Push nodes apart whose labels would cover each other: labels are wide and low."""
    room = np.array([SPACING * 0.95, SPACING * 0.6])
    for _ in range(rounds):
        gap = placed[:, None, :] - placed[None, :, :]
        overlap = 1 - np.abs(gap) / room
        clash = (overlap > 0).all(axis=2)
        np.fill_diagonal(clash, val=False)
        if not clash.any():
            break
        # Along the axis on which less is missing.
        axis = np.where(overlap[:, :, 0] < overlap[:, :, 1], 0, 1)
        for dimension in (0, 1):
            push = np.where(clash & (axis == dimension), overlap[:, :, dimension] * room[dimension] * 0.25, 0)
            side = np.sign(gap[:, :, dimension])
            order = np.sign(np.arange(len(placed))[:, None] - np.arange(len(placed))[None, :])
            placed[:, dimension] += (push * np.where(side == 0, order, side)).sum(axis=1)
    return placed
