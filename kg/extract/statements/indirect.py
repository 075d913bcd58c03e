"""Reported speech: the clause that somebody is said to have said, as printed."""

from itertools import takewhile

from kg.extract.lexicon import wordset
from kg.extract.statements.attribution import Heard
from kg.extract.statements.cast import Cast
from kg.extract.statements.cues import Cue, Side
from kg.extract.statements.extent import end_of
from kg.extract.statements.line import Line
from kg.extract.statements.phrases import Phrase, Sort, phrase_ending, phrase_starting
from kg.extract.statements.speakers import QUOTING, as_saying
from kg.extract.statements.words import (
    CONJUNCTIONS,
    DETERMINERS,
    DOCUMENTS,
    FINITE,
    OUTLET_WORDS,
    PREPOSITIONS,
    PRONOUNS,
    QUESTIONS,
    RELATIVES,
    REMARKS,
    SENTENCE_ADVERBS,
    VEHICLES,
)
from kg.model import ActorKind, Span, SpeechAct

_DAYS = wordset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday earlier later recently again last "
    "week month year night on in this afternoon morning evening"
)
_JUDGING = frozenset({SpeechAct.CONDEMN, SpeechAct.WELCOME, SpeechAct.REJECT, SpeechAct.ASSERT})
_PLAIN_SAYING = frozenset({"said", "says", "say", "saying"})
# 'demanded Russia withdraw', 'proposed a truce': what follows is wanted, whatever its grammar.
_ASKING = frozenset({SpeechAct.DEMAND, SpeechAct.PROPOSE, SpeechAct.PROMISE})
# What is written, put up or found is as often a thing: 'posted a picture', 'found a way'.
_OF_THINGS = wordset("post tweet write report find reveal disclose predict estimate")
# Verbs of what is done as often as said, and what is refused or tabled so.
_DEEDS = frozenset({"reject", "rebuff", "propose"})
_TABLED = wordset("amendment amendments resolution resolutions draft drafts motion motions")
_REFUSED = DOCUMENTS | wordset("offer offers plan plans proposals bid bids request requests")
# Behind these somebody stands before the words: 'informed them that', never 'informed the plan was ready'.
_TO_SOMEBODY = frozenset({"inform", "assure", "reassure", "remind"})
_NO_CLAUSE = (PREPOSITIONS | SENTENCE_ADVERBS) - wordset("if both")
_BREAKING_OFF = CONJUNCTIONS | PREPOSITIONS
OBJECTS = frozenset({"statements/object", "statements/urged-to", "statements/promised-to"})
# How a reported sentence goes on behind a parenthesis.
_GOING_ON = wordset("because since if unless although though despite until when even whether")
_REACH = 16
# Tokens from the cue that closes a sentence to its end.
_LAST = 7
# Tokens of what is given a name.
_NAMED = 6
# Tokens in which the verb of a clause without 'that' comes.
_CLAUSE = 39
# Tokens of a sentence in which a verb is looked for.
_FAR = 80


def content(line: Line, at: int, heard: tuple[Heard, ...]) -> tuple[tuple[int, int], str] | None:
    """The tokens (first, last) of what the cue at place ``at`` of ``heard`` reports, and how it was found."""
    cue = heard[at].cue
    if cue.negated:
        return None
    opened = _of_passive(line, cue) if cue.passive else _opening(line, cue)
    if opened is None:
        behind = None if cue.passive else _behind(line, cue, at, heard)
        return (behind, "statements/said-behind") if behind else None
    start, rule = opened
    while start < len(line.tokens) - 1 and not line.tokens[start].is_word and line.tokens[start].quotation < 0:
        start += 1
    last = end_of(line, start, at, heard, of_object=rule == "statements/object")
    while last >= start and not (line.tokens[last].is_word or line.tokens[last].quotation >= 0):
        last -= 1
    if last < start or not _substantial(line, start, last, rule) or _names_subject(heard[at], rule):
        return None
    if rule == "statements/object" and _is_deed(line, start, heard[at]):
        return None
    return (start, last), rule


