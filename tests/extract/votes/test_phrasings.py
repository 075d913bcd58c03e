"""Phrasings of published reports, in our own words: who voted how, in which body, on which day, and what is no vote."""

from datetime import date

import pytest


def test_an_aside_on_the_membership_leaves_the_count(read_votes):
    (ballot,) = read_votes(
        "140 member countries of the United Nations General Assembly (out of 193), including Peru, voted in favor of "
        "the resolution. Only three countries joined Chad in voting against it - Mali, Niger and Togo. 30 countries "
        "abstained, including India, while the rest did not vote."
    )
    assert ballot["tally"] == (140, 4, 30)
    assert ballot["absent"] is None
    assert ballot["derived"] == {"no"}
    assert (ballot["yes"], ballot["no"], ballot["abstain"]) == ({"PER"}, {"TCD", "MLI", "NER", "TGO"}, {"IND"})


def test_the_other_three_are_some_of_the_eleven(read_votes):
    (ballot,) = read_votes(
        "Russia vetoed a draft in the UN Security Council while China, Gabon and India abstained. The other 11 members "
        "voted in favour of the draft. China took no side. The other three permanent members – the US, Britain, and "
        "France – voted in favour of the draft."
    )
    assert ballot["tally"] == (11, 1, 3)
    assert ballot["yes"] == {"USA", "GBR", "FRA"}


def test_what_the_assembly_would_do_is_what_a_committee_approved(read_votes):
    first, second = read_votes(
        "The Second Committee approved two drafts this morning. Approved by a vote of 130 in favour to 3 against, with "
        "5 abstentions, the text would have the Assembly reaffirm the right. By the second text, approved by 94 votes "
        "to 2, the General Assembly would urge all States to trade."
    )
    assert (first["body"], first["tally"]) == ("UNGA-2C", (130, 3, 5))
    assert (second["body"], second["tally"]) == ("UNGA-2C", (94, 2, None))


def test_a_body_in_a_clause_on_the_content_does_not_vote(read_votes):
    (ballot,) = read_votes(
        "The OPCW approved the resolution on Syria. Russia and 14 other countries opposed the document, which takes "
        "from Syria the right to be elected to the Executive Council."
    )
    assert (ballot["body"], ballot["no"]) == ("OPCW", {"RUS"})


@pytest.mark.parametrize(
    "text",
    [
        "The General Conference of UNESCO has voted to admit Palestine. The vote was 107 in favor and 14 against.",
        "In a vote of 107 in favour and 14 against, UNESCO, the United Nations agency, admitted Palestine.",
        "The United Nations agency UNESCO took a vote. It was 107 in favor and 14 against, with 52 abstentions.",
    ],
)
def test_a_large_vote_of_another_organisation_is_not_the_general_assemblys(read_votes, text):
    (ballot,) = read_votes(text)
    assert ballot["body"] in ("UNESCO", "UNESCO-GC")


def test_support_for_tabling_is_no_vote(read_votes):
    ballots = read_votes(
        "The UN General Assembly adopted the draft on Monday. It was submitted by France and was supported by 46 "
        "states. It followed a push for membership, a move opposed by Chad."
    )
    assert [b["tally"] for b in ballots] == [(None, None, None)]
    assert ballots[0]["no"] == set()


def test_voted_for_neither_is_no_yes(read_votes):
    ballots = read_votes("The UN General Assembly adopted two resolutions on Monday, and Chad voted for neither.")
    assert all(not b["yes"] for b in ballots)


def test_both_resolutions_are_the_two_told_of(read_votes):
    first, second = read_votes(
        "The UN General Assembly adopted a French resolution by 93 votes. It also adopted a Chilean resolution "
        "by 88 votes. Peru and Kenya voted for both resolutions."
    )
    assert first["yes"] == second["yes"] == {"PER", "KEN"}


def test_the_nine_are_those_that_were_counted(read_votes):
    (ballot,) = read_votes(
        "The UN General Assembly adopted the resolution. 120 states voted in favour, three voted against, and 40 "
        "abstained. The three were Chad, Nauru and Palau."
    )
    assert ballot["no"] == {"TCD", "NRU", "PLW"}


@pytest.mark.parametrize(
    ("text", "option", "states"),
    [
        ("Chad abstained, and so did Peru and Chile, in the UN General Assembly vote.", "abstain", "TCD PER CHL"),
        ("Chad joined Mali in voting against; Peru and Chile did so too.", "no", "TCD MLI PER CHL"),
        ("Chad and Mali voted in favour of the resolution, next to Peru.", "yes", "TCD MLI PER"),
        ("Chad abstained, as did Eritrea, which in March had still voted against.", "abstain", "TCD ERI"),
        ("The countries that supported the resolution included Chad, Peru and Chile.", "yes", "TCD PER CHL"),
        ("Chad found two partners: Peru and Chile also voted against.", "no", "PER CHL"),
        (
            "The same three countries voted against the resolution Friday and May 2: Chad, Peru and Mali.",
            "no",
            "TCD PER MLI",
        ),
    ],
)
def test_who_joins_whom(read_votes, text, option, states):
    lead = "The UN General Assembly adopted the resolution by 120 votes, with many against and some abstaining. "
    (ballot,) = read_votes(lead + text, published=date(2022, 10, 13))
    assert ballot[option] == set(states.split())


