"""Every form an article comes in becomes a document, or one line that says why not."""

import gzip
import io
import json
import sys
from datetime import date
from pathlib import Path

import pytest

from kg.load.article import LIMIT, Refusal, documents, from_text
from kg.model import Document, Role

STORY = (
    "The Assembly adopted the draft by 90 votes to 10 with 40 abstentions after a debate that lasted for two days.\n"
    "The delegate of Norway said that the text was the best that could be had from the long talks of the spring.\n"
)
PAGE = """<!doctype html><html lang="en"><head><title>Assembly adopts a text | Example Wire</title>
<meta property="og:site_name" content="Example Wire">
<meta property="article:published_time" content="2025-03-04T10:00:00Z">
<link rel="canonical" href="https://wire.example.org/assembly"></head><body>
<nav><a href="/">Home</a> <a href="/w">World</a></nav>
<article><h1>Assembly adopts a text</h1>
<figure><img src="x.jpg"><figcaption>Delegates in the hall before the vote</figcaption></figure>
<p>The Assembly adopted the draft by 90 votes to 10 with 40 abstentions after a
debate that lasted for two days.</p>
<p>The delegate of Norway said that the text was the <b>best</b> that could be had from
the <a href="/t">long talks</a>.</p>
<blockquote><p>We call on all who are in this hall to keep the promises
that were made here in the spring.</p></blockquote>
<p>A second vote is planned for the end of the month, when the committee
has finished its work on the annex.</p></article>
<aside><h3>Related articles</h3><p>Council rejects another draft by 3 votes to 9 in a stormy
session about something else.</p></aside>
<footer>Copyright Example Wire</footer></body></html>"""


def read(*paths: Path | str) -> tuple[list[Document], list[Refusal]]:
    found = list(documents(paths))
    return [d for d in found if isinstance(d, Document)], [r for r in found if isinstance(r, Refusal)]


def roles(document: Document) -> list[tuple[Role, str]]:
    return [(b.role, b.span.of(document.text)) for b in document.blocks]


def warc_record(url: str, status: str, kind: str, body: str) -> bytes:
    payload = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n{body}".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Record-ID: <urn:x:1>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(payload)}\r\n\r\n"
    )
    return head.encode() + payload + b"\r\n\r\n"


def test_a_text_is_kept_character_by_character(tmp_path: Path) -> None:
    text = "\r\n  A headline of four words\r\n\r\n\u00a0" + STORY.replace("\n", "\r\n")
    (tmp_path / "a.txt").write_bytes(text.encode())
    (document,), _ = read(tmp_path / "a.txt")
    assert document.text == text
    assert document.name == "a"
    assert document.title == "A headline of four words"
    assert [b.span.of(text) for b in document.blocks][1:] == STORY.strip().split("\n")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_tell_the_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes(("“Zürich” " + STORY).encode(encoding))
    (document,), _ = read(tmp_path)
    assert document.text == "“Zürich” " + STORY


def test_a_batch_goes_on_and_names_what_it_leaves_out(tmp_path: Path) -> None:
    (tmp_path / "a_empty.txt").touch()
    (tmp_path / "b_blank.txt").write_text(" \n\t\n")
    (tmp_path / "c_binary.txt").write_bytes(b"\x00\x01\x02" * 100)
    (tmp_path / "d_pdf.txt").write_bytes(b"%PDF-1.7\n...")
    (tmp_path / "e_latin.txt").write_bytes("Türkiye abstained".encode("latin-1"))
    (tmp_path / "f_replaced.txt").write_text("T\ufffdrkiye abstained")
    (tmp_path / "g_garbled.txt").write_text(
        "Russia\u00e2\u20ac\u2122s vote, Iran\u00e2\u20ac\u2122s vote, Mali\u00e2\u20ac\u2122s vote"
    )
    (tmp_path / "h_french.txt").write_text(
        "L'Assemblée générale a adopté la résolution par 90 voix contre 10, avec 40 abstentions, après un débat de "
        "deux jours. Le délégué de la Norvège a déclaré que le texte était le meilleur que l'on pouvait obtenir."
    )
    (tmp_path / "i_good.txt").write_text(STORY)
    (tmp_path / "j_again.txt").write_text(STORY)
    (tmp_path / "k.docx").write_bytes(b"PK")
    (tmp_path / "l_roll_call.csv").write_text("undl_id\n")
    for passed_over in (".hidden", "README.md", "LICENSE"):
        (tmp_path / passed_over).write_text("x")
    good, bad = read(tmp_path, tmp_path / "absent.txt")
    assert [d.name for d in good] == ["i_good"]
    reasons = {Path(r.path).name: r.reason for r in bad}
    expected = {
        "a_empty.txt": "empty",
        "b_blank.txt": "empty",
        "c_binary.txt": "binary",
        "d_pdf.txt": "PDF",
        "e_latin.txt": "invalid UTF-8 at byte 1",
        "f_replaced.txt": "1 replacement character",
        "g_garbled.txt": "damaged encoding",
        "h_french.txt": "another language (fr)",
        "j_again.txt": "same article as",
        "k.docx": "not an article",
        "absent.txt": "no such file",
    }
    assert set(reasons) == set(expected)
    for name, words in expected.items():
        assert words in reasons[name]
        assert "\n" not in reasons[name]


def test_a_very_large_file_is_refused_unread(tmp_path: Path) -> None:
    big = tmp_path / "big.txt"
    with big.open("wb") as f:
        f.truncate(LIMIT)
    _, (refusal,) = read(big)
    assert "50 MB" in refusal.reason


