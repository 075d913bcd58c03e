"""The command line as a contract: commands, options, exit codes, one line where something goes wrong."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner

from kg import __version__
from kg.check import CheckReport
from kg.check.claims import Article, Ballot, Checked
from kg.cli import commands, main
from kg.cli.commands import app
from kg.cli.tables import print_table
from kg.export import Profile
from kg.model import Decision, Finding
from kg.questions import questions
from kg.terms import Literal

KG = Path(sys.executable).parent / "kg"
TEXT = """A vote in New York

Published: 25 February 2025

NEW YORK - On Monday the UN General Assembly adopted a resolution on Ukraine by 93 votes to 18, with 65 abstentions.
Russia and the United States voted against the resolution, China abstained.
"We had hoped for more," said Mariana Betsa, Ukraine's deputy foreign minister.
"""
COMMANDS = ("demo", "build", "extract", "explain", "query", "check", "analyse", "view", "export", "rebuild", "info")
DECIDING = ("judge", "review")
runner = CliRunner()


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli")
    (folder / "vote.txt").write_text(TEXT, "utf-8")
    done = runner.invoke(app, ["build", str(folder / "vote.txt"), "-w", str(folder / "ws")])
    assert done.exit_code == 0, done.output
    return folder / "ws"


def kg(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(KG), *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **environment},
    )


def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """The ``kg`` command in this process: exit code, output, errors."""
    monkeypatch.setattr(sys, "argv", ["kg", *arguments])
    code = 0
    try:
        main()
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 1
    out, err = capsys.readouterr()
    return code, out, err


def test_every_command_of_the_contract_has_help() -> None:
    overview = runner.invoke(app, ["--help"]).output
    for command in (*COMMANDS, *DECIDING):
        assert f"\n  {command} " in overview
        told = runner.invoke(app, [command, "--help"])
        assert told.exit_code == 0
        assert "--workspace" in told.output or command in ("extract", "explain")
    assert "--install-completion" in overview


def test_version_answers_at_once() -> None:
    answer = kg("--version")
    assert answer.stdout == f"onrecord {__version__}\n"
    assert runner.invoke(app, ["--version"]).output == answer.stdout
    loaded = subprocess.run(
        [sys.executable, "-X", "importtime", str(KG), "--help"], capture_output=True, text=True, check=False
    ).stderr
    assert not [name for name in ("polars", "rdflib", "networkx", "trafilatura", "owlready2") if f" {name}\n" in loaded]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["query", "articles", "-w", "nowhere"], "kg build"),
        (["query", "no-such-question"], "kg query --list"),
        (["check", "-w", "nowhere"], "no workspace"),
        (["build", "no-such-file.txt", "-w", "{tmp}/new"], "no such file or folder"),
        (["view", "nonsense", "-o", "x.html", "-w", "{ws}"], "choose"),
        (["analyse", "nonsense", "-w", "{ws}"], "choose"),
        (["query", "-q", "SELECT ?s {", "-w", "{ws}"], "cannot be parsed"),
        (["query", "-q", "INSERT DATA { <x:a> <x:b> 1 }", "-w", "{ws}"], "read"),
        (["query", "agreement", "-p", "state=Atlantis", "-w", "{ws}"], "Atlantis"),
        (["query", "agreement", "-w", "{ws}"], "-p state"),
        (["query", "articles", "-p", "colour=red", "-w", "{ws}"], "no parameter"),
        (["judge", "a b", "c", "same", "-a", "me", "-w", "{ws}"], "no thing"),
    ],
)
def test_what_goes_wrong_is_one_line_and_exit_code_1(
    arguments: list[str],
    said: str,
    workspace: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    given = [a.replace("{ws}", str(workspace)).replace("{tmp}", str(tmp_path)) for a in arguments]
    code, _, err = run(monkeypatch, capsys, *given)
    assert code == 1
    assert said in err
    assert "Traceback" not in err
    assert len([line for line in err.splitlines() if line.startswith(("kg: ", "left out: "))]) == 1


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["build"], ["query", "--format", "pdf", "articles"], ["query"], ["view", "alignment"]]
)
def test_usage_errors_exit_with_2_and_name_the_help(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = run(monkeypatch, capsys, *arguments)
    assert code == 2
    assert err.count("\n") == 1
    assert "--help" in err


def test_the_unforeseen_is_one_line_too(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("kg.pipeline.info", broken)
    code, _, err = run(monkeypatch, capsys, "info", "-w", str(workspace))
    assert code == 1
    assert err.count("\n") == 1
    assert "ZeroDivisionError: by nought" in err
    assert "report" in err
    monkeypatch.setenv("KG_DEBUG", "1")
    assert "Traceback" in run(monkeypatch, capsys, "info", "-w", str(workspace))[2]


def test_build_says_what_it_holds_and_what_it_left_out(tmp_path: Path) -> None:
    (tmp_path / "vote.txt").write_text(TEXT, "utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    done = runner.invoke(app, ["build", str(tmp_path), "-w", str(tmp_path / "out" / "ws")])
    assert done.exit_code == 1
    assert "1 article" in done.stdout
    assert "left out" in done.stderr
    assert "empty.txt" in done.stderr


def test_extract_reads_standard_input_and_writes_json_lines() -> None:
    done = kg("extract", "-", stdin=TEXT)
    assert done.returncode == 0, done.stderr
    (line,) = done.stdout.splitlines()
    (vote,) = json.loads(line)["votes"]
    assert (vote["body"], vote["yes"], vote["no"], vote["abstain"]) == ("UNGA", 93, 18, 65)
    assert vote["positions"] == {"RUS": "no", "USA": "no", "CHN": "abstain"}


def test_extract_writes_one_file_an_article(tmp_path: Path) -> None:
    (tmp_path / "vote.txt").write_text(TEXT, "utf-8")
    done = runner.invoke(app, ["extract", str(tmp_path / "vote.txt"), "-o", str(tmp_path / "out")])
    assert done.exit_code == 0
    assert json.loads((tmp_path / "out" / "vote.json").read_text("utf-8"))["id"] == "vote"


def test_a_table_shows_names_and_counts_rows(workspace: Path) -> None:
    done = runner.invoke(app, ["query", "votes-of", "-p", "state=Russia", "-w", str(workspace)])
    assert done.exit_code == 0, done.output
    assert "Russia" in done.stdout
    assert "https://" not in done.stdout
    assert "1 row" in done.stderr


def test_nothing_found_is_said(workspace: Path) -> None:
    done = runner.invoke(app, ["query", "vetoes", "-w", str(workspace)])
    assert done.exit_code == 0
    assert "No answer" in done.stderr


def test_a_question_about_a_view_that_is_not_there_says_how_to_get_it(workspace: Path) -> None:
    done = runner.invoke(app, ["query", "alignment", "-w", str(workspace)])
    assert done.exit_code == 0
    assert "kg analyse alignment" in done.stderr


def test_rows_that_are_too_wide_stand_one_below_the_other() -> None:
    console = Console(file=io.StringIO(), width=60)
    rows = [(Literal("a b " * 30), Literal("c d " * 30), Literal("e f " * 30)), (Literal("short"), None, None)]
    print_table(console, ("theWords", "reason", "why"), rows, {})
    lines = console.file.getvalue().splitlines()
    assert lines[0].startswith("the words  a b")
    assert sum(line.startswith("   reason  c d") for line in lines) == 1
    assert [line.split() for line in lines if "short" in line] == [["the", "words", "short"]]


@pytest.mark.parametrize("form", ["json", "csv", "tsv", "xml"])
def test_answers_for_programs(workspace: Path, form: str) -> None:
    done = runner.invoke(app, ["query", "ballots", "--format", form, "-w", str(workspace)])
    assert done.exit_code == 0
    assert "93" in done.stdout
    if form == "json":
        assert len(json.loads(done.stdout)["results"]["bindings"]) == 1


@pytest.mark.parametrize("form", ["turtle", "nquads", "jsonld", "xml"])
def test_triples_for_programs(workspace: Path, form: str) -> None:
    asked = "CONSTRUCT { ?s kg:votedNo ?o } WHERE { ?s kg:votedNo ?o }"
    done = runner.invoke(app, ["query", "-q", asked, "--format", form, "-w", str(workspace)])
    assert done.exit_code == 0, done.stderr
    assert "state/RUS" in done.stdout


def test_the_workspace_may_come_from_the_environment(workspace: Path) -> None:
    assert "1 article" in kg("info", KG_WORKSPACE=str(workspace)).stdout


def test_a_pipe_that_closes_early_is_no_error(workspace: Path) -> None:
    command = f"{KG} query -q 'SELECT ?s ?p ?o {{ ?s ?p ?o }}' --format csv -w {workspace} | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "s,p,o"
    assert done.stderr == ""


def test_json_where_a_program_reads(workspace: Path) -> None:
    held = json.loads(runner.invoke(app, ["info", "--json", "-w", str(workspace)]).stdout)
    assert held["documents"] == 1
    listed = json.loads(runner.invoke(app, ["query", "--list", "--format", "json"]).stdout)
    assert {q["name"] for q in listed} == set(questions())


def test_check_is_short_or_tells_everything_or_is_for_a_program(monkeypatch: pytest.MonkeyPatch) -> None:
    claim = Checked("c", "p", "v", Finding.SUPPORTED, "France abstained", "France abstained", "so", "q", "s", "r", 0)
    article = Article("a", "name", "A headline", "", "", "", (Ballot("e", "A/RES/1", (), (claim,)),))
    report = CheckReport((), (article,))
    monkeypatch.setattr("kg.products.check", lambda *_: report)
    short, everything, program = (runner.invoke(app, ["check", *how]).stdout for how in ([], ["--all"], ["--json"]))
    assert "✓ 1 claim in 1 article agree with the record" in short
    assert "France" not in short
    assert "✓ France abstained" in everything
    assert json.loads(program)["claims"]["totals"]["supported"] == 1


def test_a_judgement_is_appended(workspace: Path) -> None:
    said = ("judge", "official/a-person", "official/another", "different", "--author", "a reader")
    assert runner.invoke(app, [*said, "-w", str(workspace)]).exit_code == 0
    last = json.loads((workspace / "judgements.jsonl").read_text("utf-8").splitlines()[-1])
    assert (last["decision"], last["author"]) == ("different", "a reader")


@pytest.mark.parametrize(("profile", "nodes"), [("core", False), ("popolo", True)])
def test_votes_are_exported_in_popolos_terms_on_request(
    workspace: Path, tmp_path: Path, profile: str, nodes: bool
) -> None:
    done = runner.invoke(app, ["export", str(tmp_path), "--profile", profile, "-w", str(workspace)])
    assert done.exit_code == 0, done.stderr
    assert ("#type> <http://www.w3.org/ns/opengov#VoteEvent>" in (tmp_path / "onrecord.nq").read_text("utf-8")) is nodes


def test_the_choices_of_the_command_line_are_those_of_the_program() -> None:
    assert [p.value for p in commands.Profile] == [p.value for p in Profile]
    assert [d.value for d in commands.Decision] == [d.value for d in Decision]
