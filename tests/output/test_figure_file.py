"""The figures as CSV: what a spreadsheet opens, and never runs."""

from __future__ import annotations

import csv
from codecs import BOM_UTF8
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from generator.model.addresses import SiteAddress
from generator.model.blocks import Comparison
from generator.model.keys import SectionKey
from generator.model.pages import Page, Section
from generator.output.data.figure_file import compares, figures_csv
from generator.output.markdown.page import block_markdown
from generator.output.markdown.spreadsheet import safe_cell
from generator.output.views import render
from tests.output.builders import a_comparison
from tests.output.editions import an_edition
from tests.support.wording import ENGLISH

HERE = SiteAddress("https://example.org/talks/")


def a_page(comparison: Comparison) -> Page:
    section = Section(SectionKey.OPENING, None, None, (comparison,))
    return replace(an_edition().pages[0], path="figures", sections=(section,))


def read(made: bytes) -> list[list[str]]:
    return list(csv.reader(made.decode("utf-8-sig").splitlines()))


def test_a_line_for_each_figure_below_the_names_of_the_columns() -> None:
    """With the address at which it is stated."""
    found = read(figures_csv(an_edition(), a_page(a_comparison()), HERE))
    assert found[0] == ["Measured", "Value", "Address"]
    assert found[1] == ["Catch", "more than 52 percent", "https://example.org/talks/figures/#s-catc"]
    assert [row[0] for row in found[1:]] == ["Catch", "Quota", "Sailings"]


def test_the_file_says_that_it_is_utf_8() -> None:
    """Spreadsheets guess another encoding."""
    assert figures_csv(an_edition(), a_page(a_comparison()), HERE).startswith(BOM_UTF8)


@pytest.mark.parametrize(
    "cell",
    ["=1+2", "+1", "-1+2", "@SUM(A1)", " =1", "\t=1", "\n@x", "-", "＝1", '=HYPERLINK("http://x")'],
)
def test_no_cell_is_a_formula(cell: str) -> None:
    """Titles and quotations are not ours: a spreadsheet would run what begins like this."""
    assert safe_cell(cell).startswith("'")


@pytest.mark.parametrize("cell", ["-5", "-0.5", "17", "2025-06", "a = b", "China's share"])
def test_what_is_no_formula_stays_as_it_is(cell: str) -> None:
    """Above all negative numbers."""
    assert safe_cell(cell) == cell


@given(st.text())
def test_any_text_is_one_safe_cell(text: str) -> None:
    """Whatever signs it has, it stays in its cell."""
    (comparison,) = [a_comparison()]
    first = replace(comparison.groups[0].figures[0], record=(text, text))
    group = replace(comparison.groups[0], figures=(first,))
    made = figures_csv(an_edition(), a_page(replace(comparison, groups=(group,))), HERE)
    row = list(csv.reader(made.decode("utf-8-sig").split("\r\n")))[1]
    assert row[:2] == [safe_cell(text)] * 2
    assert row[0][:1] not in set("=+@\t\r") | ({"-"} if not row[0][1:].replace(".", "").isdigit() else set())


def test_the_page_holds_what_the_file_holds() -> None:
    """A script copies it from there, also where the site is read from a disk."""
    shown = block_markdown(a_comparison(), "figures", ENGLISH, url="https://example.org/talks/figures/")
    held = HTMLParser(shown).css_first("pre")
    made = figures_csv(an_edition(), a_page(a_comparison()), HERE).decode("utf-8-sig")
    assert held
    assert held.text().strip() == made.replace("\r\n", "\n").strip()
    assert "hidden" in held.attributes


def test_only_pages_that_compare_have_the_file_and_ask_for_its_script() -> None:
    """Other pages send nothing for it."""
    plain = an_edition()
    whole = replace(plain, pages=(*plain.pages, replace(a_page(a_comparison()), path="compared")))
    made = {str(path): content for path, content in render(whole).items()}
    comparing = {page.path for page in whole.pages if compares(page)}
    assert "compared" in comparing
    assert len(comparing) < len(whole.pages)
    assert {path for path in made if path.endswith(".csv")} == {f"data/{path}.csv" for path in comparing}
    asking = {page.path for page in whole.pages if b"assets/figures.js" in made[f"{page.path}.md"]}
    assert asking == comparing
