"""Whatever happens to a build, readers find a whole edition, and the next build succeeds."""

from __future__ import annotations

import json
import os
import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.files import building
from generator.model.diagnostics import has_errors
from generator.pipeline import build_pages
from generator.project import Project
from tests.support.faults import build_killed_when, run_build, tree_digest
from tests.support.projects import BASE, copy_of, overlay
from tests.support.sites import a_copy

ENOUGH_FOR_PAGES, ENOUGH_FOR_NOTHING = 300_000, 1_000


@pytest.fixture
def project(small: Project, tmp_path: Path) -> Project:
    """A small project with a site on show, and a change of its content that is not built yet."""
    made = a_copy(small, tmp_path / "project")
    overlay(made.root, {"sources/herald.md": {"old": "title: ", "new": "title: New "}})
    return made


def moments(project: Project) -> dict[str, Callable[[], bool]]:
    """Chosen moments of a build, told by what it has just written."""
    before = project.site.stat().st_ino
    pages = project.pages.with_name("pages.owned.json")
    published = pages.stat().st_mtime_ns

    def has_published() -> bool:
        return pages.stat().st_mtime_ns != published

    def is_writing() -> bool:
        # Unlike `rglob`, this takes it that the build removes a folder meanwhile.
        names = (name for _, _, found in os.walk(project.pages) for name in found)
        return any(name.startswith(".") and name.endswith(".new") for name in names)

    return {
        "pages are being written": lambda: is_writing() or has_published(),
        "pages are published": has_published,
        "the engine runs": lambda: (project.staging / "index.html").exists(),
        "the site is finished": lambda: (project.staging / "_headers").exists(),
        "the site is shown": lambda: project.site.stat().st_ino != before,
    }


def test_a_build_killed_at_any_stage_leaves_a_whole_edition(project: Project) -> None:
    """Old before the exchange and new after it; what the killed builds left does not stop the next one."""
    old = tree_digest(project.site)
    seen: list[tuple[str, str]] = []
    for moment, is_time in moments(project).items():
        was_killed = build_killed_when(is_time, project.root, "--no-pdf")
        assert was_killed or moment == "the site is shown", moment
        seen.append((moment, tree_digest(project.site)))
    code, said = run_build(project.root, "--no-pdf")
    assert code == 0, said
    new = tree_digest(project.site)
    assert new != old
    assert {digest for _, digest in seen} <= {old, new}, seen
    assert not project.staging.exists()


@pytest.mark.parametrize("largest", [ENOUGH_FOR_NOTHING, ENOUGH_FOR_PAGES])
def test_where_the_system_refuses_to_write_the_old_site_stays(project: Project, largest: int) -> None:
    """As on a full disk: one line that says so, no traceback, and the next build succeeds."""
    old = tree_digest(project.site)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, before[1]))
    try:
        code, said = run_build(project.root, "--no-pdf")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert code in (1, 2)
    assert "File too large" in said
    assert "Traceback" not in said
    assert tree_digest(project.site) == old
    assert run_build(project.root, "--no-pdf")[0] == 0
    assert tree_digest(project.site) != old


def test_output_that_cannot_be_written_is_said_in_one_line(tmp_path: Path) -> None:
    """A file stands where the output should be."""
    project = Project(copy_of(BASE, tmp_path / "project"))
    project.build.write_text("in the way")
    code, said = run_build(project.root, "--no-pdf")
    assert code == 2
    assert said.startswith("error: ")
    assert len(said.splitlines()) == 1
    assert project.build.read_text() == "in the way"


def test_a_build_beside_another_ends_at_once_and_says_why(project: Project) -> None:
    """One of the two is refused; the site is the other's."""
    old = tree_digest(project.site)
    with building(project.build):
        code, said = run_build(project.root, "--no-pdf")
    assert code == 2
    assert "another build" in said
    assert tree_digest(project.site) == old


def test_a_record_of_what_was_published_that_is_cut_off_is_made_again(project: Project) -> None:
    """What is kept beside the pages may be damaged or deleted: the same pages come of it."""
    assert not has_errors(build_pages(project).problems)
    whole = tree_digest(project.pages)
    record = project.pages.with_name("pages.owned.json")
    kept = record.read_bytes()
    for damaged in (kept[: len(kept) // 2], b"[]", b"", json.dumps({"files": {"a": 1}}).encode()):
        record.write_bytes(damaged)
        assert not has_errors(build_pages(project).problems)
        assert tree_digest(project.pages) == whole
