"""How the passages fare: read, scored, and told in a table."""

import sys
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from quality.passages import Passage, passages
from quality.scoring import Sheet, scored
from quality.surety import sure

from kg.extract import read
from kg.extract.contract import as_json
from kg.load.article import from_text

BALLOTS = frozenset({"events", "tallies", "positions", "veto", "sponsors", "outcomes", "dates", "derived", "status"})
SPEECH = frozenset({"quotes", "attribution"})

MEASURES = (
    *("events", "tallies", "positions", "votes", "veto", "sponsors", "outcomes", "dates", "derived", "status"),
    *("quotes", "attribution", "reported", "officials", "negotiations"),
)

JUDGED: dict[str, frozenset[str]] = {
    "numbers": BALLOTS,
    "clauses": BALLOTS,
    "linking": BALLOTS,
    "lists": BALLOTS,
    "long lists": BALLOTS,
    "derived": BALLOTS,
    "unreal": BALLOTS,
    "sponsors": BALLOTS,
    "outcomes": BALLOTS,
    "bodies": BALLOTS,
    "leads": BALLOTS,
    "speakers": SPEECH,
    "discourse": SPEECH,
    "documents": SPEECH,
    "indirect": frozenset({"reported"}),
    "officials": frozenset({"officials"}),
    "negotiations": frozenset({"negotiations", "status"}),
    "negatives": BALLOTS | {"officials", "negotiations"},
    "layout": BALLOTS | SPEECH | {"officials", "negotiations"},
    "reports": BALLOTS | SPEECH | {"officials", "negotiations"},
}
"""By which measures a passage of a kind is said to be read well."""


@cache
def found(passage: Passage) -> dict[str, Any]:
    """What ``kg extract`` writes for a passage."""
    document = from_text(passage.text, passage.name, published=passage.published)
    return as_json(document, read(document))


@cache
def sheet(passage: Passage) -> Sheet:
    """A passage's counts in all measures."""
    return scored(found(passage), passage.gold)


def faults(passage: Passage) -> list[str]:
    """What is wrong or missed in the measures that the passage is there for."""
    return [note for measure, note in sheet(passage).errors if measure in JUDGED[passage.kind]]


def total(some: Iterable[Passage]) -> Sheet:
    """The counts of several passages."""
    out = Sheet()
    for passage in some:
        out.take(sheet(passage))
    return out


@cache
def surety() -> Sheet:
    """Right and wrong among the facts of all passages that claim to be nearly certain."""
    out = Sheet()
    for passage in passages():
        out.take(sure(found(passage), passage.gold))
    return out


@cache
def known_to_fail() -> dict[str, dict[str, str]]:
    """Of each kind: the passages that are not read well yet, and what goes wrong."""
    return tomllib.loads((Path(__file__).parent / "known_to_fail.toml").read_text("utf-8"))


def report() -> str:
    """The passages that fail now, with their faults, by kind; a star marks those that nobody has listed."""
    listed = {name for some in known_to_fail().values() for name in some}
    out = ["* is not in known_to_fail.toml: it was read well before"]
    for kind in JUDGED:
        some = [p for p in passages() if p.kind == kind]
        bad = [p for p in some if faults(p)]
        out.append(f"{kind}: {len(some) - len(bad)} of {len(some)} passages are read well")
        for passage in bad:
            out.append(f"  {'' if passage.name in listed else '* '}{passage.name}: {passage.text}")
            out += [f"      {fault}" for fault in faults(passage)[:8]]
    out += [f"no longer failing: {p.name}" for p in passages() if p.name in listed and not faults(p)]
    counts = sorted(total(p for p in passages() if p.kind != "long lists").counts.items())
    out += [f"sure and wrong: {p.name}: {note}" for p in passages() for _, note in sure(found(p), p.gold).errors]
    out += [f"{m:14}{c.precision:6.3f}{c.recall:7.3f}  {c.hit:4}{c.wrong:4}{c.missed:4}" for m, c in counts]
    return "\n".join(out) + "\n"


def table() -> str:
    """Each phenomenon: how many passages, how many are read well, and what fails."""
    rows = ["| kind | phenomenon | passages | read well | known to fail |", "|---|---|---:|---:|---|"]
    for kind in JUDGED:
        of_kind: dict[str, list[Passage]] = {}
        for passage in (p for p in passages() if p.kind == kind):
            of_kind.setdefault(passage.phenomenon, []).append(passage)
        reasons = known_to_fail().get(kind, {})
        for phenomenon, some in of_kind.items():
            failing = [reasons[p.name] for p in some if p.name in reasons]
            why = "; ".join(dict.fromkeys(failing)) or "–"
            rows.append(f"| {kind} | {phenomenon} | {len(some)} | {len(some) - len(failing)} | {why} |")
    return "\n".join(rows)


def figures() -> str:
    """Precision and recall of each measure; and of what is told as nearly certain, how much is right."""
    rows = ["| measure | precision | recall | in the gold |", "|---|---:|---:|---:|"]
    short = total(p for p in passages() if p.kind != "long lists").counts
    counts = {measure: short[measure] for measure in MEASURES}
    counts["positions in long lists"] = total(p for p in passages() if p.kind == "long lists").counts["positions"]
    rows += [f"| {m} | {c.precision:.2f} | {c.recall:.2f} | {c.hit + c.missed} |" for m, c in counts.items()]
    rows += ["", "| told with a confidence of at least .95 | right | wrong |", "|---|---:|---:|"]
    rows += [f"| {m} | {c.hit} | {c.wrong} |" for m, c in sorted(surety().counts.items())]
    return "\n".join(rows)


if __name__ == "__main__":
    sys.stdout.write(report())
