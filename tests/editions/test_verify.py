"""`briefing verify`: what is published is what was built, or it is named."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.output.data.exports import manifest
from generator.site.stamps import record_files
from tests.support.dossiers import edition
from tests.support.projects import BASE


def a_site(folder: Path) -> Path:
    """A small built site with its manifest."""
    (folder / "data").mkdir(parents=True)
    (folder / "rounds").mkdir()
    (folder / "index.html").write_text("<p>Home</p>", encoding="utf-8")
    (folder / "rounds" / "index.html").write_text("<p>Rounds</p>", encoding="utf-8")
    (folder / "_headers").write_text("/*", encoding="utf-8")
    (folder / "data" / "edition.json").write_bytes(manifest(edition(BASE)))
    record_files(folder)
    return folder


def verified(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["verify", *map(str, arguments)])


def test_a_site_as_built_is_clean(tmp_path: Path) -> None:
    """Against its own manifest, and against the folder where it was built."""
    built, published = a_site(tmp_path / "built"), a_site(tmp_path / "published")
    for result in (verified(published), verified(published, built)):
        assert (result.exit_code, result.stdout) == (0, "")
        assert result.stderr == "3 files are as built.\n"


def test_changed_missing_and_extra_files_are_named(tmp_path: Path) -> None:
    """One byte, one file less and one more are each told."""
    site = a_site(tmp_path / "site")
    (site / "index.html").write_text("<p>Home!</p>", encoding="utf-8")
    (site / "rounds" / "index.html").unlink()
    (site / "evil.js").write_text("", encoding="utf-8")
    result = verified(site)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "changed: index.html",
        "missing: rounds/index.html",
        "extra: evil.js",
    ]


def test_a_site_that_was_replaced_whole_is_seen_beside_the_built_one(tmp_path: Path) -> None:
    """A forged manifest agrees with its own files, but not with those that were built."""
    built, site = a_site(tmp_path / "built"), a_site(tmp_path / "site")
    (site / "index.html").write_text("<p>Other</p>", encoding="utf-8")
    record_files(site)
    assert verified(site).exit_code == 0
    result = verified(site, built)
    assert (result.exit_code, result.stdout) == (1, "changed: data/edition.json\nchanged: index.html\n")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_a_served_site_is_held_against_the_built_one(tmp_path: Path) -> None:
    """Each file is fetched from that host; what hosts keep to themselves is not asked for."""
    built, site = a_site(tmp_path / "built"), a_site(tmp_path / "site")
    (site / "_headers").unlink()
    with served(site) as address:
        assert verified(address, built).exit_code == 0
        (site / "index.html").write_text("<p>Home</p><script></script>", encoding="utf-8")
        (site / "rounds" / "index.html").unlink()
        result = verified(address, built)
    assert (result.exit_code, result.stdout) == (1, "changed: index.html\nmissing: rounds/index.html\n")
    assert verified(address, built).exit_code == 2


@pytest.mark.parametrize("arguments", [("nowhere",), ("https://example.invalid/",)])
def test_a_wrong_call_fails_with_two(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """What is neither a folder nor an address, and an address without anything to hold it against."""
    assert verified(*arguments).exit_code == 2
    assert verified(tmp_path).exit_code == 2
