"""Posts in running text: 'Russia's deputy permanent representative to the UN', and whom each is held for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg import codes
from kg.extract.gazetteer import Form
from kg.extract.lexicon import SURNAMES_TOO, wordset
from kg.extract.offices import (
    CUT_SHORT,
    FORMER,
    HEADS,
    INITIALS,
    MODIFIERS,
    OFFICES,
    PLURALS,
    POST_WORDS,
    PREFIXED,
    PRIVATE_CALLINGS,
    SEATS,
)
from kg.extract.telling import UN, held_for
from kg.extract.tokens import Row, Sort, Token
from kg.model import Actor, ActorKind, Span

_LINKS = wordset("of for to in on at and the & with from")
_DETERMINERS = wordset("the a an his her their its our my your this that another one")
# Styles stand between a post and a name and are the post only where there is no other.
_STYLES = wordset("prince princess king queen ayatollah general admiral colonel marshal sheikh emir amir sultan")
_CHIEFS = wordset("secretary-general sg unsg")
# "Adviser to the US president", "aide to the Chadian government"
_SERVING = wordset("adviser advisor aide assistant counsel consultant")
_APOSTROPHES = ("'", "’")
# They are accredited to organisations, which have none themselves; blocs do.
_ACCREDITED = wordset("ambassador representative delegate observer")
# "Permanent representative to international organizations in Vienna"
_ORGANIZATIONS = wordset("international organizations organisations")
# "The UN ambassador from Kenya"
_FROM = _ACCREDITED | wordset("counterpart envoy senator congressman congresswoman lawmaker")
# Their holders are sent somewhere: the state just before the noun is where, "the UN Syria envoy".
_SENT = wordset("envoy mediator negotiator coordinator rapporteur")
_BETWEEN = (Sort.NAME, Sort.INITIAL, Sort.PARTICLE, Sort.TITLE)
_BEGINNINGS = wordset("deputy assistant chief general")
_OF_ALL = wordset("secretary attorney director consul governor under-secretary")
# Words of office up to a possessive, in the letters of ``Row.offices``.
_RUN = re.compile("[hm]*[HM]|[hm]+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A post in a sentence: tokens ``first`` to ``last`` (exclusive), and what is known of it.

    ``owner`` is the token of the person whose aide or adviser it is. ``relative``: his, her or their counterpart;
    ``house`` is a word for somebody named before whose it is: 'it', or 'court' in 'the court's president'.
    """

    first: int
    last: int
    head: str
    role: str
    span: Span
    represents: Actor | None
    owner: int | None = None
    relative: bool = False
    former: bool = False
    plural: bool = False
    public: bool = True
    definite: bool = False
    house: str = ""


def phrases(sentence: Row, text: str) -> list[Phrase]:
    """The posts of a sentence, in order. ``text`` is the document's."""
    words = sentence.words
    out: list[Phrase] = []
    floor = at = 0
    while found := _RUN.search(sentence.offices, at):
        at = found.end()
        head = _head(words, *found.span())
        if head is None or words[head].possessive or _goes_on(words, head):
            continue
        phrase = _phrase(sentence, floor, head, text)
        if phrase is not None:
            if out and _colleagues(words, out[-1], phrase):
                phrase = replace(phrase, represents=out[-1].represents, public=out[-1].public)
            out.append(phrase)
            floor = at = max(phrase.last, head + 1)
    return out


def _colleagues(words: Sequence[Token], one: Phrase, other: Phrase) -> bool:
    """Whether two ministers sit in one cabinet: "Chadian Finance Minister X and Trade Minister Y"."""
    if other.represents is not None or one.represents is None or one.head != other.head or one.role == other.role:
        return False
    between = words[one.last : other.first]
    return bool(between) and all(w.sort in _BETWEEN or w.low in ("and", ",", ".") for w in between)


def _head(words: Sequence[Token], first: int, last: int) -> int | None:
    """The noun of the post: the last one of the run that is no style ('Foreign Minister Prince ...')."""
    found = [k for k in range(first, last) if _own(words[k]) and _names_a_post(words, k)]
    while len(found) > 1 and words[found[-1]].low in _STYLES and words[found[-1] - 1].low != "crown":
        found.pop()
    return found[-1] if found else None


