"""Where the subject of a verb of saying stands, past appositions, relative clauses and adverbs."""

from typing import NamedTuple

from kg.extract.lexicon import THING_WORDS, wordset
from kg.extract.statements.bounds import is_noun
from kg.extract.statements.cast import Cast
from kg.extract.statements.line import Line
from kg.extract.statements.phrases import Phrase, Sort, phrase_between, phrase_ending, phrase_starting
from kg.extract.statements.verbs import forms
from kg.extract.statements.words import (
    CONJUNCTIONS,
    DAYS,
    DETERMINERS,
    DOCUMENTS,
    FINITE,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    REMARKS,
    SENTENCE_ADVERBS,
)
from kg.model import Span

_NAMES = frozenset({Sort.PERSON, Sort.ACTOR, Sort.NAME, Sort.JOINT})
_MAX_COMMAS = 5
_LONG = 20
_INSERTED = 10
# What no noun phrase of a speaker begins or ends with.
_NO_SPEAKERS = (
    DAYS
    | PRONOUNS
    | wordset(
        "there what that this these those it nothing nobody none no not nor time day days week weeks month months "
        "year years point case way fact thing things vote morning evening night and or than even to"
    )
)
_NO_OPENERS = _NO_SPEAKERS - wordset("those these")
_ABSTRACT = ("ing", "ly", "tion", "sion", "ment", "ness", "ity", "ism")
_PLACING = PREPOSITIONS | {"around", "off", "who"}
_OPENING = SENTENCE_ADVERBS - {"first", "second", "third"}
# Tokens of a remark on a name.
_REMARK = 40
_PAUSES = frozenset({",", "—", "–", "-", "--"})
_REMARK_ENDS = frozenset({",", ".", ";", ":", "—", "–", "--", "!", "?"})
_SHORTENED = frozenset({"jr", "sr", "inc", "corp", "co", "ltd"})
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "its", "their", "one"})


class Subject(NamedTuple):
    """A noun phrase as subject and the tokens it reaches over, apposition included."""

    phrase: Phrase
    first: int
    last: int


def subject_before(line: Line, before: int, cast: Cast) -> Subject | None:
    """The subject of a verb whose last word before adverbs and auxiliaries is the token ``before``."""
    word = line.low(before)
    if word == "." and line.low(before - 1) in _SHORTENED:
        return subject_before(line, before - 1, cast)
    if word == ")":
        last = _before_brackets(line, before)
        named = subject_before(line, last, cast) if last >= 0 else None
        return _aliased(line, named, last + 1, before) if named else None
    if word in {",", "—", "–", "-", "--"}:
        return _across(line, before, cast)
    if word in RELATIVES and before > 0:
        host = before - 1
        if line.low(host) in {",", "—", "–", "-", "--"}:
            host -= 1
        found = phrase_ending(line, host, cast)
        return _subject(line, found, host) if found else None
    found = phrase_ending(line, before, cast)
    passed = _past_insertion(line, line.at(found.span.start) if found else before, found, cast)
    if passed or not found:
        return passed
    explained = _named_before(line, found, before, cast) if found.sort is Sort.POST else None
    return explained or _with_post(line, found, before, cast)


def _past_insertion(line: Line, first: int, found: Phrase | None, cast: Cast) -> Subject | None:
    """The subject before an insertion that has no commas: 'the envoy *calling the text a farce* thanked them',
    'the draft *vetoed by Chad* had called for a truce'."""
    if found is not None and line.low(first - 1) == "by" and line.low(first - 2).endswith("ed"):
        host = phrase_ending(line, first - 3, cast) if line.low(first - 3) in DOCUMENTS else None
        return _subject(line, host, first - 3) if host else None
    if found is not None and found.sort not in {Sort.DOCUMENT, Sort.VEHICLE}:
        return None
    for at in range(first - (found is not None), max(0, first - _INSERTED), -1):
        if line.tokens[at].quotation >= 0 or not line.tokens[at].is_word or line.low(at) in FINITE:
            return None
        if line.low(at).endswith("ing") and line.low(at) in forms():
            host = phrase_ending(line, at - 1, cast)
            return _with_post(line, host, at - 1, cast) if host and host.sort is Sort.PERSON else None
    return None


