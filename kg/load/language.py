"""Whether a text is in English, the one language that is read so far."""

import re

__all__ = ["READ", "foreign_language"]

READ = "en"
"""The language that the readers know, as ISO 639-1."""

TELLING = 120
"""Letters from which a language can be told; a shorter text is accepted."""

SAMPLE = 20_000
"""Characters that are looked at."""

DOUBT = 5.0
"""Difference of log probabilities from which another language is taken to be sure."""

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    {"the", "of", "and", "to", "that", "with", "from", "by", "which", "were", "has", "been", "its", "this", "said"}
)


def foreign_language(text: str) -> str | None:
    """The ISO 639-1 code of another language that the text is in; None for English or a text too short to say."""
    words = _WORD.findall(text[:SAMPLE].lower())
    # A letter beyond the Latin blocks (Cyrillic, Arabic, Chinese) tells more than one of them.
    if sum(len(w) * (3 if w[0] > "\u024f" else 1) for w in words) < TELLING:
        return None
    # Common English words settle nearly every article; the classifier is asked only where they are rare.
    if sum(w in _ENGLISH for w in words) >= 0.09 * len(words):
        return None
    scores = dict(_rank(" ".join(words)))
    best = max(scores, key=lambda code: scores[code])
    return None if scores[best] - scores[READ] < DOUBT else best


def _rank(text: str) -> list[tuple[str, float]]:
    import py3langid  # noqa: PLC0415  # loads its model: only when asked

    return [(str(code), float(score)) for code, score in py3langid.rank(text)]
