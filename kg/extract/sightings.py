"""Places where a person may be named, with what the words around say: a post, a title, a state, a verb of speech."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kg import codes
from kg.extract import genders
from kg.extract.beside import (
    AMERICAN_STATES,
    american,
    bracketed,
    governs,
    is_institution,
    is_of_a_thing,
    led,
    led_by,
    speaks,
    state_behind,
)
from kg.extract.gazetteer import Form
from kg.extract.lexicon import FEMALE_TITLES, MALE_TITLES, SPEECH_VERBS, wordset
from kg.extract.lines import Line
from kg.extract.names import Run, name_end, runs, shouted_end, title_case, title_start
from kg.extract.offices import PRIVATE_CALLINGS
from kg.extract.posts import Phrase
from kg.extract.tokens import Row, Sort
from kg.model import Actor, ActorKind, Span

_SURE_SPEECH = wordset("said says told added wrote tweeted")
# What stands between commas after a name or office: "Sen. Ann Beck of Kentucky, the majority leader".
_PLACES = AMERICAN_STATES | wordset(
    "Chicago Boston Dallas Houston Miami Detroit Geneva Dubai Istanbul Karachi Mumbai Lagos Shanghai Sydney Toronto"
)
_OF_BUSINESS = wordset("for of on in to at with")
# "The Saudi foreign minister, Prince Faisal": what a prince is besides.
_STYLES = wordset("prince princess king queen sheikh emir general admiral ambassador")
_ACTS = wordset("voted abstained objected vetoed opposed supported")
_OF_BUSINESS_SORTS = (Sort.LOWER, Sort.MENTION, Sort.THING, Sort.CAPITAL, Sort.NAME)
_VERBS = SPEECH_VERBS | wordset(
    "is was are were has have had will would voted met held took who which that and but as under"
)
_LISTING = wordset("including like namely")
_USA = Actor(ActorKind.STATE, "USA")
_DASHES = ("—", "–", "-")


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
    quiet: bool = False


def sightings(lines: Iterable[Line], year: int | None, *, sport: bool = False) -> list[Sighting]:
    """All that may be a person, in text order; those that the words around confirm have ``person`` set.

    In a text on sport nobody acts for a state because the state stands beside the name.
    """
    out: list[Sighting] = []
    for one in lines:
        out += _headline(one, year) if title_case(one.words) else _sentence(one, year)
    if sport:
        for sighting in out:
            sighting.state = None
    return out


def _headline(one: Line, year: int | None) -> list[Sighting]:
    """In a headline every word has a capital: only what the register or the story itself names is a name."""
    out = []
    i = 0
    while i < len(one.words):
        for j in range(min(name_end(one.words, i), i + 4), i, -1):
            sighting = _sighting(one, Run(i, j), year)
            if sighting.known is not None or j == i + 1:
                sighting.person = sighting.known is not None
                out.append(sighting)
                i = j - 1
                break
        i += 1
    return out


def _sentence(one: Line, year: int | None) -> list[Sighting]:
    found: list[tuple[Run, Sighting]] = []
    for run in _candidates(one):
        for part, span in _split(one.row, run):
            sighting = _sighting(one, run, year, part, span)
            _titles(one, run, sighting)
            found.append((run, sighting))
    if one.posts and found:
        _give_posts(one, found)
    for run, sighting in found:
        _surroundings(one, run, sighting)
    return [s for _, s in found]


def _give_posts(one: Line, found: Sequence[tuple[Run, Sighting]]) -> None:
    """Each post to the name that it belongs to, the surest way of belonging first."""
    used: set[int] = set()
    for step in (_direct, _apposition, _announced):
        for run, sighting in found:
            step(one, run, sighting, used)
    if any(post.plural for post in one.posts):
        _plural(one, found, used)


def _candidates(one: Line) -> list[Run]:
    """The runs of capitalised words, and those in capitals that a title or a state in brackets makes a name."""
    letters = one.row.letters
    out = runs(one.row)
    if Sort.COMPOUND in letters:
        out += [Run(i, i + 1) for i, letter in enumerate(letters) if letter == Sort.COMPOUND]
        out.sort()
    if Sort.SHOUTED not in letters:
        return out
    shouted: list[Run] = []
    i = 0
    while i < len(one.words):
        j = shouted_end(one.words, i) if one.words[i].sort in (Sort.SHOUTED, Sort.INITIAL) else i
        if j > i:
            titled = one.words[title_start(one.words, i)].sort is Sort.TITLE and title_start(one.words, i) < i
            if titled or bracketed(one.words, j) is not None:
                shouted.append(Run(i, j))
        i = max(j, i + 1)
    taken = {k for r in shouted for k in range(r.first, r.last)}
    return sorted([r for r in out if not taken.intersection(range(r.first, r.last))] + shouted)


def _split(row: Row, run: Run) -> list[tuple[tuple[str, ...], Span]]:
    """The name of a run; both names of 'Trump-Putin' and the name in 'Trump-backed'."""
    words = row.words
    whole: tuple[str, ...] = tuple([w.core for w in words[run.first : run.last]])
    span = Span(row.start(run.first), row.start(run.last - 1) + len(words[run.last - 1].core))
    if len(whole) > 1 or "-" not in whole[0]:
        return [(whole, span)]
    at = span.start
    out: list[tuple[tuple[str, ...], Span]] = []
    for piece in whole[0].split("-"):
        if piece[:1].isupper():
            out.append(((piece,), Span(at, at + len(piece))))
        at += len(piece) + 1
    if words[run.first].sort is Sort.COMPOUND:
        return out
    known = any(_known(p, None) is not None for p, _ in out)
    return out if known else [(whole, span)]


def _sighting(
    one: Line, run: Run, year: int | None, parts: tuple[str, ...] | None = None, span: Span | None = None
) -> Sighting:
    if parts is None or span is None:
        parts, span = _split(one.row, run)[0]
    return Sighting(span, parts, one.index, known=_known(parts, year))


@lru_cache(maxsize=1 << 14)
def _known(parts: tuple[str, ...], year: int | None) -> codes.Official | None:
    """The entry of the register for a name, if need be without its initials: 'Antony J. Blinken'."""
    found = codes.known_official(" ".join(parts), year)
    if found is not None or len(parts) < 3:
        return found
    short = (parts[0], *(p for p in parts[1:-1] if len(p.rstrip(".")) > 1), parts[-1])
    return codes.known_official(" ".join(short), year) if len(short) < len(parts) else None


def _titles(one: Line, run: Run, sighting: Sighting) -> None:
    start = title_start(one.words, run.first)
    titles = [w.low for w in one.words[start : run.first] if w.sort is Sort.TITLE]
    if titles:
        sighting.title = next((t for t in titles if t in FEMALE_TITLES | MALE_TITLES), titles[0])
        sighting.person = True


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
    bracket = start > 1 and one.low(start - 1) == "(" and bool(sighting.title)
    if start > 1 and (one.low(start - 1) == "," or bracket) and sighting.parts[0] not in _PLACES:
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


def _surroundings(one: Line, run: Run, sighting: Sighting) -> None:
    """What follows the name: a state, a verb of speech, a government, a possessive of one."""
    words = one.words
    if is_institution(one, run):
        sighting.person = sighting.person and bool(sighting.posts or sighting.title)
        return
    after = one.low(run.last)
    the = one.low(run.first - 1) == "the"
    state = bracketed(words, run.last) or (state_behind(words, run.last) if not the else None)
    if state is None and sighting.posts and not any(p.represents for p in sighting.posts):
        state = _USA if american(one, run, sighting.posts) else _owner(one, run)
    several = len([p for p in sighting.parts if len(p) > 2]) > 1
    named = several or sighting.person or words[run.first].sort is Sort.SHOUTED
    private = bool(sighting.posts) and all(p.head in PRIVATE_CALLINGS for p in sighting.posts)
    if state is not None and named and not private and sighting.title != "captain":
        sighting.state, sighting.person = state, True
    leads = (led(one, run.last) or led_by(one, run.first)) if several else None
    if leads is not None and sighting.state is None:
        sighting.state, sighting.person = leads, True
    if governs(one, run):
        sighting.governs = True
    thing = the and not several and words[run.first].sort is not Sort.COMPOUND  # "the Palme"
    if sighting.known is not None and (sighting.governs or not thing):
        sighting.person = True
    if the or sighting.person or is_of_a_thing(one, run):
        return
    if several and _of_a_state(one, run, sighting):
        return
    inverted = one.low(run.first - 1) in SPEECH_VERBS and one.low(run.first - 2) in (",", '"', "”", "'", "’", "?", "!")
    if several:
        sighting.person = inverted or speaks(words, run.last, SPEECH_VERBS) or after == "who"
        before = words[run.first - 1] if run.first else None
        if sighting.person and before is not None and before.possessive and before.mention is not None:
            # "Slovenia's Samuel Zbogar told the council"
            actor = before.mention.actor
            sighting.state = actor if actor.kind is ActorKind.STATE else None
    else:
        sighting.quiet = True
        sighting.person = inverted or speaks(words, run.last, _SURE_SPEECH)


def _owner(one: Line, run: Run) -> Actor | None:
    """The state of 'Japan's Takeo Akiba'."""
    before = one.words[run.first - 1] if run.first else None
    if before is None or not before.possessive or before.mention is None or before.mention.form is Form.DEMONYM:
        return None
    return before.mention.actor if before.mention.actor.kind is ActorKind.STATE else None


def _of_a_state(one: Line, run: Run, sighting: Sighting) -> bool:
    """'Britain's Selwyn Lloyd': a state's, with a given name that is none but a name, or doing what officials do."""
    owner = _owner(one, run)
    among_officials = one.low(run.last) in (",", ".", ";", "and") and len(one.posts) > 1
    votes = one.low(run.last) in _ACTS
    if owner is None or not (among_officials or votes or genders.of_given_name(sighting.parts[0]) is not None):
        return False
    sighting.state, sighting.person = owner, True
    return True
