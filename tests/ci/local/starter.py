"""A repository of content alone, made with the lines that docs/hosting.md gives a new user."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

from tests.ci.local.world import QUIET_GIT, committed, git
from tests.support.projects import ROOT, SUBJECT, copy_of

GUIDE = ROOT / "docs" / "hosting.md"
_LINES = re.compile(r"^## Another repository\n.*?^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
_PROGRAM = re.compile(r"git\+https://\S+@\w+")


def a_starter(folder: Path, program: str = "") -> Path:
    """The second subject in a repository of its own; `program` is the address that pip takes it from."""
    copy_of(SUBJECT, folder)
    found = _LINES.search(GUIDE.read_text(encoding="utf-8"))
    assert found, "the guide has no lines for another repository"
    lines, count = _PROGRAM.subn(program or "git+https://example.org/program@main", found[1])
    assert count == 1, "the guide does not say where pip takes the program from"
    subprocess.run(
        ("bash", "-euc", lines), cwd=folder, env=os.environ | QUIET_GIT | {"PROGRAM": str(ROOT)}, check=True
    )
    git(folder, "init", "--quiet", "--initial-branch=main")
    committed(folder, "Our subject")
    return folder


def program_of(repository: Path, folder: Path) -> str:
    """An address for pip of what a repository has committed; pip takes no git address without a host."""
    git(folder, "clone", "--quiet", str(repository), str(folder / "program"))
    return f"file://{folder}/program"
