"""What is made from a workspace: answers, reports, dumps, pictures; and what an article says, without any."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import networkx as nx

from kg.check import CheckReport, select
from kg.check import check as check_graph
from kg.config import PROGRAM
from kg.explain import Explained
from kg.explain import explain as explain_reading
from kg.export import LongRecord
from kg.export import export as write_export
from kg.extract.contract import as_json
from kg.ids import GRAPH
from kg.intake import Progress, quiet
from kg.llm import Server
from kg.load.article import documents as load_documents
from kg.load.files import Refusal
from kg.load.rollcall import Record
from kg.rdf.corrections import correction_quads
from kg.readings import readings
from kg.seconding import model
from kg.store import EmbeddedStore, open_store
from kg.summary import Unheard
from kg.terms import NamedNode
from kg.views import VIEWS, network, page, strongest
from kg.vocab import KG
from kg.workspace import Workspace

__all__ = ["check", "explain", "export", "extract", "store", "view"]

Network: TypeAlias = "nx.Graph[Any]"

_TIES = 10
_RECORD = f"{GRAPH}record/"
# More votes than this are exported from the tables: as quads one by one they take minutes.
_LONG = 100_000


def extract(
    paths: Iterable[str],
    progress: Progress = quiet,
    server: Server | None = None,
    cache: Path | None = None,
    *,
    parser: bool = False,
) -> Iterator[tuple[str, dict[str, Any]] | Refusal | Unheard]:
    """Each article's name and what it says, in the contract's form; what cannot be read, with the reason.

    The optional ``parser`` and the language model of a ``server`` are heard as well, the model's answers kept in the
    folder ``cache``; where the model was not heard comes at the end.
    """
    hearing = model(server, cache)
    read = readings(load_documents(list(paths)), parser=parser)
    for number, told in enumerate(hearing.of(read) if hearing else read, 1):
        yield told if isinstance(told, Refusal) else (told.document.name, as_json(*told))
        progress("reading articles", number, None)
    if hearing:
        yield from hearing.unheard


def explain(paths: Iterable[str], progress: Progress = quiet, *, parser: bool = False) -> Iterator[Explained | Refusal]:
    """Each article with every claim marked in it; what cannot be read, with the reason."""
    for number, told in enumerate(readings(load_documents(list(paths)), parser=parser), 1):
        yield told if isinstance(told, Refusal) else explain_reading(*told)
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
        long = LongRecord(record.rollcalls, record.votes, PROGRAM, met)
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
