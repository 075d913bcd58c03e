"""What a reader should know though no rule is broken: claims that the record contradicts, dropped candidates."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from kg.check.report import Section, short
from kg.terms import NamedNode, Quad
from kg.vocab import DCTERMS, KG, RDF

__all__ = ["against_record", "dropped"]

_LONGEST = 160

Properties = dict[NamedNode, str]


def against_record(quads: Iterable[Quad]) -> Section:
    """How many claims the official record supports and contradicts, and each contradicted one with its article."""
    nodes = _properties(quads, {RDF.type, KG.claim, KG.verdict, KG.reason, KG.quote, KG.source, DCTERMS.identifier})
    verdicts = sorted((iri, n) for iri, n in nodes.items() if KG.verdict in n and KG.claim in n)
    counts = Counter(short(n[KG.verdict]).removeprefix("kg:") for _, n in verdicts)
    scope = (
        ", ".join(f"{number:,} {_words(name)}" for name, number in sorted(counts.items())) or "no claim was compared"
    )
    notes = []
    for _, verdict in verdicts:
        if verdict[KG.verdict] == KG.Contradicted.value:
            claim = nodes.get(verdict[KG.claim], {})
            article = nodes.get(claim.get(KG.source, ""), {}).get(DCTERMS.identifier, "an article")
            notes.append(f"{article}: “{_cut(claim.get(KG.quote, ''))}” {verdict.get(KG.reason, '')}".strip())
    return Section("Claims against the record", scope, notes=tuple(sorted(notes)))


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


def _words(name: str) -> str:
    """``NotInRecord`` -> ``not in record``."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"
