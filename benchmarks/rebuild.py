"""How much faster the pages are built again after one source of 2,000 changed than from nothing.

    python -m benchmarks.rebuild [sources]

Each build is a process of its own; its time is that of the processor in the generator, from reading the files to publishing
the pages, without starting Python and without the site engine. Pictures for sharing, a typesetter's work of
some 20 ms a page that would flatter the ratio, are left out.
"""

from __future__ import annotations

import itertools
import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.stages import project
from generator import pipeline
from generator.project import Project
from generator.publish.files import publish
from generator.site.policy import policy_of
from generator.site.theme import theme_files

Seconds = dict[str, float]

WRITTEN = "files written"
IN_MEMORY = Path("/dev/shm")  # noqa: S108 - where other users of the disk do not disturb
SETTINGS = Path(__file__).parents[1] / "mkdocs.yml"


def build(folder: Path) -> Seconds:
    """Seconds by step of one build in this process."""
    vars(pipeline)["pictures"] = lambda _edition: {}
    steps: list[tuple[str, float]] = []

    def step(name: str, done: int = 0, of: int = 0) -> None:  # noqa: ARG001 - nothing is counted here
        steps.append((name, time.process_time()))

    outcome = pipeline.build_pages(Project(folder), step=step)
    steps.append(("end", time.process_time()))
    assert outcome.published is not None, outcome.problems[:3]
    seconds = {name: end - begin for (name, begin), (_, end) in itertools.pairwise(steps)}
    return seconds | {WRITTEN: len(outcome.published.written)}


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
        policy_of(folder)  # runs the engine once for a new configuration
        full = in_new_process(folder)
        change_one(folder)
        changed = in_new_process(folder)
        same = in_new_process(folder)
    steps = [name for name in full if name != WRITTEN]
    print(f"{'step':<18}{'from nothing':>14}{'one changed':>14}{'none changed':>14}")
    for name in steps:
        print(f"{name:<18}" + "".join(f"{run[name]:>12.3f} s" for run in (full, changed, same)))
    whole = [sum(run[name] for name in steps) for run in (full, changed, same)]
    print(f"{'all':<18}" + "".join(f"{seconds:>12.3f} s" for seconds in whole))
    print(f"{WRITTEN:<18}" + "".join(f"{run[WRITTEN]:>12.0f}  " for run in (full, changed, same)))
    print(f"one changed / from nothing: {whole[1] / whole[0]:.3f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2_000)
