"""Talks, meetings, summits, visits, calls, agreements: who with whom, where, when, in which round, with what result.

A sentence is turned into a pattern (``pattern``), read by rules (``grammar``), given a setting (``setting``); what
several sentences say of one encounter becomes one (``merging``).
"""

import re
from dataclasses import dataclass, replace

from kg.extract.negotiations import setting
from kg.extract.negotiations.grammar import in_bold, in_plain, kind_of, may_act
from kg.extract.negotiations.merging import journeys, merged
from kg.extract.negotiations.pattern import B, D, P, Pattern, S, Unit, patterns
from kg.extract.negotiations.rules import compiled, rules_for
from kg.extract.sentences import Sentence
from kg.extract.sport import is_of_sport
from kg.extract.story import Story
from kg.model import Actor, ActorKind, Dropped, MeetingKind, Negotiation, Span, Status

__all__ = ["negotiations"]

_ACTING = frozenset((P, S, D, B))
_CONFIDENCE = {"hold": 0.9, "meet": 0.9, "visit": 0.9, "between": 0.85, "round": 0.75, "ongoing": 0.5, "noun_with": 0.7}
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
        "visits",
        "after",
    )
)
# The rules that begin with the encounter itself: what stands far before it speaks of something else.
_NOUN_LED = frozenset(
    ("in_a_call", "meeting_of", "between", "pair", "bloc", "visit_by", "visit_of", "attended", "gathered")
)
_DEFINITE = re.compile(r" (?:the|this|that|these|those) (?:[\w-]+ )?[\w-]+$")
# Nothing happened, and nothing was meant to: "did not meet", "were they to meet".
_UNHELD = re.compile(
    r"(?:\b(?:do|does|did|has|have|had) not|n't|\bnever) (?:yet )?$|(?:^|[.,;] )(?:Were|Should|Had|If|if|were) [^.;]*$"
)
_ON_A_FIELD = re.compile(
    r"\b(?:third place|in the (?:quarter-?|semi-?)?finals?|penalties|friendly|kick-?off|Group [A-H]|"
    r"\d-\d (?:draw|win))\b"
)
_AGREED = frozenset(("agreed to", "agreed on", "agreed upon"))
_CONCLUDED = re.compile(
    r"\b(?:sign|initial|reach|conclu|str(?:ike|uck)|seal|ink|agree(?:d|s)?\b|announc)", re.IGNORECASE
)
_SINGLE = frozenset(("bloc",))
# What one organisation may be said to hold; of a body that votes, only talks are told apart from its sittings.
_OF_ONE = {
    ActorKind.BLOC: re.compile(r"summits?|talks|negotiations|meetings?|meets?|met|consultations?"),
    ActorKind.ORGANIZATION: re.compile(r"summits?|talks|negotiations"),
    ActorKind.BODY: re.compile(r"talks|negotiations|consultations?"),
}
_AT_THE_TOP = re.compile(r"\b(?:leaders|ministers|heads|chiefs|envoys|summit)\b", re.IGNORECASE)
# More actors in one sentence are a roll call.
_LONGEST_LIST = 150


@dataclass(frozen=True, slots=True)
class _Found:
    """A rule that applies to a sentence."""

    rule: str
    match: re.Match[str]
    pattern: Pattern
    who: tuple[Unit, ...]
    whom: tuple[Unit, ...]


def negotiations(story: Story) -> tuple[tuple[Negotiation, ...], tuple[Dropped, ...]]:
    """The encounters of a story in order of first mention, and what looked like one but names no two parties."""
    met: list[Negotiation] = []
    dropped: list[Dropped] = []
    speaking = {s.index: rules for s in story.sentences if (rules := rules_for(s.text))}
    if not speaking or is_of_sport(story.document.text):
        return (), ()
    for p in patterns(story, [s for s in story.sentences if s.index in speaking]):
        if len(p.units) > _LONGEST_LIST:
            dropped.append(_drop(p.sentence, "a list too long for an encounter"))
            continue
        if not _says_who(p, speaking[p.sentence.index]):
            continue
        for found in _found(p, speaking[p.sentence.index]):
            new = _encounters(story, found, met)
            if new:
                met += new
            elif found.rule in {"hold", "deal", "ongoing"}:
                dropped.append(_drop(p.sentence, "fewer than two parties are named"))
    met = [n for n in met if n.kind is not MeetingKind.SANCTIONS or (n.when and n.status is Status.HELD)]
    return merged(journeys(met)), tuple(dropped)


