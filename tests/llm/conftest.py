"""A server on loopback for each test; no proxy stands between."""

from collections.abc import Iterator

import pytest
from chat_server import FakeServer


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeServer]:
    """A server that answers as the test wants."""
    for name in ("KG_LLM_URL", "KG_LLM_MODEL", "KG_LLM_KEY", "KG_LLM_TIMEOUT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    server = FakeServer()
    yield server
    server.close()
