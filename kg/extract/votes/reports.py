"""What each sentence reports of a ballot: camps, outcome, draft, body, day. Which ballot it is comes later."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg.extract.gazetteer import Mention
from kg.extract.sentences import Sentence
from kg.extract.story import Story
from kg.extract.votes.amendments import Part, parts
from kg.extract.votes.bodies import body_of, names_body, only_named, venue_of
from kg.extract.votes.camp import Camp
from kg.extract.votes.chunks import Clause
from kg.extract.votes.drafts import Draft, drafts
from kg.extract.votes.enumerations import Heading, goes_on, heading, names_under
from kg.extract.votes.lines import Lines
from kg.extract.votes.outcomes import Result, results
from kg.extract.votes.pieces import pieces
from kg.extract.votes.sides import are_of_one_kind, by_ballot, continued, nearest, of_the_counted, sides_of
from kg.extract.votes.sponsors import Sponsored, sponsored
from kg.extract.votes.times import (
    day_of,
    interval,
    is_past,
    is_told_as_past,
    names_earlier_time,
    past_asides,
    period_of,
)
from kg.model import ActorKind, BallotKind, Span, When

# Cues are looked for in small letters: to ignore case takes three times as long.
_CUE = re.compile(
    r"vot|abst|veto|\bayes\b|\bnays\b|\bnoes\b|resolution|draft|amend|motion|in favou?r|ballot|dissent|oppon|"
    r"boycott|treaty|sponsor|\bauthors?\b|"
    r"\b\d{1,3}[-–]\d{1,2}\b|\d against|against \(\d"
)
# Words that tell of a vote only beside the name of a body or near a sentence that speaks of a vote.
_WEAK_CUE = re.compile(
    r"against|oppos|adopt|approv|pass|reject|text|measure|back|support|propos|present|"
    r"tabled|submit|introduc|put forward|\bcast|\bothers\b|\bthe non-|joined|t[ao]\w* part|participat|"
    r"w(?:as|ere) for\b|absent|remaining|dissent|likewise|so did|did so|did the same|did too|followed suit|"
    r"said (?:yes|no)\b|did not"
)
# 'For: Chad, Peru', 'Absent: Mali'
_ROLL_CALL = re.compile(r"\W*(?:for|yes|no|absent)\b[^.]{0,60}:")
_THE_COUNTED = re.compile(
    r"[^.;]{2,200}? were (?:among )?the [a-z0-9-]+[.;]|\W*The (?:\d+|[a-z-]+)(?: \w+)? (?:were|are|included?)\b"
)
# What a body does when it adopts a text; the text need not be named.
_DECISION = re.compile(
    r"\b(?:decided|demanded|declared|condemned|called (?:for|on)|urged|admitted|recogni[sz]ed|refused|demands|condemns|"
    r"calls (?:for|on)|urges)\b"
)
_NEAR = 5
# The sentences with which a story says what happened and when.
_LEAD = 3
# 'Claim: Chad voted against it', in a story that checks it.
_CLAIM = re.compile(r"\W*claim:", re.IGNORECASE)
# What a sentence has that tells of a ballot.
_SPEAKS_OF_VOTES = re.compile(r"[TVynaxvERDXBKUFGAOYc]|^Q")
# 'There, eleven members voted', 'vetoed a draft there': the body that the sentence before names.
_THERE = re.compile(
    r"^\W*There,|(?<!\bover )\bthere\b(?! (?:is|are|was|were|be|been|has|have|had|will|would|may|might)\b)"
)
_DOMESTIC = re.compile(
    r"\b(?:lawmakers?|legislators?|senators?|[Ss]enate|Congress(?!o)|House of|MPs|deputies|Bundestag|Knesset|Duma|Rada|"
    r"shareholders?|stockholders|referendums?|plebiscite|voters|electorate|Supreme Court|judges|justices|jury|"
    r"[Pp]arliament|National Assembly|opinion polls?|polling|ruling party|party members|governing body|"
    r"city council|cabinet ministers?|no-?confidence|votes? of confidence|Lok Sabha|Rajya Sabha|Sejm|Riksdag|Storting|"
    r"Majlis|Folketing|Chamber of Deputies|[Ll]egislature|the (?:lower|upper) house|councill?ors|impeach\w*)\b"
)
# The members of an assembly of parliamentarians, where the story is of one.
_PARLIAMENTARIANS = re.compile(
    r"\b(?:lawmakers?|legislators?|MPs|deputies|[Pp]arliament|parliamentarians?|ruling party)\b"
)
_PLANNED = re.compile(
    r"\b(?:is|are|was|were) (?:expected|due|scheduled|set|likely) to|\bwill (?:vote|be put|be voted|consider|hold)\b",
    re.IGNORECASE,
)
_SYMBOL = re.compile(
    r"\b(?:[AS]/(?:RES/|ES-\d+/|C\.\d/)?[\w/.-]*\d(?:/L\.\d+)?|A/HRC/[\w/.-]*\d)"
    r"|\b[Rr]esolution (?:[Nn]o\.? ?)?(?P<n>\d{1,4}(?:/\d{1,3})?)\b(?![-–]\d| to \d| votes)"
)
# A line of names under a heading: a letter of the alphabet holds no more.
_LONGEST_LINE = 2000
# A heading of a roll call, 'FOR ADMISSION'.
_LONGEST_CAPITALS = 60


@dataclass(frozen=True, slots=True)
class Report:
    """What one sentence (or a part of it) says of one ballot.

    ``past`` marks a vote that is recalled, ``passing`` one that is told of in a clause of a sentence on another.
    """

    sentence: Sentence
    clause: Clause
    camps: tuple[Camp, ...] = ()
    results: tuple[Result, ...] = ()
    draft: Draft | None = None
    body: str | None = None
    when: When | None = None
    day_words: str = ""
    symbol: str | None = None
    period: When | None = None
    past: bool = False
    passing: bool = False
    domestic: bool = False
    parliamentary: bool = False
    planned: bool = False
    sponsored: tuple[Sponsored, ...] = ()
    parts: tuple[Part, ...] = ()
    drafts: tuple[Draft, ...] = ()

    def has_substance(self) -> bool:
        """Whether it says how somebody voted or what came of it."""
        return bool(self.camps or self.results)

    def votes_there(self) -> bool:
        """Whether the sentence speaks of a vote without telling its result."""
        return bool(re.search(r"[TVynavER]", self.clause.codes))

    def day_is_of_votes(self) -> bool:
        """Whether the sentence names one day and speaks of votes on it, not of who tabled or accepted a text then."""
        codes = self.clause.codes
        put_to_a_vote = "tT" in codes or "tdT" in codes
        if self.when is None or (self.sponsored and not self.has_substance() and not put_to_a_vote):
            return False
        return bool(re.search(r"[TVynavERD]|B[hpu]{0,4}[wo]", codes)) and not re.search(
            r"S[hu]{0,2}[ER][dw%l]{0,5}D", codes
        )

    def is_pluperfect(self) -> bool:
        """'Had vetoed': the day is one before the story's own."""
        return bool(re.search(r"h[u!]{0,2}[ynaxvER]", self.clause.codes)) and " had " in self.sentence.text

    def acting_body(self) -> str | None:
        """The body that does something, as the subject of the sentence or its first clause."""
        acts = re.match(r"[^BSNMD]{0,8}B[hpu]{0,4}[woER!]", self.clause.codes)
        if acts is None:
            return None
        actor = next(c.actor for c in self.clause.chunks if c.code == "B")
        return actor.key if actor is not None else None

    def span(self) -> Span:
        """Where the sentence stands, without the white space around it."""
        text = self.sentence.text
        start = self.sentence.span.start + len(text) - len(text.lstrip())
        return Span(start, start + len(text.strip()))


