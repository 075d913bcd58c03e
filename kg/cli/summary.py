"""What commands print when they are done: short lines for a reader, JSON for a program."""

import json
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from kg.cli.console import console_of
from kg.config import DEFAULT_WORKSPACE
from kg.load.files import Refusal
from kg.summary import Summary, Unheard

if TYPE_CHECKING:  # half a second, for those who check or see the demo
    from kg.check import CheckReport
    from kg.demo import Demo


def print_build(summary: Summary, as_json: bool = False) -> None:
    """What a build made of its input; each thing left out on a line of standard error."""
    for refusal in summary.refused:
        print(f"left out: {refusal}", file=sys.stderr)  # noqa: T201
    for unheard in summary.unheard:
        print(f"not heard: {unheard}", file=sys.stderr)  # noqa: T201
    for problem in summary.problems[:5]:
        print(f"odd: {problem}", file=sys.stderr)  # noqa: T201
    if len(summary.problems) > 5:
        print(f"odd: {len(summary.problems) - 5} more; kg info --json lists all", file=sys.stderr)  # noqa: T201
    if as_json:
        _print_json(summary)
        return
    print("\n".join(holdings(summary)))  # noqa: T201
    if summary.refused:
        print(f"{len(summary.refused)} left out, see above", file=sys.stderr)  # noqa: T201


def print_info(summary: Summary, as_json: bool) -> None:
    """What a workspace holds."""
    if as_json:
        _print_json(summary)
        return
    print("\n".join(holdings(summary)))  # noqa: T201
    for refusal in summary.refused:
        print(f"left out by the last build: {refusal}")  # noqa: T201


def holdings(summary: Summary) -> list[str]:
    """A workspace in a few lines."""
    facts = ", ".join(f"{number:,} {kind}" for kind, number in summary.facts.items() if number)
    lines = [f"{summary.workspace}: {_many(summary.documents, 'article')}, {_many(summary.quads, 'quad')}"]
    if facts:
        lines.append(f"  the articles tell of {facts}")
    if summary.rollcalls:
        lines.append(f"  the record holds {_many(summary.rollcalls, 'roll call')} with {_many(summary.votes, 'vote')}")
    if found := ", ".join(f"{number:,} {finding}" for finding, number in summary.findings.items() if number):
        lines.append(f"  claims against the record: {found}")
    if summary.dropped:
        lines.append(f"  {_many(summary.dropped, 'candidate')} read and not kept (kg check lists them)")
    if summary.unfounded:
        lines.append(f"  {summary.unfounded:,} of these claimed by a second reader, and not borne out by the text")
    if summary.seconds:
        lines.append(f"  in {summary.seconds:.1f} s")
    return lines


def print_extracts(found: Iterable[tuple[str, dict[str, Any]] | Refusal | Unheard], out: Path | None) -> int:
    """Write each article's JSON as it comes: a file in a folder, or a line on standard output.

    Returns the number of lines that tell of what was left out or not heard.
    """
    refused = 0
    if out:
        out.mkdir(parents=True, exist_ok=True)
    for item in found:
        if isinstance(item, Refusal):
            refused += 1
            print(f"left out: {item}", file=sys.stderr)  # noqa: T201
        elif isinstance(item, Unheard):
            refused += 1
            print(f"not heard: {item}", file=sys.stderr)  # noqa: T201
        elif out:
            name, value = item
            text = json.dumps(value, ensure_ascii=False, indent=1)
            (out / f"{name.replace('/', '_')}.json").write_text(text + "\n", encoding="utf-8")
        else:
            print(json.dumps(item[1], ensure_ascii=False))  # noqa: T201
    return refused


def print_check(report: "CheckReport", as_json: bool, everything: bool = False) -> None:
    """The report of a check: what is contradicted or unclear, or everything."""
    print(report.to_json() if as_json else report.to_text(everything=everything).rstrip())  # noqa: T201


def print_views(computed: Mapping[str, int], as_json: bool) -> None:
    """The views computed, each with its number of scores."""
    if as_json:
        print(json.dumps(dict(computed), indent=1))  # noqa: T201
        return
    for name, scores in computed.items():
        print(f"{name}: {_many(scores, 'score')}")  # noqa: T201


def print_files(folder: Path, files: Sequence[str]) -> None:
    """The files of an export."""
    print(f"{folder}: {_many(len(files), 'file')}")  # noqa: T201
    for name in files:
        print(f"  {name}")  # noqa: T201


def print_demo(shown: "Demo", as_json: bool) -> None:
    """What the shipped corpus holds: the numbers, the contradictions, who aligns with whom, what to type next."""
    if as_json:
        _print_json(shown)
        return
    console = console_of(sys.stdout)

    def say(text: str, style: str = "") -> None:
        console.print(text, style=style, markup=False, soft_wrap=False)

    say("\n".join(holdings(shown.summary)))
    say(f"  checks: {'all rules hold' if shown.sound else 'rules are broken, see kg check'}")
    say(f"  exports: {len(shown.exported)} files in {shown.summary.workspace / 'exports'}")
    if shown.contradictions:
        say("\nThe article says one thing, the official record another", "bold")
    for c in shown.contradictions:
        say(f"  {c.article}: “{_short(c.said)}”")
        say(_hanging(c.reason, 6), "dim")
    if shown.disputes:
        say("\nOne vote, two stories", "bold")
    for d in shown.disputes:
        say(f"  {d.event}", "dim")
        say(f"      “{_short(d.said)}” ({d.article})")
        say(f"      “{_short(d.other)}” ({d.other_article})")
    if shown.deeds:
        say("\nWords and deeds", "bold")
    for w in shown.deeds:
        say(f"  {w.event}", "dim")
        say(f"      {w.state}: “{_short(w.said)}”")
        say(_hanging(w.reason, 6), "dim")
    if shown.alignments:
        say("\nWho votes with whom", "bold")
    for a in shown.alignments:
        say(f"  {a.state} and {a.other}: alike in {a.share:.0%} of {a.shared} ballots")
    say("\nAsk it yourself", "bold")
    where = "" if shown.summary.workspace == DEFAULT_WORKSPACE else f" -w {shown.summary.workspace}"
    kg = _program()
    say(f"  {kg} query contradictions{where}")
    say(f"  {kg} query agreement -p state=Hungary -p other='United States'{where}")
    say(f"  {kg} view negotiations -o who.html{where}")
    say(f"  {kg} query --list{' ' * 20}all the questions it knows; your own SPARQL goes behind -q")


def _program() -> str:
    """What to type for this program: its name, or its path where the name is not found."""
    typed = Path(sys.argv[0])
    return str(typed) if typed.name == "kg" and shutil.which("kg") is None else "kg"


def _hanging(text: str, indent: int) -> str:
    """A text of several lines, each as far in as the first."""
    return "\n".join(wrap(text, _WIDE, initial_indent=" " * indent, subsequent_indent=" " * indent))


_LONGEST = 200
_WIDE = 110


def _short(text: str) -> str:
    """A quotation that fits a line or two."""
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _LONGEST else one_line[: _LONGEST - 1].rsplit(" ", 1)[0] + " …"


def _many(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _print_json(value: object) -> None:
    print(json.dumps(_plain(value), ensure_ascii=False, indent=1))  # noqa: T201


def _plain(value: object) -> object:
    """Frozen data as JSON has it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    return str(value) if isinstance(value, Path) else value
