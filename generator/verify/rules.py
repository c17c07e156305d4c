"""The editorial rules, as one list. Each is a sentence that must be true of a dossier.

Adding a rule is one function here or in a module beside, and one line in `RULES`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.model.diagnostics import Diagnostic
from generator.model.facts import Dossier
from generator.verify.checks.glossary import (
    broader_terms_form_no_circle,
    every_entry_is_used,
    every_official_has_a_side,
    every_term_is_defined,
)
from generator.verify.checks.names import (
    delegates_hold_the_role_they_are_named_with,
    no_name_is_a_near_miss,
    organisations_are_named_in_their_time,
)
from generator.verify.checks.redirects import no_address_is_lost, redirects_lead_somewhere
from generator.verify.checks.sources import (
    events_are_not_younger_than_their_sources,
    quotations_stay_within_their_budget,
    titles_are_printed_in_their_time,
)
from generator.verify.checks.timeline import (
    causes_come_first,
    commitments_fall_due_after_they_are_made,
    dates_without_basis_are_printed,
    delegates_sit_on_their_own_side,
    rounds_do_not_overlap,
    rounds_have_a_result_once_concluded,
    uncertain_dates_tell_their_basis,
)

Rule = Callable[[Dossier], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    causes_come_first,
    commitments_fall_due_after_they_are_made,
    rounds_do_not_overlap,
    rounds_have_a_result_once_concluded,
    uncertain_dates_tell_their_basis,
    dates_without_basis_are_printed,
    delegates_sit_on_their_own_side,
    delegates_hold_the_role_they_are_named_with,
    every_official_has_a_side,
    broader_terms_form_no_circle,
    every_term_is_defined,
    every_entry_is_used,
    organisations_are_named_in_their_time,
    titles_are_printed_in_their_time,
    events_are_not_younger_than_their_sources,
    no_name_is_a_near_miss,
    quotations_stay_within_their_budget,
    no_address_is_lost,
    redirects_lead_somewhere,
)


OF_WHOLE_DOSSIERS = frozenset(
    {no_address_is_lost, redirects_lead_somewhere, every_entry_is_used, every_term_is_defined}
)
"""Rules that wait until an error that kept input from being read or proved is mended.

What they would miss may be in that input. Warnings keep nothing out, so these rules do not wait for them.
"""


def broken_rules(dossier: Dossier, *, is_whole: bool = True) -> tuple[Diagnostic, ...]:
    """What the rules find, in the order of the list."""
    rules = (rule for rule in RULES if is_whole or rule not in OF_WHOLE_DOSSIERS)
    return tuple(problem for rule in rules for problem in rule(dossier))
