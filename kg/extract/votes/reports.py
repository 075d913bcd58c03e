"""What each sentence reports of a ballot: camps, outcome, draft, body, day. Which ballot it is comes later."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg.extract.gazetteer import Mention, body_references
from kg.extract.sentences import Sentence
from kg.extract.story import Story
from kg.extract.votes.amendments import Part, parts
from kg.extract.votes.bodies import body_of, names_body, only_named, venue_of
from kg.extract.votes.camp import Camp
from kg.extract.votes.camps import camps
from kg.extract.votes.chunks import Clause, clause
from kg.extract.votes.drafts import DEEDS, Draft, drafts, with_adjectives
from kg.extract.votes.enumerations import Heading, heading, names_under
from kg.extract.votes.lists import with_lists
from kg.extract.votes.outcomes import Result, results
from kg.extract.votes.predicates import with_predicates
from kg.extract.votes.scores import scores
from kg.extract.votes.sponsors import Sponsored, sponsored
from kg.model import ActorKind, BallotKind, Option, Span, When

_CUE = re.compile(
    r"vot|abst|veto|resolution|draft|amend|motion|in favou?r|ballot|dissent|oppon|boycott|treaty|sponsor|"
    r"\b\d{1,3}[-–]\d{1,2}\b|\d against|against \(\d",
    re.IGNORECASE,
)
# Words that tell of a vote only beside the name of a body or near a sentence that speaks of a vote.
_WEAK_CUE = re.compile(
    r"against|oppos|adopt|approv|pass|reject|text|measure|back|support|proposal|\bcast|\bothers\b|\bThe non-",
    re.IGNORECASE,
)
_THE_COUNTED = re.compile(r"\W*The (?:\d+|[a-z-]+)(?: \w+)? (?:were|are|included?)\b")
_EARLIER = re.compile(
    r"\b(?:hours|days?|weeks?|months?|years?) (?:earlier|before|ago)\b|\bprevious(?:ly)?\b|\blast week\b"
)
# What a body does when it adopts a text; the text need not be named.
_DECISION = re.compile(
    r"\b(?:decided|demanded|declared|condemned|called (?:for|on)|urged|admitted|recogni[sz]ed|refused|demands|condemns|"
    r"calls (?:for|on)|urges)\b"
)
_NEAR = 5
# 'There, eleven members voted', 'vetoed a draft there': the body that the sentence before names.
_THERE = re.compile(
    r"^\W*There,|(?<!\bover )\bthere\b(?! (?:is|are|was|were|be|been|has|have|had|will|would|may|might)\b)"
)
_DOMESTIC = re.compile(
    r"\b(?:lawmakers?|legislators?|senators?|[Ss]enate|Congress(?!o)|House of|MPs|deputies|Bundestag|Knesset|Duma|Rada|"
    r"shareholders?|stockholders|referendums?|plebiscite|voters|electorate|Supreme Court|judges|justices|jury|"
    r"[Pp]arliament|National Assembly|opinion polls?|polling|ruling party|party members|governing body|"
    r"city council|cabinet ministers?)\b"
)
_PAST = re.compile(
    r"\b(?:last (?:year|month)|(?:years?|months?|weeks?) (?:ago|earlier|before|since)|"
    r"the last time|previously (?:voted|adopted|abstained|vetoed|passed)|in the past|"
    r"previous (?:votes?|resolutions?|administrations?|governments?|occasions?|years?|sessions?|ballots?|drafts?)|"
    r"earlier (?:resolutions?|votes?|drafts?|texts?)|similar (?:past )?(?:resolutions?|votes?)|"
    r"past (?:votes|resolutions)|since then|historically|(?:in|from) (?:19|20)\d\d,? when|"
    r"(?:higher|lower|greater|larger|bigger|stronger) than (?:for|in|the|an?|that|those)|compared (?:with|to)|"
    r"in (?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: (?:19|20)\d\d)?,[^,;.]{1,60} had)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"\b(?:is|are|was|were) (?:expected|due|scheduled|set|likely) to|\bwill (?:vote|be put|be voted|consider|hold)\b",
    re.IGNORECASE,
)
_SYMBOL = re.compile(
    r"\b(?:[AS]/(?:RES/|ES-\d+/|C\.\d/)?[\w/.-]*\d(?:/L\.\d+)?|A/HRC/[\w/.-]*\d)"
    r"|\b[Rr]esolution (?:[Nn]o\.? ?)?(?P<n>\d{1,4}(?:/\d{1,3})?)\b(?![-–]\d)"
)
# Votes for candidates are no votes in favour.
_ELECTION = re.compile(r"\b(?:re-?)?elect(?:ed|s|ion|ions|ing)\b|\bseats?\b|\bcandida(?:te|cy)")
_STALE_DAYS, _SEVERAL = 25, 2
# A line of names under a heading: a letter of the alphabet holds no more.
_LONGEST_LINE = 2000


@dataclass(frozen=True, slots=True)
class Report:
    """What one sentence (or a part of it) says of one ballot."""

    sentence: Sentence
    clause: Clause
    camps: tuple[Camp, ...] = ()
    results: tuple[Result, ...] = ()
    draft: Draft | None = None
    body: str | None = None
    when: When | None = None
    day_words: str = ""
    symbol: str | None = None
    past: bool = False
    domestic: bool = False
    planned: bool = False
    sponsored: tuple[Sponsored, ...] = ()
    parts: tuple[Part, ...] = ()
    drafts: tuple[Draft, ...] = ()

    def has_substance(self) -> bool:
        """Whether it says how somebody voted or what came of it."""
        return bool(self.camps or self.results)

    def votes_there(self) -> bool:
        """Whether the sentence speaks of a vote without telling its result."""
        return bool(re.search(r"[TVynaER]", self.clause.codes))

    def day_is_of_votes(self) -> bool:
        """Whether the sentence names one day and speaks of votes on it."""
        return self.when is not None and bool(re.search(r"[TVynavERD]|B[hpu]{0,4}[wo]", self.clause.codes))

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


def reports(story: Story) -> Iterator[Report]:
    """The reports of a story, in text order; sentences without a word of voting are passed over."""
    named = sorted((*story.mentions, *body_references(story.document.text, story.mentions)), key=lambda m: m.span)
    starts = [m.span.start for m in named]
    dated = [d.span.start for d in story.dates]
    people = sorted(span for p in story.people for span in p.mentions)
    bodies = [m.actor.key for m in story.mentions if m.actor.kind is ActorKind.BODY]
    owner: tuple[str, ...] = ()
    last: tuple[Camp, ...] = ()
    above: Heading | None = None
    today, spoken = story.document.published, -_NEAR - 1
    venue: str | None = None
    before = fresh = False
    for sentence in story.sentences:
        here = named[bisect_left(starts, sentence.span.start) : bisect_left(starts, sentence.span.end)]
        is_line = above is not None and len(sentence.text) < _LONGEST_LINE
        if _CUE.search(sentence.text):
            spoken = sentence.index
        bodies_here = [m.actor.key for m in here if m.actor.kind is ActorKind.BODY]
        near = sentence.index - spoken <= _NEAR or bool(bodies_here)
        acts = bodies_here and _DECISION.search(sentence.text)
        acts = acts or (last and _THE_COUNTED.match(sentence.text))
        if spoken == sentence.index or is_line or acts or (near and _WEAK_CUE.search(sentence.text)):
            days = story.dates[bisect_left(dated, sentence.span.start) : bisect_left(dated, sentence.span.end)]
            names = people[bisect_left(people, sentence.span) : bisect_left(people, Span(sentence.span.end, 0))]
            read = _read(clause(sentence, here, days, names, story.document.text))
            listed = names_under(read, above) if above is not None else None
            if listed is not None:
                yield Report(sentence, read, camps=(listed,))
                continue
            above = heading(read, sentence.text)
            for report in _report(sentence, read, owner, last, today, fresh=fresh):
                if today is None and report.when is not None and not report.past:
                    today = report.when.end
                there = venue if report.body is None and _THERE.search(sentence.text) else None
                if there is not None and before:
                    report = replace(report, day_words=report.day_words or "earlier")
                body = report.body or there
                if body is None and not names_body(read):
                    body = only_named(sentence.text, bodies)
                last = report.camps
                fresh |= report.when is not None and not report.past and report.has_substance()
                yield replace(report, body=body, domestic=report.domestic and body is None)
        owner = _leading_state(here) or owner
        before = bool(_EARLIER.search(sentence.text))
        venue = bodies_here[0] if len(set(bodies_here)) == 1 else None


def _read(raw: Clause) -> Clause:
    return with_predicates(with_lists(with_adjectives(raw)))


def _leading_state(here: Sequence[Mention]) -> tuple[str, ...]:
    return next(((m.actor.key,) for m in here if m.actor.kind is ActorKind.STATE), ())


def _report(
    sentence: Sentence, read: Clause, owner: tuple[str, ...], before: Sequence[Camp], today: date | None, *, fresh: bool
) -> Iterator[Report]:
    found, sides = results(read), _sides(read, sentence.text)
    known = drafts(read, owner)
    day, words = _day(read)
    pieces = parts(read, sentence.text, sentence.span.start, known)
    found = tuple(r for r in found if not any(p.span.start <= read.chunks[r.at].start < p.span.end for p in pieces))
    base = Report(
        sentence,
        read,
        draft=_main_draft(known, [c.at for c in sides] + [r.at for r in found]),
        body=body_of(read, sentence.text)
        or (venue_of(read) if _has_tally(sides) and not _DOMESTIC.search(sentence.text) else None),
        when=day,
        day_words=words,
        symbol=_symbol(sentence.text),
        past=_is_past(sentence, read, day, today, fresh=fresh),
        domestic=bool(_DOMESTIC.search(sentence.text)) and "B" not in read.codes and not any(c.states for c in sides),
        planned=bool(_PLANNED.search(sentence.text)),
        sponsored=sponsored(read, known),
        parts=pieces,
        drafts=known,
        results=found,
    )
    if not sides:
        sides = _continued(read, before[-1] if before else None) or _counted_before(read, before)
    groups = _split(sides)
    for place, group in enumerate(groups or [[]]):
        mine = tuple(r for r in found if _nearest(groups, r.at) == place)
        past = base.past and (len(groups) < _SEVERAL or _is_told_as_past(sentence, groups, place))
        when = base.when or (_interval(read) if past else None)
        yield replace(
            base, camps=tuple(group), results=mine, past=past, when=when, parts=base.parts if place == 0 else ()
        )


def _sides(read: Clause, text: str) -> list[Camp]:
    """The camps of a sentence that are to be believed, in text order."""
    sides = sorted((*camps(read), *scores(read)), key=lambda c: c.at)
    sides = _of_total(read, _trusted(read, sides))
    return [c for c in sides if c.rule != "votes/by-votes"] if _ELECTION.search(text) else sides


def _has_tally(sides: Sequence[Camp]) -> bool:
    return len({c.option for c in sides if c.number is not None}) > 1


def _interval(read: Clause) -> When | None:
    """'In 2012': a past vote may be told by its year."""
    return next((c.when for c in read.chunks if c.when is not None), None)


def _is_told_as_past(sentence: Sentence, groups: Sequence[Sequence[Camp]], place: int) -> bool:
    """Which of two tallies in a sentence is last year's: the one in whose stretch the words stand."""
    match = _PAST.search(sentence.text)
    if match is None:
        return True
    at = sentence.span.start + match.start()
    begins = groups[place][0].span.start if place else sentence.span.start
    ends = groups[place + 1][0].span.start if place + 1 < len(groups) else sentence.span.end
    return begins <= at < ends


