"""How much of a source may be quoted, and what counts."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.diagnostics import Diagnostic
from generator.model.evidence import Evidence
from generator.model.facts import Dossier, all_statements
from generator.model.sources import QuoteBudget
from generator.model.text import SourceId
from generator.read.corpus import read
from generator.verify.checks.sources import quotations_stay_within_their_budget
from generator.verify.dossier import verify
from tests.support.dossiers import verified
from tests.support.projects import BASE, SUBJECT, copy_of, overlay

LONG = {"sources/herald.md": {"old": "rights: full", "new": "rights: quote"}}


def over_budget(dossier: Dossier, words: int, percent: int = 100) -> list[Diagnostic]:
    limited = replace(dossier, quote_budget=QuoteBudget(words, percent))
    return list(quotations_stay_within_their_budget(limited))


@pytest.mark.parametrize(
    ("words", "percent", "total", "allowed"),
    [(90, 10, 2_000, 90), (90, 10, 400, 40), (90, 10, 5, 0), (90, 100, 50, 50), (0, 10, 999, 0)],
)
def test_the_smaller_limit_holds(words: int, percent: int, total: int, allowed: int) -> None:
    """Ninety words, or ten percent, whichever is less."""
    assert QuoteBudget(words, percent).of(total) == allowed


def test_the_budget_is_exact(tmp_path: Path) -> None:
    """As many words as are quoted may be quoted, and not one more."""
    dossier = _quoted(tmp_path)
    source = dossier.sources[SourceId("herald")]
    used = len(_words_quoted(dossier))
    assert over_budget(dossier, used) == []
    (problem,) = over_budget(dossier, used - 1)
    assert problem.code == "rights-budget"
    assert problem.message.startswith(f"the site quotes {used} of the 75 words")
    assert problem.span == source.span
    counts = [int(related.message.split()[0]) for related in problem.related]
    assert counts == sorted(counts, reverse=True)
    assert len(counts) == 3


def test_a_word_counts_once_however_often_it_is_quoted(tmp_path: Path) -> None:
    """Quotations of the base overlap; the budget is for the words that readers get to see."""
    dossier = _quoted(tmp_path)
    cited = sum(len(item.exact.split()) for item in _evidence(dossier))
    assert len(_words_quoted(dossier)) < cited


def test_sources_that_may_be_shown_whole_have_no_budget() -> None:
    """Neither `full` nor `summary` are limited; the second subject limits one note, in its mkdocs.yml."""
    dossier, problems = verified(SUBJECT)
    assert dossier.quote_budget == QuoteBudget(150, 75)
    assert not any(problem.code == "rights-budget" for problem in problems)
    assert [problem.message for problem in over_budget(dossier, 0)] == [
        "the site quotes 138 of the 192 words of “institute-note”, but may quote 0"
    ]


def _quoted(folder: Path) -> Dossier:
    """The base, of whose longer source only quotations may be shown."""
    project = copy_of(BASE, folder / "project")
    overlay(project, LONG)
    corpus, _ = read(project)
    assert corpus is not None
    return verify(corpus)[0]


def _evidence(dossier: Dossier) -> list[Evidence]:
    statements = all_statements(dossier)
    return [item for statement in statements for item in statement.evidence if item.source == "herald"]


def _words_quoted(dossier: Dossier) -> list[str]:
    """Counted letter by letter, unlike in the rule: the words of which some quotation holds a letter."""
    text = dossier.sources[SourceId("herald")].body.text
    shown = {at for item in _evidence(dossier) for start, end in item.ranges for at in range(start, end)}
    return [word.group() for word in re.finditer(r"\S+", text) if shown & set(range(*word.span()))]
