"""The workspace: the truth as files. The store beside them is an index that can be made again at any time.

    workspace.json       the layout's version
    documents.jsonl      one Document a line
    claims.jsonl         one Reading a line: what a document states
    boilerplate.jsonl    one Reading a line: what the page around it states; never merged into the graph
    refusals.jsonl       what the last build left out, and why
    records/             rollcalls.parquet, votes.parquet, corrections.parquet, problems.jsonl, sources.jsonl
    judgements.jsonl     decisions on identity, appended, never rewritten
    reviews.jsonl        decisions of people on claims, appended, never rewritten
    answers/             what a language model answered, by what it was asked; made again by asking
    store/               the Oxigraph store
    built.json           what the store was built from, as a digest, and what it holds
    lock                 held by a build

A file is replaced whole or not at all. Readings are written before documents, and a reading without its document is
passed over: whenever a build is killed, what is read back is consistent.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, TypeVar

import filelock
import msgspec
import polars as pl

from kg.errors import Busy, WorkspaceError
from kg.load.files import Refusal
from kg.load.merging import superseded
from kg.load.record import CORRECTIONS, ROLLCALLS, VOTES, Problem, Record, Schema, SourceFile
from kg.model import Document, Judgement, Reading, Review

__all__ = ["VERSION", "Workspace"]

VERSION = 2
"""Of the layout of the files. Another version is refused, not guessed at."""

_TRUTH = ("documents.jsonl", "claims.jsonl", "judgements.jsonl", "reviews.jsonl", "records/*")

_DECISIONS = ("judgements.jsonl", "reviews.jsonl")
"""What people decided is in no other place: it is not made anew."""

T = TypeVar("T")

_TABLES: dict[str, Schema] = {"rollcalls": ROLLCALLS, "votes": VOTES, "corrections": CORRECTIONS}


class Workspace:
    """A workspace folder that exists. Use ``open`` or ``create``."""

    def __init__(self, path: Path) -> None:
        self.path = path

    # ----------------------------------------------------------------------- being

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> "Workspace":
        """An existing workspace. WorkspaceError where there is none, or one of another version."""
        folder = Path(path)
        marker = folder / "workspace.json"
        try:
            version = msgspec.json.decode(marker.read_bytes(), type=dict[str, int]).get("version")
        except FileNotFoundError:
            raise WorkspaceError(f"{folder} is no workspace: make one with 'kg build PATH... -w {folder}'") from None
        except NotADirectoryError:
            raise WorkspaceError(f"{folder} is a file, not a workspace folder") from None
        except (msgspec.DecodeError, OSError) as e:
            raise WorkspaceError(f"{marker} is damaged ({e}): build the workspace anew in another folder") from None
        if version != VERSION:
            raise WorkspaceError(
                f"{folder} has layout {version}, this program reads {VERSION}: build it anew in another folder"
            )
        return cls(folder)

    @classmethod
    def create(cls, path: str | os.PathLike[str]) -> "Workspace":
        """The workspace of this path, made where there is none. A folder with other things in it is refused."""
        folder = Path(path)
        if (folder / "workspace.json").exists():
            return cls.open(folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as e:
            raise WorkspaceError(f"cannot make the workspace {folder}: {e.strerror}") from None
        # A lock and the temporary file of a build that was killed at its very beginning do no harm.
        strangers = [entry.name for entry in folder.iterdir() if entry.name != "lock" and not _is_temporary(entry)]
        if strangers:
            raise WorkspaceError(f"{folder} holds other files ({min(strangers)}): give a new or an empty folder")
        _replace(folder / "workspace.json", msgspec.json.encode({"version": VERSION}) + b"\n")
        return cls(folder)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Hold the workspace for writing. Busy at once where another build has it; a killed build holds nothing."""
        lock = filelock.FileLock(self.path / "lock")
        try:
            lock.acquire(timeout=0)
        except filelock.Timeout:
            raise Busy(
                f"another build is writing to {self.path}: wait for it to end, or use another workspace"
            ) from None
        try:
            self._sweep()
            yield
        finally:
            lock.release()

    def _sweep(self) -> None:
        """Remove what killed builds left half-written."""
        for folder in (self.path, self.path / "records"):
            if folder.is_dir():
                for entry in folder.iterdir():
                    if _is_temporary(entry):
                        entry.unlink(missing_ok=True)

    @property
    def store(self) -> Path:
        """The folder of the store."""
        return self.path / "store"

    @property
    def answers(self) -> Path:
        """The folder of a language model's answers."""
        return self.path / "answers"

    # ----------------------------------------------------------------------- documents and what they state

    def documents(self) -> dict[str, Document]:
        """All documents by id, in order of name and id."""
        return {d.id: d for d in self._lines("documents.jsonl", Document)}

    def readings(self) -> dict[str, Reading]:
        """What each document states, by the document's id, in the order of the documents."""
        return self._readings("claims.jsonl")

    def boilerplate(self) -> dict[str, Reading]:
        """What the page around each document states, where it was read."""
        return self._readings("boilerplate.jsonl")

    def _readings(self, name: str) -> dict[str, Reading]:
        found = {r.document: r for r in self._lines(name, Reading)}
        return {id_: found[id_] for id_ in self.documents() if id_ in found}

    def add(
        self, documents: Iterable[Document], readings: Iterable[Reading], boilerplate: Iterable[Reading] = ()
    ) -> None:
        """Add documents with their readings; the same id replaces. The caller holds the lock."""
        known = self.documents() | {d.id: d for d in documents}
        ordered = sorted(known.values(), key=lambda d: (d.name, d.id))
        for name, new in (("claims.jsonl", readings), ("boilerplate.jsonl", boilerplate)):
            kept = {r.document: r for r in self._lines(name, Reading)} | {r.document: r for r in new}
            self._write(name, [kept[d.id] for d in ordered if d.id in kept])
        self._write("documents.jsonl", ordered)

    def refusals(self) -> tuple[Refusal, ...]:
        """What the last build left out."""
        return tuple(self._lines("refusals.jsonl", Refusal))

    def set_refusals(self, refusals: Iterable[Refusal]) -> None:
        """Say what this build left out."""
        self._write("refusals.jsonl", refusals)

    # ----------------------------------------------------------------------- the record

    def record(self) -> Record:
        """The roll calls, votes and corrections; empty tables where there are none."""
        rollcalls, votes, corrections = (self._table(name, schema) for name, schema in _TABLES.items())
        problems = tuple(self._lines("records/problems.jsonl", Problem))
        return Record(rollcalls, votes, problems, corrections, self.sources())

    def sources(self) -> tuple[SourceFile, ...]:
        """The roll-call files that are in the record, in the order in which they were loaded."""
        return tuple(self._lines("records/sources.jsonl", SourceFile))

    def _table(self, name: str, schema: Schema) -> pl.DataFrame:
        path = self.path / "records" / f"{name}.parquet"
        if not path.exists():
            return pl.DataFrame(schema=schema)
        try:
            return pl.read_parquet(path, columns=list(schema))
        except (pl.exceptions.PolarsError, OSError) as e:
            reason = str(e).splitlines()[0]
            raise WorkspaceError(f"{path} is damaged ({reason}): load the roll-call files again") from None

    def add_record(self, record: Record) -> None:
        """Add roll calls: of one that is there already the new votes count. The caller holds the lock.

        Files that are all in the record already add nothing.
        """
        known = {file.sha256 for file in self.sources()}
        if record.sources and known.issuperset(file.sha256 for file in record.sources):
            return
        whole = superseded(self.record(), record)
        (self.path / "records").mkdir(exist_ok=True)
        # Votes before roll calls: a vote without its roll call is not read by anything. The files last: of a build that
        # was killed they are not in the record yet, and are loaded again.
        tables = {"corrections": whole.corrections, "votes": whole.votes, "rollcalls": whole.rollcalls}
        for name, table in tables.items():
            with _replacing(self.path / "records" / f"{name}.parquet") as temporary:
                table.write_parquet(temporary, compression="zstd", statistics=False)
        problems = sorted(whole.problems, key=lambda p: (p.rollcall, p.message))
        self._write("records/problems.jsonl", problems)
        self._write("records/sources.jsonl", whole.sources)

    # ----------------------------------------------------------------------- what the store was built from

    def digest(self, *patterns: str) -> str:
        """A digest of the files that fit the patterns; without any, of all that hold the truth."""
        whole = hashlib.blake2b(digest_size=16)
        for pattern in patterns or _TRUTH:
            for path in sorted(self.path.glob(pattern)):
                name = path.relative_to(self.path).as_posix()
                whole.update(f"{name}\0{path.stat().st_size}\0".encode() + path.read_bytes())
        return whole.hexdigest()

    def built(self) -> tuple[str, dict[str, Any]] | None:
        """The digest of what the store was built from, and what it holds; None where there is no store."""
        try:
            return msgspec.json.decode((self.path / "built.json").read_bytes(), type=tuple[str, dict[str, Any]])
        except (FileNotFoundError, msgspec.DecodeError):
            return None

    def set_built(self, inputs: str, holds: Mapping[str, Any]) -> None:
        """Note what the store was built from, once it is there."""
        _replace(self.path / "built.json", msgspec.json.encode((inputs, holds)) + b"\n")  # in the order that is shown

    # ----------------------------------------------------------------------- decisions

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements on identity, oldest first; the last on a pair holds."""
        return tuple(self._lines("judgements.jsonl", Judgement))

    def append_judgements(self, judgements: Iterable[Judgement]) -> None:
        """Add judgements at the end. Nothing is ever rewritten."""
        self._append("judgements.jsonl", judgements)

    def reviews(self) -> tuple[Review, ...]:
        """What people answered on claims, oldest first; the last answer on a claim holds."""
        return tuple(self._lines("reviews.jsonl", Review))

    def append_reviews(self, reviews: Iterable[Review]) -> None:
        """Add reviews at the end. Nothing is ever rewritten."""
        self._append("reviews.jsonl", reviews)

    # ----------------------------------------------------------------------- files

    def _lines(self, name: str, kind: type[T]) -> Iterator[T]:
        path = self.path / name
        if not path.exists():
            return
        decoder = msgspec.json.Decoder(kind)
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if not line.endswith(b"\n"):
                    continue  # an append that was killed half-way: it never came to be
                try:
                    yield decoder.decode(line)
                except (msgspec.DecodeError, msgspec.ValidationError) as e:
                    advice = "mend or remove that line" if name in _DECISIONS else "build the workspace anew"
                    raise WorkspaceError(f"{path} is damaged at line {number} ({e}): {advice}") from None

    def _write(self, name: str, records: Iterable[object]) -> None:
        encoder = msgspec.json.Encoder(order="deterministic")
        _replace(self.path / name, b"".join(encoder.encode(r) + b"\n" for r in records))

    def _append(self, name: str, records: Iterable[object]) -> None:
        encoder = msgspec.json.Encoder(order="deterministic")
        data = b"".join(encoder.encode(r) + b"\n" for r in records)
        path = self.path / name
        with path.open("a+b") as file:
            if file.tell():
                file.seek(-1, os.SEEK_END)
                if file.read(1) != b"\n":
                    _drop_half_line(path)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())


def _drop_half_line(path: Path) -> None:
    """Cut off the beginning of a line whose writer was killed."""
    data = path.read_bytes()
    os.truncate(path, data.rfind(b"\n") + 1)


_SUFFIX = ".half"


def _is_temporary(path: Path) -> bool:
    return path.suffix == _SUFFIX


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    """A file to write beside the old one, which it replaces at the end if nothing went wrong."""
    with NamedTemporaryFile(dir=path.parent, prefix=path.name, suffix=_SUFFIX, delete=False) as file:
        temporary = Path(file.name)
    try:
        yield temporary
        with temporary.open("rb") as file:
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _replace(path: Path, data: bytes) -> None:
    with _replacing(path) as temporary:
        temporary.write_bytes(data)
