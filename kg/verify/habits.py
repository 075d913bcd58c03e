"""'They have always voted for it': what is said of a state's votes at large, against the roll calls.

The roll calls looked at are all those on the subject before the votes that the article tells of, found by their titles
and subject headings. A habit that is said to be without exception falls with one; one that is said to be usual holds
where most votes bear it out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import reduce

import polars as pl

from kg import codes
from kg.load.rollcall import Record
from kg.model import ActorKind, Document, Finding, Option, Reading, Verdict, VotingHabit
from kg.rdf import Claim, record_of, recorded_event
from kg.verify.wording import VOTED, capital, listed, named

__all__ = ["habit_verdicts"]

_WITHOUT_EXCEPTION = frozenset(
    {"always", "never", "consistently", "invariably", "steadfastly", "unfailingly", "every", "each", "all"}
)
_SELDOM = frozenset({"rarely", "seldom"})
# Words that single out some of the texts on a subject; titles on record do not tell which those are.
_OF_A_KIND = re.compile(
    r"\b(?:critical|condemn|denounc|censur|target|hostile|favou?r(?:able|ing)|in support of|support(?:ing|ive)|sanction"
    r"|one-sided|anti-|pro-)",
    re.IGNORECASE,
)
# Of fewer roll calls than this nobody can say that something is a habit.
_ENOUGH = 3
_SELDOM_SHARE = 0.2
_ON = {
    Option.YES: "voted in favour of",
    Option.NO: "voted against",
    Option.ABSTAIN: "abstained on",
    Option.ABSENT: "did not vote on",
}


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a habit is about: states by their codes. ``together``: a roll call must name them all."""

    states: tuple[str, ...]
    together: bool = False


@dataclass(frozen=True, slots=True)
class _Votes:
    """How a state voted on a subject: how often so, how often at all, and the latest votes so and otherwise."""

    so: int
    cast: int
    latest_so: tuple[str, str, date, Option] | None
    latest_other: tuple[str, str, date, Option] | None


def habit_verdicts(
    claims: Iterable[Claim], read: Mapping[str, tuple[Document, Reading]], record: Record, names: Mapping[str, str]
) -> Iterator[Verdict]:
    """A verdict on each claim of a habit. Absences do not count: a seat that was empty voted neither way."""
    if not record.rollcalls.height:
        return
    for claim in claims:
        if isinstance(claim.told, VotingHabit):
            yield _verdict(claim, claim.told, *read[claim.document], record, names)


def _verdict(
    claim: Claim, habit: VotingHabit, document: Document, reading: Reading, record: Record, names: Mapping[str, str]
) -> Verdict:
    voter = named(names.get(habit.voter, habit.voter))
    said = f"{capital(voter)} {habit.quantifier} {VOTED[habit.option]}"
    subject, before = _subject(habit, document, reading), _before(document, reading)
    if not subject.states or before is None:
        lacking = "which votes are meant" if before else "the day before which they were cast"
        return Verdict(claim.iri.value, Finding.UNCLEAR, f"the article does not tell {lacking}", said=said)
    bodies = {b.body for b in reading.ballots if not b.past}
    votes = _votes(record, habit, subject, before, bodies)
    finding, cited = _finding(habit, votes)
    some = finding is Finding.CONTRADICTED and _OF_A_KIND.search(_object(habit))
    finding = Finding.UNCLEAR if some else finding
    about = listed([names.get(code, code) for code in subject.states])
    counted = f"{voter} {VOTED[habit.option]} in {votes.so} of {votes.cast} roll calls on {about} before {before}"
    if finding is Finding.NOT_IN_RECORD:
        return Verdict(
            claim.iri.value, finding, f"the record holds no vote of {voter} on {about} before {before}", said=said
        )
    recorded = counted
    if finding is Finding.CONTRADICTED and cited:
        recorded = f"{voter} {_ON[cited[3]]} {cited[1]} on {cited[2]}; {counted}"
    elif some:
        recorded += ", but not which of these are meant"
    elif finding is Finding.UNCLEAR and votes.cast < _ENOUGH:
        recorded += ", too few to tell"
    entry = record_of(recorded_event(cited[0])).value if cited else None
    reason = f"the record says that {recorded}"
    return Verdict(claim.iri.value, finding, reason, entry, said, capital(recorded))


