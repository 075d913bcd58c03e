"""Words that take a side on a text: closed lists, kept short. What is not listed takes none.

``deeds`` holds what a speaker does to a text (*we welcome this draft*), every form listed, so that no stemmer
guesses; ``predicates`` what is said of a text (*this draft ignores the facts*).
A word that serves either side (*dangerous conditions*, *important issues*) is left out or
bound to the words that give it its side.
"""

import re
from functools import cache

from kg.extract.lexicon import SPEECH_VERBS, wordset
from kg.model import Attitude, Option

# What is voted on, and the vote itself.
TEXTS = wordset("resolution draft text document measure motion proposal")
# Texts that may as well be others: they are meant where the subject of the ballot has the word.
TITLED = wordset("declaration")
VOTES = wordset("vote voting adoption")
PARTS_VOTED_ON = {"amendment": "amendment", "amendments": "amendment", "paragraph": "paragraph"}
CALLS = wordset("call calls demand demands appeal")
# What a text consists of: who welcomes its language welcomes the text in that.
PARTS = wordset(
    "language wording words references reference call calls demand demands provisions provision elements inclusion "
    "adoption passage passing spirit aims goals objectives thrust content contents tone focus emphasis approval "
    "terms lines outcome result intent intention purpose purposes scope tabling contained set laid"
)
# Such a text is another one.
OTHER_TEXTS = wordset(
    "previous earlier past other another similar future last prior existing relevant such subsequent alternative rival "
    "competing parallel any every each all many several multiple no numerous countless former old joint outcome "
    "final two three four five six both most more"
)
# 'The truce proposal' is put to the parties, 'the text of the agreement' was signed: nobody votes on them.
DEALS = wordset("ceasefire truce peace hostage bridging deal exchange settlement")
OTHER_WRITINGS = wordset("agreement deal treaty accord statement letter speech law bill memorandum ceasefire truce")
# What a resolution of is no text: 'the resolution of the conflict'.
SETTLED = wordset(
    "conflict conflicts crisis war dispute disputes issue issues question situation problem problems differences "
    "matter tensions standoff hostilities all any political peaceful such outstanding"
)

_FORMS = {
    "for": """welcome welcomes welcomed welcoming support supports supported supporting back backs backed backing
        endorse endorses endorsed endorsing applaud applauds applauded praise praises praised commend commends commended
        hail hails hailed favour favours favoured favor favors favored appreciate appreciates appreciated champion
        champions championed salute salutes saluted""",
    "against": """reject rejects rejected rejecting oppose opposes opposed opposing condemn condemns condemned criticise
        criticises criticised criticize criticizes criticized denounce denounces denounced deplore deplores deplored
        dismiss dismisses dismissed slam slams slammed blast blasts blasted lambast lambasts lambasted decry decries
        decried protest protests protested resist resists resisted refute refutes refuted against""",
    "doubting": "regret regrets regretted regretting lament laments lamented question questions questioned",
}
_PHRASES = {
    "for": """in_favour_of in_favor_of in_support_of support_for agree_with agrees_with agreed_with pleased_with
        pleased_by pleased_that glad_that happy_with satisfied_with supportive_of approve_of approves_of
        approved_of""",
    "against": """object_to objects_to objected_to opposed_to opposition_to disagree_with disagrees_with disagreed_with
        objection_to objections_to dissociate_itself_from dissociates_itself_from dissociated_itself_from
        disassociates_itself_from disassociated_itself_from distanced_itself_from distances_itself_from""",
    "doubting": """concern_about concerns_about concern_over concerns_over concerns_with concerned_about
        concerned_over concerned_by concerned_with concerned_that reservations_about reservations_on reservations_with
        reservations_regarding disappointed_by disappointed_with disappointed_that disappointed_at disappointed_in
        disappointment_with disappointment_at disappointment_over disappointment_that regret_that regrets_that
        regretted_that regret_over regret_regarding regret_about problem_with problems_with difficulty_with
        difficulties_with issue_with issues_with dissatisfied_with uncomfortable_with""",
}
_SIDE = {"for": Attitude.FAVOURABLE, "against": Attitude.CRITICAL, "doubting": Attitude.RESERVED}
# Taken as a side only where it is refused: 'cannot accept this text'.
ACCEPTING = wordset("accept accepts accepted join endorse adopt approve")

