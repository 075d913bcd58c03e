from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import codes
from kg.extract.aliases import table
from kg.extract.gazetteer import Form, body_references, fold, mentions
from kg.model import ActorKind


def named(text):
    """What the text names: (words, code) in text order."""
    return [(m.span.of(text), m.actor.key) for m in mentions(text)]


def keys(text):
    return [m.actor.key for m in mentions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kyiv and Kiev are one", ["UKR", "UKR"]),
        ("Burma, Swaziland, Cape Verde and Ivory Coast", ["MMR", "SWZ", "CPV", "CIV"]),
        ("Côte d’Ivoire and Cote d'Ivoire", ["CIV", "CIV"]),
        ("Turkey, then Türkiye, then Turkiye", ["TUR", "TUR", "TUR"]),
        ("the DPRK, the ROK, the DRC and the UAE", ["PRK", "KOR", "COD", "ARE"]),
        ("the U.K., the U.S. and the USSR", ["GBR", "USA", "SUN"]),
        ("two Britons, a Filipino, the Dutch and an Emirati", ["GBR", "PHL", "NLD", "ARE"]),
        ("Whitehall, the Quai d'Orsay and Foggy Bottom", ["GBR", "FRA", "USA"]),
        ("Sudan and South Sudan", ["SDN", "SSD"]),
        ("Niger, then Nigeria", ["NER", "NGA"]),
        ("Guinea, Guinea-Bissau, Equatorial Guinea, Papua New Guinea", ["GIN", "GNB", "GNQ", "PNG"]),
        ("Dominica and the Dominican Republic", ["DMA", "DOM"]),
        ("the Republic of Korea and the Democratic People's Republic of Korea", ["KOR", "PRK"]),
        ("Congo and the Democratic Republic of the Congo", ["COG", "COD"]),
        ("Comoros Congo", ["COM", "COG"]),
        ("East Germany and Czechoslovakia", ["DDR", "CSK"]),
        ("the Holy See and the State of Palestine", ["VAT", "PSE"]),
        ("Ireland voted yes", ["IRL"]),
        ("North and South Korea, East and West Germany", ["PRK", "KOR", "DDR", "DEU"]),
        ("a US/UK/France text, a U.S.–Russia deal", ["USA", "GBR", "FRA", "USA", "RUS"]),
    ],
)
def test_states_go_by_many_names(text, expected):
    assert keys(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He told us that it concerned us all.",
        "CONTACT US",
        "Sail the Indian Ocean or the South China Sea.",
        "It was printed in the China Daily and in the Moscow Times.",
        "The Bank of America and the Bank of Korea lent it.",
        "Mr Michael Jordan played on.",
        "Mr. Chad Smith and Judge Jordan sat.",
        "A book by Jordan Peterson sold well.",
        "Northern Ireland has an assembly.",
        "Peace came after the Korean War.",
        "New Mexico is warm.",
        "The Geneva Conventions and the Minsk agreements hold.",
        "Most European and Western opinion was against it.",
        "It cost $5m, said @Ukraine.",
        "See https://example.org/news/Ukraine and example.com/Russia/x.",
        "Voters in Georgia and Arizona will decide.",
        "The cubans of lower case and a polish cloth.",
    ],
)
def test_namesakes_and_plain_words_are_nobody(text):
    assert keys(text) == []


def test_a_person_who_is_called_like_a_state_stays_a_person():
    assert keys("Police chief Jim Jordan spoke. Later Jordan left.") == []
    assert keys("Jordan abstained, and Jordan's King Abdullah said why.") == ["JOR", "JOR"]


def test_possessives_stay_outside_the_span():
    assert named("Russia's envoy met Cyprus’s and the Russians' friends") == [
        ("Russia", "RUS"),
        ("Cyprus", "CYP"),
        ("Russians", "RUS"),
    ]


def test_hyphens_part_names():
    assert named("A US-backed text, a Russia-Ukraine truce, pro-Russian, non-EU.") == [
        ("US", "USA"),
        ("Russia", "RUS"),
        ("Ukraine", "UKR"),
    ]


def test_a_heading_in_capitals_names_states():
    assert keys("US VETOES TEXT AS RUSSIA AND SOUTH SUDAN WATCH") == ["USA", "RUS", "SSD"]


def test_how_an_actor_is_named_is_told():
    forms = [m.form for m in mentions("Russia, the Americans, Tehran, the UK")]
    assert forms == [Form.NAME, Form.DEMONYM, Form.SEAT, Form.CODE]


