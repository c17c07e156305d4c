"""The style page, its description and the style sheet say the same; colours can be told apart and read."""

from __future__ import annotations

import itertools
import re
from pathlib import Path, PurePosixPath

import pytest

from generator.site.engine import theme_files
from tests.output.style_page import COMPONENTS, build_style
from tests.support.browsers import browser, served
from tests.support.projects import ROOT
from tests.support.wording import ENGLISH

CSS = (ROOT / "generator/output/assets/briefing.css").read_text(encoding="utf-8")
DOCS = (ROOT / "docs/style.md").read_text(encoding="utf-8")
LOOK = (ROOT / "tests/support/look.js").read_text(encoding="utf-8")
TOKENS = dict(re.findall(r"--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}, #[0-9a-f]{6})\);", CSS))
SIDES = ("blue", "red", "green", "violet", "amber", "teal")
TEXT = ("ink", "quiet", "title", "link", "over", "warn", *SIDES)
GROUNDS = ("paper", "panel")

# What each kind of colour blindness leaves of red, green and blue (Machado and others, 2009).
BLINDNESS = {
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
LEAST_APART = 20.0

Triple = tuple[float, float, float]


def linear(token: str, scheme: int) -> Triple:
    """A token's colour in linear light."""
    digits = TOKENS[token].split(", ")[scheme].lstrip("#")
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return red, green, blue


def contrast(one: Triple, other: Triple) -> float:
    """The ratio of WCAG 2."""
    low, high = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (one, other))
    return (high + 0.05) / (low + 0.05)


def lab(colour: Triple) -> Triple:
    """CIE L*a*b* under daylight."""
    r, g, b = (min(max(part, 0.0), 1.0) for part in colour)
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089
    fx, fy, fz = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def seen(colour: Triple, matrix: tuple[Triple, ...]) -> Triple:
    """A colour as a reader with that blindness sees it."""
    red, green, blue = (sum(w * part for w, part in zip(row, colour, strict=True)) for row in matrix)
    return red, green, blue


@pytest.mark.parametrize("scheme", [0, 1])
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("token", TEXT)
def test_every_colour_of_text_can_be_read(token: str, ground: str, scheme: int) -> None:
    """4.5 to 1 on paper and panels, in light and dark."""
    assert contrast(linear(token, scheme), linear(ground, scheme)) >= 4.5


@pytest.mark.parametrize("scheme", [0, 1])
@pytest.mark.parametrize("blindness", BLINDNESS)
def test_the_first_sides_stay_apart_for_every_eye(blindness: str, scheme: int) -> None:
    """Most subjects have two or three sides; beyond them shape and name tell apart."""
    matrix = BLINDNESS[blindness]
    sides = [lab(seen(linear(side, scheme), matrix)) for side in SIDES[:3]]
    for one, other in itertools.combinations(sides, 2):
        assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 >= LEAST_APART


def test_no_two_sides_share_a_shape() -> None:
    """Colour is never all that tells them apart."""
    shapes = re.findall(r"^\.(?:side-[0-9]+|several) {.*--form: ([^;]+);", CSS, re.MULTILINE)
    assert len(shapes) >= 6
    assert all(one != other for one, other in itertools.combinations(shapes, 2))


def test_the_description_names_every_component_and_where_it_is() -> None:
    """docs/style.md, the sample page and the comments of the style sheet."""
    rows = re.findall(r"^\| ([A-Z][^|]+) \|[^|]+\|[^|]+\| ([^|]+) \|$", DOCS, re.MULTILINE)
    assert [name for name, _ in rows] == [each.name for each in COMPONENTS]
    comments = re.findall(r"/\* ([^*]+) \*/", CSS)
    for _, place in rows:
        assert any(re.match(rf"{place}(?: and |[,:]|$)", comment) for comment in comments), place


def test_the_bar_of_a_phone_has_the_colour_of_the_paper() -> None:
    """In the template, which no style sheet reaches."""
    page = theme_files(ENGLISH)[PurePosixPath("page.html")].decode()
    bars = re.findall(r'name="theme-color" content="([^"]+)"', page)
    assert bars == TOKENS["paper"].split(", ")


def test_every_named_token_exists() -> None:
    """Docs that name a token that is gone would lead astray."""
    assert set(re.findall(r"`--([a-z0-9-]+)`", DOCS)) <= set(re.findall(r"--([a-z0-9-]+):", CSS))


def test_the_sheet_is_fit_for_every_direction_of_writing() -> None:
    """Logical properties only."""
    physical = (
        r"(?:margin|padding|border)-(?:left|right)|text-align: (?:left|right)|[^-]float: (?:left|right)"
    )
    assert not re.findall(physical, CSS)


@pytest.mark.browser
def test_the_style_page_looks_right(tmp_path: Path) -> None:
    """Every component at three widths, light and dark: large enough, in contrast, nothing cut or covered."""
    site = build_style(tmp_path / "style")
    with browser() as chromium, served(site) as address:
        page = chromium.new_page(reduced_motion="reduce")
        page.goto(address + "style/", wait_until="networkidle")
        for width in (390, 768, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
                assert page.evaluate(LOOK) == []
