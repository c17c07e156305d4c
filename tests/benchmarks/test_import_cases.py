"""The cases of `benchmarks/imports` are described as they are, and their scores count what they say."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.imports.__main__ import main
from benchmarks.imports.cases import HALVES, HERE, Case, MisdescribedCase, Truth, cases_in
from benchmarks.imports.reading import Reading
from benchmarks.imports.scoring import Score, score, words

CASES = cases_in(HERE)
TRUTH = Truth(
    title="Two bridges close",
    issued="2025-03-04",
    authors=("Ada Lovelace",),
    publisher=("The Mercury", "Mercury Group"),
    language="en",
    layout="plain",
    sentences=("Two bridges close today.", "Share prices did not move."),
    furniture=("Share", "Read more: A third bridge"),
)
READING = Reading(
    ("Two bridges close today. Share prices did not move.",),
    "Two bridges close",
    "2025-03-04T10:00",
    ("Lovelace, Ada",),
    ("Mercury",),
    "en-GB",
)


def a_score(reading: Reading, **truth: object) -> Score:
    """The reading judged by `TRUTH`, changed as given."""
    return score(Case(Path("a.html"), replace(TRUTH, **truth)), reading, 0.0)  # type: ignore[arg-type]  # fields of Truth


def squeezed(text: str, *, is_page: bool) -> str:
    """Letters and digits only: neither tags nor line ends nor hyphens at their ends part a sentence."""
    if is_page:
        text = html.unescape(re.sub(r"<!--.*?-->|</?[a-zA-Z][^>]*>", " ", text, flags=re.DOTALL))
    return "".join(words(text))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_what_the_truth_names_stands_in_the_file(case: Case) -> None:
    """Each sentence, subheading, optional line and line of furniture occurs, and sentences in this order."""
    whole = squeezed(case.text, is_page=case.is_page)
    truth = case.truth
    lines = (*truth.sentences, *truth.headings, *truth.either, *truth.furniture)
    assert [line for line in lines if squeezed(line, is_page=False) not in whole] == []
    at = -1
    for sentence in truth.sentences:
        at = whole.find(squeezed(sentence, is_page=False), at + 1)
        assert at >= 0, f"out of order: {sentence}"


def test_ids_and_sentences_are_unique() -> None:
    """Nothing apart was seen while tuning."""
    sentences = [line for case in CASES for line in case.truth.sentences if len(words(line)) > 6]
    for values in ([case.id for case in CASES], sentences):
        assert [value for value, times in Counter(values).items() if times > 1] == []


def test_furniture_is_not_the_body() -> None:
    """A line of furniture has words, and occurs oftener than in the body: a pull quote stands there twice."""
    for case in CASES:
        body = squeezed(" ".join((*case.truth.sentences, *case.truth.headings)), is_page=False)
        whole = squeezed(case.text, is_page=case.is_page)
        lines = {line: squeezed(line, is_page=False) for line in case.truth.furniture}
        assert [line for line, sought in lines.items() if whole.count(sought) <= body.count(sought)] == []
        assert all(lines.values())


@pytest.mark.parametrize("half", HALVES)
def test_each_half_holds_pages_and_pastes_in_many_languages(half: str) -> None:
    """What is measured apart can be worked on in the other half."""
    cases = cases_in(HERE / half)
    assert sum(case.is_page for case in cases) >= 32
    assert sum(not case.is_page for case in cases) >= 7
    assert {"en", "de", "fr", "es", "zh", "ja", "ko"} <= {case.truth.language for case in cases}


def test_a_right_reading_scores_full_marks() -> None:
    """Names may be turned round, dates may carry a time, and any name of the publisher will do."""
    right = a_score(READING)
    assert (right.f1, right.leaked, right.lost) == (1.0, (), ())
    assert right.right == {"title", "issued", "authors", "publisher", "language"}


def test_furniture_leaks_only_beyond_the_words_of_the_article() -> None:
    """“Share” in “Share prices” is no leak; the same word glued to a paragraph is one."""
    glued = replace(READING, paragraphs=("Share Two bridges close today. Share prices did not move.",))
    assert a_score(glued).leaked == ("Share",)
    assert a_score(glued).f1 < 1


def test_a_sentence_is_lost_if_a_word_is() -> None:
    """Half a sentence is not the sentence."""
    assert a_score(replace(READING, paragraphs=("Two bridges close. Share prices did not move.",))).lost == (
        "Two bridges close today.",
    )


def test_the_title_and_optional_lines_count_neither_way() -> None:
    """Keeping or leaving out a deck or the title repeated changes nothing."""
    more = replace(READING, paragraphs=(*READING.paragraphs, "Two bridges close", "Traffic | 12"))
    assert a_score(more, either=("Traffic 12",)).f1 == 1.0


def test_a_field_that_the_page_does_not_state_is_invented() -> None:
    """A publisher named as its own author is neither right nor invented."""
    assert a_score(READING, issued=None, authors=()).invented == {"issued", "authors"}
    assert a_score(replace(READING, authors=("Mercury",)), authors=()).invented == frozenset()


@pytest.mark.parametrize("change", [("title", "titel"), ("language", "")])
def test_a_misdescribed_case_is_refused(tmp_path: Path, change: tuple[str, str]) -> None:
    """A truth file with missing or unknown fields, or without its page, is told."""
    case = CASES[0]
    described = case.path.with_suffix(".yml").read_text(encoding="utf-8")
    file = tmp_path / f"{case.id}.yml"
    file.write_text(described, encoding="utf-8")
    with pytest.raises(MisdescribedCase, match="describes 0 files"):
        cases_in(tmp_path)
    file.with_suffix(".html").write_bytes(case.data)
    assert len(cases_in(tmp_path)) == 1
    file.write_text(
        re.sub(rf"^{change[0]}:", f"{change[1]}x:", described, flags=re.MULTILINE), encoding="utf-8"
    )
    with pytest.raises(MisdescribedCase, match=change[0]):
        cases_in(tmp_path)


@pytest.mark.parametrize("path", ["apart", str(HERE), str(HERE / "apart" / "any.yml")])
def test_what_is_kept_apart_is_never_shown(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No path shows the misses of the half that only measures."""
    with pytest.raises(SystemExit):
        main([path, "--show"])
    assert "kept apart" in capsys.readouterr().err