def _names_subject(heard: Heard, rule: str) -> bool:
    """'a draft condemning the attack' tells a document's subject; 'the Assembly rejected the draft' is a vote."""
    cue, voice = heard.cue, heard.voice
    if rule != "statements/object" or voice is None:
        return False
    act = cue.verb.act
    if voice.actor.kind is ActorKind.DOCUMENT:
        return cue.shape == "ing" and act in _JUDGING
    body = voice.represents is not None and voice.represents.kind is ActorKind.BODY and voice.person is None
    return body and act in {SpeechAct.REJECT, SpeechAct.WELCOME}


def _is_deed(line: Line, start: int, heard: Heard) -> bool:
    """'The members rejected the draft', 'proposed an amendment': done by voting and tabling, not in words."""
    voice, tabled = heard.voice, heard.cue.verb.lemma == "propose"
    if heard.cue.verb.lemma not in _DEEDS or voice is None or not (tabled or not (voice.person or voice.role)):
        return False
    words = takewhile(lambda word: word not in PREPOSITIONS, (line.low(i) for i in range(start, start + _NAMED)))
    return any(word in (_TABLED if tabled else _REFUSED) for word in words)


def clauses(line: Line, first: int, last: int) -> list[tuple[int, int]]:
    """A reported stretch cut where a further that-clause is joined to it ('…, and that …')."""
    out, start = [], first
    for at in range(first + 1, last):
        if line.low(at) == "that" and line.low(at - 1) in {"and", "but"} and at + 1 <= last:
            end = at - 2
            while end > start and line.low(end) == ",":
                end -= 1
            if end > start:
                out.append((start, end))
                start = at + 1
    return [*out, (start, last)]


def _opening(line: Line, cue: Cue) -> tuple[int, str] | None:
    """Where the reported words begin behind the verb, and the rule that says so."""
    if cue.verb.lemma == "according to":
        return _after_according(line, cue)
    if cue.verb.lemma in QUOTING and (told := as_saying(line, cue.content)) is not None:
        return told + 2 + (line.low(told + 2) == "that"), "statements/that-clause"
    at, frame = cue.content, cue.verb.frame
    if line.low(at) in {",", ":"} and line.low(at + 1) == "that":
        at += 1
    elif line.low(at) == "," and line.low(at + 1) in PREPOSITIONS and cue.side is not Side.AFTER:
        # 'warned, in a letter that was leaked, that'
        closed = next((i for i in range(at + 2, at + _REACH) if line.low(i) == ","), None)
        if closed is None or line.low(closed + 1) != "that":
            return None
        at = closed + 1
    if "t" in frame:
        that = at if line.low(at) == "that" else _late_that(line, at)
        if that is not None:
            return that + 1, "statements/that-clause"
    if cue.side is Side.AFTER or line.low(at) == "that":
        return None
    return _addressed(line, at, cue) if cue.addressee is not None else _plain(line, at, cue)


def _of_passive(line: Line, cue: Cue) -> tuple[int, str] | None:
    """'was accused by the envoy of stirring up trouble': what stands behind the one who says it."""
    word = line.low(cue.end + 1)
    if word == "to" and "x" in cue.verb.frame:
        return cue.end + 1, "statements/urged-to"
    return (cue.end + 2, "statements/object") if word in {"of", "for"} and "a" in cue.verb.frame else None


def _addressed(line: Line, at: int, cue: Cue) -> tuple[int, str] | None:
    """Behind an addressee: 'told them the talks were over', 'urged them to talk'."""
    if line.low(at) in {"against", "of"} and cue.verb.act is SpeechAct.WARN:
        return _from_addressee(line, cue)
    if "t" in cue.verb.frame and line.low(at) in {"about", "of", "on", "over"}:
        return None
    if cue.verb.act is SpeechAct.ASK and line.low(at) in QUESTIONS:
        return at, "statements/bare-clause"
    if cue.verb.lemma == "tell" and line.low(at) == "to":
        return _from_addressee(line, cue)
    if cue.verb.lemma == "tell" or ("b" in cue.verb.frame and line.low(at) != "to"):
        return _bare(line, at)
    return _from_addressee(line, cue)


