"""The lines of the hosting guide: a shell understands them, and the program knows its commands."""

from __future__ import annotations

import re
import subprocess

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.commands.hosting import SERVERS
from tests.support.projects import ROOT

GUIDE = (ROOT / "docs" / "hosting.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: str(block).split("\n", 1)[0][:40])
def test_a_shell_understands_every_block(block: str) -> None:
    """As far as it can be told without the hosts' own programs."""
    subprocess.run(("bash", "-n"), input=block, text=True, check=True)


def test_every_server_has_its_lines() -> None:
    """What `briefing hosting` can write is told, but for the file that every build writes itself."""
    told = set(re.findall(r"briefing hosting ([a-z-]+)", GUIDE))
    assert told == SERVERS.keys() - {"headers"}


def test_every_command_and_option_of_the_guide_is_known() -> None:
    """None is left over from an older program."""
    found = re.findall(r"(?:^|[ (`\"])briefing ([a-z]+)((?:[^\n`)>\"]|\)\")*)", GUIDE, re.MULTILINE)
    commands = [(name, set(re.findall(r"--[a-z-]+", rest))) for name, rest in found if name in main.commands]
    assert {name for name, _ in commands} >= {"build", "hosting", "verify", "links", "post"}
    for name, options in commands:
        said = CliRunner().invoke(main, [name, "--help"]).output
        assert all(option in said for option in options), (name, options)


def test_every_target_of_the_guide_is_in_the_makefile_of_another_repository() -> None:
    """`make site` and the others work there as well."""
    starter = (ROOT / "ci" / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"`make ([a-z-]+)`", GUIDE))
    assert targets >= {"site", "serve", "check-content", "diff"}
    assert all(re.search(rf"^{target}:", starter, re.MULTILINE) for target in targets)
