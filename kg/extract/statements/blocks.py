"""Speech without quotation marks: block quotations behind a colon, transcripts, posts, whole speeches."""

import re
from dataclasses import dataclass
from enum import StrEnum

from kg.extract.sentences import Sentence
from kg.extract.statements import transcripts
from kg.extract.story import Story
from kg.model import Role, Span

_MARK = "\"“„«‘'"
_FIRST = re.compile(r"\b(?:I|I['’](?:m|ve|ll|d)|[Mm]y|[Ww]e|[Ww]e['’](?:re|ve|ll|d)|[Oo]ur|us|[Ll]et['’]s)\b")
_OPENS_FIRST = re.compile(r"(?:Today,? )?(?:I|I['’](?:m|ve|ll)|My|We|We['’](?:re|ve|ll)|Our)\b")
_LIST_ITEM = re.compile(r"\s*(?:[-•*–·]|\d{1,2}[.)]|\([a-z0-9]{1,3}\))\s")
_SPEECH_BY = re.compile(
    r"\b(?:remarks|statement|speech|address|letter|message|intervention|briefing)(?: (?:made|delivered|given))?"
    r" (?:by|of|from) ",
    re.IGNORECASE,
)
# '— Anna Petrova (@petrova) September 30, 2022' under a post that a page shows
_SIGNATURE = re.compile(
    r"(?<!\S)[—–―-]{1,2}\s*(?P<name>[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,5})"
    r"[^()\n]{0,40}\(@\w{2,30}\)[^\n]{0,40}$"
)
_LINKS = re.compile(r"(?:\s+(?:pic\.twitter\.com/|https?://)\S*)+\s*$")
# Characters at the end of a paragraph in which a signature is looked for.
_SIGNED = 160
_MAX_FOLLOWING = 12
# Paragraphs in which a heading may say whose speech follows, and paragraphs that make a speech.
_TOP, _LEAST = 3, 3


class Kind(StrEnum):
    """How speech without marks is recognised."""

    BLOCK = "statements/block-quotation"
    TRANSCRIPT = "statements/transcript"
    POST = "statements/post"
    SPEECH = "statements/speech"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words without marks that fill a block or the rest of one. ``label`` is a transcript's name tag,
    or where a heading names the speaker; ``set_apart`` says that the page itself marks it as a quotation."""

    kind: Kind
    span: Span
    block: int
    label: Span | None = None
    set_apart: bool = False


def passages(story: Story) -> dict[int, Passage]:
    """Block number -> the speech that fills it."""
    text = story.document.text
    paragraphs = _paragraphs(story.sentences)
    quoted = {q.block for q in story.quotations}
    said = transcripts.turns(story, paragraphs)
    found = {n: Passage(Kind.TRANSCRIPT, s, n, label) for n, s, label in said}
    untagged = [p for p in paragraphs if p[0] < said[0][0]] if said else paragraphs
    found.update(_speech(story, untagged, quoted))
    for place, (number, span, role) in enumerate(paragraphs):
        if number in found or role is Role.HEADLINE or _starts_marked(text, span):
            continue
        before = paragraphs[place - 1] if place else None
        introduced = before is not None and text[before[1].start : before[1].end].rstrip().endswith(":")
        if (introduced or role is Role.QUOTATION) and not _LIST_ITEM.match(text, span.start):
            found[number] = Passage(Kind.BLOCK, span, number, set_apart=role is Role.QUOTATION)
            _goes_on(text, paragraphs[place + 1 : place + 1 + _MAX_FOLLOWING], quoted, found)
    found.update(_signed(text, [p for p in paragraphs if p[0] not in found], quoted))
    posts = [p for p in paragraphs if p[0] not in found and _is_post(text, p[1], p[2])]
    if not said and len(paragraphs) >= 4 and len(posts) <= max(1, len(paragraphs) // 8):
        for number, span, _ in posts:
            found[number] = Passage(Kind.POST, span, number)
    return found


def _paragraphs(sentences: tuple[Sentence, ...]) -> list[tuple[int, Span, Role]]:
    out: list[tuple[int, Span, Role]] = []
    for sentence in sentences:
        if out and out[-1][0] == sentence.block:
            out[-1] = (sentence.block, Span(out[-1][1].start, sentence.span.end), sentence.role)
        else:
            out.append((sentence.block, sentence.span, sentence.role))
    return out


def _starts_marked(text: str, span: Span) -> bool:
    return text[span.start] in _MARK


def _goes_on(text: str, following: list[tuple[int, Span, Role]], quoted: set[int], found: dict[int, Passage]) -> None:
    """Add the paragraphs that go on with a block quotation: in the first person, without marks of their own."""
    for number, span, role in following:
        if role is Role.HEADLINE or number in quoted or not _FIRST.search(text, span.start, span.end):
            return
        found[number] = Passage(Kind.BLOCK, span, number)


def _is_post(text: str, span: Span, role: Role) -> bool:
    """Whether a paragraph speaks in the first person from its first words on."""
    return role is Role.BODY and _OPENS_FIRST.match(text, span.start) is not None and span.end - span.start > 40


def _signed(text: str, paragraphs: list[tuple[int, Span, Role]], quoted: set[int]) -> dict[int, Passage]:
    """Posts that end with the name and the handle of who wrote them, in their paragraph or in one of its own."""
    out: dict[int, Passage] = {}
    if "(@" not in text:
        return out
    for place, (number, span, role) in enumerate(paragraphs):
        match = _SIGNATURE.search(text, max(span.start, span.end - _SIGNED), span.end)
        if match is None or role is Role.HEADLINE:
            continue
        name = Span(*match.span("name"))
        signed, words = number, Span(span.start, match.start())
        if not words.of(text).strip() and place and paragraphs[place - 1][2] is not Role.HEADLINE:
            signed, words = paragraphs[place - 1][:2]
        links = _LINKS.search(text, max(words.start, words.end - _SIGNED), words.end)
        words = Span(words.start, links.start() if links else words.end)
        if words.of(text).strip() and signed not in quoted:
            out[signed] = Passage(Kind.POST, words, signed, name)
    return out


def _speech(story: Story, paragraphs: list[tuple[int, Span, Role]], quoted: set[int]) -> dict[int, Passage]:
    """The paragraphs of a whole speech: 'Remarks by President X' on top, the first person and no quotation below."""
    text = story.document.text
    for place, (_, span, _) in enumerate(paragraphs[:_TOP]):
        match = _SPEECH_BY.search(text, span.start, span.end)
        name = _first_name(story, Span(match.end(), span.end)) if match else None
        if name is None:
            continue
        rest = [(n, s) for n, s, role in paragraphs[place + 1 :] if role is Role.BODY]
        whole = [(n, s) for n, s in rest if text[s.end - 1] in ".!?…" and n not in quoted]
        personal = sum(_FIRST.search(text, s.start, s.end) is not None for _, s in whole)
        if len(whole) >= _LEAST and personal * 2 >= len(whole) and len(whole) * 3 >= len(rest) * 2:
            return {n: Passage(Kind.SPEECH, s, n, name) for n, s in whole}
    return {}


def _first_name(story: Story, within: Span) -> Span | None:
    """Where the first person is named inside a stretch."""
    return min((s for p in story.people for s in p.mentions if within.holds(s)), default=None)


def trimmed(span: Span, text: str) -> Span:
    """A stretch without the white space at its ends."""
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))
