"""The sentences of a story as the grammar reads them: states, numbers, lists and votes merged into chunks."""

from bisect import bisect_left
from collections.abc import Sequence

from kg.extract.gazetteer import Mention, body_references
from kg.extract.sentences import Sentence
from kg.extract.story import Story
from kg.extract.votes.chunks import Clause, clause
from kg.extract.votes.drafts import with_adjectives
from kg.extract.votes.lists import with_lists
from kg.extract.votes.predicates import with_predicates
from kg.extract.votes.referents import with_referents
from kg.model import Span

# How many sentences back a pronoun or description may reach.
_FARTHEST = 2


class Lines:
    """Reads the sentences of one story, each when it is asked for."""

    __slots__ = ("_dated", "_named", "_people", "_starts", "_story")

    def __init__(self, story: Story) -> None:
        self._story = story
        found = (*story.mentions, *body_references(story.document.text, story.mentions))
        self._named = sorted(found, key=lambda m: m.span.start)
        self._starts = [m.span.start for m in self._named]
        self._dated = [d.span.start for d in story.dates]
        self._people = sorted(span for p in story.people for span in p.mentions)

    def named(self, sentence: Sentence) -> Sequence[Mention]:
        """The actors that a sentence names, 'the council' included."""
        span = sentence.span
        return self._named[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def read(self, sentence: Sentence) -> Clause:
        """A sentence's chunks, with the states that its pronouns mean."""
        return with_referents(self._alone(sentence), lambda: self._before(sentence))

    def _alone(self, sentence: Sentence) -> Clause:
        span, dates = sentence.span, self._story.dates
        days = dates[bisect_left(self._dated, span.start) : bisect_left(self._dated, span.end)]
        names = self._people[bisect_left(self._people, span) : bisect_left(self._people, Span(span.end, 0))]
        raw = clause(sentence, self.named(sentence), days, names, self._story.document.text)
        return with_predicates(with_lists(with_adjectives(raw)))

    def _before(self, sentence: Sentence) -> list[Clause]:
        at = sentence.index
        return [self._alone(s) for s in reversed(self._story.sentences[max(0, at - _FARTHEST) : at])]
