"""Attributions of political news: how many words of content, source and cue agree with PolNeAR's development split.

polnear.py [FOLDER]      a folder with ``text`` and ``attributions``; by default ../shared/polnear-dev

Prints precision, recall and F1 of tokens (words and signs), added up over the articles, for the files at even places
in sorted order, for those at odd places, and for all; once against the union of an article's annotators, once with
each annotator as a gold of its own. Nothing of the texts is kept.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, TypeAlias

from kg.extract import read
from kg.load.article import from_text
from kg.model import Reading, Span

HERE = Path(__file__).resolve().parents[2]
KINDS = ("content", "source", "cue")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_MARKS = "\"“”„«»‘’'"
_LABEL = re.compile(r"T\d+\t(\w+?)\d* (\d[\d; ]*)\t")

# The places where the tokens of a kind begin.
Marked: TypeAlias = dict[str, set[int]]


class Article(NamedTuple):
    """A text with the annotations of each of its annotators."""

    name: str
    text: str
    gold: tuple[Marked, ...]


class Counts(NamedTuple):
    """Tokens that both mark, that only we mark, that only the gold marks."""

    both: int
    ours: int
    theirs: int

    def scores(self) -> tuple[float, float, float]:
        """Precision, recall, F1."""
        precision = self.both / max(1, self.both + self.ours)
        recall = self.both / max(1, self.both + self.theirs)
        return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def articles(folder: Path) -> list[Article]:
    """The annotated articles of a folder, by name."""
    found = []
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_text("utf-8")
        notes = sorted((folder / "attributions").glob(f"{path.stem}_*.ann"))
        found.append(Article(path.stem, text, tuple(annotated(text, n.read_text("utf-8")) for n in notes)))
    return found


def annotated(text: str, notes: str) -> Marked:
    """The tokens that brat stand-off notes mark as content, source and cue."""
    spans: dict[str, list[Span]] = {kind: [] for kind in KINDS}
    for match in map(_LABEL.match, notes.splitlines()):
        if match and match[1].lower() in spans:
            pieces = (piece.split() for piece in match[2].split(";"))
            spans[match[1].lower()] += [Span(int(start), int(end)) for start, end in pieces]
    return {kind: tokens(text, of) for kind, of in spans.items()}


def tokens(text: str, spans: Iterable[Span]) -> set[int]:
    """Where the tokens inside some spans begin."""
    return {m.start() for span in spans for m in _TOKEN.finditer(text, span.start, span.end)}


def ours(text: str, reading: Reading) -> Marked:
    """The tokens of our statements. PolNeAR's content holds the marks of a quotation and the word 'that'."""
    spans: dict[str, list[Span]] = {kind: [] for kind in KINDS}
    for statement in reading.statements:
        whole = [p.span for p in statement.parts] + ([statement.clause_span] if statement.clause_span else [])
        spans["content"] += [_with_marks(text, s) for s in whole]
        spans["source"] += [statement.source_span] if statement.source_span else []
        spans["cue"] += [statement.cue_span] if statement.cue_span else []
    for state in reading.private_states:
        spans["content"].append(_with_marks(text, state.evidence.span))
        spans["source"] += [state.source_span] if state.source_span else []
        spans["cue"] += [state.cue_span] if state.cue_span else []
    return {kind: tokens(text, of) for kind, of in spans.items()}


def _with_marks(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    if text[start - 5 : start].lower() == "that ":
        start -= 5
    if start and text[start - 1] in _MARKS:
        start -= 1
    if text[end : end + 1] and text[end] in _MARKS:
        end += 1
    return Span(start, end)


def compare(found: Marked, gold: Iterable[Marked], kind: str) -> Counts:
    """The tokens of a kind against one or more golds, added up."""
    both = mine = theirs = 0
    for one in gold:
        both += len(found[kind] & one[kind])
        mine += len(found[kind] - one[kind])
        theirs += len(one[kind] - found[kind])
    return Counts(both, mine, theirs)


def union(gold: tuple[Marked, ...]) -> Marked:
    """What any of the annotators marks."""
    return {kind: set().union(*(one[kind] for one in gold)) for kind in KINDS}


def main(folder: Path) -> int:
    """Print the table."""
    corpus = articles(folder)
    if not corpus:
        print(f"no annotated articles in {folder}: nothing to measure")
        return 0
    found = [ours(a.text, read(from_text(a.text, a.name))) for a in corpus]
    print("| articles | gold |" + "".join(f" {kind} P | R | F1 |" for kind in KINDS))
    print("|---|---|" + "---:|" * 9)
    for part, places in (("even", slice(0, None, 2)), ("odd", slice(1, None, 2)), ("all", slice(None))):
        for name in ("union", "each"):
            cells = []
            for kind in KINDS:
                total: Counter[str] = Counter()
                for article, marked in zip(corpus[places], found[places], strict=True):
                    gold = (union(article.gold),) if name == "union" else article.gold
                    total.update(compare(marked, gold, kind)._asdict())
                cells += [f" {score:.3f} |" for score in Counts(**total).scores()]
            print(f"| {part} | {name} |" + "".join(cells))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "shared" / "polnear-dev"))
