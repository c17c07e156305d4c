"""The scripts inside the workflows, run as the runners run them, with forges that are made up."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.ci.local.script import made_up
from tests.ci.workflows import ROOT, job
from tests.support.programs import needed

PULL = {"number": 7, "head": {"sha": "abc"}}
RUN = {"id": 42, "head_sha": "abc", "head_branch": "fix", "head_repository": {"owner": {"login": "them"}}}
COMMENT_MARK, LINKS_MARK = "<!-- briefing diff -->", "<!-- briefing links -->"


def run_script(workflow: str, name: str, folder: Path, **given: Any) -> dict[str, list[Any]]:
    """What a job's github-script changes and asks, in a folder with the artifact that it downloaded."""
    step = job(f".github/workflows/{workflow}.yml", name).steps()[-1]
    return made_up(step["with"]["script"], folder, **given)


def commented(text: str, folder: Path, **given: Any) -> dict[str, list[Any]]:
    (folder / "diff").mkdir()
    (folder / "diff" / "diff.md").write_text(text, encoding="utf-8")
    return run_script("comment", "comment", folder, payload={"workflow_run": RUN}, **given)


def test_the_first_run_comments(tmp_path: Path) -> None:
    """Under the pull request whose branch and commit were built, fork or not, with the way to the preview."""
    result = commented("A statement changed.", tmp_path, pulls=[{"number": 1, "head": {"sha": "x"}}, PULL])
    ((name, content),) = result["changes"]
    assert (name, content["issue_number"]) == ("createComment", 7)
    assert content["body"].startswith(f"{COMMENT_MARK}\nA statement changed.")
    assert "https://forge.example/us/site/actions/runs/42#artifacts" in content["body"]
    assert result["asked"][0] == [
        "pulls",
        {"owner": "us", "repo": "site", "state": "open", "head": "them:fix"},
    ]


def test_later_runs_change_the_comment(tmp_path: Path) -> None:
    """Only the bot's own: a person's comment that looks like it is left alone."""
    comments = [
        {"id": 1, "user": {"type": "User"}, "body": COMMENT_MARK},
        {"id": 2, "user": {"type": "Bot"}, "body": "Something else"},
        {"id": 3, "user": {"type": "Bot"}, "body": f"{COMMENT_MARK}\nold"},
    ]
    ((name, content),) = commented("New.", tmp_path, pulls=[PULL], comments=comments)["changes"]
    assert (name, content["comment_id"]) == ("updateComment", 3)


def test_a_pull_request_that_moved_on_is_left_to_its_newest_run(tmp_path: Path) -> None:
    """No old diff under new commits."""
    assert not commented("Old.", tmp_path, pulls=[{"number": 7, "head": {"sha": "new"}}])["changes"]


def test_the_text_of_a_fork_is_only_text(tmp_path: Path) -> None:
    """It notifies nobody, hides nothing, and fits."""
    hostile = f"@everyone <!-- {COMMENT_MARK} " + "x" * 70_000
    ((_, content),) = commented(hostile, tmp_path, pulls=[PULL])["changes"]
    assert "@everyone" not in content["body"]
    assert content["body"].count("<!--") == 1
    assert len(content["body"]) < 65_536


@pytest.mark.parametrize(
    ("text", "issues", "change"),
    [
        ("All answer.\n", [], None),
        ("<table></table>", [], ("create", None)),
        ("<table></table>", ["Bot"], ("update", "open")),
        ("All answer.\n", ["Bot"], ("update", "closed")),
        ("<table></table>", ["User"], ("create", None)),
    ],
)
def test_one_issue_says_which_links_need_an_editor(
    text: str, issues: list[str], change: tuple[str, str | None] | None, tmp_path: Path
) -> None:
    """It is made, kept up to date, and closed once none does; an issue without a text is no trap."""
    (tmp_path / "links").mkdir()
    (tmp_path / "links" / "links.md").write_text(text, encoding="utf-8")
    known = [{"number": 5, "user": {"type": kind}, "body": f"{LINKS_MARK}\nold"} for kind in issues]
    nothing = {"number": 4, "user": {"type": "Bot"}, "body": None}
    changes = run_script("links", "tell", tmp_path, issues=[nothing, *known])["changes"]
    assert [(name, content.get("state")) for name, content in changes] == ([change] if change else [])


def push_pages(project: Path, remote: Path) -> str:
    script = project / ".ci" / "push-pages"
    script.parent.mkdir(exist_ok=True)
    shutil.copy(ROOT / ".ci" / "push-pages", script)
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "REMOTE": str(remote)}
    return subprocess.run(
        (script,), cwd=project, env=os.environ | settings, capture_output=True, text=True, check=True
    ).stdout


def test_the_site_becomes_one_commit_of_the_branch_pages(tmp_path: Path) -> None:
    """Every file, ignored names and all; no history to grow; nothing pushed when nothing changed."""
    site, remote = tmp_path / "project" / "build" / "site", tmp_path / "remote.git"
    site.mkdir(parents=True)
    git = needed("git")
    subprocess.run((git, "init", "--quiet", "--bare", remote), check=True)
    (site / "index.html").write_text("one")
    (site / ".gitignore").write_text("*")

    def asked(*words: str) -> str:
        return subprocess.run((git, "-C", remote, *words), capture_output=True, text=True, check=True).stdout

    assert "the new site" in push_pages(tmp_path / "project", remote)
    first = asked("rev-parse", "pages")
    assert "this site already" in push_pages(tmp_path / "project", remote)
    assert asked("rev-parse", "pages") == first
    (site / "index.html").write_text("two")
    assert "the new site" in push_pages(tmp_path / "project", remote)
    assert asked("show", "pages:index.html") == "two"
    assert asked("ls-tree", "--name-only", "pages").split() == [".gitignore", "index.html"]
    assert asked("rev-list", "--count", "pages").strip() == "1"


@pytest.mark.parametrize("name", ["run", "tools", "push-pages"])
def test_a_shell_script_stops_at_the_first_failure(name: str) -> None:
    """And its shell understands all of it."""
    script = ROOT / ".ci" / name
    assert "set -euo pipefail" in script.read_text(encoding="utf-8")
    subprocess.run(("bash", "-n", script), check=True)
    assert os.access(script, os.X_OK)
