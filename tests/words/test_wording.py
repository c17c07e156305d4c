"""Whole sentences, plurals, dates, numbers and lists, in the language of the site."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.dates import PartialDate, parse, spoken
from generator.model.runs import Link, Plain, Target
from generator.words import NoWords, Words, catalogue, language_of, words_in

HEAD = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
ENGLISH = """msgid "sees"
msgstr "{who} sees {what}."

msgid "lakes"
msgid_plural "lakes"
msgstr[0] "{n} lake"
msgstr[1] "{n} lakes"

msgid "lakes.none"
msgstr "no lake"

msgid "only-english"
msgstr "only English"
"""
GERMAN = """msgid "sees"
msgstr "{what} sieht {who}."

msgid "lakes"
msgid_plural "lakes"
msgstr[0] "{n} See"
msgstr[1] "{n} Seen"
"""


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Words, Words]:
    """English and German of a few messages."""
    for language, messages in (("en", ENGLISH), ("de", GERMAN)):
        (tmp_path / language).mkdir()
        text = HEAD.format(language) + messages
        (tmp_path / language / catalogue.FRAME).write_text(text, encoding="utf-8")
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    both = (catalogue.catalogue.__wrapped__("en"), catalogue.catalogue.__wrapped__("de"))
    return Words("en", both[0], both[0]), Words("de", both[1], both[0])


def test_a_message_is_a_whole_sentence_with_places(small: tuple[Words, Words]) -> None:
    """Each language has its own order."""
    english, german = small
    assert english("sees", who="Ada", what="it") == "Ada sees it."
    assert german("sees", who="Ada", what="es") == "es sieht Ada."


def test_what_fills_a_place_is_never_read_as_a_message(small: tuple[Words, Words]) -> None:
    """Braces in the words of a source stay braces."""
    assert small[0]("sees", who="{what}", what="{0.__class__}") == "{what} sees {0.__class__}."


def test_a_message_of_runs_keeps_links_in_their_places(small: tuple[Words, Words]) -> None:
    """What is plain on both sides of a place is joined."""
    link = Link("the lake", Target("glossary", "lake"))
    assert small[0].runs("sees", who="Ada", what=link) == (Plain("Ada sees "), link, Plain("."))
    assert small[1].runs("sees", who="Ada", what=(link, Plain("!"))) == (link, Plain("! sieht Ada."))


def test_a_language_may_write_a_label_small_within_a_sentence() -> None:
    """English does; German, where nouns keep their capital, does not."""
    assert words_in("en")("print.table.same", column="Status", value="Open") == "status: Open"
    assert words_in("de")("print.table.same", column="Stand", value="Offen") == "Stand: Offen"


def test_a_number_chooses_the_form_and_none_may_have_its_own(small: tuple[Words, Words]) -> None:
    """Numbers are written with the groups of the language."""
    english, german = small
    assert [english("lakes", n=n) for n in (0, 1, 2, 1234)] == ["no lake", "1 lake", "2 lakes", "1,234 lakes"]
    assert [german("lakes", n=n) for n in (1, 2, 1234)] == ["1 See", "2 Seen", "1.234 Seen"]


def test_what_a_language_lacks_is_said_in_english(small: tuple[Words, Words]) -> None:
    """A message that there is in no language is a fault of the program."""
    assert small[1]("only-english") == "only English"
    with pytest.raises(KeyError):
        small[1]("nowhere")
    with pytest.raises(KeyError):
        small[0]("sees", who="Ada")
    with pytest.raises(KeyError):
        small[0]("lakes")


@given(
    st.dates(min_value=PartialDate(1).earliest()),
    st.dates(min_value=PartialDate(1).earliest()),
    st.sampled_from(["", "~", "?", "%"]),
    st.sampled_from([4, 7, 10]),
)
def test_english_dates_are_those_of_messages(first: object, last: object, mark: str, length: int) -> None:
    """Pages and diagnostics write one date in one way."""
    start, end = sorted((str(first), str(last)))
    for text in (
        f"{start[:length]}{mark}",
        f"{start[:length]}{mark}/{end[:length]}{mark}",
        f"../{end}",
        f"{start}/..",
    ):
        assert words_in("en").date(parse(text)) == spoken(parse(text))


def test_dates_are_written_as_the_language_writes_them() -> None:
    """Patterns and months are those of Unicode's CLDR."""
    german = words_in("de")
    dates = ("2025-06-09/2025-06-10", "2025-05-30~/2025-06-02~", "2025-06?", "../2025", "2025-01-05")
    assert [german.date(parse(date)) for date in dates] == [
        "9.–10. Juni 2025",
        "ca. 30. Mai – 2. Juni 2025",
        "Juni 2025 (unsicher)",
        "bis 2025",
        "5. Januar 2025",
    ]


def test_lists_end_as_the_language_ends_them() -> None:
    """No comma before the last in English, as everywhere on the pages."""
    assert words_in("en").listed(["a", "b", "c"]) == "a, b and c"
    assert words_in("de").listed(["a", "b", "c"], of_choices=True) == "a, b oder c"


def test_a_region_is_served_by_its_language() -> None:
    """A language without words is refused, by name."""
    assert language_of("de-AT") == "de"
    assert language_of("EN") == "en"
    with pytest.raises(NoWords, match="tlh"):
        words_in("tlh")
