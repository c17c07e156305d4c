"""A file that its reader cannot bear costs one process; the others are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.editing.importing.opening import Job, Opened
from generator.editing.importing.workers import Limits, Workers

# A reader that fails over some files, in place of the real one.
READER = """
import os, sys, time
from generator.editing.importing.child import OUT_OF_MEMORY, READY, get, put
from generator.editing.importing.filetypes import Format
from generator.editing.importing.opening import Opened
put(sys.stdout.buffer, READY)
while True:
    try:
        job = get(sys.stdin.buffer)
    except EOFError:
        break
    if job.data == b"late":
        time.sleep(60)
    if job.data == b"crash":
        os._exit(9)
    if job.data == b"memory":
        os._exit(OUT_OF_MEMORY)
    put(sys.stdout.buffer, Opened(Format.TEXT))
"""


@pytest.mark.slow
def test_a_reader_that_fails_is_started_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too slow, crashed or out of memory: each is told, in the order of the files."""
    (tmp_path / "a_reader_of_tests.py").write_text(READER, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    files = [b"good", b"late", b"good", b"crash", b"memory", b"good"]
    with Workers(Limits(seconds=3), "a_reader_of_tests") as workers:
        answers = list(workers.each(files, lambda data: Job(data, data.decode())))
    assert [answer.thing for answer in answers] == files
    assert [_told(answer.opened) for answer in answers] == [
        "text",
        "import-too-slow",
        "text",
        "import-crashed",
        "import-too-much-memory",
        "text",
    ]


@pytest.mark.slow
def test_the_real_reader_keeps_to_its_memory() -> None:
    """What needs more than is allowed is told, and the next file is read."""
    good = b"Towns meet\n\nThe mayors of both towns met on Tuesday in the old boathouse by the lake."
    bad = b"<p>x" * 6_000_000
    with Workers(Limits(seconds=60, megabytes=700)) as workers:
        first = workers.one(Job(bad, "bad.html"))
        second = workers.one(Job(good, "good.txt"))
    assert _told(first) in ("import-too-much-memory", "import-crashed", "import-broken")
    assert _told(second) == "text"


def _told(opened: Opened) -> str:
    """The code of what is wrong, else the format."""
    return opened.problems[0].code if opened.problems else str(opened.format)
