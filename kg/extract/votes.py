"""(to be written)"""

from kg.extract.story import Story
from kg.model import Ballot, Dropped


def ballots(story: Story) -> tuple[tuple[Ballot, ...], tuple[Dropped, ...]]:
    """The ballots of a story, and what looked like one and was not kept."""
    return (), ()
