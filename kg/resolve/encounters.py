"""Which event an encounter is: equal ones in two articles meet."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from kg.codes import name_key
from kg.ids import digest
from kg.model import Actor, ActorKind, Negotiation, Reading
from kg.resolve.people import People

__all__ = ["encounter_key", "resolve_encounters"]

# A meeting that is dated more loosely than this is not known well enough to be another article's.
_LONGEST_DAYS = 31


def resolve_encounters(readings: Sequence[Reading], people: People) -> Mapping[tuple[str, int], str]:
    """The last part of the event's IRI of each negotiation, by (document id, place in the reading: 0, 1, ...)."""
    return MappingProxyType(dict(_keys(readings, people)))


def _keys(readings: Sequence[Reading], people: People) -> Iterator[tuple[tuple[str, int], str]]:
    for reading in readings:
        taken: set[str] = set()
        for place, met in enumerate(reading.negotiations):
            key = encounter_key(met, reading.document, people)
            if key in taken:
                key = digest("encounter", reading.document, place)
            taken.add(key)
            yield (reading.document, place), key


def encounter_key(met: Negotiation, document: str, people: People) -> str:
    """A digest of what identifies an encounter: kind, participants, place, days, round.

    Without two participants, or without days (or within more than a month), it is that of the document alone.
    """
    who = sorted({_who(actor, document, people) for actor in met.participants})
    days = (met.when.start.isoformat(), met.when.end.isoformat()) if met.when else ()
    loose = met.when is None or (met.when.end - met.when.start).days >= _LONGEST_DAYS
    known = () if len(who) > 1 and not loose else (document, met.evidence.span.start)
    place = name_key(met.place) if met.place else None
    return digest("encounter", met.kind, *who, place, *days, met.round, met.status, *known)


def _who(actor: Actor, document: str, people: People) -> str:
    if actor.kind is ActorKind.OFFICIAL:
        return f"official:{people.slug(document, actor.key)}"
    return f"{actor.kind}:{actor.key}"
