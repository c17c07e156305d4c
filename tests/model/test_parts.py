"""What is found in a record, in which order, and what is changed in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from generator.model.blocks import Block, Bullets, Fact, Heading
from generator.model.keys import FactKey
from generator.model.runs import EditorMark, Line, NoteRef, Plain, Quiet
from generator.model.values import digest_of, mapped, parts_of
from tests.output.builders import every_block


def test_values_of_a_kind_are_found_at_any_depth_in_order() -> None:
    """In dataclasses and tuples alike; what is not of the kind is passed."""
    first, second = Line((Plain("a"), NoteRef(2, 1))), Line((NoteRef(1, 1), Plain("b")))
    blocks = (Heading("h", first), (Bullets((second,)), None, 7))
    assert [note.number for note in parts_of(blocks, NoteRef)] == [2, 1]
    assert list(parts_of(blocks, Line)) == [first, second]
    assert list(parts_of(blocks, float)) == []


def test_what_is_found_is_not_searched() -> None:
    """A tuple that holds tuples is one."""
    assert list(parts_of(((1, 2), 3), tuple)) == [((1, 2), 3)]


def test_a_key_is_no_part_of_what_is_said() -> None:
    """What the program calls a fact is neither found nor digested: readers see its label."""
    place, side = (Fact(key, "Where", ()) for key in (FactKey.PLACE, FactKey.SIDE))
    assert list(parts_of(place, str)) == ["Where"]
    assert digest_of(place) == digest_of(side)


CHANGED = Line((Plain("changed"),))


def test_the_lines_of_every_block_can_be_changed() -> None:
    """Of each kind of block that there is, and of one that nobody taught: no line is forgotten."""

    @dataclass(frozen=True, slots=True)
    class Unheard:
        pairs: tuple[tuple[Line, int], ...]

    blocks = (*every_block(), Unheard(((Line((Plain("a"),)), 1),)))
    assert {type(block) for block in blocks} == {*get_args(Block), Unheard}
    assert any(True for _ in parts_of(blocks, Line))
    changed = mapped(blocks, Line, lambda _: CHANGED)
    assert [type(block) for block in changed] == [type(block) for block in blocks]
    assert set(parts_of(changed, Line)) == {CHANGED}


def test_what_no_part_changes_stays_itself() -> None:
    """Not a copy: most of an edition is left as it is."""
    blocks = (Heading("h", CHANGED), Heading("i", Line((Plain("b"),))))
    changed = mapped(blocks, Line, lambda line: CHANGED if line.text() == "b" else line)
    assert changed[0] is blocks[0]
    assert changed[1] == Heading("i", CHANGED)
    assert mapped(blocks, NoteRef, lambda note: note) is blocks


def test_the_words_of_a_line_are_those_that_are_read() -> None:
    """Marks have none, and a view may leave out what steps back."""
    line = Line((Plain("It fell"), NoteRef(1, 1), Quiet(" (about)"), EditorMark("mine")))
    assert (line.text(), line.text(without=(Quiet,))) == ("It fell (about)", "It fell")