@dataclass(slots=True)
class _Memory:
    """What the sentences so far leave for the next: whose 'its' is, a heading, the story's day, the last body."""

    today: date | None
    owner: tuple[str, ...] = ()
    last: tuple[Camp, ...] = ()
    block: int = -1
    above: Heading | None = None
    spoken: int = -_NEAR - 1
    venue: str | None = None
    earlier: bool = False
    fresh: bool = False


def reports(story: Story) -> Iterator[Report]:
    """The reports of a story, in text order; sentences without a word of voting are passed over."""
    lines = Lines(story)
    bodies = [m.actor.key for m in story.mentions if m.actor.kind is ActorKind.BODY]
    memory = _Memory(story.document.published)
    for sentence in story.sentences:
        here = lines.named(sentence)
        bodies_here = [m.actor.key for m in here if m.actor.kind is ActorKind.BODY]
        if _is_worth_reading(sentence, memory, named_body=bool(bodies_here)):
            for report in _read(sentence, lines.read(sentence), memory):
                yield _placed(report, memory, bodies)
        memory.owner = _leading_state(here) or memory.owner
        memory.earlier = names_earlier_time(sentence.text)
        memory.venue = bodies_here[0] if len(set(bodies_here)) == 1 else None


def _read(sentence: Sentence, read: Clause, memory: _Memory) -> Iterator[Report]:
    """The reports of a sentence: those of a list of names under a heading, or its own."""
    if memory.above is not None:
        listed = names_under(read, memory.above)
        if listed is not None:
            yield Report(sentence, read, camps=(listed,))
            return
        if goes_on(read, sentence.text):
            return
    memory.above = heading(read, sentence.text)
    if memory.last or _SPEAKS_OF_VOTES.search(read.codes):
        for part, piece in pieces(sentence, read):
            yield from _report(part, piece, memory)


