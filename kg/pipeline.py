"""The order of the stages: the only file that knows it.

    articles, roll calls -> read -> workspace files -> resolve -> accept, verify -> quads -> views -> store

A build adds to a workspace; ``rebuild`` makes the store again from the workspace's files. Either writes the store
beside the one before and swaps it in at the end.
"""

import shutil
import time
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import networkx as nx

from kg import intake, rdf, verify
from kg.check import CheckReport, select
from kg.check import check as check_graph
from kg.errors import InputError, WorkspaceError
from kg.export import LongRecord
from kg.export import export as write_export
from kg.extract import EXTRACTOR
from kg.extract.contract import as_json
from kg.ids import GRAPH, ID, digest, graph
from kg.intake import Progress, quiet
from kg.load.article import documents as load_documents
from kg.load.files import Refusal
from kg.load.rollcall import Record, merged
from kg.model import Decision, Document, Finding, Judgement, Reading, Verdict
from kg.rdf.corrections import correction_quads
from kg.rdf.record import halves, record_nquads
from kg.resolve import Resolved, resolve, rollcalls_for
from kg.store import Base, EmbeddedStore, open_store
from kg.store import build as build_store
from kg.terms import NamedNode, Quad
from kg.views import VIEWS, network, page, strongest
from kg.views import analyse as compute_view
from kg.views import view as find_view
from kg.views import window as years
from kg.vocab import KG
from kg.workspace import Workspace

Read = tuple[Document, Reading]
Wanted = tuple[str, str]
Network: TypeAlias = "nx.Graph[Any]"

_TIES = 10
_RECORD = f"{GRAPH}record/"
# More votes than this are exported from the tables: as quads one by one they take minutes.
_LONG = 100_000


@dataclass(frozen=True, slots=True)
class Summary:
    """What a workspace holds after a build."""

    workspace: Path
    documents: int
    facts: Mapping[str, int]
    rollcalls: int
    votes: int
    quads: int
    findings: Mapping[str, int] = field(default_factory=dict)
    dropped: int = 0
    refused: tuple[Refusal, ...] = ()
    problems: tuple[str, ...] = ()
    seconds: float = field(default=0.0, compare=False)


# --------------------------------------------------------------------------- building


def build(paths: Iterable[str], workspace: Path, progress: Progress = quiet, views: Collection[Wanted] = ()) -> Summary:
    """Read articles and roll-call files into a workspace; what cannot be read is left out, with the reason.

    ``views`` are computed and written back too, each over a window of years, and so are those that were asked for
    before. Where nothing is new, nothing is done. Busy where another build holds the workspace. EvidenceError, with
    nothing swapped in, where a quotation is not what its text says.
    """
    started = time.monotonic()
    paths = list(paths)
    space = Workspace.create(workspace)
    with space.lock():
        loaded, refused = intake.articles(paths, progress)
        records, refused_records = intake.records(paths, {file.sha256 for file in space.sources()}, progress)
        refused = tuple(sorted({*refused, *refused_records}, key=str))
        if fresh := intake.unread(loaded, space.documents(), space.readings()):
            space.add(fresh, *intake.readings(fresh, progress))
        if records:
            space.add_record(merged(records))
        space.set_refusals(refused)
        wanted = _wanted(space) | {*views}
        held = _unchanged(space, wanted) or _index(space, progress, wanted)
        return replace(held, refused=refused, seconds=time.monotonic() - started)


def rebuild(workspace: Path, progress: Progress = quiet) -> Summary:
    """Make the store again from the workspace's files, from nothing."""
    started = time.monotonic()
    space = Workspace.open(workspace)
    with space.lock():
        return replace(_index(space, progress, _wanted(space), fresh=True), seconds=time.monotonic() - started)


def analyse(workspace: Path, names: Sequence[str], window: str = "all", progress: Progress = quiet) -> dict[str, int]:
    """Compute views over a window of years and write their scores back; the number of scores of each."""
    wanted = [(find_view(name).name, window) for name in names or VIEWS]
    years(window)
    space = Workspace.open(workspace)
    with space.lock():
        _index(space, progress, _wanted(space) | {*wanted})
    held = open_store(space.store)
    return {name: _scores(held, name, window) for name, window in wanted}


def _scores(held: EmbeddedStore, name: str, window: str) -> int:
    return sum(q.predicate == KG.value for q in held.quads(graph("view", name, window)))


