"""The named queries: each says what it answers, parses, and runs on the ontology's example."""

import re

import pyoxigraph
import pytest

from kg.config import ONTOLOGY
from kg.errors import QueryError
from kg.ids import entity
from kg.questions import Question, bind, question, questions
from kg.store import EmbeddedStore, Solutions, memory_store
from kg.terms import Literal, NamedNode, Quad

ALL = list(questions().values())


@pytest.fixture(scope="module")
def world() -> EmbeddedStore:
    """The ontology's example: two articles and three ballots."""
    files = sorted((ONTOLOGY / "examples" / "valid").glob("*.ttl"))
    return memory_store(
        Quad(t.subject, t.predicate, t.object, NamedNode(f"x:{f.stem}"))
        for f in files
        for t in pyoxigraph.parse(path=str(f))
    )


def ask(world: EmbeddedStore, name: str, *given: str) -> list[dict[str, str]]:
    asked = question(name)
    answer = world.query(asked.sparql, bind(asked, given))
    assert isinstance(answer, Solutions)
    return [
        {v: t.value for v, t in zip(answer.variables, row, strict=True) if isinstance(t, NamedNode | Literal)}
        for row in answer.rows
    ]


@pytest.mark.parametrize("asked", ALL, ids=lambda q: q.name)
def test_every_question_is_described_and_runs(asked: Question, world: EmbeddedStore) -> None:
    assert asked.title
    assert asked.description.endswith(".")
    declared = {p.name for p in asked.parameters}
    assert len(re.findall(r"^# param:", asked.sparql, re.MULTILINE)) == len(declared)
    answer = world.query(asked.sparql)
    assert isinstance(answer, Solutions)
    assert declared <= set(answer.variables), "a parameter must be a column, or it cannot be bound"
    list(answer.rows)


def test_there_are_enough_of_them() -> None:
    assert len(ALL) >= 15


def test_the_planted_disagreements_are_found(world: EmbeddedStore) -> None:
    (vote,) = ask(world, "disputed-votes")
    assert vote["state"] == entity("state", "HUN").value
    assert {r["sentence"] for r in ask(world, "disputed-outcomes")} | {
        r["otherSentence"] for r in ask(world, "disputed-outcomes")
    } >= {"rejected a US draft"}
    assert {r["event"].rsplit("-")[-1] for r in ask(world, "habits-against-votes")} >= {"4076672"}
    assert "Hungary abstained" in {r["sentence"] for r in ask(world, "contradictions")}
    assert ("2", "65") in {(r["named"], r["of"]) for r in ask(world, "partial-lists")}


def test_the_verdicts_of_an_article_say_what_is_claimed_and_what_is_on_record(world: EmbeddedStore) -> None:
    told = ask(world, "verdicts", "article=wire")
    assert len(told) == 6
    (vote,) = [row for row in told if row.get("said") == "Hungary abstained"]
    assert vote["onRecord"] == "Hungary voted against"
    assert vote["finding"].endswith("#Contradicted")
    assert vote["event"].endswith("undl-4076672")
    assert vote["score"] == "0.95"
    assert not ask(world, "verdicts", "article=nothing")


def test_agreement_counts_the_ballots_that_two_states_share(world: EmbeddedStore) -> None:
    (row,) = ask(world, "agreement", "state=USA", "other=Russia")
    assert (row["same"], row["shared"]) == ("2", "3")
    assert len(ask(world, "votes-apart", "state=USA", "other=RUS")) == 1


def test_a_parameter_narrows_and_never_fills_a_gap(world: EmbeddedStore) -> None:
    assert {r["represents"] for r in ask(world, "officials", "state=RUS")} == {entity("state", "RUS").value}
    assert not ask(world, "contradictions", "state=FRA")
    assert len(ask(world, "who-voted", "state=USA", "symbol=A/RES/ES-11/7")) == 1
    assert not ask(world, "who-voted", "symbol=A/RES/0/0")
    assert len(ask(world, "votes-of", "state=USA")) == 3
    assert not ask(world, "negotiations", "with=HUN")


def test_user_text_is_never_read_as_sparql(world: EmbeddedStore) -> None:
    assert not ask(world, "said", 'word="} DROP ALL {')


@pytest.mark.parametrize(
    ("name", "given", "said"),
    [
        ("agreement", ["state=Atlantis"], "Atlantis"),
        ("agreement", ["state=USA"], "-p other"),
        ("agreement", ["colour=red"], "no parameter"),
        ("agreement", ["state"], "NAME=VALUE"),
        ("who-voted", [], "-p symbol"),
        ("members", ["organization=EU", "on=1985"], "1985-06-01"),
        ("members", ["organization=EU", "on=yesterday"], "yesterday"),
    ],
)
def test_a_parameter_that_will_not_do(name: str, given: list[str], said: str) -> None:
    with pytest.raises(QueryError, match=said):
        bind(question(name), given)


def test_a_name_that_is_nearly_right_is_recognised() -> None:
    with pytest.raises(QueryError, match="agreement"):
        question("agree")
