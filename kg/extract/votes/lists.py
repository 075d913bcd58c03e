"""Lists of states, to 190 names, and numbers of states: merged into one chunk each."""

import re

from kg.extract.gazetteer import Form
from kg.extract.votes.chunks import Chunk, Clause, is_past_tense, speaks_for
from kg.extract.votes.numbers import Number

# 'US diplomats', 'Russian troops', 'China's envoy': the state is a mere attribute.
_ATTRIBUTE = re.compile(r"S(?='?u?[wCDTUK_])")
# 'the Democratic People's Republic of Korea (North Korea)', 'the United Arab Emirates (UAE)'
_ALIAS = re.compile(r"S\((?:[Sw]|(?P<title>[wCl]{1,3}%d?))\)|(?P<org>K)\(d?K\)|(?P<body>B)\(B\)")
# 'the General Conference of UNESCO' votes as UNESCO.
_ORGAN = re.compile(r"w%d?K")
_ORGANS = frozenset({"conference", "assembly", "congress"})
# '143 members (out of 193)'
_ASIDE = re.compile(r"\([%u]d?N[wC]?\)")
# 'twenty-three (23) members'
_TWICE = re.compile(r"N\(N\)")
# What stands between two names of a list, an Oxford comma or a missing one included.
# A name that the register lacks may stand in the list too.
_BETWEEN = (
    r"(?:u(?=,&?d?S))?(?:,w(?=,?&)|,w{1,3}(?=,d?S))?"
    r"(?:(?:,&?|;&?(?=d{0,2}u?d?S(?:[;.),&]|$))|&|,?b?L)d{0,2}u?d?(?:(?<=&d)C)?|)"
)
# 'Iran, the former Soviet republic of Georgia and Cuba'
_REPUBLIC_OF = re.compile(r"(?<=S,)d[wl]{1,4}%(?=S(?:[&,]|$))")
# 'Egypt, which borders Israel, and Kuwait', 'Russia, China, its closest partner, and Peru'
_INSIDE = re.compile(r"(?<=S),(?:r[hu]{0,2}[wpdlSDuB%']{1,8}|dw?[wl]{1,3}),(?=(?:&|d?S,?(?:&|(?:d?S,?)+&))d{0,2}S)")
_LIST = re.compile(rf"S(?:{_BETWEEN}S)+")
_COUNTRIES_INCLUDING = re.compile(r"S(?:,?&)(?:d|k|w)?Ciu?d?S")
_AND_OTHERS = re.compile(r"S(?:,(?=u?d?Nk)|,?[&L])u?d?N(?:k[wS]?C{0,2}|w?C)(?:%d?K)?")
_NOUN = r"[NM][kwul]{0,3}C?(?:%d?[CKB]u?)?"
_NAMED = r"d?[wKCdl]{0,3}(?P<s>S)"
# The names that a number brings along, and whether they are a selection: 'two (Russia and China)'.
_MEMBERS = tuple(
    re.compile(_NOUN + pattern)
    for pattern in (
        rf"\((?P<some>i)?{_NAMED}\)",
        rf"-(?P<some>i)?{_NAMED}(?:-|(?=[ynaxev;.]|$))",
        rf",?(?P<some>i){_NAMED}(?:&d?[wl]{{0,2}}[KC])?,?",
        rf"(?<=[NC])(?P<some>),P?{_NAMED}i,",
        rf"(?<=[NCk])(?P<some>),{_NAMED}w,",
        rf"(?<=[NC])(?P<some>),{_NAMED},",
        rf"(?<=C)(?P<some>):{_NAMED}",
    )
)
# 'two African countries', 'two key US allies': a number of a kind, not of all.
_OF_A_KIND = re.compile(r"[NM]k?(?:[wl]+C|K)")
# 'Without a single vote against'
_WITHOUT = re.compile(r"pd?u?(?=T[GF]|O)")
_ZERO = re.compile(r"q(?=[CAY]|TG|TF|TQ|Te|Tp|w?TG)")
# '113 to 114 countries': a range is no number.
_RANGE = re.compile(r"N[t_-]N(?=k?w?C|[ynax])")
_ALL_BUT = re.compile(r"u~N")
_LIST_ACTS = re.compile(r"[hu]{0,3}[aexsvV]")
_NO_VOTE = re.compile(r"(?<=[Ndu&])qT")
_EACH_NUMBER_OF = re.compile(r"(?P<n>N)(?:[kw]?C)?%d?u?(?:[BK]'?)?(?P<all>N)u?[wkKB]{0,2}C?")