_ON_A_DRAFT = re.compile(r"[dNMuwl'_KBC]{0,7}D|j")


def _trusted(read: Clause, sides: Sequence[Camp]) -> list[Camp]:
    """Weak verbs (oppose, back) count beside a sure camp or with a draft as their object."""
    sure = any(not c.weak and c.number is not None for c in sides)
    sides = [c for c in sides if c.rule != "votes/backing" or "X" not in read.codes]
    return [c for c in sides if not c.weak or _counts(read, c, sure=sure)]


def _counts(read: Clause, camp: Camp, *, sure: bool) -> bool:
    word = read.chunks[camp.at].word
    if camp.rule == "votes/passive":
        return _is_of_a_text(read, camp)
    if word.startswith("vot"):
        return True
    if camp.rule == "votes/those-who" and _ON_A_DRAFT.match(read.codes, camp.at + 1):
        return True
    if sure and (camp.number is not None or camp.option is Option.NO):
        return True
    support = camp.option is Option.YES and camp.number is None
    headline = word == "opposes" or (word == "oppose" and camp.number is not None and not camp.states)
    return bool(_ON_A_DRAFT.match(read.codes, camp.at + 1)) and (sure or not support) and not headline


def _is_of_a_text(read: Clause, camp: Camp) -> bool:
    """'The draft was backed by 14 members'; not 'a move opposed by Chad', 'tabled by France and supported by 46'."""
    if "X" in read.codes:
        return not camp.weak
    before = [c for c in read.chunks[: camp.at] if c.code == "D"]
    return not (camp.weak and before and before[-1].word in DEEDS)


