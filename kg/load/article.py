"""Articles: text, HTML, JSON lines, web archives, folders, standard input.

A batch goes on whatever is in it: what cannot be read comes out as a ``Refusal`` with a one-line reason.
"""

import io
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import IO, TypeAlias
from urllib.parse import urlsplit

from kg.errors import ArticleError
from kg.ids import document_key
from kg.load.batches import Raw, json_lines, warc_responses
from kg.load.blocks import blocks, headline
from kg.load.decoding import LIMIT, declared_charset, decode
from kg.load.files import STANDARD_INPUT, Paths, Refusal, expand, is_record_file, suffix
from kg.load.html import read_page
from kg.load.language import READ, foreign_language
from kg.load.published import published as printed_day
from kg.load.published import url_day
from kg.model import STORY, Block, Document, Role, Span

__all__ = ["LIMIT", "Refusal", "documents", "from_html", "from_text"]

_TOO_LONG = f"too long: {LIMIT // 1_000_000} MB or more; no article is that long"
_ADDRESSED = re.compile(r"\s*date \d{4}-\d\d-\d\d (https?://\S+)[ \t]*(?:[\r\n]|\Z)")
_Reader: TypeAlias = Callable[[IO[bytes], str], Iterator[Raw | tuple[int, str]]]

_SINGLE = {".txt": "text", ".text": "text", ".html": "html", ".htm": "html", ".xhtml": "html"}
_COLLECTIONS: dict[str, _Reader] = {
    ".jsonl": json_lines,
    ".ndjson": json_lines,
    ".warc": warc_responses,
    ".warc.gz": warc_responses,
}


def documents(paths: Paths) -> Iterator[Document | Refusal]:
    """The articles of files, folders and standard input (``-``), in order.

    A content that came before in the batch is named once as a refusal. Roll-call files are passed over: they are
    ``kg.load.rollcall``'s.
    """
    seen: dict[str, str] = {}
    for path in expand(paths):
        if isinstance(path, Refusal):
            yield path
        elif not is_record_file(path):
            for where, found in _read(path):
                yield _once(where, found, seen)


def _once(where: str, found: Document | ArticleError, seen: dict[str, str]) -> Document | Refusal:
    if isinstance(found, ArticleError):
        return Refusal(where, str(found))
    if found.id in seen:
        return Refusal(where, f"the same article as {seen[found.id]}")
    seen[found.id] = where
    return found


def _read(path: Path) -> Iterator[tuple[str, Document | ArticleError]]:
    """What a file holds, each with the name by which a reader finds it again."""
    try:
        if str(path) == STANDARD_INPUT:
            data = sys.stdin.buffer.read(LIMIT)
            if len(data) >= LIMIT:
                raise ArticleError(_TOO_LONG)
            yield from _sniffed(data)
        elif reader := _COLLECTIONS.get(suffix(path)):
            with path.open("rb") as stream:
                yield from _collection(reader(stream, path.name.split(".")[0]), str(path))
        elif kind := _SINGLE.get(suffix(path)):
            if path.stat().st_size >= LIMIT:
                raise ArticleError(_TOO_LONG)
            yield str(path), _single(kind, path.read_bytes(), path.stem)
        else:
            raise ArticleError("not an article: give .txt, .html, .jsonl or .warc.gz")
    except ArticleError as e:
        yield str(path), e
    except OSError as e:
        yield str(path), ArticleError(f"cannot be read: {e.strerror or e}")


def _sniffed(data: bytes) -> Iterator[tuple[str, Document | ArticleError]]:
    """Standard input has no name to tell its format by."""
    head = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"warc/", b"\x1f\x8b")):
        yield from _collection(warc_responses(io.BytesIO(data), "stdin"), STANDARD_INPUT)
    elif head.startswith(b"{"):
        yield from _collection(json_lines(io.BytesIO(data), "stdin"), STANDARD_INPUT)
    else:
        kind = "html" if head.startswith((b"<!doctype html", b"<html", b"<?xml", b"<head")) else "text"
        yield STANDARD_INPUT, _single(kind, data, "stdin")


def _single(kind: str, data: bytes, name: str) -> Document | ArticleError:
    raw = Raw(name, html=data) if kind == "html" else Raw(name, text=None)
    try:
        return _accepted(_from_raw(raw) if kind == "html" else from_text(decode(data), name))
    except ArticleError as e:
        return e


def _collection(records: Iterable[Raw | tuple[int, str]], path: str) -> Iterator[tuple[str, Document | ArticleError]]:
    count = 0
    for record in records:
        count += 1
        if isinstance(record, Raw):
            try:
                yield f"{path}#{record.name}", _accepted(_from_raw(record))
            except ArticleError as e:
                yield f"{path}#{record.name}", e
        else:
            yield f"{path}#{record[0]}", ArticleError(record[1])
    if not count:
        yield path, ArticleError("empty: no article in this collection")


def _from_raw(raw: Raw) -> Document:
    """A record as a document; what the collection says of it goes before what its page says."""
    if raw.text is not None:
        text = decode(raw.text.encode("utf-8", "surrogatepass"))
        return from_text(text, raw.name, url=raw.url, published=raw.published, title=raw.title, publisher=raw.publisher)
    source = raw.html or b""
    if isinstance(source, bytes):
        source = decode(source, declared_charset(source) or raw.charset)
    return from_html(source, raw)


def from_text(
    text: str,
    name: str,
    *,
    url: str | None = None,
    published: date | None = None,
    title: str | None = None,
    publisher: str | None = None,
) -> Document:
    """A document from its text, which is kept character by character. An address in its date line is its own."""
    if url is None and (m := _ADDRESSED.match(text)):
        url = m[1]
    return _document(Raw(name, text=text, url=url, published=published, title=title, publisher=publisher), text)


def from_html(source: str, raw: Raw) -> Document:
    """A document from a page: its text is the story, then captions, then the rest of the page as boilerplate."""
    page = read_page(source, raw.url)
    known = Raw(
        raw.name,
        title=raw.title or page.title,
        url=raw.url or page.url,
        published=raw.published or page.published,
        publisher=raw.publisher or page.publisher,
    )
    return _document(known, page.text, page.marked)


def _document(known: Raw, text: str, marked: tuple[tuple[Span, Role], ...] = ()) -> Document:
    found = blocks(text, marked)
    return Document(
        document_key(text, known.url),
        known.name,
        text,
        found,
        title=known.title or headline(text, found),
        published=known.published or printed_day(text, found) or (url_day(known.url) if known.url else None),
        publisher=known.publisher or (_host(known.url) if known.url else None),
        url=known.url,
        language=READ,
    )


def _host(url: str) -> str | None:
    """Who publishes at an address: its host without ``www``."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _accepted(document: Document) -> Document:
    """The document, unless its story is in another language."""
    story = " ".join(_story(document.text, document.blocks))
    if language := foreign_language(story):
        raise ArticleError(f"in another language ({language}): only English is read so far")
    return document


def _story(text: str, found: Iterable[Block]) -> Iterator[str]:
    return (b.span.of(text) for b in found if b.role in STORY)
