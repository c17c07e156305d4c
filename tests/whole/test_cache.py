"""What is kept from build to build changes no byte of the site: pages, PDF files, search, archive."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from generator.project import Project
from tests.support.faults import LOOK_S, run_build, start_build, tree_digest
from tests.support.projects import BASE, copy_of, overlay
from tests.support.sites import a_copy

A_CHANGE = {"sources/harbour-notes.md": {"old": 'title: "', "new": 'title: "New '}}
ELSEWHERE = {
    "TZ": "America/Los_Angeles" if time.timezone <= 0 else "Pacific/Kiritimati",
    "PYTHONHASHSEED": "2",
    "LC_ALL": "C",
}
ANOTHER = {"sources/herald.md": {"old": "title: ", "new": "title: New "}}


def files_of(site: Path) -> dict[str, bytes]:
    """Every file, so that a failure names the one that differs."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


def test_a_changed_site_is_the_one_that_a_build_elsewhere_without_anything_kept_makes(
    second: Project, tmp_path: Path
) -> None:
    """The second subject: built, changed and built again; and built once, afresh, in another folder.

    Same input, same bytes: no clock, no zone, no locale, no hash seed, no folder. The first build is that of
    all tests, in the zone of this machine and with a hash seed of its own.
    """
    remembered = a_copy(second, tmp_path / "remembered")
    assert (remembered.cache / "pdf").is_dir()
    afresh = Project(copy_of(second.root, tmp_path / "elsewhere" / "deep"))
    for project in (remembered, afresh):
        overlay(project.root, A_CHANGE)
    for code, said in (
        run_build(remembered.root),
        run_build(afresh.root, "--no-cache", environment=ELSEWHERE),
    ):
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
def edited(small: Project, tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, str]:
    """A small project that was built and then changed, and the digest of the site that it should become."""
    folder = tmp_path_factory.mktemp("changed")
    project, wanted = a_copy(small, folder / "project"), Project(copy_of(BASE, folder / "wanted"))
    for each in (project, wanted):
        overlay(each.root, ANOTHER)
    assert run_build(wanted.root, "--no-cache")[0] == 0
    return project, tree_digest(wanted.site)


def test_what_is_kept_may_be_damaged_and_the_site_as_well(
    edited: tuple[Project, str], tmp_path: Path
) -> None:
    """Each kept file cut off, or with one byte changed, in turn; then a page of the site, and one gone."""
    project, wanted = a_copy(edited[0], tmp_path / "project"), edited[1]
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
    edited: tuple[Project, str], tmp_path: Path
) -> None:
    """Both succeed and make the same site, and leave no scraps."""
    shared = tmp_path / "shared"
    shutil.copytree(edited[0].cache, shared)
    projects = [a_copy(edited[0], tmp_path / name) for name in ("one", "other")]
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
    assert {tree_digest(project.site) for project in projects} == {edited[1]}
    assert not [path for path in shared.rglob(".*")]
