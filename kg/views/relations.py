"""Who speaks about whom, who negotiates with whom, who sponsors with whom: graphs whose edges carry their evidence."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

import networkx as nx
import polars as pl

from kg.ids import ID
from kg.load.rollcall import Record
from kg.store import Store
from kg.views.tables import Actor, Window, actors, articles, table

__all__ = ["cosponsorship", "mentions", "negotiations"]

Evidence = dict[tuple[str, str], dict[str, list[str]]]


def mentions(store: Store, window: Window, record: Record | None = None) -> nx.DiGraph:
    """An edge from each speaker to each actor that the statements are about.

    ``weight`` is the number of statements, ``evidence`` their words with the articles, one a line. A statement counts
    in the year of its article.
    """
    del record  # speaks of votes only
    found = _dated_by_article(store, table(store, "mentions"), window)
    cited = articles(store)
    edges: Evidence = defaultdict(lambda: defaultdict(list))
    for source, target, item, sentence, article in found.select(
        "from", "to", "item", "sentence", "article"
    ).iter_rows():
        if source != target:
            edges[source, target][item].append(_quotation(sentence, cited.get(article, "")))
    return _graph(nx.DiGraph(), edges, actors(store))


def negotiations(store: Store, window: Window, record: Record | None = None) -> nx.Graph:
    """An edge between two who took part in the same negotiation or meeting; ``weight`` counts those."""
    del record
    return _together(store, "negotiations", window)


def cosponsorship(store: Store, window: Window, record: Record | None = None) -> nx.Graph:
    """An edge between two who put the same draft forward; ``weight`` counts the drafts."""
    del record  # the roll calls do not say who put a draft forward
    return _together(store, "cosponsorship", window)


def _together(store: Store, name: str, window: Window) -> nx.Graph:
    rows = table(store, name)
    undated = _dated_by_article(store, rows.filter(pl.col("date") == ""), window)
    found = pl.concat([rows.filter(pl.col("date") != "", window.holds(pl.col("date"))), undated])
    cited = articles(store)
    taking_part: dict[str, set[str]] = defaultdict(set)
    told: dict[str, list[str]] = defaultdict(list)
    for item, actor, label, date, sentence, article in found.sort(found.columns).iter_rows():
        taking_part[item].add(actor)
        line = _quotation(sentence, cited.get(article, "")) if sentence else " — ".join(p for p in (label, date) if p)
        if line and line not in told[item]:
            told[item].append(line)
    edges: Evidence = defaultdict(lambda: defaultdict(list))
    for item, parties in sorted(taking_part.items()):
        for pair in combinations(sorted(parties), 2):
            edges[pair][item] = told[item]
    return _graph(nx.Graph(), edges, actors(store))


def _dated_by_article(store: Store, rows: pl.DataFrame, window: Window) -> pl.DataFrame:
    if window.name == "all":
        return rows
    dates = table(store, "articles").select("article", published="date").unique("article", keep="first")
    dated = rows.join(dates, on="article", how="left").filter(window.holds(pl.col("published")))
    return dated.select(rows.columns)


def _quotation(sentence: str, cited: str) -> str:
    words = " ".join(sentence.split())
    words = words if len(words) <= 400 else words[:397].rsplit(" ", 1)[0] + " …"
    return f"“{words}” — {cited}" if cited else f"“{words}”"


def _graph(graph: nx.Graph, edges: Evidence, known: dict[str, Actor]) -> nx.Graph:
    for node in sorted({node for pair in edges for node in pair}):
        actor = known.get(node) or Actor(_readable(node), "group")
        graph.add_node(node, label=actor.label, kind=actor.kind, group=actor.group, facts=actor.facts)
    for (source, target), items in sorted(edges.items()):
        lines = "\n".join(_unique(line for told in items.values() for line in told))
        graph.add_edge(source, target, weight=len(items), evidence=lines)
    return graph


def _unique(lines: Iterable[str]) -> Iterator[str]:
    return iter(dict.fromkeys(lines))


def _readable(iri: str) -> str:
    return iri.removeprefix(ID).rsplit("/", 1)[-1].replace("-", " ")
