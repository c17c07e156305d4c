"""Draws the pictures: text in memory to a small PNG, the same bytes for the same page."""

import hashlib
import io
import json
import tempfile
from functools import partial
from pathlib import Path, PurePosixPath

import typst
from PIL import Image

from generator.model.addresses import PageFiles
from generator.model.pages import Edition, Page, SiteFile
from generator.output.fonts import OWN, Fonts
from generator.output.signs import Lost, all_lost, answer_of, is_ordinary, lacking, on_one_line, replaced
from generator.words import Words, words_in

TEMPLATE = Path(__file__).with_name("picture.typ")
COLOURS = 24
"""Enough for two inks on one paper with their smooth edges; a quarter of the bytes of full colour."""
FACES = (("Libertinus Serif", 400), ("Libertinus Serif", 700))
"""The faces of the pictures."""

Drawing = dict[str, str]


def pictures(edition: Edition, fonts: Fonts = OWN) -> dict[PurePosixPath, SiteFile]:
    """A picture for each page, none of them drawn yet."""
    return dict(_named(edition, page, fonts) for page in edition.pages)


def _named(edition: Edition, page: Page, fonts: Fonts) -> tuple[PurePosixPath, SiteFile]:
    told = drawing(edition, page)
    key = hashlib.sha256(f"{fonts.key}\0{_json(told)}".encode(errors="replace")).hexdigest()
    return PurePosixPath(PageFiles(page.path).picture), SiteFile(key, partial(drawn, told, fonts))


def drawing(edition: Edition, page: Page) -> Drawing:
    """What the picture of a page says."""
    words = words_in(edition.language)
    return {
        "kind": words("picture.briefings" if page.kind.is_first else page.kind.label),
        "title": visible(page.title),
        "deck": visible(page.deck),
        "site": visible("" if page.kind.is_first else edition.site_name),
        "facts": _facts(edition, page, words),
        "language": words.language.partition("-")[0],
    }


def _facts(edition: Edition, page: Page, words: Words) -> str:
    """How much is proved, and as of which day."""
    if len(page.notes) <= 1:
        return words("picture.as-of", date=edition.as_of)
    quotations = words("picture.quotations", n=len(page.notes))
    return words("picture.proved-as-of", quotations=quotations, date=edition.as_of)


def visible(text: str) -> str:
    """The text on one line; controls, and what would turn the order of the words, are U+FFFD."""
    return on_one_line(text).strip()


def drawn(told: Drawing, fonts: Fonts = OWN) -> bytes:
    """The picture as PNG; U+FFFD stands for a sign that no font has."""
    try:
        return _drawn(told, lacking(told.values(), fonts, FACES), fonts)
    except RuntimeError:  # The typesetter breaks over a text all the same: it shows what is ordinary.
        return _drawn(told, all_lost(told.values()), fonts)


def _drawn(told: Drawing, lost: Lost, fonts: Fonts) -> bytes:
    """The picture with substitutes for these signs. Raises RuntimeError if the typesetter cannot set it."""
    model = _json({name: replaced(text, lost) for name, text in told.items()})
    ordinary = is_ordinary(model)
    with tempfile.TemporaryDirectory(prefix="briefing-share-") as root:
        compiler = typst.Compiler(
            TEMPLATE.read_bytes(),
            root=root,
            font_paths=fonts.found(ordinary=ordinary),
            sys_inputs={"model": model, "fonts": json.dumps(fonts.asked(ordinary=ordinary))},
            package_path=root,
            package_cache_path=root,
        )
        made = answer_of(lambda: compiler.compile(format="png", ppi=72))
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


def _json(told: Drawing) -> str:
    return json.dumps(told, ensure_ascii=False, sort_keys=True)
