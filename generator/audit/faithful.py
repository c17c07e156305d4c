"""What a digest says must stand in its original."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.audit.figures import Figure
from generator.audit.prose import Stretch
from generator.audit.texts import Digest, Original
from generator.language.numbers import holds
from generator.language.quotations import nearest
from generator.language.spelling import near_misses
from generator.model.diagnostics import Diagnostic

# Looking for the nearest form reads the original again: done for the first problems of a kind only.
MOST_HELPED = 25
MOST_SHOWN = 3


def every_quotation_is_in_the_original(digest: Digest, original: Original) -> Iterator[Diagnostic]:
    """Words between quotation marks are the original's, letter for letter after `normalise`."""
    helped = 0
    for stretch in digest.stretches:
        for quotation in stretch.quotations:
            if original.says(quotation.readings()):
                continue
            helped += 1
            near = nearest(quotation.words, original.searchable) if helped <= MOST_HELPED else None
            yield Diagnostic(
                "digest-quotation-not-in-original",
                f"the original does not have the words “{quotation.words}”",
                digest.span(stretch, quotation.start, quotation.end),
                help=f"the nearest words are “{near.text}”" if near else "quote the original's own words",
            )


def every_figure_is_in_the_original(digest: Digest, original: Original) -> Iterator[Diagnostic]:
    """A figure has the value and the form (percent or not) of one of the original's.

    If the original counts what the figure counts, it does so by this value.
    """
    for stretch, figure in digest.figures:
        if not _has_value(figure, original):
            yield _figure_missing(digest, original, stretch, figure)
            continue
        counts = original.counts.get(figure.unit, {})
        if counts and figure.value not in counts:
            said = "”, “".join(list(counts.values())[:MOST_SHOWN])
            yield Diagnostic(
                "digest-figure-not-in-original",
                f"the original has “{figure.shown}”, but not for “{figure.unit}”",
                digest.span(stretch, figure.start, figure.end),
                help=f"it has “{said}”",
            )


def _has_value(figure: Figure, original: Original) -> bool:
    if (figure.value, figure.percent) in original.values:
        return True
    is_one = figure.value == 1 and not figure.percent
    return is_one and any(holds("1", stretch.plain) for stretch in original.stretches)


def _figure_missing(digest: Digest, original: Original, stretch: Stretch, figure: Figure) -> Diagnostic:
    by_value = sorted(original.figures, key=lambda other: (abs(other.value - figure.value), other.shown))
    forms = tuple(dict.fromkeys(other.shown for other in by_value))
    return Diagnostic(
        "digest-figure-not-in-original",
        f"the original does not have the figure “{figure.shown}”",
        digest.span(stretch, figure.start, figure.end),
        help=_nearest(near_misses(figure.shown, forms) or forms) or "the original has no figures",
    )


def _nearest(forms: Sequence[str]) -> str | None:
    shown = "”, “".join(forms[:MOST_SHOWN])
    return f"the nearest in the original: “{shown}”" if forms else None


