"""Documents that speak: what a resolution, draft or declaration is called, and which body it belongs to."""

from kg.extract.lexicon import wordset
from kg.extract.statements.cast import Cast
from kg.extract.statements.phrases import Phrase
from kg.extract.statements.words import DETERMINERS
from kg.model import Actor, ActorKind

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
    bodies = [m for m in cast.story.mentions if m.actor.kind is ActorKind.BODY]
    text = cast.story.document.text
    inside = [m for m in bodies if phrase.span.holds(m.span)]
    earlier = [m for m in bodies if m.span.start < offset]
    soon = [m for m in bodies if offset <= m.span.start < offset + _NEAR]
    chosen = (inside or earlier[-1:] or soon)[:1]
    if not chosen:
        return None
    actor = chosen[0].actor
    longest = max((m.span.of(text) for m in bodies if m.actor == actor), key=len)
    return " ".join(longest.split()), actor