# What may stand between a subject and its verb.
ADVERBS = wordset(
    "also therefore thus hence accordingly strongly fully firmly deeply very so too again once wholeheartedly "
    "warmly resolutely categorically completely entirely of course however further still clearly nonetheless "
    "nevertheless consistently just only simply today now outright broadly generally largely particularly "
    "especially profoundly greatly highly ultimately indeed always wholly unequivocally totally vehemently sharply "
    "harshly openly publicly long since"
)
AUXILIARIES = wordset(
    "is are am was were be been being has have had do does did will shall must can would could may might should 'm 're "
    "'ve 'll 'd to"
)
LEADING_TO = wordset(
    "decided decides decide chose chosen choose opted intends intend intended plans plan going ready prepared "
    "pleased proud happy glad able unable compelled forced obliged bound wish wishes wished hoped want wants wanted "
    "like continue continues continued join joins joining joined expressed express expresses expressing voiced "
    "voice voices voicing reiterated reiterate reiterates reiterating stated state states position decision choice "
    "cast choosing deciding vote firm strong serious grave deep full"
)
NEGATIONS = wordset(
    "not never cannot unable neither nor no without can't don't doesn't didn't won't couldn't isn't aren't wasn't "
    "weren't wouldn't haven't hasn't refuse refuses refused decline declines declined declining refusing"
)
CONDITIONS = wordset("if unless whether provided hypothetically otherwise")
# Votes of other days.
OTHER_DAYS = wordset("previously earlier past last always never traditionally usually historically formerly years ago")
DIRECTIONS = {
    ("for",): Option.YES,
    ("in", "favour"): Option.YES,
    ("in", "favor"): Option.YES,
    ("yes",): Option.YES,
    ("against",): Option.NO,
    ("no",): Option.NO,
}
ABSTAINING = wordset("abstain abstains abstained abstaining abstention")
# Who names a text so, judges it: 'called the text a farce'.
NAMING = wordset(
    "call calls called calling describe describes described describing label labels labelled labeled brand brands "
    "branded dub dubbed deem deems deemed denounce denounced denouncing dismiss dismissed dismissing hail hailed "
    "hailing criticise criticised criticize criticized criticising criticizing condemn condemned condemning praise "
    "praised praising slam slammed slamming see sees consider considers considered view views viewed regard regards "
    "regarded find finds found believe believes believed"
)
# Who passes on what others say.
SAYING = SPEECH_VERBS | NAMING | wordset("say claim argue think allege insist suggest maintain")
THINKING = wordset("believe believes believed think thinks thought consider considers feel feels felt see sees agree")
# Before a clause that has the text for its subject.
OPENING = wordset(
    "that and but because as since while although though however when where so yet therefore unfortunately "
    "regrettably sadly instead thus moreover furthermore clearly simply today said says saying say think thinks "
    "argue argues argued arguing claim claims claimed claiming believe believes believed stressed stressing stated "
    "stating noted noting added adding warned warning insisted insisting indeed unlike besides meanwhile again "
    "nevertheless nonetheless which again also"
)
# A new clause: what follows is said of something else.
BREAKS = wordset("but while although though whereas however we i you they he she ; : – — ( )")

# What a text does with matters of the world: the words after it are said of those, not of the text.
CONTENTS = wordset(
    "condemn condemns condemned condemning demand demands demanded demanding call calls called calling urge urges "
    "urged urging deplore deplores deplored reaffirm reaffirms reaffirmed ask asks asked request requests requested "
    "express expresses expressed address addresses addressed addressing seek seeks sought aim aims aimed stress "
    "stresses stressed recognise recognises recognize recognizes welcome welcomes welcomed decide decides decided "
    "say says said state states stated mention mentions mentioned reject rejects rejected denounce denounces "
    "denounced declare declares declared describe describes described accuse accuses accused blame blames blamed "
    "focus focuses focused concern concerns deal deals dealt about insist insists warn warns warned remind reminds "
    "reminded show shows showed shown prove proves proved tell tells told confirm confirms confirmed demonstrate "
    "demonstrates demonstrated signal signals signalled recall recalls recalled note notes noted reiterate "
    "reiterates reiterated emphasise emphasises emphasize emphasizes underline underlines underscore underscores "
    "highlight highlights acknowledge acknowledges affirm affirms means meant who whom those"
)
# What follows 'that' after these is what is told, not the telling.
TIDINGS = wordset("message signal clear fact idea view principle conviction belief reminder")

_CRITICAL = r"""one-?\s?sided(?:ly|ness)?|bias(?:ed)?|unbalanced|imbalanced|lopsided|politici[sz]ed|
    politically[- ]motivated|flawed|unfair|unjust|
    an? (?:utter |complete |total |absolute )?(?:disgrace|farce|sham|shame|charade|provocation|mistake|error|failure|
    insult|mockery|travesty|gift|reward|distraction|stunt|obstacle)|
    disgraceful|shameful|absurd|hypocri\w+|cynical|destructive|divisive|provocative|counter-?productive|unhelpful|
    unacceptable|irresponsible|brutal|inhumane?|distort\w*|deplorable|regrettable|inadequate|meaningless|useless|pointless|
    confrontational|hostile|hate-based|(?:divorced|detached|disconnected) from|dangerous|
    reward(?:s|ed|ing)?(?! for)|embolden\w*|ignor(?:es|ed|ing|e)|distract\w*|undermin\w+|hinder\w*|hamper\w*|
    (?:creates?|created|creating|poses?|posed|posing) (?:an? )?(?:new |more |further )?obstacles?|downplay\w*|
    denigrat\w*|evad\w+|disregard\w*|jeopardi[sz]\w+|prejudg\w+|exacerbat\w*|double standards?|
    (?:significant|serious|major|grave) (?:problems?|flaws?|shortcomings)|wrong (?:message|signal)|contradict\w*|
    (?:plants?|planted) the seeds|violat(?:es|ed|ing)|harmful|detrimental|ill-conceived|unwarranted|outdated"""
