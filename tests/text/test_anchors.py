"""The anchors of statements: made of the proof, so that links to them outlive rewording."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.model.evidence import Evidence, Statement
from generator.model.text import Span
from generator.text.quotations import anchor_of, heading_anchors, statement_anchor
from tests.support.proofs import some_evidence

HERE = Span.at("content/timeline.yml")
FIRST = some_evidence("herald", "They “met” on Tuesday.", anchor_of("They “met” on Tuesday."))
OTHER = some_evidence("courier", "Both sides met.", "q-2", paragraph=4, ranges=((7, 16),))


def proved(text: str, *evidence: Evidence) -> str:
    return statement_anchor(Statement(text, evidence, None, (), HERE))


def own(text: str, reason: str) -> str:
    return statement_anchor(Statement(text, (), reason, (), HERE))


def test_rewording_leaves_the_anchor_of_a_proved_statement() -> None:
    """Neither the text nor the order of the quotations counts."""
    assert proved("They met.", FIRST, OTHER) == proved("The delegations met.", OTHER, FIRST)
    assert re.fullmatch("s-[0-9a-f]{10}", proved("They met.", FIRST))


def test_a_place_in_the_source_leaves_the_anchor() -> None:
    """Words that move within their source, or are typeset otherwise, are the same words."""
    moved = some_evidence(
        "herald", 'They "met" on Tuesday.', anchor_of(FIRST.exact), paragraph=9, ranges=((90, 99),)
    )
    assert proved("They met.", FIRST) == proved("They met.", moved)


def test_other_proof_is_another_statement() -> None:
    """One changed word of the quotation, another source, or one quotation more gives another anchor."""
    changed = some_evidence("herald", "They “met” on Monday.", anchor_of("They “met” on Monday."))
    copied = some_evidence("courier", FIRST.exact, FIRST.anchor)
    anchors = [proved("They met.", *e) for e in ((FIRST,), (changed,), (copied,), (FIRST, OTHER))]
    assert len(set(anchors)) == len(anchors)


def test_what_is_the_editors_own_goes_by_its_text() -> None:
    """The reason may be mended; another text is another statement."""
    assert own("Nobody knows.", "No source says.") == own("Nobody knows.", "No source says so.")
    assert own("Nobody knows.", "No source says.") != own("Somebody knows.", "No source says.")


def test_a_heading_in_latin_letters_is_its_own_anchor() -> None:
    """Addresses that were given stay."""
    assert heading_anchors(["Water and the ferry", "Über Öl: 2025"]) == (
        "section-water-and-the-ferry",
        "section-ber-l-2025",
    )


def test_headings_in_any_script_have_anchors_of_their_own() -> None:
    """Those without an ASCII letter, and those that differ in other letters only."""
    found = heading_anchors(["水位", "Вода", "—", "Öl", "Äl", "😀", "–"])
    assert len(set(found)) == len(found)
    assert found[3] == "section-l", "the first keeps what it had"


def test_a_heading_keeps_its_anchor_while_others_come_and_go() -> None:
    """It is made of its words, not of its place."""
    assert heading_anchors(["Вода"])[0] == heading_anchors(["Ships", "Вода", "水位"])[1]


@given(st.lists(st.text(min_size=1), unique_by=str.lower))
def test_any_headings_have_anchors_that_are_fit_to_be_one(headings: list[str]) -> None:
    """Whatever an author writes, short of the same heading twice."""
    found = heading_anchors(headings)
    assert all(re.fullmatch(r"section(-[a-z0-9]+)+", each) for each in found)
    assert len(set(found)) == len(headings)
