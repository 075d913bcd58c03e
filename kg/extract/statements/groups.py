"""Verb groups: phrases with words inside them, chains of verbs, where the group begins, what negates it."""

from kg.extract.lexicon import wordset
from kg.extract.statements.line import Line
from kg.extract.statements.spots import Spot, spot
from kg.extract.statements.verbs import Form
from kg.extract.statements.words import DAYS, NEGATIONS

# Tokens between 'quoted' and 'as saying'.
_FAR = 12
_DO = wordset("do does did don't doesn't didn't will won't would wouldn't")
# Verbs that another verb follows: what counts is the second.
_GOVERNING = wordset(
    "continue continues continued try tries tried trying attempt attempts attempted begin begins began start starts "
    "started appear appears appeared seem seems seemed tend tends tended fail fails failed used went goes move moved "
    "moves rush rushed managed keep keeps kept stop stops stopped have has had is are was were want wants wanted like "
    "hesitated sought seeks seek"
)
# Words inside a phrase, and one more.
_WIDEST = 4
_DEGREES = wordset("very so too quite rather still also more most less at all deeply pretty now long far as always")
_TIMES = DAYS | wordset("on in of turn course earlier later all both himself herself themselves itself")


def phrase(line: Line, at: int, phrases: dict[str, tuple[Form, ...]]) -> tuple[Form, int] | None:
    """The phrase that begins with a token and its last token; a few words may stand behind the first."""
    if line.low(at + 1) in {"quoted", "cited"}:
        # 'was quoted by the agency on Friday as saying'
        told = next((i for i in range(at + 2, at + _FAR) if line.low(i) == "as"), 0)
        forms_here = phrases.get(line.low(at + 1), ()) if told else ()
        return next(((form, told + 1) for form in forms_here if line.low(told + 1) == form.verb.rest[-1]), None)
    for gap in range(_WIDEST):
        for form in phrases.get(line.low(at + gap + 1), ()):
            rest = form.verb.rest
            last = at + gap + len(rest)
            if all(line.low(at + gap + 1 + i) == word for i, word in enumerate(rest)) and _inserted(line, at + 1, gap):
                return form, last
    return None


def _inserted(line: Line, at: int, number: int) -> bool:
    """Whether some words may stand inside a phrase: 'called on Monday for', 'are not at all sure'."""
    if number == 0:
        # 'called on Monday' is no 'called on'
        return line.low(at + 1) not in DAYS
    word = line.low(at)
    if number == 1 and (word in DAYS or word in {"again", "repeatedly", "also"}):
        return True
    if word == "on" and number == 2:
        return line.low(at + 1) in DAYS
    between = (line.low(i) for i in range(at, at + number))
    return all(word in _DEGREES or word in NEGATIONS or word.endswith("ly") for word in between)


def chained(here: Spot) -> Spot | None:
    """The spot of the verb that governs a bare or -ing form: 'did not say', 'continued to call for', 'kept asking'."""
    line, at = here.line, here.before
    if line.low(at) == "to" and here.form.shape == "base":
        at -= 1
        at -= line.low(at) in {"not", "yet"}
    governs = line.low(at) in (_DO if here.form.shape == "base" and at == here.before else _GOVERNING)
    if not governs or here.form.shape not in {"base", "ing"}:
        return None
    form = Form(here.form.verb, "past" if line.low(at) != "do" and not line.low(at).startswith("don") else "base")
    return spot(line, form, at, here.last, here.passed)


def group(here: Spot) -> int:
    """The first token of the verb group: 'has repeatedly said', 'also said'; days and times in front are left out."""
    first = here.before + 1
    while first < here.at and (not here.line.tokens[first].is_word or here.line.low(first) in _TIMES):
        first += 1
    return first


def negates(line: Line, at: int) -> bool:
    """Whether a token inside a verb group negates it: 'did not say', 'aren't sure', 'has yet to explain'."""
    return line.low(at) in NEGATIONS or line.low(at) == "yet" or line.low(at).endswith("n't")
