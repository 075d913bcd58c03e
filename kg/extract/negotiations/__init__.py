"""Talks, meetings, summits, visits, calls, agreements: who with whom, where, when, in which round, with what result.

A sentence is turned into a pattern (``pattern``) and read by rules (``rules``, of the parts in ``grammar``); what they
find (``finding``) is weighed (``fitting``) and given a setting (``setting``); what several sentences say of one
encounter becomes one (``merging``).
"""

import re
from dataclasses import replace

from kg.extract.negotiations import setting
from kg.extract.negotiations.anaphora import Named, last_parties
from kg.extract.negotiations.finding import ACTING, Found, actors, found_in, units_of
from kg.extract.negotiations.fitting import SINGLE, at_home, fits, of_one
from kg.extract.negotiations.grammar import in_plain, kind_of
from kg.extract.negotiations.merging import journeys, merged, without_vain_deals
from kg.extract.negotiations.pattern import B, D, Pattern, S, patterns
from kg.extract.negotiations.rules import rules_for
from kg.extract.sentences import Sentence
from kg.extract.sport import is_of_sport
from kg.extract.story import Story
from kg.model import Actor, ActorKind, Dropped, MeetingKind, Negotiation, Span, Status

__all__ = ["negotiations"]

_CONFIDENCE = {"hold": 0.9, "meet": 0.9, "visit": 0.9, "between": 0.85, "round": 0.75, "ongoing": 0.5, "noun_with": 0.7}
# The rules that begin with the encounter itself: what stands far before it speaks of something else.
_NOUN_LED = frozenset(
    (
        "in_a_call",
        "meeting_of",
        "between",
        "pair",
        "bloc",
        "visit_by",
        "visit_of",
        "attended",
        "gathered",
        "between_them",
        "during",
        "own",
    )
)
_AGREED = frozenset(("agreed to", "agreed on", "agreed upon"))
_CONCLUDED = re.compile(
    r"\b(?:sign|initial|reach|conclu|str(?:ike|uck)|seal|ink|agree(?:d|s)?\b|announc|broker|took effect|came into)",
    re.IGNORECASE,
)
_FACE_TO_FACE = re.compile(r"\b(?:sidelines|margins|summit|in person|face[- ]to[- ]face|dinner|lunch|corridors?)\b")
# More actors in one sentence are a roll call.
_LONGEST_LIST = 150


def negotiations(story: Story) -> tuple[tuple[Negotiation, ...], tuple[Dropped, ...]]:
    """The encounters of a story in order of first mention, and what looked like one but names no two parties."""
    met: list[Negotiation] = []
    dropped: list[Dropped] = []
    named = Named(story)
    speaking = {s.index: rules for s in story.sentences if (rules := rules_for(s.text))}
    if not speaking or is_of_sport(story.document.text):
        return (), ()
    for p in patterns(story, [s for s in story.sentences if s.index in speaking]):
        if len(p.units) > _LONGEST_LIST:
            dropped.append(_drop(p.sentence, "a list too long for an encounter"))
            continue
        if not _says_who(p, speaking[p.sentence.index]):
            continue
        finds, known = found_in(p, speaking[p.sentence.index]), len(met)
        for found in finds:
            met += _encounters(story, found, met, named)
        if len(met) == known and any(f.rule in _TELLING for f in finds):
            dropped.append(_drop(p.sentence, "fewer than two parties are named"))
    met = [n for n in met if n.kind is not MeetingKind.SANCTIONS or (n.when and n.status is Status.HELD)]
    return merged(journeys(without_vain_deals(met))), tuple(dropped)


# What they find is an encounter, whoever took part.
_TELLING = frozenset(("hold", "deal", "ongoing"))
_OF_NOBODY = frozenset(("round", "ongoing", "talks_begin"))
_ANAPHOR = re.compile(
    r"\b(?:[Tt]he (?:two|three|four|pair|duo|(?:warring |rival |opposing )?(?:sides|parties|leaders))|[Bb]oth|[Tt]hey|"
    r"between them)\b"
)


def _says_who(p: Pattern, rules: tuple[str, ...]) -> bool:
    """Whether a sentence can tell of an encounter: it names a party, or speaks of those named before."""
    named = any(u.sign in ACTING for u in p.units.values())
    return named or not _OF_NOBODY.isdisjoint(rules) or _ANAPHOR.search(p.text) is not None


def _drop(sentence: Sentence, reason: str) -> Dropped:
    return Dropped("negotiation", reason, sentence.span, sentence.text)


def _encounters(story: Story, found: Found, earlier: list[Negotiation], named: Named) -> list[Negotiation]:
    if found.rule == "round":
        return _further_round(story, found, earlier)
    if found.rule == "ongoing":
        return _unnamed(story, found)
    who = actors(found.who)
    if found.rule == "talks_begin":
        who = last_parties(found.pattern.sentence, earlier)
        return [_negotiation(story, found, who, None)] if len(who) > 1 and _unspoken(found) else []
    if anaphor := found.match.groupdict().get("anaphor"):
        who = named.meant(found.pattern, found.match.start("noun"), in_plain(anaphor), earlier)
    if found.rule == "attended" and "hosted by" in found.match["between"]:
        who = actors(units_of(found.pattern, found.match, "between")) + who
    whom = actors(found.whom)
    alone = (anaphor or "").lower() in ("he", "she")  # an official and the state acted for are one party
    parties = (1 if alone else len(found.who or who[:2])) + len(found.whom)
    if at_home(found) or (parties < 2 and found.rule not in SINGLE and not of_one(found)) or not fits(found, earlier):
        return []
    return [_negotiation(story, found, parties, place) for parties, place in _separate(story, found, who, whom)]


def _unspoken(found: Found) -> bool:
    """Whether the sentence names no others who might have talked."""
    before = found.pattern.named(0, found.match.start(), ACTING)
    return not before or (all(u.sign in (S, D) for u in before[-1:]) and found.match.start() < 40)


def _separate(
    story: Story, found: Found, who: tuple[Actor, ...], whom: tuple[Actor, ...]
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


def _negotiation(story: Story, found: Found, participants: tuple[Actor, ...], place: str | None) -> Negotiation:
    p, match, text = found.pattern, found.match, story.document.text
    around = setting.clause(p, match.start(), match.end())
    noun = match.start("noun")
    kind = kind_of(in_plain(match["noun"]))
    if found.rule == "spoke" and match["noun"] == "talked":
        kind = MeetingKind.TALKS
    if match["noun"] == "conversation" and _FACE_TO_FACE.search(p.text):
        kind = MeetingKind.MEETING
    held = setting.when(p, noun, around)
    if kind is MeetingKind.AGREEMENT and not _CONCLUDED.search(p.text[around[0] : around[1]]):
        held = None
    if place is None and match.groupdict().get("site"):
        place = setting.site(p, match, text)
    if place is None and kind is not MeetingKind.CALL:
        place = setting.place(p, match.end("who") if found.rule == "gather" else noun, match.end(), around, text)
    since = max(around[0], noun - 45) if found.rule in _NOUN_LED else around[0]
    state = setting.status(p.text[since:noun], p.text[noun : around[1]], held, story.document.published)
    if found.rule in ("agreed", "ceased") or (state is Status.PLANNED and match.groupdict().get("verb") in _AGREED):
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


def _further_round(story: Story, found: Found, earlier: list[Negotiation]) -> list[Negotiation]:
    """'Earlier rounds in Abu Dhabi in January': the same parties, another place or time."""
    parties = last_parties(found.pattern.sentence, earlier)
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


def _unnamed(story: Story, found: Found) -> list[Negotiation]:
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
