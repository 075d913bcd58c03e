"""What a second reader may add to the core's reading, what it confirms, and that it overrules nothing."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract import read
from kg.extract.agreement import ALONE, BOTH, heard, signature
from kg.load.article import from_text
from kg.model import (
    Actor,
    ActorKind,
    Ballot,
    BallotKind,
    Count,
    Evidence,
    MeetingKind,
    Negotiation,
    Option,
    Outcome,
    OutcomeReport,
    Position,
    Reading,
    Span,
    Statement,
    Tenure,
)

RULE = "llm/small"
TEXT = (
    "The General Assembly adopted the draft on fishing rights by 90 votes to 2, with 30 abstentions. Chad abstained. "
    'Peru and Cuba were the two that did not want it. "We had hoped for more," said Ana Silva, the ambassador of '
    'Brazil. "It is a beginning." Envoys of Peru and Chile met in Lima on Friday.'
)
KENYA, PERU, CHILE = (Actor(ActorKind.STATE, code) for code in ("KEN", "PER", "CHL"))
SILVA = Actor(ActorKind.OFFICIAL, "Ana Silva")


def at(words: str, rule: str = RULE, sure: float = ALONE) -> Evidence:
    start = TEXT.index(words)
    return Evidence(Span(start, start + len(words)), words, rule, sure)


def core(**facts: object) -> Reading:
    return Reading("d", signature(), **facts)  # type: ignore[arg-type]


def second(**facts: object) -> Reading:
    return Reading("d", "llm/small@1", **facts)  # type: ignore[arg-type]


FIRST = "The General Assembly adopted the draft on fishing rights by 90 votes to 2, with 30 abstentions."
REFUSERS = "Peru and Cuba were the two that did not want it"
BALLOT = Ballot(
    1,
    "UNGA",
    BallotKind.RESOLUTION,
    (at(FIRST, "votes/score", 0.9),),
    counts=tuple(
        Count(o, n, at(FIRST, "votes/score", 0.9)) for o, n in ((Option.YES, 90), (Option.NO, 2), (Option.ABSTAIN, 30))
    ),
    positions=(Position("TCD", Option.ABSTAIN, at("Chad abstained", "votes/camp", 0.95)),),
)


def told(**what: object) -> Ballot:
    return replace(Ballot(7, "UNGA", BallotKind.RESOLUTION, (at(REFUSERS),)), **what)  # type: ignore[arg-type]


def position(voter: str, option: Option, words: str = REFUSERS) -> Position:
    return Position(voter, option, at(words))


def test_positions_that_the_core_does_not_know_join_the_ballot_of_their_numbers() -> None:
    seen = told(
        counts=(Count(Option.NO, 2, at(FIRST)),),
        positions=(position("PER", Option.NO), position("CUB", Option.NO), position("TCD", Option.ABSTAIN)),
    )
    out = heard(core(ballots=(BALLOT,)), second(ballots=(seen,)))
    (ballot,) = out.ballots
    assert {p.voter: (p.option, p.evidence.confidence) for p in ballot.positions} == {
        "TCD": (Option.ABSTAIN, BOTH),
        "PER": (Option.NO, ALONE),
        "CUB": (Option.NO, ALONE),
    }
    assert [c.evidence.confidence for c in ballot.counts] == [0.9, BOTH, 0.9]
    assert {p.evidence.rule for p in ballot.positions} == {"votes/camp+llm/small", RULE}
    assert out.extractor == signature("llm/small@1")


def test_the_core_is_not_overruled_and_the_difference_is_told() -> None:
    seen = told(
        counts=(Count(Option.NO, 2, at(FIRST)),),
        positions=(
            position("PER", Option.NO),
            position("CUB", Option.NO),
            position("BOL", Option.NO),
            position("TCD", Option.YES),
        ),
    )
    out = heard(core(ballots=(BALLOT,)), second(ballots=(seen,)))
    assert {p.voter: p.option for p in out.ballots[0].positions} == {
        "TCD": Option.ABSTAIN,
        "PER": Option.NO,
        "CUB": Option.NO,
    }
    reasons = [d.reason for d in out.dropped]
    assert any("TCD yes" in r and "abstain" in r for r in reasons)
    assert any("BOL no" in r and "number of votes" in r for r in reasons)


def test_a_ballot_with_other_numbers_over_the_same_words_is_not_added() -> None:
    seen = told(evidence=(at(FIRST),), counts=(Count(Option.YES, 80, at(FIRST)),))
    out = heard(core(ballots=(BALLOT,)), second(ballots=(seen,)))
    assert out.ballots == (BALLOT,)
    assert [d.kind for d in out.dropped] == ["ballot"]


def test_a_ballot_that_only_the_second_saw_comes_behind_with_a_number_of_its_own() -> None:
    seen = told(body="UNESCO-EB", counts=(Count(Option.NO, 2, at(REFUSERS)),))
    part = replace(seen, number=9, kind=BallotKind.AMENDMENT, amends=7)
    out = heard(core(ballots=(BALLOT,)), second(ballots=(seen, part)))
    assert [(b.number, b.body, b.amends) for b in out.ballots] == [
        (1, "UNGA", None),
        (2, "UNESCO-EB", None),
        (3, "UNESCO-EB", 2),
    ]


def test_a_ballot_without_numbers_is_the_one_that_is_known_of_its_body() -> None:
    seen = told(positions=(position("PER", Option.NO),))
    (ballot,) = heard(core(ballots=(BALLOT,)), second(ballots=(seen,))).ballots
    assert {p.voter for p in ballot.positions} == {"TCD", "PER"}
    other = replace(BALLOT, number=2, counts=(Count(Option.YES, 70, at(FIRST, "votes/score")),), positions=())
    out = heard(core(ballots=(BALLOT, other)), second(ballots=(seen,)))
    assert out.ballots == (BALLOT, other)
    assert ["several ballots" in drop.reason for drop in out.dropped] == [True]
    earlier = replace(seen, past=True)
    assert len(heard(core(ballots=(BALLOT,)), second(ballots=(earlier,))).ballots) == 2


def test_an_outcome_is_confirmed_or_passed_over() -> None:
    ballot = replace(BALLOT, outcomes=(OutcomeReport(Outcome.ADOPTED, at(FIRST, "votes/outcome", 0.9)),))
    for outcome, sure in ((Outcome.ADOPTED, BOTH), (Outcome.REJECTED, 0.9)):
        seen = told(evidence=(at(FIRST),), outcomes=(OutcomeReport(outcome, at(FIRST)),))
        out = heard(core(ballots=(ballot,)), second(ballots=(seen,)))
        assert [(o.outcome, o.evidence.confidence) for o in out.ballots[0].outcomes] == [(Outcome.ADOPTED, sure)]


QUOTED = Statement(
    "It is a beginning.",
    True,
    (at("It is a beginning.", "statements/nobody", 0.5),),
    at('"It is a beginning."', "statements/nobody", 0.5),
)


def said(speaker: Actor | None, words: str, **what: object) -> Statement:
    given = Statement(words, True, (at(words),), at(words), speaker=speaker, verb="said")
    return replace(given, **what)  # type: ignore[arg-type]


def test_words_of_nobody_get_the_speaker_of_the_second_reader() -> None:
    out = heard(core(statements=(QUOTED,)), second(statements=(said(SILVA, "It is a beginning"),)))
    (statement,) = out.statements
    assert (statement.words, statement.speaker) == ("It is a beginning.", SILVA)
    assert (statement.sentence.rule, statement.sentence.confidence) == (RULE, ALONE)


def test_one_speaker_by_both_is_surer_another_is_passed_over() -> None:
    known = replace(QUOTED, speaker=SILVA)
    out = heard(
        core(statements=(known,)), second(statements=(said(Actor(ActorKind.OFFICIAL, "Silva"), "a beginning"),))
    )
    assert out.statements[0].sentence.confidence == BOTH
    out = heard(core(statements=(known,)), second(statements=(said(Actor(ActorKind.OFFICIAL, "Cruz"), "a beginning"),)))
    assert out.statements == (known,)
    assert "Cruz" in out.dropped[0].reason


def test_new_statements_stand_where_their_words_stand() -> None:
    out = heard(core(statements=(QUOTED,)), second(statements=(said(SILVA, "We had hoped for more,"),)))
    assert [s.words for s in out.statements] == ["We had hoped for more,", "It is a beginning."]


def test_a_post_is_added_to_a_name_but_not_beside_a_post() -> None:
    named = Tenure("Ana Silva", at("Ana Silva", "officials/named", 0.8))
    post = Tenure("Ana Silva", at("Ana Silva, the ambassador of Brazil"), "ambassador", Actor(ActorKind.STATE, "BRA"))
    (tenure,) = heard(core(tenures=(named,)), second(tenures=(post,))).tenures
    assert (tenure.role, tenure.evidence.confidence) == ("ambassador", ALONE)
    other = replace(post, role="minister")
    known = replace(post, evidence=at("Ana Silva", "officials/post", 0.95))
    assert heard(core(tenures=(known,)), second(tenures=(other,))).tenures == (known,)
    (tenure,) = heard(core(tenures=(known,)), second(tenures=(post,))).tenures
    assert tenure.evidence.confidence == BOTH


def test_one_encounter_told_twice_is_one() -> None:
    words = "Envoys of Peru and Chile met in Lima on Friday"
    known = Negotiation(MeetingKind.MEETING, (PERU, CHILE), at(words, "negotiations/meet", 0.9))
    seen = replace(known, participants=(CHILE, PERU), evidence=at(words), place="Lima")
    other = replace(seen, participants=(CHILE, PERU, KENYA))
    (met,) = heard(core(negotiations=(known,)), second(negotiations=(seen, other))).negotiations
    assert (met.place, met.evidence.confidence, met.participants) == ("Lima", BOTH, (PERU, CHILE))


def test_two_second_readers_that_agree_are_not_as_sure_as_one_with_the_core() -> None:
    first = second(ballots=(told(positions=(position("PER", Option.NO),)),))
    by_parser = replace(position("PER", Option.NO), evidence=at(REFUSERS, "spacy/sides"))
    other = Reading("d", "spacy/sm@1", ballots=(told(positions=(by_parser,)),))
    ballot = heard(heard(core(), first), other).ballots[0]
    assert ALONE < ballot.positions[0].evidence.confidence < BOTH


DOCUMENT = from_text(TEXT, name="a")
CORE = read(DOCUMENT)

_spans = st.tuples(st.integers(0, len(TEXT) - 2), st.integers(1, 60)).map(
    lambda s: Evidence(Span(s[0], min(len(TEXT), s[0] + s[1])), TEXT[s[0] : s[0] + s[1]], RULE, ALONE)
)
_states = st.sampled_from(("PER", "CUB", "TCD", "CHL"))
_options = st.sampled_from(Option)
_actors = st.sampled_from((SILVA, PERU, CHILE, Actor(ActorKind.OFFICIAL, "Cruz")))
_ballots = st.builds(
    Ballot,
    st.integers(1, 4),
    st.sampled_from(("UNGA", "UNSC")),
    st.sampled_from((BallotKind.RESOLUTION, BallotKind.AMENDMENT)),
    st.lists(_spans, min_size=1, max_size=2).map(tuple),
    amends=st.none() | st.integers(1, 4),
    counts=st.lists(st.builds(Count, _options, st.integers(0, 120), _spans), max_size=3).map(tuple),
    positions=st.lists(st.builds(Position, _states, _options, _spans), max_size=4).map(tuple),
    outcomes=st.lists(st.builds(OutcomeReport, st.sampled_from(Outcome), _spans), max_size=1).map(tuple),
)
_statements = _spans.flatmap(
    lambda e: st.builds(Statement, st.just(e.quote), st.booleans(), st.just((e,)), st.just(e), st.none() | _actors)
)
_readings = st.builds(
    Reading,
    st.just(DOCUMENT.id),
    st.just("llm/small@1"),
    ballots=st.lists(_ballots, max_size=3).map(tuple),
    statements=st.lists(_statements, max_size=4).map(tuple),
    tenures=st.lists(
        st.builds(Tenure, st.sampled_from(("Ana Silva", "Ben Cruz")), _spans, st.sampled_from((None, "envoy"))),
        max_size=3,
    ).map(tuple),
    negotiations=st.lists(
        st.builds(
            Negotiation, st.sampled_from(MeetingKind), st.lists(_actors, min_size=2, max_size=3).map(tuple), _spans
        ),
        max_size=3,
    ).map(tuple),
)


@settings(deadline=None)
@given(_readings)
def test_whatever_the_second_reader_says_all_of_the_core_is_still_there(other: Reading) -> None:
    out = heard(CORE, other)
    for before, after in zip(CORE.ballots, out.ballots, strict=False):
        assert before.tally().items() <= after.tally().items()
        kept = {p.voter: p.option for p in after.positions}
        assert all(kept[p.voter] is p.option for p in before.positions)
        assert (before.number, before.body, before.outcome()) == (after.number, after.body, after.outcome())
    words = {(s.words, s.parts[0].span): s for s in out.statements}
    for statement in CORE.statements:
        same = words[statement.words, statement.parts[0].span]
        assert same.speaker == statement.speaker or statement.speaker is None
    assert [t.official for t in out.tenures][: len(CORE.tenures)] == [t.official for t in CORE.tenures]
    for met, still in zip(CORE.negotiations, out.negotiations, strict=False):
        assert (met.kind, met.participants) == (still.kind, still.participants)
        assert still.evidence.confidence >= met.evidence.confidence


@settings(deadline=None)
@given(_readings)
def test_numbers_of_ballots_are_their_places_and_all_words_are_those_of_the_text(other: Reading) -> None:
    out = heard(CORE, other)
    assert [b.number for b in out.ballots] == list(range(1, len(out.ballots) + 1))
    assert all(b.amends is None or 1 <= b.amends <= len(out.ballots) for b in out.ballots)
    for statement in out.statements:
        statement.sentence.verify(TEXT)
    starts = [s.parts[0].span.start for s in out.statements]
    assert starts == sorted(starts)


def test_a_reader_that_says_what_the_core_says_adds_nothing() -> None:
    echo = heard(CORE, replace(CORE, extractor="llm/echo@1", dropped=()))
    assert [len(kind) for kind in (echo.ballots, echo.statements, echo.tenures, echo.negotiations)] == [
        len(kind) for kind in (CORE.ballots, CORE.statements, CORE.tenures, CORE.negotiations)
    ]
    assert echo.dropped == CORE.dropped
