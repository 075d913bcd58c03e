"""A second reader: what a small dependency parser sees in the sentences that tell of votes and words.

It is optional (``pip install 'onrecord[spacy]'``), errs more often than the core, and never overrules it: see
``kg.extract.agreement`` for what is made of the two. It has no ballots of its own: a vote that it sees is put to the
ballot of the core that the same sentence tells of.
"""

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
        seen: list[tuple[Span, Seen]] = []
        said: list[Statement] = []
        for tree in trees(document.text, _telling(story, core), story.quotations):
            inside = tuple(q for q in story.quotations if tree.sentence.span.holds(q.outer))
            if core.ballots:
                seen += [(tree.sentence.span, s) for s in positions(tree, named) if not _within(s.span, inside)]
            said += _statements(document, tree, inside, cast)
        ballots = tuple(_ballot(document, b, core.ballots, seen) for b in core.ballots)
        return Reading(document.id, self.name, tuple(b for b in ballots if b.positions), tuple(said))


@cache
def parser() -> Parser:
    """The parser, loaded once (two seconds). Unavailable where it is not installed."""
    return Parser()


def _telling(story: Story, core: Reading) -> Sequence[Sentence]:
    """The sentences worth parsing: those with a word of voting, where there are ballots, a quotation or a saying."""
    quotes = [q.outer.start for q in story.quotations]
    out = []
    place = 0
    for sentence in story.sentences:
        if sentence.role is Role.HEADLINE:
            continue
        while place < len(quotes) and quotes[place] < sentence.span.start:
            place += 1
        quote = place < len(quotes) and quotes[place] < sentence.span.end
        votes = bool(core.ballots) and CUE.search(sentence.text) is not None
        if quote or votes or not SPEECH_VERBS.isdisjoint(sentence.text.replace(",", " ").split()):
            out.append(sentence)
    return out


def _within(span: Span, quotations: Sequence[Quotation]) -> bool:
    return any(q.outer.meets(span) for q in quotations)


def _ballot(
    document: Document, ballot: Ballot, all_ballots: Sequence[Ballot], seen: Sequence[tuple[Span, Seen]]
) -> Ballot:
    """A ballot of the core with nothing but the votes that the parser sees in sentences that tell of it alone."""
    votes: dict[str, Position] = {}
    torn: set[str] = set()
    for sentence, one in seen:
        told = [b.number for b in all_ballots if any(e.span.meets(sentence) for e in b.evidence)]
        if told != [ballot.number]:
            continue
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
