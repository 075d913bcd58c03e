"""What all tests share: the folder of real articles and records, and an end to patience."""

import signal
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest

SHARED = Path(__file__).parents[2] / "shared"
PATIENCE = 90  # seconds of processor time; hundreds of times what a linear reader takes, far less than a quadratic one


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with real articles, gold and voting records beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip(f"no folder {SHARED.name}/ beside the checkout: real articles and records are not shipped")
    return SHARED


@pytest.fixture(autouse=True)
def _patience(request: pytest.FixtureRequest) -> Iterator[None]:
    """Nothing may hang: a test that takes this much work has met something that is not linear."""

    def tired(_signal: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"{request.node.name} took {PATIENCE} s of processor time")

    before = signal.signal(signal.SIGPROF, tired)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE * (10 if request.node.get_closest_marker("slow") else 1))
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.signal(signal.SIGPROF, before)
