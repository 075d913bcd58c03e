"""Private states: what somebody is told to think, feel, want, refuse or raise, and which is no statement of theirs.

The same grammar as reported speech, with other verbs: *Chad hopes that*, *the envoy declined to*, *both sides know*.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from kg.extract.statements import indirect
from kg.extract.statements.attribution import Heard
from kg.extract.statements.cast import Cast
from kg.extract.statements.covered import Covered
from kg.extract.statements.cues import Cue, cues
from kg.extract.statements.discourse import Discourse
from kg.extract.statements.drafts import Draft
from kg.extract.statements.line import Line
from kg.extract.statements.phrases import Sort
from kg.extract.statements.subjects import anybody, subject_before
from kg.extract.statements.verbs import Forms, table_of_forms
from kg.model import Actor, ActorKind, PrivateState, Span, SpeechAct

# Frames as in ``verbs``. The lemma's further words follow an underscore.
_TABLE = """
    think tbo|believe tb|believe_in o|hope tbi|hope_for o|expect tboi|want io|wish tbi|know tbo
    know_about o|fear tbo|worry tb|worry_about o|feel tb|understand tbo|realise tb|realize tb|learn tb
    decide tbi|decide_on o|decide_against o|conclude tb|imagine tb|suspect tb|consider o
    figure tb|trust tb|reckon tb|view o|doubt tbo|doubt_whether b|plan io|plan_for o|plan_on o
    intend i|seek io|aim i|agree tbi|agree_to o|agree_with o|agree_on o|disagree_with o|disagree tb
    refuse io|choose i|prefer io|opt_for o|hesitate i|long_for o|care_about o
    dream_of o|insist_on o|threaten i|try_to_persuade o|try_to_convince o|support o
    back o|endorse o|oppose o|favour o|favor o|resist o|attack o|defend o|mention to|reference o
    discuss o|outline o|detail o|promote o|encourage xo|love o|hate o|dislike o|
    challenge o|criticise o|criticize o|ridicule o|bash o|assail o|pan o|pillory o|disparage o
    belittle o|malign o|vilify o|excoriate o|grill o|ignore o|contest o|embrace o|champion o
    tout o|debate o|admire o|respect o|ponder o|contemplate o|address o|approve o
    approve_of o|disapprove_of o|authorise o|authorize o|recommend to|rule tb|
    prohibit o|forbid o|show tbo|reveal tbo|demonstrate to|illustrate to|imply tbo
    document o|chronicle o|cite o|quote o|point_to o|refer_to o|speak_about o|speak_against o
    speak_out_against o|speak_in_favour_of o|speak_in_favor_of o|talk_about o|talk_of o
    talk_up o|complain_about o|complain_of o|rail_against o|lash_out_at o|hit_out_at o|hit_back_at o
    fire_back_at o|take_aim_at o|take_issue_with o|go_after o|object_to o|balk_at o|argue_against o
    argue_for o|argue_in_favour_of o|argue_in_favor_of o|campaign_for o|campaign_against o|lobby_for o
    lobby_against o|push_for o|push_back_against o|press_for o|fight_for o|plead_for o|plead_with o
    pray_for o|vote_for o|vote_against o|side_with o|stand_by o|stand_with o|warm_to o|weigh_in_on o
    wonder tb|wonder_about o|ask_about o|ask_for o|ask tbo|inquire_about o|remember tbo|forget to
    recall to|foresee to|anticipate to|predict to|envision o|envisage o|guess tb|guarantee tbo|deny o
    dispute o|rebut o|debunk o|reject o|downplay o|play_down o|exaggerate o|overstate o|blame o|fault o
    compare o|liken o|equate o|portray o|paint o|depict o|characterise o|characterize o|dismiss o
    deride o|scorn o|shrug_off o|brush_off o|call o|label o|brand o|dub o|deem o
    appreciate o|celebrate o|honour o|honor o|mourn o|apologise_for o
    apologize_for o|admit_to o|confess_to o|confess tb|own_up_to o|boast_of o|boast_about o|brag_about o
    brag tb|vow o|promise o|pledge o|swear tbi|commit_to o|propose o|lay_out o
    set_out o|spell_out o|float o|bring_up o|touch_on o|dwell_on o|reflect_on o
    comment_on o|remark_on o|elaborate_on o|respond_to o|reply_to o|react_to o|answer o|question o
    query o|estimate o|
    calculate tb|determine tb|discover tb|notice tb|recognise o|recognize o
    acknowledge o|concede o|maintain o|assert o|allege o|claim o|charge tb|accuse o
    condemn o|denounce o|decry o|deplore o|lament o|regret o|bemoan o|protest o|applaud o|praise o
    hail o|laud o|salute o|thank o|congratulate o|commend o|extol o|compliment o|welcome o|invite o
    urge o|demand o|call_for o|call_on o|beg xo|implore xo|press xo|pressure xo|persuade xo|convince xo
    advise xo|counsel xo|command xo|warn_about o|warn_of o|caution_about o|alert xo
    tell_about o|retweet o|announce o|declare o
    proclaim to|confirm o|verify to|certify to|assure o|reassure o|explain o|describe o|
    write_about o|chant o|shout o|yell o|tweet o|sing o|joke_about o|laugh_at o|mock o
    insult o|smear o|slam o|blast o|rip o|knock o|trash o|chide o|scold o|rebuke o|reprimand o
    castigate o|berate o|lambaste o|lambast o|skewer o|hammer o|savage o|agitate_for o|advocate o
    advocate_for o|preach o|teach tb|suggest o|hint_at o|insinuate tb|signal o|indicate o|stress o
    emphasise o|emphasize o|underscore o|underline o|highlight o|reiterate o|repeat o|echo o|summarise o
    summarize o|sum_up o|argue o|contend o|insist o|state o|voice o|express o|convey o|report o
    recount o|narrate o|testify_about o|testify i|decline i|like i|say tb|tell tb|swear_off o
    renounce o|repudiate o|disavow o
    distance_himself_from o|distance_itself_from o|walk_back o|retract o|double_down_on o|stick_to o
    cling_to o|adhere_to o|abandon o|look_forward_to o|look_to i|be_said_to o"""
_BEING = """
    sure certain confident convinced concerned worried afraid aware unaware proud glad happy unhappy sorry frustrated
    disappointed angry hopeful optimistic pessimistic skeptical sceptical cautious wary doubtful willing unwilling ready
    reluctant eager determined keen prepared inclined adamant clear critical supportive dismissive alarmed shocked
    surprised pleased grateful thankful upset outraged furious ashamed interested committed opposed mindful conscious
    wrong right correct passionate nervous anxious apprehensive fearful uneasy unsure uncertain undecided enthusiastic
    excited thrilled delighted honoured honored saddened appalled dismayed troubled bothered tired fed content
