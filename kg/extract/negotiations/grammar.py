"""The English of encounters, over the patterns of ``pattern``: who met, talked, called, visited, agreed with whom.

Every rule names its groups alike: ``who`` the first party, ``whom`` the second, ``noun`` the word that tells the kind.
All repetitions are bounded.
"""

import re
from functools import cache, lru_cache
from typing import Any

import ahocorasick

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
    "leadership mediators? movement rebels? fighters? command of for party chairwoman vice-president secretaries"
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
    return _bold(found[0])


@lru_cache(maxsize=1 << 14)
def _bold(word: str) -> str:
    return _ROLE_WORD.sub(lambda found: found[0].translate(_IN_BOLD), word)


def in_plain(text: str) -> str:
    """The text of a rule's group as it was written."""
    return text.translate(_IN_PLAIN)


@cache
def compiled(name: str) -> re.Pattern[str]:
    """A rule, to be searched for in the text that ``in_bold`` gives."""
    letters = RULES[name].replace("A-Z", "A-Z\U0001d400-\U0001d419").replace("a-z", "a-z\U0001d41a-\U0001d433")
    return re.compile(_ROLE_WORD.sub(lambda found: found[0].translate(_IN_BOLD), letters))


# A state before one of these owns it and takes part in nothing: "the Egyptian presidency said".
_HOMES = (
    "(?:presidency|media|press|news|newspapers?|television|tv|radio|parliament|army|forces|military|police|capital|"
    "city|soil|territory|border|citizens|hostages|prisoners|oil|gas|"
    "initiatives?|proposals?|plans?|drafts?|ideas?|efforts?|attempts?|offers?)"
)
_DET = r"(?:the|its|his|her|their|both|then|a|an|new|former|visiting)"
_NP = (
    rf"(?:(?:[{S}{D}{B}](?:'s?)? )?(?:{_ROLE},? ){{0,6}}{P}(?: of (?:the )?[{S}{D}{B}])?(?:, (?:{_DET} "
    rf")?[{S}{D}]?(?:'s)? ?(?:{_ROLE}[ ,]){{1,6}})?"
    rf"|(?:[{S}{D}](?:'s)? (?={B}))?[{S}{D}{B}](?:'s?)?(?!-[a-z])(?! {_HOMES}\b)(?: {_ROLE}\b){{0,6}}"
    rf"(?:,? (?:led|headed) by (?:the )?(?:[{S}{D}{B}](?:'s)? )?(?:{_ROLE} ){{0,4}}{P},?)?)"
)
_LEAD = rf"(?:(?:{_DET}|{_ROLE}|other|from|new|members?|states|countries|foreign),? ){{0,8}}"
_JOINT = (
    r"(?:,? and (?:also |later |with )?|,? including |, | & |,? as well as |,? along with |,? together with |,? "
    r"alongside )"
)
ACTORS = rf"{_NP}(?:{_JOINT}{_LEAD}{_NP}){{0,30}}"
_PAIR = rf"{_NP}(?:{_JOINT}{_LEAD}{_NP}){{1,30}}"

