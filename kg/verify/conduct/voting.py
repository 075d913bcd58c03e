"""How the speaker votes, by the speaker's own words, and what others are asked to do in the vote."""

from collections.abc import Iterator

from kg.extract.lexicon import wordset
from kg.model import Attitude, Option
from kg.verify.conduct import words
from kg.verify.conduct.hearing import Heard
from kg.verify.conduct.references import Reference

__all__ = ["announced_vote", "appeals"]

_ENDS = wordset("because as since today due and while but is was reflects")
_APPEALING = wordset(
    "urge urges urged urging call calls called calling ask asks asked asking appeal appeals appealed encourage "
    "encourages encouraged invite invites invited request requests requested implore implored exhort exhorted"
)
_IN_FAVOUR = wordset("support back adopt endorse approve")
_IN_OPPOSITION = wordset("reject oppose")
# How far an appeal may stand from what it asks for.
_REACH = 14
# How near to a vote its day is told.
_NEAR = 7


def announced_vote(heard: Heard) -> tuple[Option | None, Reference | None] | None:
    """The vote that the speaker tells ('we will vote against it', 'has decided to abstain') and the text, if named.

    The option is None where a vote in favour is refused ('we cannot vote for it'). None where no vote is told, or one
    of another day.
    """
    for at in range(len(heard.told)):
        option, after = _choice(heard, at) if heard.said(at) else (None, at)
        between = heard.own_deed(at) if option else None
        if option is None or between is None or heard.unreal(between) or _on_another_day(heard, at):
            continue
        reference = next((r for r in heard.texts if after <= r.first <= after + 2), None)
        if reference is None and not _ends(heard, after):
            continue
        if not between & words.NEGATIONS:
            return option, reference
        return (None, reference) if option is Option.YES else None
    return None


def _on_another_day(heard: Heard, vote: int) -> bool:
    """Whether the words around a vote say that it was another one: 'always voted for it', 'abstained last year'."""
    around = range(max(0, vote - _NEAR), vote + _NEAR)
    return any(heard.low(i) in words.OTHER_DAYS for i in around)


def _choice(heard: Heard, at: int) -> tuple[Option | None, int]:
    """The option that the word at a token tells, and the first token after it."""
    if heard.low(at) in words.ABSTAINING:
        after = at + (3 if (heard.low(at + 1), heard.low(at + 2)) == ("from", "voting") else 1)
        return Option.ABSTAIN, after + (heard.low(after) in ("on", "from", "in"))
    if heard.low(at) in ("vote", "votes", "voted", "voting"):
        for direction, option in words.DIRECTIONS.items():
            if all(heard.low(at + 1 + i) == word for i, word in enumerate(direction)):
                after = at + 1 + len(direction)
                return option, after + (heard.low(after) in ("of", "on"))
    return None, at


def _ends(heard: Heard, after: int) -> bool:
    """Whether nothing follows that may be something else to vote on."""
    low = heard.low(after)
    return not low or not low[0].isalnum() or low in _ENDS


def appeals(heard: Heard) -> Iterator[tuple[Attitude, Reference]]:
    """'We call on all members to support this text': for it, as much as one can be."""
    for at, token in enumerate(heard.told):
        if heard.low(at - 1) != "to" or not heard.said(at):
            continue
        if token.low in _IN_FAVOUR or token.low in _IN_OPPOSITION:
            side, after = (Attitude.FAVOURABLE if token.low in _IN_FAVOUR else Attitude.CRITICAL), at + 1
        else:
            option, after = _choice(heard, at)
            if option not in (Option.YES, Option.NO):
                continue
            side = Attitude.FAVOURABLE if option is Option.YES else Attitude.CRITICAL
        reference = next((r for r in heard.texts if r.first == after and r.definite), None)
        asked = next((i for i in range(at - 2, max(-1, at - _REACH), -1) if heard.low(i) in _APPEALING), None)
        between = heard.own_deed(asked) if asked is not None else None
        if reference and between is not None and not between & words.NEGATIONS and not heard.unreal(between):
            yield side, reference
