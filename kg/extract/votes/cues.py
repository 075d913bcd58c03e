"""The words of voting, each with the one-letter code by which the grammar knows it.

A sentence becomes a string of these codes (``kg.extract.votes.chunks``); the grammar is regular expressions over that
string. Capital letters are things, small letters what is said of them:

    S states   N number   M blurred number   B voting body   K other organisation   C countries, members   D draft
    Z person   T vote(s)   V voted, voting   F in favour   Q for   G against   q no   A abstention(s)   Y supporters
    O opponents   U veto (noun)   c absent   E adopted   R rejected   X drafted, tabled (by)
    l US, Russian, Kyiv's (attribute)   a abstain   x not vote   v vetoed   e oppose   s support   z cast
    y for (verb)   n against (verb)   J joined   L along with   W the same way as   i including   g among   P with
    f from, by   % of   p other preposition   t to   b be   I include   h have   m modal   o led, chose   ! not
    ? if   H always, previously   u adverb or date   d determiner   k other(s)   j pronoun   r which, that   & and
    ~ while, but   w any other word   ' possessive   - dash   _ hyphen   , ; : ( ) .
"""

from functools import cache, lru_cache
from typing import NamedTuple

from kg.extract.votes.numbers import may_begin

_PHRASES = {
    "F": "in the favor of|in the favour of|in its favor|in its favour|in favor|in favour|in favor of|in favour of|"
    "in support|in support of|yes|aye|ayes|yeas|yea|in the affirmative|to the affirmative|affirmative|affirmatively|"
    "positive|favorable|favourable|favoring|favouring",
    "Q": "for",
    "G": "against|in the negative|in opposition|in opposition to|nay|nays|noes|dissenting|negative|negatively|"
    "opposing|versus",
    "B": "the council|the assembly|the world body|the body|the board",
    "q": "no",
    "A": "abstention|abstentions|abstainer|abstainers",
    "Y": "supporters",
    "O": "opponents|dissenters|naysayers|holdouts|dissenter|those opposed|thumbs down|dissenting opinion|"
    "dissenting voice|dissent",
    "c": "absent|absences|absentees|non - voting",
    "U": "veto|veto power|veto right|right of veto|vetoes power",
    "T": "vote|votes|ballot|ballots",
    "V": "voted|voting",
    "a": "abstained from voting|abstain from voting|abstaining from voting|abstained from the vote|"
    "refrained from voting|refraining from voting|refrained from the vote|sat on their hands|sat on its hands|"
    "withheld its vote|withheld their votes|did not take sides|took no sides|took neither side|chose abstention|"
    "opted for abstention|withheld support|abstain|abstains|abstained|abstaining",
    "x": "did not appear|stayed away|sat out the vote|sat it out|sat out the ballot|left the room|was missing|"
    "were missing|did not vote|didn't vote|did not participate|didn't participate|did not take part|didn't take part|"
    "took no part|was absent|were absent|not voting|boycotted|boycotting|did not cast a vote|not participating|"
    "not taking part|opted not to vote|chose not to vote|refused to vote|skipped the vote|not to vote|"
    "declined to vote|was unable to vote|were unable to vote|could not vote|not to participate|not to take part|"
    "gave it a miss|absenting|absenting themselves|absented themselves|absented itself",
    "v": "vetoed|vetoes|vetoing",
    "e": "came out against|said no|say no|says no|dissented|dissents|oppose|opposes|opposed|objected|objecting",
    "s": "came out in favour|came out in favor|came out in favour of|came out in favor of|"
    "said yes|say yes|says yes|back|backs|backed|backing|support|supports|supported|supporting|favored|favoured|"
    "agreed|agree|agreeing",
    "E": "went through|goes through|sailed through|adopt|adopts|adopted|adopting|approve|approves|approved|approving|"
    "pass|passes|passed|passing|endorse|endorses|endorsed|endorsing|okays|okayed|carried|greenlit|greenlights|"
    "prevailed|accepted|retained",
    "R": "was lost|were lost|reject|rejects|rejected|rejecting|rejection|defeat|defeats|defeated|defeating|"
    "voted down|votes down|vote down|voting down|turned down|turns down|threw out|struck down|failed|fails|"
    "fell short|falls short|fail|thrown out|blocked|blocks|blocking",
    "z": "cast|casts|casting|casted|gave|giving|registered|raised|wielded|wielding|wields|used|using|uses|use|"
    "exercised|exercising|exercises|deployed|invoked|invoking|delivered|provided|entered",
    "J": "cast their votes alongside|cast its vote alongside|cast their votes with|cast its vote with|"
    "lined up behind|lines up behind|stood with|stands with|standing with|joined|joins|joining|join|side with|"
    "sided with|sides with|siding with|aligned with|sided|voted with|voting with|voted alongside|voting alongside|"
    "voted together with|voting together with",
    "L": "next to|along with|together with|alongside|as well as|plus|as did|so did|as were|joined by|followed by|"
    "in line with|in addition to|apart from|aside from|besides",
    "W": "the same way as|in the same way as|same way as|the same as",
    "i": "including|among them|among which|among others|among whom|such as|namely|notably|like",
    "g": "among|amongst|one of|part of",
    "P": "with",
    "f": "from|by",
    "%": "of|out of",
    "p": "in|at|on|over|under|into|about|during|amid|between|within|inside|despite|around|per|concerning|regarding|"
    "toward|towards|through|throughout|without",
    "t": "to",
    "b": "is|are|was|were|be|been|being|came",
    "I": "include|includes|included|comprise|comprised|comprises",
    "h": "have|has|had|having|do|does|did",
    "m": "considered|considering|consider|contemplated|will|would|could|should|might|may|can|must|shall|cannot|wont|"
    "'ll|needs|need|needed|requires|require|required|expected|threatened|threatens|urged|hopes|hoped|wanted|wants|"
    "plans|planned",
    "o": "chose|choose|chooses|choosing|opted|opts|opting|opt|decided|decides|deciding|elected|preferred|led|leading|"
    "leads|prompted|prompting|caused|causing|went on|proceeded|compelled|preferring|pushed|pushing",
    "!": "no one|not|never|neither|nor|refused|declined|refuses|declines|refusing|declining|nobody|hardly",
    "?": "if|unless|whether|in case|had",
    "H": "always|repeatedly|consistently|traditionally|often|usually|regularly|routinely|previously|originally|"
    "initially|historically|frequently|typically|habitually|generally|used to",
    "w": "thrown out of|threw out of",
    "u": "also|then|only|instead|actually|both|all|either|each|again|once|twice|even|still|just|overall|likewise|"
    "however|together|later|meanwhile|yesterday|today|tonight|too|nevertheless|nonetheless|therefore|thus|first|last|"
    "earlier|afterwards|indeed|though|once again|once more|a total of|total|in the end|in turn|alone|itself|versus|"
    "communist|neighbouring|neighboring|tiny|nearby|"
    "sole|lone|single|solely|another",
    "d": "the|a|an|this|these|those|its|their|his|her|our|any|such|both of",
    "k": "other|others|remaining|rest|further|additional|fellow|more",
    "j": "it|they|he|she|we|them",
    "r": "who|which|that|whose|whom",
    "&": "and|&",
    "~": "while|whereas|but|although|as|after|before|because|since|when|yet|until|so|where|than|following",
    "C": "country|countries|nation|nations|state|states|member|members|member state|member states|member country|"
    "member countries|member nations|delegation|delegations|governor|governors|government|governments|powers|power|"
    "envoys|mps|meps|lawmakers|legislators|deputies|parliamentarians|ally|allies|voters|participants|parties|"
    "council members|board members|colleagues|delegates|partners|bloc",
    "X": "moved|drafted|tabled|presented|introduced|submitted|sponsored|co - sponsored|cosponsored|proposed|authored|"
    "penned|drawn up|prepared|initiated|put forward|"
    "brought forward|brought|circulated|spearheaded|co - authored|crafted|formulated",
    "D": "resolution|resolutions|draft|drafts|draft resolution|draft resolutions|draft text|text|measure|measures|"
    "motion|motions|proposal|proposals|document|amendment|amendments|paragraph|paragraphs|treaty|declaration|texts|"
    "draft decision|draft decisions|draft declaration|initiative|decision|bid|resolution text|move|ban|plan|"
    "agreement|draft law|clause|request|oral amendment|oral amendments|counterproposal|counter - proposal|"
    "counter - resolution|counter - draft|subresolution|draft amendment|draft amendments|subamendment|sub - amendment",
}
_UNREAL_WORDS = frozenset({"likely", "reportedly", "apparently", "probably", "possibly", "perhaps"})
_DASHES = "–—―"
_MARKS = frozenset(",;:().")


