"""Queries that would call another server. SERVICE makes the engine send requests, so it is refused before it runs.

The text is read token by token as SPARQL's grammar does: the word in a string, a comment, an IRI, a variable or a
prefixed name is none of its keywords.
"""

import re

__all__ = ["calls_out"]

_TOKEN = re.compile(
    r"""
      (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<long>\"{3}(?:\"{0,2}(?:[^\"\\]|\\.))*+\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*+'{3})
    | (?P<short>"(?:[^"\\\r\n]|\\.)*+" | '(?:[^'\\\r\n]|\\.)*+')
    | (?P<comment>\#[^\r\n]*)
    | (?P<variable>[?$]\w+)
    | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<prefixed>
        (?:[^\W\d_](?:[\w.-]{0,80}[\w-])?|_)?:                      # bounded: time stays linear
        (?:(?:[\w:-]|%[0-9A-Fa-f]{2}|\\.)
           (?:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\.)*(?:[\w:-]|%[0-9A-Fa-f]{2}|\\.))?
        )?)
    | (?P<number>\d+(?:\.\d*)?(?:[eE][+-]?\d+)?)
    | (?P<word>[^\W\d_]+)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def calls_out(query: str) -> bool:
    """Whether the query holds the keyword SERVICE, in whatever way it is written."""
    # SPARQL lets any character be written as \u0053; engines differ in when they read it so, so both readings count.
    plain = _ESCAPE.sub(_character, query)
    return any(_has_service(text) for text in {query, plain})


def _character(m: re.Match[str]) -> str:
    number = int(m[1] or m[2], 16)
    return chr(number) if number <= 0x10FFFF else m[0]


def _has_service(text: str) -> bool:
    if "service" not in text.casefold():
        return False
    return any(m.lastgroup == "word" and m[0].casefold() == "service" for m in _TOKEN.finditer(text))
