"""Whatever happens to a build, the last good store answers."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import Busy, WorkspaceError
from kg.store import Base, Solutions, Store, build, open_store


def quads(path: Path, count: int, word: str) -> Path:
    path.write_text("".join(f'<a:s{i}> <a:p> "{word}" <a:g{i % 7}> .\n' for i in range(count)))
    return path


def words(directory: Path) -> list[str]:
    answer = open_store(directory).query("SELECT DISTINCT ?w { ?s <a:p> ?w }")
    assert isinstance(answer, Solutions)
    return [getattr(row[0], "value", "") for row in answer.rows]


def folders(directory: Path) -> list[str]:
    return sorted(p.name for p in directory.iterdir() if p.is_dir())


def test_a_new_store_takes_the_place_of_the_old_and_an_open_one_goes_on(tmp_path: Path) -> None:
    store = tmp_path / "store"
    assert build([quads(tmp_path / "a.nq", 500, "old"), quads(tmp_path / "b.nq", 500, "old")], store) == 500
    before = open_store(store)
    build([quads(tmp_path / "a.nq", 20, "new")], store)
    assert words(store) == ["new"]
    assert folders(store) == ["0002"]
    assert len(before) == 500
    assert len(list(before.quads())) == 500


def test_a_build_that_fails_changes_nothing(tmp_path: Path) -> None:
    store = tmp_path / "store"
    build([quads(tmp_path / "a.nq", 10, "old")], store)
    (tmp_path / "bad.nq").write_text("<a:b> nonsense\n")
    with pytest.raises(WorkspaceError, match=r"bad\.nq is no N-Quads"):
        build([tmp_path / "bad.nq"], store)
    with pytest.raises(WorkspaceError, match="cannot be loaded"):
        build([tmp_path / "absent.nq"], store)
    assert words(store) == ["old"]
    build([quads(tmp_path / "a.nq", 10, "new")], store)
    assert words(store) == ["new"]
    assert len(folders(store)) == 1


CODE = """
import sys
from pathlib import Path
from kg.store import build
print("go", flush=True)
build([Path(sys.argv[1])], Path(sys.argv[2]))
"""


@pytest.mark.parametrize("after", [0.0, 0.03, 0.1, 0.3])
def test_a_killed_build_leaves_the_last_good_store(tmp_path: Path, after: float) -> None:
    store = tmp_path / "store"
    build([quads(tmp_path / "a.nq", 10, "old")], store)
    big = quads(tmp_path / "big.nq", 300_000, "new")
    process = subprocess.Popen([sys.executable, "-c", CODE, str(big), str(store)], stdout=subprocess.PIPE)
    assert process.stdout
    process.stdout.readline()
    deadline = time.monotonic() + 10
    while len(folders(store)) < 2 and time.monotonic() < deadline:
        time.sleep(0.002)
    time.sleep(after)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert words(store) == ["old"]
    build([quads(tmp_path / "a.nq", 10, "next")], store)
    assert words(store) == ["next"]
    assert len(folders(store)) == 1


def test_two_builds_at_once(tmp_path: Path) -> None:
    store = tmp_path / "store"
    big = quads(tmp_path / "big.nq", 100_000, "first")
    process = subprocess.Popen([sys.executable, "-c", CODE, str(big), str(store)], stdout=subprocess.PIPE)
    assert process.stdout
    process.stdout.readline()
    deadline = time.monotonic() + 10
    while not store.is_dir() or not folders(store):
        assert time.monotonic() < deadline
        time.sleep(0.002)
    with pytest.raises(Busy, match="wait for it to end"):
        build([quads(tmp_path / "a.nq", 10, "second")], store)
    assert process.wait() == 0
    process.stdout.close()
    assert words(store) == ["first"]


def base(key: str, word: str, written: list[str], *, fresh: bool = False) -> Base:
    """A base of two parts that notes when it is written."""

    def part(first: int) -> Callable[[Path], object]:
        def write(path: Path) -> None:
            written.append(word)
            path.write_text("".join(f'<a:b{first + i}> <a:p> "{word}" <a:base> .\n' for i in range(100)))

        return write

    return Base(key, (part(0), part(100)), fresh)


def test_a_base_is_built_once_and_every_store_holds_it(tmp_path: Path) -> None:
    store, written = tmp_path / "store", list[str]()
    assert build([quads(tmp_path / "a.nq", 10, "first")], store, base("one", "base", written)) == 210
    assert build([quads(tmp_path / "a.nq", 20, "second")], store, base("one", "base", written)) == 220
    assert written == ["base", "base"]
    assert sorted(words(store)) == ["base", "second"]
    build([], store, base("one", "made anew", written, fresh=True))
    assert words(store) == ["made anew"]


def test_another_base_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    store, written = tmp_path / "store", list[str]()
    build([], store, base("one", "old", written))
    build([], store, base("two", "new", written))
    assert words(store) == ["new"]
    assert folders(store) == ["0002", "base-two"]
    build([quads(tmp_path / "a.nq", 10, "alone")], store)
    assert words(store) == ["alone"]
    assert folders(store) == ["0003"]


def test_a_base_that_was_left_half_written_is_built_again(tmp_path: Path) -> None:
    store = tmp_path / "store"

    def broken(path: Path) -> None:
        path.write_text("<a:b> nonsense\n")

    build([quads(tmp_path / "a.nq", 10, "old")], store)
    with pytest.raises(WorkspaceError, match="is no N-Quads"):
        build([], store, Base("one", (broken,)))
    assert words(store) == ["old"]
    build([], store, base("one", "whole", []))
    assert words(store) == ["whole"]
    assert folders(store) == ["0002", "base-one"]


def test_what_follows_from_a_store_is_added_to_it(tmp_path: Path) -> None:
    store = tmp_path / "store"

    def derive(held: Store) -> list[Path]:
        return [quads(tmp_path / "derived.nq", len(held), "derived")]

    assert build([quads(tmp_path / "a.nq", 10, "told")], store, base("one", "base", []), derive) == 420
    assert sorted(words(store)) == ["base", "derived", "told"]


def test_where_there_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="kg build"):
        open_store(tmp_path / "store")
    build([quads(tmp_path / "a.nq", 10, "old")], tmp_path / "store")
    for file in (tmp_path / "store" / "0001").iterdir():
        file.unlink()
    with pytest.raises(WorkspaceError, match="kg rebuild"):
        open_store(tmp_path / "store")
