"""Runs the jobs of the CI files on this machine, each in a fresh clone, and says how each step went.

    python -m tests.ci.local [--starter] [--forge NAME] [--event NAME] [--without JOB]

What is committed is cloned. With `--starter` it is a repository of content alone, as docs/hosting.md makes
one. `--without browser` leaves out the jobs that take minutes.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.ci.local import github, gitlab
from tests.ci.local.starter import a_starter, program_of
from tests.ci.local.world import Said, Wanted, World, a_world, another_title
from tests.support.forges import a_forge
from tests.support.programs import located
from tests.support.projects import ROOT

FORGES = ("github", "gitlab", "forgejo")


def run_forge(world: World, project: Path, forge: str, events: str, wanted: Wanted) -> Iterator[Said]:
    """All jobs of a forge; GitLab's with a token, so that it comments as well."""
    if forge == "gitlab":
        for event in (event for event in gitlab.EVENTS if events in event):
            token = "token-of-the-project"  # noqa: S105 - made up
            yield from gitlab.run_pipeline(world, project / ".gitlab-ci.yml", event, wanted, token=token)
        return
    for event in (event for event in github.EVENTS if events in event):
        for path in sorted((project / f".{forge}" / "workflows").glob("*.yml")):
            yield from github.run_workflow(world, path, event, wanted)


def told(said: Said) -> str:
    """One line for a step, and the end of what it printed if it failed."""
    step = " ".join(said.step.split())
    reason = f" ({said.output})" if said.outcome == "not run here" else ""
    tail = (
        "".join(f"\n    {line}" for line in said.output.splitlines()[-30:])
        if said.outcome == "failed"
        else ""
    )
    return f"{said.outcome:12} {said.seconds:6.1f} s  {said.job}: {step[:90]}{reason}{tail}"


def main() -> int:
    """Run what is asked for; 1 if a step failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.ci.local", description=__doc__.partition("\n")[0])
    parser.add_argument("--starter", action="store_true")
    parser.add_argument("--forge", choices=FORGES, action="append")
    parser.add_argument("--event", default="", help="any word of the event's name")
    parser.add_argument("--without", help="a job that is left out")
    asked = parser.parse_args()
    if missing := [name for name in ("git", "node") if not located(name)]:
        print(f"make ci-jobs needs {' and '.join(missing)}")
        return 1
    failed = 0
    with tempfile.TemporaryDirectory() as place, a_forge() as forge:
        folder = Path(place)
        project = a_starter(folder / "starter", program_of(ROOT, folder)) if asked.starter else ROOT
        for name in asked.forge or FORGES:
            world = a_world(project, folder / name, forge.address, another_title)
            for said in run_forge(world, project, name, asked.event, lambda job: job != asked.without):
                print(told(said), flush=True)
                failed += said.outcome == "failed"
        posted = [(method, path) for method, path, _ in forge.sent]
        print(f"posted: {posted}; failed steps: {failed}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
