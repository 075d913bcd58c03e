"""Who is meant: names to people, posts to those who hold them, pronouns to whoever was spoken of last."""

from typing import NamedTuple

from kg.extract.lexicon import NOT_NAMES, THING_WORDS, TITLES, wordset
from kg.extract.people import Person
from kg.extract.statements import documents, fullest
from kg.extract.statements.bounds import is_noun
from kg.extract.statements.cast import Cast, is_post
from kg.extract.statements.line import Line
from kg.extract.statements.phrases import Phrase, Sort, phrase_starting
from kg.extract.statements.words import DETERMINERS, HE, INSTITUTIONS, IT, OUTLETS, SHE, THEY
from kg.model import Actor, ActorKind, Span


class Voice(NamedTuple):
    """A speaker: who, how the text names them at this place and where, their post, whom they act for, how sure that is.

    ``span`` is None for one who goes on speaking unnamed.
    """

    actor: Actor
    words: str
    role: str | None = None
    represents: Actor | None = None
    person: Person | None = None
    sure: float = 1.0
    span: Span | None = None


_KEPT_DETERMINERS = wordset("some several many most both all other two three four five six")
_FLOOR = 0.85
_ANY_GROUP = wordset("group movement organisation organization bloc alliance party union faction body")
# Tokens in which a statement's author is named ('a statement issued on Monday by the ministry').
_VEHICLE_LONG = 8
# Words of a person's name.
_NAME_LONG = 3
_UNITED = frozenset({ActorKind.GROUP, ActorKind.ORGANIZATION, ActorKind.BLOC, ActorKind.BODY})
_HALLS = wordset("assembly council committee commission")
# By these a person is called a second time, whatever their post: 'the diplomat', 'the veteran politician'.
_EPITHETS = wordset("diplomat envoy politician official leader statesman lawmaker veteran")
# Such a name is nobody's post: it means whoever was spoken of last.
_ANYBODYS = wordset("diplomat politician official statesman veteran")
# One of a people, where the word does not show it by its ending.
_PEOPLE = wordset(
    "american mexican african german korean briton pole dane swede finn turk serb croat czech slovak slovene greek "
    "spaniard israeli iraqi pakistani saudi afghan kazakh uzbek thai filipino argentine swiss cuban"
)
_GRADES = wordset("top chief senior second other same")
_THINGS = frozenset({ActorKind.GROUP, ActorKind.ORGANIZATION, ActorKind.DOCUMENT, ActorKind.OUTLET})