_OF_NOBODY = frozenset(("round", "ongoing"))
_ANAPHOR = re.compile(r"\b(?:[Tt]he (?:two|three|four)|[Bb]oth|[Tt]hey)\b")


def _says_who(p: Pattern, rules: tuple[str, ...]) -> bool:
    """Whether a sentence can tell of an encounter: it names a party, or speaks of those named before."""
    named = any(u.sign in _ACTING for u in p.units.values())
    return named or not _OF_NOBODY.isdisjoint(rules) or _ANAPHOR.search(p.text) is not None


def _drop(sentence: Sentence, reason: str) -> Dropped:
    return Dropped("negotiation", reason, sentence.span, sentence.text)


def _found(p: Pattern, rules: tuple[str, ...]) -> list[_Found]:
    """What the rules find, in the order of the text; a word of encounter is read by the first rule that knows it."""
    taken: set[int] = set()
    out: list[_Found] = []
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
            taken.update(range(noun, match.end("noun")))
            out.append(_Found(name, match, p, _units(p, match, "who"), _units(p, match, "whom")))
    return sorted(out, key=lambda f: f.match.start("noun"))


def _next_party(match: re.Match[str]) -> int:
    """Where to look on when the first party of a list does not act: behind its comma, or behind the list."""
    comma = match["who"].find(", ")
    return match.end("who") if comma < 0 else match.start("who") + comma + 1


def _units(p: Pattern, match: re.Match[str], group: str) -> tuple[Unit, ...]:
    if match.groupdict().get(group) is None:
        return ()
    start, end = match.span(group)
    units = p.named(start, end, _ACTING)
    # "French President Emmanuel Macron": the state is his, not a party of its own.
    owned = {u.span.start for u in units if _belongs_to_name(p, u, units)}
    return tuple(u for u in units if u.span.start not in owned)


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


def _encounters(story: Story, found: _Found, earlier: list[Negotiation]) -> list[Negotiation]:
    if found.rule == "round":
        return _further_round(story, found, earlier)
    if found.rule == "ongoing":
        return _unnamed(story, found)
    who = _actors(found.who)
    if anaphor := found.match.groupdict().get("anaphor"):
        who = _meant(story, found, anaphor, earlier)
    if found.rule == "attended" and "hosted by" in found.match["between"]:
        who = _actors(_units(found.pattern, found.match, "between")) + who
    whom = _actors(found.whom)
    alone = (anaphor or "").lower() in ("he", "she")  # an official and the state acted for are one party
    parties = (1 if alone else len(found.who or who[:2])) + len(found.whom)
    if (
        _at_home(found)
        or (parties < 2 and found.rule not in _SINGLE and not _of_one(found))
        or not _fits(found, earlier)
    ):
        return []
    return [_negotiation(story, found, parties, place) for parties, place in _separate(story, found, who, whom)]


def _fits(found: _Found, earlier: list[Negotiation]) -> bool:
    """Whether the parties are of the sort that the rule speaks of, and the encounter was not told before."""
    if found.rule == "meet" and _ON_A_FIELD.search(found.pattern.text):
        return False
    if found.rule in ("meet", "hold") and _UNHELD.search(found.pattern.text[: found.match.start("noun")]):
        return False
    if found.rule == "host":
        return any(u.sign == P for u in found.who + found.whom)
    if found.rule in ("spoke", "in_a_call", "told", "called_on"):
        return all(u.sign == P for u in found.who + found.whom)
    if found.rule == "stay" or (found.rule == "travel" and not found.match["aim"]):
        # An official's journey is a visit, unless it leads home; what a state's troops go to is none.
        return all(u.sign == P for u in found.who) and not {*_actors(found.whom)} & {*_actors(found.who)}
    return not (found.rule == "join" and earlier and _DEFINITE.search(found.match[0]))


