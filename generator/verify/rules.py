"""The editorial rules, as one list. Each is a sentence that must be true of a dossier.

Adding a rule is one function here or in a module beside, and one line in `RULES`.
"""

from collections.abc import Callable, Iterator

from generator.model.diagnostics import Diagnostic
from generator.model.facts import Dossier
from generator.verify.checks import (
    editors_own,
    glossary,
    names,
    naming_sources,
    outcomes,
    proved_values,
    sealed,
    sources,
    timeline,
)
from generator.verify.checks.redirects import no_address_is_lost, redirects_lead_somewhere

Rule = Callable[[Dossier], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    timeline.causes_come_first,
    outcomes.they_fall_due_after_they_are_made,
    outcomes.terms_end_after_they_begin,
    outcomes.they_are_settled_after_they_are_made,
    outcomes.contrary_outcomes_are_called_disputed,
    timeline.no_event_follows_itself,
    timeline.rounds_do_not_overlap,
    timeline.rounds_have_a_result_once_concluded,
    timeline.what_is_planned_lies_ahead,
    timeline.what_is_concluded_lies_behind,
    proved_values.uncertain_dates_tell_their_basis,
    proved_values.every_value_is_proved,
    editors_own.the_editors_own_tells_no_happening,
    timeline.delegates_sit_on_their_own_side,
    names.speakers_are_named_by_the_evidence,
    names.delegates_hold_the_role_they_are_named_with,
    glossary.every_official_has_a_side,
    glossary.broader_terms_form_no_circle,
    glossary.every_term_is_defined,
    glossary.every_entry_is_used,
    names.organisations_are_named_in_their_time,
    sources.titles_are_printed_in_their_time,
    sources.every_source_is_dated,
    sources.long_titles_have_a_short_name,
    sources.no_two_sources_are_called_alike,
    naming_sources.every_source_is_named,
    sources.events_are_not_younger_than_their_sources,
    names.no_name_is_a_near_miss,
    sources.quotations_stay_within_their_budget,
    sealed.seals_fit_their_summaries,
    sealed.words_of_articles_stay_within_their_budget,
    sealed.quotations_of_summaries_are_sealed,
    no_address_is_lost,
    redirects_lead_somewhere,
)


OF_WHOLE_DOSSIERS = frozenset(
    {
        no_address_is_lost,
        redirects_lead_somewhere,
        glossary.every_entry_is_used,
        glossary.every_term_is_defined,
    }
)
"""Rules that wait until an error that kept input from being read or proved is mended.

What they would miss may be in that input. Warnings keep nothing out, so these rules do not wait for them.
"""


OF_READ_DOSSIERS = frozenset({proved_values.every_value_is_proved})
"""Rules that wait until all input can be read: what speaks for a value may be in what cannot."""


def broken_rules(dossier: Dossier, *, is_whole: bool = True, is_read: bool = True) -> tuple[Diagnostic, ...]:
    """What the rules find, in the order of the list."""
    waiting = (frozenset() if is_whole else OF_WHOLE_DOSSIERS) | (
        frozenset() if is_read else OF_READ_DOSSIERS
    )
    rules = (rule for rule in RULES if rule not in waiting)
    return tuple(problem for rule in rules for problem in rule(dossier))
