"""The papers beside the program: what they say of commands, targets and versions is so."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.support.projects import ROOT

COMMANDS = ROOT / "docs" / "commands.md"
TITLE = """\
# Commands

What `briefing` and each of its commands say of themselves with `--help`. `make goldens` writes this page.
"""
PAPERS = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    *sorted(f"docs/{p.name}" for p in COMMANDS.parent.glob("*.md")),
)
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
KINDS_OF_CHANGE = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"]


def commands(command: click.Command, words: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words of a command and of all commands in it, as they are typed."""
    yield words
    for name, inner in sorted(getattr(command, "commands", {}).items()):
        yield from commands(inner, (*words, name))


def explained(words: tuple[str, ...]) -> str:
    """A command's own help, under its name."""
    said = CliRunner().invoke(main, [*words, "--help"], prog_name="briefing", terminal_width=100)
    assert said.exit_code == 0, said.output
    return f"\n## {' '.join(('briefing', *words))}\n\n```text\n{said.output.rstrip()}\n```\n"


def test_every_command_and_every_option_is_documented() -> None:
    """`docs/commands.md` is what the program says of itself, each command with all that it takes."""
    page = TITLE + "".join(map(explained, commands(main)))
    if os.environ.get("UPDATE_GOLDENS"):
        COMMANDS.write_text(page, encoding="utf-8")
    assert COMMANDS.read_text(encoding="utf-8") == page


@pytest.mark.parametrize("name", PAPERS)
def test_every_target_of_make_that_a_paper_names_is_there(name: str) -> None:
    """Nobody types what `make` does not know."""
    named = set(re.findall(r"`make ([a-z][a-z-]*)", (ROOT / name).read_text(encoding="utf-8")))
    assert named <= set(re.findall(r"^([a-z][a-z-]*):", MAKEFILE, re.MULTILINE))


def test_every_target_of_make_is_explained_by_help() -> None:
    """All that are there for people; those that others need have no word of their own."""
    inner = {"programs"}
    targets = set(re.findall(r"^([a-z][a-z-]*):(?!=)", MAKEFILE, re.MULTILINE))
    assert targets - inner == set(re.findall(r"^([a-z][a-z-]*):.*##", MAKEFILE, re.MULTILINE))


def test_the_changelog_keeps_its_form() -> None:
    """Keep a Changelog: what is not released on top, then versions with their days; known kinds, in order."""
    lines = [line for line in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines() if line]
    assert lines[0] == "# Changelog"
    versions = [line.removeprefix("## ") for line in lines if line.startswith("## ")]
    assert versions[0] == "Unreleased"
    assert all(re.fullmatch(r"\d+\.\d+\.\d+ - \d{4}-\d\d-\d\d", version) for version in versions[1:])
    for version in re.split(r"^## ", "\n".join(lines), flags=re.MULTILINE)[1:]:
        kinds = re.findall(r"^### (.+)$", version, re.MULTILINE)
        assert kinds == [kind for kind in KINDS_OF_CHANGE if kind in kinds]
        items = [line for line in version.splitlines()[1:] if not line.startswith("#")]
        assert [item for item in items if not re.fullmatch(r"- .+\.", item)] == [], "one line each"
        assert len(set(items)) == len(items)
