"""A reader fetches no rule of the theme that can match nothing on the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.addresses import SiteFiles
from generator.site.styles import lighten, lighter_sheet, without_unasked

NAME = "assets/stylesheets/main.0123abcd.min.css"


@pytest.mark.parametrize(
    ("sheet", "kept"),
    [
        (".lake{a:b}.weir{c:d}", ".lake{a:b}"),
        (".lake,.weir{a:b}", ".lake,.weir{a:b}"),
        (".lake .weir{a:b}p{c:d}", "p{c:d}"),
        (".lake--high{a:b}.weir--high{c:d}", ".lake--high{a:b}"),
        (".lake:not(.weir,:is(.a,.b)){a:b}", ".lake:not(.weir,:is(.a,.b)){a:b}"),
        ("@media print{.weir{a:b}.lake{c:d}}", "@media print{.lake{c:d}}"),
        ("@media print{.weir{a:b}}p{c:d}", "p{c:d}"),
        ("@keyframes in{0%{a:b}to{c:d}}.weir{e:f}", "@keyframes in{0%{a:b}to{c:d}}"),
        ('@charset "x";.lake:before{content:"}.weir{"}', '@charset "x";.lake:before{content:"}.weir{"}'),
        ("[dir=rtl] .lake{a:b}[dir=ltr] .lake{c:d}", "[dir=ltr] .lake{c:d}"),
        (".we\\:ir{a:b}", ".we\\:ir{a:b}"),
    ],
)
def test_a_rule_that_can_match_nothing_is_left_out(sheet: str, kept: str) -> None:
    """Of rules, conditions and icons; what cannot be read surely stays."""
    assert lighter_sheet(sheet, {"lake", "dir=ltr"}) == kept


def test_a_property_that_nothing_asks_for_is_left_out() -> None:
    """Whatever it holds; one that is last in its braces too."""
    sheet = ":root{--a:url('data:x;{y}');--b:url(z);c:1;--d:f(1, (2)) g}"
    assert without_unasked(sheet, {"--b"}) == ":root{--b:url(z);c:1;}"
    assert without_unasked(sheet, {"--a", "--b", "--d"}) == sheet


def test_nothing_is_left_out_of_what_is_used() -> None:
    """In text from right to left too."""
    sheet = "/* a */@media print{.lake{a:b}}[dir=rtl] .weir>p{c:d}"
    assert lighter_sheet(sheet, {"lake", "weir", "dir=rtl"}) == sheet


def test_pages_link_to_the_lighter_sheet_by_the_name_of_its_content(tmp_path: Path) -> None:
    """A host tells browsers to keep such a file for ever.

    Classes that scripts give are used too, but neither those that they only look for, nor searched words.
    """
    (tmp_path / NAME).parent.mkdir(parents=True)
    (tmp_path / NAME).write_text(
        ".lake{a:b}.weir{c:d}.boat{e:f}.gate{g:h}.note{i:j}/*# sourceMappingURL=main.0123abcd.min.css.map */"
    )
    (tmp_path / f"{NAME}.map").write_text("{}")
    page, script = tmp_path / "index.html", tmp_path / "assets" / "x.js"
    page.write_text(f'<link href="{NAME}"><p class="deep lake">')
    script.write_text('e.classList.add("boat"); e.closest(".gate")')
    searched = tmp_path / SiteFiles.SEARCHED / "entries-0.js"
    searched.parent.mkdir()
    searched.write_text('entries(["A note of the gate"])')
    lighten(tmp_path)
    (sheet,) = (tmp_path / NAME).parent.iterdir()
    assert sheet.read_text() == ".lake{a:b}.boat{e:f}"
    assert sheet.name != Path(NAME).name
    assert f'href="assets/stylesheets/{sheet.name}"' in page.read_text()
    first = sheet.name
    page.write_text(page.read_text().replace("lake", "weir"))
    lighten(tmp_path)
    assert not (sheet.parent / first).exists()
