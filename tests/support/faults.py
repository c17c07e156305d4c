"""Builds that are killed, and what they leave."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

PATIENCE_S = 300
LOOK_S = 0.002


def tree_digest(folder: Path) -> str:
    """A digest of the paths and bytes of all files under a folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def start_build(
    project: Path, *options: str, environment: Mapping[str, str] = MappingProxyType({})
) -> subprocess.Popen[str]:
    """The program building a project, as the head of a group of processes."""
    return subprocess.Popen(
        [sys.executable, "-m", "generator", "build", "-C", str(project), *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
        start_new_session=True,
    )


def run_build(
    project: Path, *options: str, environment: Mapping[str, str] = MappingProxyType({})
) -> tuple[int, str]:
    """The exit code of a whole build, and what it said."""
    process = start_build(project, *options, environment=environment)
    _, said = process.communicate(timeout=PATIENCE_S)
    return process.returncode, said


def build_killed_when(is_time: Callable[[], bool], project: Path, *options: str) -> bool:
    """Start a build and kill it and all its children at a moment; False if it ended before."""
    process = start_build(project, *options)
    while process.poll() is None:
        if is_time():
            os.killpg(process.pid, signal.SIGKILL)
            break
        time.sleep(LOOK_S)
    process.communicate(timeout=PATIENCE_S)
    return process.returncode == -signal.SIGKILL
