"""Readers of the whole sites; every test of this folder is slow."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.project import Project
from tests.support.readers import Reader, reading


def pytest_itemcollected(item: pytest.Item) -> None:
    """Leave the test out of `make test-fast`."""
    item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="module")
def reader(real: Project) -> Iterator[Reader]:
    """A reader of the real site."""
    with reading(real.site) as found:
        yield found


@pytest.fixture(scope="module")
def second_reader(second: Project) -> Iterator[Reader]:
    """A reader of the second subject's site."""
    with reading(second.site) as found:
        yield found