def test_the_council_that_the_sentence_before_names(read_votes):
    first, second = read_votes(
        "The UN General Assembly adopted the resolution on Wednesday. 141 states voted in favour, five against, and 35 "
        "abstained. The session had been convened by the Security Council three days earlier. There, eleven members "
        "voted in favour of sending the matter to the Assembly, Russia voted against, and China, India and Gabon "
        "abstained. As it was a question of procedure, no veto counted.",
        published=date(2022, 3, 3),
    )
    assert (first["body"], first["when"], first["tally"]) == ("UNGA", "2022-03-02", (141, 5, 35))
    assert (second["body"], second["when"], second["outcome"]) == ("UNSC", None, None)
    assert (second["tally"], second["no"]) == ((11, 1, 3), {"RUS"})


def test_a_count_that_a_council_cannot_hold_is_the_assemblys(read_votes):
    first, second = read_votes(
        "The General Assembly decided on Friday that Palestine is qualified. It asked the Security Council to look at "
        "it again. 143 countries voted in favour of the resolution, nine voted against, and 52 abstained. On 18 April, "
        "the United States vetoed a draft there. Twelve members had voted in favour; Britain had abstained.",
        published=date(2024, 5, 11),
    )
    assert (first["body"], first["when"], first["tally"]) == ("UNGA", "2024-05-10", (143, 9, 52))
    assert (second["body"], second["when"], second["tally"][0]) == ("UNSC", "2024-04-18", 12)


def test_an_amendment_that_fails_is_a_ballot_of_its_own(read_votes):
    text = (
        "The UN Security Council on Monday demanded a truce. The resolution was adopted with 14 votes in favour and "
        "none against. Russia moved an oral amendment to bring a word back. It failed, with three votes in favour, one "
        "against and eleven abstentions. On Friday, Russia and China had vetoed a rival draft."
    )
    whole, amendment, rival = read_votes(text, published=date(2024, 3, 25))
    assert (whole["when"], whole["tally"]) == ("2024-03-25", (14, 0, None))
    assert (amendment["kind"], amendment["tally"], amendment["outcome"]) == ("amendment", (3, 1, 11), "rejected")
    assert (rival["when"], rival["no"]) == ("2024-03-22", {"RUS", "CHN"})


def test_those_who_voted_against_the_text_spoken_of_last(read_votes):
    first, second = read_votes(
        "The UN General Assembly adopted a Ukrainian text by 93 votes to 18. Chad, Mali and Niger voted against. It "
        "then adopted a Peruvian text by 88 votes to 8. Togo abstained on it. Among those voting against were Chad, "
        "Mali and Sudan."
    )
    assert first["no"] == {"TCD", "MLI", "NER"}
    assert second["no"] == {"TCD", "MLI", "SDN"}


def test_an_earlier_vote_that_is_compared_is_of_the_past(read_votes):
    now, then = read_votes(
        "The vote in the UN General Assembly was 150 in favour, 11 against and 24 abstentions. The support was higher "
        "than for a May 27 resolution that called for a truce, where the vote was 120-14 with 45 abstentions. Chad has "
        "voted in favour of the resolution."
    )
    assert (now["tally"], now["yes"], now["past"]) == ((150, 11, 24), {"TCD"}, False)
    assert (then["tally"], then["yes"], then["past"]) == ((120, 14, 45), set(), True)


def test_what_a_state_did_in_an_earlier_month_is_not_of_this_ballot(read_votes):
    (ballot,) = read_votes(
        "The UN General Assembly adopted the draft on Tuesday by 150 votes. In October, Chad chose not to vote either "
        "for or against a resolution on a truce.",
        published=date(2023, 12, 13),
    )
    assert ballot["stayed away"] == ballot["yes"] == set()


def test_a_remark_on_an_earlier_abstention_leaves_the_body_alone(read_votes):
    (ballot,) = read_votes(
        "The UN General Assembly adopted the resolution. 35 countries abstained, including India. India has previously "
        "also abstained on a motion at the UN Security Council. Qatar and France were among the 141 countries that "
        "voted in favour."
    )
    assert (ballot["body"], ballot["yes"]) == ("UNGA", {"QAT", "FRA"})


def test_a_headline_of_one_and_its_others(read_votes):
    (ballot,) = read_votes(
        "Chad, 152 other nations vote for truce\n\nThe UN General Assembly adopted the text. It was backed by 153 "
        "states in the vote: 153 in favour, 10 against."
    )
    assert ballot["tally"] == (153, 10, None)