# What may stand between a party and the verb: auxiliaries, adverbs, dates.
_AUX = rf"(?:{T}(?:'s)?|[a-z]{{3,12}}ly|" + (
    "on|in|will|would|shall|has|have|had|is|are|was|were|been|be|to|did|do|does|not|may|might|could|can|should|must|"
    "expected|scheduled|due|set|planned|planning|plans?|likely|about|going|agreed|also|later|earlier|then|again|once|"
    "both|"
    "all|each|who|which|himself|herself|never|refused|declined|failed|travel(?:l?ed)?|late|first|after|before)"
)
_GAP = rf"(?:,? (?:{_AUX},? ){{0,9}})"
_ANAPHOR = (
    r"(?:[Tt]he (?:two|three|four) (?:\w+ )?(?:leaders|sides|presidents|ministers|countries|men|officials|diplomats|"
    r"delegations|parties|nations|heads of state|women)|[Bb]oth (?:leaders|sides|presidents|ministers|countries|men)|"
    r"[Tt]hey)"
)
# "The ministers of Kenya and Chad - Amina Odera and Ali Sow - met"
_NAMES = rf"(?: [-–—] (?:[^-–—.;]{{3,150}} [-–—]|{P}(?:(?:, and |, | and ){P}){{0,8}}))?"
_WHO = rf"(?P<who>{ACTORS}{_NAMES}|(?P<anaphor>{_ANAPHOR}|\b(?:[Hh]e|[Ss]he)\b))"
_TALKS = (
    r"(?:[Tt]alks|[Nn]egotiations?|[Dd]iscussions?|[Dd]ialogue|[Cc]onsultations?|[Ss]ummits?|[Mm]eetings?|"
    r"(?:tele)?phone (?:calls?|conversations?|talks?)|video (?:calls?|conference)|conversations?|calls?(?= with| "
    r"between)|"
    r"bilaterals?|rounds?(?: of [a-z]+(?: [a-z]+)?)?)"
)
_HOLD = (
    r"(?:hold|holds|held|holding|(?:have|has|had|having)(?= (?:an?|several|two|three|[a-z]+ive|\"[a-z]+|“[a-z]+|direct|"
    r"phone|telephone|bilateral|face-to-face|separate|detailed|further|more|good|serious|their|no) )|begin|begins|"
    r"began|begun|start|starts|started|open|opens|opened|"
    r"resume|resumes|resumed|conclude|concluded|continue|continues|continued|conduct|conducted|launch|launched|convene|"
    r"convened|finished|ended|wrapped up|wrap up|completed|engaged in|entered|enter|exchanged)"
)
_NOT_ADJECTIVE = r"after|before|on|in|for|to|that|at|with|vote|during|amid|ahead|from|by|until|over|as|said|if|against"
_ADJECTIVES = rf"(?:(?!(?:{_NOT_ADJECTIVE})\b)[^\s,.;:()]+ ){{0,6}}?"
_WITH = (
    rf"(?:,? (?:(?!(?:and|but|that|which|while|as|or|who|said)\b)[^\s,.;:]+ ){{0,8}}?(?:with|between|among|"
    rf"involving) {_LEAD}(?P<whom>{ACTORS}))?"
)
_AT = rf"(?: (?:in|at|on|near|outside|for|{T})(?: (?:the )?(?:{T}|{S}|[A-Z][\w-]+(?: [A-Z][\w-]+){{0,2}}))?){{0,3}}"
_DEAL = (
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


RULES: dict[str, str] = {
    "hold": rf"{_WHO}{_GAP}(?P<verb>{_HOLD}) {_ADJECTIVES}[\"“‘']?(?P<noun>{_TALKS})\b[\"”’']?{_WITH}",
    "meet": rf"{_WHO}{_GAP}(?P<noun>meets?|met|meeting|conferred|confers?|sat down(?: together)?|"
    rf"c[ao]me together|got together|reconvened?|negotiated|(?:traded|exchanged) messages)\b"
    rf"(?: (?:again|up|briefly|privately|face to face|{T}|in person))*"
    rf"(?:(?:{_AT} with)? (?:with )?(?:[a-z]+ly )?{_LEAD}(?P<whom>{ACTORS}))?",
    "visit": rf"{_WHO}{_GAP}(?P<noun>visit(?:s|ed|ing)?) (?:with )?{_LEAD}(?P<whom>{ACTORS})",
    "phone": rf"{_WHO}{_GAP}(?P<noun>spoke|speak|spoken|speaks|talked|talk) "
    rf"(?:(?:[a-z]+ly|{T}) )?(?:(?:by|on|over|via) (?:the )?(?:tele)?phone)(?: {T}|[^,.;]{{0,40}}?)?"
    rf"(?: (?:with|to) {_LEAD}(?P<whom>{ACTORS}))?",
    "phone_with": rf"{_WHO}{_GAP}(?P<noun>spoke|speak|spoken|talked) (?:with|to) {_LEAD}(?P<whom>{ACTORS})"
    rf"(?: {T}| on {T})? (?:by|on|over|via) (?:the )?(?:tele)?phone",
    "rang": rf"{_WHO}{_GAP}(?:received|took|had|got) (?:a |another )?"
    rf"(?P<noun>(?:(?:tele)?phone )?calls?) from {_LEAD}(?P<whom>{ACTORS})",
    "spoke": rf"{_WHO}{_GAP}(?P<noun>spoke|speak|speaks|spoken|talked) (?:[a-z]+ly )?(?P<day>(?:on )?{T} )?(?:with|to) "
    rf"{_LEAD}(?P<whom>{_NP})"
    rf"(?= (?:on |late |early |by )?{T}|(?(day)[.,;]|{T})|,? (?:about|and (?:discussed|agreed|reaffirmed))\b|\.$)",
    "called_on": rf"{_WHO}{_GAP}(?P<noun>called on) {_LEAD}(?P<whom>{_NP})(?!,? (?:to|and to|for|not)\b)",
    "hosted_by": rf"{_WHO}{_GAP}(?:being )?(?P<noun>(?:hosted|received|welcomed) by) {_LEAD}(?P<whom>{_NP})",
    "in_a_call": r"(?:[Ii]n|[Dd]uring) (?:an?|his|her|their|the) (?:[a-z-]+ )?"
    r"(?P<noun>(?:(?:tele)?phone )?(?:calls?|conversation))"
    rf"(?: (?:on |late )?{T})?, {_LEAD}(?P<who>{_NP}) (?:told|assured|urged|complained to|informed|thanked|warned|"
    rf"asked|congratulated|briefed|discussed [^.,;]{{1,60}} with|agreed with|stressed to|conveyed to) "
    rf"{_LEAD}(?P<whom>{_NP})",
    "told": rf"{_WHO}{_GAP}(?:told|assured|informed|warned|urged|briefed|congratulated) {_LEAD}(?P<whom>{_NP}) "
    r"(?:in|during|over|by) (?:an? |the )?(?P<noun>(?:(?:tele)?phone )?(?:calls?|conversation)|(?:tele)?phone)\b",
    "onward": rf"(?P<who>{ACTORS})(?P<between>[^.;]{{0,120}}?) (?P<noun>flew|travell?ed|went|continued|moved|headed) "
    rf"(?:on|onwards?) to {_LEAD}(?P<whom>{S})",
    "debated": rf"{_WHO}{_GAP}(?P<noun>discussed) with {_LEAD}(?P<whom>{ACTORS})",
    "telephone": rf"{_WHO}{_GAP}(?P<noun>(?:tele)?phoned|called(?= {_LEAD}{P}(?: on)? {T}| {_LEAD}{P} to discuss)) "
    rf"{_LEAD}(?P<whom>{ACTORS})",
    "deal": rf"{_WHO}{_GAP}(?P<verb>sign|signs|signed|initiall?ed|announced?|announces|reach|reached|"
    rf"conclude|concluded|struck|strike|seal|sealed|inked|agreed (?:to|on|upon)|agree (?:to|on)) "
    rf"{_ADJECTIVES}[\"“‘']?(?P<noun>{_DEAL})\b(?: with "
    rf"{_LEAD}(?P<whom>{ACTORS}))?",
    "discuss": rf"{_WHO}{_GAP}(?P<verb>discuss(?:ed|es)?|exchanged|reviewed)\b"
    rf"[^.;]{{0,160}}? (?:in|during|over|by|via|on|at) (?:an? |the |their )?{_ADJECTIVES}(?P<noun>{_TALKS}|"
    rf"(?:tele)?phone)\b(?! (?:with|between|of|to)\b)",
    "join": rf"{_WHO}{_GAP}(?P<verb>took part in|take part in|taking part in|participat(?:ed|e|ing) in|"
    rf"attend(?:ed|ing)?|joined) {_ADJECTIVES}(?P<noun>{_TALKS})\b",
    "agreed": rf"{_WHO}{_GAP}(?P<verb>agreed|ended|wrapped up|reached|failed)\b[^.;]{{0,120}}? (?:after|following|"
    rf"during|at|in) {_ADJECTIVES}(?P<noun>{_TALKS})\b(?!(?: [^\s,.;]+){{0,4}} (?:between|with|among)\b)",
    "host": rf"{_WHO}{_GAP}(?P<noun>hosts?|hosted|hosting|receives?|received) "
    rf"(?:in (?:{S}|[A-Z]\w+) )?{_LEAD}(?P<whom>{_NP}(?:{_JOINT}{_LEAD}{_NP})*)"
    rf"(?= (?:for|in|at|on|and|to|{T})\b|[,.]| {T})",
    "pressure": rf"{_WHO}{_GAP}(?P<verb>tried|attempted|sought|failed|struggled|managed|has tried|had tried) to "
    rf"(?P<noun>pressure|pressurise|press|persuade|convince|push|lobby|coax) {_LEAD}(?P<whom>{ACTORS}) "
    r"(?:into|to|not to|over|on)\b",
    "between": rf"(?P<noun>{_TALKS}|{_DEAL}|visits?)(?: (?:{T}|{S}|{B}|\([A-Za-z]+\)|(?!war\b|conflict\b|fighting\b|"
    rf"crisis\b)[\w'-]+)){{0,8}}? "
    rf"(?:between|among|involving) {_LEAD}(?P<who>{_PAIR})",
    "pair": rf"(?P<who>[{S}{D}{B}{P}])[-–/](?P<whom>[{S}{D}{B}{P}](?:[-–/][{S}{D}{B}{P}])?) (?:[a-z-]+ ){{0,4}}?"
    rf"(?P<noun>{_TALKS})\b",
    "invited": rf"{_WHO}{_GAP}(?:arrived|came|is|was|will be|flew in|landed)\b[^.;]{{0,60}}? (?P<noun>visit) "
    rf"at the invitation of {_LEAD}(?P<whom>{_NP})",
    "stay": rf"{_WHO}{_GAP}(?P<noun>(?:was|is|will be|been|stayed) in) (?P<whom>[{S}])"
    rf"(?= (?:from |on )?{T}| on an? [a-z -]*visit)",
    "meeting_of": rf"(?P<noun>[Mm]eetings?|[Ss]ummits?|[Tt]alks) of {_LEAD}(?P<who>{_PAIR})",
    "own": rf"(?P<who>{ACTORS})'s? (?:[a-z-]+ ){{0,4}}?(?P<noun>talks|negotiations|meetings?|summit|visits?|trip|"
    rf"(?:tele)?phone (?:call|conversation)|call) (?:[a-z]+ ){{0,2}}?(?:with|to) {_LEAD}(?P<whom>{ACTORS})",
    "pay": rf"{_WHO}{_GAP}(?:pa(?:ys?|id)|makes?|made|begins?|began|start(?:s|ed)?|ends|ended|conclude[sd]|"
    rf"wrap(?:s|ped) up|kick(?:s|ed) off|postponed|delayed|cancell?ed|planned|announced) "
    rf"(?:[A-Za-z-]+ ){{0,4}}?(?P<noun>visits?|trips?) to {_LEAD}(?P<whom>{_NP})",
    "visits": rf"(?P<who>{ACTORS})(?P<between>[^.;]{{0,120}}?) (?:during|on|for|ahead of|before|after|of) "
    rf"(?:[A-Za-z-]+ ){{0,4}}?(?P<noun>visits?|trips?) to {_LEAD}(?P<whom>{_NP})",
    "visit_by": rf"(?P<noun>visits?|trip) to {_LEAD}(?P<whom>{_NP}) by {_LEAD}(?P<who>{ACTORS})",
    "visit_of": rf"(?P<noun>visits?|trip) (?:by|of) {_LEAD}(?P<who>{ACTORS}) to {_LEAD}(?P<whom>{_NP})",
    "gathered": rf"(?:^|(?<=[.\"”] ))(?:The |A |An |This |That )?{_ADJECTIVES}(?P<noun>{_TALKS}) "
    rf"(?:with|of) {_LEAD}(?P<who>{_PAIR})(?= [^.;]{{0,80}}?\b(?:ended|began|opened|started|focused|"
    rf"took place|concluded|lasted|resumed|continued|has|have|was|were|is|are|will)\b)",
    "on_visit": rf"(?:^|(?<=[,;.\"”] ))(?:[Dd]uring|[Oo]n|[Aa]fter|[Aa]t the (?:start|end) of) "
    rf"(?:(?:an?|his|her|their) )?(?:[a-z-]+ ){{0,4}}?(?P<noun>visits?|trips?) to "
    rf"{_LEAD}(?P<whom>{ACTORS})[^,.;]{{0,60}}, {_LEAD}(?P<who>{_NP})",
    "attended": rf"(?P<noun>summit|meeting|conference|talks|negotiations)(?P<between>[^.;:]{{0,80}}?) "
    rf"(?:brought together|bringing together|(?:was |were )?attended by|with the participation of|gathered|gathering) "
    rf"{_LEAD}(?P<who>{_PAIR})",
    "after": rf"(?P<who>{ACTORS})(?P<between>[^.;]{{0,120}}?) (?:after|before|while) (?:holding|having) {_ADJECTIVES}"
    rf"(?P<noun>{_TALKS})\b{_WITH}",
    "gather": rf"{_WHO}{_GAP}(?:are|were|is|was|be|gather(?:ed|ing)?|assembled?|arrived?|meet|convened?|"
    rf"returned|came|flew|travell?ed|headed)"
    rf"(?: (?:in|to) (?:the )?(?P<site>{S}|{B}|[A-Z][\w-]+(?: [A-Z][\w-]+){{0,2}}))? "
    rf"(?:(?:on )?{T} )?for {_ADJECTIVES}(?P<noun>{_TALKS})\b{_WITH}",
    "travel": rf"{_WHO}{_GAP}(?P<noun>travel(?:s|l?ed|l?ing)?|fly|flies|flew|arrived?|arrives|heads?|headed|goes|went) "
    rf"(?:back )?(?:to|in|for) {_LEAD}(?P<whom>[{S}{B}])(?P<aim>,? (?:(?:(?:on|late|early) )?{T},? )?"
    r"(?:for|to|on|where)\b[^.;,]{0,40}?\b(?:talks|meet|meeting|visit|negotiations|discuss))?",
    "sanctions": rf"{_WHO}{_GAP}(?P<verb>imposed?|slapped|announced|lifted|eased|extended|renewed|tightened|expanded) "
    rf"{_ADJECTIVES}(?P<noun>sanctions) (?:on|against|for) {_LEAD}(?P<whom>{ACTORS})",
    "inverted": r"(?:^|(?<=[,;“\"] )|(?<=[.:] ))(?:[Ii]n|[Dd]uring|[Aa]fter|[Ff]ollowing|[Aa]t|"
    r"[Aa]head of|[Bb]efore) (?:(?:an?|the|his|her|"
    r"their) )?"
    rf"{_ADJECTIVES}(?P<noun>{_TALKS})(?: [a-z]+)? with {_LEAD}(?P<whom>{ACTORS})[^,.;]{{0,60}}, {_LEAD}(?P<who>{_NP})",
    "noun_with": rf"(?P<who>{ACTORS})(?P<between>[^.;]{{0,120}}?) (?P<noun>{_TALKS}) with {_LEAD}(?P<whom>{ACTORS})",
    "bloc": rf"(?<!sidelines of the )(?<!margins of the )(?<!sidelines of a )(?<!margins of a )(?P<who>{B})(?:'s)? "
    rf"(?:[a-z]+ ){{0,2}}?(?P<noun>summits?)\b",
    "round": r"(?P<round>(?:[Ee]arlier|[Pp]revious|[Nn]ext|[Nn]ew|[Ff]urther|[Aa]nother|[Ll]ast|[Ff]inal|"
    r"First|first|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|\d+(?:st|nd|rd|th)) "
    r"(?P<noun>rounds?)(?: of [a-z]+)?)\b",
    "ongoing": r"(?P<noun>(?:ongoing|current|continuing) (?:[a-z]+ ){0,2}?(?:talks|negotiations)|"
    r"(?:talks|negotiations) (?:are|were) (?:ongoing|under way|underway))",
}

# A rule is tried where one of its words occurs, of each of its sets: that is cheap to see.
_TALKING: tuple[str, ...] = (
    "talks",
    "negotiation",
    "discussion",
    "dialogue",
    "consultation",
    "summit",
    "meeting",
    "phone",
    "video c",
)
_TALKING += ("call with", "calls with", "call between", "calls between", "conversation", "bilateral", " round")
_DEALING = ("agreement", " deal", "accord", "treaty", "truce", "ceasefire", "cease-fire", "memorandum", " pact", " mou")
_VISITING = ("visit", " trip")
_BY_PHONE = (" by ", " on ", " over ", " via ")
WORDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "hold": (_TALKING,),
    "meet": (("meet", " met", " confer", " sat down", " together", "reconvene", "negotiated", " messages"),),
    "visit": (("visit",),),
    "phone": (("phone",), _BY_PHONE),
    "phone_with": (("phone",), _BY_PHONE),
    "telephone": (("phoned ", " called "), ("day", "week", "month", "to discuss")),
    "deal": (
        (*_DEALING, "declaration"),
        ("sign", "initial", "announce", "reach", "conclude", "str", "seal", "inked", "agreed ", "agree "),
    ),
    "discuss": ((*_TALKING, "phone"), ("discuss", "exchange", "review")),
    "join": (_TALKING, (" part in", "participat", "attend", "joined")),
    "agreed": (_TALKING, ("agreed", "ended", "wrapped", "reached", "failed")),
    "host": (("host", "receiv"),),
    "pressure": (("tried to", "attempted to", "sought to", "failed to", "struggled to", "managed to"),),
    "between": ((*_TALKING, *_DEALING, *_VISITING), ("between", "among", "involving")),
    "invited": (("visit",), ("at the invitation of",)),
    "stay": (("was in ", "is in ", "be in ", "been in ", "stayed in "),),
    "meeting_of": (("meeting", "summit", "talks"), (" of ",)),
    "own": ((*_TALKING, *_VISITING, " call"), ("'", "’"), (" with ", " to ")),
    "pay": (_VISITING, (" to ",)),
    "visits": (_VISITING, (" to ",)),
    "visit_by": (_VISITING, (" by ",)),
    "visit_of": (_VISITING, (" to ",)),
    "attended": (_TALKING, ("together", "attended by", "participation of", "gather")),
    "after": (_TALKING, ("holding", "having")),
    "noun_with": (_TALKING, (" with ",)),
    "gather": (_TALKING, (" for ",)),
    "sanctions": (("sanctions",),),
    "rang": ((" call from", " calls from"),),
    "spoke": ((" spoke", " speak", " talked"), (" with ", " to ")),
    "debated": ((" discussed with",),),
    "called_on": ((" called on ",),),
    "hosted_by": (("hosted by", "received by", "welcomed by"),),
    "in_a_call": ((" call", "conversation"), ("in a", "in his", "in her", "in their", "in the", "during")),
    "told": (
        (" call", "conversation", "phone"),
        ("told", "assured", "informed", "warned", "urged", "briefed", "congrat"),
    ),
    "onward": ((" on to ", " onward"),),
    "gathered": (_TALKING, (" with ", " of ")),
    "on_visit": (_VISITING, (" to ",)),
    "travel": (("travel", " fly ", "flies ", "flew ", "arrive", " head", " goes ", " went "),),
    "inverted": (_TALKING, (" with ",)),
    "bloc": (("summit",),),
    "round": ((" round",),),
    "ongoing": (("ongoing", "current ", "continuing", "under way", "underway"), ("talks", "negotiation")),
    "pair": (_TALKING, ("-", "–", "/")),
}


