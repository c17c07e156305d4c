"""Sites that are built once for all tests of this folder."""

from __future__ import annotations

import fcntl
import os
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


def built_once(source: Path, name: str, folders: pytest.TempPathFactory) -> Project:
    """The project that all processes of a test run share; who comes first builds it, the others wait."""
    folder = folders.getbasetemp()
    shared = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        project = Project(shared / name)
        return project if project.site.exists() else built(source, project.root)


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The real content."""
    return built_once(ROOT, "real", tmp_path_factory)


@pytest.fixture(scope="session")
def second(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The second subject."""
    return built_once(SUBJECT, "second", tmp_path_factory)


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
