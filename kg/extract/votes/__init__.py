"""Ballots of states in a story: events, tallies, positions, outcomes, sponsors.

A sentence becomes a string of one-letter codes (``cues``, ``chunks``); states and numbers are merged (``lists``), then
the verbs of voting (``predicates``). Regular expressions over the codes read who stood where (``camps``, ``subjects``,
``scores``, ``enumerations``), what became of it (``outcomes``), on which draft (``drafts``, ``sponsors``,
``amendments``) of which body (``bodies``). Each sentence is a report (``reports``); reports are linked to ballots
(``linking``, ``gathering``); ``assembly`` adds up and checks.
"""

import re

from kg.extract.story import Story
from kg.extract.votes.assembly import Assembly, settle_bodies
from kg.extract.votes.bodies import voting_organizations
from kg.extract.votes.gathering import gather
from kg.extract.votes.reports import reports
from kg.model import ActorKind, Ballot, Dropped

__all__ = ["ballots"]

# A text without one of these tells of no ballot.
_VOTE = re.compile(
    r"vote|voting|veto|abst(?:ain|en)|ballot|resolution|draft|motion|adopted|treaty|reject|defeated|approved|"
    r"in favou?r|those against",
    re.IGNORECASE,
)


# What votes; a text that names none of them has no ballot of states.
_VOTERS = frozenset({ActorKind.BODY, ActorKind.ORGANIZATION, ActorKind.BLOC})
_ASSEMBLY = re.compile(r"\b[Tt]he Assembly\b")


def ballots(story: Story) -> tuple[tuple[Ballot, ...], tuple[Dropped, ...]]:
    """The ballots of a story, in text order, and what looked like one and was not kept."""
    text = story.document.text
    if not _VOTE.search(text) or not (any(m.actor.kind in _VOTERS for m in story.mentions) or _ASSEMBLY.search(text)):
        return (), ()
    gathered, dropped, day = gather(reports(story))
    if not gathered:
        return (), tuple(dropped)
    bodies = [m.actor.key for m in story.mentions if m.actor.kind is ActorKind.BODY]
    united_nations = any(m.actor.key == "UN" for m in story.mentions) or any(b.startswith("UN") for b in bodies)
    organizations = {m.actor.key for m in story.mentions} & voting_organizations()
    settle_bodies(
        gathered,
        bodies,
        organizations,
        united_nations=united_nations,
        assembly=bool(_ASSEMBLY.search(text)),
    )
    assembly = Assembly(story.document, day, dropped)
    return assembly.ballots(gathered), tuple(assembly.dropped)