def _is_worth_reading(sentence: Sentence, memory: _Memory, *, named_body: bool) -> bool:
    """Whether a sentence may tell of a vote, by its words and by what was told before."""
    text, small = sentence.text, sentence.text.lower()
    if _CLAIM.match(text):
        return False
    if _CUE.search(small):
        memory.spoken = sentence.index
        return True
    if memory.above is not None and len(text) < _LONGEST_LINE:
        return True
    near = sentence.index - memory.spoken <= _NEAR or named_body
    return bool(
        (named_body and (sentence.index < _LEAD or _DECISION.search(text)))
        or (memory.last and _THE_COUNTED.match(text))
        or (near and len(text) < _LONGEST_CAPITALS and text.isupper())
        or (near and (_WEAK_CUE.search(small) or _ROLL_CALL.match(small)))
    )


def _placed(report: Report, memory: _Memory, bodies: Sequence[str]) -> Report:
    """The report with the body that the sentence before or the whole story gives it."""
    text = report.sentence.text
    if memory.today is None and report.when is not None and not report.past:
        memory.today = report.when.end
    memory.last, memory.block = report.camps, report.sentence.block
    memory.fresh |= report.when is not None and not report.past and report.has_substance()
    there = memory.venue if report.body is None and _THERE.search(text) else None
    body, day_words = report.body or there, report.day_words
    if there is not None and memory.earlier:
        day_words = day_words or "earlier"
    if body is None and not names_body(report.clause):
        body = only_named(text, bodies)
    domestic = report.domestic and body is None
    if (body, day_words, domestic) == (report.body, report.day_words, report.domestic):
        return report
    return replace(report, body=body, day_words=day_words, domestic=domestic)


def _leading_state(here: Sequence[Mention]) -> tuple[str, ...]:
    return next(((m.actor.key,) for m in here if m.actor.kind is ActorKind.STATE), ())


