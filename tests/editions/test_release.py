"""`briefing release`: what it records, against what, and that no clock is read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main
from generator.editions.compare import compare
from generator.editions.manifest import composed as edition_in
from generator.editions.release import LATEST, compact, make_release
from generator.editions.tell import as_markdown
from tests.editions.builders import add_source
from tests.support.dossiers import verified
from tests.support.projects import SUBJECT, copy_of, overlay

SIXTH = """---
title: A late report
issued: 2023-05-24
rights: full
---
The lake stood 3 metres above the mark on Wednesday.
"""


def release(project: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["release", "-C", str(project), *options])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The second subject, released once."""
    folder = copy_of(SUBJECT, tmp_path / "project")
    assert release(folder).exit_code == 0
    return folder


def test_the_first_edition_is_dated_by_its_content(project: Path) -> None:
    """Major, for the day for which it speaks, with every address and no change."""
    (file,) = (project / "content" / "editions").glob("*.yml")
    record = yaml.safe_load(file.read_text("utf-8"))
    assert (file.stem, record["date"], record["importance"]) == ("2023-05-22", "2023-05-22", "major")
    assert record["changes"] == []
    assert {"index", "timeline", "rounds/sallvik-round", "editions/index"} <= set(record["addresses"])


def test_nothing_new_is_no_edition(project: Path) -> None:
    """Released again, the same content writes nothing."""
    before = sorted((project / "content").rglob("*"))
    result = release(project)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "nothing to release" in result.stderr
    assert sorted((project / "content").rglob("*")) == before


def test_a_new_source_is_an_edition_of_its_day(project: Path) -> None:
    """The note of the diff names it; the edition records its page alone as a new address."""
    before = edition_in(project, "before")
    overlay(project, {"sources/late-report.md": SIXTH})
    note = as_markdown(compare(before, edition_in(project, "after")))
    assert "**No bottom line, key point or result has changed.**" in note
    assert "- **A late report** (added)" in note
    assert release(project).exit_code == 0
    record = yaml.safe_load((project / "content" / "editions" / "2023-05-24.yml").read_text("utf-8"))
    assert record["importance"] == "minor"
    assert record["addresses"] == ["sources/late-report"]


def test_an_address_of_a_released_edition_cannot_be_lost(project: Path) -> None:
    """A source that is removed must leave a redirect; with one, the content is clean again."""
    overlay(project, {"sources/late-report.md": SIXTH})
    assert release(project).exit_code == 0
    overlay(project, {"sources/late-report.md": None})
    check = ["check", "-C", str(project)]
    failed = CliRunner().invoke(main, check)
    assert failed.exit_code == 1
    assert "error[address-lost]" in failed.stderr
    moved = "redirects:\n- old: sources/late-report\n  new: sources/index\n"
    overlay(project, {"content/redirects.yml": moved})
    assert CliRunner().invoke(main, check).exit_code == 0


def test_what_a_release_writes_can_be_read_again(project: Path) -> None:
    """Every kind of change, with all of its places: the check after a release is clean."""
    add_source(project)
    overlay(project, {"content/glossary.yml": {"old": "pref_label: Orsund\n", "new": "pref_label: Örsund\n"}})
    assert release(project).exit_code == 0
    assert CliRunner().invoke(main, ["check", "-C", str(project)]).exit_code == 0
    releases = verified(project)[0].releases
    kinds = {change.kind for change in releases[-1].changes}
    assert len(kinds) >= 6
    assert all(change.addresses for change in releases[-1].changes)


def test_a_kept_manifest_of_another_version_is_refused_in_one_line(project: Path) -> None:
    """So is one that a merge left in pieces; nothing is written."""
    before = sorted((project / "content").rglob("*"))
    overlay(project, {"sources/late-report.md": SIXTH})
    for content in (
        '{"format": "briefing-edition/9"}',
        "<<<<<<< ours\n{}\n",
        '{"format": "briefing-edition/1"}',
    ):
        (project / LATEST).write_text(content, "utf-8")
        result = release(project)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(f"error: {LATEST} ")
        assert result.stderr.count("\n") == 1
    assert sorted((project / "content").rglob("*")) == before


def test_what_a_page_says_no_more_is_recorded_with_where_it_is_said() -> None:
    """Though nothing of it changed: its address on that page is to lead there for ever."""
    manifest, dossier = edition_in(SUBJECT, "now"), verified(SUBJECT)[0]
    first, second, *others = manifest.items
    elsewhere = replace(first, addresses=(*first.addresses, "timeline#s-0000000000"))
    before = replace(manifest, items=(elsewhere, replace(second, text="It fell."), *others))
    made = make_release(dossier, manifest, compact(before), None, None)
    assert made is not None
    (record,) = (yaml.safe_load(text) for path, text in made.files.items() if path != LATEST)
    assert record["moved"] == [{"said": first.text, "places": list(elsewhere.addresses)}]
