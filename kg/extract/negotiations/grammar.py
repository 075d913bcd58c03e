"""The parts of which rules are made: parties, what stands between them and their verbs, the words of encounter."""

import re
from functools import lru_cache

from kg.extract.negotiations.pattern import B, D, P, S, T
from kg.model import MeetingKind


def _either(words: str) -> str:
    """The words, each with a small or a capital letter, as one alternation."""
    return "(?:" + "|".join(f"[{w[0]}{w[0].upper()}]{w[1:]}" for w in words.split()) + ")"


# Words that stand between a state's adjective and a name, or after it: "his Russian counterpart", "US officials".
_ROLES = _either(
    "foreign prime defen[cs]e deputy first vice top senior special high acting national security external affairs "
    "chief nuclear trade permanent econom(?:ic|y) minist(?:er|ers|ry|ries) presidents? secretary state general envoys? "
    "chancellor king crown prince emir sheikh premiers? pms? fms? PMs? FMs? ambassadors? sir dame "
    "advis[eo]rs? head leaders? counterparts? diplomats? negotiators? representatives? officials? delegations? "
    "delegates governments? administration teams? sides? authorities military commissioner chairman speaker chiefs? "
    "leadership mediators? movement rebels? fighters? army command of for party chairwoman vice-president secretaries "
    "nations? members? wealthy"
)
_HONORIFICS = _either("mrs?\\.? ms\\.? dr\\.?")
# Rules repeat these hundred words a dozen times each. So that a rule stays small, they are set in bold, letter for
# letter, in the text that it reads and in the rule itself: any bold word is one of them.
_IN_BOLD = {
    **{ord("A") + i: chr(0x1D400 + i) for i in range(26)},
    **{ord("a") + i: chr(0x1D41A + i) for i in range(26)},
    ord("."): "\U0001d7ce",
}
_IN_PLAIN = {ord(bold): chr(plain) for plain, bold in _IN_BOLD.items()}
_ROLE_WORD = re.compile(rf"(?<!\\)\b(?:{_ROLES}\b|{_HONORIFICS}(?!\w))")
_ROLE = r"[\U0001d400-\U0001d433\U0001d7ce]+"


_WORD = re.compile(r"[^\W\d_]+\.?")


def in_bold(text: str) -> str:
    """The text with its words of office in bold, as rules read it; every place stays where it is."""
    return _WORD.sub(_word_in_bold, text)


def _word_in_bold(found: re.Match[str]) -> str:
    return bold(found[0])


@lru_cache(maxsize=1 << 14)
def bold(text: str) -> str:
    """A word, or a whole rule, with its words of office in bold."""
    return _ROLE_WORD.sub(lambda found: found[0].translate(_IN_BOLD), text)


def in_plain(text: str) -> str:
    """The text of a rule's group as it was written."""
    return text.translate(_IN_PLAIN)


# A state before one of these owns it and takes part in nothing: "the Egyptian presidency said".
_HOMES = (
    "(?:presidency|media|press|news|newspapers?|television|tv|radio|parliament|forces|police|capital|"
    "city|soil|territory|border|citizens|hostages|prisoners|oil|gas|"
    "initiatives?|proposals?|plans?|drafts?|ideas?|efforts?|attempts?|offers?)"
)
_DET = r"(?:the|its|his|her|their|both|then|a|an|new|former|visiting)"
NP = (
    rf"(?:(?:[{S}{D}{B}](?:'s?)? )?(?:{_ROLE},? ){{0,6}}{P}(?: of (?:the )?[{S}{D}{B}])?(?:, (?:{_DET} "
    rf")?[{S}{D}]?(?:'s)? ?(?:{_ROLE}[ ,]){{1,6}})?"
    rf"|(?:[{S}{D}](?:'s)? (?={B}))?[{S}{D}{B}](?:'s?)?(?!-[a-z])(?! {_HOMES}\b)(?: {_ROLE}\b){{0,6}}"
    rf"(?:,? (?:led|headed) by (?:the )?(?:[{S}{D}{B}](?:'s)? )?(?:{_ROLE} ){{0,4}}{P},?)?)"
)
LEAD = (
    rf"(?:(?:{_DET}|{_ROLE}|other|from|new|members?|states|countries|foreign|rival|warring|paramilitary|neighbou?ring|"
    r"fellow|breakaway|separatist|ousted),? ){0,8}"
)
JOINT = (
    r"(?:,? and (?:also |later |with |of |from )?|,? including |, | & |,? as well as |,? along with |,? together with |"
    r",? alongside )"
)
ACTORS = rf"{NP}(?:{JOINT}{LEAD}{NP}){{0,30}}"
PAIR = rf"{NP}(?:{JOINT}{LEAD}{NP}){{1,30}}"

