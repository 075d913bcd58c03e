"""The names of officials in documents, gathered: one persona per name and state, with the official of the register."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg import codes
from kg.ids import ID, slug
from kg.model import Actor, ActorKind, Reading
from kg.resolve.names import is_bare

__all__ = ["Persona", "compatible", "official_iri", "personas", "state_codes"]


@dataclass(frozen=True, slots=True)
class Persona:
    """A name as documents use it for one official: where, for which states, and who that is by the register.

    ``iri`` is its own; the official's is that of the group it ends up in. ``ambiguous`` names stand in the register
    for several people ('George Bush').
    """

    iri: str
    name: str
    states: frozenset[str]
    uses: tuple[tuple[str, str], ...]
    register: str | None = None
    ambiguous: tuple[str, ...] = ()


def official_iri(name: str, *apart: str) -> str:
    """The IRI of an official by name; ``apart`` tells those of one name from one another (a state)."""
    return f"{ID}official/{'-'.join(slug(part) for part in (name, *apart) if part)}"


def compatible(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether two sets of states can be one official's: one is unknown, or they share a state or its successor."""
    return not left or not right or bool(left & right)


def state_codes(represents: Iterable[str]) -> frozenset[str]:
    """The states among codes, former ones as their successors where these are one."""
    found = set()
    for code in represents:
        for part in code.split("+"):
            state = codes.state(part)
            if state:
                found.add(state.successors[0] if len(state.successors) == 1 else part)
    return frozenset(found)


def personas(readings: Sequence[Reading], years: Mapping[str, int]) -> tuple[Persona, ...]:
    """Every official's name in the readings, grouped by name, official of the register and state; sorted by IRI."""
    grouped: dict[tuple[str, str], list[_Use]] = defaultdict(list)
    for reading in readings:
        for use in _uses(reading, years.get(reading.document)):
            grouped[codes.name_key(use.name), use.register or ""].append(use)
    split = [part for uses in grouped.values() for part in _by_state(uses)]
    plain = Counter(slug(_shown(part)) for part in split)
    found = [_persona(part, alone=plain[slug(_shown(part))] == 1) for part in split]
    return tuple(sorted(found, key=lambda p: p.iri))


@dataclass(frozen=True, slots=True)
class _Use:
    document: str
    name: str
    states: frozenset[str]
    register: str | None
    ambiguous: tuple[str, ...]


def _uses(reading: Reading, year: int | None) -> Iterator[_Use]:
    held: dict[str, set[str]] = defaultdict(set)
    for name, represents in _named(reading):
        held[name].update({represents.key} if represents else ())
    for name, represented in held.items():
        states = state_codes(represented)
        register, ambiguous = _registered(name, states, year)
        yield _Use(reading.document, name, states, register, ambiguous)


def _named(reading: Reading) -> Iterator[tuple[str, Actor | None]]:
    """Every official named anywhere in a reading, with whom he or she represents where that is told."""
    for tenure in reading.tenures:
        yield tenure.official, tenure.represents
    for statement in reading.statements:
        if statement.speaker and statement.speaker.kind is ActorKind.OFFICIAL:
            yield statement.speaker.key, statement.represents
        yield from _officials((statement.addressee, *statement.about))
    for met in reading.negotiations:
        yield from _officials(met.participants)
    for ballot in reading.ballots:
        yield from _officials((ballot.requested_by, *ballot.about, *(s.sponsor for s in ballot.sponsorships)))
    for stance in reading.stances:
        yield from _officials((stance.holder, stance.claimed_by, *stance.about))
    for demand in reading.demands:
        yield from _officials((demand.holder, demand.addressee, demand.claimed_by))
    for habit in reading.habits:
        yield from _officials((habit.claimed_by, *habit.about))


def _officials(actors: Iterable[Actor | None]) -> Iterator[tuple[str, None]]:
    for actor in actors:
        if actor and actor.kind is ActorKind.OFFICIAL:
            yield actor.key, None


def _registered(name: str, states: frozenset[str], year: int | None) -> tuple[str | None, tuple[str, ...]]:
    """The official of the register that a name stands for, and all of that name where there are several."""
    listed = codes.officials_named(name)
    people = sorted({o.name for o in listed})
    known = codes.known_official(name, year)
    if known is None:
        return None, tuple(people) if len(people) > 1 else ()
    held = state_codes(o.represents for o in codes.officials_named(known.name))
    if not compatible(states, held):
        return None, ()
    # A bare surname that the text gives to nobody in particular is too little, safe as the surname may be.
    if is_bare(name) and not listed and not states and known.surname_enough != "yes":
        return None, ()
    return known.name, ()


def _by_state(uses: list[_Use]) -> list[list[_Use]]:
    """The uses of a name that can be one person's: those of one state, and those of none where there is one state."""
    groups: list[tuple[set[str], list[_Use]]] = []
    for use in sorted((u for u in uses if u.states), key=lambda u: (sorted(u.states), u.document, u.name)):
        touching = [g for g in groups if g[0] & use.states]
        states, members = set(use.states), [use]
        for group in touching:
            groups.remove(group)
            states |= group[0]
            members += group[1]
        groups.append((states, members))
    unknown = [u for u in uses if not u.states]
    if len(groups) == 1 or (groups and uses[0].register):
        groups[0][1].extend(unknown)
    elif unknown:
        groups.append((set(), unknown))
    if uses[0].register:
        return [[u for g in groups for u in g[1]]]
    return [members for _, members in groups]


def _shown(uses: list[_Use]) -> str:
    """The spelling most often used, of equals the longest and then the first by alphabet."""
    counted = Counter(u.name for u in uses)
    return min(counted, key=lambda name: (-counted[name], -len(name), name))


def _persona(uses: list[_Use], *, alone: bool) -> Persona:
    name = _shown(uses)
    states = frozenset(s for u in uses for s in u.states)
    register = uses[0].register
    apart = () if alone else ((register,) if register and slug(register) != slug(name) else tuple(sorted(states)))
    return Persona(
        official_iri(name, *apart),
        name,
        states,
        tuple(sorted({(u.document, u.name) for u in uses})),
        register,
        uses[0].ambiguous,
    )
