"""What each paragraph of an article is for: headline, date line, body, quotation, caption, credit, boilerplate.

News pages arrive with their furniture: a navigation line, "See also" links, the related stories, the comment form.
A related story is another story; its facts are not this article's. So furniture is marked, never deleted: all
offsets stay valid. The rules are about pages in general; none knows a publisher.
"""

import re
from collections.abc import Iterable, Sequence

from kg.load.datelines import MONTH, dateline
from kg.load.furniture import BYLINE, CREDIT, CUT, FURNITURE, SOFT_CUT, is_caption, is_debris, is_trail
from kg.load.lines import Line, lines
from kg.model import Block, Role, Span

__all__ = ["blocks", "headline"]

HEADLINE_LIMIT = 220
"""Characters: a longer first line is a paragraph."""

LONG = 80
"""Characters from which a paragraph that comes twice is a teaser and not a refrain."""

RUN_TOGETHER = 20_000
"""Characters of the longest paragraph in which others are looked for."""

OPENING = 250
"""Characters of story after which "Related articles" ends it; before that it is a button at the top of the page."""

# A feed puts the day, and sometimes a number or the address, before the text.
_DATE_PREFIX = re.compile(r"date \d{4}-\d\d-\d\d(?: (?:\d{1,6}|https?://\S+)$)?", re.IGNORECASE)

_DATE_LINE = re.compile(
    r"(?:\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: ?(?:UTC|GMT|[A-Z]{2,4}T)(?:[+-]\d{1,2})?)?,?\s*[/|·•-]?\s*)?"
    r"(?:(?:first |last |date )?(?:published|posted|issued|updated|modified|released|date)(?: on| at| date)?\s*:?\s*)?"
    r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
    rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH},?\s+\d{{4}}"
    rf"|{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}})"
    r"(?:[\sT,|•·–—-](?:[^.!?]|\.(?=\w)){0,60})?",
    re.IGNORECASE,
)

_BULLET = re.compile(r"[-–•*·▪►]\s")
_STOP = re.compile(r"[.:;,…—–-]['\"”’)\]]*$")
_SENTENCE_END = re.compile(r"[.!?…]['\"”’)\]]*$")


def blocks(text: str, marked: Iterable[tuple[Span, Role]] = ()) -> tuple[Block, ...]:
    """The blocks of a text in order. ``marked``: roles that markup gives, by the block's exact span.

    Blocks cover everything but white space and never cross a line break, save where the text is plainly set in
    short wrapped lines.
    """
    given = dict(marked)
    cut: list[Line] = []
    begun = False
    for line in lines(text):
        for part in _split_date(line):
            cut.extend([part] if part.span in given else _split_dateline(part, first=not begun))
            begun = begun or _is_prose(part)
    roles = _roles(cut, [given.get(line.span) for line in cut])
    return tuple(Block(line.span, role) for line, role in zip(cut, roles, strict=True))


def headline(text: str, found: Sequence[Block]) -> str | None:
    """The first headline among the blocks."""
    return next((b.span.of(text) for b in found if b.role is Role.HEADLINE), None)


def _split_date(line: Line) -> list[Line]:
    """``date 2026-02-24 The Assembly ...`` is a date line and the first paragraph, run together."""
    m = _DATE_PREFIX.match(line.text) if line.first else None
    if m is None or m.end() == len(line.text):
        return [line]
    rest = line.text[m.end() :]
    words = rest.lstrip()
    if words == rest:  # ``date 2026-02-24T10:00``: no new word begins here
        return [line]
    start, middle = line.span.start, line.span.start + m.end()
    body = Line(Span(middle + len(rest) - len(words), line.span.end), words, line.indented, first=False)
    return [Line(Span(start, middle), m[0], line.indented, first=True), body]


def _split_dateline(line: Line, *, first: bool) -> list[Line]:
    """``GENEVA (Reuters) - The talks ...`` is a dateline and a paragraph."""
    length = dateline(line.text, first=first) if _is_prose(line) else 0
    if not length:
        return [line]
    start, middle = line.span.start, line.span.start + length
    place = line.text[:length].rstrip()
    body = Line(Span(middle, line.span.end), line.text[length:], line.indented, first=False)
    return [Line(Span(start, start + len(place)), place, line.indented, line.first, dateline=True), body]


