"""The commands. Their names, options and help are a contract that tests pin."""

import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kg import __version__
from kg.cli.progress import progress_bar
from kg.config import (
    DEFAULT_WORKSPACE,
    LLM_MODEL_VARIABLE,
    LLM_URL_VARIABLE,
    PARSER_VARIABLE,
    WORKSPACE_VARIABLE,
)

app = typer.Typer(
    name="kg",
    help="A knowledge graph of diplomacy: who said what, who voted how, and whether the official record agrees.",
    epilog="Start with: kg demo",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Workspace = Annotated[
    Path,
    typer.Option(
        "--workspace", "-w", envvar=WORKSPACE_VARIABLE, help="The folder that holds the graph.", show_default=True
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")]
WithParser = Annotated[
    bool,
    typer.Option(
        "--parser", envvar=PARSER_VARIABLE, help="Let a small parser read as well: it comes with the extra 'spacy'."
    ),
]
Llm = Annotated[
    str | None,
    typer.Option(
        "--llm",
        envvar=LLM_URL_VARIABLE,
        metavar="URL",
        help="Let a language model read as well: the address of a server that speaks OpenAI's API. The key, where it "
        "wants one, is the environment variable KG_LLM_KEY.",
    ),
]
Model = Annotated[
    str | None,
    typer.Option("--model", envvar=LLM_MODEL_VARIABLE, metavar="NAME", help="The model that is asked there."),
]


class Format(StrEnum):
    """The forms of an answer."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"
    XML = "xml"
    TURTLE = "turtle"
    NQUADS = "nquads"
    JSONLD = "jsonld"


class Profile(StrEnum):
    """How votes are written: a triple each, or in Popolo's terms as well."""

    CORE = "core"
    POPOLO = "popolo"


class Decision(StrEnum):
    """Whether two things are one; ``unsure`` takes an earlier decision back."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


Kind = StrEnum("Kind", "VOTE TALLY OUTCOME SPONSORSHIP COSPONSORS STATEMENT TENURE NEGOTIATION STANCE DEMAND HABIT")


class Verdict(StrEnum):
    """What the record finds of a claim."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    NOT_IN_RECORD = "not-in-record"
    UNCLEAR = "unclear"


def _version(value: bool) -> None:
    if value:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Nothing to do before a command."""


@app.command()
def demo(
    workspace: Workspace = DEFAULT_WORKSPACE,
    as_json: AsJson = False,
) -> None:
    """Build the shipped corpus, check, analyse and export it, and print what it holds."""
    from kg.cli.summary import print_demo
    from kg.demo import demo as run

    with progress_bar() as progress:
        shown = run(workspace, progress)
    print_demo(shown, as_json)


@app.command()
def build(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH...",
            help="Articles (.txt .html .jsonl .warc.gz), roll calls (.csv, also packed), folders; - is standard input.",
        ),
    ],
    workspace: Workspace = DEFAULT_WORKSPACE,
    as_json: AsJson = False,
    parser: WithParser = False,
    llm: Llm = None,
    model: Model = None,
) -> None:
    """Read articles and roll-call files into the graph. Exit code 1 says that something was left out."""
    from kg import pipeline
    from kg.cli.summary import print_build
    from kg.llm import server

    with progress_bar() as progress:
        summary = pipeline.build(paths, workspace, progress, server=server(llm, model), parser=parser)
    print_build(summary, as_json)
    if summary.refused or summary.unheard:
        raise typer.Exit(1)


@app.command()
def extract(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Articles, folders, or - for standard input.")],
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", help="Write DIR/<name>.json for each article; without it, JSON lines on standard output."
        ),
    ] = None,
    parser: WithParser = False,
    llm: Llm = None,
    model: Model = None,
    cache: Annotated[Path | None, typer.Option("--cache", help="A folder that keeps the model's answers.")] = None,
) -> None:
    """Read articles and write what they say: one JSON object each, with votes, statements, officials, negotiations."""
    from kg import products
    from kg.cli.summary import print_extracts
    from kg.llm import server

    with progress_bar() as progress:
        found = products.extract(paths, progress, server(llm, model), cache, parser=parser)
        refused = print_extracts(found, out)
    if refused:
        raise typer.Exit(1)


@app.command()
def explain(
    paths: Annotated[list[str], typer.Argument(metavar="FILE...", help="Articles, folders, or - for standard input.")],
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE.html", help="Write one page that works offline.")
    ] = None,
    as_json: AsJson = False,
    parser: WithParser = False,
) -> None:
    """Print articles with every claim marked in them: what was understood, by which rule, how sure."""
    from kg import products
    from kg.cli.explaining import print_explained

    with progress_bar() as progress:
        refused = print_explained(products.explain(paths, progress, parser=parser), out, json_lines=as_json)
    if refused:
        raise typer.Exit(1)


@app.command()
def query(
    question: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME|FILE]", help="A named query (see --list), a file with SPARQL, or - for standard input."
        ),
    ] = None,
    text: Annotated[
        str | None, typer.Option("-q", "--query", metavar="TEXT", help="SPARQL text; the usual prefixes are known.")
    ] = None,
    parameters: Annotated[
        list[str] | None,
        typer.Option("-p", "--param", metavar="NAME=VALUE", help="A parameter of a named query: -p state=HUN."),
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="The form of the answer.")] = Format.TABLE,
    listed: Annotated[bool, typer.Option("--list", help="List the named queries and their parameters.")] = False,
    workspace: Workspace = DEFAULT_WORKSPACE,
) -> None:
    """Ask the graph: a named query, a file, or SPARQL text."""
    from kg.cli.answers import answer, print_questions

    if listed:
        print_questions(as_json=form is Format.JSON)
        return
    if (question is None) == (text is None):
        raise typer.BadParameter(
            "give a named query or a file, or SPARQL text with -q; kg query --list shows the names"
        )
    answer(workspace, question, text, parameters or [], form.value)


@app.command()
def check(
    workspace: Workspace = DEFAULT_WORKSPACE,
    everything: Annotated[bool, typer.Option("--all", help="Tell of every claim, also those that are right.")] = False,
    as_json: AsJson = False,
) -> None:
    """Check the graph: SHACL, OWL consistency, vote arithmetic, quotations, claims against the record."""
    from kg import products
    from kg.cli.summary import print_check

    with progress_bar() as progress:
        report = products.check(workspace, progress)
    print_check(report, as_json, everything)
    if not report.ok:
        raise typer.Exit(1)


@app.command()
def analyse(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]...", help="Views to compute; all where none is named.")
    ] = None,
    window: Annotated[
        str, typer.Option("--window", metavar="YEARS", help="The years that count: all, 2025, 2016-2025.")
    ] = "all",
    workspace: Workspace = DEFAULT_WORKSPACE,
    as_json: AsJson = False,
) -> None:
    """Compute views (alignment, centrality ...) and write their scores back as named graphs."""
    from kg import pipeline
    from kg.cli.summary import print_views

    with progress_bar() as progress:
        computed = pipeline.analyse(workspace, names or [], window, progress)
    print_views(computed, as_json)


@app.command()
def view(
    name: Annotated[str, typer.Argument(help="The view to draw.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE.html", help="The page to write.")],
    workspace: Workspace = DEFAULT_WORKSPACE,
) -> None:
    """Draw a view as a page that works offline."""
    from kg import products

    products.view(workspace, name, out)
    typer.echo(f"{out}: open it in a browser; it needs no network")


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder to write.")],
    profile: Annotated[
        Profile, typer.Option("--profile", help="popolo adds a node for every vote, in Popolo's terms.")
    ] = Profile.CORE,
    workspace: Workspace = DEFAULT_WORKSPACE,
) -> None:
    """Write the graph as N-Quads, TriG, Turtle, JSON-LD, RDF/XML, GraphML, GEXF and CSVW, with VoID and DCAT."""
    from kg import products
    from kg.cli.summary import print_files

    with progress_bar() as progress:
        files = products.export(workspace, folder, progress, profile.value)
    print_files(folder, files)


@app.command()
def rebuild(
    workspace: Workspace = DEFAULT_WORKSPACE,
    as_json: AsJson = False,
) -> None:
    """Make the store again from the workspace's files."""
    from kg import pipeline
    from kg.cli.summary import print_build

    with progress_bar() as progress:
        summary = pipeline.rebuild(workspace, progress)
    print_build(summary, as_json)


@app.command()
def info(
    workspace: Workspace = DEFAULT_WORKSPACE,
    as_json: AsJson = False,
) -> None:
    """Say what the workspace holds."""
    from kg import pipeline
    from kg.cli.summary import print_info

    print_info(pipeline.info(workspace), as_json)


@app.command()
def judge(
    left: Annotated[str, typer.Argument(help="One thing: the IRI or the last part of it (official/vasily-nebenzya).")],
    right: Annotated[str, typer.Argument(help="The other thing.")],
    decision: Annotated[Decision, typer.Argument(help="Whether they are one; unsure takes an earlier decision back.")],
    author: Annotated[str, typer.Option("--author", "-a", help="Who decides.")],
    reason: Annotated[str, typer.Option("--reason", "-r", help="Why.")] = "",
    workspace: Workspace = DEFAULT_WORKSPACE,
) -> None:
    """Decide whether two names are one actor, or two reports one event. Decisions are appended, never rewritten."""
    from kg import pipeline

    pipeline.judge(workspace, (left, right), decision.value, author, reason)
    typer.echo(f"noted: {left} and {right} are {decision}; kg rebuild applies it", file=sys.stderr)


@app.command()
def review(  # noqa: PLR0913  # as many parameters as options
    claim: Annotated[
        str | None, typer.Argument(metavar="[CLAIM]", help="A claim by its short id or IRI; without it, one by one.")
    ] = None,
    *,
    accept: Annotated[bool, typer.Option("--accept", help="The article says so.")] = False,
    reject: Annotated[bool, typer.Option("--reject", help="The article does not say so.")] = False,
    edits: Annotated[
        list[str] | None,
        typer.Option("--edit", metavar="KEY=VALUE", help="The article says this instead: --edit option=abstain."),
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take the answer back.")] = False,
    note: Annotated[str, typer.Option("--note", help="Why.")] = "",
    author: Annotated[str, typer.Option("--author", "-a", envvar="KG_AUTHOR", help="Who answers.")] = "",
    day: Annotated[
        datetime | None, typer.Option("--date", formats=["%Y-%m-%d"], help="The day to note with the answer.")
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the claims and what was answered.")] = False,
    article: Annotated[str | None, typer.Option("--article", help="Only claims of this article.")] = None,
    kind: Annotated[Kind | None, typer.Option("--kind", help="Only claims of this kind.")] = None,
    verdict: Annotated[
        Verdict | None, typer.Option("--verdict", help="Only claims of which the record says so.")
    ] = None,
    below: Annotated[
        float | None, typer.Option("--below", min=0, max=1, help="Only claims less sure than this (0 to 1).")
    ] = None,
    later: Annotated[bool, typer.Option("--later", help="Leave the store as it is; kg rebuild applies it.")] = False,
    workspace: Workspace = DEFAULT_WORKSPACE,
    as_json: AsJson = False,
) -> None:
    """Accept, reject or edit claims, the least sure first. Answers are appended and outlive every rebuild."""
    from kg.cli import reviewing
    from kg.model import Answer

    wanted = reviewing.wanted(article, kind, verdict, below)
    request = reviewing.Request(workspace, author, note, day.date() if day else None, later, wanted)
    if listed or as_json:
        reviewing.list_claims(request, as_json=as_json)
        return
    given = {Answer.ACCEPTED: accept, Answer.REJECTED: reject, Answer.EDITED: bool(edits), Answer.WITHDRAWN: undo}
    answers = [answer for answer, said in given.items() if said]
    if len(answers) != (1 if claim else 0):
        raise typer.BadParameter("give a claim and one of --accept, --reject, --edit, --undo; or none of them")
    if not author.strip():
        raise typer.BadParameter("say who answers: --author NAME, or KG_AUTHOR in the environment")
    if claim:
        reviewing.one_answer(request, claim, answers[0], edits or [])
    else:
        from kg.cli.walking import walk

        walk(request)
