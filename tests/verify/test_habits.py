"""Habits against roll calls: all of a subject, before the article."""

from collections.abc import Callable
from datetime import date

import pytest

from kg.model import (
    Actor,
    ActorKind,
    Ballot,
    BallotKind,
    Document,
    Evidence,
    Finding,
    Option,
    Reading,
    Span,
    Verdict,
    VotingHabit,
    When,
)
from kg.rdf import Identity, claims
from kg.verify import habit_verdicts

TEXT = "They always voted for Ukraine."
NAMES = {"USA": "United States", "UKR": "Ukraine", "SUN": "Soviet Union", "RUS": "Russia"}
EVIDENCE = Evidence(Span(0, len(TEXT)), TEXT, "test", 1.0)
YES, NO, ABSENT = Option.YES, Option.NO, Option.ABSENT
EARLIER = [
    ("UNGA", date(2014 + n, 3, 27), f"A/RES/{68 + n}/1", "Territorial integrity of Ukraine", {"USA": YES})
    for n in range(4)
]


@pytest.fixture
def judge(record_of: Callable) -> Callable[..., Verdict]:
    """The verdict on a habit of the United States to vote yes, on Ukraine, told on 26 February 2026."""

    def run(*rows: tuple, quantifier: str = "always", about: str | None = "UKR", **changes: object) -> Verdict:
        option, voter = changes.pop("option", YES), changes.pop("voter", "USA")
        text = changes.pop("text", TEXT)
        evidence = Evidence(Span(0, len(text)), text, "test", 1.0)
        subject = (Actor(ActorKind.STATE, about),) if about else ()
        habit = VotingHabit(voter, option, quantifier, evidence, about=subject)
        document = Document("d", "d", text, (), published=date(2026, 2, 26), title=changes.pop("title", None))
        reading = Reading("d", "x", habits=(habit,), **changes)
        made = list(claims(document, reading, Identity()))
        (verdict,) = habit_verdicts(made, {"d": (document, reading)}, record_of(rows), NAMES)
        return verdict

    return run


def against(day: date = date(2025, 2, 24), title: str = "Peace in Ukraine", **votes: Option) -> tuple:
    return ("UNGA", day, "A/RES/ES-11/7", title, votes or {"USA": NO})


def test_one_exception_is_enough_and_is_named_beside_the_count(judge: Callable) -> None:
    verdict = judge(*EARLIER, against())
    assert verdict.finding is Finding.CONTRADICTED
    assert verdict.said == "The United States always voted in favour"
    assert verdict.reason == (
        "the record says that the United States voted against A/RES/ES-11/7 on 2025-02-24;"
        " the United States voted in favour in 4 of 5 roll calls on Ukraine before 2026-02-26"
    )
    assert verdict.record == "https://w3id.org/onrecord/id/record/undl-5"


@pytest.mark.parametrize(
    "other",
    [against(title="Fisheries"), against(date(2026, 3, 1)), against(USA=ABSENT)],
    ids=["another matter", "after the article", "an empty seat"],
)
def test_a_habit_without_exception_is_borne_out(judge: Callable, other: tuple) -> None:
    verdict = judge(*EARLIER, other)
    assert verdict.finding is Finding.SUPPORTED
    assert "in 4 of 4 roll calls on Ukraine" in verdict.reason


def test_what_is_usual_may_have_exceptions(judge: Callable) -> None:
    assert judge(*EARLIER, against(), quantifier="usually").finding is Finding.SUPPORTED
    assert judge(against(), quantifier="usually").finding is Finding.UNCLEAR


def test_never_is_without_exception_too(judge: Callable) -> None:
    never = judge(*EARLIER, quantifier="never", option=NO)
    assert never.finding is Finding.SUPPORTED
    once = judge(*EARLIER, against(), quantifier="never", option=NO)
    assert once.finding is Finding.CONTRADICTED
    assert "A/RES/ES-11/7" in once.reason


def test_two_votes_are_no_habit_and_none_is_not_in_the_record(judge: Callable) -> None:
    assert judge(*EARLIER[:2]).finding is Finding.UNCLEAR
    assert judge(against(title="Fisheries")).finding is Finding.NOT_IN_RECORD


def test_the_vote_that_the_article_reports_is_not_one_of_those_before_it(judge: Callable) -> None:
    when = When(date(2025, 2, 24), date(2025, 2, 24))
    ballot = Ballot(1, "UNGA", BallotKind.RESOLUTION, (), when)
    assert judge(*EARLIER, against(), ballots=(ballot,)).finding is Finding.SUPPORTED


def test_where_the_words_name_nobody_the_headline_tells_the_subject(judge: Callable) -> None:
    assert judge(*EARLIER, against(), about=None, title="Ukraine text adopted").finding is Finding.CONTRADICTED
    unclear = judge(*EARLIER, against(), about=None)
    assert unclear.finding is Finding.UNCLEAR
    assert unclear.reason == "the article does not tell which votes are meant"


@pytest.mark.parametrize("kind", ["critical of Ukraine", "in support of Ukraine", "condemning Ukraine"])
def test_titles_do_not_tell_which_texts_are_of_a_kind(judge: Callable, kind: str) -> None:
    verdict = judge(*EARLIER, against(), text=f"They always voted for resolutions {kind}.")
    assert verdict.finding is Finding.UNCLEAR
    assert verdict.reason.endswith(
        "in 4 of 5 roll calls on Ukraine before 2026-02-26, but not which of these are meant"
    )


def test_in_favour_of_is_no_kind_of_text(judge: Callable) -> None:
    verdict = judge(*EARLIER, against(), text="They always voted in favour of texts on Ukraine.")
    assert verdict.finding is Finding.CONTRADICTED


def test_a_state_is_looked_up_under_the_seat_of_the_day(judge: Callable) -> None:
    soviet = [("UNGA", date(1980 + n, 1, 14), f"A/RES/{n}", "The situation in Ukraine", {"SUN": NO}) for n in range(3)]
    verdict = judge(*soviet, voter="RUS", option=NO)
    assert verdict.finding is Finding.SUPPORTED


def test_a_record_of_nothing_says_nothing(record_of: Callable) -> None:
    document = Document("d", "d", TEXT, ())
    reading = Reading("d", "x", habits=(VotingHabit("USA", YES, "always", EVIDENCE),))
    made = list(claims(document, reading, Identity()))
    assert list(habit_verdicts(made, {"d": (document, reading)}, record_of([]), NAMES)) == []
