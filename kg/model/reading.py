"""A document, read: all the propositions it states."""

from dataclasses import dataclass

from kg.model.text import Span
from kg.model.voting import Ballot, VotingHabit
from kg.model.words import Demand, Negotiation, PrivateState, Stance, Statement, Tenure


@dataclass(frozen=True, slots=True)
class Dropped:
    """Something that looked like a fact and was not kept, with the reason: counted and listed by ``kg check``."""

    kind: str
    reason: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one document states."""

    document: str
    extractor: str
    ballots: tuple[Ballot, ...] = ()
    statements: tuple[Statement, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    negotiations: tuple[Negotiation, ...] = ()
    stances: tuple[Stance, ...] = ()
    demands: tuple[Demand, ...] = ()
    habits: tuple[VotingHabit, ...] = ()
    private_states: tuple[PrivateState, ...] = ()
    dropped: tuple[Dropped, ...] = ()
