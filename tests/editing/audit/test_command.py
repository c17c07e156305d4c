"""`briefing audit` as it is called."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.editing.audit.builders import PAIR, SUMMARY
from tests.support.projects import BASE, copy_of


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A valid project with the summary of the pair, and its original in a folder beside it."""
    folder = copy_of(BASE, tmp_path / "project")
    (folder / "sources" / "bridge.md").write_text(SUMMARY, encoding="utf-8")
    (tmp_path / "originals").mkdir()
    shutil.copy(PAIR / "original.txt", tmp_path / "originals" / "bridge.txt")
    return folder


def audited(project: Path, *options: str) -> Result:
    originals = project.parent / "originals"
    return CliRunner().invoke(main, ["audit", "-C", str(project), "--originals", str(originals), *options])


def test_a_faithful_summary_passes(project: Path) -> None:
    """Warnings are shown and do not fail."""
    result = audited(project)
    assert result.exit_code == 0, result.output
    assert "3 warnings" in result.output
    assert "1 summary has only" in result.output


def test_warnings_fail_under_strict(project: Path) -> None:
    """As with every command."""
    assert audited(project, "--strict").exit_code == 1


def test_a_changed_summary_fails(project: Path) -> None:
    """The place is in the summary."""
    path = project / "sources" / "bridge.md"
    path.write_text(path.read_text(encoding="utf-8").replace("17 girders", "18 girders"), encoding="utf-8")
    result = audited(project, "--format", "concise")
    assert result.exit_code == 1
    assert "sources/bridge.md:11:198: error[summary-figure-not-in-original]" in result.output


def test_a_missing_original_fails(project: Path) -> None:
    """What cannot be audited is not passed."""
    (project.parent / "originals" / "bridge.txt").unlink()
    result = audited(project, "--format", "json")
    assert result.exit_code == 1
    assert [problem["code"] for problem in json.loads(result.output)] == ["original-missing", "seal-missing"]


def test_content_that_cannot_be_read_fails(project: Path) -> None:
    """A summary that is not read would else pass unseen."""
    (project / "sources" / "bridge.md").write_text("---\ntitle: A\n", encoding="utf-8")
    assert audited(project).exit_code == 1


def test_sources_without_original_need_no_audit(project: Path) -> None:
    """That nothing was audited is said."""
    (project / "sources" / "bridge.md").unlink()
    result = audited(project)
    assert result.exit_code == 0
    assert "No source names an original" in result.output


def test_a_wrong_call_fails_with_two() -> None:
    """Usage is told from problems in the content."""
    assert CliRunner().invoke(main, ["audit"]).exit_code == 2
    assert CliRunner().invoke(main, ["audit", "--originals", "/no/such/folder"]).exit_code == 2
