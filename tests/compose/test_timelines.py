"""The timeline: parts by month, bars beside the moments, and what the home page says first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.compose.atlas import Atlas
from generator.compose.pages.home import home_page
from generator.compose.parts import MOST_LANES, bars_beside
from generator.model.blocks import (
    Bar,
    Columns,
    KeyFigures,
    Legend,
    Narrative,
    Paragraph,
    Tense,
    TimeChart,
    Timeline,
)
from generator.model.dates import Date, parse
from generator.model.evidence import Voice
from generator.model.facts import Event, all_evidence
from generator.model.pages import Page
from generator.model.proved import Proved
from generator.model.text import EventId
from generator.model.values import parts_of
from tests.compose.test_ledgers import page_of
from tests.support.dossiers import edition, verified
from tests.support.projects import BASE, SUBJECT, copy_of
from tests.support.wording import line_text

PLAIN = next(
    event for event in verified(SUBJECT)[0].events.values() if type(event) is Event and event.kind == "other"
)


def an_event(name: str, date: str | None) -> Event:
    """An event that nothing was undertaken at."""
    when: Date | None = parse(date) if date else None
    return replace(PLAIN, id=EventId(name), date=Proved(when))


def beside(*events: Event) -> dict[str, tuple[Bar, ...]]:
    """The bars beside events in order of time."""
    return {str(name): bars for name, bars in bars_beside(events).items()}


def moments_of(pages: Iterable[Page]) -> list[tuple[str, Timeline]]:
    return [
        (page.path, block)
        for page in pages
        for section in page.sections
        for block in section.blocks
        if isinstance(block, Timeline)
    ]


def test_a_stretch_has_a_bar_from_its_first_moment_to_its_last() -> None:
    """Moments before, after and without a date have none."""
    found = beside(
        an_event("before", "2023-01-31"),
        an_event("long", "2023-02/2023-03-10"),
        an_event("inside", "2023-02-20~"),
        an_event("last", "2023-03-10"),
        an_event("after", "2023-03-11"),
        an_event("undated", None),
    )
    kind = PLAIN.kind
    assert found == {
        "long": (Bar(1, kind, begins=True, ends=False),),
        "inside": (Bar(1, kind, begins=False, ends=False),),
        "last": (Bar(1, kind, begins=False, ends=True),),
    }


def test_an_open_stretch_has_no_end() -> None:
    """What is not known to be over runs to the last moment and beyond."""
    found = beside(an_event("open", "2023-02/.."), an_event("last", "2023-03"))
    assert not any(bar.ends for bars in found.values() for bar in bars)


def test_a_stretch_that_passes_no_other_moment_has_no_bar() -> None:
    """Its date says it."""
    assert beside(an_event("short", "2023-02-01/2023-02-03"), an_event("later", "2023-04")) == {}


def test_stretches_at_one_time_stand_beside_each_other() -> None:
    """A lane is used again when it is free; what has no lane has no bar."""
    events = [an_event(f"e{number}", f"2023-02-0{number}/2023-03") for number in range(1, 6)]
    found = beside(*events, an_event("f", "2023-04-01/2023-04-05"), an_event("g", "2023-04-02"))
    assert [bar.lane for bar in found["e5"]] == list(range(1, MOST_LANES + 1))
    assert found["f"] == (Bar(1, PLAIN.kind, begins=True, ends=False),)


@pytest.mark.parametrize("project", [BASE, SUBJECT])
def test_every_event_stands_once_in_the_part_of_its_month(project: Path) -> None:
    """Parts follow each other in time; what is to come and what has no date stand apart, at the end."""
    dossier, _ = verified(project)
    page = page_of(project, "timeline")
    parts = [section for section in page.sections if section.anchor]
    anchors = [section.anchor or "" for section in parts]
    dated = [anchor for anchor in anchors if anchor[0].isdigit()]
    assert anchors == [*sorted(dated), *[name for name in ("coming", "undated") if name in anchors]]
    shown = [moment.anchor for _, block in moments_of([page]) for moment in block.moments]
    assert sorted(shown) == sorted(dossier.events)


def test_planned_events_stand_after_the_day_of_the_edition() -> None:
    """Under a heading that names the day."""
    page = page_of(SUBJECT, "timeline")
    coming = next(section for section in page.sections if section.anchor == "coming")
    assert coming.heading == "As of 22 May 2023: planned or due"
    (block,) = (each for each in coming.blocks if isinstance(each, Timeline))
    assert {moment.tense for moment in block.moments} == {Tense.COMING}


def test_the_legend_names_every_mark_of_the_timeline() -> None:
    """No mark is left to be guessed."""
    page = page_of(SUBJECT, "timeline")
    (legend,) = (each for section in page.sections for each in section.blocks if isinstance(each, Legend))
    moments = [moment for _, block in moments_of([page]) for moment in block.moments]
    assert {side for moment in moments for side in moment.sides} == set(legend.sides)
    assert legend.has_shared == any(len(moment.sides) > 1 for moment in moments)
    assert legend.has_sideless == any(not moment.sides for moment in moments)
    assert legend.has_bars == any(moment.bars for moment in moments)


def test_rounds_topics_and_people_show_their_slice() -> None:
    """Each with its moments in order, linked to the whole timeline."""
    paths = {path.split("/")[0] for path, _ in moments_of(edition(SUBJECT).pages)}
    assert {"briefings", "rounds", "people", "timeline"} <= paths


def test_home_says_where_things_stand_then_what_is_new_next_and_disputed() -> None:
    """In authored sentences; then four columns, each with the way to all of it; figures, the ways in."""
    home = page_of(SUBJECT, "index")
    told = next(each for each in home.sections[0].blocks if isinstance(each, Narrative))
    assert line_text(told.lines[0]).startswith("The sides have agreed to inspect Hollen Weir together")
    (overview,) = (each for each in home.sections[2].blocks if isinstance(each, Columns))
    assert [line_text(column.heading) for column in overview.columns] == [
        "New",
        "Next",
        "Unresolved",
        "Disputed",
    ]
    new, coming, unresolved, disputed = (list(map(line_text, column.items)) for column in overview.columns)
    assert new[0].startswith("19 May 2023")
    assert unresolved == ["overdue 1 commitment"]
    assert any("20 June 2023" in item for item in coming)
    assert disputed[0].endswith("?")
    (figures,) = parts_of(home.sections, KeyFigures)
    assert [card.label.text for card in figures.figures] == ["Flow at Hollen Weir in March 2023"]
    assert isinstance(home.sections[1].blocks[0], TimeChart)
    headings = [section.heading for section in home.sections]
    assert headings[:3] == ["Where things stand", "The talks in one picture", "At a glance"]
    assert headings[3:] == ["What to watch", "Key figures", "Explore"]


def test_home_without_an_editor_tells_the_last_that_happened(tmp_path: Path) -> None:
    """And shows the figures that briefings cite; it passes nothing off as an assessment."""
    project = copy_of(SUBJECT, tmp_path / "project")
    (project / "content/home.md").unlink()
    home = page_of(project, "index")
    latest = next(each for each in home.sections[0].blocks if isinstance(each, Paragraph))
    assert line_text(latest.line).startswith("Latest: ")
    (figures,) = parts_of(home.sections, KeyFigures)
    assert figures.figures[0].label.text == "Minimum flow that Orsund asks for"


def test_home_tells_on_what_the_site_rests() -> None:
    """As many passages and sources as the content cites, each counted once, and whose words they are."""
    dossier, _ = verified(SUBJECT)
    _, home = home_page(Atlas(dossier), ())
    promise = next(each for each in home.sections[-1].blocks if isinstance(each, Paragraph))
    cited = {(each.source, each.anchor): each for each in all_evidence(dossier)}
    sources = len({source for source, _ in cited})
    ours = sum(each.voice is Voice.SUMMARY and not each.printed for each in cited.values())
    told = line_text(promise.line)
    assert f"{len(cited)} passages from {sources} sources" in told
    assert f"{len(cited) - ours} with words of the articles themselves, {ours} in our summaries alone" in told
