"""Who is named, by which forms, with which post, for whom."""

from datetime import date

import pytest

from kg.extract.gazetteer import mentions
from kg.extract.people import Person, people
from kg.extract.sentences import sentences
from kg.model import STORY, Block, Document, Role, Span


def read(text: str, published: date | None = date(2025, 3, 1)) -> tuple[Person, ...]:
    document = Document("d", "d", text, (Block(Span(0, len(text)), Role.BODY),), published=published)
    return people(document, sentences(document, STORY), mentions(text))


def one(text: str) -> Person:
    (person,) = read(text)
    return person


def told(person: Person) -> tuple[str, str | None, str | None]:
    return (
        person.name,
        next((p.role for p in person.posts), None),
        person.represents.key if person.represents else None,
    )


@pytest.mark.parametrize(
    ("text", "name", "role", "represents"),
    [
        ("Norway's Deputy Foreign Minister Kari Lund left.", "Kari Lund", "Deputy Foreign Minister", "NOR"),
        ("The text pleased Kenyan envoy Amina Odera.", "Amina Odera", "envoy", "KEN"),
        ("Chad's acting envoy to the UN, Idris A. Mbo, agreed.", "Idris A. Mbo", "acting envoy to the UN", "TCD"),
        ("Russia's UN envoy, Pyotr Ilyin, welcomed it.", "Pyotr Ilyin", "UN envoy", "RUS"),
        ("Oleg Tarin, Belarus's foreign minister, agreed.", "Oleg Tarin", "foreign minister", "BLR"),
        ("Lea Mørk, the Danish ambassador to the UN, spoke.", "Lea Mørk", "ambassador to the UN", "DNK"),
        ("Prime Minister Sir Hugh Ames of Jamaica spoke.", "Hugh Ames", "Prime Minister", "JAM"),
        ("It fell to Crown Prince Talal bin Nasser of Jordan.", "Talal bin Nasser", "Crown Prince", "JOR"),
        ("EU trade policy chief Ana Costa-Reis objected.", "Ana Costa-Reis", "EU trade policy chief", "EU"),
        ("UN General Assembly President Ivo Prlić spoke.", "Ivo Prlić", "UN General Assembly President", "UN"),
        ("Omar Sall, Permanent Representative of Senegal to the United Nations, left.", "Omar Sall",
         "Permanent Representative of Senegal to the United Nations", "SEN"),
        ("A spokesman for China's Foreign Ministry, Bo Renfu, said so.", "Bo Renfu",
         "spokesman for China's Foreign Ministry", "CHN"),
        ("UN special envoy for Syria Jan Holt warned.", "Jan Holt", "UN special envoy for Syria", "UN"),
        ("U.S. special envoy to Sudan Dean Hall flew in.", "Dean Hall", "special envoy to Sudan", "USA"),
        ("Ella Marsh, deputy U.S. ambassador to the United Nations, voted.", "Ella Marsh",
         "deputy U.S. ambassador to the United Nations", "USA"),
        ("Secretary of State Dan Ruhl flew in.", "Dan Ruhl", "Secretary of State", "USA"),
        ("Jan H. Pell of the Netherlands spoke.", "Jan H. Pell", None, "NLD"),
        ("MS. ODERA (Kenya): I thank you.", "Odera", None, "KEN"),
        ("PYOTR A. ILYIN (Russian Federation) said no.", "Pyotr A. Ilyin", None, "RUS"),
        ("Israel's Defence Minister Israel Sharet spoke.", "Israel Sharet", "Defence Minister", "ISR"),
    ],
)  # fmt: skip
def test_a_post_a_title_or_a_state_makes_a_person(text: str, name: str, role: str | None, represents: str) -> None:
    assert told(one(text)) == (name, role, represents)


