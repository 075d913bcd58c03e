"""Which names are one official, which reports one event: judged with a score and a reason, never rewritten."""

from kg.resolve.ballots import Ballots, resolve_ballots
from kg.resolve.encounters import encounter_key, resolve_encounters
from kg.resolve.identity import Resolved, resolve
from kg.resolve.lookup import rollcalls_for
from kg.resolve.people import People, resolve_people

__all__ = [
    "Ballots",
    "People",
    "Resolved",
    "encounter_key",
    "resolve",
    "resolve_ballots",
    "resolve_encounters",
    "resolve_people",
    "rollcalls_for",
]
