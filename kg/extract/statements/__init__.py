"""Who says what: quotations with their speakers, reported speech, documents that speak."""

import re

from kg.extract.statements.reading import Reading
from kg.extract.story import Story
from kg.model import ActorKind, Dropped, PrivateState, Statement

_WORD = re.compile(r"\w+")

__all__ = ["attributions", "statements"]


def statements(story: Story) -> tuple[tuple[Statement, ...], tuple[Dropped, ...]]:
    """The statements of a story in text order, and what looked like one and was not kept."""
    said, _, dropped = attributions(story)
    return said, dropped


def attributions(story: Story) -> tuple[tuple[Statement, ...], tuple[PrivateState, ...], tuple[Dropped, ...]]:
    """The statements of a story, what it tells of minds, and what looked like a statement and was not kept."""
    reading = Reading(story)
    reading.read()
    found = sorted(
        (d.finish(story.document, reading.cast) for d in reading.drafts), key=lambda s: s.parts[0].span.start
    )
    kept, repeated = _once(found)
    dropped = sorted(reading.dropped + repeated, key=lambda d: d.span.start)
    return kept, tuple(reading.private_states), tuple(dropped)


def _once(found: list[Statement]) -> tuple[tuple[Statement, ...], list[Dropped]]:
    """The statements without those that repeat an earlier one word for word: a lead told again, a pulled quotation.

    Documents count as one speaker: 'the draft' and 'the resolution' that call for the same are the same text.
    """
    seen: set[tuple[str | None, str]] = set()
    kept: list[Statement] = []
    repeated: list[Dropped] = []
    for statement in found:
        speaker = statement.speaker
        key = None if speaker is None else "document" if speaker.kind is ActorKind.DOCUMENT else speaker.key
        words = " ".join(_WORD.findall(statement.words.lower()))
        if (key, words) in seen and " " in words:
            span = statement.parts[0].span
            repeated.append(Dropped("statement", "repeats an earlier statement", span, statement.parts[0].quote))
            continue
        seen.add((key, words))
        kept.append(statement)
    return tuple(kept), repeated
