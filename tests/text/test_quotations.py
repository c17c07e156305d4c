"""Promises of looking quotations up."""

from __future__ import annotations

import pytest

from generator.text.quotations import Absent, Ambiguous, Found, locate
from generator.text.tokens import is_boundary, normalise
from tests.text.builders import a_source, printed

STORY = a_source(
    "Prices rose 34.5% in May, said “Mr\u00a0Quist”—not the 5.4% of April.",
    "The end of the\n story came at 1,190 metres, where nobody’s ship had been;"
    " the end of the day came later.",
)


def test_exact_words_are_found_where_they_stand() -> None:
    """The ranges are code points of the source's own text, without white space at their edges."""
    place = locate("  The end of the story ", None, None, STORY)
    assert isinstance(place, Found)
    assert place.paragraph == 2
    assert printed(place, STORY) == ["The end of the\n story"]


def test_typography_makes_no_difference() -> None:
    """An author may type plain marks for the source's typographic ones, and the reverse."""
    assert printed(locate('said "Mr Quist"-not', None, None, STORY), STORY) == ["said “Mr\u00a0Quist”—not"]
    assert printed(locate("nobody's ship", None, None, STORY), STORY) == ["nobody’s ship"]
    plain = a_source('He said "no" - twice.')
    assert printed(locate("said “no” – twice", None, None, plain), plain) == ['said "no" - twice']


@pytest.mark.parametrize(
    "quotation",
    [
        "Prices rose 35.5% in May",
        "Prices rose 34.5% in June",
        "Prices fell 34.5% in May",
        "prices rose 34.5% in May",
        "Prices rose 34.5 % in May",
        "Mr Quest",
        "not the 5.4 of April",
        "May, said Mr Quist",
        "the story came at 1190 metres",
    ],
)
def test_a_change_is_never_accepted(quotation: str) -> None:
    """One changed figure, name, word, case or comma, and the words are absent."""
    assert locate(quotation, None, None, STORY) == Absent(())


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("up 34.5% in May", "4.5% in May"),
        ("up 34.5% in May", "5%"),
        ("up 34.5% in May", "up 34"),
        ("up 34.5% in May", "up 34.5"),
        ("up .5% in May", "5% in May"),
        ("up 5 % in May", "up 5"),
        ("all 1,190 metres", "90"),
        ("all 1,190 metres", "190 metres"),
        ("all 1\u2009190 metres", "190 metres"),
        ("all 1\u00a0190 metres", "all 1"),
        ("about 90.5 days", "90"),
        ("fell to −5 degrees", "5 degrees"),
        ("fell to -5 degrees", "5 degrees"),
        ("from 20–30 days", "30 days"),
        ("at 12:30 sharp", "30 sharp"),
        ("cost US$5 each", "$5 each"),
        ("cost $5 each", "5 each"),
        ("the F-35 jet", "35 jet"),
        ("some 3½ days", "some 3"),
        ("the ending", "end"),
        ("the ending", "the end"),
        ("a non-binding deal", "binding deal"),
        ("a non‑binding deal", "binding deal"),
        ("the ex-minister", "minister"),
        ("they can’t agree", "they can"),
        ("Mr O’Brien came", "Brien came"),
        ("增长三十四%", "十四%"),
        ("共10万人", "共10"),
    ],
)
def test_tokens_are_not_cut(text: str, cut: str) -> None:
    """A quotation begins and ends where tokens do, so no figure or negation is cut in two."""
    assert locate(cut, None, None, a_source(text)) == Absent(())


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("up 34.5% in May.", "34.5%"),
        ("up 34.5% in May.", "May"),
        ("It was 90.", "90"),
        ("(90) of them", "90"),
        ("fell to −5 degrees", "-5 degrees"),
        ("in 2025—90 percent", "90 percent"),
        ("the deal—signed in haste—held", "signed in haste"),
        ("Velmark’s ships", "Velmark"),
        ("Velmark’s ships", "ships"),
        ("the boats’ crews", "boats"),
        ("‘we agree’, he said", "we agree"),
        ("中国的产量占90%以上", "产量"),
        ("中国的产量占90%以上", "90%"),
        ("the F-35 jet", "F-35"),
        ("yes; no", "no"),
    ],
)
def test_whole_tokens_are_found(text: str, whole: str) -> None:
    """Punctuation, white space, dashes and a possessive end part tokens; Chinese needs none of them."""
    assert isinstance(locate(whole, None, None, a_source(text)), Found)


def test_repeated_words_are_ambiguous() -> None:
    """All places are counted, and the first are told as paragraph and code point."""
    source = a_source("the end. the end.", "the end")
    assert locate("the end", None, None, source) == Ambiguous(3, ((1, 0), (1, 9), (2, 19)))


