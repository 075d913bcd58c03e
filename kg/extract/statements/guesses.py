"""Speakers of quotations without a verb of saying: a noun of saying, a colon, a signature, a quoted verb, a thought."""

from kg.extract.lexicon import wordset
from kg.extract.statements.attribution import Link
from kg.extract.statements.bounds import is_noun
from kg.extract.statements.cast import Cast
from kg.extract.statements.discourse import Discourse, Voice
from kg.extract.statements.line import Line
from kg.extract.statements.phrases import Phrase, Sort, phrase_starting
from kg.extract.statements.subjects import anybody, subject_before
from kg.extract.statements.verbs import forms
from kg.extract.statements.words import BE, CONJUNCTIONS, DETERMINERS, DOCUMENTS, FINITE, PREPOSITIONS, PRONOUNS
from kg.model import Span

# Nouns of saying: 'his call for "a just peace"', "Putin's claim that".
NOUNS = wordset(
    "call calls demand demands claim claims statement statements comment comments remark remarks warning warnings "
    "promise pledge assertion assertions accusation accusations description words insistence assessment phrase "
    "message speech letter post tweet vow criticism denial appeal request question response answer argument view "
    "characterisation characterization mention declaration threat threats complaint suggestion tirade rhetoric "
    "quip refusal prediction proposal observation admission motto slogan mantra joke note"
)
# Verbs of thinking that take a clause, and others.
_THOUGHTS = wordset("hoped hopes trusted trusts feared fears believed believes expected expects doubted doubts wished")
_MINDS = wordset(
    "wishes wanted wants regarded regards viewed views saw sees supports supported opposes opposed sought seeks "
    "defended defends"
)
_MIND_FAR = 20
# Tokens of a line that merely names who speaks below it.
_NAME_LONG = 8
_NO_VERBS = PREPOSITIONS | CONJUNCTIONS | DETERMINERS | PRONOUNS | wordset("always perhaps besides sometimes yes us")
_SPEAKERS = frozenset({Sort.PERSON, Sort.NAME, Sort.POST})
# Past tenses behind a quotation whose subject acts and does not speak: '"Titanic," he watched it twice'.
_NEVER_SAID = wordset("voted watched visited arrived used played moved based called named titled entitled headed")
_DASHES = frozenset({"—", "–", "--", "―"})
_QUOTED_SUBJECTS = frozenset({Sort.PERSON, Sort.INSTITUTION, Sort.POST, Sort.DOCUMENT, Sort.PEOPLE})


def guess(line: Line, at: int, text: str, discourse: Discourse, leading: Voice | None) -> Link:
    """The speaker of the quotation at token ``at``, which no verb of saying claims; empty where none is told."""
    cast = discourse.cast
    found = _according(line, at, cast, discourse)
    if found.voice is None:
        found = _by_place(line, at, text, cast, discourse)
    if found.voice is None:
        found = _by_noun(line, at, cast, discourse)
    if found.voice is None:
        found = _by_mind(line, at, leading, _THOUGHTS)
    if found.voice is None and line.low(0) == "under":
        found = _under(line, cast, discourse)
    if found.voice is None:
        found = _by_colon(line, at, cast, discourse, leading, text)
    return found if found.voice is not None else _by_mind(line, at, leading, _MINDS)


def _according(line: Line, at: int, cast: Cast, discourse: Discourse) -> Link:
    """'"…," according to a commentator.': whoever stands behind, up to the next sign."""
    first = at + 2 if line.low(at + 1) == "," else at + 1
    if line.low(first) != "according" or line.low(first + 1) != "to" or line.low(first + 2) not in DETERMINERS:
        return Link()
    last = first + 2
    while last + 1 < len(line.tokens) and line.tokens[last + 1].is_word and last - first < _NAME_LONG:
        last += 1
    words = line.of(first + 2, last)
    phrase = phrase_starting(line, first + 2, cast) or Phrase(Sort.PEOPLE, line.span(first + 2, last), words, "")
    return Link(voice=discourse.voice(phrase), verb="according to", rule="statements/told-by-its-place", confidence=0.8)


