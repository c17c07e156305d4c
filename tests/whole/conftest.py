"""Sites that are built once for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.model.diagnostics import has_errors
from generator.pipeline import Project, build
from tests.support.projects import ROOT, SUBJECT, copy_of
from tests.support.readers import Reader, reading


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


@pytest.fixture(scope="module")
def reader(real: Project) -> Iterator[Reader]:
    """A reader of the real site."""
    with reading(real.site) as found:
        yield found


@pytest.fixture(scope="module")
def second_reader(second: Project) -> Iterator[Reader]:
    """A reader of the second subject's site."""
    with reading(second.site) as found:
        yield found