@cache
def phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word -> (words, code), longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for code, listed in _PHRASES.items():
        for phrase in listed.split("|"):
            words = tuple(phrase.split())
            table.setdefault(words[0], []).append((words, code))
    return {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}


class Beginning(NamedTuple):
    """What a word may begin: its own code, longer phrases (words, code) the longest first, whether a number may."""

    code: str
    longer: tuple[tuple[list[str], str], ...]
    counts: bool


@lru_cache(maxsize=1 << 14)
def beginning(word: str) -> Beginning:
    """What a lower-case word may begin."""
    rows = phrases().get(word, ())
    alone = next((code for phrase, code in rows if len(phrase) == 1), None)
    longer = tuple((list(phrase), code) for phrase, code in rows if len(phrase) > 1)
    return Beginning(alone or _code_of(word), longer, may_begin(word))


def _code_of(word: str) -> str:
    if word in _MARKS:
        return word
    if word in _DASHES or word == "--":
        return "-"
    if word.endswith(("n't", "n’t")):
        return "!"
    if word in ("'s", "’s", "'", "’"):
        return "'"
    if word.endswith("ly") and len(word) > 4:
        return "u"
    return {"[": "(", "]": ")", "/": "&"}.get(word, "w")


def is_hedge(word: str) -> bool:
    """Whether a word makes an assertion a guess."""
    return word in _UNREAL_WORDS
