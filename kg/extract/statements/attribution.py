"""Which cue a quotation belongs to."""

from bisect import bisect_left
from typing import NamedTuple

from kg.extract.quotations import Quotation
from kg.extract.statements.cues import Cue, Side
from kg.extract.statements.discourse import Discourse, Voice
from kg.extract.statements.line import Line
from kg.extract.statements.phrases import Phrase, Sort
from kg.extract.statements.speakers import quoted_by, whole
from kg.extract.statements.words import ADVERBS, DAYS, DETERMINERS, OUTLET_WORDS, PREPOSITIONS, SENTENCE_ADVERBS
from kg.model import ActorKind

# A sentence that is nothing but a quotation has no more tokens than this.
_FEW = 12
# Verbs that name, ask or go on: a quotation right behind them is as sure as behind 'said'.
_PLAIN = frozenset(
    {"call", "describe", "ask", "continue", "urge", "quip", "denounce", "dismiss", "call on", "call for"}
)
# Characters of a mere fragment; tokens from a verb of naming to the name.
_FRAGMENT, _NAMING = 30, 5
_THINGS = frozenset({"it", "this", "that", "which", "they"})
# Before a quotation that stands for itself, not inside a reported clause.
_LOOSE = frozenset({",", ":", "and", "but", "that", ";", ""})
_HE_OR_SHE = frozenset({"he", "she"})
_END = frozenset(",.?!…—–-;:")


class Heard(NamedTuple):
    """A cue with its speaker; ``via`` quotes them ('Tass quoted the envoy as saying')."""

    cue: Cue
    voice: Voice | None
    place: int
    via: str | None = None


class Link(NamedTuple):
    """A quotation's attribution: a cue of the sentence, or a voice that the sentence gives in another way."""

    heard: Heard | None = None
    voice: Voice | None = None
    verb: str | None = None
    rule: str = ""
    confidence: float = 0.0


def resolve(line: Line, found: tuple[Cue, ...], discourse: Discourse, leading: Voice | None) -> tuple[Heard, ...]:
    """The cues of a sentence with their speakers. A cue that shares its subject takes that of the one before."""
    out: list[Heard] = []
    pronoun = next((i for i, word in enumerate(line.lows) if word in _HE_OR_SHE), None) if found else None
    for printed in found:
        cue, via = whole(line, printed, discourse.cast), None
        source = quoted_by(line, cue, discourse.cast)
        if source is not None:
            before = out[-1].voice if out else None
            voice = discourse.voice(source)
            via = cue.subject.words if cue.subject else before.actor.key if before else None
        elif cue.subject is not None:
            voice = discourse.voice(cue.subject, cue.source)
        else:
            voice = _shared(line, cue, out, leading)
            if voice is None and not out:
                voice = next((discourse.voice(c.subject) for c in found if c.subject and c.first > cue.first), None)
            if voice is None and pronoun is not None and pronoun < cue.first:
                voice = _by_pronoun(line, pronoun, discourse)
        if voice is not None:
            discourse.notice(voice)
        out.append(Heard(cue, voice, len(out), via))
    return tuple(out)


def _by_pronoun(line: Line, at: int, discourse: Discourse) -> Voice | None:
    """'Not only did she veto it …, calling it an insult': the pronoun that the sentence has before."""
    token = line.tokens[at]
    return discourse.voice(Phrase(Sort.PRONOUN, line.span(at, at), token.text, token.low))


def _shared(line: Line, cue: Cue, earlier: list[Heard], leading: Voice | None) -> Voice | None:
    """The speaker of a cue without a subject of its own."""
    if not earlier:
        return leading
    last = earlier[-1]
    if line.low(cue.first - 1) in {"but", "and"} and line.low(cue.first - 2) == ",":
        # 'She said that Chad had agreed, but added': the one who said so goes on, not Chad
        last = next((h for h in reversed(earlier) if not _reported(line, h, earlier)), last)
    detached = line.low(cue.first - 1) == ","
    participle = last.cue.shape == "ing" and last.cue.side is Side.BEFORE
    if detached and participle:
        finite = [h for h in earlier if not (h.cue.shape == "ing" and h.cue.side is Side.BEFORE)]
        return finite[-1].voice if finite else leading
    return last.voice


