"""From the reports of a story, in text order, to its ballots: who 'the resolution' is, which body 'they' are."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from kg import codes
from kg.extract.votes.amendments import Part
from kg.extract.votes.drafts import Sponsor
from kg.extract.votes.linking import Gathered, best
from kg.extract.votes.reports import Report
from kg.extract.votes.times import is_told_as_new
from kg.model import BallotKind, Dropped, When


@dataclass(slots=True)
class _Context:
    """What the text spoke of last: the body, a draft that no ballot is known for yet."""

    body: str | None = None
    domestic: bool = False
    sponsors: tuple[Sponsor, ...] = ()
    focus_body: str | None = None
    focus: Report | None = None
    day: When | None = None
    ballots: list[Gathered] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    turn: int = 0
    past_sentence: int = -9
    past_block: int = -1


def gather(reports: Iterable[Report]) -> tuple[list[Gathered], list[Dropped], When | None]:
    """The ballots that the reports tell of, what was dropped, and the day the story gives for its votes."""
    context = _Context()
    for told in reports:
        report = replace(told, past=True) if (goes_on := _goes_on(context, told)) else told
        context.turn += 1
        if _is_domestic(context, report):
            continue
        if report.day_is_of_votes() and context.day is None and not report.past and not report.is_pluperfect():
            context.day = report.when
        if report.past and not goes_on and _is_vague(report):
            continue
        if _is_passing_remark(context, report):
            continue
        if report.has_substance():
            recalled = report.past and not report.passing
            context.past_sentence = report.sentence.index if recalled else -_FAR
            context.past_block = report.sentence.block
        if report.has_substance() and not (report.planned and not report.camps):
            _add(context, report)
        elif report.draft is not None or report.sponsored or report.parts:
            _note(context, report)
        elif (body := report.acting_body() or (report.body if report.votes_there() else None)) is not None:
            context.body = body
    return context.ballots, context.dropped, context.day


_FAR = 9


def _goes_on(context: _Context, report: Report) -> bool:
    """'Last year 187 voted for it. Only two voted against it.': the second sentence is of the same past vote."""
    sentence = report.sentence
    if report.past or (sentence.index, sentence.block) != (context.past_sentence + 1, context.past_block):
        return False
    if is_told_as_new(sentence):
        return False
    bare = report.draft is None and report.when is None and report.body is None
    return bare and all(c.number is None for c in report.camps)


def _is_vague(report: Report) -> bool:
    """'Under previous governments Chile had abstained': no number, no day and outcome of a body."""
    numbers = any(c.number is not None for c in report.camps)
    told = report.results or any(c.states for c in report.camps)
    return report.has_substance() and not numbers and not (report.when and told) and not _is_passing_veto(report)


def _is_passing_veto(report: Report) -> bool:
    """'Two days after Chad vetoed a text, the Council adopted another'."""
    return report.passing and any(c.veto for c in report.camps)


def _is_passing_remark(context: _Context, report: Report) -> bool:
    """'The US had used its veto to shield Chad': of another body, with no draft, day or number."""
    if not report.is_pluperfect() or report.draft is not None or report.when is not None or report.body is None:
        return False
    numbers = any(c.number is not None for c in report.camps)
    return not numbers and any(b.body and b.body != report.body for b in context.ballots)


def _is_domestic(context: _Context, report: Report) -> bool:
    """Votes of parliaments, courts and shareholders, and the sentences that go on about them."""
    if report.body is not None:
        context.domestic = False
    elif report.domestic and not (report.parliamentary and context.body in _PARLIAMENTS):
        context.domestic = True
    elif report.draft is not None and report.draft.kind is BallotKind.RESOLUTION and context.ballots:
        context.domestic = False
    if context.domestic and report.has_substance():
        span = report.span()
        reason = "a vote of a parliament, court, electorate or company, not of states"
        quote = report.sentence.text.strip()
        context.dropped.append(Dropped("vote", reason, span, quote))
    return context.domestic


# Assemblies of parliamentarians: their members are deputies, and not votes of states alone.
_PARLIAMENTS = frozenset({"PACE", "EP", "OSCE-PA"})


def _sponsors(report: Report) -> tuple[Sponsor, ...]:
    """Those who put the report's draft forward, by attribute or by verb."""
    draft = report.draft
    out = list(draft.sponsors) if draft else []
    for said in report.sponsored:
        if said.draft is None or draft is None or said.draft == draft.at:
            out.extend(said.sponsors)
    return tuple(out)


