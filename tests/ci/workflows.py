"""The CI files of this repository, read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
GITHUB = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORGEJO = sorted((ROOT / ".forgejo" / "workflows").glob("*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
# Forgejo takes actions from any address; GitHub's own checkers know only the short form.
FORGEJO_ACTIONS = "https://data.forgejo.org/"


@dataclass(frozen=True, slots=True)
class Job:
    """A job of a workflow, and where it stands."""

    path: Path
    name: str
    content: dict[str, Any]

    def __str__(self) -> str:
        return f"{self.path.relative_to(ROOT)}:{self.name}"

    def steps(self) -> list[dict[str, Any]]:
        """Its steps, in order."""
        return list(self.content["steps"])


def loaded(path: Path) -> dict[Any, Any]:
    """A file as YAML; the key `on` comes out as True."""
    content: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return content


def jobs() -> list[Job]:
    """All jobs of GitHub's and Forgejo's workflows."""
    return [
        Job(path, name, content)
        for path in (*GITHUB, *FORGEJO)
        for name, content in loaded(path)["jobs"].items()
    ]


def job(path: str, name: str) -> Job:
    """One job by the path of its workflow and its name."""
    return next(job for job in jobs() if job.path == ROOT / path and job.name == name)


def commands() -> Iterator[tuple[str, str]]:
    """Every command that a step runs, with the place where it stands."""
    for one in jobs():
        for step in one.steps():
            for line in step.get("run", "").splitlines():
                yield str(one), line
    for name, content in loaded(GITLAB).items():
        if isinstance(content, dict):
            for line in (*content.get("before_script", ()), *content.get("script", ())):
                yield f"{GITLAB.name}:{name}", line
