"""The ontology's files agree with one another, with the program's list of terms, and with the examples."""

import csv
import io
import json
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import QueryResultsFormat, RdfFormat, Store, parse
from rdflib.namespace import OWL, RDF, RDFS, SH, SKOS

from kg.check import consistency, shacl
from kg.config import NS, ONTOLOGY
from kg.ids import entity, slug
from kg.model import Attitude, BallotKind, MeetingKind, SpeechAct, SponsorRole, Status
from kg.vocab import KG

VALID = sorted((ONTOLOGY / "examples/valid").glob("*.ttl"))
INVALID = sorted((ONTOLOGY / "examples/invalid").glob("*.ttl"))
CONTRADICTORY = sorted((ONTOLOGY / "examples/contradictory").glob("*.ttl"))
QUESTIONS = sorted((ONTOLOGY / "questions").glob("*.rq"))


@pytest.fixture(scope="module")
def core():
    return rdflib.Graph().parse(ONTOLOGY / "core.ttl")


@pytest.fixture(scope="module")
def codes():
    return rdflib.Graph().parse(ONTOLOGY / "codes.ttl")


@pytest.fixture(scope="module")
def world():
    return [quad for path in VALID for quad in parse(path=path)]


@pytest.fixture(scope="module")
def violations(world):
    """Those of all invalid examples at once; each is checked at the nodes that it names."""
    return shacl([*world, *(quad for path in INVALID for quad in parse(path=path))]).violations


@pytest.fixture(scope="module")
def store(world):
    store = Store()
    store.extend(world)
    for name in ("core.ttl", "codes.ttl"):
        store.extend(parse(path=ONTOLOGY / name))
    return store


def test_ontology_and_program_have_the_same_terms(core):
    defined = {str(s).removeprefix(NS) for s in core.subjects(RDF.type) if str(s).startswith(NS)}
    assert defined == KG.names()


def test_every_term_is_explained(core):
    for name in KG.names():
        term = rdflib.URIRef(NS + name)
        for predicate in (RDFS.label, RDFS.comment):
            text = core.value(term, predicate)
            assert text is not None, f"kg:{name} has no {predicate}"
            assert text.language == "en"
        assert str(core.value(term, RDFS.comment)).endswith((".", "?", "!")), name


def test_header_names_version_and_licence(core):
    (header,) = core.subjects(RDF.type, OWL.Ontology)
    found = {str(p).rpartition("/")[2] for p in core.predicates(header)}
    assert {"title", "description", "creator", "license"} <= found
    assert core.value(header, OWL.versionInfo) is not None


def test_properties_are_of_owl_2_dl(core):
    """Each property is of one kind, and no range is a datatype that OWL 2 DL does not know."""
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
    both = set(core.subjects(RDF.type, kinds[0])) & set(core.subjects(RDF.type, kinds[1]))
    assert not both
    datatypes = {str(o).rpartition("#")[2] for o in core.objects(None, RDFS.range) if "XMLSchema" in str(o)}
    assert datatypes <= {"string", "boolean", "decimal", "nonNegativeInteger"}


@pytest.mark.parametrize(
    ("scheme", "values"),
    [
        ("ballot-kind", BallotKind),
        ("status", Status),
        ("speech-act", SpeechAct),
        ("sponsor-role", SponsorRole),
        ("encounter-kind", MeetingKind),
        ("attitude", Attitude),
    ],
)
def test_codes_are_those_of_the_model(codes, scheme, values):
    listed = {str(c) for c in codes.subjects(SKOS.inScheme, rdflib.URIRef(entity("scheme", scheme).value))}
    assert listed == {entity("code", slug(v.value)).value for v in values}


def test_every_code_is_defined_and_in_one_scheme(core, codes):
    both = core + codes
    for code in set(both.subjects(RDF.type, SKOS.Concept)):
        assert len(list(both.objects(code, SKOS.inScheme))) == 1, code
        assert both.value(code, SKOS.prefLabel) is not None, code
        assert both.value(code, SKOS.definition) or both.value(code, RDFS.comment), code


def test_every_constraint_has_a_message():
    shapes = rdflib.Graph().parse(ONTOLOGY / "shapes.ttl")
    constraints = list(shapes.objects(None, SH.property))
    assert len(constraints) > 100
    for constraint in constraints:
        message = shapes.value(constraint, SH.message)
        assert message is not None, f"no message on {shapes.value(constraint, SH.path)}"
        assert len(message.split()) > 4


def test_every_class_of_the_graph_has_a_shape():
    shapes = rdflib.Graph().parse(ONTOLOGY / "shapes.ttl")
    targets = {str(t).removeprefix(NS) for t in shapes.objects(None, SH.targetClass)}
    abstract = {"Actor", "Document", "Event", "Proposition", "Amendment", "Speech", "NegotiationRound"}
    classes = {
        str(c).removeprefix(NS)
        for c in rdflib.Graph().parse(ONTOLOGY / "core.ttl").subjects(RDF.type, OWL.Class)
        if str(c).startswith(NS)
    }
    # A body, a bloc and an outlet are organisations, and are held to the shape of those.
    assert classes - targets == abstract | {"Body", "Bloc", "Outlet"}


def test_alignments_speak_of_our_terms():
    terms = KG.names()
    graph = rdflib.Graph().parse(ONTOLOGY / "alignments.ttl")
    ours = {str(s).removeprefix(NS) for s in graph.subjects() if str(s).startswith(NS)}
    assert ours
    assert ours <= terms


def test_context_names_every_term_and_keeps_every_triple(world):
    context = json.loads((ONTOLOGY / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    assert KG.names() <= context.keys()
    graph = rdflib.Graph()
    for path in VALID:
        graph.parse(path)
    text = graph.serialize(format="json-ld", context=context)
    assert {q.triple for q in parse(text.encode(), format=RdfFormat.JSON_LD)} == {q.triple for q in world}
    assert '"votedNo"' in text


def test_ontology_is_consistent():
    section = consistency()
    assert section.ok, section.violations


def test_example_world_is_consistent_and_keeps_the_shapes(world):
    assert consistency(world).ok
    assert shacl(world).violations == ()


@pytest.mark.parametrize("path", CONTRADICTORY, ids=lambda p: p.stem)
def test_reasoner_finds_contradiction(path):
    section = consistency(list(parse(path=path)), locate=False)
    assert not section.ok


@pytest.mark.parametrize("path", INVALID, ids=lambda p: p.stem)
def test_invalid_example_raises_its_message(path, violations):
    first = path.read_text(encoding="utf-8").splitlines()[0]
    subjects = {q.subject.value for q in parse(path=path)}
    assert first.removeprefix("# Must raise: ") in {v.message for v in violations if v.focus in subjects}


def test_there_are_examples_and_questions_enough():
    assert len(QUESTIONS) >= 18
    assert len(INVALID) >= 20
    assert len(CONTRADICTORY) >= 3


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda p: p.stem)
def test_question_has_its_checked_answer(path, store):
    query = path.read_text(encoding="utf-8")
    assert query.startswith("# ")
    results = store.query(query, use_default_graph_as_union=True)
    found = results.serialize(format=QueryResultsFormat.CSV).decode()
    assert list(csv.reader(io.StringIO(found))) == list(csv.reader(_answer(path)))


def _answer(path: Path) -> io.StringIO:
    return io.StringIO(path.with_suffix(".csv").read_text(encoding="utf-8"))
