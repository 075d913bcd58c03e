"""What a model claims of an article, and what of that the article bears out."""

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from chat_server import FakeServer, completion, facts
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.check.evidence import verify
from kg.errors import ReaderError
from kg.extract import read
from kg.extract.agreement import ALONE, BOTH, heard
from kg.extract.story import prepare
from kg.llm import Server
from kg.llm.answer import Answer, Held, Met, Number, Result, Said, Vote, Voted
from kg.llm.grounding import grounded
from kg.llm.prompt import VERSION, question
from kg.llm.reader import LanguageModel
from kg.llm.scene import Scene
from kg.load.article import from_text
from kg.model import Actor, ActorKind, MeetingKind, Option, Outcome, Reading, Span

TEXT = """A close vote in Geneva

The Human Rights Council met on Tuesday in Geneva. A text on river rights went through by twenty-four votes to 19 after
a long debate. Peru and Chad could not live with it. Kenya stood aside.

“We don’t like the text,” said Ana Silva, the ambassador of Brazil. She added that the rivers were "sacred".
Mr Okoro, who speaks for Kenya, made it known that his country would study the text again.

Envoys of Chile and Norway sat down together in Oslo on 3 March.
"""
DOCUMENT = from_text(TEXT, "rivers", published=date(2021, 3, 4))
CORE = read(DOCUMENT)
ROLL = "A text on river rights went through by twenty-four votes to 19"
VOTE: dict[str, Any] = {
    "evidence": ["The Human Rights Council met on Tuesday in Geneva.", ROLL],
    "body": "Human Rights Council",
    "subject": "river rights",
    "counts": [
        {"option": "yes", "number": 24, "evidence": ROLL},
        {"option": "no", "number": 19, "evidence": ROLL},
    ],
    "positions": [
        {"state": "Peru", "option": "no", "evidence": "Peru and Chad could not live with it."},
        {"state": "Chad", "option": "no", "evidence": "Peru and Chad could not live with it."},
        {"state": "Kenya", "option": "abstain", "evidence": "Kenya stood aside."},
    ],
    "result": {"outcome": "adopted", "evidence": "went through by twenty-four votes"},
}
SAID: dict[str, Any] = {
    "evidence": ['"We don\'t like the text," said Ana Silva, the ambassador of Brazil.'],
    "words": ["We don't like the text,"],
    "direct": True,
    "speaker": "Ana Silva",
    "verb": "said",
    "role": "ambassador",
    "represents": "Brazil",
}
TOLD: dict[str, Any] = {
    "evidence": ["Mr Okoro, who speaks for Kenya, made it known that his country would study the text again."],
    "words": ["his country would study the text again"],
    "direct": False,
    "speaker": "Mr Okoro",
    "verb": "made it known",
    "represents": "Kenya",
}
MET: dict[str, Any] = {
    "evidence": ["Envoys of Chile and Norway sat down together in Oslo on 3 March."],
    "kind": "meeting",
    "participants": ["Chile", "Norway"],
    "place": "Oslo",
}


def model(fake: FakeServer, cache: Path | None = None, name: str = "org/small") -> LanguageModel:
    return LanguageModel(Server(fake.url, name, timeout=5.0, longest_pause=0.02), cache)


def reading(fake: FakeServer, **kinds: list[dict[str, Any]]) -> Reading:
    fake.replies = [completion(facts(**kinds))]
    found = model(fake).read(DOCUMENT, CORE)
    for drop in found.dropped:
        assert drop.span.of(TEXT) == drop.quote
        assert drop.reason.startswith("llm/org/small: ")
    return found


