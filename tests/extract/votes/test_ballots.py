"""Which ballot a sentence speaks of; outcomes, sponsors, amendments, days, and what is no ballot of states."""

from datetime import date

import pytest

VETOES = {
    "vetoed": "Russia vetoed a UN Security Council resolution on Mali.",
    "used its veto": "The UN Security Council voted 14-1 in favour, and Russia used its veto to block the draft.",
    "wielded": "The Security Council draft was not adopted as Russia wielded its veto.",
    "vetoed by": "The UN Security Council resolution on Mali was vetoed by Russia.",
    "exercised its veto power": "Russia exercised its veto power against the Security Council draft.",
    "voted against and cast a veto": "Russia voted against the Security Council draft, casting its veto.",
}


@pytest.mark.parametrize("text", VETOES.values(), ids=VETOES.keys())
def test_veto(read_votes, text):
    (ballot,) = read_votes(text)
    assert ballot["veto"] == {"RUS"}
    assert ballot["outcome"] == "vetoed"


OUTCOMES = {
    "passed": ("The UN General Assembly resolution passed with 90 votes in favour and 60 against.", "adopted"),
    "approved by the body": ("The UN General Assembly approved a resolution on Haiti.", "adopted"),
    "by arithmetic": ("In the UN General Assembly 120 states voted in favour, 9 against.", "adopted"),
    "refused to adopt": ("The UN General Assembly refused to adopt the resolution on Haiti.", "rejected"),
    "failed for want of votes": (
        "A draft resolution on Haiti failed to win enough votes in the UN Security Council.",
        "rejected",
    ),
    "rejected": ("A motion on Haiti was rejected in the UN Human Rights Council.", "rejected"),
    "against the thing, not the text": (
        "The UN General Assembly voted against the embargo on Monday; 187 states voted for the resolution.",
        "adopted",
    ),
    "voted to suspend": ("The Arab League has voted to suspend Syria from its meetings.", "adopted"),
    "two against, none with a veto": (
        "The Security Council voted 13-2 on the draft. Cuba and Yemen voted against it.",
        "adopted",
    ),
}


@pytest.mark.parametrize(("text", "outcome"), OUTCOMES.values(), ids=OUTCOMES.keys())
def test_outcome(read_votes, text, outcome):
    (ballot,) = read_votes(text)
    assert ballot["outcome"] == outcome


SPONSORS = {
    "tabled by two": (
        "The Security Council draft, tabled by France and the United Arab Emirates, won 13 votes.",
        {"FRA", "ARE"},
    ),
    "possessive capital": ("The UN General Assembly approved Kyiv's resolution by 90 votes to 12.", {"UKR"}),
    "adjective": ("The UN General Assembly adopted a French resolution by 90 votes to 12.", {"FRA"}),
    "two in one adjective": (
        "The UN Security Council rejected the US- and French-drafted resolution with 4 votes in favour.",
        {"USA", "FRA"},
    ),
    "backed by a government": (
        "In the UN General Assembly 90 states voted for a resolution backed by Kyiv and 12 voted against.",
        {"UKR"},
    ),
    "its own text": ("Chile abstained on its own text in the UN General Assembly.", {"CHL"}),
    "a region": (
        "At the UN General Assembly a European-drafted resolution was adopted by 90 votes to 12.",
        {"European countries"},
    ),
    "a verb in the active": (
        "Chile and Peru tabled a resolution in the UN General Assembly. The resolution passed by 90 votes to 12.",
        {"CHL", "PER"},
    ),
    "the tail of a draft": (
        "The UN General Assembly turned down a rival text by Peru with 40 votes for and 60 against.",
        {"PER"},
    ),
    "a relative clause": (
        "In the UN Security Council Russia vetoed a draft that Chile and Peru had put forward.",
        {"CHL", "PER"},
    ),
    "it": (
        "The UN General Assembly adopted the resolution by 107 votes to 12. Chile had presented it.",
        {"CHL"},
    ),
    "an attitude is no sponsor": (
        "The IAEA Board of Governors adopted the anti-Iranian resolution with 20 votes in favour, 2 against.",
        set(),
    ),
    "what it condemns is no sponsor": (
        "The UN General Assembly voted to adopt a resolution condemning Chad's declaration. It received 143 votes in "
        "favour and 5 against. It asks all states to reject Chad's declaration.",
        set(),
    ),
    "a decision to abstain is no draft": (
        "Peru spoke first in the UN General Assembly. The text passed by 165 votes to 7. Explaining its decision to "
        "abstain, Chile spoke of the Charter.",
        set(),
    ),
    "a topic is no sponsor": ("The UN General Assembly adopted the Gaza resolution by 120 votes to 9.", set()),
}


