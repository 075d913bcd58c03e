"""Answers of queries on a terminal: names in place of addresses, lines wrapped to the width, the rows counted."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from textwrap import wrap

from rich.console import Console
from rich.table import Table
from rich.text import Text

from kg.ids import GRAPH, ID
from kg.terms import Literal, NamedNode
from kg.vocab import PREFIXES

Value = object
_LONGEST = 400
# A column is wide where its longest text takes up more than a quarter of a line; of wide ones two fit side by side.
_QUARTERS, _FIT = 4, 2


def print_table(
    console: Console,
    variables: Sequence[str],
    rows: Sequence[Sequence[Value]],
    labels: Mapping[str, str],
    hidden: Collection[str] = (),
) -> None:
    """Print rows as a table. Columns without any value, and the hidden ones, are left out."""
    kept = [
        place
        for place, name in enumerate(variables)
        if name not in hidden and any(row[place] is not None for row in rows)
    ]
    names = [_words(variables[place]) for place in kept]
    texts = [[shown(row[place], labels) for place in kept] for row in rows]
    longest = [max(map(len, column)) for column in zip(*texts, strict=True)]
    if sum(length * _QUARTERS > console.width for length in longest) > _FIT:
        _print_records(console, names, texts)
        return
    table = Table(
        show_edge=False, pad_edge=False, header_style="bold", row_styles=["", "dim"] if len(rows) > 3 else None
    )
    for name, place in zip(names, kept, strict=True):
        numeric = all(_number(row[place]) for row in rows if row[place] is not None)
        table.add_column(name, justify="right" if numeric else "left", overflow="fold", no_wrap=numeric)
    for row in texts:
        table.add_row(*map(Text, row))
    console.print(table)


def _print_records(console: Console, names: Sequence[str], texts: Iterable[Sequence[str]]) -> None:
    """Rows whose columns would be too narrow to read, one below the other: a name and a text on each line."""
    margin = max(map(len, names)) + 2
    for row in texts:
        record = Text()
        for name, text in zip(names, row, strict=True):
            if text:
                record.append(f"{name:>{margin - 2}}  ", style="bold")
                record.append("\n".join(wrap(text, console.width - margin)).replace("\n", "\n" + " " * margin) + "\n")
        console.print(record, soft_wrap=True)


def _words(name: str) -> str:
    """``otherSentence`` -> ``other sentence``."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name)


def count(rows: int, limited: bool = False) -> str:
    """``1 row``, ``12 rows``."""
    return f"{rows:,} row{'' if rows == 1 else 's'}{' (the query gives no more)' if limited else ''}"


def shown(term: Value, labels: Mapping[str, str]) -> str:
    """A term as a reader likes it: a name, a short form of an address, a number of at most four digits."""
    if term is None:
        return ""
    if isinstance(term, Literal):
        return _literal(term)
    if isinstance(term, NamedNode):
        return labels.get(term.value) or short(term.value)
    return str(term)


def short(iri: str) -> str:
    """``kg:votedYes``, ``code:welcome``, ``id/event/undl-4076672``; an address of others as it is."""
    if iri.startswith(ID + "code/"):
        return iri.removeprefix(ID + "code/").replace("-", " ")
    for base in (ID, GRAPH):
        if iri.startswith(base):
            return base.rstrip("/").rsplit("/", 1)[1] + "/" + iri.removeprefix(base)
    if iri.startswith(PREFIXES["kg"]):
        return iri.removeprefix(PREFIXES["kg"])
    for prefix, base in PREFIXES.items():
        if iri.startswith(base):
            return f"{prefix}:{iri.removeprefix(base)}"
    return iri


def addresses(rows: Iterable[Sequence[Value]]) -> set[NamedNode]:
    """The nodes of ours that the rows hold: those that have names."""
    return {term for row in rows for term in row if isinstance(term, NamedNode) and term.value.startswith(ID)}


def _literal(term: Literal) -> str:
    if term.datatype.value.endswith(("#decimal", "#double", "#float")):
        try:
            return f"{float(term.value):.4g}"
        except ValueError:
            return term.value
    return term.value if len(term.value) <= _LONGEST else term.value[: _LONGEST - 1] + "…"


def _number(term: Value) -> bool:
    return isinstance(term, Literal) and term.datatype.value.endswith(
        ("#integer", "#decimal", "#double", "#float", "#nonNegativeInteger")
    )