def test_a_vote_in_words_that_no_rule_knows(fake: FakeServer) -> None:
    found = reading(fake, votes=[VOTE])
    (ballot,) = found.ballots
    assert not found.dropped
    assert (ballot.body, ballot.subject, ballot.outcome()) == ("UNHRC", "river rights", Outcome.ADOPTED)
    assert ballot.tally() == {Option.YES: 24, Option.NO: 19}
    assert {p.voter: p.option for p in ballot.positions} == {
        "PER": Option.NO,
        "TCD": Option.NO,
        "KEN": Option.ABSTAIN,
    }
    assert ballot.when is not None
    assert ballot.when.iso() == "2021-03-02"
    for evidence in (*ballot.evidence, *(p.evidence for p in ballot.positions), *(c.evidence for c in ballot.counts)):
        evidence.verify(TEXT)
        assert (evidence.rule, evidence.confidence) == ("llm/org/small", ALONE)


@pytest.mark.parametrize(
    ("change", "kind", "reason"),
    [
        ({"counts": [{"option": "yes", "number": 25, "evidence": ROLL}]}, "tally", "25 does not stand"),
        ({"counts": [{"option": "yes", "number": 24, "evidence": "by 24 votes to 19"}]}, "tally", "in the text"),
        ({"positions": [{"state": "Cuba", "option": "no", "evidence": "Kenya stood aside."}]}, "position", "Cuba"),
        ({"positions": [{"state": "Ruritania", "option": "no", "evidence": "Kenya stood aside."}]}, "position", "Ruri"),
        (
            {"positions": [{"state": "Kenya", "option": "no", "evidence": "Kenya stood tall."}]},
            "position",
            "in the text",
        ),
        ({"positions": [{"state": "Kenya", "option": "no", "evidence": "Kenya"}]}, "position", "too short"),
        ({"result": {"outcome": "adopted", "evidence": "It was adopted."}}, "outcome", "in the text"),
        ({"sponsors": [{"name": "Fiji", "evidence": ROLL}]}, "sponsor", "Fiji"),
    ],
)
def test_what_the_words_do_not_bear_out_is_dropped_alone(
    fake: FakeServer, change: dict[str, Any], kind: str, reason: str
) -> None:
    found = reading(fake, votes=[VOTE | change])
    (drop,) = found.dropped
    assert drop.kind == kind
    assert reason in drop.reason
    assert len(found.ballots) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"evidence": ["The Council adopted the text on rivers."]},
        {"body": "Security Council"},
        {"body": "National Assembly"},
        {"counts": [], "positions": [], "result": None},
    ],
)
def test_a_vote_without_words_body_or_facts_is_none(fake: FakeServer, change: dict[str, Any]) -> None:
    found = reading(fake, votes=[VOTE | change])
    assert not found.ballots
    assert "ballot" in {drop.kind for drop in found.dropped}


def test_the_body_may_be_the_one_named_last(fake: FakeServer) -> None:
    council = "The Human Rights Council met on Tuesday in Geneva."
    (ballot,) = reading(fake, votes=[VOTE | {"evidence": [ROLL]}]).ballots
    assert ballot.body == "UNHRC"
    assert council in [evidence.quote for evidence in ballot.evidence]
    text = TEXT.replace("a long debate.", "a long debate in which the Security Council was named.")
    document = from_text(text, "rivers")
    fake.replies = [completion(facts(votes=[VOTE | {"evidence": ["Peru and Chad could not live with it."]}]))]
    assert not model(fake).read(document, CORE).ballots


def test_a_state_cannot_vote_twice_nor_more_states_than_votes(fake: FakeServer) -> None:
    kenya = [{"state": "Kenya", "option": option, "evidence": "Kenya stood aside."} for option in ("no", "yes")]
    one = {"option": "no", "number": 1, "evidence": "one"}
    found = reading(fake, votes=[VOTE | {"positions": kenya}])
    assert not found.ballots[0].positions
    assert all("twice" in drop.reason for drop in found.dropped)
    assert not reading(fake, votes=[VOTE | {"counts": [one], "positions": [], "result": None}]).ballots


def test_a_quotation_is_the_text_that_was_found(fake: FakeServer) -> None:
    (said,) = reading(fake, statements=[SAID]).statements
    assert said.words == "We don’t like the text,"
    assert (said.speaker, said.represents) == (
        Actor(ActorKind.OFFICIAL, "Ana Silva"),
        Actor(ActorKind.STATE, "BRA"),
    )
    assert said.source_span is not None
    assert said.source_span.of(TEXT) == "Ana Silva"
    assert said.sentence.quote.endswith("Brazil.")


