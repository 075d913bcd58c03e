"""Voting habits: what is said of a state's votes at large ('have always voted for this resolution before')."""

import re
from collections.abc import Iterator

from kg.extract.holders import Spoken
from kg.extract.sentences import Sentence
from kg.extract.statements.cast import Cast
from kg.extract.story import Story
from kg.model import ActorKind, Option, Role, Span, Statement, VotingHabit

_OFTEN = (
    r"always|never|consistently|repeatedly|traditionally|usually|regularly|routinely|historically|invariably|often|"
    r"generally|typically|rarely|seldom|long|steadfastly|unfailingly"
)
_AUX = r"(?:has|have|had|'ve|’ve|would|also)"
_DEEDS = (
    (Option.YES, r"vot(?:ed|es|e|ing) (?:in favou?r|for|yes)"),
    (Option.NO, r"vot(?:ed|es|e|ing) (?:against|no)"),
    (Option.ABSTAIN, r"abstain(?:ed|s|ing)?"),
    (Option.NO, r"vetoed|vetoes"),
    (Option.YES, r"supported|supports|backed|backs|endorsed"),
    (Option.NO, r"opposed|opposes|rejected|rejects"),
)
# Support and opposition are votes only where they are given to something that is voted on.
_BALLOT = re.compile(r"\b(?:resolutions?|drafts?|texts?|measures?|motions?|votes?)\b", re.I)
_VERB = "|".join(f"(?P<d{i}>{deed})" for i, (_, deed) in enumerate(_DEEDS))
_BEFORE = re.compile(rf"(?:\s+{_AUX})?\s+(?P<often>{_OFTEN})\s+(?:{_AUX}\s+)?(?:{_VERB})\b", re.I)
_AFTER = re.compile(
    rf"(?:\s+{_AUX})?(?:\s+(?:{_OFTEN}))?\s+(?:{_VERB})\b(?P<object>[^,.;:!?]{{0,60}}?\b(?P<often>every|all|each year|"
    r"every year|year after year|in the past)\b[^,.;:!?]{0,60})",
    re.I,
)
_REACH = 90


def habits(story: Story, statements: tuple[Statement, ...] = ()) -> tuple[VotingHabit, ...]:
    """What is said of a state's votes at large, with the speaker where it stands in somebody's words."""
    cast, spoken = Cast(story), Spoken(statements)
    out: dict[tuple[str, Option, Span], VotingHabit] = {}
    for sentence in story.sentences:
        if sentence.role is not Role.HEADLINE:
            for habit in _habits(story, sentence, cast, spoken):
                out.setdefault((habit.voter, habit.option, habit.evidence.span), habit)
    return tuple(out.values())


def _habits(story: Story, sentence: Sentence, cast: Cast, spoken: Spoken) -> Iterator[VotingHabit]:
    text = story.document.text
    for mention in cast.actors(sentence.span):
        if mention.actor.kind is not ActorKind.STATE:
            continue
        limit = min(sentence.span.end, mention.span.end + _REACH)
        m = _BEFORE.match(text, mention.span.end, limit) or _AFTER.match(text, mention.span.end, limit)
        if m is None:
            continue
        place = next(i for i in range(len(_DEEDS)) if m[f"d{i}"])
        rest = text[m.end() : min(sentence.span.end, m.end() + _REACH)]
        ballot = _BALLOT.search(m.group() + rest)
        if place > 2 and ballot is None:
            continue
        end = m.end() + (_stop(rest) if "object" not in m.groupdict() else 0)
        while end > m.start() and text[end - 1].isalnum() and text[end : end + 1].isalnum():
            end = text.rindex(" ", 0, end)  # no half words
        span = Span(mention.span.start, end)
        yield VotingHabit(
            voter=mention.actor.key,
            option=_DEEDS[place][0],
            quantifier=m["often"].casefold(),
            evidence=story.document.evidence(span, "habits/quantified", 0.85),
            claimed_by=spoken.speaker(span),
            about=tuple(a for a in cast.about((Span(m.end(), max(end, m.end())),)) if a != mention.actor),
        )


def _stop(rest: str) -> int:
    """Where the clause ends, white space and marks cut off."""
    m = re.search(r"[,.;:!?\"”—–]| but | while | and (?=[A-Z])", rest)
    return len(rest[: m.start() if m else len(rest)].rstrip())