"""


@cache
def _known() -> dict[str, Forms]:
    """The forms of verbs of thought and will, and of those of saying: where these say nothing they may still tell."""
    being = [f"be_{word} tbio" for word in _BEING.split()]
    return table_of_forms({SpeechAct.ASSERT: "|".join([*_TABLE.replace("\n", "|").split("|"), *being])}, minds=True)


def private_states(
    line: Line,
    heard: tuple[Heard, ...],
    said: Sequence[Draft],
    nouns: Iterable[tuple[Cue, Span]],
    discourse: Discourse,
) -> tuple[PrivateState, ...]:
    """The private states that a sentence tells, outside the words that are statements (``said``) already.

    ``nouns`` are those of saying, thought and will that the sentence has, with what they are about.
    """
    document = discourse.cast.story.document
    told = {draft.cue.start for draft in said if draft.cue is not None}
    words = Covered(span for draft in said for span in ([draft.clause] if draft.clause else draft.spans))
    free = [item for item in heard if item.cue.span.start in told]
    taken = frozenset(item.cue.first for item in free)
    verbs = [c for c in cues(line, discourse.cast, _known(), taken) if not (line.tokens[c.first].capital and c.first)]
    found = [
        (cue, span)
        for cue, span in (*_of_verbs(line, verbs, free, discourse.cast), *nouns)
        if cue.span.start not in told and not words.meets(cue.span)
    ]
    return tuple(
        PrivateState(
            holder=_holder(cue, discourse),
            cue=line.text(cue.span.start, cue.span.end),
            words=" ".join(span.of(document.text).split()),
            evidence=document.evidence(span, "private-states/told", 0.7),
            negated=cue.negated,
            source_span=cue.source,
            cue_span=cue.span,
        )
        for cue, span in sorted(found, key=lambda f: f[0].first)
    )


def _of_verbs(line: Line, found: Sequence[Cue], free: Sequence[Heard], cast: Cast) -> Iterator[tuple[Cue, Span]]:
    """The cues with what they are about; those that tell of nothing are left out."""
    if not found:
        return
    given = {cue.first: cue for cue in found}
    plain = (Heard(cue._replace(negated=False) if cue.negated else cue, None, -1) for cue in found)
    merged = tuple(sorted([*free, *plain], key=lambda item: item.cue.first))
    for at, item in enumerate(merged):
        cue = given.get(item.cue.first)
        if cue is None:
            continue
        if cue.passive:
            group = line.at(cue.span.start)
            host = subject_before(line, group - 1, cast) or anybody(line, group - 1) if group else None
            if host is not None:
                yield cue, line.span(host.first, host.last)
            continue
        content = indirect.content(line, at, merged)
        if content is not None and len(indirect.spans(line, item, *content, cast)) == 1:
            yield cue, line.span(*content[0])


def _holder(cue: Cue, discourse: Discourse) -> Actor | None:
    """Whose state it is; None where the sentence leaves it open."""
    phrase = cue.subject
    if phrase is None:
        return None
    if phrase.person is not None:
        return Actor(ActorKind.OFFICIAL, phrase.person.name)
    if phrase.sort is Sort.ACTOR and phrase.actor is not None:
        return phrase.actor
    if phrase.sort is Sort.PRONOUN:
        voice = discourse.voice(phrase)
        return voice.actor if voice is not None else None
    return Actor(ActorKind.GROUP, " ".join((phrase.core or phrase.words).split()))
