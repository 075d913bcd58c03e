"""Which camps of a sentence are to be believed, and how they part into ballots."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.votes.camp import Camp
from kg.extract.votes.camps import camps
from kg.extract.votes.chunks import Clause
from kg.extract.votes.drafts import DEEDS
from kg.extract.votes.scores import scores
from kg.model import Option

# Votes for candidates are no votes in favour.
_ELECTION = re.compile(
    r"\bpolled\b|\b(?:re-?)?elect(?:ed(?! members)|s|ion|ions|ing)\b|\bseats?\b|\bcandida(?:te|cy)|"
    r"\b(?:first|second|third|final|last)[- ]round\b|\brun-?off\b"
)


# 'Chad beat Mali by 129 votes to 62'
_BEATEN = re.compile(r"Sfd?NT?(?:,?t|[_-])d?N")
# 'If the draft got nine votes, ...'
_SUPPOSED = re.compile(r"\?[^,;:~]*$")
_CLAUSE = 30
# Rules that look for themselves whether the verb is supposed.
_PREDICATED = frozenset({"votes/verb", "votes/passive"})
# What every camp has one of.
_VOTING = re.compile(r"[ynaxvFGAOYUcNMq]|^Q|[Jt].*R|Su{0,2}R|sf")


def sides_of(read: Clause, text: str, *, goes_on: bool = False) -> list[Camp]:
    """The camps of a sentence that are to be believed, in text order.

    ``goes_on``: the sentence before told how somebody voted, so that attitudes are votes too.
    """
    if not _VOTING.search(read.codes) or text.rstrip("”\"' ").endswith("?"):
        return []
    sides = sorted((*camps(read), *scores(read)), key=lambda c: c.at)
    if "?" in read.codes:
        sides = [
            c for c in sides if c.rule in _PREDICATED or not _SUPPOSED.search(read.codes, max(0, c.at - _CLAUSE), c.at)
        ]
    sides = _of_total(read, _trusted(read, sides, goes_on=goes_on))
    if _ELECTION.search(text):
        # What one candidate won is a tally of no draft, and what the other won is no vote against it.
        beaten = _BEATEN.search(read.codes)
        sides = [c for c in sides if c.rule != "votes/by-votes" and not (beaten and c.rule == "votes/score")]
    if _is_scored(sides):
        return [c for c in sides if c.rule != "votes/by-votes"]
    return sides


def _is_scored(sides: Sequence[Camp]) -> bool:
    """Whether a score tells the votes in favour, so that further votes are none."""
    return any(c.rule == "votes/score" and c.option is Option.YES for c in sides)


def has_tally(sides: Sequence[Camp]) -> bool:
    """Whether two sides at least are counted."""
    return len({c.option for c in sides if c.number is not None}) > 1


_STOOD = ("was ", "were ", "been ")
_ATTITUDES = (*_STOOD, "said ", "dissent")
_ON_A_DRAFT = re.compile(r"[dNMuwl'_KBC]{0,7}D|j")


def _trusted(read: Clause, sides: Sequence[Camp], *, goes_on: bool) -> list[Camp]:
    """Weak verbs (oppose, back) count beside a sure camp or with a draft as their object."""
    sure = any(not c.weak and c.number is not None for c in sides) or has_tally(sides)
    beside = goes_on or has_tally(sides) or any(not c.weak for c in sides)
    sides = [c for c in sides if c.rule != "votes/backing" or "X" not in read.codes]
    return [c for c in sides if not c.weak or _counts(read, c, sure=sure, beside=beside)]


def _counts(read: Clause, camp: Camp, *, sure: bool, beside: bool) -> bool:
    """Whether what a weak verb tells is a vote; ``sure`` and ``beside``: another camp is counted, or told at all."""
    word = read.chunks[camp.at].word
    if camp.rule == "votes/passive":
        return _is_of_a_text(read, camp)
    if camp.rule == "votes/rejected" or word.startswith(_ATTITUDES):
        return beside or _is_in_a_body(read, camp, word)
    on_a_draft = bool(_ON_A_DRAFT.match(read.codes, camp.at + 1))
    if word.startswith("vot") or (camp.rule == "votes/those-who" and on_a_draft):
        return True
    if (sure and camp.number is not None) or ((sure or beside) and camp.option is Option.NO):
        return True
    support = camp.option is Option.YES and camp.number is None
    headline = word == "opposes" or (word == "oppose" and camp.number is not None and not camp.states)
    acts = beside and read.codes[camp.at - 1 : camp.at] in tuple("SNChu")
    return on_a_draft and (sure or acts or not support) and not headline


def _is_in_a_body(read: Clause, camp: Camp, word: str) -> bool:
    """'Only Chad dissented in the Assembly', 'ninety members of the Council were for it'."""
    told = camp.number is not None or not word.startswith(_STOOD)
    return camp.rule != "votes/rejected" and told and "B" in read.codes


def _is_of_a_text(read: Clause, camp: Camp) -> bool:
    """'The draft was backed by 14 members'; not 'a move opposed by Chad', 'tabled by France and supported by 46'."""
    if "X" in read.codes:
        return not camp.weak
    before = read.codes.rfind("D", 0, camp.at)
    return not (camp.weak and before >= 0 and read.chunks[before].word in DEEDS)


_THE_OTHERS = re.compile(r"d?(?:k[wC]?|w?_?[wKl]C?)(?:b|I)u?d?(?P<s>S).{0,4}$")


def _continued(read: Clause, before: Camp | None) -> list[Camp]:
    """'The others are ...', after a sentence that told of a part of a camp."""
    match = _THE_OTHERS.match(read.codes)
    if match is None or before is None or not before.states:
        return []
    at = match.start("s")
    states = read.chunks[at].states
    return [
        replace(
            before,
            at=at,
            span=read.span(0, at),
            states=states,
            number=None,
            others=0,
            rule="votes/the-others",
            confidence=0.8,
            partial=True,
        )
    ]


# 'It was joined by Chad and Peru'
_JOINED_BY = re.compile(r"u?(?:j|S|dw|d[NC]C?)[hu]{0,2}b?(?:L|Jf)[du]?(?P<s>S).{0,2}$")


def _joined_by(read: Clause, before: Sequence[Camp]) -> list[Camp]:
    """'It was joined by Chad', after a sentence that told of one camp."""
    match = _JOINED_BY.match(read.codes)
    if match is None or len(before) != 1 or not before[0].states:
        return []
    at = match.start("s")
    states, span = read.chunks[at].states, read.span(0, at)
    rule = "votes/joined-by"
    return [replace(before[0], at=at, span=span, states=states, number=None, others=0, rule=rule, confidence=0.85)]


_DID_SO_TOO = re.compile(r"u?d?(?P<s>S)h?[uo~]{1,2}.{0,2}$")
_SO = ("did so", "followed suit", "did likewise", "likewise", "did too", "did the same")


def _did_so(read: Clause, before: Sequence[Camp]) -> list[Camp]:
    """'Chad and Peru did so too', after a sentence that told of one camp last."""
    match = _DID_SO_TOO.match(read.codes)
    if match is None or not before or not read.words(match.start("s") + 1, len(read.chunks)).startswith(_SO):
        return []
    last, at = max(before, key=lambda c: c.at), match.start("s")
    states, span = read.chunks[at].states, read.span(0, at)
    return [replace(last, at=at, span=span, states=states, number=None, others=0, rule="votes/did-so", confidence=0.85)]


_THE_NINE = re.compile(r"d(?P<n>N)[wC]{0,2}[bI]:?d?(?P<s>S)[^ynaxv]{0,3}$")


def _counted_before(read: Clause, before: Sequence[Camp]) -> list[Camp]:
    """'The nine were ...', after a sentence that counted nine on one side."""
    match = _THE_NINE.match(read.codes)
    number = read.chunks[match.start("n")].number if match else None
    if match is None or number is None:
        return []
    at = match.start("s")
    states = read.chunks[at].states
    mine = [c for c in before if c.number == number.value and not c.states and len(states) <= number.value]
    span = read.span(0, at)
    return [replace(c, at=at, span=span, states=states, rule="votes/the-counted") for c in mine if len(mine) == 1]


_OUT_OF = re.compile(r"[u.]?%d?u?(?P<n>N)[wC]")


def _of_total(read: Clause, sides: list[Camp]) -> list[Camp]:
    """'Out of the 123 nations, 122 voted in favour': the total belongs to every camp."""
    match = _OUT_OF.match(read.codes)
    number = read.chunks[match.start("n")].number if match else None
    return [replace(c, of=c.of or number.value) for c in sides] if number else sides


# More than so many ballots no sentence tells of.
_MOST_BALLOTS = 20


def by_ballot(sides: Sequence[Camp]) -> list[list[Camp]]:
    """Camps of one sentence by ballot: a second, different number for one option begins the next ballot."""
    groups: list[list[Camp]] = []
    numbers: dict[Option, int] = {}
    for camp in sides:
        clash = camp.number is not None and numbers.get(camp.option, camp.number) != camp.number
        if not groups or clash:
            groups.append([])
            numbers = {}
            if len(groups) > _MOST_BALLOTS:
                return groups[:-1]
        groups[-1].append(camp)
        if camp.number is not None:
            numbers[camp.option] = camp.number
    return groups


def are_of_one_kind(groups: Sequence[Sequence[Camp]]) -> bool:
    """Whether several ballots are told of, and of all of them one side only, without names."""
    options = {c.option for group in groups for c in group}
    return len(groups) > 1 and len(options) == 1 and not any(c.states for group in groups for c in group)


def nearest(groups: Sequence[Sequence[Camp]], at: int) -> int:
    """The group whose first camp follows the verb, or the last."""
    return min(bisect_left([g[-1].at for g in groups], at), max(len(groups) - 1, 0))


# 'Chad and Peru were among the eight; ...'
_OF_THE_COUNTED = re.compile(r"[^SNDB]{0,3}(?P<s>S),?u?b(?P<some>g)?d(?P<n>N)[wC]{0,2}(?=[.;]|$)")


def of_the_counted(read: Clause, before: Sequence[Camp]) -> list[Camp]:
    """'Chad and Peru were among the eight', after a sentence that counted eight on one side."""
    match = _OF_THE_COUNTED.match(read.codes)
    number = read.chunks[match.start("n")].number if match else None
    if match is None or number is None:
        return []
    at, some = match.start("s"), bool(match["some"])
    states, span = read.chunks[at].states, read.span(match.start("s"), match.start("n"))
    if len(states) > number.value:
        return []
    mine = [c for c in before if c.number == number.value and not c.states]
    rule = "votes/the-counted"
    return [replace(c, at=at, span=span, states=states, partial=some, rule=rule) for c in mine if len(mine) == 1]


def continued(read: Clause, before: Sequence[Camp]) -> list[Camp]:
    """The camps of a sentence that goes on with the one before it: 'The others are ...', 'The nine were ...'."""
    last = before[-1] if before else None
    return _continued(read, last) or _joined_by(read, before) or _counted_before(read, before) or _did_so(read, before)