def rules_for(text: str) -> tuple[str, ...]:
    """The rules that a sentence may fit, by the words in it."""
    small = text.lower()
    found = {rules for _, rules in _first_words().iter(small)}
    if not found:
        return ()
    fitting = (n for n in sorted(set().union(*found)) if all(any(w in small for w in words) for words in _OTHERS[n]))
    return tuple(_NAMES_OF_RULES[n] for n in fitting)


_NAMES_OF_RULES = tuple(RULES)
_OTHERS = tuple(WORDS[name][1:] for name in RULES)


@cache
def _first_words() -> Any:
    """An automaton over the words of each rule's first set; it tells the places in ``RULES`` of those rules."""
    places: dict[str, tuple[int, ...]] = {}
    for n, name in enumerate(RULES):
        for word in WORDS[name][0]:
            places[word] = (*places.get(word, ()), n)
    built = ahocorasick.Automaton()
    for word, rules in places.items():
        built.add_word(word, rules)
    built.make_automaton()
    return built


_KINDS: tuple[tuple[str, MeetingKind], ...] = (
    (r"sanctions", MeetingKind.SANCTIONS),
    (r"phone|call(?:s|ed)?\b(?! on)|spoke|speak|talk(?:ed)?$|video|conversation", MeetingKind.CALL),
    (r"summit", MeetingKind.SUMMIT),
    (
        r"visit|trip|hosted by|received by|welcomed by|travel|continued|moved|(?:was|is|be|been|stayed) in|fly$|flies|"
        r"flew|arriv|head|goes|went",
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