def _names_a_post(words: Sequence[Token], k: int) -> bool:
    """Whether a word is the noun of a post; a justice is one before a name or behind 'chief' only."""
    word = words[k]
    if word.low == "justice":
        named = k + 1 < len(words) and words[k + 1].sort in (Sort.NAME, Sort.INITIAL)
        return word.core[0].isupper() and (named or words[k - 1].low in ("chief", "associate")) and not word.possessive
    return word.low in PREFIXED or word.low in HEADS


def _goes_on(words: Sequence[Token], head: int) -> bool:
    """Whether 'deputy' is only the beginning, as in 'deputy U.S. ambassador'."""
    i = head + 1
    if words[head].low not in _BEGINNINGS or i >= len(words) or words[i].mention is None:
        return False
    while i < len(words) and words[i].mention is not None:
        i += 1
    return i < len(words) and words[i].low in POST_WORDS


def _own(word: Token) -> bool:
    """Whether a word is no part of an actor's name; 'European leaders' is a group and a post of each of them."""
    if word.low in INITIALS:
        return word.core.isupper()
    if word.low in CUT_SHORT:
        return word.core[0].isupper()
    return word.mention is None or (word.mention.actor.kind is ActorKind.GROUP and word.low in PLURALS)


def _phrase(sentence: Row, floor: int, head: int, text: str) -> Phrase | None:
    words = sentence.words
    first, owner, determiner = _left(words, floor, head)
    general = words[head].low in _OF_ALL and head + 1 < len(words) and words[head + 1].low == "general"
    stop = words[head].low in CUT_SHORT and head + 1 < len(words) and words[head + 1].core == "."
    last = head + 2 if stop else _right(words, head + 1 + general)
    noun = words[head].low
    stem = noun.split("-", 1)[1] if words[head].low in PREFIXED else PLURALS.get(noun, noun)
    before, after = words[first:head], words[head + 1 : last]
    owner = owner if owner is not None else _served(words, last)
    represents = _represented(
        [w for w in before if w.mention is None or w.mention is not words[head].mention],
        after,
        noun,
        owned=owner is not None,
    )
    start = _role_start(words, first, head)
    role = " ".join(sentence.span(start, last).of(text).split())
    if noun in PLURALS:
        role = role.replace(words[head].core, words[head].core[0] + stem[1:], 1)
    if represents is None and first and _of_the_secretary_general(words, first - 1):
        represents = UN
    if represents is None:
        represents = held_for(role)
    former = any(w.low in FORMER or w.low.startswith("ex-") for w in before)
    former = former or noun == "predecessor" or noun.startswith(("ex-", "then-"))
    return Phrase(
        first,
        last,
        stem,
        role,
        sentence.span(first, last),
        represents,
        owner,
        determiner in ("his", "her", "their", "its"),
        former,
        noun in PLURALS,
        _public(stem, before, after, represents) and not (first and _private_house(words[first - 1], words[first])),
        determiner in ("the", "a", "an"),
        words[first - 1].low if first and words[first - 1].possessive else "it" if determiner == "its" else "",
    )


def _of_the_secretary_general(words: Sequence[Token], i: int) -> bool:
    """Whether a possessive is that of the Secretary-General of the United Nations."""
    if not words[i].possessive:
        return False
    return words[i].low in _CHIEFS or (i > 0 and words[i].low == "general" and words[i - 1].low == "secretary")


def _left(words: Sequence[Token], floor: int, head: int) -> tuple[int, int | None, str]:
    """Where the post begins, the person it serves, the determiner before it."""
    i = head
    while i > floor:
        word = words[i - 1]
        if word.possessive:
            if word.mention is not None:
                return _mention_start(words, floor, i - 1), None, ""
            owner = _ministry(words, floor, i - 1)
            if owner is not None:
                i = owner + 1  # "the Israeli military's chief spokesman"
                continue
            return i, (i - 1 if word.sort in (Sort.NAME, Sort.SHOUTED) else None), ""
        if word.core in _APOSTROPHES and i - 1 > floor and words[i - 2].mention is not None:
            return _mention_start(words, floor, i - 2), None, ""  # "Cyprus' president"
        if word.low in _DETERMINERS:
            return _past_under(words, i), None, word.low
        if word.mention is None and not _belongs(word, i - 1 == 0):
            break
        i -= 1
    return _past_under(words, i), None, ""