@pytest.mark.parametrize(
    ("text", "name", "represents"),
    [
        ("Norwegian PM Kari Lund spoke at 5 pm.", "Kari Lund", "NOR"),
        ("For Oleg Tarin, 60, Belarus's representative, it was hard.", "Oleg Tarin", "BLR"),
        ("She met her counterpart from Latvia, Juris Ozols.", "Juris Ozols", "LVA"),
        ("Jordan's King Talal II spoke.", "Talal II", "JOR"),
        ("UN rights chief Volker Türk spoke.", "Volker Türk", "UN"),
        ("Pentagon chief Dan Ruhl spoke.", "Dan Ruhl", "USA"),
        ("General Assembly President Ivo Prlić of Croatia spoke.", "Ivo Prlić", "UN"),
        ("Security Council President, Ella Marsh of Malta, ruled.", "Ella Marsh", "MLT"),
        ("Under-Secretary-General for Political Affairs Jan Holt warned.", "Jan Holt", "UN"),
        ("“No,” Slovenia's Ana Kos told the council.", "Ana Kos", "SVN"),
        ("Later his French colleague Luc Morel agreed.", "Luc Morel", "FRA"),
        ("Chief U.S. Delegate Earl B. Stone voted.", "Earl B. Stone", "USA"),
        ("The President of the Council, Mr. Sekou Bah (Guinea), agreed.", "Sekou Bah", "GIN"),
        ("Hamas spokesman Sami Nasr denied it.", "Sami Nasr", "Hamas"),
        ("UN Sudan envoy Jan Holt warned.", "Jan Holt", "UN"),
        ("CIA Director Bill Ruhl flew in.", "Bill Ruhl", "USA"),
        ("IDF spokesman Dov Sharet denied it.", "Dov Sharet", "ISR"),
        ("Dov Sharet, the Israeli military's chief spokesman, denied it.", "Dov Sharet", "ISR"),
        ("Honduras' President Luz Mejia left.", "Luz Mejia", "HND"),
        ("Chinese Vice Premier He Renfu left.", "He Renfu", "CHN"),
        ("Pakistan's army chief Field Marshal Asad Khan left.", "Asad Khan", "PAK"),
        ("UNRWA Commissioner-General Ida Falk warned.", "Ida Falk", "UNRWA"),
        ("Omar Sall, who heads the Senegalese delegation, left.", "Omar Sall", "SEN"),
        ("The Senegalese negotiating team, led by Omar Sall, left.", "Omar Sall", "SEN"),
        ("The EU's coordinator for nuclear talks with Iran, Ida Falk, left.", "Ida Falk", "EU"),
        ("It pleased the Kenyan representative in the Nairobi talks Amina Odera.", "Amina Odera", "KEN"),
        ("The ex-Danish foreign minister Lea Mørk left.", "Lea Mørk", "DNK"),
        ("The Danish Foreign Minister (Dr. Mørk) left.", "Mørk", "DNK"),
        ("China's consul general in New York, Bo Renfu, left.", "Bo Renfu", "CHN"),
        ("It was put to Denmark's Susan Mørk in private.", "Susan Mørk", "DNK"),
        ("Hamas denied it. Its spokesman Sami Nasr left.", "Sami Nasr", "Hamas"),
        ("The Secretary-General's Special Adviser on Cyprus, Jan Holt, left.", "Jan Holt", "UN"),
        ("Ann Beck, senior adviser to the US president, left.", "Ann Beck", "USA"),
        ("Acting Assistant Secretary for African Affairs Ann Beck left.", "Ann Beck", "USA"),
        ("Cambodian Prime Minister Sok Sen left.", "Sok Sen", "KHM"),
        ("It pleased Japan's Takeo Mori, secretary of the cabinet.", "Takeo Mori", "JPN"),
        ("The Senegalese mission's charge d'affaires, Omar Sall, left.", "Omar Sall", "SEN"),
        ("Bolivia's Sacho Llorento voted no.", "Sacho Llorento", "BOL"),
        ("Former President Omar Sall of Senegal left.", "Omar Sall", "SEN"),
        ("The governor of Norway's Finnmark region, Kari Lund, left.", "Kari Lund", "NOR"),
        ("Jan Holt, the resident coordinator, left.", "Jan Holt", "UN"),
        ("The Jordanian defence minister, Prince Talal bin Nasser, left.", "Talal bin Nasser", "JOR"),
        ("Ann Beck of Nevada, the US special envoy, left.", "Ann Beck", "USA"),
    ],
)
def test_for_whom_a_post_is_held(text: str, name: str, represents: str) -> None:
    assert told(one(text))[::2] == (name, represents)


def test_the_pope_is_no_namesake_of_a_surname() -> None:
    found = read("Kenyan envoy Amina Francis met Pope Francis.")
    assert [(p.name, len(p.mentions)) for p in found] == [("Amina Francis", 1), ("Francis", 1)]


def test_a_former_post_does_not_decide_for_whom_somebody_speaks() -> None:
    person = one("UN General Assembly President and former Danish Foreign Minister Lea Mørk spoke.")
    assert told(person)[2] == "UN"
    assert [(p.former, p.represents.key if p.represents else None) for p in person.posts] == [
        (False, "UN"),
        (True, "DNK"),
    ]


