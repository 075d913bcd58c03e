"""Words and deeds as quads."""

import pytest
from pyoxigraph import Store, Variable

from kg.model import Attitude, Comparison, Conduct, Consistency, Evidence, Option, Span
from kg.questions import bind, question
from kg.rdf import conduct_graph
from kg.terms import Literal, NamedNode, Quad
from kg.vocab import KG, OA, RDF

ID = "https://w3id.org/onrecord/id/"
EVIDENCE = Evidence(Span(10, 31), "We welcome this text.", "conduct/words", 0.9)
SAID = Comparison(
    claim=ID + "claim/words",
    document="0123456789abcdef",
    evidence=EVIDENCE,
    attitude=Attitude.FAVOURABLE,
    finding=Consistency.INCONSISTENT,
    reason="speaks well of it but abstained",
)
ONE = Conduct(
    state="USA",
    event=ID + "event/undl-4102284",
    option=Option.ABSTAIN,
    finding=Consistency.INCONSISTENT,
    reason="speaks well of it but abstained",
    comparisons=(SAID,),
    claims=(ID + "claim/vote",),
    record=ID + "record/undl-4102284",
)


@pytest.fixture
def quads() -> list[Quad]:
    return list(conduct_graph([ONE], "onrecord@test"))


def values(quads: list[Quad], type_: NamedNode) -> dict[str, set[str]]:
    (node,) = {q.subject for q in quads if q.predicate == RDF.type and q.object == type_}
    found: dict[str, set[str]] = {}
    for q in quads:
        if q.subject == node:
            found.setdefault(q.predicate.value, set()).add(q.object.value)
    return found


def test_conduct_cites_the_vote_by_record_and_article(quads: list[Quad]) -> None:
    told = values(quads, KG.Conduct)
    assert told[KG.record.value] == {ID + "record/undl-4102284"}
    assert told[KG.voteClaim.value] == {ID + "claim/vote"}
    assert told[KG.option.value] == {KG.Abstain.value}
    assert told[KG.verdict.value] == {KG.Inconsistent.value}
    assert told[KG.voter.value] == {ID + "state/USA"}


def test_comparison_cites_the_words_where_they_stand(quads: list[Quad]) -> None:
    told = values(quads, KG.Comparison)
    place = f"{ID}document/0123456789abcdef#char=10,31"
    assert told[KG.wordsClaim.value] == {ID + "claim/words"}
    assert told[KG.attitude.value] == {ID + "code/favourable"}
    assert told[OA.hasSelector.value] == {place}
    exact = [q.object for q in quads if q.subject == NamedNode(place) and q.predicate == OA.exact]
    assert exact == [Literal("We welcome this text.")]


def test_same_words_give_the_same_quads_in_one_graph(quads: list[Quad]) -> None:
    assert quads == list(conduct_graph([ONE], "onrecord@test"))
    assert {q.graph_name.value for q in quads} == {"https://w3id.org/onrecord/graph/conduct"}


@pytest.mark.parametrize(
    ("given", "rows"), [((), 1), (("state=USA",), 1), (("state=France",), 0), (("event=undl-4102284",), 1)]
)
def test_query_gives_words_vote_and_both_findings(quads: list[Quad], given: tuple[str, ...], rows: int) -> None:
    claim, article = NamedNode(SAID.claim), NamedNode(ID + "document/0123456789abcdef")
    store = Store()
    store.extend([*quads, Quad(claim, KG.source, article), Quad(claim, KG.states, NamedNode(ID + "statement/x"))])
    asked = question("said-and-voted")
    bound = {Variable(name): term for name, term in bind(asked, given).items()}
    found = list(store.query(asked.sparql, use_default_graph_as_union=True, substitutions=bound))
    assert len(found) == rows
    for row in found:
        assert row["words"].value == "We welcome this text."
        assert (row["verdict"], row["overall"], row["option"]) == (KG.Inconsistent, KG.Inconsistent, KG.Abstain)
        assert row["article"] == article
