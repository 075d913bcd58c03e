"""What became of a draft: adopted, rejected, vetoed, in words or by arithmetic that leaves no doubt."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.extract.votes.chunks import Clause
from kg.extract.votes.predicates import is_unreal
from kg.model import Option, Outcome, Span

# Who or what stands left of the verb: a body, its members or the draft, and no state.
_SUBJECT = re.compile(r"(?P<who>[BDKTjCXSNMlZ])[^BDKTjCSNMlZ;]{0,14}$")
_REFUSED = re.compile(r"!(?:t|[hbu]*)$")
_ORGANIZATION_ACTS = re.compile(r"K[hu]{0,3}$")
_BODY_ACTS = re.compile(r"(?<![NMpf%])(?<![pf%]d)(?:B|BC|K|KC)[hpu]{0,3}$")
_PASSIVE = re.compile(r"b[u!]*$")
_OBJECT = re.compile(r"[dNMuwl'_KBCqk]{0,8}D")
# 'The Council voted 13-2 to allow ...'
_VOTED_SO = re.compile(r"B[hu]{0,3}VN[_-]N(?:[_-]N)?t\w?$")
# A wish on how to proceed, not the draft.
_REQUESTS = frozenset({"their request", "the request", "its request"})
# 'A draft tabled by Russia failed': who tabled it is not who failed.
_SPONSORED = re.compile(r"(?<=[D,u])X[uwp]{0,3}f[duwl]{0,3}[SKN](?:,?[&L][du]{0,2}[SKN])?|(?<=D)[pG%Q][duwl]{0,3}[SKl]")


# 'failed on Friday to get the nine votes'
_TO_GET_VOTES = re.compile(r"[pu]{0,3}tw[du]{0,2}N?[wu]{0,2}T")
_BARE_VERBS = frozenset({"adopt", "approve", "pass", "endorse", "reject", "defeat", "fail", "block"})


@dataclass(frozen=True, slots=True)
class Result:
    """An outcome that a sentence states, and the chunk of the verb that states it."""

    outcome: Outcome
    at: int
    span: Span


def results(clause: Clause) -> tuple[Result, ...]:
    """The outcomes that a sentence states as facts."""
    return tuple(_results(clause))


def _results(clause: Clause) -> Iterator[Result]:
    codes = _SPONSORED.sub(lambda m: "w" * len(m[0]), clause.codes)
    for at, chunk in enumerate(clause.chunks):
        if chunk.code == "V" and _VOTED_SO.search(codes, max(0, at - 5), at + 6):
            yield Result(Outcome.ADOPTED, at, clause.span(at, at))
        if chunk.code not in "ERynv":
            continue
        subject = _SUBJECT.search(codes, max(0, at - 20), at)
        who = _topic(codes, at) or (subject["who"] if subject else "")
        span = clause.span(subject.start() if subject else at, at)
        outcome = _outcome(clause, at, who)
        if outcome is not None:
            yield Result(outcome, at, span)


# 'A draft that would ... won 88 votes to 55, and was rejected'
_AND_WAS = re.compile(r"[,&]{1,2}bu?$")
_TOPIC = re.compile(r"[^BSKNCZ]{0,8}?(?P<who>D)")


def _topic(codes: str, at: int) -> str:
    """The draft that a sentence begins with, for a passive at the end that has no subject of its own."""
    topic = _TOPIC.match(codes) if _AND_WAS.search(codes, max(0, at - 4), at) else None
    return topic["who"] if topic else ""


def _outcome(clause: Clause, at: int, who: str) -> Outcome | None:
    """What the verb at a chunk says became of the draft; ``who`` stands to its left."""
    chunk, codes = clause.chunks[at], clause.codes
    if chunk.code == "v":
        real = not chunk.dead and (not chunk.passive or who in ("D", "T"))
        return Outcome.VETOED if real else None
    if chunk.code in "yn":
        return _of_body(clause, at, who)
    refused = _REFUSED.search(codes, max(0, at - 4), at)
    start = at - len(refused[0]) if refused else at
    if not refused and chunk.word in _BARE_VERBS and who == "B":
        # 'The text would have the Council adopt sanctions'
        return None
    if not _decides(clause, at, who) or is_unreal(clause, start) or chunk.word.endswith("ing"):
        return None
    if refused:
        return Outcome.REJECTED if chunk.code == "E" else None
    return Outcome.ADOPTED if chunk.code == "E" else Outcome.REJECTED


def _decides(clause: Clause, at: int, who: str) -> bool:
    """Whether a body decides or a draft is decided on: 'Russia rejected the text' is no outcome."""
    chunk, codes = clause.chunks[at], clause.codes
    if clause.words(at + 1, at + 3) in _REQUESTS:
        return False
    if who == "":
        return _bare(codes, at)
    passive = bool(_PASSIVE.search(codes, max(0, at - 4), at))
    if chunk.code == "R" and chunk.word.startswith(("fail", "block")) and who not in ("D", "B"):
        return chunk.word == "failed" and bool(_TO_GET_VOTES.match(codes, at + 1))
    if who == "D":
        # 'The resolution rejects the claim' is what it says.
        return (
            passive or _ends_there(codes, at) or (chunk.code == "R" and chunk.word.startswith(("fail", "fell", "fall")))
        )
    if who == "B" or (passive and who in "KjCT"):
        return True
    acts = who in "jCT" or (who == "K" and bool(_ORGANIZATION_ACTS.search(codes, max(0, at - 4), at)))
    return acts and bool(_OBJECT.match(codes, at + 1))


# What a body has done, while 'the Council fully supports the plan' is what it thinks.
_DONE = frozenset({"backed", "backs", "supported", "oppose", "opposed"})


def _of_body(clause: Clause, at: int, who: str) -> Outcome | None:
    """'The Assembly voted in favour of ...', 'voted to suspend Syria', 'members backed the text by 93 votes'."""
    chunk = clause.chunks[at]
    if chunk.dead or chunk.passive or not _BODY_ACTS.search(clause.codes, max(0, at - 5), at):
        return None
    if chunk.weak and not chunk.word.endswith(" to"):
        done = chunk.word in _DONE and _OBJECT.match(clause.codes, at + 1)
        if not done:
            return None
    if chunk.code == "y":
        return Outcome.ADOPTED
    # 'The Assembly voted against the embargo': it adopted a text that is against it.
    return Outcome.REJECTED if chunk.word.endswith(" to") or _OBJECT.match(clause.codes, at + 1) else None


def _ends_there(codes: str, at: int) -> bool:
    """'The resolution passed with', 'passed on Monday': the verb has no object of its own."""
    return not codes[at + 1 : at + 2] or codes[at + 1] in "Ppfu,;.)~&T("


def _bare(codes: str, at: int) -> bool:
    """'(Adopted 13-0; ...)', 'Adopted by 15 votes'."""
    return (at == 0 or (at == 1 and codes[0] == "(")) and codes[at + 1 : at + 2] in tuple("NfP")


# The Council of eleven, which sat until the end of 1965.
_OLD_SEATS, _OLD_MAJORITY, LAST_OLD_YEAR = 11, 7, 1965
_SEATS, _MAJORITY = 15, 9
# More than two thirds of the 193 members of the Assembly, which never had more.
_TWO_THIRDS_OF_ALL = 129
# Bodies that decide by more votes for than against.
_SIMPLE_MAJORITY = frozenset({"UNHRC", "UNCHR", "ECOSOC", "CSW", "CND", "IAEA-BoG", "PACE", "EP"})


def by_arithmetic(body: str, tally: Mapping[Option, int], year: int | None = None) -> Outcome | None:
    """What the figures leave no doubt about: a two-thirds majority, or nine of fifteen with nobody against.

    ``year`` of the vote, where it is known, tells how large the Security Council was.
    """
    yes, no = tally.get(Option.YES), tally.get(Option.NO)
    if yes is None:
        return None
    if body == "UNSC":
        return _in_council(yes, no, tally, year)
    if no is None:
        return Outcome.ADOPTED if body == "UNGA" and yes > _TWO_THIRDS_OF_ALL else None
    simple = body in _SIMPLE_MAJORITY or body.startswith("UNGA-")
    if yes > (no if simple else 2 * no):
        return Outcome.ADOPTED
    return Outcome.REJECTED if no > yes else None


def _in_council(yes: int, no: int | None, tally: Mapping[Option, int], year: int | None) -> Outcome | None:
    seats = yes + sum(tally.get(o, 0) for o in (Option.ABSTAIN, Option.ABSENT))
    old = year <= LAST_OLD_YEAR if year else seats + (no or 0) == _OLD_SEATS
    if yes < (_OLD_MAJORITY if old else _MAJORITY):
        return Outcome.REJECTED
    return Outcome.ADOPTED if no == 0 or (no is None and seats == (_OLD_SEATS if old else _SEATS)) else None
