"""A seal as it is made from a summary and its article."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from generator.editing.seal_text import text_of
from generator.model.seals import Seal, SealedSentence
from tests.editing.seals.builders import (
    ARTICLE,
    BODY,
    PLACES,
    a_project,
    a_summary,
    at,
    cite,
    sealing_of,
    write,
)

CITED = '{{source: bridge, exact: "put the cost at 34 million pounds", article: "{words}"}}'


def reviewed(seal: Seal) -> Seal:
    """The seal with all its places read by somebody."""
    return replace(seal, sentences=tuple(replace(each, reviewed=True) for each in seal.sentences))


def resealed(project: Path, body: str) -> dict[str, SealedSentence]:
    """The sentences of the seal after the summary became this text, by where they stand."""
    write(project, reviewed(sealing_of(project).seal))
    (project / "sources" / "bridge.md").write_text(a_summary(body), encoding="utf-8")
    sentences = sealing_of(project).seal.sentences
    return {f"{each.at.paragraph}.{each.at.sentence}": each for each in sentences}


def test_each_sentence_is_proposed_a_place(tmp_path: Path) -> None:
    """By shared words, names, numbers and order; nobody has reviewed it."""
    seal = sealing_of(a_project(tmp_path)).seal
    assert {each.at: each.article for each in seal.sentences} == {
        at(own): (at(other),) for own, other in PLACES.items()
    }
    assert not any(each.reviewed for each in seal.sentences)


def test_headings_and_links_of_the_page_are_no_paragraphs(tmp_path: Path) -> None:
    """Paragraphs are numbered as a reader counts them."""
    assert sealing_of(a_project(tmp_path)).seal.paragraphs == 2


def test_a_review_is_kept_while_its_sentence_stands(tmp_path: Path) -> None:
    """Also if another sentence comes before it."""
    body = BODY.replace("Tom Reed, the", "It was a warm day. Tom Reed, the")
    found = resealed(a_project(tmp_path), body)
    assert found["2.2"].reviewed
    assert found["2.2"].article == (at("2.1"),)
    assert not found["2.1"].reviewed


def test_a_changed_sentence_keeps_its_place_and_loses_its_review(tmp_path: Path) -> None:
    """What was corrected by hand is not proposed anew."""
    project = a_project(tmp_path)
    seal = sealing_of(project).seal
    odd = tuple(
        replace(each, article=(at("2.2"),)) if each.at == at("1.3") else each for each in seal.sentences
    )
    write(project, replace(seal, sentences=odd))
    body = BODY.replace("according to her", "she said")
    (project / "sources" / "bridge.md").write_text(a_summary(body), encoding="utf-8")
    sentence = next(each for each in sealing_of(project).seal.sentences if each.at == at("1.3"))
    assert sentence.article == (at("2.2"),)
    assert not sentence.reviewed


def test_quoted_speech_is_sealed(tmp_path: Path) -> None:
    """With its sentence, the first of its words, and that the article prints it as speech."""
    (words,) = sealing_of(a_project(tmp_path)).seal.printed
    assert (words.at, words.first, words.words, words.is_speech) == (at("1.3"), 2, 3, True)


def test_cited_words_are_sealed(tmp_path: Path) -> None:
    """They are no speech."""
    project = a_project(tmp_path)
    cite(project, CITED.format(words="cost 34 million pounds"))
    (words, _) = sealing_of(project).seal.printed
    assert (words.at, words.first, words.words, words.is_speech) == (at("1.2"), 2, 4, False)


def test_words_shown_twice_count_once(tmp_path: Path) -> None:
    """Of words that overlap, each counts once; three more are quoted speech."""
    project = a_project(tmp_path)
    cite(project, CITED.format(words="cost 34 million pounds"))
    cite(project, CITED.format(words="cost 34 million pounds"))
    cite(project, CITED.format(words="million pounds, far more"))
    assert sealing_of(project).seal.words_in_use() == 6 + 3


def test_words_that_the_article_lacks_are_told(tmp_path: Path) -> None:
    """With the fix, if only capitals and marks differ."""
    project = a_project(tmp_path)
    cite(project, CITED.format(words="Cost 34 million pounds"))
    (problem,) = sealing_of(project).problems
    assert problem.code == "original-lacks-words"
    assert [edit.text for edit in problem.edits] == ['"cost 34 million pounds"']


def test_a_seal_holds_no_sentence_of_the_article(tmp_path: Path) -> None:
    """No three words in a row but names."""
    text = text_of(sealing_of(a_project(tmp_path)).seal)
    words = [word for word in re.findall(r"\w+", ARTICLE)]
    runs = {" ".join(words[start : start + 3]) for start in range(len(words) - 2)}
    body = " ".join(re.findall(r"\w+", text.split("version:")[1]))
    assert not [run for run in runs if run in body]


def test_the_same_seal_has_the_same_bytes(tmp_path: Path) -> None:
    """Whenever it is made."""
    project = a_project(tmp_path)
    assert text_of(sealing_of(project).seal) == text_of(sealing_of(project).seal)
