"""Words against vote: the finding on one remark, and on all remarks of a state on one ballot."""

from collections.abc import Sequence

from kg.model import Attitude, Comparison, Consistency, Option
from kg.verify.conduct.attitude import Remark
from kg.verify.wording import VOTED

__all__ = ["together", "weigh"]

_VOTES = {
    Option.YES: "votes in favour",
    Option.NO: "votes against",
    Option.ABSTAIN: "abstains",
    Option.ABSENT: "does not vote",
}
_SAYS = {
    Attitude.FAVOURABLE: "speaks well of",
    Attitude.CRITICAL: "speaks against",
    Attitude.RESERVED: "finds fault with",
    Attitude.MIXED: "speaks for and against",
    Attitude.NEUTRAL: "speaks of",
}
_NO_SIDE = {Attitude.NEUTRAL: "and takes no side on the text", Attitude.MIXED: "in one sentence"}
_GOES = {
    (Attitude.FAVOURABLE, Option.YES): (Consistency.CONSISTENT, "and voted in favour"),
    (Attitude.FAVOURABLE, Option.NO): (Consistency.INCONSISTENT, "but voted against"),
    (Attitude.FAVOURABLE, Option.ABSTAIN): (
        Consistency.INCONSISTENT,
        "but abstained: the vote that the words favour was withheld",
    ),
    (Attitude.CRITICAL, Option.YES): (Consistency.INCONSISTENT, "but voted in favour"),
    (Attitude.CRITICAL, Option.NO): (Consistency.CONSISTENT, "and voted against"),
    (Attitude.CRITICAL, Option.ABSTAIN): (Consistency.CONSISTENT, "and withheld its vote"),
    (Attitude.RESERVED, Option.YES): (
        Consistency.UNCLEAR,
        "and voted in favour: a reservation need not be against the whole",
    ),
    (Attitude.RESERVED, Option.NO): (Consistency.CONSISTENT, "and voted against"),
    (Attitude.RESERVED, Option.ABSTAIN): (Consistency.CONSISTENT, "and withheld its vote"),
}


def weigh(remark: Remark, option: Option, *, alone: bool = True, amended: bool = False) -> tuple[Consistency, str]:
    """Whether a remark goes with a vote, and why.

    ``alone``: no other ballot comes into question. ``amended``: the text was changed before it was voted on, so that
    words which do not go with the vote may be about the text as it was.
    """
    if not alone:
        return Consistency.UNCLEAR, "several ballots are reported, and the words do not tell which of them is meant"
    if remark.announced is not None:
        if option is Option.ABSENT and remark.announced is Option.ABSTAIN:
            return Consistency.UNCLEAR, "says that it abstains and did not vote, which speakers often take for one"
        kept = remark.announced is option
        finding = Consistency.CONSISTENT if kept else Consistency.INCONSISTENT
        return finding, f"says that it {_VOTES[remark.announced]}, {'and' if kept else 'but'} {VOTED[option]}"
    said = f"{_SAYS[remark.attitude]} “{remark.reference.words}”" if remark.reference else "explains its vote"
    if remark.attitude in _NO_SIDE:
        return Consistency.UNCLEAR, f"{said} {_NO_SIDE[remark.attitude]}"
    finding, goes = _GOES.get((remark.attitude, option), (Consistency.UNCLEAR, "but did not take part in the vote"))
    if amended and finding is Consistency.INCONSISTENT:
        return Consistency.UNCLEAR, f"{said} {goes}; the text was amended before the vote"
    return finding, f"{said} {goes}"


def together(pairs: Sequence[Comparison], option: Option) -> tuple[Consistency, str]:
    """What the comparisons of one state on one ballot come to: the finding on which all agree that take a side.

    Words that several articles repeat count once.
    """
    once = {(" ".join(p.evidence.quote.split()), p.finding): p for p in pairs}.values()
    for_it = [p for p in once if p.finding is Consistency.CONSISTENT]
    against = [p for p in once if p.finding is Consistency.INCONSISTENT]
    if for_it and against:
        return (
            Consistency.UNCLEAR,
            f"{VOTED[option]}; the words pull both ways: {len(for_it)} with the vote, {len(against)} against it",
        )
    if not for_it and not against:
        return Consistency.UNCLEAR, f"{VOTED[option]}; none of the words takes a clear side"
    finding = Consistency.CONSISTENT if for_it else Consistency.INCONSISTENT
    return finding, (for_it or against)[0].reason
