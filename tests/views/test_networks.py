"""What the networks say about a small world, and what is measured on them."""

from datetime import date
from pathlib import Path

import networkx as nx
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse

from kg.errors import QueryError
from kg.ids import entity, graph
from kg.load.rollcall import ROLLCALLS, VOTES, Record
from kg.rdf import DIRECT
from kg.rdf.record import record_nquads
from kg.store import EmbeddedStore, Solutions, memory_store
from kg.terms import Literal, Quad, literal
from kg.views import VIEWS, alignment, analyse, centrality, network, scores, strongest, window
from kg.vocab import KG, RDF, RDFS

NOR, MLI, TCD, PER = (entity("state", code).value for code in ("NOR", "MLI", "TCD", "PER"))
ADA = entity("official", "ada-example").value


def test_agreement_counts_the_ballots_that_both_took_part_in(world: EmbeddedStore) -> None:
    graph = network(world, "alignment")
    assert graph.nodes[NOR] == {"label": "Norway", "kind": "state", "group": "WEOG", "ballots": 6}
    tie = graph.edges[NOR, MLI]
    assert (tie["shared"], tie["same"], tie["agreement"]) == (6, 5, pytest.approx(5 / 6))
    # yes, no, abstain: Norway 4, 1, 1 and Mali 3, 2, 1 of 6
    chance = (4 * 3 + 1 * 2 + 1 * 1) / 36
    assert tie["kappa"] == pytest.approx((5 / 6 - chance) / (1 - chance))
    assert (tie["together"].split("\n")[0], tie["apart"]) == ("2025-03-04 Ballot b6", "2025-03-04 Ballot b5")
    assert graph.edges[NOR, TCD]["same"] == 1
    assert (graph.edges[NOR, PER]["shared"], graph.edges[NOR, PER]["same"]) == (4, 2)


def test_a_window_of_years(world: EmbeddedStore) -> None:
    assert network(world, "alignment", "2025").edges[NOR, MLI]["shared"] == 3
    assert network(world, "alignment", "2024-2025").edges[NOR, MLI]["shared"] == 6
    assert network(world, "alignment", "1999").number_of_nodes() == 0
    assert not network(world, "alignment", "2025").has_edge(NOR, PER)  # one shared ballot is an accident
    assert network(world, "mentions", "2025").number_of_edges() == 1
    assert network(world, "cosponsorship", "2025").number_of_edges() == 0
    with pytest.raises(QueryError, match="is no window"):
        window("last year")


def test_the_tables_of_the_record_give_the_same_graph_as_the_store(tmp_path: Path) -> None:
    rows = [("undl-1", "NOR", "yes"), ("undl-1", "MLI", "no"), ("undl-1", "PER", "absent"), ("undl-2", "NOR", "yes")]
    rows += [("undl-2", "MLI", "yes"), ("undl-2", "PER", "abstain"), ("undl-3", "NOR", "no"), ("undl-3", "MLI", "no")]
    votes = pl.DataFrame([(*r, False) for r in rows], schema=VOTES, orient="row")
    empty = dict.fromkeys(ROLLCALLS, None) | {
        "body": "UNGA",
        "session": "79",
        "symbol": "",
        "title": "",
        "subjects": "",
    }
    calls = [
        empty
        | {"id": f"undl-{i}", "undl_id": str(i), "date": date(2023 + i, 1, 1), "symbol": f"A/RES/79/{i}"}
        | NUMBERS
        for i in (1, 2, 3)
    ]
    record = Record(pl.DataFrame(calls, schema=ROLLCALLS), votes)
    record_nquads(record.rollcalls, record.votes, tmp_path / "r.nq", "onrecord@0")
    reported = Quad(entity("state", "NOR"), KG.votedYes, entity("event", "x"), graph("document", "1"))
    dated = Quad(entity("event", "x"), KG.date, literal(date(2025, 1, 1)), graph("document", "1"))
    event = [Quad(entity("event", "x"), p, o, graph("document", "1")) for p, o in LABELLED]
    alike = Quad(entity("state", "MLI"), KG.votedYes, entity("event", "x"), graph("document", "1"))
    parsed = parse(path=str(tmp_path / "r.nq"), format=RdfFormat.N_QUADS)
    store = memory_store([*parsed, reported, alike, dated, *event])
    for within in ("all", "2025", "2024-2025"):
        slow, quick = network(store, "alignment", within), network(store, "alignment", within, record)
        assert nx.utils.graphs_equal(slow, quick)
        assert slow.edges[MLI, NOR]["shared"] == {"all": 4, "2025": 2, "2024-2025": 3}[within]