def _acts(unit: Unit) -> bool:
    """Whether a unit is a state, a group or somebody in office."""
    person = unit.person
    return person is None or bool(person.represents or person.known or any(p.public for p in person.posts))


def _at_home(found: _Found) -> bool:
    """Whether the parties are not two sides: a president and her own minister, a minister and a private person."""
    units = found.who + found.whom
    if len(units) > 1 and len([u for u in units if _acts(u)]) < 2 and found.rule not in _SINGLE:
        return True  # a businesswoman and a minister
    if found.rule in ("deal", "between"):
        return False  # a government and its opponents
    sides = {u.actors()[-1] for u in found.who + found.whom}
    return len(found.who + found.whom) > 1 and len(sides) == 1


def _of_one(found: _Found) -> bool:
    """Whether one organisation suffices: 'the Arab League held a summit', 'leaders of the G7 met'."""
    if len(found.who) != 1 or found.who[0].mention is None or found.rule not in ("hold", "meet", "gather"):
        return False
    noun = in_plain(found.match["noun"])
    fitting = _OF_ONE.get(found.who[0].mention.actor.kind)
    if fitting is None or not fitting.fullmatch(noun):
        return False
    start, end = max(0, found.match.start() - 40), found.match.end("noun")
    return not noun.startswith("me") or _AT_THE_TOP.search(found.pattern.text, start, end) is not None


def _separate(
    story: Story, found: _Found, who: tuple[Actor, ...], whom: tuple[Actor, ...]
) -> list[tuple[tuple[Actor, ...], str | None]]:
    """The encounters that one phrase holds ('visits', 'separate calls'): their participants and, for a visit, place."""
    noun = in_plain(found.match["noun"])
    if kind_of(noun) is not MeetingKind.VISIT:
        if "separate" in found.match[0] and len(found.whom) > 1:
            return [(who + u.actors(), None) for u in found.whom]
        return [(who + whom, None)]
    hosts: list[tuple[tuple[Actor, ...], str | None]]
    hosts = [(u.actors(), u.span.of(story.document.text) if u.sign == S else None) for u in found.whom]
    if not all(place for _, place in hosts):
        hosts = [(whom, None)]
    guests = (
        [u.actors() for u in found.who if u.sign != B]
        if noun == "visits" and found.rule in ("pay", "visits")
        else [who]
    )
    return [(guest + host, place) for guest in guests for host, place in hosts]


def _negotiation(story: Story, found: _Found, participants: tuple[Actor, ...], place: str | None) -> Negotiation:
    p, match, text = found.pattern, found.match, story.document.text
    around = setting.clause(p, match.start(), match.end())
    noun = match.start("noun")
    kind = kind_of(in_plain(match["noun"]))
    if found.rule == "spoke" and match["noun"] == "talked":
        kind = MeetingKind.TALKS
    held = setting.when(p, noun, around)
    if kind is MeetingKind.AGREEMENT and not _CONCLUDED.search(p.text[around[0] : around[1]]):
        held = None
    if place is None and match.groupdict().get("site"):
        place = setting.site(p, match, text)
    if place is None and kind is not MeetingKind.CALL:
        place = setting.place(p, match.end("who") if found.rule == "gather" else noun, match.end(), around, text)
    since = max(around[0], noun - 45) if found.rule in _NOUN_LED else around[0]
    state = setting.status(p.text[since:noun], p.text[noun : around[1]], held, story.document.published)
    if found.rule == "agreed" or (state is Status.PLANNED and match.groupdict().get("verb") in _AGREED):
        state = Status.HELD
    if found.rule == "pressure":
        state = Status.HELD if match["verb"] == "managed" else Status.FAILED
    return Negotiation(
        kind,
        tuple(dict.fromkeys(participants)),
        story.document.evidence(p.sentence.span, f"negotiations/{found.rule}", _CONFIDENCE.get(found.rule, 0.8)),
        place=place,
        when=held,
        round=setting.round_of(in_plain(match[0])),
        status=state,
    )


