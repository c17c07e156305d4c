"""The hook for other repositories, and the image."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import yaml
from click.testing import CliRunner

from generator.cli import main
from tests.support.projects import ROOT


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
