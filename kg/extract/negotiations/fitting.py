"""Whether what a rule found is an encounter of two sides: not at home, not on a sports field, not imagined."""

import re

from kg.extract.negotiations import setting
from kg.extract.negotiations.finding import Found, actors
from kg.extract.negotiations.grammar import in_plain
from kg.extract.negotiations.pattern import P, Unit
from kg.model import ActorKind, Negotiation

_DEFINITE = re.compile(r" (?:the|this|that|these|those) (?:[\w-]+ )?[\w-]+$")
# Nothing happened, and nothing was meant to: "did not meet", "were they to meet".
_UNHELD = re.compile(
    r"(?:\b(?:do|does|did|has|have|had) not|n't|\bnever) (?:yet )?$|(?:^|[.,;] )(?:Were|Should|Had|If|if|were) [^.;]*$"
)
_ON_A_FIELD = re.compile(
    r"\b(?:third place|in the (?:quarter-?|semi-?)?finals?|penalties|friendly|kick-?off|Group [A-H]|"
    r"[A-Z]\w+ (?:Cup|Trophy)|qualifiers?|tournament|championships?|stadium|innings|wickets?|"
    r"\d-\d (?:draw|win))\b"
)
# "Relations and dialogue between the two countries" tell of no one encounter; "talks between them were held" do.
_TOOK_PLACE = re.compile(
    r"\b(?:held|hosted|took place|taken place|began|begun|started|opened|resumed|reopened|ended|concluded|"
    r"completed|signed|initiall?ed|reached|struck|brokered|mediated|collapsed|broke down|failed|lasted|postponed|"
    r"cancell?ed|called off)\b"
)
SINGLE = frozenset(("bloc",))
# What one organisation may be said to hold; of a body that votes, only talks are told apart from its sittings.
_OF_ONE = {
    ActorKind.BLOC: re.compile(r"summits?|talks|negotiations|meetings?|meets?|met|consultations?"),
    ActorKind.ORGANIZATION: re.compile(r"summits?|talks|negotiations"),
    ActorKind.BODY: re.compile(r"talks|negotiations|consultations?"),
}
_AT_THE_TOP = re.compile(r"\b(?:leaders|ministers|heads|chiefs|envoys|summit)\b", re.IGNORECASE)


# "Have met twice since", "meet every month": no one meeting.
_OFTEN = re.compile(
    r" (?:with [^,.;]{1,40} )?(?:twice|[\w-]+ times|regularly|often|frequently|every|each (?:week|month|year))\b"
)
# "After four years of negotiations"
_LONG = re.compile(r"\b(?:years|months|weeks|decades) of (?:[\w-]+ ){0,3}$")
# Prospects for talks, and what must be settled in talks: nobody says that there were any, or will be.
_WISHED = re.compile(
    r"\b(?:[Pp]rospects?|[Cc]hances?|appetite|conditions|need|alternative|obstacles?|return|pre-?conditions?|room) "
    r"(?:for|of|to) (?:[^\s,.;:]+ ){0,4}$"
    r"|\b(?:must|should|can only|ought to|needs? to|has to|have to|to be|is to|are to)\b[^.;]{0,60}"
    r"\b(?:through|by|in|via|means of) (?:[\w-]+ ){0,3}$"
    r"|\b(?:[Nn]o|without(?: an?)?|any|unless there is an?) (?:[^\s,.;:]+ ){0,4}$"
)
# "A deal between the two is unlikely"
_UNLIKELY = re.compile(
    r"[^,.;]{0,30}? (?:is|was|are|were|remains?|seems?|looks?|appears?|would be|will be) (?:[a-z]+ )?"
    r"(?:unlikely|impossible|possible|needed|necessary|essential|vital|desirable|"
    r"out of (?:the question|reach)|the only|far off|a long way)\b"
)
_OF_PEOPLE_ONLY = frozenset(("spoke", "in_a_call", "told", "called_on"))


def fits(found: Found, earlier: list[Negotiation]) -> bool:
    """Whether the parties are of the sort that the rule speaks of, and the encounter was not told before."""
    return _real(found) and _by_the_right(found) and not _told_before(found, earlier)


def _real(found: Found) -> bool:
    """Whether it took place, or may yet, and not on a field."""
    text, noun = found.pattern.text, found.match.start("noun")
    before = in_plain(text[max(0, noun - 120) : noun])
    if found.rule == "meet" and _ON_A_FIELD.search(text):
        return False
    if found.rule == "meet" and _OFTEN.match(text, found.match.end("noun")):
        return False
    if found.rule in ("meet", "hold") and _UNHELD.search(text[:noun]):
        return False
    if found.rule == "agreed" and _LONG.search(before):
        return False
    if found.rule == "between_them":
        start, end = setting.clause(found.pattern, found.match.start(), found.match.end())
        return _TOOK_PLACE.search(text, start, end) is not None
    return _WISHED.search(before) is None and _UNLIKELY.match(text, found.match.end()) is None


def _by_the_right(found: Found) -> bool:
    """Whether those take part who do such things: a call is between people, a journey an official's."""
    everybody = found.who + found.whom
    if found.rule in ("host", "welcome"):
        return any(u.sign == P for u in everybody)
    if found.rule in _OF_PEOPLE_ONLY:
        return all(u.sign == P for u in everybody)
    if found.rule == "stay" or (found.rule == "travel" and not found.match["aim"]):
        # An official's journey is a visit, unless it leads home; what a state's troops go to is none.
        return all(u.sign == P for u in found.who) and not {*actors(found.whom)} & {*actors(found.who)}
    return True


def _told_before(found: Found, earlier: list[Negotiation]) -> bool:
    return found.rule == "join" and bool(earlier) and _DEFINITE.search(found.match[0]) is not None


def _acts(unit: Unit) -> bool:
    """Whether a unit is a state, a group or somebody in office."""
    person = unit.person
    if person is None or person.represents or person.known:
        return True
    return any(p.public or p.role.casefold().endswith("secretary") for p in person.posts)


def at_home(found: Found) -> bool:
    """Whether the parties are not two sides: a president and her own minister, a minister and a private person."""
    units = found.who + found.whom
    if len(units) > 1 and len([u for u in units if _acts(u)]) < 2 and found.rule not in SINGLE:
        return True  # a businesswoman and a minister
    if found.rule in ("deal", "between", "signed_by", "ceased"):
        return False  # a government and its opponents
    sides = {u.actors()[-1] for u in found.who + found.whom}
    return len(found.who + found.whom) > 1 and len(sides) == 1


def of_one(found: Found) -> bool:
    """Whether one organisation suffices: 'the Arab League held a summit', 'leaders of the G7 met'."""
    if len(found.who) != 1 or found.who[0].mention is None or found.rule not in ("hold", "meet", "gather"):
        return False
    noun = in_plain(found.match["noun"])
    fitting = _OF_ONE.get(found.who[0].mention.actor.kind)
    if fitting is None or not fitting.fullmatch(noun):
        return False
    start, end = max(0, found.match.start() - 40), found.match.end("noun")
    return not noun.startswith("me") or _AT_THE_TOP.search(found.pattern.text, start, end) is not None