def with_lists(clause: Clause) -> Clause:
    """Merge aliases, lists of states, 'and 11 other states', and lists that belong to a number."""
    if "(" in clause.codes:
        for pattern, make in ((_ALIAS, _alias), (_ASIDE, _aside), (_TWICE, _said_twice)):
            clause = clause.merge(pattern, make)
    if "K" in clause.codes:
        clause = clause.merge(_ORGAN, _organ)
    if "S" in clause.codes:
        clause = clause.merge(_ATTRIBUTE, _attribute)
    if clause.codes.count("S") > 1:
        if "," in clause.codes:
            clause = clause.merge(_INSIDE, _comma)
            clause = clause.merge(_REPUBLIC_OF, _article)
        for pattern, make in ((_LIST, _list), (_COUNTRIES_INCLUDING, _join_some), (_LIST, _list)):
            clause = clause.merge(pattern, make)
    if "S" in clause.codes and "N" in clause.codes:
        clause = clause.merge(_AND_OTHERS, _with_others)
    return with_numbers(clause)


def with_numbers(clause: Clause) -> Clause:
    """Merge 'no' where it is a zero, 'no votes' where it is not, '14 of 15', and the names that a number brings."""
    if "q" in clause.codes:
        clause = clause.merge(_NO_VOTE, _opposing_votes)
        clause = clause.merge(_ZERO, _zero)
    clause = clause.merge(_WITHOUT, _without)
    if "N" not in clause.codes and "M" not in clause.codes:
        return clause
    for pattern, make in ((_RANGE, _blurred), (_EACH_NUMBER_OF, _of_all), (_ALL_BUT, _all_but)):
        clause = clause.merge(pattern, make)
    if "S" in clause.codes:
        for pattern in _MEMBERS:
            clause = clause.merge(pattern, _members)
    return clause


def _alias(clause: Clause, match: re.Match[str]) -> Chunk | None:
    """A name and its short form in parentheses are one."""
    name, short = clause.chunks[match.start()], clause.chunks[match.end() - 2]
    if match["org"] or match["body"]:
        same_actor = name.actor == short.actor
        return name._replace(end=clause.chunks[match.end() - 1].end) if same_actor else None
    if match["title"]:
        return name._replace(end=clause.chunks[match.end() - 1].end)
    same = short.states == name.states if short.code == "S" else 2 <= len(short.word) <= 6
    return name._replace(end=clause.chunks[match.end() - 1].end) if same else None


def _aside(clause: Clause, match: re.Match[str]) -> Chunk:
    return Chunk("u", clause.chunks[match.start()].start, clause.chunks[match.end() - 1].end)


def _comma(clause: Clause, match: re.Match[str]) -> Chunk:
    """What is said of one state of a list in passing stands for the comma after it."""
    first, last = clause.chunks[match.start()], clause.chunks[match.end() - 1]
    return first._replace(end=last.end)


def _article(clause: Clause, match: re.Match[str]) -> Chunk:
    """What a state of a list is called before its name stands for an article."""
    first, last = clause.chunks[match.start()], clause.chunks[match.end() - 1]
    return first._replace(end=last.end)


def _said_twice(clause: Clause, match: re.Match[str]) -> Chunk | None:
    first, second = (clause.chunks[match.start() + i] for i in (0, 2))
    if first.number is None or second.number is None or second.number.value % 100 != first.number.value % 100:
        return None
    return first._replace(end=clause.chunks[match.end() - 1].end, number=second.number)


def _organ(clause: Clause, match: re.Match[str]) -> Chunk | None:
    if clause.chunks[match.start()].word not in _ORGANS:
        return None
    return clause.chunks[match.end() - 1]._replace(start=clause.chunks[match.start()].start)


def _attribute(clause: Clause, match: re.Match[str]) -> Chunk | None:
    """A demonym, code or possessive before a noun becomes a word, with the state kept for sponsorship."""
    state = clause.chunks[match.start()]
    after = clause.chunks[match.start() + 1]
    if after.code == "u" or speaks_for(after.word) or (after.code == "w" and is_past_tense(after.word)):
        return None
    draft = after.code == "D" and clause.codes[match.start() - 1 : match.start()] == "d"
    if state.form is Form.NAME and after.code not in "_'C" and not draft:
        return None
    if state.form is Form.SEAT and after.code not in "_'":
        return None
    return state._replace(code="l")


# 'a draft on Mali, and Chad abstained'
_NEXT_CLAUSE = re.compile(r"S,&d?S")
_OBJECT_OF = re.compile(r"[pf%QP]d?$")
_ACTS = re.compile(r"[hu]{0,2}[aVxv]")


def _list(clause: Clause, match: re.Match[str]) -> Chunk | None:
    """A list of states, unless its second name begins a clause of its own."""
    begins = (
        _NEXT_CLAUSE.fullmatch(match[0])
        and _ACTS.match(clause.codes, match.end())
        and _OBJECT_OF.search(clause.codes, max(0, match.start() - 2), match.start())
    )
    return None if begins else _join(clause, match)


