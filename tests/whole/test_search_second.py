"""The search on the second subject: the same mechanisms, other names, other scripts too."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.support.readers import Reader
from tests.support.searching import is_right, queries, search

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(second_reader: Reader) -> Page:
    """One page for all queries: loading it takes longer than searching."""
    return second_reader.open("")


@pytest.mark.parametrize("query", queries("second"), ids=lambda query: query["query"])
def test_a_query_finds_what_its_reader_looks_for(
    second_reader: Reader, page: Page, query: dict[str, Any]
) -> None:
    """Names, slips of the pen, titles, figures, dates and quoted words."""
    shown = search(page, query["query"])
    second_reader.assert_nothing_went_wrong()
    assert is_right(query, shown), shown[:4]
