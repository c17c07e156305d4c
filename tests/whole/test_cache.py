"""What is kept from build to build changes no byte of the site: pages, PDF files, search, archive."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from generator.pipeline import Project
from tests.support.faults import LOOK_S, run_build, start_build, tree_digest
from tests.support.projects import BASE, copy_of, overlay

A_CHANGE = {"sources/harbour-notes.md": {"old": 'title: "', "new": 'title: "New '}}
ANOTHER = {"sources/herald.md": {"old": "title: ", "new": "title: New "}}


def files_of(site: Path) -> dict[str, bytes]:
    """Every file, so that a failure names the one that differs."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


def test_a_changed_site_is_the_one_that_a_build_without_anything_kept_makes(
    second: Project, tmp_path: Path
) -> None:
    """The second subject: built, changed and built again; and built once, afresh, in another folder."""
    remembered = Project(shutil.copytree(second.root, tmp_path / "remembered"))
    assert (remembered.cache / "pdf").is_dir()
    afresh = Project(copy_of(second.root, tmp_path / "afresh"))
    for project, options in ((remembered, ()), (afresh, ("--no-cache",))):
        overlay(project.root, A_CHANGE)
        code, said = run_build(project.root, *options)
        assert code == 0, said
    assert not afresh.cache.exists()
    before, one, other = map(files_of, (second.site, remembered.site, afresh.site))
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
    assert {name.rpartition(".")[2] for name in one if one[name] != before.get(name)} >= {
        "pdf",
        "zip",
        "html",
    }


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, str]:
    """A small project that was built and then changed, and the digest of the site that it should become."""
    folder = tmp_path_factory.mktemp("small")
    project, wanted = Project(copy_of(BASE, folder / "project")), Project(copy_of(BASE, folder / "wanted"))
    assert run_build(project.root)[0] == 0
    for each in (project, wanted):
        overlay(each.root, ANOTHER)
    assert run_build(wanted.root, "--no-cache")[0] == 0
    return project, tree_digest(wanted.site)


def test_what_is_kept_may_be_damaged_and_the_site_as_well(small: tuple[Project, str], tmp_path: Path) -> None:
    """Each kept file cut off, or with one byte changed, in turn; then a page of the site, and one gone."""
    project, wanted = Project(shutil.copytree(small[0].root, tmp_path / "project")), small[1]
    files = sorted(path for path in project.cache.rglob("*") if path.is_file())
    assert len(files) > 5
    for number, path in enumerate(files):
        content = path.read_bytes()
        half = len(content) // 2
        changed = content[:half] + bytes([content[half] ^ 1]) + content[half + 1 :]
        path.write_bytes(content[:half] if number % 2 else changed)
    for damage in (None, b"damaged"):
        if damage:
            (project.site / "index.html").write_bytes(damage)
            (project.site / "404.html").unlink()
        code, said = run_build(project.root)
        assert code == 0, said
        assert tree_digest(project.site) == wanted


def test_what_is_kept_may_be_deleted_while_two_builds_share_it(
    small: tuple[Project, str], tmp_path: Path
) -> None:
    """Both succeed and make the same site, and leave no scraps."""
    shared = tmp_path / "shared"
    shutil.copytree(small[0].cache, shared)
    projects = [Project(shutil.copytree(small[0].root, tmp_path / name)) for name in ("one", "other")]
    for project in projects:
        shutil.rmtree(project.cache)
        project.cache.symlink_to(shared)
    builds = [start_build(project.root) for project in projects]
    pages = projects[0].pages.with_name("pages.owned.json")
    begin = pages.stat().st_mtime_ns
    while pages.stat().st_mtime_ns == begin and builds[0].poll() is None:
        for path in [path for path in shared.rglob("*") if path.is_file()]:
            path.unlink(missing_ok=True)
        time.sleep(LOOK_S)
    for build in builds:
        _, said = build.communicate()
        assert build.returncode == 0, said
    assert {tree_digest(project.site) for project in projects} == {small[1]}
    assert not [path for path in shared.rglob(".*")]
