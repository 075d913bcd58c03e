"""The record as N-Quads: the same shape as everything else in the graph, and safe against any title."""

from datetime import date
from pathlib import Path

import polars as pl
import pyoxigraph

from kg.ids import entity
from kg.load.rollcall import ROLLCALLS, VOTES
from kg.rdf.record import record_nquads
from kg.terms import NamedNode
from kg.vocab import DCTERMS, KG, RDF

TITLE = 'A "title" with \\ back\\nslash,\ttab and <angle> brackets — ünïcode'


def written(tmp_path: Path, **changes: object) -> pyoxigraph.Store:
    row = dict.fromkeys(ROLLCALLS, None) | {
        "id": "undl-7",
        "undl_id": "7",
        "body": "UNSC",
        "symbol": "S/2031/77",
        "date": date(2031, 3, 5),
        "session": "2031",
        "title": TITLE,
        "subjects": "PEACE|LAW, OF THE SEA| PEACE",
        "meeting": "S/PV.1",
        "outcome": "vetoed",
        "yes": 9,
        "no": 1,
        "abstain": 1,
        "absent": 0,
    }
    rollcalls = pl.DataFrame([row | changes], schema=ROLLCALLS)
    votes = pl.DataFrame(
        [("undl-7", "NOR", "yes", False), ("undl-7", "RUS", "no", True), ("undl-7", "CHN", "abstain", False)],
        schema=VOTES,
        orient="row",
    )
    path = tmp_path / "record.nq"
    count = record_nquads(rollcalls, votes, path, "onrecord@0")
    again = tmp_path / "again.nq"
    record_nquads(rollcalls, votes, again, "onrecord@0")
    assert path.read_bytes() == again.read_bytes()
    store = pyoxigraph.Store()
    store.load(path=str(path))
    assert len(store) == count == len(path.read_text("utf-8").splitlines())
    return store


def objects(store: pyoxigraph.Store, subject: NamedNode, predicate: NamedNode) -> set[str]:
    return {getattr(q.object, "value", "") for q in store.quads_for_pattern(subject, predicate, None)}


def test_one_direct_triple_per_vote_in_the_graph_of_body_and_session(tmp_path: Path) -> None:
    store, event = written(tmp_path), entity("event", "undl-7")
    (vote,) = store.quads_for_pattern(entity("state", "NOR"), None, None)
    assert (vote.predicate, vote.object) == (KG.votedYes, event)
    assert getattr(vote.graph_name, "value", "").endswith("/graph/record/UNSC/2031")
    assert objects(store, event, KG.yes) == {"9"}
    assert objects(store, event, KG.date) == {"2031-03-05"}
    assert objects(store, event, KG.body) == {entity("body", "UNSC").value}
    assert objects(store, event, KG.outcome) == {KG.Vetoed.value}
    assert objects(store, event, KG.record) == {entity("record", "undl-7").value}


def test_a_veto_has_a_node_of_its_own(tmp_path: Path) -> None:
    store = written(tmp_path)
    (vote,) = store.quads_for_pattern(None, RDF.type, KG.Vote)
    assert isinstance(vote.subject, NamedNode)
    assert objects(store, vote.subject, KG.voter) == {entity("state", "RUS").value}
    assert objects(store, vote.subject, KG.veto) == {"true"}


def test_any_title_survives(tmp_path: Path) -> None:
    store, resolution = written(tmp_path), entity("resolution", "s-2031-77")
    assert objects(store, resolution, DCTERMS.title) == {TITLE}
    assert objects(store, resolution, DCTERMS.subject) == {"PEACE", "LAW, OF THE SEA"}


def test_an_unknown_outcome_is_not_stated(tmp_path: Path) -> None:
    store = written(tmp_path, outcome=None, meeting="", subjects="", title="")
    assert not list(store.quads_for_pattern(None, KG.outcome, None))
    assert not list(store.quads_for_pattern(None, DCTERMS.title, None))
