"""A web server on loopback that answers as the test says, and remembers what it was asked."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True, slots=True)
class Reply:
    """A status, headers and a body, after so many seconds; another status for HEAD, or for later requests."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str = ""
    after: float = 0
    head: int | None = None
    then: int | None = None


@dataclass(slots=True)
class Server:
    """Its address, and each request as method, path and user agent."""

    address: str
    asked: list[tuple[str, str, str]] = field(default_factory=list)

    def asked_of(self, path: str) -> list[str]:
        """The methods of the requests for a path."""
        return [method for method, asked, _ in self.asked if asked == path]


@contextmanager
def serving(replies: Mapping[str, Reply]) -> Iterator[Server]:
    """A server that replies so to each path, and 404 to others."""
    record = Server("")

    class Handler(BaseHTTPRequestHandler):
        def _answer(self) -> None:
            earlier = len(record.asked_of(self.path))
            record.asked.append((self.command, self.path, self.headers.get("User-Agent", "")))
            reply = replies.get(self.path, Reply(404))
            time.sleep(reply.after)
            status = reply.then if reply.then and earlier else reply.status
            if reply.head and self.command == "HEAD":
                status = reply.head
            self.send_response(status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(reply.body.encode())

        do_GET = do_HEAD = _answer

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    record.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield record
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
