"""Articles: text, HTML, JSON lines, WARC, folders, standard input."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kg.ids import document_key
from kg.model import Block, Document, Role, Span


def from_text(text: str, name: str, *, url: str | None = None, published: date | None = None) -> Document:
    """A document from its text."""
    blocks = tuple(Block(Span(m.start(), m.end()), Role.BODY) for m in re.finditer(r"\S[^\n]*(?<=\S)", text))
    if (m := re.match(r"\s*date (\d{4}-\d\d-\d\d)", text)) and published is None:
        published = date.fromisoformat(m[1])
    return Document(document_key(text, url), name, text, blocks, published=published, url=url)


def documents(path: Path) -> Iterator[Document]:
    """The documents of a file or folder."""
    for file in sorted(path.glob("*.txt")) if path.is_dir() else [path]:
        yield from_text(file.read_text("utf-8"), file.stem)
