"""What a graph tells of ballots, apart from the official record, as tables."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

import polars as pl

from kg.check.arithmetic.tables import BALLOTS, COUNTS, EVENT, STATE, VOTES, Ballots, of_record
from kg.check.report import Severity
from kg.ids import ID
from kg.load.record import OPTION, Record
from kg.model import BallotKind, Option, Outcome
from kg.rdf import DIRECT
from kg.terms import XSD, Literal, NamedNode, Object, Quad
from kg.vocab import DCTERMS, KG, RDF, RDFS

__all__ = ["Graph", "accepted", "claimed", "stored"]

Node = Mapping[NamedNode, set[Object]]
Nodes = Mapping[str, Node]  # with defaults: what is not there is empty
Row = dict[str, Any]

_BODY = f"{ID}body/"
_DAY = NamedNode(XSD + "date")
_OPTION = {predicate: option for option, predicate in DIRECT.items()}
_OUTCOME = {
    KG.Adopted.value: Outcome.ADOPTED.value,
    KG.Rejected.value: Outcome.REJECTED.value,
    KG.Vetoed.value: Outcome.VETOED.value,
}
_COUNT = {name: KG[name] for name in COUNTS}
_KIND = {f"{ID}code/{kind.value}": kind.value for kind in BallotKind}
_FACTS = frozenset(
    {RDF.type, RDFS.label, KG.body, KG.date, KG.symbol, KG.ballotKind, KG.outcome, KG.framing, KG.votingEvent}
    | {KG.voter, KG.veto, KG.states, KG.source, DCTERMS.identifier, *_COUNT.values()}
)


@dataclass(frozen=True, slots=True)
class Graph:
    """What is looked at of a graph: its nodes, its direct votes as event, state and option, the record's events."""

    nodes: Nodes
    votes: frozenset[tuple[str, str, Option]]
    known: frozenset[str]

    @classmethod
    def of(cls, quads: Sequence[Quad], record: Record) -> "Graph":
        """A graph beside the record."""
        return cls(_nodes(quads), _votes(quads), frozenset((EVENT + record.rollcalls["id"]).to_list()))


def accepted(graph: Graph) -> Ballots:
    """What is accepted of the voting events that are not in the record."""
    nodes, votes = graph.nodes, graph.votes
    vetoes = _vetoes(nodes)
    voted = {event for event, _, _ in votes} | {iri for iri, node in nodes.items() if KG.VotingEvent in node[RDF.type]}
    place = {event: at for at, event in enumerate(sorted(voted - graph.known))}
    rows = [
        (place[event], state.removeprefix(STATE), option.value, option is Option.NO and (event, state) in vetoes)
        for event, state, option in sorted(votes)
        if event in place
    ]
    ballots = _table(_ballot(event, nodes[event]) for event in place)
    return Ballots(ballots, pl.DataFrame(rows, schema=VOTES, orient="row"))


def claimed(graph: Graph, record: Record) -> Ballots:
    """The numbers that articles give, each with the outcome that the same article tells.

    What is accepted of its event is left out: it is looked at as such.
    """
    nodes = graph.nodes
    told = sorted(_tellings(nodes), key=lambda each: (each[:2], each.outcome or ""))
    events = _events({each.event for each in told}, nodes, record)
    rows = []
    for tally, event, outcome, articles in told:
        stated = {**_numbers(nodes[tally]), **({"outcome": outcome} if outcome else {})}
        if any(events[event][name] != value for name, value in stated.items()):
            names = ", ".join(sorted(_text(nodes[a], DCTERMS.identifier) or a.rpartition("/")[2] for a in articles))
            none = dict.fromkeys(("outcome", *COUNTS))
            rows.append(events[event] | none | stated | {"ballot": tally, "name": names or "an article"})
    return Ballots(_table(rows), pl.DataFrame(schema=VOTES), severity=Severity.WARNING)


class _Telling(NamedTuple):
    """A tally of an event, what became of it, and the articles that say both."""

    tally: str
    event: str
    outcome: str | None
    articles: frozenset[str]


def _tellings(nodes: Nodes) -> Iterator[_Telling]:
    """Every tally with what the same articles say became of the ballot."""
    sources = defaultdict[str, set[str]](set)
    for node in nodes.values():
        for proposition in _iris(node[KG.states]):
            sources[proposition].update(_iris(node[KG.source]))
    became = defaultdict[tuple[str, str], set[str]](set)
    for iri, node in nodes.items():
        for event in _iris(node[KG.votingEvent]) if KG.Result in node[RDF.type] else ():
            for source in sources[iri]:
                became[source, event].update(_said_of_figures(node))
    for iri, node in nodes.items():
        for event in _iris(node[KG.votingEvent]) if KG.Tally in node[RDF.type] else ():
            said = defaultdict[str | None, set[str]](set)
            for source in sources[iri]:
                for outcome in became.get((source, event)) or (None,):
                    said[outcome].add(source)
            for outcome, articles in said.items() or [(None, set())]:
                yield _Telling(iri, event, outcome, frozenset(articles))


