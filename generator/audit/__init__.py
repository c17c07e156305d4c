"""Holds a summary against the article that it sums up: nothing may be invented, copied or left out unseen.

Pure but for `originals`, which reads the articles, and `command`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.audit.complete import no_figure_is_left_out, no_name_is_left_out
from generator.audit.copies import nothing_is_copied
from generator.audit.faithful import every_figure_is_in_the_original, every_quotation_is_in_the_original
from generator.audit.names import every_name_is_in_the_original
from generator.audit.texts import OriginalText, Summary
from generator.model.diagnostics import Diagnostic, in_order
from generator.model.sources import SourceFile

Rule = Callable[[Summary, OriginalText], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    every_quotation_is_in_the_original,
    every_figure_is_in_the_original,
    every_name_is_in_the_original,
    nothing_is_copied,
    no_figure_is_left_out,
    no_name_is_left_out,
)


def audit(source: SourceFile, original_text: str) -> tuple[Diagnostic, ...]:
    """What a summary has that its original does not, what it copies, and, as warnings, what it lacks.

    Takes time in proportion to the length of the texts.
    """
    summary, original = Summary(source), OriginalText(original_text)
    return in_order(problem for rule in RULES for problem in rule(summary, original))
