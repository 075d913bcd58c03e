"""Tallies in every order and notation."""

import pytest

CASES = {
    "figures with against and abstentions": (
        "The UN General Assembly adopted the text with 120 votes in favour, 7 against and 40 abstentions.",
        (120, 7, 40),
    ),
    "clause by clause": (
        "At the UN General Assembly 98 countries backed the measure, 14 voted against it, and 60 nations abstained.",
        (98, 14, 60),
    ),
    "no votes as a noun": (
        "The General Assembly passed it with 88 votes in favour, 9 no votes and 71 abstentions.",
        (88, 9, 71),
    ),
    "a vote of A to B": (
        "The United Nations General Assembly adopted the resolution by a vote of 131 to 6, with 35 abstentions.",
        (131, 6, 35),
    ),
    "three figures with hyphens": ("The UN General Assembly approved the draft 129-8-33.", (129, 8, 33)),
    "two figures after voted": ("The UN Security Council voted 12-1 to extend the mission.", (12, 1, None)),
    "in parentheses, for and a word": (
        "A treaty was adopted by the UN General Assembly (119 for, one against).",
        (119, 1, None),
    ),
    "against first": (
        "The UN Human Rights Council defeated the motion: 21 against, 16 in favour and 10 abstentions.",
        (16, 21, 10),
    ),
    "digits and words mixed": (
        "The Security Council passed the draft with 11 votes in favor and four abstentions.",
        (11, None, 4),
    ),
    "number words with hyphens": (
        "Ninety-four states voted in favour, thirty-one voted against and forty-six abstained in the General Assembly.",
        (94, 31, 46),
    ),
    "a hundred and more in words": (
        "One hundred and forty-one countries voted for the text at the UN General Assembly, five against.",
        (141, 5, None),
    ),
    "so many countries out of all": (
        "At the UN General Assembly 112 countries out of 193 voted in favour, nine voted against and 41 abstained.",
        (112, 9, 41),
    ),
    "none against": (
        "The Security Council adopted the draft with 13 votes in favour, none against and two abstentions.",
        (13, 0, 2),
    ),
    "no votes against": (
        "The Security Council adopted it with 14 votes in favour, no votes against and one abstention.",
        (14, 0, 1),
    ),
    "no abstentions": ("The General Assembly passed it by 150 votes to 4, with no abstentions.", (150, 4, 0)),
    "passed by N votes": ("The Security Council resolution was passed by 10 votes.", (10, None, None)),
    "won N votes": ("The draft won 9 votes in favour in the UN Security Council, with 3 against.", (9, 3, None)),
    "of those present": (
        "The UN General Assembly saw 140 of 181 members, all of them present, vote in favour, while 9 opposed it.",
        (140, 9, None),
    ),
    "14 of the 15 members": (
        "Fourteen of the Security Council's 15 members voted in favour of the draft.",
        (14, None, None),
    ),
    "recorded vote": (
        "By a recorded vote of 12 in favour to 1 against (Russian Federation), with 2 abstentions (China, Algeria), "
        "the Security Council adopted the text.",
        (12, 1, 2),
    ),
    "line by line": (
        "Result in the UN Security Council:\n\n1 against: Russia\n\n3 abstain: China, India, Gabon\n\n11 in favour",
        (11, 1, 3),
    ),
    "votes were cast": (
        "The UN General Assembly adopted it. A total of 93 votes were cast in favour of the text, with 24 against, "
        "while 58 delegations abstained.",
        (93, 24, 58),
    ),
    "labels": ("UN General Assembly vote on the text\n\nIn favour: 93\n\nAbstained: 58\n\nAgainst: 24", (93, 24, 58)),
    "a score before the noun": ("In a 15–0 vote, the Security Council adopted the text.", (15, 0, None)),
    "the remaining members": (
        "Russia vetoed the Security Council draft, China and India abstained, and the other 12 members were in favour.",
        (12, 1, 2),
    ),
    "all but two": (
        "All but two of the 15 members of the Security Council voted in favour of the text.",
        (13, None, None),
    ),
    "two were opposed": (
        "At the IAEA's Board of Governors 19 countries voted in favour, two were opposed — Russia and China — and 12 "
        "abstained.",
        (19, 2, 12),
    ),
    "rejected by the larger figure": (
        "The UN Human Rights Council rejected the motion by 25 votes to 12.",
        (12, 25, None),
    ),
}


@pytest.mark.parametrize(("text", "tally"), CASES.values(), ids=CASES.keys())
def test_tally(read_votes, text, tally):
    (ballot,) = read_votes(text)
    assert ballot["tally"] == tally


NO_TALLY = {
    "a bound": "More than 120 countries voted in favour at the UN General Assembly, Kenya among them.",
    "required votes": "Kenya voted in favour; a Security Council draft needs nine votes in favour to pass.",
    "a number of one region only": "At the UN General Assembly 14 African countries abstained, Chad among them.",
    "the size of a body": "The 15-member Security Council adopted the text, and Kenya voted in favour.",
    "a range": "At the UN General Assembly 113 to 114 countries voted against the amendments, Kenya among them.",
    "candidates": "Kenya won 140 votes as the UN General Assembly elected members of the council.",
    "a vote to come": "The Security Council will vote on a Kenyan draft that needs nine votes in favour to pass.",
    "the number of a resolution": "Kenya voted against Resolution 1973 in the UN Security Council.",
}


@pytest.mark.parametrize("text", NO_TALLY.values(), ids=NO_TALLY.keys())
def test_number_that_is_no_tally(read_votes, text):
    assert all(b["tally"] == (None, None, None) for b in read_votes(text))


def test_list_that_completes_the_council_gives_the_missing_number(read_votes):
    (ballot,) = read_votes(
        "The Security Council adopted the draft by 11 votes, with Russia, China, Pakistan and Algeria abstaining."
    )
    assert ballot["tally"] == (11, None, 4)
    assert ballot["derived"] == {"abstain"}


def test_incomplete_list_gives_no_number(read_votes):
    (ballot,) = read_votes("The Security Council adopted the draft by 11 votes, with Russia and China abstaining.")
    assert ballot["tally"] == (11, None, None)


def test_and_others_is_added_up(read_votes):
    (ballot,) = read_votes(
        "The UN General Assembly passed the text by 104 votes, but Chile voted against it, along with Peru, Cuba "
        "and 9 other states."
    )
    assert ballot["tally"] == (104, 12, None)
    assert ballot["derived"] == {"no"}


def test_more_votes_than_members_are_dropped(read_votes):
    (ballot,) = read_votes("The Security Council adopted it with 140 votes in favour, 5 against and 90 abstentions.")
    assert ballot["tally"] == (None, None, None)


def test_unanimous_council_is_fifteen(read_votes):
    (ballot,) = read_votes("The UN Security Council unanimously adopted the resolution on Sudan.")
    assert ballot["tally"] == (15, 0, 0)
    assert ballot["derived"] == {"yes", "no", "abstain"}


def test_unanimous_assembly_has_no_number(read_votes):
    (ballot,) = read_votes("The UN General Assembly unanimously adopted the resolution on Sudan.")
    assert ballot["tally"] == (None, None, None)
    assert ballot["outcome"] == "adopted"