def _actors(units: tuple[Unit, ...]) -> tuple[Actor, ...]:
    return tuple(dict.fromkeys(a for u in units for a in u.actors()))


def _last_parties(sentence: Sentence, earlier: list[Negotiation]) -> tuple[Actor, ...]:
    """The participants of the encounter spoken of last, if that was not long ago."""
    if not earlier or sentence.span.start - earlier[-1].evidence.span.end > 600:
        return ()
    return earlier[-1].participants


def _meant(story: Story, found: _Found, word: str, earlier: list[Negotiation]) -> tuple[Actor, ...]:
    """Whom 'the two leaders' stands for: the parties spoken of last. 'He': whom the sentence before begins with."""
    gender = {"he": "m", "she": "f"}.get(word.lower())
    if gender is None:
        return _last_parties(found.pattern.sentence, earlier)
    here = found.pattern.sentence.index
    before = [u for i, u in found.pattern.units.items() if i < found.match.start("noun") and u.sign == P]
    if before:
        return before[0].actors() if before[0].person and before[0].person.gender in {gender, None} else ()
    for sentence in reversed(story.sentences[max(0, here - 3) : here]):
        if sentence.text.lower().startswith(f"{word.lower()} "):
            continue  # the same person still
        named = sorted((m.start, p) for p in story.people for m in p.mentions if sentence.span.holds(m))
        if named:
            return Unit(P, sentence.span, person=named[0][1]).actors() if named[0][1].gender in {gender, None} else ()
    return ()


def _further_round(story: Story, found: _Found, earlier: list[Negotiation]) -> list[Negotiation]:
    """'Earlier rounds in Abu Dhabi in January': the same parties, another place or time."""
    parties = _last_parties(found.pattern.sentence, earlier)
    if not parties:
        return []
    p, match = found.pattern, found.match
    around = (match.start(), setting.clause(p, match.start(), match.end())[1])
    held = setting.when(p, match.start("noun"), around)
    place = setting.place(p, match.start("noun"), match.end(), around, story.document.text)
    if held is None and place is None:
        return []
    last = earlier[-1]
    evidence = story.document.evidence(p.sentence.span, "negotiations/round", _CONFIDENCE["round"])
    state = setting.status("", p.text[match.start() : around[1]], held, story.document.published)
    return [replace(last, evidence=evidence, place=place, when=held, round=in_plain(match["round"]), status=state)]


def _unnamed(story: Story, found: _Found) -> list[Negotiation]:
    """'Ongoing negotiations' without a name: between the states that this paragraph and the last speak of, if few."""
    block = found.pattern.sentence.block
    spans = [b.span for b in story.document.blocks[max(0, block - 1) : block + 1]]
    states: dict[Actor, None] = {}
    for span in spans:
        states |= dict.fromkeys(m.actor for m in story.mentions_in(span) if m.actor.kind is ActorKind.STATE)
        states |= dict.fromkeys(r for r in _represented(story, span) if r.kind is ActorKind.STATE)
    if not 2 <= len(states) <= 3:
        return []
    evidence = story.document.evidence(found.pattern.sentence.span, "negotiations/ongoing", _CONFIDENCE["ongoing"])
    return [Negotiation(MeetingKind.TALKS, tuple(states), evidence, status=Status.ONGOING)]


def _represented(story: Story, span: Span) -> list[Actor]:
    return [p.represents for p in story.people if p.represents and any(span.holds(m) for m in p.mentions)]
