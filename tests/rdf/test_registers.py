"""The registers as a graph."""

from datetime import date

import pytest

from kg import codes
from kg.check import shacl
from kg.ids import entity
from kg.questions import bind, question
from kg.rdf import registers
from kg.store import EmbeddedStore, Solutions, memory_store
from kg.terms import BlankNode, NamedNode, literal, partial_date
from kg.vocab import DCTERMS, KG, ORG, RDF, RDFS, SKOS, TIME


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    return memory_store(registers("onrecord@test"))


def ask(store: EmbeddedStore, name: str, *given: str) -> list[dict[str, str | None]]:
    asked = question(name)
    answer = store.query(asked.sparql, bind(asked, given))
    assert isinstance(answer, Solutions)
    return [
        {v: term.value if term else None for v, term in zip(answer.variables, row, strict=True)} for row in answer.rows
    ]


def test_a_state_is_known_by_its_names_codes_and_blocs() -> None:
    quads = list(registers("onrecord@test"))
    ukraine = entity("state", "UKR")
    said = {(q.predicate, q.object) for q in quads if q.subject == ukraine}
    assert (RDF.type, KG.State) in said
    assert (RDFS.label, literal("Ukraine")) in said
    assert (KG.iso3, literal("UKR")) in said
    assert (KG.capital, literal("Kyiv")) in said
    assert (KG.wikidata, NamedNode("http://www.wikidata.org/entity/Q212")) in said
    members = {q.subject for q in quads if q.predicate == KG.memberOf and q.object == entity("bloc", "EU")}
    assert entity("state", "HUN") in members
    assert len(members) == 27


def test_the_register_has_no_blank_nodes_and_one_label_each() -> None:
    quads = list(registers("onrecord@test"))
    assert not [q for q in quads if isinstance(q.subject, BlankNode) or isinstance(q.object, BlankNode)]
    labels = [q.subject for q in quads if q.predicate == RDFS.label and "/id/" in q.subject.value]
    assert len(labels) == len(set(labels))


def test_a_membership_has_its_time() -> None:
    quads = list(registers("onrecord@test"))
    seat = entity("membership", "UNSC-YEM-1990-05-22")
    time = entity("interval", "1990-05-22--1991-12-31")
    assert {(q.predicate, q.object) for q in quads if q.subject == seat} == {
        (RDF.type, ORG.Membership),
        (ORG.member, entity("state", "YEM")),
        (ORG.organization, entity("body", "UNSC")),
        (ORG.memberDuring, time),
    }
    assert {(q.predicate, q.object) for q in quads if q.subject == time} == {
        (RDF.type, TIME.Interval),
        (KG.start, partial_date("1990-05-22")),
        (KG.end, partial_date("1991-12-31")),
    }
    memberships = [q.subject for q in quads if q.predicate == RDF.type and q.object == ORG.Membership]
    assert len(memberships) == len(set(memberships)) == len(codes.memberships())


def test_a_state_that_is_no_more_has_its_successors_and_names() -> None:
    quads = {(q.subject, q.predicate, q.object) for q in registers("onrecord@test")}
    soviet, russia, change = entity("state", "SUN"), entity("state", "RUS"), entity("change", "SUN-RUS")
    assert (soviet, DCTERMS.isReplacedBy, russia) in quads
    assert (change, KG.date, literal(date(1991, 12, 24))) in quads
    assert (change, ORG.originalOrganization, soviet) in quads
    assert (change, ORG.resultingOrganization, russia) in quads
    assert (entity("state", "PAK"), DCTERMS.isReplacedBy, entity("state", "BGD")) not in quads
    assert (entity("state", "BFA"), SKOS.altLabel, literal("Upper Volta")) in quads


def test_the_registers_hold_what_the_shapes_ask() -> None:
    assert not shacl(list(registers("onrecord@test"))).violations


@pytest.mark.parametrize(
    ("organization", "day"),
    [
        ("EU", "1985-06-01"),
        ("NATO", "2024-03-07"),
        ("UNSC", "1990-05-22"),
        ("Warsaw Pact", "1968-09-13"),
        ("G77", "1970-01-01"),  # some of its members are listed without a first day
        ("OPEC", "2008-12-31"),  # Indonesia left in a year of which no more is recorded
        ("UN", "1959-01-01"),
    ],
)
def test_the_members_of_a_day_are_those_of_the_register(store: EmbeddedStore, organization: str, day: str) -> None:
    rows = ask(store, "members", f"organization={organization}", f"on={day}")
    found = [str(row["state"]).rpartition("/")[2] for row in rows]
    assert len(found) == len(set(found))
    assert set(found) == codes.members_on(organization, date.fromisoformat(day))


def test_the_council_of_a_year_has_all_who_sat_in_it(store: EmbeddedStore) -> None:
    rows = [(str(row["state"]).rpartition("/")[2], row["seat"]) for row in ask(store, "council", "year=1990")]
    assert len(rows) == 16
    assert {code for code, seat in rows if seat == "permanent"} == {"CHN", "FRA", "GBR", "SUN", "USA"}
    assert {"YMD", "YEM"} <= {code for code, seat in rows if seat == "elected"}
