"""The page of a network: whole, offline, readable, and safe against any name."""

import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path

import networkx as nx
import pytest

from kg.store import EmbeddedStore, memory_store
from kg.views import VIEWS, network, page
from kg.views.layout import positions

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


@pytest.mark.parametrize("name", list(VIEWS))
def test_a_page_says_what_it_shows_and_calls_nobody(world: EmbeddedStore, name: str) -> None:
    html = page(network(world, name))
    assert html == page(network(world, name))
    assert f"<h1>{VIEWS[name].title}</h1>" in html
    assert 'class="legend"' in html
    assert html.count("<h1>") == 1
    assert not re.search(r"<(?:script|img|iframe)\b[^>]*\bsrc\s*=|<link\b|@import", html)
    assert '"physics": {"enabled": false}' in html
    assert "default-src 'none'" in html


def test_names_and_quotations_are_text_never_markup(world: EmbeddedStore) -> None:
    html = page(network(world, "mentions"))
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html
    assert html.count("</script>") == page(network(world, "alignment")).count("</script>")
    assert "Mali \\u003c/script\\u003e is wrong." in html


def test_hovering_a_tie_shows_sentence_and_article(world: EmbeddedStore) -> None:
    html = page(network(world, "mentions"))
    assert re.search(
        r'"title": "Ada Example \\u2192 Mali\\n\\n\\u201cMali is right, she said.\\u201d \\u2014 The talks', html
    )
    votes = page(network(world, "alignment"))
    assert "same vote on 5 of 6 shared ballots (83%)" in votes


def test_an_empty_network_says_so() -> None:
    assert "There is nothing to draw yet" in page(network(memory_store(), "mentions"))


def test_a_dense_network_is_thinned_and_says_so() -> None:
    dense = nx.complete_graph([f"s{i:02}" for i in range(40)])
    nx.set_node_attributes(dense, {n: {"label": n, "kind": "state", "group": "", "ballots": 9} for n in dense})
    tie = {"shared": 9, "same": 9, "agreement": 1.0, "weight": 1.0}
    nx.set_edge_attributes(dense, dict.fromkeys(dense.edges, tie))
    dense.graph.update(name="alignment", window="all")
    html = page(dense)
    assert "strongest ties of each state are drawn" in html
    assert "of 780" in html


def test_places_do_not_depend_on_the_order_of_making_and_labels_have_room() -> None:
    edges = [(f"n{i}", f"n{(i * 7) % 30}", 1.0) for i in range(1, 30)] + [("x", "y", 1.0)]
    one, two = nx.Graph(), nx.Graph()
    one.add_weighted_edges_from(edges)
    two.add_weighted_edges_from((v, u, w) for u, v, w in reversed(edges))
    places = positions(one)
    assert places == positions(two)
    spots = list(places.values())
    for i, (x, y) in enumerate(spots):
        assert all(abs(x - a) > 60 or abs(y - b) > 40 for a, b in spots[:i])


COUNT = """<script>setTimeout(function () {
  var canvas = document.querySelector("#mynetwork canvas"), seen = {};
  var data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  for (var i = 0; i < data.length; i += 4) {
    if (data[i + 3] === 255) { var c = [data[i], data[i + 1], data[i + 2]].join("-"); seen[c] = (seen[c] || 0) + 1; }
  }
  document.body.setAttribute("data-colours", JSON.stringify(seen));
}, 1000);</script></body>"""


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here")
@pytest.mark.parametrize(("name", "dots"), [("mentions", "0-114-178"), ("alignment", "213-94-0")])
def test_the_page_draws_with_the_network_blocked(world: EmbeddedStore, tmp_path: Path, name: str, dots: str) -> None:
    start, _, _ = page(network(world, name)).rpartition("</body>")
    (tmp_path / "page.html").write_text(start + COUNT, "utf-8")
    done = subprocess.run(
        [
            str(CHROMIUM),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--enable-logging=stderr",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            f"--user-data-dir={tmp_path / 'profile'}",
            "--window-size=800,700",
            "--virtual-time-budget=3000",
            "--dump-dom",
            f"file://{tmp_path / 'page.html'}",
        ],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    # A request that fails, a policy that is broken and an error of a script all speak on the console.
    console = [line for line in done.stderr.splitlines() if "CONSOLE" in line]
    assert not console, console
    told = re.search(r'data-colours="([^"]*)"', done.stdout)
    assert told, "the picture's canvas was not there"
    colours = json.loads(unescape(told[1]))
    assert colours.get(dots, 0) > 100, "no dot was drawn"
