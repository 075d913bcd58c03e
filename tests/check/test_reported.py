"""From an article's words to the rule that they break: read, built and checked as ``kg`` does it."""

import pytest

from kg import pipeline
from kg.check import check, select
from kg.load.record import empty_record
from kg.store import open_store

COUNCIL = """Council passes resolution on sanctions

NEW YORK, 4 March 2025 - The UN Security Council met on Tuesday to vote on sanctions against the militia.
The resolution was adopted by 8 votes in favour, none against and 7 abstentions. India abstained.
"""
ASSEMBLY = """Assembly adopts text on outer space

NEW YORK, 5 March 2025 - The UN General Assembly adopted a resolution on outer space on Wednesday by 60 votes in favour
to 62 against, with 40 abstentions.
"""
SOUND = """Assembly adopts text on oceans

NEW YORK, 6 March 2025 - The UN General Assembly adopted a resolution on oceans on Thursday by 120 votes in favour to
one against, with 40 abstentions. The United States voted against.
"""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The messages about votes, by the rule that is broken."""
    folder = tmp_path_factory.mktemp("reported")
    for name, text in (("council", COUNCIL), ("assembly", ASSEMBLY), ("sound", SOUND)):
        (folder / f"{name}.txt").write_text(text)
    pipeline.build([str(folder / f"{name}.txt") for name in ("council", "assembly", "sound")], folder / "kg")
    report = check(select(open_store(folder / "kg" / "store"), empty_record()), reason=False)
    assert report.ok
    votes = next(s for s in report.sections if s.title == "Vote arithmetic").violations
    return {rule: [v.message for v in votes if v.rule.id == rule] for rule in {v.rule.id for v in votes}}


def test_passed_by_eight_votes_in_the_council(found: dict[str, list[str]]) -> None:
    (message,) = found["charter-27-2"]
    assert message.endswith("adopted with 8 in favour and 0 against.")


def test_voter_that_has_no_seat_in_the_council(found: dict[str, list[str]]) -> None:
    (message,) = found["charter-23-1"]
    assert message.startswith("India votes in")


def test_adopted_though_more_were_against(found: dict[str, list[str]]) -> None:
    assert found["charter-18-3"] == ["assembly: adopted with 60 in favour and 62 against."]


def test_nothing_else_is_found(found: dict[str, list[str]]) -> None:
    assert set(found) == {"charter-27-2", "charter-23-1", "charter-18-3"}
