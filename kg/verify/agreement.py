"""Agreement between documents: how many claim a proposition, and how many of them independently."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.rdf import Claim
from kg.terms import NamedNode


@dataclass(frozen=True, slots=True)
class Agreement:
    """A proposition, the number of claims that state it and of independent origins among them."""

    proposition: NamedNode
    claims: int
    origins: int


def agreement(claims: Iterable[Claim], origin: Mapping[str, str]) -> tuple[Agreement, ...]:
    """The agreement on every proposition, by IRI; ``origin`` says which document each descends from."""
    stated: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    sources: dict[NamedNode, set[str]] = defaultdict(set)
    for claim in claims:
        stated[claim.proposition.iri].add(claim.iri)
        sources[claim.proposition.iri].add(origin.get(claim.document, claim.document))
    return tuple(Agreement(p, len(stated[p]), len(sources[p])) for p in sorted(stated, key=str))
