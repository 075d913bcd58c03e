"""What we make of the claims: borne out by the record or not, agreed on or not, accepted or not."""

from kg.verify.accept import accept
from kg.verify.agreement import Agreement, agreement
from kg.verify.claims import record_verdicts
from kg.verify.conduct import conduct
from kg.verify.habits import habit_verdicts
from kg.verify.origins import origins
from kg.verify.record import Coverage, verdicts
from kg.verify.wording import names

__all__ = [
    "Agreement",
    "Coverage",
    "accept",
    "agreement",
    "conduct",
    "habit_verdicts",
    "names",
    "origins",
    "record_verdicts",
    "verdicts",
]
