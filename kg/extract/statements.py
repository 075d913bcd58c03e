"""(to be written)"""

from kg.extract.story import Story
from kg.model import Dropped, Statement


def statements(story: Story) -> tuple[tuple[Statement, ...], tuple[Dropped, ...]]:
    """The statements of a story, and what looked like one and was not kept."""
    return (), ()
