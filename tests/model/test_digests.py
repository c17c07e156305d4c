"""Digests of values, by which pages tell their version."""

from __future__ import annotations

from dataclasses import replace

from generator.model.blocks import Paragraph
from generator.model.pages import Note, NoteLine
from generator.model.runs import Line, Plain, Quiet, Quoted, Target
from generator.model.values import digest_of
from tests.support.proofs import some_evidence

PROOF = some_evidence("herald", "They met.", "q-1", paragraph=2, ranges=((10, 20),))
NOTE = Note(
    1,
    PROOF,
    (NoteLine(Quoted(PROOF.exact), "¶ 1", "¶ 1"),),
    "Herald",
    "Herald",
    1,
    Target("sources/herald", "q-1"),
)


def test_equal_values_have_one_digest_for_ever() -> None:
    """The digest is written down here: it may not depend on the machine, nor on the run."""
    assert digest_of("Talks", (Paragraph(Line((Plain("They met."),))),), NOTE) == "2534c94d080d713a"


def test_every_word_and_its_role_counts() -> None:
    """A changed word, another kind of run and another grouping give other digests."""
    values = (Plain("a"), Quiet("a"), Plain("b"), (Plain("a"),), (Plain("a"), Plain("b")), ((Plain("a"),),))
    assert len({digest_of(value) for value in values}) == len(values)
    assert digest_of("ab", "c") != digest_of("a", "bc")


def test_words_that_move_within_their_source_do_not_count() -> None:
    """A source that grows above a quotation leaves the pages be that quote it."""
    moved = replace(NOTE, evidence=replace(PROOF, paragraph=3, ranges=((90, 100),)))
    assert digest_of(moved) == digest_of(NOTE)
    assert digest_of(replace(NOTE, evidence=replace(PROOF, exact="They left."))) != digest_of(NOTE)
