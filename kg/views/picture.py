"""A network as one HTML file that opens anywhere and asks no server for anything."""

import json
import re
from collections import Counter
from dataclasses import dataclass
from html import escape
from math import sqrt
from pathlib import Path

import networkx as nx

from kg.views.covoting import strongest
from kg.views.layout import positions
from kg.views.registry import view

__all__ = ["TIES", "page"]

TIES = 4
"""Strongest ties of each state that the co-voting picture keeps: all of them would be one black disc."""

CROWD = 80
"""Nodes from which the picture opens so small that names need larger letters."""

LISTED = 300
"""Ties that the list under the picture holds at most."""

SHOWN = 5
"""Lines of evidence in a tooltip; a click shows the rest."""

# Okabe and Ito's colours, which the colour-blind can tell apart.
_KINDS = {
    "state": ("States", "#0072b2"),
    "official": ("Officials", "#e69f00"),
    "body": ("Bodies", "#009e73"),
    "organization": ("Organisations", "#56b4e9"),
    "bloc": ("Blocs", "#cc79a7"),
    "group": ("Groups", "#d55e00"),
    "outlet": ("Outlets", "#8c6d31"),
    "resolution": ("Texts", "#7f7f7f"),
    "document": ("Texts", "#7f7f7f"),
}
_REGIONS = {
    "African Group": ("Africa", "#d55e00"),
    "Asia-Pacific Group": ("Asia and Pacific", "#009e73"),
    "Eastern European Group": ("Eastern Europe", "#e69f00"),
    "GRULAC": ("Latin America and Caribbean", "#cc79a7"),
    "WEOG": ("Western Europe and others", "#0072b2"),
}
_OTHER = "#7f7f7f"
_ASSETS = Path(__file__).parent
_POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:"
_OUTSIDE = re.compile(
    r"<link\b[^>]*>|<script\b[^>]*\bsrc\s*=[^>]*>\s*</script>|<center>.*?</center>|<!--.*?-->",
    re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Look:
    """How the nodes of a picture are coloured, and what the colours mean in order of the legend."""

    colours: dict[str, str]
    legend: tuple[tuple[str, str, int], ...]


def page(network: nx.Graph) -> str:
    """The page of a network that ``kg.views.network`` built. The same network gives the same bytes."""
    chosen = view(network.graph["name"])
    shown = strongest(network, TIES) if chosen.name == "alignment" else network
    look = _look(shown, by_region=chosen.name == "alignment")
    drawn = _drawn(shown, look)
    head = (
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(chosen.title)}</title>\n'
        f"<style>\n{_asset('page.css')}</style>\n</head>"
    )
    header = _header(network, shown, look)
    footer = (
        f'<div id="chosen" aria-live="polite"></div>\n{_listed(shown)}\n<script>\n{_asset("page.js")}</script>\n</body>'
    )
    html = _OUTSIDE.sub("", drawn)
    html = html.replace("<html>", '<!doctype html>\n<html lang="en">', 1)
    html = html.replace("</head>", head, 1)
    html = html.replace("<body>", f"<body>\n{header}", 1)
    start, _, end = html.rpartition("</body>")
    return start + footer + end


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text("utf-8")


# --------------------------------------------------------------------------- what is drawn


def _drawn(shown: nx.Graph, look: _Look) -> str:
    """The network as pyvis writes it, with the library inside the page."""
    from pyvis.network import Network  # noqa: PLC0415  # brings in IPython: only when a picture is made

    net = Network(height="100%", width="100%", directed=shown.is_directed(), cdn_resources="in_line")
    places = positions(shown) if shown else {}
    strength = dict(shown.degree(weight="weight"))
    most = max(strength.values(), default=1) or 1
    letters, dots = (17, 14) if len(shown) > CROWD else (15, 25)
    for node, about in shown.nodes(data=True):
        x, y = places[node]
        share = sqrt(strength[node] / most)
        told = _about(shown, node)
        net.add_node(
            node,
            label=_wrapped(about["label"]),
            title=told,
            full=told,
            x=x,
            y=y,
            size=9 + dots * share,
            color=look.colours[node],
            font={"size": round(letters + 9 * share), "strokeWidth": 5, "strokeColor": "#fbfcfd"},
        )
    weights = [d["weight"] for _, _, d in shown.edges(data=True)]
    low, high = min(weights, default=0), max(weights, default=1)
    for one, two, tie in shown.edges(data=True):
        part = (tie["weight"] - low) / (high - low) if high > low else 0.3
        net.add_edge(one, two, title=_tie(shown, one, two, SHOWN), full=_tie(shown, one, two), width=1.2 + 5 * part)
    net.set_options(json.dumps(_options(curved=shown.is_directed())))
    return str(net.generate_html(notebook=False))


