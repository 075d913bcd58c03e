"""Whether a text is in English, the one language that is read so far."""

import re
from functools import cache
from typing import Any

__all__ = ["READ", "foreign_language"]

READ = "en"
"""The language that the readers know, as ISO 639-1."""

TELLING = 120
"""Letters from which a language can be told; a shorter text is accepted."""

SAMPLE = 20_000
"""Characters that are looked at."""

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset(
    {"the", "of", "and", "to", "that", "with", "from", "by", "which", "were", "has", "been", "its", "this", "said"}
)


def foreign_language(text: str) -> str | None:
    """The ISO 639-1 code of another language that the text is in; None for English or a text too short to say."""
    words = _WORD.findall(text[:SAMPLE].lower())
    if sum(map(len, words)) < TELLING:
        return None
    # Common English words settle nearly every article; the classifier is asked only where they are rare.
    if sum(w in _ENGLISH for w in words) >= 0.09 * len(words):
        return None
    code, probability = _identifier().classify(" ".join(words))
    return None if code == READ or probability < 0.9 else str(code)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  # loads numpy models: only when asked

    return LanguageIdentifier.from_pickled_model(MODEL_FILE, norm_probs=True)
