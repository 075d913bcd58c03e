"""Independent origins: copies of one wire story count once.

Agencies' copy is often cut, seldom rewritten: what is left of it shares its sentences with the whole story, however
much longer that is. So candidates are found sentence by sentence, with MinHash signatures in bands, and each is then
compared exactly. A document shares an origin with a longer one where most runs of five words of it stand there too.
Beginning with the longest, every document is held only against those that copy nobody so far: a thousand copies cost a
thousand comparisons, not a million.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash, RMinHashLSH

from kg.model import STORY, Document

__all__ = ["origins"]

_RUN = 5  # words
_COPIED = 0.6  # of the shorter document's runs
_SENTENCE = 8  # words: shorter ones ("he said on Tuesday") are common to all
_LIKE = 0.1  # of the shorter document's sentences: fewer are a shared quotation
_COMMON = 100  # stories with a like sentence: it is background, and tells nothing of who copied whom
_PERMUTATIONS, _BANDS, _SEED = 32, 8, 1945
_BATCH = 500  # documents whose signatures are made in one call

_FACTOR = np.uint64(0x9E3779B97F4A7C15)  # odd, so that no digit of a digest is lost

_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[.!?][\"”’»)\]]*\s+")


Digests = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class _Story:
    """A document as it is compared: digests of its runs of words, each once, and a signature of each sentence."""

    document: Document
    runs: Digests
    signatures: Sequence[RMinHash]

    def copied_from(self, other: "_Story") -> float:
        """The share of its runs that stand in the other."""
        return np.intersect1d(self.runs, other.runs, assume_unique=True).size / self.runs.size


def origins(documents: Iterable[Document]) -> Mapping[str, str]:
    """The document that each document descends from, by id; one that copies nobody descends from itself.

    The earliest published of a family stands for it; among those of one day the one with the smallest id. The order of
    the documents is of no account.
    """
    families: list[list[Document]] = []
    wholes: list[_Story] = []
    index = RMinHashLSH(threshold=_COPIED, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    owners: list[int] = []  # the family of each sentence in the index
    for story in sorted(_stories(list(documents)), key=lambda s: (-s.runs.size, _age(s.document))):
        found = [{owners[key] for key in index.query(signature)} for signature in story.signatures]
        family = _family(story, wholes, found)
        if family is not None:
            families[family].append(story.document)
            continue
        for signature, like in zip(story.signatures, found, strict=True):
            if len(like) < _COMMON:
                index.insert(len(owners), signature)
                owners.append(len(families))
        families.append([story.document])
        wholes.append(story)
    return {d.id: first.id for family in families for first in [min(family, key=_age)] for d in family}


def _family(story: _Story, wholes: Sequence[_Story], found: Iterable[Iterable[int]]) -> int | None:
    """The family whose first story this one copies most of, if it copies one."""
    alike = Counter(family for families in found for family in families)
    enough = _LIKE * len(story.signatures)
    shares = {f: story.copied_from(wholes[f]) for f, number in alike.items() if number >= enough}
    best = max(shares, key=lambda f: (shares[f], -f), default=None)
    return best if best is not None and shares[best] >= _COPIED else None


def _age(document: Document) -> tuple[date, str]:
    return document.published or date.max, document.id


def _stories(documents: Sequence[Document]) -> Iterator[_Story]:
    """The stories of documents, without what stands around them; many signatures are made at once."""
    words = _Words()
    for start in range(0, len(documents), _BATCH):
        read, tokens = list[tuple[Document, Digests, int]](), list[list[bytes]]()
        for document in documents[start : start + _BATCH]:
            sentences = [words.of(sentence) for sentence in _sentences(document)]
            whole = np.concatenate([*sentences, np.empty(0, np.uint64)])
            long = [s for s in sentences if s.size >= _SENTENCE] or ([whole] if whole.size else [])
            tokens += [_tokens(_runs(sentence, 2)) for sentence in long]
            read.append((document, np.unique(_runs(whole, _RUN)), len(long)))
        signatures = iter(RMinHash.from_token_sets(tokens, num_perm=_PERMUTATIONS, seed=_SEED))
        yield from (_Story(document, runs, tuple(islice(signatures, number))) for document, runs, number in read)


class _Words(dict[str, int]):
    """The digest of each word, made once."""

    def __missing__(self, word: str) -> int:
        self[word] = crc32(word.encode())
        return self[word]

    def of(self, words: Sequence[str]) -> Digests:
        """The digests of words in their order."""
        return np.fromiter((self[word] for word in words), np.uint64, len(words))


def _runs(words: Digests, length: int) -> Digests:
    """A digest of every run of so many words; of fewer words, one of them all."""
    length = min(length, words.size)
    runs = np.zeros(words.size - length + 1, np.uint64)
    for place in range(length):
        runs = runs * _FACTOR + words[place : words.size - length + 1 + place]
    return runs


def _tokens(digests: Digests) -> list[bytes]:
    data = digests.tobytes()
    return [data[i : i + digests.itemsize] for i in range(0, len(data), digests.itemsize)]


def _sentences(document: Document) -> Iterator[list[str]]:
    """The words of each sentence, in small letters. Where a sentence is cut is of no account, if it always is there."""
    for block in document.blocks:
        if block.role in STORY:
            for sentence in _STOP.split(block.span.of(document.text).casefold()):
                yield _WORD.findall(sentence)
