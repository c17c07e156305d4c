"""`briefing suggest` as it is called."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.editing.drafting.figures import figures
from generator.editing.drafting.names import names
from tests.editing.drafting.builders import dossier_of
from tests.support.projects import BASE, copy_of, overlay


@pytest.mark.parametrize(
    ("what", "text"), [("figures", figures(dossier_of(BASE))), ("names", names(dossier_of(BASE)))]
)
def test_the_suggestions_are_the_output(what: str, text: str) -> None:
    """Nothing else is printed, so that it can be sent to a file."""
    result = CliRunner().invoke(main, ["suggest", what, "-C", str(BASE)])
    assert (result.exit_code, result.stdout, result.stderr) == (0, text, "")


@pytest.mark.parametrize("what", ["figures", "names"])
def test_nothing_is_suggested_of_content_with_errors(what: str, tmp_path: Path) -> None:
    """What is not proved would be suggested as if nobody used it."""
    project = copy_of(BASE, tmp_path / "project")
    overlay(project, {"content/timeline.yml": {"old": "met the mayor", "new": "met the major"}})
    result = CliRunner().invoke(main, ["suggest", what, "-C", str(project)])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "error[quotation-not-found]" in result.stderr


@pytest.mark.parametrize("content", [None, "", "# nothing yet\n"])
@pytest.mark.parametrize("what", ["figures", "names"])
def test_who_has_written_nothing_yet_gets_suggestions(what: str, content: str | None, tmp_path: Path) -> None:
    """Without both files, or with empty ones, and with sources that no day is known of."""
    project = copy_of(BASE, tmp_path / "project")
    overlay(project, dict.fromkeys(("content/timeline.yml", "content/glossary.yml"), content))
    overlay(project, {"content/briefings": None})
    for name in ("herald", "gazette"):
        overlay(project, {f"sources/{name}.md": {"old": "issued: ", "new": "accessed: "}})
    result = CliRunner().invoke(main, ["suggest", what, "-C", str(project)])
    assert (result.exit_code, result.stderr) == (0, "")
    assert "source: herald" in result.stdout or "Ada Marsh" in result.stdout


def test_a_wrong_call_fails_with_two() -> None:
    """Usage is told from problems in the content."""
    assert CliRunner().invoke(main, ["suggest"]).exit_code == 2
    assert CliRunner().invoke(main, ["suggest", "nothing"]).exit_code == 2
