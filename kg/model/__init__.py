"""What OnRecord knows about, as frozen data.

Three things carry everything. A *proposition* is what could be the case (a vote, a tally, a statement, a meeting).
*Evidence* is the place in a text that says so. A *verdict* is what we make of it. A reading holds the propositions
that one document states, each with its evidence; nothing here knows RDF.

Offsets are counted in Unicode characters of ``Document.text`` exactly as given, half-open: ``text[start:end]``.
States are ISO 3166-1 alpha-3 codes; bodies, blocs and organisations are the codes of ``kg.codes``.
"""

from kg.model.conduct import Attitude, Comparison, Conduct, Consistency
from kg.model.facts import Fact, FactKind, Tallied, Told
from kg.model.judgement import Decision, Finding, Judgement, Matching, NamedGraph, Verdict
from kg.model.reading import Dropped, Reading
from kg.model.review import Answer, Review, Reviewed
from kg.model.text import STORY, Actor, ActorKind, Block, Certainty, Document, Evidence, Role, Span, When
from kg.model.voting import (
    Ballot,
    BallotKind,
    CosponsorCount,
    Count,
    Option,
    Outcome,
    OutcomeReport,
    Position,
    RollCall,
    SponsorRole,
    Sponsorship,
    Status,
    VotingHabit,
)
from kg.model.words import Demand, MeetingKind, Negotiation, PrivateState, SpeechAct, Stance, Statement, Tenure

__all__ = [
    "STORY",
    "Actor",
    "ActorKind",
    "Answer",
    "Attitude",
    "Ballot",
    "BallotKind",
    "Block",
    "Certainty",
    "Comparison",
    "Conduct",
    "Consistency",
    "CosponsorCount",
    "Count",
    "Decision",
    "Demand",
    "Document",
    "Dropped",
    "Evidence",
    "Fact",
    "FactKind",
    "Finding",
    "Judgement",
    "Matching",
    "MeetingKind",
    "NamedGraph",
    "Negotiation",
    "Option",
    "Outcome",
    "OutcomeReport",
    "Position",
    "PrivateState",
    "Reading",
    "Review",
    "Reviewed",
    "Role",
    "RollCall",
    "Span",
    "SpeechAct",
    "SponsorRole",
    "Sponsorship",
    "Stance",
    "Statement",
    "Status",
    "Tallied",
    "Tenure",
    "Told",
    "Verdict",
    "VotingHabit",
    "When",
]
