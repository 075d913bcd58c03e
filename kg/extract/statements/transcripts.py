"""Transcripts: paragraphs that begin with the tag of whoever speaks ('MR. PRICE:', 'Mr. Diallo (Kenya):', 'Q:').

One tag makes no transcript of an article: it takes several, or one that names somebody of the story.
"""

import re
from collections import Counter

from kg.extract.lexicon import wordset
from kg.extract.statements.words import POSTS
from kg.extract.story import Story
from kg.model import ActorKind, Role, Span

Paragraph = tuple[int, Span, Role]

# What may stand before a tag: an opening mark, the number of a record, a dash.
_LEAD = r"(?:[\"“]\s?)?(?:\d{1,4}\.\s{1,4})?(?:[-–—*•]\s?)?"
_TITLE = r"(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Miss|The|Ambassador|President|Secretary|Minister|Senator|Prince)\.? )"
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]{1,20}"
_SMALL = r"(?:de|da|dos|do|van|von|der|den|el|al|bin|la|le)"
_REMARK = r"(?: ?\([^)\n]{2,60}\)){0,3}"
_LOUD = re.compile(
    rf"{_LEAD}(?P<label>(?:Q|A|"
    rf"{_TITLE}{{0,2}}(?:[A-Z][\w.'’-]{{1,20}} ){{0,2}}(?:{_SMALL} ){{0,2}}{_CAPITALS}(?: (?:{_SMALL} )?[A-ZÀ-ÖØ-Þ]"
    rf"[A-ZÀ-ÖØ-Þ.'’-]{{0,20}}){{0,4}}){_REMARK})(?::\s+|(?<=\b[QA])(?:\.\s+|\s[-–—]\s))(?=\S)"
)
_NAMED = re.compile(
    rf"{_LEAD}(?P<label>(?:{_TITLE}{{0,2}}(?:{_SMALL} ){{0,2}})?[A-Z][\w.'’-]{{1,20}}"
    rf"(?: (?:{_SMALL} )?(?:[A-Z][\w.'’-]{{0,20}}|journalist|reporter|correspondent|spokesperson)){{0,4}}{_REMARK})"
    r":\s+(?=[^\s\"“„«‘'])"
)
ASKING = wordset(
    "q question reporter journalist interviewer correspondent moderator host presenter anchor speaker interpreter "
    "staff participant voice"
)
ANSWERING = wordset("a answer reply response")
_NOTES = wordset(
    "note notes update updates updated warning correction clarification editor editor's editors breaking live watch "
    "read photo photos video source sources related background summary subject date time location contact tags topic "
    "topics opposed against abstaining abstained abstentions absent favour favor yes no for draft resolution decision "
    "abstain in agenda item meeting vote votes result results caption disclaimer advertisement share"
)
_TITLED = wordset("mr mr. mrs mrs. ms ms. dr dr. sir dame the")
_FIRST = re.compile(r"\b(?:I|I['’](?:m|ve|ll|d)|[Mm]y|[Ww]e|[Ww]e['’](?:re|ve|ll|d)|[Oo]ur|us|[Ll]et['’]s|[Yy]ou)\b")
# '(Laughter.)', '[Crosstalk]'
_ASIDE = re.compile(r"[\"“]?[(\[][^)\]]{0,80}[)\]][.\"”]{0,2}")
_SENTENCE_END = '.?!…"”’)'
# Paragraphs behind the last tag that may still be its turn.
_TAIL = 12


def turns(story: Story, paragraphs: list[Paragraph]) -> list[tuple[int, Span, Span]]:
    """Block number, words and tag of every paragraph of a transcript; those without a tag belong to the turn before."""
    text = story.document.text
    loud = _tagged(text, paragraphs, _LOUD)
    named = _tagged(text, paragraphs, _NAMED)
    found = loud if _is_loud_transcript(story, loud) else {}
    if found:
        # among tags in capitals one in plain letters is a tag if it comes again, or asks
        counted = Counter(m["label"] for m in named.values())
        named = {n: m for n, m in named.items() if counted[m["label"]] > 1 or kind(m["label"]) is not None}
    if _is_named_transcript(story, {**named, **found}):
        found = {**named, **found}
    return _spread(text, paragraphs, found) if found else []


def _tagged(text: str, paragraphs: list[Paragraph], pattern: re.Pattern[str]) -> dict[int, re.Match[str]]:
    matches = ((n, pattern.match(text, s.start, s.end), role) for n, s, role in paragraphs)
    found = [(n, m, role) for n, m, role in matches if m and not _notes(m)]
    below = {m["label"] for _, m, role in found if role is not Role.HEADLINE}
    return {n: m for n, m, role in found if role is not Role.HEADLINE or m["label"] in below}


def _is_loud_transcript(story: Story, found: dict[int, re.Match[str]]) -> bool:
    """Whether tags in capitals are speakers: there are several, or they name somebody of the story."""
    return len(found) > 1 or any(_speaks(story, m) for m in found.values())


def _is_named_transcript(story: Story, found: dict[int, re.Match[str]]) -> bool:
    """Whether tags in plain letters are speakers: one comes again, and they are names or questions and answers."""
    counted = Counter(m["label"] for m in found.values())
    if sum(_is_delegate(m["label"]) for m in found.values()) > 1:
        return True
    if len(found) < 2 or len(counted) == len(found):
        return False
    several = len(found) > 2 and any(" " in label for label in counted)
    return several or any(kind(m["label"]) is not None or _speaks(story, m) for m in found.values())


def _is_delegate(label: str) -> bool:
    """'Mr. Diallo (Kenya)', 'The President': a tag as in the records of a meeting."""
    return (label.endswith(")") and label.split(maxsplit=1)[0].lower() in _TITLED) or label == "The President"


def _notes(match: re.Match[str]) -> bool:
    """Whether a tag announces a note, a list or a result and no speaker."""
    return match["label"].split()[0].lower() in _NOTES


def kind(label: str) -> bool | None:
    """True for the tag of a nameless asker, False for that of the one who answers, None for any other tag."""
    last = label.split(" (", maxsplit=1)[0].strip(".: ").lower().rsplit(maxsplit=1)[-1]
    return True if last in ASKING else False if last in ANSWERING else None


def _speaks(story: Story, match: re.Match[str]) -> bool:
    """Whether a tag names a person or state of the story, or an office."""
    words = match["label"].lower().replace("(", " ").replace(")", " ").split()
    span = Span(*match.span("label"))
    named = any(person.name.lower().split()[-1] in words for person in story.people)
    state = any(span.holds(m.span) and m.actor.kind is ActorKind.STATE for m in story.mentions)
    return named or state or bool(POSTS & set(words)) or words[0] in _TITLED


def _spread(text: str, paragraphs: list[Paragraph], tagged: dict[int, re.Match[str]]) -> list[tuple[int, Span, Span]]:
    """The turns with the paragraphs that go on with them; behind the last tag, those that speak in the first person."""
    out: list[tuple[int, Span, Span]] = []
    last = max(tagged)
    label: Span | None = None
    behind = 0
    for number, span, role in paragraphs:
        match = tagged.get(number)
        if match:
            label = Span(*match.span("label"))
            out.append((number, Span(match.end(), span.end), label))
            continue
        if label is None or role is not Role.BODY or _ASIDE.fullmatch(text, span.start, span.end):
            continue
        if number < last:
            if len(tagged) > 2:
                out.append((number, span, label))
            continue
        behind += 1
        personal = _FIRST.search(text, span.start, span.end) is not None
        if behind > _TAIL or not personal or text[span.end - 1] not in _SENTENCE_END:
            break
        out.append((number, span, label))
    return out
