"""The glossary has a section for each letter, once, whatever its labels begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.pipeline import build_pages
from generator.project import Project
from tests.support.projects import BASE, copy_of, overlay

OWN = "definition: {text: A word., basis: editor, reason: It is explained.}"


@pytest.mark.parametrize(
    ("labels", "section"),
    [
        ((".well", "Вода", "9 March", "éclat"), "letter-other"),
        (("sa lt", "ßb", "sz"), "letter-s"),
        (("fa", "ﬁn", "fz"), "letter-f"),
    ],
)
def test_a_letter_has_one_section(labels: tuple[str, ...], section: str, tmp_path: Path) -> None:
    """Sorted, other letters stand before and after those of ASCII."""
    project = copy_of(BASE, tmp_path / "project")
    entries = "".join(
        f"  - {{id: k{number}, pref_label: {label!r}, {OWN}}}\n" for number, label in enumerate(labels)
    )
    overlay(project, {"content/glossary.yml": {"old": "concepts:\n", "new": f"concepts:\n{entries}"}})
    overlay(project, {"sources/gazette.md": {"old": "The weir", "new": f"{' '.join(labels)}. The weir"}})
    outcome = build_pages(Project(project))
    assert outcome.edition is not None, outcome.problems
    (glossary,) = (page for page in outcome.edition.pages if page.path == "glossary")
    found = [each.anchor for each in glossary.sections]
    assert found.count(section) == 1
    assert len(found) == len(set(found))
