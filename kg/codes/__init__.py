"""States, bodies, organisations and officials: the registers of ``kg/data``, read once and kept.

Codes are what the rest of the program carries: ISO 3166-1 alpha-3 for states (``UKR``), our own for bodies
(``UNGA-3C``), organisations, blocs and groups (``EU``, ``P5+1``, ``Hamas``). What a state was called,
what it belonged to and under which code its seat voted are asked of a day.
"""

from kg.codes.membership import (
    AS_OF,
    COUNCIL_ENLARGED,
    REGIONAL_GROUPS,
    Membership,
    council,
    eligible,
    members,
    members_on,
    memberships,
    organizations_of,
    permanent_members,
)
from kg.codes.names import name_key, not_actors
from kg.codes.naming import DatedName, dated_names, state_named
from kg.codes.officials import Official, known_official, officials, officials_named, officials_of_surname
from kg.codes.organs import Body, Organization, bodies, body, organizations
from kg.codes.period import Period
from kg.codes.states import State, state, states
from kg.codes.succession import Passage, Succession, seat_on, successions

__all__ = [
    "AS_OF",
    "COUNCIL_ENLARGED",
    "REGIONAL_GROUPS",
    "Body",
    "DatedName",
    "Membership",
    "Official",
    "Organization",
    "Passage",
    "Period",
    "State",
    "Succession",
    "bodies",
    "body",
    "council",
    "dated_names",
    "eligible",
    "known_official",
    "label",
    "members",
    "members_on",
    "memberships",
    "name_key",
    "not_actors",
    "officials",
    "officials_named",
    "officials_of_surname",
    "organizations",
    "organizations_of",
    "permanent_members",
    "seat_on",
    "state",
    "state_named",
    "states",
    "successions",
]


def label(code: str) -> str:
    """The common name that goes with a code; the code itself where it is unknown."""
    known = states().get(code) or bodies().get(code) or organizations().get(code)
    return known.name if known else code
