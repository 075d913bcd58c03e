"""A place where a word of saying stands: whether it is a verb there, and where its subject is."""

from enum import StrEnum
from typing import NamedTuple

from kg.extract.lexicon import wordset
from kg.extract.statements.bounds import is_noun
from kg.extract.statements.cast import Cast
from kg.extract.statements.line import Line
from kg.extract.statements.phrases import Phrase, Sort, phrase_ending
from kg.extract.statements.subjects import Subject, subject_after, subject_before
from kg.extract.statements.verbs import Form
from kg.extract.statements.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DETERMINERS,
    DOCUMENTS,
    FINITE,
    HEDGES,
    MODALS,
    NEGATIONS,
    PEOPLE_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SENTENCE_ADVERBS,
    SUBJECTS,
    VEHICLES,
)


class Side(StrEnum):
    """Where the subject stands."""

    BEFORE = "before"
    AFTER = "after"
    SHARED = "shared"


# Forms that are nouns as often as verbs: what follows must show that they are verbs.
NOUN_TOO = wordset(
    "states calls reports claims demands comments remarks notes answers questions reads posts requests offers "
    "counters charges orders quotes cites signals estimates blames mentions urges state call report claim demand "
    "comment remark note answer question read post request offer counter order quote cite signal estimate blame "
    "mention urge praise welcome request protest express project conclude fault object rebuke mock hail salute "
    "stress worries voice voices thanks reply replies dispute disputes promise promises pledge pledges vow vows "
    "boast boasts joke jokes lament laments threat regret regrets repeat repeats recount recounts dub brand "
    "brands label labels term terms slam finds shows find show plans plan hopes hope fears fear backs supports "
    "support views view doubts doubt attacks attack challenges challenge targets target debates debate rules rule "
    "values value judges judge lists list ranks rank aims aim addresses address refuse wishes wish dreams hammers "
    "worries worry guess details preach probes probe studies study texts releases release approach "
    "advocates advocate tweets tweet press presses"
)
_INVERTIBLE = wordset("say add note write report explain warn argue ask reply claim insist conclude")
# As a participle behind a comma these tell what something shows, not what somebody says.
_CONSEQUENCE = wordset(
    "highlight underline underscore signal indicate suggest reveal echo recall express mention hint reaffirm confirm "
    "question mock read continue begin mourn add quote cite find show"
)
_SAYING = wordset("say claim argue warn insist write tell")
# Behind a comma a draft blames or demands, but says nothing.
_TOLD = wordset("say tell add write explain")
_TABLING = wordset(
    "tabled adopted passed drafted approved submitted introduced presented circulated endorsed forward produced "
    "signed issued negotiated tabling adopting passing drafting approving submitting introducing presenting "
    "circulating"
)
_ENDING = _INVERTIBLE | {"read"}
# Tokens that close a sentence: ', reports the Guardian.'
_CLOSING = 6
_SHARING = wordset("and but or then")
# Tokens between two joined relative clauses.
_JOINED = 25
# Before 'to' and a verb of saying these tell that it was said: 'rose to announce that', 'went further to say'.
_LEADING_TO = wordset(
    "rose went further on continued proceeded quick returned paused stood again over briefly media twitter x facebook "
    "telegram instagram phoned called wrote appeared interview conference occasion opportunity"
)
_WENT = wordset("went goes go going")
_GERUND_HOSTS = wordset("after while before by in when with despite")
_DAYS = wordset("monday tuesday wednesday thursday friday saturday sunday")
_BEFORE_NOUNS = PREPOSITIONS - _GERUND_HOSTS
_GOVERNING = (PREPOSITIONS - {"to"}) | {"as"}
_PLAIN_SUBJECTS = PRONOUNS | RELATIVES
_BEFORE_VERBS = _PLAIN_SUBJECTS | _SHARING
# Between commas: ", however,"
_INSERTED = SENTENCE_ADVERBS - wordset("and but or so as while when")
# Words of the middle field only with the word behind: 'on Monday', 'in turn', 'of course'.
_WITH_NEXT = {"on": _DAYS, "in": wordset("turn"), "of": wordset("course")}
_DETERMINED = DETERMINERS - wordset("this that both all some many most")
_SPEAKERS = frozenset({Sort.PERSON, Sort.ACTOR, Sort.PRONOUN, Sort.DOCUMENT})
_OPENING_SPEAKERS = frozenset({Sort.PERSON, Sort.DOCUMENT, Sort.VEHICLE, Sort.NAME})


