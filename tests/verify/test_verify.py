"""What verifying promises of whole projects, beyond the diagnostics that are data."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compose.edition import compose
from generator.model.dates import PartialDate, spoken
from generator.model.diagnostics import has_errors
from generator.model.entries import Person
from generator.model.evidence import Statement
from generator.model.text import EntryId, SourceId, Span
from generator.output.views import render
from generator.read.corpus import read
from generator.verify.dossier import verify
from tests.support.dossiers import verified
from tests.support.projects import BASE, ROOT, SUBJECT, copy_of, overlay

PROJECTS = (BASE, SUBJECT, ROOT)


def problems_of(project: Path) -> list[str]:
    corpus, unread = read(project)
    assert corpus is not None
    _, unproved = verify(corpus)
    return [problem.code for problem in (*unread, *unproved)]


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_evidence_is_what_its_source_prints(project: Path) -> None:
    """The ranges of every piece of evidence hold its words."""
    dossier, problems = verified(project)
    assert not has_errors(problems)
    statements = [event.summary for event in dossier.events.values()]
    for statement in statements:
        for evidence in statement.evidence:
            text = dossier.sources[evidence.source].body.text
            pieces = [" ".join(text[start:end].split()) for start, end in evidence.ranges]
            assert " […] ".join(pieces) == evidence.exact


def test_a_statement_without_evidence_or_reason_cannot_be_made() -> None:
    """The rule is one of types, not of discipline."""
    with pytest.raises(ValueError, match="either proved or"):
        Statement("Anything.", (), None, (), Span.at("content/timeline.yml"))


def test_the_edition_speaks_for_the_day_of_the_newest_source() -> None:
    """Deadlines and planned events are not news."""
    dossier, _ = verified(BASE)
    assert spoken(dossier.as_of) == "12 March 2023"


def test_the_day_may_be_given() -> None:
    """The command line goes before the newest source."""
    corpus, _ = read(BASE)
    assert corpus is not None
    dossier, _ = verify(corpus, PartialDate(2023, 6, 2))
    assert spoken(dossier.as_of) == "2 June 2023"


def test_misspellings_are_mapped_to_the_person_and_remembered(tmp_path: Path) -> None:
    """A known wrong form is a mention, marked as wrong."""
    project = copy_of(BASE, tmp_path / "project")
    overlay(
        project,
        {
            "content/glossary.yml": {
                "old": "    alt_labels: [Marsh]\n",
                "new": "    misspellings: [Ada Mersh]\n",
            },
            "sources/gazette.md": {"old": "Mayor Marsh was not asked.", "new": "Ada Mersh was not asked."},
        },
    )
    corpus, _ = read(project)
    assert corpus is not None
    dossier, _ = verify(corpus)
    marks = [mention for mention in dossier.sources[SourceId("gazette")].mentions if mention.misspelt]
    assert [mention.entry for mention in marks] == ["ada-marsh"]
    assert isinstance(dossier.entries[EntryId("ada-marsh")], Person)


def test_the_order_of_the_files_changes_no_byte(tmp_path: Path) -> None:
    """Files made in any order give the same pages."""
    rendered = []
    for seed in (1, 2):
        names = sorted(
            path for path in SUBJECT.rglob("*") if path.is_file() and path.suffix in {".md", ".yml"}
        )
        random.Random(seed).shuffle(names)
        project = tmp_path / str(seed)
        for name in names:
            target = project / name.relative_to(SUBJECT)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(name.read_bytes())
        corpus, _ = read(project)
        assert corpus is not None
        rendered.append(render(compose(verify(corpus)[0])))
    assert rendered[0] == rendered[1]


@given(st.data())
def test_a_changed_digit_of_a_quotation_is_always_refused(data: st.DataObject) -> None:
    """One figure changed, and nothing is published."""
    corpus, _ = read(BASE)
    assert corpus is not None
    words = [
        citation.exact
        for event in corpus.events
        for citation in event.cite
        if any(character.isdigit() for character in citation.exact)
    ]
    exact = data.draw(st.sampled_from(words))
    place = data.draw(st.sampled_from([i for i, character in enumerate(exact) if character.isdigit()]))
    other = data.draw(st.sampled_from("0123456789").filter(lambda digit: digit != exact[place]))
    changed = f"{exact[:place]}{other}{exact[place + 1 :]}"
    citation = next(c for event in corpus.events for c in event.cite if c.exact == exact)
    object.__setattr__(citation, "exact", type(citation.exact)(changed, citation.exact.span))
    _, problems = verify(corpus)
    assert "quotation-not-found" in [problem.code for problem in problems]


def test_what_may_have_been_lost_in_reading_is_not_called_unknown(tmp_path: Path) -> None:
    """A broken glossary is one problem, not a hundred."""
    project = copy_of(BASE, tmp_path / "project")
    overlay(project, {"content/glossary.yml": "sides: [\n"})
    codes = problems_of(project)
    assert "yaml-syntax" in codes
    assert not [code for code in codes if code.startswith("unknown-")]