def test_two_posts_of_one_state() -> None:
    person = one("Pakistan's Deputy Prime Minister and Foreign Minister Ali Rehman spoke.")
    assert [p.role for p in person.posts] == ["Deputy Prime Minister", "Foreign Minister"]
    assert told(person)[2] == "PAK"


def test_posts_in_the_plural_are_held_by_each() -> None:
    found = read("Foreign Ministers Lin Bao of China and Pyotr Ilyin of Russia met. Envoys, including Kari Lund, left.")
    assert [told(p) for p in found] == [
        ("Lin Bao", "Foreign Minister", "CHN"),
        ("Pyotr Ilyin", "Foreign Minister", "RUS"),
        ("Kari Lund", "Envoy", None),
    ]


def test_shorter_forms_find_the_fullest_name() -> None:
    text = "Shortly after, Lund left. Norway's envoy Kari Anne Lund had spoken. Ms. Lund and Kari Lund are one."
    person = one(text)
    assert person.name == "Kari Anne Lund"
    assert [m.of(text) for m in person.mentions] == ["Lund", "Kari Anne Lund", "Lund", "Kari Lund"]


def test_spellings_of_one_name_meet() -> None:
    person = one("Ukrainian envoy Sergii Horskyy spoke. Sergiy Horsky left. Horskyi was late.")
    assert len(person.mentions) == 3


def test_two_people_of_one_surname_stay_two() -> None:
    text = "Kenyan envoy Amina Odera met Ugandan envoy Paul Odera. Paul Odera left. Odera smiled."
    first, second = read(text)
    assert (first.name, second.name) == ("Amina Odera", "Paul Odera")
    assert len(first.mentions) == 1
    assert len(second.mentions) == 3


def test_family_names_that_come_first_and_particles() -> None:
    found = read("China's envoy Xu Wenbo met Belgian minister Els van der Maat. Xu smiled at Van der Maat.")
    assert [(p.name, len(p.mentions)) for p in found] == [("Xu Wenbo", 2), ("Els van der Maat", 2)]


def test_an_ambassador_of_no_state_is_the_one_the_text_describes() -> None:
    text = "So said Ambassador Zoe Quill. In the end the Canadian ambassador did not like it."
    assert told(one(text)) == ("Zoe Quill", "Ambassador", "CAN")


def test_an_aide_acts_for_whom_the_master_acts() -> None:
    found = read(
        "Kenyan President Amina Odera listened. Odera's aide, Tom Wekesa, left. Joy Mutua, an adviser to Odera, stayed."
    )
    assert [told(p)[2] for p in found] == ["KEN", "KEN", "KEN"]


def test_an_envoy_of_a_person_to_a_state_is_the_persons() -> None:
    found = read("Kenyan President Amina Odera listened to Odera's Sudan envoy Tom Wekesa.")
    assert [told(p)[2] for p in found] == ["KEN", "KEN"]


def test_his_envoy_is_that_of_the_one_named_before() -> None:
    found = read("Kenyan President Amina Odera listened. Her envoy Tom Wekesa spoke.")
    assert [told(p)[2] for p in found] == ["KEN", "KEN"]
    assert told(read("Turkish-Cypriot leader Ersin Ozan left. Turkish envoy Ali Demir spoke.")[0])[2] is None


def test_a_minister_abroad_is_not_of_the_country_the_text_is_on() -> None:
    text = "China and the Chinese waited. Foreign Minister Ali Rehman arrived in China. China was pleased."
    assert told(one(text))[2] is None


def test_under_whom_somebody_served_is_not_who_served() -> None:
    found = read("Ann Beck, Kenya's ambassador to the UN under Donald Trump, warned.")
    assert told(found[0]) == ("Ann Beck", "ambassador to the UN", "KEN")
    assert found[1].posts == ()
    (served,) = read("He said that under President Donald Trump it was signed.")
    assert [p.role for p in served.posts] == ["President"]


def test_senators_of_a_text_on_washington_are_american() -> None:
    text = "Sen. Ann Beck agreed{}, and so did Senator Tom Ek."
    assert [told(p)[2] for p in read(text.format(" with Barack Obama"))] == ["USA", "USA", "USA"]
    assert [told(p)[2] for p in read(text.format(""))] == [None, None]
    assert [told(p)[2] for p in read(text.format(" in Manila, where Filipinos wept"))] == [None, None]


