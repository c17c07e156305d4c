"""The table of page kinds: whole, and without two of anything that must be one."""

from __future__ import annotations

from dataclasses import MISSING, fields

import pytest

from generator.compose.compositions import COMPOSITIONS
from generator.model.kinds import (
    KINDS,
    Chapter,
    Kind,
    MainEntity,
    Menu,
    Names,
    Navigation,
    Schema,
    Search,
    Subject,
    for_every_kind,
)

RECORDS = (Kind, Names, Menu, Schema, Search, Chapter)


@pytest.mark.parametrize("record", RECORDS)
def test_no_property_of_a_kind_has_a_default(record: type) -> None:
    """One that is left out is an error at start."""
    for each in fields(record):
        assert each.default is MISSING, each.name
        assert each.default_factory is MISSING, each.name
        assert each.kw_only, each.name


def test_a_table_that_lacks_a_kind_is_refused_by_name() -> None:
    """What a stage does for each kind cannot forget one."""
    table = {kind: kind.key for kind in KINDS}
    assert for_every_kind(table) is table
    del table[KINDS.timeline]
    with pytest.raises(ValueError, match="nothing is said for pages of kind timeline"):
        for_every_kind(table)


def test_keys_and_addresses_stand_once() -> None:
    """Two kinds with one name or one address would take each other's pages."""
    kinds = tuple(KINDS)
    assert len({kind.key for kind in kinds}) == len(kinds)
    assert len({kind.address for kind in kinds}) == len(kinds)


def test_an_address_takes_an_id_if_and_only_if_it_has_one() -> None:
    """No page gets an address with a hole in it, or with an id too many; and the id is read back."""
    for kind in KINDS:
        if kind.has_ids:
            assert kind.id_of(kind.path("some-id")) == "some-id"
        assert kind.has_ids or kind.id_of(kind.path()) == ""
        with pytest.raises(ValueError, match="the address of a page of kind"):
            kind.path("" if kind.has_ids else "some-id")


def test_what_has_an_id_names_something_and_is_listed_by_one_index() -> None:
    """Readers reach each page of many, and the program knows what it is about."""
    for kind in KINDS:
        indexes = [index for index in KINDS if index.menu.lists == kind]
        assert len(indexes) == (1 if kind.has_ids else 0), kind.key
        assert kind.has_ids == (kind.names.subject is not Subject.NONE), kind.key


def test_only_one_page_is_the_first_and_only_one_defines_terms() -> None:
    """The ways of a page begin at one place, and terms are defined at one."""
    assert [kind for kind in KINDS if kind.is_first] == [KINDS.home]
    assert [kind for kind in KINDS if kind.defines_terms] == [KINDS.glossary]


def test_places_in_an_order_are_taken_once() -> None:
    """Chapters, groups of the find page and owners of statements have one order each."""
    for places in (
        [kind.chapter.order for kind in KINDS if kind.chapter],
        [kind.search.group for kind in KINDS if kind.search.group is not None],
        [kind.owner_rank for kind in KINDS if kind.owner_rank is not None],
    ):
        assert len(set(places)) == len(places)


def test_a_kind_has_the_functions_that_its_record_promises() -> None:
    """A group on the find page has its rows, and a page about a thing describes it."""
    for kind in KINDS:
        assert (kind.search.group is None) == (COMPOSITIONS[kind].found is None), kind.key
        if kind.schema.about is MainEntity.THING:
            assert COMPOSITIONS[kind].describes is not COMPOSITIONS[KINDS.about].describes, kind.key
        if kind.menu.position is Navigation.IN_GROUP:
            assert kind.has_ids, kind.key


def test_an_entry_has_at_most_one_kind_of_page() -> None:
    """A name leads to one place."""
    owned = [kind.names.entries for kind in KINDS if kind.names.entries]
    assert len(set(owned)) == len(owned)