def judge(workspace: Path, pair: tuple[str, str], decision: str, author: str, reason: str = "") -> None:
    """Append a person's decision on whether two things are one; ``unsure`` takes an earlier one back."""
    left, right = (_thing(name) for name in pair)
    space = Workspace.open(workspace)
    made = Judgement(left, right, Decision(decision), 1.0, reason or "decided by hand", author)
    with space.lock():
        space.append_judgements([made])


def _thing(name: str) -> str:
    """The IRI of a thing given by its IRI or by the part after ``id/``."""
    iri = name if name.startswith(ID) else ID + name.removeprefix("id/")
    try:
        return NamedNode(iri).value
    except ValueError:
        raise InputError(f"{name!r} is no thing of the graph: give an IRI, or official/NAME or event/ID") from None


def _inputs(space: Workspace, views: Collection[Wanted]) -> str:
    """A digest of all that a store follows from."""
    return digest("store", space.digest(), EXTRACTOR, *(f"{name}@{window}" for name, window in sorted(views)))


def _unchanged(space: Workspace, views: Collection[Wanted]) -> Summary | None:
    """What the workspace holds, where its store was built from just what there is now."""
    inputs, held = space.built() or ("", {})
    if inputs != _inputs(space, views):
        return None
    try:
        open_store(space.store)
    except WorkspaceError:
        return None
    return Summary(space.path, **{**held, "problems": tuple(held["problems"])})


def _index(space: Workspace, progress: Progress, views: Collection[Wanted], *, fresh: bool = False) -> Summary:
    """From the workspace's files to the store: quads, a store of them, views computed on it and added to it."""
    record = space.record()
    known, texts = space.readings(), space.documents()
    told = [(texts[id_], reading) for id_, reading in known.items()]
    folder = space.path / "quads"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        verdicts = write_quads(told, record, space, folder, progress)
        files = sorted(folder.glob("*.nq"))
        progress("building the store", 0, None)
        derive = partial(_views, space=space, record=record, wanted=sorted(views), progress=progress)
        count = build_store(files, space.store, _base(space, record, fresh), derive)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    held = replace(_summary(space, told, record, count), findings=_findings(verdicts))
    kept = {k: v for k, v in asdict(held).items() if k not in ("workspace", "refused", "seconds")}
    space.set_built(_inputs(space, views), kept)
    return held


def _base(space: Workspace, record: Record, fresh: bool) -> Base | None:
    """The record's part of the store, in two parts of one size: the store loads them side by side."""
    if not record.rollcalls.height:
        return None
    parts = [partial(record_nquads, half, record.votes, made_by=EXTRACTOR) for half in halves(record.rollcalls)]
    return Base(digest("record", space.digest("records/*"), EXTRACTOR), parts, fresh)


def _wanted(space: Workspace) -> set[Wanted]:
    """The views that were asked for before, each with its window."""
    before = {tuple(path.stem.split("@", 1)) for path in (space.path / "views").glob("*@*.nq")}
    return {(name, window) for name, window in before if name in VIEWS}


def _views(
    held: EmbeddedStore, space: Workspace, record: Record, wanted: Sequence[Wanted], progress: Progress
) -> list[Path]:
    """Compute views on the store that is being built; the files of those that have anything to say."""
    folder = space.path / "views"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    files = []
    for number, (name, window) in enumerate(wanted, 1):
        path = folder / f"{name}@{window}.nq"
        if rdf.write(compute_view(held, name, window, record), path):
            files.append(path)
        progress("computing views", number, len(wanted))
    return files


def write_quads(
    told: Sequence[Read], record: Record, space: Workspace, folder: Path, progress: Progress = quiet
) -> tuple[Verdict, ...]:
    """Write the graph of a workspace as sorted N-Quads files in a folder; the verdicts that are part of it.

    The same workspace gives the same bytes.
    """
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
    rdf.write(rdf.verdict_graph(verdicts, counts, EXTRACTOR), folder / "verdicts.nq")
    conduct = verify.conduct(told, claims, identity, accepted, record)
    rdf.write(rdf.conduct_graph(conduct, EXTRACTOR), folder / "conduct.nq")
    rdf.write(rdf.identity_graph(resolved.judgements, identity, EXTRACTOR), folder / "identity.nq")
    rdf.write(rdf.registers(EXTRACTOR), folder / "ontology.nq")
    corrected = correction_quads(record.corrections, record.rollcalls, record.sources)
    rdf.write(corrected, folder / "corrections.nq")
    rdf.write(rdf.meta(parts, EXTRACTOR), folder / "meta.nq")
    return verdicts


