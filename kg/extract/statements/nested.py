"""Words quoted inside a quotation: 'I asked him, "What now?"' has a statement within a statement."""

from kg.extract.quotations import Quotation
from kg.extract.sentences import Sentence
from kg.extract.statements.attribution import Heard, link
from kg.extract.statements.cast import Cast
from kg.extract.statements.cues import cues
from kg.extract.statements.discourse import Discourse, Voice
from kg.extract.statements.line import Line, line_of
from kg.extract.statements.words import FIRST_PERSON
from kg.extract.story import Story
from kg.model import Span


def inside(
    story: Story, quotation: Quotation, outer: Voice | None, discourse: Discourse, cast: Cast
) -> list[tuple[Span, Heard | None]]:
    """The inner quotations with the cue that the outer words give them; None where they give none."""
    text = story.document.text
    within = Sentence(quotation.span, quotation.span.of(text), -1, quotation.block, story.sentences[0].role)
    marked = tuple(Quotation(s, Span(s.start - 1, s.end + 1), quotation.block) for s in quotation.inner)
    line = line_of(text, within, marked)
    before, discourse.line = discourse.line, line
    heard = tuple(_heard(line, outer, discourse, cast))
    discourse.line = before
    out = []
    for at, token in enumerate(line.tokens):
        if token.quotation >= 0:
            found = link(line, at, line.quotations[token.quotation], heard, text).heard
            out.append((line.quotations[token.quotation].span, found))
    return out


def _heard(line: Line, outer: Voice | None, discourse: Discourse, cast: Cast) -> list[Heard]:
    """The cues inside a quotation; its 'I' is the speaker."""
    out: list[Heard] = []
    for cue in cues(line, cast):
        voice: Voice | None = None
        if cue.subject is None:
            voice = out[-1].voice if out else None
        elif cue.subject.head in FIRST_PERSON:
            voice = outer._replace(words=cue.subject.words) if outer else None
        else:
            voice = discourse.voice(cue.subject)
        out.append(Heard(cue, voice, len(out)))
    return out