def _by_place(line: Line, at: int, text: str, cast: Cast, discourse: Discourse) -> Link:
    """'"…," the envoy finished.': who stands with a past tense right behind words that end with a comma said them."""
    quotation = line.quotations[line.tokens[at].quotation]
    inside = text[quotation.span.end - 1] in ",?!"
    first = at + 1 if inside else at + 2
    if not quotation.closed or not (inside or line.low(at + 1) == ","):
        return Link()
    found = phrase_starting(line, first, cast)
    if found is None or (found.sort not in _SPEAKERS and found.head not in {"he", "she"}):
        return Link()
    verb = line.at(found.span.end)
    word = line.low(verb)
    behind = line.low(verb + 1)
    free = behind in {",", ".", ""} or behind in PREPOSITIONS or behind.endswith("ly")
    if not word.endswith("ed") or not line.tokens[verb].is_word or word in _NEVER_SAID or not free:
        return Link()
    rule = "statements/told-by-its-place"
    return Link(voice=discourse.voice(found), verb=line.tokens[verb].text, rule=rule, confidence=0.8)


def _by_noun(line: Line, at: int, cast: Cast, discourse: Discourse) -> Link:
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


def _under(line: Line, cast: Cast, discourse: Discourse) -> Link:
    """'Under the accord both sides "shall disarm"': the accord says so."""
    found = phrase_starting(line, 1, cast)
    if found is None or found.sort is not Sort.DOCUMENT:
        return Link()
    return Link(voice=discourse.voice(found), rule="statements/under-a-document", confidence=0.6)


def _by_mind(line: Line, at: int, leading: Voice | None, verbs: frozenset[str]) -> Link:
    """'He hoped that all "will agree"': who is told to think words in quotation marks has said them."""
    if leading is None:
        return Link()
    for i in range(at - 1, max(-1, at - _MIND_FAR), -1):
        if line.tokens[i].quotation >= 0 or line.low(i) in {";", ":"}:
            break
        if line.low(i) in verbs:
            return Link(voice=leading, verb=line.tokens[i].text, rule="statements/quoted-thought", confidence=0.6)
    return Link()


def _by_colon(line: Line, at: int, cast: Cast, discourse: Discourse, leading: Voice | None, text: str) -> Link:
    """'The minister was clear: "…"' and 'The minister "deeply regrets" it': the subject of the sentence speaks."""
    if line.low(at - 1) == ":" and line.low(at - 2) in forms():
        teller = anybody(line, at - 3)
        if teller is not None:
            rule = "statements/told-by-its-place"
            return Link(voice=discourse.voice(teller.phrase), verb=line.of(at - 2, at - 2), rule=rule, confidence=0.7)
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
    third = first.endswith("s") and not first.endswith(("ss", "'s")) and first not in _NO_VERBS
    verbal = first in FINITE or first.endswith(("ed", "ly")) or third
    before = line.low(at - 1)
    if before in {"and", "but"} and leading is not None and first in forms():
        return Link(voice=leading, rule="statements/quoted-verb", confidence=0.55)
    plural = first in forms() and is_noun(before) and before.endswith("s")
    verbal = (verbal or plural) and before not in DETERMINERS | PREPOSITIONS | BE and not before.endswith(("'s", "s'"))
    numbered = before[:1].isdigit() and line.low(at - 2) in DOCUMENTS  # 'Article 5 "calls on all"'
    subject = subject_before(line, at - 2 if numbered else at - 1, cast) if verbal else None
    if subject is None or line.low(subject.first) in forms():
        return Link()
    phrase = _with_number(line, subject.phrase, at - 1) if numbered else subject.phrase
    if phrase.sort in _QUOTED_SUBJECTS or phrase.head in {"he", "she", "they", "it"}:
        voice = discourse.voice(phrase)
        if voice:
            return Link(voice=voice, rule="statements/quoted-verb", confidence=0.6)
    return Link()


def _with_number(line: Line, phrase: Phrase, last: int) -> Phrase:
    """'Resolution 2728': the noun with the number behind it."""
    span = Span(phrase.span.start, line.tokens[last].end)
    words = line.text(span.start, span.end)
    return phrase._replace(span=span, words=words, core=words)


def mere_name(line: Line) -> bool:
    """Whether a line is nothing but a name or post and a colon: 'Qatari prime minister:'."""
    return len(line.tokens) <= _NAME_LONG and all(t.is_word and t.low not in FINITE for t in line.tokens[:-1])


def with_these_words(line: Line) -> bool:
    """Whether a sentence begins with 'With these words' or the like, so that its subject has said them."""
    return {"words", "remark", "remarks"} & {line.low(i) for i in range(4)} != set() and line.low(0) in {"with", "at"}
