"""A short phrase for what a draft is about, in the text's own words."""

import re
from collections.abc import Sequence

from kg.extract.lexicon import wordset
from kg.extract.votes.reports import Report

_TITLED = re.compile(
    r"\b(?:resolution|draft|text)s?,? (?P<named>(?:titled|entitled|called|named) )?"
    r"[“\"„«](?P<title>[^”\"“»\n]{8,160})[”\"»]",
    re.IGNORECASE,
)
_PHRASE = r"(?P<phrase>(?:(?:[A-Z]\.[A-Z]\.|[\w’'“”\"-]+)[ \u00a0]+){0,15}(?:[A-Z]\.[A-Z]\.|[\w’'“”\"-]+))"
_ABOUT = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:(?:there|here|yesterday|today|on \w+day),?\s+)?[,–—-]?\s*"
    r"(?:(?P<relative>that|which)\s+(?:(?:would have|would|had|has|have)\s+)?|"
    r"(?P<topic>on|about|concerning|regarding)\s+(?!\w+day\b)|"
    r"(?=to\s|[a-z]+ing\s|calls?\s|called\s|demand|urge|against\s|for\s))" + _PHRASE
)
# What a body decides, or a text says that is known by 'it': 'the Council demanded ...', 'It condemns ...'.
_DECIDED = re.compile(
    r"\b(?:[Ii]t|[Ww]hich|[Tt]hat|(?:[Aa]ssembly|[Cc]ouncil|[Cc]ommittee|[Bb]oard|[Cc]onference|[Mm]embers|[Rr]esolution|"
    r"[Tt]ext|[Dd]raft|[Mm]easure)(?: (?:on|last) \w+| \w+day| today| yesterday)?)(?:,[^,.;]{1,60},)? "
    r"(?:(?:also|would|has|had|overwhelmingly|unanimously|again|formally) ){0,2}"
    r"(?P<verb>demand|call(?= for| on| upon)|condemn|deplor|urg|recommend|suspend|extend|establish|impos|lift|ban|"
    r"recogni[sz]|reaffirm|declar|decid|authori[sz]|request|renew|express)(?:e?d|e?s)? "
    r"(?:that )?" + _PHRASE
)
_VOTED_TO = re.compile(
    r"\b[Vv]oted?\b[^.;]{0,30}?(?<!according)(?<!next) to "
    r"(?P<phrase>(?!the |an? |its |their |this |that )[a-z]+ (?:[\w’'-]+ ){1,12}[\w’'-]+)"
)
_VERBS = re.compile(
    r"(?:passed|was|were|won|has|had|secured|received|got|failed|is|drafted|tabled|by|and|but|also|with|in|at|as|after|"
    r"before|from|to (?:this|the|an?|its|their|[A-Z0-9])|the|so|because|due|when|while)\b"
)
_FINITE = wordset(
    "passed was were won secured received got failed garnered drew is has had sponsored drafted tabled proposed "
    "submitted presented introduced backed put according due because despite approved rejected adopted defeated"
)
_MOST_WORDS = 14


def subject_phrase(reports: Sequence[Report], text: str) -> str:
    """The title in quotation marks, what follows the draft's name, what the body decided by it, or nothing."""
    for report in reports:
        title = _TITLED.search(report.sentence.text)
        if title and (title["named"] or title["title"][0].isupper()):
            return title["title"].strip(" ,.")
    for reader in (lambda r: _after(r, text), _voted_to, _decided):
        found = [phrase for r in reports if (phrase := reader(r))]
        if found:
            return max(found, key=lambda p: min(len(p.split()), 8))
    return ""


def _voted_to(report: Report) -> str:
    match = _VOTED_TO.search(report.sentence.text)
    return " ".join(match["phrase"].split()) if match else ""


def _decided(report: Report) -> str:
    """What the body did by the vote, the verb with it: 'condemned the invasion of Kuwait'."""
    match = _DECIDED.search(report.sentence.text)
    if match is None or not report.has_substance():
        return ""
    start = report.sentence.text[match.start("verb") : match.end()]
    return _cut(start)


# What no subject begins with: a pronoun, an adverb, who voted.
_NO_SUBJECT = re.compile(
    r"(?:\d|according|having|being|h(?:e|er|is)|she|its?|they|their|this|that|these|those|many|some|several|all|both|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|today|yesterday)\b"
)


def _after(report: Report, text: str) -> str:
    draft = report.draft
    if draft is None or draft.plural:
        return ""
    end = report.clause.chunks[draft.at].end
    match = _ABOUT.match(text, end, report.sentence.span.end)
    if match is None or _NO_SUBJECT.match(match["phrase"]):
        return ""
    if _VERBS.match(match["phrase"]) and not (match["topic"] and match["phrase"].startswith(("the ", "a ", "an "))):
        return ""
    if match["relative"] and not match["phrase"][:1].islower():
        return ""
    return _cut(match["phrase"])


# Where the vote itself begins again: 'by 90 votes', 'with 14 in favour', 'on Friday', 'in a vote'.
_THE_VOTE = re.compile(r"(?:by|with) (?:\d|an? (?:vote|margin|majority)|\w+ votes)|on \w+day\b|in an? \w*\s?vote")


def _cut(phrase: str) -> str:
    """The phrase up to the next finite verb or to the vote itself, of some fourteen words at most."""
    vote = _THE_VOTE.search(phrase)
    words = (phrase[: vote.start()] if vote and vote.start() else phrase).split()[:_MOST_WORDS]
    stop = next((i for i, w in enumerate(words) if i and w in _FINITE), len(words))
    return " ".join(words[:stop]).strip('“”"-–— ')
