"""Every test of this folder runs other programs, so it is slow."""

from __future__ import annotations

import pytest


def pytest_itemcollected(item: pytest.Item) -> None:
    """Leave the test out of `make test-fast`."""
    item.add_marker(pytest.mark.slow)
