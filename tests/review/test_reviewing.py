"""kg review on a workspace: what is answered, what becomes of the graph, and that it lasts."""

import json
import shutil
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

from kg import pipeline, products
from kg.cli import commands
from kg.cli.commands import app
from kg.config import SAMPLES
from kg.ids import graph
from kg.model import FactKind, Finding, Reading
from kg.reviewing import Desk, Wanted
from kg.terms import NamedNode
from kg.views import network
from kg.vocab import DCTERMS, KG
from kg.workspace import Workspace

TEXT = """A vote in New York

Published: 25 February 2025

NEW YORK - On Monday the UN General Assembly adopted a resolution on Ukraine by 93 votes to 18, with 65 abstentions.
Russia and the United States voted against the resolution, China abstained.
"We had hoped for more," said Mariana Betsa, Ukraine's deputy foreign minister.
Delegations of Norway and Chad held talks in Oslo on 20 February 2025, diplomats said.
"""
STATE = "https://w3id.org/onrecord/id/state/"
runner = CliRunner()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("review")
    (folder / "vote.txt").write_text(TEXT, "utf-8")
    pipeline.build([str(folder / "vote.txt")], folder / "ws")
    return folder / "ws"


@pytest.fixture
def workspace(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "ws"))


def kg(workspace: Path, *words: str, stdin: str = "") -> str:
    done = runner.invoke(app, ["review", *words, "-w", str(workspace)], input=stdin, env={"KG_AUTHOR": "A. Reader"})
    assert done.exit_code == 0, done.output
    return done.output


def key(workspace: Path, words: str) -> str:
    return next(c.key for c in Desk(workspace).claims if c.words == words)


def votes(workspace: Path) -> set[tuple[str, str]]:
    held = products.store(workspace)
    direct = {KG.votedYes: "yes", KG.votedNo: "no", KG.abstainedFrom: "abstain"}
    return {(q.subject.value.removeprefix(STATE), direct[q.predicate]) for q in held.quads() if q.predicate in direct}


def test_claims_are_listed_least_sure_first_with_their_words(workspace: Path) -> None:
    listed = json.loads(kg(workspace, "--list", "--json").split("\n0 claims")[0])["claims"]
    assert [c["confidence"] for c in listed] == sorted(c["confidence"] for c in listed)
    (china,) = (c for c in listed if c["words"] == "China abstained")
    assert TEXT[china["start"] : china["end"]] == china["quote"]
    assert china["claims"][0].startswith("https://w3id.org/onrecord/id/claim/")
    assert "China abstained" in kg(workspace, "--list", "--kind", "vote", "--article", "vote")


def test_filters_choose() -> None:
    assert {k.value for k in commands.Kind} == {k.value for k in FactKind}
    assert {v.value.replace("-", " ") for v in commands.Verdict} == {f.value for f in Finding}


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(kind=FactKind.VOTE), {"China abstained", "Russia voted against", "The United States voted against"}),
        (Wanted(finding=Finding.CONTRADICTED), set()),
        (Wanted(article="another"), set()),
        (Wanted(kind=FactKind.TALLY, below=0.1), set()),
    ],
)
def test_only_what_is_wanted_is_chosen(built: Path, wanted: Wanted, found: set[str]) -> None:
    assert {c.words for c in Desk(built).chosen(wanted)} == found


def test_a_rejected_claim_gives_no_proposition_no_vote_and_no_tie(workspace: Path) -> None:
    claim = key(workspace, "Russia voted against")
    kg(workspace, claim, "--reject", "--note", "another vote", "--date", "2031-03-04")
    assert votes(workspace) == {("USA", "no"), ("CHN", "abstain")}
    held = products.store(workspace)
    assert not [q for q in held.quads() if q.predicate == KG.voter and q.object == NamedNode(STATE + "RUS")]
    review = {q.predicate: q.object for q in held.quads(graph("reviews")) if q.predicate != KG.method}
    assert review[KG.answer] == KG.ClaimRejected
    assert review[KG.readAs].value == "Russia voted against"
    assert (review[KG.reason].value, review[KG.author].value) == ("another vote", "A. Reader")
    assert review[DCTERMS.created].value == "2031-03-04"
    assert KG.reviewedClaim not in review
    assert products.check(workspace).ok
    before = network(held, "negotiations").number_of_edges()
    kg(workspace, key(workspace, "Talks of Norway and Chad in Oslo, 2025-02-20"), "--reject")
    assert (before, network(products.store(workspace), "negotiations").number_of_edges()) == (1, 0)


def test_an_edited_claim_gives_the_edited_fact_and_keeps_what_had_been_read(workspace: Path) -> None:
    shown = kg(workspace, key(workspace, "China abstained"), "--edit", "option=yes")
    assert "China abstained → China voted in favour" in shown
    assert ("CHN", "yes") in votes(workspace)
    assert ("CHN", "abstain") not in votes(workspace)
    held = products.store(workspace)
    (claim,) = (q.object for q in held.quads(graph("reviews")) if q.predicate == KG.reviewedClaim)
    told = {q.predicate: q.object.value for q in held.quads(subject=claim)}
    assert (told[KG.rule], told[KG.confidence]) == ("review/edit", "1")
    (read,) = (q.object.value for q in held.quads(graph("reviews")) if q.predicate == KG.readAs)
    assert read == "China abstained"
    assert products.check(workspace).ok


