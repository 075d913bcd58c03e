"""Reading explained: every claim marked where it stands, whatever overlaps, and nothing of the article obeyed."""

import json
import os
import re
import subprocess
import sys
import time
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console
from typer.testing import CliRunner

from kg.cli.commands import app
from kg.explain import Explained, as_json, explain, page, show, visible
from kg.extract import read
from kg.load.article import from_text
from kg.model import (
    Actor,
    ActorKind,
    Ballot,
    BallotKind,
    Block,
    Document,
    Dropped,
    Evidence,
    Option,
    Position,
    Reading,
    Role,
    Span,
    Statement,
)

TEXT = (
    "The Assembly on the lagoon\n\nPublished: 4 March 2031\n\n"
    "NEW YORK - On Monday the UN General Assembly adopted a resolution on Ukraine by 93 votes to 18, "
    "with 65 abstentions.\n"
    'Norway, Chad and Peru voted against the resolution. "We had hoped for <b>more</b> & better," said Ada Berg, '
    "the foreign minister of Norway.\n"
    "The hall had been full since the early morning, and the debate went on for many hours before anybody could vote.\n"
    "\nRelated articles\nThe lagoon: <script>alert(1)</script> Chad and Peru held talks in Oslo\n"
)
runner = CliRunner()


@pytest.fixture(scope="module")
def explained() -> Explained:
    document = from_text(TEXT, "lagoon")
    return explain(document, read(document), read(document, frozenset({Role.BOILERPLATE})))


def printed(explained: Explained, **how: object) -> str:
    console = Console(file=StringIO(), width=100, **how)  # type: ignore[arg-type]
    show(explained, console)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


class _Page(HTMLParser):
    """The text of each paragraph, the ids, the links inside the page, and every tag."""

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.titles: list[str] = []
        self._hidden = 0
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.tags.append(tag)
        self.ids += [v for k, v in attrs if k == "id" and v]
        self.links += [v for k, v in attrs if k == "href" and v and v.startswith("#")]
        if tag == "mark":
            self.titles.append(known["title"] or "")
        if tag == "p" and known.get("class") in ("told", "headline", "unread"):
            self._inside = True
            self.paragraphs.append("")
        self._hidden += tag in ("sup", "em")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("sup", "em")
        if tag == "p":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside and not self._hidden:
            self.paragraphs[-1] += data


def parsed(*explained: Explained) -> _Page:
    found = _Page()
    found.feed(page(explained))
    return found


def test_every_claim_is_a_number_behind_its_words_with_what_was_understood(explained: Explained) -> None:
    told = printed(explained)
    (camp,) = (m for m in explained.marks if m.kind == "vote")
    assert camp.said == ("Norway, Chad and Peru voted against",)
    assert f"‹Norway, Chad and Peru voted against›[{camp.number}] the resolution." in told.replace("\n", " ")
    assert re.search(
        rf"\[{camp.number}\] vote +Norway, Chad and Peru voted against \(ballot 1.*\) +votes/\S+ \d\d%", told
    )
    assert "Ada Berg: foreign minister of Norway  officials/" in told
    assert "93 in favour, 18 against, 65 abstaining" in told


def test_what_is_not_read_is_said_to_be_so(explained: Explained) -> None:
    told = printed(explained)
    assert "(boilerplate, not read) Related articles" in told
    assert explained.around
    assert f"not this article's and not kept: {explained.around}" in told


def test_what_was_dropped_is_marked_with_the_reason() -> None:
    document = from_text('It was, they say, "a hard day\'s night" in the hall.', "x")
    drop = Dropped("statement", "no speaker in sight", Span(18, 36), document.text[18:36])
    shown = explain(document, Reading(document.id, "onrecord@0", dropped=(drop,)))
    assert "[1] not kept    statement: no speaker in sight" in printed(shown)
    assert "Read and not kept: 1" in printed(shown)
    assert parsed(shown).titles == ["1, not kept: statement: no speaker in sight"]


def test_a_terminal_gets_colour_a_pipe_and_no_color_none(explained: Explained) -> None:
    coloured = printed(explained, force_terminal=True, color_system="standard")
    assert "\x1b[" in coloured
    assert "‹" not in coloured
    assert "\x1b" not in printed(explained)
    plain = printed(explained, force_terminal=True, color_system="standard", no_color=True)
    assert not re.search(r"\x1b\[[\d;]*3\d", plain)


def test_the_page_holds_the_article_character_by_character_and_nothing_of_it_is_obeyed(explained: Explained) -> None:
    found = parsed(explained)
    assert found.paragraphs == [b.span.of(TEXT) for b in explained.document.blocks]
    assert found.tags.count("script") == 1
    assert "b" not in found.tags


def test_the_page_needs_nothing_from_elsewhere(explained: Explained) -> None:
    html = page([explained])
    assert not re.search(r"(?:src|@import|url\()\s*=?\s*[\"']?(?:https?:)?//", html)
    assert "default-src 'none'" in html
    assert html.count("style=") == 0
    assert page([explained]) == html


def test_claims_and_words_lead_to_each_other(explained: Explained) -> None:
    found = parsed(explained, explained)
    assert len(found.ids) == len(set(found.ids))
    assert set(found.links) <= {f"#{id_}" for id_ in found.ids}
    assert {f"#a1-c{m.number}" for m in explained.marks} <= set(found.links)
    assert {f"#a2-m{m.number}" for m in explained.marks} <= set(found.links)


def test_an_address_that_is_no_web_address_is_no_link() -> None:
    document = from_text("Norway voted against.", "x", url="javascript:alert(1)")
    assert 'href="javascript' not in page([explain(document, read(document))])


