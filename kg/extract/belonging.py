"""Which name of a sentence a post belongs to: before it, behind it, in a list of several."""

from collections.abc import Sequence

from kg.extract.beside import AMERICAN_STATES, is_institution
from kg.extract.lexicon import SPEECH_VERBS, wordset
from kg.extract.lines import Line
from kg.extract.names import Run, name_end, title_start
from kg.extract.person import Sighting
from kg.extract.posts import Phrase
from kg.extract.tokens import Sort

__all__ = ["give_posts"]

# What stands between commas after a name or office: "Sen. Ann Beck of Kentucky, the majority leader".
_PLACES = AMERICAN_STATES | wordset(
    "Chicago Boston Dallas Houston Miami Detroit Geneva Dubai Istanbul Karachi Mumbai Lagos Shanghai Sydney Toronto"
)
_OF_BUSINESS = wordset("for of on in to at with")
# "The Saudi foreign minister, Prince Faisal": what a prince is besides.
_STYLES = wordset("prince princess king queen sheikh emir general admiral ambassador")
_OF_BUSINESS_SORTS = (Sort.LOWER, Sort.MENTION, Sort.THING, Sort.CAPITAL, Sort.NAME)
_VERBS = SPEECH_VERBS | wordset(
    "is was are were has have had will would voted met held took who which that and but as under"
)
_LISTING = wordset("including like namely")
_DASHES = ("—", "–", "-")


def give_posts(one: Line, found: Sequence[tuple[Run, Sighting]]) -> None:
    """Each post to the name that it belongs to, the surest way of belonging first."""
    used: set[int] = set()
    for step in (_direct, _apposition, _announced):
        for run, sighting in found:
            step(one, run, sighting, used)
    if any(post.plural for post in one.posts):
        _plural(one, found, used)


def _direct(one: Line, run: Run, sighting: Sighting, used: set[int]) -> None:
    """A post just before the name: 'US envoy Dorothy Shea'; with it what 'and' adds before."""
    for at in range(title_start(one.words, run.first), run.first + 1):
        post = one.ending(at)
        if post is not None and not post.plural and id(post) not in used and not is_institution(one, run):
            _take(one, post, sighting, used)
            return
    if len(sighting.parts) > 1 and run.first and one.words[run.first - 1].sort in (Sort.LOWER, Sort.THING):
        post = _with_business(one, run.first, 5)
        if post is not None and not post.plural and id(post) not in used and post.last < run.first - 1:
            _take(one, post, sighting, used)


def _apposition(one: Line, run: Run, sighting: Sighting, used: set[int]) -> None:
    """A post after the name: 'Sergei Lavrov, Russia's foreign minister', 'X, who is the ambassador', 'X as envoy'."""
    mark = one.low(_past_home(one, run.last))
    at = _apposed(one, run, sighting)
    if at is None:
        return
    post = one.beginning(at)
    if post is None or id(post) in used or post.plural:
        return
    if mark in ("is", "became", "as") and not (post.definite or post.represents or sighting.known):
        return
    follows = one.low(post.last) == "," and name_end(one.words, post.last + 1) > post.last + 1
    if follows and (sighting.posts or (sighting.known is None and len(sighting.parts) < 2)):
        return
    used.add(id(post))
    sighting.posts.append(post)
    sighting.person = True
    following = one.beginning(post.last + 1) if one.low(post.last) == "and" else None
    if following is not None and id(following) not in used:
        used.add(id(following))
        sighting.posts.append(following)


def _apposed(one: Line, run: Run, sighting: Sighting) -> int | None:
    """Where the words begin that say what the bearer of a name is; None where none do, or the name is a place's."""
    if run.last - run.first == 1 and (one.low(run.first - 1) in ("of", "from", "in") or sighting.parts[0] in _PLACES):
        return None
    at = _past_home(one, run.last)
    if one.low(at) in (",", "(", *_DASHES):
        at += 1
        if at < len(one.words) and one.words[at].sort is Sort.NUMBER and one.low(at + 1) == ",":
            at += 2  # an age
        if one.low(at) in ("who", "whose") and one.low(at + 1) in ("is", "serves", "was", "has"):
            at += 2
        if one.low(at) == "as":
            at += 1
    elif one.low(at) in ("is", "became", "as"):
        at += 1
    else:
        return None
    while one.low(at) in ("the", "a", "an", "his", "her", "their", "its", "also", "currently"):
        at += 1
    if at < len(one.words) and one.words[at].possessive and one.beginning(at + 1) is not None:
        at += 1
    return at