def _ministry(words: Sequence[Token], floor: int, i: int) -> int | None:
    """The state's name before a ministry's or an army's possessive: 'the Chadian finance ministry's'."""
    k = i
    while k > floor and words[k].low in MODIFIERS and (k == i or not words[k].possessive):
        k -= 1
        if words[k].mention is not None:
            return k
    return None


def _past_under(words: Sequence[Token], i: int) -> int:
    """'Under President ...' is no part of the post, unlike 'Under Secretary'."""
    return i + 1 if words[i].low == "under" and words[i + 1].low != "secretary" else i


def _belongs(word: Token, opens: bool) -> bool:
    """Whether a word may stand before the head of a post."""
    if word.low in MODIFIERS or word.core in ("&", "new"):
        return True
    return word.sort is Sort.SHOUTED or (not opens and word.sort in (Sort.THING, Sort.NAME))


def _served(words: Sequence[Token], i: int) -> int | None:
    """The person after 'adviser to President ...'."""
    if i >= len(words) or words[i].core not in ("to", "of"):
        return None
    i += 1
    while i < len(words) and (words[i].low in POST_WORDS or words[i].mention is not None or words[i].low == "the"):
        i += 1
    return i if i < len(words) and words[i].sort is Sort.NAME else None


def _mention_start(words: Sequence[Token], floor: int, i: int) -> int:
    while i > floor and words[i - 1].mention is words[i].mention:
        i -= 1
    return i


def _right(words: Sequence[Token], after: int) -> int:
    """The end of what completes the post: 'to the United Nations', 'of state for political affairs'."""
    i = last = after
    if i >= len(words) or not (
        words[i].low in ("of", "to", "for", "in", "on", "at", "with", "from") and words[i].core.islower()
    ):
        return last
    while i < len(words) and i - after < 15:
        word = words[i]
        if word.low in SURNAMES_TOO and words[i - 1].sort is Sort.NAME:
            break
        seat = word.core in SEATS and last > after and words[i - 1].low in ("in", "at", "the", "new")
        if seat or word.mention is not None or word.sort is Sort.THING or _completes(word):
            last = i + 1
        elif word.sort is not Sort.NAME and (word.low not in _LINKS or (word.low == "and" and _another(words, i))):
            break
        i += 1
    last = last - 1 if last > after and words[last - 1].low == "under" else last
    return _past_initials(words, last) if last > after else last


def _past_initials(words: Sequence[Token], i: int) -> int:
    """The place behind '(IAEA)' after the name of an organisation, if a name follows there."""
    if i + 3 >= len(words) or words[i].core != "(" or words[i + 2].core != ")":
        return i
    initials = words[i + 1].core.isupper() and words[i - 1].mention is not None
    return i + 3 if initials and words[i + 3].sort in (Sort.NAME, Sort.INITIAL, Sort.TITLE) else i


def _completes(word: Token) -> bool:
    return (word.low in MODIFIERS and word.low not in FORMER) or word.low in _ORGANIZATIONS


def _another(words: Sequence[Token], conjunction: int) -> bool:
    """Whether 'and' is followed by a further post ('of Ukraine and former prime minister')."""
    for word in words[conjunction + 1 : conjunction + 6]:
        if word.low in HEADS:
            return True
        if word.mention is None and word.low not in MODIFIERS:
            return False
    return False


def _sent_to(last: Token, *, owned: bool) -> bool:
    """Whether a state's name is where an envoy of somebody else goes."""
    there = last.mention is not None and last.mention.actor.kind is ActorKind.STATE
    return owned and there and not last.possessive and last.mention is not None and last.mention.form is Form.NAME


