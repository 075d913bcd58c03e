"""The registers as a graph."""

from kg.ids import entity
from kg.rdf import registers
from kg.terms import BlankNode, NamedNode, literal
from kg.vocab import KG, RDF, RDFS


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
