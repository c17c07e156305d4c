"""A summary is in its own words."""

from __future__ import annotations

import pytest

from generator.editing.audit import audit
from generator.model.text import Span
from tests.editing.audit.builders import a_summary, found

COPIES = "summary-copies-original"
THIRTEEN = "the old bridge will stay closed because somebody found cracks in its girders"
ORIGINAL = f"We hear that {THIRTEEN}, and that is all."


def test_twelve_words_may_be_shared_and_thirteen_not() -> None:
    """The limit is on words in a row."""
    assert len(THIRTEEN.split()) == 13
    assert found(f"So {THIRTEEN} now.", ORIGINAL) == [COPIES]
    assert found(f"So {THIRTEEN.rsplit(' ', 1)[0]} now.", ORIGINAL) == []
    assert found(f"So {THIRTEEN.replace('cracks', 'big cracks')} now.", ORIGINAL) == []


@pytest.mark.parametrize(
    "copy",
    [
        THIRTEEN.upper(),
        THIRTEEN.replace(" ", "  "),
        THIRTEEN.replace(" will", ", will").replace("bridge", "‘bridge", 0),
    ],
)
def test_case_spaces_and_punctuation_hide_nothing(copy: str) -> None:
    """The words count."""
    assert COPIES in found(f"So {copy} now.", ORIGINAL)


def test_quoted_words_may_be_many() -> None:
    """What stands in quotation marks is quoted, not copied."""
    assert found(f"They say “{THIRTEEN}” now.", ORIGINAL) == []


def test_a_quotation_amid_copied_words_hides_them_not() -> None:
    """The words on both sides are one run if the original has them around the same words."""
    words = THIRTEEN.split()
    assert found(f"So {' '.join(words[:6])} “{words[6]}” {' '.join(words[7:])} and that now.", ORIGINAL) == [
        COPIES
    ]
    assert found(f"So {' '.join(words[:6])} “{words[6]}” {' '.join(words[7:])} now.", ORIGINAL) == []


def test_a_run_is_shown_once_and_whole() -> None:
    """The author sees where it begins and ends, and how long it is."""
    (problem,) = audit(a_summary(f"We hear that {THIRTEEN} now."), ORIGINAL)
    assert problem.message == f"16 words in a row are the original's: “We hear that {THIRTEEN}”"
    assert problem.span == Span("sources/bridge.md", 5, 1, 5, 14 + len(THIRTEEN))


def test_a_run_that_is_copied_twice_is_shown_twice() -> None:
    """Each place is to be mended."""
    assert found(f"So {THIRTEEN} now.\n\nAgain {THIRTEEN} now.", ORIGINAL) == [COPIES, COPIES]
