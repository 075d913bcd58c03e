"""A small record for what is checked against one."""

from collections.abc import Callable, Iterable
from datetime import date

import polars as pl
import pytest

from kg.load.rollcall import ROLLCALLS, VOTES, Record
from kg.model import Option

Row = tuple[str, date, str, str, dict[str, Option]]


@pytest.fixture
def record_of() -> Callable[[Iterable[Row]], Record]:
    """A record of roll calls, each given by body, day, symbol, title and votes; counts are those of the votes."""

    def make(rows: Iterable[Row]) -> Record:
        calls, votes = [], []
        for number, (body, day, symbol, title, cast) in enumerate(rows, 1):
            texts = {name: "" for name, kind in ROLLCALLS.items() if kind is pl.String}
            counts = {option.value: sum(o is option for o in cast.values()) for option in Option}
            own = {"id": f"undl-{number}", "body": body, "date": day, "symbol": symbol, "title": title, "session": "1"}
            calls.append({**texts, **counts, **own})
            votes += [
                {"rollcall": f"undl-{number}", "state": s, "option": o.value, "veto": False} for s, o in cast.items()
            ]
        return Record(pl.DataFrame(calls, schema=ROLLCALLS), pl.DataFrame(votes, schema=VOTES))

    return make
