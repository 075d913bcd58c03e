"""What of a large store goes through SHACL: all that articles say, a sample of the rest, the same on every run."""

from datetime import date

import polars as pl
import pytest

from kg.check.selection import VOTES, select
from kg.ids import entity, graph
from kg.load.record import ROLLCALLS, Record, empty_record
from kg.rdf import DIRECT
from kg.store import memory_store
from kg.terms import Quad, literal
from kg.vocab import KG, RDF

HOME = graph("record", "UNGA", "11emsp")
STATES = [f"{a}{b}{c}" for a in "ABCDE" for b in "ABCDE" for c in "ABCD"]


def roll_call(number):
    event, resolution = entity("event", f"undl-{number}"), entity("resolution", f"r{number}")
    return [
        Quad(event, RDF.type, KG.VotingEvent, HOME),
        Quad(event, KG.yes, literal(25), HOME),
        Quad(event, KG.resolution, resolution, HOME),
        Quad(resolution, RDF.type, KG.Resolution, HOME),
        *(Quad(entity("state", s), list(DIRECT.values())[i % 4], event, HOME) for i, s in enumerate(STATES)),
    ]


def record(ballots):
    facts = {"body": "UNGA", "date": date(2025, 2, 24), "yes": 25, "no": 25, "abstain": 25, "absent": 25}
    rows = [dict.fromkeys(ROLLCALLS) | facts | {"id": f"undl-{n}"} for n in range(ballots)]
    return Record(pl.DataFrame(rows, schema=ROLLCALLS), empty_record().votes)


@pytest.fixture(scope="module")
def quads():
    return [quad for n in range(60) for quad in roll_call(n)]


def test_of_a_long_record_a_sample_is_chosen_that_comes_whole(quads):
    chosen = select(memory_store(quads), record(60), votes=1000)
    seen = [q for q in chosen.quads if q.predicate in VOTES]
    assert 0 < len(seen) <= 1000
    assert f"of the 60 roll calls the votes of {len(seen) // 100}" in chosen.scope
    assert chosen.scope.startswith("6,240 triples")
    events = {q.object for q in seen}
    assert events == {q.subject for q in chosen.quads if q.object == KG.VotingEvent}
    assert len(seen) == 100 * len(events)
    assert len([q for q in chosen.quads if q.object == KG.Resolution]) == len(events)


def test_same_sample_on_every_run(quads):
    runs = [select(memory_store(order), record(60), votes=1000) for order in (quads, quads[::-1])]
    assert set(runs[0].quads) == set(runs[1].quads)


def test_short_record_is_looked_at_whole(quads):
    chosen = select(memory_store(quads[:312]), record(3))
    assert set(chosen.quads) == set(quads[:312])
    assert chosen.scope == "312 triples"


def test_ballots_that_articles_speak_of_are_always_looked_at(quads):
    mentioned = [entity("event", f"undl-{n}") for n in range(60)]
    told = [Quad(entity("vote", str(n)), KG.votingEvent, e, graph("document", "d")) for n, e in enumerate(mentioned)]
    chosen = select(memory_store([*told, *quads]), record(60), votes=1000)
    assert {q.subject for q in chosen.quads if q.predicate == KG.yes} == set(mentioned)
    assert len([q for q in chosen.quads if q.predicate in VOTES]) <= 1000


def test_of_long_views_few_scores_are_looked_at():
    home = graph("view", "alignment", "all")
    scores = [
        Quad(entity("score", str(n)), p, literal(n), home) for n in range(4000) for p in (KG.value, KG.sharedVotes)
    ]
    chosen = select(memory_store(scores), empty_record())
    assert 0 < len(chosen.quads) <= 1000
    assert all(sum(q.subject == one.subject for q in chosen.quads) == 2 for one in chosen.quads[:20])
    assert "of the 8,000 triples of views" in chosen.scope
