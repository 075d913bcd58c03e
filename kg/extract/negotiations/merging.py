"""Several sentences on one encounter become one."""

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Actor, ActorKind, MeetingKind, Negotiation, Status, When

_LIKE = (
    frozenset((MeetingKind.TALKS, MeetingKind.MEETING, MeetingKind.SUMMIT, MeetingKind.CONSULTATIONS)),
    frozenset((MeetingKind.VISIT,)),
    frozenset((MeetingKind.CALL,)),
    frozenset((MeetingKind.AGREEMENT,)),
    frozenset((MeetingKind.SANCTIONS,)),
)
_OPEN = frozenset((Status.PLANNED, Status.PROPOSED))
_NOTHING = frozenset((Status.POSTPONED, Status.NOT_HELD))


_TALKING = _LIKE[0]
# What was told more encounters ago is not told again.
_FAR = 200


def journeys(met: Sequence[Negotiation]) -> list[Negotiation]:
    """A journey and the talks it is made for, told in one sentence, are one encounter.

    It is a visit where the hosts are whom the traveller meets, else the talks, held where the journey leads.
    """
    out: list[Negotiation] = []
    for new in met:
        at = next((i for i in range(len(out) - 1, max(-1, len(out) - 4), -1) if _one_journey(out[i], new)), None)
        if at is None:
            out.append(new)
            continue
        visit, talks = (out[at], new) if new.kind in _TALKING else (new, out[at])
        hosts = [a for a in visit.participants[1:] if a.kind is ActorKind.STATE][-1:]
        told = visit if set(hosts) <= set(talks.participants) else talks
        other = talks if told is visit else visit
        parties = visit.participants + talks.participants if told is visit else talks.participants
        out[at] = replace(
            told,
            participants=tuple(dict.fromkeys(parties)),
            place=told.place or other.place,
            when=told.when or other.when,
        )
    return out


def _one_journey(a: Negotiation, b: Negotiation) -> bool:
    if a.evidence.span != b.evidence.span or a.participants[0] != b.participants[0]:
        return False
    kinds = {a.kind, b.kind}
    apart = a.when is not None and b.when is not None and not a.when.overlaps(b.when)
    return MeetingKind.VISIT in kinds and len(kinds & _TALKING) == 1 and not apart


def without_vain_deals(met: Sequence[Negotiation]) -> list[Negotiation]:
    """'They failed to reach a deal after talks in Paris': what took place is the talks."""
    held = {(n.evidence.span, frozenset(n.participants)) for n in met if n.kind in _TALKING}
    return [
        n
        for n in met
        if n.kind is not MeetingKind.AGREEMENT
        or n.status not in (Status.FAILED, Status.NOT_HELD)
        or (n.evidence.span, frozenset(n.participants)) not in held
    ]


def merged(met: Sequence[Negotiation]) -> tuple[Negotiation, ...]:
    """One negotiation per encounter: same sort, shared parties, no different place, date, round or prospect."""
    out: list[Negotiation] = []
    for new in met:
        first = max(0, len(out) - _FAR)
        at = next((i for i in range(first, len(out)) if _same(out[i], new)), None)
        if at is None:
            out.append(new)
        else:
            out[at] = _joined(out[at], new)
    return tuple(out)


def _same(a: Negotiation, b: Negotiation) -> bool:
    if not any(a.kind in like and b.kind in like for like in _LIKE) or not _share(a.participants, b.participants):
        return False
    if a.when and b.when and not a.when.overlaps(b.when):
        return False
    if a.place and b.place and a.place.casefold() != b.place.casefold() and a.kind is not MeetingKind.VISIT:
        return False  # of a visit, one sentence names the state and another the city
    if a.round and b.round and a.round != b.round:
        return False
    if {a.status, b.status} & _NOTHING:
        return {a.status, b.status} <= _NOTHING | _OPEN
    return (a.status in _OPEN) == (b.status in _OPEN) or bool(a.when and b.when)


def _share(a: Sequence[Actor], b: Sequence[Actor]) -> bool:
    """Whether the same parties meet: the same states and organisations or, where one side names none, officials."""
    ours, theirs = ({x for x in side if x.kind is not ActorKind.OFFICIAL} for side in (a, b))
    if ours and theirs:
        ours_named, theirs_named = set(a) - ours, set(b) - theirs
        strangers = bool(ours_named - theirs_named and theirs_named - ours_named)
        # Of four leaders' talks one sentence may name three.
        most = min(len(ours), len(theirs)) >= 3 and (ours <= theirs or theirs <= ours)
        return (ours == theirs or most) and not strangers
    return set(a) <= set(b) or set(b) <= set(a)


def _joined(a: Negotiation, b: Negotiation) -> Negotiation:
    specific = a.kind if a.kind is not MeetingKind.MEETING else b.kind
    held = a.status if a.status not in _OPEN or b.status in _OPEN else b.status
    return replace(
        a,
        kind=specific,
        participants=tuple(dict.fromkeys(a.participants + b.participants)),
        place=a.place or b.place,
        when=_closer(a, b),
        round=a.round or b.round,
        status=held,
    )


def _closer(a: Negotiation, b: Negotiation) -> When | None:
    if a.when is None or b.when is None:
        return a.when or b.when
    return min(a.when, b.when, key=lambda w: (w.end - w.start).days)
