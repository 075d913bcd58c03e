"""Which files a batch means: files, folders (everything below, sorted), ``-`` for standard input."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

__all__ = ["STANDARD_INPUT", "Paths", "Refusal", "expand", "is_record_file", "suffix"]

STANDARD_INPUT = "-"
RECORD_SUFFIXES = frozenset({".csv", ".csv.gz", ".csv.zst", ".tsv", ".tsv.gz", ".tsv.zst"})
# What stands beside the data in a folder and speaks of it: README.md, LICENSE. Given by name it is refused.
_NOTES = frozenset({"", ".md"})
_PACKED = frozenset({".gz", ".zst"})

Paths: TypeAlias = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that was left out, and why, in one line."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


def suffix(path: Path) -> str:
    """The lower-case ending that tells the format; both parts of ``.csv.zst``."""
    ending = path.suffix.lower()
    return Path(path.stem).suffix.lower() + ending if ending in _PACKED else ending


def is_record_file(path: Path) -> bool:
    """Whether a file may hold roll calls; its header decides."""
    return suffix(path) in RECORD_SUFFIXES


def expand(paths: Paths) -> Iterator[Path | Refusal]:
    """The files in the order given, folders recursively in sorted order. Hidden files and doubles are passed over."""
    seen: set[Path] = set()
    for given in [paths] if isinstance(paths, str | os.PathLike) else paths:
        path = Path(given)
        if str(path) == STANDARD_INPUT:
            yield path
        elif path.is_dir():
            for file in _below(path):
                if (real := file.resolve()) not in seen:
                    seen.add(real)
                    yield file
        elif not path.exists():
            yield Refusal(str(path), "no such file or folder")
        elif not path.is_file():
            yield Refusal(str(path), "neither a file nor a folder")
        elif (real := path.resolve()) not in seen:
            seen.add(real)
            yield path


def _below(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(files):
            file = Path(root, name)
            if not name.startswith(".") and suffix(file) not in _NOTES and file.is_file():
                yield file
