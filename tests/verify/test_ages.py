"""Sources that are older than what they are cited for, and titles out of their time."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.model.diagnostics import Severity
from generator.read.corpus import read
from generator.verify.dossier import verify
from tests.support.dossiers import verified
from tests.support.projects import BASE, ROOT, SUBJECT, copy_of, overlay

TIMELINE = "content/timeline.yml"
ISSUED = {"old": "issued: 2023-03-12", "new": "issued: 2023-03-08"}


def told(folder: Path, changes: Mapping[str, object]) -> list[str]:
    """The messages of the two rules for the base, changed."""
    project = copy_of(BASE, folder / "project")
    overlay(project, changes)
    corpus, unread = read(project)
    assert corpus is not None
    _, problems = verify(corpus)
    codes = ("source-older-than-event", "role-anachronism")
    found = [problem for problem in (*unread, *problems) if problem.code in codes]
    assert all(problem.severity is Severity.WARNING for problem in found)
    return [problem.message for problem in found]


@pytest.mark.parametrize("project", [BASE, SUBJECT, ROOT], ids=lambda path: path.name)
def test_the_rules_find_what_is_planted_and_nothing_else(project: Path) -> None:
    """One title out of time in the second subject; no source there or in ours is too old."""
    _, problems = verified(project)
    found = [problem.code for problem in problems if problem.code.startswith(("role-ana", "source-older"))]
    assert found == ["role-anachronism"] * (project is SUBJECT)


def test_an_event_is_not_quoted_from_before_it(tmp_path: Path) -> None:
    """A paper of 8 March cannot report what happened on 10 March."""
    date = {"old": "date: 2023-03-12~", "new": "date: 2023-03-10"}
    assert told(tmp_path, {"sources/gazette.md": ISSUED, TIMELINE: date}) == [
        "“weir-closed” (10 March 2023) is quoted from “gazette”, which is older (8 March 2023)"
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("date: 2023-03-12~", "date: 2023-03-12~"),
        ("date: 2023-03-12~", "date: 2023-03"),
        ("date: 2023-03-12~", "date: 2023-03-08"),
        ("date: 2023-03-12~", "date: 2023-03-20"),
    ],
)
def test_what_is_not_sure_or_still_to_come_may_be_quoted_from_before(
    tmp_path: Path, old: str, new: str
) -> None:
    """A doubtful date may be the earlier one; what is planned is announced."""
    changes = {"sources/gazette.md": ISSUED, TIMELINE: {"old": old, "new": new}}
    assert told(tmp_path, changes) == []


def test_a_deadline_is_quoted_from_before_it(tmp_path: Path) -> None:
    """That is how one knows it."""
    changes = {
        "sources/gazette.md": ISSUED,
        TIMELINE: {
            "old": "kind: measure\n    title: The weir stays closed\n    date: 2023-03-12~",
            "new": "kind: deadline\n    title: The weir stays closed\n    date: 2023-03-10",
        },
    }
    assert told(tmp_path, changes) == []


def test_the_outcome_of_a_round_is_not_quoted_from_before_it(tmp_path: Path) -> None:
    """Its result and summary; but what the sides wanted may be told before they meet."""
    changes = {"sources/herald.md": {"old": "issued: 2023-03-10", "new": "issued: 2023-03-01"}}
    found = told(tmp_path, changes)
    assert len(found) == 2
    assert all("“lake-round” (9 March 2023) is quoted from “herald”" in message for message in found)


def test_a_planned_round_is_quoted_from_before_it(tmp_path: Path) -> None:
    """Then nobody says that it has taken place."""
    changes = {
        "sources/herald.md": {"old": "issued: 2023-03-10", "new": "issued: 2023-03-01"},
        TIMELINE: {"old": "status: concluded", "new": "status: planned"},
    }
    assert told(tmp_path, changes) == []


@pytest.mark.parametrize(
    ("held", "is_reported"),
    [("2020/2024", False), ("2020/2021", True), ("2024/..", True), ("../2023-02~", False)],
)
def test_a_title_belongs_to_its_time(tmp_path: Path, held: str, is_reported: bool) -> None:
    """Ended before the paper, or begun after it; not if it may have been held then."""
    found = told(tmp_path, {"content/glossary.yml": {"old": "held: 2020/2024", "new": f"held: {held}"}})
    assert bool(found) == is_reported
