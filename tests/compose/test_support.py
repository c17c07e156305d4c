"""Labels of support, the page of statements with one source, and words that may not be shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.compose.atlas import Atlas
from generator.compose.edition import compose
from generator.compose.writer import support_mark
from generator.model.blocks import Row, Table
from generator.model.evidence import Statement, Support
from generator.model.facts import Dossier, all_statements
from generator.model.kinds import KINDS
from generator.model.pages import Edition, Page
from generator.model.runs import Line, Link, NoteRef, SupportMark
from generator.model.text import SourceId
from generator.output.views import render
from generator.read.corpus import read
from generator.verify.dossier import verify
from tests.compose.test_pages import inside
from tests.support.dossiers import edition, verified
from tests.support.projects import BASE, ROOT, SUBJECT, copy_of, overlay
from tests.support.wording import line_text

PROJECTS = (BASE, SUBJECT, ROOT)
NAMES = tuple(map(SourceId, ("harbour-notes", "institute-note", "port-amery-report")))


def labels(page: Page) -> list[str]:
    return [value.text for value in inside(page.sections) if isinstance(value, SupportMark)]


def page_of(found: Edition, path: str) -> Page:
    return next(page for page in found.pages if page.path == path)


@pytest.mark.parametrize(
    ("support", "told"),
    [
        (Support(NAMES[:1], 1), "1 source"),
        (Support(NAMES[:2], 2), "2 sources"),
        (Support(NAMES, 2), "3 sources, 2 independent"),
        (Support(NAMES, 2, (2, 2)), "3 sources, 2 independent"),
        (Support(NAMES[:2], 2, (2, 2)), "2 sources"),
        (Support(NAMES[:2], 2, (1, 1)), "1 source for each part"),
        (Support(NAMES[:2], 2, (2, 1)), "only 1 source for some parts"),
        (Support(NAMES, 3, (2, 3)), "at least 2 sources for each part"),
        (Support(NAMES[:2], 2, is_compared=False), "2 sources, not compared"),
    ],
)
def test_support_is_told_in_few_words(support: Support, told: str) -> None:
    """A count, and how many are independent if that is fewer; the names behind it."""
    dossier, _ = verified(SUBJECT)
    mark = support_mark(Atlas(dossier), support)
    assert mark.text == told
    assert len(mark.sources) == len(support.sources)


def test_a_source_that_copies_says_so_behind_its_name() -> None:
    """The reader learns which of the sources count as one."""
    dossier, _ = verified(SUBJECT)
    mark = support_mark(Atlas(dossier), Support(NAMES, 2))
    assert ["connected with" in name for name in mark.sources] == [False, False, True]


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_a_label_follows_notes_and_counts_their_sources(project: Path) -> None:
    """Where a label stands, the marks of all its notes stand before it, and nothing else between."""
    for page in edition(project).pages:
        by_number = {note.number: note.evidence.source for note in page.notes}
        for line in (value for value in inside(page.sections) if isinstance(value, Line)):
            for place, run in enumerate(line.runs):
                if isinstance(run, SupportMark):
                    before = line.runs[:place][::-1]
                    marks = [item for item in before if isinstance(item, NoteRef)]
                    assert marks == list(before[: len(marks)])
                    assert len({by_number[mark.number] for mark in marks}) == len(run.sources)


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_tables_of_titles_and_figures_carry_no_labels(project: Path) -> None:
    """Support is told of statements in sentences only."""
    for page in edition(project).pages:
        tables = [value for value in inside(page.sections) if isinstance(value, Table)]
        assert not [value for value in inside(tuple(tables)) if isinstance(value, SupportMark)], page.path


def test_every_statement_of_a_briefing_that_cites_a_source_has_its_label() -> None:
    """Bottom line, key points, state of play, what is not known; an answer to a dispute has its notes.

    What a page leaves out, since it has told it, rests on a passage that the page cites.
    """
    dossier, _ = verified(ROOT)
    found = edition(ROOT)
    for briefing in dossier.briefings.values():
        page = page_of(found, f"briefings/{briefing.topic}")
        lines = [value for value in inside(page.sections) if isinstance(value, Line)]
        passages = {note.evidence.anchor for note in page.notes}
        authored = [(each, SupportMark) for part in briefing.sections for each in part.statements]
        answers = [(each, NoteRef) for dispute in briefing.disputes for each in dispute.positions]
        for statement, mark in (*authored, *answers):
            told = [line for line in lines if statement.text in line_text(line)]
            marked = [line for line in told if any(isinstance(run, mark) for run in line.runs)]
            if statement.evidence and told:
                assert marked, statement.text
            elif statement.evidence:
                assert passages & {each.anchor for each in statement.evidence}, statement.text


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_each_statement_with_one_source_is_listed_once(project: Path) -> None:
    """The list and the labels agree; each row leads to the statement."""
    found = edition(project)
    page = page_of(found, "single-source")
    rows = [value for value in inside(page.sections) if isinstance(value, Row)]
    links = [row.cells[1].runs[0] for row in rows if len(row.cells) == 3]
    targets = [link.target for link in links if isinstance(link, Link)]
    assert len(targets) == len(set(targets)) == len(links) > 0
    for kind in (KINDS.timeline, KINDS.round, KINDS.topic):
        for other in (item for item in found.pages if item.kind is kind):
            listed = sum(target.page == other.path for target in targets)
            alone = sum(label.startswith("1 source") for label in labels(other))
            assert listed == alone if kind is KINDS.timeline else listed <= alone


def _dossier(folder: Path, changes: dict[str, object]) -> Dossier:
    project = copy_of(BASE, folder / "project")
    overlay(project, changes)
    corpus, _ = read(project)
    assert corpus is not None
    return verify(corpus)[0]


def test_words_of_a_source_that_may_not_be_shown_are_nowhere(tmp_path: Path) -> None:
    """Rights `none`: cited by its metadata alone, on every page and in every view."""
    changes: dict[str, object] = {"sources/gazette.md": {"old": "rights: full", "new": "rights: none"}}
    dossier = _dossier(tmp_path, changes)
    cited = {
        item.exact
        for statement in all_statements(dossier)
        for item in statement.evidence
        if item.source == "gazette"
    }
    said = {statement.text for statement in all_statements(dossier) if isinstance(statement, Statement)}
    hidden = {words for words in cited if not any(words.rstrip(".") in text for text in said)}
    assert hidden
    shown = b"\n".join(render(compose(dossier)).values()).decode(errors="replace")
    assert "[…]" in shown
    assert not [words for words in hidden if words in shown]


def test_a_passage_of_sources_that_may_not_be_shown_is_counted_only(tmp_path: Path) -> None:
    """The words stay away; that they are the same is said."""
    passage = " ".join(f"word{number}" for number in range(60))
    body = f"issued: 2023-03-11\nrights: quote\n---\n{passage}\n"
    changes: dict[str, object] = {
        "sources/first.md": f"---\ntitle: First\n{body}",
        "sources/second.md": f"---\ntitle: Second\n{body}",
    }
    found = compose(_dossier(tmp_path, changes))
    page = page_of(found, "single-source")
    rows = [value for value in inside(page.sections) if isinstance(value, Row) and len(value.cells) == 4]
    assert [[getattr(cell.runs[0], "text", "") for cell in row.cells] for row in rows] == [
        ["First", "Second", "60", "may not be shown"]
    ]
    assert "word7" not in b"\n".join(render(found).values()).decode(errors="replace")
