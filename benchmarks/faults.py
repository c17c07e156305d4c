"""What survives: builds killed at random moments, a full disk, read-only output, two builds at once.

    python -m benchmarks.faults [kills]

The full disk and the read-only one are file systems in memory, mounted for the purpose: run it as root.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.project import Project
from tests.support.faults import build_killed_when, run_build, start_build, tree_digest
from tests.support.projects import SUBJECT, copy_of, overlay

CHANGED, WORDS = "sources/harbour-notes.md", ('title: "', 'title: "New ')
SPACES_KB = (16, 300, 600, 1_200, 2_400)


def changed(project: Project) -> None:
    """Change the content."""
    overlay(project.root, {CHANGED: dict(zip(("old", "new"), WORDS, strict=True))})


def changed_back(project: Project) -> None:
    """Undo the change."""
    overlay(project.root, {CHANGED: dict(zip(("new", "old"), WORDS, strict=True))})


def a_project(folder: Path) -> tuple[Project, str, str, float]:
    """A project with its site, digests of its two editions, and how long a build takes."""
    project = Project(copy_of(SUBJECT, folder))
    editions = []
    seconds = 0.0
    for change in (changed, changed_back):
        change(project)
        begin = time.perf_counter()
        code, said = run_build(project.root)
        seconds = time.perf_counter() - begin
        assert code == 0, said
        editions.append(tree_digest(project.site))
    return project, editions[1], editions[0], seconds


def kills(folder: Path, times: int) -> str:
    """Kill builds of the changed content at random moments; look at the site; build again."""
    project, old, new, longest = a_project(folder)
    chance = random.Random(times)
    tried = killed = whole = shown = rebuilt = 0
    while killed < times:
        changed(project)
        end = time.perf_counter() + chance.uniform(0, longest)
        tried += 1
        if build_killed_when(lambda end=end: time.perf_counter() > end, project.root):  # type: ignore[misc]  # a default binds the moment
            found = tree_digest(project.site)
            killed += 1
            whole += found in (old, new)
            shown += found == new
            rebuilt += run_build(project.root)[0] == 0 and tree_digest(project.site) == new
        changed_back(project)
        assert run_build(project.root)[0] == 0
    return (
        f"killed {killed} builds of {tried}: whole edition {whole} of {killed} ({shown} new);"
        f" next build succeeded {rebuilt} of {killed}"
    )


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[None]:
    """A file system in memory at the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", folder], check=True)  # noqa: S607 - of this system
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)  # noqa: S607 - of this system


def remounted(folder: Path, options: str) -> None:
    """Change the file system that is mounted at the folder."""
    subprocess.run(["mount", "-o", f"remount,{options}", folder], check=True)  # noqa: S607 - of this system


def refused(project: Project, old: str) -> bool:
    """Whether a build fails with a clear error and leaves the old site."""
    code, said = run_build(project.root)
    clear = any(words in said for words in ("No space left", "Read-only file system"))
    if not (code and clear and "Traceback" not in said and tree_digest(project.site) == old):
        print(code, said)
        return False
    return True


def full_disk(folder: Path) -> str:
    """Builds on a file system with ever more space, all of it too little; then with enough."""
    survived = 0
    build = folder / "build"
    with mounted(build, "size=400m"):
        project, old, new, _ = a_project(folder)
        changed(project)
        used = sum(path.stat().st_blocks for path in build.rglob("*") if path.is_file()) // 2
        for space in SPACES_KB:
            filler = build / "filler"
            remounted(build, f"size={used + space + 4_000}k")
            filler.write_bytes(b"0" * max(0, free(build) - space * 1024))
            survived += refused(project, old)
            filler.unlink()
            remounted(build, "size=400m")
        done = run_build(project.root)[0] == 0 and tree_digest(project.site) == new
    return f"full disk: old site whole {survived} of {len(SPACES_KB)}; with space it builds: {done}"


def free(folder: Path) -> int:
    """The bytes that are free on the file system of a folder."""
    return shutil.disk_usage(folder).free


def read_only(folder: Path) -> str:
    """A build into a file system that may only be read; then into one that may be written."""
    with mounted(folder / "build", "size=400m"):
        project, old, new, _ = a_project(folder)
        changed(project)
        remounted(project.build, "ro")
        survived = refused(project, old)
        remounted(project.build, "rw")
        done = run_build(project.root)[0] == 0 and tree_digest(project.site) == new
    return f"read-only output: old site whole: {survived}; once it may be written it builds: {done}"


def two_at_once(folder: Path) -> str:
    """Two builds of one project, started together."""
    project, _, new, _ = a_project(folder)
    changed(project)
    both = [start_build(project.root) for _ in range(2)]
    said = [process.communicate()[1] for process in both]
    codes = sorted(process.returncode for process in both)
    clear = sum("another build" in each for each in said)
    whole = tree_digest(project.site) == new
    return f"two builds at once: exit codes {codes}, {clear} refused and said why; the site is whole: {whole}"


def main(times: int) -> None:
    """Try all faults, a line each."""
    with tempfile.TemporaryDirectory() as place:
        for name, trial in (("two", two_at_once), ("read", read_only), ("full", full_disk)):
            print(trial(Path(place) / name), flush=True)
        print(kills(Path(place) / "kills", times), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