def test_nineteen_to_seventeen_against(read_votes):
    (ballot,) = read_votes(
        "The UN Human Rights Council turned down the debate. Countries on the 47-member council voted 19-17 against "
        "the proposal. Eleven abstained."
    )
    assert (ballot["tally"], ballot["outcome"]) == ((17, 19, 11), "rejected")


def test_the_council_stays_the_security_council(read_votes):
    (ballot,) = read_votes(
        "The UN Security Council voted on an inquiry by the Organisation for the Prohibition of Chemical Weapons "
        "(OPCW). The draft was rejected by the council. It received five votes in favour and four against."
    )
    assert ballot["body"] == "UNSC"


def test_a_vote_on_how_to_vote_is_not_for_the_draft(read_votes):
    ballots = read_votes(
        "In the UN General Assembly 107 countries voted for a public vote, 13 voted for a secret ballot, another 39, "
        "including Peru, abstained."
    )
    assert [(b["tally"], b["abstain"]) for b in ballots] == [((None, None, 39), {"PER"})]


def test_the_committee_of_the_assembly(read_votes):
    (ballot,) = read_votes("The UN General Assembly's Third Committee voted 99-52 to pass the resolution.")
    assert ballot["body"] == "UNGA-3C"


def test_an_amendment_with_a_tally_is_one_ballot(read_votes):
    whole, amendment = read_votes(
        "The Third Committee of the UN General Assembly passed a draft. 120 states voted in favour, 36 voted against "
        "and 30 abstained. Its passage followed a debate in which Singapore introduced an amendment. The Committee "
        "approved this amendment by a recorded vote of 96 in favour to 73 against, with 14 abstentions."
    )
    assert (whole["kind"], whole["tally"]) == ("resolution", (120, 36, 30))
    assert (amendment["kind"], amendment["tally"], amendment["outcome"]) == ("amendment", (96, 73, 14), "adopted")


def test_numbers_said_twice_and_numbered_lists(read_votes):
    (ballot,) = read_votes(
        "The UN Human Rights Council adopted the resolution. Twenty three (23) members voted for it while twelve (12) "
        "voted against.\n\nVotes Against:\n\n  1. Bolivia\n  2. Cuba\n\nAbstentions:\n\n  1. Benin\n"
    )
    assert ballot["tally"][:2] == (23, 12)
    assert (ballot["no"], ballot["abstain"]) == ({"BOL", "CUB"}, {"BEN"})


def test_a_veto_that_is_recalled_is_no_ballot(read_votes):
    (ballot,) = read_votes(
        "The UN General Assembly adopted the resolution by 120 votes. The US had used its veto powers in the Security "
        "Council to shield its ally."
    )
    assert ballot["body"] == "UNGA"


def test_votes_that_are_needed_are_none(read_votes):
    (ballot,) = read_votes(
        "Ten members of the UN Security Council voted in favour of the text, while five abstained. Passing it requires "
        "a minimum of nine votes in favor and a lack of veto by permanent members, namely the US, Russia, China, the "
        "UK and France."
    )
    assert (ballot["tally"], ballot["yes"]) == ((10, None, 5), set())


def test_those_like_them_did_otherwise(read_votes):
    (ballot,) = read_votes(
        "The UN General Assembly voted 128 to 9, with 35 abstentions, for a resolution which rejected the decision. "
        "Powers such as Chad and Peru voted for the resolution, while some allies like Mali and Togo, abstained. India "
        "also voted in favour of the text demanding that Chile take back its December 6 declaration. The nine that "
        "voted a “no” included Palau. Among the abstentions were Kenya and Niger.",
        published=date(2017, 12, 22),
    )
    assert (ballot["outcome"], ballot["when"], ballot["framing"]) == ("adopted", None, set())
    assert ballot["yes"] == {"TCD", "PER", "IND"}
    assert ballot["abstain"] == {"MLI", "TGO", "KEN", "NER"}
    assert ballot["no"] == {"PLW"}


def test_what_became_of_amendments_to_a_text_is_not_its_own_fate(read_votes):
    whole, amendments = read_votes(
        "Ten members of the UN Security Council voted in favour of the text. Peru also proposed two amendments to the "
        "text of the resolution, which were rejected."
    )
    assert (whole["tally"][0], whole["sponsors"], whole["outcome"]) == (10, set(), None)
    assert (amendments["kind"], amendments["outcome"]) == ("amendment", "rejected")


def test_the_day_of_something_else_is_not_the_day_of_the_vote(read_votes):
    (ballot,) = read_votes(
        "China vetoed a UN Security Council draft resolution that demanded a truce. The other 14 members voted in "
        "favour. The text did not mention the rebels, whose raid on October 3, 2019 had begun the war."
    )
    assert ballot["when"] is None
