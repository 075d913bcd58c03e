"""Verdicts in the graph: what is said, what is on record, and the judgement by which the two were matched."""

from kg.ids import ID, entity, graph
from kg.model import Decision, Finding, Judgement, Verdict
from kg.rdf import Identity, identity_graph, verdict_graph
from kg.terms import NamedNode, literal
from kg.vocab import KG, RDF

MADE_BY = "onrecord@0.1.0"
CLAIM, RECORD = entity("claim", "c"), entity("record", "undl-7")
SAME = Judgement(f"{ID}ballot/d-1", f"{ID}event/undl-7", Decision.SAME, 0.97, "same body and day", MADE_BY)


def facts(*verdicts: Verdict) -> set[tuple[object, object, object]]:
    return {(q.subject, q.predicate, q.object) for q in verdict_graph(verdicts, (), MADE_BY)}


def test_a_verdict_leads_to_the_score_and_the_reason_of_its_matching() -> None:
    told = facts(Verdict(CLAIM.value, Finding.SUPPORTED, "it is so", RECORD.value, matched_by=(SAME,)))
    (judgement,) = {o for _, p, o in told if p == KG.matchedBy}
    judged = {(q.predicate, q.object) for q in identity_graph([SAME], Identity(), MADE_BY) if q.subject == judgement}
    assert (RDF.type, KG.Judgement) in judged
    assert (KG.score, literal(0.97)) in judged
    assert (KG.reason, literal("same body and day")) in judged
    assert (KG.right, NamedNode(SAME.right)) in judged


def test_what_is_said_and_what_is_on_record_stand_side_by_side() -> None:
    verdict = Verdict(
        CLAIM.value, Finding.CONTRADICTED, "why", RECORD.value, "France abstained", "France voted against"
    )
    told = {(p, o) for _, p, o in facts(verdict)}
    assert {(KG.said, literal("France abstained")), (KG.onRecord, literal("France voted against"))} <= told
    assert (KG.record, RECORD) in told


def test_nothing_is_said_of_what_is_not_known() -> None:
    told = facts(Verdict(CLAIM.value, Finding.NOT_IN_RECORD, "no roll calls are loaded"))
    assert not {p for _, p, _ in told} & {KG.said, KG.onRecord, KG.record, KG.matchedBy}


def test_verdicts_stand_in_their_own_graph() -> None:
    verdict = Verdict(CLAIM.value, Finding.UNCLEAR, "why")
    assert {q.graph_name for q in verdict_graph([verdict], (), MADE_BY)} == {graph("verdicts")}
