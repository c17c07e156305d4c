"""How much may be quoted, as mkdocs.yml says."""

from __future__ import annotations

import pytest

from generator.model.dates import PartialDate
from generator.model.sources import QuoteBudget
from generator.read.settings import opened, read_settings
from tests.read.builders import SETTINGS, a_file, codes


def limits(extra: str) -> tuple[QuoteBudget, list[str]]:
    site, problems = read_settings(opened(a_file(SETTINGS + extra, "mkdocs.yml")))
    return site.quote_budget, codes(problems)


@pytest.mark.parametrize(
    ("extra", "budget"),
    [
        ("", QuoteBudget(90, 10)),
        ("extra: {generator: false}\n", QuoteBudget(90, 10)),
        ("extra:\n  briefing: {quote_words: 120}\n", QuoteBudget(120, 10)),
        ("extra:\n  briefing:\n    quote_percent: 0\n    quote_words: 0\n", QuoteBudget(0, 0)),
    ],
)
def test_what_is_not_set_is_as_usual(extra: str, budget: QuoteBudget) -> None:
    """Ninety words or ten percent."""
    assert limits(extra) == (budget, [])


def test_the_day_of_undated_sources_is_read() -> None:
    """An exact day, or it is refused."""
    site, problems = read_settings(opened(a_file(f"{SETTINGS}extra: {{briefing: {{as_of: 2023-05-04}}}}\n")))
    assert (site.as_of, problems) == (PartialDate(2023, 5, 4), ())


@pytest.mark.parametrize(
    ("extra", "code"),
    [
        ("extra:\n  briefing: {quote_words: ninety}\n", "bad-value"),
        ("extra:\n  briefing: {quote_words: -1}\n", "bad-value"),
        ("extra:\n  briefing: {quote_words: 1.5}\n", "bad-value"),
        ("extra:\n  briefing: {quote_words: 99999999999}\n", "bad-value"),
        ("extra:\n  briefing: {quote_percent: 101}\n", "bad-value"),
        ("extra:\n  briefing: {quote_word: 90}\n", "unknown-field"),
        ("extra:\n  briefing: {as_of: 2023-05}\n", "bad-value"),
        ("extra:\n  briefing: 90\n", "wrong-type"),
    ],
)
def test_a_limit_that_is_none_is_refused(extra: str, code: str) -> None:
    """The usual limits hold; nothing is shown beyond them by mistake."""
    assert limits(extra) == (QuoteBudget(90, 10), [code])
