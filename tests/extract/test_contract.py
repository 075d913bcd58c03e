"""The JSON of `kg extract`: its keys, its null forms, one entry for each official."""

import json
from datetime import date
from pathlib import Path

import pytest

from kg.extract.contract import as_json
from kg.model import (
    Actor,
    ActorKind,
    Ballot,
    BallotKind,
    CosponsorCount,
    Count,
    Demand,
    Document,
    Evidence,
    MeetingKind,
    Negotiation,
    Option,
    Outcome,
    OutcomeReport,
    Position,
    Reading,
    Span,
    SponsorRole,
    Sponsorship,
    Stance,
    Statement,
    Status,
    Tenure,
    VotingHabit,
    When,
)

TEXT = 'Norway put the draft to a vote. "We are content with it," its envoy said.'


def here(words: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(Span(start, start + len(words)), words, "test", 1.0)


NORWAY, ENVOY = Actor(ActorKind.STATE, "NOR"), Actor(ActorKind.OFFICIAL, "Kari Lund")
DOCUMENT = Document("d1", "brief", TEXT, (), published=date(2024, 5, 2))
BALLOT = Ballot(
    1,
    "UNGA",
    BallotKind.RESOLUTION,
    (here("the draft"),),
    when=When(date(2024, 5, 1), date(2024, 5, 31)),
    counts=(Count(Option.YES, 3, here("vote")),),
    positions=(Position("RUS", Option.NO, here("vote"), veto=True), Position("NOR", Option.YES, here("Norway"))),
    outcomes=(
        OutcomeReport(Outcome.REJECTED, here("vote"), framing=True),
        OutcomeReport(Outcome.VETOED, here("vote")),
    ),
    sponsorships=(
        Sponsorship(NORWAY, SponsorRole.SPONSOR, here("Norway")),
        Sponsorship(NORWAY, SponsorRole.DRAFTER, here("Norway")),
        Sponsorship(Actor(ActorKind.GROUP, "Nordic countries"), SponsorRole.BACKER, here("Norway")),
    ),
    cosponsor_count=CosponsorCount(46, here("vote")),
    status=Status.HELD,
)
QUOTE = Statement(
    "We are content with it,",
    True,
    (here("We are content with it,"),),
    here(TEXT),
    ENVOY,
    verb="said",
    represents=NORWAY,
)
READING = Reading(
    "d1",
    "test",
    ballots=(BALLOT,),
    statements=(QUOTE, Statement("content", False, (here("content"),), here(TEXT))),
    tenures=(
        Tenure("Kari Lund", here("envoy"), "envoy", NORWAY),
        Tenure("Kari Lund", here("envoy"), "former minister", NORWAY, former=True),
    ),
    negotiations=(
        Negotiation(MeetingKind.TALKS, (NORWAY,), here("Norway"), when=When(date(2024, 4, 22), date(2024, 4, 28))),
        Negotiation(MeetingKind.VISIT, (NORWAY,), here("Norway"), when=When(date(2024, 4, 22), date(2024, 4, 22))),
    ),
    stances=(Stance(NORWAY, "supports", "the draft", here("the draft")),),
    demands=(Demand(NORWAY, "adopt it", here("Norway")),),
    habits=(VotingHabit("NOR", Option.YES, "always", here("Norway"), ENVOY),),
)


def test_a_vote_in_the_contracts_form() -> None:
    (vote,) = as_json(DOCUMENT, READING)["votes"]
    assert vote["positions"] == {"RUS": "veto", "NOR": "yes"}
    assert (vote["yes"], vote["no"], vote["abstain"]) == (3, None, None)
    assert (vote["outcome"], vote["framing"]) == ("vetoed", ["rejected"])
    assert (vote["sponsors"], vote["sponsor_groups"], vote["cosponsor_count"]) == (["NOR"], ["Nordic countries"], 46)
    assert (vote["date"], vote["symbol"], vote["status"], vote["past"]) == ("2024-05", None, "held", False)


def test_quotations_have_lengths_and_reported_words_have_none() -> None:
    direct, indirect = as_json(DOCUMENT, READING)["statements"]
    assert (direct["speaker"], direct["quote_chars"], direct["quote_parts"]) == ("Kari Lund", 23, 1)
    assert TEXT[direct["start"] : direct["end"]] == direct["quote"]
    assert (indirect["speaker"], indirect["quote_chars"], indirect["quote_marks"]) == ("unknown", None, None)


def test_an_official_stands_once_with_the_present_post() -> None:
    (official,) = as_json(DOCUMENT, READING)["officials"]
    assert (official["name"], official["role"], official["state_or_org"]) == ("Kari Lund", "envoy", "NOR")


def test_a_week_has_a_range_and_a_day_has_none() -> None:
    week, day = as_json(DOCUMENT, READING)["negotiations"]
    assert (week["date"], week["date_range"]) == ("2024-04", ["2024-04-22", "2024-04-28"])
    assert (day["date"], day["date_range"]) == ("2024-04-22", None)


def test_boilerplate_stands_apart() -> None:
    out = as_json(DOCUMENT, Reading("d1", "test"), READING)
    assert out["votes"] == []
    assert len(out["boilerplate"]["votes"]) == 1
    assert "boilerplate" not in as_json(DOCUMENT, READING)


def test_what_is_written_is_read_back_and_empty_kinds_are_lists() -> None:
    out = as_json(DOCUMENT, READING)
    assert json.loads(json.dumps(out)) == out
    assert as_json(Document("e", "e", "", ()), Reading("e", "test")) == {
        "id": "e",
        "url": None,
        "title": None,
        "publisher": None,
        "language": "en",
        "chars": 0,
        "published": None,
        **{k: [] for k in ("votes", "statements", "officials", "negotiations", "positions_on_proposals", "demands")},
        "voting_habits": [],
        "private_states": [],
    }


# Remarks of the annotators and alternatives that the scorer accepts: no program writes them.
REMARKS = {
    "note",
    "date_basis",
    "date_cross_document",
    "date_note",
    "no_implied",
    "positions_implied",
    "peripheral",
    "optional",
}


@pytest.mark.parametrize(
    "kind", ["votes", "statements", "officials", "negotiations", "positions_on_proposals", "demands"]
)
def test_every_key_of_the_gold_is_written(shared: Path, kind: str) -> None:
    wanted = {
        key
        for path in (shared / "gold").glob("0*.json")
        for item in json.loads(path.read_text("utf-8"))[kind]
        for key in item
    }
    assert wanted - REMARKS <= set(as_json(DOCUMENT, READING)[kind][0])
