"""The claims of a workspace as a person reviews them: words, verdict, and what was answered before."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from kg import questions
from kg.errors import InputError
from kg.ids import ID
from kg.model import Answer, Document, Fact, FactKind, Finding, Reading, Review, Reviewed, Span
from kg.model.facts import facts
from kg.rdf import FINDING
from kg.rdf.surrounding import surrounding
from kg.review import answer, ballot_in_words, in_words, review
from kg.store import EmbeddedStore, Solutions, open_store
from kg.terms import Literal, NamedNode
from kg.workspace import Workspace

__all__ = ["Claimed", "Desk", "Known", "Said", "Wanted", "sentence"]

_FINDING = {node.value: finding for finding, node in FINDING.items()}
_KEY = re.compile(r"[0-9a-f]{4,12}")


@dataclass(frozen=True, slots=True)
class Known:
    """A claim in the graph: its IRI, and what the record finds of it and why (None and empty where nothing)."""

    iri: str
    finding: Finding | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A fact as it was read, with what became of it. ``claims`` are those that stand for it in the graph.

    ``reviewed`` is the answer that holds; ``now`` what stands after it, in words, where it was edited.
    """

    fact: Fact
    read: tuple[Document, Reading]
    claims: tuple[Known, ...] = ()
    reviewed: Reviewed | None = None
    now: str = ""

    @property
    def document(self) -> Document:
        """The article."""
        return self.read[0]

    @property
    def key(self) -> str:
        """The short id."""
        return self.fact.key

    @property
    def words(self) -> str:
        """What was read, in words."""
        return in_words(self.fact)

    @property
    def ballot(self) -> str:
        """The vote that it belongs to, in words; empty where it belongs to none."""
        return ballot_in_words(self.fact.ballot) if self.fact.ballot else ""

    @property
    def finding(self) -> Finding | None:
        """What the record finds of it."""
        return next((claim.finding for claim in self.claims if claim.finding), None)

    @property
    def reason(self) -> str:
        """Why the record finds so."""
        return next((claim.reason for claim in self.claims if claim.finding), "")


