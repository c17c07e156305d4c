"""Two wordings word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.redline import redline

WORDS = st.lists(st.sampled_from(["the", "talks", " ", "  ", "90%", "4.5", ",", "“", "not", "é"])).map(
    "".join
)


def marked(old: str, new: str) -> str:
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(marks[stretch.what].format(stretch.text) for stretch in redline(old, new))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("about 80% of it", "about 81% of it", "about [-80%-]{+81%+} of it"),
        ("rose by 4.5 points", "rose by 4.6 points", "rose by [-4.5-]{+4.6+} points"),
        ("They met.", "They did not meet.", "They [-met-]{+did not meet+}."),
        ("They met.", "They met on Tuesday.", "They met{+ on Tuesday+}."),
        ("Same.", "Same.", "Same."),
        ("同意在90天内暂停。", "同意在60天内暂停。", "同意在[-90-]{+60+}天内暂停。"),
        ("", "New.", "{+New.+}"),
        ("Not the end of it.", "They met at the weir.", "[-Not the end of it.-]{+They met at the weir.+}"),
        ("Ships wait.", "Nobody came home", "[-Ships wait.-]{+Nobody came home+}"),
    ],
)
def test_whole_words_are_marked(old: str, new: str, shown: str) -> None:
    """A number is one word; a changed run of words is one change; a patchwork is none."""
    assert marked(old, new) == shown


@given(WORDS, WORDS)
def test_both_wordings_can_be_read_off(old: str, new: str) -> None:
    """No letter of either is lost or invented."""
    found = redline(old, new)
    assert "".join(s.text for s in found if s.what != "added") == old
    assert "".join(s.text for s in found if s.what != "removed") == new