def test_the_record_is_held_against_what_stands(workspace: Path) -> None:
    pipeline.build([str(SAMPLES / "rollcalls.csv")], workspace)
    claim = key(workspace, "China abstained")
    assert Desk(workspace).find(claim).finding is Finding.SUPPORTED
    kg(workspace, claim, "--edit", "option=yes")
    now = Desk(workspace).find(claim)
    assert (now.finding, now.now) == (Finding.CONTRADICTED, "China voted in favour")
    assert "China" in now.reason
    shown = kg(workspace, "--kind", "vote", "--verdict", "supported", stdin="q\n")
    assert "record  supported" in shown


def test_a_claim_is_found_by_its_iri_and_by_the_id_of_what_it_was_edited_to(workspace: Path) -> None:
    (china,) = (c for c in Desk(workspace).claims if c.words == "China abstained")
    kg(workspace, china.claims[0].iri, "--edit", "option=yes")
    (edited,) = (c for c in Desk(workspace).claims if c.reviewed)
    assert edited.now == "China voted in favour"
    kg(workspace, edited.claims[0].iri, "--edit", "option=no")
    assert ("CHN", "no") in votes(workspace)
    assert edited.reviewed is not None
    assert edited.reviewed.stands
    kg(workspace, china.key, "--accept")
    assert ("CHN", "abstain") in votes(workspace)


def test_answers_outlive_a_rebuild_and_another_version_of_the_program(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kg(workspace, key(workspace, "Russia voted against"), "--reject")
    kg(workspace, key(workspace, "China abstained"), "--edit", "option=yes")
    expected = {("USA", "no"), ("CHN", "yes")}
    pipeline.rebuild(workspace)
    assert votes(workspace) == expected
    article = workspace.parent / "vote.txt"
    article.write_text(TEXT, "utf-8")
    for module in ("kg.extract", "kg.intake", "kg.pipeline", "kg.indexing"):
        monkeypatch.setattr(f"{module}.PROGRAM", "onrecord@9.9")
    pipeline.build([str(article)], workspace)
    (reading,) = Workspace.open(workspace).readings().values()
    assert reading.extractor == "onrecord@9.9"
    assert votes(workspace) == expected


def test_an_answer_that_meets_nothing_is_told_by_the_build_and_the_list_and_can_be_undone(workspace: Path) -> None:
    claim = key(workspace, "Russia voted against")
    kg(workspace, claim, "--accept")
    space = Workspace.open(workspace)
    (reading,) = space.readings().values()
    line = msgspec.json.encode(Reading(reading.document, "onrecord@9.9"))
    (workspace / "claims.jsonl").write_bytes(line + b"\n")
    assert any("review without effect" in problem for problem in pipeline.rebuild(workspace).problems)
    assert f"{claim} without effect, accepted" in kg(workspace, "--list")
    kg(workspace, claim, "--undo")
    assert "without effect" not in kg(workspace, "--list")


def test_undo_gives_back_what_was_read(workspace: Path) -> None:
    before = sorted(map(str, products.store(workspace).quads()))
    claim = key(workspace, "Russia voted against")
    kg(workspace, claim, "--reject")
    kg(workspace, claim, "--undo")
    assert sorted(map(str, products.store(workspace).quads())) == before


def test_the_store_can_be_left_for_later(workspace: Path) -> None:
    kg(workspace, key(workspace, "Russia voted against"), "--reject", "--later")
    assert ("RUS", "no") in votes(workspace)
    pipeline.rebuild(workspace)
    assert ("RUS", "no") not in votes(workspace)


def test_one_claim_after_the_other_is_shown_in_its_sentence_and_answered(workspace: Path) -> None:
    shown = kg(workspace, "--kind", "vote", stdin="x\nr\ne\ncolour=red\noption=abstain\ns\n")
    assert "‹Russia and the United States voted against" in shown
    assert "1 of 3" in shown
    assert "votes/" in shown
    assert "% sure" in shown
    assert "no 'colour' to edit" in shown
    assert "2 answered, 1 left" in shown
    assert len(Workspace.open(workspace).reviews()) == 2
    again = kg(workspace, "--kind", "vote", stdin="")
    assert "1 of 1" in again
    assert "0 answered, 1 left" in again
    kg(workspace, "--kind", "vote", stdin="a\n")
    assert "Nothing to review" in kg(workspace, "--kind", "vote")


def test_a_capital_letter_answers_on_all_that_was_read_from_the_same_words(workspace: Path) -> None:
    shown = kg(workspace, "--kind", "vote", stdin="R\ns\n")
    assert "all 2 of these words" in shown
    assert "2 answered, 1 left" in shown
    assert votes(workspace) == {("CHN", "abstain")}


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["ffff", "--accept"], 1, "kg review --list"),
        (["https://example.org/x", "--accept"], 1, "no claim"),
        (["{china}", "--edit", "option"], 1, "KEY=VALUE"),
        (["{china}", "--edit", "option=maybe"], 1, "none of"),
        (["{china}", "--undo"], 1, "nothing to undo"),
        (["{china}"], 2, "--accept"),
        (["--accept"], 2, "--accept"),
        (["{china}", "--accept", "--reject"], 2, "--accept"),
        (["{china}", "--accept", "--author", " "], 2, "--author"),
        (["--kind", "rumour"], 2, "rumour"),
    ],
)
def test_what_makes_no_sense_is_said(built: Path, words: list[str], code: int, said: str) -> None:
    china = key(built, "China abstained")
    given = [word.replace("{china}", china) for word in words]
    done = runner.invoke(app, ["review", *given, "-w", str(built)], env={"KG_AUTHOR": "A. Reader"})
    assert done.exit_code == code
    assert said in (done.output + str(done.exception))
    assert not (built / "reviews.jsonl").exists()
