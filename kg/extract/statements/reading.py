"""Reads a story sentence by sentence, from beginning to end, and keeps the statements and what was dropped."""

from collections import defaultdict
from itertools import takewhile

from kg.extract.quotations import Quotation
from kg.extract.statements import indirect
from kg.extract.statements.attribution import Heard, Link, alone, closed_by_another, link, new_clause, relays, resolve
from kg.extract.statements.blocks import Kind, Passage, passages, trimmed
from kg.extract.statements.cast import Cast
from kg.extract.statements.cues import cues
from kg.extract.statements.discourse import Discourse, Voice
from kg.extract.statements.drafts import Draft, Medium, attribute, is_relay, medium
from kg.extract.statements.guesses import NOUNS, guess, mere_name, with_these_words
from kg.extract.statements.line import Line, lines
from kg.extract.statements.nested import inside
from kg.extract.statements.nominals import of_nouns, said_by_nouns
from kg.extract.statements.phrases import Phrase
from kg.extract.statements.private_states import private_states
from kg.extract.statements.subjects import leading_subject
from kg.extract.statements.tags import labelled
from kg.extract.statements.titles import is_heading, not_speech
from kg.extract.statements.words import HE, SHE
from kg.extract.story import Story
from kg.model import ActorKind, Dropped, PrivateState, Role, Span

_SENTENCE_LONG = 5
_NEAR_BLOCKS = 2
_NEAR_LINES = 3
# The gender of words that wait for anybody.
_ANYBODY = "*"
# Rules that only guess whose words a paragraph's are.
_UNCLAIMED = frozenset(
    {"statements/speaker-goes-on", "statements/person-in-focus", "statements/nobody", "statements/named-later"}
)
_INDIRECT = {
    "statements/that-clause": 0.93,
    "statements/bare-clause": 0.87,
    "statements/said-behind": 0.9,
    "statements/according-to": 0.88,
    "statements/urged-to": 0.82,
    "statements/promised-to": 0.82,
    "statements/object": 0.7,
}


