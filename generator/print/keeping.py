"""PDF files that earlier builds made, each under a key of all that decides its bytes."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.metadata import version

from generator.cache import Memory, key_of
from generator.model.diagnostics import Diagnostic
from generator.print.fit import Draft
from generator.typeset.fonts import OWN, Fonts
from generator.typeset.lacking import Lost

KIND = "pdf"


class Mended(bytes):
    """A file that shows substitutes for signs which only the whole document lacks.

    It is not remembered, so that the next run tells of them again.
    """

    one: Draft
    lost: Lost

    @classmethod
    def of(cls, content: bytes, one: Draft, lost: Lost) -> Mended:
        """The file of a draft, and the stretches of its text that gave way."""
        made = cls(content)
        made.one, made.lost = one, lost
        return made


def remembered_or_made(
    one: Draft,
    paper: str,
    make: Callable[[], bytes | Diagnostic],
    memory: Memory,
    fonts: Fonts = OWN,
) -> bytes | Diagnostic:
    """What an earlier run made of the same draft; else what `make` makes, remembered for the next run."""
    key = key_of(version("typst"), paper, one.form, fonts.key, as_json(one.node))
    found = memory.file(KIND, key)
    if found is not None:
        return found
    result = make()
    if isinstance(result, bytes) and not isinstance(result, Mended):
        memory.keep(KIND, key, result)
    return result


def as_json(value: object) -> str:
    """The same text for the same value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
