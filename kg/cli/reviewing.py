"""``kg review`` without questions: one answer, or a list; ``kg.cli.walking`` asks."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from rich.text import Text

from kg import pipeline
from kg.cli.console import console_of
from kg.cli.progress import progress_bar
from kg.errors import InputError
from kg.explain import visible
from kg.model import Answer, FactKind, Finding, Reviewed
from kg.review import ballot_in_words, edited, in_words
from kg.reviewing import Claimed, Desk, Said, Wanted

__all__ = ["Request", "list_claims", "one_answer", "pairs", "refresh", "wanted"]


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
        now = ""
        if answer is Answer.EDITED:
            after = edited(claimed.fact, said.edits, claimed.read[1].ballots)
            now = f" → {in_words(after)}{f' ({ballot_in_words(after.ballot)})' if after.ballot else ''}"
        print(f"{_DONE[answer]}: {claimed.key}, {visible(claimed.words + now)}", file=sys.stderr)  # noqa: T201
    refresh(request)


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


def refresh(request: Request) -> None:
    """Bring the store up to date with the answers, unless that is for later; tell of those without effect."""
    if request.later:
        print("noted; kg rebuild applies it", file=sys.stderr)  # noqa: T201
        return
    with progress_bar() as progress:
        pipeline.refresh(request.workspace, progress)
