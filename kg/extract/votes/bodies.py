"""Which body votes: named in the sentence, or the only one of the story that goes by 'the council'."""

import re
from collections.abc import Sequence
from functools import cache

from kg import codes
from kg.extract.votes.chunks import Clause
from kg.model import ActorKind

_ORGANIZED_VOTE = re.compile(r"C?[hpu]{0,3}w?[VERTy]")
_VOTE_AT = re.compile(r"Tu?pd?K")
_VENUE = re.compile(r"[p%]d?K")
# The organisation whose board votes for it.
_BOARDS = {"IAEA": (re.compile(r"\b[Bb]oard\b|\bBoG\b|\b[Gg]overnors\b"), "IAEA-BoG")}
# Organisations that the news names for other reasons than a vote.
_NAMED_IN_PASSING = frozenset({"UN", "NATO", "EU", "OSCE", "Council of Europe"})
_GENERIC = re.compile(
    r"\b(?:[Tt]he|[Tt]his) (?P<word>[Aa]ssembly|[Cc]ouncil|[Cc]ommittee|[Bb]oard|[Cc]ommission)\b(?! of\b)"
)


def body_of(read: Clause, text: str) -> str | None:
    """The voting body that a sentence names: the first, or an organisation that is said to vote."""
    board = _board(read, text)
    if board is not None:
        return board
    agent = _AGENT.search(read.codes)
    if (
        agent is not None
        and _by(read, agent.end() - 1)
        and (actor := read.chunks[agent.end() - 1].actor) is not None
        and _votes(actor.key)
    ):
        return actor.key
    for at, chunk in enumerate(read.chunks):
        if chunk.actor is None or _is_told_of(read, at):
            continue
        key, kind = chunk.actor.key, chunk.actor.kind
        if kind is ActorKind.BODY and _votes(key) and not _OWNS_BODY.match(read.codes, at):
            return key
        organized = chunk.code in "KN" and key != "UN" and kind is not ActorKind.GROUP
        members = bool(_MEMBERS_OF.search(read.codes, max(0, at - 4), at)) and "B" in read.codes
        if organized and not members and _ORGANIZED_VOTE.match(read.codes, at + 1):
            return key
    vote = _VOTE_AT.search(read.codes)
    return _organization(read, vote.end() - 1) if vote else None


# 'approved by the Third Committee'
_AGENT = re.compile(r"(?:[ERy]u{0,2}|bw(?:[fp]d?B)?)fd?B(?!B|'B)")


def _by(read: Clause, at: int) -> bool:
    return "by" in (c.word for c in read.chunks[at - 2 : at])


# 'unseated Chad from the Council', 'thrown out of the Council'
_OUSTED = re.compile(
    r"\b(?:suspen|remov|expel|oust|unseat|kick|exclu|eject|evict|throw|threw)\w*\b.* (?:from|out of)(?: the)?$"
)
_CLOSE = 9
# 'the Assembly would call on', 'voted to send the matter to the Assembly'
_WOULD = re.compile(r"[hu]{0,2}m")
_SENT_TO = re.compile(r"[ynavV].*t[du]{0,2}$")
_IN_A_TEXT = re.compile(r"D[^VERynavT;]*?[rm][^VERynav;]*$")
# 'all members of the European Union voted in the General Assembly'
_MEMBERS_OF = re.compile(r"C%d?$")
# 'the General Assembly's Third Committee'
_OWNS_BODY = re.compile(r"B'B")
# How far back, in chunks, the draft may stand.
_FARTHEST = 80
_ACTS = re.compile(r"[hpu]{0,3}[VERynavT]")


def names_body(read: Clause) -> bool:
    """Whether a sentence names a body at all, be it the one that votes or not."""
    named = any(c.actor is not None and c.actor.kind is ActorKind.BODY for c in read.chunks)
    return named or any(_is_told_of(read, at) for at, code in enumerate(read.codes) if code == "B")


# 'the permanent members of the Council', 'the five Council member states'
_PERMANENT = re.compile(r"(?:w|N|K)[kw]{0,2}C?(?:%d?)?$")


