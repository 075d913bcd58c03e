"""'They have always voted for it': what is said of a state's votes at large, against the roll calls.

A habit that is said to be without exception falls with one. The roll calls looked at are those before the article,
on whatever the habit is about; where the text does not tell what that is, on whatever the article's ballots are about.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from kg.model import Actor, Document, Finding, Option, Reading, RollCall, Verdict, VotingHabit
from kg.rdf import Claim, record_of, recorded_event
from kg.verify.wording import named

_WITHOUT_EXCEPTION = frozenset({"always", "never", "consistently", "invariably", "every", "each", "all"})
_VOTED = {
    Option.YES: "voted in favour of",
    Option.NO: "voted against",
    Option.ABSTAIN: "abstained on",
    Option.ABSENT: "did not vote on",
}


def habit_verdicts(
    claims: Iterable[Claim],
    read: Mapping[str, tuple[Document, Reading]],
    rollcalls: Iterable[RollCall],
    names: Mapping[str, str],
) -> Iterator[Verdict]:
    """A verdict on each habit that a roll call contradicts; one that holds so far is not thereby proven."""
    calls = sorted(rollcalls, key=lambda c: (c.date, c.id), reverse=True)
    for claim in claims:
        if not isinstance(claim.told, VotingHabit) or not _strict(claim.told.quantifier):
            continue
        document, reading = read[claim.document]
        words = _subject(claim.told, reading, names)
        exception = _exception(claim.told, words, calls, document.published)
        if exception:
            call, option = exception
            name = named(names.get(claim.told.voter, claim.told.voter))
            reason = f"the record says that {name} {_VOTED[option]} {call.symbol} on {call.date}"
            cited = record_of(recorded_event(call.id)).value
            yield Verdict(claim.iri.value, Finding.CONTRADICTED, reason, cited)


def _strict(quantifier: str) -> bool:
    return bool(_WITHOUT_EXCEPTION & set(quantifier.casefold().split()))


def _subject(habit: VotingHabit, reading: Reading, names: Mapping[str, str]) -> frozenset[str]:
    """The names of those whom the habit is about."""
    about: Iterable[Actor] = habit.about or [a for b in reading.ballots for a in b.about]
    keys = {a.key for a in about} - {habit.voter}
    if not keys:
        subjects = " ".join(b.subject for b in reading.ballots)
        return frozenset(n.casefold() for k, n in names.items() if k != habit.voter and n in subjects)
    return frozenset(names.get(key, key).casefold() for key in keys)


def _exception(
    habit: VotingHabit, words: frozenset[str], calls: Iterable[RollCall], before: date | None
) -> tuple[RollCall, Option] | None:
    """The latest roll call on the subject, before the article, in which the state did otherwise."""
    for call in calls:
        title = call.title.casefold()
        if (before is not None and call.date >= before) or not any(word in title for word in words):
            continue
        option = dict(call.votes).get(habit.voter)
        if option is not None and option is not habit.option:
            return call, option
    return None
