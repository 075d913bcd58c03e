"""Claims: a document saying a proposition, with the exact words and where they stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from kg.ids import content, entity
from kg.model import (
    Ballot,
    Certainty,
    Document,
    Evidence,
    Reading,
    Span,
    Tallied,
    Told,
)
from kg.model.facts import fact_key
from kg.nodes import state
from kg.rdf import actors, propositions
from kg.rdf.actors import Fact
from kg.rdf.identity import Identity
from kg.rdf.propositions import Proposition
from kg.terms import NamedNode, literal
from kg.vocab import DCTERMS, KG, OA, RDF

_CERTAINTY = {
    Certainty.ASSERTED: KG.Asserted,
    Certainty.REPORTED: KG.Reported,
    Certainty.HEDGED: KG.Hedged,
}
# Numbers of one tally that stand this close together are one claim; the words between them belong to it.
_NEAR = 400


@dataclass(frozen=True, slots=True)
class Claim:
    """A document's claim. ``ballot`` and ``told`` give back what it was read as; what amends what is not told apart."""

    iri: NamedNode
    document: str
    proposition: Proposition
    evidence: Evidence
    certainty: Certainty = Certainty.ASSERTED
    attributed_to: tuple[NamedNode, ...] = ()
    ballot: Ballot | None = None
    told: Told | None = None

    @property
    def fact(self) -> str | None:
        """The key of the fact that was read, by which people answer on it; claims of one tally share it."""
        return fact_key(self.document, self.told, self.ballot) if self.told else None


def article_node(document: str) -> NamedNode:
    """The node of an article, by its id."""
    return entity("document", document)


def claims(document: Document, reading: Reading, identity: Identity) -> Iterator[Claim]:
    """Every claim of a reading, once, in the order of its kinds.

    Raises EvidenceError where any quotation of the reading is not what the text says at its span.
    """
    for evidence in evidences(reading):
        evidence.verify(document.text)
    seen: set[NamedNode] = set()
    for claim in _claims(document, reading, identity):
        if claim.iri not in seen:
            seen.add(claim.iri)
            yield claim


def evidences(reading: Reading) -> Iterator[Evidence]:
    """All the quotations that a reading rests on."""
    for ballot in reading.ballots:
        yield from ballot.evidence
        yield from (p.evidence for p in ballot.positions)
        yield from (c.evidence for c in ballot.counts)
        yield from (o.evidence for o in ballot.outcomes)
        yield from (s.evidence for s in ballot.sponsorships)
        if ballot.cosponsor_count:
            yield ballot.cosponsor_count.evidence
    for said in reading.statements:
        yield from (said.sentence, *said.parts)
    yield from (t.evidence for t in reading.tenures)
    yield from (n.evidence for n in reading.negotiations)
    yield from (s.evidence for s in reading.stances)
    yield from (d.evidence for d in reading.demands)
    yield from (h.evidence for h in reading.habits)


def claim_facts(claim: Claim, extractor: str, sentence: str) -> Iterator[Fact]:
    """A claim as triples: what it states, where it stands, in which sentence, how it was read."""
    evidence, source = claim.evidence, article_node(claim.document)
    for predicate, value in claim.proposition.pairs:
        yield claim.proposition.iri, predicate, value
    yield claim.iri, RDF.type, KG.Claim
    yield claim.iri, KG.states, claim.proposition.iri
    yield claim.iri, KG.source, source
    yield claim.iri, KG.quote, literal(evidence.quote)
    yield claim.iri, KG.sentence, literal(" ".join(sentence.split()))
    yield claim.iri, KG.certainty, _CERTAINTY[claim.certainty]
    for actor in claim.attributed_to:
        yield claim.iri, KG.attributedTo, actor
    yield claim.iri, KG.extractor, literal(extractor)
    yield claim.iri, KG.rule, literal(evidence.rule)
    yield claim.iri, KG.confidence, literal(float(evidence.confidence))
    if key := claim.fact:
        yield claim.iri, DCTERMS.identifier, literal(key)
    yield from selector(claim.iri, source, evidence.span, evidence.quote)


def selector(node: NamedNode, source: NamedNode, span: Span, quote: str) -> Iterator[Fact]:
    """Where in the document the words of a node stand."""
    place = NamedNode(f"{source.value}#char={span.start},{span.end}")
    yield node, OA.hasSelector, place
    yield place, RDF.type, OA.TextPositionSelector
    yield place, RDF.type, OA.TextQuoteSelector
    yield place, OA.start, literal(span.start)
    yield place, OA.end, literal(span.end)
    yield place, OA.exact, literal(quote)


def _claims(document: Document, reading: Reading, identity: Identity) -> Iterator[Claim]:
    for ballot in reading.ballots:
        yield from _ballot(document, ballot, identity)
    yield from _words(document, reading, identity)
    yield from _deeds(document, reading, identity)


