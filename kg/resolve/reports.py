"""A ballot as a document or the record reports it, in the form in which two reports are compared."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache

from kg import codes
from kg.codes import name_key
from kg.ids import ID
from kg.model import ActorKind, Ballot, BallotKind, Document, Option, Outcome, Reading, RollCall, Status, When

__all__ = ["Report", "days_of", "is_draft", "of_rollcall", "plain_symbol", "reports"]

# Kinds that one text may call by the other's name.
_SORT = {
    BallotKind.RESOLUTION: "text",
    BallotKind.DECISION: "text",
    BallotKind.OTHER: "text",
    BallotKind.AMENDMENT: "amendment",
    BallotKind.PARAGRAPH: "paragraph",
    BallotKind.MOTION: "motion",
    BallotKind.ELECTION: "election",
}
_COUNTED = (Option.YES, Option.NO, Option.ABSTAIN)
_PLAIN_WORDS = frozenset(
    name_key(
        "resolution resolutions draft text united nations general assembly security council vote votes voted voting "
        "calls calling call demands demand urges adopted adoption this that with from which their after about against "
        "states member members body proposal measure document question report letter dated addressed president "
        "permanent representative countries country international world text adopt adopts approve approves approved "
        "pass passes passed backs back support supports supporting against favour favor considered emergency special "
        "session implementation recommendations decisions other"
    ).split()
)
# An article tells of a vote within this many days of it, unless it says when the vote was.
NEWS_DAYS = 21


@dataclass(frozen=True, slots=True)
class Report:
    """What identifies a ballot, as one document or the record tells it. ``iri`` is the report's own.

    ``sort`` is text, amendment, paragraph, motion or election. ``published`` is the document's day. ``symbol`` is that
    of the adopted text, ``drafts`` those of drafts. ``words`` tell what it is about (a state by its code, another word
    by its stem), ``context`` are the states that the headline or another ballot is about. ``vetoed``: somebody is said
    to have cast a veto. ``likely`` is the day of the other ballots that the document reports. ``identifies`` is False
    where too little was said for any comparison: a plan, or a headline's word without figures.
    """

    iri: str
    owner: str
    body: str
    sort: str
    when: When | None = None
    published: date | None = None
    past: bool = False
    symbol: str = ""
    drafts: frozenset[str] = frozenset()
    tally: tuple[tuple[Option, int], ...] = ()
    positions: Mapping[str, Option] = field(default_factory=dict)
    sponsors: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    vetoed: bool = False
    amended: bool = False
    likely: date | None = None
    outcome: Outcome | None = None
    number: int = 0
    several: int | None = None
    identifies: bool = True
    rollcall: str = ""


def reports(documents: Sequence[Document], readings: Sequence[Reading]) -> tuple[Report, ...]:
    """Every ballot of the readings, sorted by document and number."""
    known = {d.id: d for d in documents}
    found = [report for reading in readings for report in _of_reading(reading, known.get(reading.document))]
    return tuple(sorted(found, key=lambda r: (r.owner, r.number)))


def days_of(report: Report) -> tuple[date, date] | None:
    """The days on which a reported ballot may have been: as told, a day early or late, or those before publication."""
    day = timedelta(1)
    if report.when:
        return report.when.start - day, report.when.end + day
    if report.likely:
        return report.likely, report.likely
    if report.published and not report.past:
        return report.published - NEWS_DAYS * day, report.published + day
    return None


def of_rollcall(call: RollCall) -> Report:
    """The record's own report of a roll call."""
    counts = (
        (Option.YES, call.yes),
        (Option.NO, call.no),
        (Option.ABSTAIN, call.abstain),
        (Option.ABSENT, call.absent),
    )
    symbol = plain_symbol(call.symbol)
    return Report(
        iri=f"{ID}event/{call.id}",
        owner="record",
        body=call.body,
        sort="text",
        when=When(call.date, call.date),
        symbol="" if is_draft(symbol) else symbol,
        drafts=frozenset(map(plain_symbol, call.draft.split("|") if call.draft else ())) | _draft(symbol),
        tally=counts,
        positions=dict(call.votes),
        words=_words(f"{call.title} {call.agenda} {call.subjects}"),
        outcome=Outcome.ADOPTED if call.yes > call.no and not is_draft(symbol) else None,
        rollcall=call.id,
    )