def _resolved(told: Sequence[Read], record: Record, space: Workspace) -> Resolved:
    """Who is who and which report is of which event, by people's decisions and the program's own."""
    documents, readings = [document for document, _ in told], [reading for _, reading in told]
    return resolve(documents, readings, rollcalls_for(record, documents, readings), space.judgements())


def _findings(verdicts: Iterable[Verdict]) -> dict[str, int]:
    found = Counter(v.finding for v in verdicts)
    return {finding.value: found[finding] for finding in Finding}


def _summary(space: Workspace, told: Sequence[Read], record: Record, count: int) -> Summary:
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
        problems=tuple(map(str, record.problems)),
    )


# --------------------------------------------------------------------------- asking, checking


def extract(paths: Iterable[str], progress: Progress = quiet) -> Iterator[tuple[str, dict[str, Any]] | Refusal]:
    """Each article's name and what it says, in the contract's form; what cannot be read, with the reason."""
    for number, found in enumerate(load_documents(list(paths)), 1):
        if isinstance(found, Refusal):
            yield found
        else:
            (reading,), around = intake.readings([found])
            yield found.name, as_json(found, reading, around[0] if around else None)
        progress("reading articles", number, None)


def store(workspace: Path) -> EmbeddedStore:
    """The store of a workspace, to be asked. WorkspaceError where there is none."""
    return open_store(Workspace.open(workspace).store)


def check(workspace: Path, progress: Progress = quiet) -> CheckReport:
    """Check the graph of a workspace."""
    space = Workspace.open(workspace)
    progress("checking", 0, None)
    record = space.record()
    chosen = select(open_store(space.store), record)
    return check_graph(chosen, space.documents().values(), space.readings().values(), record)


def info(workspace: Path) -> Summary:
    """What a workspace holds."""
    space = Workspace.open(workspace)
    held = open_store(space.store)
    known, texts = space.readings(), space.documents()
    told = [(texts[id_], reading) for id_, reading in known.items()]
    summary = _summary(space, told, space.record(), len(held))
    return replace(summary, findings=_counted(held), refused=space.refusals())


def _counted(held: EmbeddedStore) -> dict[str, int]:
    """The verdicts in the store, by finding."""
    found = Counter(q.object for q in held.quads(graph("verdicts")) if q.predicate == KG.verdict)
    return {finding.value: found[node] for finding, node in rdf.FINDING.items()}


def export(workspace: Path, folder: Path, progress: Progress = quiet, profile: str = "core") -> tuple[str, ...]:
    """Write the graph in every form into a folder; the names of the files. ``profile`` is that of ``kg.export``."""
    space = Workspace.open(workspace)
    progress("exporting", 0, None)
    held, record = open_store(space.store), space.record()
    networks = {name: _drawable(held, name, record) for name in VIEWS}
    if record.votes.height <= _LONG or profile != "core":
        written = write_export(held.quads(), folder, networks, profile)
    else:
        others = [name for name in held.graphs() if not name.value.startswith(_RECORD)]
        quads = [quad for name in others for quad in held.quads(name)]
        told = {q.object for q in quads if q.predicate == KG.votingEvent and isinstance(q.object, NamedNode)}
        met = tuple(q for event in told for q in held.quads(subject=event))
        quads += correction_quads(record.corrections, record.rollcalls, record.sources)
        long = LongRecord(record.rollcalls, record.votes, EXTRACTOR, met)
        written = write_export(quads, folder, networks, profile, long)
    return tuple(file.path for file in written.files)


def _drawable(held: EmbeddedStore, name: str, record: Record) -> Network:
    """A network that other programs can lay out: of 18,528 pairs of states each state's strongest ties."""
    built = network(held, name, record=record)
    return strongest(built, _TIES) if name == "alignment" else built


def view(workspace: Path, name: str, out: Path) -> None:
    """Draw a view as one page that needs no network. WorkspaceError or QueryError before anything is written."""
    space = Workspace.open(workspace)
    text = page(network(open_store(space.store), name, record=space.record()))
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(text, encoding="utf-8", newline="\n")
