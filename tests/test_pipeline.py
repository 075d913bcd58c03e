"""From small texts of our own to a graph, and what is asked of it."""

import hashlib
from pathlib import Path

import pytest

from kg import indexing, pipeline, products, questions
from kg.errors import Busy, WorkspaceError
from kg.ids import graph
from kg.review import Answered
from kg.store import Solutions
from kg.terms import Literal, NamedNode
from kg.vocab import KG
from kg.workspace import Workspace

STATE = "https://w3id.org/onrecord/id/state/"
FIRST = """The Assembly splits over the draft

Published: 25 February 2025

NEW YORK - On Monday the UN General Assembly adopted a resolution on Ukraine by 93 votes to 18, with 65 abstentions.
The United States, Russia, Hungary and Israel voted against the resolution, while China abstained.
"The text speaks for itself," said Mariana Betsa, Ukraine's deputy foreign minister.
"""
SECOND = """A divided hall

Published: 25 February 2025

NEW YORK - On Monday the UN General Assembly adopted a resolution on Ukraine by 93 votes to 18, with 65 abstentions.
Russia and the United States voted against. Hungary abstained, its delegate said.
"""
TALKS = """Two delegations at one table

Published: 21 February 2025

RIYADH - Delegations of {0} and {1} held talks in Riyadh on {2} February 2025, diplomats said.
"""


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    (folder / "first.txt").write_text(FIRST, "utf-8")
    (folder / "second.txt").write_text(SECOND, "utf-8")
    return folder


