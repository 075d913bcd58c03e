"""Articles from HTML pages: the story by trafilatura, the rest of the page after it, marked as boilerplate."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from lxml import etree  # type: ignore[import-untyped]
from lxml import html as lxml_html

from kg.errors import ArticleError
from kg.load.published import day
from kg.model import Role, Span

__all__ = ["Page", "read_page"]

# Fixed bounds: the library's own upper bound is today, and the same page must give the same article on any day.
_DATES = {"extensive_search": False, "original_date": True, "min_date": "1945-01-01", "max_date": "2100-12-31"}
_PARAGRAPHS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "figcaption", "blockquote", "td", "th", "a", "button")
_SILENT = ("script", "style", "noscript", "template", "svg", "head")


@dataclass(frozen=True, slots=True)
class Page:
    """The text that stands for a page, with the roles that its markup gives and what it says of itself."""

    text: str
    marked: tuple[tuple[Span, Role], ...]
    title: str | None
    published: date | None
    publisher: str | None
    url: str | None
    author: str | None = None


def read_page(source: str, url: str | None = None) -> Page:
    """The article of a page. ArticleError where the page holds no story."""
    import trafilatura  # noqa: PLC0415  # takes half a second to import, and most articles are no pages

    tree = _tree(source)
    found: Any = trafilatura.bare_extraction(
        source, url=url, with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES)
    )
    parts = _story(found.body) if found is not None and found.body is not None else []
    if not parts:
        raise ArticleError("no article in this page: found no paragraphs of text")
    if found.title and not any(role is Role.HEADLINE for _, role in parts):
        parts.insert(0, (_tidy(found.title), Role.HEADLINE))
    parts += _rest(tree, {text for text, _ in parts})
    text, marked = _assemble(parts)
    return Page(
        text,
        marked,
        _tidy(found.title) if found.title else None,
        day(found.date) if found.date else None,
        found.sitename or found.hostname or None,
        url or found.url or None,
        found.author or None,
    )


def _tree(source: str) -> Any:
    try:
        # lxml refuses text that declares its bytes' encoding; as bytes with the encoding named it takes all.
        return lxml_html.document_fromstring(
            source.encode("utf-8", "replace"), parser=lxml_html.HTMLParser(encoding="utf-8")
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise ArticleError("no article in this page: it is not HTML") from None


def _story(body: Any) -> list[tuple[str, Role | None]]:
    """The paragraphs that trafilatura keeps, in order, with the roles its elements give."""
    parts: list[tuple[str, Role | None]] = []
    titled = False
    for element in body:
        if element.tag == "head":
            role = Role.HEADLINE if element.get("rend") == "h1" and not titled else None
            titled = titled or role is Role.HEADLINE
            parts.append((_text(element), role))
        elif element.tag == "quote":
            inner = [child for child in element if child.tag == "p"] or [element]
            parts.extend((_text(child), Role.QUOTATION) for child in inner)
        elif element.tag == "list":
            parts.extend((_text(item), None) for item in element)
        elif element.tag == "table":
            parts.extend((_text(row), None) for row in element)
        else:
            parts.append((_text(element), None))
    return [(text, role) for text, role in parts if text]


def _rest(tree: Any, taken: set[str]) -> list[tuple[str, Role | None]]:
    """What the page holds beside the story: captions of its pictures, then everything else as boilerplate."""
    captions: list[tuple[str, Role | None]] = []
    others: list[tuple[str, Role | None]] = []
    story = "\n".join(taken)
    etree.strip_elements(tree, *_SILENT, with_tail=False)
    for element in tree.iter(*_PARAGRAPHS):
        if any(child.tag in _PARAGRAPHS for child in element.iterdescendants()):
            continue  # its own paragraphs come by themselves
        text = _text(element)
        if not text or text in taken or (len(text) > 20 and text in story) or _inside_taken(element, story):
            continue
        taken.add(text)
        caption = any(a.tag in ("figcaption", "figure") for a in (element, *element.iterancestors()))
        (captions if caption else others).append((text, Role.CAPTION if caption else Role.BOILERPLATE))
    return captions + others


def _inside_taken(element: Any, story: str) -> bool:
    """Whether a link stands in a paragraph of the story."""
    if element.tag not in ("a", "button"):
        return False
    parent = element.getparent()
    outer = _text(parent) if parent is not None else ""
    return bool(outer) and len(outer) < 5000 and outer in story


def _assemble(parts: list[tuple[str, Role | None]]) -> tuple[str, tuple[tuple[Span, Role], ...]]:
    marked: list[tuple[Span, Role]] = []
    at = 0
    for text, role in parts:
        if role is not None:
            marked.append((Span(at, at + len(text)), role))
        at += len(text) + 2
    return "\n\n".join(text for text, _ in parts), tuple(marked)


def _text(element: Any) -> str:
    return _tidy("".join(element.itertext()))


def _tidy(text: str) -> str:
    return " ".join(text.split())
