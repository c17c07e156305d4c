"""The share pictures: one a page, of the size that those who show links ask for, and the same every time."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from PIL import Image

from generator.model.text import Span
from generator.output.fonts import OWN, added_fonts
from generator.output.pictures import COLOURS, FACES, drawing, drawn, pictures, visible
from generator.output.signs import lacking, replaced
from tests.output.editions import a_page, an_edition
from tests.support.fonts import a_font

HOSTILE = '#eval("panic()") $x$ [y] \\ \u202e<script> *b* `c` 王文涛 \x00'


def told(**changes: str) -> dict[str, str]:
    return drawing(an_edition(), a_page()) | changes


def size_of(png: bytes) -> tuple[int, int]:
    return Image.open(io.BytesIO(png)).size


def ink(png: bytes, box: tuple[int, int, int, int]) -> int:
    """How many pixels of a part differ from the paper."""
    values = Image.open(io.BytesIO(png)).convert("L").crop(box).tobytes()
    paper = max(values)
    return sum(value < paper - 40 for value in values)


def test_every_page_has_a_picture() -> None:
    """Beside its path, in a folder of their own."""
    edition = an_edition()
    assert set(pictures(edition)) == {PurePosixPath(f"share/{page.path}.png") for page in edition.pages}


def test_a_picture_is_small_and_of_the_usual_size() -> None:
    """1200 by 630, few colours, few bytes."""
    png = drawn(told())
    assert size_of(png) == (1200, 630)
    assert len(png) < 40_000
    assert len(Image.open(io.BytesIO(png)).getcolors() or ()) <= COLOURS


def test_the_same_page_gives_the_same_bytes() -> None:
    """Twice in one run; a page that says something else has another key."""
    assert drawn(told()) == drawn(told())
    other = an_edition(replace(a_page(), title="Sprat"))
    first, second = pictures(an_edition(a_page())), pictures(other)
    path = PurePosixPath("share/briefings/water.png")
    assert first[path].key != second[path].key
    assert first[path].key == pictures(an_edition(a_page()))[path].key


@pytest.mark.parametrize("field", ["title", "deck", "site"])
@pytest.mark.parametrize(
    "text", [HOSTILE, "W" * 300, "word " * 200, ""], ids=["markup", "wide", "long", "none"]
)
def test_whatever_a_text_holds_the_picture_keeps_its_form(field: str, text: str) -> None:
    """Markup is shown and not read; what does not fit is cut, and runs into neither edge nor foot."""
    png = drawn(told(**{field: visible(text)}))
    assert size_of(png) == (1200, 630)
    assert ink(png, (1130, 0, 1200, 630)) == 0
    assert ink(png, (100, 600, 1200, 630)) == 0
    assert ink(png, (100, 480, 1200, 505)) == 0


def test_a_long_title_is_set_smaller_before_it_is_cut() -> None:
    """Its end is still there: a longer one has ink where a shorter has none."""
    short, long = (drawn(told(title=title, deck="")) for title in ("Water", "Water and sprat " * 6))
    assert ink(short, (84, 230, 1116, 400)) == 0
    assert ink(long, (84, 230, 1116, 400)) > 1000


@pytest.mark.parametrize("text", ["ไทย", "😀 👨\u200d👩\u200d👧", "𐲀\ue000", "x 1\ufe0f\u20e3 \U00030000"])
@pytest.mark.parametrize("field", ["title", "deck", "site"])
def test_a_sign_that_no_font_has_is_a_substitute(field: str, text: str) -> None:
    """Never an empty box, and never a failure."""
    shown = replaced(text, lacking([text], OWN, FACES))
    assert "\ufffd" in shown
    assert drawn(told(**{field: text})) == drawn(told(**{field: shown}))


def test_a_picture_uses_the_fonts_that_a_project_adds(tmp_path: Path) -> None:
    """For what its own faces lack; with other fonts it is another picture."""
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "test.ttf").write_bytes(a_font("Test", "กa"))
    fonts, _ = added_fonts(tmp_path, "fonts", Span.at("mkdocs.yml"))
    assert drawn(told(title="ก"), fonts) != drawn(told(title="ก"))
    assert drawn(told(title="a"), fonts) == drawn(told(title="a"))
    path = PurePosixPath("share/briefings/water.png")
    edition = an_edition(a_page())
    assert pictures(edition, fonts)[path].key != pictures(edition)[path].key


def test_what_cannot_be_seen_is_shown_as_such() -> None:
    """Controls and marks of direction become the replacement character, spaces one space."""
    assert visible("a\u202eb\x00 \n c") == "a\ufffdb\ufffd c"
