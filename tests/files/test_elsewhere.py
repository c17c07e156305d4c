"""Where the system lacks what only Linux or Unix has, the program starts, checks, builds, and locks."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import __version__
from tests.support.elsewhere import MISSING_FUNCTIONS, MISSING_MODULES, run_code_elsewhere, run_elsewhere
from tests.support.projects import BASE, ROOT, SUBJECT, copy_of, overlay

TESTS = ("read/test_project.py", "read/test_sources.py", "verify/test_verify.py", "compose/test_pages.py")


def test_what_is_missing_is_really_missing() -> None:
    """Else the other tests here would show nothing."""
    for name in MISSING_MODULES:
        code, said = run_code_elsewhere(f"import {name}")
        assert code == 1
        assert f"ModuleNotFoundError: No module named '{name}'" in said
    asked = ", ".join(f"hasattr(ctypes.CDLL(None), {name!r})" for name in MISSING_FUNCTIONS)
    assert run_code_elsewhere(f"print({asked})") == (0, "False False\n")


@pytest.mark.slow
def test_the_program_starts() -> None:
    """Each module of it can be imported, not only those that the command needs."""
    assert run_elsewhere("--version") == (0, f"briefing, version {__version__}\n")
    every = (
        "import importlib, pkgutil, generator\n"
        "for module in pkgutil.walk_packages(generator.__path__, 'generator.'):\n"
        "    module.name.endswith('__main__') or importlib.import_module(module.name)"
    )
    assert run_code_elsewhere(every) == (0, "")


@pytest.mark.slow
def test_the_second_subject_is_checked() -> None:
    """Read, verified and composed, without a word about the system."""
    code, said = run_elsewhere("check", "-C", SUBJECT)
    assert code == 0, said
    assert "Every citation was found." in said


@pytest.mark.slow
def test_a_site_is_built_and_exchanged(tmp_path: Path) -> None:
    """The second build takes the place of the first by two renamings; a build beside another is refused."""
    project = copy_of(BASE, tmp_path / "project")
    for title in ("Old", "New"):
        overlay(project, {"sources/herald.md": {"old": "title: ", "new": f"title: {title} "}})
        code, said = run_elsewhere("build", "-C", project, "--no-pdf")
        assert code == 0, said
    assert "New Old" in (project / "build" / "site" / "sources" / "herald" / "index.html").read_text()
    held = (
        "import subprocess; from pathlib import Path; from generator.files import *\n"
        "with building(Path(sys.argv[1])):\n"
        "    try:\n"
        "        with building(Path(sys.argv[1])): pass\n"
        "    except AnotherBuildIsRunning as refusal: print(refusal)\n"
        "with building(Path(sys.argv[1])): pass"
    )
    code, said = run_code_elsewhere(held, project / "build")
    assert (code, said.count("another build into")) == (0, 1), said


@pytest.mark.slow
def test_reading_verifying_and_composing_pass_their_tests() -> None:
    """The tests of these stages, with all that is missing."""
    run = "import filelock, pytest; sys.exit(pytest.main(['-q', '-p', 'no:cacheprovider', *sys.argv[1:]]))"
    code, said = run_code_elsewhere(run, *(ROOT / "tests" / name for name in TESTS))
    assert code == 0, said
