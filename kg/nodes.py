"""The nodes of those whom the registers know: a state, a body, an organisation by its code."""

import re

from kg import codes
from kg.ids import entity, slug
from kg.terms import NamedNode

__all__ = ["coded", "registered", "state"]

_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9+-]*")


def state(code: str) -> NamedNode:
    """The node of a state."""
    return entity("state", code)


def registered(key: str) -> str | None:
    """The sort of a body, bloc, organisation or group that the registers know by this code; else None."""
    if key in codes.bodies():
        return "body"
    known = codes.organizations().get(key)
    return known.kind if known else None


def coded(kind: str, key: str) -> NamedNode:
    """The node of a registered actor: its code, or a readable form of a code that no IRI can hold."""
    return entity(kind, key if _SAFE.fullmatch(key) else slug(key))
