"""Where the rules apply in a sentence, and which parties they name."""

import re
from dataclasses import dataclass

from kg.extract.negotiations.grammar import in_bold, may_act
from kg.extract.negotiations.pattern import B, D, P, Pattern, S, Unit
from kg.extract.negotiations.rules import compiled
from kg.model import Actor

ACTING = frozenset((P, S, D, B))
_BY = re.compile(r"\bby (?:the )?$")
_SUBJECT_RULES = frozenset(
    (
        "hold",
        "meet",
        "visit",
        "phone",
        "phone_with",
        "called_on",
        "told",
        "hosted_by",
        "rang",
        "spoke",
        "debated",
        "telephone",
        "deal",
        "discuss",
        "join",
        "agreed",
        "host",
        "pressure",
        "noun_with",
        "pay",
        "invited",
        "stay",
        "ceased",
        "welcome",
        "visits",
        "after",
    )
)


@dataclass(frozen=True, slots=True)
class Found:
    """A rule that applies to a sentence."""

    rule: str
    match: re.Match[str]
    pattern: Pattern
    who: tuple[Unit, ...]
    whom: tuple[Unit, ...]


def found_in(p: Pattern, rules: tuple[str, ...]) -> list[Found]:
    """What the rules find, in the order of the text; a word of encounter is read by the first rule that knows it."""
    taken: set[int] = set()
    out: list[Found] = []
    text = in_bold(p.text)
    for name in rules:
        rule, at = compiled(name), 0
        while match := rule.search(text, at):
            groups = match.groupdict()
            at = match.end()
            if "who" in groups and name in _SUBJECT_RULES and not _may_act(p, name, match):
                at = _next_party(match)
                continue
            noun = match.start("noun")
            if noun in taken:
                continue
            found = Found(name, match, p, _subject(p, name, match), units_of(p, match, "whom"))
            if len(found.who) + len(found.whom) > 1 or groups.get("anaphor"):
                taken.update(range(noun, match.end("noun")))
            out.append(found)
    return sorted(out, key=lambda f: f.match.start("noun"))


def _subject(p: Pattern, rule: str, match: re.Match[str]) -> tuple[Unit, ...]:
    """The first party of a rule: somebody nearer to the talks than whom the sentence begins with goes before.

    "Moscow said on Monday Lavrov had discussed it in a call with his colleague."
    """
    if rule == "noun_with":
        start, end = match.span("between")
        nearer = [
            i for i, u in p.units.items() if start <= i < end and u.sign == P and may_act(p.text[max(0, i - 60) : i])
        ]
        if nearer:
            return (p.units[nearer[-1]],)
    return units_of(p, match, "who")


def _next_party(match: re.Match[str]) -> int:
    """Where to look on when the first party of a list does not act: behind its comma, or behind the list."""
    comma = match["who"].find(", ")
    return match.end("who") if comma < 0 else match.start("who") + comma + 1


def units_of(p: Pattern, match: re.Match[str], group: str) -> tuple[Unit, ...]:
    """The parties in a group of a rule, without the states that only say whose somebody is."""
    if match.groupdict().get(group) is None:
        return ()
    start, end = match.span(group)
    units = p.named(start, end, ACTING)
    if group == "whom" and len(units) > 1 and _begins_a_clause(p, end, units[-1]):
        units = units[:-1]
    # "French President Emmanuel Macron": the state is his, not a party of its own.
    owned = {u.span.start for u in units if _belongs_to_name(p, u, units)}
    return tuple(u for u in units if u.span.start not in owned)


# "Talks with Israel, and Washington has urged both": the last name is the subject of what follows.
_VERB = re.compile(r" (?:has|have|had|is|was|were|are|will|would|said|says|urged|called|wants?|wanted|hopes?|told)\b")


def _begins_a_clause(p: Pattern, end: int, last: Unit) -> bool:
    at = next(i for i, u in p.units.items() if u is last)
    return p.text[:at].endswith((", and ", " and ", ", ")) and _VERB.match(p.text, end) is not None


def _belongs_to_name(p: Pattern, unit: Unit, units: tuple[Unit, ...]) -> bool:
    if unit.sign == P:
        return False
    following = next((u for u in units if u.span.start > unit.span.start), None)
    if following is None or not (following.sign == P or (following.sign == B and unit.sign in (S, D))):
        return False
    places = [i for i, u in p.units.items() if u in (unit, following)]
    gap = p.text[places[0] + 1 : places[1]]
    if following.sign == B:
        return gap in (" ", "'s ")  # "Sudan's Rapid Support Forces"
    return "," not in gap and " and " not in gap and " including " not in gap


def _may_act(p: Pattern, rule: str, match: re.Match[str]) -> bool:
    """Whether the first party acts: not "in Ukraine", "of Ukraine" (but "leaders of Ukraine")."""
    start = next((i for i in p.units if i >= match.start("who")), match.start("who"))
    before = p.text[max(0, start - 60) : start]
    if match.groupdict().get("anaphor") or (rule == "noun_with" and _BY.search(before)):
        return True
    return may_act(before)


def actors(units: tuple[Unit, ...]) -> tuple[Actor, ...]:
    """Everybody whom these parties stand for, each once."""
    return tuple(dict.fromkeys(a for u in units for a in u.actors()))
