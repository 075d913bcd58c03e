"""``kg review`` with questions: claims one after the other, each in its sentence, the least sure first."""

import sys
from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from kg.cli.console import console_of
from kg.cli.reviewing import Request, pairs, refresh
from kg.errors import InputError
from kg.explain import print_hanging, visible
from kg.model import Answer
from kg.review import ballot_in_words, editable, edited
from kg.reviewing import Claimed, Desk, Said, sentence

__all__ = ["walk"]


@dataclass(frozen=True, slots=True)
class _Reply:
    """What a person makes of a claim: an answer on it, or on all that was read from its words; to go on, or to go."""

    said: Said | None = None
    on_all: bool = False
    leaves: bool = False


def walk(request: Request) -> None:
    """Show the claims that nobody has answered on, and ask; answers are kept one by one."""
    desk, console = Desk(request.workspace), console_of(sys.stdout)
    left = desk.open(request.wanted)
    if not left:
        print("Nothing to review: every claim that is wanted has an answer.", file=sys.stderr)  # noqa: T201
        return
    of_words: dict[Hashable, list[Claimed]] = defaultdict(list)
    for claimed in left:
        of_words[_words(claimed)].append(claimed)
    answered: set[str] = set()
    for number, claimed in enumerate(left, 1):
        if claimed.key in answered:
            continue
        beside = [each for each in of_words[_words(claimed)] if each.key not in answered]
        _show(console, claimed, f"{number} of {len(left)}")
        reply = _asked(console, claimed, request, len(beside))
        if reply.leaves:
            break
        if reply.said:
            for each in beside if reply.on_all else [claimed]:
                desk.answer(each, reply.said)
                answered.add(each.key)
    print(f"{len(answered)} answered, {len(left) - len(answered)} left", file=sys.stderr)  # noqa: T201
    if answered:
        refresh(request)


def _words(claimed: Claimed) -> Hashable:
    """What claims have in common that were read from the same words: states in one list."""
    fact = claimed.fact
    return claimed.document.id, fact.kind, fact.ballot.number if fact.ballot else None, fact.evidence.span


def _show(console: Console, claimed: Claimed, place: str) -> None:
    """A claim as a reviewer needs it: the sentence with the words marked, what was understood, rule, verdict."""
    evidence, text = claimed.fact.evidence, claimed.document.text
    whole = sentence(claimed)
    marks = ("‹", "›") if console.color_system is None else ("", "")
    told = Text.assemble(
        "“" + visible(text[whole.start : evidence.span.start]) + marks[0],
        (visible(evidence.quote), "bold reverse"),
        marks[1] + visible(text[evidence.span.end : whole.end]) + "”",
    )
    console.print()
    heading = f"{place} · {claimed.key} · {visible(claimed.document.title or claimed.document.name)}"
    print_hanging(console, Text(heading, "dim"))
    lines = [Text(f"{claimed.fact.kind}: {visible(claimed.words)}"), Text(visible(claimed.ballot))]
    lines.append(Text(f"{visible(evidence.rule)}, {evidence.confidence:.0%} sure"))
    lines.append(Text(f"{claimed.finding}: {visible(claimed.reason)}" if claimed.finding else ""))
    for name, line in zip(("", "understood", "ballot", "read by", "record"), (told, *lines), strict=True):
        if line:
            print_hanging(console, line, Text(f"  {name:>10}  ", "dim"))


def _asked(console: Console, claimed: Claimed, request: Request, beside: int) -> _Reply:
    """What the person answers. A capital letter answers on all claims that were read from the same words."""
    question = "  (a)ccept (r)eject (e)dit (s)kip (q)uit? "
    if beside > 1:
        question = f"  (a)ccept (r)eject (e)dit (s)kip (q)uit, or all {beside} of these words: (A)ccept (R)eject? "
    while True:
        match _line(console, question):
            case None | "q":
                return _Reply(leaves=True)
            case "s" | "":
                return _Reply()
            case "a" | "A" as letter:
                return _Reply(request.said(Answer.ACCEPTED), on_all=letter == "A")
            case "r" | "R" as letter:
                return _Reply(request.said(Answer.REJECTED), on_all=letter == "R")
            case "e":
                if edits := _edits(console, claimed):
                    return _Reply(request.said(Answer.EDITED, edits))


def _edits(console: Console, claimed: Claimed) -> dict[str, str]:
    """The edits that a person types, which make sense together; empty where there are none."""
    ballots, own = claimed.read[1].ballots, claimed.fact.ballot
    content = claimed.fact.content | ({"ballot": str(own.number)} if own else {})
    for name in editable(claimed.fact.kind):
        print_hanging(console, Text(visible(content.get(name, ""))), Text(f"  {name:>14} ", "dim"))
    for ballot in ballots if "ballot" in editable(claimed.fact.kind) and len(ballots) > 1 else ():
        print_hanging(
            console, Text(visible(ballot_in_words(ballot)), "dim"), Text(f"  {f'ballot {ballot.number}':>14} ", "dim")
        )
    while True:
        typed = _line(console, "  KEY=VALUE; KEY=VALUE … (nothing: no edit): ")
        if not typed:
            return {}
        try:
            edits = pairs(_parts(typed))
            edited(claimed.fact, edits, ballots)
        except InputError as error:
            console.print(Text(f"  {visible(str(error))}", "yellow"))
        else:
            return edits


def _parts(typed: str) -> list[str]:
    """``a=1; b=2`` in two; a part without ``=`` belongs to the one before (participants=USA; RUS)."""
    parts: list[str] = []
    for part in typed.split(";"):
        if "=" in part or not parts:
            parts.append(part)
        else:
            parts[-1] += f";{part}"
    return parts


def _line(console: Console, question: str) -> str | None:
    """What a person types; None at the end of the input, or where the person breaks off: what was answered is kept."""
    console.print(Text(question, "bold"), end="")
    try:
        return input().strip()
    except (EOFError, KeyboardInterrupt):
        console.print()
        return None
