"""``kg review``: claims one by one on a terminal, with a question each; or one answer, or a list, without any."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from kg import pipeline
from kg.cli.console import console_of
from kg.cli.progress import progress_bar
from kg.errors import InputError
from kg.explain import print_hanging, visible
from kg.model import Answer, FactKind, Finding, Reviewed
from kg.review import editable, edited
from kg.reviewing import Claimed, Desk, Said, Wanted, sentence

__all__ = ["Request", "list_claims", "one_answer", "walk", "wanted"]

_ANSWERS = {"a": Answer.ACCEPTED, "r": Answer.REJECTED, "e": Answer.EDITED}


@dataclass(frozen=True, slots=True)
class Request:
    """What a person asked of ``kg review``. ``later``: the store is left as it is."""

    workspace: Path
    author: str = ""
    note: str = ""
    at: date | None = None
    later: bool = False
    wanted: Wanted = field(default_factory=Wanted)

    def said(self, answer: Answer, edits: Mapping[str, str] | None = None) -> Said:
        """An answer in this person's name."""
        return Said(answer, self.author, edits or {}, self.note, self.at)


def wanted(article: str | None, kind: str | None, verdict: str | None, below: float | None) -> Wanted:
    """The claims to look at. ``below`` is a confidence from 0 to 1."""
    return Wanted(
        article, FactKind(kind) if kind else None, Finding(verdict.replace("-", " ")) if verdict else None, below
    )


# --------------------------------------------------------------------------- one answer, a list


def one_answer(request: Request, claim: str, answer: Answer, edits: Sequence[str] = ()) -> None:
    """Note one answer on a claim, and bring the store up to date."""
    desk = Desk(request.workspace)
    said = request.said(answer, pairs(edits))
    if answer is Answer.WITHDRAWN and desk.forget(claim, said):
        print(f"undone: {claim}", file=sys.stderr)  # noqa: T201
    else:
        claimed = desk.find(claim)
        desk.answer(claimed, said)
        print(f"{_DONE[answer]}: {claimed.key}, {visible(claimed.words)}", file=sys.stderr)  # noqa: T201
    _refresh(request)


_DONE = {Answer.ACCEPTED: "accepted", Answer.REJECTED: "rejected", Answer.EDITED: "edited", Answer.WITHDRAWN: "undone"}


def pairs(edits: Iterable[str]) -> dict[str, str]:
    """``option=abstain`` as name and value. InputError where there is no ``=``."""
    found = {}
    for edit in edits:
        name, equals, value = edit.partition("=")
        if not equals:
            raise InputError(f"{edit!r} is no edit: write KEY=VALUE, as in option=abstain")
        found[name.strip()] = value.strip()
    return found


def list_claims(request: Request, *, as_json: bool) -> None:
    """Print the claims that are wanted, the least sure first, with what was answered; then answers without effect."""
    desk = Desk(request.workspace)
    chosen = desk.chosen(request.wanted)
    if as_json:
        listed = {"claims": [_json(each) for each in chosen], "unheard": [_unheard_json(each) for each in desk.unheard]}
        print(json.dumps(listed, ensure_ascii=False, indent=1))  # noqa: T201
        return
    console = console_of(sys.stdout)
    for each in chosen:
        line = Text.assemble((each.key, "bold"), f" {each.fact.evidence.confidence:4.0%} {each.fact.kind:<11} ")
        line.append(visible(each.words) + f" ({visible(each.document.name)})")
        if each.finding:
            line.append(f" · {each.finding}", style="dim")
        if each.reviewed:
            line.append(f" · {_answered(each.reviewed)}", style="green")
        console.print(line, soft_wrap=True)
    for unheard in desk.unheard:
        told = f"{unheard.review.key} without effect, {unheard.review.answer}: {unheard.said}: {unheard.problem}"
        console.print(Text(visible(told)), style="yellow", soft_wrap=True)
    print(f"{len(chosen)} claims, {sum(c.reviewed is None for c in chosen)} not yet reviewed", file=sys.stderr)  # noqa: T201


