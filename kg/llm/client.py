"""Asking a server for a chat completion: in time, again where it helps, without giving anything away."""

import threading
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import httpx2
import msgspec
from tenacity import (
    RetryCallState,
    Retrying,
    retry_if_exception_type,
    stop_after_attempt,
    stop_after_delay,
    wait_random_exponential,
)

from kg.config import LLM_KEY_VARIABLE
from kg.errors import ReaderError, Unavailable
from kg.llm.server import Server

__all__ = ["Chat", "CutOffError"]

# An answer with all facts of a piece has some ten thousand characters.
_LARGEST = 4_000_000
_CONNECT = 10.0
# Busy or broken for the moment; anything else that is not 200 stays as it is.
_LATER = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 520, 522, 524, 529})
# Whoever asks to come back later than this is not waited for.
_LONGEST_WAIT = 60.0
# A server that lets every question run out of time is asked twice, not four times.
_PATIENCE = 60.0
_SHOWN = 200
# What some servers do not know, and the words by which they say so: it is left out then.
_OPTIONAL: Mapping[str, tuple[str, ...]] = {
    "response_format": ("response_format", "json_schema", "grammar", "structured"),
    "temperature": ("temperature",),
}


class CutOffError(ReaderError):
    """An answer that broke off because it grew too long: a shorter question may help."""


class _LaterError(Exception):
    """The server may answer another time, ``after`` seconds where it says so."""

    def __init__(self, reason: str, after: float | None = None) -> None:
        super().__init__(reason)
        self.after = after


class _RejectedError(Exception):
    """The server does not take the question as it is put."""


class Chat:
    """A server that is asked. May be used by several threads at once; ``close`` ends what waits."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._closed = threading.Event()
        self._left_out: frozenset[str] = frozenset()
        headers = {"Authorization": f"Bearer {server.key}"} if server.key else {}
        self._client = httpx2.Client(
            headers=headers,
            timeout=httpx2.Timeout(server.timeout, connect=min(_CONNECT, server.timeout)),
            follow_redirects=False,  # neither the key nor the text goes where nobody sent it
        )
        self._retrying = Retrying(
            retry=retry_if_exception_type(_LaterError),
            wait=self._pause,
            stop=stop_after_attempt(server.attempts) | stop_after_delay(max(_PATIENCE, 1.5 * server.timeout)),
            sleep=self._sleep,
            reraise=True,
        )

    def close(self) -> None:
        """Give back the connections; questions under way come to their end, none is put again."""
        self._closed.set()
        self._client.close()

    def ask(self, question: Mapping[str, Any]) -> str:
        """The text that the model answers to a request of the chat API, ``model`` and ``messages`` included.

        ReaderError where there is no answer, Unavailable where there will be none to any question, CutOffError where
        the answer breaks off.
        """
        known = self._left_out
        while True:
            try:
                return self._retrying(self._once, {k: v for k, v in question.items() if k not in known})
            except _LaterError as error:
                raise ReaderError(f"{self._server.host} {error}") from None
            except _RejectedError as error:
                unknown = {key for key, words in _OPTIONAL.items() if any(w in str(error).lower() for w in words)}
                if unknown <= known:
                    raise ReaderError(f"{self._server.host} does not take the question: {error}") from None
                known = self._left_out = known | unknown

    def _once(self, question: Mapping[str, Any]) -> str:
        if self._closed.is_set():
            raise Unavailable("stopped")
        deadline = time.monotonic() + self._server.timeout
        try:
            with self._client.stream("POST", self._server.endpoint, json=question) as response:
                data = bytearray()
                for part in response.iter_bytes():
                    data += part
                    if len(data) > _LARGEST:
                        raise ReaderError(f"{self._server.host} answers without end")
                    if time.monotonic() > deadline:
                        raise httpx2.ReadTimeout("")
        except httpx2.TimeoutException:
            raise _LaterError(f"does not answer within {self._server.timeout:g} s") from None
        except httpx2.TransportError as error:
            raise _LaterError(f"does not answer ({type(error).__name__}: {self._plain(error)})") from None
        except httpx2.HTTPError as error:
            raise ReaderError(f"{self._server.host} answers what cannot be read ({type(error).__name__})") from error
        if response.status_code != httpx2.codes.OK:
            self._fail(response, bytes(data))
        return self._text(bytes(data))

    def _fail(self, response: httpx2.Response, data: bytes) -> None:
        status, host = response.status_code, self._server.host
        said = self._plain(_message(data) or response.reason_phrase)
        if status in _LATER:
            after = _seconds(response.headers.get("Retry-After", ""))
            if after is not None and after > _LONGEST_WAIT:
                raise Unavailable(f"{host} asks to come back in {after:.0f} s ({status}: {said})")
            raise _LaterError(f"answers {status}: {said}", after)
        if status in (401, 403):
            raise Unavailable(f"{host} does not let us in ({status}: {said}): is {LLM_KEY_VARIABLE} right?")
        if status in (404, 405):
            raise Unavailable(f"{host} knows no such model or address ({status}: {said}): check --llm and --model")
        if response.is_redirect:
            raise Unavailable(f"{host} points elsewhere ({status}): give the address that answers itself")
        raise _RejectedError(f"{status}: {said}")

    def _text(self, data: bytes) -> str:
        """The model's words in a completion."""
        try:
            choice = msgspec.json.decode(data, type=_Completion).choices[0]
        except (msgspec.DecodeError, IndexError, UnicodeDecodeError, RecursionError):
            said = _message(data)
            raise _LaterError(
                f"answers with an error: {self._plain(said)}" if said else "sends no completion"
            ) from None
        text = choice.message.text()
        if choice.finish_reason == "length":
            raise CutOffError(f"{self._server.model} breaks off in its answer")
        if not text:
            raise ReaderError(f"{self._server.model} declines to answer")
        return text

    def _plain(self, said: object) -> str:
        """A server's words on one line, without the key."""
        text = " ".join(str(said).split())
        if self._server.key:
            text = text.replace(self._server.key, "***")
        return text if len(text) <= _SHOWN else text[:_SHOWN] + " …"

    def _pause(self, state: RetryCallState) -> float:
        error = state.outcome.exception() if state.outcome else None
        if isinstance(error, _LaterError) and error.after is not None:
            return error.after
        longest = self._server.longest_pause
        return wait_random_exponential(multiplier=min(1.0, longest), max=longest)(state)

    def _sleep(self, seconds: float) -> None:
        self._closed.wait(seconds)


class _Part(msgspec.Struct):
    text: str = ""


class _Message(msgspec.Struct):
    content: str | list[_Part] | None = None

    def text(self) -> str:
        if isinstance(self.content, list):
            return "".join(part.text for part in self.content)
        return self.content or ""


class _Choice(msgspec.Struct):
    message: _Message
    finish_reason: str | None = None


class _Completion(msgspec.Struct):
    choices: list[_Choice]


def _message(data: bytes) -> str:
    """What a server says is wrong, where it says so in the usual form."""
    try:
        told = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return ""
    error = told.get("error", told) if isinstance(told, dict) else ""
    if isinstance(error, dict):
        error = error.get("message") or error.get("detail") or ""
    return error if isinstance(error, str) else str(error)


def _seconds(given: str) -> float | None:
    """How long a ``Retry-After`` asks to wait: seconds or a day and time."""
    if not given:
        return None
    try:
        return max(0.0, float(given))
    except ValueError:
        pass
    try:
        then = parsedate_to_datetime(given)
    except ValueError:
        return None
    return max(0.0, (then.replace(tzinfo=then.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
