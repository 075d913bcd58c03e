"""Habits against roll calls."""

from datetime import date

import pytest

from kg.model import Actor, ActorKind, Document, Evidence, Finding, Option, Reading, RollCall, Span, VotingHabit
from kg.rdf import Identity, claims
from kg.verify import habit_verdicts

TEXT = "They always voted for Ukraine."
NAMES = {"USA": "United States", "UKR": "Ukraine"}


def call(day: date, option: Option, title: str = "Peace in Ukraine") -> RollCall:
    return RollCall(f"undl-{day:%Y%m%d}", "UNGA", day, "A/RES/1", "80", title, 1, 1, 1, 1, (("USA", option),))


@pytest.mark.parametrize(
    ("rollcall", "quantifier", "contradicted"),
    [
        (call(date(2025, 2, 24), Option.NO), "always", True),
        (call(date(2025, 2, 24), Option.YES), "always", False),
        (call(date(2025, 2, 24), Option.NO), "usually", False),
        (call(date(2025, 2, 24), Option.NO, "Fisheries"), "always", False),
        (call(date(2026, 3, 1), Option.NO), "always", False),
    ],
    ids=["against", "in favour", "not without exception", "another matter", "after the article"],
)
def test_one_exception_is_enough(rollcall: RollCall, quantifier: str, contradicted: bool) -> None:
    document = Document("d", "d", TEXT, (), published=date(2026, 2, 26))
    evidence = Evidence(Span(0, len(TEXT)), TEXT, "test", 1.0)
    habit = VotingHabit("USA", Option.YES, quantifier, evidence, about=(Actor(ActorKind.STATE, "UKR"),))
    reading = Reading("d", "x", habits=(habit,))
    made = list(claims(document, reading, Identity()))
    found = list(habit_verdicts(made, {"d": (document, reading)}, [rollcall], NAMES))
    assert [v.finding for v in found] == ([Finding.CONTRADICTED] if contradicted else [])
    if contradicted:
        assert found[0].reason == "the record says that the United States voted against A/RES/1 on 2025-02-24"
