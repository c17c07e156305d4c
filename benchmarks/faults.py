"""What survives: builds killed at random moments, a full disk, read-only output, two builds at once.

    python -m benchmarks.faults [kills]

The full disk and the read-only one are file systems in memory, mounted for the purpose: run it as root.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from generator.pipeline import STEPS
from generator.project import Project
from tests.support.faults import run_build, start_build, tree_digest
from tests.support.projects import BASE, copy_of, overlay

CHANGED, WORDS = "sources/herald.md", ("title: ", "title: New ")
BEFORE, AFTER = "Starting", "After the exchange"
LOOK_S = 0.002
SPACES_KB = (16, 300, 600, 1_200, 2_400)


def changed(project: Project) -> None:
    """Change the content."""
    overlay(project.root, {CHANGED: dict(zip(("old", "new"), WORDS, strict=True))})


def changed_back(project: Project) -> None:
    """Undo the change."""
    overlay(project.root, {CHANGED: dict(zip(("new", "old"), WORDS, strict=True))})


def a_project(folder: Path) -> tuple[Project, str, str]:
    """A project with its site, and digests of its two editions; the site on show is the first."""
    project = Project(copy_of(BASE, folder))
    editions = []
    for change in (changed, changed_back):
        change(project)
        code, said = run_build(project.root)
        assert code == 0, said
        editions.append(tree_digest(project.site))
    return project, editions[1], editions[0]


@dataclass(slots=True)
class Tally:
    """What became of the builds that were killed in one phase."""

    killed: int = 0
    whole: int = 0
    new: int = 0
    rebuilt: int = 0

    def __str__(self) -> str:
        return (
            f"killed {self.killed}: whole edition {self.whole} of {self.killed} ({self.new} new);"
            f" next build right {self.rebuilt} of {self.killed}"
        )


class Watched:
    """A build that is under way, and the phase that it is in."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._site = project.site.stat().st_ino
        self._said = (project.root / "said").open("w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.told_build", str(project.root)],
            stdout=self._said,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def phase(self) -> str:
        """The step that it said last; AFTER once its site is on show."""
        if self._project.site.stat().st_ino != self._site:
            return AFTER
        lines = Path(self._said.name).read_text(encoding="utf-8").splitlines()
        return lines[-1] if lines else BEFORE

    def phases(self) -> Iterator[tuple[str, float]]:
        """Each phase when it begins, with the time, until the build ends."""
        last = ""
        while self.process.poll() is None:
            if (now := self.phase()) != last:
                last = now
                yield now, time.perf_counter()
            time.sleep(LOOK_S)

    def kill(self) -> str | None:
        """Kill it and all its children; the phase that this fell into, None if it had ended before."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        return self.phase() if self.process.returncode == -signal.SIGKILL else None


def lengths(project: Project) -> dict[str, float]:
    """How many seconds each phase of a build takes."""
    build = Watched(project)
    starts = [*build.phases(), ("", time.perf_counter())]
    assert build.process.returncode == 0
    return {name: until - begin for (name, begin), (_, until) in pairwise(starts)}


def killed_in(project: Project, phase: str, wait: float) -> str | None:
    """Kill a build so many seconds after a phase began; the phase that it was in then."""
    build = Watched(project)
    for name, begin in build.phases():
        if name == phase:
            while time.perf_counter() - begin < wait:
                time.sleep(LOOK_S / 4)
            break
    return build.kill()


def kills(folder: Path, times: int, *, cold: bool) -> Iterator[str]:
    """Kill builds at random moments of each phase in turn; look at the site; build again.

    Builds that begin `cold` find nothing kept, so that they print and remember while they are killed; the
    others find the work of both editions.
    """
    project, old, new = a_project(folder)
    changed(project)
    if cold:
        shutil.rmtree(project.cache)
    phases = lengths(project)
    is_changed, chance = True, random.Random(times)
    tallies = {phase: Tally() for phase in (BEFORE, *STEPS, AFTER)}
    tried = 0
    while sum(tally.killed for tally in tallies.values()) < times:
        (changed_back if is_changed else changed)(project)
        is_changed, wanted = not is_changed, new if not is_changed else old
        phase = min(phases, key=lambda name: tallies[name].killed)
        if cold:
            shutil.rmtree(project.cache)
        tried += 1
        fell = killed_in(project, phase, chance.uniform(0, phases[phase]))
        found = tree_digest(project.site)
        is_built = run_build(project.root)[0] == 0 and tree_digest(project.site) == wanted
        if fell is not None:
            tally = tallies[fell]
            tally.killed += 1
            tally.whole += found in (old, new)
            tally.new += found == wanted
            tally.rebuilt += is_built
    for phase, tally in tallies.items():
        yield f"{phase:20} {phases.get(phase, 0):6.2f} s: {tally}"
    whole = Tally(*(sum(getattr(tally, name) for tally in tallies.values()) for name in Tally.__slots__))
    scraps = sum(1 for _ in project.cache.rglob(".*"))
    yield f"{'cold' if cold else 'warm'}: of {tried} builds {whole}; half-written files left: {scraps}"


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
        project, old, new = a_project(folder)
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
        project, old, new = a_project(folder)
        changed(project)
        remounted(project.build, "ro")
        survived = refused(project, old)
        remounted(project.build, "rw")
        done = run_build(project.root)[0] == 0 and tree_digest(project.site) == new
    return f"read-only output: old site whole: {survived}; once it may be written it builds: {done}"


def full_cache(folder: Path) -> str:
    """A build that has no space for what it would keep."""
    cache = folder / ".cache"
    with mounted(cache, "size=64k"):
        project, _, new = a_project(folder)
        changed(project)
        done = run_build(project.root)[0] == 0 and tree_digest(project.site) == new
        used = sum(1 for path in cache.rglob("*") if path.is_file())
    return f"no space for the cache ({used} files fit): it builds the right site: {done}"


def two_at_once(folder: Path) -> str:
    """Two builds of one project, started together."""
    project, _, new = a_project(folder)
    changed(project)
    both = [start_build(project.root) for _ in range(2)]
    said = [process.communicate()[1] for process in both]
    codes = sorted(process.returncode for process in both)
    clear = sum("another build" in each for each in said)
    whole = tree_digest(project.site) == new
    return f"two builds at once: exit codes {codes}, {clear} refused and said why; the site is whole: {whole}"


TRIALS = (two_at_once, read_only, full_disk, full_cache)


def main(times: int) -> None:
    """Try all faults, a line each; half as many kills with nothing kept."""
    with tempfile.TemporaryDirectory() as place:
        for number, trial in enumerate(TRIALS):
            print(trial(Path(place) / str(number)), flush=True)
        for cold, count in ((False, times), (True, times // 2)):
            for line in kills(Path(place) / f"kills-{cold}", count, cold=cold):
                print(line, flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 50)
