"""Programs in processes of their own, what they took, and the tables that say so."""

import json
import os
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
RESULTS = HERE / "results"
VOTES = ROOT.parent / "shared" / "data" / "undl"
ASSEMBLY = VOTES / "ga_voting_reconstructed_1946_2025.csv.zst"
COUNCIL = VOTES / "sc_voting_reconstructed_1946_2025.csv.zst"


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took: seconds on the clock, seconds of processor time, most memory held (bytes)."""

    seconds: float
    processor: float
    peak: int


def run(*words: str | Path) -> Run:
    """Run a program to its end. SystemExit, with what it wrote, where it fails.

    A process begins with the memory of the one that starts it, as far as its peak is concerned: import nothing large
    where this is called.
    """
    log = RESULTS / "log.txt"
    RESULTS.mkdir(exist_ok=True)
    started = time.perf_counter()
    with log.open("wb") as out:
        files = [(os.POSIX_SPAWN_DUP2, out.fileno(), 1), (os.POSIX_SPAWN_DUP2, out.fileno(), 2)]
        pid = os.posix_spawn(str(words[0]), [str(w) for w in words], os.environ, file_actions=files)
        _, status, usage = os.wait4(pid, 0)
    if code := os.waitstatus_to_exitcode(status):
        raise SystemExit(f"{' '.join(map(str, words))}: exit code {code}\n{log.read_text()[-2000:]}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit)


def middle(runs: Sequence[Run]) -> Run:
    """The median of each figure."""
    return Run(median(r.seconds for r in runs), median(r.processor for r in runs), int(median(r.peak for r in runs)))


def size(folder: Path) -> int:
    """The bytes of a folder on disk; a file that has two names counts once."""
    files = {(s.st_dev, s.st_ino): s for p in folder.rglob("*") if p.is_file() for s in [p.stat()]}
    return sum(s.st_blocks * 512 for s in files.values())


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table; all columns but the first to the right."""
    lines = ["| " + " | ".join(head) + " |", "|---" + "|---:" * (len(head) - 1) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def save(name: str, figures: Mapping[str, object]) -> None:
    """Keep the figures for a program to read."""
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{name}.json"
    path.write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", "utf-8")
    print(f"\n{path.relative_to(ROOT)} holds the figures")
