"""A seal held against its article by `briefing audit`: an article of ours, so that these tests always run."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.editing.sealed_article import seal_is_of_its_article
from generator.model.evidence import InArticle
from tests.editing.seals.builders import ARTICLE, a_project, cite, corpus_of, draft_of, sealing_of, write


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose summary is sealed, every place reviewed, with words of the article cited."""
    folder = a_project(tmp_path)
    cite(folder, '{source: bridge, exact: "put the cost at 34 million pounds", article: "cost 34"}')
    seal = sealing_of(folder).seal
    write(folder, replace(seal, sentences=tuple(replace(each, reviewed=True) for each in seal.sentences)))
    return folder


def audited(project: Path) -> set[str]:
    """The codes of what the audit finds."""
    originals = project.parent / "originals"
    options = ["audit", "-C", str(project), "--originals", str(originals), "--format", "json"]
    return {problem["code"] for problem in json.loads(CliRunner().invoke(main, options).stdout)}


def test_a_seal_of_its_article_passes(project: Path) -> None:
    """Nothing is found but what the summary leaves out."""
    assert {code for code in audited(project) if not code.startswith("summary-lacks-")} == set()


def test_any_changed_byte_of_a_seal_is_found(project: Path) -> None:
    """Each one, whether it stands in a fact, a fingerprint or a comment."""
    draft, corpus = draft_of(project), corpus_of(project)
    written = (project / "sources" / "bridge.seal.yml").read_bytes()
    assert not list(seal_is_of_its_article(draft, corpus, ARTICLE, written))
    for place in range(0, len(written), 97):
        changed = written[:place] + bytes([written[place] ^ 1]) + written[place + 1 :]
        assert list(seal_is_of_its_article(draft, corpus, ARTICLE, changed)), place


def test_any_changed_byte_of_an_article_is_found(project: Path) -> None:
    """By its checksum, which the summary gives."""
    path = project.parent / "originals" / "bridge.txt"
    written = path.read_bytes()
    for place in range(0, len(written), 61):
        path.write_bytes(written[:place] + bytes([written[place] ^ 1]) + written[place + 1 :])
        assert "original-changed" in audited(project), place


def test_a_forged_fact_is_found_though_its_checksum_was_renewed(project: Path) -> None:
    """What only the check would believe."""
    seal = draft_of(project).seal
    assert seal is not None
    passage = seal.passages[1]
    quantity = replace(passage.claim.quantities[0], low=Decimal(43), high=Decimal(43))
    claim = replace(passage.claim, quantities=(quantity,))
    write(
        project, replace(seal, passages=(seal.passages[0], replace(passage, claim=claim), *seal.passages[2:]))
    )
    assert "original-not-as-sealed" in audited(project)


def test_forged_words_are_found(project: Path) -> None:
    """A fingerprint of words that the article does not print."""
    seal = draft_of(project).seal
    assert seal is not None
    forged = replace(seal.printed[0], sha256="0" * 64)
    write(project, replace(seal, printed=(forged, *seal.printed[1:])))
    assert "original-not-as-sealed" in audited(project)


def test_a_place_that_the_article_does_not_have_is_found(project: Path) -> None:
    """A sentence tied to nothing proves nothing."""
    seal = draft_of(project).seal
    assert seal is not None
    first = replace(seal.sentences[0], article=(InArticle(9, 9),))
    write(project, replace(seal, sentences=(first, *seal.sentences[1:])))
    assert "seal-without-place" in audited(project)


def test_a_summary_without_a_seal_is_told(project: Path) -> None:
    """As a warning, as by the check."""
    (project / "sources" / "bridge.seal.yml").unlink()
    assert "seal-missing" in audited(project)
