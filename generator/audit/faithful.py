"""What a summary says must stand in its original."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.audit.texts import OriginalText, Summary
from generator.language.figures import CountedNumber, singular
from generator.language.quotations import nearest
from generator.language.spelling import near_misses
from generator.model.diagnostics import Diagnostic

# Looking for the nearest form reads the original again: done for the first problems of a kind only.
MOST_HELPED = 25
MOST_SHOWN = 3


def every_quotation_is_in_the_original(summary: Summary, original: OriginalText) -> Iterator[Diagnostic]:
    """Words between quotation marks are the original's, letter for letter after `normalise`."""
    helped = 0
    for stretch in summary.stretches:
        for quotation in stretch.quoted_texts:
            if original.says(quotation.readings()):
                continue
            helped += 1
            near = nearest(quotation.words, original.searchable) if helped <= MOST_HELPED else None
            yield Diagnostic(
                "summary-quotation-not-in-original",
                f"the original does not have the words “{quotation.words}”",
                summary.span(stretch, quotation.start, quotation.end),
                help=f"the nearest words are “{near.text}”" if near else "quote the original's own words",
            )


def every_figure_is_in_the_original(summary: Summary, original: OriginalText) -> Iterator[Diagnostic]:
    """A figure has the value and the form (percent or not) of one of the original's.

    If the original counts what the figure counts, it does so by this value.
    """
    helped = 0
    for stretch, counted in summary.numbers:
        counts = original.counts.get(singular(counted.unit), {})
        if not _has_value(counted, original):
            helped += 1
            message = f"the original does not have the figure “{counted.shown}”"
            help = _nearest_numbers(counted, original) if helped <= MOST_HELPED else None
        elif counts and counted.value not in counts:
            message = f"the original has “{counted.shown}”, but not for “{counted.unit}”"
            help = _nearest(tuple(counts.values()))
        else:
            continue
        span = summary.span(stretch, counted.start, counted.number.end)
        yield Diagnostic("summary-figure-not-in-original", message, span, help=help)


def _has_value(counted: CountedNumber, original: OriginalText) -> bool:
    is_one = counted.value == 1 and not counted.number.percent
    return counted.kind in original.values or (is_one and original.has_one)


def _nearest_numbers(counted: CountedNumber, original: OriginalText) -> str:
    by_value = sorted(original.numbers, key=lambda other: (abs(other.value - counted.value), other.shown))
    forms = tuple(dict.fromkeys(other.shown for other in by_value))
    return _nearest(near_misses(counted.shown, forms) or forms) if forms else "the original has no figures"


def _nearest(forms: Sequence[str]) -> str:
    return "the nearest in the original: “" + "”, “".join(forms[:MOST_SHOWN]) + "”"
