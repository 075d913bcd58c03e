"""Whether a graph keeps the rules: shapes, ontology, vote arithmetic, quotations; and what was contradicted or dropped.

``check`` is what ``kg check`` prints. It sees quads, documents and readings as they are given; it opens nothing.
"""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from kg.check.evidence import quotations, verify
from kg.check.findings import against_record, dropped
from kg.check.reasoning import consistency
from kg.check.report import CheckReport, Section, Severity, Violation
from kg.check.selection import select
from kg.check.shapes import shacl
from kg.check.votes import arithmetic
from kg.model import Document, Reading
from kg.terms import Quad

__all__ = [
    "CheckReport",
    "Section",
    "Severity",
    "Violation",
    "check",
    "consistency",
    "shacl",
    "verify",
]

# HermiT takes the triples of a few hundred articles; past that, the ontology alone and the first so many.
_REASONED = 20_000


def check(
    quads: Iterable[Quad],
    documents: Iterable[Document] = (),
    readings: Iterable[Reading] = (),
    *,
    reason: bool = True,
) -> CheckReport:
    """Check a graph in one pass; long records and views go through SHACL as a sample, and the report says so.

    ``documents`` are the texts that quotations are compared with. ``reason`` starts the OWL reasoner, one to two
    seconds. Raises CheckFailed where the reasoner cannot run.
    """
    chosen = select(quads)
    with ThreadPoolExecutor(1) as pool:  # the reasoner is a process of its own: look at the shapes while it thinks
        thinking = pool.submit(consistency, chosen.quads[:_REASONED]) if reason else None
        sections = [shacl(chosen.quads, chosen.scope)]
        if thinking is not None:
            sections.append(thinking.result())
    sections += [
        arithmetic(chosen.quads, chosen.camps),
        quotations(chosen.quads, documents, readings),
        against_record(chosen.quads),
        dropped(chosen.quads),
    ]
    return CheckReport(tuple(sections))
