"""Who does it: the subject of a vote, found by walking left from the verb."""

import re
from dataclasses import dataclass

from kg.extract.gazetteer import Form
from kg.extract.votes.chunks import Clause
from kg.model import ActorKind

_REACH = 40
_TRANSPARENT = frozenset("udkCrhbmtgoj!T")
_WORDS = frozenset("wBDKPpf%QzlX_'")
_MOST_WORDS = 3
# 'while the rest did not vote': those whom no name of the sentence means.
_SOMEBODY_ELSE = frozenset({"rest", "others"})
_MOSTLY = frozenset({"mostly", "mainly", "largely", "chiefly", "all", "most", "nearly", "almost"})
# How far back, in chunks and clauses, a subject may stand that a verb takes over.
_FARTHEST, _MOST_CLAUSES = 200, 4
_PREPOSITION = re.compile(r"[pf%tQ][du]{0,2}$")
_ONE_OF = re.compile(r"g[du]{0,2}$")
# 'Chad and several other African countries abstained'
_AND_OTHERS = re.compile(r"S,?[&L][dukwl]{1,5}$")
_LIKELY = 0.9
# 'Chad and Peru were the two', 'with Chad and Peru among the five'
_COPULA = re.compile(r"(?P<s>S),?(?:u?b[gud%]{0,4}|gd)$")


@dataclass(frozen=True, slots=True)
class Subject:
    """The chunk that votes (a number, a list, a body), the list it is predicated of, and how sure that is.

    ``generic`` is True for 'those', 'countries': then the names stand elsewhere. ``qualified`` is True for a number of
    a kind only ('14 African countries').
    """

    unit: int | None
    members: int | None = None
    selected: bool = False
    qualified: bool = False
    generic: bool = False
    confidence: float = 1.0


def subject_of(clause: Clause, at: int, known: dict[int, Subject]) -> Subject | None:
    """The subject of the verb at a chunk; ``known`` are the subjects of the verbs before it."""
    found = _walk(clause, at)
    if found is None:
        return _inherited(clause, at, known)
    if found < 0:
        return None
    codes = clause.codes
    coordinated = _AND_OTHERS.search(codes, max(0, found - 8), found) if codes[found] == "C" else None
    if coordinated:
        return Subject(coordinated.start(), confidence=_LIKELY)
    if codes[found] in "CBd":
        return Subject(found if codes[found] == "B" else None, generic=codes[found] != "B")
    between = codes[found + 1 : at]
    kind = clause.chunks[found + 1].actor if between.startswith("K") else None
    qualified = bool(re.match(r"k?[wl]{1,3}C", between) or (kind and kind.kind in (ActorKind.GROUP, ActorKind.BLOC)))
    if codes[found] in "NM":
        copula = _COPULA.search(codes, max(0, found - 10), found)
        if copula:
            number = clause.chunks[found].number
            selected = "g" in copula[0] or bool(number and number.value > len(clause.chunks[copula.start("s")].states))
            # 'the only one of the 15': they are those who might have.
            return Subject(found, copula.start("s"), selected=selected, qualified=qualified or "ug" in copula[0])
        # 'one of the 15 members'
        part = _ONE_OF.search(codes, max(0, found - 4), found)
        qualified = qualified or bool(part and not clause.chunks[part.start()].word.startswith("among"))
    return Subject(found, selected="g" in between, qualified=qualified)


def _walk(clause: Clause, at: int) -> int | None:
    """The subject's chunk; None where the clause has none of its own, -1 where somebody else is the subject."""
    codes = clause.codes
    j, words, generic = at - 1, 0, -1
    while j >= 0 and at - j < _REACH:
        code = codes[j]
        if code in "SNM":
            return _accepted(clause, j, at)
        if (
            code == "B"
            and codes[j - 1 : j] not in ("N", "M")
            and not re.search(r"[p%fKS]['d]?$", codes[max(0, j - 2) : j])
        ):
            return j
        if (code == "C" or clause.chunks[j].word == "those") and generic < 0:
            generic = j
        if code in ")-,":
            if generic >= 0:
                return generic
            skipped = _over(clause, j)
            if skipped is None:
                return generic if generic >= 0 else None
            j = skipped
            continue
        if code not in _TRANSPARENT:
            words += 1 if code in _WORDS else _REACH
        if words > _MOST_WORDS or (generic < 0 and clause.chunks[j].word in _SOMEBODY_ELSE):
            break
        j -= 1
    if generic >= 0:
        return generic
    return None if j >= 0 and codes[j] in "&~ynaxvER" else -1


def _over(clause: Clause, j: int) -> int | None:
    """Where to go on left of a parenthesis, a dash or a comma; None where the clause begins there."""
    codes = clause.codes
    if codes[j] == ")":
        opened = codes.rfind("(", 0, j)
        return opened - 1 if opened > 0 else None
    if j and codes[j - 1] in "SNM)":
        return j - 1
    mark = codes.rfind(codes[j], 0, j)
    if mark > 0 and codes[mark - 1] in "NC" and clause.chunks[mark + 1].word in _MOSTLY:
        # '25 nations, mostly Islamic and communist, voted against'
        return mark - 1
    if mark > 0 and codes[mark - 1] in "SNMCBKw" and not re.search(r"[yaxv&;](?![SN])", codes[mark + 1 : j]):
        return mark - 1
    return None


def _accepted(clause: Clause, j: int, at: int) -> int:
    """The chunk, unless it is the object of a preposition or verb, a possessor or an attribute."""
    codes, chunk = clause.codes, clause.chunks[j]
    if codes[j] != "S":
        return j
    after = codes[j + 1 : j + 2]
    attribute = after == "w" and chunk.form in (Form.DEMONYM, Form.CODE) and at - j > 2
    return -1 if after == "'" or attribute or _is_object(clause, j, at) else j


def _is_object(clause: Clause, j: int, at: int) -> bool:
    """'of Brazil', 'by Brazil', 'vetoed Brazil'; but 'led to Brazil abstaining', 'the delegation of Brazil'."""
    codes, participle = clause.codes, clause.chunks[at].participle
    lead = _PREPOSITION.search(codes, max(0, j - 4), j)
    if lead and lead[0][0] != "t":
        return not stands_for(clause, j - len(lead[0]))
    return not participle and (bool(lead) or (j > 0 and codes[j - 1] in "vRE"))


def stands_for(clause: Clause, at: int) -> bool:
    """'the representative of Brazil', 'the delegation of Chad'."""
    return at > 0 and clause.chunks[at - 1].word.startswith(
        ("representative", "delegat", "people", "ambassador", "states", "governments")
    )


def _inherited(clause: Clause, at: int, known: dict[int, Subject]) -> Subject | None:
    """'... did not vote in favour but abstained': the subject of the verb before, or the clause's first state."""
    codes = clause.codes
    far = max(0, at - _FARTHEST)
    start = max((m.end() + far for m in re.finditer(r"[;:]", codes[far:at])), default=far)
    previous = [k for k in range(start, at) if k in known]
    if previous:
        last = known[max(previous)]
        if not re.search(r"[~,][du]*S", codes[max(previous) : at]):
            return last
    starts = [m.start() for m in re.finditer(r"~", codes[start:at])][-_MOST_CLAUSES:]
    for begin in [start + s + 1 for s in reversed(starts)] + [start]:
        for match in re.finditer(r"(?<![pf%tPQ])(?<![pf%tPQ]d)S(?!')", codes[begin:at]):
            return Subject(begin + match.start(), confidence=0.85)
    return None