def anybody(line: Line, before: int) -> Subject | None:
    """The subject of a verb that only speakers do, whatever its noun: 'the narrator', 'one in five voters'."""
    first = before
    while first >= 0 and before - first < _LONG and _of_phrase(line, first):
        first -= 1
    first += 1
    while first <= before and (line.low(first) in _OPENING or line.tokens[first].low.endswith("ly")):
        first += 1
    if first <= before and line.low(first) in PREPOSITIONS:
        # 'In the second spot the narrator said'
        inner = (i for i in range(first + 2, before + 1) if line.low(i) in DETERMINERS)
        first = next((i for i in inner if line.low(i - 1) not in PREPOSITIONS), before + 1)
    if first > before:
        return None
    cut = next((i for i in range(first + 1, before + 1) if line.low(i) in _PLACING), before + 1)
    head, opens = line.low(cut - 1), line.low(first)
    begins = opens in DETERMINERS or opens.isdigit() or line.tokens[first].capital or head.endswith("s")
    if not begins or head in _NO_SPEAKERS or opens in _NO_OPENERS or head.endswith(_ABSTRACT):
        return None
    words = line.of(first, before)
    phrase = Phrase(Sort.PEOPLE, line.span(first, before), words, head, core=words)
    return Subject(phrase, first, before)


def _of_phrase(line: Line, at: int) -> bool:
    """Whether a token may stand inside a noun phrase."""
    token = line.tokens[at]
    if not token.is_word:
        return token.low in {"'", "%", "$", "&", "/"}
    return token.low == "and" or not (token.low in CONJUNCTIONS or token.low in FINITE or token.low in RELATIVES)


def _aliased(line: Line, found: Subject, opened: int, closed: int) -> Subject:
    """'the Transport Agency (Rosavia)': a short name in brackets belongs to the name."""
    inside = [line.tokens[i] for i in range(opened + 1, closed)]
    if len(inside) != 1 or not inside[0].capital or found.phrase.sort not in {Sort.INSTITUTION, Sort.NAME}:
        return Subject(found.phrase, found.first, closed)
    words = line.of(found.first, closed)
    return Subject(found.phrase._replace(words=words, core=words, alias=inside[0].text), found.first, closed)


def _subject(line: Line, phrase: Phrase, last: int) -> Subject:
    return Subject(phrase, line.at(phrase.span.start), last)


def _named_before(line: Line, post: Phrase, last: int, cast: Cast) -> Subject | None:
    """'Robert Wood, deputy ambassador, said': the name that an apposition explains."""
    comma = line.at(post.span.start) - 1
    if line.low(comma) != "," or comma < 1:
        return None
    name = phrase_ending(line, comma - 1, cast)
    if not name or not _is_name(line, name):
        return None
    return _over(line, name, line.at(name.span.start), last)


