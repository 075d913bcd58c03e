"""Cues of speech in a sentence: a verb of saying, who its subject is, whom it addresses, where its words begin."""

from dataclasses import dataclass
from enum import StrEnum

from kg.extract.statements.cast import Cast
from kg.extract.statements.line import Line
from kg.extract.statements.phrases import Phrase, Sort, is_noun, phrase_ending, phrase_starting
from kg.extract.statements.subjects import Subject, agent, subject_after, subject_before
from kg.extract.statements.verbs import Form, Verb, forms, lemma
from kg.extract.statements.words import (
    ADVERBS,
    BE,
    DETERMINERS,
    DOCUMENTS,
    FINITE,
    HEDGES,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SENTENCE_ADVERBS,
)


class Side(StrEnum):
    """Where the subject stands."""

    BEFORE = "before"
    AFTER = "after"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying at the tokens ``first`` to ``last``.

    ``subject`` is None where the verb shares the subject of another. ``begin`` is the first token of subject and verb.
    ``content`` is the first token after verb and addressee. ``passive`` cues name their speaker after *by*.
    """

    verb: Verb
    shape: str
    first: int
    last: int
    words: str
    side: Side
    subject: Phrase | None
    begin: int
    end: int
    content: int
    addressee: Phrase | None = None
    passive: bool = False
    negated: bool = False
    hedged: bool = False


# Forms that are nouns as often as verbs: what follows must show that they are verbs.
_NOUN_TOO = frozenset(
    "states calls reports claims demands comments remarks notes answers questions reads posts requests offers counters "
    "charges orders quotes cites signals estimates blames mentions urges state call report claim demand comment remark "
    "note answer question read post request offer counter order quote cite signal estimate blame mention urge praise "
    "welcome request protest express project conclude fault object rebuke mock hail salute stress worries voice voices "
    "thanks reply replies dispute disputes promise promises pledge pledges vow vows boast boasts joke jokes lament "
    "laments threat regret regrets repeat repeats recount recounts dub brand brands label labels term terms slam".split()
)
_INVERTIBLE = frozenset("say add note write report explain warn argue ask reply claim insist conclude tell".split())
# As a participle behind a comma these tell what something shows, not what somebody says.
_CONSEQUENCE = frozenset(
    "highlight underline underscore signal indicate suggest reveal echo recall express mention hint reaffirm confirm "
    "question mock read continue begin mourn add quote cite".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
_SAYING = frozenset("say claim argue warn insist write tell".split())
_TABLING = frozenset(
    "tabled adopted passed drafted approved submitted introduced presented circulated endorsed forward produced signed "
    "issued negotiated tabling adopting passing drafting approving submitting introducing presenting circulating".split()
)
_SHARING = frozenset({"and", "but", "or", "then"})
_GERUND_HOSTS = frozenset({"after", "while", "before", "by", "in", "when", "with", "despite"})


def cues(line: Line, cast: Cast) -> tuple[Cue, ...]:
    """The cues of a sentence, in order."""
    known = forms()
    out: list[Cue] = []
    skip = -1
    for at, token in enumerate(line.tokens):
        if at <= skip or token.quotation >= 0:
            continue
        if token.low == "according" and line.low(at + 1) == "to":
            found = _according(line, at, cast)
        elif token.low in known:
            found = _verb(line, at, known[token.low], cast, bool(out))
        else:
            continue
        if found:
            out.append(found)
            skip = found.last
    return tuple(out)


def _according(line: Line, at: int, cast: Cast) -> Cue | None:
    """'according to the ministry'."""
    subject = subject_after(line, at + 2, cast)
    if not subject or subject.phrase.sort in {Sort.DOCUMENT, Sort.VEHICLE, Sort.PRONOUN}:
        return None
    verb = Verb("according to", lemma("say").act, "qtb")
    content = subject.last + 1
    return Cue(
        verb, "past", at, at + 1, line.of(at, at + 1), Side.AFTER, subject.phrase, at, subject.last, content,
    )  # fmt: skip


def _verb(line: Line, at: int, candidates: tuple[Form, ...], cast: Cast, passed: bool) -> Cue | None:
    for form in candidates:
        gap = _gap(line, at + 1, form.verb.rest)
        last = at + gap + len(form.verb.rest)
        if any(line.low(at + gap + 1 + i) != w for i, w in enumerate(form.verb.rest)):
            continue
        found = _cue(line, at, last, form, cast, passed)
        if found or form.verb.rest:
            return found
    return None


def _gap(line: Line, at: int, rest: tuple[str, ...]) -> int:
    """How many words of time stand between a verb and its particle ('called on Monday for')."""
    if not rest or (line.low(at) == rest[0] and line.low(at + 1) not in _DAYS):
        return 0
    if line.low(at) in _DAYS or line.low(at) in {"again", "repeatedly", "also"}:
        return 1
    return 2 if line.low(at) == "on" and line.low(at + 1) in _DAYS else 0


def _cue(line: Line, at: int, last: int, form: Form, cast: Cast, passed: bool) -> Cue | None:
    before = at - 1
    while before >= 0 and _adverb(line, before):
        before -= 1
    negated = any(line.low(i) in NEGATIONS or line.low(i).endswith("n't") for i in range(max(0, before - 1), at))
    auxiliary = {line.low(i) for i in range(before + 1, at)}
    passive = form.shape == "past" and form.verb.lemma.split()[0] != "be" and bool(auxiliary & BE)
    if form.shape == "past" and (passive or line.low(last + 1) == "by"):
        return _passive(line, at, last, form, cast)
    if not _may_be_verb(line, at, before, form, auxiliary, cast, passed):
        return None
    side, subject = _subject(line, at, last, before, form, bool(auxiliary & BE), cast)
    if side is not Side.SHARED and subject is None:
        return None
    end = subject.last if subject and side is Side.AFTER else last
    begin = subject.first if subject and side is Side.BEFORE else at
    addressee, content = _addressee(line, end + 1, form.verb, cast)
    hedged = any(line.low(i) in HEDGES for i in range(max(0, begin - 1), min(len(line.tokens), last + 2)))
    return Cue(
        form.verb, form.shape, at, last, line.of(at, last), side, subject.phrase if subject else None, begin, end,
        content, addressee, False, negated, hedged,
    )  # fmt: skip


def _adverb(line: Line, at: int) -> bool:
    """Whether a token may stand between subject and verb."""
    token = line.tokens[at]
    if token.quotation >= 0:
        return False
    if token.low in ADVERBS or token.low in NEGATIONS or token.low in HEDGES:
        return True
    if token.low.endswith("ly") and not token.capital and len(token.low) > 4:
        return True
    following = line.low(at + 1)
    # ", however," and ", meanwhile,"
    return (
        token.low == ","
        and (following in SENTENCE_ADVERBS - {"and", "but", "or", "so", "as", "while", "when"})
        and (line.low(at - 1) not in {'"', ","} and at > 0)
    )


def _passive(line: Line, at: int, last: int, form: Form, cast: Cast) -> Cue | None:
    """'was described as "a farce" by the envoy', 'expressed by the ambassador:'."""
    found = agent(line, last + 1, cast)
    if not found or "q" not in form.verb.frame:
        return None
    return Cue(
        form.verb, form.shape, at, last, line.of(at, last), Side.AFTER, found.phrase, at, found.last, last + 1,
        passive=True,
    )  # fmt: skip


def _may_be_verb(  # noqa: PLR0911  # one return a rule
    line: Line, at: int, before: int, form: Form, auxiliary: set[str], cast: Cast, passed: bool
) -> bool:
    previous, following = line.low(before), line.low(at + 1 + len(form.verb.rest))
    opens = following in {"that", '"', ":", "“"} or bool(form.verb.rest)
    if previous.endswith(("'s", "s'")) and not auxiliary and line.tokens[before].is_word:
        return False
    if form.shape == "ing":
        if previous in DETERMINERS or previous in PREPOSITIONS - _GERUND_HOSTS or form.verb.lemma == "be":
            return False
        # ", highlighting the rift": what the narrator makes of it
        return not (previous == "," and form.verb.lemma in _CONSEQUENCE and not passed)
    if previous in DETERMINERS and previous not in {"this", "that", "both", "all", "some", "many", "most"}:
        return False
    if previous in PREPOSITIONS or previous == "as":
        return False
    if auxiliary & MODALS or previous in MODALS:
        return form.verb.lemma == "say" and following == '"'
    if form.shape == "past" or (previous in PRONOUNS | RELATIVES and form.shape == "s"):
        return True
    if previous == "to":
        return False
    if form.shape == "base":
        plural = previous in {"they", "we", "i", "who", "you"} or previous.endswith("s") or is_noun(previous)
        return plural and (opens or line.tokens[at].low not in _NOUN_TOO)
    if line.tokens[at].low not in _NOUN_TOO or (opens and line.tokens[at].low != "states"):
        return True
    subject = phrase_ending(line, before, cast)
    if opens:
        return subject is not None and subject.sort in {Sort.PERSON, Sort.DOCUMENT, Sort.VEHICLE, Sort.NAME}
    return (
        subject is not None
        and subject.sort in {Sort.PERSON, Sort.ACTOR, Sort.PRONOUN, Sort.DOCUMENT}
        and line.tokens[at].low != "states"
        and (
            following in DETERMINERS or following in PRONOUNS or line.tokens[min(at + 1, len(line.tokens) - 1)].capital
        )
    )


def _subject(  # noqa: PLR0913
    line: Line, at: int, last: int, before: int, form: Form, progressive: bool, cast: Cast
) -> tuple[Side, Subject | None]:
    """The side on which the subject stands, and the subject."""
    token = line.low(before)
    quoted = before >= 0 and (token == '"' or (token == "," and line.low(before - 1) == '"'))
    if form.shape == "ing" and not progressive:
        tabled = _tabled(line, before, cast) if token == "," else None
        if tabled:
            return Side.BEFORE, tabled
        if before < 0 or token in _GERUND_HOSTS or not line.tokens[before].is_word or token in SENTENCE_ADVERBS:
            return Side.SHARED, None
        host = _host(line, before, cast)
        if host is None and form.verb.lemma in _SAYING:
            return Side.SHARED, None
        return Side.BEFORE, host
    if quoted or (token == "," and form.verb.lemma in _INVERTIBLE):
        inverted = subject_after(line, last + 1, cast)
        if inverted and not _object(line, inverted) and (quoted or _closes(line, inverted)):
            return Side.AFTER, inverted
    if token in _SHARING:
        return Side.SHARED, None
    if before < 0 and form.shape != "ing":
        inverted = subject_after(line, last + 1, cast)
        return (
            (Side.AFTER, inverted)
            if line.sentence.span.start == line.tokens[at].start and inverted
            else (Side.SHARED, None)
        )
    return Side.BEFORE, subject_before(line, before, cast)


def _tabled(line: Line, comma: int, cast: Cast) -> Subject | None:
    """'They tabled a longer text, blaming both sides': the text blames."""
    found = phrase_ending(line, comma - 1, cast)
    if not found or found.sort is not Sort.DOCUMENT:
        return None
    first = line.at(found.span.start)
    return Subject(found, first, comma - 1) if line.low(first - 1) in _TABLING else None


def _host(line: Line, before: int, cast: Cast) -> Subject | None:
    """The noun that a participle belongs to: a document ('a draft condemning'), or somebody after 'with'."""
    found = phrase_ending(line, before, cast)
    if not found:
        return None
    first = line.at(found.span.start)
    if found.sort is Sort.DOCUMENT:
        return Subject(found, first, before)
    if line.low(first - 1) == "with":
        return Subject(found, first, before)
    for at in range(first - 1, max(-1, first - 9), -1):
        if line.low(at) in FINITE or not line.tokens[at].is_word:
            return None
        if line.low(at) in DOCUMENTS:
            document = phrase_ending(line, at, cast)
            return Subject(document, line.at(document.span.start), before) if document else None
    return None


def _closes(line: Line, subject: Subject) -> bool:
    """Whether an inverted subject behind a mere comma is one: nothing but the end or a comma follows."""
    if subject.phrase.sort in {Sort.PRONOUN, Sort.DOCUMENT, Sort.VEHICLE}:
        return False
    following = line.low(subject.last + 1)
    return following in {"", ".", ","} or subject.phrase.sort is Sort.PERSON


def _object(line: Line, subject: Subject) -> bool:
    """Whether what follows the verb is its object, because a clause goes on behind it."""
    return line.low(subject.last + 1) in FINITE


def _addressee(line: Line, at: int, verb: Verb, cast: Cast) -> tuple[Phrase | None, int]:
    """Whom the verb addresses, and the first token after."""
    if "x" not in verb.frame or at >= len(line.tokens):
        return None, at
    if line.low(at) in {"to", "at", "with"}:
        at += 1
    found = phrase_starting(line, at, cast)
    if not found or line.low(at) == "that":
        return None, at
    following = line.at(found.span.end)
    if verb.lemma != "tell" and line.low(following) not in {"that", "to", '"', ",", ":", "not", "against", "on"}:
        return None, at
    return found, following
