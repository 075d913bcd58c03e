"""Records to quads: the only place that knows the ontology."""

from kg.rdf.article import article
from kg.rdf.claims import Claim, claims
from kg.rdf.conduct import conduct_graph
from kg.rdf.events import DIRECT, Accepted
from kg.rdf.identity import Identity, is_recorded, library_entry, record_of, recorded_event, rollcall_of
from kg.rdf.judgements import FINDING, identity_graph, verdict_graph
from kg.rdf.meta import meta
from kg.rdf.nquads import lines, write
from kg.rdf.provenance import provenance, quads, software
from kg.rdf.registers import labels, registers
from kg.rdf.reviews import review_graph

__all__ = [
    "DIRECT",
    "FINDING",
    "Accepted",
    "Claim",
    "Identity",
    "article",
    "claims",
    "conduct_graph",
    "identity_graph",
    "is_recorded",
    "labels",
    "library_entry",
    "lines",
    "meta",
    "provenance",
    "quads",
    "record_of",
    "recorded_event",
    "registers",
    "review_graph",
    "rollcall_of",
    "software",
    "verdict_graph",
    "write",
]
