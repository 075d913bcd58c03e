"""Propositions: what could be the case, each with an IRI that is a digest of its content.

Two documents that say the same meet in one node; two that disagree stand side by side under one event. What differs
from telling to telling (the verb, how the speaker is called there) is said of the proposition but is no part of
its identity.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.ids import content, entity, slug
from kg.model import (
    Count,
    Demand,
    Negotiation,
    Option,
    Outcome,
    OutcomeReport,
    Position,
    Sponsorship,
    Stance,
    Statement,
    Tenure,
    VotingHabit,
    When,
)
from kg.terms import NamedNode, Object, literal, partial_date
from kg.vocab import KG, RDF

Pair = tuple[NamedNode, Object]
Nodes = tuple[NamedNode, ...]

OPTION = {Option.YES: KG.Yes, Option.NO: KG.No, Option.ABSTAIN: KG.Abstain, Option.ABSENT: KG.Absent}
COUNT = {Option.YES: KG.yes, Option.NO: KG.no, Option.ABSTAIN: KG.abstain, Option.ABSENT: KG.absent}
OUTCOME = {Outcome.ADOPTED: KG.Adopted, Outcome.REJECTED: KG.Rejected, Outcome.VETOED: KG.Vetoed}

_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


@dataclass(frozen=True, slots=True)
class Proposition:
    """A node and what is said of it: its class first, then property and value pairs."""

    iri: NamedNode
    pairs: tuple[Pair, ...]


def code(value: str) -> NamedNode:
    """A SKOS code: ``code("not held")`` -> <https://w3id.org/onrecord/id/code/not-held>."""
    return entity("code", slug(value))


def plain(words: str) -> str:
    """Words as they are compared: straight marks, single spaces, no comma or full stop at the end."""
    even = re.sub(r"\s+", " ", words.translate(_MARKS)).strip()
    return even.rstrip(",.").rstrip() or even


def interval(when: When | None) -> Iterator[Pair]:
    """A day as kg:date; a longer interval as kg:start and kg:end, and kg:date where it is one month or one year."""
    if when is None:
        return
    if when.start == when.end:
        yield KG.date, literal(when.start)
        return
    iso = when.iso()
    if when.start.year == when.end.year:
        yield KG.date, partial_date(iso)
    yield KG.start, literal(when.start)
    yield KG.end, literal(when.end)


def vote(event: NamedNode, voter: NamedNode, position: Position) -> Proposition:
    """That a state voted so."""
    pairs: list[Pair] = [(KG.votingEvent, event), (KG.voter, voter), (KG.option, OPTION[position.option])]
    if position.veto:
        pairs.append((KG.veto, literal(True)))
    return _proposition("vote", KG.Vote, pairs)


def tally(event: NamedNode, counts: Iterable[Count], *, derived: bool) -> Proposition:
    """That so many voted so: the numbers that are known, printed or derived."""
    numbers = {c.option: c.number for c in counts}
    pairs: list[Pair] = [(KG.votingEvent, event)]
    pairs += [(COUNT[o], literal(numbers[o])) for o in Option if o in numbers]
    if derived:
        pairs.append((KG.derived, literal(True)))
    return _proposition("tally", KG.Tally, pairs)


def result(event: NamedNode, report: OutcomeReport) -> Proposition:
    """What became of the draft."""
    pairs: list[Pair] = [(KG.votingEvent, event), (KG.outcome, OUTCOME[report.outcome])]
    if report.framing:
        pairs.append((KG.framing, literal(True)))
    return _proposition("result", KG.Result, pairs)


def sponsorship(event: NamedNode, sponsors: Nodes, report: Sponsorship) -> Proposition:
    """Who put the draft forward."""
    pairs: list[Pair] = [(KG.votingEvent, event), *((KG.sponsor, s) for s in sponsors)]
    pairs.append((KG.sponsorRole, code(report.role)))
    return _proposition("sponsorship", KG.Sponsorship, pairs)


def cosponsors(event: NamedNode, number: int) -> Proposition:
    """How many put the draft forward together."""
    return _proposition("sponsorship", KG.Sponsorship, [(KG.votingEvent, event), (KG.cosponsorCount, literal(number))])


