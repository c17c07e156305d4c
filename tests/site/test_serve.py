"""The preview follows the pages, and stops cleanly."""

from __future__ import annotations

import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.site.serve import serve
from tests.site.projects import a_project

pytestmark = pytest.mark.slow

PATIENCE_S = 30


def free_address() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{probe.getsockname()[1]}"


def eventually(is_so: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        if is_so():
            return True
        time.sleep(0.1)
    return False


def shows(address: str, words: str) -> bool:
    try:
        with urllib.request.urlopen(f"http://{address}/briefing/", timeout=5) as answer:
            return words in answer.read().decode()
    except (urllib.error.URLError, OSError):
        return False


def test_a_change_of_the_content_is_rebuilt_and_shown(tmp_path: Path) -> None:
    """With live reload on; and the end leaves no server behind."""
    project, address, stop = a_project(tmp_path / "project"), free_address(), threading.Event()
    content = project / "content"
    content.mkdir()

    def rebuild() -> bool:
        (project / "build" / "pages" / "index.md").write_text("# Rebuilt\n")
        return True

    codes: list[int] = []
    watched = (content, project / "not-there")
    server = threading.Thread(target=lambda: codes.append(serve(project, rebuild, watched, address, stop)))
    server.start()
    try:
        assert eventually(lambda: shows(address, "livereload("))
        (content / "glossary.yml").write_text("people: []\n")
        assert eventually(lambda: shows(address, "Rebuilt"))
    finally:
        stop.set()
        server.join(PATIENCE_S)
    assert codes == [0]
    assert not shows(address, "")


def test_a_server_that_cannot_start_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The address may be taken."""
    project = a_project(tmp_path / "project")
    (project / "content").mkdir()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        assert serve(project, lambda: True, (project / "content",), address) == 2
    said = capsys.readouterr().out
    assert "address already in use; choose another" in said
    assert "Traceback" not in said
