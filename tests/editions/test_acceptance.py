"""One digit changed in one source of the real content: what fails, what is named, which files differ."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.editions.comparison import compare
from generator.editions.manifest import manifest_of
from generator.model.diagnostics import Severity
from generator.model.edition import Edition
from generator.model.inventory import ItemKind
from generator.pipeline import Project, check, composed
from generator.render import render
from tests.support.dossiers import edition
from tests.support.projects import ROOT, copy_of


def a_figure() -> tuple[str, str, str]:
    """A quotation of a figure with two digits that stands in one source, its value, and its measurand."""
    for item in manifest_of(edition(ROOT)).of(ItemKind.FIGURE):
        value = dict(item.details)["low"]
        words = item.proofs[0].exact if item.proofs else ""
        if len(item.proofs) == 1 and len(value) == 2 and f"{value}%" in words:
            return words, value, item.label
    raise AssertionError("the content has no figure to change")


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real content with one digit changed in the text of one source, and nothing mended."""
    project = copy_of(ROOT, tmp_path_factory.mktemp("digit") / "project")
    words, value, _ = a_figure()
    source = next(
        p
        for p in sorted((project / "sources").glob("*.md"))
        if words in p.read_text("utf-8").split("---", 2)[2]
    )
    head, front, body = source.read_text("utf-8").split("---", 2)
    other = str(int(value) + 1 if int(value) % 10 != 9 else int(value) - 1)
    source.write_text(
        "---".join((head, front, body.replace(words, words.replace(f"{value}%", f"{other}%")))), "utf-8"
    )
    return project


def test_check_fails_with_each_statement_that_relied_on_the_digit(changed: Path) -> None:
    """Each citation of the words is an error at its own place."""
    words, _, _ = a_figure()
    _, problems = check(Project(changed))
    found = {str(p.span) for p in problems if p.code == "quotation-not-found"}
    citing = sum(
        path.read_text("utf-8").count(f'exact: "{words}"')
        for folder in ("content", "sources")
        for path in (changed / folder).rglob("*")
        if path.suffix in (".md", ".yml")
    )
    assert len(found) == citing > 0
    assert all(p.severity is Severity.ERROR for p in problems if p.code == "quotation-not-found")


def files_of(found: Edition) -> dict[str, bytes]:
    return {str(path): content for path, content in render(found).items()}


def test_the_mended_figure_and_its_pages_differ_and_nothing_else(tmp_path: Path) -> None:
    """The diff names that figure, the statements that give it, and their pages; other files are equal."""
    project = copy_of(ROOT, tmp_path / "project")
    words, value, label = a_figure()
    other = str(int(value) + 1 if int(value) % 10 != 9 else int(value) - 1)
    for path in sorted(project.rglob("*")):
        is_ours = (
            path.suffix in (".md", ".yml") and "editions" not in path.parts and path.name != "mkdocs.yml"
        )
        if is_ours:
            text = path.read_text("utf-8")
            place = text.find(f'exact: "{words}"')
            at = text.rfind(f'value: "{value}"', 0, place) if path.name == "glossary.yml" else -1
            if at >= 0:
                text = text[:at] + f'value: "{other}"' + text[at + len(f'value: "{value}"') :]
            path.write_text(text.replace(f"{value}%", f"{other}%"), encoding="utf-8")
    new, problems = composed(Project(project))
    assert new is not None, problems
    old = edition(ROOT)
    found = compare(manifest_of(old), manifest_of(new))
    (figure,) = found.of(ItemKind.FIGURE)
    assert (figure.item.label, figure.item.text.split()[0].strip("%")) == (label, other)
    for change in found.of(ItemKind.STATEMENT):
        assert change.before is not None
        assert change.after is not None
        assert change.before.text.replace(f"{value}%", f"{other}%") == change.after.text
    before, after = files_of(old), files_of(new)
    differing = {name for name in before if before[name] != after.get(name)}
    pages = {f"{page}.md" for page in found.pages}
    forms = tuple(f"data/{page}." for page in found.pages)
    assert set(before) == set(after)
    assert {name for name in differing if name.endswith(".md")} == pages
    others = {name for name in differing - pages if not name.startswith(forms)}
    assert others <= {"data/edition.json"}
    assert len(pages) < len(old.pages) // 2
