"""`.ci/tools` in a folder of its own, with programs, packages and rights that are made up."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.ci.workflows import ROOT
from tests.support.programs import needed

TABLE = """\
# for, package, programs
site python3 python3
site python3-venv python3-venv
test kettle-deb kettle
test teapot-deb teapot samovar
"""
# Installs a package by making its program; what is not sold is unknown to it.
APT_GET = """\
echo "apt-get $*" >> "$CALLS"
case " $* " in *" $NOT_SOLD "*) echo "E: Unable to locate package $NOT_SOLD" >&2; exit 100 ;; esac
for word; do
  case $word in
    *-deb) echo 'exit 0' > "$BIN/${word%-deb}"; chmod +x "$BIN/${word%-deb}" ;;
    *-venv) echo 'exit 0' > "$BIN/${word%-venv}"; chmod +x "$BIN/${word%-venv}" ;;
  esac
done
"""
SUDO = 'echo "sudo $*" >> "$CALLS"; [ "$1" = -v ] || exec "$@"'
NO_SUDOER = 'echo "sudo $*" >> "$CALLS"; echo "You are no sudoer." >&2; exit 1'
WITHOUT_VENV = "exit 1"
MISSING = "make test: 2 programs are missing, so some tests will be skipped. To install them: "


@dataclass(frozen=True, slots=True)
class Machine:
    """A system with Python and nothing that the tests need; its commands are all that there is on PATH."""

    root: Path

    def has(self, name: str, script: str = "exit 0") -> None:
        """Give it a command."""
        command = self.root / "bin" / name
        command.write_text(f"#!{shutil.which('bash')}\n{script}\n", encoding="utf-8")
        command.chmod(0o755)

    def lacks(self, name: str) -> None:
        """Take a command away."""
        (self.root / "bin" / name).unlink()

    def run(self, *words: str, typed: str | None = None, **variables: str) -> tuple[int, str]:
        """The exit code of `.ci/tools`, and all that it says; there is a terminal if something is `typed`."""
        environment = {"PATH": str(self.root / "bin"), "BIN": str(self.root / "bin"), "NOT_SOLD": "none"}
        environment |= {"CALLS": str(self.root / "calls"), **variables}
        keyboard, terminal = pty.openpty()
        try:
            os.write(keyboard, (typed or "").encode())
            done = subprocess.run(
                (self.root / ".ci" / "tools", *words),
                env=environment,
                stdin=terminal if typed is not None else subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                check=False,
            )
        finally:
            os.close(keyboard)
            os.close(terminal)
        return done.returncode, done.stdout

    def called(self) -> str:
        """Which of sudo and apt-get were called, with which words."""
        calls = self.root / "calls"
        return calls.read_text(encoding="utf-8") if calls.exists() else ""


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """One on which a user without rights types, who may call sudo."""
    made = Machine(tmp_path)
    for name in (".ci", "bin"):
        (tmp_path / name).mkdir()
    shutil.copy(ROOT / ".ci" / "tools", tmp_path / ".ci")
    (tmp_path / ".ci" / "programs").write_text(TABLE, encoding="utf-8")
    for name in ("bash", "dirname", "env", "chmod"):
        (tmp_path / "bin" / name).symlink_to(shutil.which(name) or name)
    made.has("id", "echo 1000")
    made.has("python3")
    made.has("sudo", SUDO)
    made.has("apt-get", APT_GET)
    return made


def test_nothing_is_said_or_called_when_nothing_is_missing(machine: Machine) -> None:
    """Any one program of a line will do."""
    machine.has("kettle")
    machine.has("samovar")
    assert machine.run("test") == (0, "")
    assert machine.called() == ""


@pytest.mark.parametrize("variables", [{}, {"CI": "true"}])
def test_root_installs_without_a_question(machine: Machine, variables: dict[str, str]) -> None:
    """In a fresh container and in CI; what is there already is not named."""
    machine.has("id", "echo 0")
    machine.has("kettle")
    assert machine.run("test", **variables) == (0, "make test: installing teapot-deb\n")
    assert "install -y teapot-deb\n" in machine.called()
    assert "sudo" not in machine.called()
    assert machine.run("test", **variables) == (0, "")


def test_a_user_who_says_yes_gets_it_installed(machine: Machine) -> None:
    """The question names the packages; sudo is called only then."""
    code, said = machine.run("test", typed="y\n")
    assert code == 0
    assert said.startswith("make test: install kettle-deb teapot-deb with sudo apt-get? [y/N] ")
    assert "sudo env DEBIAN_FRONTEND=noninteractive apt-get" in machine.called()
    assert machine.run("test") == (0, "")


def test_a_user_whom_sudo_refuses_is_refused_once(machine: Machine) -> None:
    """The tests go on without."""
    machine.has("sudo", NO_SUDOER)
    code, said = machine.run("test", typed="y\n")
    assert code == 0
    assert said.partition("[y/N] ")[2].startswith(f"You are no sudoer.\n{MISSING}")
    assert machine.called() == "sudo -v\n"


@pytest.mark.parametrize("typed", ["\n", "n\n", "\x04"], ids=["Enter", "n", "the end of the input"])
def test_a_user_who_does_not_say_yes_gets_nothing_installed(machine: Machine, typed: str) -> None:
    """The tests go on, and the next time the question comes again."""
    for _ in range(2):
        code, said = machine.run("test", typed=typed)
        assert code == 0
        assert said.count("[y/N]") == 1
        assert said.endswith(f"{MISSING}sudo apt-get install kettle-deb teapot-deb\n")
    assert machine.called() == ""


def test_without_a_terminal_sudo_is_never_called(machine: Machine) -> None:
    """One line says what to install, and the tests go on."""
    assert machine.run("test") == (0, f"{MISSING}sudo apt-get install kettle-deb teapot-deb\n")
    assert machine.called() == ""


def test_in_ci_nobody_is_asked_and_the_run_stops(machine: Machine) -> None:
    """Not even on a terminal: what is missing would be a failure in any case."""
    code, said = machine.run("test", typed="y\n", CI="true")
    assert (code, machine.called()) == (1, "")
    assert said == (
        "make test: 2 programs are missing. To install them: sudo apt-get install kettle-deb teapot-deb\n"
    )


def test_a_user_without_sudo_reads_what_root_can_do(machine: Machine) -> None:
    """On a terminal too there is nothing to ask."""
    machine.lacks("sudo")
    said = f"{MISSING}as root, apt-get install kettle-deb teapot-deb\n"
    assert machine.run("test", typed="y\n") == (0, said)


@pytest.mark.parametrize("user", ["0", "1000"])
def test_without_apt_get_the_programs_are_named(machine: Machine, user: str) -> None:
    """On other systems packages have other names."""
    machine.has("id", f"echo {user}")
    machine.lacks("apt-get")
    assert machine.run("test", typed="y\n") == (0, f"{MISSING}kettle teapot\n")


def test_a_package_that_is_not_to_be_had_stops_no_other(machine: Machine) -> None:
    """It is named, with the reason of apt-get; in CI the run stops there."""
    machine.has("id", "echo 0")
    code, said = machine.run("test", NOT_SOLD="kettle-deb")
    assert code == 0
    assert "E: Unable to locate package kettle-deb\nmake test: apt-get could not install kettle-deb\n" in said
    assert said.endswith(
        "kettle is missing, so some tests will be skipped. To install it: apt-get install kettle-deb\n"
    )
    assert (machine.root / "bin" / "teapot").exists()
    assert machine.run("test", NOT_SOLD="kettle-deb", CI="true")[0] == 1


def test_a_site_cannot_be_built_without_python3_venv(machine: Machine) -> None:
    """A user reads what to install and the target stops; root gets it installed."""
    machine.has("python3", WITHOUT_VENV)
    said = "make site: python3-venv is missing. To install it: sudo apt-get install python3-venv\n"
    assert machine.run("site") == (1, said)
    assert machine.run("site", typed="n\n")[0] == 1
    machine.has("id", "echo 0")
    assert machine.run("site") == (0, "make site: installing python3-venv\n")


def test_a_machine_without_python_gets_it(machine: Machine) -> None:
    """`make` is all that a fresh Debian must have."""
    machine.has("id", "echo 0")
    machine.lacks("python3")
    assert machine.run("site") == (0, "make site: installing python3 python3-venv\n")


def test_the_tests_cannot_run_without_what_a_site_needs(machine: Machine) -> None:
    """The line says which of all that is missing stops them."""
    machine.has("python3", WITHOUT_VENV)
    code, said = machine.run("test")
    assert code == 1
    assert said.startswith("make test: 3 programs are missing, and nothing runs without python3-venv. To")


def test_an_environment_that_is_there_needs_no_other_python(machine: Machine) -> None:
    """One that uv made, for example."""
    machine.lacks("python3")
    (machine.root / ".venv" / "bin").mkdir(parents=True)
    (machine.root / ".venv" / "bin" / "python").symlink_to("/bin/sh")
    assert machine.run("site") == (0, "")


def test_another_python_has_a_package_of_its_own(machine: Machine) -> None:
    """As where the python3 of the system is too old; one that is not there is left to `make` to refuse."""
    machine.has("python3.12", WITHOUT_VENV)
    code, said = machine.run("site", PYTHON="python3.12")
    assert (code, said.rpartition(" ")[2]) == (1, "python3.12-venv\n")
    assert machine.run("site", PYTHON="/nowhere/python3.12") == (0, "")


def test_a_program_can_be_asked_for_by_its_name(machine: Machine) -> None:
    """As git is for a program that pip fetches from its repository; then nothing goes on without it."""
    said = "make site: kettle is missing. To install it: sudo apt-get install kettle-deb\n"
    assert machine.run("site", "kettle") == (1, said)


def test_ci_runs_the_two_commands_of_the_readme() -> None:
    """And nothing else: what they need they install."""
    commands = re.findall(r"^make \w+", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[lines.index("export CI=true") + 1 :] == commands == ["make site", "make test"]


def test_without_npm_make_goes_on(tmp_path: Path) -> None:
    """And looks for it again the next time, as what it would have made is not there."""
    for path in ("Makefile", "tests/node/package.json", "tests/node/package-lock.json"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, tmp_path / path)
    command = (needed("make"), "tests/node/node_modules/ready")
    done = subprocess.run(command, cwd=tmp_path, env={"PATH": str(tmp_path)}, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not (tmp_path / "tests" / "node" / "node_modules").exists()


def test_what_make_runs_of_ours_is_there() -> None:
    """A module that moved would fail only whoever types its target."""
    modules = re.findall(r"python -m ((?:tests|benchmarks)\b[\w.]*)", (ROOT / "Makefile").read_text("utf-8"))
    assert modules
    for module in modules:
        path = ROOT.joinpath(*module.split("."))
        assert path.with_suffix(".py").is_file() or path.is_dir(), module
