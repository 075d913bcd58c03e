"""Which cue a quotation belongs to, and which quotations nobody said."""

from bisect import bisect_left
from dataclasses import dataclass

from kg.extract.lexicon import wordset
from kg.extract.quotations import Quotation
from kg.extract.statements.cast import Cast
from kg.extract.statements.cues import Cue, Side
from kg.extract.statements.discourse import Discourse, Voice
from kg.extract.statements.line import Line
from kg.extract.statements.phrases import Phrase, Sort, phrase_starting
from kg.extract.statements.subjects import subject_before
from kg.extract.statements.verbs import forms
from kg.extract.statements.words import DETERMINERS, FINITE, OUTLET_WORDS, PREPOSITIONS, SENTENCE_ADVERBS
from kg.model import ActorKind

_TITLE_BEFORE = wordset(
    "entitled titled headed headlined named nicknamed codenamed code-named subtitled hashtag tagged"
)
_WORKS = wordset(
    "resolution film book novel series song documentary exhibition operation treaty programme program essay "
    "article op-ed magazine newspaper album play poem agenda item report show podcast draft project conference "
    "event rally initiative"
)
# Nouns of saying: 'his call for "a just peace"', "Putin's claim that".
NOUNS = wordset(
    "call calls demand demands claim claims statement statements comment comments remark remarks warning warnings "
    "promise pledge assertion assertions accusation accusations description words insistence assessment phrase "
    "message speech letter post tweet vow criticism denial appeal request question response answer argument view "
    "characterisation characterization mention declaration threat threats complaint suggestion tirade rhetoric "
    "quip refusal"
)
_BEFORE_SHOW = frozenset({"on", "in", "at", "of", "told", "the", "from", "with", "by", "to"})
_DASHES = frozenset({"—", "–", "--", "―"})
# A sentence that is nothing but a quotation has no more tokens than this.
_FEW = 12
# Before a quotation that stands for itself, not inside a reported clause.
_LOOSE = frozenset({",", ":", "and", "but", "that", ";", ""})
_QUOTED_SUBJECTS = frozenset({Sort.PERSON, Sort.INSTITUTION, Sort.POST, Sort.DOCUMENT, Sort.PEOPLE})
_END = frozenset(",.?!…—–-;:")


@dataclass(frozen=True, slots=True)
class Heard:
    """A cue with its speaker."""

    cue: Cue
    voice: Voice | None
    place: int


@dataclass(frozen=True, slots=True)
class Link:
    """A quotation's attribution: a cue of the sentence, or a voice that the sentence gives in another way."""

    heard: Heard | None = None
    voice: Voice | None = None
    verb: str | None = None
    rule: str = ""
    confidence: float = 0.0


def not_speech(line: Line, quotation: Quotation, at: int, single_is_scare: bool, text: str) -> str | None:
    """Why a quotation is nobody's words: a title, a nickname, distancing marks; None where it may be speech."""
    words = quotation.span.of(text)
    before = line.low(at - 1)
    if before in _TITLE_BEFORE or (before == "as" and line.low(at - 2) in {"known", "nicknamed"}):
        return "a title or name"
    if before == "so-called" or line.low(at - 2) == "so-called":
        return "distancing marks"
    work = before in _WORKS or (before == "," and line.low(at - 2) in _WORKS)
    named = before in {"the", "a", "an"} and words.isalpha() and words.istitle()
    if named or (work and _title_case(words)) or (before in _BEFORE_SHOW and _all_capitals(words)):
        return "a title or name"
    single = text[quotation.outer.start] in "'‘‹‚"
    if single and single_is_scare and len(words.split()) <= 3 and words[-1:] not in _END:
        return "distancing marks"
    return None


def _title_case(words: str) -> bool:
    """Whether words look like a title: it begins with a capital and ends without a stop."""
    parts = words.split()
    return (
        parts[0][0].isupper() and words[-1] not in ".?!" and (len(parts) < 3 or sum(p[0].isupper() for p in parts) > 1)
    )


