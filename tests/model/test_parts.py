"""What is found in a record, and in which order."""

from __future__ import annotations

from generator.model.blocks import Bullets, Heading
from generator.model.parts import parts_of
from generator.model.runs import Line, NoteRef, Plain


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