@pytest.mark.parametrize(("text", "sponsors"), SPONSORS.values(), ids=SPONSORS.keys())
def test_sponsors(read_votes, text, sponsors):
    (ballot,) = read_votes(text)
    assert ballot["sponsors"] == sponsors


def test_cosponsors_by_number(read_votes):
    (ballot,) = read_votes(
        "The UN General Assembly adopted the resolution by 100 votes to 8. It was presented by Chile and co-sponsored "
        "by 41 countries."
    )
    assert (ballot["sponsors"], ballot["cosponsors"]) == ({"CHL"}, 41)


def test_headline_that_the_figures_refute_is_framing(read_votes):
    (ballot,) = read_votes(
        "The UN General Assembly has rejected a Chilean resolution on fishing.\n\n"
        "The amended Chilean resolution passed with 95 votes in favour, 8 no votes and 70 abstentions."
    )
    assert ballot["outcome"] == "adopted"
    assert ballot["framing"] == {"rejected"}


def test_two_drafts_with_the_same_number_in_favour(read_votes):
    first, second = read_votes(
        "The UN General Assembly adopted a Chilean resolution with 93 votes in favour, 8 against and 73 abstentions. "
        "A separate resolution drafted by Peru passed with 93 votes in favour, 18 against and 65 abstentions. "
        "Cuba and Haiti voted no."
    )
    assert (first["sponsors"], first["tally"]) == ({"CHL"}, (93, 8, 73))
    assert (second["sponsors"], second["tally"], second["no"]) == ({"PER"}, (93, 18, 65), {"CUB", "HTI"})


def test_assembly_and_council_in_one_story(read_votes):
    assembly, council = read_votes(
        "At the UN General Assembly, a European-backed resolution secured 93 votes in favour, 18 against and 65 "
        "abstentions. Chile voted against the measure.\n\n"
        "Later, in a Security Council vote, Chile pressed on with its own draft. The resolution passed with 10 votes "
        "in favour and five abstentions from France, Britain, Denmark, Greece and Slovenia."
    )
    assert (assembly["body"], assembly["no"]) == ("UNGA", {"CHL"})
    assert (council["body"], council["sponsors"], council["tally"]) == ("UNSC", {"CHL"}, (10, None, 5))
    assert council["abstain"] == {"FRA", "GBR", "DNK", "GRC", "SVN"}


def test_roles_reversed_within_a_few_sentences(read_votes):
    first, second, amendment = read_votes(
        "At the UN General Assembly Chile voted against the European text. The Assembly also passed the Chilean "
        "resolution but only after it was amended to mention fishing, which led to Chile abstaining."
    )
    assert first["no"] == {"CHL"}
    assert (second["abstain"], second["amended"]) == ({"CHL"}, True)
    assert (amendment["kind"], amendment["amends"], amendment["outcome"]) == ("amendment", 2, "adopted")


def test_competing_draft_is_another_ballot(read_votes):
    vetoed, rejected = read_votes(
        "Russia vetoed a UN Security Council draft tabled by France. A competing draft tabled by Russia was rejected, "
        "with one vote in favour, one against and 13 abstentions."
    )
    assert vetoed["outcome"] == "vetoed"
    assert (rejected["sponsors"], rejected["tally"], rejected["outcome"]) == ({"RUS"}, (1, 1, 13), "rejected")


