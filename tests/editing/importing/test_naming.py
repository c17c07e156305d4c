"""Ids, short names and titles of imported sources."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.editing.importing.naming import LONGEST_ID, LONGEST_TITLE, new_id, title_of_text
from generator.model.content import LONGEST_SHORT
from generator.model.dates import Date, parse
from generator.model.text import INDEX, is_device, is_slug
from generator.text.short_names import short_name


def day(text: str | None) -> Date | None:
    return parse(text) if text else None


@pytest.mark.parametrize(
    ("publisher", "issued", "title", "id"),
    [
        ("The Herald", "2023-03-10", "Towns meet over the lake", "herald-2023-03-10"),
        ("The Herald", "2023-03~", "Towns meet", "herald-2023-03"),
        ("The Herald", None, "Towns meet over the lake", "herald-towns-meet-over-the-lake"),
        (None, "2023-03-10", "Towns meet over the lake", "towns-meet-over-the-lake"),
        ("Institute for the Economics of Lakes", "2023-03-10", "x", "institute-for-the-economics-2023-03-10"),
        ("A" * 50, "2023-03-10", "x", "a" * 29 + "-2023-03-10"),
        ("Agence d’Été", "2023", "x", "agence-dete-2023"),
        ("新湖日报", "2023-03-10", "x", "xin-hu-ri-bao-2023-03-10"),
        (None, None, "两镇商谈湖水", "liang-zhen-shang-tan-hu-shui"),
        (
            None,
            None,
            "The U.S. and the lake that nobody wants to share with the",
            "us-and-the-lake-that-nobody-wants",
        ),
        (None, None, "…", "article"),
        (None, None, "Index", "index-2"),
        (None, None, "Aux", "aux-2"),
    ],
)
def test_an_id_is_of_publisher_and_day_or_of_the_title(
    publisher: str | None, issued: str | None, title: str, id: str
) -> None:
    """In plain letters, whatever the script; no small word at its end."""
    assert new_id(publisher, day(issued), title, ()) == id


def test_a_second_article_of_the_day_has_words_of_its_title_too() -> None:
    """Then a number."""
    taken = ["herald-2023-03-10"]
    for wanted in ("herald-2023-03-10-towns-meet", "towns-meet", "towns-meet-2", "towns-meet-3"):
        taken.append(new_id("The Herald", day("2023-03-10"), "Towns meet", taken))
        assert taken[-1] == wanted


@given(st.text(), st.text(max_size=30), st.sampled_from([None, "2023", "2023-03-10", "../2023"]))
def test_whatever_an_article_is_called_it_gets_an_id_and_names(
    title: str, publisher: str, issued: str | None
) -> None:
    """Ids that are allowed, short names and titles that are short."""
    id = new_id(publisher, day(issued), title, ("article",))
    assert is_slug(id)
    assert len(id) <= LONGEST_ID
    assert id != INDEX
    assert not is_device(id)
    assert len(short_name(publisher, day(issued), title)) <= LONGEST_SHORT
    assert len(title_of_text(title)) <= LONGEST_TITLE + 3


@pytest.mark.parametrize(
    ("publisher", "issued", "title", "short"),
    [
        ("The Herald", "2023-03-10", "Towns meet over the lake", "Herald, 10 March 2023"),
        ("The Herald", None, "Towns meet: what comes next", "Herald, Towns meet"),
        ("Herald", None, "What the towns will do with all of the water", "Herald, towns do all"),
        (None, None, "Towns meet over the lake", "Towns meet lake"),
        (
            "A very long name of a very learned society",
            "2023-03-10",
            "x",
            "A very long name of a, 10 March 2023",
        ),
        (None, None, "两镇商谈湖水分配问题的最新进展", "两镇商谈湖水分配问题的最新进展"),
    ],
)
def test_a_short_name_is_of_publisher_and_day_or_subject(
    publisher: str | None, issued: str | None, title: str, short: str
) -> None:
    """The words by which an editor would call it."""
    assert short_name(publisher, day(issued), title) == short


def test_an_untitled_article_is_called_by_its_first_words_in_brackets() -> None:
    """Nobody takes them for a headline; they are cut at a word."""
    assert title_of_text("It fell. Then it rose.") == "[It fell]"
    text = "The lake has fallen by two metres since the spring of the year in which the towns first met."
    assert title_of_text(text) == "[The lake has fallen by two metres since the spring of the year in…]"
