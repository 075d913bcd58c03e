"""The shipped corpus from end to end: built, checked, analysed, exported, and what in it is worth a look."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from kg import pipeline, products, showcase
from kg.config import SAMPLES
from kg.intake import Progress, quiet
from kg.summary import Summary
from kg.views import VIEWS

__all__ = ["Demo", "demo"]


@dataclass(frozen=True, slots=True)
class Demo:
    """What the shipped corpus holds, and what is worth a look in it."""

    summary: Summary
    sound: bool
    exported: tuple[str, ...]
    contradictions: tuple[showcase.Contradiction, ...]
    disputes: tuple[showcase.Dispute, ...]
    deeds: tuple[showcase.Deed, ...]
    alignments: tuple[showcase.Pair, ...]


def demo(workspace: Path, progress: Progress = quiet) -> Demo:
    """Build the shipped corpus, check it, export it, and pick what is worth a look."""
    started = time.monotonic()
    summary = pipeline.build([str(SAMPLES)], workspace, progress, [(name, "all") for name in VIEWS])
    progress("exporting and checking", 0, None)
    with ThreadPoolExecutor(1) as pool:  # the reasoner is a process of its own: export while it thinks
        checked = pool.submit(products.check, workspace)
        exported = products.export(workspace, workspace / "exports")
        report = checked.result()
    held = products.store(workspace)
    return Demo(
        replace(summary, seconds=time.monotonic() - started),
        report.ok,
        exported,
        showcase.contradictions(held),
        showcase.disputes(held),
        showcase.deeds(held),
        showcase.alignments(held),
    )
