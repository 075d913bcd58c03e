"""How far reported words reach: to the next speaker, to what the narrator adds, to the end of the sentence."""

from kg.extract.lexicon import SPEECH_VERBS, wordset
from kg.extract.statements.attribution import Heard
from kg.extract.statements.cues import Cue, Side
from kg.extract.statements.line import Line
from kg.extract.statements.words import FINITE, PREPOSITIONS
from kg.model import ActorKind, SpeechAct

# Tokens of a report, far more than anybody says in one sentence.
LONGEST = 400
# Tokens before a cue in which the dash of an insertion is looked for.
_FAR = 80
_DASHES = frozenset({"—", "–", "--"})
_SIGNS = _DASHES | {",", ";"}
_DETACHING = _DASHES | {",", "with"}
_CONJUNCTIONS = wordset("while as after and but though although which")
_JOINING = wordset("and but while after before")
# Left over at the end of a report that was cut before the next cue.
_LOOSE = _SIGNS | wordset("with and but while as after which though although then before rather than")
# Behind a comma these begin what the narrator adds to an object.
_ADDING = wordset("but which while whereas although though who whose")
_PERSONAL = frozenset({"he", "she", "they", "it", "we", "i"})
_OPENERS = PREPOSITIONS | wordset("as when if while because although")


def end_of(line: Line, start: int, at: int, heard: tuple[Heard, ...], *, of_object: bool) -> int:
    """The last token of the words from token ``start`` that the cue at place ``at`` reports.

    ``of_object``: they are an object (*welcomed the truce*) and no clause.
    """
    end = _before_next(line, start, at, heard)
    for i in range(start, end + 1):
        if _cuts(line, i, start, heard[at], of_object=of_object):
            end = i - 1
            break
    while end > start and line.low(end) in _LOOSE:
        end -= 1
    return end


def _before_next(line: Line, start: int, at: int, heard: tuple[Heard, ...]) -> int:
    """The last token before the next cue that is not part of the reported words."""
    cue, end = heard[at].cue, min(len(line.tokens) - 1, start + LONGEST)
    adverbial = line.low(start) in _OPENERS
    for place in range(at + 1, len(heard)):
        other = heard[place].cue
        if other.first > end:
            break
        # a subject before this cue with its verb behind the reported words: '…, objecting to the text, called for'
        begin = other.begin if other.begin >= cue.first else other.first
        before = line.low(begin - 1)
        if other.shape == "ing" and cue.shape != "ing" and before not in _DETACHING:
            continue
        if begin <= max(start, cue.last):
            continue
        if adverbial and before == "," and not _told(line, start, begin - 1):
            continue
        # the subject of a cue inside the reported words does this too: 'said the text called for calm and condemned'
        within = heard[place - 1].cue
        if other.side is Side.SHARED and place - 1 > at and within.side is Side.BEFORE and within.begin > start:
            continue
        if _parts(line, begin, other):
            return begin - 1
    return end


def _parts(line: Line, begin: int, other: Cue) -> bool:
    """Whether the words before another cue part it from what was reported before."""
    before = line.low(begin - 1)
    if other.side is Side.AFTER and line.tokens[begin - 1].quotation >= 0:
        return True
    if before in _SIGNS or line.low(begin - 2) in {",", ";"} or (before == "with" and other.shape == "ing"):
        return True
    if other.side is Side.BEFORE:
        return before in _CONJUNCTIONS
    return other.side is Side.SHARED and before in _JOINING


def _told(line: Line, first: int, last: int) -> bool:
    """Whether there is a verb among some tokens, or a quotation."""
    return any(line.tokens[i].quotation >= 0 or _is_verb(line, i) for i in range(first, last))


def _cuts(line: Line, at: int, start: int, heard: Heard, *, of_object: bool) -> bool:
    """Whether a token inside the reported words ends them."""
    word = line.low(at)
    if word == ";" or (word == "according" and line.low(at + 1) == "to"):
        return True
    if word not in _SIGNS and word != "-":
        return False
    cue = heard.cue
    if word == _relative_sign(line, cue) and _is_verb(line, at + 1):
        return True
    if word in _DASHES:
        document = heard.voice is not None and heard.voice.actor.kind is ActorKind.DOCUMENT
        return document or sum(line.low(i) in _DASHES for i in range(max(0, cue.first - _FAR), cue.first)) % 2 == 1
    return word == "," and at > start and _comma_cuts(line, at, cue, of_object=of_object)


def _comma_cuts(line: Line, at: int, cue: Cue, *, of_object: bool) -> bool:
    """Whether the narrator goes on behind a comma: after an opening participle, or with what adds to an object."""
    opening = cue.shape == "ing" and cue.first <= 1
    if not of_object:
        return opening and _main_clause(line, at + 1)
    following = line.low(at + 1)
    if following in FINITE or (following in {"and", "but"} and _another_deed(line, at + 2)):
        return True  # 'the draft, which calls for a truce, was put to the vote'
    participle = following.endswith("ing") and len(following) > 5
    adding = following in _ADDING and not (cue.verb.act is SpeechAct.DEMAND and following in {"who", "whose", "which"})
    return participle or adding or opening


def _another_deed(line: Line, at: int) -> bool:
    """Whether a verb, or a name with its verb, goes on behind ', and': 'expressed regret, and Chad refused to vote'."""
    named = at < len(line.tokens) and (line.tokens[at].capital or line.low(at) in _PERSONAL)
    return _is_verb(line, at) or (named and _is_verb(line, at + 1))


def _main_clause(line: Line, at: int) -> bool:
    """Whether the sentence's own subject stands behind the comma that closes an opening participle."""
    return line.low(at) in _PERSONAL or (
        (line.low(at) == "the" or line.tokens[min(at, len(line.tokens) - 1)].capital)
        and any(line.low(i) in FINITE or line.low(i) in SPEECH_VERBS for i in range(at + 1, at + 4))
    )


def _relative_sign(line: Line, cue: Cue) -> str | None:
    """The comma or dash that opens the relative clause of a cue ('the draft, which demands …, has ten lines')."""
    for at in range(cue.first - 1, max(0, cue.first - 5), -1):
        if line.low(at) in {"which", "who"}:
            return line.low(at - 1) if line.low(at - 1) in _DASHES | {",", "-"} else None
    return None


def _is_verb(line: Line, at: int) -> bool:
    return line.low(at) in FINITE or (line.low(at).endswith("ed") and at < len(line.tokens))
