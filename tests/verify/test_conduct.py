"""Words beside votes: from the articles' text to the findings."""

import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from kg import verify
from kg.extract import read
from kg.load.article import documents, from_text
from kg.load.rollcall import Record, empty_record
from kg.model import Attitude, Conduct, Consistency, Document, Option
from kg.rdf import claims
from kg.resolve import resolve, rollcalls_for
from kg.verify.conduct.attitude import remarks
from kg.verify.conduct.hearing import Voice

FOR, AGAINST, RESERVED = Attitude.FAVOURABLE, Attitude.CRITICAL, Attitude.RESERVED
MIXED, NEUTRAL, ANNOUNCED = Attitude.MIXED, Attitude.NEUTRAL, Attitude.ANNOUNCED
YES, NO, ABSTAIN, ABSENT = Option.YES, Option.NO, Option.ABSTAIN, Option.ABSENT
CONSISTENT, INCONSISTENT, UNCLEAR = Consistency.CONSISTENT, Consistency.INCONSISTENT, Consistency.UNCLEAR

VOTE = (
    "The UN General Assembly on 11 March 2025 adopted a resolution that calls for a ceasefire in Sudan by 120 "
    "votes to 9, with 40 abstentions. Norway and Chile voted in favour, Belarus voted against, and Kenya and "
    "India abstained.\n\n"
)


def article(text: str, name: str = "brief", published: date = date(2025, 3, 12)) -> Document:
    return from_text(text, name=name, published=published)


def conducts(*told: Document, record: Record | None = None) -> tuple[Conduct, ...]:
    record = record or empty_record()
    readings = [read(d) for d in told]
    resolved = resolve(told, readings, rollcalls_for(record, told, readings))
    pairs = list(zip(told, readings, strict=True))
    accepted = verify.accept(pairs, resolved.identity, verify.origins(told))
    made = [c for d, r in pairs for c in claims(d, r, resolved.identity)]
    return verify.conduct(pairs, made, resolved.identity, accepted, record)


def of(state: str, found: Sequence[Conduct]) -> Conduct:
    (one,) = (c for c in found if c.state == state)
    return one


# --------------------------------------------------------------------------- what a sentence does with a text


@pytest.mark.parametrize(
    ("sentence", "attitude"),
    [
        ("We welcome this resolution.", FOR),
        ("Norway supports, of course, the call for a ceasefire.", FOR),
        ("My delegation is pleased to support the draft before us.", FOR),
        ("This text is an important step.", FOR),
        ("We call on all members to vote in favour of this draft.", FOR),
        ("We regret that the resolution was not adopted.", FOR),
        ("We are pleased that the resolution was rejected.", AGAINST),
        ("We reject this one-sided text.", AGAINST),
        ("We cannot support this draft.", AGAINST),
        ("We do not support the call for a ceasefire.", AGAINST),
        ("The resolution ignores the facts on the ground.", AGAINST),
        ("We believe that the language in this resolution is likely to distract from the talks.", AGAINST),
        ("We do not think that the resolution would help the parties.", AGAINST),
        ("This text will not bring peace.", AGAINST),
        ("The draft does not name the aggressor.", RESERVED),
        ("We regret that the text leaves out the hostages.", RESERVED),
        ("Our concerns have not been addressed in the resolution.", RESERVED),
        ("While we welcome the call for a truce, this resolution is unbalanced.", MIXED),
        ("The resolution was tabled by Chad.", NEUTRAL),
    ],
)
def test_side_that_a_sentence_takes(sentence: str, attitude: Attitude) -> None:
    assert [r.attitude for r in remarks(sentence, Voice("NOR", direct=True))] == [attitude]


@pytest.mark.parametrize(
    "sentence",
    [
        "Does this resolution serve peace?",
        "If the text named the aggressor, we would welcome it.",
        "We welcome the ceasefire in Lebanon and thank Qatar.",
        "We hope for a peaceful resolution of the conflict.",
        "We welcome the previous resolution.",
        "We support a balanced resolution, and that is what is missing.",
        "We welcome the release of the hostages.",
        "We support the truce proposal of Egypt.",
        "We welcome the text of the agreement.",
    ],
)
def test_words_on_something_else_are_no_remark(sentence: str) -> None:
    assert remarks(sentence, Voice("NOR", direct=True)) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "We would have supported this text.",
        "We wanted to support this text.",
        "We thank all those who supported this text.",
        "We oppose attempts to weaken this resolution.",
        "This resolution reminds the aggressor that force will not bring peace.",
        "This text sends a clear message that violence pays.",
        "Belarus rejects the resolution.",
        "They claim that this draft is one-sided.",
        "This text condemns the attacks, which undermine all hope.",
        "The resolution is not one-sided.",
    ],
)
def test_unreal_words_and_words_of_others_take_no_side(sentence: str) -> None:
    assert [r.attitude for r in remarks(sentence, Voice("NOR", direct=True))] == [NEUTRAL]


