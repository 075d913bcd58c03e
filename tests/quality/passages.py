"""The passages of the quality floor, each with its gold beside it: the files in ``passages/``, and long lists.

All reports are invented. Names of people and places are those of the world, since that is what has to be read; the
words put into their mouths and most of the ballots are made up.

A file is one kind of phenomenon. ``text`` is wrapped for reading: a line break stands for a blank, an empty line for
the end of a paragraph (with ``lines = true`` every line break is kept). The gold has the keys of ``kg extract``;
only ``positions`` may be written the other way round, ``{ no = "RUS SYR" }`` for ``{ RUS = "no", SYR = "no" }``, and
a ballot with no ``kind`` is one on a resolution.
"""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from quality import longlists

FOLDER = Path(__file__).parent / "passages"
OPTIONS = frozenset({"yes", "no", "abstain", "absent", "veto"})
GOLD = ("votes", "statements", "officials", "negotiations")
NOTED = frozenset({"name", "phenomenon", "text", "lines", "published", *GOLD})


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A text in our own words and what it says."""

    kind: str
    name: str
    phenomenon: str
    text: str
    published: date | None
    gold: dict[str, Any]


@cache
def passages() -> tuple[Passage, ...]:
    """All of them, by kind; a name that comes twice is an error."""
    written = [_passage(path.stem, entry) for path in sorted(FOLDER.glob("*.toml")) for entry in _entries(path)]
    built = [_passage("long lists", entry) for entry in longlists.entries()]
    named: dict[str, Passage] = {}
    for passage in written + built:
        if passage.name in named:
            raise ValueError(f"two passages are named {passage.name!r}")
        named[passage.name] = passage
    return tuple(named.values())


def _entries(path: Path) -> list[dict[str, Any]]:
    return tomllib.loads(path.read_text("utf-8"))["passage"]  # type: ignore[no-any-return]


def _passage(kind: str, entry: dict[str, Any]) -> Passage:
    if unknown := entry.keys() - NOTED:
        raise ValueError(f"{entry['name']}: {sorted(unknown)} mean nothing")
    text = entry["text"].strip()
    if not entry.get("lines"):
        text = re.sub(r"(?<!\n)\n(?!\n)", " ", text)
    gold = {key: entry.get(key, []) for key in GOLD}
    gold["votes"] = [{"kind": "resolution", **v, "positions": _by_state(v.get("positions", {}))} for v in gold["votes"]]
    return Passage(kind, entry["name"], entry["phenomenon"], text, entry.get("published"), gold)


def _by_state(positions: dict[str, str]) -> dict[str, str]:
    """State -> option, from either way of writing it."""
    return {
        state: option
        for key, value in positions.items()
        for state, option in ([(s, key) for s in value.split()] if key in OPTIONS else [(key, value)])
    }
