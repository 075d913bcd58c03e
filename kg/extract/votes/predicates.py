"""What is said of voters: voted for, voted against, abstained, stayed away, vetoed; and whether it took place."""

import re

from kg.extract.votes.chunks import Chunk, Clause
from kg.extract.votes.cues import is_hedge

_OF_CAST = r"[dukwNb']{0,5}"
_CAST = (
    ("n", rf"z{_OF_CAST}(?:O|GT|TG|GwT)"),
    ("y", rf"z{_OF_CAST}(?:TF|FT|YT?)"),
    ("v", rf"z{_OF_CAST}U"),
    ("a", rf"z{_OF_CAST}A"),
)
_VOTED = (("y", "V(?:pd?B)?(?:u?[FQ]|dF)"), ("n", "V(?:pd?B)?(?:u?(?:G|q(?!T))|dq(?!T))"))
# 'vote' as a verb: 'the only vote against' is none.
_AS_VERB = "(?:(?<=[tmSCo!kjr,-])|(?<=[tmSCo!]u))"
_VOTE = (("y", f"{_AS_VERB}Tu?[FQ]"), ("n", f"{_AS_VERB}T(?:G|q)"))
# 'Chad was against it', 'Thirty were for the draft'
_STOOD = (("y", r"bu?(?:F(?!w?T)|Q(?=d?[wlu]{0,3}[Dj]))"), ("n", r"bu?G(?!T)"))
_VOTED_TO = (("y", "V(?:p?u|pS){0,2}t(?=w|E)"), ("n", "V(?:p?u){0,2}t(?=R)"))
_DID_NOT = (("y", "xu?[FQ]"), ("n", "xu?G"))
_SINGLE = (("a", "a"), ("x", "x(?!u?[FGQ])"), ("v", "v"), ("n", "e"), ("y", "s"))
# The letter without which a rule finds nothing, the code of what it finds, its pattern.
_RULES = tuple(
    (needed, code, re.compile(pattern))
    for needed, rules in (
        ("z", _CAST),
        ("x", _DID_NOT),
        ("V", _VOTED),
        ("T", _VOTE),
        ("V", _VOTED_TO),
        ("b", _STOOD),
        *((code, ((found, pattern),)) for (found, pattern), code in zip(_SINGLE, "axves", strict=True)),
    )
    for code, pattern in rules
)
_AUXILIARIES = re.compile(r"[hmbt!?oHu]*$")
_MOST_AUXILIARIES = 14
_WEAK = frozenset("es")
# 'voted for neither'
_NONE_OF_THEM = frozenset({"neither", "none", "nothing"})
# 'Is against it' tells what somebody thinks.
_STOOD_THEN = frozenset({"was", "were", "been"})
# 'has abstained from criticizing the invasion'
_FROM_DOING = re.compile(r"from (?!vot|support|back|endors|approv|adopt|oppos)\w+ing\b")
_ING = re.compile(r"\b\w+ing\b")


def with_predicates(clause: Clause) -> Clause:
    """Merge the words of each vote into one chunk: y, n, a, x or v; ``dead`` where it did not take place."""
    for needed, code, pattern in _RULES:
        if needed not in clause.codes:
            continue
        clause = clause.merge(pattern, lambda c, m, code=code: _predicate(c, m, code))  # type: ignore[misc]
    return clause


def _predicate(clause: Clause, match: re.Match[str], code: str) -> Chunk | None:
    first, last = clause.chunks[match.start()], clause.chunks[match.end() - 1]
    words = clause.words(match.start(), match.end())
    weak = first.code in (*_WEAK, "b") or (first.code == "V" and last.code == "t")
    if first.code == "b" and first.word not in _STOOD_THEN:
        return None
    if (
        first.code == "s"
        and first.word.endswith("ing")
        and clause.codes[match.start() - 1 : match.start()] not in ("C", "N")
    ):
        return None
    if first.code == "a" and _FROM_DOING.match(clause.words(match.end(), match.end() + 2)):
        return first._replace(code="w")
    if first.word == "vetoes" and _is_noun(clause.codes, match):
        return first._replace(code="U")
    return first._replace(
        code=code,
        end=last.end,
        word=words,
        when=next((c.when for c in clause.chunks[match.start() : match.end()] if c.when is not None), None),
        weak=weak,
        dead=(first.code == "x" and code != "x")
        or is_unreal(clause, match.start())
        or clause.words(match.end(), match.end() + 1) in _NONE_OF_THEM,
        passive=_is_passive(clause.codes, match, first),
        participle=bool(_ING.match(first.word)) or first.word == "casting",
    )


def _is_noun(codes: str, match: re.Match[str]) -> bool:
    """'Two vetoes', 'fell to vetoes by': no verb."""
    return codes[match.start() - 1 : match.start()] in tuple("qdNM%tw") or codes[match.end() : match.end() + 1] == "f"


def _is_passive(codes: str, match: re.Match[str], first: Chunk) -> bool:
    """'was vetoed', 'is backed by'; but 'three were opposed' is as active as 'three opposed it'."""
    if codes[match.start() - 1 : match.start()] != "b" or first.word.endswith("ing"):
        return False
    return first.code != "e" or codes[match.end() : match.end() + 1] == "f"


def is_unreal(clause: Clause, at: int) -> bool:
    """Whether the verb at a chunk is denied, wished for, required, habitual or guessed.

    'did not vote', 'would vote', 'has always voted', 'urged France to abstain', 'if China abstained'.
    'chose to abstain' and 'leading the US to abstain' are real.
    """
    codes = clause.codes
    lead = _AUXILIARIES.search(codes, max(0, at - _MOST_AUXILIARIES), at)
    start = lead.start() if lead else at
    before = codes[start:at]
    if any(is_hedge(c.word) for c in clause.chunks[start:at]) or _is_alternative(clause, start, at):
        return True
    if "H" in before or "?" in before:
        return True
    if "o" in before:
        after = before[before.rindex("o") :]
        return "!" in after or "m" in before[: before.index("o")]
    if "!" in before or "m" in before:
        return True
    if "t" in before:
        return not _caused(codes, start)
    return _is_conditional(codes, start)


_CAUSE = re.compile(r"(?:[oO]d?S|(?:[bdu]|^)u[dwCN]{0,3}C|[bdugdC]C|(?:^|[,;~&])dN[wk]?C|bu|bd?u[gd%NBKCuw']{1,8})$")


def _is_alternative(clause: Clause, start: int, at: int) -> bool:
    """'Twenty had either voted for it or abstained': how many did which is not said."""
    if any(c.word == "either" for c in clause.chunks[start:at]):
        return True
    is_or = start > 0 and clause.chunks[start - 1].word == "or"
    return is_or and any(c.word == "either" for c in clause.chunks[max(0, start - _ALTERNATIVE) : start])


_ALTERNATIVE = 25


def _caused(codes: str, start: int) -> bool:
    """'leading the US to abstain', 'was the only country to oppose'."""
    return bool(_CAUSE.search(codes, max(0, start - 12), start))


# 'if Russia', 'had the vote'
_IF = re.compile(r"(?:\?[dwlSCNBDT']{1,5}|(?:^|[r,~.])h?h[d]?[DTBS])$")


def _is_conditional(codes: str, start: int) -> bool:
    """'if Russia vetoed': the word stands before the subject."""
    return bool(_IF.search(codes, max(0, start - 8), start))
