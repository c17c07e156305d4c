"""A forge that is made up: its lists over HTTP, as `briefing post` asks for them and changes them."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

PAGE = 50
FIRST = 100
"""The number of the first thing that is posted; the tests' own things have smaller ones."""


@dataclass(slots=True)
class FakeForge:
    """Lists of items by path, as JSON over HTTP, in pages like a real one; what is sent changes them."""

    address: str = ""
    lists: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    sent: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)

    def page(self, path: str, number: int) -> list[dict[str, Any]]:
        """One page of a list; an empty one where there is no list."""
        first = (number - 1) * PAGE
        return self.lists.get(path, [])[first : first + PAGE]

    def take(self, method: str, path: str, content: dict[str, Any]) -> None:
        """Add an item to the list at a path, or change the item whose number the path ends with."""
        self.sent.append((method, path, content))
        if method == "POST":
            number = FIRST + len(self.sent)
            item = {"id": number, "iid": number, "number": number, **content}
            self.lists.setdefault(path, []).append(item)
            return
        wanted = path.rpartition("/")[2]
        for item in (item for items in self.lists.values() for item in items):
            if wanted in {str(item.get(key)) for key in ("id", "iid", "number")}:
                item.update(content)


@contextmanager
def a_forge() -> Iterator[FakeForge]:
    """A forge that answers until the body ends."""
    forge = FakeForge()

    class Handler(BaseHTTPRequestHandler):
        def _reply(self, status: int, content: object) -> None:
            text = json.dumps(content).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def do_GET(self) -> None:
            place = urlsplit(self.path)
            asked = parse_qs(place.query)
            forge.tokens.add(self.headers.get("PRIVATE-TOKEN") or self.headers.get("Authorization") or "")
            self._reply(200, forge.page(place.path, int(asked.get("page", ["1"])[0])))

        def _take(self) -> None:
            content = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            forge.take(self.command, self.path, content)
            self._reply(200, {})

        do_POST = do_PUT = do_PATCH = _take

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    forge.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield forge
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