def _roles(cut: Sequence[Line], given: Sequence[Role | None]) -> list[Role]:
    roles = [role or _line_role(line) for line, role in zip(cut, given, strict=True)]
    top = _mark_top(cut, roles, any(role is Role.HEADLINE for role in given))
    _mark_tail(cut, roles, top)
    _mark_repeats(cut, roles)
    _mark_quotations(cut, roles)
    return roles


def _line_role(line: Line) -> Role:
    """What a line says of itself."""
    text = line.text
    if line.dateline or (line.first and _DATE_PREFIX.fullmatch(text)):
        return Role.DATELINE
    if len(text) < 400:
        if len(text) < 120 and _DATE_LINE.fullmatch(text):
            return Role.DATELINE
        if CREDIT.match(text) or (len(text) < 120 and BYLINE.fullmatch(text) and not _SENTENCE_END.search(text)):
            return Role.CREDIT
        if is_caption(text):
            return Role.CAPTION
        if _is_furniture(text):
            return Role.BOILERPLATE
    return Role.BOILERPLATE if is_debris(text) else Role.BODY


def _is_furniture(text: str) -> bool:
    # "Subscribe", "See also ..." are links; a long sentence that merely begins so is prose.
    prose = len(text) > 200 and _SENTENCE_END.search(text)
    return is_trail(text) or (not prose and bool(FURNITURE.match(text)))


def _mark_top(cut: Sequence[Line], roles: list[Role], has_headline: bool) -> int:
    """Mark headline, standfirst and the navigation above them; the index of the first paragraph."""
    first = next((i for i, line in enumerate(cut) if roles[i] is Role.BODY and _is_prose(line)), len(cut))
    if first == len(cut):  # nothing but short lines: nothing to tell a headline by
        return 0
    # Key points in a list above the story are part of it and no headline.
    short = [i for i in range(first) if roles[i] is Role.BODY and not _BULLET.match(cut[i].text)]
    titles = [i for i in short if len(cut[i].text.split()) >= 3] or short[-1:]
    for i in short:
        if has_headline or not titles or i < titles[0]:
            roles[i] = Role.BOILERPLATE if not has_headline else Role.BODY
        elif i == titles[0] or i in titles:
            roles[i] = Role.HEADLINE
        else:
            roles[i] = Role.BOILERPLATE
    return first


def _is_prose(line: Line) -> bool:
    """A paragraph, not a headline or a label: it is long or ends as sentences end."""
    return len(line.text) > HEADLINE_LIMIT or (bool(_STOP.search(line.text)) and len(line.text.split()) > 3)


def _mark_tail(cut: Sequence[Line], roles: list[Role], top: int) -> None:
    """Everything after the line that ends the story is boilerplate."""
    left = [len(line.text) if role is Role.BODY else 0 for line, role in zip(cut, roles, strict=True)]
    total, read = sum(left), 0
    for i in range(len(cut)):
        text = cut[i].text
        hard, soft = len(text) < 80 and CUT.fullmatch(text), len(text) < 140 and SOFT_CUT.fullmatch(text)
        if hard or soft:
            roles[i] = Role.BOILERPLATE
            if i > top and read >= OPENING and (hard or total - read < read / 2):
                for j in range(i + 1, len(cut)):
                    roles[j] = Role.BOILERPLATE
                return
        read += left[i]


def _mark_repeats(cut: Sequence[Line], roles: list[Role]) -> None:
    """A long paragraph that comes a second time is a teaser; so is the headline once more.

    Some pages run paragraphs together and then give them one by one: those are repeats too.
    """
    seen: dict[str, Role] = {}
    longest = ""
    for i, line in enumerate(cut):
        long = len(line.text) >= LONG
        if not long and roles[i] is not Role.HEADLINE and line.text not in seen:
            continue
        key = " ".join(line.text.split())
        again = key in seen or (long and roles[i] is Role.BODY and key in longest)
        if again and roles[i] is not Role.DATELINE:
            roles[i] = Role.BOILERPLATE
        seen.setdefault(key, roles[i])
        if len(longest) < len(key) < RUN_TOGETHER:
            longest = key


def _mark_quotations(cut: Sequence[Line], roles: list[Role]) -> None:
    """Indented or ``>`` paragraphs among others that are not."""
    body = [i for i, role in enumerate(roles) if role is Role.BODY]
    marked = [i for i in body if cut[i].indented or cut[i].text.startswith(">")]
    if 2 * len(marked) < len(body):
        for i in marked:
            roles[i] = Role.QUOTATION