class Reading:
    """The drafts of one story. Call ``read`` once."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.text = story.document.text
        self.cast = Cast(story)
        self.discourse = Discourse(self.cast)
        self.drafts: list[Draft] = []
        self.dropped: list[Dropped] = []
        self.private_states: list[PrivateState] = []
        self._scare = any(self.text[q.outer.start] in '"“„«' for q in story.quotations)
        self._passages = passages(story)
        # the line and block in which somebody last said something, and whether the line ended with a colon
        self._spoke_at = (-9, -9)
        # who is announced by a line that ends with a colon, and by which cue
        self._announced: Voice | None = None
        self._announcing: Heard | None = None
        # words of a pronoun that nobody precedes, its gender, its line
        self._waiting: list[tuple[Draft, str, int]] = []
        self._media: tuple[Line | None, Medium | None] = (None, None)

    def read(self) -> None:
        """Read all sentences in order."""
        done: set[int] = set()
        for number, line in enumerate(lines(self.text, self.story.sentences, self.story.quotations)):
            block = line.sentence.block
            if block in self._passages:
                if block not in done and self._passage(self._passages[block]):
                    done.add(block)
                if block in done:
                    continue
            if line.sentence.role is Role.HEADLINE or is_heading(line):
                for quotation in line.quotations:
                    self._drop("a headline", quotation)
                continue
            self._line(number, line)

    def _line(self, number: int, line: Line) -> None:
        self.discourse.begin(line)
        found = cues(line, self.cast)
        subject = leading_subject(line, len(line.tokens), self.cast)
        leading = self.discourse.voice(subject.phrase) if subject else None
        if leading is not None:
            self.discourse.notice(leading)
        heard = resolve(line, found, self.discourse, leading)
        if self._waiting:  # '"…," said a weary Kowal' names whoever spoke before
            told = next((h.voice for h in heard if h.cue.subject and h.cue.subject.person), None)
            self._named(number, leading if leading and leading.person else told)
        used = self._direct(number, line, heard, leading) if line.quotations else {}
        if heard:
            self._indirect(number, line, heard, used)
        nouns = tuple(of_nouns(line, heard, self.cast))
        if any(cue.verb.speech for cue, _ in nouns):
            for draft in said_by_nouns(line, nouns, self._here(line), self.discourse, self._medium(line, heard)):
                self._keep(draft, number, line)
        self.private_states += private_states(line, heard, self._here(line), nouns, self.discourse)
        self._announce(line, heard, leading)
        if self._announced is not None:
            self.discourse.heard(self._announced)
        elif leading is not None and leading.person is not None and not closed_by_another(line, heard, leading):
            self.discourse.notice(leading)

    def _announce(self, line: Line, heard: tuple[Heard, ...], leading: Voice | None) -> None:
        """Note whom a line with a colon at its end announces: the speaker of its last cue, or of its noun of saying."""
        self._announced, self._announcing = None, None
        if not line.tokens or line.tokens[-1].low != ":":
            return
        if heard and heard[-1].voice is not None and {"q", "t"} & set(heard[-1].cue.verb.frame):
            self._announced, self._announcing = heard[-1].voice, heard[-1]
        elif mere_name(line) or any(token.low in NOUNS for token in line.tokens):
            self._announced = leading

    # ------------------------------------------------------------------- quotations

    def _direct(self, number: int, line: Line, heard: tuple[Heard, ...], leading: Voice | None) -> dict[int, list[int]]:
        """Attribute the quotations of a line; cue place -> tokens of the quotations that belong to it."""
        used: dict[int, list[int]] = {}
        open_drafts: dict[int, tuple[Draft, int]] = {}
        for at, token in enumerate(line.tokens):
            if token.quotation < 0:
                continue
            quotation = line.quotations[token.quotation]
            if quotation.continues and self._resume(quotation, number, line):
                self._claim(line, at, quotation, heard)
                continue
            reason = not_speech(line, quotation, at, self._scare, self.text)
            if reason:
                self._drop(reason, quotation)
                continue
            found = link(line, at, quotation, heard, self.text)
            if (
                found.heard is not None
                and found.heard.voice is None
                and self._await(number, line, quotation, found.heard)
            ):
                continue
            if found.heard is None or found.heard.voice is None:
                self._without_cue(number, line, at, quotation, leading)
                continue
            place = found.heard.place
            used.setdefault(place, []).append(at)
            known = open_drafts.get(place)
            if known and not new_clause(line, known[1], at):
                known[0].spans.append(quotation.span)
                open_drafts[place] = (known[0], at)
            else:
                open_drafts[place] = (self._said(number, line, quotation, found, heard), at)
            if quotation.inner:
                self._inner(quotation, found.heard.voice, line)
        return used

    def _await(self, number: int, line: Line, quotation: Quotation, heard: Heard) -> bool:
        """Keep the words of a 'he' or 'she' whom nobody has named yet; the next sentences may."""
        subject = heard.cue.subject
        if subject is None or subject.head not in HE | SHE:
            return False
        last = self.drafts[-1] if self.drafts else None
        if last is not None and self._waiting and self._waiting[-1][0] is last and last.verb == heard.cue.words:
            last.spans.append(quotation.span)
            return True
        draft = Draft([quotation.span], line.sentence.span, True, "statements/named-later", 0.5)
        attribute(draft, heard, None)
        draft.attributed_as = subject.words
        self._waiting.append((draft, "f" if subject.head in SHE else "m", number))
        self.drafts.append(draft)
        return True

    def _named(self, number: int, leading: Voice | None) -> None:
        """Give the words that wait for a name to the subject of this sentence, if it may be theirs."""
        if leading is None or leading.person is None:
            return
        line = self.discourse.line
        these = line is not None and with_these_words(line)
        for draft, gender, since in self._waiting:
            fits = these if gender == _ANYBODY else leading.person.gender in {gender, None}
            if number - since <= _NEAR_LINES and fits:
                draft.voice, draft.confidence = leading, 0.65
        self._waiting.clear()

    def _inner(self, quotation: Quotation, outer: Voice, line: Line) -> None:
        """Keep what the speaker quotes, where their words say whose it is."""
        for span, found in inside(self.story, quotation, outer, self.discourse, self.cast):
            if found is None or found.voice is None:
                self.dropped.append(Dropped("statement", "quoted inside a quotation", span, span.of(self.text)))
                continue
            draft = Draft([span], line.sentence.span, True, "statements/nested", 0.7, nested=True)
            attribute(draft, found, None)
            self.drafts.append(draft)

    def _said(self, number: int, line: Line, quotation: Quotation, found: Link, heard: tuple[Heard, ...]) -> Draft:
        """A new draft for a quotation with a cue."""
        draft = Draft([quotation.span], line.sentence.span, True, found.rule, found.confidence)
        speaker = found.heard
        if speaker is None:
            raise ValueError("a quotation with a cue has a speaker")
        place = speaker.place
        if place + 1 < len(heard) and is_relay(speaker, heard[place + 1], line):
            relayed = heard[place + 1]
            attribute(draft, relayed, self._medium(line, heard))
            draft.via = speaker.voice.actor.key if speaker.voice else None
        else:
            attribute(draft, speaker, self._medium(line, heard))
            closing = heard[-1].voice
            draft.via = speaker.via or draft.via
            if draft.via is None and closing is not None and relays(speaker, heard[-1]):
                draft.via = closing.actor.key
        self._keep(draft, number, line)
        return draft

    def _medium(self, line: Line, heard: tuple[Heard, ...]) -> Medium | None:
        """The agency or platform that a sentence names, looked for once a sentence."""
        if self._media[0] is not line:
            self._media = (line, medium(line, heard))
        return self._media[1]

    def _keep(self, draft: Draft, number: int, line: Line) -> None:
        self.drafts.append(draft)
        self._spoke_at = (number, line.sentence.block)
        if draft.voice is not None and not draft.nested:
            self.discourse.heard(draft.voice)

    def _resume(self, quotation: Quotation, number: int, line: Line) -> bool:
        """Whether a quotation was added to the draft of the paragraph before, whose words go on with it."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or not last.direct or not last.marks:
            return False
        if self.text[last.spans[-1].end : quotation.outer.start].strip():
            return False
        last.spans.append(quotation.span)
        last.within = Span(last.within.start, line.sentence.span.end)
        self._spoke_at = (number, line.sentence.block)
        return True

    def _claim(self, line: Line, at: int, quotation: Quotation, heard: tuple[Heard, ...]) -> None:
        """Give words that ran on over paragraphs to whom the last paragraph names, if they were anybody's till then."""
        last = self.drafts[-1]
        found = link(line, at, quotation, heard, self.text) if last.rule in _UNCLAIMED else Link()
        if found.heard is None or found.heard.voice is None or found.rule != "statements/quoted-then-said":
            return
        attribute(last, found.heard, self._medium(line, heard))
        last.rule, last.confidence, last.attributed_as = found.rule, 0.9, None
        self._waiting = [w for w in self._waiting if w[0] is not last]
        self.discourse.heard(found.heard.voice)

    def _without_cue(self, number: int, line: Line, at: int, quotation: Quotation, leading: Voice | None) -> None:
        """A quotation in a sentence without a cue: the speaker goes on, a noun of saying, or nobody."""
        found = Link()
        if alone(line, at):
            found = self._going_on(number, line)
        else:
            found = guess(line, at, self.text, self.discourse, leading)
            if found.voice is None:
                found = self._same_document(line)
        words = quotation.span.of(self.text).split()
        if found.voice is None and (not alone(line, at) or len(words) < _SENTENCE_LONG):
            self._drop("no speaker in sight", quotation)
            return
        draft = Draft(
            [quotation.span], line.sentence.span, True, found.rule or "statements/nobody", found.confidence or 0.5
        )
        draft.voice, draft.verb = found.voice, found.verb
        if found.rule == "statements/speaker-goes-on":
            draft.attributed_as = ""
        if found.voice is None:
            self._waiting.append((draft, _ANYBODY, number))
        self._keep(draft, number, line)

    def _same_document(self, line: Line) -> Link:
        """'The draft "deplores" the raid and would have all "lay down arms"': the document of the words before."""
        last = self.drafts[-1] if self.drafts else None
        if last is None or last.within is not line.sentence.span or last.voice is None:
            return Link()
        document = last.voice.actor.kind is ActorKind.DOCUMENT
        return Link(voice=last.voice, rule="statements/quoted-verb", confidence=0.5) if document else Link()

    def _going_on(self, number: int, line: Line) -> Link:
        """The speaker of the sentence or paragraph before, where nothing stands between."""
        last_line, last_block = self._spoke_at
        near = last_line == number - 1 or (last_block >= line.sentence.block - 1 and last_line >= number - 2)
        rule = "statements/speaker-goes-on"
        signed = bool(self.drafts) and self.drafts[-1].rule == "statements/signed"
        if self._announced is not None:
            return Link(voice=self._announced, rule="statements/announced", confidence=0.9)
        turned = self.discourse.turned_to(line.sentence.block) if last_line < number - 1 else None
        if turned is not None:
            return Link(voice=turned, rule="statements/person-in-focus", confidence=0.7)
        if near and not signed and self.discourse.last is not None:
            return Link(voice=self.discourse.last, rule=rule, confidence=0.88 if last_line == number - 1 else 0.75)
        focus = self.discourse.focus
        if focus is not None and focus.person is not None:
            return Link(voice=focus, rule="statements/person-in-focus", confidence=0.5)
        return Link()

    # ------------------------------------------------------------------- reported speech

    def _indirect(self, number: int, line: Line, heard: tuple[Heard, ...], used: dict[int, list[int]]) -> None:
        """The clauses that the cues without a quotation report."""
        covered = -1
        others = [at for places in used.values() for at in places]
        quoting: dict[Span | None, list[Draft]] = defaultdict(list)
        for draft in self._here(line) if used else ():
            quoting[draft.cue].append(draft)
        for place, item in enumerate(heard):
            found = indirect.content(line, place, heard) if item.voice is not None else None
            if found is None:
                continue
            (first, last), rule = found
            nested = first <= covered
            if nested and not indirect.stands_alone(item, rule):
                continue
            covered = max(covered, last)
            for start, end in indirect.clauses(line, first, last):
                span = line.span(start, end)
                if any(start <= at <= end for at in used.get(place, ())):
                    self._enclose(span, quoting.get(item.cue.span, []))
                    continue
                # words that another said, inside an object, are all there is to it
                whole = rule in indirect.OBJECTS or item.cue.verb.lemma == "agree"
                quoted = whole and any(start <= at <= end for at in others)
                spans = indirect.spans(line, item, (start, end), rule, self.cast)
                if quoted or not spans or (place in used and (start, end) == (first, last)):
                    continue
                draft = Draft(spans, line.sentence.span, False, rule, _INDIRECT[rule])
                attribute(draft, item, self._medium(line, heard))
                self._pass_on(draft, indirect.cited(line, place, heard, self.cast))
                self._nest(draft, line, nested=nested)
                self._keep(draft, number, line)

    def _here(self, line: Line) -> list[Draft]:
        """The drafts of a sentence, the last first."""
        return list(takewhile(lambda d: d.within == line.sentence.span, reversed(self.drafts)))

    def _pass_on(self, draft: Draft, cited: Phrase | None) -> None:
        """Give words that a paper passes on to the one it cites."""
        voice = self.discourse.voice(cited) if cited is not None else None
        if voice is not None and draft.voice is not None:
            draft.via, draft.voice = draft.voice.actor.key, voice

    def _nest(self, draft: Draft, line: Line, *, nested: bool) -> None:
        """Note what is told inside another's words; behind '…, the envoy said.' that is what stands before."""
        draft.nested = nested and draft.rule != "statements/said-behind"
        if nested and not draft.nested:
            for inner in self._here(line):
                inner.nested = True

    def _enclose(self, clause: Span, drafts: list[Draft]) -> None:
        """Note the reported clause around the pieces of it that are quoted."""
        for draft in drafts:
            if any(map(clause.holds, draft.spans)):
                draft.clause = Span(draft.clause.start, clause.end) if draft.clause else clause

    # ------------------------------------------------------------------- speech without marks

    def _passage(self, passage: Passage) -> bool:
        """Keep a block of speech without marks; False where it turns out to be none."""
        draft = Draft([trimmed(passage.span, self.text)], passage.span, True, passage.kind.value, 0.6, marks=False)
        if passage.label is not None:
            sure = 0.85 if passage.kind is Kind.SPEECH else 0.96
            draft.voice, draft.confidence = labelled(passage.label, self.story, self.discourse), sure
            draft.via = "X" if passage.kind is Kind.POST else None
            if passage.kind is Kind.TRANSCRIPT and self.text[passage.label.end : passage.label.end + 1] == ":":
                draft.source, draft.cue = passage.label, Span(passage.label.end, passage.label.end + 1)
        elif passage.kind is Kind.BLOCK:
            return self._block_quotation(draft, passage)
        self.drafts.append(draft)
        self._spoke_at = (-9, passage.block)
        return True

    def _block_quotation(self, draft: Draft, passage: Passage) -> bool:
        """Words that a colon announces, that go on with such words, or that the page sets apart behind a speaker's."""
        last = self.drafts[-1] if self.drafts else None
        near = passage.block - self._spoke_at[1] <= _NEAR_BLOCKS
        goes_on = last is not None and near and last.rule == Kind.BLOCK.value and self._announced is None
        if last is not None and goes_on:
            last.spans += draft.spans
            last.within = Span(last.within.start, passage.span.end)
        else:
            draft.voice = self._announced or (self.discourse.last if passage.set_apart and near else None)
            if draft.voice is None:
                return False
            draft.confidence = 0.85
            if self._announcing is not None:
                draft.verb, draft.act = self._announcing.cue.words, self._announcing.cue.verb.act
            self.drafts.append(draft)
        self._spoke_at = (-9, passage.block)
        self._announced = None
        return True

    def _drop(self, reason: str, quotation: Quotation) -> None:
        self.dropped.append(Dropped("statement", reason, quotation.span, quotation.span.of(self.text)))