@dataclass(frozen=True, slots=True)
class Said:
    """What a person answers: ``edits`` are the values to put in the place of those that were read."""

    answer: Answer
    author: str
    edits: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    at: date | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims are looked at: of articles of this name, of a kind, with a finding, less sure than this."""

    article: str | None = None
    kind: FactKind | None = None
    finding: Finding | None = None
    below: float | None = None

    def __call__(self, claimed: Claimed) -> bool:
        """Whether this claim is one of them."""
        return (
            (self.article is None or self.article in (claimed.document.name, claimed.document.id, claimed.document.url))
            and (self.kind is None or claimed.fact.kind is self.kind)
            and (self.finding is None or claimed.finding is self.finding)
            and (self.below is None or claimed.fact.evidence.confidence < self.below)
        )


class Desk:
    """What lies before a reviewer: all claims of a workspace, as they were read when it was opened."""

    def __init__(self, workspace: Path) -> None:
        self._space = Workspace.open(workspace)
        texts = self._space.documents()
        told = [(texts[id_], reading) for id_, reading in self._space.readings().items()]
        answered = answer(told, self._space.reviews())
        self.unheard = answered.unheard
        """The reviews that have no effect, with the reason."""
        met = {each.read: each for each in answered.reviews if each.read}
        after = {fact.key: in_words(fact) for _, reading in answered.told for fact in facts(reading)} if met else {}
        known = _known(open_store(self._space.store))
        self.claims: tuple[Claimed, ...] = tuple(
            _claimed(fact, read, met.get(fact.key), known, after)
            for read in told
            for fact in {fact.key: fact for fact in facts(read[1])}.values()
        )
        """All claims, by article and in the order of the reading."""

    def chosen(self, wanted: Wanted) -> tuple[Claimed, ...]:
        """The claims that are wanted, the least sure first."""
        found = filter(wanted, self.claims)
        return tuple(sorted(found, key=lambda c: (c.fact.evidence.confidence, c.document.name, c.fact.evidence.span)))

    def open(self, wanted: Wanted) -> tuple[Claimed, ...]:
        """Those of the wanted on which nobody has answered, the least sure first."""
        return tuple(claimed for claimed in self.chosen(wanted) if claimed.reviewed is None)

    def find(self, name: str) -> Claimed:
        """A claim by its IRI or its short id, or the beginning of that. InputError where it is none, or several."""
        if _KEY.fullmatch(name):
            held = [c for c in self.claims if c.key.startswith(name) or (_stands(c) or "").startswith(name)]
        else:
            iri = name if name.startswith(ID) else ID + name.removeprefix("id/")
            held = [c for c in self.claims if any(claim.iri == iri for claim in c.claims)]
        if not held:
            raise InputError(f"no claim {name!r}: kg review --list shows their ids")
        if len(held) > 1:
            raise InputError(f"{name!r} may be {len(held)} claims: give more of the id")
        return held[0]

    def answer(self, claimed: Claimed, said: Said) -> None:
        """Note what a person answers on a claim. InputError where its edits make no sense, or there is nothing to undo.

        An earlier answer that was met here by its words is withdrawn with it.
        """
        before = claimed.reviewed.review if claimed.reviewed else None
        if said.answer is Answer.WITHDRAWN and before is None:
            raise InputError(f"nobody has answered on {claimed.key}: there is nothing to undo")
        made = []
        if before and (said.answer is Answer.WITHDRAWN or before.key != claimed.key):
            made.append(_withdrawn(before, said))
        if said.answer is not Answer.WITHDRAWN:
            one = review(claimed.fact, claimed.read, said.answer, said.author, said.edits)
            made.append(replace(one, note=said.note, at=said.at))
        self._append(made)

    def forget(self, name: str, said: Said) -> bool:
        """Withdraw a review that has no effect any more, by its short id; False where there is none."""
        found = [each.review for each in self.unheard if _KEY.fullmatch(name) and each.review.key.startswith(name)]
        if len(found) == 1:
            self._append([_withdrawn(found[0], said)])
        return len(found) == 1

    def _append(self, made: Iterable[Review]) -> None:
        with self._space.lock():
            self._space.append_reviews(made)


def sentence(claimed: Claimed) -> Span:
    """The sentence that holds a claim's words, or the sentences that they run over."""
    return surrounding(claimed.document)(claimed.fact.evidence.span)


def _withdrawn(before: Review, said: Said) -> Review:
    return replace(before, answer=Answer.WITHDRAWN, edits={}, author=said.author, note=said.note, at=said.at)


def _stands(claimed: Claimed) -> str | None:
    return claimed.reviewed.stands if claimed.reviewed else None


def _claimed(
    fact: Fact,
    read: tuple[Document, Reading],
    reviewed: Reviewed | None,
    known: Mapping[str, tuple[Known, ...]],
    after: Mapping[str, str],
) -> Claimed:
    key = reviewed.stands if reviewed else fact.key
    edited = reviewed is not None and reviewed.review.answer is Answer.EDITED
    return Claimed(fact, read, known.get(key or "", ()), reviewed, after.get(key or "", "") if edited else "")


def _known(store: EmbeddedStore) -> dict[str, tuple[Known, ...]]:
    """The claims in the graph by the key of what was read."""
    answered = store.query(questions.internal("claims"))
    assert isinstance(answered, Solutions)  # noqa: S101  # the query is ours and is a SELECT
    found: dict[str, list[Known]] = defaultdict(list)
    for row in answered.rows:
        key, claim, finding, reason = (t.value if isinstance(t, NamedNode | Literal) else "" for t in row)
        found[key].append(Known(claim, _FINDING.get(finding), reason))
    return {key: tuple(claims) for key, claims in found.items()}
