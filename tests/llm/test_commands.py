"""``--llm`` on the command line: what is printed, what is kept, what is asked again."""

import builtins
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from chat_server import FakeServer, completion, facts, failure
from typer.testing import CliRunner

from kg import pipeline, products
from kg.cli import main
from kg.cli.commands import app
from kg.config import PROGRAM
from kg.llm import Server
from kg.workspace import Workspace

TEXT = """A close vote in Geneva

Published: 4 March 2021

The Human Rights Council met on Tuesday in Geneva. A text on river rights went through by twenty-four votes to 19 after
a long debate. Peru and Chad could not live with it.

"We do not like the text," said Ana Silva, the ambassador of Brazil.
"""
ROLL = "A text on river rights went through by twenty-four votes to 19"
VOTE: dict[str, Any] = {
    "evidence": ["The Human Rights Council met on Tuesday in Geneva.", ROLL],
    "body": "Human Rights Council",
    "counts": [{"option": "yes", "number": 24, "evidence": ROLL}, {"option": "no", "number": 19, "evidence": ROLL}],
    "positions": [
        {"state": "Peru", "option": "no", "evidence": "Peru and Chad could not live with it."},
        {"state": "Cuba", "option": "no", "evidence": "Cuba was against it, too."},
    ],
}
KEY = "sk-secret-0123456789"
runner = CliRunner()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "rivers.txt").write_text(TEXT, "utf-8")
    (tmp_path / "articles" / "lakes.txt").write_text(
        TEXT.replace("river", "lake").replace("Tuesday", "Monday"), "utf-8"
    )
    return tmp_path / "articles"


def options(fake: FakeServer) -> list[str]:
    return ["--llm", fake.url, "--model", "small"]


def test_extract_lets_a_model_read_as_well(fake: FakeServer, folder: Path, tmp_path: Path) -> None:
    fake.replies = [completion(f"```json\n{facts(votes=[VOTE])}\n```")]
    done = runner.invoke(
        app,
        ["extract", str(folder / "rivers.txt"), *options(fake), "--cache", str(tmp_path / "cache")],
        env={"KG_LLM_KEY": KEY},
    )
    assert done.exit_code == 0, done.output
    (vote,) = json.loads(done.stdout)["votes"]
    assert (vote["body"], vote["yes"], vote["no"], vote["positions"]) == ("UNHRC", 24, 19, {"PER": "no"})
    assert fake.headers[0]["Authorization"] == f"Bearer {KEY}"
    assert KEY not in done.output
    again = ["extract", str(folder / "rivers.txt"), "--cache", str(tmp_path / "cache")]
    told = runner.invoke(app, again, env={"KG_LLM_URL": fake.url, "KG_LLM_MODEL": "small"})
    assert told.stdout == done.stdout
    assert len(fake.asked) == 1
    assert not any(KEY.encode() in path.read_bytes() for path in (tmp_path / "cache").rglob("*.json"))


def test_a_server_that_fails_leaves_what_the_core_reads(fake: FakeServer, folder: Path, tmp_path: Path) -> None:
    fake.replies = [failure(401, f"invalid key {KEY}")]
    alone = runner.invoke(app, ["extract", str(folder), "-o", str(tmp_path / "alone")])
    done = runner.invoke(
        app, ["extract", str(folder), "-o", str(tmp_path / "out"), *options(fake)], env={"KG_LLM_KEY": KEY}
    )
    assert (alone.exit_code, done.exit_code) == (0, 1)
    (line,) = done.stderr.splitlines()
    assert line.startswith("not heard: llm/small@1 on 2 articles (lakes, rivers): ")
    assert "does not let us in (401: invalid key ***)" in line
    for name in ("lakes.json", "rivers.json"):
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "alone" / name).read_bytes()