_THE_OTHERS = re.compile(r"d?(?:k[wC]?|w?_?[wKl]C?)(?:b|I)u?d?(?P<s>S).{0,4}$")


def _continued(read: Clause, before: Camp | None) -> list[Camp]:
    """'The others are ...', after a sentence that told of a part of a camp."""
    match = _THE_OTHERS.match(read.codes)
    if match is None or before is None or not before.states:
        return []
    at = match.start("s")
    states = read.chunks[at].states
    return [
        replace(
            before,
            at=at,
            span=read.span(0, at),
            states=states,
            number=None,
            others=0,
            rule="votes/the-others",
            confidence=0.8,
            partial=True,
        )
    ]


_THE_NINE = re.compile(r"d(?P<n>N)[wC]{0,2}[bI]:?d?(?P<s>S)[^ynaxv]{0,3}$")


def _counted_before(read: Clause, before: Sequence[Camp]) -> list[Camp]:
    """'The nine were ...', after a sentence that counted nine on one side."""
    match = _THE_NINE.match(read.codes)
    number = read.chunks[match.start("n")].number if match else None
    if match is None or number is None:
        return []
    at = match.start("s")
    states = read.chunks[at].states
    mine = [c for c in before if c.number == number.value and not c.states and len(states) <= number.value]
    span = read.span(0, at)
    return [replace(c, at=at, span=span, states=states, rule="votes/the-counted") for c in mine if len(mine) == 1]