def test_chronicle_of_a_council(read_votes):
    found = read_votes(
        "Aug. 3: The Security Council voted 14-0 to condemn the attack. Yemen did not vote on Resolution 660. "
        "Aug. 9: In Resolution 662, the council voted 15-0 to declare the annexation void. "
        "Aug. 18: In Resolution 664, the council voted 15-0 to demand that all be freed."
    )
    assert [(b["symbol"], b["tally"]) for b in found] == [
        ("Resolution 660", (14, 0, None)),
        ("Resolution 662", (15, 0, None)),
        ("Resolution 664", (15, 0, None)),
    ]


def test_amendments_proposed_by_a_region(read_votes):
    found = read_votes(
        "The UN General Assembly adopted the Chilean resolution with three European-proposed amendments by "
        "90 votes to 9."
    )
    amendment = next(b for b in found if b["kind"] == "amendment")
    assert (amendment["count"], amendment["sponsors"], amendment["amends"]) == (3, {"European countries"}, 1)
    assert found[0]["amended"]


def test_attempts_to_amend_that_were_vetoed(read_votes):
    council, amendment = read_votes(
        "The Security Council passed the resolution, but Chile and Peru abstained after their attempts to amend the "
        "wording were vetoed."
    )
    assert (council["outcome"], council["abstain"]) == ("adopted", {"CHL", "PER"})
    assert (amendment["outcome"], amendment["sponsors"], amendment["amends"]) == ("vetoed", {"CHL", "PER"}, 1)


def test_vote_on_single_paragraphs(read_votes):
    whole, paragraphs = read_votes(
        "The UN General Assembly adopted the resolution by 107 votes to 12. Chile called for a vote on the two "
        "paragraphs."
    )
    assert whole["tally"] == (107, 12, None)
    assert (paragraphs["kind"], paragraphs["count"], paragraphs["requested by"]) == ("paragraph", 2, "CHL")


def test_last_years_vote_stands_apart(read_votes):
    now, past = read_votes(
        "The UN General Assembly adopted the resolution on Monday with 165 votes in favour and 7 against. "
        "Last year, the Assembly passed a similar resolution with 187 votes in favour and 2 against.",
        published=date(2025, 10, 29),
    )
    assert (now["tally"], now["past"], now["when"]) == ((165, 7, None), False, "2025-10-27")
    assert (past["tally"], past["past"]) == ((187, 2, None), True)


def test_two_years_in_one_sentence(read_votes):
    now, past = read_votes(
        "The UN General Assembly passed the resolution 165-7 with 12 abstentions, down from 187-2 with one abstention "
        "last year."
    )
    assert (now["tally"], now["past"]) == ((165, 7, 12), False)
    assert (past["tally"], past["past"]) == ((187, 2, 1), True)


def test_sentence_after_a_past_vote_is_of_that_vote(read_votes):
    now, past = read_votes(
        "The UN General Assembly adopted the resolution with 165 votes in favour and 7 against.\n\n"
        "Last year 187 countries voted in favour, 2 against. Only Chile and Peru voted against it."
    )
    assert (now["no"], past["no"]) == (set(), {"CHL", "PER"})


def test_nine_votes_and_a_permanent_members_no(read_votes):
    (ballot,) = read_votes(
        "The Security Council failed to adopt the draft, which had 9 votes in favour, three against (China, Russia and "
        "Chile) and three abstentions."
    )
    assert (ballot["outcome"], ballot["veto"], ballot["no"]) == ("vetoed", {"CHN", "RUS"}, {"CHN", "RUS", "CHL"})


def test_organisation_whose_members_vote(read_votes):
    (ballot,) = read_votes(
        "By a vote of 87 to 15, members of the Organisation for the Prohibition of Chemical Weapons voted to "
        "suspend Syria."
    )
    assert (ballot["body"], ballot["outcome"]) == ("OPCW", "adopted")


