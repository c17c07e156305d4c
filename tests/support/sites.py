"""Sites that take seconds to build: each is built once a run, and all workers of the run share it.

A plugin of pytest. A test only reads a shared site; one that changes something takes a copy of the project.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from generator.model.diagnostics import has_errors
from generator.pipeline import build
from generator.project import Project
from tests.support.projects import BASE, ROOT, SUBJECT, copy_of


def made_once(folders: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder of a name that `make` fills once a run: the worker who comes first does, others wait.

    After a failure, which the test that asked reports, the next who asks tries again in an empty folder.
    """
    own = folders.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder, done = shared / name, shared / f"{name}.done"
    with FileLock(shared / f"{name}.lock"):
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            make(folder)
            done.touch()
    return folder


def built(source: Path, folder: Path) -> Project:
    """A project's inputs copied to a folder, and its site built there."""
    project = Project(copy_of(source, folder))
    outcome = build(project)
    assert not has_errors(outcome.problems), outcome.problems
    assert outcome.is_site_new
    return project


def a_copy(project: Project, folder: Path) -> Project:
    """A copy of a project with all that was built and kept, for a test to change; `folder` must not exist."""
    return Project(shutil.copytree(project.root, folder, symlinks=True))


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The real content, and its site."""
    return Project(made_once(tmp_path_factory, "real", lambda folder: built(ROOT, folder)))


@pytest.fixture(scope="session")
def second(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The second subject, and its site."""
    return Project(made_once(tmp_path_factory, "second", lambda folder: built(SUBJECT, folder)))


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small project that the cases of diagnostics change, and its site."""
    return Project(made_once(tmp_path_factory, "small", lambda folder: built(BASE, folder)))
