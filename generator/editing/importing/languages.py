"""The language that a text is written in."""

from __future__ import annotations

import re
from collections import Counter

import py3langid

from generator.editing.importing.article import Field

_ENOUGH = 60  # characters; less tells no language
_SURE = 200
_SAMPLE = 6000
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u3400-\u9fff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)


def detected(text: str) -> str | None:
    """The ISO 639 code of the language of a text; None if there is too little of it."""
    sample = text[:_SAMPLE]
    found = Counter({language: len(script.findall(sample)) for language, script in _SCRIPTS})
    spaceless = found["ja"] + found["ko"] + found["zh"]
    if spaceless >= _ENOUGH / 4 and spaceless > 0.2 * len(sample.replace(" ", "")):
        if found["ja"] > 0.1 * spaceless:
            return "ja"
        return "ko" if found["ko"] > found["zh"] else "zh"
    if len(sample) < _ENOUGH:
        return None
    language, _ = py3langid.classify(sample)
    return str(language)


def language_of(text: str, declared: str | None, origin: str) -> Field[str] | None:
    """The language that a page declares, unless its text is long enough to say that it is another."""
    found = detected(text)
    if declared and (found in {None, declared} or len(text) < _SURE):
        return Field(declared, origin)
    return Field(found, "the text") if found else None
