"""A small world: four states, six ballots, two articles."""

from datetime import date

import pytest

from kg.ids import content, entity, graph
from kg.model import Option
from kg.rdf import DIRECT
from kg.store import EmbeddedStore, memory_store
from kg.terms import NamedNode, Quad, literal
from kg.vocab import DCTERMS, KG, RDF, RDFS

VOTES = {
    # ballot: year and what NOR, MLI, TCD, PER did
    "b1": (2024, "YYNA"),
    "b2": (2024, "YYNY"),
    "b3": (2024, "NNYA"),
    "b4": (2025, "YYYY"),
    "b5": (2025, "YNN-"),
    "b6": (2025, "AA--"),
}
STATES = {"NOR": "Norway", "MLI": "Mali", "TCD": "Chad", "PER": "Peru"}
EVIL = "<script>alert('x')</script> & \"Sons\""


def voting() -> list[Quad]:
    record, options = graph("record", "UNGA", "79"), {"Y": Option.YES, "N": Option.NO, "A": Option.ABSTAIN}
    quads = []
    for name, (year, row) in VOTES.items():
        event = entity("event", name)
        quads += [
            Quad(event, RDF.type, KG.VotingEvent, record),
            Quad(event, RDFS.label, literal(f"Ballot {name}"), record),
            Quad(event, KG.date, literal(date(year, 3, 4)), record),
        ]
        for code, letter in zip(STATES, row, strict=True):
            if letter in options:
                quads.append(Quad(entity("state", code), DIRECT[options[letter]], event, record))
    for code, name in STATES.items():
        quads.append(Quad(entity("state", code), RDF.type, KG.State, graph("ontology")))
        quads.append(Quad(entity("state", code), RDFS.label, literal(name), graph("ontology")))
    return quads


def article(key: str, title: str, day: date, facts: list[tuple[NamedNode, NamedNode, object]]) -> list[Quad]:
    node, name = entity("document", key), graph("document", key)
    about = [
        (node, RDF.type, KG.Article),
        (node, RDFS.label, literal(title)),
        (node, DCTERMS.issued, literal(day)),
        *facts,
    ]
    return [Quad(s, p, o, name) for s, p, o in about]  # type: ignore[arg-type]


def claim(key: str, states: NamedNode, quote: str, source: str) -> list[tuple[NamedNode, NamedNode, object]]:
    node = content("claim", key)
    return [
        (node, RDF.type, KG.Claim),
        (node, KG.states, states),
        (node, KG.quote, literal(quote)),
        (node, KG.sentence, literal(quote)),
        (node, KG.source, entity("document", source)),
    ]


@pytest.fixture
def world() -> EmbeddedStore:
    envoy, group = entity("official", "ada-example"), entity("group", "evil")
    said, said_again, talks = entity("statement", "1"), entity("statement", "2"), entity("event", "talks")
    never, draft, sponsorship = entity("event", "never"), entity("event", "b1"), entity("sponsorship", "1")
    tenure = entity("tenure", "1")
    one = [
        (envoy, RDF.type, KG.Official),
        (envoy, RDFS.label, literal("Ada Example")),
        (tenure, RDF.type, KG.Tenure),
        (tenure, KG.official, envoy),
        (tenure, KG.post, literal("envoy")),
        (tenure, KG.represents, entity("state", "NOR")),
        (said, RDF.type, KG.Statement),
        (said, KG.speaker, envoy),
        (said, KG.about, entity("state", "MLI")),
        (said, KG.about, envoy),
        *claim("c1", said, "Mali is right, she said.", "one"),
        (talks, RDF.type, KG.Negotiation),
        (talks, RDFS.label, literal("Talks in Oslo")),
        (talks, KG.participant, entity("state", "NOR")),
        (talks, KG.participant, entity("state", "MLI")),
        (talks, KG.participant, envoy),
        (talks, KG.start, literal(date(2025, 3, 1))),
        (never, RDF.type, KG.Meeting),
        (never, KG.participant, entity("state", "TCD")),
        (never, KG.participant, entity("state", "PER")),
        (never, KG.status, entity("code", "not-held")),
    ]
    two = [
        (group, RDF.type, KG.Group),
        (group, RDFS.label, literal(EVIL)),
        (said_again, RDF.type, KG.Statement),
        (said_again, KG.speaker, group),
        (said_again, KG.about, entity("state", "MLI")),
        *claim("c2", said_again, "Mali </script> is wrong.", "two"),
        (draft, KG.sponsor, entity("state", "NOR")),
        (draft, KG.sponsor, entity("state", "PER")),
        (sponsorship, RDF.type, KG.Sponsorship),
        (sponsorship, KG.votingEvent, draft),
        (sponsorship, KG.sponsor, entity("state", "NOR")),
        *claim("c3", sponsorship, "a text by Norway and Peru", "two"),
    ]
    quads = [
        *voting(),
        *article("one", "The talks", date(2025, 3, 2), one),
        *article("two", "The vote", date(2024, 3, 5), two),
    ]
    return memory_store(quads)
