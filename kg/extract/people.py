"""People in a document: every named person, the forms they are named by, their posts, whom they act for."""

from dataclasses import dataclass

from kg.extract.gazetteer import Mention
from kg.extract.sentences import Sentence
from kg.model import Actor, Document, Span


@dataclass(frozen=True, slots=True)
class Post:
    """A post as printed ('deputy permanent representative to the UN'), whom it is held for, where that stands."""

    role: str
    represents: Actor | None
    span: Span
    former: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the document: the fullest name printed, all places where the name or a part of it stands.

    ``gender`` is "f", "m" or None where the text gives no sign; pronouns are resolved with it.
    """

    name: str
    mentions: tuple[Span, ...]
    posts: tuple[Post, ...] = ()
    represents: Actor | None = None
    gender: str | None = None


def people(document: Document, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]) -> tuple[Person, ...]:
    """The people of a document, in order of first mention."""
    return ()
