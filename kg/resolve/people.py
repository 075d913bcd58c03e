"""Officials across documents: which names are one person, with a score, a reason and a way back.

The register of officials decides where it knows both names; elsewhere names are compared token by token, and states
must agree. A bare surname joins only the one person of that surname and state. What people decided overrides all.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType

from kg import codes
from kg.config import PROGRAM
from kg.ids import ID, slug
from kg.model import Decision, Judgement, Reading
from kg.resolve.decisions import Groups, human_decisions
from kg.resolve.names import Likeness, compare_names, is_bare, surname_sound
from kg.resolve.personas import Persona, compatible, official_iri, personas, state_codes

__all__ = ["People", "resolve_people"]

_SAME_STATE, _STATE_UNKNOWN = 0.9, 0.97


@dataclass(frozen=True, slots=True)
class People:
    """Who is who. Keys are (document id, name in the document).

    ``canonical`` is the name an official is shown by, ``iris`` the official's IRI; two people of one name have two.
    ``judgements`` are the program's own, sorted; their ``left`` and ``right`` are IRIs of names, as persons cite them.
    """

    canonical: Mapping[tuple[str, str], str]
    iris: Mapping[tuple[str, str], str]
    judgements: tuple[Judgement, ...]

    def slug(self, document: str, name: str) -> str:
        """The last part of the official's IRI."""
        iri = self.iris.get((document, name))
        return iri.rsplit("/", 1)[1] if iri else slug(name)


def resolve_people(
    readings: Sequence[Reading], judgements: Sequence[Judgement] = (), years: Mapping[str, int] | None = None
) -> People:
    """Join the names of officials in all readings. ``years`` is the year of publication by document, where known.

    Neither the order of readings nor that of names matters. A human SAME or DIFFERENT holds over the program's own;
    an UNSURE lifts it, and the program decides again.
    """
    found = _with_register(personas(readings, years or {}))
    by_iri = {p.iri: p for p in found}
    groups = Groups(by_iri)
    humans = human_decisions([_by_full_iri(j) for j in judgements])
    own = _decide(found, groups, humans)
    canonical, iris = {}, {}
    taken: dict[str, str] = {}
    for group in groups.all():
        members = [by_iri[iri] for iri in group]
        name = _best_name(members)
        iri = _group_iri(name, members, taken)
        for member in members:
            canonical.update(dict.fromkeys(member.uses, name))
            iris.update(dict.fromkeys(member.uses, iri))
    return People(MappingProxyType(canonical), MappingProxyType(iris), tuple(sorted(own, key=_order)))


def _decide(found: Sequence[Persona], groups: Groups, humans: Mapping[frozenset[str], Judgement]) -> list[Judgement]:
    """Fill the groups; give back the program's judgements that hold."""
    for pair, judgement in humans.items():
        if len(pair) == 2 and judgement.decision is Decision.DIFFERENT:
            groups.keep_apart(*sorted(pair))
    known = {p.iri for p in found}
    for pair in sorted(humans, key=sorted):
        if len(pair) == 2 and pair <= known and humans[pair].decision is Decision.SAME:
            groups.join(*sorted(pair))
    proposed = [j for j in _compare_all(found) if frozenset((j.left, j.right)) not in humans]
    own = [j for j in proposed if j.decision is not Decision.SAME]
    for judgement in own:
        if judgement.decision is Decision.DIFFERENT:
            groups.keep_apart(judgement.left, judgement.right)
    same = [j for j in proposed if j.decision is Decision.SAME]
    own += [j for j in sorted(same, key=lambda j: (-j.score, _order(j))) if groups.join(j.left, j.right)]
    for judgement in _place_surnames(found, groups):
        if frozenset((judgement.left, judgement.right)) in humans:
            continue
        if judgement.decision is not Decision.SAME or groups.join(judgement.left, judgement.right):
            own.append(judgement)
    return own


def _with_register(found: Sequence[Persona]) -> tuple[Persona, ...]:
    """The personas, and one for each official of the register that they point to and that none of them is."""
    present = {p.iri for p in found}
    missing = {p.register for p in found if p.register} - {p.register for p in found if _is_itself(p)}
    added = []
    for name in sorted(missing):
        held = state_codes(o.represents for o in codes.officials_named(name))
        free = [iri for iri in (official_iri(name), official_iri(name, *sorted(held))) if iri not in present]
        if free:
            added.append(Persona(free[0], name, held, (), name))
    return (*found, *added)


def _is_itself(persona: Persona) -> bool:
    return persona.register is not None and slug(persona.name) == slug(persona.register)