def test_a_capital_is_a_seat_be_it_place_or_government():
    found = mentions("Talks were held in Abu Dhabi; Moscow agreed.")
    assert [(m.actor.key, m.form) for m in found] == [("ARE", Form.SEAT), ("RUS", Form.SEAT)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("the 193-member world body", "UNGA"),
        ("the 15-nation council", "UNSC"),
        ("the 47-member council", "UNHRC"),
        ("the 35-nation board", "IAEA-BoG"),
        ("the world body", "UN"),
        ("the Third Committee", "UNGA-3C"),
        ("the UN nuclear watchdog's board", "IAEA-BoG"),
        ("the UN's top court", "ICJ"),
        ("the P5+1", "P5+1"),
        ("the Taliban", "Taliban"),
    ],
)
def test_bodies_and_organisations_go_by_many_names(text, code):
    assert keys(text) == [code]


@pytest.mark.parametrize("owner", ["Russia's", "Russian", "Iran’s", "National", "Virginia"])
def test_the_organ_of_a_state_is_not_the_united_nations(owner):
    assert "UNSC" not in keys(f"He heads the {owner} Security Council these days.")
    assert "UNGA" not in keys(f"She sat in the {owner} General Assembly for years.")


def test_the_security_council_of_the_united_nations_needs_no_adjective():
    assert keys("On Monday the Security Council met. Security Council members spoke.") == ["UNSC", "UNSC"]


def test_groups_of_states_keep_the_words_as_printed():
    (group,) = mentions("It was written by other European countries.")
    assert (group.actor.kind, group.actor.key) == (ActorKind.GROUP, "European countries")


def test_where_the_text_speaks_of_kinshasa_congo_is_the_other_one():
    assert keys("Fighters took Goma in the east. Congo asked for help.") == ["COD"]


def test_the_assembly_is_the_body_last_named():
    text = "The Human Rights Council met. The council voted. The UN Security Council met. The council voted too."
    found = body_references(text, mentions(text))
    assert [m.actor.key for m in found] == ["UNHRC", "UNSC"]
    assert [m.span.of(text) for m in found] == ["council", "council"]


def test_an_organisation_names_its_only_board():
    text = "The IAEA reported on Monday. Its board of governors met, and the board voted."
    assert [m.actor.key for m in body_references(text, mentions(text))] == ["IAEA-BoG", "IAEA-BoG"]


def test_the_united_nations_has_one_assembly_and_many_councils():
    text = "The United Nations met. The assembly voted. The council did not."
    assert [m.actor.key for m in body_references(text, mentions(text))] == ["UNGA"]


def test_a_council_that_nobody_named_is_nobody():
    text = "The council of the town met. The assembly sang."
    assert body_references(text, mentions(text)) == ()


def test_codes_in_the_table_are_known():
    known = {*codes.states(), *codes.bodies(), *codes.organizations()}
    kinds = {ActorKind.STATE, ActorKind.BODY, ActorKind.BLOC, ActorKind.ORGANIZATION}
    assert all(e.actor.key in known for e in table().values() if e.actor and e.actor.kind in kinds)


def test_every_common_name_names_its_state():
    for state in codes.states().values():
        if state.status == "member":
            assert keys(f"It was {state.name} that spoke.") == [state.iso3]


@given(st.text())
def test_folding_keeps_the_length(text):
    assert len(fold(text)) == len(text)


_PIECES = st.sampled_from([*sorted(table())[::40], "Türkiye", "Côte d’Ivoire", "the", "and", "said", "A"])


@given(st.lists(st.tuples(_PIECES, st.sampled_from([" ", ", ", "’s ", "-", "\n", ". ", ""]))))
def test_mentions_are_ordered_apart_and_true_to_the_text(pieces):
    text = "".join(word + gap for word, gap in pieces)
    found = mentions(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    for mention in found:
        words = mention.span.of(text)
        assert words
        assert fold(words) in table() or "-" in words


@given(st.text(alphabet=st.sampled_from("USA.'’ \nRusiaéG7$@-Jordan"), max_size=60))
def test_no_text_breaks_it(text):
    for mention in mentions(text):
        assert 0 <= mention.span.start < mention.span.end <= len(text)


@pytest.mark.parametrize("unit", ["Jordan ", "Moscow A", "Bank of Russia ", "the 15-member council ", "United States "])
def test_long_texts_take_linear_time(unit):
    mentions(unit * 20_000)
