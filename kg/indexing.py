"""From the workspace's files to the store: the second half of the order of stages.

documents, readings, people's answers, record -> resolve -> accept, verify -> quads -> store -> views -> store
"""

import shutil
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from kg import rdf, verify
from kg.config import PROGRAM, SECOND_READERS
from kg.ids import digest, graph
from kg.intake import Progress, quiet
from kg.load.rollcall import Record
from kg.model import Document, Finding, Reading, Reviewed, Verdict
from kg.rdf.corrections import correction_quads
from kg.rdf.record import halves, record_nquads
from kg.resolve import Resolved, resolve, rollcalls_for
from kg.review import Answered, answer
from kg.store import Base, EmbeddedStore
from kg.store import build as build_store
from kg.summary import Summary
from kg.terms import Quad
from kg.views import analyse
from kg.workspace import Workspace

__all__ = ["index", "write_quads"]

Read = tuple[Document, Reading]
Wanted = tuple[str, str]


def index(space: Workspace, views: Sequence[Wanted], progress: Progress = quiet, *, fresh: bool = False) -> Summary:
    """Make the store of a workspace: quads, a store of them, views computed on it and added to it; what it holds.

    ``views`` are names, each with a window of years. ``fresh``: nothing of an earlier store is taken over.
    """
    record = space.record()
    known, texts = space.readings(), space.documents()
    answered = answer([(texts[id_], reading) for id_, reading in known.items()], space.reviews())
    folder = space.path / "quads"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        verdicts = write_quads(answered, record, space, folder, progress)
        files = sorted(folder.glob("*.nq"))
        progress("building the store", 0, None)
        derive = partial(_views, space=space, record=record, wanted=views, progress=progress) if views else None
        count = build_store(files, space.store, _base(space, record, fresh), derive)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return replace(_summary(space, answered, record, count), findings=_findings(verdicts))


def _base(space: Workspace, record: Record, fresh: bool) -> Base | None:
    """The record's part of the store, in two parts of one size: the store loads them side by side."""
    if not record.rollcalls.height:
        return None
    parts = [partial(record_nquads, half, record.votes, made_by=PROGRAM) for half in halves(record.rollcalls)]
    return Base(digest("record", space.digest("records/*"), PROGRAM), parts, fresh)


def _views(
    held: EmbeddedStore, space: Workspace, record: Record, wanted: Sequence[Wanted], progress: Progress
) -> list[Path]:
    """Compute views on the store that is being built; the files of those that have anything to say."""
    folder = space.path / "views"
    folder.mkdir(exist_ok=True)
    files = []
    for number, (name, window) in enumerate(wanted, 1):
        path = folder / f"{name}@{window}.nq"
        if rdf.write(analyse(held, name, window, record), path):
            files.append(path)
        progress("computing views", number, len(wanted))
    return files


def write_quads(
    answered: Answered, record: Record, space: Workspace, folder: Path, progress: Progress = quiet
) -> tuple[Verdict, ...]:
    """Write the graph of a workspace as sorted N-Quads files in a folder; the verdicts that are part of it.

    It rests on what documents state after people's answers. The same workspace gives the same bytes.
    """
    told = answered.told
    progress("resolving", 0, None)
    resolved = _resolved(told, record, space)
    identity = resolved.identity
    names = verify.names()
    texts = [document for document, _ in told]
    origin = verify.origins(texts)
    accepted = verify.accept(told, identity, origin, names)
    claims: list[rdf.Claim] = []
    quads: list[Quad] = []
    parts = [graph("ontology"), graph("identity"), graph("verdicts"), graph("conduct")]
    for number, (document, reading) in enumerate(told, 1):
        claims += rdf.claims(document, reading, identity)
        quads += rdf.article(document, reading, identity, accepted)
        parts.append(graph("document", document.id))
        progress("writing quads", number, len(told))
    rdf.write(quads, folder / "documents.nq")
    by_document = {document.id: (document, reading) for document, reading in told}
    verdicts = verify.record_verdicts(claims, by_document, identity, resolved.matchings, record)
    counts = [(a.proposition, a.claims, a.origins) for a in verify.agreement(claims, origin, texts)]
    rdf.write(rdf.verdict_graph(verdicts, counts, PROGRAM), folder / "verdicts.nq")
    conduct = verify.conduct(told, claims, identity, accepted, record)
    rdf.write(rdf.conduct_graph(conduct, PROGRAM), folder / "conduct.nq")
    if rdf.write(rdf.review_graph(answered.reviews, claims, PROGRAM), folder / "reviews.nq"):
        parts.append(graph("reviews"))
    rdf.write(rdf.identity_graph(resolved.judgements, identity, PROGRAM), folder / "identity.nq")
    rdf.write(rdf.registers(PROGRAM), folder / "ontology.nq")
    corrected = correction_quads(record.corrections, record.rollcalls, record.sources)
    rdf.write(corrected, folder / "corrections.nq")
    rdf.write(rdf.meta(parts, PROGRAM), folder / "meta.nq")
    return verdicts


def _resolved(told: Sequence[Read], record: Record, space: Workspace) -> Resolved:
    """Who is who and which report is of which event, by people's decisions and the program's own."""
    documents, readings = [document for document, _ in told], [reading for _, reading in told]
    return resolve(documents, readings, rollcalls_for(record, documents, readings), space.judgements())


def _findings(verdicts: Iterable[Verdict]) -> dict[str, int]:
    found = Counter(v.finding for v in verdicts)
    return {finding.value: found[finding] for finding in Finding}


def _summary(space: Workspace, answered: Answered, record: Record, count: int) -> Summary:
    told = answered.told
    facts = {
        "ballots": sum(len(r.ballots) for _, r in told),
        "votes": sum(len(b.positions) for _, r in told for b in r.ballots),
        "statements": sum(len(r.statements) for _, r in told),
        "officials": sum(len(r.tenures) for _, r in told),
        "meetings": sum(len(r.negotiations) for _, r in told),
        "stances": sum(len(r.stances) for _, r in told),
        "demands": sum(len(r.demands) for _, r in told),
    }
    return Summary(
        space.path,
        len(told),
        facts,
        record.rollcalls.height,
        record.votes.height,
        count,
        dropped=sum(len(r.dropped) for _, r in told),
        unfounded=sum(d.reason.startswith(SECOND_READERS) for _, r in told for d in r.dropped),
        problems=(*map(_unheard, answered.unheard), *map(str, record.problems)),
    )


def _unheard(each: Reviewed) -> str:
    return f"review without effect: {each.review.name}: {each.said}: {each.problem}"
