"""Who can speak in a story: its people and actors, found by the place where a name begins or ends."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.codes.officials import officials_named
from kg.extract.gazetteer import Mention
from kg.extract.people import Person, Post
from kg.extract.statements.words import POSTS
from kg.extract.story import Story
from kg.model import Actor, ActorKind, Span

_SAME_POST = (
    frozenset({"envoy", "ambassador", "representative", "diplomat", "delegate"}),
    frozenset({"spokesman", "spokeswoman", "spokesperson"}),
    frozenset({"leader", "president", "premier", "chancellor", "king", "emir", "ruler", "head"}),
    frozenset({"adviser", "advisor", "aide"}),
    frozenset({"chairman", "chairwoman", "chair", "chairperson", "president", "head"}),
    frozenset({"chief", "head", "director", "secretary-general", "commissioner", "president"}),
)
# Words before a post that make it another post.
_TELLING = frozenset({"foreign", "prime", "defence", "defense", "vice", "interior", "finance", "economy", "deputy"})
_HEADS_OF_GOVERNMENT = frozenset({"leader", "premier"})
_OPEN_KINDS = frozenset({ActorKind.STATE, ActorKind.BODY, ActorKind.BLOC, ActorKind.ORGANIZATION})


@dataclass(frozen=True)
class Cast:
    """The people and actors of a story, by place."""

    story: Story

    @cached_property
    def _people_by_end(self) -> dict[int, tuple[Span, Person]]:
        return {s.end: (s, p) for p in self.story.people for s in p.mentions}

    @cached_property
    def _people_by_start(self) -> dict[int, tuple[Span, Person]]:
        return {s.start: (s, p) for p in self.story.people for s in p.mentions}

    @cached_property
    def _name_starts(self) -> list[int]:
        return sorted(self._people_by_start)

    @cached_property
    def _actors_by_end(self) -> dict[int, Mention]:
        # "anti-Russian" names nobody
        text = self.story.document.text
        return {m.span.end: m for m in self.story.mentions if text[m.span.start - 1 : m.span.start] != "-"}

    @cached_property
    def _actors_by_start(self) -> dict[int, Mention]:
        return {m.span.start: m for m in self.story.mentions}

    @cached_property
    def _appearances(self) -> list[tuple[int, Person]]:
        places = [(s.start, n, p) for n, p in enumerate(self.story.people) for s in p.mentions]
        return [(start, person) for start, _, person in sorted(places, key=lambda x: x[:2])]

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [m.span.start for m in self.story.mentions]

    def person_ending(self, offset: int) -> tuple[Span, Person] | None:
        """The person whose name ends at an offset."""
        return self._people_by_end.get(offset)

    def people_between(self, start: int, end: int) -> Iterator[tuple[Span, Person]]:
        """The people whose names begin at or after an offset and before another, with the names' places, in order."""
        for at in range(bisect_left(self._name_starts, start), bisect_left(self._name_starts, end)):
            yield self._people_by_start[self._name_starts[at]]

    def actor_ending(self, offset: int) -> Mention | None:
        """The state, body, bloc or organisation whose name ends at an offset."""
        return self._actors_by_end.get(offset)

    def actor_starting(self, offset: int) -> Mention | None:
        """The state, body, bloc or organisation whose name begins at an offset."""
        return self._actors_by_start.get(offset)

    def actors(self, span: Span) -> tuple[Mention, ...]:
        """The states, bodies, blocs and organisations named inside a stretch."""
        first = bisect_left(self._mention_starts, span.start)
        last = bisect_right(self._mention_starts, span.end)
        return tuple(m for m in self.story.mentions[first:last] if span.holds(m.span))

    def about(self, spans: tuple[Span, ...]) -> tuple[Actor, ...]:
        """The states, bodies, blocs and organisations named in some stretches, each once."""
        return tuple(dict.fromkeys(m.actor for s in spans for m in self.actors(s) if m.actor.kind in _OPEN_KINDS))

    @cached_property
    def bodies(self) -> tuple[Mention, ...]:
        """Where bodies are named, in text order."""
        return tuple(m for m in self.story.mentions if m.actor.kind is ActorKind.BODY)

    @cached_property
    def body_names(self) -> dict[Actor, str]:
        """The longest name that the text has for each body."""
        longest: dict[Actor, str] = {}
        for mention in self.bodies:
            printed = " ".join(mention.span.of(self.story.document.text).split())
            if len(printed) > len(longest.get(mention.actor, "")):
                longest[mention.actor] = printed
        return longest

    @cached_property
    def _bodies_by_noun(self) -> dict[str, list[Mention]]:
        """The bodies by the last word of the name printed ('assembly')."""
        found: dict[str, list[Mention]] = {}
        for mention in self.bodies:
            printed = mention.span.of(self.story.document.text).lower()
            if " " in printed:
                found.setdefault(printed.rsplit(" ", 1)[-1], []).append(mention)
        return found

    def named_so(self, noun: str, offset: int) -> Actor | None:
        """The body whose full name ends with a noun ('assembly'), the last one named before an offset or else any."""
        named = self._bodies_by_noun.get(noun)
        if not named:
            return None
        last = bisect_left(named, offset, key=lambda m: m.span.start) - 1
        return named[max(last, 0)].actor

    def before(self, offset: int, limit: int = 40) -> tuple[Person, ...]:
        """The people named before an offset, the last one first; each once."""
        place = bisect_left(self._appearances, offset, key=lambda a: a[0])
        seen: dict[str, Person] = {}
        for _, person in self._appearances[max(0, place - limit) : place][::-1]:
            seen.setdefault(person.name, person)
        return tuple(seen.values())

    def holder(self, post: str, modifiers: frozenset[str], state: Actor | None, offset: int) -> Person | None:
        """The person who holds a post ('minister' with 'foreign', for a state), the last one named before an offset.

        Without a state, a post that two people of the story hold names nobody unless one of them was just named.
        """
        later = tuple(p for p in self.story.people if p.mentions and p.mentions[0].start >= offset) if state else ()
        known = dict.fromkeys(self.before(offset) + later)
        telling = modifiers & _TELLING
        names = {post}.union(*(group for group in _SAME_POST if post in group))
        # who has the very post goes before who has one like it
        return (
            self._holding(known, {post}, telling, state)
            or self._holding(known, names, telling, state)
            or _registered(known, post, telling, state)
            or self._bare_name(state, offset)
        )

    def _holding(
        self, known: Iterable[Person], names: set[str], telling: frozenset[str], state: Actor | None
    ) -> Person | None:
        """The first of some people who holds one of the posts for a state; one who may, where none surely does."""
        unsure: Person | None = None
        for person in known:
            held = [p for p in person.posts if not p.former and _is_post(p, names, telling)]
            if not held:
                continue
            acts_for = {p.represents for p in held} | {person.represents}
            if state is None or state in acts_for:
                return person
            if acts_for == {None} and unsure is None:
                unsure = person
        return unsure

    def former(self, post: str, offset: int) -> Person | None:
        """The person who held a post once, the last one named before an offset."""
        held = (p for p in self.before(offset) if any(q.former and post in q.role.lower().split() for q in p.posts))
        return next(held, None)

    def _bare_name(self, state: Actor | None, offset: int) -> Person | None:
        """The person named last, if the text gives them no post but the state asked for ('the Russian president')."""
        last = self.before(offset, limit=1)
        fits = bool(last) and state is not None and not last[0].posts and last[0].represents == state
        return last[0] if fits else None


def _registered(known: Iterable[Person], post: str, telling: frozenset[str], state: Actor | None) -> Person | None:
    """The person to whom the text gives no post, but the register the one asked for ('the US president')."""
    wanted = telling | {post}
    for person in known if state is not None else ():
        bare = not person.posts and person.represents == state
        if bare and any(wanted <= set(o.post.lower().split()) for o in officials_named(person.name)):
            return person
    return None


def _is_post(post: Post, names: set[str], telling: frozenset[str]) -> bool:
    words = frozenset(post.role.lower().replace("-", " ").split()) | frozenset(post.role.lower().split())
    if {"prime", "minister"} <= words and names & _HEADS_OF_GOVERNMENT and telling <= words:
        return True
    if "prime" in words and "minister" in names and "prime" not in telling:
        return False
    return bool(words & names) and telling <= words and (words & _TELLING - {"deputy"}) >= telling - {"deputy"}


def is_post(word: str) -> bool:
    """Whether a word in lower case is a post that one person holds."""
    return word in POSTS or (word.endswith(("-general", "-president", "-minister")) and "-" in word)