def _answered(reviewed: Reviewed) -> str:
    return f"{reviewed.review.answer} by {visible(reviewed.review.author)}"


def _json(each: Claimed) -> dict[str, Any]:
    evidence, held = each.fact.evidence, each.reviewed
    return {
        "id": each.key,
        "claims": [claim.iri for claim in each.claims],
        "article": each.document.name,
        "kind": each.fact.kind.value,
        "words": each.words,
        "content": each.fact.content,
        "ballot": each.ballot or None,
        "quote": evidence.quote,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "rule": evidence.rule,
        "confidence": evidence.confidence,
        "verdict": each.finding.value if each.finding else None,
        "answer": held.review.answer.value if held else None,
        "author": held.review.author if held else None,
        "edits": dict(held.review.edits) if held else {},
        "note": held.review.note if held else "",
    }


def _unheard_json(each: Reviewed) -> dict[str, Any]:
    review = each.review
    return {
        "id": review.key,
        "article": review.name,
        "kind": review.kind.value,
        "content": dict(review.content),
        "quote": review.quote,
        "answer": review.answer.value,
        "author": review.author,
        "problem": each.problem,
    }


# --------------------------------------------------------------------------- one after the other


class _Way(Enum):
    """Where to go from a claim without an answer."""

    ON = "skip"
    OUT = "quit"


def walk(request: Request) -> None:
    """Show the claims that nobody has answered on, the least sure first, and ask; answers are kept one by one."""
    desk, console = Desk(request.workspace), console_of(sys.stdout)
    left = desk.open(request.wanted)
    if not left:
        print("Nothing to review: every claim that is wanted has an answer.", file=sys.stderr)  # noqa: T201
        return
    answered = 0
    for number, claimed in enumerate(left, 1):
        _show(console, claimed, f"{number} of {len(left)}")
        said = _asked(console, claimed, request)
        if said is _Way.OUT:
            break
        if isinstance(said, Said):
            desk.answer(claimed, said)
            answered += 1
    print(f"{answered} answered, {len(left) - answered} left", file=sys.stderr)  # noqa: T201
    if answered:
        _refresh(request)


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


def _asked(console: Console, claimed: Claimed, request: Request) -> "Said | _Way":
    """The answer, or where to go without one."""
    while True:
        letter = _line(console, "  (a)ccept (r)eject (e)dit (s)kip (q)uit? ")
        if letter is None or letter in ("q", "quit"):
            return _Way.OUT
        if letter in ("s", "skip", ""):
            return _Way.ON
        answer = _ANSWERS.get(letter[:1]) if letter in ("a", "r", "e", "accept", "reject", "edit") else None
        if answer is Answer.EDITED:
            if edits := _edits(console, claimed):
                return request.said(answer, edits)
        elif answer:
            return request.said(answer)


def _edits(console: Console, claimed: Claimed) -> dict[str, str]:
    """The edits that a person types, which make sense together; empty where there are none."""
    content = claimed.fact.content
    for name in editable(claimed.fact.kind):
        console.print(Text.assemble((f"  {name:>14} ", "dim"), visible(content.get(name, ""))))
    while True:
        typed = _line(console, "  KEY=VALUE; KEY=VALUE … (nothing: no edit): ", fold=False)
        if not typed:
            return {}
        try:
            edits = pairs(_parts(typed))
            edited(claimed.fact, edits)
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


def _line(console: Console, question: str, *, fold: bool = True) -> str | None:
    """What a person types; None at the end of the input, or where the person breaks off: what was answered is kept."""
    console.print(Text(question, "bold"), end="")
    try:
        typed = input().strip()
    except (EOFError, KeyboardInterrupt):
        console.print()
        return None
    return typed.casefold() if fold else typed


def _refresh(request: Request) -> None:
    """Bring the store up to date with the answers, unless that is for later; tell of those without effect."""
    if request.later:
        print("noted; kg rebuild applies it", file=sys.stderr)  # noqa: T201
        return
    with progress_bar() as progress:
        pipeline.refresh(request.workspace, progress)
