"""A server that answers well, late, wrong, not at all; a key that goes nowhere else."""

import socket
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from chat_server import FakeServer, Reply, completion, failure

from kg.errors import InputError, ReaderError, Unavailable
from kg.llm import Server, server
from kg.llm.client import Chat, CutOffError

QUESTION = {
    "model": "small",
    "messages": [{"role": "user", "content": "What?"}],
    "temperature": 0,
    "response_format": {"type": "json_schema"},
}
KEY = "sk-secret-0123456789"


def chat(fake: FakeServer, **settings: object) -> Chat:
    known = {"key": KEY, "timeout": 5.0, "longest_pause": 0.02} | settings
    return Chat(Server(fake.url, "small", **known))  # type: ignore[arg-type]


def test_a_question_is_posted_with_the_key_and_the_words_come_back(fake: FakeServer) -> None:
    fake.replies = [completion("an answer")]
    assert chat(fake).ask(QUESTION) == "an answer"
    assert fake.paths == ["/v1/chat/completions"]
    assert fake.headers[0]["Authorization"] == f"Bearer {KEY}"
    assert fake.asked == [QUESTION]


def test_words_in_parts_are_joined(fake: FakeServer) -> None:
    fake.replies = [Reply(b'{"choices":[{"message":{"content":[{"type":"text","text":"a"},{"text":"b"}]}}]}')]
    assert chat(fake).ask(QUESTION) == "ab"


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 529])
def test_a_server_in_trouble_is_asked_again(fake: FakeServer, status: int) -> None:
    fake.replies = [failure(status, "busy"), failure(status, "busy"), completion("an answer")]
    assert chat(fake).ask(QUESTION) == "an answer"
    assert len(fake.asked) == 3


def test_a_server_that_stays_in_trouble_is_asked_so_often_and_no_more(fake: FakeServer) -> None:
    fake.replies = [failure(500, "out of memory")]
    with pytest.raises(ReaderError, match=r"answers 500: out of memory"):
        chat(fake, attempts=3).ask(QUESTION)
    assert len(fake.asked) == 3


@pytest.mark.parametrize("as_date", [False, True])
def test_a_server_that_says_when_to_come_back_is_believed(fake: FakeServer, as_date: bool) -> None:
    then = format_datetime(datetime.now(UTC) + timedelta(seconds=2), usegmt=True) if as_date else "0.3"
    fake.replies = [failure(429, "slowly", Retry_After=then), completion("an answer")]
    started = time.monotonic()
    assert chat(fake).ask(QUESTION) == "an answer"
    assert time.monotonic() - started >= 0.3


def test_nobody_waits_for_an_hour(fake: FakeServer) -> None:
    fake.replies = [failure(429, "quota", Retry_After="3600")]
    with pytest.raises(Unavailable, match="3600 s"):
        chat(fake).ask(QUESTION)
    assert len(fake.asked) == 1


def test_what_comes_late_counts_as_no_answer(fake: FakeServer) -> None:
    late = Reply(completion("late").body, after=3.0)
    fake.replies = [late, completion("in time")]
    assert chat(fake, timeout=0.3).ask(QUESTION) == "in time"
    fake.replies = [late]
    with pytest.raises(ReaderError, match=r"does not answer within 0\.3 s"):
        chat(fake, timeout=0.3, attempts=2).ask(QUESTION)


def test_what_comes_drop_by_drop_has_to_be_in_time_as_a_whole(fake: FakeServer) -> None:
    fake.replies = [Reply(completion("slow").body, drop_by_drop=0.05)]
    started = time.monotonic()
    with pytest.raises(ReaderError, match="does not answer within"):
        chat(fake, timeout=0.3, attempts=1).ask(QUESTION)
    assert time.monotonic() - started < 3


@pytest.mark.parametrize(("status", "said"), [(401, "KG_LLM_KEY"), (403, "KG_LLM_KEY"), (404, "--model")])
def test_a_closed_door_is_knocked_at_once(fake: FakeServer, status: int, said: str) -> None:
    fake.replies = [failure(status, "no")]
    with pytest.raises(Unavailable, match=said):
        chat(fake).ask(QUESTION)
    assert len(fake.asked) == 1


def test_a_server_that_is_not_there(fake: FakeServer) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(ReaderError, match=f"http://127.0.0.1:{port} does not answer"):
        Chat(Server(f"http://127.0.0.1:{port}/v1", "small", longest_pause=0.01)).ask(QUESTION)


