"""The comparison with the record as ``kg check`` tells it."""

import json

import pytest

from kg.check import CheckReport
from kg.check.claims import by_article, totals
from kg.check.findings import against_record
from kg.ids import entity, graph
from kg.model import Finding
from kg.rdf import FINDING
from kg.terms import NamedNode, Quad, literal
from kg.vocab import DCTERMS, KG, OA, RDFS

VERDICTS, RECORD = graph("verdicts"), graph("record", "UNGA", "11emsp")
ENTRY = "https://digitallibrary.un.org/record/"


def article(name: str, title: str) -> list[Quad]:
    node, home = entity("document", name), graph("document", name)
    return [
        Quad(node, DCTERMS.identifier, literal(name), home),
        Quad(node, DCTERMS.title, literal(title), home),
        Quad(node, DCTERMS.issued, literal("2025-02-25"), home),
    ]


def claim(document: str, number: int, finding: Finding, event: str = "undl-7", **told: str) -> list[Quad]:
    """A claim on a ballot and its verdict."""
    said, verdict = entity("claim", f"{document}-{number}"), entity("verdict", f"{document}-{number}")
    home, vote = graph("document", document), entity("vote", f"{document}-{number}")
    place = NamedNode(f"{entity('document', document).value}#char={10 * number},{10 * number + 5}")
    quads = [
        Quad(said, KG.source, entity("document", document), home),
        Quad(said, KG.states, vote, home),
        Quad(said, KG.sentence, literal(told.get("sentence", "A sentence.")), home),
        Quad(said, OA.hasSelector, place, home),
        Quad(verdict, KG.claim, said, VERDICTS),
        Quad(verdict, KG.verdict, FINDING[finding], VERDICTS),
        Quad(verdict, KG.reason, literal(told.get("reason", "for a reason")), VERDICTS),
        Quad(verdict, KG.said, literal(told.get("said", "France voted against")), VERDICTS),
    ]
    if event:
        quads.append(Quad(vote, KG.votingEvent, entity("event", event), home))
    if "record" in told:
        quads.append(Quad(verdict, KG.onRecord, literal(told["record"]), VERDICTS))
        quads.append(Quad(verdict, KG.record, entity("record", event or "undl-7"), VERDICTS))
    return quads


BALLOT = [
    Quad(entity("event", "undl-7"), RDFS.label, literal("UNGA 2025-02-24: peace"), graph("document", "a")),
    Quad(entity("event", "undl-7"), RDFS.label, literal("A/RES/ES-11/7: Advancing peace"), RECORD),
    Quad(entity("record", "undl-7"), DCTERMS.source, NamedNode(ENTRY + "7"), RECORD),
]


@pytest.fixture
def report() -> CheckReport:
    """Two articles: one is wrong on France and leaves a vote open, the other is right and speaks of a committee."""
    wrong = claim("a", 2, Finding.CONTRADICTED, record="France voted in favour", sentence="Only France refused.")
    open_ = claim(
        "a", 3, Finding.UNCLEAR, "x", said="Chad abstained", reason="S/1 of 2025-01-01 and S/2 fit equally well"
    )
    right = claim("b", 1, Finding.SUPPORTED, said="France voted in favour", record="France voted in favour")
    absent = claim("b", 2, Finding.NOT_IN_RECORD, "y", said="Cuba abstained", reason="no roll calls of it are loaded")
    told = [*article("a", "France stands alone"), *article("b", "France is one of many")]
    articles = by_article([*told, *BALLOT, *wrong, *open_, *right, *absent])
    return CheckReport((against_record(articles),), articles)


