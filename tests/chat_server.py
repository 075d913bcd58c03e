"""A server on loopback that answers as a test wants, and remembers what it was asked."""

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Reply:
    """What a server sends: a status, a body, headers, after a while; ``drop_by_drop`` with a pause behind each byte."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    after: float = 0.0
    drop_by_drop: float = 0.0


def completion(text: str | None, finish: str = "stop") -> Reply:
    """A chat completion with a text."""
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": finish}
    return Reply(json.dumps({"object": "chat.completion", "choices": [choice]}).encode())


def failure(status: int, message: str = "", **headers: str) -> Reply:
    """An error in the usual form."""
    return Reply(json.dumps({"error": {"message": message}}).encode(), status, headers)


def facts(**kinds: list[dict[str, Any]]) -> str:
    """An answer as JSON."""
    return json.dumps({"votes": [], "statements": [], "officials": [], "negotiations": []} | kinds)


class FakeServer:
    """A server that gives its replies one by one, the last for ever, or what a function makes of the question."""

    def __init__(self) -> None:
        self.replies: list[Reply] = [completion(facts())]
        self.answer: Callable[[str], Reply] | None = None
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.paths: list[str] = []
        self._lock = threading.Lock()
        self.stopping = threading.Event()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._http.server_port}/v1"

    @property
    def passages(self) -> list[str]:
        """The texts that were sent."""
        return [body["messages"][-1]["content"] for body in self.asked]

    def close(self) -> None:
        self.stopping.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    def _reply(self, path: str, headers: dict[str, str], body: dict[str, Any]) -> Reply:
        with self._lock:
            self.asked.append(body)
            self.headers.append(headers)
            self.paths.append(path)
            if self.answer is not None:
                return self.answer(body["messages"][-1]["content"])
            return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                reply = fake._reply(self.path, dict(self.headers), body)
                fake.stopping.wait(reply.after)
                try:
                    self.send_response(reply.status)
                    for name, value in reply.headers.items():
                        self.send_header(name.replace("_", "-"), value)
                    self.send_header("Content-Length", str(len(reply.body)))
                    self.end_headers()
                    if not reply.drop_by_drop:
                        self.wfile.write(reply.body)
                    for byte in reply.body if reply.drop_by_drop else b"":
                        self.wfile.write(bytes([byte]))
                        if fake.stopping.wait(reply.drop_by_drop):
                            break
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True

            def log_message(self, *_: object) -> None:
                """Nothing is logged."""

        return Handler
