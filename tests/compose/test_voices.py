"""Whose words a note shows, and how many passages of a site are whose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from generator.compose.voices import counted, in_a_line, is_printed, note_lines, own_paragraph, told, worded
from generator.model.evidence import Evidence, InArticle, Printed, Voice
from generator.model.pages import NoteLine
from generator.model.runs import EditorMark, NoteRef, Quoted, ReviewMark, Run, Summarised
from generator.words import words_in
from tests.support.proofs import some_evidence

ENGLISH, GERMAN = words_in("en"), words_in("de")
OURS = some_evidence("herald", "The lake fell by 12 cm.", "q-1", voice=Voice.SUMMARY)
SEALED = replace(OURS, in_article=(InArticle(9, 1), InArticle(8, 2), InArticle(8, 3)))
PRINTED = replace(SEALED, printed=Printed("a fall of 12 cm", InArticle(8, 2)))
ARTICLES = some_evidence("courier", "It fell", "q-2", paragraph=3)


def test_an_articles_words_stand_in_their_sentence_with_the_cited_ones_marked() -> None:
    """A full stop around them is no sentence."""
    whole = replace(ARTICLES, sentence="It fell, she said.", within=((0, 7),))
    assert note_lines(ENGLISH, whole) == (NoteLine(Quoted("It fell, she said.", ((0, 7),)), "¶ 3", "¶ 3"),)
    assert Quoted("It fell, she said.", ((0, 7),)).pieces() == (("It fell", True), (", she said.", False))
    stopped = replace(ARTICLES, sentence="It fell.", within=((0, 7),))
    assert note_lines(ENGLISH, stopped) == (NoteLine(Quoted("It fell."), "¶ 3", "¶ 3"),)


@pytest.mark.parametrize(
    ("evidence", "english", "german", "at"),
    [
        (OURS, "Our summary", "Unsere Zusammenfassung", ""),
        (SEALED, "Our summary of article ¶ 8 and 9", "Unsere Zusammenfassung von Artikel ¶ 8 und 9", "¶ 8 "),
    ],
)
def test_a_summary_says_what_of_the_article_it_sums_up(
    evidence: Evidence, english: str, german: str, at: str
) -> None:
    """By the article's paragraphs, each once; never as a quotation."""
    for words, where in ((ENGLISH, english), (GERMAN, german)):
        (line,) = note_lines(words, evidence)
        assert (line.words, line.where) == (Summarised("The lake fell by 12 cm."), where)
        assert line.at[:4] == at


def test_words_of_the_article_come_before_our_summary() -> None:
    """Those of every citation of the passage; speech is called so."""
    spoken = Printed("we saw it fall", InArticle(9, 1), is_speech=True)
    assert note_lines(ENGLISH, PRINTED, [spoken]) == (
        NoteLine(Quoted("a fall of 12 cm"), "article ¶ 8", "¶ 8"),
        NoteLine(Quoted("we saw it fall"), "article ¶ 9, in quotation marks there", "¶ 9"),
        NoteLine(Summarised("The lake fell by 12 cm."), "Our summary of article ¶ 8 and 9", "¶ 8 and 9"),
    )


def test_a_summary_and_its_article_have_paragraphs_of_their_own() -> None:
    """A number alone is that of the text which is shown; beside a summary it says whose it is."""
    assert own_paragraph(ENGLISH, Voice.ARTICLE, 3) == "¶ 3"
    assert own_paragraph(ENGLISH, Voice.SUMMARY, 3) == "paragraph 3 of our summary"
    assert worded("coverage.deck", {Voice.ARTICLE}) == "coverage.deck"
    assert worded("coverage.deck", {Voice.SUMMARY}) == "coverage.deck.summaries"
    assert worded("coverage.deck", {Voice.ARTICLE, Voice.SUMMARY}) == "coverage.deck.both"


def texts(runs: Iterable[Run]) -> list[str]:
    return [run.text for run in runs if not isinstance(run, NoteRef | EditorMark | ReviewMark)]


def test_where_there_is_little_room_a_line_shows_what_an_article_prints() -> None:
    """Else our summary, as such."""
    assert texts(in_a_line(ENGLISH, PRINTED)) == ["a fall of 12 cm", " article ¶ 8"]
    assert texts(in_a_line(ENGLISH, ARTICLES)) == ["It fell"]
    assert texts(in_a_line(ENGLISH, OURS)) == ["Our summary: ", "The lake fell by 12 cm."]


def test_a_title_is_printed_only_where_an_article_has_it() -> None:
    """As far as its words are cited."""
    assert is_printed("fall of 12 cm", [OURS, PRINTED])
    assert not is_printed("12 cm", [SEALED])
    assert is_printed("it fell", [replace(ARTICLES, exact="and it fell again")])


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ([ARTICLES], "all in the articles’ own words"),
        ([OURS], "all in our summaries, which are not yet traced to the articles"),
        ([SEALED], "all in our summaries, all traced to their place in the article"),
        (
            [ARTICLES, SEALED, SEALED],
            "1 with words of the articles themselves, 1 in our summaries alone,"
            " all traced to their place in the article",
        ),
        (
            [PRINTED, OURS, replace(SEALED, anchor="q-3"), replace(OURS, anchor="q-4")],
            "1 with words of the articles themselves, 2 in our summaries alone,"
            " 1 of these traced to their place in the article",
        ),
    ],
)
def test_it_is_told_whose_words_the_passages_are(evidence: list[Evidence], expected: str) -> None:
    """Each counted once; one with words of the article counts as these."""
    assert told(ENGLISH, counted(evidence)) == expected
