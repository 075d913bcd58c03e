"""When a vote took place as one sentence has it: its day, and whether it is one of the past that is recalled."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from kg.extract.sentences import Sentence
from kg.extract.votes.camp import Camp
from kg.extract.votes.chunks import Clause
from kg.model import Span, When

_PAST = re.compile(
    r"\b(?:last (?:year|month)|(?:years?|months?|weeks?) (?:ago|earlier|before|since)|"
    r"the last time|first (?:passed|adopted|approved|voted)|"
    r"previously (?:voted|adopted|abstained|vetoed|passed)|in the past|"
    r"(?<!like )(?<!like in )(?<!as in )previous "
    r"(?:votes?|resolutions?|administrations?|governments?|occasions?|years?|sessions?|ballots?|drafts?)|"
    r"earlier (?:resolutions?|votes?|drafts?|texts?)|similar (?:past )?(?:resolutions?|votes?)|"
    r"past (?:votes|resolutions)|since then|historically|(?:in|from) (?:19|20)\d\d,? when|"
    r"(?:higher|lower|greater|larger|bigger|stronger) than (?:for|in|the|an?|that|those)|compared (?:with|to)|"
    r"in (?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: (?:19|20)\d\d)?,[^,;.]{1,60} had)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:hours|days?|weeks?|months?|years?) (?:earlier|before|ago)\b|\bprevious(?:ly)?\b|\blast week\b"
)
# Days after which a vote with a date of its own is no news.
_STALE_DAYS = 25


def interval(read: Clause) -> When | None:
    """'In 2012': a past vote may be told by its year."""
    return next((c.when for c in read.chunks if c.when is not None), None)


_IN = frozenset({"in", "during"})
_LONGEST_PERIOD = 366


def period_of(read: Clause) -> When | None:
    """'In March', 'last year': the span of time in which a sentence without a day says that its vote took place."""
    for before, chunk in pairwise((None, *read.chunks[: _added(read.codes)])):
        if chunk is None or chunk.code != "u" or chunk.when is None or chunk.when.start == chunk.when.end:
            continue
        told = (before is not None and before.word in _IN) or chunk.word.startswith(("last ", "earlier "))
        if told and (chunk.when.end - chunk.when.start).days <= _LONGEST_PERIOD:
            return chunk.when
    return None


# 'It won 180 votes, against 185 last year'
_COMPARED = re.compile(r"\b(?:against|compared|down|up|from|versus|than|unlike)\b")
_NOW = re.compile(r"\b[Tt]his (?:year|time)\b")
_RECALLED = re.compile(rf"{_PAST.pattern}|\bin (?:19|20)\d\d,", re.IGNORECASE)
# 'Peru, which had opposed the text last year, abstained'
_ASIDE = re.compile(r", (?:which|who)\b[^,;.]*(?:,|$)")
_AFTER = re.compile(r"\b(?:hours?|days?|weeks?|months?) after\b[^,;]*(?:, (?:in|on|for) which\b[^,;]*)?")


def is_told_as_new(sentence: Sentence) -> bool:
    """'This year Chad abstained'."""
    return bool(_NOW.search(sentence.text))


def past_asides(sentence: Sentence) -> list[Span]:
    """The clauses of a sentence that tell of an earlier vote: ', which last year ...', 'two days after Chad ...'."""
    text, start = sentence.text, sentence.span.start
    told = []
    if ", wh" in text:
        told += [m for m in _ASIDE.finditer(text) if m.end() < len(text) - 1 and _RECALLED.search(m[0])]
    if " after " in text:
        told += _AFTER.finditer(text)
    return [Span(start + m.start(), start + m.end()) for m in told]


def is_told_as_past(sentence: Sentence, groups: Sequence[Sequence[Camp]], place: int) -> bool:
    """Which of the tallies in a sentence is last year's: the one in whose stretch the words stand.

    A number that is only compared with is none: 'It won 180 votes, against 185 last year'.
    """
    match = _PAST.search(sentence.text)
    if match is None:
        return True
    at = sentence.span.start + match.start()
    if len(groups) == 1:
        if _NOW.search(sentence.text):
            return False
        ends = max((c.span.end for c in groups[0]), default=at) - sentence.span.start
        return not _COMPARED.search(sentence.text, ends, max(ends, match.start()))
    begins = groups[place][0].span.start if place else sentence.span.start
    ends = groups[place + 1][0].span.start if place + 1 < len(groups) else sentence.span.end
    return begins <= at < ends


def day_of(sentence: Sentence, read: Clause) -> tuple[When | None, str]:
    """The day that stands nearest to the first verb or draft of the sentence."""
    cue = re.search(r"[ynavxERV]", read.codes)
    place = cue.start() if cue else 0
    told = read.chunks[: _added(read.codes)]
    days = [(abs(i - place), c) for i, c in enumerate(told) if _is_day(sentence, read, i)]
    vague = [c for c in read.chunks if c.code == "u" and any(ch.isdigit() for ch in c.word)]
    words = " ".join(c.when.iso() if c.when else c.word for c in vague[:1])
    return (min(days, key=lambda d: d[0])[1].when if days else None), words


# 'until May 6'
_BOUNDS = frozenset({"until", "till", "before", "since"})
# 'its December 6 declaration', 'the October 7 attacks'
_OF_A_THING = re.compile(r"[dl']u[wD]")


def _is_day(sentence: Sentence, read: Clause, at: int) -> bool:
    """Whether a chunk names one day, and not in words that are quoted."""
    chunk = read.chunks[at]
    if chunk.when is None or chunk.when.start != chunk.when.end:
        return False
    if at and read.chunks[at - 1].word in _BOUNDS:
        return False
    if _OF_A_THING.match(read.codes, max(0, at - 1)) or _told_of_another(read.codes, at):
        return False
    before = sentence.text[: chunk.start - sentence.span.start]
    return before.count("“") <= before.count("”") and before.count('"') % 2 == 0


def _told_of_another(codes: str, at: int) -> bool:
    """'Hamas, whose attack on 7 October began the war': the day is that of a relative clause in which nobody votes."""
    opened = codes.rfind("r", 0, at)
    if opened < 0:
        return False
    closes = codes.find(",", at)
    return not re.search(r"[ynavxERV]", codes[opened : closes if closes > 0 else len(codes)])


# 'Chile abstained, which in March had voted for it': what is added tells of another day, the vote does not.
_VERB = re.compile(r"[ynaxvER]")


def _added(codes: str) -> int | None:
    """Where the relative clause after the first verb of voting has begun; None where there is none."""
    start = 0
    for part in codes.split(";"):
        verb = _VERB.search(part)
        comma = part.find(",r", verb.end()) if verb else -1
        if comma >= 0:
            return start + comma + 2
        start += len(part) + 1
    return None


def is_past(sentence: Sentence, read: Clause, day: When | None, today: date | None, *, fresh: bool) -> bool:
    """Whether a sentence recalls a vote of the past.

    ``today`` is the story's own day; ``fresh``, whether a vote of about that day has been told before.
    """
    added = _added(read.codes)
    end = read.chunks[added - 1].start if added else sentence.span.end
    asides = past_asides(sentence)
    recalled = _PAST.search(sentence.text, 0, end - sentence.span.start)
    if recalled and not _lies_in(sentence.span.start + recalled.start(), asides):
        return True
    chunks = read.chunks
    whens = [
        c.when
        for i, c in enumerate(chunks)
        if c.when and c.start < end and not (i and chunks[i - 1].word in _BOUNDS) and not _lies_in(c.start, asides)
    ]
    if today is None or (day is not None and (today - day.end).days <= _STALE_DAYS):
        return False
    stale = [w for w in whens if (today - w.end).days > _STALE_DAYS]
    return bool(stale) and len(stale) == len(whens) and (fresh or "h" in read.codes)


def _lies_in(place: int, spans: Sequence[Span]) -> bool:
    return any(a.start <= place < a.end for a in spans)


def names_earlier_time(text: str) -> bool:
    """'Three days earlier', 'last week', 'previously'."""
    return bool(_EARLIER.search(text))
