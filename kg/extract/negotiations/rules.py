"""The rules of encounters: who met, talked, called, visited, agreed with whom, over the patterns of ``pattern``.

Every rule names its groups alike: ``who`` the first party, ``whom`` the second, ``noun`` the word that tells the kind,
``anaphor`` the words that stand for parties named before. All repetitions are bounded.
"""

import re
from functools import cache
from typing import Any

import ahocorasick

from kg.extract.negotiations.grammar import (
    ACTORS,
    ADJECTIVES,
    AT,
    DEAL,
    GAP,
    HOLD,
    JOINT,
    LEAD,
    NP,
    PAIR,
    SEVERAL,
    TALKS,
    WHO,
    WITH,
    bold,
)
from kg.extract.negotiations.pattern import B, D, P, S, T

RULES: dict[str, str] = {
    "hold": rf"{WHO}{GAP}(?P<verb>{HOLD}) {ADJECTIVES}[\"“‘']?(?P<noun>{TALKS})\b[\"”’']?{WITH}",
    "meet": rf"{WHO}{GAP}(?P<noun>meets?|met|meeting|conferred|confers?|sat down(?: together)?|"
    rf"c[ao]me together|got together|reconvened?|negotiated|(?:traded|exchanged) messages)\b"
    rf"(?: (?:again|up|briefly|privately|face to face|{T}|in person))*"
    rf"(?:(?:{AT} with)? (?:with )?(?:[a-z]+ly )?{LEAD}(?P<whom>{ACTORS}))?",
    "visit": rf"{WHO}{GAP}(?P<noun>visit(?:s|ed|ing)?) (?:with )?{LEAD}(?P<whom>{ACTORS})",
    "phone": rf"{WHO}{GAP}(?P<noun>spoke|speak|spoken|speaks|talked|talk) (?:(?:[a-z]+ly|{T}) )?"
    r"(?:by|on|over|via) (?:the )?(?:(?:tele)?phone|video(?: ?(?:link|call|conference))?)"
    rf"(?:(?: {T}|[^,.;]{{0,40}}?)? (?:with|to) {LEAD}(?P<whom>{ACTORS}))?",
    "phone_with": rf"{WHO}{GAP}(?P<noun>spoke|speak|spoken|talked) (?:with|to) {LEAD}(?P<whom>{ACTORS})"
    rf"(?: {T}| on {T})? (?:by|on|over|via) (?:the )?(?:tele)?phone",
    "rang": rf"{WHO}{GAP}(?:received|took|had|got) (?:a |another )?"
    rf"(?P<noun>(?:(?:tele)?phone )?calls?) from {LEAD}(?P<whom>{ACTORS})",
    "spoke": rf"{WHO}{GAP}(?P<noun>spoke|speak|speaks|spoken|talked) (?:[a-z]+ly )?(?P<day>(?:on )?{T} )?(?:with|to) "
    rf"{LEAD}(?P<whom>{NP}(?:{JOINT}{LEAD}{NP})*)",
    "called_on": rf"{WHO}{GAP}(?P<noun>called on) {LEAD}(?P<whom>{NP})(?!,? (?:to|and to|for|not)\b)",
    "hosted_by": rf"{WHO}{GAP}(?:being )?(?P<noun>(?:hosted|received|welcomed|greeted)"
    rf"(?: (?:in|at|on|upon) [^,.;]{{1,40}}?)? by) {LEAD}(?P<whom>{NP})",
    "in_a_call": r"(?:[Ii]n|[Dd]uring) (?:an?|his|her|their|the) (?:[a-z-]+ )?"
    r"(?P<noun>(?:(?:tele)?phone )?(?:calls?|conversation))"
    rf"(?: (?:on |late )?{T})?, {LEAD}(?P<who>{NP}) (?:told|assured|urged|complained to|informed|thanked|warned|"
    rf"asked|congratulated|briefed|discussed [^.,;]{{1,60}} with|agreed with|stressed to|conveyed to) "
    rf"{LEAD}(?P<whom>{NP})",
    "told": rf"{WHO}{GAP}(?:told|assured|informed|warned|urged|briefed|congratulated) {LEAD}(?P<whom>{NP}) "
    r"(?:in|during|over|by) (?:an? |the )?(?P<noun>(?:(?:tele)?phone )?(?:calls?|conversation)|(?:tele)?phone)\b",
    "onward": rf"(?P<who>{ACTORS})(?P<between>[^.;]{{0,120}}?) (?P<noun>flew|travell?ed|went|continued|moved|headed) "
    rf"(?:on|onwards?) to {LEAD}(?P<whom>{S})",
    "debated": rf"{WHO}{GAP}(?P<noun>discussed) with {LEAD}(?P<whom>{ACTORS})",
    "telephone": rf"{WHO}{GAP}(?P<noun>(?:tele)?phoned|called(?= {LEAD}{P}(?: on)? {T}| {LEAD}{P} to discuss)) "
    rf"{LEAD}(?P<whom>{ACTORS})",
    "deal": rf"{WHO}{GAP}(?P<verb>sign|signs|signed(?: off on| up to)?|initiall?ed|announced?|announces|reach|reached|"
    rf"conclude|concluded|struck|strike|seal|sealed|inked|agreed (?:to|on|upon)|agree (?:to|on)) "
    rf"{ADJECTIVES}[\"“‘']?(?P<noun>{DEAL})\b(?: with "
    rf"{LEAD}(?P<whom>{ACTORS}))?",
    "discuss": rf"{WHO}{GAP}(?P<verb>discuss(?:ed|es)?|exchanged|reviewed)\b"
    rf"[^.;]{{0,160}}? (?:in|during|over|by|via|on|at) (?:an? |the |their )?{ADJECTIVES}(?P<noun>{TALKS}|"
    rf"(?:tele)?phone)\b(?! (?:with|between|of|to)\b)",
    "join": rf"{WHO}{GAP}(?P<verb>took part in|take part in|taking part in|participat(?:ed|e|ing) in|"
    rf"attend(?:ed|ing)?|joined) {ADJECTIVES}(?P<noun>{TALKS})\b",
    "agreed": rf"{WHO}{GAP}(?:(?P<verb>agreed|ended|wrapped up|reached|failed)\b[^.;]{{0,120}}? (?:after|following|"
    rf"during|at|in)|(?:said|announced|approved|expanded|decided|adopted|pledged|vowed|declared)\b[^.;]{{0,120}}? "
    rf"(?:after|following)) {ADJECTIVES}(?P<noun>{TALKS})\b(?!(?: [^\s,.;]+){{0,4}} (?:between|with|among)\b)",
    "host": rf"{WHO}{GAP}(?P<noun>hosts?|hosted|hosting|receives?|received) "
    rf"(?:in (?:{S}|[A-Z]\w+) )?{LEAD}(?P<whom>{NP}(?:{JOINT}{LEAD}{NP})*)"
    rf"(?= (?:for|in|at|on|and|to|{T})\b|[,.]| {T})",
    "pressure": rf"{WHO}{GAP}(?P<verb>tried|attempted|sought|failed|struggled|managed|has tried|had tried) to "
    rf"(?P<noun>pressure|pressurise|press|persuade|convince|push|lobby|coax) {LEAD}(?P<whom>{ACTORS}) "
    r"(?:into|to|not to|over|on)\b",
    "between": rf"(?P<noun>{TALKS}|{DEAL}|[Vv]isits?)(?: (?:{T}|{S}|{B}|\([A-Za-z]+\)|(?!war\b|conflict\b|fighting\b|"
    rf"crisis\b)[\w'-]+)){{0,8}}? "
    rf"(?:between|among|involving) {LEAD}(?:(?:[\w-]+ ){{1,3}}(?:of|from) (?:the )?)?(?P<who>{PAIR})",
    "pair": rf"(?P<who>[{S}{D}{B}{P}])[-–/](?P<whom>[{S}{D}{B}{P}](?:[-–/][{S}{D}{B}{P}])?) (?:[a-z-]+ ){{0,4}}?"
    rf"(?P<noun>{TALKS})\b",
    "between_them": rf"(?P<noun>{TALKS}|{DEAL}|[Vv]isits?)"
    rf"(?: (?!war\b|conflict\b|fighting\b|crisis\b)[^\s,.;:]+){{0,8}}? (?:between|among) (?P<anaphor>{SEVERAL}|them\b)",
    "during": rf"(?:^|(?<=[.;\"”] ))(?:[Dd]uring|[Aa]t|[Ii]n) (?:an? |the |their )?{ADJECTIVES}(?P<noun>{TALKS})"
    rf"(?: (?:(?:earlier|late) )?(?:(?:in|at|on) )?[{S}{T}]| (?:in|at|on) [\w -]{{3,40}})?, {WHO}",
    "they_signed": rf"(?P<noun>{DEAL}) (?:that |which )?(?P<anaphor>they|{SEVERAL}) (?:had |have )?(?:recently )?"
    r"(?:signed|reached|struck|concluded|agreed(?: to| on)?)\b",
    "signed_by": rf"(?P<noun>{DEAL})\b(?:[^.;]{{0,80}}?,?) (?:signed|initiall?ed|concluded|reached|agreed|negotiated)"
    rf"(?: (?:in|on|at|late|last|[a-z]+ly|{T}|{S}|[A-Z][\w-]+)){{0,4}} by {LEAD}(?P<who>{PAIR})",
    "ceased": rf"{WHO}{GAP}(?P<verb>agree[ds]?)(?: (?:on |in )?{T})? (?:on |upon |to )(?:an? |the )?"
    r"(?:[a-z-]+ ){0,3}?"
    r"(?P<noun>cessation of hostilities|cease hostilities|(?:end|ending|stop|halt) (?:of )?(?:the |their |all )?"
    r"(?:[\w-]+ )?(?:war|fighting|conflict|hostilities|feud|attacks)|normali[sz]e|normali[sz]ation|"
    r"(?:restore|resume|establish|re-?establish) (?:full )?(?:diplomatic )?(?:relations|ties)|"
    r"exchange (?:of )?(?:prisoners|ambassadors)|prisoner (?:swap|exchange))\b",
    "he_and": rf"\b(?P<anaphor>[Hh]e|[Ss]he) and {LEAD}(?P<whom>{ACTORS}){GAP} ?(?:{HOLD} {ADJECTIVES})?"
    rf"(?P<noun>{TALKS}|met|spoke|talked)\b",
    "meeting_had": rf"(?P<noun>{TALKS}) (?:that |which )?{LEAD}(?P<who>{NP}){GAP} ?(?:had|held|has|have|holds)"
    rf"(?: (?:on |earlier |in )?(?:{T}|{S}))? with {LEAD}(?P<whom>{ACTORS})",
    "welcome": rf"{WHO}{GAP}(?P<noun>welcom(?:es?|ed|ing)|greet(?:s|ed)) {LEAD}(?P<whom>{NP}(?:{JOINT}{LEAD}{NP})*) "
    rf"(?:to|in|at) (?:the )?(?P<site>{S}|[A-Z][\w-]+(?: [A-Z][\w-]+){{0,2}})(?= (?:for|in|on|and|{T})\b|[,.]| {T})",
    "invited": rf"{WHO}{GAP}(?:arrived|came|is|was|will be|flew in|landed)\b[^.;]{{0,60}}? (?P<noun>visit) "
    rf"at the invitation of {LEAD}(?P<whom>{NP})",
    "stay": rf"{WHO}{GAP}(?P<noun>(?:was|is|will be|been|stayed) in) (?P<whom>[{S}])"
    rf"(?= (?:from |on )?{T}| on an? [a-z -]*visit)",
    "meeting_of": rf"(?P<noun>[Mm]eetings?|[Ss]ummits?|[Tt]alks) of (?:[a-z' -]{{3,60}}?"
    rf" ?(?:[-–—:(]|including) ?)?{LEAD}(?P<who>{PAIR})",
    "own": rf"(?P<who>{ACTORS})'s? (?:[a-z-]+ ){{0,4}}?(?P<noun>talks|negotiations|meetings?|summit|visits?|trip|"
    rf"(?:tele)?phone (?:call|conversation)|call) (?:[a-z]+ ){{0,2}}?(?:with|to) {LEAD}(?P<whom>{ACTORS})",
    "pay": rf"{WHO}{GAP}(?:pa(?:ys?|id|ying)|mak(?:es?|ing)|made|begins?|began|start(?:s|ed)?|ends|ended|conclude[sd]|"
    rf"wrap(?:s|ped) up|kick(?:s|ed) off|postponed|delayed|cancell?ed|planned|announced) "
    rf"(?:[A-Za-z-]+ ){{0,4}}?(?P<noun>[Vv]isits?|[Tt]rips?) to {LEAD}(?P<whom>{NP})",
    "visits": rf"(?P<who>{ACTORS})(?P<between>[^.;]{{0,120}}?) (?:during|on|for|ahead of|before|after|of) "
    rf"(?:[A-Za-z-]+ ){{0,4}}?(?P<noun>[Vv]isits?|[Tt]rips?) to {LEAD}(?P<whom>{NP})",
    "visit_by": rf"(?P<noun>[Vv]isits?|[Tt]rip) to {LEAD}(?P<whom>{NP}) by {LEAD}(?P<who>{ACTORS})",
    "visit_of": rf"(?P<noun>[Vv]isits?|[Tt]rip) (?:by|of) {LEAD}(?P<who>{ACTORS}) to {LEAD}(?P<whom>{NP})",
    "gathered": rf"(?:^|(?<=[.\"”] ))(?:The |A |An |This |That )?(?:[A-Z]?[a-z-]+ ){{0,4}}?(?P<noun>{TALKS}) "
    rf"(?:with|of) {LEAD}(?P<who>{PAIR})(?= [^.;]{{0,80}}?\b(?:ended|began|opened|started|focused|"
    rf"took place|concluded|lasted|resumed|continued|has|have|was|were|is|are|will)\b)",
    "on_visit": rf"(?:^|(?<=[,;.\"”] ))(?:[Dd]uring|[Oo]n|[Aa]fter|[Aa]t the (?:start|end) of) "
    rf"(?:(?:an?|his|her|their) )?(?:[a-z-]+ ){{0,4}}?(?P<noun>[Vv]isits?|[Tt]rips?) to "
    rf"{LEAD}(?P<whom>{ACTORS})[^,.;]{{0,60}}, {LEAD}(?P<who>{NP})",
    "attended": rf"(?P<noun>summit|meeting|conference|talks|negotiations)(?P<between>[^.;:]{{0,80}}?) "
    rf"(?:brought together|bringing together|(?:was |were )?attended by|with the participation of|gathered|gathering) "
    rf"{LEAD}(?P<who>{PAIR})",
    "after": rf"(?P<who>{ACTORS})(?P<between>[^.;]{{0,120}}?) (?:after|before|while) (?:holding|having) {ADJECTIVES}"
    rf"(?P<noun>{TALKS})\b{WITH}",
    "gather": rf"{WHO}{GAP}(?:are|were|is|was|be|gather(?:ed|ing)?|assembled?|arrived?|meet|convened?|"
    rf"returned|came|flew|travell?ed|headed)"
    rf"(?: (?:in|to) (?:the )?(?P<site>{S}|{B}|[A-Z][\w-]+(?: [A-Z][\w-]+){{0,2}}))? "
    rf"(?:(?:on )?{T} )?for {ADJECTIVES}(?P<noun>{TALKS})\b{WITH}",
    "travel": rf"{WHO}{GAP}(?P<noun>travel(?:s|l?ed|l?ing)?|fly|flies|flew|arrived?|arrives|heads?|headed|goes|went) "
    rf"(?:back )?(?:to|in|for) {LEAD}(?P<whom>[{S}{B}])(?P<aim>,? (?:(?:(?:on|late|early) )?{T},? )?"
    r"(?:for|to|on|where)\b[^.;,]{0,40}?\b(?:talks|meet|meeting|visit|negotiations|discuss))?",
    "sanctions": rf"{WHO}{GAP}(?P<verb>imposed?|slapped|announced|lifted|eased|extended|renewed|tightened|expanded) "
    rf"{ADJECTIVES}(?P<noun>sanctions) (?:on|against|for) {LEAD}(?P<whom>{ACTORS})",
    "inverted": r"(?:^|(?<=[,;“\"] )|(?<=[.:] ))(?:[Ii]n|[Dd]uring|[Aa]fter|[Ff]ollowing|[Aa]t|"
    r"[Aa]head of|[Bb]efore) (?:(?:an?|the|his|her|"
    r"their) )?"
    rf"{ADJECTIVES}(?P<noun>{TALKS})(?: [a-z]+)? with {LEAD}(?P<whom>{ACTORS})[^,.;]{{0,60}}, {LEAD}(?P<who>{NP})",
    "noun_with": rf"(?P<who>{ACTORS})(?P<between>[^.;]{{0,120}}?) (?P<noun>{TALKS}) with {LEAD}(?P<whom>{ACTORS})",
    "talks_begin": r"(?P<noun>[Tt]alks|[Nn]egotiations)(?: (?!with\b|between\b|on\b|about\b|over\b)[a-z]+){0,5}? "
    r"(?:began|begun|opened|reopened|resumed|started|took place|were held|ended|collapsed|broke down|concluded)"
    rf"(?= (?:in|at|on|late|early|{T})\b)",
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
    "talk with",
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
    "phone": (("phone", "video"), _BY_PHONE),
    "phone_with": (("phone",), _BY_PHONE),
    "telephone": (("phoned ", " called "), ("day", "week", "month", "to discuss")),
    "deal": (
        (*_DEALING, "declaration"),
        ("sign", "initial", "announce", "reach", "conclude", "str", "seal", "inked", "agreed ", "agree "),
    ),
    "discuss": ((*_TALKING, "phone"), ("discuss", "exchange", "review")),
    "join": (_TALKING, (" part in", "participat", "attend", "joined")),
    "agreed": (
        _TALKING,
        ("agreed", "ended", "wrapped", "reached", "failed", " after ", " following "),
    ),
    "host": (("host", "receiv"),),
    "pressure": (("tried to", "attempted to", "sought to", "failed to", "struggled to", "managed to"),),
    "between": ((*_TALKING, *_DEALING, *_VISITING), ("between", "among", "involving")),
    "between_them": ((*_TALKING, *_DEALING, *_VISITING), ("between", "among")),
    "during": (_TALKING, (", ",)),
    "they_signed": ((*_DEALING, "declaration"), (" they ", " two ", " both ", " sides", " parties")),
    "signed_by": (
        (*_DEALING, "declaration"),
        (" by ",),
        ("sign", "initial", "conclud", "reached", "agreed", "negotiated"),
    ),
    "ceased": (
        (" agree",),
        (
            "hostilit",
            "fighting",
            " war",
            "conflict",
            "normali",
            "relations",
            "ties",
            "exchange",
            "swap",
            "feud",
            "attacks",
        ),
    ),
    "he_and": (("he and ",), (*_TALKING, " met", " spoke", " talked")),
    "meeting_had": (_TALKING, (" with ",)),
    "welcome": (("welcom", "greet"), (" to ", " in ", " at ")),
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
    "hosted_by": (("hosted", "received", "welcomed", "greeted"), (" by ",)),
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
    "talks_begin": (
        ("talks", "negotiations"),
        (
            "began",
            "begun",
            "opened",
            "resumed",
            "started",
            "took place",
            "were held",
            "ended",
            "collapsed",
            "broke down",
            "concluded",
        ),
    ),
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


@cache
def compiled(name: str) -> re.Pattern[str]:
    """A rule, to be searched for in the text that ``in_bold`` gives."""
    letters = RULES[name].replace("A-Z", "A-Z\U0001d400-\U0001d419").replace("a-z", "a-z\U0001d41a-\U0001d433")
    return re.compile(bold(letters))
