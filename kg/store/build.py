"""A new store is built beside the old one and swapped in at the end: whoever kills a build keeps the last good store.

store/lock       held while a store is built
store/current    the name of the folder that counts
store/0007/      a store; anything but the current one is what a killed build left, and is swept by the next
"""

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeAlias

import filelock
import pyoxigraph

from kg.errors import Busy, WorkspaceError
from kg.store.embedded import EmbeddedStore

__all__ = ["build", "open_store"]

_POINTER = "current"
Derive: TypeAlias = Callable[[EmbeddedStore], Iterable[Path]]


def build(files: Iterable[Path], directory: Path, derive: Derive | None = None) -> int:
    """Build a store from N-Quads files and let it take the place of the one before; the number of quads.

    ``derive`` is shown the store that holds the files, and gives files of what follows from it, which are added.
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
        _sweep(directory, keep=old)
        new = directory / f"{int(old.name) + 1 if old else 1:04}"
        count = _filled(new, files, derive)
        _point(directory, new)
        _sweep(directory, keep=new)
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


def _filled(folder: Path, files: Iterable[Path], derive: Derive | None) -> int:
    store = pyoxigraph.Store(str(folder))
    _load(store, files)
    if derive is not None:
        _load(store, derive(EmbeddedStore(store)))
    store.optimize()
    store.flush()
    count = len(store)
    del store  # gives back the engine's lock and writes its last files
    for entry in folder.iterdir():
        _fsync(entry)
    _fsync(folder)
    return count


def _load(store: pyoxigraph.Store, files: Iterable[Path]) -> None:
    for file in files:
        try:
            store.bulk_load(path=str(file), format=pyoxigraph.RdfFormat.N_QUADS)
        except SyntaxError as e:
            raise WorkspaceError(f"{file} is no N-Quads: {' '.join(str(e).split())[:200]}") from None
        except OSError as e:
            raise WorkspaceError(f"{file} cannot be loaded: {' '.join(str(e).split())[:200]}") from None


def _point(directory: Path, folder: Path) -> None:
    """Let the pointer name the new folder: the one moment at which the new store comes to count."""
    half = directory / f"{_POINTER}.half"
    half.write_text(folder.name + "\n", "ascii")
    _fsync(half)
    half.replace(directory / _POINTER)
    _fsync(directory)


def _sweep(directory: Path, keep: Path | None) -> None:
    """Remove every store but one, and half-written pointers."""
    for entry in directory.iterdir():
        if entry.is_dir() and entry.name.isdecimal() and entry != keep:
            shutil.rmtree(entry)
        elif entry.name == f"{_POINTER}.half":
            entry.unlink()


def _fsync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
