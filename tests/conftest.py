"""What all tests share: the folder of real articles and records, read where it stands, skipped where absent."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with real articles, gold and voting records beside the checkout."""
    if not SHARED.is_dir():
        pytest.skip(f"no folder {SHARED.name}/ beside the checkout: real articles and records are not shipped")
    return SHARED
