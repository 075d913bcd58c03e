"""Places where a person may be named, with what the words around say: a post, a title, a state, a verb of speech."""

from collections.abc import Iterable
from functools import lru_cache

from kg import codes
from kg.extract import genders
from kg.extract.belonging import give_posts
from kg.extract.beside import (
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
from kg.extract.person import Sighting
from kg.extract.tokens import Row, Sort
from kg.model import Actor, ActorKind, Span

_SURE_SPEECH = wordset("said says told added wrote tweeted")
_ACTS = wordset("voted abstained objected vetoed opposed supported")
_USA = Actor(ActorKind.STATE, "USA")


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
        give_posts(one, found)
    for run, sighting in found:
        told = sighting.person or sighting.posts or sighting.known or len(sighting.parts) > 1
        if told or one.words[run.first].sort is Sort.SHOUTED:
            _surroundings(one, run, sighting)
        else:
            _alone(one, run, sighting)
    return [s for _, s in found]


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
            speaker = one.low(j) == ":" and one.ending(i) is not None  # "PRESIDENT ODERA: Thank you"
            if titled or speaker or bracketed(one.words, j) is not None:
                shouted.append(Run(i, j))
        i = max(j, i + 1)
    taken = {k for r in shouted for k in range(r.first, r.last)}
    return sorted([r for r in out if not taken.intersection(range(r.first, r.last))] + shouted)


def _split(row: Row, run: Run) -> list[tuple[tuple[str, ...], Span]]:
    """The name of a run; both names of 'Trump-Putin' and the name in 'Trump-backed'."""
    words, first = row.words, run.first
    start = row.start(first)
    if run.last - first > 1:
        last = run.last - 1
        end = row.start(last) + len(words[last].core)
        return [(tuple([w.core for w in words[first : run.last]]), Span(start, end))]
    core = words[first].core
    whole, span = (core,), Span(start, start + len(core))
    if "-" not in core:
        return [(whole, span)]
    at = span.start
    out: list[tuple[tuple[str, ...], Span]] = []
    for piece in core.split("-"):
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
    if several:
        sighting.person = _inverted(one, run) or speaks(words, run.last, SPEECH_VERBS) or after == "who"
        before = words[run.first - 1] if run.first else None
        if sighting.person and before is not None and before.possessive and before.mention is not None:
            # "Slovenia's Samuel Zbogar told the council"
            actor = before.mention.actor
            sighting.state = actor if actor.kind is ActorKind.STATE else None
    else:
        sighting.person = _inverted(one, run) or speaks(words, run.last, _SURE_SPEECH)


def _alone(one: Line, run: Run, sighting: Sighting) -> None:
    """The same for a bare word of which nothing is known yet: only a verb of speech makes it a name."""
    sighting.governs = governs(one, run)
    if speaks(one.words, run.last, _SURE_SPEECH) or _inverted(one, run):
        sighting.person = not (one.low(run.first - 1) == "the" or is_of_a_thing(one, run))


def _inverted(one: Line, run: Run) -> bool:
    """Whether a verb of speech stands before the name and behind what was said: '," said Odera'."""
    if one.low(run.first - 1) not in SPEECH_VERBS:
        return False
    return one.low(run.first - 2) in (",", '"', "”", "'", "’", "?", "!")


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