def test_players_act_for_no_state() -> None:
    text = "Captain Ivo Prlić of Croatia left. {}Norway's Susan Lund was quick. {}"
    assert [told(p)[2] for p in read(text.format("", ""))] == [None, "NOR"]
    sport = text.format("The coach smiled. ", "Two goals in the semi-final, and the tournament was over.")
    assert [told(p)[2] for p in read(sport)] == [None, None]


def test_ministers_of_one_cabinet_share_their_state() -> None:
    found = read(
        "Chadian Finance Minister Idris Mbo and Trade Minister Ali Sow, like Malians, objected to Minister Lea Mørk."
    )
    assert [told(p)[2] for p in found] == ["TCD", "TCD", None]


def test_in_a_text_on_one_state_its_ministers_need_no_state() -> None:
    text = "Kenya said no. Kenya's army left. The Kenyans agreed. Kenya waits. {} Amina Odera spoke."
    assert [told(p)[2] for p in read(text.format("Foreign Minister"))] == ["KEN"]
    assert [told(p)[2] for p in read(text.format("Ambassador"))] == [None]
    assert [told(p)[2] for p in read("Chad and Mali agreed. " + text.format("Foreign Minister"))] == ["KEN"]
    assert told(read("NAIROBI, Kenya. Foreign Minister Amina Odera is to travel to Chad.")[0])[2] == "KEN"
    assert told(read("Kenya and the Kenyans met the Chadians. President Carter was there.")[0])[2] is None
    assert [told(p)[2] for p in read("Chad and Mali agreed. " * 2 + text.format("Foreign Minister"))] == [None]


def test_a_bare_surname_of_the_register() -> None:
    found = read("The Zelensky government read the Trump-backed plan.")
    assert [(p.name, p.represents.key if p.represents else None) for p in found] == [
        ("Zelensky", "UKR"),
        ("Trump", "USA"),
    ]


def test_speech_makes_a_person_of_a_full_name_only_beside_the_verb() -> None:
    assert [p.name for p in read("Olivia Brent said no. The Brent Gallery opened. Radio Free Asia said so.")] == [
        "Olivia Brent"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The General Assembly met on Monday. The Security Council did not.",
        "Foreign Ministry sources spoke to the Daily Mirror in New York.",
        "The United States and the Soviet Union agreed. The Berlin Wall stood.",
        "Members adopted the Treaty on the Prohibition of Nuclear Weapons.",
    ],
)
def test_things_are_no_people(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Ms. Odera spoke.", "f"),
        ("Mr. Odera spoke.", "m"),
        ("Kenya's foreign ministry spokeswoman Ade Odera spoke.", "f"),
        ("German envoy Ade Odera spoke.", None),
        ("German envoy Ursula Odera spoke.", "f"),
    ],
)
def test_gender(text: str, gender: str | None) -> None:
    assert one(text).gender == gender


def test_a_long_sentence_takes_linear_time() -> None:
    read("Deputy Foreign Minister of " * 2_000 + "Kari Lund and " * 2_000)
    read("Al de la " * 2_000)


def test_party_and_state_tell_an_american() -> None:
    text = (
        "Sen. Ann Beck, R-Ohio, Rep. Tom Ek (D-Calif.) and Texas Gov. Joe Odera agreed. Gov. Ada Moss of Utah did not."
    )
    assert [told(p)[::2] for p in read(text)] == [
        ("Ann Beck", "USA"),
        ("Tom Ek", "USA"),
        ("Joe Odera", "USA"),
        ("Ada Moss", "USA"),
    ]


def test_an_ambassador_to_an_organisation_acts_for_a_state() -> None:
    text = "Ann Beck, the UN ambassador from Kenya, agreed. Tom Ek, ambassador to NATO, did not."
    assert [told(p)[::2] for p in read(text)] == [("Ann Beck", "KEN"), ("Tom Ek", None)]


def test_where_an_organisation_sits_is_no_name() -> None:
    text = (
        "Kenya's ambassador to the United Nations in Geneva C.A. Odera spoke. "
        "Norway's delegate to the International Atomic Energy Agency (IAEA) Tom Ek agreed."
    )
    assert [told(p)[::2] for p in read(text)] == [("C.A. Odera", "KEN"), ("Tom Ek", "NOR")]


def test_company_is_of_the_same_state() -> None:
    text = "The Greek foreign minister was accompanied on the way to Ankara by Deputy Minister Tom Ek and an aide."
    assert [told(p)[::2] for p in read(text)] == [("Tom Ek", "GRC")]


