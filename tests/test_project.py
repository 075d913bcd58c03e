"""What the project promises of itself: pinned tools, no registry's address, contracts that hold."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def project() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def test_every_dependency_is_pinned_and_hashed(project: dict) -> None:
    pins = (ROOT / "constraints.txt").read_text("utf-8")
    names = [
        re.split(r"[<>=\[ ]", line)[0].lower().replace("_", "-")
        for line in project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    ]
    for name in names:
        pinned = re.search(rf"^{re.escape(name)}==\S+.*\\$", pins, re.MULTILINE)
        assert pinned, f"{name} is not pinned: make constraints"
    for pin in re.findall(r"^\S+==.*$", pins, re.MULTILINE):
        assert pin.endswith("\\"), f"{pin} has no hash"


def test_constraints_name_no_address() -> None:
    assert not re.search(r"https?://|--index-url|--extra-index", (ROOT / "constraints.txt").read_text("utf-8"))


def test_imports_go_down_only() -> None:
    run = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout


def test_files_hold_one_idea() -> None:
    lengths = {p.relative_to(ROOT): len(p.read_text("utf-8").splitlines()) for p in (ROOT / "kg").rglob("*.py")}
    assert not {str(path): n for path, n in lengths.items() if n > 450}
