"""A batch is read by several processes as one process reads it."""

from pathlib import Path

import pytest

from kg import readings as room
from kg.load.article import documents
from kg.load.files import Refusal
from kg.readings import Told, readings

_STORY = (
    "The Security Council voted 13-1 on Monday, with one abstention, to adopt resolution {n}. "
    'Ambassador Ana Silva of Brazil said: "We asked for this {n} times." Russia voted against.\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Forty articles and one file that is none."""
    for n in range(40):
        (tmp_path / f"{n:02}.txt").write_text(_STORY.format(n=n) * 3, encoding="utf-8")
    (tmp_path / "20b.txt").write_bytes(b"\xff\xfe\x00broken")
    return tmp_path


def _names(found: list[Told | Refusal]) -> list[str]:
    return [one.document.name if isinstance(one, Told) else "refused" for one in found]


def test_several_processes_read_what_one_reads_and_in_the_same_order(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = list(readings(documents([str(folder)]), workers=1))
    monkeypatch.setattr(room, "_WORTH_SHARING", 1000)
    monkeypatch.setattr(room, "_BATCH", 2000)
    shared = list(readings(documents([str(folder)]), workers=2))
    assert shared == alone
    assert len(alone) == 41
    assert _names(alone).count("refused") == 1


def test_a_small_batch_starts_no_process(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "ProcessPoolExecutor", None)
    assert len(list(readings(documents([str(folder)]), workers=8))) == 41


def test_articles_are_read_ahead_only_a_little(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken = []

    def watched() -> object:
        for one in documents([str(folder)]):
            taken.append(one)
            yield one

    monkeypatch.setattr(room, "_WORTH_SHARING", 500)
    monkeypatch.setattr(room, "_BATCH", 500)
    first = next(iter(readings(watched(), workers=2)))
    assert isinstance(first, Told)
    assert len(taken) < 20