def test_the_text_and_the_key_are_not_carried_elsewhere(fake: FakeServer) -> None:
    fake.replies = [Reply(b"", 307, {"Location": fake.url + "/elsewhere"})]
    with pytest.raises(Unavailable, match="points elsewhere"):
        chat(fake).ask(QUESTION)
    assert len(fake.asked) == 1


def test_the_key_is_not_told(fake: FakeServer) -> None:
    fake.replies = [failure(401, f"wrong key {KEY}\nsee the manual")]
    asking = chat(fake)
    with pytest.raises(Unavailable) as caught:
        asking.ask(QUESTION)
    assert KEY not in str(caught.value)
    assert "wrong key *** see the manual" in str(caught.value)
    assert KEY not in repr(Server(fake.url, "small", KEY))


@pytest.mark.parametrize(
    ("message", "left_out"),
    [
        ("unknown field response_format", "response_format"),
        ("grammar failed", "response_format"),
        ("temperature must be 1", "temperature"),
    ],
)
def test_what_a_server_does_not_know_is_left_out_from_then_on(fake: FakeServer, message: str, left_out: str) -> None:
    fake.replies = [failure(400, message), completion("an answer")]
    asking = chat(fake)
    assert asking.ask(QUESTION) == "an answer"
    assert asking.ask(QUESTION) == "an answer"
    assert [left_out in body for body in fake.asked] == [True, False, False]
    assert all("messages" in body for body in fake.asked)


def test_another_refusal_is_final(fake: FakeServer) -> None:
    fake.replies = [failure(400, "the context is too long")]
    with pytest.raises(ReaderError, match="too long") as caught:
        chat(fake).ask(QUESTION)
    assert not isinstance(caught.value, Unavailable)
    assert len(fake.asked) == 1


@pytest.mark.parametrize(
    "body", [b"<html>hello</html>", b'{"choices":[]}', b"", b"\xff\xfe", b'{"error":"overloaded"}', b"[" * 200_000]
)
def test_what_is_no_completion_is_asked_for_again(fake: FakeServer, body: bytes) -> None:
    fake.replies = [Reply(body), completion("an answer")]
    assert chat(fake).ask(QUESTION) == "an answer"


def test_an_answer_that_breaks_off_is_told_from_one_that_is_declined(fake: FakeServer) -> None:
    fake.replies = [completion('{"votes": [', finish="length"), completion(None)]
    with pytest.raises(CutOffError):
        chat(fake).ask(QUESTION)
    with pytest.raises(ReaderError, match="declines"):
        chat(fake).ask(QUESTION)


def test_an_answer_without_end_is_not_read(fake: FakeServer) -> None:
    fake.replies = [completion("x" * 5_000_000)]
    with pytest.raises(ReaderError, match="without end"):
        chat(fake).ask(QUESTION)


def test_closing_ends_the_waiting(fake: FakeServer) -> None:
    fake.replies = [failure(429, "slowly", Retry_After="50")]
    asking = chat(fake)
    asking.close()
    with pytest.raises(Unavailable):
        asking.ask(QUESTION)


@pytest.mark.parametrize(
    ("url", "model", "environment", "said"),
    [
        (None, "small", {}, "no address"),
        ("http://localhost:1/v1", None, {}, "--model"),
        ("localhost:8000", "small", {}, "address of a server"),
        ("file:///etc/passwd", "small", {}, "address of a server"),
        ("http://localhost:99999999/v1", "small", {}, "address of a server"),
        ("https://me:secret@example.org/v1", "small", {}, "KG_LLM_KEY"),
        ("https://example.org/v1?key=secret", "small", {}, "KG_LLM_KEY"),
        ("http://example.org/v1", "small", {"KG_LLM_KEY": KEY}, "open line"),
        ("https://example.org/v1", "small", {"KG_LLM_KEY": "a\nb"}, "no key"),
        ("https://example.org/v1", "small", {"KG_LLM_TIMEOUT": "soon"}, "KG_LLM_TIMEOUT"),
    ],
)
def test_what_may_not_be_asked_is_said_in_one_line(
    url: str | None, model: str | None, environment: dict[str, str], said: str
) -> None:
    with pytest.raises(InputError, match=said) as caught:
        server(url, model, environment)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "url", ["https://example.org/v1", "http://localhost:8000/v1/", "http://10.0.0.7/v1", "http://gpu.local"]
)
def test_a_key_may_go_over_a_closed_line_or_a_near_one(url: str) -> None:
    found = server(url, "small", {"KG_LLM_KEY": KEY})
    assert found is not None
    assert found.key == KEY
    assert found.endpoint == url.rstrip("/") + "/chat/completions"
    assert server(None, None, {"KG_LLM_KEY": KEY}) is None
