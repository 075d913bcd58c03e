"""``kg query``: what is asked, and the answer in the form that is wanted."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pyoxigraph

from kg import questions
from kg.cli.console import console_of
from kg.cli.tables import addresses, count, print_table, shown
from kg.errors import QueryError, WorkspaceError
from kg.questions import Question
from kg.showcase import labels
from kg.store import Boolean, EmbeddedStore, Graph, Solutions, open_store

_TRIPLE_FORMS = {
    "turtle": pyoxigraph.RdfFormat.TURTLE,
    "nquads": pyoxigraph.RdfFormat.N_QUADS,
    "jsonld": pyoxigraph.RdfFormat.JSON_LD,
    "xml": pyoxigraph.RdfFormat.RDF_XML,
}


def answer(workspace: Path, asked: str | None, text: str | None, parameters: Sequence[str], form: str) -> None:
    """Print the answer to a named query, to the SPARQL in a file, or to SPARQL text."""
    question = None
    if text is None:
        text, question = _asked(asked or "")
    if parameters and question is None:
        raise QueryError("parameters belong to named queries: kg query --list shows them")
    bindings = questions.bind(question, parameters) if question else {}
    store = _opened(workspace)
    match store.query(text, bindings):
        case Solutions() as found:
            _solutions(store, found, question, form)
        case Boolean() as found:
            _boolean(found, form)
        case Graph() as found:
            _triples(found, form)


def print_questions(as_json: bool) -> None:
    """The named queries, each with what it answers and the parameters it takes."""
    if as_json:
        listed = [
            {
                "name": q.name,
                "title": q.title,
                "description": q.description,
                "parameters": [
                    {"name": p.name, "type": p.type, "required": p.required, "description": p.description}
                    for p in q.parameters
                ],
            }
            for q in questions.questions().values()
        ]
        print(json.dumps(listed, ensure_ascii=False, indent=1))  # noqa: T201
        return
    console = console_of(sys.stdout)
    for q in questions.questions().values():
        console.print(f"[bold]{q.name}[/bold]  {q.title}", highlight=False)
        for p in q.parameters:
            console.print(f"    -p {p.name}=...  {p.description}", highlight=False, markup=False)
    console.print("\nkg query NAME -p PARAMETER=VALUE", highlight=False)


def _opened(workspace: Path) -> EmbeddedStore:
    """The store of a workspace, without the tables and readers that a question does not need."""
    if not (workspace / "workspace.json").is_file():
        raise WorkspaceError(f"{workspace} is no workspace: run 'kg demo', or 'kg build PATH... -w {workspace}'")
    return open_store(workspace / "store")


def _asked(name: str) -> tuple[str, Question | None]:
    """A named query, or the text of a file or of standard input."""
    if name == "-":
        return sys.stdin.read(), None
    path = Path(name)
    if path.suffix or path.is_file():
        try:
            return path.read_text(encoding="utf-8"), None
        except FileNotFoundError:
            raise QueryError(f"{name}: no such file, and no named query (kg query --list)") from None
        except UnicodeDecodeError:
            raise QueryError(f"{name}: not a text file") from None
    question = questions.question(name)
    return question.sparql, question


def _solutions(store: EmbeddedStore, found: Solutions, question: Question | None, form: str) -> None:
    if form != "table":
        _write(found.serialize(form))
        return
    rows = list(found.rows)
    if not rows:
        print(_nothing(store, question), file=sys.stderr)  # noqa: T201
        return
    console = console_of(sys.stdout)
    if question:
        console.print(question.title, style="bold")
    hidden = question.filters() if question else ()
    print_table(console, found.variables, rows, labels(store, addresses(rows)), hidden)
    print(count(len(rows)), file=sys.stderr)  # noqa: T201


def _nothing(store: EmbeddedStore, question: Question | None) -> str:
    """Why there may be no answer, and what to do."""
    if question and question.view and not any(f"/view/{question.view}/" in g.value for g in store.graphs()):
        return f"No answer: the view {question.view} has not been computed yet. kg analyse {question.view} does it."
    hint = f" to '{question.title}'" if question else ""
    return f"No answer{hint}: the graph holds nothing that fits. kg info says what it holds."


def _boolean(found: Boolean, form: str) -> None:
    if form == "table":
        print("yes" if found.value else "no")  # noqa: T201
    else:
        _write(found.serialize(form))


def _triples(found: Graph, form: str) -> None:
    if form == "table":
        triples = list(found.triples)
        for triple in sorted(triples, key=str):
            print(" ".join(shown(t, {}) for t in (triple.subject, triple.predicate, triple.object)))  # noqa: T201
        print(count(len(triples)), file=sys.stderr)  # noqa: T201
        return
    if form not in _TRIPLE_FORMS:
        raise QueryError(f"no format {form!r} for triples: choose table, {', '.join(_TRIPLE_FORMS)}")
    _write(pyoxigraph.serialize(sorted(found.triples, key=str), format=_TRIPLE_FORMS[form]) or b"")


def _write(data: bytes) -> None:
    sys.stdout.buffer.write(data)
    if not data.endswith(b"\n"):
        sys.stdout.buffer.write(b"\n")
    sys.stdout.flush()
