"""The quality floor: what is read well stays read well, and what fails is listed with the reason."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import derived
import pytest
from quality import floor
from quality.passages import Passage, passages

README = derived.READING
FAILING = {name: reason for kind in floor.known_to_fail().values() for name, reason in kind.items()}

# A little below what was measured: precision, recall.
FLOORS = {
    "events": (0.94, 0.9),
    "tallies": (0.97, 0.89),
    "positions": (0.96, 0.84),
    "votes": (0.98, 0.86),
    "veto": (1.0, 0.8),
    "sponsors": (0.91, 0.85),
    "outcomes": (1.0, 0.91),
    "dates": (1.0, 0.93),
    "derived": (0.9, 0.9),
    "status": (0.99, 0.99),
    "quotes": (0.98, 0.97),
    "attribution": (0.96, 0.95),
    "reported": (0.79, 0.93),
    "officials": (0.96, 0.96),
    "negotiations": (0.97, 0.91),
}
LONG_LISTS = (0.99, 0.90)

# Of what is told with a confidence of at least .95: the share that is right.
SURE = {
    "tallies": 0.98,
    "positions": 0.99,
    "outcomes": 0.98,
    "statements": 0.98,
    "officials": 0.98,
    "negotiations": 0.98,
}


def _case(passage: Passage) -> object:
    reason = FAILING.get(passage.name)
    marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
    return pytest.param(passage, id=f"{passage.kind}: {passage.name}", marks=marks)


@pytest.mark.parametrize("passage", [_case(p) for p in passages()])
def test_what_the_passage_says_is_read(passage: Passage) -> None:
    assert floor.faults(passage) == []


@pytest.mark.parametrize("measure", FLOORS)
def test_the_floor_of_each_measure_holds(measure: str) -> None:
    count = floor.total(p for p in passages() if p.kind != "long lists").counts[measure]
    precision, recall = FLOORS[measure]
    assert count.precision >= precision, f"{measure}: {count}"
    assert count.recall >= recall, f"{measure}: {count}"


def test_the_floor_of_long_lists_holds() -> None:
    count = floor.total(p for p in passages() if p.kind == "long lists").counts["positions"]
    precision, recall = LONG_LISTS
    assert count.precision >= precision, count
    assert count.recall >= recall, count


@pytest.mark.parametrize("measure", SURE)
def test_what_is_told_as_nearly_certain_is_right(measure: str) -> None:
    count = floor.surety().counts.get(measure)
    assert count is None or count.precision >= SURE[measure], count


def test_every_measure_has_a_floor() -> None:
    assert floor.total(passages()).counts.keys() == FLOORS.keys() == set(floor.MEASURES)


def test_a_passage_that_is_known_to_fail_exists() -> None:
    named = {(p.kind, p.name) for p in passages()}
    assert {(kind, name) for kind, some in floor.known_to_fail().items() for name in some} <= named


def test_a_negative_gives_no_ballot_and_no_position() -> None:
    """Not even those that are known to fail for another reason."""
    for passage in passages():
        if passage.kind == "negatives":
            assert floor.found(passage)["votes"] == [], passage.name


def test_the_floor_covers_enough() -> None:
    assert len(passages()) >= 130
    assert min(len([p for p in passages() if p.kind == kind]) for kind in floor.JUDGED) >= 8


def test_the_table_of_what_is_read_well_is_current() -> None:
    assert derived.block("phenomena", README.read_text("utf-8")) == floor.table()


def test_the_figures_are_current() -> None:
    assert derived.block("figures", README.read_text("utf-8")) == floor.figures()


def test_the_map_of_the_rooms_is_current() -> None:
    assert derived.block("rooms", README.read_text("utf-8")) == derived.rooms()


def test_the_shared_scorer_counts_alike(shared: Path) -> None:
    score = _module(shared / "tools" / "score.py").Score()
    for passage in passages():
        score.article(passage.name, floor.found(passage), passage.gold)
    ours = {m: [c.hit, c.wrong, c.missed] for m, c in floor.total(passages()).counts.items()}
    assert {m: n for m, n in ours.items() if m not in {"votes", "derived", "status"}} == dict(score.n)


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module
