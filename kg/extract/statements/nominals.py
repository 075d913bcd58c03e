"""Nouns of saying, thought and will: 'his claim that', 'Chad's plan to', 'a call by the envoy for'."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from kg.extract.lexicon import wordset
from kg.extract.statements import indirect
from kg.extract.statements.attribution import Heard
from kg.extract.statements.cast import Cast
from kg.extract.statements.covered import Covered
from kg.extract.statements.cues import Cue, Side
from kg.extract.statements.discourse import Discourse
from kg.extract.statements.drafts import Draft, Medium, attribute
from kg.extract.statements.line import Line
from kg.extract.statements.phrases import Phrase, Sort, phrase_ending, phrase_starting
from kg.extract.statements.subjects import Subject, source_after
from kg.extract.statements.verbs import Verb
from kg.extract.statements.words import ADVERBS, DETERMINERS, FINITE, PREPOSITIONS, RELATIVES, SUBJECTS
from kg.model import Span, SpeechAct

_NOUNS = wordset(
    "claim claims assertion assertions allegation allegations accusation accusations charge charges argument arguments "
    "contention insistence statement statements comment comments remark remarks warning warnings promise promises "
    "pledge pledges vow vows threat threats demand demands request requests call calls appeal appeals plea pleas "
    "proposal proposals suggestion suggestions recommendation recommendations plan plans decision decisions ruling "
    "announcement announcements declaration admission acknowledgment acknowledgement denial denials explanation "
    "description descriptions characterization characterisation assessment estimate estimates prediction predictions "
    "forecast forecasts conclusion conclusions finding findings belief beliefs view views opinion opinions idea ideas "
    "notion theory hope hopes fear fears worry worries concern concerns doubt doubts suspicion suspicions skepticism "
    "scepticism desire wish wishes intention intentions intent willingness unwillingness readiness refusal reluctance "
    "determination commitment commitments support opposition criticism criticisms condemnation praise attack attacks "
    "objection objections complaint complaints reservations question questions answer response reaction position "
    "positions stance understanding recognition realization realisation expectation expectations interest disdain "
    "contempt admiration enthusiasm rhetoric message speech story stories talk reports tweet tweets lie lies"
)
# Who has these has said so.
_SAYING = wordset(
    "claim claims assertion assertions allegation allegations accusation accusations charge charges argument arguments "
    "contention insistence statement statements warning warnings promise promises pledge pledges vow vows admission "
    "threat threats announcement declaration acknowledgment acknowledgement denial denials suggestion remark remarks"
)
_LEADING_ON = PREPOSITIONS | RELATIVES | wordset("and or not to that than")
# What these are about stands behind 'for'.
_FOR = wordset("call calls demand demands appeal appeals plea pleas request requests support plan plans proposal")
_OWNERS = wordset("his her its their my our your")
_NEAR = 4
# Verbs behind a noun that may end what it reports.
_NEXT = 30


def of_nouns(line: Line, heard: Sequence[Heard], cast: Cast) -> Iterator[tuple[Cue, Span]]:
    """The nouns of a sentence that somebody's words or mind belong to, each as a cue, with what they are about.

    ``heard`` are the verbs that say something in the sentence: what they report is not cut into.
    """
    for at in [i for i, word in enumerate(line.lows) if word in _NOUNS]:
        token = line.tokens[at]
        whose = _owner(line, at, cast)
        if whose is None:
            continue
        subject, source, first = whose
        behind = line.at(source.end) if source.start > token.start else at + 1
        word = line.low(behind)
        wanted = word == "to" and _infinitive(line, behind + 1)
        if word != "that" and not wanted and not (word == "for" and token.low in _FOR):
            continue
        cue = _cue(line, at, behind + (word == "for"), subject, source, first)
        # the verbs around it, as far as words may reach
        place = bisect_left(heard, at, key=lambda item: item.cue.first)
        earlier = heard[max(0, place - 1) : place]
        content = indirect.content(line, len(earlier), (*earlier, Heard(cue, None, -1), *heard[place : place + _NEXT]))
        if content is not None:
            start, last = content[0]
            if not _is_object(line, first):
                last = _before_predicate(line, start, last, clause=word == "that")
            if last > start:
                yield cue, line.span(start, last)


def said_by_nouns(
    line: Line,
    nouns: Iterable[tuple[Cue, Span]],
    said: Iterable[Draft],
    discourse: Discourse,
    through: Medium | None,
) -> list[Draft]:
    """What nouns of saying report ('the envoy's claim that the text was dead') outside the words ``said`` already."""
    words = Covered(span for draft in said for span in (*draft.spans, draft.clause) if span is not None)
    out = []
    for cue, span in nouns:
        voice = discourse.voice(cue.subject, cue.source) if cue.subject is not None else None
        if cue.verb.speech and voice is not None and not words.meets(span):
            draft = Draft([span], line.sentence.span, False, "statements/noun-that", 0.75)
            attribute(draft, Heard(cue, voice, -1), through)
            out.append(draft)
    return out


def _cue(line: Line, at: int, content: int, subject: Phrase, source: Span, first: int) -> Cue:
    # the frame: a that-clause, an infinitive, or an object behind the preposition
    says = line.low(at) in _SAYING and line.low(content) == "that"
    verb = Verb(line.low(at), SpeechAct.ASSERT, "tio", speech=says)
    words = line.of(at, at)
    return Cue(
        verb, "past", at, at, words, Side.BEFORE, subject, first, at, content, line.span(at, at), source
    )  # fmt: skip


def _owner(line: Line, noun: int, cast: Cast) -> tuple[Phrase, Span, int] | None:
    """Whose words or mind it is, where that stands, and the first token of the whole noun phrase."""
    for at in range(noun - 1, max(-1, noun - _NEAR), -1):
        token = line.tokens[at]
        if not token.is_word or token.low in PREPOSITIONS or token.low in FINITE:
            break
        if token.low in _OWNERS:
            phrase = Phrase(Sort.PRONOUN, line.span(at, at), token.text, token.low)
            return phrase, phrase.span, at
        if token.low.endswith(("'s", "s'")):
            return _possessor(line, at, cast)
    if line.low(noun + 1) in {"by", "from"}:
        after = phrase_starting(line, noun + 2, cast)
        if after is not None and after.sort is not Sort.PRONOUN:
            subject = Subject(after, line.at(after.span.start), line.at(after.span.end) - 1)
            return after, source_after(line, subject), noun
    return None


def _possessor(line: Line, at: int, cast: Cast) -> tuple[Phrase, Span, int]:
    """The one whose name or noun carries the possessive mark, with the words before it that belong to it."""
    first = at
    while (
        first > 0
        and line.tokens[first - 1].is_word
        and (line.tokens[first - 1].capital or line.low(first - 1) in DETERMINERS)
    ):
        first -= 1
        if line.low(first) in DETERMINERS:
            break
    words = line.of(first, at)
    bare = words[: -2 if words.lower().endswith(("'s", "’s")) else -1]
    named = phrase_ending(line, at, cast)
    person = cast.person_ending(line.tokens[at].end - (len(words) - len(bare)))
    actor = cast.actor_ending(line.tokens[at].end - (len(words) - len(bare)))
    phrase = Phrase(
        Sort.PERSON if person else Sort.ACTOR if actor else named.sort if named else Sort.PEOPLE,
        line.span(first, at),
        words,
        "",
        person=person[1] if person else None,
        actor=actor.actor if actor else None,
        core=bare,
    )
    return phrase, phrase.span, first


def _infinitive(line: Line, at: int) -> bool:
    """Whether the word behind 'to' may be a verb."""
    token = line.tokens[at] if at < len(line.tokens) else None
    if token is None or not token.is_word or token.capital or token.low in DETERMINERS:
        return False
    return not token.low.endswith(("s", "ing", "ed"))


def _before_predicate(line: Line, start: int, last: int, *, clause: bool) -> int:
    """The last token before the verb whose subject the whole noun phrase is: 'his claim that it failed *convinced*'.

    ``clause``: the words have a verb of their own, which comes first.
    """
    own = not clause
    if clause and line.low(start) in SUBJECTS:
        start, own = start + 1, True  # 'it acts alone'
    for i in range(start + 1, last + 1):
        if not _verbal(line, i) or _verbal(line, i - 1) or line.low(i - 1) in _LEADING_ON:
            continue
        if own:
            return i - 1
        own = True
    return last


def _verbal(line: Line, at: int) -> bool:
    word = line.low(at)
    return word in FINITE or (word.endswith("ed") and len(word) > 4) or word in ADVERBS


def _is_object(line: Line, first: int) -> bool:
    """Whether a noun phrase stands behind a verb, so that what follows it is its own to the end."""
    return any(line.low(i) in FINITE or line.low(i).endswith("ed") for i in range(max(0, first - _NEAR), first))
