"""Our templates for the site engine: they go beside the pages, where a project's mkdocs.yml names them.

An engine fills `{{ … }}` when it makes a page. Our words are in them before: they stand in `[[ … ]]`, which
is filled here, so that no engine needs to know of them.
"""

from __future__ import annotations

import html
from functools import cache
from pathlib import Path, PurePosixPath

from jinja2 import Environment, StrictUndefined

from generator.words import Words

_BRACES = str.maketrans({"{": "&#123;", "}": "&#125;"})


@cache
def theme_files(words: Words) -> dict[PurePosixPath, bytes]:
    """The templates by their place in the theme, with these words in them."""
    folder = Path(__file__).parent
    found = sorted(folder.rglob("*.html"))
    return {PurePosixPath(path.relative_to(folder).as_posix()): _filled(path, words) for path in found}


def _filled(path: Path, words: Words) -> bytes:
    def worded(key: str, /, **places: str) -> str:
        """The message as HTML that no engine reads as a template; what fills its places is HTML already."""
        text = html.escape(words.unfilled(key)).translate(_BRACES)
        for name, value in places.items():
            text = text.replace(f"&#123;{name}&#125;", value)
        return text

    return _environment().from_string(path.read_text(encoding="utf-8")).render(words=worded).encode()


@cache
def _environment() -> Environment:
    return Environment(
        block_start_string="[%",
        block_end_string="%]",
        variable_start_string="[[",
        variable_end_string="]]",
        comment_start_string="[#",
        comment_end_string="#]",
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - `worded` escapes, and the templates are ours
    )