def test_words_that_are_told_have_a_speaker_and_a_verb(fake: FakeServer) -> None:
    (told,) = reading(fake, statements=[TOLD]).statements
    assert (told.direct, told.words, told.verb) == (False, "his country would study the text again", "made it known")
    assert told.speaker is not None
    assert told.speaker.key.endswith("Okoro")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"words": ["We hate the text"]}, "in the text"),
        ({"words": []}, "no words"),
        ({"speaker": "Ben Cruz"}, "speaker is not named"),
        ({"direct": False, "verb": "shouted"}, "no verb"),
        ({"words": ["the ambassador of Brazil"]}, "quotation marks"),
        ({"words": ["said Ana Silva", "We don't like"]}, "another order"),
        ({"evidence": ["“We don't care for the text,” said Ana Silva"]}, "none of its evidence"),
        (
            {"evidence": ['She added that the rivers were "sacred".'], "words": ["sacred"], "speaker": "She"},
            "only called",
        ),
    ],
)
def test_an_invented_quotation_is_dropped_and_counted(fake: FakeServer, change: dict[str, Any], reason: str) -> None:
    found = reading(fake, statements=[SAID | change])
    assert not found.statements
    assert any(reason in drop.reason for drop in found.dropped)


def test_a_name_may_stand_in_a_passage_of_its_own(fake: FakeServer) -> None:
    passages = ["said Ana Silva, the ambassador of Brazil", 'She added that the rivers were "sacred".']
    found = reading(fake, statements=[SAID | {"evidence": passages, "words": ["sacred"], "verb": "added"}])
    (said,) = found.statements
    assert said.words == "sacred"
    assert said.speaker == Actor(ActorKind.OFFICIAL, "Ana Silva")


def test_officials_and_encounters(fake: FakeServer) -> None:
    evidence = ["said Ana Silva, the ambassador of Brazil"]
    silva = {"evidence": evidence, "name": "Ana Silva", "role": "ambassador", "represents": "Brazil"}
    other = silva | {"role": "foreign minister"}
    lone = MET | {"participants": ["Chile", "Sweden"]}
    found = reading(fake, officials=[silva, other], negotiations=[MET, lone])
    (tenure,) = found.tenures
    assert (tenure.official, tenure.role, tenure.represents) == (
        "Ana Silva",
        "ambassador",
        Actor(ActorKind.STATE, "BRA"),
    )
    (met,) = found.negotiations
    assert [a.key for a in met.participants] == ["CHL", "NOR"]
    assert met.place == "Oslo"
    assert met.when is not None
    assert met.when.iso() == "2021-03-03"
    assert sorted(drop.kind for drop in found.dropped) == ["negotiation", "official"]


def test_items_of_another_form_are_counted(fake: FakeServer) -> None:
    found = reading(fake, votes=[{"body": 3}], negotiations=[MET])
    assert len(found.negotiations) == 1
    assert [drop.reason for drop in found.dropped] == ["llm/org/small: 1 items have not the form asked for"]


def test_what_a_model_invents_cannot_harm_a_terminal_or_a_file(fake: FakeServer) -> None:
    nasty = "\x1b[2J\ud800\x00" + "x" * 5_000
    names = {"state": nasty, "option": "no", "evidence": "Kenya stood aside."}
    found = reading(
        fake,
        votes=[VOTE | {"positions": [names], "body": "Human Rights Council"}],
        statements=[SAID | {"words": [nasty]}],
    )
    assert len(found.dropped) == 2
    for drop in found.dropped:
        assert drop.reason.isprintable()
        assert len(drop.reason) < 400
        drop.reason.encode("utf-8")