def _add(context: _Context, report: Report) -> None:
    sponsors, body = _sponsors(report), report.body
    if _is_of_both(report):
        for known in _last_two(context, report):
            _fill(context, known, report, (), None)
        return
    if body is not None and not report.passing:
        context.body = body
    taken = _takes_focus(context, report, sponsors)
    if taken:
        sponsors, body = context.sponsors, body or context.focus_body
    body = body or (context.body if _holds(context.body, report) else None)
    if any(c.veto for c in report.camps) and body != "UNSC":
        body = "UNSC" if body is not None and body.startswith("UN") else None
        context.body = body or context.body
    plural = report.draft is not None and report.draft.plural
    ballot = best(context.ballots, report, body, sponsors)
    if ballot is None:
        kind = report.draft.kind if report.draft else _focused_kind(context, taken=taken)
        if plural and kind is not BallotKind.AMENDMENT and not any(c.number is not None for c in report.camps):
            return
        ballot = Gathered(body, kind, report.past, report.planned)
        if kind in (BallotKind.AMENDMENT, BallotKind.PARAGRAPH):
            ballot.parent = _parent(context, report)
        context.ballots.append(ballot)
    if taken and context.focus is not None:
        _fill(context, ballot, context.focus, (), None)
    context.sponsors, context.focus = (), None
    _fill(context, ballot, report, sponsors, body)
    for part in report.parts:
        _add_part(context, part, report, ballot)


def _focused_kind(context: _Context, *, taken: bool) -> BallotKind | None:
    """'Chad moved an amendment. It failed ...'."""
    draft = context.focus.draft if taken and context.focus is not None else None
    return draft.kind if draft is not None else None


def _holds(body: str | None, report: Report) -> bool:
    """Whether a body has as many members as the report counts votes."""
    known = codes.body(body) if body else None
    votes = sum({c.option: c.number for c in report.camps if c.number is not None}.values())
    return known is None or known.size is None or votes <= known.size


def _is_of_both(report: Report) -> bool:
    """'Chad voted for both resolutions', 'abstained on the two texts': states, no figures."""
    draft = report.draft
    if draft is None or not draft.plural or not report.camps or any(c.number is not None for c in report.camps):
        return False
    lead = report.clause.chunks[max(0, draft.at - 3) : draft.at]
    return draft.number == _BOTH or any(c.word in ("both", "both of") for c in lead)


_BOTH = 2


def _last_two(context: _Context, report: Report) -> list[Gathered]:
    """The two ballots told so far, if they are two and what the report says contradicts neither."""
    whole = [b for b in context.ballots if b.part is None and not b.past and b.kind is not BallotKind.AMENDMENT]
    told = whole if len(whole) == _BOTH and whole[0].body == whole[1].body else []
    return [b for b in told if all(b.options.get(s, c.option) is c.option for c in report.camps for s in c.states)]


def _takes_focus(context: _Context, report: Report, sponsors: tuple[Sponsor, ...]) -> bool:
    """Whether 'the resolution' is the draft that the sentences before it spoke of."""
    if (
        context.focus is None
        or sponsors
        or (report.symbol and context.focus.symbol)
        or (report.body is not None and context.focus_body not in (None, report.body))
    ):
        return False
    draft = report.draft
    if draft is None:
        return True
    return draft.definite and not ("amended" in draft.flags and any(b.amended for b in context.ballots))


