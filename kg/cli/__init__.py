"""The command line (placeholder while the rooms are built)."""

import json
from pathlib import Path

import typer

from kg import extract as reading
from kg.extract.contract import as_json
from kg.load.article import documents

app = typer.Typer()


@app.command()
def extract(paths: list[Path], out: Path = typer.Option(Path("out"), "-o")) -> None:
    """Read articles; one JSON object each."""
    out.mkdir(parents=True, exist_ok=True)
    for path in paths:
        for document in documents(path):
            text = json.dumps(as_json(document, reading.read(document)), ensure_ascii=False, indent=1)
            (out / f"{document.name}.json").write_text(text + "\n", "utf-8")


@app.callback()
def _root() -> None:
    """OnRecord."""


def main() -> None:
    """Entry point."""
    app()
