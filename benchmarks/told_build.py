"""A build that says on standard output, a line each, which step it begins.

python -m benchmarks.told_build PROJECT
"""

from __future__ import annotations

import sys
from pathlib import Path

from generator.pipeline import build
from generator.project import Project


def said(name: str, done: int = 0, of: int = 0) -> None:
    """Say the step when it begins, not each of its things."""
    if not (done and of):
        print(name, flush=True)


if __name__ == "__main__":
    sys.exit(build(Project(Path(sys.argv[1])), step=said).edition is None)
