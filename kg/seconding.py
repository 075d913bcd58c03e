"""A second reader that is asked over a network: several documents at a time, in order, given up where it is not there.

What cannot be asked is no reason to stop: a document that is not heard keeps the reading of the core.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Protocol, TypeAlias

from kg.errors import ReaderError, Unavailable
from kg.extract.agreement import SecondReader, heard, signature
from kg.llm import Server, open_model
from kg.load.files import Refusal
from kg.model import Reading
from kg.readings import Told
from kg.summary import Unheard

__all__ = ["Hearing", "model", "readers"]

_Task: TypeAlias = tuple[Future[Reading], Told] | None

# Documents in a row without an answer, after which no more are tried.
_PATIENCE = 3


class AskedReader(SecondReader, Protocol):
    """A second reader that may be asked for several documents at a time."""

    @property
    def at_once(self) -> int:
        """How many documents at a time."""

    def close(self) -> None:
        """Ask nothing more."""


class Hearing:
    """A second reader that is heard on documents read by the core; once, for one batch."""

    def __init__(self, reader: AskedReader) -> None:
        self._reader = reader
        self._failed: dict[str, list[str]] = {}
        self._in_a_row = 0
        self._gone = ""

    @property
    def name(self) -> str:
        """Who is heard."""
        return self._reader.name

    @property
    def unheard(self) -> tuple[Unheard, ...]:
        """Where the reader was not heard so far, by reason."""
        return tuple(Unheard(self._reader.name, reason, tuple(names)) for reason, names in self._failed.items())

    def of(self, found: Iterable[Told | Refusal]) -> Iterator[Told | Refusal]:
        """Each document with what the second reader makes of it, each refusal as it is, in order."""
        waiting: deque[tuple[Told | Refusal, Future[Reading] | None]] = deque()
        crew = _Crew(self._reader)
        try:
            for one in found:
                asked = None
                if isinstance(one, Told) and not self._gone:
                    asked = crew.ask(one)
                waiting.append((one, asked))
                while waiting and (len(waiting) > 2 * self._reader.at_once or _is_ready(waiting[0][1])):
                    yield self._heard(*waiting.popleft())
            while waiting:
                yield self._heard(*waiting.popleft())
        finally:
            self._reader.close()
            crew.dismiss()

    def _heard(self, one: Told | Refusal, asked: Future[Reading] | None) -> Told | Refusal:
        if isinstance(one, Refusal):
            return one
        if asked is None or (self._gone and asked.cancel()):
            self._failed[self._gone].append(one.document.name)
            return one
        try:
            second = asked.result()
        except ReaderError as error:
            self._note(error, one.document.name)
            return one
        self._in_a_row = 0
        return one._replace(reading=heard(one.reading, second))

    def _note(self, error: ReaderError, name: str) -> None:
        reason = str(error)
        self._failed.setdefault(reason, []).append(name)
        self._in_a_row += 1
        if isinstance(error, Unavailable) or self._in_a_row >= _PATIENCE:
            self._gone = self._gone or reason


class _Crew:
    """Threads that ask a reader. They are not waited for: who interrupts the program need not wait for an answer."""

    def __init__(self, reader: AskedReader) -> None:
        self._reader = reader
        self._tasks: SimpleQueue[_Task] = SimpleQueue()
        for _ in range(reader.at_once):
            Thread(target=self._work, name="second-reader", daemon=True).start()

    def ask(self, told: Told) -> Future[Reading]:
        """What the reader will make of a document."""
        asked: Future[Reading] = Future()
        self._tasks.put((asked, told))
        return asked

    def dismiss(self) -> None:
        """End the threads when they have done what they are at; what waits is not begun."""
        with suppress(Empty):
            while True:
                self._tasks.get_nowait()
        for _ in range(self._reader.at_once):
            self._tasks.put(None)

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            asked, told = task
            if asked.set_running_or_notify_cancel():
                try:
                    asked.set_result(self._reader.read(told.document, told.reading))
                except BaseException as error:  # noqa: BLE001  # whoever asks for the result gets it
                    asked.set_exception(error)


def _is_ready(asked: Future[Reading] | None) -> bool:
    return asked is None or asked.done()


def readers(hearing: Hearing | None, *, parser: bool) -> str:
    """The ``Reading.extractor`` of a document on which these were heard. Unavailable where the parser is not there."""
    names = [hearing.name] if hearing else []
    if parser:
        from kg.parsing import parser as loaded  # two seconds, for those who want it

        names.insert(0, loaded().name)
    return signature(*names)


def model(server: Server | None, cache: Path | None) -> Hearing | None:
    """A language model that is to be heard, its answers kept in a folder; None where none is asked for.

    Unavailable where the libraries that it needs are not installed.
    """
    return None if server is None else Hearing(open_model(server, cache))