def amendment(event: NamedNode, amended: NamedNode) -> Proposition:
    """Whose draft an amendment or a paragraph vote belongs to."""
    return _proposition("amendment", KG.AmendmentReport, [(KG.votingEvent, event), (KG.amends, amended)])


def statement(said: Statement, speakers: Nodes, represents: Nodes, addressees: Nodes, about: Nodes) -> Proposition:
    """That somebody said so: the speaker, the words and whether they are quoted make the identity."""
    words = plain(said.words)
    identity: list[Pair] = [
        *((KG.speaker, s) for s in speakers),
        (KG.text, literal(words)),
        (KG.direct, literal(said.direct)),
    ]
    telling: list[Pair] = [
        (KG.speechAct, code(said.act)),
        *((KG.onBehalfOf, r) for r in represents),
        *((KG.addressee, a) for a in addressees),
        *((KG.about, a) for a in about),
    ]
    if said.direct:
        identity.append((KG.quoteMarks, literal(said.quote_marks)))
    if said.nested:
        identity.append((KG.nested, literal(True)))
    texts = ((KG.verb, said.verb), (KG.attributedAs, said.attributed_as), (KG.post, said.role), (KG.via, said.via))
    telling += [(p, literal(t)) for p, t in texts if t]
    return _proposition("statement", KG.Statement, identity, telling)


def demand(wanted: Demand, holders: Nodes, addressees: Nodes) -> Proposition:
    """What somebody wants another to do."""
    pairs: list[Pair] = [*((KG.holder, h) for h in holders), (KG.demand, literal(plain(wanted.demand)))]
    return _proposition("demand", KG.Demand, [*pairs, *((KG.addressee, a) for a in addressees)])


def stance(held: Stance, holders: Nodes, about: Nodes) -> Proposition:
    """What somebody is for or against."""
    pairs: list[Pair] = [(KG.holder, h) for h in holders]
    pairs += [(KG.stance, code(held.stance)), (KG.target, literal(plain(held.target)))]
    return _proposition("stance", KG.Stance, pairs, [(KG.about, a) for a in about])


def habit(said: VotingHabit, voter: NamedNode, about: Nodes) -> Proposition:
    """How a state is said to vote at large."""
    pairs: list[Pair] = [(KG.voter, voter), (KG.option, OPTION[said.option]), (KG.quantifier, literal(said.quantifier))]
    return _proposition("habit", KG.VotingHabit, [*pairs, *((KG.about, a) for a in about)])


def tenure(held: Tenure, official: NamedNode, represents: Nodes) -> Proposition:
    """That somebody holds, or held, a post."""
    pairs: list[Pair] = [(KG.official, official)]
    if held.role:
        pairs.append((KG.post, literal(plain(held.role))))
    pairs += [(KG.represents, r) for r in represents]
    return _proposition("tenure", KG.Tenure, [*pairs, (KG.former, literal(held.former))])


def encounter(event: NamedNode, met: Negotiation, participants: Nodes) -> Proposition:
    """Who meets whom, where, when, for which round."""
    return _proposition("encounter", KG.Encounter, [(KG.event, event), *meeting(met, participants)])


def meeting(met: Negotiation, participants: Nodes) -> Iterator[Pair]:
    """What is said of an encounter, as property and value pairs; a day is both its start and its end."""
    yield KG.encounterKind, code(met.kind)
    yield KG.status, code(met.status)
    yield from ((KG.participant, p) for p in sorted(participants, key=str))
    if met.place:
        yield KG.place, literal(met.place)
    if met.round:
        yield KG.round, literal(met.round)
    if met.when:
        yield KG.start, literal(met.when.start)
        yield KG.end, literal(met.when.end)


def _proposition(kind: str, type_: NamedNode, identity: Iterable[Pair], telling: Iterable[Pair] = ()) -> Proposition:
    pairs = tuple(dict.fromkeys(identity))
    iri = content(kind, *(str(term) for pair in pairs for term in pair))
    return Proposition(iri, ((RDF.type, type_), *pairs, *dict.fromkeys(telling)))
