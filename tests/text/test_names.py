"""Promises of finding names and terms."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.text import EntryId
from generator.text.names import Label, NameIndex, clashes, folded, is_exact, surface_forms
from generator.text.tokens import single_spaced
from tests.text.builders import texts


def a_label(
    entry: str, form: str, kind: Literal["label", "misspelling"] = "label", *, inflect: bool = False
) -> Label:
    return Label(EntryId(entry), form, kind, inflect, is_exact(form))


def found(text: str, *labels: Label) -> list[tuple[str, str]]:
    mentions = NameIndex.build(labels).mentions(text)
    return [(str(mention.entry), text[mention.start : mention.end]) for mention in mentions]


SALT = a_label("salt", "rare salt", inflect=True)


@pytest.mark.parametrize(
    "text",
    [
        "rare salt",
        "Rare salts",
        "RARE SALT",
        "rare-salt",
        "Rare\u2011salts",
        "rare\nsalts",
        "rare  salt",
        "ra\u00adre salt",
    ],
)
def test_case_number_and_joints_make_no_difference(text: str) -> None:
    """Any case, hyphen or space, singular or plural; the mention is what the text prints."""
    assert found(f"the {text}, too", SALT) == [("salt", text)]


@pytest.mark.parametrize(
    "text", ["rare salty", "rare saltses", "bare salt", "rare, salt", "rare\n\nsalt", "rare—salt"]
)
def test_only_whole_words_of_one_sentence_part_count(text: str) -> None:
    """A form begins and ends where words do, and nothing but hyphen or space stands inside it."""
    assert found(text, SALT) == []


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("licence", "licences"),
        ("licences", "licence"),
        ("country", "countries"),
        ("countries", "country"),
        ("day", "days"),
        ("tax", "taxes"),
        ("taxes", "tax"),
        ("prizes", "prize"),
        ("approaches", "approach"),
        ("movies", "movie"),
        ("process", "processes"),
        ("virus", "viruses"),
        ("EV", "EVs"),
    ],
)
def test_the_last_word_inflects(label: str, text: str) -> None:
    """Singular finds plural and plural singular."""
    assert found(f"the {text} here", a_label("x", label, inflect=True)) == [("x", text)]


@pytest.mark.parametrize("label", ["goods", "news", "customs"])
def test_a_word_without_singular_has_none(label: str) -> None:
    """“Goods” is not the plural of “good”."""
    assert surface_forms(a_label("x", label, inflect=True)) == (label,)


def test_names_do_not_inflect() -> None:
    """Only labels that say so are looked for in another number."""
    assert found("two Quists", a_label("quist", "Quist")) == []


@pytest.mark.parametrize("end", ["'s", "’s", "'", "’", "’ll", "’d"])
def test_a_possessive_is_no_part_of_the_mention(end: str) -> None:
    """With either apostrophe."""
    assert found(f"Quist{end} boat", a_label("quist", "Quist")) == [("quist", "Quist")]


@pytest.mark.parametrize("text", ["Xi'an", "O’Xi", "Xing", "XI", "xi", "maxi"])
def test_a_short_name_is_found_only_as_written(text: str) -> None:
    """Up to three letters, or capitals only: in this case of letters, and never inside another name."""
    assert found(f"to {text} then", a_label("xi", "Xi")) == []


def test_capitals_are_exact() -> None:
    """A label in capitals is not the common word."""
    fish = a_label("agency", "FISH")
    assert found("FISH and fish", fish) == [("agency", "FISH")]
    assert found("FISH and fish", fish, a_label("food", "fish catch"), a_label("animal", "Fish")) == [
        ("agency", "FISH"),
        ("animal", "fish"),
    ]


@pytest.mark.parametrize(
    ("form", "exact"),
    [
        ("US", True),
        ("Xi", True),
        ("He", True),
        ("NATO", True),
        ("F-35", True),
        ("U.S.", True),
        ("Fish", False),
        ("中国", True),
    ],
)
def test_exact_forms(form: str, exact: bool) -> None:
    """Capitals only, or up to three letters."""
    assert is_exact(form) is exact


def test_a_longer_alias_does_not_hide_a_shorter_one() -> None:
    """The longer form ends inside a word of the text, so the shorter one is found."""
    labels = (a_label("metal", "samarium"), a_label("magnet", "samarium magnet"))
    assert found("samarium magnets", *labels) == [("metal", "samarium")]
    assert found("samarium magnet", *labels) == [("magnet", "samarium magnet")]


def test_the_longest_form_that_starts_first_wins() -> None:
    """Mentions never share a word."""
    labels = (a_label("a", "north bank"), a_label("b", "bank holiday rules"), a_label("c", "north"))
    assert found("north bank holiday rules", *labels) == [("a", "north bank")]


def test_chinese_needs_no_boundary() -> None:
    """Names are found inside running Chinese, and beside it."""
    assert found("在中国US人", a_label("cn", "中国"), a_label("us", "US")) == [("cn", "中国"), ("us", "US")]


def test_misspellings_are_marked() -> None:
    """The mention says so, and a right form goes before a wrong one."""
    wrong = a_label("quist", "Quest", "misspelling")
    assert [mention.misspelt for mention in NameIndex.build([wrong]).mentions("Mr Quest")] == [True]
    assert found("a Quest", wrong, a_label("search", "quest")) == [("search", "Quest")]


def test_no_labels_find_nothing() -> None:
    """Neither do empty ones."""
    assert found("text") == []
    assert found("text", a_label("x", " ")) == []


def test_clashes_are_told_once() -> None:
    """Two entries with one form, whatever its case, joint or number; not a form against itself."""
    other = a_label("other", "Rare-salts")
    assert clashes([SALT, a_label("salt", "rare salts"), other]) == ((SALT, other),)
    assert clashes([a_label("a", "FISH"), a_label("b", "fish")]) == ()
    assert clashes([a_label("a", "US"), a_label("b", "us")]) == ()


@given(
    texts(),
    st.lists(
        st.sampled_from(["the end", "tariff", "Mr.", "US", "İ", "ß", "中国", "F-35", "5", "non"]), max_size=6
    ),
)
def test_mentions_never_overlap_and_are_forms(text: str, forms: list[str]) -> None:
    """Mentions come in order, share nothing, and their text folds to a form of their entry."""
    labels = [a_label(f"e{number}", form, inflect=True) for number, form in enumerate(forms)]
    free = 0
    for mention in NameIndex.build(labels).mentions(text):
        assert free <= mention.start < mention.end <= len(text)
        free = mention.end
        label = labels[int(mention.entry[1:])]
        words = single_spaced(text[mention.start : mention.end])
        assert folded(words) in {folded(form) for form in surface_forms(label)}


@given(texts())
def test_folding_keeps_every_place(text: str) -> None:
    """So that what is found in the folded text stands there in the text."""
    assert len(folded(text)) == len(text)
