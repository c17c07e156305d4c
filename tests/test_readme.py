"""The README's own example works as it is written."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.support.projects import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTENT = ("content/glossary.yml", "content/timeline.yml")
SOURCE = "sources/towns-meet-over-the-lake.md"


def blocks(language: str) -> list[str]:
    """The blocks of the example that are written in a language, in order."""
    found = re.findall(rf"^   ```{language}\n(.*?)^   ```", README, re.MULTILINE | re.DOTALL)
    return [textwrap.dedent(block) for block in found]


def changed(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.slow
def test_the_subject_of_the_readme_checks_clean(tmp_path: Path) -> None:
    """A stranger who imports the article, and writes what each step says, gets a site without a problem."""
    article = tmp_path / "articles" / "herald.txt"
    article.parent.mkdir()
    (text,) = blocks("text")
    article.write_text(text, encoding="utf-8")
    project = tmp_path / "lake-talks"
    project.mkdir()
    done = CliRunner().invoke(main, ["import", "-C", str(project), "--rights", "full", str(article.parent)])
    assert done.exit_code == 0, done.output
    known, *content = blocks("yaml")
    changed(project / SOURCE, "issued_basis: not stated\n", known)
    changed(
        project / "mkdocs.yml", "# site_url: https://YOU.codeberg.page/", "site_url: https://lake-talks.org/"
    )
    for name, block in zip(CONTENT, content, strict=True):
        (project / name).write_text(block, encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "--strict", "-C", str(project)])
    assert result.exit_code == 0, result.output


def test_every_command_is_in_the_readme() -> None:
    """What the program can do is on its front page."""
    for name, command in main.commands.items():
        for words in [f"briefing {name} {inner}" for inner in getattr(command, "commands", [])] or [
            f"briefing {name}"
        ]:
            assert words in README


def test_every_picture_of_the_readme_is_there() -> None:
    """No dead picture on the front page."""
    for path in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README):
        assert (ROOT / path).is_file()
