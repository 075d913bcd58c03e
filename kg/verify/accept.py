"""What is accepted of an event: what its reports agree on, or what most independent ones say.

Missing beats wrong: where as many origins say one thing as another, nothing is accepted and the claims stand side by
side.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from kg.model import Ballot, Document, Negotiation, Option, Reading, Status, When
from kg.rdf import Accepted, Identity
from kg.terms import NamedNode

T = TypeVar("T", bound=Hashable)
Said = tuple[str, T]

_HAPPENED = (Status.HELD, Status.FAILED, Status.ONGOING)


def accept(
    read: Sequence[tuple[Document, Reading]],
    identity: Identity,
    origin: Mapping[str, str],
    names: Mapping[str, str] | None = None,
) -> dict[NamedNode, Accepted]:
    """What is accepted of each event that the documents report.

    ``origin`` says which document each descends from; ``names`` how codes are shown in an event's label.
    """
    ballots: dict[NamedNode, list[Said[Ballot]]] = defaultdict(list)
    met: dict[NamedNode, list[Said[Negotiation]]] = defaultdict(list)
    for document, reading in read:
        source = origin.get(document.id, document.id)
        for ballot in reading.ballots:
            ballots[identity.event(document.id, ballot.number)].append((source, ballot))
        for place, negotiation in enumerate(reading.negotiations):
            met[identity.encounter(document.id, place)].append((source, negotiation))
    shown = names or {}
    accepted = {event: _voting(told) for event, told in ballots.items()}
    accepted.update({event: _meeting(told, shown) for event, told in met.items()})
    return accepted


def prevailing(said: Iterable[Said[T]]) -> T | None:
    """What more independent origins say than say anything else; None where nothing prevails."""
    votes = Counter(value for _, value in dict.fromkeys(said))
    ranked = votes.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _voting(told: Sequence[Said[Ballot]]) -> Accepted:
    when = _sharpest(b.when for _, b in told)
    held = [(source, b) for source, b in told if b.status in _HAPPENED]
    tally = {}
    for option in Option:
        number = prevailing((s, c.number) for s, b in held for c in b.counts if c.option is option)
        if number is not None:
            tally[option] = number
    body = prevailing((s, b.body) for s, b in told) or told[0][1].body
    return Accepted(
        label=_voting_label(told, body, when),
        body=body,
        when=when,
        symbol=prevailing((s, b.symbol) for s, b in told if b.symbol),
        outcome=prevailing((s, o) for s, b in held if (o := b.outcome())),
        tally=tally,
        votes=frozenset(_votes(held)),
        status=Status.HELD if held else _first_status(b.status for _, b in told),
    )


def _votes(held: Sequence[Said[Ballot]]) -> Iterator[tuple[str, Option]]:
    by_voter: dict[str, list[Said[Option]]] = defaultdict(list)
    torn: set[str] = set()
    for source, ballot in held:
        options: dict[str, set[Option]] = defaultdict(set)
        for position in ballot.positions:
            options[position.voter].add(position.option)
            by_voter[position.voter].append((source, position.option))
        # A document that has a state in two camps of one ballot is no witness of either.
        torn |= {voter for voter, said in options.items() if len(said) > 1}
    for voter, said in by_voter.items():
        option = prevailing(said)
        if option is not None and voter not in torn:
            yield voter, option


def _voting_label(told: Sequence[Said[Ballot]], body: str, when: When | None) -> str:
    subjects = sorted({b.subject for _, b in told if b.subject}, key=lambda s: (-len(s), s))
    start = " ".join(part for part in (body, when.iso() if when else "") if part)
    subject = subjects[0] if subjects else f"vote on {'an' if told[0][1].kind[0] in 'aeio' else 'a'} {told[0][1].kind}"
    return f"{start}: {subject}"


def _meeting(told: Sequence[Said[Negotiation]], names: Mapping[str, str]) -> Accepted:
    kind = prevailing((s, n.kind) for s, n in told) or told[0][1].kind
    when = _sharpest(n.when for _, n in told)
    place = prevailing((s, n.place) for s, n in told if n.place)
    who = ", ".join(dict.fromkeys(names.get(a.key, a.key) for _, n in told for a in n.participants))
    what = kind.value.capitalize()
    label = (
        (f"{what} of {who}" if who else what) + (f" in {place}" if place else "") + (f", {when.iso()}" if when else "")
    )
    return Accepted(kind=kind, label=label, when=when, place=place, status=_first_status(n.status for _, n in told))


def _sharpest(whens: Iterable[When | None]) -> When | None:
    """The shortest interval given most often."""
    given = Counter((w.end - w.start, w.start, w.end) for w in whens if w)
    if not given:
        return None
    shortest = min(length for length, _, _ in given)
    ranked = sorted(((n, start, end) for (length, start, end), n in given.items() if length == shortest), reverse=True)
    if len(ranked) > 1 and ranked[0][0] == ranked[1][0]:
        return None
    return When(ranked[0][1], ranked[0][2])


def _first_status(statuses: Iterable[Status]) -> Status:
    given = set(statuses)
    order: tuple[Status, ...] = (*_HAPPENED, *Status)
    return next(s for s in order if s in given)
