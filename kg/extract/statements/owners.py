"""Whom those act for whom a common noun names, and what of the phrase is their name."""

from kg.extract.lexicon import wordset
from kg.extract.statements.cast import Cast
from kg.extract.statements.line import Line
from kg.extract.statements.words import OUTLET_WORDS, PEOPLE_NOUNS, VEHICLES
from kg.model import Actor, ActorKind

_SENT = wordset("ambassador delegate")
_OF_THEIR_OWN = wordset(
    "members countries states nations delegations delegates diplomats ambassadors envoys representatives"
)


def owner_of(line: Line, head: int, actors: list[Actor], cast: Cast) -> Actor | None:
    """Whom a common noun's phrase acts for: the first actor named, if it can be one only.

    Advisers from three states act for none of them, members of a council not for the council; an ambassador *for*
    a state acts for the state, whatever body he sits in.
    """
    word = line.low(head)
    owner = actors[0] if actors else None
    if owner is None:
        return None
    if word in OUTLET_WORDS and word != "agency":
        return None
    if word in PEOPLE_NOUNS:
        several = len({a for a in actors if a.kind is ActorKind.STATE}) > 1
        members = word in _OF_THEIR_OWN and owner.kind in {ActorKind.BODY, ActorKind.ORGANIZATION}
        return None if several or members else owner
    if word in _SENT and owner.kind is not ActorKind.STATE and line.low(head + 1) in {"for", "of"}:
        mention = cast.actor_starting(line.tokens[head + 2 if line.low(head + 2) != "the" else head + 3].start)
        return mention.actor if mention and mention.actor.kind is ActorKind.STATE else owner
    return owner


def before_vehicle(line: Line, head: int, last: int) -> int:
    """The last token of a phrase without 'in their statement'."""
    for at in range(head + 1, last):
        if line.low(at) in {"in", "at", "during"} and any(line.low(i) in VEHICLES for i in range(at + 1, last + 1)):
            return at - 1
    return last