def _options(*, curved: bool) -> dict[str, object]:
    smooth = {"enabled": True, "type": "curvedCW", "roundness": 0.12} if curved else {"enabled": False}
    return {
        "physics": {"enabled": False},
        "interaction": {"hover": True, "tooltipDelay": 80, "navigationButtons": False, "keyboard": {"enabled": False}},
        "nodes": {"shape": "dot", "borderWidth": 1.5},
        "edges": {
            "smooth": smooth,
            "color": {
                "color": "#9aa5b1",
                "highlight": "#1d232a",
                "hover": "#1d232a",
                "opacity": 0.65,
                "inherit": False,
            },
            "arrows": {"to": {"enabled": curved, "scaleFactor": 0.7}},
            "hoverWidth": 1.5,
        },
    }


def _wrapped(label: str, width: int = 18) -> str:
    """A long name in two or three lines."""
    lines = [""]
    for word in label.split():
        if lines[-1] and len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines if len(lines) <= 3 else [*lines[:2], lines[2] + " …"])


def _about(shown: nx.Graph, node: str) -> str:
    about = shown.nodes[node]
    lines = [about["label"], about.get("facts", ""), about.get("group", "")]
    if "ballots" in about:
        lines.append(f"votes cast: {about['ballots']}")
    if shown.is_directed():
        lines.append(f"speaks: {_count(shown.out_degree(node, weight='weight'), 'statement')}")
        lines.append(f"is spoken of: {_count(shown.in_degree(node, weight='weight'), 'statement')}")
    else:
        lines.append(_count(shown.degree(node), "tie") + " shown")
    return "\n".join(line for line in lines if line)


def _tie(shown: nx.Graph, one: str, two: str, limit: int | None = None) -> str:
    """What a tie says: a line of numbers, then the evidence, ``limit`` lines of it at most."""
    tie = shown.edges[one, two]
    first, second = shown.nodes[one]["label"], shown.nodes[two]["label"]
    if "agreement" in tie:
        told = (
            f"{first} and {second}\nsame vote on {tie['same']} of {tie['shared']} shared ballots "
            f"({tie['agreement']:.0%})"
        )
        told += f"\nbeyond chance (kappa): {tie['kappa']:.2f}" if "kappa" in tie else ""
        return told + "".join(
            f"\n\n{name}, latest:\n{tie[name.lower()]}" for name in ("Together", "Apart") if name.lower() in tie
        )
    arrow = "→" if shown.is_directed() else "and"
    lines = str(tie.get("evidence", "")).split("\n")
    kept = lines if limit is None or len(lines) <= limit else [*lines[:limit], f"and {len(lines) - limit} more: click"]
    return "\n\n".join([f"{first} {arrow} {second}", *(line for line in kept if line)])


def _count(number: float, what: str) -> str:
    return f"{int(number)} {what}" + ("" if number == 1 else "s")


# --------------------------------------------------------------------------- what is said about it


def _look(shown: nx.Graph, *, by_region: bool) -> _Look:
    sorts, key = (_REGIONS, "group") if by_region else (_KINDS, "kind")
    other = "No regional group" if by_region else "Others"
    named = {node: sorts.get(sort, (other, _OTHER))[0] for node, sort in shown.nodes(data=key)}
    colour_of = {**dict(sorts.values()), other: _OTHER}
    counted = Counter(named.values())
    legend = tuple((name, colour, counted[name]) for name, colour in colour_of.items() if counted[name])
    return _Look({node: colour_of[name] for node, name in named.items()}, legend)


def _header(network: nx.Graph, shown: nx.Graph, look: _Look) -> str:
    chosen = view(network.graph["name"])
    within = network.graph.get("window", "all")
    years = "all years" if within == "all" else str(within)
    notes = [f"{_count(len(shown), 'actor')}, {_count(shown.number_of_edges(), 'tie')}, {years}."]
    if shown.number_of_edges() < network.number_of_edges():
        notes.append(
            f"Only the {TIES} strongest ties of each state are drawn, {shown.number_of_edges():,} of "
            f"{network.number_of_edges():,}; pairs with few shared ballots are left out."
        )
    if shown:
        notes.append(
            "A larger dot has more or stronger ties. Rest on a line to read what is behind it; click to keep it."
        )
    else:
        notes = ["There is nothing to draw yet: no ties of this kind are in the workspace."]
    dots = "".join(
        f'<li><span style="background:{colour}"></span>{escape(name)} ({count})</li>'
        for name, colour, count in look.legend
    )
    return (
        f"<header>\n<h1>{escape(chosen.title)}</h1>\n<p>{escape(chosen.explanation)}</p>\n"
        f'<p class="note">{escape(" ".join(notes))}</p>\n<ul class="legend">{dots}</ul>\n</header>'
    )


def _listed(shown: nx.Graph) -> str:
    """The same as text, for those who cannot see or hover: the strongest ties first."""
    ranked = sorted(
        shown.edges(data="weight"), key=lambda e: (-e[2], shown.nodes[e[0]]["label"], shown.nodes[e[1]]["label"])
    )
    items = "\n".join(f"<li>{escape(_tie(shown, one, two))}</li>" for one, two, _ in ranked[:LISTED])
    more = f"<p>and {len(ranked) - LISTED:,} more</p>" if len(ranked) > LISTED else ""
    return f"<details><summary>The ties as text</summary>\n<ol>\n{items}\n</ol>{more}</details>"
