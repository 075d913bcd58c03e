"""``kg explain``: articles with every claim marked in them, on a terminal, in a pipe, as JSON or as a page."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

from kg.cli.console import console_of
from kg.explain import Explained, as_json, page, show
from kg.load.files import Refusal

__all__ = ["print_explained"]


def print_explained(found: Iterable[Explained | Refusal], out: Path | None, *, json_lines: bool) -> int:
    """Print each article as it comes, or write all into one page; the number of those left out."""
    console = console_of(sys.stdout)
    refused, kept, number = 0, list[Explained](), 0
    for item in found:
        if isinstance(item, Refusal):
            refused += 1
            print(f"left out: {item}", file=sys.stderr)  # noqa: T201
        elif out:
            kept.append(item)
        elif json_lines:
            print(json.dumps(as_json(item), ensure_ascii=False))  # noqa: T201
        else:
            if number:
                console.rule(style="dim")
            number += 1
            show(item, console)
    if out and kept:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(page(kept), encoding="utf-8", errors="replace", newline="\n")
        print(f"{out}: open it in a browser; it needs no network")  # noqa: T201
    return refused