def _is_name(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase is a person's name: one that is known, or several capitals that name no thing or place."""
    if phrase.sort is Sort.PERSON:
        return True
    words = phrase.words.lower().split()
    before = line.low(line.at(phrase.span.start) - 1)
    free = before not in PREPOSITIONS and before != "the" and not set(words) & THING_WORDS
    return phrase.sort is Sort.NAME and len(words) > 1 and free


def _with_post(line: Line, found: Phrase, last: int, cast: Cast) -> Subject:
    """'Russia's envoy, Anna Petrova': the post before a name belongs to what is printed of the speaker."""
    first = line.at(found.span.start)
    if found.sort in {Sort.PERSON, Sort.NAME} and line.low(first - 1) == "," and first > 1:
        post = phrase_ending(line, first - 2, cast)
        if post and post.sort is Sort.POST:
            if found.sort is Sort.NAME:
                found = found._replace(role=post.words, actor=post.actor)
            return _over(line, found, line.at(post.span.start), last)
    return Subject(found, first, last)


def _over(line: Line, phrase: Phrase, first: int, last: int) -> Subject:
    while last > first and not line.tokens[last].is_word:
        last -= 1
    if last - first > _LONG:
        return Subject(phrase, first, last)
    core = phrase.core or (phrase.words if phrase.sort in {Sort.ACTOR, Sort.JOINT} else "")
    return Subject(phrase._replace(span=line.span(first, last), words=line.of(first, last), core=core), first, last)


def _across(line: Line, comma: int, cast: Cast) -> Subject | None:
    """The subject where a comma or dash stands before the verb: a name, its apposition, a relative clause."""
    nearest = phrase_ending(line, comma - 1, cast)
    if nearest and _is_name(line, nearest) and not _in_remark(line, comma):
        return _with_post(line, nearest, comma - 1, cast)
    sign = line.low(comma)
    seen = 0
    for at in range(comma - 1, 0, -1):
        token = line.tokens[at]
        if token.quotation >= 0 or token.low == ";" or seen == _MAX_COMMAS:
            break
        if token.low != sign:
            continue
        seen += 1
        found = phrase_ending(line, _before_brackets(line, at - 1), cast)
        if found and (found.sort in _NAMES or found.sort in {Sort.POST, Sort.PEOPLE, Sort.INSTITUTION, Sort.DOCUMENT}):
            listed = found.sort is Sort.ACTOR and nearest is not None and nearest.sort is Sort.ACTOR
            if listed and sign == "," and line.low(at + 1) not in REMARKS:
                continue
            if found.sort is Sort.POST:
                named = _named_before(line, found, comma - 1, cast)
                if named:
                    return named
            relative = line.low(at + 1) in REMARKS
            first = line.at(found.span.start)
            if nearest and not found.definite and nearest.sort is Sort.NAME and line.at(nearest.span.start) == at + 1:
                return _over(line, nearest, first, comma - 1)  # 'another watchdog, Lumen, said'
            return Subject(found, first, comma - 1) if relative else _over(line, found, first, comma - 1)
    return _subject(line, nearest, comma - 1) if nearest else None


def _in_remark(line: Line, comma: int) -> bool:
    """Whether a comma closes a relative clause ('the Palestinians, whom he met after seeing Peres,')."""
    opening = next((i for i in range(comma - 1, max(0, comma - _LONG), -1) if line.low(i) == line.low(comma)), None)
    return opening is not None and line.low(opening + 1) in REMARKS


def _before_brackets(line: Line, last: int) -> int:
    """The token before a remark in brackets ('Anna Petrova (Bulgaria),')."""
    if line.low(last) != ")":
        return last
    return next((i for i in range(last, max(-1, last - 15), -1) if line.low(i) == "("), 0) - 1


def subject_after(line: Line, first: int, cast: Cast) -> Subject | None:
    """The subject that follows its verb or 'according to': 'said the envoy, Anna Petrova'."""
    found = phrase_starting(line, first, cast)
    if not found:
        return None
    last = line.at(found.span.end) - 1
    if found.sort is Sort.POST and line.low(last + 1) == ",":
        name = phrase_starting(line, last + 2, cast)
        if name and _is_name(line, name):
            end = line.at(name.span.end) - 1
            if name.sort is Sort.NAME:
                name = name._replace(role=found.words, actor=found.actor)
            return _over(line, name, line.at(found.span.start), end)
    return _subject(line, found, last)


def agent(line: Line, first: int, cast: Cast) -> Subject | None:
    """The one after 'by' in a passive sentence, not too far away."""
    for at in range(first, min(first + 12, len(line.tokens))):
        if line.low(at) == "by":
            found = subject_after(line, at + 1, cast)
            return found if found and found.phrase.sort is not Sort.PRONOUN else None
        if line.low(at) in {";", ","}:
            return None
    return None


def _dateline(line: Line) -> int:
    """The first token behind a dateline ('NEW YORK (AP) —', 'KYIV, Feb 3 -'); 0 where there is none."""
    if not line.tokens or not (line.tokens[0].text.isupper() and len(line.tokens[0].text) > 2):
        return 0
    return next((at + 1 for at in range(1, min(12, len(line.tokens))) if line.low(at) in {"—", "–", "-", "--"}), 0)


def leading_subject(line: Line, until: int, cast: Cast) -> Subject | None:
    """The subject of the sentence: its first noun phrase, opening adverbs and phrases left out."""
    at = _dateline(line)
    while at < until and (line.low(at) in SENTENCE_ADVERBS or not line.tokens[at].is_word):
        if line.tokens[at].quotation >= 0:
            return None
        at += 1
    if line.low(at) in {"even", "just", "only", "shortly", "soon"} and line.low(at + 1) in PREPOSITIONS:
        at += 1
    if line.low(at) in PREPOSITIONS or line.low(at).endswith("ing") or line.low(at) in {"asked", "when"}:
        comma = next((i for i in range(at, until) if line.low(i) == ","), None)
        while comma is not None and line.low(comma + 1).isdigit():  # 'On 6 July, 2015, the envoy'
            comma = next((i for i in range(comma + 1, until) if line.low(i) == ","), None)
        if comma is None:
            return None
        at = comma + 1
    found = subject_after(line, at, cast)
    if found and any(_predicate(line, i) for i in range(at, found.first)):
        # "The blueprint urges Israel": the noun before the verb is the subject, not the name behind it
        noun = next((i for i in range(at, min(found.first, at + _INSERTED)) if is_noun(line.low(i))), None)
        phrase = phrase_between(line, at, noun, cast) if noun is not None else None
        found = _subject(line, phrase, noun) if phrase and noun is not None else None
    return found if found and found.last < until else None


def _predicate(line: Line, at: int) -> bool:
    """Whether a token before a name shows that the name is an object ('the blueprint urges Israel')."""
    word = line.low(at)
    return (word in forms() and word.endswith(("s", "ed"))) or (word.endswith("ed") and not line.tokens[at].capital)


def source_before(line: Line, subject: Subject, before: int) -> Span:
    """A subject before its verb as printed: with apposition and relative clause, or the relative pronoun alone.

    A participle between ('the minister, speaking in Oslo, said') is no part of it.
    """
    if line.low(before) in RELATIVES:
        return line.span(before, before)
    if subject.phrase.sort is Sort.PRONOUN:
        return subject.phrase.span
    own = line.at(subject.phrase.span.end)
    if line.low(own) in _PAUSES and line.low(own + 1).endswith("ing") and own < subject.last:
        return line.span(subject.first, own - 1)
    last = subject.last
    while last > subject.first and not (line.tokens[last].is_word or line.low(last) == ")"):
        last -= 1
    return line.span(subject.first, last)


def source_after(line: Line, subject: Subject) -> Span:
    """A subject behind its verb as printed, with the remark in brackets and the apposition that follow it."""
    last = subject.last
    if line.low(last + 1) in {"of", "at", "from"} and (line.low(last + 2) == "the" or _is_name_word(line, last + 2)):
        last += 2
        while _is_name_word(line, last + 1) or (
            line.low(last + 1) in {"of", "for", "and"} and _is_name_word(line, last + 2)
        ):
            last += 1
    if line.low(last + 1) == "(":
        closed = next((i for i in range(last + 2, last + _INSERTED) if line.low(i) == ")"), None)
        last = closed or last
    while line.low(last + 1) == "," and _explains(line, last + 2):
        end = last + 2
        while end + 1 < len(line.tokens) and end - last < _REMARK and line.tokens[end + 1].quotation < 0:
            if line.low(end + 1) in _REMARK_ENDS:
                break
            end += 1
        verbal = next((i for i in range(last + 2, end + 1) if line.low(i) in FINITE or line.low(i) in REMARKS), None)
        if verbal is not None and line.low(verbal) not in REMARKS:
            break
        last = end
    return line.span(subject.first, last)


def _is_name_word(line: Line, at: int) -> bool:
    return at < len(line.tokens) and line.tokens[at].capital and line.low(at) not in DAYS


def _explains(line: Line, at: int) -> bool:
    """Whether a token behind a comma begins a remark on the name before: 'a lawyer', 'who', 'head of', '82'."""
    word = line.low(at)
    if at >= len(line.tokens) or not line.tokens[at].is_word:
        return False
    return word in _ARTICLES or word in {"who", "whose", "himself", "herself"} or is_noun(word) or word.isdigit()
