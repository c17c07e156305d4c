"""The summaries of this repository, where their originals are at hand."""

from __future__ import annotations

from functools import cache

import pytest

from generator.editing.audit import audit
from generator.editing.originals import OriginalFolder
from generator.model.sources import SourceFile
from generator.read.corpus import read
from tests.editing.audit import changes
from tests.editing.audit.builders import a_summary, errors
from tests.support.projects import ROOT

ARTICLES = ROOT.parent / "shared" / "articles"

pytestmark = pytest.mark.skipif(
    not ARTICLES.is_dir(), reason="the articles are not ours to publish: ../shared/articles is not here"
)


@cache
def pairs() -> tuple[tuple[SourceFile, str], ...]:
    """Each summary with the text of its original."""
    corpus, _ = read(ROOT)
    assert corpus is not None
    found = []
    for draft in corpus.sources:
        original = draft.file.bibliography.original
        assert original is not None
        text = OriginalFolder(ARTICLES).text_of(draft.file, original)
        assert isinstance(text, str), text
        found.append((draft.file, text))
    return tuple(found)


def refused(source: SourceFile, text: str, original: str) -> bool:
    """Whether a summary with this text instead is refused."""
    title = source.bibliography.title.replace('"', "'")
    return bool(errors(a_summary(text, f'---\ntitle: "{title}"\nrights: summary\n'), original))


def test_the_summaries_are_clean() -> None:
    """Nothing invented, nothing copied."""
    assert len(pairs()) >= 5
    for source, original in pairs():
        assert errors(source, original) == []


def test_only_advertisements_are_missed() -> None:
    """What the summaries lack is no fact of an article: two advertisements of the same company."""
    lacking = [problem for source, original in pairs() for problem in audit(source, original)]
    assert [problem.code for problem in lacking] == ["summary-lacks-figure", "summary-lacks-name"]
    assert all("Industrial Monitor Direct" in (problem.help or "") for problem in lacking)


def test_a_changed_digit_is_refused() -> None:
    """Every digit, changed into every other."""
    for source, original in pairs():
        for text in changes.with_a_digit_changed(source):
            assert refused(source, text, original), text


def test_a_changed_name_is_refused() -> None:
    """Every name, at every place."""
    for source, original in pairs():
        for text in changes.with_a_name_changed(source):
            assert refused(source, text, original), text


def test_a_changed_quotation_is_refused() -> None:
    """Every word between quotation marks."""
    for source, original in pairs():
        for text in changes.with_a_quoted_word_changed(source):
            assert refused(source, text, original), text


def test_a_copied_sentence_is_refused() -> None:
    """Every sentence of the originals with more words than may be shared."""
    for source, original in pairs():
        for text in changes.with_a_sentence_copied(source, original):
            assert refused(source, text, original), text
