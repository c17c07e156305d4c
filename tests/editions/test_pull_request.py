"""A branch adds a source: what the comment on it says, and what the feeds say once it is released."""

from __future__ import annotations

import json
import os
from pathlib import Path

import feedparser
import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.editions.release import LATEST, compact
from generator.model.addresses import SiteAddress, SiteFiles
from generator.output.data.exports import manifest
from generator.output.views import render
from tests.editions.builders import add_source, git, of_subject
from tests.support.dossiers import edition
from tests.support.feeds import assert_is_atom, assert_is_json_feed
from tests.support.projects import SUBJECT, copy_of, overlay

SITE = "https://sarn-talks.org/sarn-and-sound/"
GOLDEN = Path(__file__).with_name("golden")


@pytest.fixture(scope="module")
def branch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with an edition on `main`, and a branch with one source more and what rests on it."""
    project = copy_of(SUBJECT, tmp_path_factory.mktemp("branch") / "project")
    git(project, "init", "-q", "-b", "main")
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "An edition")
    git(project, "switch", "-q", "-c", "inspection")
    add_source(project)
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "The inspectors' report")
    return project


def note_of(project: Path, *editions: str) -> str:
    result = CliRunner().invoke(main, ["diff", "-C", str(project), *editions, "--format", "markdown"])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_comment_reads_as_an_editors_note(branch: Path) -> None:
    """The golden is read like a letter when it changes: each thing once, in plain words, with links."""
    note = note_of(branch, "main")
    golden = GOLDEN / "note.md"
    if os.environ.get("UPDATE_GOLDENS"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(note, encoding="utf-8")
    assert note == golden.read_text(encoding="utf-8")


def test_a_built_site_a_branch_and_what_is_there_are_the_same_edition(branch: Path) -> None:
    """`make diff` asks for the built site, an editor for the branch; the comment is the same."""
    place = branch / "build" / "site" / SiteFiles.MANIFEST
    place.parent.mkdir(parents=True)
    place.write_bytes(manifest(edition(branch)))
    notes = {note_of(branch, "main", new) for new in (str(branch / "build" / "site"), "inspection")}
    assert notes == {note_of(branch, "main")}


def test_the_new_source_is_told_once(branch: Path) -> None:
    """Not as a source and again as the page of it."""
    headings = [line for line in note_of(branch, "main").splitlines() if line.startswith("### ")]
    assert "### Sources" in headings
    assert "### Pages" not in headings
    terminal = CliRunner().invoke(main, ["diff", "-C", str(branch), "main"]).stdout
    assert terminal.count("+ What the inspectors saw") == 1


def test_the_feeds_tell_it_once_it_is_released(branch: Path, tmp_path: Path) -> None:
    """Valid by the rules of both formats; its dates are those of the content, whatever the day is."""
    project = copy_of(branch, tmp_path / "project")
    (project / LATEST).parent.mkdir(parents=True)
    (project / LATEST).write_bytes(compact(of_subject()))
    first = {"as_of": "2023-05-22", "date": "2023-05-22", "importance": "major", "fingerprint": "0" * 64}
    overlay(project, {"content/editions/2023-05-22.yml": json.dumps(first)})
    assert CliRunner().invoke(main, ["release", "-C", str(project)]).exit_code == 0
    files = {str(path): content for path, content in render(edition(project), SiteAddress(SITE)).items()}
    for name in ("index", "briefings/river-water", "rounds/brasno-round"):
        assert_is_atom(files[f"feeds/{name}.atom"], SITE, f"feeds/{name}.atom")
        assert_is_json_feed(files[f"feeds/{name}.json"], SITE, f"feeds/{name}.json")
        entry = feedparser.parse(files[f"feeds/{name}.atom"]).entries[0]
        assert (entry.published, entry.updated) == ("2023-05-30T00:00:00Z", "2023-05-30T00:00:00Z")
        assert entry.title == "Edition of 30 May 2023 (major)"
    whole = feedparser.parse(files["feeds/index.atom"]).entries[0].content[0].value
    assert whole.count("What the inspectors saw: *ice*, says @everyone") == 1
    assert "<del>agreed to inspect</del> <ins>inspected</ins> Hollen Weir together" in whole