def _from_addressee(line: Line, cue: Cue) -> tuple[int, str] | None:
    if cue.addressee is None:
        return None
    return line.at(cue.addressee.span.start), "statements/urged-to"


def _plain(line: Line, at: int, cue: Cue) -> tuple[int, str] | None:
    """Without 'that' and addressee: an infinitive, a clause, an object."""
    frame = cue.verb.frame
    if (cue.verb.lemma == "admit" and _takes_in(line, at)) or cue.verb.lemma in _TO_SOMEBODY:
        return None
    if "i" in frame and line.low(at) == "to" and cue.verb.lemma != "say":
        return at, "statements/promised-to"
    if cue.verb.act is SpeechAct.ASK and line.low(at) not in QUESTIONS:
        return None
    thing = cue.verb.lemma in _OF_THINGS
    opening = cue.shape == "ing" and cue.first <= 1  # 'Explaining his vote, the delegate said'
    clause = "b" in frame and cue.verb.act not in _ASKING and not (thing and line.low(at) in {"a", "an"})
    found = _bare(line, _behind_vehicle(line, at), object_too=thing or opening or "o" in frame) if clause else None
    if found:
        return found
    if ("o" in frame or "a" in frame) and _object_begins(line, at):
        return at, "statements/object"
    return _other(line, at, cue)


def _other(line: Line, at: int, cue: Cue) -> tuple[int, str] | None:
    """A name that is given, or somebody who is called on."""
    if "n" in cue.verb.frame and _names(line, at):
        return at, "statements/object"
    calling = cue.verb.lemma in {"call on", "call upon"} and any(line.low(i) == "to" for i in range(at, at + _REACH))
    return (at, "statements/urged-to") if calling or cue.verb.lemma == "urge" else None


def _names(line: Line, at: int) -> bool:
    """Whether somebody is given a name without marks: 'called it a farce', 'called the vote a sham'."""
    if line.low(at) in {"it", "him", "her", "them", "this"}:
        return line.low(at + 1) in {"a", "an", "the"}
    if line.low(at) not in {"the", "his", "her", "its", "their"}:
        return False
    named = next((i for i in range(at + 1, at + _NAMED) if not line.low(i).isalpha() or line.low(i) in DETERMINERS), at)
    return line.low(named) in {"a", "an"}


def _takes_in(line: Line, at: int) -> bool:
    """Whether 'admit' means letting somebody in ('admitted Palau as a member', 'admitted to the hall')."""
    for i in range(at, min(at + _REACH, len(line.tokens))):
        if line.low(i) in FINITE:
            return False
        if line.low(i) in {"as", "to", "into"}:
            return True
    return False


def _after_according(line: Line, cue: Cue) -> tuple[int, str] | None:
    """'According to the ministry, …' at the head of a sentence; a remark on the name is passed over."""
    behind = line.at(cue.source.end) if cue.source else cue.end + 1
    if cue.first > 1 or line.low(behind) != ",":
        return None
    if line.low(behind + 1) in REMARKS:
        closed = next(
            (i for i in range(behind + 2, min(behind + _CLAUSE, len(line.tokens))) if line.low(i) == ","), None
        )
        return (closed + 1, "statements/according-to") if closed else None
    return behind + 1, "statements/according-to"


def _behind_vehicle(line: Line, at: int) -> int:
    """The token behind where words were said: 'said *in a statement* the talks were over'; else the token itself."""
    if line.low(at) not in {"in", "during", "through", "via"}:
        return at
    vehicle = next((i for i in range(at + 1, at + _NAMED) if line.low(i) in VEHICLES), None)
    if vehicle is None or line.low(vehicle + 1) in PREPOSITIONS or line.low(vehicle + 1) == ",":
        return at
    return vehicle + 1


def _late_that(line: Line, at: int) -> int | None:
    """The 'that' behind a few words of time and place ('said in Geneva on Monday that')."""
    if line.low(at) not in PREPOSITIONS and line.low(at) not in _DAYS and not line.low(at).endswith("ly"):
        return None
    for i in range(at, min(at + _REACH, len(line.tokens))):
        token = line.tokens[i]
        if token.low == "that" and line.low(i - 1) not in PREPOSITIONS:
            return None if line.low(i + 1) in FINITE else i  # 'in a war that has killed'
        if token.quotation >= 0 or token.low in {";", ":"} or token.low in FINITE:
            return None
    return None