# What may stand between a party and the verb: auxiliaries, adverbs, dates.
_AUX = rf"(?:{T}(?:'s)?|[a-z]{{3,12}}ly|" + (
    "on|in|will|would|shall|has|have|had|is|are|was|were|been|be|to|did|do|does|not|may|might|could|can|should|must|"
    "expected|scheduled|due|set|planned|planning|plans?|likely|about|going|agreed|also|later|earlier|then|again|once|"
    "both|"
    "all|each|who|which|himself|herself|never|refused|declined|failed|travel(?:l?ed)?|(?:said|believed|reported|"
    "understood|known)(?= to )|late|first|after|before)"
)
_ASIDE = (
    r"(?:,? (?:who|invited|accompanied|joined|flanked|speaking) [^,.;]{3,80},| -- [^.;-]{3,60} --| \([^()]{1,40}\))"
)
GAP = rf"(?:{_ASIDE}?,? (?:{_AUX},? ){{0,9}})"
_PLURAL = (
    r"(?:leaders|sides|presidents|ministers|premiers|countries|states|men|officials|diplomats|delegations|parties|"
    r"nations|heads of (?:state|government)|women|governments|envoys|neighbou?rs|allies|rivals|teams|negotiators|"
    r"capitals|secretaries|statesmen|factions)"
)
# Several who were named before.
SEVERAL = (
    rf"(?:[Tt]he (?:two|three|four)(?: (?:[\w-]+ ){{0,2}}?{_PLURAL}\b)?|[Bb]oth(?: (?:[\w-]+ )?{_PLURAL}\b)?|"
    r"[Tt]he (?:pair|duo|(?:warring |rival |opposing )?(?:sides|parties))\b)"
)
# "The ministers of Kenya and Chad - Amina Odera and Ali Sow - met"
_NAMES = rf"(?: [-–—] (?:[^-–—.;]{{3,150}} [-–—]|{P}(?:(?:, and |, | and ){P}){{0,8}}))?"
WHO = rf"(?P<who>{ACTORS}{_NAMES}|(?P<anaphor>{SEVERAL}|\b(?:[Tt]hey|[Hh]e|[Ss]he)\b))"
TALKS = (
    r"(?:[Tt]alks|[Tt]alk(?= with)|[Nn]egotiations?|[Dd]iscussions?|[Dd]ialogue|[Cc]onsultations?|[Ss]ummits?|"
    r"[Mm]eetings?|(?:tele)?phone (?:calls?|conversations?|talks?)|video (?:calls?|conference)|conversations?|"
    r"calls?(?= with| between)|bilaterals?|"
    r"rounds?(?: of (?:[a-z-]+ ){0,2}?(?:talks|negotiations|discussions|dialogue|consultations|meetings))?)"
)
HOLD = (
    r"(?:hold|holds|held|holding|(?:have|has|had|having)(?= (?:an?|several|two|three|[a-z]+ive|\"[a-z]+|“[a-z]+|direct|"
    r"phone|telephone|bilateral|face-to-face|separate|detailed|further|more|good|serious|their|no) )|begin|begins|"
    r"began|begun|start|starts|started|restarts?|restarted|open|opens|opened|"
    r"resume|resumes|resumed|concludes?|concluded|continue|continues|continued|conduct|conducted|launch|launches|launched|convenes?|"
    r"convened|finished|ended|wrapped up|wrap up|completed|engaged in|entered|enter|exchanged)"
)
_NOT_ADJECTIVE = r"after|before|on|in|for|to|that|at|with|vote|during|amid|ahead|from|by|until|over|as|said|if|against"
ADJECTIVES = rf"(?:(?!(?:{_NOT_ADJECTIVE})\b)[^\s,.;:()]+ ){{0,6}}?"
WITH = (
    rf"(?:,? (?:(?!(?:and|but|that|which|while|as|or|who|said)\b)[^\s,.;:]+ ){{0,8}}?(?:with|between|among|"
    rf"involving) {LEAD}(?P<whom>{ACTORS}))?"
)
AT = rf"(?: (?:in|at|on|near|outside|for|{T})(?: (?:the )?(?:{T}|{S}|[A-Z][\w-]+(?: [A-Z][\w-]+){{0,2}}))?){{0,3}}"
DEAL = (
    r"(?:[Aa]greements?|deal|[Aa]ccords?|[Tt]reaty|truce|ceasefire|cease-fire|[Mm]emorandum(?: of [Uu]nderstanding)?|"
    r"[Pp]act|[Dd]eclaration|[Pp]rotocol|MoU)"
)

