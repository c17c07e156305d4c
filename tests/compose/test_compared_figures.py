"""The table that compares all figures: grouped by unit, each with what it counts."""

from __future__ import annotations

from dataclasses import replace

from generator.compose.atlas import Atlas
from generator.compose.compared_figures import COLUMNS, comparison
from generator.compose.writer import PageWriter
from generator.model.blocks import ComparedFigure, Comparison, Place, Reach, UnitGroup
from generator.model.entries import Measurand
from generator.model.kinds import KINDS
from generator.model.runs import Link, SupportMark
from generator.model.values import parts_of
from tests.support.dossiers import verified
from tests.support.projects import SUBJECT

SHARE = "orsund-catch-share"


def measured() -> dict[str, Measurand]:
    return dict(verified(SUBJECT)[0].measurands)


def compared(*measurands: Measurand) -> Comparison:
    page = PageWriter(Atlas(verified(SUBJECT)[0]), KINDS.figures)
    found = comparison(page, measurands)
    assert found is not None
    return found


def rows(groups: tuple[UnitGroup, ...]) -> list[ComparedFigure]:
    return [figure for group in groups for figure in group.figures]


def test_every_figure_stands_in_the_table_once() -> None:
    """And what is measured has its anchor once, at its first figure."""
    found = rows(compared(*measured().values()).groups)
    assert len(found) == sum(len(each.figures) for each in measured().values())
    anchors = [each.anchor for each in found if each.anchor]
    assert sorted(anchors) == sorted(f"figure-{name}" for name in measured())
    assert all(any(parts_of(each.value, SupportMark)) for each in found)


def test_figures_of_one_unit_share_a_scale_and_the_others_have_none() -> None:
    """The unit with most figures comes first; what is alone in its unit compares with nothing."""
    groups = compared(*measured().values()).groups
    scaled = [group for group in groups if group.has_scale]
    assert groups[-1].label == "Other units"
    assert not groups[-1].has_scale
    assert [len(group.figures) for group in scaled] == sorted(
        (len(group.figures) for group in scaled), reverse=True
    )


def test_a_share_alone_is_seen_against_the_whole() -> None:
    """A hundred percent is what one share compares with."""
    (group,) = compared(measured()[SHARE]).groups
    assert group.has_scale
    assert group.ends() == (0, 100)


def test_two_names_of_one_unit_make_one_group() -> None:
    """“percent” and “per cent” are drawn on one scale."""
    share = measured()[SHARE]
    other = replace(measured()["orsund-quota-share"], unit="per cent")
    assert len(compared(share, other).groups) == 1


def test_what_no_source_gives_a_value_keeps_its_place() -> None:
    """Links to it still lead somewhere."""
    (row,) = rows(compared(replace(measured()[SHARE], figures=())).groups)
    assert row.anchor == f"figure-{SHARE}"
    assert row.place is None
    assert row.value.text() == "No source gives a value."


def test_a_qualifier_is_drawn_as_far_as_it_goes() -> None:
    """“More than 52” is no 52."""
    share = measured()[SHARE]
    drawn = {}
    for qualifier in ("more than", "less than", "at least", "at most", "about", "nearly", "exactly", None):
        figure = replace(share.figures[0], qualifier=qualifier)
        (row,) = rows(compared(replace(share, figures=(figure,))).groups)
        assert row.place
        drawn[qualifier] = row.place.reach
    assert drawn == {
        "more than": Reach.ABOVE,
        "less than": Reach.BELOW,
        "at least": Reach.FROM,
        "at most": Reach.UP_TO,
        "about": Reach.ABOUT,
        "nearly": Reach.ABOUT,
        "exactly": Reach.EXACT,
        None: Reach.EXACT,
    }


def test_a_range_keeps_both_its_ends() -> None:
    """And its record has them as plain numbers."""
    (row,) = rows(compared(measured()["sluice-repair-cost"]).groups)
    assert row.place == Place(20, 30, Reach.EXACT)
    assert row.record[2:4] == ("20", "30")
    assert len(row.record) == len(COLUMNS) - 1


def test_only_different_values_of_one_thing_lead_to_the_disagreements() -> None:
    """Two shares of different things never “differ”."""
    both = rows(compared(measured()[SHARE], measured()["orsund-quota-share"]).groups)
    pages = {link.target.page for row in both for link in parts_of(row.remarks, Link)}
    assert pages == {KINDS.figures.path()}
    flow = rows(compared(measured()["weir-flow-march"]).groups)
    assert KINDS.disagreements.path() in {link.target.page for link in parts_of(flow[0].remarks, Link)}


def test_nothing_measured_makes_no_table() -> None:
    """A subject without figures has an empty page, not an empty table."""
    assert comparison(PageWriter(Atlas(verified(SUBJECT)[0]), KINDS.figures), ()) is None


def test_a_bound_leaves_the_open_end_of_the_file_empty() -> None:
    """Who computes with the file must not take “more than 99” for a value of at most 99."""
    whole = measured()[SHARE]
    figure = replace(whole.figures[0], low="99", high="99")
    least, greatest = (COLUMNS.index(f"column.{end}") for end in ("least", "greatest"))
    ends = {}
    for qualifier in ("exactly", "about", "more than", "at least", "less than", "at most"):
        (row,) = rows(compared(replace(whole, figures=(replace(figure, qualifier=qualifier),))).groups)
        ends[qualifier] = row.record[least], row.record[greatest]
    assert ends == {
        "exactly": ("99", "99"),
        "about": ("99", "99"),
        "more than": ("99", ""),
        "at least": ("99", ""),
        "less than": ("", "99"),
        "at most": ("", "99"),
    }
