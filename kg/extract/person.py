"""What is told of a person of a document: names, places, posts, whom the person acts for."""

from dataclasses import dataclass, field

from kg import codes
from kg.extract.posts import Phrase
from kg.model import Actor, Span


@dataclass(frozen=True, slots=True)
class Post:
    """A post as printed ('deputy permanent representative to the UN'), whom it is held for, where that stands.

    ``public`` is False for callings and for posts in companies, clubs, universities. ``inferred`` says that
    the words of the post do not tell for whom it is held: the text around does.
    """

    role: str
    represents: Actor | None
    span: Span
    former: bool = False
    public: bool = True
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the document: the fullest name printed, all places where the name or a part of it stands.

    ``gender`` is "f", "m" or None where the text gives no sign; pronouns are resolved with it. ``known`` is the name
    in the register of officials; ``governs`` says that the text speaks of this person's government.
    """

    name: str
    mentions: tuple[Span, ...]
    posts: tuple[Post, ...] = ()
    represents: Actor | None = None
    gender: str | None = None
    known: str | None = None
    governs: bool = False


@dataclass(slots=True)
class Sighting:
    """A run of words that may name a person. ``person``: the words around say that it does.

    ``parts`` are the words of the name; ``state`` is the state that follows it ('of Norway', '(Norway)').
    """

    span: Span
    parts: tuple[str, ...]
    sentence: int
    person: bool = False
    title: str = ""
    posts: list[Phrase] = field(default_factory=list)
    state: Actor | None = None
    governs: bool = False
    known: codes.Official | None = None
