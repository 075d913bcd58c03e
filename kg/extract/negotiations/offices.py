"""Somebody by office: 'the Turkish foreign minister', 'the president of Kenya', 'his Chinese counterpart'.

Where the text names the holder elsewhere, the office stands for that person; else for the state.
"""

import re
from collections.abc import Iterable, Sequence

from kg.extract.people import Person
from kg.model import Actor, ActorKind

_POSTS = (
    r"(?:[Dd]eputy |[Vv]ice[- ]|[Ii]nterim |[Aa]cting )?"
    r"(?:[Pp]rime [Mm]inister|[Pp]remier|PM|(?:[Ff]oreign|[Dd]efen[cs]e|[Ff]oreign [Aa]ffairs|[Ee]xternal [Aa]ffairs|"
    r"[Ff]inance|[Tt]rade|[Ii]nterior) (?:[Mm]inister|[Ss]ecretary)|[Mm]inister of [Ff]oreign [Aa]ffairs|FM|"
    r"[Pp]resident|[Cc]hancellor|[Kk]ing|[Ee]mir|[Cc]rown [Pp]rince|[Ss]ecretary of [Ss]tate|[Tt]op [Dd]iplomat|"
    r"[Hh]ead of [Ss]tate|[Ll]eader|[Aa]mbassador|(?:[Ss]pecial )?[Ee]nvoy|[Dd]ictator|[Rr]uler|[Cc]ounterpart)"
)
# Not "President Mukasa", "the president's spokesman", "a leader-in-waiting".
_WHOLE = r"(?!['’]s? (?!meeting|talks|visit|trip|call|summit|tele|phone)[a-z]| ?-|\w|,? [A-Z])"
BEHIND = re.compile(rf"(?:['’]s?)? (?:(?:new|visiting|then|late) )?(?P<post>{_POSTS}){_WHOLE}")
BEFORE = re.compile(rf"\b(?P<post>{_POSTS}) of (?:the )?$")
ALONE = re.compile(
    rf"\b(?:[Tt]he|[Hh]is|[Hh]er) (?:visiting )?(?P<post>{_POSTS}|[Ss]ecretary-[Gg]eneral){_WHOLE}"
    r"(?! (?:of|to|for)\b)"
)
# "The UN chief"
CHIEF = re.compile(rf"(?:['’]s)? (?:[Cc]hief|[Ss]ecretary-[Gg]eneral){_WHOLE}")

_CANONICAL = {
    "premier": "prime minister",
    "pm": "prime minister",
    "fm": "foreign minister",
    "foreign affairs minister": "foreign minister",
    "minister of foreign affairs": "foreign minister",
    "external affairs minister": "foreign minister",
    "minister for foreign affairs": "foreign minister",
    "minister of external affairs": "foreign minister",
    "top diplomat": "foreign minister",
    "foreign secretary": "foreign minister",
    "defense minister": "defence minister",
    "defense secretary": "defence minister",
    "special envoy": "envoy",
    "head of state": "president",
}
_AT_THE_HEAD = frozenset(("president", "prime minister", "chancellor", "leader", "king", "emir", "ruler"))
# What a colleague abroad may be called: the American foreign minister is a secretary of state.
_PEERS = {"secretary of state": "foreign minister"}


def canonical(role: str) -> str:
    """One name for the posts that are one: 'premier' is 'prime minister'."""
    small = role.casefold().replace("vice-", "vice ").removeprefix("un ").removeprefix("u.n. ")
    return _CANONICAL.get(small, small)


class Holders:
    """Who holds which post, as far as the text says."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._by_post: dict[tuple[Actor | None, str], set[Person]] = {}
        for person in people:
            for post in person.posts:
                if post.former or not post.public:
                    continue
                name = canonical(post.role)
                for home in {post.represents or person.represents, None}:
                    self._by_post.setdefault((home, name), set()).add(person)
                    if name in _AT_THE_HEAD:
                        self._by_post.setdefault((home, "leader"), set()).add(person)

    def holder(self, post: str, home: Actor | None, before: Sequence[Person]) -> Person | None:
        """The one who holds a post for a state, or for any where ``home`` is None; None where that is not clear.

        ``before`` are the people named before in the sentence: a counterpart holds the post of the last of them.
        """
        name = canonical(post)
        if name != "counterpart":
            return self._only(home, name)
        posts = {canonical(p.role) for p in before[-1].posts if not p.former} if before else set()
        posts |= {_PEERS[p] for p in posts if p in _PEERS} | {s for s, f in _PEERS.items() if f in posts}
        found = {p for name in posts if home is not None and (p := self._only(home, name)) is not None}
        return found.pop() if len(found) == 1 else None

    def _only(self, home: Actor | None, name: str) -> Person | None:
        found = self._by_post.get((home, name), set())
        return next(iter(found)) if len(found) == 1 else None


def of_the_united_nations(post: str) -> bool:
    """Whether a post is that of the one Secretary-General who needs no further name."""
    return canonical(post) == "secretary-general"


def is_state(actor: Actor) -> bool:
    """Whether an actor is a state, whose offices have holders."""
    return actor.kind is ActorKind.STATE
