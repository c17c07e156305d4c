"""A test whose program is missing: skipped and counted, and a failure in CI."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.hosting.servers import Site
from tests.ci.workflows import ROOT
from tests.hosting.servers import serving
from tests.support.programs import OF_NPM, located, programs, remedy

TESTS = """\
import pytest
from tests.support.programs import needed

@pytest.fixture(scope="session")
def server():
    return needed("caddy")

def test_one(server): ...
def test_two(server): ...
def test_three(): needed("qpdf")
def test_four(): ...
"""
OWN = (Path(__file__), Path(__file__).with_name("test_set_up.py"))
USES = re.compile(r'\b(?:needed|run)\("([a-z0-9.-]+)"')


def files_of_tests() -> dict[str, str]:
    """The text of every file of the tests but this one and that of the installation, by its path."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for path in (ROOT / "tests").rglob("*.py")
        if path not in OWN and "node_modules" not in path.parts
    }


def run_of_tests(folder: Path, *options: str, content: str = TESTS, **variables: str) -> tuple[int, str]:
    """The exit code and the words of a run of tests on a machine without a program."""
    (folder / "test_few.py").write_text(content, encoding="utf-8")
    (folder / "bin").mkdir()
    command = (sys.executable, "-m", "pytest", "-p", "tests.support.programs", "-p", "no:cacheprovider")
    own = {"PATH": str(folder / "bin"), "PYTHONPATH": str(ROOT), **variables}
    done = subprocess.run(
        (*command, *options, "test_few.py"), cwd=folder, env=own, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize("options", [(), ("-n", "2")], ids=["one process", "two workers"])
def test_tests_are_skipped_for_want_of_a_program_and_counted(
    options: tuple[str, ...], tmp_path: Path
) -> None:
    """Each test that a fixture of the whole session would have served counts."""
    code, said = run_of_tests(tmp_path, *options)
    assert code == 0
    _, _, end = said.partition(" Skipped for want of programs ")
    assert end.splitlines()[1:3] == [
        "caddy 2, qpdf 1",
        "To run them: install caddy, qpdf; then make test",
    ]
    assert "1 passed, 3 skipped" in end.splitlines()[-1]


def test_in_ci_a_missing_program_is_a_failure(tmp_path: Path) -> None:
    """Of each test that needs it, and nothing is skipped."""
    code, said = run_of_tests(tmp_path, CI="true")
    assert code == 1
    assert "caddy is missing, and CI skips no test" in said
    assert "1 failed, 1 passed, 2 errors" in said.splitlines()[-1]


def test_a_program_is_not_asked_for_at_import(tmp_path: Path) -> None:
    """A whole file would be skipped and count as one test: the run fails."""
    code, said = run_of_tests(tmp_path, content=f"{TESTS}\nneeded('caddy')\n")
    assert code == 2
    assert "Using pytest.skip outside of a test" in said


def test_a_program_that_does_not_start_is_no_missing_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The test fails with what the program said."""
    (tmp_path / "caddy").write_text("#!/bin/sh\necho 'no room'; exit 1\n", encoding="utf-8")
    (tmp_path / "caddy").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with pytest.raises(AssertionError, match="no room"), serving("caddy", Site({}), {}):
        pass


def test_a_test_asks_only_for_programs_that_can_be_installed() -> None:
    """Each name is in the table of `.ci/tools`, or installed by npm; and nothing is installed for no test."""
    asked = {name for text in files_of_tests().values() for name in USES.findall(text)}
    table = (ROOT / ".ci" / "programs").read_text(encoding="utf-8")
    tested = {line.split()[2] for line in table.splitlines() if line.startswith("test ")}
    assert asked <= programs().keys() | OF_NPM.keys()
    assert asked >= (tested - {"npm"}) | OF_NPM.keys()


def test_no_test_looks_for_a_program_by_itself() -> None:
    """What is missing is spoken of in one place."""
    found = {path for path, text in files_of_tests().items() if "shutil.which(" in text}
    assert found == {"tests/support/programs.py", "tests/ci/local/world.py"}


@pytest.mark.parametrize(
    ("user", "commands", "said"),
    [
        (0, ("apt-get",), "apt-get install caddy poppler-utils; then make test"),
        (1000, ("apt-get",), "as root, apt-get install caddy poppler-utils; then make test"),
        (1000, ("apt-get", "sudo"), "sudo apt-get install caddy poppler-utils; then make test"),
        (1000, (), "install caddy, pdftotext; then make test"),
        (1000, ("caddy", "pdftotext"), "make test"),
    ],
)
def test_the_summary_says_what_to_do(
    user: int, commands: tuple[str, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the words of this system, and by what brings a program; npm's packages come with `make test`."""
    for name in commands:
        (tmp_path / name).write_text("#!/bin/sh\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: user)
    assert remedy(["pdftotext", "caddy"]) == said


def test_a_program_may_have_several_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Chrome is a Chromium."""
    (tmp_path / "google-chrome").write_text("#!/bin/sh\n", encoding="utf-8")
    (tmp_path / "google-chrome").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert located("chromium") == str(tmp_path / "google-chrome")
    assert programs()["pdftotext"].package == "poppler-utils"