@pytest.mark.parametrize(
    ("sentence", "option"),
    [
        ("We will vote against the draft.", NO),
        ("Norway has decided to abstain.", ABSTAIN),
        ("Our decision to abstain reflects our concerns.", ABSTAIN),
        ("For this reason, we voted in favour of the resolution.", YES),
    ],
)
def test_vote_that_is_announced(sentence: str, option: Option) -> None:
    (remark,) = remarks(sentence, Voice("NOR", direct=True))
    assert (remark.attitude, remark.announced) == (ANNOUNCED, option)


@pytest.mark.parametrize(
    "sentence",
    ["We have always voted for peace.", "Last year we abstained.", "Chile voted against.", "We may abstain."],
)
def test_other_votes_are_not_announced(sentence: str) -> None:
    assert all(r.attitude is not ANNOUNCED for r in remarks(sentence, Voice("NOR", direct=True)))


def test_a_sentence_without_end_is_left_alone() -> None:
    started = time.process_time()
    assert remarks("we welcome the text and " * 100_000, Voice("NOR", direct=True)) == ()
    assert time.process_time() - started < 1


# --------------------------------------------------------------------------- words beside the vote


@pytest.mark.parametrize(
    ("state", "name", "words", "attitude", "finding"),
    [
        ("NOR", "Norway", "We welcome this resolution.", FOR, CONSISTENT),
        ("BLR", "Belarus", "We welcome this resolution.", FOR, INCONSISTENT),
        ("KEN", "Kenya", "We welcome the call for a ceasefire.", FOR, INCONSISTENT),
        ("NOR", "Norway", "This text ignores the facts on the ground.", AGAINST, INCONSISTENT),
        ("BLR", "Belarus", "This text ignores the facts on the ground.", AGAINST, CONSISTENT),
        ("KEN", "Kenya", "This text ignores the facts on the ground.", AGAINST, CONSISTENT),
        ("NOR", "Norway", "The text does not name the aggressor.", RESERVED, UNCLEAR),
        ("KEN", "Kenya", "The text does not name the aggressor.", RESERVED, CONSISTENT),
        ("KEN", "Kenya", "We will vote in favour of this draft.", ANNOUNCED, INCONSISTENT),
        ("KEN", "Kenya", "The resolution was tabled in a hurry.", NEUTRAL, UNCLEAR),
    ],
)
def test_words_and_vote(state: str, name: str, words: str, attitude: Attitude, finding: Consistency) -> None:
    found = of(state, conducts(article(f'{VOTE}"{words}" the ambassador of {name} to the UN, Ann Berg, said.')))
    (one,) = found.comparisons
    assert (one.attitude, one.finding, found.finding) == (attitude, finding, finding)
    assert one.evidence.quote == words
    assert one.reason


def test_withheld_vote_is_said_plainly() -> None:
    told = article(f'{VOTE}"We welcome the call for a ceasefire," the ambassador of Kenya to the UN, Ann Berg, said.')
    found = of("KEN", conducts(told))
    assert found.option is ABSTAIN
    assert "the call for a ceasefire" in found.reason
    assert "withheld" in found.reason


def test_both_ends_are_cited() -> None:
    told = article(f'{VOTE}"We welcome this resolution," the ambassador of Kenya to the UN, Ann Berg, said.')
    (found,) = conducts(told)
    made = {c.iri.value: c for c in claims(told, read(told), resolve([told], [read(told)]).identity)}
    assert "We welcome" in made[found.comparisons[0].claim].evidence.quote
    assert [made[c].told.voter for c in found.claims] == ["KEN"]
    assert found.record is None


def test_record_is_cited_and_decides(record_of: Callable[..., Record]) -> None:
    cast = {"NOR": YES, "CHL": YES, "BLR": NO, "KEN": NO, "IND": ABSTAIN}
    cast |= dict.fromkeys([f"Y{n:02}" for n in range(118)], YES) | dict.fromkeys([f"N{n:02}" for n in range(7)], NO)
    cast |= dict.fromkeys([f"A{n:02}" for n in range(39)], ABSTAIN)
    record = record_of([("UNGA", date(2025, 3, 11), "A/RES/79/301", "The situation in Sudan: ceasefire", cast)])
    told = article(f'{VOTE}"We welcome this resolution," the ambassador of Kenya to the UN, Ann Berg, said.')
    found = of("KEN", conducts(told, record=record))
    assert (found.option, found.finding) == (NO, INCONSISTENT)
    assert found.record is not None
    assert found.record.endswith("/record/undl-1")
    assert found.claims == ()


def test_speech_that_pulls_both_ways_is_unclear_as_a_whole() -> None:
    said = '"We welcome the call for a ceasefire. But this resolution is unbalanced,"'
    found = of("KEN", conducts(article(f"{VOTE}{said} the ambassador of Kenya to the UN, Ann Berg, said.")))
    assert [c.finding for c in found.comparisons] == [INCONSISTENT, CONSISTENT]
    assert found.finding is UNCLEAR
    assert "both ways" in found.reason


