"""The graph from Python."""

from pathlib import Path

import networkx as nx
import pytest

import kg
from kg import pipeline
from kg.api import OpenGraph
from kg.errors import QueryError, WorkspaceError

TEXT = """A vote in New York

Published: 25 February 2025

NEW YORK - On Monday the UN General Assembly adopted a resolution on Ukraine by 93 votes to 18, with 65 abstentions.
Russia and the United States voted against the resolution, China abstained.
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> OpenGraph:
    folder = tmp_path_factory.mktemp("api")
    (folder / "vote.txt").write_text(TEXT, "utf-8")
    pipeline.build([str(folder / "vote.txt")], folder / "ws")
    return kg.open(folder / "ws")


def test_rows_are_plain_python(graph: OpenGraph) -> None:
    assert graph.query("SELECT ?yes { ?e a kg:VotingEvent ; kg:yes ?yes }") == [{"yes": 93}]
    assert graph.query("ASK { ?s kg:votedNo ?e }") is True


def test_named_queries_take_their_parameters_by_name(graph: OpenGraph) -> None:
    (row,) = graph.ask("votes-of", state="China")
    assert row["option"] == "abstained"


def test_triples_are_asked_for_as_terms(graph: OpenGraph) -> None:
    with pytest.raises(QueryError, match="answer"):
        graph.query("CONSTRUCT WHERE { ?s kg:votedNo ?e }")


def test_the_graph_as_other_libraries_know_it(graph: OpenGraph) -> None:
    assert isinstance(graph.networkx("alignment"), nx.Graph)
    assert len(graph.rdflib()) == sum(1 for _ in graph.quads())
    assert graph.votes().columns[:2] == ["rollcall", "state"]
    assert graph.rollcalls().is_empty()


def test_a_missing_workspace_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="kg build"):
        kg.open(tmp_path / "nowhere")
