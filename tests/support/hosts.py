"""A host as the site will have: below a path, with the headers of `_headers`, text compressed."""

from __future__ import annotations

import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import ClassVar

TEXT = {".html", ".css", ".js", ".json", ".xml", ".txt", ".svg", ".map"}


@dataclass
class Host:
    """Where the site is, and how many bytes each answer took, by path."""

    address: str
    sent: dict[str, int] = field(default_factory=dict)


def headers_in(site: Path) -> dict[str, str]:
    """The headers for all paths that the site asks its host for."""
    lines = (site / "_headers").read_text(encoding="utf-8").splitlines()
    block = lines[lines.index("/*") + 1 :]
    found = {}
    for line in block:
        if not line.startswith(" "):
            break
        name, _, value = line.strip().partition(": ")
        found[name] = value
    return found


@lru_cache(maxsize=200)
def _compressed(content: bytes) -> bytes:
    """The content as it is sent; each page asks for the same scripts and styles, and again."""
    return gzip.compress(content, 9, mtime=0)


@contextmanager
def hosted(site: Path, below: str = "/") -> Iterator[Host]:
    """The site at an address whose path is `below`; nothing of the site is elsewhere."""
    host = Host("")

    class Handler(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        asked: ClassVar[dict[str, str]] = headers_in(site)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def handle(self) -> None:
            """Answer until the browser hangs up, which it may do at any time."""
            with suppress(ConnectionError):
                super().handle()

        def do_GET(self) -> None:
            """Answer with the file, or with the page that says there is none."""
            path = self.path.split("?")[0]
            file = site / path.removeprefix(below)
            if path.endswith("/"):
                file = file / "index.html"
            if not path.startswith(below) or not file.is_file():
                self._answer(404, site / "404.html", path)
            else:
                self._answer(200, file, path)

        def _answer(self, status: int, file: Path, path: str) -> None:
            content = file.read_bytes()
            self.send_response(status)
            self.send_header("Content-Type", self.guess_type(str(file)))
            if file.suffix in TEXT and "gzip" in self.headers.get("Accept-Encoding", ""):
                content = _compressed(content)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(content)))
            for name, value in self.asked.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)
            host.sent[path] = host.sent.get(path, 0) + len(content)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    host.address = f"http://127.0.0.1:{server.server_port}{below}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
