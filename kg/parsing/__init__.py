"""A second reader: what a small dependency parser sees in the sentences that tell of votes and words.

It is optional (``pip install 'onrecord[spacy]'``), errs more often than the core, and never overrules it: see
``kg.extract.agreement`` for what is made of the two. It has no ballots of its own: a vote that it sees is put to the
ballot of the core that the same sentence tells of.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from kg.extract.agreement import ALONE
from kg.extract.lexicon import SPEECH_VERBS
from kg.extract.quotations import Quotation
from kg.extract.sentences import Sentence
from kg.extract.statements.cast import Cast
from kg.extract.story import Story, prepare
from kg.model import Ballot, Certainty, Document, Position, Reading, Role, Span, Statement
from kg.parsing.positions import CUE, Seen, positions
from kg.parsing.sayings import Saying, quoted, reported
from kg.parsing.trees import Tree, model, trees

__all__ = ["Parser", "parser"]

_READER = "spacy"
# As sure as the core is only of what some check bears out.
_SETTLED = 0.95
_SAYING = re.compile(rf"\b(?:{'|'.join(sorted(SPEECH_VERBS))})\b")


class Parser:
    """A second reader (``kg.extract.agreement.SecondReader``). Unavailable where the parser is not installed."""

    def __init__(self) -> None:
        self._model = model()

    @property
    def name(self) -> str:
        """The parser's model and its version."""
        return f"{_READER}@{self._model}"

    def read(self, document: Document, core: Reading) -> Reading:
        """The votes and statements that the parser sees; each vote under the core's ballot that it is of."""
        story = prepare(document)
        cast = Cast(story)
        named = {m.span.start: m for m in story.mentions}
        places = _Places(story.sentences)
        told = places.ballots(core)
        seen: dict[int, list[Seen]] = {}
        said: list[Statement] = []
        for tree in trees(document.text, _telling(story, core, places), story.quotations):
            inside = tuple(q for q in story.quotations if tree.sentence.span.holds(q.outer))
            here = told.get(tree.sentence.index, set())
            if len(here) == 1:
                votes = (one for one in positions(tree, named) if not _within(one.span, inside))
                seen.setdefault(min(here), []).extend(votes)
            said += _statements(document, tree, inside, cast)
        ballots = (_ballot(document, b, seen.get(b.number, ())) for b in core.ballots)
        return Reading(document.id, self.name, tuple(b for b in ballots if b.positions), tuple(said))


@cache
def parser() -> Parser:
    """The parser, loaded once (two seconds). Unavailable where it is not installed."""
    return Parser()


class _Places:
    """Which sentence a stretch of text stands in, by its place in ``Story.sentences``."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._starts = [s.span.start for s in sentences]

    def of(self, span: Span) -> int:
        """The sentence in which the stretch begins."""
        return max(bisect_right(self._starts, span.start) - 1, 0)

    def ballots(self, core: Reading) -> dict[int, set[int]]:
        """The numbers of the ballots that each sentence tells of."""
        told: dict[int, set[int]] = {}
        for ballot in core.ballots:
            for evidence in ballot.evidence:
                told.setdefault(self.of(evidence.span), set()).add(ballot.number)
        return told

    def settled(self, core: Reading) -> set[int]:
        """The sentences of which the core tells something, and all of it surely."""
        surety: dict[int, float] = {}
        facts = [p.evidence for b in core.ballots for p in b.positions]
        facts += [part for s in core.statements for part in s.parts]
        for fact in facts:
            place = self.of(fact.span)
            surety[place] = min(fact.confidence, surety.get(place, 1.0))
        return {place for place, sure in surety.items() if sure >= _SETTLED}


def _telling(story: Story, core: Reading, places: _Places) -> Sequence[Sentence]:
    """The sentences worth parsing: those with a word of voting, where there are ballots, a quotation or a saying.

    What the core is sure of needs no second opinion, and parsing takes most of the time.
    """
    quoting = {places.of(q.outer) for q in story.quotations}
    settled = places.settled(core)
    out = []
    for sentence in story.sentences:
        if sentence.role is Role.HEADLINE or sentence.index in settled:
            continue
        votes = bool(core.ballots) and CUE.search(sentence.text) is not None
        if votes or sentence.index in quoting or _SAYING.search(sentence.text):
            out.append(sentence)
    return out


def _within(span: Span, quotations: Sequence[Quotation]) -> bool:
    return any(q.outer.meets(span) for q in quotations)


def _ballot(document: Document, ballot: Ballot, seen: Sequence[Seen]) -> Ballot:
    """A ballot of the core with nothing but the votes that the parser sees; those it sees two ways are left out."""
    votes: dict[str, Position] = {}
    torn: set[str] = set()
    for one in seen:
        evidence = document.evidence(one.span, f"{_READER}/voter", ALONE)
        known = votes.setdefault(one.voter, Position(one.voter, one.option, evidence, one.veto))
        if known.option is not one.option:
            torn.add(one.voter)
    kept = tuple(v for k, v in votes.items() if k not in torn)
    return replace(ballot, positions=kept, counts=(), outcomes=(), sponsorships=(), cosponsor_count=None)


def _statements(document: Document, tree: Tree, inside: tuple[Quotation, ...], cast: Cast) -> Iterator[Statement]:
    for saying in quoted(tree, inside, cast):
        yield _statement(document, tree, saying, cast, direct=True)
    for saying in reported(tree, inside, cast):
        yield _statement(document, tree, saying, cast, direct=False)


def _statement(document: Document, tree: Tree, saying: Saying, cast: Cast, *, direct: bool) -> Statement:
    rule = f"{_READER}/{'quoted' if direct else 'clause'}"
    return Statement(
        words=saying.words.of(document.text),
        direct=direct,
        parts=(document.evidence(saying.words, rule, ALONE),),
        sentence=document.evidence(tree.sentence.span, rule, ALONE),
        speaker=saying.speaker,
        role=saying.role,
        represents=saying.represents,
        attributed_as=saying.source.of(document.text),
        verb=saying.cue.of(document.text),
        act=saying.verb.verb.act,
        about=cast.about((saying.words,)),
        certainty=Certainty.REPORTED,
        source_span=saying.source,
        cue_span=saying.cue,
    )
