"""A correction of the record in the graph: both votes, both files, and one direct triple."""

from collections.abc import Iterable
from pathlib import Path

import pyoxigraph
import pytest
from rollcall_files import FIVE, ga, load

from kg.check import shacl
from kg.ids import entity, graph
from kg.load.rollcall import Record, empty_record, merged
from kg.questions import bind, question
from kg.rdf.corrections import correction_quads, record_file
from kg.rdf.record import record_nquads
from kg.rdf.registers import registers
from kg.store import Solutions, memory_store
from kg.terms import Literal, NamedNode, Quad
from kg.vocab import DCTERMS, KG, RDFS

EVENT = entity("event", "undl-900001")


@pytest.fixture
def corrected(tmp_path: Path) -> Record:
    """Norway's vote is corrected from yes to no; Fiji is listed no more."""
    later = {state: vote for state, vote in FIVE.items() if state != "FJI"} | {"NOR": "N"}
    return merged([load(tmp_path, ga(FIVE), "2024.csv"), load(tmp_path, ga(later, "1,2,1,0,4"), "2025.csv")])


def quads_of(record: Record) -> list[Quad]:
    return list(correction_quads(record.corrections, record.rollcalls, record.sources))


def objects(quads: Iterable[Quad], subject: object, predicate: NamedNode) -> list[object]:
    return [q.object for q in quads if q.subject == subject and q.predicate == predicate]


def test_both_ends_and_both_files_are_cited_in_the_graph_of_the_session(corrected: Record) -> None:
    quads = quads_of(corrected)
    assert {q.graph_name for q in quads} == {graph("record", "UNGA", "11emsp")}
    corrections = [q.subject for q in quads if q.object == KG.Correction]
    told = {}
    for node in corrections:
        (before,) = objects(quads, node, KG.before)
        assert objects(quads, before, KG.votingEvent) == [EVENT]
        (voter,) = objects(quads, before, KG.voter)
        after = [objects(quads, vote, KG.option) for vote in objects(quads, node, KG.after)]
        told[voter] = (objects(quads, before, KG.option), after)
        for predicate, name in ((KG.beforeFile, "2024.csv"), (KG.afterFile, "2025.csv")):
            (file,) = objects(quads, node, predicate)
            assert objects(quads, file, RDFS.label) == [Literal(name)]
    assert told == {
        entity("state", "NOR"): ([KG.Yes], [[KG.No]]),
        entity("state", "FJI"): ([KG.Absent], []),  # the later file lists no vote of Fiji
    }


def test_a_file_says_what_it_is(corrected: Record) -> None:
    quads, source = quads_of(corrected), corrected.sources[0]
    node = record_file(source.sha256)
    assert objects(quads, node, DCTERMS.identifier)[0] == Literal(f"sha256:{source.sha256}")
    (described,) = set(objects(quads, node, DCTERMS.description))
    assert described == Literal("General Assembly, 2025 and later; roll calls: 1; votes: 5; 2031-03-04 to 2031-03-04")


def test_the_direct_triple_is_the_corrected_vote_alone(corrected: Record, tmp_path: Path) -> None:
    path = tmp_path / "record.nq"
    record_nquads(corrected.rollcalls, corrected.votes, path, "onrecord@0")
    store = pyoxigraph.Store()
    store.load(path=str(path))
    store.extend(quads_of(corrected))
    norway = {(q.predicate, q.object) for q in store.quads_for_pattern(entity("state", "NOR"), None, None)}
    assert norway == {(KG.votedNo, EVENT)}
    assert not list(store.quads_for_pattern(entity("state", "FJI"), None, None))


def test_the_shapes_hold_and_the_question_lists_them(corrected: Record, tmp_path: Path) -> None:
    path = tmp_path / "record.nq"
    record_nquads(corrected.rollcalls, corrected.votes, path, "onrecord@0")
    whole = [*pyoxigraph.parse(path=str(path)), *quads_of(corrected), *registers("onrecord@0")]
    assert shacl(whole).violations == ()
    asked = question("corrections")
    answer = memory_store(whole).query(asked.sparql, bind(asked, ["state=Norway"]))
    assert isinstance(answer, Solutions)
    (row,) = [dict(zip(answer.variables, row, strict=True)) for row in answer.rows]
    assert (row["before"], row["after"], row["event"]) == (KG.Yes, KG.No, EVENT)
    assert (row["earlierFile"], row["laterFile"]) == (Literal("2024.csv"), Literal("2025.csv"))


def test_the_same_corrections_give_the_same_quads(corrected: Record) -> None:
    assert quads_of(corrected) == quads_of(corrected)
    assert len({q.subject for q in quads_of(corrected) if q.object == KG.Correction}) == 2


def test_no_corrections_no_quads() -> None:
    assert quads_of(empty_record()) == []


def test_a_roll_call_that_is_not_there_is_passed_over(corrected: Record) -> None:
    rollcalls = corrected.rollcalls.clear()
    assert list(correction_quads(corrected.corrections, rollcalls, corrected.sources)) == []
