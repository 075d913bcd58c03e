"""What a reader should know though no rule is broken: what the record makes of claims, and dropped candidates."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.check.claims import Article, totals
from kg.check.report import Section
from kg.terms import NamedNode, Quad
from kg.vocab import KG, RDF

__all__ = ["against_record", "dropped"]

_LONGEST = 160

Properties = dict[NamedNode, str]


def against_record(articles: Sequence[Article]) -> Section:
    """How many claims the official record supports and contradicts; the report tells of them article by article."""
    found = ", ".join(f"{number:,} {finding}" for finding, number in totals(articles).items() if number)
    return Section("Claims against the record", found or "no claim was compared")


def dropped(quads: Iterable[Quad]) -> Section:
    """Every candidate that was read and not kept, by kind and reason: nothing is lost silently."""
    nodes = _properties(quads, {RDF.type, KG.dropKind, KG.reason, KG.quote})
    groups = defaultdict[tuple[str, str], list[str]](list)
    for node in nodes.values():
        if KG.dropKind in node:
            groups[node[KG.dropKind], node.get(KG.reason, "no reason given")].append(node.get(KG.quote, ""))
    count = sum(len(quotes) for quotes in groups.values())
    notes = [
        f"{kind}, {reason} ({len(quotes):,}): " + " · ".join(f"“{_cut(q)}”" for q in sorted(quotes))
        for (kind, reason), quotes in sorted(groups.items())
    ]
    return Section("Dropped candidates", f"{count:,} read and not kept", notes=tuple(notes))


def _properties(quads: Iterable[Quad], wanted: set[NamedNode]) -> dict[str, Properties]:
    """The wanted properties of every node, one value of each."""
    nodes = defaultdict[str, Properties](dict)
    for quad in quads:
        if quad.predicate in wanted and isinstance(quad.subject, NamedNode):
            nodes[quad.subject.value][quad.predicate] = str(getattr(quad.object, "value", quad.object))
    return nodes


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"
