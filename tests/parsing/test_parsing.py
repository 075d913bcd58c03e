"""The parser as a second reader: what it sees in a sentence, and that the core is never overruled."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("spacy", reason="the extra onrecord[spacy] is not installed")

from kg import parsing, pipeline, products
from kg.errors import Unavailable
from kg.extract import read
from kg.extract.agreement import ALONE, BOTH, heard
from kg.load.article import from_text
from kg.model import Evidence, Option, Reading
from kg.parsing import Parser
from kg.parsing.trees import _language
from kg.workspace import Workspace

_COUNCIL = "UNITED NATIONS, March 4 (Wire) - The Security Council voted 11-1 on Tuesday on a draft about Sudan.\n\n"


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def doubting(core: Reading) -> Reading:
    """The reading of a core that is sure of nothing, and so wants a second opinion of every sentence."""

    def less(evidence: Evidence) -> Evidence:
        return replace(evidence, confidence=min(evidence.confidence, 0.9))

    ballots = tuple(
        replace(b, positions=tuple(replace(p, evidence=less(p.evidence)) for p in b.positions)) for b in core.ballots
    )
    said = tuple(replace(s, sentence=less(s.sentence), parts=tuple(map(less, s.parts))) for s in core.statements)
    return replace(core, ballots=ballots, statements=said)


def both(parser: Parser, text: str) -> tuple[Reading, Reading, Reading]:
    """A doubting core's reading of a text, the parser's, and what is made of the two."""
    document = from_text(text, "test")
    core = doubting(read(document))
    second = parser.read(document, core)
    return core, second, heard(core, second)


def seen(reading: Reading) -> dict[str, Option]:
    """The positions of all ballots."""
    return {p.voter: p.option for b in reading.ballots for p in b.positions}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Russia voted against the draft.", {"RUS": Option.NO}),
        (
            "Russia voted against the draft, with China and Gabon abstaining.",
            {"RUS": Option.NO, "CHN": Option.ABSTAIN, "GAB": Option.ABSTAIN},
        ),
        ("After hours of talks Brazil decided to vote in favour of the draft.", {"BRA": Option.YES}),
        ("The draft was opposed by Cuba and Yemen.", {"CUB": Option.NO, "YEM": Option.NO}),
        ("The Chinese delegation abstained.", {"CHN": Option.ABSTAIN}),
        ("Russia, which vetoed the draft, left the hall.", {"RUS": Option.NO}),
    ],
)
def test_votes_are_given_to_the_subject_of_the_verb(parser: Parser, sentence: str, expected: dict[str, Option]) -> None:
    _, second, _ = both(parser, _COUNCIL + sentence)
    assert seen(second) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Russia did not vote against the draft.",
        "Russia threatened to veto the draft.",
        "China was expected to abstain.",
        "Brazil would have abstained.",
        "If India abstained, the draft would fail.",
        "Chinese diplomats abstained from comment.",
        '"Russia voted against the draft," he said.',
    ],
)
def test_what_was_not_done_is_no_vote(parser: Parser, sentence: str) -> None:
    _, second, _ = both(parser, _COUNCIL + sentence)
    assert seen(second) == {}


def test_what_both_see_is_surer_and_what_the_core_says_stays(parser: Parser) -> None:
    core, _, together = both(parser, _COUNCIL + "Russia voted against the draft and China abstained.")
    assert seen(together) == seen(core) == {"RUS": Option.NO, "CHN": Option.ABSTAIN}
    sure = {p.voter: p.evidence for b in together.ballots for p in b.positions}
    assert sure["RUS"].confidence == BOTH
    assert sure["RUS"].rule.endswith("+spacy/voter")
    assert together.extractor == f"{core.extractor}+{parser.name}"


def test_a_quotation_is_given_to_the_subject_of_its_verb(parser: Parser) -> None:
    text = '"We shall not be moved by any of this," Ambassador Ana Silva of Brazil said on Monday.'
    core, second, together = both(parser, text)
    (said,) = second.statements
    assert said.direct
    assert said.speaker is not None
    assert said.speaker.key == "Ana Silva"
    assert said.words == "We shall not be moved by any of this,"
    assert len(together.statements) == len(core.statements) == 1
    assert together.statements[0].sentence.confidence == BOTH


def test_what_the_core_is_sure_of_is_not_parsed(parser: Parser) -> None:
    document = from_text(_COUNCIL + '"We shall not be moved by any of this," said Ambassador Ana Silva.', "test")
    core = read(document)
    assert min(part.confidence for s in core.statements for part in s.parts) >= 0.95
    assert parser.read(document, core).statements == ()


def test_a_clause_without_that_is_a_statement_of_its_subject(parser: Parser) -> None:
    _, second, _ = both(parser, "Ambassador Ana Silva of Brazil said that the fund had been empty since March.")
    (said,) = second.statements
    assert not said.direct
    assert said.words == "the fund had been empty since March"
    assert said.parts[0].confidence == ALONE


def test_every_place_is_one_in_the_document_behind_a_long_quotation(parser: Parser) -> None:
    text = (
        'Ambassador Ana Silva of Brazil said: "We have waited for a very long time for this to be put to a vote," '
        "and Chile said that it would wait no longer than a week."
    )
    document = from_text(text, "test")
    second = parser.read(document, doubting(read(document)))
    for said in second.statements:
        for part in said.parts:
            part.verify(text)
    assert any(s.words == "it would wait no longer than a week" for s in second.statements)


def test_a_build_hears_the_parser_and_another_without_it_reads_again(tmp_path: Path) -> None:
    told = _COUNCIL + "Russia voted against the draft, and after a long debate China abstained."
    (tmp_path / "news.txt").write_text(told, "utf-8")
    asked = [str(tmp_path / "news.txt")]

    def rules(*, parser: bool) -> set[str]:
        pipeline.build(asked, tmp_path / "ws", parser=parser)
        (told,) = Workspace.open(tmp_path / "ws").readings().values()
        return {p.evidence.rule.partition("+")[2] for b in told.ballots for p in b.positions}

    assert rules(parser=True) == {"spacy/voter"}
    assert rules(parser=True) == {"spacy/voter"}
    assert rules(parser=False) == {""}


def test_where_it_is_not_installed_one_line_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text(_COUNCIL, "utf-8")
    _language.cache_clear()
    parsing.parser.cache_clear()
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(Unavailable, match=r"pip install 'onrecord\[spacy\]'"):
        next(iter(products.extract([str(tmp_path / "news.txt")], parser=True)))
