"""How much faster the pages are built again after one source of 2,000 changed than from nothing.

    python -m benchmarks.rebuild [sources]

Each build is a process of its own; its time is that of the processor in the generator, from reading the
files to publishing the pages, without starting Python and without the site engine. Two ratios are printed:
of all that the generator does, and of that without pictures for sharing, which a typesetter draws.
"""

from __future__ import annotations

import functools
import itertools
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path, PurePosixPath

from benchmarks.stages import project
from generator import pipeline
from generator.model.pages import SiteFile
from generator.output.pictures import pictures
from generator.project import Project
from generator.publish import publish
from generator.site.engine import theme_files
from generator.site.policy import policy_of
from generator.site.settings import Configured

Seconds = dict[str, float]
Files = dict[PurePosixPath, SiteFile]

WRITTEN, DRAWN = "files written", "of it, pictures"
IN_MEMORY = Path("/dev/shm")  # noqa: S108 - where other users of the disk do not disturb
SETTINGS = Path(__file__).parents[1] / "mkdocs.yml"


def build(folder: Path) -> Seconds:
    """Seconds by step of one build in this process."""
    drawing = [0.0]
    vars(pipeline)["pictures"] = lambda edition, fonts: timed(pictures(edition, fonts), drawing)
    steps: list[tuple[str, float]] = []

    def step(name: str, done: int = 0, of: int = 0) -> None:  # noqa: ARG001 - nothing is counted here
        steps.append((name, time.process_time()))

    outcome = pipeline.build_pages(Project(folder), step=step)
    steps.append(("end", time.process_time()))
    assert outcome.published is not None, outcome.problems[:3]
    seconds = {name: end - begin for (name, begin), (_, end) in itertools.pairwise(steps)}
    return seconds | {DRAWN: drawing[0], WRITTEN: len(outcome.published.written)}


def timed(files: Files, seconds: list[float]) -> Files:
    """The same files, with the time that making them takes added up."""

    def made(file: SiteFile) -> bytes:
        begin = time.process_time()
        content = file.make()
        seconds[0] += time.process_time() - begin
        return content

    return {path: SiteFile(file.key, functools.partial(made, file)) for path, file in files.items()}


def in_new_process(folder: Path) -> Seconds:
    """Seconds by step of one build in a process that knows nothing of others."""
    code = f"import json; from benchmarks.rebuild import *; print(json.dumps(build(Path({str(folder)!r}))))"
    done = subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)  # type: ignore[no-any-return]  # what `build` gave


def change_one(folder: Path) -> None:
    """Change a few words in the middle of one source, before the words that an event quotes of it."""
    source = folder / "sources" / "report-7.md"
    source.write_text(source.read_text().replace("too low and asked", "far too low and soon asked"))


def main(sources: int) -> None:
    """Print seconds by step from nothing, after a change of one source, and with nothing changed."""
    with tempfile.TemporaryDirectory(dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as place:
        folder = project(Path(place) / "project", sources)
        shutil.copy(SETTINGS, folder)
        publish(theme_files(), Project(folder).theme)
        policy_of(
            Configured(folder, pipeline.settings_of(Project(folder)))
        )  # runs the engine once for a new configuration
        full = in_new_process(folder)
        change_one(folder)
        changed = in_new_process(folder)
        same = in_new_process(folder)
    runs = (full, changed, same)
    steps = [name for name in full if name not in (WRITTEN, DRAWN)]
    print(f"{'step':<18}{'from nothing':>14}{'one changed':>14}{'none changed':>14}")
    for name in (*steps, DRAWN):
        print(f"{name:<18}" + "".join(f"{run[name]:>12.3f} s" for run in runs))
    whole = [sum(run[name] for name in steps) for run in runs]
    print(f"{'all':<18}" + "".join(f"{seconds:>12.3f} s" for seconds in whole))
    print(f"{WRITTEN:<18}" + "".join(f"{run[WRITTEN]:>12.0f}  " for run in runs))
    plain = [seconds - run[DRAWN] for seconds, run in zip(whole, runs, strict=True)]
    print(
        f"one changed / from nothing: {whole[1] / whole[0]:.3f}; without pictures {plain[1] / plain[0]:.3f}"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)
