"""What is derived and kept in the tree: the dumps in exports/, its picture, the blocks of the READMEs.

``make exports`` runs this file and writes them anew; tests hold them to what the program does now.
"""

import ast
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import redirect_stdout
from pathlib import Path

from quality import floor
from typer.main import get_command

from kg import products
from kg.cli.commands import app
from kg.cli.summary import print_demo
from kg.demo import Demo
from kg.demo import demo as run_demo

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
READING = ROOT / "kg" / "extract" / "README.md"
EXPORTS = ROOT / "exports"
FIGURES = EXPORTS / "figures"
SHARED = ROOT.parent / "shared"
WIDTH = "110"

QUESTION = """\
SELECT ?resolution (COUNT(?state) AS ?states) WHERE {
  ?event kg:symbol ?resolution .
  <https://w3id.org/onrecord/id/state/USA> kg:votedNo ?event .
  ?state kg:votedYes ?event .
} GROUP BY ?resolution ORDER BY ?resolution"""


def typed(*words: str) -> str:
    """What ``kg`` prints on standard output for these words."""
    command = Path(sys.executable).parent / "kg"
    environment = os.environ | {"COLUMNS": WIDTH, "NO_COLOR": "1"}
    return subprocess.run([str(command), *words], env=environment, capture_output=True, text=True, check=True).stdout


def demo(shown: Demo) -> str:
    """What the demo prints, without the seconds it took and the folder it was built in."""
    os.environ["COLUMNS"] = WIDTH
    with redirect_stdout(io.StringIO()) as out:
        print_demo(shown, as_json=False)
    text = out.getvalue().replace(f" -w {shown.summary.workspace}", "").replace(str(shown.summary.workspace), ".kg")
    kept = [line.rstrip() for line in text.splitlines() if not re.match(r"  in [\d.]+ s$", line)]
    return fenced("\n".join(kept).strip())


def query(workspace: Path) -> str:
    """A question in SPARQL and its answer."""
    answer = typed("query", "-q", QUESTION, "-w", str(workspace)).rstrip()
    return fenced(f".venv/bin/kg query -q '\n{QUESTION}'\n\n" + "\n".join(s.rstrip() for s in answer.splitlines()))


def commands() -> str:
    """The commands with the first sentence of their help and their own options."""
    rows = ["| command | what it does | options |", "|---|---|---|"]
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        arguments = " ".join(
            (p.metavar or p.name.upper()) for p in command.params if p.param_type_name == "argument"
        ).replace("|", "\\|")
        options = ", ".join(
            "`" + "/".join(sorted(p.opts, key=len)) + "`"
            for p in command.params
            if p.param_type_name == "option" and p.name not in ("workspace", "help")
        )
        rows.append(
            f"| `kg {name}{' ' if arguments else ''}{arguments}` | {' '.join(command.help.split())} | {options} |"
        )
    return "\n".join(rows)


def score(folder: Path) -> str:
    """The extraction's figures on the annotated articles."""
    typed("extract", str(SHARED / "articles"), "-o", str(folder))
    scored = subprocess.run(
        [sys.executable, str(SHARED / "tools" / "score.py"), str(SHARED / "gold"), str(folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    return fenced(scored.stdout.rstrip())


def fenced(text: str) -> str:
    """Text as a code block."""
    return f"```\n{text}\n```"


def block(name: str, readme: str) -> str:
    """What stands between the README's marks of this name."""
    found = re.search(rf"<!-- {name} -->\n(.*?)\n?<!-- /{name} -->", readme, re.DOTALL)
    if not found:
        raise LookupError(f"README.md has no block {name}")
    return found[1]


def replaced(name: str, text: str, readme: str) -> str:
    """The README with another text between the marks of this name."""
    start, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
    head, rest = readme.split(start, 1)
    return head + start + text + "\n" + end + rest.split(end, 1)[1]


def rooms() -> str:
    """The files of ``kg/extract`` with the first sentence that each says of itself, folder by folder."""
    rows = ["| file | what it says of itself |", "|---|---|"]
    folder = READING.parent
    files = (p for p in folder.rglob("*.py") if p.name != "__init__.py")
    for path in sorted(files, key=lambda p: (p.parent != folder, p.parent.name, p.name)):
        said = " ".join((ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").split("\n\n")[0].split())
        first = re.split(r"(?<=\.) (?=[A-Z])", said.replace("``", "`").replace("|", "\\|"))[0]
        rows.append(f"| `{path.relative_to(folder)}` | {first} |")
    return "\n".join(rows)


def reading(readme: str) -> str:
    """The README of ``kg/extract`` with the rooms and the quality floor of today."""
    blocks = {"rooms": rooms(), "figures": floor.figures(), "phenomena": floor.table()}
    for name, text in blocks.items():
        readme = replaced(name, text, readme)
    return readme


def picture(workspace: Path, folder: Path) -> None:
    """The pictures of the shipped corpus, as one sees them in a browser (where there is one)."""
    browser = shutil.which("chromium")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        for name in ("alignment", "negotiations", "mentions"):
            page = Path(scratch) / f"{name}.html"
            products.view(workspace, name, page)
            if browser:
                subprocess.run(
                    [
                        browser,
                        *["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
                        *["--disable-background-networking", "--disable-component-update", "--disable-sync"],
                        f"--user-data-dir={scratch}/profile",
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--virtual-time-budget=8000",
                        "--window-size=1400,1000",
                        f"--screenshot={folder / name}.png",
                        page.as_uri(),
                    ],
                    capture_output=True,
                    timeout=120,
                    check=True,
                )


def main() -> None:
    """Write everything anew."""
    with tempfile.TemporaryDirectory() as scratch:
        workspace = Path(scratch) / ".kg"
        shown = run_demo(workspace)
        for old in EXPORTS.glob("*"):
            shutil.rmtree(old) if old.is_dir() else old.unlink()
        shutil.copytree(workspace / "exports", EXPORTS, dirs_exist_ok=True)
        picture(workspace, FIGURES)
        readme = README.read_text("utf-8")
        readme = replaced("demo", demo(shown), readme)
        readme = replaced("query", query(workspace), readme)
        readme = replaced("commands", commands(), readme)
        if SHARED.is_dir():
            readme = replaced("score", score(Path(scratch) / "score"), readme)
        README.write_text(readme, "utf-8")
    READING.write_text(reading(READING.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
