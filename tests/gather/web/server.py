"""A web server of this machine's own, whose paths answer as the tests say; it knows what it was asked."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Answers = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """What the server answers with at each path, and the requests that came."""

    port: int = 0
    answers: dict[str, list[Answers]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str = "/", host: str = "127.0.0.1", scheme: str = "http") -> str:
        return f"{scheme}://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def on(self, path: str, *answers: Answers) -> str:
        """Answer with these in turn, the last one for ever."""
        self.answers[path] = list(answers)
        return self.url(path)

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        self.asked.append((request.path, {k.lower(): v for k, v in request.headers.items()}))
        coming = self.answers.get(request.path.partition("?")[0], [status(404)])
        (coming.pop(0) if len(coming) > 1 else coming[0])(request)


def page(content: bytes, kind: str | None = "text/html; charset=utf-8", **headers: str) -> Answers:
    return status(200, content, **({"Content_Type": kind} if kind else {}), **headers)


def status(code: int, content: bytes = b"", **headers: str) -> Answers:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(code)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        request.wfile.write(content)

    return answer


def to(target: str, code: int = 302) -> Answers:
    return status(code, Location=target)


def raw(pieces: Callable[[], Iterator[bytes]]) -> Answers:
    """Bytes as they are, head and all, until the other side has enough."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.close_connection = True
        try:
            for piece in pieces():
                request.wfile.write(piece)
                request.wfile.flush()
        except OSError:
            return

    return answer


@contextmanager
def serving() -> Iterator[Site]:
    """A site on a free port of 127.0.0.1, gone at the end."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.answer(self)

        def log_message(self, *_: object) -> None:
            return

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            return

    server = Server(("127.0.0.1", 0), Handler)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