NUMBERS = {"meeting": "", "yes": 1, "no": 1, "abstain": 0, "absent": 1}
LABELLED = [(RDF.type, KG.VotingEvent), (RDFS.label, literal("a ballot"))]


def test_a_state_in_two_camps_has_no_vote_there(world: EmbeddedStore) -> None:
    (yes, no) = (p for o, p in DIRECT.items() if o.value in ("yes", "no"))
    torn = [q for q in world.quads() if q.subject == entity("state", "NOR") and q.predicate in (yes, no)]
    other = [type(q)(q.subject, no if q.predicate == yes else yes, q.object, q.graph_name) for q in torn]
    graph = network(memory_store([*world.quads(), *other]), "alignment")
    assert NOR not in graph


def test_mentions_carry_the_words_and_the_article(world: EmbeddedStore) -> None:
    graph = network(world, "mentions")
    assert graph.is_directed()
    assert graph.edges[ADA, MLI]["evidence"] == "“Mali is right, she said.” — The talks (2025-03-02)"
    assert graph.nodes[ADA]["facts"] == "envoy, Norway"
    assert not graph.has_edge(ADA, ADA)


def test_negotiations_leave_out_what_was_not_held(world: EmbeddedStore) -> None:
    graph = network(world, "negotiations")
    assert set(graph) == {NOR, MLI, ADA}
    assert graph.edges[NOR, MLI]["evidence"] == "Talks in Oslo — 2025-03-01"


def test_cosponsors_of_one_draft(world: EmbeddedStore) -> None:
    graph = network(world, "co-sponsorship")
    assert list(graph.edges) == [tuple(sorted((NOR, PER)))]
    assert "a text by Norway and Peru" in graph.edges[NOR, PER]["evidence"]


def test_attributes_are_plain_so_that_every_format_takes_them(world: EmbeddedStore) -> None:
    for name in VIEWS:
        "".join(nx.generate_graphml(network(world, name)))


def test_an_unknown_view_names_those_there_are(world: EmbeddedStore) -> None:
    with pytest.raises(QueryError, match="alignment, cosponsorship, mentions, negotiations"):
        network(world, "friends")


def test_an_empty_store_has_empty_views() -> None:
    for name in VIEWS:
        built = network(memory_store(), name)
        assert not built
        assert not scores(built)
        assert not list(analyse(memory_store(), name))


def test_the_frame_keeps_the_strongest_ties() -> None:
    graph = nx.Graph()
    for other, kappa, shared in (("b", 0.9, 50), ("c", 0.5, 50), ("d", 0.1, 50), ("e", 1.0, 4)):
        graph.add_edge("a", other, kappa=kappa, agreement=0.9, weight=0.9, shared=shared)
    assert set(strongest(graph, 1)["a"]) == {"b", "c", "d"}  # each keeps its own strongest; e shares too few
    graph.add_edge("c", "d", kappa=0.8, agreement=0.9, weight=0.9, shared=50)
    assert set(strongest(graph, 1)["a"]) == {"b"}