# A party after one of these is where or about what it is, not who acts: "in Ukraine, talks...".
_NOT_ACTING = re.compile(
    r"in|on|by|from|to|for|against|with|at|about|over|into|towards?|inside|near|outside|than|between|among|told|"
    r"asked|urged|informed|visit|visits|visited|visiting|leave|leaves|left|reached|entered|attacked|invaded",
    re.IGNORECASE,
)
# "Leaders of Ukraine" act, "the territory of Ukraine" does not.
_OFFICES = _either(
    "leaders? ministers? presidents? officials delegations? representatives governments? envoys premiers? mediators "
    "negotiators diplomats delegates teams advis[eo]rs secretaries chiefs heads chancellors parliaments lawmakers "
    "ambassadors commanders"
)
_OFFICE, _TITLE = re.compile(_OFFICES), re.compile(rf"(?:{_DET}|{_ROLES}|{_HONORIFICS}|[A-Z][\w.-]*),?")


def may_act(before: str) -> bool:
    """Whether a party may be the subject of its clause, by the words before it."""
    words = before.split()
    while words:
        word = words.pop()
        small = word.lower()
        if small == "of" or (small == "from" and words):
            return bool(words) and _OFFICE.fullmatch(words[-1]) is not None
        if _NOT_ACTING.fullmatch(word):
            return False
        if not _TITLE.fullmatch(word):
            return True
    return True


_KINDS: tuple[tuple[str, MeetingKind], ...] = (
    (r"sanctions", MeetingKind.SANCTIONS),
    (r"phone|call(?:s|ed)?\b(?! on)|spoke|speak|talk(?:ed)?$|video|conversation", MeetingKind.CALL),
    (r"summit", MeetingKind.SUMMIT),
    (
        r"^(?:cease|cessation|end|stop|halt|normali|restore|resume|re-?establish|exchange|prisoner)",
        MeetingKind.AGREEMENT,
    ),
    (
        r"visit|trip|(?:hosted|received|welcomed|greeted)\b.* by$|welcom|greet|travel|continued|moved|"
        r"(?:was|is|be|been|stayed) in|fly$|flies|flew|arriv|head|goes|went",
        MeetingKind.VISIT,
    ),
    (r"consultation|pressur|press$|persuade|convince|push|lobby|coax", MeetingKind.CONSULTATIONS),
    (r"meet|met$|bilateral|host|receiv|confer|gathered|sat |together|reconven|called on", MeetingKind.MEETING),
    (r"agreement|deal|accord|treaty|truce|ceasefire|cease-fire|memorandum|pact|declaration|MoU", MeetingKind.AGREEMENT),
)
_KIND_PATTERNS = tuple((re.compile(words, re.IGNORECASE), kind) for words, kind in _KINDS)


def kind_of(noun: str) -> MeetingKind:
    """The kind that a noun or verb of encounter tells; talks where it tells nothing more exact."""
    return next((kind for words, kind in _KIND_PATTERNS if words.search(noun)), MeetingKind.TALKS)
