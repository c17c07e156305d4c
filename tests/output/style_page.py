"""The style page: every component with sample words, as a small site of its own (`make style`)."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from generator.model.blocks import (
    Block,
    Callout,
    Cards,
    Columns,
    Comparison,
    DotPlot,
    Facts,
    KeyFigures,
    Legend,
    Paragraph,
    Quotation,
    SourceBody,
    Table,
    TimeChart,
    Timeline,
)
from generator.model.keys import SectionKey
from generator.model.kinds import KINDS
from generator.model.pages import Edition, NavItem, Page, Section
from tests.output.builders import every_block
from tests.output.editions import an_edition, numbered
from tests.output.runs import NOTES, OWN, SUPPORT, WEIR, a_line, every_run


@dataclass(frozen=True, slots=True)
class Component:
    """What a reader sees, under the name that it has in docs/style.md, with a sample of it."""

    name: str
    blocks: tuple[Block, ...]


def _samples(kind: type[Block], role: str | None = None) -> tuple[Block, ...]:
    found = (block for block in every_block() if isinstance(block, kind))
    return tuple(block for block in found if getattr(block, "role", None) == role)


STATEMENT = Paragraph(
    a_line("No water was promised through ", WEIR, ".", *every_run().runs[4:6], SUPPORT, " ", OWN)
)

COMPONENTS = (
    Component("Bottom line", _samples(Callout, "bottom-line")),
    Component("Statement with its evidence", (STATEMENT, Paragraph(every_run()))),
    Component("Fact box", _samples(Facts)),
    Component("Positions", _samples(Columns)),
    Component("Overview", _samples(Columns, "overview")),
    Component("Commitment row", _samples(Table)),
    Component("Timeline", (*_samples(Legend), *_samples(Timeline))),
    Component("Chart of time", _samples(TimeChart)),
    Component("Dot plot", _samples(DotPlot)),
    Component("Comparison", _samples(Comparison)),
    Component("Key figure", _samples(KeyFigures)),
    Component("Quotation", _samples(Quotation)),
    Component("Known problem", _samples(Callout, "problem")),
    Component("Index", _samples(Cards)),
    Component("Text of a source", _samples(SourceBody)),
    Component("Evidence note", ()),
)


def style_edition() -> Edition:
    """The example edition, with the style page before its other pages."""
    sections = tuple(
        Section(SectionKey.OTHER, f"part-{number}", each.name, each.blocks)
        for number, each in enumerate(COMPONENTS)
        if each.blocks
    )
    page = Page(
        path="style",
        kind=KINDS.about,
        title="Style page",
        deck="Every component of the site, with sample words about countries that do not exist",
        description="Every component of the site with sample words.",
        sections=sections,
        notes=NOTES,
    )
    whole = an_edition()
    navigation = (NavItem("Style page", "style"), *whole.navigation)
    return replace(whole, pages=(*whole.pages, numbered(page)), navigation=navigation)


def build_style(folder: Path) -> Path:
    """The site with the style page, built into a folder."""
    from tests.output.test_browser import build  # a test module: pytest must rewrite it first

    shutil.rmtree(folder, ignore_errors=True)
    return build(style_edition(), folder)


if __name__ == "__main__":
    print(f"Open {build_style(Path(sys.argv[1])).resolve()}/style/index.html")