def test_what_is_contradicted_comes_first_with_both_sides_and_the_record(report: CheckReport) -> None:
    text = report.to_text()
    assert "ok    Claims against the record: 1 supported, 1 contradicted, 1 not in record, 1 unclear" in text
    assert text[text.index("\n  ✗ France stands") :].startswith(
        """
  ✗ France stands alone (2025-02-25 · a)
      A/RES/ES-11/7: Advancing peace
        ✗ France voted against
          on record: France voted in favour
          “Only France refused.”
          https://digitallibrary.un.org/record/7

  ? France stands alone (2025-02-25 · a)
      event/x
        ? Chad abstained
          S/1 of 2025-01-01 and S/2 fit equally well

  ✓ 1 claim in 1 article agree with the record
  – 1 claim on votes that the record does not hold:
          1  no roll calls of it are loaded

4 claims in 2 articles: ✓ 1 supported, ✗ 1 contradicted, – 1 not in record, ? 1 unclear
"""
    )


def test_everything_is_told_on_request(report: CheckReport) -> None:
    text = report.to_text(everything=True)
    assert "  – France is one of many (2025-02-25 · b)" in text
    assert "        ✓ France voted in favour" in text
    assert "        – Cuba abstained" in text


def test_thousands_of_articles_are_no_flood() -> None:
    quads = [
        q for n in range(100) for q in (*article(f"n{n:03}", f"No {n}"), *claim(f"n{n:03}", 1, Finding.CONTRADICTED))
    ]
    articles = by_article(quads)
    short = CheckReport((), articles).to_text(limit=5)
    assert short.count("✗ No ") == 5
    assert "and 95 more articles: --all tells of every one" in short
    assert CheckReport((), articles).to_text(everything=True).count("✗ No ") == 100


def test_a_claim_told_three_times_is_one_line() -> None:
    quads = [q for n in (1, 2, 3) for q in claim("a", n, Finding.CONTRADICTED, record="France voted in favour")]
    assert "✗ France voted against (3 times)" in CheckReport((), by_article(quads)).to_text()


def test_votes_at_large_have_no_ballot_and_come_last() -> None:
    at_large = claim("a", 1, Finding.CONTRADICTED, "", said="France always voted against", record="It did not")
    (told,) = by_article([*at_large, *claim("a", 2, Finding.SUPPORTED)])
    assert [b.label for b in told.ballots] == ["event/undl-7", "Votes at large"]
    assert told.ballots[1].claims[0].record == ENTRY + "7"


def test_the_matching_is_told_with_its_score() -> None:
    verdict, judgement = entity("verdict", "a-1"), entity("judgement", "j")
    quads = [
        *claim("a", 1, Finding.SUPPORTED),
        Quad(verdict, KG.matchedBy, judgement, VERDICTS),
        Quad(judgement, KG.score, literal(0.97), graph("identity")),
        Quad(judgement, KG.reason, literal("same body and day"), graph("identity")),
    ]
    ((ballot,),) = (a.ballots for a in by_article(quads))
    assert [(m.score, m.reason) for m in ballot.matches] == [(0.97, "same body and day")]


def test_the_form_for_programs_stays_as_it_is(report: CheckReport) -> None:
    told = json.loads(report.to_json())
    assert list(told) == ["ok", "sections", "claims"]
    assert told["claims"]["totals"] == {"supported": 1, "contradicted": 1, "not in record": 1, "unclear": 1}
    first = told["claims"]["articles"][0]
    assert list(first) == ["article", "name", "title", "publisher", "published", "url", "ballots"]
    ballot = first["ballots"][0]
    assert list(ballot) == ["event", "label", "matches", "claims"]
    assert ballot["claims"] == [
        {
            "claim": entity("claim", "a-2").value,
            "proposition": entity("vote", "a-2").value,
            "verdict": entity("verdict", "a-2").value,
            "finding": "contradicted",
            "said": "France voted against",
            "on_record": "France voted in favour",
            "reason": "for a reason",
            "quote": "",
            "sentence": "Only France refused.",
            "record": ENTRY + "7",
            "place": 20,
        }
    ]


def test_nothing_compared_is_said_in_one_line() -> None:
    assert totals(()) == dict.fromkeys(Finding, 0)
    assert against_record(()).scope == "no claim was compared"
    assert "What the articles say" not in CheckReport().to_text()