def _compare_all(found: Sequence[Persona]) -> Iterator[Judgement]:
    anchors = {p.register: p for p in found if p.register and _is_itself(p)}
    for persona in found:
        anchor = anchors.get(persona.register) if persona.register else None
        if anchor and anchor is not persona:
            reason = f"the register of officials lists {persona.name} as {anchor.name}"
            yield _judge(anchor, persona, Decision.SAME, 0.99, reason)
    blocks: dict[str, list[Persona]] = defaultdict(list)
    for persona in found:
        if not is_bare(persona.name):
            blocks[surname_sound(persona.name)[:3]].append(persona)
    for block in blocks.values():
        for left, right in combinations(block, 2):
            judgement = _compare(left, right)
            if judgement:
                yield judgement


def _compare(left: Persona, right: Persona) -> Judgement | None:
    one_by_register = left.register is not None and left.register == right.register
    likeness = None if one_by_register else compare_names(left.name, right.name)
    if likeness is None:
        return None
    decision, reason = _weigh(left, right, likeness)
    # A shared state is evidence of its own; without one a likeness of names says less.
    score = likeness.score if left.states & right.states else round(likeness.score * 0.95, 4)
    return _judge(left, right, decision, score, reason)


def _weigh(left: Persona, right: Persona, likeness: Likeness) -> tuple[Decision, str]:
    """What a likeness of names comes to, given the register and the states."""
    shared = ", ".join(codes.label(code) for code in sorted(left.states & right.states))
    several = " and ".join(left.ambiguous or right.ambiguous)
    if left.register and right.register:
        decided = Decision.DIFFERENT, "the register of officials keeps the two apart"
    elif several:
        decided = Decision.UNSURE, f"the name stands for several people: {several}"
    elif not compatible(left.states, right.states):
        decided = Decision.DIFFERENT, f"{likeness.reason}, but their states differ"
    elif likeness.score < (_SAME_STATE if shared else _STATE_UNKNOWN):
        decided = Decision.UNSURE, f"{likeness.reason}; that is too little without a state that both speak for"
    else:
        decided = Decision.SAME, f"{likeness.reason}; both speak for {shared}" if shared else likeness.reason
    return decided


def _place_surnames(found: Sequence[Persona], groups: Groups) -> Iterator[Judgement]:
    """A bare surname goes to the one person of that surname and state; where there are several, to none."""
    full: dict[str, list[Persona]] = defaultdict(list)
    for persona in found:
        if not is_bare(persona.name):
            full[surname_sound(persona.name)].append(persona)
    for bare in found:
        if not is_bare(bare.name) or bare.register or not bare.states:
            continue
        fitting = [p for p in full[surname_sound(bare.name)] if p.states & bare.states]
        people = {min(groups.of(p.iri)) for p in fitting}
        if len(people) == 1:
            state = ", ".join(codes.label(code) for code in sorted(bare.states))
            yield _judge(fitting[0], bare, Decision.SAME, 0.8, f"the only official of {state} with this surname here")
        for other in fitting if len(people) > 1 else ():
            yield _judge(other, bare, Decision.UNSURE, 0.5, "several officials of this state bear the surname")


def _judge(left: Persona, right: Persona, decision: Decision, score: float, reason: str) -> Judgement:
    first, second = sorted((left.iri, right.iri))
    return Judgement(first, second, decision, score, reason, PROGRAM)


def _order(judgement: Judgement) -> tuple[str, str, str]:
    return judgement.left, judgement.right, judgement.decision


def _by_full_iri(judgement: Judgement) -> Judgement:
    """A judgement whose sides are names, slugs or IRIs, with IRIs."""
    left, right = (_iri(side) for side in (judgement.left, judgement.right))
    return Judgement(left, right, judgement.decision, judgement.score, judgement.reason, judgement.author, judgement.at)


def _iri(side: str) -> str:
    if side.startswith(ID):
        return side
    return official_iri(side.removeprefix("official/"))


def _best_name(members: Sequence[Persona]) -> str:
    """The register's spelling, else the fullest: most parts, then most used, then longest."""
    registered = {m.register for m in members if m.register}
    if len(registered) == 1:
        return str(*registered)
    best = min(members, key=lambda m: (-len(codes.name_key(m.name).split()), -len(m.uses), -len(m.name), m.name))
    return best.name


def _group_iri(name: str, members: Sequence[Persona], taken: dict[str, str]) -> str:
    """An IRI that no other group has: by name, then with the states, then with what sets the names apart."""
    states = sorted({s for m in members for s in m.states})
    first = min(m.iri for m in members)
    own = [m.iri for m in members if slug(m.name) == slug(name)]
    for iri in (*own, official_iri(name), official_iri(name, *states), official_iri(name, first.rsplit("/", 1)[1])):
        if taken.setdefault(iri, first) == first:
            return iri
    return first