def test_control_characters_are_seen_not_obeyed() -> None:
    text = "The \x1b[2J\x1b]0;owned\x07 draft \u202egnp.exe\u202c\x9b31m was \x00 adopted."
    assert len(visible(text)) == len(text)
    document = Document("d", "x\x1b[31m", text, (Block(Span(0, len(text)), Role.BODY),), title="T\x1b[2J")
    for told in (printed(explain(document, Reading("d", "r"))), page([explain(document, Reading("d", "r"))])):
        assert not re.search(r"[\x00\x07\x1b\x9b\u202e]", told)
        assert "\ufffd[2J" in told


def test_json_has_the_places_and_the_words(explained: Explained) -> None:
    told = json.loads(json.dumps(as_json(explained)))
    for mark in told["marks"]:
        for place in mark["places"]:
            assert TEXT[place["start"] : place["end"]] == place["quote"]
    assert {m["kind"] for m in told["marks"]} >= {"vote", "tally", "outcome", "statement", "tenure"}
    assert all(len(m["keys"]) >= 1 for m in told["marks"] if m["kind"] != "not kept")


# --------------------------------------------------------------------------- whatever overlaps

WORDS = "one two three four five six seven eight nine ten\n\neleven twelve <i>thirteen</i> & fourteen\n\nfifteen."
BLOCKS = (Span(0, 48), Span(50, 89), Span(91, 99))


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    places = draw(st.lists(st.tuples(st.integers(0, len(WORDS) - 1), st.integers(1, 60)), max_size=12))
    spans = [Span(start, min(len(WORDS), start + length)) for start, length in places]
    evidence = [Evidence(s, s.of(WORDS), f"rule/{i % 3}", 0.5 + i / 50) for i, s in enumerate(spans)]
    half = len(evidence) // 2
    ada = Actor(ActorKind.OFFICIAL, "Ada Berg")
    votes = tuple(
        Position(state, Option.NO, e) for state, e in zip(["NOR", "TCD", "PER"] * 2, evidence[:half], strict=False)
    )
    said = tuple(Statement(e.quote, True, (e,), e, ada) for e in evidence[half:])
    ballot = Ballot(1, "UNGA", BallotKind.RESOLUTION, (), positions=votes)
    return Reading("d", "onrecord@0", ballots=(ballot,), statements=said)


@settings(max_examples=150, deadline=None)
@given(readings())
def test_pieces_cover_each_paragraph_and_every_mark_its_words(reading: Reading) -> None:
    blocks = tuple(Block(span, Role.BODY) for span in BLOCKS)
    document = Document("d", "x", WORDS, blocks)
    shown = explain(document, reading)
    assert [m.number for m in shown.marks] == list(range(1, len(shown.marks) + 1))
    covered: dict[int, set[int]] = {m.number: set() for m in shown.marks}
    for paragraph in shown.paragraphs:
        assert "".join(piece.span.of(WORDS) for piece in paragraph.pieces) == paragraph.span.of(WORDS)
        for piece in paragraph.pieces:
            for mark in piece.marks:
                covered[mark.number] |= set(range(piece.span.start, piece.span.end))
    inside = {at for span in BLOCKS for at in range(span.start, span.end)}
    for mark in shown.marks:
        assert covered[mark.number] == {at for s in mark.spans for at in range(s.start, s.end)} & inside
    assert sorted(m.number for p in shown.paragraphs for m in p.marks) == [m.number for m in shown.marks]
    found = parsed(shown)
    assert found.paragraphs == [span.of(WORDS) for span in BLOCKS]
    assert len(found.ids) == len(set(found.ids))
    assert set(found.links) <= {f"#{id_}" for id_ in found.ids}
    assert {f"#a1-c{m.number}" for m in shown.marks if covered[m.number]} <= set(found.links)


def test_thousands_of_marks_take_no_longer_than_their_number() -> None:
    text = "word " * 20_000
    document = Document("d", "x", text, (Block(Span(0, len(text) - 1), Role.BODY),))
    spans = [Span(at, at + 9) for at in range(0, 90_000, 10)]
    said = tuple(Statement("w", True, (e,), e) for s in spans for e in (Evidence(s, s.of(text), "rule/x", 0.9),))
    start = time.process_time()
    html = page([explain(document, Reading("d", "onrecord@0", statements=said))])
    assert html.count("<mark") == len(spans)
    assert time.process_time() - start < 10


# --------------------------------------------------------------------------- the command


def test_explain_reads_files_and_standard_input_and_says_what_it_left_out(tmp_path: Path) -> None:
    (tmp_path / "lagoon.txt").write_text(TEXT, "utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    done = runner.invoke(app, ["explain", str(tmp_path)])
    assert done.exit_code == 1
    assert "left out" in done.stderr
    assert "Norway, Chad and Peru voted against›[" in done.stdout.replace("\n", " ")
    command = [str(Path(sys.executable).parent / "kg"), "explain", "-"]
    piped = subprocess.run(
        command, input=TEXT, capture_output=True, text=True, check=True, env=os.environ | {"NO_COLOR": "1"}
    )
    assert "[1]" in piped.stdout
    assert "\x1b" not in piped.stdout


def test_explain_writes_one_page_or_json_lines(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"{TEXT}\n{name}\n", "utf-8")
    files = [str(tmp_path / "one.txt"), str(tmp_path / "two.txt")]
    out = tmp_path / "new" / "page.html"
    assert runner.invoke(app, ["explain", *files, "-o", str(out)]).exit_code == 0
    assert out.read_text("utf-8").count("<article") == 2
    lines = runner.invoke(app, ["explain", *files, "--json"]).stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["one", "two"]
