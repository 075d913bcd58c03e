"""Reported speech and speech without quotation marks."""

from collections.abc import Callable

import pytest

from kg.model import Certainty, Role, SpeechAct, Statement

Said = Callable[..., tuple[Statement, ...]]

# name, text, (speaker, words) of every reported statement
CASES: list[tuple[str, str, list[tuple[str, str]]]] = [
    (
        "that-clause",
        "French President Luc Morel said that the talks would go on.",
        [("Luc Morel", "the talks would go on")],
    ),
    (
        "clause without that",
        "French President Luc Morel said his country was ready for talks.",
        [("Luc Morel", "his country was ready for talks")],
    ),
    (
        "time and place before that",
        "French President Luc Morel said in Geneva on Monday that the talks would go on.",
        [("Luc Morel", "the talks would go on")],
    ),
    (
        "attribution behind the clause",
        "The talks will go on, French President Luc Morel said.",
        [("Luc Morel", "The talks will go on")],
    ),
    (
        "two verbs, two statements",
        "French President Luc Morel said the talks would go on, adding that Poland was welcome.",
        [("Luc Morel", "the talks would go on"), ("Luc Morel", "Poland was welcome")],
    ),
    (
        "and that",
        "French President Luc Morel insisted that the talks would go on, and that Poland was welcome.",
        [("Luc Morel", "the talks would go on"), ("Luc Morel", "Poland was welcome")],
    ),
    (
        "a stance reiterated",
        "UN Secretary-General Antonio Guterres reiterated his stance that borders must hold.",
        [("Antonio Guterres", "his stance that borders must hold")],
    ),
    (
        "maintained and, within, which it argues",
        "Moscow has consistently maintained that it wants a treaty rather than a truce, "
        "which it argues Kyiv would abuse.",
        [("Moscow", "it wants a treaty rather than a truce"), ("Moscow", "Kyiv would abuse")],
    ),
    (
        "concerns voiced",
        "European leaders voiced concerns that the pact might split the alliance.",
        [("European leaders", "concerns that the pact might split the alliance")],
    ),
    (
        "rejected outright",
        "Russia's envoy, Oleg Smirnov, rejected the document outright.",
        [("Oleg Smirnov", "the document outright")],
    ),
    (
        "accused of",
        "French President Luc Morel accused Belarus of stirring up trouble.",
        [("Luc Morel", "Belarus of stirring up trouble")],
    ),
    (
        "urged to",
        "French President Luc Morel urged Poland to open its ports.",
        [("Luc Morel", "Poland to open its ports")],
    ),
    (
        "called on",
        "French President Luc Morel called on Poland to open its ports.",
        [("Luc Morel", "Poland to open its ports")],
    ),
    (
        "called for, with a day between",
        "French President Luc Morel called on Monday for a pause in the fighting.",
        [("Luc Morel", "a pause in the fighting")],
    ),
    (
        "denied",
        "The Kremlin denied that its troops had crossed the river.",
        [("Kremlin", "its troops had crossed the river")],
    ),
    (
        "according to, at the head",
        "According to the Polish foreign ministry, the border remains closed.",
        [("Polish foreign ministry", "the border remains closed")],
    ),
    (
        "a resolution that demands",
        "The General Assembly adopted a European resolution which demands Russia withdraw its troops.",
        [("European resolution", "Russia withdraw its troops")],
    ),
    (
        "a text that was tabled, blaming",
        "Diplomats tabled a longer text, blaming Russia for the war.",
        [("longer text", "Russia for the war")],
    ),
    (
        "told somebody",
        "French President Luc Morel told reporters that the talks would go on.",
        [("Luc Morel", "the talks would go on")],
    ),
    (
        "pronoun, after a sentence without speech",
        "French President Luc Morel flew to Warsaw on Monday. He promised that France would help.",
        [("Luc Morel", "France would help")],
    ),
    (
        "parenthesis in the middle",
        "Lasting peace, French President Luc Morel said, would need patience on all sides.",
        [("Luc Morel", "would need patience on all sides")],
    ),
    (
        "a participle between subject and verb",
        "Belarus' delegate, objecting to any country-specific mandate, called for a vote on the motion.",
        [("Belarus' delegate", "any country-specific mandate"), ("Belarus' delegate", "a vote on the motion")],
    ),
    (
        "the records' way: a state in brackets, a participle",
        "ELENA PETROVA (Bulgaria), speaking after the vote, said her country could not support the text.",
        [("Elena Petrova", "her country could not support the text")],
    ),
    (
        "a list of verbs without and",
        "Polish envoy Ewa Nowak recalled that the talks had failed twice, stressed that the ports must open.",
        [("Ewa Nowak", "the talks had failed twice"), ("Ewa Nowak", "the ports must open")],
    ),
    (
        "with somebody noting",
        "Several delegations rejected the idea of a panel, with Chile's delegate noting that it had no mandate.",
        [("Several delegations", "the idea of a panel"), ("Chile's delegate", "it had no mandate")],
    ),
    (
        "the meeting records' unattributed sentence",
        "Chile's delegate spoke first. The panel has no mandate, she stressed.",
        [("Chile's delegate", "The panel has no mandate")],
    ),
    (
        "described as, without quotation",
        "The representative of Chile described the draft as an act of despair.",
        [("representative of Chile", "the draft as an act of despair")],
    ),
    (
        "a reported question",
        "French President Luc Morel asked why the funds were frozen.",
        [("Luc Morel", "why the funds were frozen")],
    ),
    (
        "told a crowd to",
        "French President Luc Morel told a rally of nurses to stand firm.",
        [("Luc Morel", "a rally of nurses to stand firm")],
    ),
    (
        "as he put it",
        "The summit was a success, as French President Luc Morel put it, because nobody shouted.",
        [("Luc Morel", "The summit was a success because nobody shouted")],
    ),
    (
        "accused by somebody",
        "Chad was accused by Mali of massing troops at the border.",
        [("Mali", "massing troops at the border")],
    ),
    (
        "quoted by an agency",
        "French President Luc Morel was quoted by a news agency on Friday as saying the talks were over.",
        [("Luc Morel", "the talks were over")],
    ),
    (
        "the claim of somebody",
        "Mali's denial that its soldiers had crossed the border convinced few in Dakar.",
        [("Mali", "its soldiers had crossed the border")],
    ),
    (
        "the claim by somebody",
        "The claim by Chad that it acts alone was met with laughter.",
        [("Chad", "it acts alone")],
    ),
    (
        "any noun may be a speaker",
        "The narrator said the harbour was empty. One in five voters said the same man should stay.",
        [("narrator", "the harbour was empty"), ("in five voters", "the same man should stay")],
    ),
    (
        "a plural whose last word does not show it",
        "Observers around the world say the harbour is empty.",
        [("Observers around the world", "the harbour is empty")],
    ),
    (
        "a poll",
        "According to a recent poll, the two camps are level.",
        [("recent poll", "the two camps are level")],
    ),
    (
        "a spokesman for somebody is not that somebody",
        "A spokesman for foreign policy chief Anna Petrova denied the reports, saying the talks went on.",
        [
            ("spokesman for foreign policy chief Anna Petrova", "the reports"),
            ("spokesman for foreign policy chief Anna Petrova", "the talks went on"),
        ],
    ),
    (
        "soldiers in a state are not the state",
        "Soldiers in Chad announced over the radio that they had seized the palace.",
        [("Soldiers in Chad", "they had seized the palace")],
    ),
    (
        "a name given without marks",
        "French President Luc Morel in a joint letter with Chad called the vote a sham.",
        [("Luc Morel", "the vote a sham")],
    ),
    (
        "a statement declaring",
        "Ambassador Ewa Nowak issued a statement on Tuesday declaring that she had no part in it.",
        [("Ewa Nowak", "she had no part in it")],
    ),
    (
        "what is warned against is no text that speaks",
        "Ambassador Ewa Nowak warned Mali against submitting a draft to the Council, saying it would fail.",
        [("Ewa Nowak", "Mali against submitting a draft to the Council"), ("Ewa Nowak", "it would fail")],
    ),
    (
        "what the words are said of",
        "The representative of Chad rejected the resolution, which he said represented extreme selectivity and bias.",
        [
            ("representative of Chad", "the resolution"),
            ("representative of Chad", "the resolution represented extreme selectivity and bias"),
        ],
    ),
    (
        "that country",
        "The General Assembly called on that country to protect the harbours.",
        [("General Assembly", "country to protect the harbours")],
    ),
    (
        "whom a paper passes on",
        "The ship was carrying fertiliser, the Norwegian newspaper Fjordposten reported, citing the coast guard.",
        [("coast guard", "The ship was carrying fertiliser")],
    ),
    (
        "a remark on the one according to whom",
        "According to French President Luc Morel, who met both sides, the talks will go on.",
        [("Luc Morel", "the talks will go on")],
    ),
    (
        "what the narrator adds behind the attribution",
        "Chad and Mali have agreed to meet, a UN mediator said, averting a walkout.",
        [("UN mediator", "Chad and Mali have agreed to meet")],
    ),
    (
        "a phrase in front is no report",
        "After two meetings in Geneva, French President Luc Morel indicated on Friday the quarrel had been settled.",
        [("Luc Morel", "the quarrel had been settled")],
    ),
    (
        "a remark between a plural and its verb",
        "Both Chad and Mali, which share a border, say the river is theirs.",
        [("Chad and Mali", "the river is theirs")],
    ),
    ("only if", "If Chad says it will leave the bloc, others may follow.", []),
    ("asked about it", "Asked about the claim, French President Luc Morel said nothing.", []),
    ("a visit", "Ambassador Ewa Nowak called on the governor shortly before noon.", []),
    (
        "a phrase of time without commas",
        "The Polish foreign ministry after the talks warned that the border would close.",
        [("Polish foreign ministry", "the border would close")],
    ),
    (
        "the one who said so goes on",
        "Ambassador Ewa Nowak confirmed that Chad's envoy had requested a meeting, but noted that the hall was closed.",
        [("Ewa Nowak", "Chad's envoy had requested a meeting"), ("Ewa Nowak", "the hall was closed")],
    ),
    (
        "an opening participle ends before the subject",
        "Noting that the funds were gone, Ambassador Ewa Nowak said the work would stop.",
        [("Ewa Nowak", "the funds were gone"), ("Ewa Nowak", "the work would stop")],
    ),
    (
        "words of another inside a report",
        'French President Luc Morel said that Chad\'s envoy had once described the pact as "a gift" to both sides.',
        [("Luc Morel", 'Chad\'s envoy had once described the pact as "a gift" to both sides')],
    ),
    ("a participle between commas", "They regretted the decision, announced here Friday, to leave the pact.", []),
    ("a position that was held", "The group held that position for years.", []),
    ("what a deed says", "Poland's abstention says a lot about the state of the alliance.", []),
    ("declined to comment", "The Polish foreign ministry declined to comment on the reports.", []),
    ("negated", "French President Luc Morel did not say that the talks would go on.", []),
    ("unreal", "French President Luc Morel could say that the talks would go on.", []),
    ("nouns that look like verbs", "The member states of the bloc made claims and calls for months.", []),
    ("the narrator's own guess", "Likely Poland abstained given the state of the talks.", []),
    ("a vote is no statement", "The General Assembly rejected the draft on Monday.", []),
    ("what the move shows", "The US abstained, highlighting the rift between the allies.", []),
    (
        "went on to",
        "French President Luc Morel met the press. He went on to stress the need for patience.",
        [("Luc Morel", "the need for patience")],
    ),
    (
        "behind a statement",
        "The ministry answered, saying in a statement the government's patience was at an end.",
        [("ministry", "the government's patience was at an end")],
    ),
    (
        "both sides behind a concession",
        "Despite their quarrel, both sides stressed the need for a truce.",
        [("both sides", "the need for a truce")],
    ),
    (
        "a name in apposition speaks",
        "Another watchdog, Lumen, said investors should vote against the plan.",
        [("Lumen", "investors should vote against the plan")],
    ),
    (
        "whose comments are echoed",
        "The lawyer echoed comments from former French President Luc Morel claiming the vote had been stolen.",
        [("Luc Morel", "the vote had been stolen")],
    ),
    (
        "an object in a relative clause ends with it",
        "The draft, which condemns the raid and calls for a truce, was put to the vote.",
        [("draft", "the raid"), ("draft", "a truce")],
    ),
    (
        "a relative clause far behind the verb",
        "The two parties agreed to end hostilities in a war that has displaced millions.",
        [],
    ),
    ("winners are revealed", "The festival revealed its winners on Sunday after a long delay.", []),
    ("a state is recognised", "French President Luc Morel recognised Palestine as a state.", []),
    ("somebody is invited", "The African Union invited the press to what it described as a briefing.", []),
    ("a picture is posted", "The envoy posted a picture listing the states that voted no.", []),
    ("states reject by voting", "The member states rejected a proposal that observers be invited to Geneva.", []),
    (
        "a heading among paragraphs",
        "Talks went on in Geneva.\n\nSudan Crisis: Army Accuses Rebels of Breaking Truce\n\nThey end today.",
        [],
    ),
    (
        "an opening participle explains nothing",
        "Explaining his vote, the Soviet delegate, Andrei Petrov, declared that the text was illegal.",
        [("Andrei Petrov", "the text was illegal")],
    ),
    (
        "who is asked says nothing yet",
        "Asked whether the vote would be repeated, the spokesman said it would be.",
        [("spokesman", "it would be")],
    ),
    (
        "a list of verbs without a joining word",
        "The envoys warned of war. They warned ministers about the cost, called on the parties to build trust.",
        [("envoys", "ministers about the cost"), ("envoys", "the parties to build trust")],
    ),
    (
        "an object ends where another deed begins",
        "The ministry expressed its readiness to meet again, and decided to wait.",
        [("ministry", "its readiness to meet again")],
    ),
    (
        "quoted as saying without marks",
        "State television quoted French President Luc Morel as saying the plane had landed.",
        [("Luc Morel", "the plane had landed")],
    ),
    ("an amendment is proposed by tabling it", "France then proposed several amendments to it.", []),
    (
        "an object ends where another acts",
        "Western leaders condemned any deal with the army, and Palau refused to lift its embargo.",
        [("Western leaders", "any deal with the army")],
    ),
    (
        "early on a day",
        "French President Luc Morel said early Monday the deadline had passed.",
        [("Luc Morel", "the deadline had passed")],
    ),
    (
        "whoever stands somewhere",
        "Rebels there scorned the offer, saying they would fight on.",
        [("Rebels", "they would fight on")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_reported_speech_finds_words_and_speaker(said: Said, text: str, expected: list[tuple[str, str]]) -> None:
    found = [(s.speaker.key if s.speaker else None, s.words) for s in said(text) if not s.direct]
    assert found == expected


def test_a_statement_shows_its_speaker_and_its_verb_in_the_text(said: Said) -> None:
    text = (
        "Luc Morel (France), a former envoy to Chad, has repeatedly said that the talks were over. "
        "Poland's delegate, who spoke last, agreed that they were. "
        "The port is open, said Anna Petrova of the Harbour Union."
    )
    shown = [
        (s.source_span.of(text) if s.source_span else None, s.cue_span.of(text) if s.cue_span else None)
        for s in said(text)
    ]
    assert shown == [
        ("Luc Morel (France), a former envoy to Chad", "has repeatedly said"),
        ("Poland's delegate, who spoke last", "agreed"),
        ("Anna Petrova of the Harbour Union", "said"),
    ]


def test_the_clause_around_quoted_pieces_is_kept(said: Said) -> None:
    text = 'French President Luc Morel said the pact was "a farce" that nobody needed. "We go," he added.'
    first, second = said(text)
    assert first.clause_span is not None
    assert first.clause_span.of(text) == 'the pact was "a farce" that nobody needed'
    assert second.clause_span is None


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("French President Luc Morel warned that the truce was fragile.", SpeechAct.WARN),
        ("French President Luc Morel promised that France would help.", SpeechAct.PROMISE),
        ("French President Luc Morel condemned the raid on the port.", SpeechAct.CONDEMN),
        ("French President Luc Morel welcomed the truce in the north.", SpeechAct.WELCOME),
        ("French President Luc Morel demanded that Belarus open its border.", SpeechAct.DEMAND),
        ("French President Luc Morel dismissed the plan as a fraud.", SpeechAct.REJECT),
        ("French President Luc Morel proposed that the talks move to Lyon.", SpeechAct.PROPOSE),
        ("French President Luc Morel denied that France had sent troops.", SpeechAct.DENY),
        ("French President Luc Morel accused Belarus of stirring up trouble.", SpeechAct.ACCUSE),
        ('"Who will pay?" asked French President Luc Morel.', SpeechAct.ASK),
    ],
)
def test_the_verb_tells_what_is_done_by_speaking(said: Said, text: str, act: SpeechAct) -> None:
    (statement,) = said(text)
    assert statement.act is act


def test_reportedly_hedges(said: Said) -> None:
    (statement,) = said("French President Luc Morel reportedly said that the talks were over.")
    assert statement.certainty is Certainty.HEDGED


def test_a_post_acts_for_its_state(said: Said) -> None:
    (statement,) = said("A Polish diplomat said that the talks were over.")
    assert statement.represents is not None
    assert (statement.represents.key, statement.role) == ("POL", "Polish diplomat")


def test_a_block_quotation_behind_a_colon_needs_no_marks(said: Said) -> None:
    text = (
        "That is what was put forward by Polish ambassador Ewa Nowak:\n\n"
        "We thank the Council for its work. We shall come back to it soon.\n\n"
        "The meeting ended at noon, and the delegates left the hall."
    )
    text = text.replace("put forward", "expressed")
    (statement,) = said(text)
    assert statement.direct
    assert not statement.quote_marks
    assert statement.words == "We thank the Council for its work. We shall come back to it soon."
    assert statement.speaker is not None
    assert statement.speaker.key == "Ewa Nowak"


def test_a_list_behind_a_colon_is_no_block_quotation(said: Said) -> None:
    text = "Ambassador Ewa Nowak said the agenda was long:\n\n- the budget\n\n- the ports\n\nThe meeting ended."
    assert all(not s.direct for s in said(text))


def test_a_colon_that_announces_no_speech_opens_no_block_quotation(said: Said) -> None:
    text = (
        'Polish ambassador Ewa Nowak said the vote was "clear".\n\n'
        "The states that stood against the draft were these:\n\n"
        "Russia, Belarus and a handful of others from three continents."
    )
    assert [s.words for s in said(text)] == ["clear"]


def test_a_block_quotation_runs_on_in_the_first_person(said: Said) -> None:
    text = (
        "Polish ambassador Ewa Nowak wrote on Facebook:\n\n"
        "We thank the Council. We mean it.\n\n"
        "Our work is not done, and we know it.\n\n"
        "The meeting ended at noon."
    )
    (statement,) = said(text)
    assert statement.words == "We thank the Council. We mean it. Our work is not done, and we know it."
    assert statement.verb == "wrote"


def test_a_block_that_the_page_sets_as_a_quotation(said: Said) -> None:
    text = "Ambassador Ewa Nowak said in a letter to the council:\n\nThe ports must open at once.\n\nNobody answered."
    (statement,) = said(text, {1: Role.QUOTATION})
    assert (statement.words, statement.quote_marks) == ("The ports must open at once.", False)


def test_a_post_in_the_first_person_has_no_speaker(said: Said) -> None:
    text = (
        'Polish ambassador Ewa Nowak said the vote was "historic".\n\n'
        "The delegates left the hall at noon.\n\n"
        "I welcome the adoption of the draft. It is a good day for all of us.\n\n"
        "The allies remain far apart on the matter of ports."
    )
    post = said(text)[-1]
    assert post.speaker is None
    assert post.words.startswith("I welcome the adoption")


def test_a_whole_speech_belongs_to_the_name_above_it(said: Said) -> None:
    text = (
        "Remarks by Polish President Jan Kowal after the talks in Geneva\n\n"
        "We have met for the third time this year.\n\n"
        "The ports were the first item on our list.\n\n"
        "I thank both sides for their patience."
    )
    found = said(text)
    assert [s.speaker.key if s.speaker else None for s in found] == ["Jan Kowal"] * 3
    assert all(s.direct and not s.quote_marks for s in found)


def test_a_transcript_is_told_by_its_tags(said: Said) -> None:
    text = (
        "Polish Foreign Minister Ewa Nowak met the press in Warsaw.\n\n"
        "MS. NOWAK: We have a text on the table.\n\n"
        "It is short.\n\n"
        "QUESTION: When will you sign it?\n\n"
        "MS. NOWAK: When both sides are ready."
    )
    turns = [s for s in said(text) if s.direct]
    assert [s.speaker.key if s.speaker else None for s in turns] == ["Ewa Nowak", "Ewa Nowak", None, "Ewa Nowak"]
    assert turns[0].words == "We have a text on the table."


def test_a_repeated_report_is_kept_once(said: Said) -> None:
    text = (
        "The Security Council passed a resolution which called for an end to the war.\n\n"
        "The resolution, which called for an end to the war, has fifteen lines."
    )
    assert len(said(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "French President Luc Morel said " + "that the talks went on and " * 2500 + "ended.",
        'He said "' + "word " * 10000 + '"',
        '"a" ' * 3000,
        "said, " * 10000,
        "the minister of the council of the state of " * 2000 + "said no.",
        "Mr. A said, and B said, and C argued that " * 1200,
        "French President Luc Morel hoped " + "that his claim that Chad wants to go on " * 1200 + "held.",
        "French President Luc Morel said " + 'he said it was "a farce" and ' * 1200 + "left.",
    ],
    ids=["clauses", "long quotation", "many quotations", "verbs", "noun phrase", "speakers", "minds", "pieces"],
)
def test_long_sentences_are_read_in_linear_time(said: Said, text: str) -> None:
    said(text)
