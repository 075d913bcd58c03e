"""A sentence as somebody says it: its words, the texts it names, and which of its verbs are the speaker's own."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.extract.gazetteer import mentions
from kg.extract.lexicon import wordset
from kg.extract.statements.words import PREPOSITIONS
from kg.model import ActorKind
from kg.verify.conduct import words
from kg.verify.conduct.references import Reference, Token, references, tokens

__all__ = ["Heard", "Voice", "hear"]

_FIRST = wordset("we i")
_THIRD = wordset("he she it")
_OTHERS = wordset("you they")
_MINE = wordset("our my")
_THEIRS = wordset("its his her their")
_DELEGATIONS = wordset("delegation country government nation side administration state republic people mission")
_CHAIN = words.ADVERBS | words.AUXILIARIES | words.LEADING_TO | words.NEGATIONS | {","}
# Who wanted to do it did not.
_WANTED = wordset("wanted wished hoped")
# How far a verb may stand from its subject.
_REACH = 12


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words a sentence is: the state's code, and whether it is heard directly.

    ``words`` is where the speaker's words begin in the sentence; what stands before is the narrator's. ``own`` is where
    the verb of saying stands that leads to them, or the same: with ``deed`` the speaker is its subject (*rejected
    the text*).
    """

    state: str
    direct: bool
    own: int = 0
    words: int = 0
    deed: bool = False


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence, cut up. ``subjects`` are tokens that may be the subject of a verb, True where it is the speaker."""

    sentence: str
    voice: Voice
    told: tuple[Token, ...]
    texts: tuple[Reference, ...]
    subjects: dict[int, bool]

    def low(self, at: int) -> str:
        """The word at a token, in small letters; nothing beyond either end."""
        return self.told[at].low if 0 <= at < len(self.told) else ""

    def said(self, at: int) -> bool:
        """Whether the token is of the speaker's words or the verb that leads to them."""
        return self.told[at].span.start >= self.voice.own

    def own_deed(self, verb: int) -> frozenset[str] | None:
        """The words between a verb and its subject where that is the speaker; None where it is somebody else."""
        passed = set()
        at = verb - 1
        while at >= 0 and verb - at <= _REACH and self.low(at) in _CHAIN and at not in self.subjects:
            passed.add(self.low(at))
            at -= 1
        if self.voice.deed and self._opens(verb):
            return frozenset(passed)
        if at in self.subjects:
            joint = self.low(at - 1) == "and" and self.subjects.get(at - 2, False)
            mine = self.subjects[at] or joint
        elif self.low(at) in ("and", "but"):
            first = min((i for i in self.subjects if i < at), default=None)
            mine = first is not None and self.subjects[first]
        else:
            mine = self.low(at) in (_MINE if self.voice.direct else _MINE | _THEIRS)
        return frozenset(passed) if mine else None

    def _opens(self, at: int) -> bool:
        """Whether the token is the verb that leads to the speaker's words."""
        return self.said(at) and (at == 0 or not self.said(at - 1))

    def unreal(self, between: frozenset[str]) -> bool:
        """Whether what stands before a verb makes it a mere possibility. 'Could not support' is real enough."""
        if between & _WANTED:
            return True
        if "like" in between:
            return False  # 'we would like to welcome'
        if between & {"would", "'d"} and (self.voice.direct or "have" in between):
            return True
        return bool(between & {"could", "might", "may", "should"}) and not between & words.NEGATIONS

    def another_subject(self, at: int) -> bool:
        """Whether the token names one of whom something else is said: 'the text on Ukraine' goes on about the text."""
        if at not in self.subjects:
            return False
        before = at - 1
        while self.low(before) in ("the", "all", "other") or (before > 0 and self.told[before].possessive):
            before -= 1
        return self.low(before) not in PREPOSITIONS - {"as"}

    def hearsay(self, reference: Reference) -> bool:
        """Whether the speaker passes on what others say of the text: 'they claim that this draft is one-sided'."""
        verbs = [i for i in range(reference.first) if self.said(i) and self.low(i) in words.SAYING]
        before = [mine for i, mine in self.subjects.items() if verbs and i < verbs[-1]]
        return self.voice.direct and bool(before) and not any(before)


def hear(sentence: str, voice: Voice) -> Heard:
    """A sentence, cut up, with the pronouns that stand for a text among the texts."""
    told = tokens(sentence)
    heard = Heard(sentence, voice, told, references(sentence, told), _subjects(sentence, told, voice))
    return replace(heard, texts=_with_pronouns(heard))


def _subjects(sentence: str, told: Sequence[Token], voice: Voice) -> dict[int, bool]:
    own = _FIRST if voice.direct else _FIRST | _THIRD
    others = _OTHERS | _THIRD if voice.direct else _OTHERS
    found = {at: t.low in own for at, t in enumerate(told) if t.low in own or t.low in others}
    ends = [t.span.end for t in told]
    for mention in mentions(sentence):
        last = min(bisect_left(ends, mention.span.end), len(told) - 1)
        if last + 1 < len(told) and told[last + 1].low in _DELEGATIONS:
            last += 1
        found[last] = mention.actor.kind is ActorKind.STATE and mention.actor.key == voice.state
    theirs = _MINE if voice.direct else _MINE | _THEIRS
    found.update({at: True for at, t in enumerate(told) if t.low in _DELEGATIONS and at and told[at - 1].low in theirs})
    return found


def _with_pronouns(heard: Heard) -> tuple[Reference, ...]:
    """The texts named, and the pronouns that stand for one: 'rejected the document, arguing it ignores ...'."""
    found = list(heard.texts)
    for at, token in enumerate(heard.told):
        if token.low != "which" and not (token.low == "it" and heard.low(at - 1) in words.OPENING | words.SAYING):
            continue
        before = [r for r in heard.texts if r.last < at and r.definite and r.sort == "text"]
        if token.low == "which":
            before = [r for r in before if r.last >= at - 2]  # 'this text, which': what stands right before
        if before and not any(before[-1].last < i < at for i in heard.subjects):
            found.append(replace(before[-1], first=at, last=at, span=token.span, pronoun=True))
    return tuple(sorted(found, key=lambda r: r.first))
