"""From the Assembly's file to a store: ``kg build`` beside the store's own loader and beside other engines.

Every figure is a process of its own from start to end; the rounds alternate, so that what else the machine does
falls on all alike. See README.md.
"""

import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

from running import ASSEMBLY, HERE, Run, middle, run, save, size, table

ROUNDS = 3
VOTES = 947_434
SHARE = 10  # rdflib reads one line in so many of the N-Quads

KG = Path(sys.executable).with_name("kg")
LOADING = HERE / "loading.py"


def main() -> None:
    """Measure and say."""
    if not ASSEMBLY.is_file():
        sys.exit(f"skipped: no {ASSEMBLY.name} in the folder shared/data/undl beside the checkout")
    with tempfile.TemporaryDirectory(prefix="kg-bench-") as name:
        report(measure(Path(name)), Path(name))


def measure(folder: Path) -> dict[str, list[Run]]:
    """The runs of each candidate."""
    workspace, quads, part = folder / "workspace", folder / "record.nq", folder / "part.nq"
    child = (sys.executable, LOADING)
    run(KG, "build", ASSEMBLY, "-w", workspace)
    run(*child, "nquads", workspace, quads)
    with quads.open("rb") as whole, part.open("wb") as tenth:
        tenth.writelines(islice(whole, 0, None, SHARE))
    candidates: dict[str, tuple[Callable[[], Run], Sequence[Path]]] = {
        "build": (lambda: run(KG, "build", ASSEMBLY, "-w", workspace), [workspace]),
        "again": (lambda: run(KG, "build", ASSEMBLY, "-w", workspace), []),
        "bulk": (lambda: run(*child, "bulk", quads, folder / "bulk"), [folder / "bulk"]),
        "optimized": (lambda: run(*child, "optimized", quads, folder / "optimized"), [folder / "optimized"]),
        "rdflib": (lambda: run(*child, "rdflib", part), []),
        "maplib": (lambda: run(*child, "maplib", ASSEMBLY, folder / "maplib.nt"), [folder / "maplib.nt"]),
    }
    runs: dict[str, list[Run]] = {name: [] for name in candidates}
    for number in range(ROUNDS):
        for name, (call, made) in candidates.items():
            for path in made:
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
            runs[name].append(call())
            print(f"round {number + 1}: {name} {runs[name][-1].seconds:.1f} s", file=sys.stderr)
    with (folder / "maplib.nt").open("rb") as triples:
        assert sum(1 for _ in triples) == VOTES, "maplib made other triples than there are votes"
    return runs


def report(runs: dict[str, list[Run]], folder: Path) -> None:
    """The tables, the goals, and the figures as JSON."""
    took = {name: middle(many) for name, many in runs.items()}
    stored = size(folder / "workspace" / "store")
    whole = size(folder / "workspace")
    limit = took["bulk"].seconds
    told = {
        "build": "`kg build` of the CSV: the whole command",
        "bulk": "the store's own bulk load of the N-Quads that it wrote",
        "optimized": "the same, its runs merged (`optimize`)",
        "maplib": "maplib: the same file to N-Triples, one triple a vote; no store",
        "rdflib": f"rdflib: the N-Quads in memory, one line in {SHARE}, times {SHARE}",
        "again": "`kg build` of the same file again",
    }
    factor = {"rdflib": SHARE}
    rows = [
        [
            text,
            f"{took[name].seconds * factor.get(name, 1):.1f} s",
            f"{took[name].processor * factor.get(name, 1):.1f} s",
            f"{took[name].seconds * factor.get(name, 1) / limit:.2f}",
            f"{took[name].peak * factor.get(name, 1) / 1e9:.2f} GB",
        ]
        for name, text in told.items()
    ]
    print(table(["", "clock", "processor", "of the bulk load", "peak memory"], rows))
    sizes = {
        "store": stored,
        "workspace": whole,
        "bulk": size(folder / "bulk"),
        "optimized": size(folder / "optimized"),
    }
    named = ("the store of `kg build`", "its workspace", "the bulk load's store", "the same, merged")
    print()
    print(
        table(
            ["on disk", "bytes", "bytes a vote"],
            [[text, f"{n:,}", f"{n / VOTES:.0f}"] for text, n in zip(named, sizes.values(), strict=True)],
        )
    )
    goals = [
        ("clock, of the bulk load", took["build"].seconds / limit, 1.3),
        ("peak memory, GB", took["build"].peak / 1e9, 2.0),
        ("store, bytes a vote", stored / VOTES, 180.0),
        ("second build, seconds", took["again"].seconds, 1.0),
    ]
    print()
    print(
        table(
            ["goal", "at most", "measured", ""],
            [[t, f"{g:g}", f"{v:.2f}", "met" if v <= g else "missed"] for t, v, g in goals],
        )
    )
    spent = where_the_time_goes(folder)
    save(
        "build",
        {
            "seconds": {name: [r.seconds for r in many] for name, many in runs.items()},
            "peak bytes": {name: [r.peak for r in many] for name, many in runs.items()},
            "bytes on disk": sizes,
            "stages of a build, seconds": spent,
        },
    )


def where_the_time_goes(folder: Path) -> dict[str, float]:
    """The seconds between the reports of one more build."""
    run(sys.executable, LOADING, "stages", ASSEMBLY, folder / "stages")
    spent: dict[str, float] = json.loads((folder / "stages.json").read_text("utf-8"))
    print()
    print(table(["where a build's time goes", "seconds"], [[s, f"{t:.2f}"] for s, t in spent.items()]))
    return spent


if __name__ == "__main__":
    main()
