"""Speakers of direct quotations who are hard to find: relays, second names, words over paragraphs, later names."""

from collections.abc import Callable

import pytest

from kg.model import Dropped, Statement

Said = Callable[..., tuple[Statement, ...]]

DIALLO = "Kenyan Foreign Minister Omar Diallo came to Lyon. "

CASES: list[tuple[str, str, list[tuple[str | None, str]]]] = [
    (
        "an agency quotes somebody",
        '"The pact is dead," Tass quoted Polish President Jan Kowal as saying.',
        [("Jan Kowal", "The pact is dead,")],
    ),
    (
        "an aide quotes somebody",
        '"He will come alone," an aide told the agency, quoting the rebel commander.',
        [("rebel commander", "He will come alone,")],
    ),
    (
        "a name with the house it belongs to",
        'Maria Silva of the Peace Institute said "the worst is over".',
        [("Maria Silva", "the worst is over")],
    ),
    (
        "a person and a counterpart",
        '"We are done," Kenyan Foreign Minister Omar Diallo and his Polish counterpart said.',
        [("Omar Diallo and his Polish counterpart", "We are done,")],
    ),
    (
        "as somebody put it",
        DIALLO + 'As Diallo put it, the port is "the lung of the land".',
        [("Omar Diallo", "the lung of the land")],
    ),
    (
        "an unusual verb behind words that end with a comma",
        DIALLO + '"That will be all for today," Diallo finished.',
        [("Omar Diallo", "That will be all for today,")],
    ),
    (
        "the present tense of a letter",
        'The envoys sent a letter to the Council. "We ask for a pause," the letter reads.',
        [("letter", "We ask for a pause,")],
    ),
    (
        "the author of a statement",
        'The statement from the Iranian foreign ministry said the plan was "dead on arrival".',
        [("Iranian foreign ministry", "dead on arrival")],
    ),
    (
        "whose statement it is",
        'The peace committee met in Cairo. "The talks are idle," the committee\'s statement said.',
        [("peace committee", "The talks are idle,")],
    ),
    (
        "the ministry by its full name",
        'The envoy was called to the Polish Foreign Ministry. The ministry said it had "no comment".',
        [("Polish Foreign Ministry", "no comment")],
    ),
    (
        "a former post",
        'The mediator Omar Diallo said he was tired. The former Kenyan foreign minister added: "But we go on."',
        [("Omar Diallo", "But we go on.")],
    ),
    (
        "the leader of a country is its prime minister",
        'Canadian Prime Minister Jane Brown spoke first. The Canadian leader called the day "a good one".',
        [("Jane Brown", "a good one")],
    ),
    (
        "the president of a country whom the text names without a post",
        'The meeting of Donald Trump and Vladimir Putin is off. "There are better days," the US president said.',
        [("Donald Trump", "There are better days,")],
    ),
    (
        "one of a people",
        'Polish President Jan Kowal met French President Luc Morel. "We wait," said Morel. Asked once more, the Pole '
        'turned serious. "The dead have waited long enough."',
        [("Luc Morel", "We wait,"), ("Jan Kowal", "The dead have waited long enough.")],
    ),
    (
        "under a treaty",
        'Under the accord both sides "shall refrain from any use of force".',
        [("accord", "shall refrain from any use of force")],
    ),
    (
        "was reported as saying",
        '"They saw what there was," Kenyan Foreign Minister Omar Diallo was reported as saying.',
        [("Omar Diallo", "They saw what there was,")],
    ),
    (
        "marks left over from the source of a page",
        "&quot;A great day,&quot; said Kenyan Foreign Minister Omar Diallo.",
        [("Omar Diallo", "A great day,")],
    ),
    (
        "the diplomat is the one spoken of last",
        "US Ambassador Jane Brown stayed away. Omar Diallo, the Kenyan observer, wept. "
        '"This is a turning point," said the diplomat.',
        [("Omar Diallo", "This is a turning point,")],
    ),
    (
        "the one who told of another's decision speaks on",
        "Polish President Jan Kowal gave his answer by phone, Kenyan Foreign Minister Omar Diallo told the press. "
        '"He will not come," he said.',
        [("Omar Diallo", "He will not come,")],
    ),
    (
        "joined relative clauses",
        'The row recalls Kenyan Foreign Minister Omar Diallo, who was envoy then and who once said: "Nobody listens."',
        [("Omar Diallo", "Nobody listens.")],
    ),
    (
        "an infinitive after 'rose to'",
        'Kenyan Foreign Minister Omar Diallo rose to announce that "the door is open".',
        [("Omar Diallo", "the door is open")],
    ),
    (
        "quoted thoughts",
        DIALLO + 'He hoped that the others "will see reason".',
        [("Omar Diallo", "will see reason")],
    ),
    (
        "footage of somebody saying",
        'The channel showed footage of Kenyan Foreign Minister Omar Diallo saying, "We never sleep."',
        [("Omar Diallo", "We never sleep.")],
    ),
    (
        "she says it shows",
        'Polish ambassador Ewa Nowak said the raid was a crime. She says it shows that the truce is "a fiction".',
        [("Ewa Nowak", "a fiction")],
    ),
    (
        "a paragraph without marks in the middle of a speech",
        '"We came alone, and nobody listened.\n\nThen the others came.\n\nNow we are many," Kenyan Foreign Minister '
        "Omar Diallo said.",
        [("Omar Diallo", "We came alone, and nobody listened. Then the others came. Now we are many,")],
    ),
    (
        "the last paragraph of a speech names the speaker",
        "French President Luc Morel came late.\n\n“We began alone.\n\n“We ended together,” said Polish President "
        "Jan Kowal.",
        [("Jan Kowal", "We began alone. We ended together,")],
    ),
    (
        "a question with a long attribution",
        '"Who will pay for it?" the Kenyan foreign minister, Omar Diallo, asked. "And when?"',
        [("Omar Diallo", "Who will pay for it?"), ("Omar Diallo", "And when?")],
    ),
    (
        "a signature behind a horizontal bar",
        '"None of us will stay here." ― Kenyan Foreign Minister Omar Diallo',
        [("Omar Diallo", "None of us will stay here.")],
    ),
    (
        "named with these words",
        '"It was the longest night of all." With these words Kenya\'s ambassador, Omar Diallo, left the hall.',
        [("Omar Diallo", "It was the longest night of all.")],
    ),
    (
        "a court rules",
        'The state must "take all steps in its power", the International Court of Justice ruled on Monday.',
        [("International Court of Justice", "take all steps in its power")],
    ),
    (
        "a draft goes on in the same sentence",
        'The draft "strongly deplores" the raid and would have the Council "remain seized of the matter".',
        [("draft", "strongly deplores"), ("draft", "remain seized of the matter")],
    ),
    (
        "a question that the next sentence does not attribute",
        '"Who will pay for all of this?" The Kenyan foreign minister said the talks were over.',
        [(None, "Who will pay for all of this?")],
    ),
    (
        "a line that merely names who speaks below",
        "The League left Syria out. Kenyan foreign minister:\n\nWe are sorry for it. We hope for a better day.",
        [("Kenyan foreign minister", "We are sorry for it. We hope for a better day.")],
    ),
    (
        "several states before the verb, with a comma before 'and'",
        '"Our message is clear," the United States, Britain, and Germany said in a joint statement.',
        [("United States, Britain, and Germany", "Our message is clear,")],
    ),
    (
        "several states behind the verb",
        '"Our message is clear," said France, Germany and Italy in a statement.',
        [("France, Germany and Italy", "Our message is clear,")],
    ),
    (
        "two states that speak apart",
        'After its talks with France, Germany said it was "content".',
        [("Germany", "content")],
    ),
    (
        "a numbered article",
        'Article 5 "calls upon all members" to help.',
        [("Article 5", "calls upon all members")],
    ),
    (
        "a pronoun whose name follows behind a verb",
        '"We put a map before them," he said at the door.\n\n"They tore it up," said a tired President Jan Kowal.',
        [("Jan Kowal", "We put a map before them,"), ("Jan Kowal", "They tore it up,")],
    ),
    (
        "one who travels with another",
        '"We would stop at once," a senior official travelling with Omar Diallo said on Monday.',
        [("senior official", "We would stop at once,")],
    ),
    (
        "according to anybody",
        'The step will "end the dream", according to a commentator.',
        [("commentator", "end the dream")],
    ),
    (
        "marks of an old typewriter",
        "Kenyan Foreign Minister Omar Diallo called the plan `null and void' on Monday.",
        [("Omar Diallo", "null and void")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_hard_speakers(said: Said, text: str, expected: list[tuple[str | None, str]]) -> None:
    direct = [s for s in said(text) if s.direct]
    assert sorted((s.speaker.key if s.speaker else None, s.words) for s in direct) == sorted(
        expected, key=lambda e: (e[0] or "", e[1])
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('French President Luc Morel spoke on the network\'s "Morning Hour".', "a title or name"),
        ('French President Luc Morel said at a "Leaders of Tomorrow" forum that he would stay.', "a title or name"),
        ('French President Luc Morel hailed the "Green Line" initiative.', "a title or name"),
        ('In his diary, called "The Long Way Home", French President Luc Morel looked back.', "a title or name"),
        ('French President Luc Morel said he would go.\n\n"All Bets Are Off."\n\nThe rain went on.', "a heading"),
        ('Polish President Jan Kowal said that ten members had voted "yes".', "a vote"),
        ('Polish President Jan Kowal invited the others to a "friendship" party.', "no speaker in sight"),
    ],
    ids=["a programme", "a forum", "an initiative", "a book", "a crosshead", "a ballot", "an adjective in marks"],
)
def test_names_in_marks_are_nobodys_words(
    said: Said, left_out: Callable[[str], tuple[Dropped, ...]], text: str, reason: str
) -> None:
    assert not [s for s in said(text) if s.direct]
    assert reason in {d.reason for d in left_out(text)}


def test_an_agency_that_reports_somebody_as_saying_is_the_medium(said: Said) -> None:
    (statement,) = said('Tass reported Kenyan Foreign Minister Omar Diallo as saying that Nairobi saw "signals".')
    assert statement.speaker is not None
    assert (statement.speaker.key, statement.via) == ("Omar Diallo", "Tass")


def test_what_was_agreed_is_told_by_whom_the_sentence_ends_with(said: Said) -> None:
    (statement,) = said('The two leaders agreed to "do more", according to Kenyan Foreign Minister Omar Diallo.')
    assert statement.speaker is not None
    assert statement.speaker.key == "Omar Diallo"


def test_what_follows_a_reported_clause_is_its_speakers(said: Said) -> None:
    found = said('Polish President Jan Kowal told the press the army had announced truces, but "they broke them all".')
    assert [s.speaker.key for s in found if s.direct and s.speaker] == ["Jan Kowal"]


def test_a_quoting_agency_is_the_medium(said: Said) -> None:
    (statement,) = said('"The pact is dead," Tass quoted Polish President Jan Kowal as saying.')
    assert statement.via == "Tass"


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ('"We will not sign," Polish President Jan Kowal said.', True),
        ('Polish President Jan Kowal said: "We will not sign."', True),
        ('Polish President Jan Kowal said of the text that its authors were "blind".', False),
        ('"We will not sign," Polish President Jan Kowal said.\n\n"And we shall not talk."', False),
        ('Polish President Jan Kowal was clear: "We will not sign."', False),
    ],
    ids=["name and verb right behind", "name, verb, colon", "far from the verb", "goes on", "only a colon"],
)
def test_only_the_surest_patterns_carry_high_confidence(said: Said, text: str, sure: bool) -> None:
    assert (said(text)[-1].parts[0].confidence >= 0.95) is sure
