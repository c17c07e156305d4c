"""How many sources support a statement, and how many of them are independent."""

from __future__ import annotations

from pathlib import Path

from generator.model.evidence import CopiedPassage, Statement, Support
from generator.model.facts import Dossier
from generator.model.text import EntryId, SourceId, Span
from generator.read.corpus import read
from generator.verify.dossier import kin, verify
from tests.support.dossiers import verified
from tests.support.projects import BASE, ROOT, SUBJECT, copy_of, overlay
from tests.support.proofs import some_evidence

HERALD, GAZETTE, COURIER, OTHER = map(SourceId, ("herald", "gazette", "courier", "other"))
NAMES = (COURIER, GAZETTE, HERALD, OTHER)


def a_statement(*sources: SourceId) -> Statement:
    evidence = tuple(some_evidence(name, "They", f"q-{number}") for number, name in enumerate(sources))
    return Statement(
        "They met.", evidence, None if evidence else "Ours.", (), Span.at("content/timeline.yml")
    )


def a_copy(first: SourceId, second: SourceId) -> CopiedPassage:
    return CopiedPassage(first, second, (0, 200), (10, 210), 40)


def of_the_subject() -> Dossier:
    dossier, _ = verified(SUBJECT)
    return dossier


def test_a_planted_copy_connects_its_two_sources_and_no_others() -> None:
    """The second subject has one copied passage; our own sources have none."""
    dossier = of_the_subject()
    assert [(copy.first, copy.second, copy.words >= 44) for copy in dossier.copies] == [
        ("harbour-notes", "port-amery-report", True)
    ]
    assert {name for name in dossier.kin if dossier.kin[name] != name} == {"port-amery-report"}
    own, _ = verified(ROOT)
    assert own.copies == ()
    assert all(name == first for name, first in own.kin.items())


def test_sources_that_share_a_passage_count_once() -> None:
    """The note on the harbour sheet quotes both ends of the copied passage."""
    dossier = of_the_subject()
    statement = dossier.sources[SourceId("harbour-notes")].problems[1]
    support = dossier.support(statement)
    assert support.sources == (SourceId("harbour-notes"), SourceId("port-amery-report"))
    assert (support.independent, support.least) == (1, 1)


def test_a_source_that_is_cited_twice_counts_once() -> None:
    """Two quotations of one article are one source."""
    dossier = of_the_subject()
    result = dossier.events[next(iter(dossier.events))].summary
    assert dossier.support(result).independent == 1
    twice = a_statement(HERALD, GAZETTE, HERALD)
    assert dossier.support(twice) == Support((HERALD, GAZETTE), 2)


def test_what_cites_nothing_has_no_support() -> None:
    """The editor's own is nobody's support."""
    assert of_the_subject().support(a_statement()) == Support((), 0)


def test_sources_are_kin_through_others() -> None:
    """A copy of a copy is no witness either; the first of the group stands for it."""
    found = [a_copy(GAZETTE, HERALD), a_copy(COURIER, HERALD)]
    assert kin(NAMES, found) == {COURIER: COURIER, GAZETTE: COURIER, HERALD: COURIER, OTHER: OTHER}
    assert kin(NAMES, found[::-1]) == kin(NAMES, found)
    assert kin(NAMES, []) == {name: name for name in NAMES}


def test_an_edited_copy_changes_the_count(tmp_path: Path) -> None:
    """Two papers of which one takes over the report of the other are one source."""
    project = copy_of(BASE, tmp_path / "project")
    report = (project / "sources" / "herald.md").read_text(encoding="utf-8")
    copied = (
        report.split("---\n")[2].replace("spoke for two hours", "spoke for long").replace("frank", "open")
    )
    overlay(project, {"sources/gazette.md": _with_passage(project / "sources" / "gazette.md", copied)})
    corpus, problems = read(project)
    assert corpus is not None
    assert problems == ()
    dossier, _ = verify(corpus)
    line = dossier.briefings[EntryId("lake-level")].sections[0].statements[0]
    support = dossier.support(line)
    assert (support.sources, support.independent, support.least) == ((HERALD, GAZETTE), 1, 1)


def _with_passage(path: Path, passage: str) -> str:
    return f"{path.read_text(encoding='utf-8')}\n{passage}"