class Spot(NamedTuple):
    """A form of saying at the tokens ``at`` to ``last``; ``before`` is the last word before adverbs and auxiliaries.

    ``passed`` says that another cue stands earlier in the sentence.
    """

    line: Line
    form: Form
    at: int
    last: int
    before: int
    auxiliary: frozenset[str]
    passed: bool

    @property
    def previous(self) -> str:
        """The word before, adverbs and auxiliaries left out."""
        return self.line.low(self.before)

    @property
    def following(self) -> str:
        """The word behind."""
        return self.line.low(self.last + 1)

    @property
    def passive(self) -> bool:
        """Whether this is a participle in the passive voice ('was called', 'proposed by')."""
        past = self.form.shape == "past" and not self.form.verb.lemma.startswith("be ")
        return past and (bool(self.auxiliary & BE) or self.following == "by")

    @property
    def negated(self) -> bool:
        """Whether the sentence says that it was not said."""
        words = [self.line.low(i) for i in range(max(0, self.before - 1), self.at)]
        return any(w in NEGATIONS or w.endswith("n't") for w in words)

    @property
    def participle(self) -> bool:
        """Whether this is an -ing form without an auxiliary."""
        return self.form.shape == "ing" and not self.auxiliary & BE


def spot(line: Line, form: Form, at: int, last: int, passed: bool) -> Spot:
    """The place of a form, adverbs and auxiliaries before it passed over."""
    before = at - 1
    while before >= 0 and _adverb(line, before):
        before -= 1
    auxiliary = frozenset(line.low(i) for i in range(before + 1, at))
    if (
        before >= 0
        and line.low(before).endswith(("'s", "'re", "'m"))
        and line.low(before).partition("'")[0] in SUBJECTS
    ):
        auxiliary |= {"'s"}  # "he's claiming"
    return Spot(line, form, at, last, before, auxiliary, passed)


def _adverb(line: Line, at: int) -> bool:
    """Whether a token may stand between subject and verb."""
    token = line.tokens[at]
    if token.quotation >= 0:
        return False
    if token.low in _WITH_NEXT:
        return line.low(at + 1) in _WITH_NEXT[token.low]
    if token.low in ADVERBS or token.low in NEGATIONS or token.low in HEDGES:
        return True
    if token.low.endswith("ly") and not token.capital and len(token.low) > 4:
        return True
    if token.low != "," or at == 0:
        return False
    # ", however," and ", meanwhile,"
    inserted = line.low(at + 1) in _INSERTED
    return inserted and line.low(at - 1) not in {'"', ","}


def is_verb(here: Spot, cast: Cast) -> bool:
    """Whether the form is a verb of saying here, and not a noun, an adjective, or something unreal."""
    line, previous, shape = here.line, here.previous, here.form.shape
    held = previous.endswith(("'s", "s'")) and line.tokens[here.before].is_word
    possessed = held and not here.auxiliary & AUXILIARIES  # "a minister's poorly received speech"
    named = line.tokens[here.at].capital and cast.actor_ending(line.tokens[here.at].end)  # the United States
    nominal = previous in _DETERMINED or previous in _GOVERNING
    if possessed or named or (nominal and shape != "ing"):
        return False
    if shape == "ing":
        return _is_participle(here)
    if previous == "to":
        return _is_led_to(here)
    if here.auxiliary & MODALS or previous in MODALS:
        return here.form.verb.lemma == "say" and here.following == '"'
    if shape == "past" or (shape == "s" and previous in _PLAIN_SUBJECTS):
        return True
    return _is_present(here, cast)