def _object(habit: VotingHabit) -> str:
    """What is said of the texts that were voted on: the words behind the verb."""
    return re.split(r"\b(?:vot|abstain|veto|support|back|oppos|reject)\w*", habit.evidence.quote, maxsplit=1)[-1]


def _finding(habit: VotingHabit, votes: _Votes) -> tuple[Finding, tuple[str, str, date, Option] | None]:
    """What the votes make of a habit, and the vote that decides or the latest that bears it out."""
    words = frozenset(habit.quantifier.casefold().split())
    if not votes.cast:
        return Finding.NOT_IN_RECORD, None
    if "never" in words:
        right, exception, example = votes.cast - votes.so, votes.latest_so, votes.latest_other
    else:
        right, exception, example = votes.so, votes.latest_other, votes.latest_so
    if words & _WITHOUT_EXCEPTION and exception:
        return Finding.CONTRADICTED, exception
    holds = votes.so <= _SELDOM_SHARE * votes.cast if words & _SELDOM else 2 * right > votes.cast
    supported = holds and votes.cast >= _ENOUGH
    return (Finding.SUPPORTED if supported else Finding.UNCLEAR), example or exception


def _votes(record: Record, habit: VotingHabit, subject: _Subject, before: date, bodies: Iterable[str]) -> _Votes:
    text = (pl.col("title") + " " + pl.col("subjects").fill_null("")).str.to_lowercase()
    named_in = [text.str.contains(_pattern(code)) for code in subject.states]
    on_subject = reduce((lambda a, b: a & b) if subject.together else (lambda a, b: a | b), named_in)
    held = pl.col("body").is_in([b for b in bodies if b in {"UNGA", "UNSC"}] or ["UNGA", "UNSC"])
    calls = record.rollcalls.filter((pl.col("date") < before) & held & on_subject).select("id", "symbol", "date")
    seats = {habit.voter, *(codes.seat_on(habit.voter, day) or habit.voter for day in calls["date"].unique())}
    cast = (
        record.votes.filter(pl.col("state").is_in(sorted(seats)) & (pl.col("option") != Option.ABSENT.value))
        .join(calls, left_on="rollcall", right_on="id")
        .sort("date", pl.col("option") != Option.ABSTAIN.value, "rollcall", descending=True)
        .select("rollcall", "symbol", "date", pl.col("option").cast(pl.String))
    )
    so, other = (
        cast.filter(f) for f in (pl.col("option") == habit.option.value, pl.col("option") != habit.option.value)
    )
    return _Votes(so.height, cast.height, _first(so), _first(other))


def _first(votes: pl.DataFrame) -> tuple[str, str, date, Option] | None:
    if not votes.height:
        return None
    rollcall, symbol, day, option = votes.row(0)
    return rollcall, symbol, day, Option(option)


def _pattern(code: str) -> str:
    """A state's names, in lower case, as whole words."""
    state = codes.state(code)
    found = {state.name, *state.aliases, *state.demonyms} if state else {code}
    return r"\b(?:" + "|".join(re.escape(name.lower()) for name in sorted(found)) + r")\b"


def _before(document: Document, reading: Reading) -> date | None:
    """The day before which the votes at large were cast: that of the first vote the article reports, or its own."""
    days = [b.when.start for b in reading.ballots if b.when and not b.past]
    if document.published:
        days.append(document.published)
    return min(days, default=None)


def _subject(habit: VotingHabit, document: Document, reading: Reading) -> _Subject:
    """What the habit is about: whom it names; else whom the article's ballots are on; else whom its headline names."""
    about = list(habit.about) or [a for b in reading.ballots for a in b.about]
    keys = {a.key for a in about if a.kind is ActorKind.STATE} - {habit.voter}
    if not keys:
        keys = _states_in(" ".join(b.subject for b in reading.ballots)) - {habit.voter}
    if keys:
        return _Subject(tuple(sorted(keys)))
    return _Subject(tuple(sorted(_states_in(document.title or "") - {habit.voter})), together=True)


def _states_in(text: str) -> set[str]:
    """The states that a text names."""
    lower = text.lower()
    return {code for code in codes.states() if re.search(_pattern(code), lower)} if text else set()
