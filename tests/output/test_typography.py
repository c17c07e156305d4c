"""Straight marks become those of the language, one for one, across the runs of a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.runs import Line, Plain, Quoted, Target, Term
from generator.output.typography import curled, typeset
from generator.words import words_in

ENGLISH, GERMAN = words_in("en"), words_in("de")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("China's limits", "China’s limits"),
        ('put off "for a year", he said', "put off “for a year”, he said"),
        ("called \"productive\" and 'fruitful'", "called “productive” and ‘fruitful’"),
        ('("ceasefire")', "(“ceasefire”)"),
        ("the sides' talks", "the sides’ talks"),
        ("in the '90s", "in the ’90s"),
        ("“already” curly’s", "“already” curly’s"),
        ('a 5" shell', "a 5” shell"),
        ("““Half a handshake”; talks open”", "“‘Half a handshake’; talks open”"),
        ('“"Half a handshake"; talks open”, 3 May', "“‘Half a handshake’; talks open”, 3 May"),
    ],
)
def test_marks_are_those_of_printers(typed: str, printed: str) -> None:
    """Opening, closing and apostrophes."""
    assert curled(typed, ENGLISH) == printed


def test_each_language_has_its_own_marks() -> None:
    """German opens below."""
    assert curled('das "Angebot"', GERMAN) == "das „Angebot“"


def test_within_a_quotation_marks_are_single() -> None:
    """The view puts the double ones around it."""
    line = Line((Quoted('once it is "firm", they go'),))
    assert typeset(line, ENGLISH).runs == (Quoted("once it is ‘firm’, they go"),)
    assert (
        curled("it could sail “within ten days”", ENGLISH, within=True) == "it could sail ‘within ten days’"
    )


def test_a_mark_looks_at_the_run_beside_it() -> None:
    """A term may stand between the marks."""
    term = Term("ceasefire", Target("glossary", "truce"), "")
    line = Line((Plain('the "'), term, Plain('" of Geneva')))
    set_line = typeset(line, ENGLISH)
    assert [run.text for run in set_line.runs if isinstance(run, Plain | Term)] == [
        "the “",
        "ceasefire",
        "” of Geneva",
    ]
    assert set_line.runs[1] == term


@given(st.text(alphabet="ab \"'“”’(-\n", max_size=30))
def test_places_stay_where_they_are(text: str) -> None:
    """One mark for one mark, nothing else changes, and no straight one is left."""
    found = curled(text, ENGLISH)
    assert len(found) == len(text)
    assert all(new == old or old in "\"'“”" for new, old in zip(found, text, strict=True))
    assert not {"'", '"'} & set(found)
    line = Line(tuple(Plain(piece) for piece in text))
    assert "".join(run.text for run in typeset(line, ENGLISH).runs if isinstance(run, Plain)) == found
