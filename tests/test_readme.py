"""The README's own example works as it is written."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

from click.testing import CliRunner

from generator.cli import main
from tests.support.projects import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
FILES = {"markdown": ["sources/herald.md"], "yaml": ["content/glossary.yml", "content/timeline.yml"]}


def test_the_subject_of_the_readme_checks_clean(tmp_path: Path) -> None:
    """A stranger who copies the blocks, and changes what step 1 names, gets a site without a problem."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    own, count = re.subn(r"^site_url: .*$", "site_url: https://lake-talks.org/", settings, flags=re.MULTILINE)
    assert count == 1, "step 1 tells to change it"
    (tmp_path / "mkdocs.yml").write_text(own, encoding="utf-8")
    for kind, names in FILES.items():
        blocks = re.findall(rf"^   ```{kind}\n(.*?)^   ```", README, re.MULTILINE | re.DOTALL)
        for name, block in zip(names, blocks, strict=True):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(textwrap.dedent(block), encoding="utf-8")
    result = CliRunner().invoke(main, ["check", "--strict", "-C", str(tmp_path)])
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
