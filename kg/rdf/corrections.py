"""Corrections of the record: both votes and both files, in the graph of the roll call.

The record's direct triple is the corrected vote's alone.
"""

from collections.abc import Iterable, Iterator
from itertools import chain

import polars as pl

from kg.ids import content, entity, graph, slug
from kg.load.record import SourceFile
from kg.model import Evidence, Option, Position, Span
from kg.nodes import state
from kg.rdf import propositions
from kg.rdf.actors import Fact
from kg.rdf.identity import recorded_event
from kg.rdf.provenance import quads
from kg.terms import NamedNode, Quad, literal
from kg.vocab import DCTERMS, KG, RDF, RDFS

__all__ = ["correction_quads", "record_file"]


def record_file(sha256: str) -> NamedNode:
    """The node of a file of the record."""
    return entity("file", sha256[:16])


def correction_quads(
    corrections: pl.DataFrame, rollcalls: pl.DataFrame, sources: Iterable[SourceFile]
) -> Iterator[Quad]:
    """The corrections as quads, each once, in the order of the table, in the graph of the roll call's body and session.

    The columns are those of CORRECTIONS and ROLLCALLS in ``kg.load.record``. A correction whose roll call is not among
    these is passed over; a file that is not among the sources is known by its digest alone.
    """
    known = {file.sha256: file for file in sources}
    names = rollcalls.select("body", "session", rollcall="id")
    told = corrections.join(names, on="rollcall", how="inner", maintain_order="left")
    found = (
        quads(
            [*_correction(row), *_file(row["was"], known), *_file(row["source"], known)],
            graph("record", row["body"], slug(row["session"])),
        )
        for row in told.iter_rows(named=True)
    )
    yield from dict.fromkeys(chain.from_iterable(found))


def _correction(row: dict[str, str | None]) -> Iterator[Fact]:
    """A correction with its votes; ``after`` is None where the later file lists no vote of the state."""
    node = content("correction", *(row[name] for name in ("rollcall", "state", "before", "after", "was", "source")))
    yield node, RDF.type, KG.Correction
    for predicate, option in ((KG.before, row["before"]), (KG.after, row["after"])):
        if option:
            vote = _vote(str(row["rollcall"]), str(row["state"]), Option(option))
            yield node, predicate, vote.iri
            yield from ((vote.iri, *pair) for pair in vote.pairs)
    for predicate, sha256 in ((KG.beforeFile, row["was"]), (KG.afterFile, row["source"])):
        if sha256:
            yield node, predicate, record_file(sha256)


def _vote(rollcall: str, voter: str, option: Option) -> propositions.Proposition:
    listed = Position(voter, option, Evidence(Span(0, 0), "", "record", 1.0))
    return propositions.vote(recorded_event(rollcall), state(voter), listed)


def _file(sha256: str | None, known: dict[str, SourceFile]) -> Iterator[Fact]:
    if not sha256:
        return
    node, file = record_file(sha256), known.get(sha256)
    yield node, RDF.type, KG.RecordFile
    yield node, DCTERMS.identifier, literal(f"sha256:{sha256}")
    yield node, RDFS.label, literal(file.name if file else sha256[:16])
    if file:
        held = f"roll calls: {file.rollcalls:,}; votes: {file.votes:,}; {file.first} to {file.last}"
        yield node, DCTERMS.description, literal(f"{file.layout}; {held}")
