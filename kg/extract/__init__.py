"""From a document to a reading: pure functions, no model, no network."""

from kg.config import PROGRAM
from kg.extract.negotiations import negotiations
from kg.extract.officials import tenures
from kg.extract.stances import demands, habits, stances
from kg.extract.statements import attributions
from kg.extract.story import prepare
from kg.extract.votes import ballots
from kg.model import STORY, Document, Reading, Role

__all__ = ["read"]


def read(document: Document, roles: frozenset[Role] = STORY) -> Reading:
    """All that the blocks of these roles state, each fact with its evidence."""
    story = prepare(document, roles)
    found_ballots, dropped_ballots = ballots(story)
    said, minds, dropped_statements = attributions(story)
    met, dropped_meetings = negotiations(story)
    return Reading(
        document=document.id,
        extractor=PROGRAM,
        ballots=found_ballots,
        statements=said,
        tenures=tenures(story),
        negotiations=met,
        stances=stances(story, found_ballots, said),
        demands=demands(story, said),
        habits=habits(story, said),
        private_states=minds,
        dropped=dropped_ballots + dropped_statements + dropped_meetings,
    )
