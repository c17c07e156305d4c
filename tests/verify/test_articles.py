"""What a seal proves of a citation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.model.evidence import Evidence
from generator.model.text import EventId
from generator.verify.dossier import verify
from tests.editing.seals.builders import a_project, at, cite, corpus_of, sealing_of, write


def evidence_of(project: Path) -> Evidence:
    """The citation of the summary, proved."""
    dossier, _ = verify(corpus_of(project))
    event = dossier.events[EventId("lake-round")]
    return next(each for each in event.summary.evidence if each.source == "bridge")


def sealed_project(folder: Path, citation: str) -> Path:
    """A project that cites the summary so, sealed after that."""
    project = a_project(folder)
    cite(project, citation)
    write(project, sealing_of(project).seal)
    return project


def test_evidence_tells_the_sentences_of_the_article(tmp_path: Path) -> None:
    """Those that the cited sentence sums up; none without a seal."""
    project = sealed_project(tmp_path, '{source: bridge, exact: "Tom Reed, the mayor of Downton"}')
    assert evidence_of(project).in_article == (at("2.1"),)
    (project / "sources" / "bridge.seal.yml").unlink()
    assert evidence_of(project).in_article == ()


def test_evidence_tells_words_of_the_article(tmp_path: Path) -> None:
    """As cited, with their sentence; they are no speech."""
    citation = (
        '{source: bridge, exact: "put the cost at 34 million pounds", article: "cost 34 million  pounds"}'
    )
    printed = evidence_of(sealed_project(tmp_path, citation)).printed
    assert printed is not None
    assert (printed.exact, printed.place, printed.is_speech) == ("cost 34 million pounds", at("1.2"), False)


def test_evidence_tells_speech(tmp_path: Path) -> None:
    """Words that the article prints between quotation marks."""
    citation = '{source: bridge, exact: "They had", article: "We waited nine years"}'
    printed = evidence_of(sealed_project(tmp_path, citation)).printed
    assert printed is not None
    assert printed.is_speech


def test_words_of_another_sentence_prove_nothing(tmp_path: Path) -> None:
    """Though the article prints them."""
    citation = '{source: bridge, exact: "put the cost at 34 million pounds", article: "stayed away"}'
    assert evidence_of(sealed_project(tmp_path, citation)).printed is None


def test_a_sentence_changed_since_it_was_sealed_has_no_place(tmp_path: Path) -> None:
    """Its place is not guessed."""
    project = sealed_project(tmp_path, '{source: bridge, exact: "the mayor of Downton"}')
    path = project / "sources" / "bridge.md"
    path.write_text(path.read_text(encoding="utf-8").replace("did not come", "kept away"), encoding="utf-8")
    assert evidence_of(project).in_article == ()


def test_a_moved_sentence_keeps_its_place(tmp_path: Path) -> None:
    """It is known by its fingerprint."""
    project = sealed_project(tmp_path, '{source: bridge, exact: "the mayor of Downton"}')
    path = project / "sources" / "bridge.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Tom Reed", "So it was. Tom Reed"), encoding="utf-8"
    )
    assert evidence_of(project).in_article == (at("2.1"),)


def test_longer_speech_is_allowed_and_counted(tmp_path: Path) -> None:
    """Outside the twelve words, inside the total."""
    project = sealed_project(tmp_path, '{source: bridge, exact: "They had", article: "We waited nine years"}')
    seal = sealing_of(project).seal
    assert seal.words_in_use() == 4
    longer = tuple(replace(each, words=20) for each in seal.printed if each.words == 4)
    write(project, replace(seal, printed=(*longer, *(each for each in seal.printed if each.words == 3))))
    _, problems = verify(corpus_of(project))
    codes = {problem.code for problem in problems}
    assert "article-words-budget" in codes
    assert "article-words-too-long" not in codes
