"""Access: every page of both subjects, by axe-core, by keyboard, without scripts."""

from __future__ import annotations

import pytest

from generator.pipeline import Project
from tests.support.access import faults
from tests.support.readers import Reader

pytestmark = pytest.mark.browser

LOOKS = [("light", 1280), ("dark", 390)]


@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_no_page_has_an_access_fault(reader: Reader, real: Project, scheme: str, width: int) -> None:
    """No violation of WCAG 2.2 A or AA, nor of good practice, that axe-core can find."""
    assert faults(reader, real.site, scheme, width) == []
