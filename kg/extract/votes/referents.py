"""Whom 'it', 'both', 'the two countries' and 'the latter' mean that are said to have voted."""

import re
from collections.abc import Callable, Sequence

from kg.extract.votes.chunks import Chunk, Clause

_VOTES = r"(?=[hu]{0,3}[ynaxv]|[FG](?:j?[,.;)]|$))"
_REFERENT = re.compile(
    rf"(?:(?<=[,;~&.:])|^)u?(?:(?P<it>j)|(?P<both>u)(?:C|wC)?|dj|d(?P<n>N)(?:wC|C)?|d(?P<pair>w)){_VOTES}"
    # 'opposed by the two countries'
    r"|(?<=[nyv]f)d(?P<by>N)(?:wC|C)(?=[,.;]|$)"
)
_PAIR = 2
# How many chunks back in its own sentence a pronoun may reach.
_REACH = 80
# The subject that a sentence begins with.
_LEADING = re.compile(r"[^SBKNMl]{0,8}(?P<who>[Sl])")
_NO_SUBJECT = re.compile(r"[pf%Q][du]{0,2}$")

_DEFINITE = frozenset({"the", "these", "those"})


def with_referents(clause: Clause, before: Callable[[], Sequence[Clause]]) -> Clause:
    """Put the states that a pronoun or description means in its place.

    ``before`` gives the sentences before this one, the nearest first; it is called only where one is needed.
    """

    def resolved(read: Clause, match: re.Match[str]) -> Chunk | None:
        earlier = [Clause(read.chunks[max(0, match.start() - _REACH) : match.start()]), *before()]
        states = _meant(read, match, earlier)
        if not states:
            return None
        span = read.span(match.start(), match.end() - 1)
        return Chunk("S", span.start, span.end, states=states, referred=True)

    return clause.merge(_REFERENT, resolved)


def _meant(read: Clause, match: re.Match[str], earlier: Sequence[Clause]) -> tuple[str, ...]:
    if match["it"]:
        return _pronoun(read, match, earlier)
    if match["pair"]:
        pair = next((p for e in earlier if (p := _pair(e))), ())
        return {"latter": pair[1:], "former": pair[:1]}.get(read.chunks[match.start("pair")].word, ())
    if match["n"] or match["by"]:
        at = match.start("n" if match["n"] else "by")
        number = read.chunks[at].number
        definite = read.chunks[at - 1].word in _DEFINITE
        if number is None or not number.exact or not definite:
            return ()
        return next((c for e in earlier if (c := _counted(e, number.value))), ())
    both = read.chunks[match.start("both") if match["both"] else match.end() - 2].word.startswith("both")
    return next((p for e in earlier if (p := _pair(e))), ()) if both else ()


def _pronoun(read: Clause, match: re.Match[str], earlier: Sequence[Clause]) -> tuple[str, ...]:
    """'It' and 'they': the subject of the sentence before, or of this one before a semicolon."""
    plural = read.chunks[match.start("it")].word == "they"
    if read.codes[match.start() - 1 : match.start()] in (";", ":"):
        return _subject(earlier[0], plural=plural)
    # Elsewhere in the sentence the pronoun is looked through.
    return _subject(earlier[1], plural=plural) if earlier[1:] and _stands_first(read, match) else ()


def _stands_first(read: Clause, match: re.Match[str]) -> bool:
    return not any(code in "SBKNZ" for code in read.codes[: match.start()])


def _subject(sentence: Clause, *, plural: bool) -> tuple[str, ...]:
    """The states that a sentence begins with, if they are one ('it') or several ('they')."""
    begins = sentence.codes.rfind(".", 0, len(sentence.codes) - 1) + 1
    match = _LEADING.match(sentence.codes, begins)
    if match is None or _NO_SUBJECT.search(sentence.codes, begins, match.start("who")):
        return ()
    states = sentence.chunks[match.start("who")].states
    return states if (len(states) > 1) == plural else ()


def _pair(sentence: Clause) -> tuple[str, ...]:
    """The two states that a sentence names: the last list of two, or all that it names."""
    return _counted(sentence, _PAIR) or _all_named(sentence, _PAIR)


def _counted(sentence: Clause, number: int) -> tuple[str, ...]:
    lists = [c.states for c in sentence.chunks if c.code == "S" and len(c.states) == number and number > 1]
    return lists[-1] if lists else (_all_named(sentence, number) if number == _PAIR else ())


def _all_named(sentence: Clause, number: int) -> tuple[str, ...]:
    named = tuple(dict.fromkeys(s for c in sentence.chunks if c.code in "Sl" for s in c.states))
    return named if len(named) == number else ()
