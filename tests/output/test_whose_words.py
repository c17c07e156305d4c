"""Quotation marks hold only what an article prints or somebody said; our summaries never stand in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from generator.compose.edition import compose
from generator.model.kinds import Kind
from generator.model.pages import Edition
from generator.output.pdf.printer import Order, print_dossier
from generator.output.pictures import drawing
from generator.output.views import render
from tests.support.dossiers import edition, verified
from tests.support.pdfs import FORMS, SITE, printed, raw_text_of
from tests.support.projects import ROOT, SUBJECT
from tests.support.quotes import (
    Quotable,
    authored_runs,
    fours,
    long_runs,
    runs_in,
    squeezed,
    summary_runs,
    texts_in,
)

ARTICLES = ROOT.parent / "shared" / "articles"
LANGUAGES = ("en", "de")
EACH = pytest.mark.parametrize("project", [ROOT, SUBJECT], ids=["real", "second"])


@cache
def told_in(project: Path, language: str) -> Edition:
    """A project's edition with our words in a language."""
    return compose(replace(verified(project)[0], language=language))


def texts_of(whole: Edition) -> Iterator[str]:
    """All that the files of an edition show or tell, its pictures included."""
    for name, content in render(whole, SITE).items():
        if name.suffix not in (".css", ".js", ".sqlite"):  # the database holds the words of the tables
            yield from texts_in(name.name, content)
    for page in whole.pages:
        yield from drawing(whole, page).values()


@EACH
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_summary_stands_in_quotation_marks(project: Path, language: str) -> None:
    """Not four words of it, on no page and in no export, in no language; what it quotes itself apart."""
    whole, dossier = told_in(project, language), verified(project)[0]
    quotable, ours = Quotable(dossier, whole), summary_runs(dossier)
    assert ours
    runs = long_runs(texts_of(whole))
    assert runs
    assert [run for run in runs if not quotable.holds(run) and ours.intersection(fours(run))] == []


def test_what_stands_in_quotation_marks_is_printed_or_was_said() -> None:
    """By an article, in speech that an article or a statement quotes, or as a title."""
    quotable = Quotable(verified(ROOT)[0], edition(ROOT))
    assert [run for run in long_runs(texts_of(edition(ROOT))) if not quotable.holds(run)] == []


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the articles are not for publication")
def test_what_stands_in_quotation_marks_occurs_in_the_articles() -> None:
    """At least 97 of a hundred different runs; the speech that authors quote counts too, in any marks."""
    articles = "\n".join(squeezed(file.read_text(encoding="utf-8")) for file in ARTICLES.iterdir())
    titles = "\n".join(squeezed(title) for title in _titles(edition(ROOT)))
    runs = long_runs(texts_of(edition(ROOT))) | authored_runs(verified(ROOT)[0])
    known = [run for run in runs if squeezed(run.removesuffix("…")) in f"{articles}\n{titles}"]
    assert len(known) >= 0.97 * len(runs), sorted(runs - set(known))


def _titles(whole: Edition) -> Iterator[str]:
    yield from (page.title for page in whole.pages)
    yield from (item.title for item in whole.bibliography)


@pytest.mark.slow
@EACH
@pytest.mark.parametrize("kind", FORMS)
def test_no_summary_stands_in_quotation_marks_on_paper(project: Path, kind: Kind) -> None:
    """A briefing names the place in the article instead, or that the summary is ours."""
    _, content = printed(project, kind)
    assert _ours_quoted(project, raw_text_of(content)) == []


@pytest.mark.slow
@EACH
def test_no_summary_stands_in_quotation_marks_in_the_dossier(project: Path) -> None:
    """The book of an edition has every passage that its statements rest on."""
    made = print_dossier(edition(project), Order(SITE, "a4"))
    assert isinstance(made, bytes), made
    assert _ours_quoted(project, raw_text_of(made)) == []


def _ours_quoted(project: Path, text: str) -> list[str]:
    dossier = verified(project)[0]
    quotable, ours = Quotable(dossier, edition(project)), summary_runs(dossier)
    runs = [run for run in runs_in(" ".join(text.split())) if ours.intersection(fours(run))]
    return [run for run in runs if not quotable.holds(run)]
