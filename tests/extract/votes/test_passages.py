"""Passages and what they say, in the files of ``passages/``: a heading, the text, a line for what is to be read.

    # heading @2024-05-10          (the day it was published, where that matters)
    The Security Council adopted the draft by 14 votes, with China abstaining.
    > UNSC tally=14,-,1 abstain=CHN outcome=adopted

Ballots stand in text order, with `` + `` between them; ``> nothing`` is a passage without a ballot. Tally and positions
are compared whole (what is not listed must not be read), the other keys where they are given.
"""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

_OPTIONS = {"yes": "yes", "no": "no", "abstain": "abstain", "absent": "stayed away", "veto": "veto"}
_PASSAGE = re.compile(r"# (?P<name>[^@\n]+?)(?: @(?P<day>[\d-]+))?\n(?P<text>.+?)\n> (?P<said>[^\n]+)\n", re.DOTALL)


def _passages():
    for path in sorted((Path(__file__).parent / "passages").glob("*.txt")):
        for match in _PASSAGE.finditer(path.read_text("utf-8")):
            yield pytest.param(match["text"], match["day"], match["said"], id=f"{path.stem}: {match['name']}")


def _expected(said: str) -> dict[str, Any]:
    body, *pairs = said.split()
    given = dict(pair.split("=") for pair in pairs)
    tally = given.pop("tally", "-,-,-").split(",")
    expected: dict[str, Any] = {
        "body": body.replace("_", " "),
        "tally": tuple(None if n == "-" else int(n) for n in tally),
    }
    for option, key in _OPTIONS.items():
        if option in given or option != "veto":
            expected[key] = set(filter(None, given.pop(option, "").split(",")))
    for key in ("cosponsors", "amends", "count"):
        if key in given:
            expected[key] = int(given.pop(key))
    for key in ("sponsors", "derived"):
        if key in given:
            expected[key] = set(filter(None, given.pop(key).replace("_", " ").split(",")))
    if "past" in given:
        expected["past"] = given.pop("past") == "true"
    return expected | {key: value.replace("_", " ") or None for key, value in given.items()}


@pytest.mark.parametrize(("text", "day", "said"), list(_passages()))
def test_passage(read_votes, text, day, said):
    found = read_votes(text, date.fromisoformat(day) if day else None)
    wanted = [] if said == "nothing" else [_expected(part) for part in said.split(" + ")]
    assert [{k: b[k] for k in w} for b, w in zip(found, wanted, strict=False)] == wanted
    assert len(found) == len(wanted)
