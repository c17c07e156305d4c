"""Words that only connect a sentence with the one before: “However, …”."""

import re
from functools import cache

from generator.text.lexicons.lexicon import lexicon_of
from generator.text.numerals import primary
from generator.text.prose import sentences


def without_connecting(text: str, language: str) -> str:
    """A text with spaces in the place of the words that connect its sentences, all else where it was."""
    pattern = _pattern(primary(language))
    if pattern is None:
        return text
    for start, end in sentences(text, language):
        found = pattern.match(text, start, end)
        if found:
            text = text[:start] + " " * (found.end() - start) + text[found.end() :]
    return text


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    lexicon = lexicon_of(language)
    if lexicon is None or not lexicon.connecting:
        return None
    phrases = sorted((each.replace("_", r"\s+") for each in lexicon.connecting), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(phrases)})[,，、]?\s+(?=\S)", re.IGNORECASE)