def test_a_delegation_is_led_by_one_of_its_state() -> None:
    assert [told(p)[::2] for p in read("The Kenyan side was headed by Principal Secretary Joe Odera.")] == [
        ("Joe Odera", "KEN")
    ]


def test_the_aide_of_somebody_with_a_longer_name() -> None:
    text = "President Bashar al-Assad's aide Ann Beck spoke for Syria."
    assert [told(p)[::2] for p in read(text)] == [("Bashar al-Assad", "SYR"), ("Ann Beck", "SYR")]


def test_one_person_under_two_spellings() -> None:
    found = read("Minister Aleksandr Volin of Russia spoke. Alexander Volin left. Mohammed Odera met Muhammad Odera.")
    assert [p.name for p in found][:1] == ["Aleksandr Volin"]
    assert len(found[0].mentions) == 2
    assert [p.name for p in read("Secretary Blinken left. Secretary Antony J. Blinken spoke.")] == ["Antony J. Blinken"]


def test_the_prize_is_no_prime_minister() -> None:
    text = "Jury President Ann Beck of the festival gave the Palme to Tom Ek. The Palme went north."
    assert [told(p)[::2] for p in read(text)] == [("Ann Beck", None)]


def test_private_callings_act_for_no_state() -> None:
    text = "The novelist Ann Beck of Kenya won. The striker Tom Ek of Norway lost."
    assert [told(p)[2] for p in read(text)] == [None, None]


def test_peers_and_justices() -> None:
    assert [told(p)[::2] for p in read("VISCOUNT ADDISON spoke in the United Kingdom.")] == [("Addison", "GBR")]
    text = "Chief Justice Ann Beck and Justice Tom Ek agreed with Barack Obama. The Justice Department did not."
    assert [told(p)[::2] for p in read(text)][:2] == [("Ann Beck", "USA"), ("Tom Ek", "USA")]


def test_the_younger_of_a_name() -> None:
    assert [told(p)[0] for p in read("Foreign Secretary Tom Ek Jr. of Norway left. Ek Jr. was ill.")] == ["Tom Ek Jr."]


def test_a_surname_and_a_post_that_the_register_has_for_one_state_only() -> None:
    text = "President Bush spoke. Prime Minister Abe listened. Prime Minister Ek left."
    assert [told(p)[::2] for p in read(text, None)] == [("Bush", "USA"), ("Abe", "JPN"), ("Ek", None)]


def test_a_post_before_a_dash_or_before_a_style() -> None:
    text = "Canada's trade minister – Ann Beck – left. The OPCW deputy director-general, Ambassador Tom Ek, stayed."
    assert [told(p)[::2] for p in read(text)] == [("Ann Beck", "CAN"), ("Tom Ek", "OPCW")]


def test_who_speaks_in_a_transcript() -> None:
    text = "PRESIDENT TRUMP: Thank you.\n\nFOREIGN MINISTER LAVROV: We will see.\n\nPRESIDENT SAYS NO AGAIN"
    assert [told(p)[::2] for p in read(text)] == [("Trump", "USA"), ("Lavrov", "RUS")]


def test_secretaries_of_one_cabinet() -> None:
    text = "Kenya's Cabinet Secretary for Trade, Dr. Joe Odera, and Principal Secretary Ann Beck met."
    assert [told(p)[::2] for p in read(text)] == [("Joe Odera", "KEN"), ("Ann Beck", "KEN")]


def test_who_makes_films_acts_for_no_state() -> None:
    assert [told(p)[2] for p in read("Hungarian director Ann Beck won.")] == [None]
    assert told(one("The Hungarian finance ministry's director Ann Beck left."))[2] == "HUN"


def test_a_surname_that_is_a_preposition() -> None:
    assert told(one("State President To Lam left Hanoi."))[::2] == ("To Lam", "VNM")


def test_the_courts_president_and_the_armys_spokesman() -> None:
    text = "The International Court of Justice ruled on Friday. The court's president, Ann Beck, read from the opinion."
    assert [told(p)[::2] for p in read(text)] == [("Ann Beck", "ICJ")]
    text = "The Congolese army denied it. General Joe Odera, the army's spokesman, was silent."
    assert [told(p)[::2] for p in read(text)] == [("Joe Odera", "COD")]
    text = "Congo and Rwanda denied it. General Joe Odera, the army's spokesman, was silent."
    assert [told(p)[2] for p in read(text)] == [None]
