"""An explained article as plain data, for a program to read."""

from typing import Any

from kg.explain.marking import Explained, Mark

__all__ = ["as_json"]


def as_json(explained: Explained) -> dict[str, Any]:
    """One JSON object an article. Offsets are characters of the text as given, half-open."""
    document = explained.document
    return {
        "id": document.name,
        "url": document.url,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published.isoformat() if document.published else None,
        "extractor": explained.extractor,
        "paragraphs": [
            {"start": p.span.start, "end": p.span.end, "role": p.role.value, "read": p.read}
            for p in explained.paragraphs
        ],
        "ballots": [{"number": number, "words": words} for number, words in explained.ballots],
        "marks": [_mark(mark, document.text) for mark in explained.marks],
        "around": explained.around,
    }


def _mark(mark: Mark, text: str) -> dict[str, Any]:
    return {
        "number": mark.number,
        "kind": mark.kind,
        "said": list(mark.said),
        "rule": mark.rule or None,
        "confidence": mark.confidence,
        "ballot": mark.ballot,
        "keys": list(mark.keys),
        "places": [{"start": s.start, "end": s.end, "quote": s.of(text)} for s in mark.spans],
    }
