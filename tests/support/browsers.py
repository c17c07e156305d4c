"""The system's Chromium, driven headless, and a server for a built site.

A plugin of pytest: a worker starts Chromium once, for the first test that needs it, and ends it with the run.
"""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.support.programs import needed

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@functools.cache
def _playwright() -> Playwright:
    return sync_playwright().start()


@functools.cache
def _chromium() -> Browser:
    return _playwright().chromium.launch(executable_path=needed("chromium"), args=list(ARGUMENTS))


@contextmanager
def browser() -> Iterator[Browser]:
    """The worker's browser; what was opened in it meanwhile is closed at the end.

    Each page that `new_page` makes has a profile of its own, as in a browser that was just started.
    """
    launched = _chromium()
    before = set(launched.contexts)
    try:
        yield launched
    finally:
        for context in set(launched.contexts) - before:
            context.close()


def pytest_unconfigure() -> None:
    """End what a worker has started."""
    if _chromium.cache_info().currsize:
        _chromium().close()
    if _playwright.cache_info().currsize:
        _playwright().stop()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address under which a site is served, with the slash."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