def _reported(line: Line, heard: Heard, earlier: list[Heard]) -> bool:
    """Whether a cue with a subject of its own stands inside the that-clause of an earlier one."""
    own = heard.cue.side is Side.BEFORE and heard.cue.shape != "ing"
    return own and any(line.low(h.cue.content) == "that" and h.cue.content < heard.cue.begin for h in earlier)


def link(line: Line, at: int, quotation: Quotation, heard: tuple[Heard, ...], text: str) -> Link:
    """The cue that the quotation at token ``at`` belongs to; an empty link where the sentence has none."""
    ends = text[quotation.span.end - 1] in _END or line.low(at + 1) == ","
    following = at + 2 if line.low(at + 1) == "," else at + 1
    passed = bisect_left(heard, at, key=lambda h: h.cue.first)
    before = _before(line, at, heard[:passed])
    if before and line.low(at - 1) in {"a", "an"} and not _speaks(before.cue) and line.low(at + 1).isalpha():
        before = None
    # "…," he said, "…": the second half belongs to the verb between
    touching = next((h for h in heard[passed:] if h.cue.begin == following and h.cue.first > at), None)
    if touching and (touching.cue.side is Side.SHARED or (before and _passes_on(touching))):
        touching = None
    if touching and before and line.low(at - 1) not in _LOOSE and relays(before, touching):
        touching = None
    if touching and (ends or touching.cue.side is Side.AFTER) and not _starts_again(line, at, before):
        sure = quotation.closed and not _passes_on(touching) and _says_no_more(line, touching.cue)
        return Link(touching, rule="statements/quoted-then-said", confidence=0.97 if sure else 0.9)
    if before and before.cue.verb.lemma == "agree":
        # 'they agreed to "…", according to the envoy': what was agreed is told in the envoy's words
        told = next((h for h in heard[passed:] if h.voice is not None and _closing(line, h.cue)), None)
        if told is not None:
            return Link(told, rule="statements/said-at-the-end", confidence=0.85)
    if before:
        cue = before.cue
        near = at - max(cue.last, cue.end) <= 4
        plain = "t" in cue.verb.frame or cue.verb.lemma in _PLAIN
        sure = plain and quotation.closed and _right_at(line, at, cue) and not _embedded(before, heard)
        return Link(before, rule="statements/said-then-quoted", confidence=0.96 if sure else 0.92 if near else 0.88)
    if not ends and quotation.span.end - quotation.span.start < _FRAGMENT and line.low(at - 1) in DETERMINERS:
        # 'the four "holes" he named': the verb's clause belongs to the noun
        heard = tuple(h for h in heard if h.cue.begin != at + 1)
    final = next((h for h in heard if h.cue.begin > at and _closing(line, h.cue)), None)
    if final:
        return Link(final, rule="statements/said-at-the-end", confidence=0.85)
    return Link()


def _before(line: Line, at: int, heard: tuple[Heard, ...]) -> Heard | None:
    """The cue before a quotation that it may belong to; 'she says it shows that "…"' are her words."""
    for place in range(len(heard) - 1, -1, -1):
        cue = heard[place].cue
        if cue.passive and at > cue.end and line.low(at - 1) not in _LOOSE:
            continue
        if not (cue.side is not Side.AFTER or cue.passive or cue.end < at):
            continue
        if place and _passes_over(line, at, cue, heard[place - 1].cue):
            continue
        return heard[place]
    return None


def _passes_over(line: Line, at: int, cue: Cue, outer: Cue) -> bool:
    """Whether a quotation is not the words of the cue before it but of the outer one that reports this cue's clause."""
    if outer.side is not Side.BEFORE:
        return False
    if cue.subject is not None and cue.subject.head in _THINGS and outer.content in {cue.begin, cue.begin - 1}:
        return True
    # 'said the army had announced truces, but "they broke them"'
    joined = line.low(at - 1) in {"but", "and"} and line.low(at - 2) == "," and cue.content < at - 2
    reported = cue.side is Side.BEFORE and cue.shape != "ing" and outer.content <= cue.begin
    return joined and reported and "," not in line.lows[outer.content : cue.begin]


