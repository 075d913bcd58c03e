"""Officials and their posts: what the text says of who holds which office for whom."""

from kg.extract.people import Person, Post
from kg.extract.story import Story
from kg.model import Actor, Document, Span, Tenure


def tenures(story: Story) -> tuple[Tenure, ...]:
    """One tenure for each official and post, the present post first; private persons and reporters are left out."""
    return tuple(t for p in story.people if official(p) for t in _tenures(story.document, p))


def official(person: Person) -> bool:
    """Whether a person holds or held a public office: a public post, a state spoken for, a government called after."""
    return person.represents is not None or any(p.public for p in person.posts) or person.known is not None


def _tenures(document: Document, person: Person) -> list[Tenure]:
    # a known official's posts are public, whatever they are called
    posts = sorted((p for p in person.posts if p.public or person.known), key=lambda p: (p.former, p.span))
    if not posts:
        first = person.mentions[0]
        return [
            Tenure(
                official=person.name,
                evidence=document.evidence(first, "officials/named", 0.8),
                represents=person.represents,
                mentions=person.mentions,
            )
        ]
    return [_tenure(document, person, p) for p in posts]


def _tenure(document: Document, person: Person, post: Post) -> Tenure:
    """The evidence runs from the post to the name that stands nearest to it."""
    nearest = min(person.mentions, key=lambda m: max(m.start - post.span.end, post.span.start - m.end, 0))
    span = Span(min(post.span.start, nearest.start), max(post.span.end, nearest.end))
    # a former post of one whom the register knows is of the same state; of others it may be of any
    represents = post.represents or (None if post.former and person.known is None else person.represents)
    return Tenure(
        official=person.name,
        evidence=document.evidence(span, *_rule(post, represents)),
        role=post.role,
        represents=represents,
        former=post.former,
        mentions=person.mentions,
    )


def _rule(post: Post, represents: Actor | None) -> tuple[str, float]:
    """By which rule a post was read, and how sure that is."""
    if represents is None:
        return "officials/post", 0.7
    return (
        ("officials/context", 0.8)
        if post.inferred or (post.former and post.represents is None)
        else ("officials/post", 0.95)
    )