class Discourse:
    """What has been said so far, read from beginning to end: who is in focus, who spoke last."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self._readers = {
            Sort.PERSON: self._person,
            Sort.PRONOUN: self._pronoun,
            Sort.POST: self._post,
            Sort.DOCUMENT: self._document,
            Sort.VEHICLE: self._vehicle,
            Sort.NAME: self._name,
            Sort.ACTOR: self._actor,
            Sort.JOINT: self._actor,
        }
        self.focus: Voice | None = None
        self.last: Voice | None = None
        self._someone: Voice | None = None
        self._thing: Voice | None = None
        self._group: Voice | None = None
        self._names: dict[str, Voice] = {}
        self._heads: dict[str, Voice] = {}
        self.line: Line | None = None
        self._focus_line: Line | None = None
        self._read_before: Line | None = None
        self._fullest: dict[str, str] | None = None
        self._institutions: dict[str, list[Span]] | None = None

    def fullest(self, surname: str) -> str | None:
        """The fullest name in the text that ends with a word, for names that no register knows."""
        if self._fullest is None:
            self._fullest = fullest.people_by_surname(self.cast.story.document.text)
        return self._fullest.get(surname)

    def voice(self, phrase: Phrase, span: Span | None = None) -> Voice | None:
        """The speaker that a noun phrase names; None where it cannot be told. ``span``: with its appositions."""
        found = self._readers.get(phrase.sort, self._institution)(phrase)
        if found is None:
            return None
        key = found.actor.key
        full = self.fullest(key) if found.person is not None and " " not in key else None
        return found._replace(span=span or phrase.span, actor=Actor(found.actor.kind, full or key))

    def heard(self, voice: Voice) -> None:
        """Note that somebody spoke."""
        self.last = voice._replace(sure=max(voice.sure, _FLOOR), span=None)
        self.notice(voice)

    def notice(self, voice: Voice) -> None:
        """Note that somebody is the subject of a sentence."""
        # a pronoun of a pronoun is no less sure than the first
        voice = voice if voice.sure >= _FLOOR else voice._replace(sure=_FLOOR)
        self.focus, self._focus_line = voice, self.line
        if voice.person is not None or voice.role or voice.actor.kind is ActorKind.OFFICIAL:
            self._someone = voice
        if voice.person is None and voice.actor.kind in _THINGS:
            self._thing = voice
            if voice.represents is None or voice.words.lower().endswith("s"):
                self._group = voice

    def turned_to(self, block: int) -> Voice | None:
        """The person whom the sentence just read, in the same block, is about."""
        line = self._focus_line
        here = line is not None and line is self._read_before and line.sentence.block == block
        return self.focus if here and self.focus is not None and self.focus.person is not None else None

    def begin(self, line: Line) -> None:
        """Note that another sentence is read."""
        self._read_before, self.line = self.line, line

    def _person(self, phrase: Phrase) -> Voice:
        person = phrase.person
        if person is None:
            raise ValueError("a phrase that names a person has one")
        return _of_person(person, phrase)

    def _document(self, phrase: Phrase) -> Voice:
        known = self._thing
        plain = {w.lower() for w in (phrase.core or phrase.words).split()} - DETERMINERS == {phrase.head}
        again = plain and phrase.definite and known and known.actor.kind is ActorKind.DOCUMENT
        if known and again and (known.span is None or known.span.start < phrase.span.start):
            return known._replace(words=phrase.words, sure=0.9)
        key, body = documents.name(phrase, phrase.span.start, self.cast)
        return Voice(Actor(ActorKind.DOCUMENT, key), phrase.words, represents=body, sure=0.95)

    def _actor(self, phrase: Phrase) -> Voice:
        """A state, body or bloc speaks under the name printed; whom it is goes to ``represents``."""
        if phrase.person is not None:
            return self._with_other(phrase, phrase.person)
        compatriot = self._compatriot(phrase)
        if compatriot is not None:
            return compatriot
        return Voice(Actor(ActorKind.GROUP, _bare(phrase.core or phrase.words)), phrase.words, represents=phrase.actor)

    def _compatriot(self, phrase: Phrase) -> Voice | None:
        """'The Pole': the person last named who acts for Poland."""
        words = phrase.words.lower().split()
        one = len(words) == 2 and words[0] == "the" and (words[1].endswith(("man", "ian")) or words[1] in _PEOPLE)
        if not one or phrase.actor is None:
            return None
        known = self.cast.before(phrase.span.start)
        person = next((p for p in known if p.represents == phrase.actor), None)
        return _of_person(person, phrase)._replace(sure=0.75) if person is not None else None

    def _with_other(self, phrase: Phrase, person: Person) -> Voice:
        """'He and Lavrov': both names where it is told who 'he' is."""
        word = phrase.words.split()[0]
        other = self._he_or_she(phrase._replace(words=word, head=word.lower(), person=None))
        names = [v.name for v in ((other.person if other else None), person) if v is not None]
        return Voice(Actor(ActorKind.GROUP, " and ".join(names)), phrase.words, sure=0.8)

    def _pronoun(self, phrase: Phrase) -> Voice | None:
        if phrase.head in HE | SHE:
            return self._he_or_she(phrase)
        found = self._thing if phrase.head in IT else (self._group or self._thing) if phrase.head in THEY else None
        return found._replace(words=phrase.words, sure=found.sure * 0.9) if found else None

    def _he_or_she(self, phrase: Phrase) -> Voice | None:
        wanted = "f" if phrase.head in SHE else "m"
        here = self._in_line(phrase, wanted)
        spoken = [v for v in (here, self._someone, self.last) if v is not None]
        for voice in spoken:
            if voice.person and voice.person.gender in {wanted, None}:
                sure = 0.95 if voice.person.gender else 0.85
                return voice._replace(words=phrase.words, sure=voice.sure * sure)
            if voice.person is None and (voice.role or voice.actor.kind is ActorKind.OFFICIAL):
                return voice._replace(words=phrase.words, sure=voice.sure * 0.85)
        known = self.cast.before(phrase.span.start)
        for gender in (wanted, None):
            person = next((p for p in known if p.gender == gender), None)
            if person:
                return _of_person(person, phrase)._replace(sure=0.8 if gender else 0.6)
        return None

    def _in_line(self, phrase: Phrase, gender: str) -> Voice | None:
        """The first person of that gender named in this sentence before the pronoun, outside quotations.

        Only where the sentence has no subject of its own in focus yet.
        """
        if self.line is None or self._focus_line is self.line:
            return None
        for span, person in self.cast.people_between(self.line.sentence.span.start, phrase.span.start):
            at = self.line.at(span.start)
            token = self.line.tokens[at]
            own = token.start == span.start and token.quotation < 0 and not _is_met(self.line, at)
            if own and person.gender in {gender, None}:
                return _of_person(person, Phrase(Sort.PERSON, span, token.text, ""))
        return None

    def _post(self, phrase: Phrase) -> Voice:
        if phrase.definite:
            offset = phrase.span.start
            called = self._called(phrase) if phrase.head in _ANYBODYS and phrase.actor is None else None
            if called and not phrase.modifiers & _GRADES:
                return called
            person = self.cast.holder(phrase.head, phrase.modifiers, phrase.actor, offset)
            if person is None and phrase.head == "diplomat" and phrase.modifiers & {"top", "chief"}:
                person = self.cast.holder("minister", frozenset({"foreign"}), phrase.actor, offset)
            if person:
                return _of_person(person, phrase)._replace(sure=0.9 if phrase.actor else 0.8)
            known = self._heads.get(phrase.head)
            if known and phrase.actor in {None, known.represents}:
                return known._replace(words=phrase.words, sure=0.85)
            called = self._called(phrase)
            if called:
                return called
        key = _bare(phrase.core or phrase.words)
        found = Voice(Actor(ActorKind.GROUP, key), phrase.words, key, phrase.actor, sure=0.9)
        self._heads[phrase.head] = found
        return found

    def _called(self, phrase: Phrase) -> Voice | None:
        """'The former minister', 'the diplomat': whom such a second name means, the last person in focus if it may."""
        if "former" in phrase.modifiers:
            person = self.cast.former(phrase.head, phrase.span.start)
            if person:
                return _of_person(person, phrase)._replace(sure=0.85)
        last = self._someone
        if last is None or last.person is None:
            return None
        nameless = phrase.actor is None and not last.person.posts
        if "former" not in phrase.modifiers and phrase.head not in _EPITHETS and not nameless:
            return None
        other = phrase.actor is not None and last.represents not in {None, phrase.actor}
        if other and "former" not in phrase.modifiers:
            return None
        return last._replace(words=phrase.words, sure=0.75)

    def _institution(self, phrase: Phrase) -> Voice | None:
        key = _bare(phrase.core or phrase.words)
        if phrase.words.split()[0].lower() in {"each", "either", "neither"}:
            return None
        person = _without_house(key.split())
        if len(person) < len(key.split()) and all(w[0].isupper() for w in person):
            return Voice(Actor(ActorKind.OFFICIAL, " ".join(person)), phrase.words, represents=phrase.actor, sure=0.8)
        known = self._heads.get(phrase.head)
        plain = key.lower() == phrase.head and phrase.definite
        if known and plain:
            return known._replace(words=phrase.words, sure=0.85)
        named = self._meant(phrase) if plain else None
        if named:
            return named
        kind = ActorKind.ORGANIZATION if phrase.sort is Sort.INSTITUTION else ActorKind.GROUP
        owner = phrase.actor if phrase.actor and phrase.actor.key.lower() != key.lower() else None
        found = Voice(Actor(kind, key), phrase.words, None, owner, sure=0.9)
        if phrase.alias:
            self._names[phrase.alias] = found
        if phrase.sort is Sort.INSTITUTION:
            self._heads[phrase.head] = found
        return found

    def _meant(self, phrase: Phrase) -> Voice | None:
        """'The group' after Hamas, 'the Assembly' where the General Assembly was named: whom the bare noun means."""
        thing = self._thing.represents if self._thing and self._thing.represents else None
        if phrase.head in _ANY_GROUP and self._thing and thing and thing.kind in _UNITED:
            return self._thing._replace(words=phrase.words, sure=0.8)
        if phrase.head not in _HALLS:
            return self._in_full(phrase)
        body = self.cast.named_so(phrase.head, phrase.span.start)
        return (
            Voice(Actor(ActorKind.GROUP, _bare(phrase.words)), phrase.words, represents=body, sure=0.85)
            if body
            else None
        )

    def _in_full(self, phrase: Phrase) -> Voice | None:
        """'The ministry' where the text gives a ministry its name: the last one named before, or the only one."""
        if self._institutions is None:
            self._institutions = fullest.institutions(self.cast.story.document.text)
        text = self.cast.story.document.text
        places = self._institutions.get(phrase.head, [])
        before = [p for p in places if p.start < phrase.span.start]
        if not before and len({p.of(text) for p in places}) != 1:
            return None
        place = (before or places)[-1]
        owner = next((m.actor for m in self.cast.actors(place)), None)
        key = " ".join(place.of(text).split())
        return Voice(Actor(ActorKind.ORGANIZATION, key), phrase.words, None, owner, sure=0.85)

    def _author(self, phrase: Phrase) -> Voice | None:
        """'A statement by the ministry', 'a letter from Petrova': who wrote it."""
        line = self.line
        if line is None:
            return None
        first = line.at(phrase.span.start)
        whose = self._possessor(line, first, phrase)
        if whose is not None:
            return whose
        until = min(line.at(phrase.span.end) + 1, first + _VEHICLE_LONG, len(line.tokens))
        at = next((i for i in range(first + 1, until) if line.low(i) in {"from", "by"}), None)
        author = phrase_starting(line, at + 1, self.cast) if at is not None else None
        if author is None or author.sort in {Sort.DOCUMENT, Sort.VEHICLE}:
            return None
        found = self.voice(author)
        return found._replace(words=phrase.words) if found is not None else None

    def _possessor(self, line: Line, first: int, phrase: Phrase) -> Voice | None:
        """'The committee's statement': the committee."""
        last = next((i for i in range(first, first + _VEHICLE_LONG) if line.low(i).endswith(("'s", "s'"))), None)
        if last is None or line.tokens[last].start >= phrase.span.end:
            return None
        word = line.low(last).removesuffix("'s").removesuffix("'")
        if word not in INSTITUTIONS:
            return None
        words = line.of(first, last).removesuffix("'s").removesuffix("’s").removesuffix("'")
        span = Span(line.tokens[first].start, line.tokens[first].start + len(words))
        owner = next((m.actor for m in self.cast.actors(span)), None)
        found = self._institution(Phrase(Sort.INSTITUTION, span, words, word, actor=owner))
        return found._replace(words=phrase.words) if found is not None else None

    def _vehicle(self, phrase: Phrase) -> Voice | None:
        author = self._author(phrase)
        if author is not None:
            return author
        if phrase.actor:
            words = _bare(phrase.core or phrase.words)
            return Voice(
                Actor(ActorKind.GROUP, words.removesuffix(phrase.head).strip() or words),
                phrase.words,
                represents=phrase.actor,
                sure=0.7,
            )
        found = self._thing if self._thing and self._thing.actor.kind is ActorKind.ORGANIZATION else self.last
        if found:
            return found._replace(words=phrase.words, sure=found.sure * 0.75)
        return Voice(Actor(ActorKind.DOCUMENT, _bare(phrase.core or phrase.words)), phrase.words, sure=0.6)

    def _name(self, phrase: Phrase) -> Voice:
        words = (phrase.core or phrase.words).split()
        while len(words) > 1 and words[0].lower() in TITLES:
            words = words[1:]
        words = _without_house(words)
        known = self._names.get(words[-1])
        if known and len(words) == 1:
            return known._replace(words=phrase.words)
        low = [w.lower() for w in words]
        key = _bare(" ".join(words))
        full = self.fullest(words[0]) if len(words) == 1 and phrase.role is None else None
        if set(low) & OUTLETS:
            kind = ActorKind.OUTLET
        elif full:
            kind, key = ActorKind.OFFICIAL, full
        elif len(words) in {2, 3} and not set(low) & THING_WORDS and words[0].lower() != "the":
            kind = ActorKind.OFFICIAL
        else:
            kind = ActorKind.ORGANIZATION
        if phrase.role:
            kind = ActorKind.OFFICIAL
        found = Voice(Actor(kind, key), phrase.words, phrase.role, phrase.actor, sure=0.8)
        self._names.setdefault(words[-1], found)
        for post in (w.lower() for w in (phrase.role or "").split()):
            if is_post(post):
                self._heads[post] = found
        return found


