"""What is accepted of an event when reports agree, disagree, or copy one another."""

from datetime import date

from kg.ids import entity
from kg.model import (
    Ballot,
    BallotKind,
    Block,
    Count,
    Document,
    Evidence,
    Option,
    Outcome,
    OutcomeReport,
    Position,
    Reading,
    Role,
    Span,
    Status,
    When,
)
from kg.rdf import Accepted, Identity
from kg.verify import accept, origins

EVENT = entity("event", "one")
WORDS = Evidence(Span(0, 1), "x", "test", 1.0)


def ballot(*positions: tuple[str, Option], number: int = 1, **more: object) -> Ballot:
    told = tuple(Position(voter, option, WORDS) for voter, option in positions)
    return Ballot(number, "UNGA", BallotKind.RESOLUTION, (WORDS,), positions=told, **more)


def outcome_of(*ballots: Ballot, origin: dict[str, str] | None = None) -> Accepted:
    read = [(Document(str(i), str(i), "x", ()), Reading(str(i), "t", (b,))) for i, b in enumerate(ballots)]
    identity = Identity(events={(d.id, 1): EVENT for d, _ in read})
    return accept(read, identity, origin or {})[EVENT]


def test_one_report_is_accepted() -> None:
    assert outcome_of(ballot(("HUN", Option.NO))).votes == {("HUN", Option.NO)}


def test_as_many_against_as_for_is_accepted_neither_way() -> None:
    assert not outcome_of(ballot(("HUN", Option.NO)), ballot(("HUN", Option.ABSTAIN))).votes


def test_two_origins_prevail_over_one() -> None:
    told = [ballot(("HUN", Option.NO)), ballot(("HUN", Option.NO)), ballot(("HUN", Option.ABSTAIN))]
    assert outcome_of(*told).votes == {("HUN", Option.NO)}
    assert not outcome_of(*told, origin={"0": "0", "1": "0"}).votes  # two copies are one voice


def test_a_report_that_contradicts_itself_is_accepted_neither_way() -> None:
    assert not outcome_of(ballot(("HUN", Option.NO), ("HUN", Option.YES))).votes


def test_a_vote_that_has_not_taken_place_gives_no_votes() -> None:
    accepted = outcome_of(ballot(("HUN", Option.NO), status=Status.PLANNED))
    assert not accepted.votes
    assert accepted.status is Status.PLANNED


def test_the_sharper_date_holds() -> None:
    month, day = When(date(2025, 2, 1), date(2025, 2, 28)), When(date(2025, 2, 24), date(2025, 2, 24))
    assert outcome_of(ballot(when=month), ballot(when=day)).when == day


def test_a_headline_s_framing_is_no_outcome() -> None:
    told = ballot(
        outcomes=(OutcomeReport(Outcome.REJECTED, WORDS, framing=True), OutcomeReport(Outcome.ADOPTED, WORDS)),
        counts=(Count(Option.YES, 93, WORDS),),
    )
    assert outcome_of(told).outcome is Outcome.ADOPTED
    assert outcome_of(told).tally == {Option.YES: 93}


def test_copies_of_one_story_have_one_origin() -> None:
    story = " ".join(f"word{i} and then" for i in range(80))
    copy, other = story[: len(story) * 3 // 4] + " Our readers write.", " ".join(f"term{i} or else" for i in range(80))

    def document(name: str, text: str, day: int) -> Document:
        return Document(name, name, text, (Block(Span(0, len(text)), Role.BODY),), published=date(2025, 2, day))

    found = origins([document("copy", copy, 3), document("first", story, 1), document("other", other, 2)])
    assert found == {"first": "first", "copy": "first", "other": "other"}
