"""A name that holds a number is printed by a source in this very form, found without a pattern of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.read.corpus import read
from generator.verify.dossier import verify
from tests.support.projects import BASE, copy_of, overlay

LABELS = "alt_labels: [lake]"


def is_printed(folder: Path, label: str, text: str) -> bool:
    """Whether the rule takes a label for a name that a source prints."""
    project = copy_of(BASE, folder / "project")
    overlay(project, {"content/glossary.yml": {"old": LABELS, "new": f"alt_labels: [lake, {label!r}]"}})
    source = project / "sources" / "gazette.md"
    source.write_text(f"{source.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")
    corpus, _ = read(project)
    assert corpus is not None
    _, problems = verify(corpus)
    return "name-not-printed" not in {problem.code for problem in problems}


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Plan 9", "They call it Plan 9."),
        ("Plan 9", "They call it PLAN-9,"),
        ("Plan 9", "They call it Plan\n9"),
        ("Plan 9", "All Plan 9s failed."),
        ("Plan-9", "They call it plan  9."),
        ("F-35", "The F‑35 flew."),
        ("5G", "(5G)"),
        ("第3計画", "「第3計画」"),
        ("--- 5", "There were 5 of them."),
    ],
)
def test_a_name_with_a_number_is_printed(label: str, text: str, tmp_path: Path) -> None:
    """In any case, with hyphens or spaces of any kind, in the plural, beside marks."""
    assert is_printed(tmp_path, label, text)


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("Plan 9", "They call it Plan 8."),
        ("Plan 9", "They call it Plan 95."),
        ("Plan 9", "They call it Airplan 9."),
        ("Plan 9", "They call it Plan 9a and Plan."),
        ("F-35", "The F35 flew."),
    ],
)
def test_another_number_or_part_of_a_word_is_another_name(label: str, text: str, tmp_path: Path) -> None:
    """One digit makes it another's."""
    assert not is_printed(tmp_path, label, text)


@pytest.mark.parametrize("unit", ["-", "- ", " -", "–", "- - ", "'", ".", "_", "5 ", "5-"])
def test_a_name_of_many_hyphens_is_looked_for_at_once(unit: str, tmp_path: Path) -> None:
    """A pattern made of it would try every way to share them out: with sixty, practically for ever."""
    assert not is_printed(tmp_path, f"7 {unit * 30}8", f"7 {unit * 300}9")
