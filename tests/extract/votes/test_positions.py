"""Which state stood where, in the many ways it is put."""

import pytest

from kg import codes

CASES = {
    "plain verbs": (
        "In the General Assembly Chile voted for the resolution, Peru voted against and Cuba abstained.",
        {"yes": {"CHL"}, "no": {"PER"}, "abstain": {"CUB"}},
    ),
    "among the opponents": (
        "The UN General Assembly adopted the resolution. Chile, Peru and Cuba were among the opponents.",
        {"no": {"CHL", "PER", "CUB"}},
    ),
    "joined in voting against": (
        "At the UN General Assembly Chile joined Peru, Cuba, and Haiti in voting against the text.",
        {"no": {"CHL", "PER", "CUB", "HTI"}},
    ),
    "dashes around names": (
        "In the UN General Assembly 12 — among them Chile, Peru, and Cuba — voted against the resolution.",
        {"no": {"CHL", "PER", "CUB"}},
    ),
    "including": (
        "The UN General Assembly vote saw 51 nations abstain, including the US, Armenia, and Brazil.",
        {"abstain": {"USA", "ARM", "BRA"}},
    ),
    "abstained alongside": (
        "In the General Assembly Chile did not vote in favour of the text, but abstained alongside Peru.",
        {"abstain": {"CHL", "PER"}},
    ),
    "but not": (
        "Even Chile voted in favour of the General Assembly text, but not Peru, its old ally.",
        {"yes": {"CHL"}},
    ),
    "did not abstain but voted against": (
        "At the General Assembly Chile did not abstain but actually voted against it, along with Peru, Cuba and Haiti.",
        {"no": {"CHL", "PER", "CUB", "HTI"}},
    ),
    "leading somebody to abstain": (
        "The General Assembly text was changed at the last minute, leading Chile to abstain from the vote.",
        {"abstain": {"CHL"}},
    ),
    "were among the countries that voted no": (
        "The General Assembly adopted it; Chile along with Peru and Cuba were among the countries that voted no.",
        {"no": {"CHL", "PER", "CUB"}},
    ),
    "the only vote against": (
        "The Security Council draft had 14 votes in favour. Chile's was the only vote against.",
        {"no": {"CHL"}},
    ),
    "the sole country to oppose": (
        "Chile was the sole country to oppose the General Assembly resolution.",
        {"no": {"CHL"}},
    ),
    "vote against came from": (
        "The Human Rights Council adopted the text; the only vote against came from Chile.",
        {"no": {"CHL"}},
    ),
    "with somebody abstaining": (
        "The General Assembly passed the text by 130 votes, with Chile and Peru abstaining.",
        {"abstain": {"CHL", "PER"}},
    ),
    "with one country, named between dashes": (
        "The treaty was adopted in the General Assembly with one country — NATO member Norway — voting against.",
        {"no": {"NOR"}},
    ),
    "parentheses": (
        "At the General Assembly thirty voted in favour, two (Chile and Peru) against and one (Cuba) abstained.",
        {"no": {"CHL", "PER"}, "abstain": {"CUB"}},
    ),
    "square brackets": (
        "In the General Assembly 2 [Chile and Peru] against, and 1 [Cuba] abstained.",
        {"no": {"CHL", "PER"}, "abstain": {"CUB"}},
    ),
    "abstentions, then a colon": (
        "The General Assembly text was carried by 90 votes to two, with three abstentions: Chile, Peru and Cuba.",
        {"abstain": {"CHL", "PER", "CUB"}},
    ),
    "those who": (
        "The General Assembly adopted it. Those that abstained were Chile, Peru and Cuba. And those who voted against: "
        "Haiti and Mali.",
        {"abstain": {"CHL", "PER", "CUB"}, "no": {"HTI", "MLI"}},
    ),
    "nations voting against": (
        "The General Assembly passed a motion. Nations voting against the motion were Chile, Peru, Ivory Coast and the "
        "United Arab Emirates.",
        {"no": {"CHL", "PER", "CIV", "ARE"}},
    ),
    "inverted, alongside": (
        "The General Assembly adopted it. Also casting a dissenting vote alongside Chile were Peru, Cuba, and Haiti.",
        {"no": {"CHL", "PER", "CUB", "HTI"}},
    ),
    "the others are": (
        "In the General Assembly Peru was among the three countries that abstained. The others are Cuba and Haiti.",
        {"abstain": {"PER", "CUB", "HTI"}},
    ),
    "as did": (
        "Chile voted against the General Assembly resolution, as did Peru.",
        {"no": {"CHL", "PER"}},
    ),
    "the same way as, and countries including": (
        "Chile opposed the General Assembly resolution, voting the same way as Peru and countries including Cuba and "
        "Haiti.",
        {"no": {"CHL", "PER", "CUB", "HTI"}},
    ),
    "subject with a clause of its own": (
        "Chile and Peru, both of which had spoken against the General Assembly text, voted against.",
        {"no": {"CHL", "PER"}},
    ),
    "subject of an earlier verb": (
        "Chile spoke in the General Assembly of its doubts and ultimately chose to abstain on the resolution.",
        {"abstain": {"CHL"}},
    ),
    "declined to support, opting to abstain": (
        "Chile has declined to support the General Assembly resolution, opting instead to abstain.",
        {"abstain": {"CHL"}},
    ),
    "stayed away": (
        "The Security Council adopted it 14-0. Yemen, the only Arab member, did not vote.",
        {"stayed away": {"YEM"}},
    ),
    "was among so many that": (
        "Chile was among 141 nations that voted in support of the General Assembly resolution.",
        {"yes": {"CHL"}},
    ),
    "apposition": (
        "The Security Council passed the text but two of its members, Chile and Peru, abstained.",
        {"abstain": {"CHL", "PER"}},
    ),
    "two names for one state": (
        "Those who voted against the General Assembly text were the Democratic People's Republic of Korea (North "
        "Korea) and the United Arab Emirates (UAE).",
        {"no": {"PRK", "ARE"}},
    ),
    "missing comma in a list": (
        "Chile, Peru, Cuba Haiti, and Mali abstained in the General Assembly vote.",
        {"abstain": {"CHL", "PER", "CUB", "HTI", "MLI"}},
    ),
    "were joined in opposing by": (
        "Chile and Peru were joined in opposing the General Assembly resolution by two countries — Cuba and Haiti.",
        {"no": {"CHL", "PER", "CUB", "HTI"}},
    ),
    "side with somebody in rejecting": (
        "The General Assembly vote saw Chile and Peru side with Cuba in rejecting the text.",
        {"no": {"CHL", "PER", "CUB"}},
    ),
    "thumbs down together with others": (
        "Despite Chile's thumbs down together with eight other countries, the General Assembly adopted it by 143 votes "
        "in favour and 25 abstentions.",
        {"no": {"CHL"}},
    ),
    "roll call by letters": (
        "How the UN General Assembly voted\n\nMember states that voted in favour of the resolution\n\nA: Albania, "
        "Andorra\n\nB: Bahamas\n\nMember states that voted against the resolution\n\nC: Chile, Cuba",
        {"yes": {"ALB", "AND", "BHS"}, "no": {"CHL", "CUB"}},
    ),
    "roll call line by line": (
        "The UN General Assembly adopted the text.\n\nThe following countries voted against:\n\nChile\n\nCuba",
        {"no": {"CHL", "CUB"}},
    ),
    "numbered lists": (
        "The Human Rights Council adopted the text.\n\nAgainst (2): Chile and Cuba\n\nAbstentions (1): Haiti",
        {"no": {"CHL", "CUB"}, "abstain": {"HTI"}},
    ),
    "present tense of a headline": (
        "Chile, Peru vote against General Assembly resolution",
        {"no": {"CHL", "PER"}},
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_positions(read_votes, text, expected):
    (ballot,) = read_votes(text)
    found = {k: ballot[k] for k in ("yes", "no", "abstain", "stayed away") if ballot[k]}
    assert found == expected


NOTHING = {
    "intention": "Chile said it would vote against the General Assembly resolution.",
    "condition": "If Chile abstained, the General Assembly resolution could still pass.",
    "request": "Peru urged Chile to abstain on the General Assembly resolution.",
    "habit": "Chile has always voted for the General Assembly resolution.",
    "veto not used": "France and Britain opted not to use their veto in the Security Council.",
    "power to veto": "The Security Council has been blocked by the power of Russia to veto any resolution.",
    "denial": "Chile did not abstain on the General Assembly resolution.",
    "guess": "Likely Chile abstained on the General Assembly resolution.",
    "rejection in words": "Chile rejected the General Assembly resolution as one-sided.",
    "the ally, not the state": "Chile's allies abstained on the General Assembly resolution.",
    "the condemned state": "Countries close to Chile abstained on the General Assembly resolution.",
    "no vetoes": "A Security Council draft needs nine votes and no vetoes by Russia, China or France.",
    "one of three members": "Scott was one of three members who voted against the General Assembly text.",
    "threat": "Chile threatened to veto the Security Council resolution.",
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_no_position(read_votes, text):
    assert not any(b["yes"] | b["no"] | b["abstain"] | b["stayed away"] for b in read_votes(text))


def test_ninety_names_with_oxford_commas(read_votes):
    names = [s.name for s in codes.states().values() if s.status == "member"][:90]
    text = f"Abstaining in the UN General Assembly vote were {', '.join(names[:-1])}, and {names[-1]}."
    (ballot,) = read_votes(text)
    assert len(ballot["abstain"]) == 90


def test_state_in_two_camps_is_dropped(read_votes):
    (ballot,) = read_votes(
        "The General Assembly adopted the resolution. Chile voted against the resolution, Peru abstained and "
        "those voting against the resolution included Chile, Cuba and Peru."
    )
    assert "PER" not in ballot["abstain"] | ballot["no"]
    assert ballot["no"] == {"CHL", "CUB"}
