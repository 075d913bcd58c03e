"""A second reader over a batch: in order, several at a time, given up where it is not there."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest

from kg.config import PROGRAM
from kg.errors import ReaderError, Unavailable
from kg.load.article import from_text
from kg.load.files import Refusal
from kg.model import Document, Reading
from kg.readings import Told
from kg.seconding import Hearing, readers


class Reader:
    """Reads nothing, as a function says; counts how many documents it has before it at once."""

    name = "llm/fake@1"
    at_once = 3

    def __init__(self, act: Callable[[str], None] = lambda _: None) -> None:
        self._act = act
        self._lock = threading.Lock()
        self.asked: list[str] = []
        self.most = self._now = 0
        self.closed = False

    def close(self) -> None:
        self.closed = True

    def read(self, document: Document, core: Reading, /) -> Reading:
        with self._lock:
            self.asked.append(document.name)
            self._now += 1
            self.most = max(self.most, self._now)
        try:
            self._act(document.name)
        finally:
            with self._lock:
                self._now -= 1
        return Reading(document.id, self.name)


def batch(number: int) -> list[Told | Refusal]:
    documents = [from_text(f"Peru voted for text {n} of the year.", f"{n:02}") for n in range(number)]
    return [Told(d, Reading(d.id, PROGRAM), None) for d in documents]


def names(found: list[Told | Refusal]) -> list[str]:
    return [one.document.name if isinstance(one, Told) else one.path for one in found]


def test_documents_come_in_order_though_several_are_read_at_a_time() -> None:
    reader = Reader(lambda name: time.sleep(0.02 if int(name) % 2 else 0.001))
    hearing = Hearing(reader)
    given = batch(20)
    given.insert(7, Refusal("broken.txt", "empty"))
    heard = list(hearing.of(given))
    assert names(heard) == names(given)
    assert {one.reading.extractor for one in heard if isinstance(one, Told)} == {f"{PROGRAM}+llm/fake@1"}
    assert readers(hearing, parser=False) == f"{PROGRAM}+llm/fake@1"
    assert 1 < reader.most <= 3
    assert not hearing.unheard
    assert reader.closed


def test_a_document_without_an_answer_keeps_the_reading_of_the_core() -> None:
    def act(name: str) -> None:
        if int(name) % 4 == 0:
            raise ReaderError("no answer")

    hearing = Hearing(Reader(act))
    heard = [one for one in hearing.of(batch(9)) if isinstance(one, Told)]
    assert [one.document.name for one in heard if one.reading.extractor == PROGRAM] == ["00", "04", "08"]
    (unheard,) = hearing.unheard
    assert str(unheard) == "llm/fake@1 on 3 articles (00, 04, 08): no answer"


@pytest.mark.parametrize(("error", "asked"), [(Unavailable("not let in"), 1), (ReaderError("no answer"), 3)])
def test_a_reader_that_is_not_there_is_not_asked_for_ever(error: ReaderError, asked: int) -> None:
    def act(_: str) -> None:
        raise error

    reader = Reader(act)
    hearing = Hearing(reader)
    heard = list(hearing.of(batch(100)))
    assert len(heard) == 100
    (unheard,) = hearing.unheard
    assert len(unheard.documents) == 100
    assert "(00, 01, 02 …)" in str(unheard)
    assert asked <= len(reader.asked) <= asked + 2 * reader.at_once + 1


def test_the_batch_is_not_read_far_ahead() -> None:
    taken = []

    def given() -> Iterator[Told | Refusal]:
        for one in batch(50):
            taken.append(one)
            yield one

    heard = Hearing(Reader(lambda _: time.sleep(0.01))).of(given())
    next(heard)
    assert len(taken) <= 2 * Reader.at_once + 1
    heard.close()  # type: ignore[attr-defined]


def test_a_defect_is_not_hidden() -> None:
    def act(_: str) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(Hearing(Reader(act)).of(batch(2)))