@pytest.mark.parametrize("text", ["Ja.", "Votó", "12 - 3 - 4"])
def test_a_text_too_short_to_tell_its_language_is_read(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text)
    assert len(read(tmp_path)[0]) == 1


def test_a_list_of_states_is_english(tmp_path: Path) -> None:
    names = (
        "Angola, Argentina, Australia, Austria, Brazil, Canada, Chile, China, Denmark, Egypt, France, Germany, Ghana"
    )
    (tmp_path / "a.txt").write_text(f"In favour: {names}, Greece, India, Italy, Japan, Kenya. Against: Mali.")
    assert len(read(tmp_path)[0]) == 1


def test_a_page_gives_story_metadata_and_marked_boilerplate(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE)
    (document,), _ = read(tmp_path)
    assert (document.title, document.publisher) == ("Assembly adopts a text", "Example Wire")
    assert (document.published, document.url) == (date(2025, 3, 4), "https://wire.example.org/assembly")
    found = roles(document)
    assert found[0] == (Role.HEADLINE, "Assembly adopts a text")
    assert [text[:12] for role, text in found if role is Role.BODY] == ["The Assembly", "The delegate", "A second vot"]
    assert "best that could be had from the long talks." in document.text
    assert [text[:10] for role, text in found if role is Role.QUOTATION] == ["We call on"]
    assert [text for role, text in found if role is Role.CAPTION] == ["Delegates in the hall before the vote"]
    boilerplate = [text for role, text in found if role is Role.BOILERPLATE]
    assert any("Council rejects another draft" in text for text in boilerplate)


def test_a_page_in_a_declared_character_set(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1252">').replace("Norway", "Türkiye’s mission")
    (tmp_path / "page.htm").write_bytes(page.encode("cp1252"))
    (document,), _ = read(tmp_path)
    assert "Türkiye’s mission" in document.text


def test_a_page_without_a_story_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html><body><script>var x = 1</script></body></html>")
    _, (refusal,) = read(tmp_path)
    assert refusal.reason.startswith("no article in this page")


def test_json_lines_give_an_article_a_line(tmp_path: Path) -> None:
    records = [
        {
            "id": "one",
            "text": STORY,
            "title": "A title",
            "url": "https://www.example.org/1",
            "date": "2025-02-24T10:00:00Z",
        },
        {"html": PAGE, "publisher": {"name": "Another Wire"}},
        {"title": "no text"},
    ]
    lines = [json.dumps(r) for r in records] + ["{broken", "[1]", ""]
    (tmp_path / "many.jsonl").write_text("\n".join(lines))
    (one, two), bad = read(tmp_path)
    assert (one.name, one.title, one.text) == ("one", "A title", STORY)
    assert (one.published, one.publisher, one.url) == (date(2025, 2, 24), "example.org", "https://www.example.org/1")
    assert (two.name, two.publisher, two.published) == ("many-2", "Another Wire", date(2025, 3, 4))
    assert [r.path.rsplit("#")[1] for r in bad] == ["3", "4", "5"]
    assert [r.reason.split(":")[0] for r in bad] == ["no article", "not JSON", "not a JSON object"]


def test_a_web_archive_gives_its_pages(tmp_path: Path) -> None:
    url = "https://wire.example.org/p"
    responses = [
        ("200 OK", "text/html; charset=utf-8", PAGE),
        ("404 Not Found", "text/html", PAGE),
        ("200 OK", "image/png", "x"),
    ]
    (tmp_path / "crawl.warc.gz").write_bytes(b"".join(gzip.compress(warc_record(url, *r)) for r in responses))
    (document,), bad = read(tmp_path)
    assert not bad
    assert (document.name, document.url) == ("crawl-1", "https://wire.example.org/p")
    (tmp_path / "crawl.warc.gz").write_bytes(b"no archive at all")
    assert not read(tmp_path)[0]
    assert len(read(tmp_path)[1]) == 1


@pytest.mark.parametrize(
    ("data", "title"),
    [(STORY, None), (PAGE, "Assembly adopts a text"), (json.dumps({"text": STORY, "title": "T"}), "T")],
)
def test_standard_input_tells_its_format_by_its_beginning(
    monkeypatch: pytest.MonkeyPatch, data: str, title: str | None
) -> None:
    class Fake:
        buffer = io.BytesIO(data.encode())

    monkeypatch.setattr(sys, "stdin", Fake)
    (document,), _ = read("-")
    assert document.title == title


def test_the_same_text_from_two_addresses_is_two_documents() -> None:
    assert from_text(STORY, "a").id == from_text(STORY, "b").id
    assert from_text(STORY, "a", url="https://a.example").id != from_text(STORY, "a").id


def test_real_articles_are_read(shared: Path) -> None:
    good, bad = read(shared / "articles")
    assert len(good) == 5
    assert not bad
    assert [d.published for d in good[:2]] == [date(2026, 2, 26), date(2026, 2, 24)]
    assert good[4].published is None  # the only dates it prints are those of other stories


def test_repetition_ends_in_good_time(tmp_path: Path) -> None:
    for i, unit in enumerate(
        ["The Assembly voted. ", "word ", "a\n", "\n \n", ">", "Home > ", "((", "date 2025-01-01 "]
    ):
        (tmp_path / f"{i}.txt").write_text(unit * (300_000 // len(unit)))
    read(tmp_path)
