"""What goes and what comes back, so that a document has its form."""

from __future__ import annotations

import pytest

from generator.model.addresses import SiteAddress
from generator.model.keys import SectionKey
from generator.model.kinds import KINDS
from generator.model.runs import Line, Plain, ReviewMark
from generator.output.pdf.document import Writer
from generator.output.pdf.fit import (
    ORDER,
    Draft,
    Extent,
    Step,
    Trim,
    first_fitting,
    pulled_in,
    put_back,
    steps_of,
)
from generator.words import words_in
from tests.support.dossiers import edition
from tests.support.projects import ROOT

STEPS: tuple[Step, ...] = ("sources-say", "terms", "positions")


def drafted(taken: frozenset[Step]) -> Draft:
    """A document in which each section has ten lines' worth of words, and the terms one."""
    sections: list[object] = [
        "word " * (10 if step == "terms" else 100) for step in STEPS if step not in taken
    ]
    return Draft(
        "in-focus.typ",
        {"sections": sections, "quoted": [], "summed": [], "listed": [], "taken": sorted(map(str, taken))},
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


@pytest.mark.parametrize("promising", [0, 7, 18])
@pytest.mark.parametrize("first", [*range(19), None])
def test_the_first_step_that_fits_is_found_wherever_the_search_begins(
    first: int | None, promising: int
) -> None:
    """No level is asked twice, and near where the search begins few are."""
    asked: list[int] = []

    def fits(level: int) -> bool:
        asked.append(level)
        return first is not None and level >= first

    assert first_fitting(fits, 18, promising) == first
    assert len(asked) == len(set(asked)) <= 9
    assert first is None or abs(first - promising) > 1 or len(asked) <= 4


def test_how_things_stand_goes_last_but_the_words_of_notes() -> None:
    """State of play, and what is agreed and open, outlast all else: only a note without words is worse."""
    assert ORDER[-3:] == (SectionKey.AGREED_AND_OPEN, SectionKey.STATE_OF_PLAY, Trim.SUMMARIES)
    assert ORDER.index(SectionKey.CHANGED) < ORDER.index(SectionKey.AUTHORED)


def test_page_one_and_the_words_of_articles_never_go() -> None:
    """Bottom line, picture, positions and what is next are no step; nor are quoted words."""
    never = {SectionKey.PICTURE, SectionKey.POSITIONS, SectionKey.WHAT_TO_WATCH, SectionKey.KEY_POINTS}
    assert not never & {*ORDER}
    page = next(each for each in edition(ROOT).pages if each.kind is KINDS.topic and each.notes)
    sections = tuple(each for each in page.sections if each.key in never)
    assert not {each.anchor for each in sections} & {*steps_of(page)}


def test_what_was_accepted_is_counted_and_no_remark() -> None:
    """One statement in two places counts once; what nobody has read keeps its remark."""
    writer = Writer(SiteAddress(""), words_in("en"))
    accepted = Line((Plain("It closed."), ReviewMark("accepted", "Read by A: as told.", True)), "s-1")
    assert [each["type"] for each in (*writer.line(accepted), *writer.line(accepted))] == ["plain", "plain"]
    unread = Line((Plain("It opened."), ReviewMark("not yet read", "Nobody has.", False)), "s-2")
    assert [each["type"] for each in writer.line(unread)] == ["plain", "remark"]
    assert (writer.accepted, list(writer.remarks)) == ({"s-1"}, ["Nobody has."])
