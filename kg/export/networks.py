"""Networks as GraphML and GEXF, for Gephi, Cytoscape, yEd and their like."""

import io
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import networkx as nx

from kg.export.serialize import Written, xml_text
from kg.ids import slug

__all__ = ["write_networks"]

_PLAIN = (int, float, bool)
# What networkx writes of itself: the day, and its own version.
_TIME_AND_TOOL = re.compile(rb"\s*<meta\b.*?</meta>|\s*<meta\b[^>]*/>", re.DOTALL)


def write_networks(networks: Mapping[str, "nx.Graph[Any]"], folder: Path) -> list[Written]:
    """Write each network in both formats, nodes and edges sorted, without the time of writing."""
    if networks:
        folder.mkdir(exist_ok=True)
    written = []
    for name in sorted(networks):
        plain, file = _plain(networks[name]), slug(name)
        graphml = io.BytesIO()
        nx.write_graphml_xml(plain, graphml)
        gexf = io.BytesIO()
        nx.write_gexf(plain, gexf)
        (folder / f"{file}.graphml").write_bytes(graphml.getvalue() + b"\n")
        (folder / f"{file}.gexf").write_bytes(_TIME_AND_TOOL.sub(b"", gexf.getvalue()) + b"\n")
        written.append(Written(f"{folder.name}/{file}.graphml", "application/graphml+xml"))
        written.append(Written(f"{folder.name}/{file}.gexf", "application/gexf+xml"))
    return written


def _plain(graph: "nx.Graph[Any]") -> "nx.Graph[Any]":
    """A copy in order, with attributes that the formats can hold: what is no number or text is written as text."""
    kind = nx.DiGraph if graph.is_directed() else nx.Graph
    if graph.is_multigraph():
        kind = nx.MultiDiGraph if graph.is_directed() else nx.MultiGraph
    plain = kind(**_attributes(graph.graph))
    for node in sorted(graph.nodes, key=str):
        plain.add_node(str(node), **_attributes(graph.nodes[node]))
    ends = [
        (*sorted((str(a), str(b))), data) if not graph.is_directed() else (str(a), str(b), data)
        for a, b, data in graph.edges(data=True)
    ]
    for a, b, data in sorted(ends, key=lambda edge: (edge[0], edge[1], str(sorted(_attributes(edge[2]).items())))):
        plain.add_edge(a, b, **_attributes(data))
    return plain


def _attributes(data: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes in the order of their names, without those that are empty."""
    return {k: _value(data[k]) for k in sorted(data) if data[k] is not None}


def _value(value: Any) -> str | int | float | bool:
    if hasattr(value, "item"):  # a numpy number
        value = value.item()
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, list | tuple | set | frozenset):
        items = sorted(map(str, value)) if isinstance(value, set | frozenset) else list(map(str, value))
        return " | ".join(map(xml_text, items))
    return xml_text(str(value))
