"""Agreement between documents: how many claim a proposition, and how many of them independently.

Documents that copy each other are one origin. So are claims that rest on the same words: where two documents print one
long quotation, or one sentence of an agency, and both claims stand in it, nobody but its author says so.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Document, Span
from kg.rdf import Claim
from kg.terms import NamedNode

__all__ = ["Agreement", "agreement"]

_LONG = 25  # words: as many in a row are not the same by chance
_WORD = re.compile(r"\w+")

Passages = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Agreement:
    """A proposition, the number of claims that state it and of independent origins among them."""

    proposition: NamedNode
    claims: int
    origins: int


def agreement(
    claims: Iterable[Claim], origin: Mapping[str, str], documents: Iterable[Document] = ()
) -> tuple[Agreement, ...]:
    """The agreement on every proposition, by IRI; ``origin`` says which document each descends from.

    ``documents`` are the texts in which shared quotations are looked for.
    """
    texts = {document.id: document for document in documents}
    stated: dict[NamedNode, dict[NamedNode, Claim]] = defaultdict(dict)
    for claim in claims:
        stated[claim.proposition.iri][claim.iri] = claim
    return tuple(
        Agreement(proposition, len(made), _origins(tuple(made.values()), origin, texts))
        for proposition, made in sorted(stated.items(), key=lambda item: str(item[0]))
    )


def _origins(claims: Sequence[Claim], origin: Mapping[str, str], texts: Mapping[str, Document]) -> int:
    """The number of origins that have no long passage in common on which their claims rest."""
    resting: dict[str, Passages] = {}
    for claim in claims:
        source = origin.get(claim.document, claim.document)
        resting[source] = resting.get(source, frozenset())
    if len(resting) == 1:
        return 1
    for claim in claims:
        if claim.document in texts:
            source = origin.get(claim.document, claim.document)
            resting[source] |= _passages(texts[claim.document], claim.evidence.span)
    groups: list[Passages] = []
    for passages in resting.values():
        alike = [group for group in groups if group & passages]
        groups = [group for group in groups if not group & passages]
        groups.append(passages.union(*alike))
    return len(groups)


def _passages(document: Document, span: Span) -> Passages:
    """The runs of 25 words that hold the evidence, or that it holds; within one paragraph, in small letters."""
    block = next((b.span for b in document.blocks if b.span.holds(span)), span)
    words = [(m[0], block.start + m.start()) for m in _WORD.finditer(block.of(document.text).casefold())]
    inside = [place for place, (_, start) in enumerate(words) if span.start <= start < span.end]
    if not inside:
        return frozenset()
    first, last = inside[0], inside[-1]
    starts = range(min(first, last - _LONG + 1), max(first, last - _LONG + 1) + 1)
    return frozenset(
        tuple(word for word, _ in words[start : start + _LONG]) for start in starts if 0 <= start <= len(words) - _LONG
    )
