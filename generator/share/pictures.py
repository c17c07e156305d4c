"""Draws the pictures: text in memory to a small PNG, the same bytes for the same page."""

from __future__ import annotations

import hashlib
import io
import json
import tempfile
from collections.abc import Iterator
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

import typst
from PIL import Image

from generator.model.dates import spoken
from generator.model.edition import Edition, Page
from generator.model.files import SiteFile
from generator.model.places import picture_path

TEMPLATE = Path(__file__).with_name("picture.typ")
COLOURS = 24
"""Enough for two inks on one paper with their smooth edges; a quarter of the bytes of full colour."""
FIRST_HAN = "\u2e80"

Drawing = dict[str, str]


def pictures(edition: Edition) -> dict[PurePosixPath, SiteFile]:
    """A picture for each page, none of them drawn yet."""
    return dict(_named(edition, page) for page in edition.pages)


def _named(edition: Edition, page: Page) -> tuple[PurePosixPath, SiteFile]:
    told = drawing(edition, page)
    key = hashlib.sha256(_json(told).encode(errors="replace")).hexdigest()
    return PurePosixPath(picture_path(page.path)), SiteFile(key, partial(drawn, told))


def drawing(edition: Edition, page: Page) -> Drawing:
    """What the picture of a page says."""
    proofs = f"{len(page.notes)} quotations · " if len(page.notes) > 1 else ""
    return {
        "kind": page.kind.value if page.path != "index" else "briefings",
        "title": visible(page.title),
        "deck": visible(page.deck),
        "site": visible(edition.site_name if page.path != "index" else ""),
        "facts": f"{proofs}as of {spoken(edition.as_of)}",
    }


def visible(text: str) -> str:
    """The text on one line; what cannot be seen, or would turn the order of what is, is U+FFFD."""
    return "".join(char if char.isprintable() else "\ufffd" for char in " ".join(text.split()))


def drawn(told: Drawing) -> bytes:
    """The picture as PNG."""
    model = _json(told)
    with tempfile.TemporaryDirectory(prefix="briefing-share-") as root:
        compiler = typst.Compiler(
            TEMPLATE.read_bytes(),
            root=root,
            font_paths=_fonts(max(model) >= FIRST_HAN),
            sys_inputs={"model": model},
            package_path=root,
            package_cache_path=root,
        )
        made = compiler.compile(format="png", ppi=72)
    if not isinstance(made, bytes):
        raise TypeError("the typesetter gave several pictures for one page")
    return _small(made)


def _small(png: bytes) -> bytes:
    """The same picture with a palette."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    small = picture.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    made = io.BytesIO()
    small.save(made, "PNG", compress_level=6)
    return made.getvalue()


@cache
def _fonts(with_han: bool) -> typst.Fonts:
    """The fonts that the typesetter carries, and one with Chinese characters where they are needed."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=list(_folders_of_han()) if with_han else [],
    )


def _folders_of_han() -> Iterator[str]:
    found = find_spec("noto_cjk_sans_otc")
    yield from (found.submodule_search_locations or ()) if found else ()


def _json(told: Drawing) -> str:
    return json.dumps(told, ensure_ascii=False, sort_keys=True)
