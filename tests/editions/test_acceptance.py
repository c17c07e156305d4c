"""One digit changed in one source of the real content: what fails, what is named, which files differ."""

from __future__ import annotations

from pathlib import Path

from generator.editions.compare import compare
from generator.editions.manifest import manifest_of
from generator.model.diagnostics import has_errors
from generator.model.editions import ItemKind
from generator.model.pages import Edition
from generator.output.views import render
from generator.pipeline import check, composed
from generator.project import Project
from tests.support.digit import a_digit, change_source, citing, mend_content, tells_of
from tests.support.projects import ROOT, copy_of

SEARCHED = "assets/search/"


def test_check_fails_with_each_statement_that_relied_on_the_digit(tmp_path: Path) -> None:
    """Each citation of the digit is an error at its own place; besides, only the seal objects."""
    digit = a_digit()
    project = copy_of(ROOT, tmp_path / "project")
    change_source(project, digit)
    _, problems = check(Project(project))
    errors = [problem for problem in problems if has_errors((problem,))]
    sealed = {"seal-stale", "figure-not-in-article"}
    assert {problem.code for problem in errors} == {"quotation-not-found"} | sealed
    errors = [problem for problem in errors if problem.code not in sealed]
    places = {f"{each.span.path}:{each.span.line}" for each in errors if each.span}
    assert places == citing(project, digit) != set()


def files_of(found: Edition) -> dict[str, bytes]:
    return {str(path): content for path, content in render(found).items()}


def test_the_mended_figure_and_its_pages_differ_and_nothing_else(tmp_path: Path) -> None:
    """The diff names that figure, the statements that give it, and their pages; other files are equal."""
    digit = a_digit()
    project = copy_of(ROOT, tmp_path / "project")
    change_source(project, digit)
    mend_content(project, digit)
    (old, _), (new, problems) = composed(Project(ROOT)), composed(Project(project))
    assert old is not None
    assert new is not None, problems
    found = compare(manifest_of(old), manifest_of(new))
    (figure,) = found.of(ItemKind.FIGURE)
    assert figure.before is not None
    assert (figure.item.label, figure.item.text) == (
        digit.label,
        figure.before.text.replace(digit.value, digit.other),
    )
    for change in found.of(ItemKind.STATEMENT):
        assert change.before is not None
        assert change.after is not None
        assert digit.changed(change.before.text) == change.after.text
    before, after = files_of(old), files_of(new)
    differing = {name for name in before if before[name] != after.get(name)}
    pages = {f"{page}.md" for page in found.pages}
    forms = tuple(f"data/{page}." for page in found.pages)
    assert set(before) == set(after)
    assert {name for name in differing if name.endswith(".md")} == pages
    # What the search reads has the words of all pages, and numbers their places.
    others = {name for name in differing - pages if not name.startswith((*forms, SEARCHED))}
    tables = {name for name in others if name.startswith("data/tables/")}
    assert all(tells_of(after[name], manifest_of(old), manifest_of(new)) for name in tables)
    whole = {"edition.json", "datapackage.json", "briefing.sqlite", "graph.jsonld", "annotations.jsonld"}
    assert others - tables <= {"calendar.ics", *(f"data/{name}" for name in whole)}
    assert len(pages) < len(old.pages) // 2
