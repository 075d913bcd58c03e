"""Answers that were given before: the same question is not put twice."""

import hashlib
import os
from pathlib import Path
from tempfile import NamedTemporaryFile

import msgspec

__all__ = ["Answers", "key"]


def key(model: str, prompt: str, schema: bytes, text: str) -> str:
    """What an answer follows from: the model, the prompt's version, the schema and the text. SHA-256, in hex."""
    parts = (model.encode(), prompt.encode(), schema, text.encode("utf-8", "surrogatepass"))
    return hashlib.sha256(b"".join(len(part).to_bytes(8) + part for part in parts)).hexdigest()


class _Kept(msgspec.Struct):
    model: str
    answer: str


class Answers:
    """A folder of answers, one file each, named by its key. Without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def get(self, name: str) -> str | None:
        """The answer of a key; None where there is none that can be read."""
        if self._folder is None:
            return None
        try:
            return msgspec.json.decode(self._path(self._folder, name).read_bytes(), type=_Kept).answer
        except (FileNotFoundError, msgspec.DecodeError, UnicodeDecodeError):
            return None

    def put(self, name: str, model: str, answer: str) -> None:
        """Keep an answer; it is there whole or not at all."""
        if self._folder is None:
            return
        path = self._path(self._folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, prefix=name, suffix=".half", delete=False) as file:
            temporary = Path(file.name)
            file.write(msgspec.json.encode(_Kept(model, answer.encode("utf-8", "replace").decode())))
        os.replace(temporary, path)

    @staticmethod
    def _path(folder: Path, name: str) -> Path:
        return folder / name[:2] / f"{name}.json"