def _represented(before: Sequence[Token], after: Sequence[Token], noun: str, *, owned: bool) -> Actor | None:
    """Whom a post is held for: the state before the noun, else the state after 'of', else the organisation.

    A spokesman 'for' somebody speaks for him; an envoy for a state does not.
    """
    named = [w for w in before if w.mention is not None]
    ahead = [w.mention.actor for w in named if w.mention is not None]
    if noun in _SENT and named and _sent_to(named[-1], owned=owned or ahead[0] != ahead[-1]):
        ahead = [actor for actor in ahead if actor != ahead[-1]]
    for actor in ahead:
        if actor.kind is ActorKind.STATE:
            return actor
    behind = _behind(after, noun)
    for actor in behind:
        if actor.kind is ActorKind.STATE:
            return actor
    if noun == "ambassador":
        ahead = [actor for actor in ahead if actor.kind is ActorKind.BLOC]
    return employer((ahead + behind)[0]) if ahead or behind else None


def _behind(after: Sequence[Token], noun: str) -> list[Actor]:
    """The actors behind the noun that a post is held for."""
    behind: list[Actor] = []
    link = ""
    for word in after:
        if word.mention is None:
            link = word.low if word.low in ("of", "to", "for", "in", "at", "from") else link
        elif (
            link == "of"
            or (link == "from" and noun in _FROM)
            or (link == "for" and noun.startswith("spokes"))
            or (link == "to" and noun in _SERVING)
            or not (word.mention.actor.kind is ActorKind.STATE or (noun in _ACCREDITED and link in ("to", "at", "in")))
        ):
            behind.append(word.mention.actor)
    return behind


def employer(actor: Actor) -> Actor:
    """The organisation that a body's officers serve: the UN for the General Assembly, the EU for its Commission."""
    key = actor.key
    while actor.kind is ActorKind.BODY and (body := codes.bodies().get(key)) is not None and body.parent:
        if body.generic == "court":
            break  # judges serve their court
        key = body.parent
        if key not in codes.bodies():
            kind = ActorKind.BLOC if codes.organizations()[key].kind == "bloc" else ActorKind.ORGANIZATION
            return Actor(kind, key)
    return Actor(actor.kind, key)


def _role_start(words: Sequence[Token], first: int, head: int) -> int:
    """The post without the state that stands before it."""
    i = first
    while i < head and (m := words[i].mention) is not None and m.actor.kind is ActorKind.STATE:
        if m.form is Form.SEAT and not any(w.possessive for w in words[i:head] if w.mention is m):
            break  # the White House is more than the state's name
        i += 1
    return i + 1 if words[i].core in _APOSTROPHES else i


def _private_house(word: Token, office: Token) -> bool:
    """Whether what stands before a post is a house without public offices: 'the club's president', 'Jury President'."""
    return (word.possessive or office.core[0].isupper()) and word.low in _HOUSES


def _public(stem: str, before: Sequence[Token], after: Sequence[Token], represents: Actor | None) -> bool:
    if any(w.low in _SPORTS for w in (*before, *after)):
        return False
    if (
        stem == "director"
        and not after
        and all(w.mention is not None and w.mention.form is Form.DEMONYM for w in before)
    ):
        return False  # "Hungarian director Ann Beck" makes films
    if stem in PRIVATE_CALLINGS or any(w.mention.actor.key in _PRIVATE for w in (*before, *after) if w.mention):
        return False
    if stem in OFFICES:
        # "president of the club", "the bank's president" are offices of no state
        foreign = any(w.mention is None and w.sort in _STRANGE for w in (*before, *after))
        return represents is not None or not (foreign and stem in ("president", "vice-president", "governor"))
    if represents is not None or any(w.mention is not None for w in before):
        return True
    return any(w.low in _STATELY for w in before) or any(w.low in _STATELY - _OF_CLUBS for w in after)


# Organisations without any government's share in them.
_PRIVATE = frozenset(
    {"Amnesty International", "Human Rights Watch", "MSF", "International Crisis Group", "IOC", "World Economic Forum"}
)
_HOUSES = wordset(
    "bank club company university college firm federation foundation union church newspaper network team jury festival "
    "fifa uefa ioc academy society league association chamber museum orchestra"
)
_SPORTS = wordset("football soccer cricket rugby basketball olympic olympics chess athletics tennis")
_STRANGE = (Sort.NAME, Sort.THING, Sort.SHOUTED)
_OF_CLUBS = wordset("national special")
_STATELY = wordset(
    "foreign prime defence defense interior presidential ministry government permanent state national kremlin "
    "house special peace security embassy parliamentary parliament army military senate congress cabinet treasury "
    "home opposition supreme rebel separatist attorney assembly"
)
