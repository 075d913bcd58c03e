"""What is kept in the tree says what the program does: README, exports, picture."""

from pathlib import Path

import derived
import pytest

from kg.demo import Demo, demo


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    return demo(tmp_path_factory.mktemp("demo") / ".kg")


@pytest.fixture(scope="module")
def readme() -> str:
    return derived.README.read_text("utf-8")


def test_the_command_reference_is_what_help_says(readme: str) -> None:
    assert derived.block("commands", readme) == derived.commands()


def test_the_readme_shows_what_the_demo_prints(readme: str, shown: Demo) -> None:
    assert derived.block("demo", readme) == derived.demo(shown)


def test_the_readme_shows_a_query_with_its_answer(readme: str, shown: Demo) -> None:
    assert derived.block("query", readme) == derived.query(shown.summary.workspace)


def test_the_readme_shows_the_score_on_the_annotated_articles(readme: str, shared: Path, tmp_path: Path) -> None:
    assert derived.block("score", readme) == derived.score(tmp_path)


def test_the_dumps_are_current(shown: Demo) -> None:
    fresh = shown.summary.workspace / "exports"
    files = sorted(str(p.relative_to(fresh)) for p in fresh.rglob("*") if p.is_file())
    kept = (p.relative_to(derived.EXPORTS) for p in derived.EXPORTS.rglob("*") if p.is_file())
    assert sorted(str(p) for p in kept if p.parts[0] != "figures") == files
    stale = [name for name in files if (fresh / name).read_bytes() != (derived.EXPORTS / name).read_bytes()]
    assert not stale, f"make exports writes these anew: {stale}"


def test_every_picture_the_readme_shows_is_there(readme: str) -> None:
    assert "(exports/figures/alignment.png)" in readme
    for name in ("alignment", "mentions", "negotiations"):
        assert (derived.FIGURES / f"{name}.png").read_bytes().startswith(b"\x89PNG")