def _is_led_to(here: Spot) -> bool:
    """Whether the infinitive tells what was said: 'went on to stress the need', 'rose to announce that'."""
    line, lead = here.line, here.line.low(here.before - 1)
    if lead == "on" and line.low(here.before - 2) in _WENT:
        return True
    return lead in _LEADING_TO and (here.following in {"that", '"', ":"} or bool(here.form.verb.rest))


def _is_participle(here: Spot) -> bool:
    previous, lemma = here.previous, here.form.verb.lemma
    if previous in DETERMINERS or previous in _BEFORE_NOUNS or lemma.startswith("be "):
        return False
    # ", highlighting the rift": what the narrator makes of it
    return not (previous == "," and lemma in _CONSEQUENCE and not here.passed)


def _is_present(here: Spot, cast: Cast) -> bool:
    """Present forms: many are nouns too ('the member states', 'calls and claims')."""
    line, word, previous = here.line, here.line.low(here.at), here.previous
    opens = here.following in {"that", '"', ":"} or bool(here.form.verb.rest)
    opens = opens or (here.following == "to" and "i" in here.form.verb.frame)
    if here.form.shape == "base":
        return _is_plural(line, here.before) and (opens or word not in NOUN_TOO)
    behind = here.last + 1 < len(line.tokens) and line.tokens[here.last + 1].capital
    closing = previous in {",", '"'} and here.form.verb.lemma in _INVERTIBLE and len(line.tokens) - here.last < _CLOSING
    if word not in NOUN_TOO or (closing and behind) or _ends_quoted(here):
        return True
    if opens and word != "states":
        lower = here.before >= 0 and line.tokens[here.before].is_word and not line.tokens[here.before].capital
        return not lower or is_noun(previous) or previous in _BEFORE_VERBS
    subject = phrase_ending(line, here.before, cast)
    if subject is None:
        return False
    if opens:
        return subject.sort in _OPENING_SPEAKERS
    clause = here.following in DETERMINERS or here.following in PRONOUNS or behind
    return subject.sort in _SPEAKERS and word != "states" and clause


def _ends_quoted(here: Spot) -> bool:
    """Whether a clause ends with the verb soon behind quoted words: '"…," the letter reads.'"""
    ending = here.following in {"", ".", ","} and here.form.verb.lemma in _ENDING
    return ending and any(here.line.tokens[i].quotation >= 0 for i in range(max(0, here.at - _CLOSING), here.at))


def _is_plural(line: Line, at: int) -> bool:
    """Whether a subject that ends with a token takes a verb without -s: not 'would have the Assembly reaffirm'."""
    word = line.low(at)
    if word in {"they", "we", "i", "who", "you", "police", "media"} or word in PEOPLE_NOUNS or word.endswith("s"):
        return True
    return is_noun(word) and line.low(at - 1) == "and"


def subject_of(here: Spot, cast: Cast) -> tuple[Side, Subject | None]:
    """On which side the subject stands, and the subject; a shared one is for the sentence to tell."""
    line, previous = here.line, here.previous
    if here.participle:
        return _subject_of_participle(here, cast)
    quoted = here.before >= 0 and (previous == '"' or (previous == "," and line.low(here.before - 1) == '"'))
    if quoted or (previous == "," and here.form.verb.lemma in _INVERTIBLE):
        inverted = subject_after(line, here.last + 1, cast) if here.following not in PREPOSITIONS else None
        if inverted and line.low(inverted.last + 1) not in FINITE and (quoted or _closes(line, inverted)):
            return Side.AFTER, inverted
    if (
        previous in _SHARING
        or previous == "to"
        or (previous == "," and here.passed and here.following in {"that", '"'})
    ):
        return Side.SHARED, None
    if here.before < 0:
        inverted = subject_after(line, here.last + 1, cast) if here.at == 0 else None
        return (Side.AFTER, inverted) if inverted else (Side.SHARED, None)
    relative = _first_relative(line, here.before) if previous == "who" else here.before
    return Side.BEFORE, subject_before(line, relative, cast)


def _first_relative(line: Line, at: int) -> int:
    """The first of several joined relative pronouns: 'Bolton, who was ambassador once but who said'."""
    if line.low(at - 1) not in {"and", "but", "yet"}:
        return at
    return next((i for i in range(at - 2, max(-1, at - _JOINED), -1) if line.low(i) == "who"), at)