_OUT_OF = re.compile(r"[u.]?%d?u?(?P<n>N)[wC]")


def _of_total(read: Clause, sides: list[Camp]) -> list[Camp]:
    """'Out of the 123 nations, 122 voted in favour': the total belongs to every camp."""
    match = _OUT_OF.match(read.codes)
    number = read.chunks[match.start("n")].number if match else None
    return [replace(c, of=c.of or number.value) for c in sides] if number else sides


def _split(sides: Sequence[Camp]) -> list[list[Camp]]:
    """Camps of one sentence by ballot: a second, different number for one option begins the next ballot."""
    groups: list[list[Camp]] = []
    numbers: dict[Option, int] = {}
    for camp in sides:
        clash = camp.number is not None and numbers.get(camp.option, camp.number) != camp.number
        if not groups or clash:
            groups.append([])
            numbers = {}
        groups[-1].append(camp)
        if camp.number is not None:
            numbers[camp.option] = camp.number
    return groups


def _nearest(groups: Sequence[Sequence[Camp]], at: int) -> int:
    """The group whose first camp follows the verb, or the last."""
    return min(bisect_left([g[-1].at for g in groups], at), max(len(groups) - 1, 0))


def _main_draft(known: Sequence[Draft], cues: Sequence[int]) -> Draft | None:
    """The draft nearest to the first cue, those with a sponsor or mark before bare ones."""
    whole = [d for d in known if d.kind is not None]
    whole = [d for d in whole if d.kind not in (BallotKind.AMENDMENT, BallotKind.PARAGRAPH)] or whole
    if not whole:
        return None
    cue = min(cues, default=0)
    return min(whole, key=lambda d: (abs(d.at - cue) - 6 * bool(d.sponsors or d.flags), d.at))


def _day(read: Clause) -> tuple[When | None, str]:
    """The day that stands nearest to the first verb or draft of the sentence."""
    cue = re.search(r"[ynavxERV]", read.codes)
    place = cue.start() if cue else 0
    added = _ADDED.search(read.codes)
    told = read.chunks[: added.end()] if added else read.chunks
    days = [(abs(i - place), c) for i, c in enumerate(told) if c.when is not None and c.when.start == c.when.end]
    vague = [c for c in read.chunks if c.code == "u" and any(ch.isdigit() for ch in c.word)]
    words = " ".join(c.word for c in vague[:1])
    return (min(days, key=lambda d: d[0])[1].when if days else None), words


def _symbol(text: str) -> str | None:
    match = _SYMBOL.search(text)
    if match is None:
        return None
    return f"Resolution {match['n']}" if match["n"] else match[0].rstrip(".-")


# 'Chile abstained, which in March had voted for it': what is added tells of another day, the vote does not.
_ADDED = re.compile(r"[ynaxvER][^;]*?,r")


def _is_past(sentence: Sentence, read: Clause, day: When | None, today: date | None, *, fresh: bool) -> bool:
    added = _ADDED.search(read.codes)
    end = read.chunks[added.end() - 1].start if added else sentence.span.end
    if _PAST.search(sentence.text, 0, end - sentence.span.start):
        return True
    whens = [c.when for c in read.chunks if c.when is not None and c.start < end]
    if today is None or (day is not None and (today - day.end).days <= _STALE_DAYS):
        return False
    stale = [w for w in whens if (today - w.end).days > _STALE_DAYS]
    return bool(stale) and len(stale) == len(whens) and (fresh or "h" in read.codes)
