"""Officials and their posts: what the text says of who holds which office for whom."""

from kg.extract.story import Story
from kg.model import Tenure


def tenures(story: Story) -> tuple[Tenure, ...]:
    """One tenure for each official and post; private persons and reporters are left out."""
    return ()
