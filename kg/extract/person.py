"""What is told of a person of a document: names, places, posts, whom the person acts for."""

from dataclasses import dataclass

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
