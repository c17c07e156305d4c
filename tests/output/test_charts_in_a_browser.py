"""Charts of time as a browser draws them: with fonts that nobody counted on, labels still have their room."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page

from generator.model.blocks import ChartMark, TimeChart
from generator.model.dates import Date, PartialDate, parse
from generator.model.facts import EventKind
from generator.model.keys import SectionKey
from generator.model.kinds import KINDS
from generator.model.pages import NavItem, Section
from generator.model.pages import Page as SitePage
from tests.output.editions import an_edition, numbered
from tests.output.runs import KASTERIA, ORSUND, VELMARK
from tests.output.test_browser import build
from tests.output.test_time_charts import a_chart, a_mark, in_order
from tests.support.browsers import browser, served

pytestmark = pytest.mark.browser

FAULTS = (Path(__file__).parents[1] / "support/look.js").read_text(encoding="utf-8")
TITLES = (
    "Talks open in Sällvik",
    "Orsund closes the gates at Hollen Weir",
    "The ministers speak on the telephone",
    "A note on the sprat quota",
    "Second day of the talks: the delegations agree on a text about inspections",
    "The ferry line stops",
    "Gate readings are published for the first time",
)
LONG = "The delegations agree on a text about the gates, which nobody outside has seen, and which " * 4
SIDES = ((ORSUND,), (VELMARK,), (KASTERIA,), (ORSUND, VELMARK), ())
KINDS_OF_EVENT = tuple(kind.value for kind in EventKind)


def happening(at: int, date: Date | None, title: str | None = None) -> ChartMark:
    return a_mark(
        date,
        title or TITLES[at % len(TITLES)],
        KINDS_OF_EVENT[at % len(KINDS_OF_EVENT)],
        SIDES[at % len(SIDES)],
    )


def spread(number: int) -> Sequence[ChartMark]:
    """Happenings of two years, some close together."""
    start = datetime.date(2021, 8, 1)
    days = (start + datetime.timedelta(days=(at * at) % 640 + at % 9) for at in range(number))
    return [happening(at, PartialDate(day.year, day.month, day.day)) for at, day in enumerate(days)]


CHARTS: Mapping[str, TimeChart] = {
    "none": a_chart([]),
    **{
        f"of-{number}": a_chart(in_order(spread(number)), has_terms=number > 4, has_gap=number > 4)
        for number in (1, 5, 27, 60, 200)
    },
    "undated": a_chart([happening(at, None) for at in range(27)]),
    "one-day": a_chart([happening(at, parse("2023-04-04")) for at in range(12)]),
    "two-centuries": a_chart([happening(at, parse(str(1824 + 20 * at))) for at in range(11)]),
    "long-title": a_chart(
        in_order([*spread(5), happening(0, parse("2022-06-01"), LONG[:300])]), has_terms=True
    ),
}
WIDTHS = (390, 768, 1280)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with a page a chart."""
    pages = tuple(
        numbered(
            SitePage(
                path=f"chart-{name}",
                kind=KINDS.about,
                title=name,
                deck="A chart",
                description="A chart.",
                sections=(Section(SectionKey.PICTURE, "picture", "In one picture", (chart,)),),
                notes=(),
            )
        )
        for name, each in CHARTS.items()
        if (chart := replace(each, roomy=True))
    )
    whole = an_edition()
    navigation = (*whole.navigation, *(NavItem(page.title, page.path) for page in pages))
    edition = replace(whole, pages=(*whole.pages, *pages), navigation=navigation)
    with served(build(edition, tmp_path_factory.mktemp("charts"))) as where:
        yield where


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with browser() as launched:
        yield launched.new_page(reduced_motion="reduce")


@pytest.mark.parametrize("name", CHARTS)
def test_no_label_lies_over_another_or_is_cut(page: Page, address: str, name: str) -> None:
    """On a phone, a tablet and a desk, light and dark, on paper; whatever happened."""
    page.goto(f"{address}chart-{name}/", wait_until="networkidle")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(media="screen", color_scheme="dark" if scheme == "dark" else "light")
            assert page.evaluate(FAULTS) == [], (width, scheme)
            assert page.evaluate("document.documentElement.scrollWidth") == width
    page.emulate_media(media="print", color_scheme="light")
    assert page.evaluate(FAULTS) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_each_width_has_one_drawing(page: Page, address: str, width: int) -> None:
    """The others are not there for readers."""
    page.emulate_media(media="screen")
    page.goto(f"{address}chart-of-27/", wait_until="networkidle")
    page.set_viewport_size({"width": width, "height": 900})
    assert page.locator(".time-chart > svg:visible").count() == 1


def test_a_chart_of_nothing_is_no_empty_frame(page: Page, address: str) -> None:
    """Neither a picture nor a key to it."""
    page.goto(f"{address}chart-none/", wait_until="networkidle")
    assert page.locator(".time-chart").count() == 0
