"""Who met whom: nobody is placed in a round without proof."""

from __future__ import annotations

from generator.compose.attendance import SIGNS
from generator.model.blocks import Table
from generator.model.runs import NoteRef
from tests.compose.test_ledgers import page_of
from tests.support.dossiers import verified
from tests.support.projects import SUBJECT
from tests.support.wording import line_text


def matrix() -> Table:
    """The matrix of the second subject."""
    section = next(
        each for each in page_of(SUBJECT, "rounds/index").sections if each.anchor == "who-met-whom"
    )
    (table,) = section.blocks
    assert isinstance(table, Table)
    return table


def test_every_delegate_has_a_row_and_every_round_a_column() -> None:
    """Each once, those of one side together."""
    dossier, _ = verified(SUBJECT)
    groups = [group for talks in dossier.rounds() for group in talks.delegations]
    delegates = {dossier.entries[m.person.value].pref_label for group in groups for m in group.members}
    rows = [line_text(row.cells[0]) for row in matrix().rows]
    assert sorted(rows) == sorted(delegates)
    assert matrix().header[1:] == tuple(talks.title for talks in dossier.rounds())


def test_each_cell_has_a_sign_a_word_and_its_proof_or_says_that_nobody_is_named() -> None:
    """The sign is never all, and what is told of a person has a note."""
    for row in matrix().rows:
        for cell in row.cells[1:]:
            sign, _, word = line_text(cell).partition("\u00a0")
            assert sign in SIGNS.values()
            assert word
            has_note = any(isinstance(run, NoteRef) for run in cell.runs)
            assert has_note == (sign != SIGNS["not-named"]), line_text(cell)
