"""The views by name: how each is built, what is measured on it, how it is explained."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import networkx as nx

from kg.config import PROGRAM
from kg.errors import QueryError
from kg.ids import GRAPH
from kg.load.rollcall import Record
from kg.model import NamedGraph
from kg.store import Store
from kg.terms import Quad
from kg.views.covoting import LEAST, covoting, strongest
from kg.views.relations import cosponsorship, mentions, negotiations
from kg.views.scores import Score, actor_scores, data_digest, pair_scores, score_quads, seeded, view_graph
from kg.views.tables import Window, table, window
from kg.views.worth import worth_writing

__all__ = ["ALIASES", "FRAME", "VIEWS", "View", "analyse", "network", "scores", "view"]

FRAME = 5
"""Strongest ties of each state on which the centrality of the dense co-voting graph is computed."""


@dataclass(frozen=True, slots=True)
class View:
    """A network and what it means. ``sources`` are the beginnings of the names of the graphs it is drawn from."""

    name: str
    title: str
    explanation: str
    build: Callable[[Store, Window, Record | None], nx.Graph]
    method: str
    sources: tuple[str, ...] = ("document/",)


VIEWS: Mapping[str, View] = {
    v.name: v
    for v in (
        View(
            "alignment",
            "Who votes like whom",
            "States that cast the same vote on the ballots they share.",
            covoting,
            f"agreement: share of shared ballots with the same vote, pairs with {LEAST} shared ballots or more; kappa: "
            f"Cohen's kappa over yes, no, abstain; centrality: on each state's {FRAME} strongest ties",
            ("document/", "record/"),
        ),
        View(
            "cosponsorship",
            "Who puts drafts forward together",
            "Actors named as sponsors of the same draft.",
            cosponsorship,
            "an edge for two sponsors of one draft, weight: the number of drafts",
        ),
        View(
            "mentions",
            "Who speaks about whom",
            "An arrow from each speaker to everyone the statements are about.",
            mentions,
            "an edge from a speaker to an actor that a statement is about, weight: the number of statements",
        ),
        View(
            "negotiations",
            "Who negotiates with whom",
            "Actors that took part in the same talks, meeting, visit or call.",
            negotiations,
            "an edge for two participants of one negotiation or meeting, weight: the number of encounters",
        ),
    )
}
ALIASES: Mapping[str, str] = {"covoting": "alignment", "co-voting": "alignment", "co-sponsorship": "cosponsorship"}


def view(name: str) -> View:
    """The view of a name. QueryError says which there are."""
    found = VIEWS.get(ALIASES.get(name, name))
    if found is None:
        raise QueryError(f"there is no view {name!r}: choose {', '.join(VIEWS)}")
    return found


def network(store: Store, name: str, within: str = "all", record: Record | None = None) -> nx.Graph:
    """The networkx graph of a view; all attributes are plain numbers and text.

    ``record`` may give the roll calls of the store as tables: the same graph, much sooner.
    """
    chosen = view(name)
    built = chosen.build(store, window(within), record)
    built.graph.update(name=chosen.name, title=chosen.title, window=within)
    return built


def scores(built: nx.Graph) -> tuple[Score, ...]:
    """All that is measured on a network, sorted: pairs of a co-voting graph, centrality of every actor."""
    if built.graph.get("name") == "alignment":
        return tuple(sorted((*pair_scores(built), *actor_scores(strongest(built, FRAME)))))
    return actor_scores(built)


def analyse(store: Store, name: str, within: str = "all", record: Record | None = None) -> Iterator[Quad]:
    """The named graph of a view: its scores, method, parameters and data digest. Empty where there is no edge."""
    chosen = view(name)
    built = network(store, chosen.name, within, record)
    if not built.number_of_edges():
        return
    found = worth_writing(scores(built), set(table(store, "named")["actor"]))
    parameters = [("method", chosen.method), ("window", within)]
    sources = tuple(g.value for g in store.graphs() if g.value.removeprefix(GRAPH).startswith(chosen.sources))
    described = NamedGraph(
        view_graph(chosen.name, within).value,
        PROGRAM,
        sources,
        tuple(parameters),
        data_digest(built),
        seeded(found),
    )
    yield from score_quads(found, within, described)
