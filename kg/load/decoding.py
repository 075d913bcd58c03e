"""From bytes to text, or a one-line reason why not. Damage is refused, never guessed away."""

import codecs
import re

from kg.errors import ArticleError

__all__ = ["LIMIT", "declared_charset", "decode"]

LIMIT = 50_000_000
"""Bytes from which a file (or a record of a collection) is refused: no news article is that long."""

# UTF-32 begins as UTF-16 does, so the longer marks come first.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or office document",
    b"\x1f\x8b": "gzip data",
    b"\x28\xb5\x2f\xfd": "zstd data",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x7fELF": "a program",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"SQLite format 3": "a database",
}
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CHARSET = re.compile(rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
# UTF-8 read as Windows-1252: the curly quote becomes three signs.
_MOJIBAKE = re.compile(
    "\u00e2\u20ac[\u2122\u0153\u009d\u201c\u201d\u02dc\u00a6]|\u00c3[\u00a9\u00a8\u00bc\u00b6\u00a4\u00b1\u00ad]"
)
MOJIBAKE_LIMIT = 3
"""Garbled characters from which a text counts as damaged; one or two may be a quotation of such a text."""


def decode(data: bytes, declared: str | None = None) -> str:
    """The text: by its byte order mark, by a declared character set, else UTF-8. ArticleError says what is wrong."""
    if not data.strip():
        raise ArticleError("empty: nothing to read")
    mark = next((name for bom, name in _MARKS if data.startswith(bom)), None)
    if mark in (None, "utf-8-sig"):
        _refuse_binary(data)
    text = _text(data, mark, declared)
    if not text.strip():
        raise ArticleError("empty: nothing but white space")
    damaged = text.count("\ufffd")
    if damaged:
        raise ArticleError(f"damaged encoding: {damaged} replacement characters (U+FFFD); get the original file")
    if len(_MOJIBAKE.findall(text)) >= MOJIBAKE_LIMIT:
        sample = _MOJIBAKE.search(text)
        raise ArticleError(
            f"damaged encoding: UTF-8 was read as Windows-1252 ({sample and sample[0]!r}); repair it first"
        )
    return text


def declared_charset(data: bytes) -> str | None:
    """The character set that an HTML page names in its first 4,096 bytes."""
    m = _CHARSET.search(data[:4096])
    return m[1].decode("ascii", "replace") if m else None


def _text(data: bytes, mark: str | None, declared: str | None) -> str:
    if mark:
        try:
            return data.decode(mark)
        except UnicodeDecodeError as e:
            raise ArticleError(f"damaged encoding: invalid {mark} at byte {e.start:,}; save it as UTF-8") from None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as e:
        wrong = e.start
    if declared and codecs_knows(declared):
        # What browsers do: Latin-1 on the web means Windows-1252.
        name = codecs.lookup(declared).name
        try:
            return data.decode("cp1252" if name in ("iso8859-1", "ascii") else name)
        except UnicodeDecodeError as e:
            raise ArticleError(f"damaged encoding: invalid {declared} at byte {e.start:,}; save it as UTF-8") from None
    raise ArticleError(f"damaged encoding: invalid UTF-8 at byte {wrong:,}; save it as UTF-8") from None


def codecs_knows(name: str) -> bool:
    """Whether Python can decode a character set of this name into text."""
    try:
        return codecs.lookup(name)._is_text_encoding
    except LookupError:
        return False


def _refuse_binary(data: bytes) -> None:
    kind = next((kind for magic, kind in _MAGIC.items() if data.startswith(magic)), None)
    if kind:
        raise ArticleError(f"binary file: {kind}, not text")
    head = data[:65536]
    if b"\x00" in data or len(_CONTROL.findall(head)) * 50 > len(head):
        raise ArticleError("binary file: not text")
