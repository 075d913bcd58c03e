"""Fact checks for other people's tools: schema.org ClaimReview, readable without a network."""

import json
import socket
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import parse

from kg.config import ONTOLOGY
from kg.export.claimreview import write_reviews
from kg.ids import entity
from kg.terms import Quad, literal
from kg.vocab import KG

SCHEMA = rdflib.Namespace("https://schema.org/")
WIRE_03 = entity("verdict", "wire-03").value


@pytest.fixture(scope="module")
def world() -> list[Quad]:
    return [quad for path in sorted((ONTOLOGY / "examples/valid").glob("*.ttl")) for quad in parse(path=path)]


@pytest.fixture(scope="module")
def reviews(world: list[Quad], tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict]:
    folder = tmp_path_factory.mktemp("reviews")
    (written,) = write_reviews(world, folder)
    assert written.path == "claimreview.jsonld"
    return {r["@id"]: r for r in json.loads((folder / written.path).read_text("utf-8"))["@graph"]}


def test_every_verdict_is_a_review_with_what_readers_require(reviews: dict[str, dict]) -> None:
    assert len(reviews) == 13
    for review in reviews.values():
        assert review["@type"] == "ClaimReview"
        assert review["url"]
        assert review["claimReviewed"]
        assert review["author"]["name"] == "OnRecord"
        assert review["reviewRating"]["alternateName"]
        assert review["itemReviewed"]["@type"] == "Claim"
        assert review["itemReviewed"]["appearance"]["@type"] == "NewsArticle"


def test_a_contradicted_claim_in_plain_words_with_the_record(reviews: dict[str, dict]) -> None:
    review = reviews[WIRE_03]
    assert review["claimReviewed"] == "Hungary abstained (A/RES/ES-11/7)"
    assert review["isBasedOn"] == "https://digitallibrary.un.org/record/4076672"
    rating = review["reviewRating"]
    assert (rating["ratingValue"], rating["bestRating"], rating["worstRating"]) == (1, 5, 1)
    assert rating["alternateName"] == "Contradicted by the official record"
    assert rating["ratingExplanation"] == "The record has Hungary as voting no."
    claim = review["itemReviewed"]
    assert claim["author"] == {"@type": "Organization", "name": "Example Wire"}
    assert claim["datePublished"] == claim["appearance"]["datePublished"] == "2025-02-24"
    assert claim["firstAppearance"]["headline"] == "General Assembly passes two texts on Ukraine"


def test_what_two_articles_say_appeared_first_in_the_earlier(reviews: dict[str, dict]) -> None:
    claim = reviews[entity("verdict", "gazette-09").value]["itemReviewed"]
    assert claim["appearance"]["@id"] == entity("document", "gazette").value
    assert claim["firstAppearance"]["@id"] == entity("document", "wire").value


def test_a_claim_that_the_record_cannot_judge_is_rated_by_words_alone(world: list[Quad], tmp_path: Path) -> None:
    verdict = entity("verdict", "wire-03")
    open_ = [q for q in world if q.subject != verdict or q.predicate not in (KG.verdict, KG.record)]
    write_reviews([*open_, Quad(verdict, KG.verdict, KG.Unclear), Quad(verdict, KG.said, literal("x"))], tmp_path)
    told = json.loads((tmp_path / "claimreview.jsonld").read_text("utf-8"))["@graph"]
    (review,) = [r for r in told if r["@id"] == WIRE_03]
    assert review["reviewRating"]["alternateName"] == "Unclear"
    assert "ratingValue" not in review["reviewRating"]
    assert "isBasedOn" not in review


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")  # of its reader's own making
def test_no_network_is_needed_to_read_it_as_rdf(
    world: list[Quad], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_reviews(world, tmp_path)

    def refused(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refused)
    graph = rdflib.Dataset(default_union=True)
    graph.parse(data=(tmp_path / "claimreview.jsonld").read_text("utf-8"), format="json-ld")
    review = rdflib.URIRef(WIRE_03)
    assert (review, rdflib.RDF.type, SCHEMA.ClaimReview) in graph
    assert graph.value(review, SCHEMA.isBasedOn) == rdflib.URIRef("https://digitallibrary.un.org/record/4076672")
    rating = graph.value(review, SCHEMA.reviewRating)
    assert graph.value(rating, SCHEMA.ratingValue) == rdflib.Literal(1)
    claim = graph.value(review, SCHEMA.itemReviewed)
    assert str(graph.value(claim, SCHEMA.datePublished)) == "2025-02-24"


def test_the_same_graph_gives_the_same_bytes_and_nothing_gives_no_file(world: list[Quad], tmp_path: Path) -> None:
    made = []
    for name, quads in (("one", world), ("two", world[::-1])):
        (tmp_path / name).mkdir()
        write_reviews(quads, tmp_path / name)
        made.append((tmp_path / name / "claimreview.jsonld").read_bytes())
    assert made[0] == made[1]
    assert write_reviews([], tmp_path) == []