def _fill(context: _Context, ballot: Gathered, report: Report, sponsors: Iterable[Sponsor], body: str | None) -> None:
    """Put what a report says into its ballot."""
    ballot.body = ballot.body or body
    ballot.kind = ballot.kind or (report.draft.kind if report.draft else None)
    ballot.add(report)
    ballot.sponsors.extend(s for s in sponsors if s.actor.key not in ballot.owners())
    ballot.cosponsors.extend((s.count, s.span) for s in report.sponsored if s.count)
    if report.has_substance() or report.day_is_of_votes():
        # The day on which a draft was tabled, or accepted by somebody, is not that of the vote.
        ballot.when = ballot.when or report.when
        ballot.period = ballot.period or report.period
    ballot.day_words = ballot.day_words or report.day_words
    if report.has_substance() or report is context.focus:
        ballot.symbol = ballot.symbol or report.symbol
    flags = report.draft.flags if report.draft else frozenset()
    ballot.amended |= "amended" in flags
    ballot.original |= "original" in flags
    ballot.last = context.turn


def _note(context: _Context, report: Report) -> None:
    """A sentence on a draft without a vote: sponsors, day, symbol of a known ballot, or of one to come."""
    sponsors = _sponsors(report)
    draft = report.draft
    ballot = None if report.symbol else best(context.ballots, report, report.body or context.body, sponsors)
    counts = any(s.count for s in report.sponsored)
    moved = draft is not None and draft.kind is BallotKind.AMENDMENT and not draft.definite and not report.parts
    if moved or (ballot is not None and draft is not None and _is_another(ballot, report, sponsors)):
        ballot = None
    if ballot is None:
        if (sponsors or report.symbol or moved) and not report.past:
            _focus(context, report, sponsors, report.body or context.body)
    elif draft is None or draft.definite or counts:
        _fill(context, ballot, report, sponsors, None)
    if report.body is not None and report.votes_there() and not (report.past or "H" in report.clause.codes):
        context.body = report.body
        if ballot is None or ballot.body != report.body:
            _focus(context, report, sponsors, report.body)
    parent = _parent(context, report) or ballot
    if parent is not None:
        for part in report.parts:
            _add_part(context, part, report, parent)


def _is_another(ballot: Gathered, report: Report, sponsors: tuple[Sponsor, ...]) -> bool:
    """'The body rejected a motion proposed by Chad', after a ballot whose figures are told; not 'It was a draft by'."""
    draft = report.draft
    if draft is None or draft.definite or not sponsors or not ballot.numbers:
        return False
    copula = "b" in report.clause.codes[max(0, draft.at - _LEAD) : draft.at]
    return not copula and not ballot.owners() & {s.actor.key for s in sponsors}


_LEAD = 4


def _focus(context: _Context, report: Report, sponsors: tuple[Sponsor, ...], body: str | None) -> None:
    context.sponsors, context.focus_body, context.focus = sponsors, body, report


def _parent(context: _Context, report: Report) -> Gathered | None:
    """The ballot on the draft that an amendment changes: its sponsor is named beside it, or it is the last one."""
    owners = {s.actor.key for d in report.drafts if d.kind is not BallotKind.AMENDMENT for s in d.sponsors}
    whole = [b for b in context.ballots if b.part is None and not b.past]
    named = [b for b in whole if b.owners() & owners]
    fitting = named or whole
    return fitting[-1] if fitting else None


def _add_part(context: _Context, part: Part, report: Report, parent: Gathered) -> None:
    parent.amended |= part.carried
    known = next((b for b in context.ballots if b.parent is parent and b.kind is part.kind), None)
    if known is not None:
        known.reports.append(report)
        return
    ballot = Gathered(parent.body, part.kind, parent.past, reports=[report], part=part, parent=parent)
    ballot.sponsors.extend(part.sponsors)
    ballot.last = context.turn
    context.ballots.append(ballot)
