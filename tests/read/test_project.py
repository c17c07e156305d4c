"""All files of a project."""

from __future__ import annotations

import dataclasses
import gc
import random
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.diagnostics import Severity, in_order
from generator.read.corpus import read
from tests.read.builders import a_project, a_source, codes, corpus_of, told
from tests.support.projects import BASE, ROOT, SUBJECT


@pytest.mark.parametrize("project", [ROOT, SUBJECT, BASE], ids=["ours", "subject", "base"])
def test_what_we_write_is_read(project: Path) -> None:
    """Our own content has no fault of format."""
    corpus = corpus_of(project)
    assert corpus.sources
    assert corpus.events
    assert corpus.glossary.concepts
    assert not corpus.unreadable


def test_sources_come_in_the_order_of_their_ids(tmp_path: Path) -> None:
    """Not in that of the file system."""
    names = ["z", "a-b", "a", "a1", "m"]
    project = a_project(tmp_path, {f"sources/{name}.md": a_source() for name in names})
    assert [draft.file.id for draft in corpus_of(project).sources] == sorted([*names, "herald"])


@settings(max_examples=8, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_writing_changes_nothing(chance: random.Random) -> None:
    """The same files give the same corpus and fingerprint, in any folder."""
    files = [(f"sources/s{n}.md", a_source(f"Text {n}.")) for n in range(9)]
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        one = corpus_of(a_project(Path(first), dict(files)))
        chance.shuffle(files)
        assert corpus_of(a_project(Path(second), dict(files))) == one


def test_the_fingerprint_is_of_all_input_bytes(tmp_path: Path) -> None:
    """It is told apart by any byte and any name, and by nothing else."""
    briefing = "---\ndeck: D\n---\n"
    first = corpus_of(a_project(tmp_path / "1", {"content/briefings/lake.md": briefing})).fingerprint
    seen = {first}
    for number, name in enumerate(
        ("mkdocs.yml", "content/glossary.yml", "sources/herald.md", "content/briefings/lake.md")
    ):
        project = a_project(tmp_path / f"changed{number}", {"content/briefings/lake.md": briefing})
        path = project / name
        path.write_bytes(path.read_bytes() + b"\n")
        seen.add(corpus_of(project).fingerprint)
    renamed = a_project(tmp_path / "renamed", {"content/briefings/lake.md": briefing})
    (renamed / "sources" / "herald.md").rename(renamed / "sources" / "other.md")
    seen.add(corpus_of(renamed).fingerprint)
    assert len(seen) == 6
    same = a_project(
        tmp_path / "same", {"content/briefings/lake.md": briefing, "sources/.note": "x", "README.md": "x"}
    )
    assert corpus_of(same).fingerprint == first


def test_all_faults_of_all_files_are_told_in_one_run(tmp_path: Path) -> None:
    """Nobody mends a project one run at a time."""
    project = a_project(
        tmp_path,
        {
            "mkdocs.yml": "site_name: A\n",
            "content/glossary.yml": "concepts:\n  - {id: a}\n  - {pref_label: b}\n",
            "content/timeline.yml": "events: [\n",
            "content/briefings/lake.md": "no front matter",
            "sources/herald.md": a_source(rights="som"),
            "sources/b.md": b"\xff",
        },
    )
    corpus, problems = read(project)
    assert sorted({str(problem.span).split(":")[0] for problem in problems}) == [
        "content/briefings/lake.md",
        "content/glossary.yml",
        "content/timeline.yml",
        "mkdocs.yml",
        "sources/b.md",
        "sources/herald.md",
    ]
    assert problems == in_order(problems)
    assert corpus is not None
    assert corpus.unreadable == {"a", "content/glossary.yml", "content/timeline.yml", "lake", "herald", "b"}


def test_what_is_lost_may_exist(tmp_path: Path) -> None:
    """A source that is broken is not unknown; nor is any event if the timeline is broken."""
    corpus, _ = read(a_project(tmp_path, {"sources/b.md": "x", "content/timeline.yml": None}))
    assert corpus is not None
    assert corpus.may_exist("b", "sources")
    assert not corpus.may_exist("c", "sources")
    assert corpus.may_exist("anything", "content/timeline.yml")
    assert not corpus.may_exist("anything", "content/glossary.yml")


def test_missing_files_are_told(tmp_path: Path) -> None:
    """Briefings are optional; settings, glossary and timeline are not."""
    files = ("mkdocs.yml", "content/glossary.yml", "content/timeline.yml")
    corpus, problems = read(a_project(tmp_path, dict.fromkeys(files)))
    assert codes(problems) == ["file-missing"] * 3
    assert corpus is not None


def test_without_sources_there_is_nothing_to_go_on_with(tmp_path: Path) -> None:
    """The faults of the other files are told all the same."""
    project = a_project(tmp_path, {"sources/herald.md": None, "mkdocs.yml": None})
    corpus, problems = read(project)
    assert (corpus, codes(problems)) == (None, ["file-missing", "folder-missing"])
    (project / "sources").mkdir()
    assert codes(read(project)[1]) == ["file-missing", "no-sources"]
    assert read(tmp_path / "nowhere")[0] is None


def test_a_file_in_place_of_a_folder_is_told(tmp_path: Path) -> None:
    """So are folders that lead out of the project."""
    project = a_project(tmp_path / "project", {"content/briefings": "x"})
    assert codes(read(project)[1]) == ["file-unreadable"]
    shutil.rmtree(project / "sources")
    (tmp_path / "elsewhere").mkdir()
    (project / "sources").symlink_to(tmp_path / "elsewhere")
    assert codes(read(project)[1]) == ["file-unreadable", "symlink-outside"]


@pytest.mark.parametrize(
    "name", ["Upper", "under_score", "with space", "é", "a" * 65, "\udcff", "a\x1b[31m", "a.b"]
)
def test_a_source_is_named_by_a_slug(tmp_path: Path, name: str) -> None:
    """Its name becomes its id and its address."""
    project = a_project(tmp_path)
    (project / "sources" / f"{name}.md").write_text(a_source())
    corpus, problems = read(project)
    assert codes(problems) == ["bad-file-name"]
    assert corpus is not None
    assert len(corpus.sources) == 1


def test_files_that_are_not_read_are_not_passed_over_in_silence(tmp_path: Path) -> None:
    """A wrong ending is a slip; hidden files are the business of others."""
    project = a_project(
        tmp_path, {"sources/notes.txt": "x", "sources/more/x.md": "x", "sources/.DS_Store": "x"}
    )
    _, problems = read(project)
    assert told(problems) == ["sources/more:1:1 unexpected-file", "sources/notes.txt:1:1 unexpected-file"]
    assert {problem.severity for problem in problems} == {Severity.WARNING}


def test_settings_of_the_site_builder_are_not_judged(tmp_path: Path) -> None:
    """Tags, anchors, empty values are its own; name and description are ours."""
    settings_ = "a: &x !!python/name:os.system\nb: *x\nc:\nsite_name: NO\nsite_description: >\n  D\n  e\n"
    site = corpus_of(a_project(tmp_path, {"mkdocs.yml": settings_})).site
    assert (site.name, site.description) == ("NO", "D e")


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("site_name: A\n", ["mkdocs.yml:1:1 missing-field"]),
        ("site_name: A\nsite_description:\n", ["mkdocs.yml:2:1 missing-field"]),
        ("site_name: [A]\nsite_description: B\n", ["mkdocs.yml:1:1 missing-field"]),
        ("- A\n", ["mkdocs.yml:1:1 wrong-type"]),
        ("# A\n", ["mkdocs.yml:1:1 file-empty"]),
        ("site_name: 'A\n", ["mkdocs.yml:1:12 yaml-syntax"]),
    ],
)
def test_a_site_has_name_and_description(tmp_path: Path, text: str, problems: list[str]) -> None:
    """Both are shown on every page."""
    assert told(read(a_project(tmp_path, {"mkdocs.yml": text}))[1]) == problems


def test_the_garbage_collector_is_left_as_it_was(tmp_path: Path) -> None:
    """It rests while files are read, and only then."""
    project = a_project(tmp_path)
    read(project)
    assert gc.isenabled()
    gc.disable()
    try:
        read(project)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_the_corpus_cannot_be_changed(tmp_path: Path) -> None:
    """Stages hand values on; none works on another's."""
    corpus = corpus_of(a_project(tmp_path))
    with pytest.raises(dataclasses.FrozenInstanceError):
        corpus.sources = ()  # type: ignore[misc]  # that is the point
