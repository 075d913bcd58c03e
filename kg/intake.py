"""What is given becomes documents with readings, and roll calls; what cannot be read is left out, with reasons."""

from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from kg.config import PROGRAM
from kg.errors import RecordError
from kg.load.files import Refusal, expand, is_record_file
from kg.load.rollcall import Record, digest_of, read_record
from kg.model import Document, Reading

Progress: TypeAlias = Callable[[str, int, int | None], None]


def quiet(_stage: str, _done: int, _total: int | None) -> None:
    """Progress that nobody watches."""


def articles(paths: Sequence[str], progress: Progress = quiet) -> tuple[list[Document], tuple[Refusal, ...]]:
    """The articles among what is given."""
    if all(isinstance(found, Path) and is_record_file(found) for found in expand(paths)):
        return [], ()
    from kg.load.article import documents as load_documents  # a tenth of a second, for those who give articles

    loaded, refused = [], []
    for number, found in enumerate(load_documents(paths), 1):
        if isinstance(found, Refusal):
            refused.append(found)
        else:
            loaded.append(found)
        progress("loading articles", number, None)
    return loaded, tuple(refused)


def records(
    paths: Sequence[str], known: Collection[str] = (), progress: Progress = quiet
) -> tuple[list[Record], tuple[Refusal, ...]]:
    """The roll-call files among what is given, but for those whose bytes are ``known`` by their SHA-256."""
    files = [p for p in expand(paths) if isinstance(p, Path) and is_record_file(p)]
    found, refused = [], []
    for number, file in enumerate(files, 1):
        try:
            if not known or digest_of(file) not in known:
                found.append(read_record(file))
        except RecordError as error:
            refused.append(Refusal(str(file), str(error).removeprefix(f"{file}: ")))
        progress("loading roll calls", number, len(files))
    return found, tuple(refused)


def unread(
    documents: Collection[Document],
    known: Mapping[str, Document],
    told: Mapping[str, Reading],
    readers: str = PROGRAM,
) -> list[Document]:
    """The documents that are new, changed, or read by others than ``readers``, the program with those it asks."""
    return [
        d
        for d in documents
        if known.get(d.id) != d or (reading := told.get(d.id)) is None or reading.extractor != readers
    ]
