"""Sentences: the unit of evidence.

A quotation is kept whole: a stop between quotation marks ends no sentence, so ``"We ask. We hope," she said.`` is one
sentence and its attribution is within reach. A quotation that ends with a stop of its own ends the sentence, unless
the attribution follows (``"Stop it!" he said.``). A quotation whose end mark is missing protects nothing.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.lexicon import SPEECH_VERBS, wordset
from kg.model import Document, Role, Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its place in the document (0, 1, ...), the block it stands in (index into ``document.blocks``)."""

    span: Span
    text: str
    index: int
    block: int
    role: Role


# Never at the end of a sentence: what they shorten stands before a name or a number.
_BOUND = wordset(
    "mr mrs ms messrs dr prof st ste gen maj col lt capt cmdr adm sgt brig sen rep gov pres hon rev fr amb sec "
    "min no nos art arts para paras pp p vol ch fig res doc cf vs v viz approx ca al dep mt ft e.g i.e"
)
# Words as well: "said no." is one, "No. 5" is none.
_WORDS_TOO = wordset("no res doc al v min art p sec")
# May end a sentence; they do when a word follows that opens one.
_LOOSE = wordset(
    "jan feb mar apr jun jul aug sept sep oct nov dec inc ltd co corp bros jr sr etc a.m p.m u.s u.n u.k e.u "
    "u.a.e u.s.a u.s.s.r u.n.s.c u.n.g.a d.c d.p.r.k d.r.c ph.d b.c a.d mass calif fla ill tex pa va wash conn "
    "ariz"
)
_OPENERS = wordset(
    "the a an in on at it its he she they we i you this that these those but and however meanwhile for from with "
    "when while after before as if there their his her our my yet so such some many most other others another all "
    "both no not what who how why where since although though despite during under last earlier later then now "
    "also still among according speaking asked by to one two three"
)

# A run of stops, closing marks, then white space (or the damage of a missing space between two sentences).
_CANDIDATE = re.compile(
    r"(?P<stop>\.{1,12}|[!?…]{1,12})(?P<close>[\"”’»)\]']{0,4})(?:(?P<gap>\s+)|(?<=[a-z]{3}[.!?])(?=[A-Z][a-z]{1,20} ))"
)
_TOKEN = re.compile(r"[^\s(\[\"“‘«]{1,40}\Z")
_NEXT = re.compile(r"[\"“‘«(\[]{0,3}([^\W\d_][\w’'.-]{0,40}|\d|[^\s\w])")
_ATTRIBUTION = re.compile(
    r"(?P<who>[A-Z][\w.’'-]{0,40},?\s+(?:[\w.’'-]{1,40},?\s+){0,12}?)"
    rf"(?P<verb>{'|'.join(sorted(SPEECH_VERBS))})\b"
    r"(?P<rest>[^.!?\"“”]{0,120})"
)
# What a verb of saying that attributes the words before it may be followed by; no clause of its own.
_BEHIND = re.compile(
    r"\s*$|\s*[,;:–—-]|\s+(?:in|at|on|to|of|during|after|before|when|as|while|with|from|by|following|again|late|earlier"
    r"|afterwards?|later|today|yesterday|tonight|last|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\w+ly)\b"
)
# Verbs that take a clause without 'that'.
_CLAUSES = wordset(
    "said says stated states added adds argued argues claimed claims insisted insists warned warns noted notes wrote "
    "writes declared declares announced announces denied denies maintained asserted confirmed acknowledged admitted "
    "suggested explained explains recalled stressed vowed pledged promised contended concluded called condemned "
    "condemns welcomed welcomes praised criticized criticised hailed accused accuses denounced denounces rejected "
    "dismissed described expressed voiced urged urges demanded demands thanked blasted slammed highlighted emphasized "
    "emphasised underlined underscored reiterated reiterates reaffirmed affirmed observed pointed appealed spoke "
    "speaks"
)
_CLAUSE_VERBS = wordset("is are was were has have had will would can could may might must does did do")
_MARK = re.compile(r"[\"“”«»„‘’']")


