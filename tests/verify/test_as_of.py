"""The day for which an edition speaks: given, or the newest source's; never before a source."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.dates import PartialDate, parse
from generator.model.diagnostics import Diagnostic
from generator.model.facts import Dossier
from generator.read.corpus import read
from generator.verify.dossier import verify
from tests.support.projects import BASE, copy_of, overlay

HERALD, GAZETTE = "sources/herald.md", "sources/gazette.md"


def issued(
    folder: Path, herald: str, gazette: str, as_of: str | None = None
) -> tuple[Dossier, list[Diagnostic]]:
    """The dossier of two sources of these dates, and what is wrong with its day."""
    project = copy_of(BASE, folder / "project")
    overlay(project, {HERALD: {"old": "2023-03-10", "new": herald}})
    overlay(project, {GAZETTE: {"old": "2023-03-12", "new": gazette}})
    corpus, _ = read(project)
    assert corpus is not None
    day = parse(as_of) if as_of else None
    assert day is None or isinstance(day, PartialDate)
    dossier, problems = verify(corpus, day)
    return dossier, [each for each in problems if each.code.startswith("as-of-")]


@pytest.mark.parametrize(
    ("herald", "gazette", "day"),
    [
        ("2023-03-10", "2023-03-12", "2023-03-12"),
        ("2023-03-10", "2023-03-12~", "2023-03-12"),
        ("2023-03-10", "2023-03-12?", "2023-03-12"),
        ("2023-03-10", "2023-03?", "2023-03-10"),
        ("2023-03-10", "2023-04", "2023-04-01"),
        ("2023-03-10", "2023", "2023-03-10"),
        ("2022", "2023", "2023-01-01"),
        ("2023-03-10", "2023-03-08/2023-03-20", "2023-03-10"),
        ("2023-03-10", "2023-03-11/2023-03-20", "2023-03-11"),
        ("2023-03-10", "2023-05/..", "2023-05-01"),
        ("2023-03-10", "../2023-05", "2023-03-10"),
    ],
)
def test_the_newest_first_day_of_a_source_is_the_editions(
    herald: str, gazette: str, day: str, tmp_path: Path
) -> None:
    """Of a month, a year and an interval the first day counts; an open start has none."""
    dossier, problems = issued(tmp_path, herald, gazette)
    assert str(dossier.as_of) == day
    assert problems == []


def test_while_no_source_is_dated_the_settings_give_the_day(tmp_path: Path) -> None:
    """A folder of articles that print no date can be published; the first dated one takes over."""
    project, day_of_settings = copy_of(BASE, tmp_path / "project"), "  briefing: {as_of: 2024-01-02}"
    overlay(project, {"mkdocs.yml": {"old": "extra:", "new": f"extra:\n{day_of_settings}"}})
    for herald, day in (("../2023-03", "2024-01-02"), ("2023-03-10", "2023-03-10")):
        corpus, _ = read(overlaid(project, {HERALD: herald, GAZETTE: "../2023"}))
        assert corpus is not None
        dossier, problems = verify(corpus)
        assert str(dossier.as_of) == day
        assert "as-of-unknown" not in {problem.code for problem in problems}


def overlaid(project: Path, days: dict[str, str]) -> Path:
    """The project with these days of its sources."""
    for name, day in days.items():
        path = project / name
        lines = path.read_text(encoding="utf-8").splitlines()
        path.write_text(
            "\n".join(f"issued: {day}" if line.startswith("issued:") else line for line in lines),
            encoding="utf-8",
        )
    return project


@pytest.mark.parametrize(
    ("gazette", "as_of", "is_before"),
    [
        ("2023-03-12", "2023-03-12", False),
        ("2023-03-12", "2023-03-11", True),
        ("2023-03-12~", "2023-03-11", True),
        ("2023", "2023-03-10", False),
        ("2024", "2023-03-10", True),
        ("../2023-05", "2023-03-10", False),
        ("2023-05/..", "2023-04-30", True),
    ],
)
def test_an_edition_does_not_speak_for_a_day_before_its_sources(
    gazette: str, as_of: str, is_before: bool, tmp_path: Path
) -> None:
    """The error names the source and shows its date."""
    _, problems = issued(tmp_path, "2023-03-10", gazette, as_of)
    if not is_before:
        assert problems == []
        return
    (problem,) = problems
    assert problem.code == "as-of-before-source"
    assert "“gazette”" in problem.message
    assert problem.span is not None
    assert (problem.span.path, problem.span.line, problem.span.column) == (GAZETTE, 4, 9)
    assert problem.span.end_column == 9 + len(gazette)


def test_every_source_that_is_too_new_is_named(tmp_path: Path) -> None:
    """All in one run."""
    _, problems = issued(tmp_path, "2023-03-10", "2023-03-12", "2023-03-01")
    assert len(problems) == 2
