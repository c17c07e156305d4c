"""Every diagnostic as data: input files that cause it, and exactly what is reported."""

from __future__ import annotations

import ast
import os
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import main
from tests.support.projects import BASE, ROOT, copy_of, overlay

CASES = sorted((ROOT / "tests" / "diagnostics").glob("*.yml"))
UPDATING = bool(os.environ.get("UPDATE_GOLDENS"))
OF_THE_SITE = {"page-lost", "page-unexpected", "broken-link", "broken-anchor", "unsafe-link", "site-engine"}
OF_PRINT = {"not-printable", "not-printed", "print-does-not-fit"}  # tests/output/pdf/
OF_THE_PROGRAM = {"link-to-nowhere", "reference-to-nowhere"}  # tests/compose and tests/output/pdf plant these
OF_THE_QUEUE = {"not-read"}  # what `briefing review` lists: tests/editing/test_reviewing.py
OF_THE_SYSTEM = {"file-unreadable"}  # needs another user than root
ELSEWHERE_ALL = ("summary-", "original-", "import-")  # tests/editing plants what these begin
ELSEWHERE = (
    OF_THE_SITE
    | OF_PRINT
    | OF_THE_PROGRAM
    | OF_THE_QUEUE
    | OF_THE_SYSTEM
    | {"third-party-request", "outside-policy"}
)
CODE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+\Z")
REPORTED = re.compile(r"^(?:error|warning)\[([a-z0-9-]+)\]", re.MULTILINE)


def case(path: Path) -> dict[str, Any]:
    read = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(read, dict)
    return read


def run(project: Path, *options: str) -> tuple[int, str]:
    """What `briefing check` reports of a project, and its exit code."""
    result = CliRunner().invoke(main, ["check", "-C", str(project), *options])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def test_the_project_that_the_cases_change_has_no_problem(tmp_path: Path) -> None:
    """What a case reports comes from its change."""
    code, output = run(copy_of(BASE, tmp_path / "project"), "--strict")
    assert (code, output.count("\n")) == (0, 1), output


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_each_problem_is_reported_in_just_these_words(path: Path, tmp_path: Path) -> None:
    """The report is a golden: code, place, line, caret, help."""
    wanted = case(path)
    project = copy_of(BASE, tmp_path / "project")
    overlay(project, wanted["files"])
    code, output = run(project, *wanted.get("options", ()))
    assert code == (1 if "error[" in output else 0)
    assert path.stem.split("--")[0] in REPORTED.findall(output), output
    if UPDATING:
        wanted["output"] = _Block(output)
        dumped = yaml.dump(wanted, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)
        path.write_text(dumped, encoding="utf-8")
    assert output == wanted["output"]


class _Block(str):
    """Text that is dumped as a literal block, so that a golden reads like a terminal."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """A dumper that knows literal blocks."""


_Dumper.add_representer(
    _Block, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|")
)


def documented() -> set[str]:
    text = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    return set(re.findall(r"^## `?([a-z0-9-]+)`?$", text, re.MULTILINE))


def codes_in_the_program() -> set[str]:
    """The codes that calls in the program name: a constant first argument in kebab-case."""
    found = set()
    for module in (ROOT / "generator").rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _names_a_code(node.func):
                found |= {
                    item.value
                    for item in node.args[:1]
                    if isinstance(item, ast.Constant)
                    and isinstance(item.value, str)
                    and CODE.match(item.value)
                }
    return found


def _names_a_code(called: ast.expr) -> bool:
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    return name in {"Diagnostic", "Finding", "finding", "_report", "_fault", "_refuse"}


def test_every_code_is_documented() -> None:
    """A code that a user meets has a paragraph in docs/diagnostics.md, and no paragraph is left over."""
    cases = {path.stem.split("--")[0] for path in CASES}
    assert codes_in_the_program() | cases <= documented()


def test_every_documented_code_has_a_case() -> None:
    """What is promised is shown; problems of the built site are planted in tests/site."""
    cases = {path.stem.split("--")[0] for path in CASES}
    of_check = {code for code in documented() if not code.startswith(ELSEWHERE_ALL)}
    assert of_check - cases - ELSEWHERE == set()