def test_prefix_and_suffix_tell_repeated_words_apart() -> None:
    """They touch the words, but for white space, and may reach over a paragraph's edge."""
    source = a_source("one the end. two the end", "the end", "of it")
    assert locate("the end", "two", None, source) == Found(1, ((17, 24),))
    assert locate("the end", "tw", None, source) == Absent(((1, 4), (1, 17), (2, 26)))
    assert locate("the end", None, ".", source) == Found(1, ((4, 11),))
    assert locate("the end", None, "of", source) == Found(2, ((26, 33),))
    assert locate("the end", "the end", " of it ", source) == Found(2, ((26, 33),))
    assert isinstance(locate("the end", "", " ", source), Ambiguous)


def test_pieces_stand_in_order_in_one_paragraph() -> None:
    """`[…]` leaves words out, in any of its spellings; each piece has its range."""
    for quotation in ("Prices […] May [...] April", "[…] Prices [ … ] May […] April […]"):
        assert printed(locate(quotation, None, None, STORY), STORY) == ["Prices", "May", "April"]
    assert locate("May […] Prices", None, None, STORY) == Absent(())
    assert locate("Prices […] story", None, None, STORY) == Absent(())
    assert locate("Prices rose 3 […] April", None, None, STORY) == Absent(())


def test_pieces_do_not_overlap() -> None:
    """A word cannot serve two pieces."""
    source = a_source("one two three")
    assert locate("one two […] two three", None, None, source) == Absent(())


def test_pieces_that_fit_in_several_ways_are_ambiguous() -> None:
    """Each way counts; prefix and suffix belong to the first and the last piece."""
    source = a_source("the cat and the dog and the cow")
    assert locate("the […] and", None, None, source) == Ambiguous(3, ((1, 0), (1, 12)))
    assert printed(locate("the […] and", None, "the cow", a_source("the cat and the cow")), source)
    assert locate("the […] and", "and", None, source) == Found(1, ((12, 15), (20, 23)))


def test_empty_quotations_are_absent() -> None:
    """Nothing is nowhere, also in an empty source."""
    assert locate(" […] ", None, None, STORY) == Absent(())
    assert locate("word", None, None, a_source()) == Absent(())
    assert locate("word", None, None, a_source("")) == Absent(())


def test_many_ways_do_not_take_long() -> None:
    """Counting the ways takes time by the length of the text, not by their number."""
    source = a_source("a " * 2_000)
    place = locate("a […] a […] a", None, None, source)
    assert isinstance(place, Ambiguous)
    assert place.count == 2_000 * 1_999 * 1_998 // 6
    assert locate("a […] a […] a […] b", None, None, source) == Absent(())


def test_a_boundary_is_everywhere_at_the_edges() -> None:
    """A text's own beginning and end part tokens."""
    assert is_boundary("ab", 0)
    assert is_boundary("ab", 2)
    assert not is_boundary("ab", 1)


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("up 10 - 20 percent", "20 percent"),
        ("up 10 – 20 percent", "10"),
        ("up ~5 percent", "5 percent"),
        ("up ≥5 percent", "5 percent"),
        ("um 34,5 Prozent", "5 Prozent"),
        ("um 34,5 Prozent", "34"),
        ("all 1\u00a0190 firms", "190 firms"),
        ("all 1\u2009190\u2009000 firms", "190 000 firms"),
        ("die 1.234.567 Tonnen", "234"),
        ("die 1.234.567 Tonnen", "234.567 Tonnen"),
        ("by 4.5 % now", "by 4.5"),
        ("km² 10²", "10"),
        ("in 3⅓ years", "3"),
    ],
)
def test_no_number_is_cut_out_of_another(text: str, cut: str) -> None:
    """Nor out of its range, nor from its sign."""
    assert isinstance(locate(cut, None, None, a_source(text)), Absent)


@pytest.mark.parametrize(
    ("text", "quotation"),
    [
        ("the agree\u00ad\nment holds", "the agreement holds"),
        ("oﬃcials were ﬁne", "officials were fine"),
        ("\u200fsaid\u200e so", "said so"),
        ("so on ... and on", "so on … and on"),
        ("对稀土实施\n出口管制措施", "对稀土实施出口管制措施"),
        ("the firms¹² said", "the firms said"),
        ("34 percent.[12] Firms", "34 percent. Firms"),
        ("34 percent.[12]", "34 percent.[12]"),
    ],
)
def test_what_was_pasted_is_found(text: str, quotation: str) -> None:
    """Broken words, ligatures, marks of direction, dots, lines of Han, footnotes; at the right place."""
    source = a_source(text)
    assert [normalise(each) for each in printed(locate(quotation, None, None, source), source)] == [
        normalise(quotation)
    ]