def sentences(document: Document, roles: frozenset[Role]) -> tuple[Sentence, ...]:
    """The sentences of the blocks of these roles, in text order; none crosses a block; white space is cut off."""
    out: list[Sentence] = []
    for number, block in enumerate(document.blocks):
        if block.role not in roles:
            continue
        for start, end in _cut(block.span.of(document.text)):
            span = Span(block.span.start + start, block.span.start + end)
            out.append(Sentence(span, span.of(document.text), len(out), number, block.role))
    return tuple(out)


def _cut(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of the sentences of one block."""
    opened, closed = _quoted(text)
    start = len(text) - len(text.lstrip())
    for m in _CANDIDATE.finditer(text):
        at = m.start()
        k = bisect_right(opened, at) - 1
        if k >= 0 and at < closed[k] and closed[k] >= m.end("close"):
            continue
        end = m.end("close")
        if not _ends(text, m, k >= 0 and at < closed[k] < m.end("close")):
            continue
        if end > start:
            yield start, end
        start = m.end()
    end = len(text.rstrip())
    if end > start:
        yield start, end


def _ends(text: str, m: re.Match[str], in_quotation: bool) -> bool:
    """Whether the stop that ``m`` found ends a sentence."""
    following = _NEXT.match(text, m.end())
    if following is None:
        return True
    word = following[1]
    if word[0].islower() or word[0] in ",;:–—―-":
        return False
    if in_quotation and m["stop"][0] in "!?…":
        return not attributes(text, m.end())
    if m["stop"] != "." or m["close"]:
        return True
    token = _TOKEN.search(text, max(0, m.start() - 40), m.start())
    return token is None or not _shortened(token[0], word)


def attributes(text: str, at: int) -> bool:
    """Whether a sentence begins at ``at`` that names the speaker of the words before ('The Kenyan envoy asked.')."""
    said = _ATTRIBUTION.match(text, at)
    if said is None or _CLAUSE_VERBS & set(said["who"].lower().split()):
        return False
    if said["verb"] in _CLAUSES:
        return _BEHIND.match(said["rest"]) is not None
    return " that " not in f"{said['rest']} "


def _shortened(token: str, word: str) -> bool:
    """Whether the stop after ``token`` belongs to the token, given the word that follows."""
    bare = token.rsplit("-", 1)[-1].rsplit("—", 1)[-1]
    low = bare.casefold()
    if low in _BOUND:
        return low not in _WORDS_TOO or word[0].isdigit() or bare[0].isupper()
    if low in _LOOSE:
        return word.casefold() not in _OPENERS
    if len(bare) == 1 and bare.isupper():
        return bare != "I" and word.casefold() not in _OPENERS
    # "J.D. Vance", "Ph.D.": letters and stops by turns.
    return len(low) <= 12 and all(len(part) == 1 for part in low.split(".")) and word.casefold() not in _OPENERS


def _quoted(text: str) -> tuple[list[int], list[int]]:
    """Where closed quotations begin and end (position of the marks), in order, none inside another."""
    opened: list[int] = []
    closed: list[int] = []
    mark, start = "", 0
    for m in _MARK.finditer(text):
        at, char = m.start(), m[0]
        if mark:
            if _closes(text, at, char, mark):
                opened.append(start)
                closed.append(at)
                mark = ""
            elif (char in '“«"' and char == mark) or (mark in "‘'" and _begins(text, at, char) and char not in "‘'"):
                mark, start = (
                    char,
                    at,
                )  # a quotation running over a cut, or a stray single mark: the last opening counts
        elif _begins(text, at, char):
            mark, start = char, at
    return opened, closed


def _begins(text: str, at: int, char: str) -> bool:
    return char in "“«„" or (char in "\"‘'" and _opens(text, at))


def _opens(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not after.isspace() and (before.isspace() or before in "([—–-:")


def _closes(text: str, at: int, char: str, mark: str) -> bool:
    if mark in "‘'":
        # An apostrophe is no end mark: that one stands after a comma or stop, or before one or white space.
        after = text[at + 1] if at + 1 < len(text) else " "
        return char == {"‘": "’", "'": "'"}[mark] and (text[at - 1] in ".,!?" or after.isspace() or after in ".,;:!?)")
    if mark == '"':
        return char == mark and not _opens(text, at)
    return char in {"“": "”", "«": "»", "„": "“”"}[mark]