def _past_home(one: Line, at: int) -> int:
    """The place behind 'of Kenya' or 'of Nairobi', if a comma stands there."""
    if one.low(at) not in ("of", "from"):
        return at
    end = at + 1
    while end < len(one.words) and end - at < 6 and one.words[end].sort in (Sort.NAME, Sort.MENTION, Sort.THING):
        end += 1
    return end if one.low(end) == "," else at


def _announced(one: Line, run: Run, sighting: Sighting, used: set[int]) -> None:
    """A post, a comma and the name: 'Russia's UN envoy, Vassily Nebenzya,'."""
    start = title_start(one.words, run.first)
    style = one.ending(start)
    if style is not None and style.head in _STYLES and style.represents is None:
        start = style.first  # "the deputy head of the agency, Ambassador Odera"
    bracket = start > 1 and one.low(start - 1) == "(" and bool(sighting.title)
    if start > 1 and (one.low(start - 1) in (",", *_DASHES) or bracket) and sighting.parts[0] not in _PLACES:
        post = one.ending(start - 1) or _with_business(one, start - 1, 8)
        styled = all(p.head in _STYLES for p in sighting.posts)
        if post is not None and not post.plural and id(post) not in used and styled:
            _take(one, post, sighting, used)


def _with_business(one: Line, end: int, longest: int) -> Phrase | None:
    """The post before words that tell its business: 'the EU coordinator for the nuclear talks with Iran'."""
    post = next((p for p in reversed(one.posts) if p.last < end), None)
    if (
        post is None
        or end - post.last > longest
        or not any(w.low in _OF_BUSINESS for w in one.words[post.first : post.last + 1])
    ):
        return None
    between = one.words[post.last : end]
    fitting = all(w.sort in _OF_BUSINESS_SORTS and w.low not in _VERBS for w in between)
    return post if fitting and post.represents is not None else None


def _take(one: Line, post: Phrase, sighting: Sighting, used: set[int]) -> None:
    used.add(id(post))
    sighting.posts.append(post)
    sighting.person = True
    before = one.ending(post.first - 1) if one.low(post.first - 1) == "and" else None
    if before is None or id(before) in used or before.plural:
        return
    theirs = before.represents is not None and post.represents not in (None, before.represents)
    if theirs and not (before.former or post.former):
        return
    _take(one, before, sighting, used)


def _plural(one: Line, found: Sequence[tuple[Run, Sighting]], used: set[int]) -> None:
    """'Presidents Trump and Putin', 'European leaders, including Emmanuel Macron and Keir Starmer'."""
    named = {title_start(one.words, run.first): (run, sighting) for run, sighting in found}
    for post in one.posts:
        if not post.plural or id(post) in used:
            continue
        at = post.last
        if one.low(at) == ",":
            at += 1
        if one.low(at) in _LISTING:
            at += 1
        elif one.low(at) == "such" and one.low(at + 1) == "as":
            at += 2
        elif at != post.last:
            continue
        while at in named:
            run, sighting = named[at]
            sighting.posts.append(post)
            sighting.person = True
            at = _next_item(one, run.last)


def _next_item(one: Line, at: int) -> int:
    """Where the next name of a list stands; -1 at its end."""
    if one.low(at) == "of" and at + 1 < len(one.words) and one.words[at + 1].mention is not None:
        mention = one.words[at + 1].mention
        at += 1
        while at < len(one.words) and one.words[at].mention is mention:
            at += 1
    moved = False
    while one.low(at) in (",", "and", "&"):
        at, moved = at + 1, True
    return at if moved else -1
