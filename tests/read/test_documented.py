"""What is reported is explained."""

from __future__ import annotations

import ast
import re

from tests.support.projects import ROOT

REPORTERS = {"Diagnostic", "_refuse", "_fault", "PydanticCustomError"}


def reported_codes() -> set[str]:
    modules = [*(ROOT / "generator" / "read").glob("*.py"), ROOT / "generator" / "model" / "content.py"]
    calls = [
        node
        for module in modules
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and node.args
    ]
    named = (
        (getattr(call.func, "attr", None) or getattr(call.func, "id", ""), call.args[0]) for call in calls
    )
    return {
        str(first.value) for name, first in named if name in REPORTERS and isinstance(first, ast.Constant)
    }


def test_every_code_of_reading_has_a_paragraph() -> None:
    """A reader of a report finds what it means."""
    text = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## `?([a-z0-9-]+)`?\n\n\w", text, re.MULTILINE)
    assert len(reported_codes()) > 40
    assert reported_codes() <= set(headings)


def test_paragraphs_are_sorted() -> None:
    """So that a code is found by eye."""
    text = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## `?([a-z0-9-]+)", text, re.MULTILINE)
    assert headings == sorted(set(headings))
