"""Articles read by as many processes as there are cores, in the order in which they were given."""

import gc
import os
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain
from multiprocessing import get_context
from typing import NamedTuple, TypeAlias

from kg.load.files import Refusal
from kg.model import Document, Reading, Role

__all__ = ["Told", "readings", "settle"]

_BOILERPLATE = frozenset({Role.BOILERPLATE})
# A process needs half a second to start: what one reads in that time is not shared out.
_WORTH_SHARING = 500_000
# Characters that a process is given at a time: enough to make the way there short beside the work.
_BATCH = 60_000
_AHEAD = 3
# Objects made since the last look for garbage.
_SELDOM = 200_000


class Told(NamedTuple):
    """A document with what it states, and what the page around it states (None where there is no page)."""

    document: Document
    reading: Reading
    around: Reading | None


_Found: TypeAlias = Document | Refusal
_Read: TypeAlias = Told | Refusal


def readings(found: Iterable[_Found], workers: int | None = None, *, parser: bool = False) -> Iterator[_Read]:
    """Each document read, and each refusal as it is, one by one and in order.

    ``workers``: processes to share a large batch among; by default the cores that this process may use. At most a few
    batches are read ahead, so that memory does not grow with the number of articles. ``parser``: the optional parser
    is heard as well; Unavailable where it is not installed.
    """
    if parser:
        from kg.parsing import parser as loaded

        loaded()
    crew = workers or _cores()
    articles = iter(found)
    head: list[_Found] = []
    size = 0
    for one in articles:
        head.append(one)
        size += _length(one)
        if size > _WORTH_SHARING and crew > 1:
            yield from _shared(_batches(chain(head, articles)), crew, parser=parser)
            return
    for one in head:
        yield _told(one, parser=parser)


def _cores() -> int:
    """The cores that this process may use; macOS and Windows know only those of the machine."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _shared(batches: Iterator[list[_Found]], crew: int, *, parser: bool) -> Iterator[_Read]:
    # 'spawn': a forked child would inherit the locks of threads that are not there any more.
    with ProcessPoolExecutor(crew, mp_context=get_context("spawn"), initializer=settle) as pool:
        waiting: deque[Future[list[_Read]]] = deque()
        for batch in batches:
            waiting.append(pool.submit(_read, batch, parser=parser))
            if len(waiting) >= _AHEAD * crew:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def settle() -> None:
    """Make a process one that reads: what it has loaded stays, and is not looked through for garbage again and again.

    Readings are trees without cycles, so that counting references frees them; a fifth of the time is saved.
    """
    import kg.extract.agreement  # noqa: F401  # loaded before it is frozen

    gc.collect()
    gc.freeze()
    gc.set_threshold(_SELDOM, 20, 100)


def _batches(found: Iterable[_Found]) -> Iterator[list[_Found]]:
    batch: list[_Found] = []
    size = 0
    for one in found:
        batch.append(one)
        size += _length(one)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _length(one: _Found) -> int:
    return 0 if isinstance(one, Refusal) else len(one.text)


def _read(batch: Sequence[_Found], *, parser: bool) -> list[_Read]:
    return [_told(one, parser=parser) for one in batch]


def _told(one: _Found, *, parser: bool) -> _Read:
    from kg.extract import read  # half a second, for those who have something to read

    if isinstance(one, Refusal):
        return one
    has_page = any(b.role is Role.BOILERPLATE for b in one.blocks)
    reading = read(one)
    return Told(one, _parsed(one, reading) if parser else reading, read(one, _BOILERPLATE) if has_page else None)


def _parsed(document: Document, core: Reading) -> Reading:
    from kg.extract.agreement import heard
    from kg.parsing import parser  # seconds, for those who want it

    return heard(core, parser().read(document, core))
