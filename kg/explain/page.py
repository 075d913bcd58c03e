"""Explained articles as one HTML page that opens anywhere, asks no server for anything and runs no stranger's code."""

from base64 import b64encode
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from pathlib import Path

from kg.explain.marking import DROPPED, Explained, Mark, Paragraph, Piece
from kg.explain.visible import visible
from kg.model import Role

__all__ = ["page"]

_ASSETS = Path(__file__).parent
_LOW = 0.7
"""Confidence under which a claim stands out."""

_DOT = ' <span class="how">·</span> '

_NOT_READ = {
    Role.BOILERPLATE: "boilerplate, not read",
    Role.CAPTION: "caption, not read",
    Role.CREDIT: "credit, not read",
    Role.DATELINE: "date line",
}


def page(explained: Sequence[Explained]) -> str:
    """The page of several articles, each with its claims beside it. The same articles give the same bytes."""
    style, script = _asset("page.css"), _asset("page.js")
    policy = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; base-uri 'none'"
    title = _title(explained[0]) if len(explained) == 1 else f"{len(explained)} articles, explained"
    articles = "\n".join(_article(each, f"a{number}") for number, each in enumerate(explained, 1))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#text">To the text</a>\n<main id="text">\n{articles}\n</main>\n'
        f"<script>{script}</script>\n</body>\n</html>\n"
    )


def _asset(name: str) -> str:
    return (_ASSETS / name).read_text("utf-8")


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _text(text: str) -> str:
    """Text of strangers as text in a page."""
    return escape(visible(text))


def _title(explained: Explained) -> str:
    return visible(explained.document.title or explained.document.name)


