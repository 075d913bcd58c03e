"""Votes about parts of a draft: amendments and single paragraphs, which are ballots of their own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.votes.chunks import Clause
from kg.extract.votes.drafts import Draft, Sponsor
from kg.extract.votes.numbers import number_at
from kg.model import Actor, ActorKind, BallotKind, Outcome, Span, SponsorRole

_WORTH = re.compile(r"amend|paragraph|to (?:\w+ )?(?:change|alter|water|soften|toughen|modify)")
_ATTEMPT = re.compile(
    r"\b(?:push\w*|sought|tr(?:y|ies|ied)|attempt\w*|mov(?:e|es|ed)|efforts?|bids?|seek\w*|proposals?) to "
    r"(?:\w+ )?(?:amend|change|alter|water down|soften|toughen|modify)\w*",
    re.IGNORECASE,
)
_AMENDED_TO = re.compile(
    r"\b(?:was|were|been|being|is|after|once|as) (?:\w+ )?amended(?: (?:to|by|with|so)\b)?", re.IGNORECASE
)
_WITH = re.compile(
    r"\b(?:with|after|incorporat\w+|includ\w+|add\w+|approv\w+|adopt\w+|accept\w+|pass(?:ed|es|ing))[^,;.]{0,60}?\bamendments?\b",
    re.IGNORECASE,
)
_FAILED = re.compile(r"\b(?P<veto>vetoed)\b|\b(?:rejected|defeated|voted down|failed|unsuccessful\w*|blocked)\b")
_SEPARATE = re.compile(
    r"\b(?:vot\w+|ballots?) (?:(?:separately|individually) )?on (?P<which>(?:[\w-]+ ){0,4}?paragraphs?)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:called for|requested|asked for|demanded|sought|forced)\b[^,;.]{0,30}$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """A vote on an amendment or a paragraph, as one sentence tells it."""

    kind: BallotKind
    span: Span
    outcome: Outcome | None = None
    count: int | None = None
    sponsors: tuple[Sponsor, ...] = ()
    requested_by: Actor | None = None
    subject: str = ""
    carried: bool = False


def parts(clause: Clause, text: str, base: int, known: tuple[Draft, ...]) -> tuple[Part, ...]:
    """The votes on parts of a draft in a sentence whose text begins at offset ``base``."""
    if not _WORTH.search(text):
        return ()
    found = [*_attempts(clause, text, base), *_with_amendments(clause, text, base, known), *_amended(text, base)]
    return (*found[:1], *_paragraphs(clause, text, base))


def _attempts(clause: Clause, text: str, base: int) -> Iterator[Part]:
    match = _ATTEMPT.search(text)
    if match is None:
        return
    failed = _FAILED.search(text, match.end())
    outcome = None
    if failed:
        outcome = Outcome.VETOED if failed["veto"] else Outcome.REJECTED
    place = base + match.start()
    end = failed.end() if failed else len(text.rstrip())
    sponsors = tuple(_actors_before(clause, place))
    subject = text[match.end() : _clause_end(text, match.end())].strip()
    yield Part(
        BallotKind.AMENDMENT, Span(place, base + end), outcome, None, sponsors, None, subject, carried=outcome is None
    )


def _with_amendments(clause: Clause, text: str, base: int, known: tuple[Draft, ...]) -> Iterator[Part]:
    """'approving the resolution with three European-proposed amendments'."""
    match = _WITH.search(text)
    draft = next((d for d in known if d.kind is BallotKind.AMENDMENT), None)
    if match is None or draft is None or _is_the_draft(clause, draft):
        return
    numbers = [c.number for c in clause.chunks[max(0, draft.at - 4) : draft.at] if c.code == "N" and c.number]
    count = numbers[-1].value if numbers else None
    subject = text[match.end() : _clause_end(text, match.end() + 2)].strip(" ,")
    yield Part(
        BallotKind.AMENDMENT,
        Span(base + match.start(), base + match.end()),
        Outcome.ADOPTED,
        count,
        draft.sponsors,
        None,
        subject,
        carried=True,
    )


def _is_the_draft(clause: Clause, draft: Draft) -> bool:
    """'The Committee approved this amendment by 96 votes to 73': a ballot that is told like any other."""
    return clause.chunks[draft.at].word == "amendment" and clause.words(draft.at - 1, draft.at) in ("the", "this")


def _amended(text: str, base: int) -> Iterator[Part]:
    """'only after it was amended to include ...'."""
    match = _AMENDED_TO.search(text)
    if match is not None:
        subject = text[match.end() : _clause_end(text, match.end())].strip()
        yield Part(
            BallotKind.AMENDMENT,
            Span(base + match.start(), base + match.end()),
            Outcome.ADOPTED,
            subject=subject,
            carried=True,
        )


def _paragraphs(clause: Clause, text: str, base: int) -> Iterator[Part]:
    for match in _SEPARATE.finditer(text):
        words = match["which"].lower().split()
        number = next((n for i in range(len(words)) if (n := number_at(words, i))), None)
        asked = _ASKED.search(text, 0, match.start())
        actors = list(_actors_before(clause, base + match.start())) if asked else []
        yield Part(
            BallotKind.PARAGRAPH,
            Span(base + match.start(), base + match.end()),
            count=number.value if number else None,
            requested_by=actors[0].actor if actors else None,
            subject=f"separate vote on {match['which']}",
        )


def _actors_before(clause: Clause, place: int) -> Iterator[Sponsor]:
    """The states or the group that the words before a place speak of last."""
    before = [c for c in clause.chunks if c.end <= place and ((c.code in "SN" and c.states) or c.code == "K")]
    if not before:
        return
    last = before[-1]
    span = Span(last.start, last.end)
    for state in last.states:
        yield Sponsor(Actor(ActorKind.STATE, state), SponsorRole.SPONSOR, span)
    if last.code == "K" and last.actor is not None and last.actor.kind is not ActorKind.ORGANIZATION:
        yield Sponsor(last.actor, SponsorRole.SPONSOR, span)


def _clause_end(text: str, start: int) -> int:
    match = re.compile(r"[,;.]|\b(?:were|was|which|leading|but)\b").search(text, start)
    return match.start() if match else len(text)
