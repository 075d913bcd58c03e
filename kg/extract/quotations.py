"""Quotation marks: where quoted words begin and end.

Straight, curly and low double marks, guillemets and single marks are read by one pass over the marks of a block. Where
the neighbouring characters decide whether a mark opens or closes they are believed before its shape, because typists
mix shapes; an apostrophe is no mark. What is open at the end of a block is dropped if it may be an apostrophe or a
stray mark, and kept as unclosed otherwise. Where a later block closes it, the blocks between belong to it.
"""

import re
from dataclasses import dataclass, field, replace

from kg.extract.lexicon import SPEECH_VERBS
from kg.model import Document, Role, Span

# Two single marks are a double one of an old keyboard; the entity is left over from a page's source.
_MARKS = re.compile("&quot;|''|``|[\"“”„‟«»‘’‚‹›'`]")
_DOUBLE = frozenset('"“”„‟«»') | {"''", "``", "&quot;"}
_OPENING = frozenset("“„‟«‹‘‚`") | {"``"}
_EITHER = frozenset({'"', "''", "&quot;"})
_BEFORE_OPENING = frozenset("([{—–-/…:;,")
# Blocks without a mark that a quotation may run over.
_MAX_RUN = 8
# 'em, 'til, '90s: an apostrophe at the beginning of a word
_ELISION = re.compile(r"(?:\d\ds?|tis|twas|em|til|till|cause|bout|n|round|cos|neath)\b", re.I)
_NAME = r"[A-Z][\w.’'-]{0,30}(?: [A-Z][\w.’'-]{0,30}){0,3}"
_ATTRIBUTION = re.compile(
    rf"[,?!] (?:(?:he|she|they|{_NAME}) (?P<verb>[a-z]{{2,15}})|(?:said|added|says) (?:he|she|the|{_NAME}))\b"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words without their marks (``span``) and with them (``outer``).

    ``closed`` is False where the end mark is missing. ``inner`` are the words quoted inside the quotation.
    ``continues`` says that it goes on with the quotation that the paragraph before left open.
    """

    span: Span
    outer: Span
    block: int
    closed: bool = True
    inner: tuple[Span, ...] = ()
    continues: bool = False


@dataclass(slots=True)
class _Open:
    """An opening mark that waits for its end, and the quotations found since."""

    at: int
    single: bool
    width: int
    inside: list[Quotation] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    single: bool
    # True, False, or None where only what is open already can tell
    opens: bool | None
    width: int = 1


def quotations(document: Document, roles: frozenset[Role]) -> tuple[Quotation, ...]:
    """The outermost quotations in the blocks of these roles, in text order; none crosses a block.

    A speech over several paragraphs is one quotation a paragraph, each but the last unclosed, each but the first
    ``continues``.
    """
    text = document.text
    kept = [(number, block.span) for number, block in enumerate(document.blocks) if block.role in roles]
    out: list[Quotation] = []
    run_until = -1
    for place, (number, span) in enumerate(kept):
        if place < run_until:
            out.append(Quotation(span, span, number, closed=False, continues=True))
            continue
        reopened = place + 1 < len(kept) and _begins_quoted(text, kept[place + 1][1])
        found = _in_block(text, span, number, reopened)
        if place == run_until:
            found.insert(0, _closing_run(text, span, number))
        elif found and out and not out[-1].closed and _follows(text, out[-1], found[0], kept, place):
            found[0] = replace(found[0], continues=True)
        out.extend(found)
        if found and not found[-1].closed and found[-1].block == number and not reopened:
            run_until = _run_until(text, kept, place)
    return tuple(out)


def _run_until(text: str, kept: list[tuple[int, Span]], place: int) -> int:
    """The place of the block whose first mark closes the quotation that this block leaves open; -1 if none does."""
    for later in range(place + 1, min(place + 1 + _MAX_RUN, len(kept))):
        double = next((m for m in _marks(text, kept[later][1]) if not m.single), None)
        if double is not None:
            return later if double.opens is False else -1
    return -1


def _closing_run(text: str, span: Span, number: int) -> Quotation:
    """The words from the beginning of a block to the mark that closes what an earlier block opened."""
    mark = next(m for m in _marks(text, span) if not m.single)
    end = span.start + len(text[span.start : mark.at].rstrip())
    return Quotation(Span(span.start, end), Span(span.start, mark.at + mark.width), number, continues=True)


def _follows(text: str, last: Quotation, first: Quotation, kept: list[tuple[int, Span]], place: int) -> bool:
    """Whether a quotation begins its block right after a block whose quotation was left open."""
    number, span = kept[place]
    before = kept[place - 1][0]
    return last.block == before and first.block == number and not text[span.start : first.outer.start].strip()


def _begins_quoted(text: str, span: Span) -> bool:
    return text[span.start : span.start + 2].lstrip()[:1] in (_DOUBLE | {"‘"}) and span.end > span.start


def _in_block(text: str, block: Span, number: int, reopened: bool) -> list[Quotation]:
    """The outermost quotations of one block."""
    marks = _marks(text, block)
    top: list[Quotation] = []
    stack: list[_Open] = []
    for place, mark in enumerate(marks):
        depth = _closes(stack, mark) if mark.opens is not True else None
        if mark.opens is False and depth is not None and _possessive(text, marks, place, block):
            continue
        if depth is not None:
            # what was opened above and never closed was no quotation
            for lost in stack[depth + 1 :]:
                stack[depth].inside.extend(lost.inside)
                if _speech(text, lost.at):
                    _add(stack[depth].inside, text, lost, Span(mark.at, mark.at), number)
            opened = stack[depth]
            del stack[depth:]
            _add(stack[-1].inside if stack else top, text, opened, Span(mark.at, mark.at + mark.width), number)
        elif mark.opens is not False:
            stack.append(_Open(mark.at, mark.single, mark.width))
    _give_up(text, stack, top, block, number, reopened)
    return sorted(top, key=lambda q: q.span.start)


def _speech(text: str, at: int) -> bool:
    """Whether a mark behind a comma or colon and before a capital opens words, though nothing closes them."""
    return at > 1 and text[at - 1] == " " and text[at - 2] in ",:" and text[at + 1 : at + 2].isupper()


def _marks(text: str, block: Span) -> list[_Mark]:
    """The quotation marks of a block; apostrophes inside words and at their beginning are left out."""
    out = []
    for match in _MARKS.finditer(text, block.start, block.end):
        at, shape = match.start(), match.group()
        before = text[at - 1] if at > block.start else " "
        after = text[match.end()] if match.end() < block.end else " "
        single = shape not in _DOUBLE
        if single and before.isalnum() and after.isalnum():
            continue
        left_free = before.isspace() or before in _BEFORE_OPENING or before in _OPENING or before in "\"'"
        starts_word = after.isalnum() or after in "([$€£…." or after in _OPENING or after in "\"'’"
        ends_word = not before.isspace() and not after.isalnum()
        if single:
            opens = _single(text, at, left_free and after.isalnum(), ends_word)
            if opens is None or (shape == "`" and not opens):
                continue
        elif after.isspace() and not before.isspace():
            opens = False
        elif left_free and starts_word and not (before in ",:;-–—" and shape in "”»" and not after.isalnum()):
            # after a comma or dash without a space a mark may be either: its shape decides, or what is open
            opens = True if before.isspace() or before in "([{" else (None if shape in _EITHER else shape in _OPENING)
        elif ends_word:
            # “ and « close in German and Swedish habits; shape decides only where the neighbours do not
            opens = False if not left_free or shape in "”»" else (None if shape in _EITHER else shape in _OPENING)
        else:
            opens = None if shape in _EITHER else shape in _OPENING
        out.append(_Mark(at, single, opens, len(shape)))
    return out


def _single(text: str, at: int, may_open: bool, may_close: bool) -> bool | None:
    """Whether a single mark opens, closes, or (None) is an apostrophe."""
    if may_open:
        return None if _ELISION.match(text, at + 1) else True
    return False if may_close else None


def _closes(stack: list[_Open], mark: _Mark) -> int | None:
    """The place in the stack of what a closing mark would close; a single mark never closes across a double one."""
    for depth in range(len(stack) - 1, max(-1, len(stack) - 4), -1):
        if stack[depth].single == mark.single:
            return depth
        if mark.single:
            return None
    return None


def _possessive(text: str, marks: list[_Mark], place: int, block: Span) -> bool:
    """Whether a single mark after an s is the plural's apostrophe: another mark that closes is still to come."""
    mark = marks[place]
    if not mark.single or text[mark.at - 1] not in "sSzZxX" or place + 1 == len(marks):
        return False
    follows = text[mark.at + 1 : min(mark.at + 3, block.end)]
    return len(follows) == 2 and follows[0] == " " and follows[1].islower() and _next_single_closes(marks, place)


def _next_single_closes(marks: list[_Mark], place: int) -> bool:
    following = marks[place + 1]
    return following.single and following.opens is False


def _give_up(text: str, stack: list[_Open], top: list[Quotation], block: Span, number: int, reopened: bool) -> None:
    """What is still open at the end of a block: kept as unclosed, or dropped in favour of what stands inside."""
    last_double = max((i for i, opened in enumerate(stack) if not opened.single), default=-1)
    for place, opened in enumerate(stack):
        begins = place == 0 and not text[block.start : opened.at].strip()
        deeper = place < last_double
        stray = opened.single and not (text[opened.at] == "‘" and begins)
        if stray or ((opened.inside or deeper) and not (begins and reopened)):
            top.extend(opened.inside)
            continue
        for later in stack[place + 1 :]:
            opened.inside.extend(later.inside)
        end = block.start + len(block.of(text).rstrip())
        if not (begins and reopened):
            end = _forgotten(text, opened.at, end)
        _add(top, text, opened, Span(end, end), number)
        return


def _forgotten(text: str, start: int, end: int) -> int:
    """Where the words end whose closing mark was forgotten: before the attribution, if there is one behind a comma."""
    for match in _ATTRIBUTION.finditer(text, start + 1, end):
        if match["verb"] is None or match["verb"] in SPEECH_VERBS:
            return match.start() + 1
    return end


def _add(to: list[Quotation], text: str, opened: _Open, close: Span, number: int) -> None:
    """Add the quotation between two marks, unless there is nothing in it; an empty closing mark leaves it unclosed."""
    start, stop = opened.at + opened.width, close.start
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if start == stop:
        return
    inner = tuple(q.span for q in sorted(opened.inside, key=lambda q: q.span.start))
    closed = close.end > close.start
    to.append(Quotation(Span(start, stop), Span(opened.at, close.end), number, closed, inner))