def test_among_equals_nobody_becomes_a_hub() -> None:
    alike = nx.complete_graph([f"s{i:02}" for i in range(30)])
    for _, _, tie in alike.edges(data=True):
        tie.update(agreement=1.0, weight=1.0, shared=9)
    assert max(d for _, d in strongest(alike, 3).degree()) == 6


def test_centrality_of_a_star() -> None:
    star = nx.star_graph(4)
    nx.set_edge_attributes(star, 2.0, "weight")
    found = centrality(star)
    assert found["degree"][0] == 4
    assert found["strength"][0] == 8
    assert found["betweenness"][0] == 1
    assert found["pagerank"][0] == pytest.approx(0.4757, abs=1e-4)  # (1 + 0.85 * 4) / (1 - 0.85 ** 2) * 0.03 + ...
    assert sum(found["pagerank"].values()) == pytest.approx(1)
    assert found["eigenvector"][0] == max(found["eigenvector"].values())


@pytest.mark.parametrize("kind", [nx.Graph, nx.DiGraph])
def test_eigenvector_is_that_of_networkx(kind: type[nx.Graph]) -> None:
    ring = kind([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "a"), ("b", "a")])
    nx.set_edge_attributes(ring, {edge: 1.0 + i for i, edge in enumerate(ring.edges)}, "weight")
    expected = nx.eigenvector_centrality(ring, max_iter=5000, tol=1e-10, weight="weight")
    assert centrality(ring)["eigenvector"] == pytest.approx(expected, abs=1e-6)


def test_eigenvector_is_left_out_where_a_graph_falls_apart() -> None:
    apart = nx.Graph([("a", "b"), ("b", "c"), ("d", "e")])
    nx.set_edge_attributes(apart, 1.0, "weight")
    assert "eigenvector" not in centrality(apart)
    assert "betweenness" in centrality(apart)


def test_scores_are_written_as_observations_and_answered_by_a_query(world: EmbeddedStore) -> None:
    quads = list(analyse(world, "alignment", "2024-2025"))
    assert quads == list(analyse(world, "alignment", "2024-2025"))
    assert {getattr(q.graph_name, "value", "").rsplit("/graph/")[1] for q in quads} == {"view/alignment/2024-2025"}
    answer = memory_store(quads).query(
        """SELECT ?value ?shared { ?s a kg:Score, qb:Observation ; kg:measure "agreement" ; kg:window "2024-2025" ;
        kg:subject <https://w3id.org/onrecord/id/state/MLI> ; kg:object <https://w3id.org/onrecord/id/state/NOR> ;
        kg:value ?value ; kg:sharedVotes ?shared }"""
    )
    assert isinstance(answer, Solutions)
    ((value, shared),) = answer.rows
    assert isinstance(value, Literal)
    assert isinstance(shared, Literal)
    assert (value.value, shared.value) == ("0.833333", "6")
    said = memory_store(quads).query("SELECT ?p { GRAPH ?g { ?g ?p ?o } }")
    assert isinstance(said, Solutions)
    assert {getattr(p, "value", "").rsplit("#")[-1].rsplit("/")[-1] for (p,) in said.rows} == {
        "method", "identifier", "wasAttributedTo", "wasDerivedFrom"
    }  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.tuples(st.sampled_from("ABCD"), st.integers(0, 7)), st.integers(0, 2), min_size=1, max_size=24)
)
def test_the_matrices_agree_with_counting_by_hand(cast: dict[tuple[str, int], int]) -> None:
    rows = [(s, str(e), o) for (s, e), o in sorted(cast.items())]
    found = alignment(pl.DataFrame(rows, schema=["state", "event", "option"], orient="row"))
    for i, one in enumerate(found.states):
        for j, two in enumerate(found.states):
            both = [e for e in range(8) if (one, e) in cast and (two, e) in cast]
            assert found.shared[i, j] == len(both)
            assert found.same[i, j] == sum(cast[one, e] == cast[two, e] for e in both)
            assert not found.kappa[i, j] > 1 + 1e-9