def test_what_the_core_reads_too_is_surer(fake: FakeServer) -> None:
    fake.replies = [completion(facts(statements=[SAID]))]
    both = heard(CORE, model(fake).read(DOCUMENT, CORE))
    quoted = {s.words: s.sentence.confidence for s in both.statements if s.direct}
    assert BOTH in quoted.values()
    assert len(both.statements) == len(CORE.statements)
    assert both.extractor.endswith("+llm/org/small@1")


def test_an_answer_is_asked_for_once(fake: FakeServer, tmp_path: Path) -> None:
    fake.replies = [completion(facts(negotiations=[MET]))]
    first = model(fake, tmp_path).read(DOCUMENT, CORE)
    assert len(fake.asked) == 1
    assert model(fake, tmp_path).read(DOCUMENT, CORE) == first
    assert len(fake.asked) == 1
    model(fake, tmp_path, name="other").read(DOCUMENT, CORE)
    model(fake, tmp_path).read(from_text(TEXT.replace("Oslo", "Bergen"), "rivers"), CORE)
    assert len(fake.asked) == 3


def test_the_cache_holds_no_key_and_survives_damage(fake: FakeServer, tmp_path: Path) -> None:
    asked = LanguageModel(Server(fake.url, "small", "sk-secret", timeout=5.0), tmp_path)
    asked.read(DOCUMENT, CORE)
    (kept,) = tmp_path.rglob("*.json")
    assert "sk-secret" not in kept.read_text("utf-8")
    for spoilt in (b'{"model": "sm', b'{"model": "small", "answer": "no JSON"}'):
        kept.write_bytes(spoilt)
        asked.read(DOCUMENT, CORE)
    assert len(fake.asked) == 3
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == [kept]


def test_a_bad_answer_is_asked_for_again_once_and_never_kept(fake: FakeServer, tmp_path: Path) -> None:
    fake.replies = [completion("Let me think."), completion(facts(negotiations=[MET]))]
    assert len(model(fake, tmp_path).read(DOCUMENT, CORE).negotiations) == 1
    fake.replies, fake.asked[:] = [completion("Let me think.")], []
    with pytest.raises(ReaderError, match=r"org/small: .*no JSON"):
        model(fake).read(DOCUMENT, CORE)
    assert len(fake.asked) == 2


_snippets = st.builds(
    lambda start, length: TEXT[start : start + length], st.integers(0, len(TEXT)), st.integers(0, 150)
) | st.text(max_size=20)
_passages = st.lists(_snippets | st.just(ROLL) | st.just(TOLD["evidence"][0]), max_size=3)
_names = (
    st.sampled_from(("Human Rights Council", "Peru", "Kenya", "Ana Silva", "Chile", "she", "", "Brazil")) | _snippets
)
_votes = st.builds(
    Vote,
    _passages,
    _names,
    counts=st.lists(
        st.builds(Number, st.sampled_from(Option), st.integers(-1, 50), _snippets | st.just(ROLL)), max_size=3
    ),
    positions=st.lists(st.builds(Voted, _names, st.sampled_from(Option), _snippets, st.booleans()), max_size=3),
    result=st.none() | st.builds(Result, st.sampled_from(Outcome), _snippets),
)
_answers = st.builds(
    Answer,
    votes=st.lists(_votes, max_size=2),
    statements=st.lists(
        st.builds(Said, _passages, st.lists(_snippets, max_size=3), st.booleans(), _names, st.none() | _snippets),
        max_size=2,
    ),
    officials=st.lists(st.builds(Held, _passages, _names, _snippets), max_size=2),
    negotiations=st.lists(
        st.builds(Met, _passages, st.sampled_from(MeetingKind), st.lists(_names, max_size=3)), max_size=2
    ),
)


@settings(deadline=None)
@given(_answers)
def test_whatever_a_model_says_all_that_is_kept_stands_in_the_text(answer: Answer) -> None:
    scene = Scene(prepare(DOCUMENT), Span(0, len(TEXT)), "llm/wild", ALONE)
    found = grounded(answer, scene, "llm/wild@1")
    assert verify([DOCUMENT], [found]) >= 0
    for drop in found.dropped:
        assert drop.span.of(TEXT) == drop.quote
    for ballot in found.ballots:
        assert ballot.body == "UNHRC"
        assert all(str(c.number) in c.evidence.quote or c.number == 24 for c in ballot.counts)
    for said in found.statements:
        assert said.speaker is not None
        assert said.words == " ".join(part.quote for part in said.parts)
    assert verify([DOCUMENT], [heard(CORE, found)])


