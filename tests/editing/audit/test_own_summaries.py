"""The summaries of this repository and their seals, where their originals are at hand.

The articles are not ours to publish, so they are beside the repository, not in it: whoever has only the
repository cannot run these tests. Nothing is tested here alone. That audit finds what it should is tested on
articles of our own, which always runs (tests/editing/audit, tests/editing/seals); that our summaries say what
their articles say is checked by their seals, which needs no article (tests/verify/test_changed_summaries.py).
Only that the seals are of these very articles is proved here.
"""

from __future__ import annotations

import re
from functools import cache

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.editing.audit import audit
from generator.editing.originals import OriginalFolder
from generator.editing.sealed_article import seal_is_of_its_article
from generator.model.sources import SourceFile
from generator.read.corpus import read, seal_path
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


def test_the_seals_are_of_the_articles() -> None:
    """Made again from the articles, each is the same to the byte; and `briefing audit` finds no error."""
    corpus, _ = read(ROOT)
    assert corpus is not None
    for draft in corpus.sources:
        original = draft.file.bibliography.original
        assert original is not None
        assert draft.seal is not None
        text = OriginalFolder(ARTICLES).text_of(draft.file, original)
        assert isinstance(text, str), text
        written = (ROOT / seal_path(draft.file.id)).read_bytes()
        assert list(seal_is_of_its_article(draft, corpus, text, written)) == []
    result = CliRunner().invoke(main, ["audit", "-C", str(ROOT), "--originals", str(ARTICLES)])
    assert result.exit_code == 0, result.output


def test_the_repository_holds_no_sentence_of_the_articles() -> None:
    """A seal has facts and fingerprints: of four words in a row of an article, all but one are of names.

    An assertion's words stand by the alphabet: where the article's do too, by chance, no order is told.
    """
    for source, original in pairs():
        seal = (ROOT / seal_path(source.id)).read_text(encoding="utf-8").split("version:", 1)[1]
        written = " ".join(re.findall(r"\w+", seal))
        words = re.findall(r"\w+", original)
        runs = [words[start : start + 4] for start in range(len(words) - 3)]
        held = [run for run in runs if " ".join(run) in written and run != sorted(run)]
        assert not [run for run in held if sum(word.islower() for word in run) > 1]
