"""IRIs. They come from content, never from counters, clocks or random numbers: same input, same bytes."""

import hashlib
import re
import unicodedata

from kg.config import BASE
from kg.terms import NamedNode

ID = BASE + "id/"
GRAPH = BASE + "graph/"


def digest(*parts: object, length: int = 16) -> str:
    """The first hex digits of the SHA-256 of the parts; None differs from the empty string, order counts."""
    text = "\x1f".join("\x00" if p is None else str(p) for p in parts)
    return hashlib.sha256(text.encode()).hexdigest()[:length]


def slug(text: str) -> str:
    """Readable ASCII for an IRI: ``Volodymyr Zelenskyy`` -> ``volodymyr-zelenskyy``; a digest where nothing is left."""
    folded = unicodedata.normalize("NFKD", text)
    ascii_text = "".join(c for c in folded if not unicodedata.combining(c)).lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-") or digest(text)


def entity(kind: str, key: str) -> NamedNode:
    """``entity("state", "UKR")`` -> <https://w3id.org/onrecord/id/state/UKR>. The key must be IRI-safe already."""
    return NamedNode(f"{ID}{kind}/{key}")


def content(kind: str, *parts: object) -> NamedNode:
    """The IRI of a proposition, claim or other thing that is what it says."""
    return NamedNode(f"{ID}{kind}/{digest(kind, *parts)}")


def graph(*path: str) -> NamedNode:
    """``graph("record", "UNGA", "80")`` -> <https://w3id.org/onrecord/graph/record/UNGA/80>."""
    return NamedNode(GRAPH + "/".join(path))


def document_key(text: str, url: str | None) -> str:
    """The id of a document: its content and, where it has one, its address."""
    return digest("document", url, text)
