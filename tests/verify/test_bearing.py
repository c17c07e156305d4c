"""A statement is as well supported as its weakest clause: which sources bear which clause."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.evidence import Borne, Statement
from generator.model.facts import Dossier
from generator.model.text import SourceId, Span
from generator.text.names import NameIndex
from generator.verify.comparing.bearing import borne, clauses_borne
from tests.support.dossiers import verified
from tests.support.projects import BASE
from tests.support.proofs import some_evidence

HERALD, GAZETTE = map(SourceId, ("herald", "gazette"))
NO_NAMES = NameIndex.build(())


def a_dossier(*, language: str = "en") -> Dossier:
    return replace(verified(BASE)[0], written_in=language)


def parts(text: str, herald: str, gazette: str, *, language: str = "en") -> list[tuple[str, int]]:
    """The clauses of a statement that cites two sources, and how many bear each."""
    evidence = (some_evidence(HERALD, herald, "q-1"), some_evidence(GAZETTE, gazette, "q-2"))
    statement = Statement(text, evidence, None, (), Span.at("content/timeline.yml"))
    found = clauses_borne(a_dossier(language=language), NO_NAMES, statement)
    return [(each.text, len(each.sources)) for each in found]


def test_a_clause_that_both_sources_print_has_two() -> None:
    """In other words and another order too."""
    assert parts("The gates were shut in May.", "They shut the gates on 1 May.", "The gates were shut.") == [
        ("The gates were shut in May", 2)
    ]


def test_a_sum_of_two_halves_has_one_source_for_each() -> None:
    """Neither source says what the other does."""
    assert parts(
        "The farmers sought a promise to open the gates. The ministry was reluctant to open them early.",
        "The farmers wanted the ministry to promise to open the gates.",
        "The ministry is reluctant to open the gates early.",
    ) == [
        ("The farmers sought a promise to open the gates", 1),
        ("The ministry was reluctant to open them early", 1),
    ]


def test_a_number_that_one_source_lacks_is_that_of_the_other() -> None:
    """However much of the other words it has."""
    assert parts(
        "The river carried 95 cubic metres a second.",
        "The river carried 95 cubic metres a second.",
        "The river carried much water a second.",
    ) == [("The river carried 95 cubic metres a second", 1)]


def test_who_says_it_is_no_clause_to_be_borne() -> None:
    """“The envoy said” is no half of its own."""
    assert parts(
        "The gates were shut, the envoy said.", "The gates were shut.", "The gates were shut at noon."
    ) == [("The gates were shut", 2)]


@pytest.mark.parametrize(
    ("gazette", "told"),
    [("They pumped water over the dike.", [("", 2)]), ("The harvest was poor.", [("", 1), ("", 1)])],
    ids=["the same verb", "another"],
)
def test_clauses_that_cannot_be_told_apart_go_by_the_verbs_of_the_sources(
    gazette: str, told: list[tuple[str, int]]
) -> None:
    """Quotations that share no predicate count apart."""
    assert parts("Life there was hard.", "They pumped the cellar dry.", gazette) == told


def test_without_lexicon_nothing_is_told_apart() -> None:
    """Then the number of sources stands, and the mark says that nobody compared them."""
    assert parts("De poorten waren dicht.", "The gates were shut.", "They shut them.", language="nl") == []


def test_only_statements_of_several_sources_are_divided() -> None:
    """A single one bears all that it is cited for."""
    dossier = verified(BASE)[0]
    found = borne(dossier, NO_NAMES)
    assert all(isinstance(part, Borne) for parts_of_one in found.values() for part in parts_of_one)
    briefing = next(iter(dossier.briefings.values()))
    statement = briefing.sections[0].statements[0]
    assert (statement.span in found) == (len({item.source for item in statement.evidence}) > 1)