# --------------------------------------------------------------------------- an article


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the parts of an article need of the whole: its name in the page, its text, its ballots in words.

    ``anchors`` is where the number of each mark stands first, to which its claim leads back.
    """

    name: str
    text: str
    ballots: Mapping[int, str]
    anchors: Mapping[int, int]


def _article(explained: Explained, name: str) -> str:
    anchors: dict[int, int] = {}
    for piece in (piece for paragraph in explained.paragraphs for piece in paragraph.pieces):
        for mark in piece.ends:
            anchors.setdefault(mark.number, piece.span.end)
    shown = _Shown(name, explained.document.text, dict(explained.ballots), anchors)
    rows = "\n".join(_row(paragraph, shown) for paragraph in explained.paragraphs)
    return (
        f'<article id="{name}" aria-labelledby="{name}-title">\n<header>\n'
        f'<h1 id="{name}-title">{escape(_title(explained))}</h1>\n{_about(explained)}\n{_kinds(explained)}\n'
        f"{_ballots(explained)}</header>\n{rows}\n</article>"
    )


def _about(explained: Explained) -> str:
    document = explained.document
    day = document.published.isoformat() if document.published else None
    known = [_text(part) for part in (document.publisher, day) if part]
    if document.url:
        shown = _text(document.url)
        web = document.url.startswith(("https://", "http://"))
        known.append(f'<a href="{shown}" rel="noreferrer noopener">{shown}</a>' if web else shown)
    known.append(f"read by {_text(explained.extractor)}")
    return f'<p class="about">{" · ".join(known)}</p>'


def _kinds(explained: Explained) -> str:
    """How many places were read of each kind, in the colours of the marks."""
    number = Counter(mark.kind for mark in explained.marks)
    if not number:
        return '<p class="note">Nothing was read in this article.</p>'
    items = "".join(
        f'<li class="k-{_class(kind)}"><span>{kind} {count}</span></li>'
        for kind, count in sorted(number.items(), key=lambda n: (n[0] == DROPPED, -n[1], n[0]))
    )
    beside = (
        f'<p class="note">Read in the page around the article, not this article’s: {explained.around}</p>'
        if explained.around
        else ""
    )
    return f'<ul class="kinds" aria-label="What was read">{items}</ul>{beside}'


def _ballots(explained: Explained) -> str:
    if not explained.ballots:
        return ""
    items = "".join(f'<li value="{number}">{_text(words)}</li>' for number, words in explained.ballots)
    return f"<details><summary>Ballots it tells of: {len(explained.ballots)}</summary><ol>{items}</ol></details>\n"


def _row(paragraph: Paragraph, shown: _Shown) -> str:
    """A paragraph, and what was understood in it beside it."""
    words = "".join(_piece(piece, shown) for piece in paragraph.pieces)
    if paragraph.read:
        look = "headline" if paragraph.role is Role.HEADLINE else "told"
        told = f'<p class="{look}" dir="auto">{words}</p>'
    else:
        role = _NOT_READ.get(paragraph.role, paragraph.role.value)
        told = f'<p class="unread" dir="auto"><em>{role}</em>{words}</p>'
    claims = "".join(_claim(mark, shown) for mark in paragraph.marks)
    listed = f'<ol class="seen" aria-label="What was read here">{claims}</ol>' if claims else ""
    return f'<div class="row">\n{told}\n{listed}</div>'


def _piece(piece: Piece, shown: _Shown) -> str:
    words = _text(piece.span.of(shown.text))
    if piece.marks:
        innermost = max(piece.marks, key=lambda m: (m.spans[0].start, m.number))
        title = escape("\n".join(_line(mark) for mark in piece.marks))
        numbers = " ".join(str(mark.number) for mark in piece.marks)
        depth = f" d{min(len(piece.marks), 3)}" if len(piece.marks) > 1 else ""
        look = f"k-{_class(innermost.kind)}{depth}{' dropped' if innermost.kind == DROPPED else ''}"
        words = f'<mark class="{look}" data-m="{numbers}" title="{title}">{words}</mark>'
    return words + "".join(_number(mark, piece, shown) for mark in piece.ends)


def _number(mark: Mark, piece: Piece, shown: _Shown) -> str:
    """The number behind the words, which leads to the claim."""
    place = f' id="{shown.name}-m{mark.number}"' if shown.anchors[mark.number] == piece.span.end else ""
    told = escape(f"claim {_line(mark)}")
    link = f'<a class="n" href="#{shown.name}-c{mark.number}"{place} aria-label="{told}">{mark.number}</a>'
    return f'<sup class="k-{_class(mark.kind)}">{link}</sup>'


def _claim(mark: Mark, shown: _Shown) -> str:
    """What was understood, which leads back to the words where there are any."""
    said = "<br>".join(map(_text, mark.said))
    ballot = ""
    if mark.ballot is not None:
        ballot = (
            f'{_DOT}<span class="how" title="{_text(shown.ballots.get(mark.ballot, ""))}">ballot {mark.ballot}</span>'
        )
    number = f'<span class="n">{mark.number}</span> '
    if mark.number in shown.anchors:
        to = f"{shown.name}-m{mark.number}"
        number = f'<a class="n" href="#{to}" aria-label="words of claim {mark.number}">{mark.number}</a> '
    return (
        f'<li class="k-{_class(mark.kind)}" id="{shown.name}-c{mark.number}" data-m="{mark.number}">{number}'
        f'<span class="kind">{mark.kind}</span> {said}{ballot}{_seen(mark)}</li>'
    )


def _seen(mark: Mark) -> str:
    """The rule, and how sure it is."""
    if mark.confidence is None:
        return ""
    low = " low" if mark.confidence < _LOW else ""
    return f'{_DOT}<span class="how">{_text(mark.rule)}</span>{_DOT}<span class="how{low}">{mark.confidence:.0%}</span>'


def _line(mark: Mark) -> str:
    how = "" if mark.confidence is None else f" ({mark.rule}, {mark.confidence:.0%})"
    return visible(f"{mark.number}, {mark.kind}: {'; '.join(mark.said)}{how}")


def _class(kind: str) -> str:
    return "dropped" if kind == DROPPED else kind
