"""From what is given to a store that answers: the first half of the order of stages; ``kg.indexing`` knows the second.

    articles, roll calls -> read -> workspace files

A build adds to a workspace; ``rebuild`` makes the store again from the workspace's files. Either writes the store
beside the one before and swaps it in at the end. A stage is loaded when its turn comes: a build of nothing new takes
but a moment.
"""

import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg import intake
from kg.config import PROGRAM
from kg.errors import InputError, WorkspaceError
from kg.ids import ID, digest, graph
from kg.intake import Progress, quiet
from kg.load.rollcall import merged
from kg.model import Decision, Document, Judgement, Reading
from kg.store import EmbeddedStore, open_store
from kg.summary import Summary
from kg.terms import NamedNode
from kg.vocab import KG
from kg.workspace import Workspace

if TYPE_CHECKING:
    from kg.llm import Server
    from kg.seconding import Hearing

__all__ = ["analyse", "build", "info", "judge", "rebuild", "refresh"]

Wanted = tuple[str, str]


def build(
    paths: Iterable[str],
    workspace: Path,
    progress: Progress = quiet,
    views: Collection[Wanted] = (),
    server: "Server | None" = None,
    *,
    parser: bool = False,
) -> Summary:
    """Read articles and roll-call files into a workspace; what cannot be read is left out, with the reason.

    ``views`` are computed and written back too, each over a window of years, and so are those that were asked for
    before. The optional ``parser`` and the language model of a ``server`` are heard as well; where the model does not
    answer, the core's reading stands, and the next build asks again. Where nothing is new, nothing is done. Busy where
    another build holds the workspace. EvidenceError, with nothing swapped in, where a quotation is not what its text
    says.
    """
    started = time.monotonic()
    paths = list(paths)
    space = Workspace.create(workspace)
    with space.lock():
        loaded, refused = intake.articles(paths, progress)
        records, refused_records = intake.records(paths, {file.sha256 for file in space.sources()}, progress)
        refused = tuple(sorted({*refused, *refused_records}, key=str))
        hearing = _hearing(server, space) if loaded else None
        readers = _readers(hearing, parser=parser and bool(loaded))
        if loaded and (fresh := intake.unread(loaded, space.documents(), space.readings(), readers)):
            space.add(*_read(fresh, progress, hearing, parser=parser))
        if records:
            space.add_record(merged(records))
        space.set_refusals(refused)
        wanted = _wanted(space) | {*views}
        held = _unchanged(space, wanted) or _indexed(space, progress, wanted)
        unheard = hearing.unheard if hearing else ()
        return replace(held, refused=refused, unheard=unheard, seconds=time.monotonic() - started)


def _hearing(server: "Server | None", space: Workspace) -> "Hearing | None":
    if server is None:
        return None
    from kg.seconding import model

    return model(server, space.answers)


def _readers(hearing: "Hearing | None", *, parser: bool) -> str:
    if hearing is None and not parser:
        return PROGRAM
    from kg.seconding import readers

    return readers(hearing, parser=parser)


def _read(
    documents: Sequence[Document], progress: Progress, hearing: "Hearing | None", *, parser: bool
) -> tuple[Sequence[Document], list[Reading], list[Reading]]:
    """Documents with what each states and what the page around each states."""
    from kg.readings import Told, readings

    stated, around = [], []
    read = readings(documents, parser=parser)
    for number, told in enumerate(hearing.of(read) if hearing else read, 1):
        if isinstance(told, Told):
            stated.append(told.reading)
            around += [told.around] if told.around else []
        progress("reading articles", number, len(documents))
    return documents, stated, around


def rebuild(workspace: Path, progress: Progress = quiet) -> Summary:
    """Make the store again from the workspace's files, from nothing."""
    started = time.monotonic()
    space = Workspace.open(workspace)
    with space.lock():
        return replace(_indexed(space, progress, _wanted(space), fresh=True), seconds=time.monotonic() - started)


def refresh(workspace: Path, progress: Progress = quiet) -> Summary:
    """Bring the store up to date with the workspace's files, where it is not."""
    started = time.monotonic()
    space = Workspace.open(workspace)
    with space.lock():
        wanted = _wanted(space)
        held = _unchanged(space, wanted) or _indexed(space, progress, wanted)
        return replace(held, seconds=time.monotonic() - started)


def analyse(workspace: Path, names: Sequence[str], window: str = "all", progress: Progress = quiet) -> dict[str, int]:
    """Compute views over a window of years and write their scores back; the number of scores of each."""
    from kg.views import VIEWS, view
    from kg.views import window as years

    wanted = [(view(name).name, window) for name in names or VIEWS]
    years(window)
    space = Workspace.open(workspace)
    with space.lock():
        _indexed(space, progress, _wanted(space) | {*wanted})
    held = open_store(space.store)
    return {name: _scores(held, name, window) for name, window in wanted}


def _scores(held: EmbeddedStore, name: str, window: str) -> int:
    return sum(q.predicate == KG.value for q in held.quads(graph("view", name, window)))


def info(workspace: Path) -> Summary:
    """What a workspace holds. WorkspaceError where no build has come to its end."""
    space = Workspace.open(workspace)
    built = space.built()
    if built is None:
        raise WorkspaceError(f"nothing has been built in {workspace} yet: run 'kg build PATH...' or 'kg rebuild'")
    open_store(space.store)
    return replace(_summary(space, built[1]), refused=space.refusals())


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
    return digest("store", space.digest(), PROGRAM, *(f"{name}@{window}" for name, window in sorted(views)))


def _unchanged(space: Workspace, views: Collection[Wanted]) -> Summary | None:
    """What the workspace holds, where its store was built from just what there is now."""
    inputs, held = space.built() or ("", {})
    if inputs != _inputs(space, views):
        return None
    try:
        open_store(space.store)
    except WorkspaceError:
        return None
    return _summary(space, held)


def _summary(space: Workspace, held: Mapping[str, Any]) -> Summary:
    return Summary(space.path, **{**held, "problems": tuple(held["problems"])})


def _wanted(space: Workspace) -> set[Wanted]:
    """The views that were asked for before, each with its window."""
    files = (space.path / "views").glob("*@*.nq")
    return {(name, window) for name, _, window in (path.stem.partition("@") for path in files)}


def _indexed(space: Workspace, progress: Progress, views: Collection[Wanted], *, fresh: bool = False) -> Summary:
    from kg.indexing import index

    held = index(space, sorted(views), progress, fresh=fresh)
    kept = {k: v for k, v in asdict(held).items() if k not in ("workspace", "refused", "unheard", "seconds")}
    space.set_built(_inputs(space, views), kept)
    return held