def _is_of_the_permanent(read: Clause, at: int) -> bool:
    """Whether a body is named to say who its permanent members are, whatever body they vote in."""
    before = _PERMANENT.search(read.codes, max(0, at - 6), at)
    if before is None or read.codes[at] not in "BN":
        return False
    words = read.words(before.start(), at).split()
    return "permanent" in words or (words[:1] == ["five"] and read.codes[at + 1 : at + 2] == "C")


def _is_told_of(read: Clause, at: int) -> bool:
    """Whether a body stands in what a draft says or asks for, and so is not the one that votes."""
    if read.codes[at] != "B":
        return False
    if (
        _OUSTED.search(read.words(max(0, at - _CLOSE), at))
        or _is_of_the_permanent(read, at)
        or read.words(at + 1, at + 2) == "committee"
    ):
        return True
    follows = _WOULD.match(read.codes, at + 1)
    if follows and read.chunks[follows.end() - 1].word == "would":
        return True
    before = read.codes[max(0, at - _FARTHEST) : at]
    if _SENT_TO.search(before) or _is_convened(read, at):
        return True
    return bool(_IN_A_TEXT.search(before)) and not _ACTS.match(read.codes, at + 1)


# 'called an emergency session of the General Assembly', 'convening the Assembly's session'
_SESSIONS = frozenset({"session", "sessions", "meeting"})
_CONVENE = re.compile(r"\b(?:call|conven|hold|held|request|summon|refer|ask)\w*\b")


def _is_convened(read: Clause, at: int) -> bool:
    """Whether a body is called to a session rather than in one."""
    around = read.chunks[max(0, at - 5) : at] + read.chunks[at + 1 : at + 5]
    if not any(c.word in _SESSIONS for c in around):
        return False
    called = max((i for i in range(max(0, at - _LEAD), at) if _CONVENE.search(read.chunks[i].word)), default=-1)
    return called >= 0 and "p" not in read.codes[called + 1 : at]


_LEAD = 14


def venue_of(read: Clause) -> str | None:
    """'At the Organisation for the Prohibition of Chemical Weapons': where a tally was taken, if no body is named."""
    match = _VENUE.search(read.codes)
    if match:
        return _organization(read, match.end() - 1)
    named = {c.actor.key for c in read.chunks if c.code == "K" and c.actor is not None} & voting_organizations()
    return named.pop() if len(named) == 1 else None


@cache
def voting_organizations() -> frozenset[str]:
    """The organisations, those named in passing aside, whose members vote in organs of their own."""
    parents = {b.parent for b in codes.bodies().values() if b.parent in codes.organizations()}
    return frozenset(parents - _NAMED_IN_PASSING - _BOARDS.keys())


def _organization(read: Clause, at: int) -> str | None:
    actor = read.chunks[at].actor
    if actor is None or actor.key == "UN" or actor.kind is not ActorKind.ORGANIZATION:
        return None
    return actor.key


def _board(read: Clause, text: str) -> str | None:
    """'The board of governors of the UN's nuclear watchdog'."""
    for chunk in read.chunks:
        if chunk.code == "K" and chunk.actor is not None and chunk.actor.key in _BOARDS:
            words, code = _BOARDS[chunk.actor.key]
            if words.search(text):
                return code
    return None


# After a committee of the Assembly: the whole of it.
_PLENARY = re.compile(r"\b[Tt]he (?:full )?Assembly\b|\bplenary\b|\bfull (?:General )?Assembly\b")


def only_named(text: str, bodies: Sequence[str]) -> str | None:
    """'The Council' before it is named: the only body of the story that goes by the word."""
    if _PLENARY.search(text) and any(b.startswith("UNGA-") for b in bodies):
        return "UNGA"
    match = _GENERIC.search(text)
    if match is None:
        return None
    word = match["word"].lower()
    fitting = {b for b in bodies if (known := codes.bodies().get(b)) and known.generic == word}
    return fitting.pop() if len(fitting) == 1 else None


def _votes(code: str) -> bool:
    body = codes.bodies().get(code)
    return body is None or body.kind != "court"