def _join(clause: Clause, match: re.Match[str]) -> Chunk:
    parts = [c for c in clause.chunks[match.start() : match.end()] if c.code == "S"]
    states = tuple(dict.fromkeys(s for c in parts for s in c.states))
    return parts[0]._replace(
        end=parts[-1].end,
        states=states,
        others=sum(c.others for c in parts),
        partial=any(c.partial for c in parts),
        form=None,
    )


def _join_some(clause: Clause, match: re.Match[str]) -> Chunk:
    return _join(clause, match)._replace(partial=True)


def _with_others(clause: Clause, match: re.Match[str]) -> Chunk:
    named = clause.chunks[match.start()]
    number = next(c.number for c in clause.chunks[match.start() : match.end()] if c.code == "N")
    return named._replace(end=clause.chunks[match.end() - 1].end, others=number.value if number else 0)


def _opposing_votes(clause: Clause, match: re.Match[str]) -> Chunk | None:
    """'8 no votes', 'the only no vote' against 'and no votes against'."""
    first, last = clause.chunks[match.start()], clause.chunks[match.end() - 1]
    follows = clause.codes[match.end() : match.end() + 1]
    before = clause.codes[match.start() - 1 : match.start()]
    if follows in tuple("GFQe") and before != "N":
        return None
    if before == "&" and last.word in ("vote", "votes") and follows in tuple("GFQe"):
        return None
    return first._replace(code="O", end=last.end, word="no votes")


def _blurred(clause: Clause, match: re.Match[str]) -> Chunk:
    first = clause.chunks[match.start()]
    number = first.number and Number(first.number.value, first.number.first, first.number.last, exact=False)
    return first._replace(code="M", end=clause.chunks[match.end() - 1].end, number=number)


def _zero(clause: Clause, match: re.Match[str]) -> Chunk:
    chunk = clause.chunks[match.start()]
    return chunk._replace(code="N", number=Number(0, 0, 0, exact=True))


def _without(clause: Clause, match: re.Match[str]) -> Chunk | None:
    chunk = clause.chunks[match.start()]
    if chunk.word != "without":
        return None
    return chunk._replace(code="N", end=clause.chunks[match.end() - 1].end, number=Number(0, 0, 0, exact=True))


def _of_all(clause: Clause, match: re.Match[str]) -> Chunk | None:
    part, whole = clause.chunks[match.start("n")], clause.chunks[match.start("all")]
    if part.number is None or whole.number is None or part.number.value > whole.number.value:
        return None
    if "permanent" in clause.words(match.start(), match.end()).split() or whole.number.value == _PERMANENT:
        # 'Four of the five permanent members' are some of those who voted.
        return part._replace(code="N", end=clause.chunks[match.end() - 1].end, weak=True)
    body = next((c.actor for c in clause.chunks[match.start() : match.end()] if c.code in "BK"), None)
    return part._replace(end=clause.chunks[match.end() - 1].end, of=whole.number.value, actor=body)


_PERMANENT = 5


def _all_but(clause: Clause, match: re.Match[str]) -> Chunk | None:
    """'All but two of the 15' are thirteen."""
    first, part = clause.chunks[match.start()], clause.chunks[match.end() - 1]
    if first.word != "all" or part.of is None or part.number is None:
        return None
    number = Number(part.of - part.number.value, 0, 0, exact=True)
    return part._replace(start=first.start, number=number, reckoned=True)


def _members(clause: Clause, match: re.Match[str]) -> Chunk | None:
    number, named = clause.chunks[match.start()], clause.chunks[match.start("s")]
    if number.number is None or number.states or len(named.states) + named.others > max(number.number.value, 1):
        return None
    last = match.end() - 1
    # 'Eleven, Chad and Mali among them', '15 others, Peru foremost'
    foremost = "i" in match[0] or match[0].endswith("w,")
    apposed = clause.codes[match.start() + 1] == "," and not foremost
    if apposed and (len(named.states) != number.number.value):
        return None
    if clause.chunks[match.start("s") - 1].code == ":" and _LIST_ACTS.match(clause.codes, match.end()):
        # 'Chile found two partners: Peru and Cuba also voted against.'
        return None
    body = next((c.actor for c in clause.chunks[match.start() : match.end()] if c.code == "B"), None)
    return number._replace(
        end=clause.chunks[last].end,
        actor=number.actor or body,
        states=named.states,
        partial=bool(match["some"]) or foremost or named.partial,
        weak=bool(_OF_A_KIND.match(match[0])),
    )
