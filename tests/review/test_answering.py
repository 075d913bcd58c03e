"""People's answers on what the program read: what becomes of the reading, now and in a later version of the program."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.load.article import from_text
from kg.model import (
    Actor,
    ActorKind,
    Answer,
    Ballot,
    BallotKind,
    Count,
    Demand,
    Document,
    Evidence,
    Fact,
    FactKind,
    MeetingKind,
    Negotiation,
    Option,
    Outcome,
    OutcomeReport,
    Position,
    Reading,
    Review,
    Span,
    SpeechAct,
    SponsorRole,
    Sponsorship,
    Stance,
    Statement,
    Tenure,
    When,
)
from kg.model.facts import facts
from kg.review import BY_HAND, answer, edited, holding, in_words, review

TEXT = """The Assembly on the lagoon

Norway and Chad voted against the draft on the lagoon, which passed by 90 votes to 10. Peru had put it forward.
"We shall come back," said Ada Berg, the minister of Norway. She met the envoy of Chad in Oslo and wants the fishing
stopped. The lagoon is opposed by Chad.
"""
DOCUMENT = from_text(TEXT, "lagoon")
NORWAY, CHAD, PERU = (Actor(ActorKind.STATE, code) for code in ("NOR", "TCD", "PER"))
BERG = Actor(ActorKind.OFFICIAL, "Ada Berg")


def at(words: str, rule: str = "votes/test", confidence: float = 0.8, text: str = TEXT) -> Evidence:
    start = text.index(words)
    return from_text(text, "x").evidence(Span(start, start + len(words)), rule, confidence)


CAMP = at("Norway and Chad voted against the draft")
BALLOT = Ballot(
    1,
    "UNGA",
    BallotKind.RESOLUTION,
    (CAMP,),
    subject="the lagoon",
    counts=(Count(Option.YES, 90, at("90 votes to 10")), Count(Option.NO, 10, at("90 votes to 10"))),
    positions=(Position("NOR", Option.NO, CAMP), Position("TCD", Option.NO, CAMP)),
    outcomes=(OutcomeReport(Outcome.ADOPTED, at("which passed")),),
    sponsorships=(Sponsorship(PERU, SponsorRole.SPONSOR, at("Peru had put it forward")),),
)
AMENDMENT = Ballot(
    2,
    "UNGA",
    BallotKind.AMENDMENT,
    (at("on the lagoon, which"),),
    amends=1,
    outcomes=(OutcomeReport(Outcome.REJECTED, at("on the lagoon, which")),),
)
READING = Reading(
    DOCUMENT.id,
    "onrecord@0",
    ballots=(BALLOT, AMENDMENT),
    statements=(
        Statement(
            "We shall come back", True, (at("We shall come back"),), at('"We shall come back," said Ada Berg'), BERG
        ),
    ),
    tenures=(Tenure("Ada Berg", at("Ada Berg, the minister of Norway"), "minister", NORWAY),),
    negotiations=(Negotiation(MeetingKind.MEETING, (BERG, CHAD), at("She met the envoy of Chad in Oslo"), "Oslo"),),
    stances=(Stance(CHAD, "opposes", "The lagoon", at("The lagoon is opposed by Chad")),),
    demands=(Demand(BERG, "the fishing stopped", at("wants the fishing\nstopped")),),
)


def fact(kind: FactKind, reading: Reading = READING, **content: str) -> Fact:
    return next(f for f in facts(reading) if f.kind is kind and content.items() <= f.content.items())


def said(answered: Answer, of: Fact, document: Document = DOCUMENT, **edits: str) -> Review:
    return review(of, (document, READING), answered, "A. Reader", edits)


def after(*reviews: Review, reading: Reading = READING, document: Document = DOCUMENT) -> Reading:
    ((_, heard),) = answer([(document, reading)], reviews).told
    return heard


def votes(reading: Reading) -> dict[str, tuple[str, float, str]]:
    return {
        p.voter: (p.option.value, p.evidence.confidence, p.evidence.rule) for b in reading.ballots for p in b.positions
    }


def test_without_answers_nothing_changes() -> None:
    assert after() == READING


def test_what_is_accepted_is_certain() -> None:
    heard = after(said(Answer.ACCEPTED, fact(FactKind.VOTE, voter="NOR")))
    assert votes(heard) == {"NOR": ("no", 1.0, "votes/test"), "TCD": ("no", 0.8, "votes/test")}


def test_what_is_rejected_is_no_more() -> None:
    assert set(votes(after(said(Answer.REJECTED, fact(FactKind.VOTE, voter="NOR"))))) == {"TCD"}


@pytest.mark.parametrize("kind", [k for k in FactKind if k not in (FactKind.HABIT, FactKind.COSPONSORS)])
def test_every_kind_can_be_rejected_and_accepted(kind: FactKind) -> None:
    of = fact(kind)
    assert of.key not in {f.key for f in facts(after(said(Answer.REJECTED, of)))}
    kept = next(f for f in facts(after(said(Answer.ACCEPTED, of))) if f.key == of.key)
    assert kept.evidence.confidence == 1.0
    assert kept.content == of.content


@pytest.mark.parametrize(
    ("kind", "edits", "words"),
    [
        (FactKind.VOTE, {"option": "abstain"}, "Norway abstained"),
        (FactKind.VOTE, {"voter": "Sweden"}, "Sweden voted against"),
        (FactKind.VOTE, {"option": "veto"}, "Norway cast a veto"),
        (FactKind.TALLY, {"yes": "91", "abstain": "4"}, "91 in favour, 10 against, 4 abstaining"),
        (FactKind.TALLY, {"no": ""}, "90 in favour"),
        (FactKind.OUTCOME, {"outcome": "vetoed"}, "Vetoed"),
        (FactKind.SPONSORSHIP, {"sponsor": "the Arab Group", "role": "drafter"}, "Drafter: Arab Group"),
        (FactKind.STATEMENT, {"speaker": "Norway", "post": "host"}, "Norway (host) said: “We shall come back”"),
        (FactKind.STATEMENT, {"speaker": ""}, "Nobody named said: “We shall come back”"),
        (FactKind.TENURE, {"post": "prime minister", "former": "yes"}, "Ada Berg: formerly prime minister for Norway"),
        (
            FactKind.NEGOTIATION,
            {"kind": "talks", "participants": "NOR, Chad", "place": "Bergen", "date": "2031-03-04..2031-03-05"},
            "Talks of Norway and Chad in Bergen, 2031-03-04 to 2031-03-05",
        ),
        (FactKind.STANCE, {"stance": "supports"}, "Chad supports The lagoon"),
        (FactKind.DEMAND, {"addressee": "Chad"}, "Ada Berg demands of Chad: the fishing stopped"),
    ],
)
def test_what_is_edited_says_what_a_person_put_and_is_marked(kind: FactKind, edits: dict[str, str], words: str) -> None:
    of = fact(kind)
    answered = answer([(DOCUMENT, READING)], [said(Answer.EDITED, of, **edits)])
    (met,) = answered.reviews
    assert (met.read, met.said, met.problem) == (of.key, in_words(of), "")
    now = next(f for f in facts(answered.told[0][1]) if f.key == met.stands)
    assert in_words(now) == words
    assert (now.evidence.rule, now.evidence.confidence) == (BY_HAND, 1.0)
    assert now.evidence.span == of.evidence.span


@pytest.mark.parametrize(
    ("kind", "edits"),
    [
        (FactKind.VOTE, {}),
        (FactKind.VOTE, {"colour": "red"}),
        (FactKind.VOTE, {"ballot": "3"}),
        (FactKind.VOTE, {"ballot": "@"}),
        (FactKind.DEMAND, {"ballot": "2"}),
        (FactKind.VOTE, {"voter": "Atlantis"}),
        (FactKind.VOTE, {"voter": "state:ZZZ"}),
        (FactKind.VOTE, {"option": "perhaps"}),
        (FactKind.TALLY, {"yes": "-3"}),
        (FactKind.TALLY, {"yes": "", "no": ""}),
        (FactKind.NEGOTIATION, {"date": "2031-02-30"}),
        (FactKind.NEGOTIATION, {"date": "2031-03-05..2031-03-04"}),
        (FactKind.STANCE, {"target": ""}),
        (FactKind.TENURE, {"former": "perhaps"}),
    ],
)
def test_edits_that_make_no_sense_are_refused_in_one_line(kind: FactKind, edits: dict[str, str]) -> None:
    with pytest.raises(InputError) as caught:
        edited(fact(kind), edits, READING.ballots)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("kind", [FactKind.VOTE, FactKind.SPONSORSHIP, FactKind.OUTCOME])
def test_a_fact_is_moved_to_the_ballot_it_belongs_to_whatever_its_number_is_later(kind: FactKind) -> None:
    of = fact(kind)
    move = said(Answer.EDITED, of, ballot="2")
    assert move.edits["ballot"].startswith("2@")
    later = replace(READING, ballots=(BALLOT, replace(AMENDMENT, number=5)))
    for reading in (READING, later):
        first, second = after(move, reading=reading).ballots
        assert of.content not in [f.content for f in facts(replace(READING, ballots=(first,))) if f.kind is kind]
        (there,) = (f for f in facts(replace(READING, ballots=(second,))) if f.content == of.content)
        assert (there.evidence.rule, there.evidence.confidence) == (BY_HAND, 1.0)


@given(st.lists(st.tuples(st.sampled_from(sorted({f.key: f for f in facts(READING)})), st.sampled_from(Answer))))
def test_whatever_is_answered_the_last_answer_on_each_claim_holds_and_on_no_other(
    given: list[tuple[str, Answer]],
) -> None:
    of = {f.key: f for f in facts(READING)}
    answers = [(key, a) for key, a in given if a is not Answer.EDITED]
    heard = after(*(replace(said(Answer.ACCEPTED, of[key]), answer=a) for key, a in answers))
    last = dict(answers)
    expected = {key: last.get(key) is Answer.ACCEPTED for key in of if last.get(key) is not Answer.REJECTED}
    assert {f.key: f.evidence.confidence == 1.0 for f in facts(heard)} == expected


def test_edits_are_kept_in_their_plain_form() -> None:
    assert said(Answer.EDITED, fact(FactKind.VOTE, voter="NOR"), voter="Sweden").edits == {"voter": "SWE"}


def test_the_last_answer_counts_and_can_be_taken_back() -> None:
    of = fact(FactKind.VOTE, voter="NOR")
    no, yes = said(Answer.REJECTED, of), said(Answer.ACCEPTED, of)
    assert votes(after(no, yes))["NOR"][1] == 1.0
    assert after(no, yes, replace(yes, answer=Answer.WITHDRAWN)) == READING
    assert holding([no, replace(no, answer=Answer.WITHDRAWN)]) == ()


def test_a_ballot_of_which_nothing_is_left_goes_with_what_it_amends() -> None:
    everything = [said(Answer.REJECTED, f) for f in facts(READING) if f.ballot and f.ballot.number == 1]
    heard = after(*everything)
    assert [(b.number, b.amends) for b in heard.ballots] == [(2, None)]


# --------------------------------------------------------------------------- a later version of the program


def reread(**changes: object) -> Reading:
    return replace(READING, extractor="onrecord@9", ballots=(replace(BALLOT, **changes), AMENDMENT))


WIDER = at("Norway and Chad voted against the draft on the lagoon", "votes/other", 0.6)


@pytest.mark.parametrize("answered", [Answer.ACCEPTED, Answer.REJECTED])
def test_an_answer_follows_a_claim_whose_words_are_cut_otherwise(answered: Answer) -> None:
    later = reread(number=7, positions=(Position("NOR", Option.NO, WIDER), Position("TCD", Option.NO, WIDER)))
    heard = votes(after(said(answered, fact(FactKind.VOTE, voter="NOR")), reading=later))
    assert heard.get("NOR") == {Answer.ACCEPTED: ("no", 1.0, "votes/other")}.get(answered)
    assert heard["TCD"] == ("no", 0.6, "votes/other")


def test_a_correction_stays_where_a_later_version_reads_what_it_corrected_to() -> None:
    edit = said(Answer.EDITED, fact(FactKind.VOTE, voter="NOR"), option="abstain")
    later = reread(positions=(Position("NOR", Option.ABSTAIN, WIDER),))
    assert votes(after(edit, reading=later)) == {"NOR": ("abstain", 1.0, BY_HAND)}


def test_a_correction_holds_over_another_mistake_in_the_very_words() -> None:
    edit = said(Answer.EDITED, fact(FactKind.VOTE, voter="NOR"), option="abstain")
    later = reread(positions=(Position("NOR", Option.YES, CAMP), Position("TCD", Option.NO, CAMP)))
    assert votes(after(edit, reading=later))["NOR"] == ("abstain", 1.0, BY_HAND)


@pytest.mark.parametrize("answered", [Answer.ACCEPTED, Answer.REJECTED])
def test_an_answer_on_what_is_read_otherwise_now_is_told_and_not_lost(answered: Answer) -> None:
    before = said(answered, fact(FactKind.VOTE, voter="NOR"))
    later = reread(positions=(Position("NOR", Option.ABSTAIN, CAMP),))
    heard = answer([(DOCUMENT, later)], [before])
    assert heard.told == ((DOCUMENT, later),)
    (unheard,) = heard.unheard
    assert unheard.review == before
    assert "not read there any more" in unheard.problem
    assert "NOR" in unheard.said


def test_an_answer_among_several_alike_is_told() -> None:
    before = said(Answer.REJECTED, fact(FactKind.OUTCOME, outcome="adopted"))
    twice = (OutcomeReport(Outcome.ADOPTED, at("draft on the lagoon, which passed by")),) * 2
    later = reread(number=4, outcomes=twice[:1])
    other = replace(later.ballots[0], number=5)
    heard = answer([(DOCUMENT, replace(later, ballots=(*later.ballots, other)))], [before])
    assert len(heard.unheard) == 1


def test_who_accepts_a_claim_stands_by_all_of_it() -> None:
    of = fact(FactKind.NEGOTIATION)
    met = replace(READING.negotiations[0], place="Bergen", when=When(date(2031, 3, 4), date(2031, 3, 4)))
    heard = after(said(Answer.ACCEPTED, fact(FactKind.TENURE)), reading=READING)
    assert heard.tenures[0].evidence.rule == "votes/test"
    later = replace(READING, negotiations=(replace(met, when=None),))
    (again,) = after(said(Answer.ACCEPTED, of), reading=later).negotiations
    assert (again.place, again.evidence.rule) == ("Oslo", BY_HAND)


def test_a_name_alone_is_no_sign_elsewhere() -> None:
    of = replace(BALLOT.sponsorships[0], evidence=at("Peru"))
    reading = reread(sponsorships=(of,))
    before = said(Answer.REJECTED, fact(FactKind.SPONSORSHIP, reading))
    elsewhere = replace(of, evidence=replace(of.evidence, span=Span(0, 4), quote="Peru"))
    assert len(answer([(DOCUMENT, reread(sponsorships=(elsewhere,)))], [before]).unheard) == 1


def test_an_article_that_comes_again_with_a_new_line_keeps_its_answers() -> None:
    again = from_text(TEXT.replace("\n\n", "\n\nFirst a line that was not there.\n\n", 1), "lagoon")
    moved = len(again.text) - len(TEXT)

    def shifted(position: Position) -> Position:
        span = position.evidence.span
        return replace(position, evidence=replace(position.evidence, span=Span(span.start + moved, span.end + moved)))

    later = replace(reread(positions=tuple(map(shifted, BALLOT.positions))), document=again.id)
    heard = after(said(Answer.REJECTED, fact(FactKind.VOTE, voter="NOR")), reading=later, document=again)
    assert set(votes(heard)) == {"TCD"}


def test_an_answer_on_an_article_that_is_not_there_is_told() -> None:
    before = said(Answer.REJECTED, fact(FactKind.VOTE, voter="NOR"))
    (unheard,) = answer(
        [(from_text("Another text altogether, of Chad.", "other"), replace(READING, document="x"))], [before]
    ).unheard
    assert "article" in unheard.problem


def test_a_speech_act_is_one_of_the_list() -> None:
    assert edited(fact(FactKind.STATEMENT), {"act": "warn"}).content["act"] == SpeechAct.WARN