def _claim(
    document: Document,
    proposition: Proposition,
    evidence: Evidence,
    certainty: Certainty = Certainty.ASSERTED,
    attributed_to: tuple[NamedNode, ...] = (),
) -> Claim:
    iri = content("claim", document.id, proposition.iri, evidence.span.start, evidence.span.end)
    return Claim(iri, document.id, proposition, evidence, certainty, attributed_to)


def _told(document: Document, ballot: Ballot, proposition: Proposition, evidence: Evidence, told: Told | None) -> Claim:
    return replace(_claim(document, proposition, evidence), ballot=ballot, told=told)


def _ballot(document: Document, ballot: Ballot, identity: Identity) -> Iterator[Claim]:
    event = identity.event(document.id, ballot.number)
    told = partial(_told, document, ballot)
    for position in ballot.positions:
        yield told(propositions.vote(event, state(position.voter), position), position.evidence, position)
    for derived in (False, True):
        counts = tuple(c for c in ballot.counts if c.derived is derived)
        for evidence in cover(document, [c.evidence for c in counts]):
            tally = propositions.tally(event, counts, derived=derived)
            yield told(tally, evidence, Tallied(counts, derived))
    for report in ballot.outcomes:
        yield told(propositions.result(event, report), report.evidence, report)
    for sponsor in ballot.sponsorships:
        if nodes := actors.parties(sponsor.sponsor, document.id, identity):
            yield told(propositions.sponsorship(event, nodes, sponsor), sponsor.evidence, sponsor)
    if ballot.cosponsor_count:
        number = ballot.cosponsor_count
        yield told(propositions.cosponsors(event, number.number), number.evidence, number)
    if ballot.amends is not None and ballot.evidence:
        amended = identity.event(document.id, ballot.amends)
        if amended != event:
            yield told(propositions.amendment(event, amended), ballot.evidence[0], None)


def _words(document: Document, reading: Reading, identity: Identity) -> Iterator[Claim]:
    nodes = partial(actors.nodes, document=document.id, identity=identity)
    parties = partial(actors.parties, document=document.id, identity=identity)
    several = partial(actors.all_nodes, document=document.id, identity=identity)
    for said in reading.statements:
        proposition = propositions.statement(
            said, nodes(actors.speaker(said)), parties(said.represents), nodes(said.addressee), several(said.about)
        )
        yield replace(_claim(document, proposition, said.sentence, said.certainty), told=said)
    for held in reading.stances:
        proposition = propositions.stance(held, nodes(held.holder), several(held.about))
        yield replace(_claim(document, proposition, held.evidence, *_by(nodes(held.claimed_by))), told=held)
    for wanted in reading.demands:
        proposition = propositions.demand(wanted, nodes(wanted.holder), nodes(wanted.addressee))
        claim = _claim(document, proposition, wanted.evidence, *_by(nodes(wanted.claimed_by)))
        yield replace(claim, told=wanted)


def _deeds(document: Document, reading: Reading, identity: Identity) -> Iterator[Claim]:
    nodes = partial(actors.nodes, document=document.id, identity=identity)
    parties = partial(actors.parties, document=document.id, identity=identity)
    several = partial(actors.all_nodes, document=document.id, identity=identity)
    for said in reading.habits:
        proposition = propositions.habit(said, state(said.voter), several(said.about))
        claim = _claim(document, proposition, said.evidence, *_by(nodes(said.claimed_by)))
        yield replace(claim, told=said)
    for held in reading.tenures:
        official = identity.official(document.id, held.official)
        proposition = propositions.tenure(held, official, parties(held.represents))
        yield replace(_claim(document, proposition, held.evidence), told=held)
    for place, met in enumerate(reading.negotiations):
        event = identity.encounter(document.id, place)
        proposition = propositions.encounter(event, met, several(met.participants))
        yield replace(_claim(document, proposition, met.evidence), told=met)


def _by(speakers: tuple[NamedNode, ...]) -> tuple[Certainty, tuple[NamedNode, ...]]:
    return (Certainty.REPORTED if speakers else Certainty.ASSERTED), speakers


def cover(document: Document, parts: Iterable[Evidence]) -> Iterator[Evidence]:
    """The evidence of one tally: stretches that stand near each other become one, with the lower confidence."""
    ordered = sorted(set(parts), key=lambda e: (e.span, e.rule))
    cuts = [0, *(i for i, (a, b) in enumerate(pairwise(ordered), 1) if b.span.start - a.span.end > _NEAR), len(ordered)]
    for first, last in pairwise(cuts):
        group = ordered[first:last]
        if group:
            span = Span(group[0].span.start, max(e.span.end for e in group))
            yield document.evidence(span, group[0].rule, min(e.confidence for e in group))
