"""An article's graph: claims that point at their words, propositions that meet, accepted facts as direct triples."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import EvidenceError
from kg.ids import ID, entity, graph
from kg.model import Actor, ActorKind, Block, Document, Dropped, Evidence, Option, Reading, Role, Span, Statement
from kg.rdf import Accepted, Identity, article, claims, lines
from kg.terms import BlankNode, NamedNode, Quad, literal
from kg.vocab import KG, OA, RDF

EVENT = entity("event", "one")
HUNGARY = entity("state", "HUN")


def one_event(*documents: Document) -> Identity:
    return Identity(events={(d.id, 1): EVENT for d in documents})


def objects(quads: list[Quad], subject: Any, predicate: Any) -> list[Any]:
    return [q.object for q in quads if q.subject == subject and q.predicate == predicate]


def of_class(quads: list[Quad], class_: NamedNode) -> set[Any]:
    return {q.subject for q in quads if q.predicate == RDF.type and q.object == class_}


def test_each_claim_carries_its_words_and_where_they_stand(report: Callable) -> None:
    told = report()
    quads = list(article(told.document, told.reading, one_event(told.document)))
    found = of_class(quads, KG.Claim)
    assert len(found) == 5  # a vote, a tally, a result, a sponsorship, a statement
    for claim in found:
        (place,) = objects(quads, claim, OA.hasSelector)
        (start,) = objects(quads, place, OA.start)
        (end,) = objects(quads, place, OA.end)
        (quote,) = objects(quads, claim, KG.quote)
        assert told.document.text[int(start.value) : int(end.value)] == quote.value


def test_two_articles_that_say_the_same_meet_in_one_proposition(report: Callable) -> None:
    first, second = report(name="one"), report(name="two")
    identity = one_event(first.document, second.document)
    said = [{c.proposition.iri for c in claims(r.document, r.reading, identity)} for r in (first, second)]
    assert said[0] == said[1]


def test_two_articles_that_disagree_stand_side_by_side_under_one_event(report: Callable) -> None:
    first, second = report(name="one"), report(name="two", hungary=Option.ABSTAIN)
    identity = one_event(first.document, second.document)
    quads = [q for r in (first, second) for q in article(r.document, r.reading, identity)]
    votes = of_class(quads, KG.Vote)
    assert len(votes) == 2
    assert {o for v in votes for o in objects(quads, v, KG.votingEvent)} == {EVENT}


def test_an_accepted_vote_is_one_direct_triple(report: Callable) -> None:
    told = report()
    accepted = {EVENT: Accepted(votes=frozenset({("HUN", Option.NO)}), tally={Option.NO: 18})}
    quads = list(article(told.document, told.reading, one_event(told.document), accepted))
    assert objects(quads, HUNGARY, KG.votedNo) == [EVENT]
    assert objects(quads, EVENT, KG.no) == [literal(18)]


def test_what_is_not_accepted_stays_a_claim(report: Callable) -> None:
    told = report()
    quads = list(article(told.document, told.reading, one_event(told.document)))
    assert not objects(quads, HUNGARY, KG.votedNo)
    assert of_class(quads, KG.Vote)


def test_an_event_of_the_record_takes_no_votes_from_an_article(report: Callable) -> None:
    told, event = report(hungary=Option.ABSTAIN), entity("event", "undl-1")
    accepted = {event: Accepted(votes=frozenset({("HUN", Option.ABSTAIN)}))}
    quads = list(article(told.document, told.reading, Identity(events={(told.document.id, 1): event}), accepted))
    assert not [q for q in quads if q.subject == HUNGARY]
    assert objects(quads, event, KG.sponsor) == [entity("state", "UKR")]


def test_a_false_quotation_fails_loudly(report: Callable) -> None:
    told = report()
    (ballot,) = told.reading.ballots
    (position,) = ballot.positions
    wrong = replace(position, evidence=replace(position.evidence, quote="Hungary chose yes"))
    reading = replace(told.reading, ballots=(replace(ballot, positions=(wrong,)),))
    with pytest.raises(EvidenceError, match="Hungary chose yes"):
        list(article(told.document, reading, Identity()))


def test_no_blank_nodes_one_graph_and_never_the_whole_text(report: Callable) -> None:
    told = report()
    quads = list(article(told.document, told.reading, Identity()))
    assert {q.graph_name for q in quads} == {graph("document", told.document.id)}
    assert not [q for q in quads if isinstance(q.subject, BlankNode) or isinstance(q.object, BlankNode)]
    assert not [q for q in quads if told.document.text.strip() in str(q.object)]


def test_what_was_dropped_is_listed(report: Callable) -> None:
    told = report()
    drop = Dropped("vote", "deputies, not states", Span(0, 5), told.document.text[:5])
    quads = list(article(told.document, replace(told.reading, dropped=(drop,)), Identity()))
    (node,) = of_class(quads, KG.Drop)
    assert objects(quads, node, KG.reason) == [literal("deputies, not states")]


def test_the_same_article_gives_the_same_lines(report: Callable) -> None:
    runs = [list(lines(article(r.document, r.reading, Identity()))) for r in (report(), report())]
    assert runs[0] == runs[1]


def test_the_union_of_all_graphs_holds_no_triple_twice(report: Callable) -> None:
    first, second = report(name="one"), report(name="two")
    identity = one_event(first.document, second.document)
    text = list(lines(q for r in (first, second) for q in article(r.document, r.reading, identity)))
    triples = [line[: line.rindex(" <")] for line in text]
    assert len(triples) == len(set(triples))


def test_words_meet_whatever_marks_the_house_style_asks_for(report: Callable) -> None:
    first, second = report(name="one", words="it isn't over."), report(name="two", words="it isn’t  over")
    said = [
        {c.proposition.iri for c in claims(r.document, r.reading, Identity()) if "statement" in c.proposition.iri.value}
        for r in (first, second)
    ]
    assert said[0] == said[1]


@given(st.text(min_size=1, max_size=80), st.data())
def test_a_claim_quotes_exactly_what_the_text_says(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    doc = Document("d", "d", text, (Block(Span(0, len(text)), Role.BODY),))
    place = doc.evidence(Span(start, end), "test", 0.5)
    said = Statement(place.quote, True, (place,), place)
    (claim,) = claims(doc, Reading("d", "x", statements=(said,)), Identity())
    assert claim.evidence.quote == text[start:end]
    shifted = Evidence(Span(start, end), place.quote + "!", "test", 0.5)
    with pytest.raises(EvidenceError):
        list(claims(doc, Reading("d", "x", statements=(replace(said, sentence=shifted),)), Identity()))


def test_every_subject_is_ours(report: Callable) -> None:
    told = report()
    for quad in article(told.document, told.reading, Identity()):
        assert quad.subject.value.startswith((ID, graph("document").value))


@pytest.mark.parametrize(
    ("named", "node"), [("Moscow", "state/RUS"), ("the Kremlin", "state/RUS"), ("Moscow allies", "group/moscow-allies")]
)
def test_a_capital_that_speaks_is_its_state(named: str, node: str) -> None:
    text = f"{named} said no."
    doc = Document("d", "d", text, (Block(Span(0, len(text)), Role.BODY),))
    place = doc.evidence(Span(0, len(text)), "test", 0.5)
    speaker, state = Actor(ActorKind.GROUP, named), Actor(ActorKind.STATE, "RUS")
    said = Statement("no", False, (place,), place, speaker=speaker, represents=state)
    quads = list(article(doc, Reading("d", "x", statements=(said,)), Identity()))
    assert [q.object.value for q in quads if q.predicate == KG.speaker] == [ID + node]
