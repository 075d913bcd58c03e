"""An explained article as lines: in colour on a terminal, with footnote numbers everywhere."""

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from kg.explain.marking import DROPPED, Explained, Mark, Paragraph
from kg.explain.visible import visible
from kg.model import Role

__all__ = ["print_hanging", "show"]

_WIDEST = 110
_COLOURS = {
    "vote": "blue",
    "tally": "cyan",
    "outcome": "green",
    "sponsorship": "magenta",
    "cosponsors": "magenta",
    "habit": "blue",
    "statement": "yellow",
    "tenure": "bright_black",
    "negotiation": "red",
    "stance": "bright_magenta",
    "demand": "bright_magenta",
    DROPPED: "bright_red",
}
_SURE, _UNSURE = 0.9, 0.7


def show(explained: Explained, console: Console) -> None:
    """Print the article whole: numbers behind what was read, and under each paragraph what was understood.

    Where the console shows no styles, the words that a number stands for are between angle marks.
    """
    document = explained.document
    day = document.published.isoformat() if document.published else None
    about = (document.publisher, day, document.url, explained.extractor)
    heading = Text.assemble((visible(document.name), "bold"), "  ")
    heading.append(" · ".join(visible(part) for part in about if part), style="dim")
    width, bare = max(20, min(console.width, _WIDEST)), console.color_system is None
    console.print(_hanging(console, heading, width), soft_wrap=True)
    ballots = dict(explained.ballots)
    for paragraph in explained.paragraphs:
        texts = [_hanging(console, _told(paragraph, document.text, bare=bare), width)]
        for mark in paragraph.marks:
            label = Text.assemble((f"{f'[{mark.number}]':>6} ", _colour(mark)), (f"{mark.kind:<11} ", _hue(mark)))
            # A ballot is named where it comes first.
            ballot = ballots.pop(mark.ballot, "") if mark.ballot is not None else ""
            texts.append(_hanging(console, _understood(mark, ballot), width, label))
        console.print(Text("\n").join((Text(""), *texts)), soft_wrap=True)  # at once: a line at a time takes far longer
    console.print(Text("\n").join((Text(""), _summary(explained))), soft_wrap=True)


def print_hanging(console: Console, text: Text, label: Text | None = None) -> None:
    """Print a text in lines that one likes to read; behind a label, all of them as far in as the first."""
    console.print(_hanging(console, text, max(20, min(console.width, _WIDEST)), label), soft_wrap=True)


def _hanging(console: Console, text: Text, width: int, label: Text | None = None) -> Text:
    margin = len(label) if label else 0
    lines = text.wrap(console, max(20, width - margin))
    for line in lines:
        line.rstrip()
    first = [Text.assemble(label, line) if label else line for line in lines[:1]]
    return Text("\n").join((*first, *(Text.assemble(" " * margin, line) for line in lines[1:])))


def _style(marks: Sequence[Mark]) -> str:
    """How a stretch under these marks looks: the colour of the innermost; underlined where several lie on it."""
    if not marks:
        return ""
    innermost = max(marks, key=lambda m: (m.spans[0].start, m.number))
    colour = _COLOURS.get(innermost.kind, "white")
    depth = {1: "underline", 2: "underline bold"}.get(len(marks), "underline bold italic")
    return f"{colour} {depth}"


def _colour(mark: Mark) -> str:
    return f"bold {_hue(mark)}"


def _hue(mark: Mark) -> str:
    return _COLOURS.get(mark.kind, "white")


def _told(paragraph: Paragraph, whole: str, *, bare: bool) -> Text:
    text = Text(style="" if paragraph.read else "dim")
    if not paragraph.read:
        text.append(f"({_NOT_READ.get(paragraph.role, paragraph.role.value)}) ", style="italic")
    base = "bold" if paragraph.role is Role.HEADLINE else ""
    for piece in paragraph.pieces:
        words = visible(piece.span.of(whole))
        text.append(("‹" if bare and piece.begins else "") + words, style=f"{base} {_style(piece.marks)}".strip())
        if bare and piece.ends:
            text.append("›")
        for mark in piece.ends:
            text.append(f"[{mark.number}]", style=_colour(mark))
    return text


_NOT_READ = {
    Role.BOILERPLATE: "boilerplate, not read",
    Role.CAPTION: "caption, not read",
    Role.CREDIT: "credit, not read",
    Role.DATELINE: "date line",
}


def _understood(mark: Mark, ballot: str) -> Text:
    """What was understood, by which rule, how sure it is."""
    text = Text(visible("; ".join(mark.said)))
    if mark.ballot is not None:
        text.append(f" (ballot {mark.ballot}{f': {visible(ballot)}' if ballot else ''})", style="dim")
    return text + _seen(mark)


def _seen(mark: Mark) -> Text:
    """The rule, and how sure it is."""
    if mark.confidence is None:
        return Text("")
    style = "green" if mark.confidence >= _SURE else "yellow" if mark.confidence >= _UNSURE else "red"
    return Text.assemble((f"  {mark.rule} ", "dim"), (f"{mark.confidence:.0%}", style))


def _summary(explained: Explained) -> Text:
    number = Counter(mark.kind for mark in explained.marks)
    dropped = number.pop(DROPPED, 0)
    told = ", ".join(f"{kind} {count}" for kind, count in sorted(number.items(), key=lambda n: (-n[1], n[0])))
    lines = [f"Places read: {told}" if told else "Nothing was read in this article."]
    if dropped:
        lines.append(f"Read and not kept: {dropped}")
    if explained.around:
        lines.append(f"In the page around the article, not this article's and not kept: {explained.around}")
    return Text("\n".join(lines), style="dim")
