"""Ballots as words are held against them: what all reports and the record tell of one."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from kg.codes import name_key
from kg.extract.gazetteer import mentions
from kg.extract.lexicon import wordset
from kg.model import Ballot, BallotKind, Document, Option, Outcome, Reading, RollCall, Status
from kg.rdf import Accepted, Identity, rollcall_of
from kg.terms import NamedNode

__all__ = ["HELD", "Event", "by_day", "elsewhere", "events", "plain_symbol", "stems"]

_SORT = {
    BallotKind.AMENDMENT: "amendment",
    BallotKind.PARAGRAPH: "paragraph",
    BallotKind.ELECTION: "election",
}
HELD = (Status.HELD, Status.FAILED)
# Words that do not tell one text from another.
_PLAIN = frozenset(
    word[:6]
    for word in wordset(
        "resolution resolutions draft text document united nations general assembly security council vote votes "
        "voted calls calling call demands demand demanding urges urging adopted adoption this that these those "
        "with from which their after about against states state member members country countries body proposal "
        "measure question report immediate immediately full comprehensive unconditional lasting just urgent "
        "international world people would also been have will does were said says support supporting condemns "
        "condemning condemn last first year years into over under upon between when where there other than more "
        "most such only amid while must should"
    )
)
# Days between words and vote, where the words stand in an article that tells of no ballot.
_BEFORE, _AFTER = 14, 10
_SHARED = 2
_SYMBOL = re.compile(r"(?:[AS]/)?(?:RES/)?(.+?)(?: ?\((?:19|20)\d\d\))?")


@dataclass(frozen=True, slots=True)
class Event:
    """What all reports and the record tell of one ballot; ``votes`` holds the accepted ones by state."""

    iri: NamedNode
    body: str
    sort: str
    day: date | None = None
    symbols: frozenset[str] = frozenset()
    sponsors: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    outcome: Outcome | None = None
    amended: bool = False
    votes: Mapping[str, Option] = field(default_factory=dict)


def events(
    told: Iterable[tuple[Document, Reading]],
    identity: Identity,
    accepted: Mapping[NamedNode, Accepted],
    rollcalls: Iterable[RollCall],
) -> dict[NamedNode, Event]:
    """The ballots that the documents report, by event; the record's votes hold over what articles say."""
    calls = {call.id: call for call in rollcalls}
    reported: dict[NamedNode, list[Ballot]] = defaultdict(list)
    for document, reading in told:
        for ballot in reading.ballots:
            if ballot.status in HELD:
                reported[identity.event(document.id, ballot.number)].append(ballot)
    return {iri: _event(iri, ballots, accepted, calls) for iri, ballots in reported.items()}


def _event(
    iri: NamedNode,
    ballots: Sequence[Ballot],
    accepted: Mapping[NamedNode, Accepted],
    calls: Mapping[str, RollCall],
) -> Event:
    known = accepted.get(iri, Accepted())
    call = calls.get(rollcall_of(iri) or "")
    votes = dict(call.votes) if call else dict(known.votes)
    when = known.when
    subject = " ".join([*(b.subject for b in ballots), *((call.title, call.subjects) if call else ())])
    symbols = [b.symbol for b in ballots if b.symbol] + ([call.symbol, *call.draft.split("|")] if call else [])
    return Event(
        iri=iri,
        body=known.body or ballots[0].body,
        sort=_SORT.get(ballots[0].kind, "text"),
        day=call.date if call else (when.start if when and when.start == when.end else None),
        symbols=frozenset(s for s in map(plain_symbol, symbols) if s),
        sponsors=frozenset(s.sponsor.key for b in ballots for s in b.sponsorships),
        words=stems(subject),
        outcome=Outcome.ADOPTED if call and "/RES/" in call.symbol else known.outcome,
        amended=any(b.amended for b in ballots),
        votes=votes,
    )


def stems(text: str) -> frozenset[str]:
    """The words that tell one subject from another, cut to their first letters."""
    return frozenset(w[:6] for w in name_key(text).split() if len(w) > 3) - _PLAIN


def plain_symbol(printed: str) -> str:
    """``A/RES/ES-11/7`` -> ``es-11/7``; ``S/RES/2774 (2025)``, ``Resolution 2774`` -> ``2774``."""
    match = _SYMBOL.fullmatch(printed.strip().upper().removeprefix("RESOLUTION "))
    return match[1].strip().lower() if match else ""


# How much of a document is looked through for the body that voted.
_OPENING = 20_000


def by_day(known: Iterable[Event]) -> dict[date, list[Event]]:
    """The votes on texts whose day is known, by that day."""
    found: dict[date, list[Event]] = defaultdict(list)
    for event in known:
        if event.sort == "text" and event.day:
            found[event.day].append(event)
    return found


def elsewhere(document: Document, named_in: str, calendar: Mapping[date, Sequence[Event]]) -> tuple[Event, ...]:
    """The one ballot of other documents that words in a document without ballots are about, if any.

    It must have been voted on in the days around the document, which names the body that voted, and its subject must
    be named in the words or the title in two words. ``calendar`` is that of ``by_day``.
    """
    if document.published is None:
        return ()
    words = stems(named_in)
    days = (document.published + timedelta(n) for n in range(-_BEFORE, _AFTER + 1))
    near = [event for day in days for event in calendar.get(day, ()) if len(event.words & words) >= _SHARED]
    if len(near) != 1 or near[0].body not in {m.actor.key for m in mentions(document.text[:_OPENING])}:
        return ()
    return tuple(near)
