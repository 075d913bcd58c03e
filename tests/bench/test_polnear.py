"""How attributions are counted, token by token."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from kg.extract import read
from kg.load.article import from_text

TEXT = "Luc Morel said that the talks were “over”."
NOTES = "T1\tSource 0 9\tLuc Morel\nT2\tCue 10 14\tsaid\nT3\tContent 15 41\tthat …\nE1\tAttribution:T4 Content:T3\n"


@pytest.fixture(scope="module")
def polnear() -> ModuleType:
    """The module, found where the program finds it."""
    sys.path.insert(0, str(Path(__file__).parent))
    try:
        import polnear
    finally:
        sys.path.pop(0)
    return polnear


def test_what_agrees_to_the_last_token_scores_one(polnear: ModuleType) -> None:
    gold = polnear.annotated(TEXT, NOTES)
    found = polnear.ours(TEXT, read(from_text(TEXT, "a")))
    for kind in polnear.KINDS:
        assert polnear.compare(found, [gold], kind).scores() == (1.0, 1.0, 1.0)


def test_tokens_are_counted_on_both_sides(polnear: ModuleType) -> None:
    ours, theirs = {"cue": {1, 2, 3}}, [{"cue": {2, 3, 4, 5}}, {"cue": {2}}]
    counts = polnear.compare(ours, theirs, "cue")
    assert counts == (3, 3, 2)
    assert counts.scores() == (0.5, 0.6, pytest.approx(6 / 11))


def test_the_union_holds_what_any_annotator_marks(polnear: ModuleType) -> None:
    first = {"content": {1}, "source": {7}, "cue": set()}
    second = {"content": {2}, "source": {7}, "cue": {9}}
    assert polnear.union((first, second)) == {"content": {1, 2}, "source": {7}, "cue": {9}}