@pytest.fixture(scope="module")
def built(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    workspace = tmp_path_factory.mktemp("world") / "ws"
    pipeline.build([str(articles)], workspace)
    return workspace


def rows(workspace: Path, name: str, **bindings: NamedNode | Literal) -> list[dict[str, str]]:
    answer = products.store(workspace).query(questions.question(name).sparql, bindings)
    assert isinstance(answer, Solutions)
    return [
        {v: t.value for v, t in zip(answer.variables, row, strict=True) if isinstance(t, NamedNode | Literal)}
        for row in answer.rows
    ]


def test_two_articles_on_one_ballot_meet_and_disagree(built: Path) -> None:
    (dispute,) = rows(built, "disputed-votes")
    assert dispute["state"] == STATE + "HUN"
    assert {dispute["option"], dispute["other"]} == {KG.Abstain.value, KG.No.value}
    assert "Hungary" in dispute["sentence"]
    assert "Hungary" in dispute["otherSentence"]


def test_what_they_agree_on_is_accepted_once_what_they_dispute_is_not(built: Path) -> None:
    votes = rows(built, "votes-of", state=NamedNode(STATE + "RUS"))
    assert [v["option"] for v in votes] == ["no"]
    assert not rows(built, "votes-of", state=NamedNode(STATE + "HUN"))


def test_partial_lists_are_told_from_full_ones(built: Path) -> None:
    against = [r for r in rows(built, "partial-lists") if r["option"] == KG.No.value]
    assert {r["of"] for r in against} == {"18"}
    assert {r["named"] for r in against} <= {"2", "4"}


def test_two_builds_give_the_same_bytes(articles: Path, tmp_path: Path) -> None:
    digests = []
    for name in ("one", "two"):
        space = Workspace.create(tmp_path / name)
        pipeline.build([str(articles)], space.path)
        told = [(space.documents()[id_], reading) for id_, reading in space.readings().items()]
        out = tmp_path / f"{name}-quads"
        out.mkdir()
        indexing.write_quads(Answered(tuple(told)), space.record(), space, out)
        digests.append({p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(out.iterdir())})
    assert digests[0] == digests[1]
    assert set(digests[0]) >= {"documents.nq", "identity.nq", "meta.nq", "ontology.nq", "verdicts.nq"}


def test_no_triple_stands_in_two_graphs(built: Path) -> None:
    held = products.store(built)
    quads = list(held.quads())
    assert len({(q.subject, q.predicate, q.object) for q in quads}) == len(quads)


def test_a_graph_keeps_its_own_rules(built: Path) -> None:
    report = products.check(built)
    assert report.ok, report.to_text()


def test_what_cannot_be_read_is_left_out_with_the_reason(articles: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "table.csv").write_text("a,b\n1,2\n", "utf-8")
    summary = pipeline.build([str(articles), str(tmp_path / "empty.txt"), str(tmp_path / "table.csv")], tmp_path / "ws")
    assert summary.documents == 2
    assert [Path(r.path).name for r in summary.refused] == ["empty.txt", "table.csv"]
    assert all("\n" not in str(r) for r in summary.refused)
    assert pipeline.info(tmp_path / "ws").refused == summary.refused


def test_a_second_build_at_once_says_so_and_stops(articles: Path, tmp_path: Path) -> None:
    space = Workspace.create(tmp_path / "ws")
    with space.lock(), pytest.raises(Busy, match="another build"):
        pipeline.build([str(articles)], space.path)


def test_a_build_adds_and_a_rebuild_gives_the_same(articles: Path, tmp_path: Path) -> None:
    workspace = tmp_path / "ws"
    pipeline.build([str(articles / "first.txt")], workspace)
    both = pipeline.build([str(articles / "second.txt")], workspace)
    assert both.documents == 2
    before = sorted(map(str, products.store(workspace).quads()))
    pipeline.rebuild(workspace)
    assert sorted(map(str, products.store(workspace).quads())) == before


def test_a_build_of_nothing_new_leaves_the_store_as_it_is(articles: Path, tmp_path: Path) -> None:
    workspace = tmp_path / "ws"
    first = pipeline.build([str(articles)], workspace)
    pointer = workspace / "store" / "current"
    before = pointer.read_text()
    assert pipeline.build([str(articles)], workspace) == first
    assert pointer.read_text() == before
    pipeline.judge(workspace, ("official/a", "official/b"), "different", "a reader")
    second = pipeline.build([str(articles)], workspace)
    assert pointer.read_text() != before
    pointer.unlink()
    assert pipeline.build([str(articles)], workspace) == second
    assert rows(workspace, "ballots")


def test_a_view_that_was_asked_for_is_kept_up_to_date(articles: Path, tmp_path: Path) -> None:
    workspace = tmp_path / "ws"

    def scored() -> set[str]:
        quads = products.store(workspace).quads(graph("view", "negotiations", "all"))
        return {str(q.object) for q in quads if q.predicate == KG.subject}

    (tmp_path / "talks.txt").write_text(TALKS.format("Russia", "the United States", 18), "utf-8")
    pipeline.build([str(tmp_path / "talks.txt")], workspace)
    assert not scored()
    pipeline.analyse(workspace, ["negotiations"])
    before = scored()
    assert before
    (tmp_path / "more.txt").write_text(TALKS.format("Ukraine", "Turkey", 20), "utf-8")
    pipeline.build([str(tmp_path / "more.txt")], workspace)
    assert scored() > before


def test_a_judgement_keeps_two_reports_apart_and_an_undo_joins_them_again(articles: Path, tmp_path: Path) -> None:
    workspace = tmp_path / "ws"
    pipeline.build([str(articles)], workspace)
    (same,) = [r for r in rows(workspace, "judgements") if "/ballot/" in r["left"] and r["decision"] == KG.Same.value]
    pipeline.judge(workspace, (same["left"], same["right"]), "different", "a reader")
    pipeline.rebuild(workspace)
    assert not rows(workspace, "disputed-votes")
    pipeline.judge(workspace, (same["left"], same["right"]), "unsure", "a reader")
    pipeline.rebuild(workspace)
    assert rows(workspace, "disputed-votes")


def test_no_workspace_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="kg build"):
        products.store(tmp_path / "nothing")
