"""The same inputs are the same bytes, wherever and whenever they are printed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.projects import ROOT, SUBJECT, copy_of

pytestmark = pytest.mark.slow

NAME = "river-water"


def printed_in(folder: Path, name: str, **surroundings: str) -> bytes:
    """The PDF of a page, printed by a process of its own in other surroundings."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **surroundings}
    command = [sys.executable, "-m", "generator", "pdf", name, "-C", str(folder)]
    done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return (folder / "build" / "print" / f"{name}.pdf").read_bytes()


def test_other_folders_zones_and_languages_print_the_same_bytes(tmp_path: Path) -> None:
    """Nothing of the machine gets into a file: neither paths nor clock, zone, locale or hash seed.

    One briefing is enough here: `tests/whole/test_sites.py` compares the files of a whole site.
    """
    here = copy_of(SUBJECT, tmp_path / "here")
    there = copy_of(SUBJECT, tmp_path / "a" / "longer way" / "to there")
    one = printed_in(here, NAME, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="1")
    other = printed_in(
        there, NAME, TZ="America/Adak", LC_ALL="C.UTF-8", PYTHONHASHSEED="2", SOURCE_DATE_EPOCH="86400"
    )
    assert one == other
    assert str(tmp_path).encode() not in one
