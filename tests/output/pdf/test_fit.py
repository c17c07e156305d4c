"""What goes and what comes back, so that a document has its form."""

from __future__ import annotations

from generator.output.pdf.fit import Draft, Extent, Step, pulled_in, put_back

STEPS: tuple[Step, ...] = ("sources-say", "terms", "positions")


def drafted(taken: frozenset[Step]) -> Draft:
    """A document in which each section has ten lines' worth of words, and the terms one."""
    sections: list[object] = [
        "word " * (10 if step == "terms" else 100) for step in STEPS if step not in taken
    ]
    return Draft(
        "in-focus.typ",
        {"sections": sections, "notes": [], "listed_notes": [], "taken": sorted(map(str, taken))},
    )


def test_a_last_page_with_a_line_or_two_is_done_without() -> None:
    """Of what matters least, the shortest that saves the page goes; what matters more stays."""
    whole = drafted(frozenset())
    made = pulled_in(STEPS, whole, Extent(2, 1300.0), drafted, lambda _: Extent(1, 10.0))
    assert made.node["taken"] == ["terms"]
    kept = pulled_in(STEPS, whole, Extent(2, 1300.0), drafted, lambda _: Extent(2, 1350.0))
    assert kept is whole


def test_a_last_page_in_use_stays() -> None:
    """Nothing is left out of a document that fits and fills its pages."""
    whole = drafted(frozenset())
    assert pulled_in(STEPS, whole, Extent(2, 400.0), drafted, lambda _: Extent(1, 10.0)) is whole


def test_what_there_is_room_for_comes_back() -> None:
    """The typesetter is asked only for what may fit, and what fits is put back."""

    def reach(one: Draft) -> Extent:
        return Extent(2, 60.0 if "terms" in str(one.node["taken"]) else 50.0)

    assert put_back(STEPS, 2, drafted, reach).node["taken"] == ["positions", "sources-say"]