def _is_met(line: Line, at: int) -> bool:
    """Whether the name at a token is whom somebody met: 'at a meeting with French premier Luc Morel he …'."""
    before = at - 1
    while before > 0 and (line.tokens[before].capital or is_noun(line.low(before)) or line.low(before) == "the"):
        before -= 1
    return line.low(before) in {"with", "to", "against"}


def _of_person(person: Person, phrase: Phrase) -> Voice:
    here = next((p for p in person.posts if phrase.span.meets(p.span)), None)
    post = here or next((p for p in person.posts if not p.former), None)
    represents = (post.represents if post else None) or person.represents
    return Voice(
        Actor(ActorKind.OFFICIAL, person.name), phrase.words, post.role if post else None, represents, person
    )  # fmt: skip


def _without_house(words: list[str]) -> list[str]:
    """'Maria Silva of the Peace Institute': the person."""
    at = next((i for i, w in enumerate(words) if w in {"of", "from", "at"}), 0)
    person = 2 <= at <= _NAME_LONG and not {w.lower() for w in words[:at]} & (THING_WORDS | NOT_NAMES)
    return words[:at] if person else words


def _bare(words: str) -> str:
    """A phrase without its article, white space made plain."""
    parts = words.split()
    while len(parts) > 1 and parts[0].lower() in DETERMINERS and parts[0].lower() not in _KEPT_DETERMINERS:
        parts = parts[1:]
    return " ".join(parts)