def _of_reading(reading: Reading, document: Document | None) -> Iterator[Report]:
    title = document.title if document else None
    about = [a.key for b in reading.ballots for a in b.about if a.kind is ActorKind.STATE]
    words = _words(" ".join([title or "", *(b.subject for b in reading.ballots)]))
    context = frozenset(about) | {w for w in words if w in codes.states()}
    for ballot in reading.ballots:
        yield replace(_of_ballot(reading.document, ballot, document), context=context)


def _of_ballot(owner: str, ballot: Ballot, document: Document | None) -> Report:
    tally = tuple(sorted((o, n) for o, n in ballot.tally().items()))
    states = frozenset(s.sponsor.key for s in ballot.sponsorships if s.sponsor.kind is ActorKind.STATE)
    told = bool(tally or ballot.positions or ballot.symbol or any(not o.framing for o in ballot.outcomes))
    symbol = plain_symbol(ballot.symbol or "")
    return Report(
        iri=f"{ID}ballot/{owner}-{ballot.number}",
        owner=owner,
        body=ballot.body,
        sort=_SORT[ballot.kind],
        when=ballot.when,
        published=document.published if document else None,
        past=ballot.past,
        symbol="" if is_draft(symbol) else symbol,
        drafts=_draft(symbol),
        tally=tally,
        positions={p.voter: p.option for p in ballot.positions},
        sponsors=states,
        words=_words(ballot.subject) | {a.key for a in ballot.about if a.kind is ActorKind.STATE},
        vetoed=any(p.veto for p in ballot.positions),
        amended=ballot.amended,
        outcome=ballot.outcome(),
        number=ballot.number,
        several=ballot.count,
        identifies=told and ballot.status is Status.HELD,
    )


@cache
def _words(subject: str) -> frozenset[str]:
    """The words of a subject that tell it from others: states by their codes, other words cut to their stems."""
    states = _state_words()
    telling = (w for w in name_key(subject).split() if len(w) > 3 and not w.isdigit())
    words = (w for w in telling if w in states or w not in _PLAIN_WORDS)
    return frozenset(states.get(w) or w[:6] for w in words)


@cache
def _state_words() -> Mapping[str, str]:
    """Single words that mean one state: its name, its people, its capital."""
    meant: dict[str, set[str]] = {}
    for code, state in codes.states().items():
        for name in (state.name, *state.aliases, *state.demonyms, *state.capital):
            key = name_key(name)
            if " " not in key and len(key) > 3:
                meant.setdefault(key, set()).add(code)
    return {word: min(found) for word, found in meant.items() if len(found) == 1}


_SYMBOL = re.compile(r"(?:.*\bRESOLUTION )?(?:[AS]/)?(?:RES/)?(.+?)(?: ?\((?:19|20)\d\d\))?$")
_DRAFT = re.compile(r"(?:^|.*/)L\.|C\.\d|(?:19|20)\d\d/\d")


def plain_symbol(printed: str) -> str:
    """``A/RES/ES-11/7``, ``ES-11/7`` -> ``ES-11/7``; ``S/RES/2774 (2025)``, ``resolution 2774`` -> ``2774``."""
    found = _SYMBOL.match(printed.strip().upper())
    return found[1].replace(" ", "") if found else ""


def is_draft(plain: str) -> bool:
    """Whether a plain symbol is that of a draft: ``ES-11/L.10``, ``C.3/79/L.4``, ``2025/112`` of the Council."""
    return _DRAFT.match(plain) is not None


def _draft(plain: str) -> frozenset[str]:
    return frozenset({plain} if is_draft(plain) else ())


def merged_tally(group: Sequence[Report]) -> Mapping[Option, int]:
    """For each option the number that most reports give; of equals the smallest."""
    said: dict[Option, list[int]] = {}
    for report in group:
        for option, number in report.tally:
            said.setdefault(option, []).append(number)
    return {o: min(set(ns), key=lambda n: (-ns.count(n), n)) for o, ns in sorted(said.items()) if o in _COUNTED}
