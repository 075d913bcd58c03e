"""What a view measures, and the named graph in which it is written back."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import isfinite

import networkx as nx

from kg.ids import content, graph
from kg.model import NamedGraph
from kg.rdf.provenance import provenance
from kg.terms import NamedNode, Quad, literal
from kg.views.centrality import SEED, centrality
from kg.vocab import KG, QB, RDF

__all__ = ["Score", "actor_scores", "data_digest", "pair_scores", "score_quads", "view_graph"]


@dataclass(frozen=True, slots=True, order=True)
class Score:
    """A value of one actor, or of a pair (``other`` set; the pair has no direction). Actors are IRIs."""

    measure: str
    subject: str
    other: str
    value: float
    shared: int = 0


def pair_scores(covoting: nx.Graph) -> tuple[Score, ...]:
    """Agreement and, where defined, kappa of every pair of a co-voting graph."""
    scores = []
    for one, two, tie in covoting.edges(data=True):
        first, second = sorted((one, two))
        scores += [
            Score(measure, first, second, float(tie[measure]), tie["shared"])
            for measure in ("agreement", "kappa")
            if measure in tie
        ]
    return tuple(sorted(scores))


def actor_scores(network: nx.Graph) -> tuple[Score, ...]:
    """The centrality of every actor of a graph."""
    found = centrality(network)
    return tuple(
        sorted(
            Score(m, node, "", value)
            for m, values in found.items()
            for node, value in values.items()
            if isfinite(value)
        )
    )


def data_digest(network: nx.Graph) -> str:
    """SHA-256 of the edges that the scores were computed from."""
    directed = network.is_directed()
    lines = sorted(
        "\x1f".join([*((u, v) if directed else sorted((u, v))), f"{d['weight']:.9f}", str(d.get("shared", ""))])
        for u, v, d in network.edges(data=True)
    )
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def view_graph(name: str, window: str) -> NamedNode:
    """The named graph of a view and window."""
    return graph("view", name, window)


def score_quads(scores: Iterable[Score], window: str, described: NamedGraph) -> Iterator[Quad]:
    """The scores as observations in the graph that ``described`` is about, with its provenance."""
    name = NamedNode(described.iri)
    yield from provenance(described)
    for score in scores:
        node = content("score", described.iri, score.measure, score.subject, score.other)
        yield Quad(node, RDF.type, KG.Score, name)
        yield Quad(node, RDF.type, QB.Observation, name)
        yield Quad(node, KG.measure, literal(score.measure), name)
        yield Quad(node, KG.subject, NamedNode(score.subject), name)
        if score.other:
            yield Quad(node, KG.object, NamedNode(score.other), name)
        yield Quad(node, KG.value, literal(score.value), name)
        yield Quad(node, KG.window, literal(window), name)
        if score.shared:
            yield Quad(node, KG.sharedVotes, literal(score.shared), name)


def seeded(measures: Iterable[Score]) -> int | None:
    """The seed, where a measure may have drawn pivots."""
    return SEED if any(s.measure == "betweenness" for s in measures) else None
