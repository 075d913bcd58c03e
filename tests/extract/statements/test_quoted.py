"""Direct quotations: each case is a phenomenon of news prose with the speakers and words that must come out."""

from collections.abc import Callable

import pytest

from kg.model import Role, Statement

Said = Callable[..., tuple[Statement, ...]]

PETROVA = "Bulgaria's ambassador to the UN, Elena Petrova, arrived first. "
LEMAIRE = "French Foreign Minister Paul Lemaire came to Geneva. "

# name, text, (speaker, words) of every direct statement
CASES: list[tuple[str, str, list[tuple[str | None, str]]]] = [
    (
        "quotation then name then verb",
        '"We will not sign," Polish President Jan Kowal said.',
        [("Jan Kowal", "We will not sign,")],
    ),
    (
        "quotation then verb then name",
        '"We will not sign," said Polish President Jan Kowal.',
        [("Jan Kowal", "We will not sign,")],
    ),
    (
        "question, then a long post, name and verb",
        '"Who will pay?" Deputy Polish UN Ambassador Ewa Nowak asked the council.',
        [("Ewa Nowak", "Who will pay?")],
    ),
    (
        "name, verb, colon, quotation",
        'Polish President Jan Kowal said: "We will not sign."',
        [("Jan Kowal", "We will not sign.")],
    ),
    (
        "curly marks and a that-clause",
        "Polish President Jan Kowal said that “the door is closed” for now.",
        [("Jan Kowal", "the door is closed")],
    ),
    (
        "single marks as speech",
        "‘The ministers’ text is weak,’ Polish President Jan Kowal said.",
        [("Jan Kowal", "The ministers’ text is weak,")],
    ),
    (
        "quotation split by its attribution",
        '"We came," Polish President Jan Kowal said, "and we shall stay."',
        [("Jan Kowal", "We came, and we shall stay.")],
    ),
    (
        "several sentences in one quotation",
        '"We came. We saw. We voted," said Polish President Jan Kowal.',
        [("Jan Kowal", "We came. We saw. We voted,")],
    ),
    (
        "two fragments under one verb",
        'Polish President Jan Kowal told a radio station that the draft "leaves out" any promise of a "fair peace".',
        [("Jan Kowal", "leaves out fair peace")],
    ),
    (
        "two verbs, two statements",
        'Polish President Jan Kowal called the draft "weak" and said it was "late and vague".',
        [("Jan Kowal", "weak"), ("Jan Kowal", "late and vague")],
    ),
    (
        "another that-clause is another statement",
        'Russia insists that the "deep causes" be named, and that any deal bring a "neutral" neighbour.',
        [("Russia", "deep causes"), ("Russia", "neutral")],
    ),
    (
        "naming with called, accusing and warning",
        'Polish President Jan Kowal called the envoy a "clown" after accusing him of lying, '
        'warning that he "should hurry".',
        [("Jan Kowal", "clown"), ("Jan Kowal", "should hurry")],
    ),
    (
        "described as",
        'Polish President Jan Kowal described the text as an "honest first step".',
        [("Jan Kowal", "honest first step")],
    ),
    (
        "surname stands for the full name",
        'Polish President Jan Kowal spoke first. "It is late," Kowal said.',
        [("Jan Kowal", "It is late,")],
    ),
    (
        "pronoun of the right gender",
        PETROVA + 'She met French President Luc Morel. "It is late," she said.',
        [("Elena Petrova", "It is late,")],
    ),
    (
        "two women in neighbouring paragraphs",
        'UN envoy Maria Silva said the vote was "a relief". "It took months," she said.\n\n'
        'US Ambassador Jane Brown disagreed with that. "It is too soon," she said.',
        [("Maria Silva", "a relief"), ("Maria Silva", "It took months,"), ("Jane Brown", "It is too soon,")],
    ),
    (
        "post stands for the name",
        LEMAIRE + 'The French foreign minister called the plan "hollow".',
        [("Paul Lemaire", "hollow")],
    ),
    (
        "apposition between name and verb",
        'Elena Petrova, Bulgaria\'s ambassador to the UN, said the text was "balanced".',
        [("Elena Petrova", "balanced")],
    ),
    (
        "post before the name, set off by a comma",
        'Bulgaria\'s ambassador to the UN, Elena Petrova, rejected the draft, arguing it "ignores the facts".',
        [("Elena Petrova", "ignores the facts")],
    ),
    (
        "relative clause between name and verb",
        'French Foreign Minister Paul Lemaire, who chaired the talks, said they were "tense".',
        [("Paul Lemaire", "tense")],
    ),
    (
        "attribution closes the sentence",
        'A second round is "unlikely" before May, French Foreign Minister Paul Lemaire said.',
        [("Paul Lemaire", "unlikely")],
    ),
    (
        "what somebody called",
        'Russia\'s envoy, Oleg Smirnov, welcomed what he called "fresh air" in the talks.',
        [("Oleg Smirnov", "fresh air")],
    ),
    (
        "verbless 'with' and a participle",
        'The row deepens, with the French foreign minister, Paul Lemaire, labelling the plan a "trap".',
        [("Paul Lemaire", "trap")],
    ),
    (
        "a capital speaks",
        'Moscow has always maintained that the treaty is "dead".',
        [("Moscow", "dead")],
    ),
    (
        "an institution speaks",
        'The Turkish foreign ministry denounced the vote, saying it set a "bad example".',
        [("Turkish foreign ministry", "bad example")],
    ),
    (
        "an unnamed official speaks",
        'A senior French official said the talks were "useful".',
        [("senior French official", "useful")],
    ),
    (
        "passive with an agent",
        'The plan was described as "a gift" by French Foreign Minister Paul Lemaire.',
        [("Paul Lemaire", "a gift")],
    ),
    (
        "according to",
        'The talks were "useful", according to French Foreign Minister Paul Lemaire.',
        [("Paul Lemaire", "useful")],
    ),
    (
        "noun of saying",
        'French Foreign Minister Paul Lemaire\'s call for "a pause in the fighting" found no echo.',
        [("Paul Lemaire", "a pause in the fighting")],
    ),
    (
        "the next paragraph goes on without attribution",
        '"We came alone," French Foreign Minister Paul Lemaire said.\n\n"And we shall leave together."',
        [("Paul Lemaire", "We came alone,"), ("Paul Lemaire", "And we shall leave together.")],
    ),
    (
        "a speech over paragraphs with reopening marks is one statement",
        "French Foreign Minister Paul Lemaire said:\n\n“We came alone.\n\n“We stayed long.\n\n“We leave together.”",
        [("Paul Lemaire", "We came alone. We stayed long. We leave together.")],
    ),
    (
        "unclosed quotation",
        'French Foreign Minister Paul Lemaire said: "We came alone and we shall',
        [("Paul Lemaire", "We came alone and we shall")],
    ),
    (
        "draft that condemns",
        'The Security Council discussed a draft resolution condemning "any use of force" in the strait.',
        [("Security Council resolution", "any use of force")],
    ),
    (
        "draft with an insertion before its participle",
        'The Council voted on a draft resolution, presented by Chile and Peru, condemning "any use of force".',
        [("draft resolution", "any use of force")],
    ),
    (
        "document by pronoun",
        'The General Assembly adopted a resolution on Monday. The resolution voiced "deep concern" over raids. '
        'It also called for "an early truce" and urged "the release of all captives".',
        [
            ("General Assembly resolution", "deep concern"),
            ("General Assembly resolution", "an early truce"),
            ("General Assembly resolution", "the release of all captives"),
        ],
    ),
    (
        "relay chain",
        '"They will not come," Kovacs said, Szijjarto had told him. '
        "The envoys Peter Kovacs and Peter Szijjarto met in Pecs.",
        [("Peter Szijjarto", "They will not come,")],
    ),
    (
        "quotation inside a quotation",
        "\"I asked him, 'Where is the text?' and left,\" French Foreign Minister Paul Lemaire said.",
        [("Paul Lemaire", "I asked him, 'Where is the text?' and left,"), ("Paul Lemaire", "Where is the text?")],
    ),
    (
        "unregistered name behind a post",
        '"We object," Minister of State for Water Affairs VK Ramdin said. "It is a matter of law," the minister said.',
        [("VK Ramdin", "We object,"), ("VK Ramdin", "It is a matter of law,")],
    ),
    (
        "named in the next sentence",
        '"We will not bow," he told parliament.\n\nPolish President Jan Kowal was speaking after the vote.',
        [("Jan Kowal", "We will not bow,")],
    ),
    (
        "two people with one voice",
        'Polish President Jan Kowal and French President Luc Morel said the pact was "sound".',
        [("Jan Kowal and Luc Morel", "sound")],
    ),
    (
        "two states with one voice",
        'France and Poland said the pact was "sound".',
        [("France and Poland", "sound")],
    ),
    (
        "a dateline is no speaker",
        'NEW YORK (AP) — The United States vetoed the text, saying it was "lopsided".',
        [("United States", "lopsided")],
    ),
    (
        "the quotation is itself the verb",
        'The draft, seen by reporters, "calls upon all parties" to stop.',
        [("draft", "calls upon all parties")],
    ),
    (
        "nobody in sight",
        'It was a long day. "Nobody expected any of this to happen today." The rain went on.',
        [(None, "Nobody expected any of this to happen today.")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_quotations_find_their_speakers(said: Said, text: str, expected: list[tuple[str | None, str]]) -> None:
    direct = [s for s in said(text) if s.direct]
    assert sorted((s.speaker.key if s.speaker else None, s.words) for s in direct if s) == sorted(
        expected, key=lambda e: (e[0] or "", e[1])
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Troops hold the four 'annexed' regions. \"No,\" French President Luc Morel said.", "distancing marks"),
        ('The Assembly adopted the resolution "Uniting for Peace" in 1950.', "a title or name"),
        ('He wrote a paper entitled "the long way home" last year.', "a title or name"),
        ('French President Luc Morel said on "Meet the World" that he would stay.', "a title or name"),
        ('The "root causes" were on the agenda.', "no speaker in sight"),
    ],
    ids=["scare quotes", "resolution title", "entitled", "programme", "a fragment of the narrator's"],
)
def test_marks_around_nobodys_words_are_dropped_with_a_reason(
    left_out: Callable[..., tuple], text: str, reason: str
) -> None:
    assert reason in {d.reason for d in left_out(text)}


def test_a_headline_gives_no_statement_but_is_counted(said: Said, left_out: Callable[..., tuple]) -> None:
    text = 'Morel: "We stay"\n\nFrench President Luc Morel spoke in Lyon.'
    assert said(text, {0: Role.HEADLINE}) == ()
    assert [d.reason for d in left_out(text, {0: Role.HEADLINE})] == ["a headline"]


def test_parts_are_the_spans_between_the_marks(said: Said) -> None:
    text = '"We came," Polish President Jan Kowal said, "and we shall stay."'
    (statement,) = said(text)
    assert [p.quote for p in statement.parts] == ["We came,", "and we shall stay."]
    assert statement.sentence.quote == text


def test_what_is_kept_of_the_attribution(said: Said) -> None:
    text = 'Bulgaria\'s ambassador to the UN, Elena Petrova, told Reuters on Monday that "Serbia is isolated".'
    (statement,) = said(text)
    assert statement.verb == "told"
    assert statement.via == "Reuters"
    assert statement.attributed_as == "Bulgaria's ambassador to the UN, Elena Petrova"
    assert statement.represents is not None
    assert statement.represents.key == "BGR"
    assert [a.key for a in statement.about] == ["SRB"]


def test_an_addressee_is_no_medium(said: Said) -> None:
    (statement,) = said('"It is time," French President Luc Morel told Polish President Jan Kowal.')
    assert statement.via is None
    assert statement.addressee is not None
    assert statement.addressee.key == "Jan Kowal"


def test_a_platform_is_the_medium(said: Said) -> None:
    (statement,) = said('French President Luc Morel wrote in a post on Telegram: "It is time."')
    assert statement.via == "Telegram"


def test_an_agency_that_passes_words_on_is_the_medium(said: Said) -> None:
    (statement,) = said('French President Luc Morel said the talks were "useful", according to the Tass news agency.')
    assert statement.speaker is not None
    assert statement.speaker.key == "Luc Morel"
    assert statement.via == "the Tass news agency"
