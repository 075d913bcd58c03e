"""Documents that speak: what a resolution, draft or declaration is called, and which body it belongs to."""

from bisect import bisect_left

from kg.extract.gazetteer import Mention
from kg.extract.lexicon import wordset
from kg.extract.statements.cast import Cast
from kg.extract.statements.phrases import Phrase
from kg.extract.statements.words import DETERMINERS
from kg.model import Actor

_NEAR = 300
_PLAIN = wordset(
    "draft new original final amended unamended adopted proposed latest separate second first same rival own "
    "current text resolution measure document motion monday's tuesday's wednesday's thursday's friday's "
    "saturday's sunday's similar approved nonbinding non-binding binding symbolic three two landmark historic"
)
_OF_A_BODY = wordset("resolution resolutions draft drafts text measure motion amendment decision")


def name(phrase: Phrase, offset: int, cast: Cast) -> tuple[str, Actor | None]:
    """A document's name, and the body whose document it is.

    A plain phrase (*the resolution*, *Tuesday's draft*) takes the name of the body named last before it.
    """
    words = [w for w in (phrase.core or phrase.words).split() if w.lower() not in DETERMINERS]
    body = _body(phrase, offset, cast)
    if body and phrase.head in _OF_A_BODY and all(w.lower().replace("’", "'") in _PLAIN for w in words):
        return f"{body[0]} {_singular(phrase.head)}", body[1]
    return " ".join(words), body[1] if body else None


def _singular(head: str) -> str:
    return {"resolutions": "resolution", "drafts": "draft", "text": "resolution"}.get(head, head)


def _body(phrase: Phrase, offset: int, cast: Cast) -> tuple[str, Actor] | None:
    """The body named inside the phrase, or the last one named before it, or the first one after it."""
    start = bisect_left(cast.bodies, phrase.span.start, key=_start)
    inside = next((m for m in cast.bodies[start : start + 1] if phrase.span.holds(m.span)), None)
    after = bisect_left(cast.bodies, offset, key=_start)
    earlier = cast.bodies[after - 1] if after else None
    soon = next((m for m in cast.bodies[after : after + 1] if m.span.start < offset + _NEAR), None)
    chosen = inside or earlier or soon
    return (cast.body_names[chosen.actor], chosen.actor) if chosen else None


def _start(mention: Mention) -> int:
    return mention.span.start