def _subject_of_participle(here: Spot, cast: Cast) -> tuple[Side, Subject | None]:
    line, previous, before = here.line, here.previous, here.before
    if previous == ",":
        tabled = _tabled(line, before, cast) if here.form.verb.lemma not in _TOLD else None
        across = None if tabled else subject_before(line, before, cast)
        if across is not None and _absolute(line, across.first - 1):
            return Side.BEFORE, across
        return (Side.BEFORE, tabled) if tabled else (Side.SHARED, None)
    detached = before < 0 or not line.tokens[before].is_word
    if detached or previous in _GERUND_HOSTS or previous in SENTENCE_ADVERBS:
        return Side.SHARED, None
    host = _host(line, before, cast)
    if host is None and previous in VEHICLES:
        return Side.SHARED, None  # 'issued a statement calling it a farce'
    if host is None and (here.form.verb.lemma in _SAYING or previous in VEHICLES):
        return Side.SHARED, None
    return Side.BEFORE, host


def _absolute(line: Line, at: int) -> bool:
    """Whether a token is the 'with' that opens a phrase of its own ('…, with the envoy calling it a farce')."""
    return line.low(at) == "with" and (at == 0 or not line.tokens[at - 1].is_word)


def _tabled(line: Line, comma: int, cast: Cast) -> Subject | None:
    """'They tabled a longer text, blaming both sides': the text blames; so does 'a text, proposed by Rome, blaming'."""
    inserted = next((i for i in range(comma - 1, max(0, comma - 20), -1) if line.low(i) == ","), 0)
    if inserted and line.low(inserted + 1).endswith(("ed", "drawn", "put")):
        proposed = phrase_ending(line, inserted - 1, cast)
        if proposed and proposed.sort is Sort.DOCUMENT:
            return Subject(proposed, line.at(proposed.span.start), comma - 1)
    found = phrase_ending(line, comma - 1, cast)
    if not found or found.sort is not Sort.DOCUMENT:
        return None
    first = line.at(found.span.start)
    # 'warned against submitting a text, saying': there the text does not say
    tabled = line.low(first - 1) in _TABLING and line.low(first - 2) not in PREPOSITIONS
    return Subject(found, first, comma - 1) if tabled else None


def _host(line: Line, before: int, cast: Cast) -> Subject | None:
    """The noun that a participle belongs to: a document ('a draft condemning'), or somebody after 'with'."""
    found = phrase_ending(line, before, cast)
    if not found:
        return None
    first = line.at(found.span.start)
    shown = found.sort is Sort.PERSON and _shown(line, before)
    if found.sort is Sort.DOCUMENT or shown or _absolute(line, first - 1):
        return Subject(found, first, before)
    document = _document_before(line, first, cast)
    return Subject(document, line.at(document.span.start), before) if document else None


def _shown(line: Line, last: int) -> bool:
    """Whether the name that ends at a token stands behind 'of': 'footage of President Morel saying'."""
    at = last
    while at > 0 and (line.tokens[at].capital or is_noun(line.low(at)) or line.low(at) in {"former", "then"}):
        at -= 1
    return line.low(at) in {"of", "with", "from"}


def _document_before(line: Line, first: int, cast: Cast) -> Phrase | None:
    """The document that stands a few words before a phrase ('a resolution backed by Kyiv condemning')."""
    for at in range(first - 1, max(-1, first - 9), -1):
        if line.low(at) in FINITE or not line.tokens[at].is_word:
            return None
        if line.low(at) in DOCUMENTS:
            return phrase_ending(line, at, cast)
    return None


def _closes(line: Line, subject: Subject) -> bool:
    """Whether an inverted subject behind a mere comma is one: nothing but the end or a comma follows."""
    if subject.phrase.sort in {Sort.PRONOUN, Sort.DOCUMENT, Sort.VEHICLE}:
        return False
    return line.low(subject.last + 1) in {"", ".", ","} or subject.phrase.sort is Sort.PERSON
