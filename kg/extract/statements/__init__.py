"""Who says what: quotations with their speakers, reported speech, documents that speak."""

from kg.extract.statements.reading import Reading
from kg.extract.story import Story
from kg.model import Dropped, Statement

__all__ = ["statements"]


def statements(story: Story) -> tuple[tuple[Statement, ...], tuple[Dropped, ...]]:
    """The statements of a story in text order, and what looked like one and was not kept."""
    reading = Reading(story)
    reading.read()
    found = sorted(
        (d.finish(story.document, reading.cast) for d in reading.drafts), key=lambda s: s.parts[0].span.start
    )
    return tuple(found), tuple(reading.dropped)
