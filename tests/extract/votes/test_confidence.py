"""How sure a figure or vote is said to be: near certain only where the text itself bears it out."""

from kg.extract.story import prepare
from kg.extract.votes import ballots
from kg.load.article import from_text
from kg.model import Option

HIGH = 0.95


def _read(text):
    (ballot,), _ = ballots(prepare(from_text(text, "passage")))
    counts = {c.option: c.evidence.confidence >= HIGH for c in ballot.counts}
    return counts, {p.voter: p.evidence.confidence >= HIGH for p in ballot.positions}


def test_a_list_as_long_as_its_number():
    counts, positions = _read("The UN General Assembly adopted it by 120 votes to 3, with Chad, Mali and Peru against.")
    assert counts == {Option.YES: False, Option.NO: True}
    assert positions == {"TCD": True, "MLI": True, "PER": True}


def test_a_list_shorter_than_its_number():
    counts, positions = _read("The UN General Assembly adopted it by 120 votes to 5. Chad and Mali voted against.")
    assert counts == {Option.YES: False, Option.NO: False}
    assert positions == {"TCD": False, "MLI": False}


def test_counts_that_add_up_to_the_council():
    counts, _ = _read("The Security Council adopted it with 12 votes in favour, one against and two abstentions.")
    assert all(counts.values())


def test_counts_that_do_not():
    counts, _ = _read("The Security Council adopted it with 12 votes in favour, one against and one abstention.")
    assert not any(counts.values())


def test_a_number_told_twice():
    counts, _ = _read("The UN General Assembly passed it 120 to 8. In all 120 countries voted in favour of the draft.")
    assert counts == {Option.YES: True, Option.NO: False}


def test_a_vote_told_twice():
    _, positions = _read(
        "The UN General Assembly passed it. Chad voted against the resolution. Chad and Peru were among the opponents."
    )
    assert positions == {"TCD": True, "PER": False}


def test_a_veto():
    _, positions = _read("Russia vetoed a Security Council draft that 13 members voted for, and Chad abstained.")
    assert positions == {"RUS": True, "TCD": False}


def test_a_number_that_follows_from_others_is_never_near_certain():
    counts, _ = _read("The Security Council adopted it with 13 votes in favour, with China and Gabon abstaining.")
    assert counts == {Option.YES: False, Option.ABSTAIN: False}
