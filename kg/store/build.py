"""A new store is built beside the old one and swapped in at the end: whoever kills a build keeps the last good store.

store/lock           held while a store is built
store/current        the name of the folder that counts
store/0007/          a store; anything but the current one is what a killed build left, and is swept by the next
store/base-<key>/    the part that is large and seldom changes: a new store begins as its hard links

The engine sorts what it loads in one thread, so the base comes in parts that load side by side. They are left packed,
as the loader writes them: merged into one run (``optimize``) a store of this size is unpacked, and twice as large.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile, mkdtemp
from typing import IO, TypeAlias

import filelock
import pyoxigraph

from kg.errors import Busy, WorkspaceError
from kg.store.embedded import EmbeddedStore

__all__ = ["Base", "build", "open_store"]

_POINTER = "current"
_BASE = "base-"
_HALF = ".half"
# The engine's loader writes a sorted run for every so many quads; beyond a few runs a store is quicker merged.
_RUN = 1_000_000
_RUNS = 3

Derive: TypeAlias = Callable[[EmbeddedStore], Iterable[Path]]


@dataclass(frozen=True, slots=True)
class Base:
    """What many builds have in common. ``key`` names its content: where it was built before it is taken as it is.

    Each of ``parts`` writes N-Quads to the path that it is given. No quad stands in two parts. ``fresh``: build it even
    so.
    """

    key: str
    parts: Sequence[Callable[[Path], object]]
    fresh: bool = False


def build(files: Iterable[Path], directory: Path, base: Base | None = None, derive: Derive | None = None) -> int:
    """Build a store from N-Quads files on a base and let it take the place of the one before; the number of quads.

    ``derive`` is shown the store that holds base and files, and gives files of what follows from it, which are added.
    Busy where another build is at it. WorkspaceError where a file is no N-Quads. Until the last step the old store
    answers; the last step is one rename.
    """
    directory.mkdir(parents=True, exist_ok=True)
    lock = filelock.FileLock(directory / "lock")
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        raise Busy(f"another build is writing to {directory}: wait for it to end") from None
    try:
        old = _current(directory)
        _sweep(directory, {old.name if old else "", f"{_BASE}{base.key}" if base else ""})
        new = directory / f"{int(old.name) + 1 if old else 1:04}"
        start = _built(base, directory) if base else None
        files = list(files)
        if derive is not None:
            files += _derived(directory, start, files, derive)
        count = _filled(new, start, files)
        _point(directory, new)
        _sweep(directory, {new.name, f"{_BASE}{base.key}" if base else ""})
        return count
    finally:
        lock.release()


def open_store(directory: Path) -> EmbeddedStore:
    """The last good store, to be read. WorkspaceError where none has been built."""
    for _ in range(2):  # a build may end between the look at the pointer and the opening
        current = _current(directory)
        if current is None:
            break
        try:
            return EmbeddedStore.on_disk(current)
        except OSError as e:
            reason = " ".join(str(e).split())[:200]
            if current == _current(directory):
                raise WorkspaceError(
                    f"the store in {directory} cannot be opened ({reason}): run 'kg rebuild'"
                ) from None
    raise WorkspaceError(f"there is no store in {directory}: run 'kg build PATH...' or 'kg rebuild'")


def _current(directory: Path) -> Path | None:
    try:
        name = (directory / _POINTER).read_text("ascii").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    folder = directory / name
    return folder if name.isdecimal() and folder.is_dir() else None


# --------------------------------------------------------------------------- filling


def _built(base: Base, directory: Path) -> Path:
    """The folder of the base, built where it is not there yet; it gets its name when it is whole."""
    folder = directory / f"{_BASE}{base.key}"
    if folder.is_dir() and base.fresh:
        shutil.rmtree(folder)
    if folder.is_dir():
        return folder
    half = Path(mkdtemp(_HALF, _BASE, directory))
    store = pyoxigraph.Store(str(half / "store"))
    with ThreadPoolExecutor(max(1, len(base.parts))) as pool:
        for part in [pool.submit(_load_part, store, write, half / f"{n}.nq") for n, write in enumerate(base.parts)]:
            part.result()
    store.flush()
    del part, store  # gives back the engine's lock and writes its last files
    _settle(half / "store")
    (half / "store").replace(folder)
    half.rmdir()
    return folder


def _load_part(store: pyoxigraph.Store, write: Callable[[Path], object], file: Path) -> None:
    write(file)
    try:
        store.bulk_load(path=str(file), format=pyoxigraph.RdfFormat.N_QUADS)
    except SyntaxError:
        raise _unreadable([file]) from None
    file.unlink()


def _derived(directory: Path, start: Path | None, files: Sequence[Path], derive: Derive) -> list[Path]:
    """What follows from a store, looked up in one that is then thrown away.

    A store that is loaded in one step more is merged by the engine, behind our back, and unpacked.
    """
    half = Path(mkdtemp(_HALF, _BASE, directory))
    _filled(half / "store", start, files)
    found = list(derive(EmbeddedStore.on_disk(half / "store")))
    shutil.rmtree(half)
    return found


def _filled(folder: Path, start: Path | None, files: Sequence[Path]) -> int:
    """Make a store of a base, where there is one, and files; the number of its quads."""
    if start is not None:
        pyoxigraph.Store(str(start)).backup(str(folder))
    store = pyoxigraph.Store(str(folder))
    before = len(store)
    _load(store, files)
    count = len(store)
    if count - before > _RUNS * _RUN:
        store.optimize()
    store.flush()
    del store  # gives back the engine's lock and writes its last files
    _settle(folder)
    return count


def _load(store: pyoxigraph.Store, files: Sequence[Path]) -> None:
    """Load files as one: each run of the loader costs every query, and a third makes the engine merge them all."""
    if not files:
        return
    with NamedTemporaryFile(suffix=".nq", dir=files[0].parent) as joined:
        for file in files:
            _append(file, joined)
        joined.flush()
        try:
            store.bulk_load(path=joined.name, format=pyoxigraph.RdfFormat.N_QUADS)
        except SyntaxError:
            raise _unreadable(files) from None


def _append(file: Path, joined: IO[bytes]) -> None:
    try:
        with file.open("rb") as part:
            shutil.copyfileobj(part, joined)
    except OSError as e:
        raise WorkspaceError(f"{file} cannot be loaded: {e.strerror}") from None


def _unreadable(files: Sequence[Path]) -> WorkspaceError:
    """Which of the files is no N-Quads, and where."""
    for file in files:
        try:
            for _ in pyoxigraph.parse(path=str(file), format=pyoxigraph.RdfFormat.N_QUADS):
                pass
        except SyntaxError as e:
            return WorkspaceError(f"{file} is no N-Quads: {' '.join(str(e).split())[:200]}")
    return WorkspaceError(f"{', '.join(map(str, files))}: together they are no N-Quads")


def _settle(folder: Path) -> None:
    """See that the files of a closed store are on the disk."""
    for entry in folder.iterdir():
        _fsync(entry)
    _fsync(folder)


# --------------------------------------------------------------------------- what counts, what goes


def _point(directory: Path, folder: Path) -> None:
    """Let the pointer name the new folder: the one moment at which the new store comes to count."""
    half = directory / f"{_POINTER}{_HALF}"
    half.write_text(folder.name + "\n", "ascii")
    _fsync(half)
    half.replace(directory / _POINTER)
    _fsync(directory)


def _sweep(directory: Path, keep: set[str]) -> None:
    """Remove every store and base but those that are kept, and what is half-written."""
    for entry in directory.iterdir():
        if entry.is_dir() and entry.name not in keep and (entry.name.isdecimal() or entry.name.startswith(_BASE)):
            shutil.rmtree(entry)
        elif entry.name == f"{_POINTER}{_HALF}":
            entry.unlink()


def _fsync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
