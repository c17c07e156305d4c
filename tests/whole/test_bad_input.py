"""Bad input: a clear diagnostic, exit 1, no traceback, and what was published stays as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.project import Project
from tests.support.projects import BASE, copy_of, overlay
from tests.support.sites import a_copy

GLOSSARY, TIMELINE = "content/glossary.yml", "content/timeline.yml"
HERALD, BRIEFING = "sources/herald.md", "content/briefings/lake-level.md"


def instead(path: str, old: str, new: str) -> dict[str, Any]:
    return {path: {"old": old, "new": new}}


BAD: dict[str, tuple[dict[str, Any], str]] = {
    "glossary-missing": ({GLOSSARY: None}, "file-missing"),
    "timeline-empty": ({TIMELINE: ""}, "file-empty"),
    "broken-yaml": ({TIMELINE: "events: [\n"}, "yaml-syntax"),
    "duplicate-key": (
        instead(TIMELINE, "    kind: measure\n", "    kind: measure\n    kind: data\n"),
        "duplicate-key",
    ),
    "unknown-field": (instead(TIMELINE, "    date_basis:", "    date_base:"), "unknown-field"),
    "wrong-type": (instead(TIMELINE, "sides: [upton, downton]", "sides: upton and downton"), "wrong-type"),
    "unknown-source": (instead(TIMELINE, "source: gazette", "source: gazete"), "unknown-source"),
    "unknown-person": (instead(TIMELINE, "people: [ada-marsh]", "people: [bea-marsh]"), "unknown-person"),
    "unknown-term": (instead(TIMELINE, "terms: [lake-level]", "terms: [lake-leval]"), "unknown-term"),
    "duplicate-id": (instead(TIMELINE, "id: weir-closed", "id: lake-round"), "duplicate-id"),
    "impossible-date": (instead(TIMELINE, "date: 2023-03-09\n", "date: 2023-02-30\n"), "bad-date"),
    "quotation-absent": (
        instead(GLOSSARY, '"frank and useful"', '"warm and cordial"'),
        "quotation-not-found",
    ),
    "quotation-altered": (instead(GLOSSARY, "by 35 centi", "by 34 centi"), "quotation-not-found"),
    "quotation-ambiguous": (instead(GLOSSARY, '"frank and useful"', '"by"'), "quotation-ambiguous"),
    "not-utf8": ({HERALD: {"hex": "2d2d2d0a7469746c653a20e9e00a2d2d2d0a"}}, "not-utf8"),
    "nul-bytes": ({HERALD: {"hex": "2d2d2d0a7469746c653a20410a2d2d2d0a410042"}}, "nul-bytes"),
    "source-empty": ({HERALD: ""}, "file-empty"),
    "source-huge": ({HERALD: {"repeat": "A sentence of words. ", "times": 2_500_000}}, "file-too-large"),
    "id-with-path": (instead(GLOSSARY, "id: weir\n", "id: ../../weir\n"), "bad-id"),
    "link-outside": ({HERALD: {"link": "/etc/hostname"}}, "symlink-outside"),
    "alias-bomb": (
        {TIMELINE: "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c, *c, *c, *c, *c, *c]\n"},
        "yaml-alias",
    ),
    "depth-bomb": ({TIMELINE: {"repeat": "[", "times": 100_000}}, "yaml-too-deep"),
}


def contents(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_named_and_leaves_the_published_site_alone(
    name: str, small: Project, tmp_path: Path
) -> None:
    """Exit 1, a diagnostic with a place, and not a byte of build/ changed."""
    changes, code = BAD[name]
    project = a_copy(small, tmp_path / "project").root
    before = contents(project / "build")
    overlay(project, changes)
    result = CliRunner().invoke(main, ["build", "-C", str(project)])
    assert result.exit_code == 1, result.output
    assert isinstance(result.exception, SystemExit), result.exception
    assert f"error[{code}]" in result.output, result.output
    assert "Traceback" not in result.output
    assert len(result.output) < 20_000
    assert contents(project / "build") == before


def test_all_faults_of_all_files_are_reported_in_one_run(tmp_path: Path) -> None:
    """An author mends everything at once."""
    project = copy_of(BASE, tmp_path / "project")
    for name in ("duplicate-key", "unknown-person", "quotation-altered", "not-utf8"):
        overlay(project, BAD[name][0])
    result = CliRunner().invoke(main, ["check", "-C", str(project), "--format", "concise"])
    for code in ("duplicate-key", "unknown-person", "quotation-not-found", "not-utf8"):
        assert f"error[{code}]" in result.output, result.output


@pytest.mark.parametrize("bytes_of_text", ["\ufeff{}", "{}", "\r\n"], ids=["bom", "plain", "crlf"])
def test_byte_order_mark_and_line_ends_change_nothing(bytes_of_text: str, tmp_path: Path) -> None:
    """UTF-8 with or without BOM, LF or CRLF."""
    project = copy_of(BASE, tmp_path / "project")
    text = (project / HERALD).read_text(encoding="utf-8")
    changed = text.replace("\n", "\r\n") if bytes_of_text == "\r\n" else bytes_of_text.format(text)
    (project / HERALD).write_bytes(changed.encode())
    result = CliRunner().invoke(main, ["check", "-C", str(project), "--strict"])
    assert result.exit_code == 0, result.output


def test_a_missing_folder_is_said_and_not_traced(tmp_path: Path) -> None:
    """A folder without a project is a problem of content."""
    result = CliRunner().invoke(main, ["check", "-C", str(tmp_path)])
    assert result.exit_code == 1
    assert "error[" in result.output


def test_wrong_usage_exits_with_2(tmp_path: Path) -> None:
    """Neither clean nor a problem of content."""
    assert CliRunner().invoke(main, ["build", "--as-of", "2025-02-30"]).exit_code == 2
    assert CliRunner().invoke(main, ["check", "-C", str(tmp_path / "nowhere")]).exit_code == 2
    assert CliRunner().invoke(main, ["burnish"]).exit_code == 2