def _all_capitals(words: str) -> bool:
    """Whether every word but the small ones begins with a capital, as in the name of a programme."""
    parts = words.strip(",.").split()
    large = [p for p in parts if len(p) > 3 or p[0].isupper()]
    return 2 <= len(parts) <= 8 and len(large) >= 2 and all(p[0].isupper() for p in large)


def resolve(line: Line, found: tuple[Cue, ...], discourse: Discourse, leading: Voice | None) -> tuple[Heard, ...]:
    """The cues of a sentence with their speakers. A cue that shares its subject takes that of the one before."""
    out: list[Heard] = []
    for cue in found:
        if cue.subject is not None:
            voice = discourse.voice(cue.subject, cue.source)
        else:
            voice = _shared(line, cue, out, leading)
            if voice is None and not out:
                voice = next((discourse.voice(c.subject) for c in found if c.subject and c.first > cue.first), None)
        if voice is not None:
            discourse.notice(voice)
        out.append(Heard(cue, voice, len(out)))
    return tuple(out)


def _shared(line: Line, cue: Cue, earlier: list[Heard], leading: Voice | None) -> Voice | None:
    """The speaker of a cue without a subject of its own."""
    if not earlier:
        return leading
    last = earlier[-1]
    detached = line.low(cue.first - 1) == ","
    participle = last.cue.shape == "ing" and last.cue.side is Side.BEFORE
    if detached and participle:
        finite = [h for h in earlier if not (h.cue.shape == "ing" and h.cue.side is Side.BEFORE)]
        return finite[-1].voice if finite else leading
    return last.voice


def link(line: Line, at: int, quotation: Quotation, heard: tuple[Heard, ...], text: str) -> Link:
    """The cue that the quotation at token ``at`` belongs to; an empty link where the sentence has none."""
    ends = quotation.span.of(text)[-1:] in _END or line.low(at + 1) == ","
    following = at + 2 if line.low(at + 1) == "," else at + 1
    passed = bisect_left(heard, at, key=lambda h: h.cue.first)
    before = next(
        (h for h in reversed(heard[:passed]) if h.cue.side is not Side.AFTER or h.cue.passive or h.cue.end < at), None
    )
    # "…," he said, "…": the second half belongs to the verb between
    touching = next((h for h in heard[passed:] if h.cue.begin == following and h.cue.first > at), None)
    if touching and (touching.cue.side is Side.SHARED or (before and _passes_on(touching))):
        touching = None
    if touching and before and line.low(at - 1) not in _LOOSE and relays(before, touching):
        touching = None
    if touching and (ends or touching.cue.side is Side.AFTER) and not _starts_again(line, at, before):
        return Link(touching, rule="statements/quoted-then-said", confidence=0.97)
    if before:
        cue = before.cue
        near = at - max(cue.last, cue.end) <= 4
        return Link(before, rule="statements/said-then-quoted", confidence=0.95 if near else 0.88)
    final = next((h for h in heard if h.cue.begin > at and _closing(line, h.cue)), None)
    if final:
        return Link(final, rule="statements/said-at-the-end", confidence=0.85)
    return Link()


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
    last = max(cue.last, cue.end, cue.content - 1)
    between = [line.low(i) for i in range(last + 1, at)]
    if "n" in cue.verb.frame and len(between) < 4:
        return True
    return all(t in {":", ",", "that"} for t in between) and cue.side is not Side.AFTER


def _closing(line: Line, cue: Cue) -> bool:
    """Whether a cue closes its sentence behind a comma: '…, the envoy said.'"""
    return line.low(cue.begin - 1) in {",", "—", "–", '"'} or cue.verb.lemma == "according to"


def by_noun(line: Line, at: int, cast: Cast, discourse: Discourse) -> Link:
    """'his call for "a just peace"', 'in the words of the envoy, "…"': a noun of saying and whose it is."""
    for noun in range(at - 1, max(-1, at - 12), -1):
        token = line.tokens[noun]
        if token.quotation >= 0 or token.low == ";":
            break
        if token.low not in NOUNS:
            continue
        owner = _owner(line, noun, cast, discourse)
        if owner:
            return Link(voice=owner, verb=token.text, rule="statements/noun-of-saying", confidence=0.75)
    return Link()