def test_narrated_words_are_read_with_their_verb() -> None:
    told = article(
        f'{VOTE}Kenya\'s ambassador to the UN, Ann Berg, rejected the text, arguing it "ignores the region".'
    )
    found = of("KEN", conducts(told))
    assert [c.evidence.quote for c in found.comparisons] == ["rejected the text", 'arguing it "ignores the region']
    assert {c.attitude for c in found.comparisons} == {AGAINST}


def test_stance_in_the_narration_counts_but_the_vote_told_again_does_not() -> None:
    found = of("BLR", conducts(article(f"{VOTE}The resolution was denounced by Belarus.")))
    assert [(c.attitude, c.finding) for c in found.comparisons] == [(AGAINST, CONSISTENT)]
    assert conducts(article(f"{VOTE}The text was backed by Norway.")) == ()


def test_the_opposition_does_not_speak_for_the_state() -> None:
    said = 'Opposition lawmaker Ann Berg of Kenya said: "This resolution is one-sided and we reject it."'
    assert conducts(article(VOTE + said)) == ()


def test_state_without_a_vote_gives_nothing() -> None:
    assert (
        conducts(article(f'{VOTE}"We welcome this resolution," the ambassador of Peru to the UN, Ann Berg, said.'))
        == ()
    )


# --------------------------------------------------------------------------- which ballot

TWO = (
    "The UN General Assembly on 11 March 2025 adopted a resolution drafted by Chad on the war in Sudan by 120 votes to "
    "9, with 40 abstentions. Kenya voted against it.\n\n"
    "The General Assembly also adopted a resolution drafted by Norway on fishing at sea by 99 votes to 3, with 50 "
    "abstentions. Kenya abstained from that vote.\n\n"
)


def test_sponsor_tells_which_of_two_ballots() -> None:
    told = article(f'{TWO}Later the ambassador of Kenya to the UN, Ann Berg, said: "We welcome the Norwegian draft."')
    found = of("KEN", conducts(told))
    assert (found.option, found.finding) == (ABSTAIN, INCONSISTENT)


def test_words_that_may_mean_either_ballot_are_unclear_on_both() -> None:
    far = "Delegates went on to other items of a long agenda. The meeting was closed.\n\n" * 2
    told = article(f'{TWO}{far}The ambassador of Kenya to the UN, Ann Berg, said: "We welcome this resolution."')
    found = conducts(told)
    assert {c.finding for c in found} == {UNCLEAR}
    assert len(found) == 2
    assert "several ballots" in found[0].comparisons[0].reason


def test_vote_of_a_parliament_is_another_vote() -> None:
    said = '"We welcome the vote in the US Congress," the ambassador of Kenya to the UN, Ann Berg, said.'
    assert conducts(article(VOTE + said)) == ()


def test_declaration_is_meant_where_the_ballot_was_on_one() -> None:
    said = '"We welcome this declaration," the ambassador of Kenya to the UN, Ann Berg, said.'
    assert conducts(article(VOTE + said)) == ()
    voted = VOTE.replace("a resolution that calls for", "a resolution on the Nairobi declaration for")
    assert of("KEN", conducts(article(voted + said))).finding is INCONSISTENT


def test_words_in_another_article_meet_the_vote_when_subject_and_days_agree() -> None:
    vote = article(VOTE)
    said = (
        "NAIROBI - Kenya spoke on the vote in the UN General Assembly. "
        '"We welcome the resolution on a ceasefire in Sudan," said Kenyan foreign minister Ann Berg.'
    )
    near = article(said, "near", date(2025, 3, 13))
    assert of("KEN", conducts(vote, near)).finding is INCONSISTENT
    late = article(said, "late", date(2025, 6, 13))
    assert conducts(vote, late) == ()


def test_words_on_a_text_that_was_then_amended_are_unclear() -> None:
    told = article(
        "The UN General Assembly on 11 March 2025 adopted a Kenyan draft resolution on Sudan by 120 votes to 9, with "
        "40 abstentions, after it had been amended. Kenya abstained.\n\n"
        '"We support this draft," the ambassador of Kenya to the UN, Ann Berg, had said.'
    )
    found = of("KEN", conducts(told))
    assert found.finding is UNCLEAR
    assert "amended" in found.comparisons[0].reason


# --------------------------------------------------------------------------- real articles


def test_the_united_states_in_february_2026(shared: Path) -> None:
    told = [d for d in documents([str(shared / "articles")]) if isinstance(d, Document)]
    found = of("USA", [c for c in conducts(*told) if c.option is ABSTAIN])
    welcomes = next(c for c in found.comparisons if c.attitude is FOR)
    assert welcomes.evidence.quote.endswith("the call for an immediate ceasefire.")
    assert welcomes.finding is INCONSISTENT
    assert found.finding is UNCLEAR
    assert found.claims
