"""The jobs of GitHub's and Forgejo's workflows for one event, in the order of their needs."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.ci.local.conditions import filled, holds_on_github
from tests.ci.local.script import made_up
from tests.ci.local.world import NUMBER, PROJECT, Said, Wanted, World, all_jobs
from tests.ci.workflows import FORGEJO_ACTIONS

EVENTS = ("pull_request", "workflow_run", "push", "schedule")
"""In this order: what comments takes the artifact of the run that a pull request started."""

Action = Callable[["Job", Mapping[str, str]], str | None]
"""What an action does for a job, with what it is given; what it says of it."""


@dataclass(slots=True)
class Job:
    """A job while it runs: its forge, its folder, and what its expressions know."""

    world: World
    run: str
    name: str
    folder: Path
    known: dict[str, Any]
    commit: str

    def variables(self) -> dict[str, str]:
        """What the runner sets for every step."""
        github = self.known["github"]
        names = ("event_name", "ref", "sha", "repository", "server_url")
        own = {f"GITHUB_{name.upper()}": str(github[name]) for name in names}
        files = {
            name: str(self.folder.parent / name)
            for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT", "GITHUB_ENV")
        }
        more = {"GITHUB_ACTIONS": "true", "GITHUB_API_URL": self.world.api, "RUNNER_OS": "Linux"}
        return own | files | more | {"GITHUB_WORKSPACE": str(self.folder)}


def _checkout(job: Job, given: Mapping[str, str]) -> None:
    job.world.clone(job.folder, job.commit, int(given.get("fetch-depth", 1)))


def _upload(job: Job, given: Mapping[str, str]) -> None:
    source, place = job.folder / given["path"], job.world.artifact(job.run, given.get("name", "github-pages"))
    place.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, place, dirs_exist_ok=True)
    else:
        shutil.copy(source, place)


def _download(job: Job, given: Mapping[str, str]) -> None:
    run = given.get("run-id") or job.run
    shutil.copytree(job.world.artifact(run, given["name"]), job.folder / given["path"], dirs_exist_ok=True)


def _script(job: Job, given: Mapping[str, str]) -> str:
    """Run it with the pull request that is open; what it changes."""
    event = job.known["github"]["event"]
    pulls = [{"number": int(NUMBER), "head": {"sha": event["workflow_run"]["head_sha"]}}]
    return json.dumps(made_up(given["script"], job.folder, pulls=pulls, payload=event)["changes"])


ACTIONS: dict[str, Action | str] = {
    "actions/checkout": _checkout,
    "actions/upload-artifact": _upload,
    "actions/upload-pages-artifact": _upload,
    "actions/download-artifact": _download,
    "actions/setup-python": "the Python of this machine stands in",
    "actions/github-script": _script,
    "actions/deploy-pages": "what it would publish is the artifact github-pages",
}
"""What stands in for an action here: what it does to the files, or why it is not run."""


def action_of(step: Mapping[str, Any]) -> str:
    """The name of the action of a step, without its forge and version."""
    return str(step["uses"]).partition("@")[0].removeprefix(FORGEJO_ACTIONS)


def run_workflow(world: World, path: Path, event: str, wanted: Wanted = all_jobs) -> Iterator[Said]:
    """Run the jobs of a workflow that an event starts; nothing if the event starts none.

    A job whose needs failed or were skipped is skipped, as on the forge; one that is not wanted is taken
    as passed.
    """
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    if event not in workflow[True]:  # YAML reads the key `on` as this
        return
    passed: set[str] = set()
    for name in _in_order(workflow["jobs"]):
        content = workflow["jobs"][name]
        job = _a_job(world, path, name, event)
        if not wanted(name):
            yield Said(job.name, "all", "left out")
            passed.add(name)
            continue
        needs = _listed(content.get("needs", []))
        if not passed.issuperset(needs) or not holds_on_github(
            content.get("if", "always()"), job.known, job.folder
        ):
            yield Said(job.name, "all", "skipped")
            continue
        said = list(_run_job(job, content))
        yield from said
        if all(each.outcome != "failed" for each in said):
            passed.add(name)


def _in_order(jobs: Mapping[str, Any]) -> list[str]:
    """The names of the jobs, each after those that it needs."""
    done: list[str] = []
    while len(done) < len(jobs):
        ready = [n for n in jobs if n not in done and set(_listed(jobs[n].get("needs", []))) <= set(done)]
        done += ready or [f"a circle of needs among {sorted(jobs)}"]
    return done


def _listed(needs: str | list[str]) -> list[str]:
    return [needs] if isinstance(needs, str) else needs


def _a_job(world: World, path: Path, name: str, event: str) -> Job:
    """An empty folder and what is known: GitHub builds a pull request as merged, Forgejo its head."""
    forge = path.parts[-3].strip(".")
    asked = world.merged if forge == "github" else world.head
    commit = asked if event == "pull_request" else world.base
    ref = f"refs/pull/{NUMBER}/{'merge' if forge == 'github' else 'head'}"
    pull = {"number": NUMBER, "base": {"sha": world.base}, "head": {"repo": {"full_name": PROJECT}}}
    before = f"{forge}-site-pull_request"
    branch = {"head_sha": world.head, "head_branch": "change", "head_repository": {"owner": {"login": "us"}}}
    conclusion = "success" if world.artifact(before, "diff").is_dir() else "failure"
    github = {
        "event_name": event,
        "ref": ref if event == "pull_request" else "refs/heads/main",
        "sha": commit,
        "repository": PROJECT,
        "server_url": world.server,
        "token": "token-of-the-job",
        "event": {
            "pull_request": pull,
            "workflow_run": {"event": "pull_request", "conclusion": conclusion, "id": before, **branch},
        },
    }
    run = f"{forge}-{path.stem}-{event}"
    folder = world.folder / "jobs" / f"{run}-{name}" / "work"
    folder.mkdir(parents=True, exist_ok=True)
    return Job(world, run, f"{forge}/{path.stem} on {event}: {name}", folder, {"github": github}, commit)


def _run_job(job: Job, content: Mapping[str, Any]) -> Iterator[Said]:
    has_failed = False
    for step in content["steps"]:
        title = str(step["run"]) if "run" in step else action_of(step)
        condition = str(step.get("if", "success()"))
        is_wanted = (not has_failed or "always()" in condition) and (
            condition == "success()" or holds_on_github(condition, job.known, job.folder)
        )
        said = _run_step(job, step, title) if is_wanted else Said(job.name, title, "skipped")
        has_failed |= said.outcome == "failed"
        yield said


def _run_step(job: Job, step: Mapping[str, Any], title: str) -> Said:
    if "run" in step:
        own = {name: filled(str(value), job.known) for name, value in step.get("env", {}).items()}
        lines = filled(step["run"], job.known)
        ok, output, seconds = job.world.run(lines, job.folder, job.variables() | own, "-e")
        return Said(job.name, title, "passed" if ok else "failed", output, seconds)
    action = ACTIONS[title]
    if isinstance(action, str):
        return Said(job.name, title, "not run here", action)
    try:
        said = action(
            job, {key: filled(str(value), job.known) for key, value in step.get("with", {}).items()}
        )
    except (OSError, subprocess.CalledProcessError) as fault:
        return Said(job.name, title, "failed", str(fault))
    return Said(job.name, title, "passed", said or "")
