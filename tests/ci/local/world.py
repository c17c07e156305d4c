"""What surrounds a job: a forge with a repository and a change of it, artifacts, and the machine."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.programs import needed

PROJECT = "us/site"
NUMBER = "3"
CHANGED, TITLE = "content/timeline.yml", re.compile(r"^    title: (.+)$", re.MULTILINE)
QUIET_GIT = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "GIT_TERMINAL_PROMPT": "0"}
AUTHOR = ("-c", "user.name=Editor", "-c", "user.email=editor@localhost")
# What tells package clients on this machine where packages are; all else a job must bring itself.
OF_THE_MACHINE = re.compile(r"PATH|HOME|(?i:pip_.*|npm_config_.*|ssl_cert_.*|[a-z]+_proxy)")


Wanted = Callable[[str], bool]
"""Whether the job of a name is run."""


def all_jobs(_: str) -> bool:
    """Every job is wanted."""
    return True


@dataclass(frozen=True, slots=True)
class Said:
    """What came of a step, what it printed, and how long it took.

    It `passed` or `failed`; it was `skipped` as on the forge, or `not run here`, or its job was `left out`.
    """

    job: str
    step: str
    outcome: str
    output: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class World:
    """A forge with one repository, in which a branch waits to be merged.

    `base` is the main branch, `head` the branch, `merged` the two as one commit. `prepare` is called for
    each fresh clone. `environment` is set for every step.
    """

    folder: Path
    base: str
    head: str
    merged: str
    api: str
    prepare: Callable[[Path], None] = lambda _: None
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def server(self) -> str:
        """The address below which the forge has its repositories."""
        return f"file://{self.folder}/forge"

    def artifact(self, run: str, name: str) -> Path:
        """Where a run keeps what it uploads under a name."""
        return self.folder / "artifacts" / run / name

    def clone(self, folder: Path, commit: str, depth: int) -> None:
        """Fetch a commit into a new folder, with so much of its history; all of it if 0."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        git(folder, "init", "--quiet")
        git(folder, "remote", "add", "origin", f"{self.server}/{PROJECT}.git")
        shallow = (f"--depth={depth}",) if depth else ("--update-shallow",)
        git(folder, "fetch", "--quiet", *shallow, "origin", commit)
        git(folder, "checkout", "--quiet", "--detach", commit)
        self.prepare(folder)

    def run(
        self, lines: str, folder: Path, variables: Mapping[str, str], *flags: str
    ) -> tuple[bool, str, float]:
        """Run lines with bash as a runner does; whether they succeeded, what they printed, the seconds."""
        machine = {name: value for name, value in os.environ.items() if OF_THE_MACHINE.fullmatch(name)}
        machine["PATH"] = _with_sudo(folder.parent, machine["PATH"])
        script = folder.parent / "step.sh"
        script.write_text(lines, encoding="utf-8")
        begin = time.perf_counter()
        done = subprocess.run(
            ("bash", "--noprofile", "--norc", *flags, script),
            cwd=folder,
            env=machine
            | {"LANG": "C.UTF-8", "CI": "true", **QUIET_GIT}
            | dict(self.environment)
            | dict(variables),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return done.returncode == 0, done.stdout, time.perf_counter() - begin


def a_world(project: Path, folder: Path, api: str, change: Callable[[Path], None]) -> World:
    """A forge below `folder` with the repository `project` and a branch on which `change` was made."""
    origin = folder / "forge" / f"{PROJECT}.git"
    origin.parent.mkdir(parents=True)
    git(folder, "clone", "--quiet", "--bare", str(project), str(origin))
    git(origin, "config", "uploadpack.allowAnySHA1InWant", "true")
    work = folder / "editor"
    git(folder, "clone", "--quiet", str(origin), str(work))
    git(work, "checkout", "--quiet", "-B", "main")
    base = git(work, "rev-parse", "HEAD")
    git(work, "checkout", "--quiet", "-b", "change")
    change(work)
    head = committed(work, "A change")
    git(work, "checkout", "--quiet", "-b", "merged", "main")
    git(work, *AUTHOR, "merge", "--quiet", "--no-ff", "-m", "The change, merged", "change")
    git(work, "push", "--quiet", "--force", "origin", "main", "change", "merged")
    merged = git(work, "rev-parse", "HEAD")
    shutil.rmtree(work)
    return World(folder, base, head, merged, api)


def _with_sudo(folder: Path, path: str) -> str:
    """A PATH on which `sudo` is found, as on the forges' machines: root needs none and may have none."""
    if os.geteuid() or shutil.which("sudo", path=path):
        return path
    sudo = folder / "bin" / "sudo"
    sudo.parent.mkdir(exist_ok=True)
    sudo.write_text('#!/bin/sh\nexec "$@"\n', encoding="utf-8")
    sudo.chmod(0o755)
    return f"{sudo.parent}{os.pathsep}{path}"


def installed(clone: Path) -> None:
    """Spare a clone the installation: `make` finds it done, with the program that runs the tests."""
    (clone / ".venv").mkdir()
    (clone / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    for name in ("ready", "ready-dev"):
        (clone / ".venv" / name).touch()


def another_title(project: Path) -> None:
    """Change the title of the first event of the timeline."""
    path = project / CHANGED
    path.write_text(TITLE.sub(r"    title: \1, again", path.read_text("utf-8"), count=1), "utf-8")


def another_quotation(project: Path) -> None:
    """Make the first quotation of the timeline one that no source has."""
    path = project / CHANGED
    path.write_text(path.read_text("utf-8").replace('exact: "', 'exact: "Nobody ever ', 1), "utf-8")


def committed(folder: Path, message: str) -> str:
    """Commit all that is in a repository; the commit."""
    git(folder, "add", "--all")
    git(folder, *AUTHOR, "commit", "--quiet", "--message", message)
    return git(folder, "rev-parse", "HEAD")


def git(folder: Path, *words: str) -> str:
    """What git says in a folder, with no settings but the repository's own."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return subprocess.run(
        (needed("git"), *words),
        cwd=folder,
        env=environment | QUIET_GIT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