def stored(graph: Graph) -> pl.DataFrame:
    """The votes that a store holds on roll calls of the record: ``rollcall``, ``state``, ``option``."""
    rows = [
        (event.removeprefix(EVENT), state.removeprefix(STATE), option.value)
        for event, state, option in sorted(graph.votes)
        if event in graph.known
    ]
    return pl.DataFrame(rows, schema={"rollcall": pl.String, "state": pl.String, "option": OPTION}, orient="row")


def _votes(quads: Sequence[Quad]) -> frozenset[tuple[str, str, Option]]:
    """Direct triples as event, state and option."""
    return frozenset(
        (q.object.value, q.subject.value, _OPTION[q.predicate])
        for q in quads
        if q.predicate in _OPTION and isinstance(q.subject, NamedNode) and isinstance(q.object, NamedNode)
    )


def _events(wanted: set[str], nodes: Nodes, record: Record) -> dict[str, Row]:
    """The ballots of these events, by the record where they are in it."""
    ids = pl.Series([event.removeprefix(EVENT) for event in wanted], dtype=pl.String).implode()
    official = of_record(Record(record.rollcalls.filter(pl.col("id").is_in(ids)), record.votes.clear()))
    told = {event: _ballot(event, nodes[event]) for event in wanted}
    return told | {row["ballot"]: row for row in official.ballots.iter_rows(named=True)}


# --------------------------------------------------------------------------- nodes


def _nodes(quads: Iterable[Quad]) -> Nodes:
    nodes: dict[str, Node] = defaultdict(lambda: defaultdict(set))
    for quad in quads:
        if quad.predicate in _FACTS and isinstance(quad.subject, NamedNode):
            value = quad.object
            if isinstance(value, NamedNode | Literal):
                nodes[quad.subject.value][quad.predicate].add(value)
    return nodes


def _vetoes(nodes: Nodes) -> frozenset[tuple[str, str]]:
    """The events and states of votes that are called vetoes."""
    cast = [node for node in nodes.values() if _text(node, KG.veto) == "true"]
    return frozenset((e, s) for node in cast for e in _iris(node[KG.votingEvent]) for s in _iris(node[KG.voter]))


def _ballot(iri: str, node: Node) -> Row:
    symbol, title = _text(node, KG.symbol), _text(node, RDFS.label).partition(": ")[2]
    return {
        **dict.fromkeys(BALLOTS),
        "ballot": iri,
        "name": symbol or (f"“{title}”" if title else "a ballot"),
        "body": _one(node, KG.body).removeprefix(_BODY),
        "date": _day(node),
        "symbol": symbol,
        "title": title,
        "kind": _KIND.get(_one(node, KG.ballotKind)),
        "outcome": next(_became(node), None),
        **_numbers(node),
    }


def _became(node: Node) -> Iterator[str]:
    return (_OUTCOME[o] for o in sorted(_iris(node[KG.outcome])) if o in _OUTCOME)


def _said_of_figures(node: Node) -> Iterator[str]:
    """What became of a ballot, as far as an article says so of the figures that it gives.

    A headline's or lead's word may be of the draft before it was amended, or of its authors' hopes; but "adopted"
    always is of the vote.
    """
    framing = _text(node, KG.framing) == "true"
    return (outcome for outcome in _became(node) if not framing or outcome == Outcome.ADOPTED.value)


def _numbers(node: Node) -> dict[str, int]:
    """The numbers that are given once; several would be for the shapes to tell."""
    found = {name: _text(node, predicate) for name, predicate in _COUNT.items()}
    return {name: int(text) for name, text in found.items() if text.isascii() and text.isdigit()}


def _day(node: Node) -> date | None:
    days = [v for v in node[KG.date] if isinstance(v, Literal) and v.datatype == _DAY]
    try:
        return date.fromisoformat(days[0].value) if len(days) == 1 else None
    except ValueError:
        return None  # the shapes tell


def _one(node: Node, predicate: NamedNode) -> str:
    """The IRI that a property points to; empty where there is none, or more than one."""
    found = list(_iris(node[predicate]))
    return found[0] if len(found) == 1 else ""


def _text(node: Node, predicate: NamedNode) -> str:
    """The text of a literal; empty where there is none, or more than one."""
    found = [value.value for value in node[predicate] if isinstance(value, Literal)]
    return found[0] if len(found) == 1 else ""


def _iris(values: Iterable[Object]) -> Iterator[str]:
    return (value.value for value in values if isinstance(value, NamedNode))


def _table(rows: Iterable[Row]) -> pl.DataFrame:
    return pl.DataFrame([row | {"at": at} for at, row in enumerate(rows)], schema=BALLOTS)