def _bare(line: Line, at: int, *, object_too: bool = False) -> tuple[int, str] | None:
    """A clause without 'that': a subject, and a verb in sight; before a comma where it may be an object as well."""
    while line.low(at) in _DAYS and line.low(at) not in {"on", "in"}:
        at += 1
    if line.low(at) in {"on", "in", "early", "late"} and line.low(at + 1) in _DAYS:
        at += 2
    if at >= len(line.tokens) or not line.tokens[at].is_word:
        return None
    word = line.low(at)
    if word in _NO_CLAUSE:
        return None
    if word in {"more", "it", "so"} and not line.tokens[min(at + 1, len(line.tokens) - 1)].is_word:
        return None
    verb = _verb_ahead(line, at + 1, until_comma=object_too)
    plain = word in DETERMINERS or word in PRONOUNS or line.tokens[at].capital or line.low(at - 1) in _PLAIN_SAYING
    plain = plain and not object_too
    if verb or (verb is None and plain and len(line.tokens) - at > 4):
        return at, "statements/bare-clause"
    return None


def _verb_ahead(line: Line, first: int, *, until_comma: bool) -> bool | None:
    """Whether a verb or a quotation comes soon; False where a comma comes first that ends the search."""
    for i in range(first, min(first + _CLAUSE, len(line.tokens))):
        token = line.tokens[i]
        past = token.low.endswith("ed") and len(token.low) > 4 and not token.capital
        if token.quotation >= 0 or token.low in FINITE or past:
            return True
        if until_comma and token.low == ",":
            return False
    return None


def _object_begins(line: Line, at: int) -> bool:
    """Whether an object stands right behind the verb."""
    word = line.low(at)
    if at >= len(line.tokens) or not (line.tokens[at].is_word or line.tokens[at].quotation >= 0):
        return False
    return word not in PREPOSITIONS and word not in RELATIVES and word not in {"and", "but", "to", "not", "or"}


def _behind(line: Line, cue: Cue, at: int, heard: tuple[Heard, ...]) -> tuple[int, int] | None:
    """'…, the envoy said.': the sentence before the cue; for a cue in the middle, what follows it."""
    telling = "b" in cue.verb.frame or "t" in cue.verb.frame
    if not telling or (cue.verb.lemma == "admit" and _takes_in(line, cue.content)):
        return None
    begin = cue.begin - (cue.verb.lemma == "put it" and line.low(cue.begin - 1) == "as")
    if begin < 2 or line.low(begin - 1) not in {",", "—", "–"} or cue.side is Side.SHARED:
        return None
    earlier = at > 0 and heard[0].cue.end < cue.begin
    goes_on = line.low(cue.end + 1) == "," and len(line.tokens) - cue.end > 5 and cue.side is Side.BEFORE
    whole = any(line.low(i) in FINITE or (line.low(i).endswith("ed") and i) for i in range(min(cue.begin - 1, _FAR)))
    if line.low(0) in PREPOSITIONS and (line.low(cue.end + 2) in PREPOSITIONS or not (whole or goes_on)):
        return None  # 'After the talks, the envoy warned, in a letter, against it'
    # what the narrator adds, unless the sentence before breaks off: 'instead of, he said, waiting'
    adding = line.low(cue.end + 2).endswith("ing") or line.low(cue.end + 2) in REMARKS
    adding = adding and line.low(begin - 2) not in _BREAKING_OFF
    if goes_on and not adding and (earlier or not whole):
        last = len(line.tokens) - 1
        while last > cue.end and not line.tokens[last].is_word:
            last -= 1
        return (cue.end + 2, last) if last > cue.end + 3 else None
    if earlier and not (goes_on and adding) and (line.low(cue.end + 1) == "," or not _closes(line, cue, heard[at])):
        return None
    first, last = 0, begin - 2
    while first < last and (line.low(first) in {"but", "and"} or not line.tokens[first].is_word):
        first += 1
    # 'Asked about the claim, the envoy said nothing'
    loose = line.low(first).endswith(("ing", "ed")) and not any(line.low(i) in FINITE for i in range(first, last + 1))
    return (first, last) if last - first >= 2 and not loose else None


