"""What a sentence does with a text that is voted on: for it, against it, how the speaker votes on it.

Three ways of taking a side are read: what the speaker does to the text (*we welcome this draft*), what is said of the
text (*this draft ignores the facts*), how the text is called (*this one-sided draft*). Each needs the text and the
judgement in one clause. Questions and conditions take no side, and what the speaker says of others' words is theirs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.lexicon import wordset
from kg.model import Attitude, Option
from kg.verify.conduct import words
from kg.verify.conduct.hearing import Heard, Voice, hear
from kg.verify.conduct.references import Reference
from kg.verify.conduct.voting import announced_vote, appeals

__all__ = ["Remark", "remarks"]

Side = tuple[Attitude, Reference]

_HELD = wordset(
    "addressed reflected included mentioned covered captured contained considered recognised acknowledged assessed"
)
_FIRST = wordset("we i")
_BEFORE_PARTS = wordset("the this that its current some certain several key many few these those")
_GAP = 9
# How many words may stand between a text and what it does not do; an aside between commas does not count.
_NEAR = 7
_ASIDE = re.compile(r"^[^,]{0,60},[^,]{0,60},")
# How many characters after the name of a text are looked at for what is said of it.
_WINDOW = 200
# A longer sentence is a list or a document run together: nothing is read from it.
_LONGEST = 2_000
_SPEAKS_OF_IT = re.compile(
    r"(?i)resolution|draft|text|document|measure|motion|proposal|declaration|vot|adoption|abst|"
    r"amendment|paragraph|(?:call|demand|appeal)s? for"
)
_QUOTES = str.maketrans(dict.fromkeys('"“”„«»', " "))


@dataclass(frozen=True, slots=True)
class Remark:
    """What a sentence does with a text. ``reference`` is None where the vote is announced and no text is named."""

    attitude: Attitude
    reference: Reference | None = None
    announced: Option | None = None


def remarks(sentence: str, voice: Voice) -> tuple[Remark, ...]:
    """What the sentence does with each sort of text that it names, and the vote that it announces.

    At most one remark for texts and the votes on them, one for amendments, one for paragraphs. A sentence that names
    a text and takes no side gives a neutral one.
    """
    if len(sentence) > _LONGEST or sentence.rstrip("\"”’')").endswith("?") or not _SPEAKS_OF_IT.search(sentence):
        return ()
    heard = hear(sentence, voice)
    voted = any(t.low.startswith(("vot", "abst")) for t in heard.told)
    if not (heard.texts or voted) or any(t.low in words.CONDITIONS for t in heard.told):
        return ()
    sides = [*_deeds(heard), *appeals(heard), *_judged(heard), *_named(heard)]
    vote = announced_vote(heard)
    if vote and vote[0] is None:
        sides += [(Attitude.CRITICAL, vote[1])] if vote[1] else []  # 'we will not vote for this text'
    announced = Remark(Attitude.ANNOUNCED, vote[1], vote[0]) if vote and vote[0] else None
    named = [r for r in heard.texts if r.definite and not r.pronoun and r.span.start >= voice.words]
    return tuple(_gathered(sides, named, announced))


def _gathered(sides: Sequence[Side], named: Sequence[Reference], announced: Remark | None) -> Iterator[Remark]:
    """The sides that a sentence takes, one for each sort of thing that is voted on."""
    if announced:
        yield announced
    for sort in ("text", "amendment", "paragraph"):
        taken = [(side, ref) for side, ref in sides if _kind(ref) == sort]
        spoken_of = [r for r in named if _kind(r) == sort and r.sort != "call"]
        if taken:
            # The fullest name tells best which text is meant.
            best = max(
                (ref for _, ref in taken), key=lambda r: (r.symbol is not None, r.sort != "vote", len(r.modifiers))
            )
            yield Remark(_together({side for side, _ in taken}), best)
        elif spoken_of and announced is None:
            yield Remark(Attitude.NEUTRAL, spoken_of[0])


def _kind(reference: Reference) -> str:
    return reference.sort if reference.sort in ("amendment", "paragraph") else "text"


def _together(sides: set[Attitude]) -> Attitude:
    if Attitude.FAVOURABLE in sides:
        return Attitude.FAVOURABLE if len(sides) == 1 else Attitude.MIXED
    return Attitude.CRITICAL if Attitude.CRITICAL in sides else Attitude.RESERVED


# --------------------------------------------------------------------------- what the speaker does to it


def _deeds(heard: Heard) -> Iterator[Side]:
    for at, token in enumerate(heard.told):
        if not heard.said(at):
            continue
        for rest, side in words.deeds().get(token.low, ()):
            if all(heard.low(at + 1 + i) == word for i, word in enumerate(rest)):
                yield from _deed(heard, at, at + 1 + len(rest), side)
                break
        else:
            if token.low in words.ACCEPTING:
                yield from _refused(heard, at)


def _deed(heard: Heard, verb: int, after: int, side: Attitude) -> Iterator[Side]:
    if heard.low(verb - 1).startswith("vot"):
        return  # 'voted against the text' is a vote
    reference, between = _object(heard, after), heard.own_deed(verb)
    if reference is None or between is None or heard.unreal(between):
        return
    if heard.low(reference.first - 1) == "that" and _failed(heard, reference):
        yield (Attitude.CRITICAL if side is Attitude.FAVOURABLE else Attitude.FAVOURABLE), reference
    elif not between & words.NEGATIONS:
        yield side, reference
    elif side is Attitude.FAVOURABLE:
        yield Attitude.CRITICAL, reference


def _refused(heard: Heard, verb: int) -> Iterator[Side]:
    reference, between = _object(heard, verb + 1), heard.own_deed(verb)
    if reference and between and between & words.NEGATIONS and not heard.unreal(between):
        yield Attitude.CRITICAL, reference


def _object(heard: Heard, after: int) -> Reference | None:
    """The text that is the object of a verb which ends before a token, directly or by one of its parts."""
    reference = next((r for r in heard.texts if r.first >= after and (r.definite or r.sort == "call")), None)
    if reference is None:
        return None
    gap = [heard.low(i) for i in range(after, reference.first)]
    if len(gap) > _GAP or words.BREAKS & set(gap):
        return None
    plain = [w for w in gap if w not in words.ADVERBS and w not in (",", "that")]
    by_a_part = words.PARTS & set(plain) and gap[-1] in ("of", "in", "within", "from", "for", "on", "by")
    return reference if not plain or by_a_part else None


# --------------------------------------------------------------------------- what is said of it


def _judged(heard: Heard) -> Iterator[Side]:
    for reference in heard.texts:
        if not reference.definite:
            continue
        if _is_subject(heard, reference) and not heard.hearsay(reference):
            yield from ((side, reference) for side in _sides(heard, reference))
        if _missing_in(heard, reference):
            yield Attitude.RESERVED, reference


def _failed(heard: Heard, reference: Reference) -> bool:
    """Whether what is said of the text is that it was not adopted: no judgement on it."""
    return words.FAILED.search(heard.sentence[reference.span.end :].lower()) is not None


def _sides(heard: Heard, reference: Reference) -> Iterator[Attitude]:
    if _failed(heard, reference):
        return
    window, own, doubted = _window(heard, reference), heard.voice.own - reference.span.end, _doubted(heard, reference)
    for side, pattern in words.predicates():
        for match in pattern.finditer(window):
            before = window[: match.start()]
            if match.end() <= own or words.set_aside(before):
                continue
            if not (words.denied(before) or doubted):
                yield side
            elif side is Attitude.FAVOURABLE:
                yield Attitude.CRITICAL
    for match in words.helping().finditer(window):
        before = _ASIDE.sub("", window[: match.start()], count=1)
        near = len(before.split()) <= _NEAR
        if match.end() > own and near and (doubted or words.denied(before)):
            yield Attitude.CRITICAL


def _window(heard: Heard, reference: Reference) -> str:
    """What is said of the text: from its name to the next clause, in small letters, without marks of quotation."""
    end = len(heard.sentence)
    for at in range(reference.last + 1, len(heard.told)):
        low = heard.low(at)
        if low in _FIRST and heard.low(at - 1) in ("that", "which"):
            continue  # 'the text that we have before us'
        told = low == "that" and heard.low(at - 1) in words.TIDINGS
        if told or low in words.BREAKS or low in words.CONTENTS or heard.another_subject(at):
            end = heard.told[at].span.end if told else heard.told[at].span.start
            break
    said = heard.sentence[reference.span.end : min(end, reference.span.end + _WINDOW)].lower()
    return said.translate(_QUOTES)


def _is_subject(heard: Heard, reference: Reference) -> bool:
    """Whether the phrase opens a clause, or is what somebody calls something, or leads to the words quoted."""
    before = reference.first - 1
    # 'the language in this draft is ...': the head stands further left
    if heard.low(before) in ("of", "in", "within"):
        heads = [i for i in range(max(0, before - 3), before) if heard.low(i) in words.PARTS]
        before = heads[-1] - 1 if heads else before
        while heads and heard.low(before) in _BEFORE_PARTS:
            before -= 1
    if before < 0 or heard.low(before) in words.OPENING | words.SAYING or not heard.low(before)[0].isalnum():
        return True
    return heard.sentence[reference.span.end :].lstrip()[:1] in ('"', "“")


def _doubted(heard: Heard, reference: Reference) -> bool:
    """'did not believe that the resolution would help'."""
    before = [heard.low(i) for i in range(max(0, reference.first - 6), reference.first)]
    thought = next((i for i, w in enumerate(before) if w in words.THINKING), None)
    return thought is not None and not words.NEGATIONS.isdisjoint(before[max(0, thought - 3) : thought])


def _missing_in(heard: Heard, reference: Reference) -> bool:
    """'not adequately addressed in the resolution'."""
    if heard.low(reference.first - 1) not in ("in", "by") or not heard.said(reference.first):
        return False
    before = [heard.low(i) for i in range(max(0, reference.first - 8), reference.first - 1)]
    return bool(before) and before[-1] in _HELD and not words.NEGATIONS.isdisjoint(before)


def _named(heard: Heard) -> Iterator[Side]:
    """How the text is called: 'this one-sided draft'."""
    for reference in heard.texts:
        called = " ".join(reference.modifiers)
        if reference.pronoun or reference.span.end <= heard.voice.own or heard.hearsay(reference):
            continue
        if words.ONE_SIDED.search(called) and heard.low(reference.first - 1) not in words.NEGATIONS:
            yield Attitude.CRITICAL, reference
        elif reference.definite and words.FINE.search(called):
            yield Attitude.FAVOURABLE, reference