_RESERVED = r"""(?:do|does|did) not|(?:do|does|did)n[’']t|(?:makes?|made) no (?:mention|reference)|
    (?:has|contains|contained) no|fail(?:s|ed|ing)? to|failure to|lack(?:s|ed|ing)?|omit\w*|overlook\w*|
    (?:falls?|fell) short|should (?:have|include|contain|condemn|call|reflect|be)|could have|left out|leaves out|
    silent (?:on|about)|not (?:perfect|ideal|adequately|sufficiently|go far enough)|
    without (?:condemning|mentioning|naming|addressing)"""
_FAVOURABLE = r"""historic(?! (?:mistake|error|injustice|shame|failure|low))|balanced|constructive|timely|
    landmark|milestone|forward-looking|looks? forward|
    (?:positive|right|important|welcome|good|necessary|significant|concrete|crucial|vital|
    meaningful) (?:first )?(?:step|contribution|achievement)|
    step forward|right direction|(?:strong|clear|powerful) (?:signal|message)(?! (?:to|that))|
    message of (?:support|solidarity|hope|unity|peace)|upholds?|
    deserv\w+ (?:our |the )?(?:full )?support|
    is (?:very |extremely |so )?(?:important|vital|crucial|essential|welcome)|on the right side of history"""
_HELPING = r"""help(?:s|ed|ing)?|bring(?:s|ing)?|contribut\w+|solve[sd]?|advanc\w+|serve[sd]?|move the needle|assist\w*|
    promot\w+|improv\w+|resolve[sd]?|facilitat\w+|achiev\w+|lead(?:s|ing)? to|conducive"""
_BEFORE_NEGATED = re.compile(
    r"(?:\b(?:not|never|nor|neither|hardly|no longer|cannot|without|unlikely to)|n[’']t)"
    r"(?: (?!only\b|just\b|merely\b|simply\b)[\w’'-]+){0,2} $"
)
_SET_ASIDE = re.compile(r"\b(?:rather than|instead of|far from|not (?:only|just|merely|simply))(?: [\w’'-]+){0,2} $")

# Who regrets that a text failed is for it.
FAILED = re.compile(
    r"^\W*(?:(?:was|were|is|has|had|have|did|could) )?"
    r"(?:(?:not|n[’']t) (?:been |be )?(?:adopt\w*|pass\w*|approv\w*|carr\w+)|"
    r"(?:been )?(?:vetoed|blocked|rejected|defeated|voted down)|failed(?: to (?:pass|be|gain|win|get|garner)\b|[.,]|$))"
)
ONE_SIDED = re.compile(
    r"one-sided|biased|unbalanced|imbalanced|politici[sz]ed|politically-motivated|flawed|unfair|unjust|disgraceful|"
    r"shameful|absurd|hypocritical|cynical|destructive|divisive|provocative|counterproductive|counter-productive|"
    r"unhelpful|unacceptable|irresponsible|brutal|inhumane?|distorted|deplorable|meaningless|useless|dangerous|hostile|so-called|"
    r"anti-[a-z]+|illegitimate|ill-conceived|misguided|outrageous|immoral|confrontational"
)
FINE = re.compile(r"historic|balanced|landmark|timely|constructive|forward-looking|crucial|vital|excellent|welcome")


@cache
def deeds() -> dict[str, tuple[tuple[tuple[str, ...], Attitude], ...]]:
    """First word -> the words that go on, and the side they take; longer ones first."""
    found: dict[str, list[tuple[tuple[str, ...], Attitude]]] = {}
    for table in (_PHRASES, _FORMS):
        for side, listed in table.items():
            for entry in listed.split():
                first, *rest = entry.split("_")
                found.setdefault(first, []).append((tuple(rest), _SIDE[side]))
    return {first: tuple(sorted(forms, key=lambda f: -len(f[0]))) for first, forms in found.items()}


@cache
def predicates() -> tuple[tuple[Attitude, re.Pattern[str]], ...]:
    """What is said of a text, by the side it takes. HELPING takes one only where it is denied."""
    listed = ((Attitude.CRITICAL, _CRITICAL), (Attitude.RESERVED, _RESERVED), (Attitude.FAVOURABLE, _FAVOURABLE))
    return tuple((side, _whole_words(words)) for side, words in listed)


@cache
def helping() -> re.Pattern[str]:
    """What a good text does: 'it will not bring peace' is against it."""
    return _whole_words(_HELPING)


def _whole_words(alternatives: str) -> re.Pattern[str]:
    unbroken = re.sub(r"\s*\n\s*", "", alternatives)
    return re.compile(rf"\b(?:{unbroken})(?!\w)")


def denied(before: str) -> bool:
    """Whether the words before a judgement deny it."""
    return _BEFORE_NEGATED.search(before[-60:]) is not None


def set_aside(before: str) -> bool:
    """Whether the words before a judgement say that it is not this: 'rather than', 'not only'."""
    return _SET_ASIDE.search(before[-60:]) is not None
