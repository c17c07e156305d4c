"""Addresses, with `--fetch`: asked of a server on this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.editing.importing import fetching
from generator.editing.importing.fetching import fetched
from generator.editing.importing.run import Fetched
from generator.model.diagnostics import Diagnostic
from tests.editing.importing.builders import TODAY, a_page, an_order, carried_out
from tests.editing.importing.builders import codes as codes_of

PAGE = a_page(address="")


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        kind, status, headers, body = "text/html", 200, {}, PAGE.encode()
        match self.path:
            case "/moved":
                status, headers = 301, {"Location": "/page"}
            case "/away":
                status, headers = 302, {"Location": "http://other.example/page"}
            case "/file":
                status, headers = 302, {"Location": "file:///etc/passwd"}
            case "/circle":
                status, headers = 302, {"Location": "/circle"}
            case "/gone":
                status = 410
            case "/large":
                body = b"x" * 5_000
            case "/latin":
                kind, body = "text/plain; charset=iso-8859-1", "Der See fällt.".encode("latin-1")
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def a_server() -> Iterator[str]:
    """The address of a server while the body runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(name="server", scope="module")
def _server() -> Iterator[str]:
    with a_server() as address:
        yield address


def test_a_page_is_fetched_with_its_day_and_its_last_address(server: str, tmp_path: Path) -> None:
    """What led on is followed on its own host."""
    order = an_order(tmp_path, f"{server}/moved", fetch=fetched)
    (outcome,) = carried_out(order)
    assert (outcome.status, codes_of([outcome])) == ("new", [])
    assert f'accessed: {TODAY.isoformat()}\nurl: "{server}/page"\n' in outcome.text


def test_the_server_tells_the_encoding(server: str) -> None:
    """It outranks what the page says."""
    found = fetched(f"{server}/latin")
    assert isinstance(found, Fetched)
    assert found.data.decode(found.encoding or "") == "Der See fällt."


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/away", "over http: anybody on the way could change it"),
        ("/file", "which is no page of the web"),
        ("/circle", "leads on more than 5 times"),
        ("/gone", "it answers 410"),
    ],
)
def test_what_is_not_fetched_is_told(server: str, path: str, words: str) -> None:
    """Why, and the way out."""
    found = fetched(f"{server}{path}")
    assert isinstance(found, Diagnostic)
    assert found.code == "import-not-fetched"
    assert words in found.message
    assert found.help


def test_no_more_is_fetched_than_an_article_may_have(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However much the server sends."""
    monkeypatch.setattr(fetching, "LARGEST", 1_000)
    found = fetched(f"{server}/large")
    assert isinstance(found, Diagnostic)
    assert found.code == "import-too-large"


def test_a_host_that_is_not_there_is_told() -> None:
    """In plain words."""
    found = fetched("http://127.0.0.1:9/")
    assert isinstance(found, Diagnostic)
    assert found.message.endswith("no connection to its host")
