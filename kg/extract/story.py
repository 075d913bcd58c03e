"""A document prepared for reading: its sentences, states, people, quotations and dates, found once for all readers."""

from bisect import bisect_right
from dataclasses import dataclass

from kg.extract.dates import Dated, dates
from kg.extract.gazetteer import Mention, mentions
from kg.extract.people import Person, people
from kg.extract.quotations import Quotation, quotations
from kg.extract.sentences import Sentence, sentences
from kg.model import STORY, Document, Role, Span


@dataclass(frozen=True, slots=True)
class Story:
    """What every reader shares. All spans are offsets into ``document.text``; every tuple is in text order."""

    document: Document
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
    dates: tuple[Dated, ...]
    people: tuple[Person, ...]

    def mentions_in(self, span: Span) -> tuple[Mention, ...]:
        """The states, bodies, blocs and organisations named inside a span."""
        return tuple(m for m in self.mentions if span.holds(m.span))


def prepare(document: Document, roles: frozenset[Role] = STORY) -> Story:
    """Prepare the blocks of the given roles; the rest of the text is as if it were not there."""
    cut = sentences(document, roles)
    kept = [b.span for b in document.blocks if b.role in roles]
    starts = [k.start for k in kept]

    def inside(span: Span) -> bool:
        at = bisect_right(starts, span.start) - 1
        return at >= 0 and kept[at].holds(span)

    named = tuple(m for m in mentions(document.text) if inside(m.span))
    return Story(
        document,
        cut,
        named,
        quotations(document, roles),
        tuple(d for d in dates(document.text, document.published) if inside(d.span)),
        people(document, cut, named),
    )
