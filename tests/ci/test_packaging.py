"""The hook for other repositories, and the image."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import main
from tests.ci.local.world import QUIET_GIT, another_quotation, another_title, committed, git
from tests.support.projects import BASE, ROOT, copy_of


def test_the_hook_is_one_that_pre_commit_takes() -> None:
    """Its manifest is valid."""
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_hook_runs_a_command_that_there_is() -> None:
    """`briefing check`, on changes of what it looks at, once and without file names."""
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    program, *words = hook["entry"].split()
    assert program == "briefing"
    assert CliRunner().invoke(main, [*words, "--help"]).exit_code == 0
    assert not hook["pass_filenames"]


def test_the_image_is_made_as_hadolint_wants_it() -> None:
    """Pinned by hash, few layers, a user without rights."""
    program = Path(sys.executable).with_name("hadolint")
    done = subprocess.run([program, str(ROOT / "Containerfile")], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    images = [line for line in (ROOT / "Containerfile").read_text().splitlines() if line.startswith("FROM ")]
    assert all("@sha256:" in line for line in images)


@pytest.fixture
def guarded(tmp_path: Path) -> Path:
    """A repository that the hook guards, run as pre-commit runs it, with the program of the tests."""
    copy_of(BASE, tmp_path)
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    settings = {"repos": [{"repo": "local", "hooks": [hook | {"language": "system"}]}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    committed(tmp_path, "All of it")
    return tmp_path


def hooked(repository: Path) -> tuple[int, str]:
    """The exit code of the hooks for what is staged, and what they said."""
    program = Path(sys.executable).parent
    own = {"PATH": f"{program}:{os.environ['PATH']}", "PRE_COMMIT_HOME": str(repository.parent / "kept")}
    git(repository, "add", "--all")
    command = (program / "pre-commit", "run")
    done = subprocess.run(
        command, cwd=repository, env=os.environ | QUIET_GIT | own, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def test_a_commit_with_a_broken_quotation_is_refused(guarded: Path) -> None:
    """With the diagnostic; mended, it passes, and a file that is none of the content's asks nothing."""
    (guarded / "notes.txt").write_text("Nothing of the content.")
    assert "no files to check" in hooked(guarded)[1]
    another_title(guarded)
    assert hooked(guarded)[0] == 0
    another_quotation(guarded)
    code, said = hooked(guarded)
    assert code == 1
    assert "error[quotation-not-found]" in said
    assert "content/timeline.yml:" in said