def test_build_keeps_answers_and_asks_again_only_for_what_is_new(
    fake: FakeServer, folder: Path, tmp_path: Path
) -> None:
    fake.replies = [completion(facts(votes=[VOTE]))]
    workspace = tmp_path / "ws"
    command = ["build", str(folder / "rivers.txt"), "-w", str(workspace), *options(fake)]
    done = runner.invoke(app, command)
    assert done.exit_code == 0, done.output
    assert "1 of these claimed by a second reader" in done.stdout
    (reading,) = Workspace.open(workspace).readings().values()
    assert reading.extractor == f"{PROGRAM}+llm/small@1"
    assert {p.voter: p.evidence.rule for b in reading.ballots for p in b.positions} == {"PER": "llm/small"}
    assert products.check(workspace).ok
    assert runner.invoke(app, command).exit_code == 0
    assert len(fake.asked) == 1
    for name in ("claims.jsonl", "documents.jsonl"):
        assert (workspace / name).stat().st_size
    (workspace / "claims.jsonl").unlink()
    assert runner.invoke(app, command).exit_code == 0
    assert len(fake.asked) == 1
    assert list(Workspace.open(workspace).readings().values()) == [reading]


def test_a_change_of_readers_means_to_read_again(fake: FakeServer, folder: Path, tmp_path: Path) -> None:
    fake.replies = [completion(facts(votes=[VOTE]))]
    article, workspace = [str(folder / "rivers.txt")], tmp_path / "ws"

    def votes() -> int:
        (reading,) = Workspace.open(workspace).readings().values()
        return sum(len(b.positions) for b in reading.ballots)

    pipeline.build(article, workspace)
    assert votes() == 0
    pipeline.build(article, workspace, server=Server(fake.url, "small"))
    assert votes() == 1
    pipeline.build(article, workspace, server=Server(fake.url, "large"))
    assert len(fake.asked) == 2
    pipeline.build(article, workspace)
    assert votes() == 0


def test_what_was_not_heard_is_asked_at_the_next_build(fake: FakeServer, folder: Path, tmp_path: Path) -> None:
    def answer(passage: str) -> Any:
        return failure(400, "too long") if "lake" in passage else completion(facts(votes=[VOTE]))

    fake.answer = answer
    command = ["build", str(folder), "-w", str(tmp_path / "ws"), *options(fake)]
    done = runner.invoke(app, command)
    assert done.exit_code == 1
    assert done.stderr.count("not heard: llm/small@1 on 1 article (lakes): ") == 1
    told = runner.invoke(app, [*command, "--json"])
    (unheard,) = json.loads(told.stdout)["unheard"]
    assert (unheard["reader"], unheard["documents"]) == ("llm/small@1", ["lakes"])
    assert "2 articles" in done.stdout
    fake.answer = lambda _: completion(facts())
    assert runner.invoke(app, command).exit_code == 0
    assert len(fake.asked) == 4


def said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What the ``kg`` command says on standard error when it fails."""
    monkeypatch.setattr(sys, "argv", ["kg", *arguments])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 1
    return capsys.readouterr().err


def test_an_address_without_a_model_is_one_line(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    err = said(monkeypatch, capsys, "extract", str(folder), "--llm", "http://localhost:1")
    assert err == "kg: --llm needs a model as well: give --model NAME or KG_LLM_MODEL\n"


def test_without_the_libraries_one_line_says_what_to_install(
    fake: FakeServer, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.partition(".")[0] in ("httpx2", "tenacity"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(name, *rest)

    for loaded in [
        m
        for m in sys.modules
        if m.partition(".")[0] in ("httpx2", "tenacity") or m in ("kg.llm.reader", "kg.llm.client")
    ]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setattr(builtins, "__import__", without)
    err = said(monkeypatch, capsys, "extract", str(folder), *options(fake))
    assert err == "kg: --llm needs httpx2, which is not installed: pip install 'onrecord[llm]'\n"


def test_nothing_of_it_is_loaded_unless_it_is_asked_for(folder: Path) -> None:
    code = (
        "import sys, kg.extract, kg.products, kg.pipeline; "
        f"list(kg.products.extract([{str(folder)!r}])); "
        "sys.exit(bool({'httpx2', 'tenacity', 'kg.llm.reader'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
