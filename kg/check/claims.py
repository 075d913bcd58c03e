"""Claims against the record, as a reader wants them: by article and ballot, what is said beside what is on record."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.ids import GRAPH, ID
from kg.model import Finding
from kg.rdf import FINDING, library_entry
from kg.terms import NamedNode, Quad
from kg.vocab import DCTERMS, KG, OA, RDFS

__all__ = ["Article", "Ballot", "Checked", "Match", "by_article", "totals"]

_PLACE = "#char="
_OF_VERDICT = (KG.claim, KG.verdict, KG.reason, KG.said, KG.onRecord, KG.record, KG.matchedBy, KG.score)
_OF_CLAIM = (KG.quote, KG.sentence, KG.source, KG.states, KG.votingEvent, OA.hasSelector)
_OF_SOURCE = (DCTERMS.identifier, DCTERMS.title, DCTERMS.issued, DCTERMS.publisher, DCTERMS.source, RDFS.label)
_WANTED = frozenset((*_OF_VERDICT, *_OF_CLAIM, *_OF_SOURCE))
Properties = dict[NamedNode, str]


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim and what the record makes of it. ``record`` is the address of the record's entry, where one decides.

    ``claim``, ``proposition`` and ``verdict`` are IRIs. ``place`` is where the quotation begins in the article's text,
    in characters.
    """

    claim: str
    proposition: str
    verdict: str
    finding: Finding
    said: str
    on_record: str
    reason: str
    quote: str
    sentence: str
    record: str
    place: int


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """How sure it is that a ballot is a roll call, from 0 to 1, and why."""

    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Ballot:
    """The claims on one ballot, in the order of the text; of votes at large where it has no event.

    ``matches`` say why this is, or may be, a roll call on record.
    """

    event: str
    label: str
    matches: tuple[Match, ...]
    claims: tuple[Checked, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """An article whose claims were compared, by its IRI; ``name`` is its file's stem.

    ``publisher``, ``published`` (a day) and ``url`` are empty where they are not known.
    """

    article: str
    name: str
    title: str
    publisher: str
    published: str
    url: str
    ballots: tuple[Ballot, ...]

    def has(self, finding: Finding) -> bool:
        """Whether the record finds so of any of its claims."""
        return any(claim.finding == finding for ballot in self.ballots for claim in ballot.claims)


def by_article(quads: Iterable[Quad]) -> tuple[Article, ...]:
    """All claims that were compared with the record, by article and ballot."""
    nodes, matches = _properties(quads)
    of_article: dict[str, dict[str, list[Checked]]] = defaultdict(lambda: defaultdict(list))
    for iri, verdict in sorted(nodes.items()):
        if verdict.get(KG.verdict) not in _FINDINGS or KG.claim not in verdict:
            continue
        claim = nodes.get(verdict[KG.claim], {})
        event = nodes.get(claim.get(KG.states, ""), {}).get(KG.votingEvent, "")
        of_article[claim.get(KG.source, "")][event].append(_checked(iri, verdict, claim, nodes))
    found = [_article(iri, ballots, nodes, matches) for iri, ballots in of_article.items()]
    return tuple(sorted(found, key=lambda a: (a.name, a.article)))


def totals(articles: Iterable[Article]) -> dict[Finding, int]:
    """The number of claims by finding, in the order of the findings; none is left out."""
    counted = Counter(c.finding for a in articles for b in a.ballots for c in b.claims)
    return {finding: counted[finding] for finding in Finding}


def _properties(quads: Iterable[Quad]) -> tuple[dict[str, Properties], dict[str, set[str]]]:
    """The wanted properties of every node, one value of each; and the judgements of each verdict.

    Of several labels of an event the record's own counts.
    """
    nodes = defaultdict[str, Properties](dict)
    matches = defaultdict[str, set[str]](set)
    for quad in quads:
        if quad.predicate not in _WANTED or not isinstance(quad.subject, NamedNode):
            continue
        node, value = nodes[quad.subject.value], str(getattr(quad.object, "value", quad.object))
        if quad.predicate == KG.matchedBy:
            matches[quad.subject.value].add(value)
        elif quad.predicate != RDFS.label or RDFS.label not in node or _of_record(quad):
            node[quad.predicate] = value
    return nodes, matches


def _of_record(quad: Quad) -> bool:
    return isinstance(quad.graph_name, NamedNode) and quad.graph_name.value.startswith(GRAPH + "record/")


def _checked(iri: str, verdict: Properties, claim: Properties, nodes: Mapping[str, Properties]) -> Checked:
    record = verdict.get(KG.record, "")
    place = claim.get(OA.hasSelector, "").partition(_PLACE)[2].partition(",")[0]
    return Checked(
        claim=verdict[KG.claim],
        proposition=claim.get(KG.states, ""),
        verdict=iri,
        finding=_FINDINGS[verdict[KG.verdict]],
        said=verdict.get(KG.said, ""),
        on_record=verdict.get(KG.onRecord, ""),
        reason=verdict.get(KG.reason, ""),
        quote=claim.get(KG.quote, ""),
        sentence=claim.get(KG.sentence, ""),
        record=(nodes.get(record, {}).get(DCTERMS.source) or library_entry(record)) if record else "",
        place=int(place) if place.isdigit() else 0,
    )


_FINDINGS = {node.value: finding for finding, node in FINDING.items()}


def _article(
    iri: str,
    ballots: Mapping[str, Sequence[Checked]],
    nodes: Mapping[str, Properties],
    matches: Mapping[str, set[str]],
) -> Article:
    about = nodes.get(iri, {})
    publisher = about.get(DCTERMS.publisher, "")
    made = [_ballot(event, told, nodes, matches) for event, told in ballots.items()]
    return Article(
        article=iri,
        name=about.get(DCTERMS.identifier, iri.removeprefix(ID)),
        title=about.get(DCTERMS.title, ""),
        publisher=nodes.get(publisher, {}).get(RDFS.label, publisher.removeprefix(ID)),
        published=about.get(DCTERMS.issued, ""),
        url=about.get(DCTERMS.source, ""),
        ballots=tuple(sorted(made, key=lambda b: (not b.event, b.claims[0].place, b.event))),
    )


def _ballot(
    event: str,
    told: Sequence[Checked],
    nodes: Mapping[str, Properties],
    matches: Mapping[str, set[str]],
) -> Ballot:
    judgements = {judgement for claim in told for judgement in matches.get(claim.verdict, ())}
    known = [nodes[j] for j in sorted(judgements) if j in nodes]
    found = {Match(float(n.get(KG.score, "0")), n.get(KG.reason, "")) for n in known}
    claims = sorted(told, key=lambda c: (c.place, c.said, c.claim))
    label = nodes.get(event, {}).get(RDFS.label, event.removeprefix(ID)) if event else "Votes at large"
    return Ballot(event, label, tuple(sorted(found, reverse=True)), tuple(claims))
