"""The days that a source's date gives: what “Tuesday” or “yesterday” in it means."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.claims import Claim
from generator.model.dates import Date
from generator.text.dates import dates_in
from generator.text.value_words import senses_of_date


def senses_of_issue(issued: Date | None, printed: Iterable[Claim]) -> frozenset[str]:
    """The senses of what dates in a source of a day mean, and of that day itself where none is printed."""
    claims = list(printed)
    dates = [date for claim in claims for date in dates_in(claim.text, claim.language, issued)]
    senses = {sense for each in dates if each.date for sense in senses_of_date(each.date)}
    if issued is not None:
        own = senses_of_date(issued)
        senses |= {sense for sense in own if not dates or sense.startswith("year")}
    return frozenset(senses)
