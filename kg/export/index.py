"""A graph as look-up tables: what a table or a description needs, without a query language."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.terms import Literal, NamedNode, Quad
from kg.vocab import DCTERMS, KG, OA, RDF, RDFS, SKOS

__all__ = ["Index"]

_PAIRS = frozenset({KG.votedYes, KG.votedNo, KG.abstainedFrom, KG.absentFrom})
_CLASS = KG.base
# What the tables ask for. A view has a hundred times as much of which no table speaks.
_WANTED = frozenset(
    {RDF.type, RDFS.label, SKOS.notation, DCTERMS.identifier, DCTERMS.issued, OA.hasSelector, OA.start, OA.end}
    | {KG.votingEvent, KG.voter, KG.option, KG.veto, KG.symbol, KG.body, KG.date, KG.record}
    | {KG.speaker, KG.onBehalfOf, KG.post, KG.text, KG.direct, KG.speechAct, KG.verb, KG.about, KG.addressee}
    | {KG.event, KG.encounterKind, KG.participant, KG.place, KG.round, KG.start, KG.end, KG.status}
    | {
        KG.states,
        KG.source,
        KG.quote,
        KG.sentence,
        KG.certainty,
        KG.attributedTo,
        KG.rule,
        KG.confidence,
        KG.claim,
        KG.verdict,
    }
)


class Index:
    """The union of the graphs, by subject and property; values are IRIs or texts, sorted."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._values: dict[tuple[str, NamedNode], set[str]] = defaultdict(set)
        self._instances: dict[str, set[str]] = defaultdict(set)
        self._pairs: dict[NamedNode, set[tuple[str, str]]] = defaultdict(set)
        self._verdicts: dict[tuple[NamedNode, str], set[str]] = defaultdict(set)
        for quad in quads:
            if not isinstance(quad.subject, NamedNode) or not isinstance(quad.object, NamedNode | Literal):
                continue
            subject, value = quad.subject.value, quad.object.value
            if quad.predicate in _PAIRS:
                self._pairs[quad.predicate].add((subject, value))
            if quad.predicate not in _WANTED:
                continue
            self._values[subject, quad.predicate].add(value)
            if quad.predicate == RDF.type:
                self._instances[value].add(subject)
            elif quad.predicate in (KG.claim, KG.states):
                self._verdicts[quad.predicate, value].add(subject)

    def one(self, subject: str, predicate: NamedNode) -> str:
        """The value, the first of several, or nothing."""
        return min(self._values.get((subject, predicate), ()), default="")

    def all(self, subject: str, predicate: NamedNode) -> list[str]:
        """All values."""
        return sorted(self._values.get((subject, predicate), ()))

    def instances(self, class_: NamedNode) -> list[str]:
        """The things of a class."""
        return sorted(self._instances[class_.value])

    def kind(self, subject: str) -> str:
        """The name of the thing's class in our vocabulary."""
        return next((c.removeprefix(_CLASS) for c in self.all(subject, RDF.type) if c.startswith(_CLASS)), "")

    def pairs(self, predicate: NamedNode) -> list[tuple[str, str]]:
        """The subjects and objects of a direct property of votes."""
        return sorted(self._pairs[predicate])

    def back(self, predicate: NamedNode, value: str) -> list[str]:
        """The verdicts on a claim, the claims that state a proposition."""
        return sorted(self._verdicts.get((predicate, value), ()))

    def stated(self, class_: NamedNode) -> Iterator[tuple[str, str]]:
        """The claims on propositions of a class, each with its proposition."""
        for proposition in self.instances(class_):
            yield from ((claim, proposition) for claim in self.back(KG.states, proposition))

    def name(self, iri: str) -> str:
        """The name of a thing: its code, its label, or the last part of its IRI."""
        if not iri:
            return ""
        if iri.startswith(KG.base):
            return "".join(f" {c.lower()}" if c.isupper() else c for c in iri.removeprefix(KG.base)).strip()
        return self.one(iri, SKOS.notation) or self.one(iri, RDFS.label) or iri.rpartition("/")[2]

    def names(self, subject: str, predicate: NamedNode) -> str:
        """The names of all values, joined by ``|``."""
        return " | ".join(self.name(value) for value in self.all(subject, predicate))
