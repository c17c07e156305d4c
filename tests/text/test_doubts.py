"""Promises of telling whose name a text prints."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.evidence import Doubt, DoubtfulMention, Mention
from generator.model.text import EntryId
from generator.text.names import Label, NameIndex, is_exact


def person(entry: str, *forms: str, titles: str = "") -> list[Label]:
    own = frozenset(" ".join((*forms, titles)).lower().split())
    return [
        Label(EntryId(entry), form, exact=is_exact(form), proper=True, person=True, own=own) for form in forms
    ]


def side(entry: str, *forms: str) -> list[Label]:
    own = frozenset(" ".join(forms).lower().split())
    return [Label(EntryId(entry), form, exact=is_exact(form), proper=True, own=own) for form in forms]


NAMES = NameIndex.build(
    [
        *person("ada-quist", "Ada Quist", "Quist", "Harbour Master Quist", titles="Harbour Master"),
        *person("li-feng", "Li Feng", "Li", "Vice Premier Li"),
        *side("norland", "Norland", "Norish"),
        *side("us", "US"),
    ]
)


def seen(text: str) -> dict[str, Doubt | None]:
    """The names that are found in a text, and the doubt about each."""
    return {
        text[each.start : each.end]: each.why if isinstance(each, DoubtfulMention) else None
        for each in NAMES.found(text)
    }


@pytest.mark.parametrize(
    "text",
    [
        "Quist said so.",
        "But Quist said so.",
        "Afterwards Quist went home.",
        "Mr Quist and Ms. Quist agree.",
        "The harbour's Quist spoke.",
        "Harbour Master Quist spoke.",
        "Foreign Minister Quist spoke.",
        "Ada Quist spoke on Monday.",
        "Quist Monday spoke.",
        "They met Quist.",
        "“Quist is right,” they say.",
        "QUIST SPEAKS AGAIN AND AGAIN",
        "the Quist administration",
        "the Quist-led group",
        "Quist Says New Tariffs Will Rise",
        "Norland's ministry and the Norish Foreign Ministry",
        "the US President and the US Treasury Secretary",
        "President Roe of Norland",
        "Parts of Norland's industry",
    ],
)
def test_titles_days_and_beginnings_make_no_other_name(text: str) -> None:
    """Such neighbours leave a name sure."""
    found = seen(text)
    assert found
    assert set(found.values()) == {None}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Eric Quist spoke.", Doubt.GIVEN_NAME),
        ("Ada Quist Jr. spoke.", Doubt.GENERATION),
        ("Ada Quist III spoke.", Doubt.GENERATION),
        ("the Quist Organisation", Doubt.LONGER_NAME),
        ("in Quist Tower", Doubt.LONGER_NAME),
        ("with Li Wei", Doubt.LONGER_NAME),
        ("cars of Li Auto", Doubt.LONGER_NAME),
        ("the South Norland Sea", Doubt.LONGER_NAME),
        ("the Norland Sea", Doubt.LONGER_NAME),
        ("the Bank of Norland", Doubt.LONGER_NAME),
        ("shares of US Steel", Doubt.LONGER_NAME),
    ],
)
def test_what_may_be_another_name_is_doubtful(text: str, why: Doubt) -> None:
    """Another given name, a generation or a longer name: whose it is, an editor settles."""
    assert set(seen(text).values()) == {why}


@pytest.mark.parametrize(
    "text",
    ["Hearts quist spades", "write to ada@quist.org", "www.us-norland.org", "see norland.example", "Li-ion"],
)
def test_a_common_word_or_an_address_is_no_name(text: str) -> None:
    """Without its capitals a name is another word; in an address it is part of that."""
    assert not any(why is None for why in seen(text).values())


def test_a_name_is_as_long_as_it_is_printed() -> None:
    """A title with a surname goes on with the given name that follows."""
    assert seen("Vice Premier Li Feng spoke.") == {"Vice Premier Li Feng": None}


def test_two_people_of_one_name_are_both_doubtful() -> None:
    """Neither is guessed; the longer name of each stays sure."""
    names = NameIndex.build(
        [*person("a", "Li Wei", "Minister Li Wei"), *person("b", "Li Wei", "Judge Li Wei")]
    )
    shared, sure = names.found("Li Wei met Judge Li Wei.")
    assert isinstance(shared, DoubtfulMention)
    assert shared.why is Doubt.SHARED
    assert isinstance(sure, Mention)
    assert sure.entry == "b"


PIECES = st.sampled_from(
    ["Quist", "Norland", "US", "Li", "-", " ", "of", "Bank", "Jr.", "\n", "'s", ".", "x" * 40, "—"]
)


@given(st.lists(PIECES, max_size=60).map("".join))
def test_hostile_neighbours_neither_break_nor_delay(text: str) -> None:
    """Whatever stands around a name, the mentions are in order, within the text, and apart."""
    begin = time.process_time()
    found = list(NAMES.found(text * 5))
    assert time.process_time() - begin < 1
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
    assert all(0 <= each.start < each.end <= len(text) * 5 for each in found)
