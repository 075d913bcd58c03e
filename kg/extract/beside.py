"""What stands beside a name: a state, a delegation that its bearer leads, a verb of speech, a government, a thing."""

import re
from collections.abc import Sequence

from kg.extract.lexicon import wordset
from kg.extract.lines import Line
from kg.extract.names import Run, title_start
from kg.extract.offices import POST_WORDS
from kg.extract.posts import Phrase, employer
from kg.extract.tokens import Sort, Token
from kg.model import Actor, ActorKind

# "Amina Odera, who leads the Kenyan delegation"
_LEADING = wordset("heads headed leads led chairs chaired represents represented commands runs governs rules")
_BEFORE_LED = wordset(", team which is was being negotiating side forces group")
_REGIONS = wordset("region province oblast governorate district county prefecture peninsula")
# "R-Ohio", "D-Calif.": an American legislator's party and state
_PARTY = re.compile(r"[RDI]-[A-Z][a-z]+")
_OF_CONGRESS = wordset("sen senator rep representative congressman congresswoman gov governor lawmaker")
AMERICAN_STATES = wordset(
    "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Hawaii Idaho Illinois Indiana "
    "Iowa Kansas Kentucky Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana "
    "Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania Tennessee Texas Utah Vermont Virginia Wisconsin Wyoming"
)
_GOVERNMENT = wordset("administration government regime cabinet presidency")


def led(one: Line, at: int) -> Actor | None:
    """Whose delegation, mission or group the person heads: ', who leads the Kenyan delegation'."""
    if one.low(at) != "," or one.low(at + 1) != "who" or one.low(at + 2) not in _LEADING:
        return None
    for word in one.words[at + 3 : at + 7]:
        if word.mention is not None:
            return employer(word.mention.actor)
        if word.low not in POST_WORDS and word.low != "the":
            return None
    return None


def led_by(one: Line, first: int) -> Actor | None:
    """The same before the name: 'the Kenyan delegation, led by'."""
    at = title_start(one.words, first)
    post = one.ending(at)
    at = (post.first if post is not None else at) - 1
    if one.low(at) != "by" or one.low(at - 1) not in ("led", "headed", "chaired"):
        return None
    for word in reversed(one.words[max(0, at - 7) : at - 1]):
        if word.mention is not None:
            return employer(word.mention.actor)
        if word.low not in POST_WORDS and word.low not in _BEFORE_LED:
            return None
    return None


def speaks(words: Sequence[Token], at: int, verbs: frozenset[str]) -> bool:
    """Whether a verb of these stands at a token."""
    return at < len(words) and words[at].low in verbs and words[at].core.islower()


def is_institution(one: Line, run: Run) -> bool:
    """Whether a word such as Council or Times follows with a capital: then the run is the name of a thing."""
    if run.last >= len(one.words) or one.words[run.last - 1].possessive:
        return False
    word = one.words[run.last]
    if word.low in _REGIONS:
        return True  # "the governor of the Belgorod region"
    return word.sort is Sort.THING and word.low not in _GOVERNMENT and word.mention is None


def is_of_a_thing(one: Line, run: Run) -> bool:
    """Whether the capital before makes the run the name of a thing: 'New York', 'Radio Free Asia'."""
    if run.first == 0:
        return False
    before = one.words[run.first - 1]
    if before.sort in (Sort.THING, Sort.SHOUTED):
        return True
    single = run.last - run.first == 1
    return single and run.first > 1 and before.core[0].isupper() and not before.possessive


def governs(one: Line, run: Run) -> bool:
    """Whether a government is called after the name: 'the Mukasa administration'."""
    at = run.last
    return one.low(at) in _GOVERNMENT or (one.low(at + 1) in _GOVERNMENT and one.words[at - 1].possessive)


def state_behind(words: Sequence[Token], at: int) -> Actor | None:
    """The state of 'Odera of Kenya'."""
    if at >= len(words) or words[at].core != "of":
        return None
    at += 2 if at + 1 < len(words) and words[at + 1].core == "the" else 1
    mention = words[at].mention if at < len(words) else None
    return mention.actor if mention is not None and mention.actor.kind is ActorKind.STATE else None


def bracketed(words: Sequence[Token], at: int) -> Actor | None:
    """The state of 'SHEA (United States)'."""
    if at + 2 >= len(words) or words[at].core != "(":
        return None
    mention = words[at + 1].mention
    end = at + 1
    while end < len(words) and words[end].mention is mention and mention is not None:
        end += 1
    closed = end < len(words) and words[end].core in (")", ",")
    return mention.actor if mention is not None and closed and mention.actor.kind is ActorKind.STATE else None


def american(one: Line, run: Run, posts: Sequence[Phrase]) -> bool:
    """Whether a legislator or governor is of America: ', R-Ohio', '(D-Calif.)', 'Texas Gov. X', 'Gov. X of Texas'."""
    if not any(p.head in _OF_CONGRESS for p in posts):
        return False
    at = run.last
    if one.low(at) in (",", "(") and at + 1 < len(one.words):
        split = one.words[at + 1].core in ("R", "D", "I") and one.low(at + 2) == "-"
        if split or _PARTY.fullmatch(one.words[at + 1].core):
            return True
    places = [w for p in posts for w in one.words[max(0, p.first - 1) : p.last]]
    if one.low(at) in ("of", ","):
        places += one.words[at + 1 : at + 2]
    return any(w.core in AMERICAN_STATES for w in places)
