"""The jobs of GitLab's pipeline for one event, stage by stage."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.ci.local.conditions import holds_on_gitlab
from tests.ci.local.world import NUMBER, Said, Wanted, World, all_jobs

EVENTS = ("merge_request_event", "push", "schedule")
NO_JOBS = {"workflow", "default", "variables", "stages"}
USUAL_DEPTH = "20"


@dataclass(frozen=True, slots=True)
class Job:
    """A job of a pipeline, with the variables that it gets."""

    world: World
    name: str
    content: Mapping[str, Any]
    variables: Mapping[str, str]
    before: tuple[str, ...]

    @property
    def title(self) -> str:
        """Where it runs, why and which."""
        return f"gitlab on {self.variables['CI_PIPELINE_SOURCE']}: {self.name}"

    def kept(self, name: str) -> Path:
        """Where a job of this pipeline keeps its artifacts."""
        return self.world.artifact(f"gitlab-{self.variables['CI_PIPELINE_SOURCE']}", name)


def run_pipeline(
    world: World, path: Path, event: str, wanted: Wanted = all_jobs, *, token: str = ""
) -> Iterator[Said]:
    """Run the jobs that an event starts, as `github.run_workflow` does.

    `token` is what the project has put into BRIEFING_TOKEN.
    """
    pipeline = yaml.safe_load(path.read_text(encoding="utf-8"))
    variables = _variables(world, event) | ({"BRIEFING_TOKEN": token} if token else {})
    jobs = [
        _a_job(world, name, content, pipeline, variables)
        for name, content in pipeline.items()
        if name not in NO_JOBS and _is_wanted(content, variables, path.parent)
    ]
    passed: set[str] = set()
    earlier: set[str] = set()
    for stage in pipeline["stages"]:
        now = [job for job in jobs if job.content["stage"] == stage]
        for job in now:
            needs = _needs(job.content, earlier)
            if not wanted(job.name) or not needs <= passed:
                said = [Said(job.title, "all", "skipped" if wanted(job.name) else "left out")]
            else:
                said = list(_run_job(job, sorted(needs)))
            yield from said
            if {each.outcome for each in said} <= {"passed", "left out"} or job.content.get("allow_failure"):
                passed.add(job.name)
        earlier |= {job.name for job in now}


def _variables(world: World, event: str) -> dict[str, str]:
    """The variables of a pipeline, of those that the jobs ask for."""
    always = {
        "GITLAB_CI": "true",
        "CI_API_V4_URL": world.api,
        "CI_PROJECT_ID": "7",
        "CI_DEFAULT_BRANCH": "main",
        "CI_PIPELINE_SOURCE": event,
        "GIT_DEPTH": USUAL_DEPTH,
    }
    if event == "merge_request_event":
        return always | {
            "CI_COMMIT_SHA": world.head,
            "CI_COMMIT_REF_SLUG": "change",
            "CI_MERGE_REQUEST_IID": NUMBER,
            "CI_MERGE_REQUEST_DIFF_BASE_SHA": world.base,
        }
    return always | {"CI_COMMIT_SHA": world.base, "CI_COMMIT_REF_SLUG": "main", "CI_COMMIT_BRANCH": "main"}


def _is_wanted(content: Mapping[str, Any], variables: Mapping[str, str], repository: Path) -> bool:
    """Whether one of the rules lets the job run."""
    return any(
        holds_on_gitlab(rule["if"], variables)
        and ("exists" not in rule or any((repository / path).exists() for path in rule["exists"]))
        for rule in content["rules"]
    )


def _a_job(
    world: World, name: str, content: Mapping[str, Any], pipeline: Mapping[str, Any], known: Mapping[str, str]
) -> Job:
    own = {name: str(value) for name, value in (pipeline["variables"] | content.get("variables", {})).items()}
    before = content.get("before_script", pipeline["default"]["before_script"])
    return Job(world, name, content, {**known, **own}, tuple(before))


def _needs(content: Mapping[str, Any], earlier: set[str]) -> set[str]:
    """The jobs that a job waits for; those of all earlier stages if it does not say."""
    if "needs" not in content:
        return earlier
    needs = [{"job": need} if isinstance(need, str) else need for need in content["needs"]]
    return {need["job"] for need in needs if need["job"] in earlier or not need.get("optional")}


def _run_job(job: Job, needs: list[str]) -> Iterator[Said]:
    """A clone with the artifacts of what the job needs; all lines in one shell, as the runner does it."""
    folder = job.world.folder / "jobs" / job.title.replace(" ", "-").replace(":", "") / "work"
    job.world.clone(folder, job.variables["CI_COMMIT_SHA"], int(job.variables["GIT_DEPTH"]))
    for need in needs:
        if job.kept(need).is_dir():
            shutil.copytree(job.kept(need), folder, dirs_exist_ok=True)
    here = {"CI_PROJECT_DIR": str(folder)}
    own = {name: value.replace("$CI_PROJECT_DIR", str(folder)) for name, value in job.variables.items()}
    lines = "\n".join((*job.before, *job.content["script"]))
    ok, output, seconds = job.world.run(f"{lines}\n", folder, own | here, "-eo", "pipefail")
    yield Said(job.title, lines, "passed" if ok else "failed", output, seconds)
    artifacts = job.content.get("artifacts", {})
    if ok or artifacts.get("when") == "always":
        for path in (*artifacts.get("paths", ()), *artifacts.get("reports", {}).values()):
            yield Said(
                job.title,
                f"artifact {path}",
                "passed" if _keep(folder, job.kept(job.name), path) else "failed",
            )


def _keep(folder: Path, kept: Path, path: str) -> bool:
    """Copy what an artifact names; False if it is not there."""
    (kept / path).parent.mkdir(parents=True, exist_ok=True)
    if (folder / path).is_dir():
        shutil.copytree(folder / path, kept / path, dirs_exist_ok=True)
    elif (folder / path).is_file():
        shutil.copy(folder / path, kept / path)
    return (folder / path).exists()
