"""Whether a graph keeps the rules: shapes, ontology, vote arithmetic, quotations; and what was contradicted or dropped.

``check`` is what ``kg check`` prints. It sees quads, documents, readings and the record as they are given; it opens
nothing.
"""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from kg.check.arithmetic import arithmetic
from kg.check.claims import by_article
from kg.check.evidence import quotations, verify
from kg.check.findings import against_record, dropped
from kg.check.reasoning import consistency
from kg.check.report import CheckReport, Section, Severity, Violation
from kg.check.rules import RULES, Rule
from kg.check.selection import Selection, everything, select
from kg.check.shapes import shacl
from kg.load.record import Record, empty_record
from kg.model import Document, Reading
from kg.terms import Quad

__all__ = [
    "RULES",
    "CheckReport",
    "Rule",
    "Section",
    "Selection",
    "Severity",
    "Violation",
    "check",
    "consistency",
    "select",
    "shacl",
    "verify",
]


def check(
    graph: Iterable[Quad] | Selection,
    documents: Iterable[Document] = (),
    readings: Iterable[Reading] = (),
    record: Record | None = None,
    *,
    reason: bool = True,
) -> CheckReport:
    """Check a graph: all of it, or what was selected of a store, beside the record's own tables.

    ``documents`` are the texts that quotations are compared with. ``reason`` starts the OWL reasoner, one to two
    seconds. Raises CheckFailed where the reasoner cannot run.
    """
    chosen = graph if isinstance(graph, Selection) else everything(graph)
    with ThreadPoolExecutor(1) as pool:  # the reasoner is a process of its own: look at the shapes while it thinks
        thinking = pool.submit(consistency, chosen.quads) if reason else None
        sections = [shacl(chosen.quads, chosen.scope)]
        if thinking is not None:
            sections.append(thinking.result())
    articles = by_article(chosen.quads)
    sections += [
        arithmetic(chosen.quads, record or empty_record()),
        quotations(chosen.quads, documents, readings),
        against_record(articles),
        dropped(chosen.quads),
    ]
    return CheckReport(tuple(sections), articles)