LONG = "\n\n".join(
    f"Envoys of Chile and Norway met for the {n}th time in Oslo. They spoke of rivers, dams and fish at some length."
    for n in range(11, 400)
)


def test_a_long_article_goes_in_pieces_and_the_places_are_right(fake: FakeServer) -> None:
    document = from_text(LONG, "long")
    last = "Envoys of Chile and Norway met for the 399th time in Oslo."

    def answer(passage: str) -> Any:
        return completion(facts(negotiations=[MET | {"evidence": [last]}] if last in passage else []))

    fake.answer = answer
    (met,) = model(fake).read(document, read(document)).negotiations
    assert met.evidence.span == Span(LONG.index(last), LONG.index(last) + len(last))
    assert len(fake.asked) == 3
    sent = [passage.partition("Passage:\n\n")[2] for passage in fake.passages]
    assert " ".join(sent).split() == LONG.split()
    assert all(part.endswith((".", "length.")) for part in sent)


def test_words_of_another_piece_are_not_in_this_one(fake: FakeServer) -> None:
    document = from_text(LONG, "long")
    words = "Envoys of Chile and Norway met for the 399th time in Oslo."

    def answer(passage: str) -> Any:
        return completion(facts(negotiations=[MET | {"evidence": [words]}] if "the 11th time" in passage else []))

    fake.answer = answer
    assert not model(fake).read(document, read(document)).negotiations


def test_an_answer_that_breaks_off_is_asked_for_in_halves(fake: FakeServer, tmp_path: Path) -> None:
    def answer(passage: str) -> Any:
        if "Human Rights Council" in passage and "Oslo" in passage:
            return completion('{"votes": [', finish="length")
        return completion(facts(negotiations=[MET] if "Oslo" in passage else []))

    fake.answer = answer
    assert len(model(fake, tmp_path).read(DOCUMENT, CORE).negotiations) == 1
    assert len(fake.asked) == 3
    assert len(model(fake, tmp_path).read(DOCUMENT, CORE).negotiations) == 1
    assert len(fake.asked) == 3


def test_what_names_nobody_is_not_sent_and_the_page_around_never(fake: FakeServer) -> None:
    silent = from_text("The river rose by two feet. Nobody was hurt, and the rain went on.", "rain")
    assert model(fake).read(silent, read(silent)) == Reading(silent.id, "llm/org/small@1")
    assert not fake.asked
    page = from_text(TEXT + "\n\nRelated articles\n\nFrance and Spain meet in Paris\n", "page")
    model(fake).read(page, read(page))
    assert "Paris" not in fake.passages[0]


def test_the_question_holds_schema_text_and_day(fake: FakeServer) -> None:
    model(fake).read(DOCUMENT, CORE)
    (asked,) = fake.asked
    assert asked["response_format"]["json_schema"]["strict"] is True
    assert (
        json.dumps(asked["response_format"]["json_schema"]["schema"], separators=(",", ":"))
        in asked["messages"][0]["content"]
    )
    assert fake.passages[0].startswith("Published: 2021-03-04\n")


def test_other_words_of_the_prompt_are_another_version() -> None:
    """Where this fails: raise VERSION, so that answers to the old words are not taken for answers to the new."""
    words = question("small", DOCUMENT, "")["messages"][0]["content"].partition("The JSON has this schema")[0]
    assert (VERSION, hashlib.sha256(words.encode()).hexdigest()[:12]) == ("1", "71d942862039")


def test_a_model_with_an_odd_name_has_a_plain_label() -> None:
    assert Server("http://localhost", 'my "best" model').label == "llm/my%20%22best%22%20model"
