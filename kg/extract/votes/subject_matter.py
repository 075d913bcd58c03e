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
_ABOUT = re.compile(
    r"\s*(?:\([^)]*\)\s*)?[,–—-]?\s*"
    r"(?:(?:that|which)\s+(?:(?:would have|would|had|has|have)\s+)?|on\s+(?!\w+day\b)|about\s+|"
    r"(?=to\s|[a-z]+ing\s|calls?\s|called\s|demand|urge|against\s|for\s))"
    r"(?P<phrase>(?:(?:[A-Z]\.[A-Z]\.|[\w’'“”\"-]+)[ \u00a0]+){1,15}(?:[A-Z]\.[A-Z]\.|[\w’'“”\"-]+))"
)
_VOTED_TO = re.compile(r"\b[Vv]oted?\b[^.;]{0,30}?(?<!according) to (?P<phrase>[a-z]+ (?:[\w’'-]+ ){1,12}[\w’'-]+)")
_VERBS = re.compile(
    r"(?:passed|was|were|won|has|had|secured|received|got|failed|is|drafted|tabled|by|and|but|also|with|in|at|as|after|"
    r"before|from|to (?:this|the|an?|its|their|[A-Z0-9])|the|so|because|due|when|while)\b"
)
_FINITE = wordset(
    "passed was were won secured received got failed garnered drew is has had sponsored drafted tabled proposed "
    "submitted presented introduced backed put according due because despite approved rejected adopted defeated"
)
# 'that the US had put forward', 'which Chad opposed': somebody else's clause.
_RELATIVE = re.compile(r"[^\w]*(?:that|which)\b")
_MOST_WORDS = 14


def subject_phrase(reports: Sequence[Report], text: str) -> str:
    """The title in quotation marks, what follows the draft's name, or nothing."""
    for report in reports:
        title = _TITLED.search(report.sentence.text)
        if title and (title["named"] or title["title"][0].isupper()):
            return title["title"].strip(" ,.")
    found = [p for r in reports if (p := _after(r, text))]
    if not found:
        found = [" ".join(m["phrase"].split()) for r in reports if (m := _VOTED_TO.search(r.sentence.text))]
    return max(found, key=lambda p: min(len(p.split()), 8), default="")


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
    if match is None or _VERBS.match(match["phrase"]) or _NO_SUBJECT.match(match["phrase"]):
        return ""
    if _RELATIVE.match(match[0]) and not match["phrase"][:1].islower():
        return ""
    words = match["phrase"].split()[:_MOST_WORDS]
    stop = next((i for i, w in enumerate(words) if i and w in _FINITE), len(words))
    return " ".join(words[:stop]).strip('“”"-–— ')
