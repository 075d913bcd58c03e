"""Lists of up to 190 states, built from the register of members: as they are printed, and as they get damaged."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from kg.codes import members_on, state

Entry = dict[str, Any]


def entries() -> Iterator[Entry]:
    """Passages in the form in which the written ones are kept."""
    yield _entry("190 states with an Oxford comma", "Oxford comma", 0, 190, _oxford)
    yield _entry("177 states without an Oxford comma", "no Oxford comma", 3, 180, _plain)
    yield _entry("90 states with missing commas", "missing commas", 40, 130, _damaged)
    yield _entry("75 states with semicolons", "other separators", 60, 135, "; ".join)
    yield _entry("60 states with their official names", "official names", 100, 160, _oxford, official=True)
    yield _bracketed()
    yield _dashed()
    yield _annex()
    yield _lines()


def _member_codes() -> list[str]:
    """The 193 members in the order of their names."""
    return sorted(members_on("UN", date(2024, 1, 1)), key=_name)


def _name(code: str) -> str:
    found = state(code)
    if found is None:
        raise LookupError(code)
    return found.name


def _official(code: str) -> str:
    found = state(code)
    return found.official_name if found else _name(code)


def _plain(names: Iterable[str]) -> str:
    *head, last = names
    return f"{', '.join(head)} and {last}"


def _oxford(names: Iterable[str]) -> str:
    *head, last = names
    return f"{', '.join(head)}, and {last}"


def _damaged(names: Iterable[str]) -> str:
    """Every twelfth comma is lost."""
    *head, last = names
    return "".join(n + (" " if i % 12 == 11 else ", ") for i, n in enumerate(head)) + f"and {last}"


def _votes(tally: dict[str, list[str]], **known: Any) -> list[Entry]:
    positions = {code: option for option, codes in tally.items() for code in codes}
    return [{"body": "UNGA", "positions": positions, **known}]


def _entry(name: str, phenomenon: str, start: int, end: int, printed: Any, official: bool = False) -> Entry:
    codes = _member_codes()[start:end]
    listed = printed([_official(c) if official else _name(c) for c in codes])
    said = f"The following {len(codes)} countries voted in favour of the resolution in the General Assembly"
    return {
        "name": name,
        "phenomenon": phenomenon,
        "text": f"{said}: {listed}.",
        "votes": _votes({"yes": codes}, yes=len(codes)),
    }


def _bracketed() -> Entry:
    codes = _member_codes()
    against, abstaining = codes[20:60], codes[110:145]
    return {
        "name": "40 and 35 states in brackets",
        "phenomenon": "brackets",
        "text": "By a recorded vote of 101 in favour to 40 against "
        f"({', '.join(map(_name, against))}), with 35 abstentions ({', '.join(map(_name, abstaining))}), the General "
        "Assembly adopted the resolution.",
        "votes": _votes({"no": against, "abstain": abstaining}, yes=101, no=40, abstain=35, outcome="adopted"),
    }


def _dashed() -> Entry:
    codes = _member_codes()[70:122]
    return {
        "name": "52 states between dashes",
        "phenomenon": "dashes",
        "text": f"As many as 52 states – {_plain(map(_name, codes))} – abstained in the General Assembly, which "
        "adopted the resolution on Friday with 110 votes.",
        "votes": _votes({"abstain": codes}, yes=110, abstain=52, outcome="adopted"),
    }


def _annex() -> Entry:
    codes = _member_codes()
    camps = {"yes": codes[:141], "no": codes[141:146], "abstain": codes[146:181], "absent": codes[181:]}
    heads = {"yes": "In favour", "no": "Against", "abstain": "Abstain", "absent": "Absent"}
    blocks = [f"{heads[o]}: {', '.join(map(_name, c))}." for o, c in camps.items()]
    return {
        "name": "193 states in four camps",
        "phenomenon": "annex of a press release",
        "lines": True,
        "text": "The draft resolution was adopted in the General Assembly by a recorded vote of 141 in favour to 5 "
        "against, with 35 abstentions, as follows:\n\n" + "\n\n".join(blocks),
        "votes": _votes(camps, yes=141, no=5, abstain=35, outcome="adopted"),
    }


def _lines() -> Entry:
    codes = _member_codes()[30:100]
    return {
        "name": "70 states one below the other",
        "phenomenon": "lists under headings",
        "lines": True,
        "text": "The General Assembly adopted the resolution. These 70 countries voted in favour:\n\n"
        + "\n".join(map(_name, codes)),
        "votes": _votes({"yes": codes}, yes=70, outcome="adopted"),
    }
