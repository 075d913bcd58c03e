"""Files that hold many articles: JSON lines and web archives, read record by record."""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import IO, Any, cast

from kg.errors import ArticleError
from kg.load.decoding import LIMIT
from kg.load.published import day

__all__ = ["FIELDS", "Raw", "json_lines", "warc_responses"]

# The names under which a JSON record may give each thing; the first that is there and filled counts.
FIELDS: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "maintext", "article", "full_text"),
    "html": ("html", "raw_html"),
    "title": ("title", "headline"),
    "url": ("url", "link", "source_url", "canonical_url"),
    "published": ("published", "date", "date_published", "datePublished", "published_at", "publish_date", "pubDate"),
    "publisher": ("publisher", "source", "site", "sitename", "outlet", "source_domain"),
    "language": ("language", "lang", "inLanguage"),
    "name": ("id", "name", "key"),
}


@dataclass(frozen=True, slots=True)
class Raw:
    """One record before it is read: text or HTML (as text or bytes) and what the collection says about it."""

    name: str
    text: str | None = None
    html: str | bytes | None = None
    charset: str | None = None
    title: str | None = None
    url: str | None = None
    published: date | None = None
    publisher: str | None = None
    language: str | None = None


def json_lines(stream: IO[bytes], stem: str) -> Iterator[Raw | tuple[int, str]]:
    """A record a line: text or html, and any of FIELDS. A line that is none yields (line number, reason)."""
    number = 0
    while line := stream.readline(LIMIT):
        number += 1
        if len(line) >= LIMIT and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(LIMIT)
            yield number, "over 50 MB: no article is that long"
        elif line.strip():
            try:
                yield _record(line, f"{stem}-{number}")
            except ArticleError as e:
                yield number, str(e)


def _record(line: bytes, name: str) -> Raw:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as e:
        raise ArticleError(f"damaged encoding: invalid UTF-8 at byte {e.start:,} of the line") from None
    except (ValueError, RecursionError) as e:
        raise ArticleError(f"not JSON: {str(e).splitlines()[0]}") from None
    if not isinstance(record, dict):
        raise ArticleError("not a JSON object: a line holds one article as {...}")
    text, html = _field(record, "text"), _field(record, "html")
    if not text and not html:
        raise ArticleError("no article: the record has neither 'text' nor 'html'")
    printed = _field(record, "published")
    return Raw(
        _field(record, "name") or name,
        text=text,
        html=html if not text else None,
        title=_field(record, "title"),
        url=_field(record, "url"),
        published=day(printed) if printed else None,
        publisher=_field(record, "publisher"),
        language=_field(record, "language"),
    )


def _field(record: dict[str, Any], what: str) -> str | None:
    for name in FIELDS[what]:
        value = record.get(name)
        if isinstance(value, dict):  # schema.org writes the publisher as an object
            value = value.get("name")
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if isinstance(value, str) and value.strip():
            return value if what in ("text", "html") else value.strip()
    return None


def warc_responses(stream: IO[bytes], stem: str) -> Iterator[Raw | tuple[int, str]]:
    """The HTML pages of a web archive (WARC or ARC, packed or not) that were served with status 200."""
    from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415  # web archives are rare
    from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415

    number = 0
    try:
        for record in ArchiveIterator(stream):
            headers = record.http_headers
            if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
                continue
            kind = (headers.get_header("Content-Type") or "").lower()
            if "html" not in kind:
                continue
            number += 1
            data = cast("bytes", record.content_stream().read(LIMIT))
            if len(data) >= LIMIT:
                yield number, "over 50 MB: no article is that long"
                continue
            charset = kind.partition("charset=")[2].split(";")[0].strip("\"' ") or None
            yield Raw(
                f"{stem}-{number}", html=data, charset=charset, url=record.rec_headers.get_header("WARC-Target-URI")
            )
    except (ArchiveLoadFailed, EOFError, OSError, io.UnsupportedOperation) as e:
        yield (
            number + 1,
            f"not a web archive from here on: {str(e).strip().splitlines()[0] if str(e).strip() else 'cut off'}",
        )
