"""The terms of the vocabularies we write. A name that is not listed raises: a typing error cannot become a triple.

``kg:`` is defined in ``ontology/core.ttl`` and ``ontology/codes.ttl``; a test checks that list and files agree.
"""

from kg.config import NS
from kg.terms import NamedNode


class Vocabulary:
    """A closed vocabulary: ``KG.votedYes`` is a NamedNode, ``KG.votedYse`` an AttributeError."""

    def __init__(self, base: str, *names: str) -> None:
        self.base = base
        self._terms = {name: NamedNode(base + name) for line in names for name in line.split()}

    def __getattr__(self, name: str) -> NamedNode:
        try:
            return self._terms[name]
        except KeyError:
            raise AttributeError(f"no term {name!r} in <{self.base}>") from None

    def __getitem__(self, name: str) -> NamedNode:
        """The same, for a name that is no Python identifier or is held in a variable."""
        return self.__getattr__(name)

    def names(self) -> frozenset[str]:
        """The local names of all terms."""
        return frozenset(self._terms)


KG = Vocabulary(
    NS,
    # actors
    "Actor State Official Organization Body Bloc Outlet Group",
    # documents
    "Document Article Resolution Amendment Record RecordFile",
    # events
    "Event VotingEvent Negotiation NegotiationRound Meeting Speech",
    # propositions
    "Proposition Vote Tally Result Sponsorship AmendmentReport Statement Demand Stance Tenure VotingHabit Encounter",
    # what is said of them
    "Claim Verdict Conduct Comparison Judgement Review Score Drop Correction",
    # direct triples, one per vote
    "votedYes votedNo abstainedFrom absentFrom",
    # voting
    "votingEvent voter option veto yes no abstain absent body resolution outcome date symbol sponsor sponsorRole",
    "cosponsorCount ballotKind status amends amended requestedBy session meeting derived quantifier",
    # words
    "speaker onBehalfOf text direct quoteMarks speechAct verb about addressee attributedAs attributedTo",
    "via nested post",
    # negotiations, tenures, stances, demands
    "event participant place round encounterKind start end official holder represents former stance target demand",
    # claims, verdicts, judgements, scores
    "states source quote sentence claim verdict record certainty extractor confidence reason rule",
    "comparison wordsClaim voteClaim attitude",
    "claimCount originCount framing said onRecord matchedBy",
    "reviewedClaim answer readAs",
    "left right decision score author canonicalName namedAs",
    "subject object value measure window method sharedVotes",
    # codes of states and bodies
    "iso3 iso2 m49 demonym capital memberOf wikidata",
    # dropped candidates
    "dropKind",
    # corrections of the record
    "before after beforeFile afterFile",
    # individuals
    "Yes No Abstain Absent Adopted Rejected Vetoed",
    "Supported Contradicted NotInRecord Unclear Consistent Inconsistent",
    "Same Different Unsure",
    "ClaimAccepted ClaimRejected ClaimEdited",
    "Asserted Reported Hedged",
)

RDF = Vocabulary("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "type value")
RDFS = Vocabulary("http://www.w3.org/2000/01/rdf-schema#", "label comment seeAlso subClassOf isDefinedBy")
OWL = Vocabulary("http://www.w3.org/2002/07/owl#", "sameAs differentFrom Ontology Class versionInfo imports")
SKOS = Vocabulary(
    "http://www.w3.org/2004/02/skos/core#",
    "Concept ConceptScheme prefLabel altLabel notation inScheme broader exactMatch closeMatch definition",
)
DCTERMS = Vocabulary(
    "http://purl.org/dc/terms/",
    "title identifier issued publisher language source license description created creator extent format subject type",
    "isPartOf hasPart isReplacedBy",
)
PROV = Vocabulary(
    "http://www.w3.org/ns/prov#",
    "Entity Activity wasDerivedFrom wasGeneratedBy wasAttributedTo used hadPrimarySource",
)
OA = Vocabulary(
    "http://www.w3.org/ns/oa#",
    "TextPositionSelector TextQuoteSelector hasSelector hasSource hasTarget start end exact prefix suffix",
)
FOAF = Vocabulary("http://xmlns.com/foaf/0.1/", "name page primaryTopic")
ORG = Vocabulary(
    "http://www.w3.org/ns/org#",
    "Membership member organization memberDuring hasMembership",
    "ChangeEvent originalOrganization resultingOrganization",
)
TIME = Vocabulary("http://www.w3.org/2006/time#", "Interval")
QB = Vocabulary("http://purl.org/linked-data/cube#", "Observation DataSet dataSet")
VOID = Vocabulary("http://rdfs.org/ns/void#", "Dataset triples entities dataDump sparqlEndpoint subset vocabulary")
DCAT = Vocabulary("http://www.w3.org/ns/dcat#", "Dataset Distribution distribution downloadURL mediaType byteSize")

PREFIXES = {
    "kg": KG.base,
    "rdf": RDF.base,
    "rdfs": RDFS.base,
    "owl": OWL.base,
    "skos": SKOS.base,
    "dcterms": DCTERMS.base,
    "prov": PROV.base,
    "oa": OA.base,
    "foaf": FOAF.base,
    "org": ORG.base,
    "time": TIME.base,
    "qb": QB.base,
    "void": VOID.base,
    "dcat": DCAT.base,
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