def _closes(line: Line, cue: Cue, heard: Heard) -> bool:
    """Whether a cue tells of the whole sentence before it, whoever is said to have said something there."""
    passed_on = heard.voice is not None and heard.voice.actor.kind in {ActorKind.OUTLET, ActorKind.DOCUMENT}
    return not passed_on and len(line.tokens) - cue.end <= _LAST


def _substantial(line: Line, first: int, last: int, rule: str) -> bool:
    """Whether there is enough to be a statement: two words of content, or one name as an object."""
    if any(t.quotation >= 0 for t in line.tokens[first : last + 1]):
        return last > first
    words = [t for t in line.tokens[first : last + 1] if t.is_word and t.low not in DETERMINERS]
    if rule == "statements/object":
        return len(words) >= 2 or (
            any(t.low in {"it", "this"} for t in words) is False and len(words) == 1 and last - first >= 1
        )
    return len(words) >= 2


def stands_alone(heard: Heard, rule: str) -> bool:
    """Whether a report inside another's reported words is a statement of its own: a clause with a subject."""
    cue, voice = heard.cue, heard.voice
    named = cue.shape != "ing" or (voice is not None and voice.person is not None)
    whole = rule in {"statements/that-clause", "statements/bare-clause", "statements/said-behind"}
    return whole and cue.side is Side.BEFORE and named


def spans(line: Line, heard: Heard, words: tuple[int, int], rule: str, cast: Cast) -> list[Span]:
    """The stretches of reported words: with what they are said of, where they have no subject of their own.

    'the text, which he said was dead': *the text*, *was dead*. None where the subject cannot be told. What goes on
    behind a parenthesis belongs to them: 'it failed, he said, because nobody came'.
    """
    own, word = line.span(*words), line.low(words[0])
    if rule == "statements/said-behind" and words[1] < heard.cue.begin and _goes_on(line, heard.cue):
        last = max(i for i in range(heard.cue.end + 2, len(line.tokens)) if line.tokens[i].is_word)
        return [own, line.span(heard.cue.end + 2, last)]
    relative = heard.cue.begin - 1
    taken = rule == "statements/bare-clause" and line.low(relative) in {"which", "who", "that"}
    if rule != "statements/bare-clause" or not (word in FINITE or (taken and word.endswith("ed"))):
        return [own]
    host = phrase_ending(line, relative - 1 - (line.low(relative - 1) == ","), cast) if taken else None
    return [host.span, own] if host is not None else []


def _goes_on(line: Line, cue: Cue) -> bool:
    """Whether a reported sentence goes on behind a parenthesis."""
    rest = line.tokens[cue.end + 2 :]
    own = cue.verb.lemma == "put it" or (bool(rest) and rest[0].low in _GOING_ON)
    plain = all(token.quotation < 0 and token.low not in _PLAIN_SAYING for token in rest)
    return own and line.low(cue.end + 1) == "," and sum(token.is_word for token in rest) >= 2 and plain


def cited(line: Line, at: int, heard: tuple[Heard, ...], cast: Cast) -> Phrase | None:
    """Whom an agency or paper passes on: '…, the daily reported, citing the coast guard.'"""
    voice = heard[at].voice
    following = heard[at + 1].cue if at + 1 < len(heard) else None
    if voice is None or following is None or following.verb.lemma not in {"cite", "quote"}:
        return None
    named = line.text(voice.span.start, voice.span.end) if voice.span else voice.words
    press = voice.actor.kind is ActorKind.OUTLET or set(named.lower().split()) & OUTLET_WORDS
    behind = following.shape == "ing" and 0 < following.first - heard[at].cue.end <= 2
    if not press or not behind:
        return None
    first = last = following.last + 1
    while last + 1 < len(line.tokens) and line.tokens[last + 1].is_word:
        last += 1
    plain = Phrase(Sort.PEOPLE, line.span(first, last), line.of(first, last), line.low(last))
    return phrase_starting(line, first, cast) or plain
