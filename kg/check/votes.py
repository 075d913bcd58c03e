"""Vote arithmetic: what cannot be, however it was read. Numbers over the size of a body, a state in two camps."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from kg import codes
from kg.check.report import Section, Severity, Violation
from kg.check.selection import VOTES, Camps
from kg.ids import ID
from kg.terms import Literal, NamedNode, Object, Quad
from kg.vocab import KG, RDF

__all__ = ["arithmetic"]

_COUNTS = (KG.yes, KG.no, KG.abstain, KG.absent)
_TOTALS = frozenset(_COUNTS)
_FACTS = _TOTALS | {KG.body, KG.outcome, KG.votingEvent, RDF.type}
_COUNCIL_MAJORITY = 9

Node = dict[NamedNode, set[Object]]


def arithmetic(quads: Iterable[Quad], camps: Camps) -> Section:
    """Check the accepted numbers and votes; what single sources get wrong is told as a warning."""
    nodes = _nodes(quads)
    events = {iri: node for iri, node in nodes.items() if KG.VotingEvent in node[RDF.type]}
    found = [v for iri, node in events.items() for v in _numbers(iri, node, Severity.VIOLATION)]
    found += [v for iri, node in events.items() for v in _outcome(iri, node)]
    for iri, node in nodes.items():
        if KG.Tally in node[RDF.type]:
            body = {b for e in node[KG.votingEvent] if isinstance(e, NamedNode) for b in nodes[e.value][KG.body]}
            found += _numbers(iri, node | {KG.body: body}, Severity.WARNING)
    for iri in camps.events:
        found += _camps(iri, camps, events.get(iri))
    scope = f"{len(events):,} voting events, {camps.votes():,} votes of {len(camps.states):,} states"
    return Section("Vote arithmetic", scope, tuple(sorted(found)))


def _nodes(quads: Iterable[Quad]) -> dict[str, Node]:
    nodes: dict[str, Node] = defaultdict(lambda: defaultdict(set))
    for quad in quads:
        if quad.predicate in _FACTS and isinstance(quad.subject, NamedNode):
            value = quad.object
            if isinstance(value, NamedNode | Literal):
                nodes[quad.subject.value][quad.predicate].add(value)
    return nodes


def _number(node: Node, count: NamedNode) -> int | None:
    """The one number that is accepted; None where there is none, or more than one, which the shapes tell."""
    values = node.get(count, set())
    text = next(iter(values)).value if len(values) == 1 else ""
    return int(text) if text.isascii() and text.isdigit() else None


def _size(node: Node) -> int | None:
    """The seats of the body, where it is one that we know."""
    for body in node.get(KG.body, ()):
        known = codes.body(body.value.removeprefix(ID).partition("/")[2])
        if known and known.size:
            return known.size
    return None


def _numbers(iri: str, node: Node, severity: Severity) -> Iterator[Violation]:
    """yes + no + abstain + absent within the seats of the body."""
    numbers = [n for n in (_number(node, c) for c in _COUNTS) if n is not None]
    size = _size(node)
    if size is not None and sum(numbers) > size:
        told = " + ".join(map(str, numbers))
        message = (
            f"The body has {size} members, but {told} = {sum(numbers)}. Look at the claims that state these numbers."
        )
        yield Violation(iri, KG.yes.value, message, severity)


def _outcome(iri: str, node: Node) -> Iterator[Violation]:
    """Adopted, though no majority voted for it; two thirds and other rules may stop a majority, so only that is odd."""
    yes, no = _number(node, KG.yes), _number(node, KG.no)
    if yes is None or KG.Adopted not in node[KG.outcome]:
        return
    few = any(b.value == f"{ID}body/UNSC" for b in node[KG.body]) and yes < _COUNCIL_MAJORITY
    if few or (no is not None and no >= yes):
        message = f"Adopted with {yes} in favour and {'?' if no is None else no} against: look at its claims."
        yield Violation(iri, KG.outcome.value, message, Severity.WARNING)


def _camps(iri: str, camps: Camps, node: Node | None) -> Iterator[Violation]:
    """No state in two camps; no camp larger than its number."""
    votes = camps.events[iri]
    for first, second in combinations(range(len(VOTES)), 2):
        for state in camps.names(votes[first] & votes[second]):
            message = "The state is in two camps of this voting event. Look at the claims on its vote."
            yield Violation(state, f"{_name(first)} and {_name(second)}", message, value=iri)
    for camp, count in enumerate(_COUNTS):
        number = None if node is None else _number(node, count)
        if number is not None and votes[camp].bit_count() > number:
            message = f"{votes[camp].bit_count()} states are in this camp, but its number is {number}."
            yield Violation(iri, VOTES[camp].value, message)


def _name(camp: int) -> str:
    return "kg:" + VOTES[camp].value.rpartition("#")[2]