def _owner(line: Line, noun: int, cast: Cast, discourse: Discourse) -> Voice | None:
    """Whose words a noun of saying means: a possessor before it, or who follows 'of', 'by' or 'from'."""
    if line.low(noun + 1) in {"of", "by", "from"}:
        after = phrase_starting(line, noun + 2, cast)
        if after and after.sort is not Sort.DOCUMENT:
            return discourse.voice(after)
    at = noun - 1
    while at > 0 and line.tokens[at].is_word and not line.low(at).endswith(("'s", "s'")) and noun - at < 4:
        if line.low(at) in {"his", "her", "its", "their"} or line.low(at) in PREPOSITIONS:
            break
        at -= 1
    word = line.low(at)
    if word in {"his", "her", "its", "their"}:
        return discourse.voice(_pronoun(line, at))
    if not word.endswith(("'s", "s'")):
        return None
    return _possessor(line, at, cast, discourse)


def _pronoun(line: Line, at: int) -> Phrase:

    token = line.tokens[at]
    return Phrase(Sort.PRONOUN, line.span(at, at), token.text, token.low)


def _possessor(line: Line, at: int, cast: Cast, discourse: Discourse) -> Voice | None:
    """The person or actor whose name carries the possessive mark."""
    end = line.tokens[at].end
    for cut in (2, 1):
        person = cast.person_ending(end - cut)
        if person:
            start = line.at(person[0].start)
            phrase = Phrase(Sort.PERSON, person[0], line.text(person[0].start, person[0].end), "", person=person[1])
            return discourse.voice(phrase) if start <= at else None
        actor = cast.actor_ending(end - cut)
        if actor:
            words = line.text(actor.span.start, actor.span.end)
            return discourse.voice(Phrase(Sort.ACTOR, actor.span, words, "", actor=actor.actor))
    return None


def by_colon(line: Line, at: int, cast: Cast, discourse: Discourse, leading: Voice | None, text: str) -> Link:
    """'The minister was clear: "…"' and 'The minister "deeply regrets" it': the subject of the sentence speaks."""
    if line.low(at - 1) == ":" and leading is not None:
        return Link(voice=leading, rule="statements/after-a-colon", confidence=0.65)
    if line.low(at + 1) in _DASHES and len(line.tokens) - at < 12:
        signed = phrase_starting(line, at + 2, cast)
        if signed and signed.sort in {Sort.PERSON, Sort.NAME, Sort.POST}:
            return Link(voice=discourse.voice(signed), rule="statements/signed", confidence=0.7)
    return _quoted_verb(line, at, cast, discourse, leading, text) if at else Link()


def _quoted_verb(line: Line, at: int, cast: Cast, discourse: Discourse, leading: Voice | None, text: str) -> Link:
    """'The draft "deplores" the raid', 'It names Chad and "demands a halt"': the verb is among the quoted words."""
    first = line.quotations[line.tokens[at].quotation].span.of(text).split()[0].lower()
    verbal = (
        first in FINITE or first.endswith(("ed", "ly")) or (first.endswith("s") and not first.endswith(("ss", "'s")))
    )
    before = line.low(at - 1)
    if before in {"and", "but"} and leading is not None and first in forms():
        return Link(voice=leading, rule="statements/quoted-verb", confidence=0.55)
    verbal = verbal and before not in DETERMINERS | PREPOSITIONS and not before.endswith(("'s", "s'"))
    subject = subject_before(line, at - 1, cast) if verbal else None
    if subject and (subject.phrase.sort in _QUOTED_SUBJECTS or subject.phrase.head in {"he", "she", "they", "it"}):
        voice = discourse.voice(subject.phrase)
        if voice:
            return Link(voice=voice, rule="statements/quoted-verb", confidence=0.6)
    return Link()


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
