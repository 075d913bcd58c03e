"""Independent origins: copies of one wire story count once.

A document is cut into overlapping runs of five words. Two documents share an origin where most runs of the shorter
one stand in the other too: agencies' copy is often cut, seldom rewritten. A document is compared only with the
first of each family that it shares a run with, so a thousand copies cost a thousand comparisons, not a million.
"""

import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping

from kg.model import STORY, Document

_RUN = 5
_SHARED = 0.6
_WORD = re.compile(r"\w+")


def shingles(document: Document) -> frozenset[int]:
    """Digests of the runs of five words of a document's own story."""
    words = [w for b in document.blocks if b.role in STORY for w in _WORD.findall(b.span.of(document.text).casefold())]
    return frozenset(zlib.crc32(" ".join(words[i : i + _RUN]).encode()) for i in range(max(1, len(words) - _RUN + 1)))


def origins(documents: Iterable[Document]) -> Mapping[str, str]:
    """The document that each document descends from, by id; one that copies nobody descends from itself.

    The earliest published of a family stands for it; among those of one day the one with the smallest id.
    """
    first: dict[str, str] = {}
    families: dict[int, list[str]] = {}
    runs: dict[str, frozenset[int]] = {}
    for document in sorted(documents, key=lambda d: (d.published is None, d.published or 0, d.id)):
        own = shingles(document)
        shared = Counter(family for run in own for family in families.get(run, ()))
        family = max(shared, key=lambda f: (shared[f] / min(len(own), len(runs[f])), f), default=None)
        if family is not None and shared[family] / min(len(own), len(runs[family])) >= _SHARED:
            first[document.id] = family
            continue
        first[document.id] = document.id
        runs[document.id] = own
        for run in own:
            families.setdefault(run, []).append(document.id)
    return first