def test_rejected_amendments_are_a_ballot_of_their_own(read_votes):
    whole, amendments = read_votes(
        "The UN General Assembly adopted the resolution with 189 votes in favour. Eight amendments proposed by Chile "
        "were rejected."
    )
    assert whole["outcome"] == "adopted"
    assert (amendments["kind"], amendments["count"], amendments["outcome"]) == ("amendment", 8, "rejected")
    assert (amendments["sponsors"], amendments["amends"]) == ({"CHL"}, 1)


def test_day_of_the_vote(read_votes):
    (ballot,) = read_votes(
        "The UN General Assembly on Tuesday adopted the resolution by 107 votes to 12.", published=date(2026, 2, 26)
    )
    assert ballot["when"] == "2026-02-24"


def test_anniversary_tells_the_day(read_votes):
    (ballot,) = read_votes(
        "On the third anniversary of Russia's full-scale invasion of Ukraine, the UN General Assembly adopted a "
        "resolution on Monday by 93 votes to 18."
    )
    assert ballot["when"] == "2025-02-24"


def test_no_day_without_an_anchor(read_votes):
    (ballot,) = read_votes("The UN General Assembly adopted the resolution on Monday by 93 votes to 18.")
    assert ballot["when"] is None


def test_symbol(read_votes):
    (ballot,) = read_votes("The General Assembly adopted resolution A/RES/78/10 by 187 votes to 2.")
    assert ballot["symbol"] == "A/RES/78/10"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The General Assembly on Friday adopted a resolution on the blockade of the ports by 90 votes to 3.",
         "the blockade of the ports"),
        ("On Friday the US vetoed a draft in the Security Council that recommended admission.",
         "recommended admission"),
        ("The Security Council demanded an end to the siege by 14 votes to none, with Chad abstaining.",
         "demanded an end to the siege"),
        ("The General Assembly voted 100-3 on Monday, next to the United States and Chad, on the draft.", ""),
    ],
)  # fmt: skip
def test_what_a_ballot_is_about(read_votes, text, subject):
    (found,) = read_votes(text) or [{"subject": ""}]
    assert found["subject"] == subject


def test_subject_from_title_and_from_text(read_votes):
    (titled,) = read_votes("The General Assembly adopted the resolution “Support for small islands” by 90 votes to 2.")
    (told,) = read_votes("The General Assembly adopted a resolution condemning the shelling of ports by 90 votes to 2.")
    assert titled["subject"] == "Support for small islands"
    assert told["subject"].startswith("condemning the shelling of ports")


NOT_STATES = {
    "parliament": "The parliament in Warsaw voted 230 to 210 in favour of the resolution.",
    "shareholders": "Shareholders rejected the resolution, with 65 votes against and 30 in favour.",
    "court": "The Supreme Court rejected the motion by 6 votes to 3.",
    "senate": "The US Senate voted 51-49 against the measure.",
    "election of a person": "Voters in Chile elected a new president with 56% of the votes.",
    "referendum": "Crimea voted to join Russia in 2014, and 97% voted in favour.",
}


@pytest.mark.parametrize("text", NOT_STATES.values(), ids=NOT_STATES.keys())
def test_vote_that_is_not_of_states(read_votes, text):
    assert read_votes(text) == []


def test_parliament_beside_the_assembly(read_votes):
    (ballot,) = read_votes(
        "The UN General Assembly adopted the resolution by 120 votes to 9. In Madrid, lawmakers voted 180 to 160 "
        "against a motion to support it."
    )
    assert ballot["tally"] == (120, 9, None)


@pytest.mark.parametrize(
    "text",
    [
        "The General Assembly voted " + "on the text, which Russia, China and 12 others opposed, and " * 1000,
        "Voting against in the General Assembly were " + ", ".join(["Russia", "China", "Iran"] * 1500) + ".",
        "The General Assembly voted " + "12 to 13 - 4 " * 2000,
        "The General Assembly. " + "voted against and " * 3000,
        "The General Assembly. " + "— Russia ( " * 2000 + " abstained",
    ],
    ids=["long sentence", "long list", "figures", "verbs", "open brackets"],
)
def test_long_sentences_take_linear_time(read_votes, text):
    read_votes(text)