def _report(sentence: Sentence, read: Clause, memory: _Memory) -> Iterator[Report]:
    asides = past_asides(sentence)
    told = sides_of(read, sentence.text, goes_on=bool(memory.last) and memory.block == sentence.block)
    if asides:
        yield from _recalled(sentence, read, asides, told)
    found = tuple(r for r in results(read) if not _lies_in(read, r.at, asides))
    sides = [c for c in told if not _lies_in(read, c.at, asides)]
    known = drafts(read, memory.owner)
    day, words = day_of(sentence, read)
    pieces = parts(read, sentence.text, sentence.span.start, known)
    if sides and {d.kind for d in known if d.kind} == {BallotKind.PARAGRAPH}:
        # The paragraph's ballot is told like any other.
        pieces = tuple(p for p in pieces if p.kind is not BallotKind.PARAGRAPH)
    found = tuple(r for r in found if not any(p.span.start <= read.chunks[r.at].start < p.span.end for p in pieces))
    domestic = bool(_DOMESTIC.search(sentence.text))
    base = Report(
        sentence,
        read,
        draft=_main_draft(read, _not_amended(read, known), [c.at for c in sides] + [r.at for r in found]),
        body=body_of(_without(read, asides), sentence.text)
        or (venue_of(read) if len({c.option for c in sides}) > 1 and not domestic else None),
        when=day,
        day_words=words,
        period=period_of(_without(read, asides)) if day is None else None,
        symbol=_symbol(sentence.text),
        past=is_past(sentence, read, day, memory.today, fresh=memory.fresh),
        domestic=domestic and "B" not in read.codes and not any(c.states for c in sides),
        parliamentary=domestic and not _DOMESTIC.search(_PARLIAMENTARIANS.sub("", sentence.text)),
        planned=bool(_PLANNED.search(sentence.text)),
        sponsored=sponsored(read, known),
        parts=pieces,
        drafts=known,
        results=found,
    )
    if not sides:
        sides = continued(read, memory.last)
    sides = [*of_the_counted(read, memory.last), *sides]
    groups = by_ballot(sides)
    if are_of_one_kind(groups) and not base.past:
        # '53 abstained on the one text and 70 on the other': which is which is not said.
        groups = []
    for place, group in enumerate(groups or [[]]):
        mine = tuple(r for r in found if nearest(groups, r.at) == place)
        past = base.past and (not groups or is_told_as_past(sentence, groups, place))
        when = base.when or (interval(read) if past else None)
        yield replace(
            base, camps=tuple(group), results=mine, past=past, when=when, parts=base.parts if place == 0 else ()
        )


def _recalled(sentence: Sentence, read: Clause, asides: Sequence[Span], told: Sequence[Camp]) -> Iterator[Report]:
    """The earlier votes that a sentence tells of in passing: 'Peru, which opposed the text last year, abstained'."""
    for aside in asides:
        within = Clause([c for c in read.chunks if aside.start <= c.start < aside.end])
        camps = tuple(c for c in told if aside.holds(read.chunk_span(c.at)) and not c.weak)
        when = interval(within)
        vetoed = any(c.veto for c in camps)
        if camps and (when is not None or vetoed):
            body = body_of(within, sentence.text)
            yield Report(sentence, within, camps=camps, body=body, when=when, past=True, passing=True)


def _without(read: Clause, asides: Sequence[Span]) -> Clause:
    """A sentence without the clauses that tell of an earlier vote, and so of another body perhaps."""
    if not asides:
        return read
    return Clause([c for c in read.chunks if not any(a.start <= c.start < a.end for a in asides)])


def _lies_in(read: Clause, at: int, spans: Sequence[Span]) -> bool:
    return bool(spans) and any(s.holds(read.chunk_span(at)) for s in spans)


_OF_A_DRAFT = re.compile(r"D[t%]d?[wl'_]{0,3}$")


def _not_amended(read: Clause, known: Sequence[Draft]) -> list[Draft]:
    """Without the draft that 'two amendments to the text of the resolution' would change."""
    kept: list[Draft] = []
    changed: set[int] = {d.at for d in known if d.kind in (BallotKind.AMENDMENT, BallotKind.PARAGRAPH)}
    for draft in known:
        lead = _OF_A_DRAFT.search(read.codes, max(0, draft.at - 8), draft.at)
        if lead and lead.start() in changed:
            changed.add(draft.at)
        else:
            kept.append(draft)
    return kept


# 'voted against the amendment'
_VOTED_ON = re.compile(r"[ynv]d[wl]{0,2}D")


def _main_draft(read: Clause, known: Sequence[Draft], cues: Sequence[int]) -> Draft | None:
    """The draft that is voted on, or that nearest to the first cue, those with a sponsor before bare ones."""
    whole = [d for d in known if d.kind is not None]
    whole = [d for d in whole if d.kind not in (BallotKind.AMENDMENT, BallotKind.PARAGRAPH)] or whole
    if not whole:
        return None
    objects = {match.end() - 1 for cue in cues if (match := _VOTED_ON.match(read.codes, cue))}
    voted_on = next((d for d in known if d.kind is not None and d.at in objects), None) if objects else None
    if voted_on is not None:
        return voted_on
    cue = min(cues, default=0)
    return min(whole, key=lambda d: (abs(d.at - cue) - 6 * bool(d.sponsors or d.flags), d.at))


def _symbol(text: str) -> str | None:
    match = _SYMBOL.search(text)
    if match is None:
        return None
    return f"Resolution {match['n']}" if match["n"] else match[0].rstrip(".-")
