"""The program on another system, simulated: modules and functions that only Linux or Unix has are missing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

MISSING_MODULES = ("fcntl", "grp", "posix_ipc", "pty", "pwd", "resource", "syslog", "termios", "tty")
MISSING_FUNCTIONS = ("renameat2", "prctl")

_PRELUDE = f"""
import ctypes, os, signal, sys

class Missing:
    def find_spec(self, name, path=None, target=None):
        if name in {MISSING_MODULES!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)

for name in {MISSING_MODULES!r}:
    sys.modules.pop(name, None)
sys.meta_path.insert(0, Missing())

class Library(ctypes.CDLL):
    def __getattr__(self, name):
        if name in {MISSING_FUNCTIONS!r}:
            raise AttributeError(f"undefined symbol: {{name}}")
        return super().__getattr__(name)

ctypes.CDLL = Library
del os.sync, signal.SIGKILL
"""
_PROGRAM = _PRELUDE + "from generator.cli import main\nmain(prog_name='briefing')\n"


def run_elsewhere(*arguments: str | Path, code: str = _PROGRAM) -> tuple[int, str]:
    """The exit code of the program with these arguments, or of other code, and all that it said."""
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=os.environ | {"PYTHONWARNINGS": "ignore"},
    )
    return done.returncode, done.stdout


def run_code_elsewhere(code: str, *arguments: str | Path) -> tuple[int, str]:
    """The exit code of some Python, and all that it said."""
    return run_elsewhere(*arguments, code=_PRELUDE + code)