def _speaks(cue: Cue) -> bool:
    """Whether a verb goes with words in quotation marks: not 'invited them to a "friendship" party'."""
    return bool({"q", "n"} & set(cue.verb.frame)) or "t" in cue.verb.frame


def _says_no_more(line: Line, cue: Cue) -> bool:
    """Whether a verb behind a quotation has no further content: not '"…," Ann said yes again'."""
    behind = line.low(max(cue.last, cue.end, cue.content - 1) + 1)
    joined = behind in {"and", "but", "as", "when", "while"} or behind in PREPOSITIONS or behind in DAYS
    return joined or not behind[:1].isalnum() or behind.endswith("ly") or behind in ADVERBS


def _embedded(inner: Heard, heard: tuple[Heard, ...]) -> bool:
    """Whether a cue stands in what another reports: 'Chad claimed that Mali had called it "a farce"'."""
    outer = heard[inner.place - 1] if inner.place else None
    if outer is None or outer.voice is None or inner.voice is None or outer.voice.actor == inner.voice.actor:
        return False
    return outer.cue.side is Side.BEFORE and inner.cue.begin - 1 <= outer.cue.content + 1


def _right_at(line: Line, at: int, cue: Cue) -> bool:
    """Whether nothing but an addressee, a colon or 'that' stands between a verb and a quotation."""
    return all(line.low(i) in {":", ",", "that"} for i in range(max(cue.last, cue.end, cue.content - 1) + 1, at))


def relays(first: Heard, closing: Heard) -> bool:
    """Whether a ministry or a spokesman at the end tells what their minister said: 'A said …, the ministry said.'"""
    inner, outer = first.voice, closing.voice
    if inner is None or outer is None or first.cue.side is not Side.BEFORE or inner.actor == outer.actor:
        return False
    office = outer.person is None and outer.actor.kind is ActorKind.ORGANIZATION and outer.represents is not None
    spokesman = "spokes" in (outer.role or "").lower()
    return (office or spokesman) and inner.represents in {None, outer.represents}


def _passes_on(heard: Heard) -> bool:
    """Whether a cue only passes words on: 'according to', an agency, 'state media reported'."""
    voice = heard.voice
    if heard.cue.verb.lemma == "according to":
        return True
    return voice is not None and (
        voice.actor.kind is ActorKind.OUTLET or voice.actor.key.lower().split()[-1] in OUTLET_WORDS
    )


def _starts_again(line: Line, at: int, before: Heard | None) -> bool:
    """Whether the verb before the quotation stands right at it ('he said: "…"'), so that it cannot be another's."""
    if before is None:
        return False
    cue = before.cue
    if "n" in cue.verb.frame and at - max(cue.last, cue.end, cue.content - 1) < _NAMING:
        return True
    return cue.side is not Side.AFTER and _right_at(line, at, cue)


def _closing(line: Line, cue: Cue) -> bool:
    """Whether a cue closes its sentence behind a comma: '…, the envoy said.'"""
    return line.low(cue.begin - 1) in {",", "—", "–", '"'} or cue.verb.lemma == "according to"


def alone(line: Line, at: int) -> bool:
    """Whether a sentence is nothing but the quotation and a word or two of joining."""
    if len(line.tokens) > _FEW:
        return False
    rest = [t for t in line.tokens if t.quotation < 0 and t.is_word]
    return all(t.low in SENTENCE_ADVERBS for t in rest) and len(rest) <= 2


def new_clause(line: Line, first: int, second: int) -> bool:
    """Whether 'and that' stands between two quotations: another clause, hence another statement."""
    return any(
        line.low(i) == "that" and line.low(i - 1) in {"and", "but"} for i in range(first + 1, second)
    )  # fmt: skip


def closed_by_another(line: Line, heard: tuple[Heard, ...], leading: Voice) -> bool:
    """Whether a sentence ends with who told it: 'Abbas conveyed his decision by phone, Moussa told the press.'"""
    last = heard[-1] if heard else None
    if last is None or last.voice is None or last.voice.person is None or last.voice.person is leading.person:
        return False
    return line.low(last.cue.begin - 1) == "," and last.cue.side is not Side.SHARED
