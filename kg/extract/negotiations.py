"""(to be written)"""

from kg.extract.story import Story
from kg.model import Dropped, Negotiation


def negotiations(story: Story) -> tuple[tuple[Negotiation, ...], tuple[Dropped, ...]]:
    """The negotiations of a story, and what looked like one and was not kept."""
    return (), ()
