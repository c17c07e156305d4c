"""Sites that are built once for all tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.diagnostics import has_errors
from generator.pipeline import Project, build
from tests.support.projects import ROOT, SUBJECT, copy_of


def built(source: Path, folder: Path) -> Project:
    """A project's inputs copied to a folder, and its site built there."""
    project = Project(copy_of(source, folder))
    outcome = build(project)
    assert not has_errors(outcome.problems), outcome.problems
    assert outcome.is_site_new
    return project


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The real content."""
    return built(ROOT, tmp_path_factory.mktemp("real") / "project")


@pytest.fixture(scope="session")
def second(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The second subject."""
    return built(SUBJECT, tmp_path_factory.mktemp("second") / "project")
