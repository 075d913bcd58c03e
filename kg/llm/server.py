"""Which server and model are asked, and what may not be asked."""

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

from kg.config import LLM_KEY_VARIABLE, LLM_MODEL_VARIABLE, LLM_TIMEOUT_VARIABLE, LLM_URL_VARIABLE
from kg.errors import InputError

__all__ = ["Server", "server"]

_TIMEOUT = 120.0
_PATH = "/chat/completions"


@dataclass(frozen=True, slots=True)
class Server:
    """A model and where it is asked. ``url`` is the base before ``/chat/completions``, as in ``http://localhost:8000/v1``.

    ``timeout``: seconds that one answer may take; ``attempts``: how often a question is put at most; ``longest_pause``:
    seconds between two attempts at most; ``at_once``: questions under way at a time. The key is not shown.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    timeout: float = _TIMEOUT
    attempts: int = 4
    longest_pause: float = 30.0
    at_once: int = 4

    @property
    def endpoint(self) -> str:
        """Where questions are posted."""
        base = self.url.rstrip("/")
        return base if base.endswith(_PATH) else base + _PATH

    @property
    def host(self) -> str:
        """The server in messages: scheme, host and port, nothing that may be secret."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def label(self) -> str:
        """The model in rules and IRIs: ``llm/meta-llama/Llama-3.1-8B``."""
        return "llm/" + quote(self.model, safe="/:._-")


def server(url: str | None, model: str | None, environment: Mapping[str, str] = os.environ) -> Server | None:
    """The server to ask, None where none is named. Its key and how long an answer may take are in the environment.

    InputError for an address that is none, that holds a password, or that would send the key over an open line.
    """
    url, model = (url or "").strip(), (model or "").strip()
    if not url:
        if model:
            raise InputError(f"the model {model} is asked at no address: give --llm URL or {LLM_URL_VARIABLE}")
        return None
    if not model:
        raise InputError(f"--llm needs a model as well: give --model NAME or {LLM_MODEL_VARIABLE}")
    if not model.isprintable() or len(model) > 200:
        raise InputError("the name of the model is not one line of text")
    found = Server(url, model, environment.get(LLM_KEY_VARIABLE, "").strip(), _timeout(environment))
    _check(found)
    return found


def _timeout(environment: Mapping[str, str]) -> float:
    given = environment.get(LLM_TIMEOUT_VARIABLE, "")
    try:
        seconds = float(given or _TIMEOUT)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= 3600:
        raise InputError(f"{LLM_TIMEOUT_VARIABLE} is {given!r}: give the seconds that an answer may take, up to 3600")
    return seconds


def _check(found: Server) -> None:
    try:
        parts = urlsplit(found.url)
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        known = False
    if not known:
        raise InputError("--llm takes the address of a server, as in http://localhost:8000/v1")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise InputError(f"--llm takes a plain address; a key belongs in {LLM_KEY_VARIABLE}, where nobody reads it")
    if not (found.key.isascii() and found.key.isprintable()):
        raise InputError(f"{LLM_KEY_VARIABLE} is no key: it holds characters that no key has")
    if found.key and parts.scheme == "http" and not _is_near(parts.hostname or ""):
        raise InputError(f"{LLM_KEY_VARIABLE} would go to {found.host} over an open line: give an https address")


def _is_near(host: str) -> bool:
    """Whether a host is this machine or stands in a network of one's own."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return "." not in host or host.endswith((".local", ".localhost", ".internal", ".lan"))
    return address.is_private or address.is_loopback
