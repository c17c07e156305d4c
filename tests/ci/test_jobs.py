"""Jobs of the CI files run as they are written, each in a fresh clone; `make ci-jobs` runs all of them.

The program is the one that runs the tests; all else is what the clone holds.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.ci.local import github, gitlab
from tests.ci.local.conditions import filled, holds_on_github, holds_on_gitlab
from tests.ci.local.starter import a_starter
from tests.ci.local.world import World, a_world, another_quotation, another_title, installed
from tests.ci.workflows import ROOT, job, jobs
from tests.support.forges import FakeForge, a_forge

TOKEN = "made up"  # noqa: S105 - as it says


def only(*names: str) -> Callable[[str], bool]:
    return lambda name: name in names


@pytest.fixture
def forge() -> Iterator[FakeForge]:
    with a_forge() as made_up:
        yield made_up


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second subject in a repository of its own, made by the lines of the guide."""
    return a_starter(tmp_path_factory.mktemp("starter") / "repository")


def world_of(project: Path, folder: Path, forge: FakeForge, change: Callable[[Path], None]) -> World:
    """Every request that is not to the forge goes to the forge too, as to a proxy: nothing leaves here."""
    proxy = {"http_proxy": forge.address, "https_proxy": forge.address, "no_proxy": "127.0.0.1"}
    made = a_world(project, folder, forge.address, change)
    return replace(made, prepare=installed, environment=proxy)


def test_a_fresh_clone_of_this_repository_checks_clean(tmp_path: Path, forge: FakeForge) -> None:
    """What is committed is all that the first job needs; its summary is written."""
    world = world_of(ROOT, tmp_path, forge, another_title)
    workflow = ROOT / ".github" / "workflows" / "site.yml"
    said = list(github.run_workflow(world, workflow, "pull_request", only("check")))
    assert [each for each in said if each.outcome == "failed"] == []
    (summary,) = tmp_path.glob("jobs/*-check/GITHUB_STEP_SUMMARY")
    assert summary.read_text(encoding="utf-8")


def test_a_broken_quotation_stops_a_pull_request(starter: Path, tmp_path: Path, forge: FakeForge) -> None:
    """The line is annotated, the summary tells it, and no later job runs."""
    world = world_of(starter, tmp_path, forge, another_quotation)
    said = list(github.run_workflow(world, starter / ".github" / "workflows" / "site.yml", "pull_request"))
    (failed,) = (each for each in said if each.outcome == "failed")
    assert failed.step == "make check-content"
    assert "::error file=content/timeline.yml,line=" in failed.output
    (summary,) = tmp_path.glob("jobs/*-check/GITHUB_STEP_SUMMARY")
    assert summary.read_text(encoding="utf-8").startswith("## Check of the content: 1 error")
    assert [each.job.rpartition(" ")[2] for each in said if each.step == "all"] == [
        "build",
        "browser",
        "deploy",
    ]


def test_a_merge_request_is_told_what_changes_in_one_comment(
    starter: Path, tmp_path: Path, forge: FakeForge
) -> None:
    """In a repository of content alone, by its own Makefile; a second run changes the comment."""
    world = world_of(starter, tmp_path, forge, another_title)
    pipeline, event = starter / ".gitlab-ci.yml", "merge_request_event"
    for names in (("check", "diff", "browser"), ("diff",)):
        said = list(gitlab.run_pipeline(world, pipeline, event, only(*names), token=TOKEN))
        assert {each.outcome for each in said} == {"passed", "left out"}, said
        assert f"gitlab on {event}: browser" not in {each.job for each in said}
    assert [method for method, _, _ in forge.sent] == ["POST", "PUT"]
    ((comment,),) = forge.lists.values()
    assert "1 event changed" in comment["body"]


def test_what_a_pull_request_run_leaves_becomes_its_comment(
    starter: Path, tmp_path: Path, forge: FakeForge
) -> None:
    """The artifact of the one workflow is found and posted by the other; nothing of the repository runs."""
    world = world_of(starter, tmp_path, forge, another_title)
    workflow = starter / ".github" / "workflows" / "comment.yml"
    assert [each.outcome for each in github.run_workflow(world, workflow, "workflow_run")] == ["skipped"]
    build = job(".github/workflows/site.yml", "build").steps()
    (path,) = (step["with"]["path"] for step in build if step.get("with", {}).get("name") == "diff")
    left = world.artifact("github-site-pull_request", "diff") / Path(path).name
    left.parent.mkdir(parents=True)
    left.write_text("A statement changed.", encoding="utf-8")
    *_, posted = github.run_workflow(world, workflow, "workflow_run")
    assert posted.outcome == "passed", posted
    ((name, content),) = json.loads(posted.output)
    assert (name, content["issue_number"]) == ("createComment", 3)
    assert "A statement changed." in content["body"]


def test_links_that_do_not_answer_become_an_issue(starter: Path, tmp_path: Path, forge: FakeForge) -> None:
    """Weekly, on Forgejo; a link that does not answer fails no job."""
    world = world_of(starter, tmp_path, forge, another_title)
    workflow = starter / ".forgejo" / "workflows" / "links.yml"
    said = list(github.run_workflow(world, workflow, "schedule"))
    assert [each.outcome for each in said] == ["passed"] * 3, said
    ((_, path, content),) = forge.sent
    assert path == "/repos/us/site/issues"
    assert "example.org/amery-courier" in content["body"]


def test_every_step_of_every_workflow_is_known_to_the_runner() -> None:
    """What `make ci-jobs` would not understand is found here."""
    known = {"github": {"event_name": "push"}}
    for one in jobs():
        assert isinstance(holds_on_github(one.content.get("if", "always()"), known, ROOT), bool)
        for step in one.steps():
            holds_on_github(step.get("if", "always()"), known, ROOT)
            assert "run" in step or github.action_of(step) in github.ACTIONS, step
            for value in step.get("env", {}).values():
                filled(str(value), known)


@pytest.mark.parametrize("condition", ["contains(github.ref, 'a')", "github.ref == main'", "a || b"])
def test_a_condition_that_is_not_known_is_refused(condition: str) -> None:
    """Rather than guessed."""
    with pytest.raises(ValueError, match="no "):
        holds_on_github(condition, {}, ROOT)
    with pytest.raises(ValueError, match="no "):
        holds_on_gitlab(condition, {})
